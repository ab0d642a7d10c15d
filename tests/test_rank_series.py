"""Which series a claim speaks of: parts of a breakdown, ranges, shares of the world, changes from year to year."""

from datetime import date

import pytest

from claimbook.series.judge import wanted
from claimbook.series.rank import Catalogue
from claimbook.series.read import read
from claimbook.series.series import Series
from claimbook.series.unread import unread
from claimbook.series.wanted import Wanted

DAY = date(2024, 5, 1)


def catalogue(*series):
    """Make a catalogue of some titles with their units."""
    made = [
        Series(title, title, "", unit, "", ("2020", "2021"), {"CHN": ("2", "3"), "OWID_WRL": ("4", "5")})
        for title, unit in series
    ]
    return Catalogue.of(made)


def first(text, *series):
    """Return the title that is ranked first."""
    return catalogue(*series).rank(wanted(read(text, DAY)))[0].series.title


def signs(text, name, *series):
    """Return one sign that each series is meant."""
    return list(catalogue(*series).signs(wanted(read(text, DAY)))[name])


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("China has fewer people in their late thirties than in 2010.", "35-39"),
        ("China has fewer people in their early thirties than in 2010.", "30-34"),
        ("中国30至34岁的人口减少了。", "30-34"),
        ("中国三十出头的人减少了。", "30-34"),
    ],
)
def test_an_age_group_is_found_however_it_is_named(text, part):
    """A decade of life and a range of years both name the group that a title gives as digits."""
    groups = [(f"Population by age group ({ages} years)", "persons") for ages in ("0-4", "30-34", "35-39", "40-44")]

    assert f"({part} years)" in first(text, *groups)


def test_a_range_of_numbers_that_is_written_out_is_found():
    """“Six to ten” is the range that a title gives as digits."""
    titles = [(f"Accidents by severity ({deaths} deaths)", "accidents") for deaths in ("1-5", "6-10", "11-20")]

    assert "(6-10 deaths)" in first("China had many accidents in which six to ten people died.", *titles)


def test_a_share_of_the_world_is_looked_for_among_amounts():
    """A percentage of the world's amount is not one of the series that are counted in percent."""
    titles = [("Coal production", "tonnes"), ("Share of electricity production from coal", "%")]

    assert first("China produces 51% of the world's coal.", *titles) == "Coal production"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("China's exports shrank by 10% in 2020.", 1),
        ("China burned less coal than the year before.", 1),
        ("China's exports have shrunk by 10% since 2015.", -1),
        ("China's exports are larger.", 0),
    ],
)
def test_a_change_within_a_year_fits_a_yearly_rate(text, fits):
    """A yearly rate says what changed in one year; over many years the amounts do."""
    yearly, amounts = signs(text, "yearly", ("Annual growth of exports", "annual %"), ("Exports", "US$"))

    assert (yearly, amounts) == (fits, 0)


def test_a_part_that_is_named_in_other_words_is_found_by_its_meaning():
    """Of the parts of one breakdown the one that is meant is nearer than they are on average; others are no part."""
    titles = [(f"Deaths by cause ({part})", "deaths") for part in ("Road accidents", "Wolves", "Lightning")]
    road, wolves, lightning, whole = signs("Thunderbolts claimed lives in China.", "kin", *titles, ("Deaths", "deaths"))

    assert lightning > 0 > min(road, wolves)
    assert whole == 0


def test_words_within_a_long_saying_are_meant_as_well():
    """What is between the words of a long match is meant too; within a short one it is not."""
    long = Wanted("terrorist attacks on ships and ports killed many")
    short = Wanted("the economy grew")

    assert "maritime" in long.added
    assert "economy" not in short.added


@pytest.mark.parametrize(
    ("text", "per_head"),
    [
        ("The average Chinese person", True),
        ("Each German uses more power", True),
        ("每个中国人的用水量", True),
        ("Each European country uses more power", False),
        ("Germans use more power", False),
    ],
)
def test_what_is_said_of_each_inhabitant_is_per_head(text, per_head):
    """“Each German” is per head; “each European country” is not."""
    assert Wanted(text, text=text).per_head is per_head


def test_words_are_read_only_where_a_title_holds_enough_of_what_they_mean():
    """One common word of what titles call something does not explain it: deaths are not deaths in wars."""
    deaths = Series("x", "Number of deaths", "", "deaths", "", (), {})
    wars = Series("y", "Deaths in armed conflicts", "", "deaths", "", (), {})

    assert "war" in unread("people killed in war", deaths)
    assert not unread("people killed in war", wars)
