"""Quantities: precision from the digits, comparators, and comparison."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.phrase import Amount, say
from claimbook.mention import mentions
from claimbook.quantity.quantity import INFINITY, TOLERANCES, Interval, Quantity, can_be_one, comparable, in_words

numbers = st.decimals(min_value=1, max_value=10**6, places=2)


def exactly(value, comparator="=", unit="CNY"):
    """Return an exact quantity."""
    return Quantity(Decimal(value), Decimal(value), unit, comparator, "exact")


def test_a_measured_value_is_as_wide_as_its_last_place():
    """7800 yuan is 7750 to 7850; 1.20% is 1.195% to 1.205%; 40% is 39.5% to 40.5%."""
    found = [
        Quantity(Decimal(v), Decimal(v), u).level()
        for v, u in (("7800", "CNY"), ("1.20", "percent"), ("40", "percent"))
    ]

    assert [
        Interval(Decimal(low), Decimal(high)) for low, high in (("7750", "7850"), ("1.195", "1.205"), ("39.5", "40.5"))
    ] == found


def test_an_exact_value_has_no_width():
    """A legal cap is what it is."""
    assert Interval(Decimal(300000), Decimal(300000)) == exactly(300000).level()


def test_two_thresholds_are_compared_by_their_levels():
    """“At least 800” and “at least 5000” do not agree, though as intervals they would overlap."""
    mine, theirs = comparable(exactly(800, ">="), exactly(5000, ">="))

    assert not mine.overlaps(theirs)


def test_a_lower_bound_agrees_with_what_lies_above():
    """“More than 40” agrees with 45 and not with 30."""
    for value, expected in ((45, True), (30, False)):
        mine, theirs = comparable(exactly(40, ">"), exactly(value))

        assert expected == mine.overlaps(theirs)


@given(numbers, numbers, st.sampled_from(["1%", "5%", "10%"]))
def test_a_wider_tolerance_never_parts_what_agreed(a, b, tolerance):
    """What overlaps as recorded overlaps under every wider tolerance."""
    mine, theirs = (Quantity(value, value, "CNY") for value in (a, b))
    as_recorded, wider = comparable(mine, theirs), comparable(mine, theirs, tolerance)

    assert not as_recorded[0].overlaps(as_recorded[1]) or wider[0].overlaps(wider[1])


def test_every_tolerance_is_explained():
    """The grid's tolerances all have a meaning that the codebook prints."""
    assert all(TOLERANCES.values())


def test_about_is_a_tenth_either_way():
    """“About 100” is 90 to 110; “less than 40” is everything below."""
    assert Interval(Decimal(90), Decimal(110)) == exactly(100, "~").interval()
    assert Interval(-INFINITY, Decimal(40)) == exactly(40, "<").interval()
    assert Interval(-INFINITY, Decimal(40)) == exactly(40, "<=").interval()


def test_the_gap_is_the_distance_between_the_ends():
    """Two intervals that overlap have no gap; else it is the way from one to the other, either way round."""
    low, high = Interval(Decimal(1), Decimal(2)), Interval(Decimal(5), Decimal(6))

    assert (Decimal(3), Decimal(3), Decimal(0)) == (low.gap(high), high.gap(low), low.gap(low))


@pytest.mark.parametrize(
    ("low", "high", "precision", "one"),
    [
        ("12.5", "12.5", "exact", True),
        ("12.5", "20", "exact", True),
        ("12.6", "12.6", "exact", False),
        ("13", "13", "rounded", False),
        ("11", "11", "rounded", False),
    ],
)
def test_only_numbers_rounded_apart_share_no_value(low, high, precision, one):
    """12% may be an exact 12.5% rounded; it is not what was rounded to 13% or to 11%."""
    other = Quantity(Decimal(low), Decimal(high), "percent", "=", precision)
    twelve = Quantity(Decimal(12), Decimal(12), "percent")

    assert (one, one) == (can_be_one(twelve, other), can_be_one(other, twelve))


@pytest.mark.parametrize(
    ("comparator", "value", "one"),
    [
        ("<", "12", False),
        ("<=", "12", True),
        (">", "12", False),
        (">=", "12", True),
        ("<", "11", True),
        ("<", "13", False),
    ],
)
def test_a_limit_that_is_excluded_is_not_shared(comparator, value, one):
    """Less than 12 is not 12; two limits of one side are compared by their levels."""
    limit, other = exactly(12, comparator), exactly(value)

    assert (one, one) == (can_be_one(limit, other), can_be_one(other, limit))
    assert can_be_one(limit, limit)


@pytest.mark.parametrize(
    ("words", "low", "high", "spoken"),
    [
        ("one in ten people", "8.5", "11.5", True),
        ("三成用户", "25.5", "34.5", True),
        ("近七成用户", "59.5", "80.5", True),
        ("half of them", "42.5", "57.5", True),
        ("a dozen firms", "10.2", "13.8", True),
        ("10% of people", "9.5", "10.5", False),
        ("百分之三十", "29.5", "30.5", False),
    ],
)
def test_round_words_are_read_as_a_listener_hears_them(words, low, high, spoken):
    """A simple fraction in words is wider than a percentage in digits; “about” adds nothing to it."""
    found = next(mentions(words))
    read = found.quantity.interval()

    assert (spoken, Decimal(low), Decimal(high)) == (found.spoken, read.low, read.high)


def test_it_does_not_matter_which_side_speaks_in_round_words():
    """One in ten beside 11.3% agrees, and so does 11.3% beside one in ten."""
    tenth, measured = (
        Quantity(Decimal(n), Decimal(n), "percent", "=", precision)
        for n, precision in (("10", "spoken"), ("11.3", "rounded"))
    )

    assert can_be_one(tenth, measured)
    assert can_be_one(measured, tenth)
    assert not can_be_one(tenth, Quantity(Decimal(12), Decimal(12), "percent"))


def test_half_a_year_is_not_spoken():
    """A span of time in words is as long as it is."""
    assert not next(mentions("in half a year")).spoken


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "chinese"),
    [
        ("1.5", "1.5", "USD", "$1.50", "1.5美元"),
        ("1.50", "2", "USD", "$1.50–2", "1.5–2美元"),
        ("0.125", "0.125", "GBP", "£0.125", "0.125英镑"),
        ("-3", "-3", "EUR", "-€3", "-3欧元"),
        ("450000000", "450000000", "GBP", "£450 million", "4.5亿英镑"),
        ("900000", "2000000", "EUR", "€900,000–€2 million", "90万–200万欧元"),
        ("1500000", "2000000", "USD/year", "$1.5–2 million a year", "150万–200万美元/年"),
        ("16300000", "16300000", "count", "16.3 million", "1,630万"),
        ("1234000000000", "1234000000000", "CNY", "1,234 billion yuan", "1.234万亿元"),
        ("16312345", "16312345", "count", "16,312,345", "16,312,345"),
        ("300000", "300000", "CNY", "300,000 yuan", "30万元"),
        ("41", "41", "percent", "41%", "41%"),
        ("1", "1", "percentage_point", "1 percentage point", "1个百分点"),
    ],
)
def test_numbers_are_written_as_a_reader_writes_them(low, high, unit, english, chinese):
    """Currency signs stand before, millions are said as such where two decimals do, and Chinese counts in 万 and 亿."""
    ends = Decimal(low), Decimal(high)
    said = [say(thing, language) for thing in (Quantity(*ends, unit), Amount(*ends, unit)) for language in ("en", "zh")]

    assert [english, chinese] * 2 == said


def test_what_stands_before_a_number_stands_before_the_sign():
    """A comparator and two readings keep the currency sign at the number."""
    low, high = Decimal(60), Decimal(80)

    assert "at most $60" == in_words(Quantity(low, low, "USD", "<="))
    assert "$60 or 80" == in_words(Quantity(low, high, "USD", precision="readings"))
