"""Series: what a folder holds, and what operations over its cells come to."""

import json
import random
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from claimbook import series
from claimbook.series import over_places, over_time
from claimbook.series.series import Series
from claimbook.tables.fault import Problems

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
YEARS = tuple(str(year) for year in range(2000, 2010))
PLACES = ("FRA", "DEU", "ITA", "ESP")
VALUES = some.lists(some.decimals(1, 1000, places=2), min_size=len(YEARS), max_size=len(YEARS))
TABLES = some.fixed_dictionaries(dict.fromkeys(PLACES, VALUES))


def made(columns, **more):
    """Make a series of numbers."""
    return Series(
        "x", "X", "P", "%", "", YEARS, {place: tuple(map(str, column)) for place, column in columns.items()}, **more
    )


def frame(one):
    """Make the frame that the printed pandas lines are about."""
    return pd.DataFrame(
        {place: [float(printed) if printed else None for printed in column] for place, column in one.columns.items()},
        index=list(one.periods),
    )


ASKED = {
    "level": ("FRA", "2005"),
    "change": ("FRA", "2000", "2009"),
    "growth": ("FRA", "2000", "2009"),
    "ratio": ("FRA", "2000", "2009"),
    "average": ("FRA", YEARS),
    "total_of_periods": ("FRA", YEARS),
    "extremum": ("FRA", YEARS),
    "streak": ("FRA", "2009"),
    "rank": ("FRA", "2005", PLACES),
    "extremum_of_places": ("2005", PLACES),
    "total": (PLACES, "2005"),
    "share": ("FRA", "2005", PLACES),
    "count": ("2005", PLACES, Decimal(500)),
}
NAMES = {
    "place": "FRA",
    "other": "DEU",
    "places": list(PLACES),
    "period": "2005",
    "first": "2000",
    "last": "2009",
    "threshold": 500,
}


@pytest.mark.parametrize("name", ASKED)
@PATIENT
@given(columns=TABLES)
def test_an_operation_is_the_pandas_line_beside_it(name, columns):
    """What an operation comes to is what the printed line of pandas comes to."""
    one = made(columns)

    found = series.OPERATIONS[name](one, *ASKED[name]).value

    assert float(found) == pytest.approx(float(eval(series.PANDAS[name], {"t": frame(one), **NAMES})))


@PATIENT
@given(columns=TABLES)
def test_two_places_are_compared_as_pandas_does(columns):
    """The comparison of two places and their multiple are the printed lines of pandas."""
    one = made(columns)
    sides = (one, "FRA"), (one, "DEU")

    for name in ("compare", "multiple"):
        found = series.OPERATIONS[name](*sides, "2005").value
        assert float(found) == pytest.approx(float(eval(series.PANDAS[name], {"t": frame(one), **NAMES})))


@PATIENT
@given(columns=TABLES)
def test_what_is_looked_for_in_time_is_the_pandas_line(columns):
    """The first time above a threshold, and since when it was not so high, are the printed lines of pandas."""
    one = made(columns)
    crossed = over_time.crossing(one, "FRA", YEARS, Decimal(500))
    since = over_time.since(one, "FRA", "2009")

    for found, name in ((crossed, "crossing"), (since, "since")):
        if found.where:
            assert found.where == eval(series.PANDAS[name], {"t": frame(one), **NAMES})


@PATIENT
@given(columns=TABLES, factor=some.decimals("0.1", 9, places=1), plus=some.decimals(-5, 5, places=1))
def test_a_rank_does_not_change_under_a_monotone_map(columns, factor, plus):
    """Whoever is first in one unit is first in another."""
    mapped = {place: [value * factor + plus for value in column] for place, column in columns.items()}

    ranks = [over_places.rank(made(table), "ITA", "2003", PLACES).value for table in (columns, mapped)]

    assert ranks[0] == ranks[1]


@PATIENT
@given(columns=TABLES)
def test_a_change_back_is_minus_the_change(columns):
    """From a to b is minus from b to a."""
    one = made(columns)

    assert over_time.change(one, "FRA", "2000", "2007").value == -over_time.change(one, "FRA", "2007", "2000").value


@PATIENT
@given(columns=TABLES)
def test_the_shares_of_all_make_one(columns):
    """The shares of all places add up to 100 percent."""
    shares = [over_places.share(made(columns), place, "2004", PLACES).value for place in PLACES]

    assert sum(shares) == pytest.approx(Decimal(100))


def test_what_has_no_data_is_said():
    """An average over a year without data says which year that is, in both languages."""
    one = made({"FRA": [1, 2, "", *range(7)]})

    found = over_time.average(one, "FRA", YEARS[:4])

    assert found.value == Decimal(1)
    assert found.missing == (("FRA", "2002"),)
    assert "3 of 4 have data; none for 2002" in str(found.words)
    assert "4项中3项有数据，缺2002" in found.words.said("zh")


def test_a_missing_end_leaves_a_change_open():
    """No change is computed from a year without data."""
    assert over_time.change(made({"FRA": ["", *range(9)]}), "FRA", "2000", "2009").value is None


def test_a_streak_ends_at_a_year_without_data():
    """Four rises with a gap among them are no streak of four."""
    assert over_time.streak(made({"FRA": [1, 2, 3, 4, 5, "", 7, 8, 9, 10]}), "FRA", "2009").value == 3


def test_ties_are_named():
    """Two places that share a rank are both named."""
    one = made({"FRA": [5] * 10, "DEU": [5] * 10, "ITA": [1] * 10})

    found = over_places.rank(one, "FRA", "2001", ["FRA", "DEU", "ITA", "ESP"])

    assert found.value == 1
    assert "shared by France, Germany" in str(found.words)
    assert "none for Spain" in str(found.words)
    assert "法国、德国并列" in found.words.said("zh")


def test_a_break_and_a_provisional_value_are_noted():
    """A change over a break says that it is one, and which value is provisional."""
    one = made({"FRA": range(1, 11)}, status={("FRA", "2004"): "break", ("FRA", "2009"): "provisional"})

    words = str(over_time.growth(one, "FRA", "2000", "2009").words)

    assert "the series breaks in 2004" in words
    assert "2009 (provisional)" in words


def test_growth_from_nothing_is_no_number():
    """There is no growth in percent from zero."""
    assert over_time.growth(made({"FRA": [0, *range(9)]}), "FRA", "2000", "2009").value is None


def test_the_last_time_below_is_found():
    """The last year below a threshold is not the first."""
    one = made({"FRA": [1, 9, 1, 9, 1, 9, 9, 9, 9, 9]})

    assert over_time.crossing(one, "FRA", YEARS, Decimal(5), above=False, first=False).where == "2004"


@pytest.fixture
def folder(tmp_path):
    """Write a folder of one series."""
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "aid.csv").write_text("Date,FRA,GBR\n2001,1.50,\n2000,,0.7\n", encoding="utf-8")
    entry = {"filename": "aid.csv", "title": "Aid", "description": "Given.", "unit": "% of GNI"}
    (tmp_path / "metadata.json").write_text(json.dumps([entry]), encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_as_it_is_printed(folder):
    """Values keep their digits, years are in order, and what is empty has no cell."""
    aid = series.read_folder(folder)["aid"]

    assert aid.periods == ("2000", "2001")
    assert aid.cell("FRA", "2001").printed == "1.50"
    assert aid.cell("FRA", "2000") is None
    assert list(aid.filled()) == ["FRA", "GBR"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("Date,FRA\n2000,1,2\n", "aid.csv, row 2: has 3 cells and not 2"),
        ("Year,FRA\n2000,1\n", "row 1: must be “Date”"),
        ("Date,FRA,FRA\n2000,1,2\n", "each place once"),
    ],
)
def test_a_broken_table_is_named_with_its_row(folder, table, words):
    """A table that is not wide says where, and what to fix."""
    (folder / "csv" / "aid.csv").write_text(table, encoding="utf-8")

    with pytest.raises(Problems, match=words):
        series.read_folder(folder)


def test_a_file_with_a_long_name_is_read(folder):
    """Publishers name files with more than a hundred characters; a file system allows 255 bytes."""
    name = f"{'the-number-of-' * 10}vaccinated-children.csv"
    (folder / "csv" / "aid.csv").rename(folder / "csv" / name)
    (folder / "metadata.json").write_text(json.dumps([{"filename": name, "title": "x"}]), encoding="utf-8")

    assert list(series.read_folder(folder)) == [name.removesuffix(".csv")]


def test_a_file_outside_the_folder_is_never_read(folder):
    """A name with a path in it is refused."""
    (folder / "metadata.json").write_text('[{"filename": "../../etc/passwd", "title": "x"}]', encoding="utf-8")

    with pytest.raises(Problems, match="must be a list of objects"):
        series.read_folder(folder)


def test_a_large_series_costs_nothing_until_it_is_asked():
    """A rank among 10,000 places over 100 years reads one year alone."""
    years = tuple(str(year) for year in range(1900, 2000))
    column = tuple(str(random.Random(3).random()) for _ in years)
    one = Series("x", "", "", "", "", years, {f"P{n}": column for n in range(10_000)})

    assert over_places.rank(one, "P7", "1950", one.places).coverage == (10_000, 10_000)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nigerians pay more than South Africans", ["NGA", "ZAF"]),
        ("Papua New Guinea, Guinea-Bissau and Guinea", ["PNG", "GNB", "GIN"]),
        ("it shows us that the US leads New Mexico", ["USA"]),
        ("Americans and the French", ["USA", "FRA"]),
        ("the EU, the G7 and sub-Saharan Africa", ["EUU", "G7", "SSF"]),
        ("中国的失业率低于印度尼西亚和欧盟", ["CHN", "IDN", "EUU"]),
        ("Turkey’s debt, Türkiye’s growth", ["TUR", "TUR"]),
    ],
)
def test_places_are_found_by_their_names(text, codes):
    """Names, adjectives and groups are found in both languages, the longest first."""
    assert [one.place.code for one in series.find_places(text)] == codes


def test_a_group_knows_its_members():
    """The members of a group are those that a series has a column for, and the world is all countries."""
    g7 = series.find_places("G7")[0].place
    world = series.find_places("the world")[0].place

    assert g7.within(["FRA", "ESP", "USA"]) == ["FRA", "USA"]
    assert world.within(["FRA", "OWID_WRL", "WB_SSA"]) == ["FRA"]
