"""Claims of a part of a country or of its people are left open where a series shows only the whole."""

from datetime import date
from decimal import Decimal

import pytest

from claimbook.series.agree import Truth
from claimbook.series.asked import Asked, Kind
from claimbook.series.changes import change, trend
from claimbook.series.figures import find_figures
from claimbook.series.parts import lacking, regions
from claimbook.series.places import find_places
from claimbook.series.read import read
from claimbook.series.scale import Scale
from claimbook.series.series import Series
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import Trial

DAY = date(2022, 6, 1)


def _series(title: str, values: tuple[str, ...] = (), unit: str = "%") -> Series:
    years = tuple(str(2018 + at) for at in range(len(values)))
    return Series("s", title, "", unit, "", years, {"KEN": values})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Measles cases in Texas have passed 3,000.", ["Texas"]),
        ("In Naivasha, 60% of homes have power.", ["Naivasha"]),
        ("上海的失业率为5%。", ["上海"]),
        ("Smoking in Scotland rose to 30%.", ["Scotland"]),
        ("In Kenya, in May, 40% had power.", []),
    ],
)
def test_places_within_a_country_are_found(text: str, named: list[str]) -> None:
    """A city, a state or an unknown name after “in” is named; a country and a month are not."""
    assert list(regions(text, find_places(text))) == named


def test_a_place_within_a_country_is_left_over() -> None:
    """What is said of a state is not understood, and so is not judged by its country."""
    assert "Texas" in read("In Texas, 35% of electricity came from coal in 2020.", DAY).left


@pytest.mark.parametrize(
    ("text", "title", "part"),
    [
        ("Youth unemployment in Kenya is 35%.", "Unemployment rate", "Youth"),
        ("Women in Kenya smoke less.", "Share of women using tobacco", ""),
        ("Women in Kenya smoke less.", "Share of men using tobacco", "Women"),
        ("Lung cancer kills 9,000 Kenyans.", "Total deaths from cancer", "Lung cancer"),
        ("肯尼亚农村的用电比例为40%。", "Share of the population with access to electricity", "农村"),
        ("The White House says 5% are poor.", "Share of the poor", ""),
    ],
)
def test_a_part_that_the_series_is_not_of(text: str, title: str, part: str) -> None:
    """A part of the people or of the metric is named where the title does not have it."""
    assert lacking(text, _series(title)) == part


def test_fewer_now_than_then_is_a_trend() -> None:
    """“Fewer … now than in 2010” is a fall from that year to now."""
    one = next(one for one in read("Kenya has fewer poor people now than in 2010.", DAY).asked)
    assert (one.kind, one.up, one.span and one.span.first, one.until and one.until.kind) == (
        Kind.TREND,
        False,
        2010,
        When.NOW,
    )


def test_never_as_low_is_a_record() -> None:
    """“Never been as low” is a lowest."""
    asked = read("Cocoa output in Kenya has never been as low as it was in 2019.", DAY).asked
    assert [(one.kind, one.up) for one in asked] == [(Kind.RECORD, False)]


def test_halved_is_one_half() -> None:
    """A fall by half agrees with “halved”."""
    text = "Emissions halved in Kenya between 2018 and 2019."
    asked = next(one for one in read(text, DAY).asked if one.kind == Kind.CHANGE)
    assert change(Trial(_series("Emissions", ("100", "49"), "tonnes"), 2022), asked, "KEN").truth == Truth.TRUE


def test_a_turn_in_the_year_of_the_claim_is_open() -> None:
    """A number of the claim's own year, which may not have been known, does not refute."""
    span = Span(When.SINCE, 2018, 2022, 0, 0)
    asked = Asked(Kind.TREND, (), span=span, up=False)
    series = _series("Spending", ("10", "9", "8", "7", "12"))
    assert trend(Trial(series, 2022), asked, "KEN").truth == Truth.OPEN


def test_dollars_a_head_fit_dollars() -> None:
    """A series per person may be counted in plain dollars; one in dollars does not fit a number per head of anything else."""
    head = Scale("money", per=Decimal(1))
    assert head.fits(Scale("money"))
    assert not Scale("count", per=Decimal(1)).fits(Scale("count"))


def test_as_much_as_is_a_level() -> None:
    """高达 gives a level, and no change."""
    assert [str(one.role) for one in find_figures("失业率上升，高达45%。")] == ["level"]
