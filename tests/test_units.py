"""Every unit means what its row says: to pint, to the extractor, and to a reader in either language."""

from collections import Counter
from decimal import Decimal

import pytest

from claimbook.judge.arithmetic import span
from claimbook.judge.check import Check, evaluate
from claimbook.language.phrase import quantity_zh, unit_zh
from claimbook.mention import mentions
from claimbook.quantity.quantity import Interval, Quantity, in_words
from claimbook.quantity.unit import UNITS, Unit, unit_words

NAMED = [unit for unit in UNITS.values() if unit.name]
KNOWN = [unit for unit in NAMED if unit.equals]
# Seven times (how often), 7点 (the hour), 7日 (the day), 7B and 7T (billions, trillions).
NOT_ALONE = {"times": {"times"}, "point": {"点"}, "day": {"日"}, "byte": {"B", "T"}}
BARE = ("count", "rank")  # a reader sees the number alone


def two(unit: str) -> Quantity:
    """Return two of a unit."""
    return Quantity(Decimal(2), Decimal(2), unit, "=", "exact")


@pytest.mark.parametrize("unit", KNOWN, ids=lambda unit: unit.name)
def test_a_unit_is_worth_what_its_row_says(unit: Unit) -> None:
    """One of a unit is its known equality, in either direction."""
    other = unit.equals.split(" ", 1)[1]

    assert Interval(Decimal(1), Decimal(1)) == span(unit.equals, {}, unit.name)
    assert span(unit.equals, {}, other) == span(f"1 {unit.name}", {}, other)


@pytest.mark.parametrize("unit", NAMED, ids=lambda unit: unit.name)
def test_a_unit_has_a_dimension_of_its_own_or_an_equality(unit: Unit) -> None:
    """A unit that is defined by others has a known equality."""
    assert Interval(Decimal(2), Decimal(2)) == span("c01", {"c01": two(unit.name)}, unit.name)
    assert unit.equals or unit.definition[:1] == "[" or unit.name in ("percent", "times")


@pytest.mark.parametrize(
    ("left", "right", "unit"),
    [
        ("2 li", "1000 metre", "metre"),
        ("15 mu", "1 hectare", "hectare"),
        ("3 chi", "1 metre", "metre"),
        ("121 ping", "400 square_metre", "square_metre"),
        ("1 barrel", "158.987294928 litre", "litre"),
        ("1 decade", "10 year", "year"),
        ("4 quarter", "1 year", "year"),
        ("100 basis_point", "1 percentage_point", "percentage_point"),
        ("3 point + 4 point", "7 point", "point"),
    ],
)
def test_a_check_computes_with_our_units(left: str, right: str, unit: str) -> None:
    """Units that pint by itself takes for others, or does not know, hold in a check."""
    check = Check("k01", "", left, "=", right, unit, (), (), "definition", "", "{left}")

    assert "holds" == evaluate(check, {}).result


@pytest.mark.parametrize(("one", "other"), [("celsius", "kelvin"), ("CNY", "USD"), ("celsius", "fahrenheit")])
def test_what_cannot_be_compared_is_not_converted(one: str, other: str) -> None:
    """Money of two countries and temperatures of two scales have no fixed ratio."""
    with pytest.raises(Exception, match="cannot convert"):
        span(f"1 {one}", {}, other)


@pytest.mark.parametrize(
    ("left", "right", "unit"),
    [
        ("7 USD/day", "49 USD/week", "USD/day"),
        ("24 CNY/year", "2 CNY/month", "CNY/year"),
        ("5 count/hundred_thousand_people", "50 count/million_people", "count/hundred_thousand_people"),
        ("1 gram/kilogram_of_body_weight/day", "1000 milligram/kilogram_of_body_weight/day", "gram/kilogram_of_body_weight/day"),
        ("3 USD/day * 30 day", "90 USD", "USD"),
    ],
)  # fmt: skip
def test_rates_of_one_dimension_convert(left: str, right: str, unit: str) -> None:
    """A rate is written with what it is per, and converts where that is of one dimension."""
    check = Check("k01", "", left, "=", right, unit, (), (), "definition", "", "{left}")

    assert "holds" == evaluate(check, {}).result


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("CNY/person", "CNY/household", "what is per person is not per household"),
        ("gram/kilogram_of_body_weight", "gram/kilogram", "per kilogram of body weight is not per kilogram"),
        ("CNY/person", "CNY", "what is per person is not a plain amount"),
        ("USD/month", "USD/day", "a month or a year has no fixed number of days"),
        ("month", "day", "a month or a year has no fixed number of days"),
        ("USD/day", "CNY/day", "they measure different things"),
    ],
)
def test_rates_of_different_denominators_are_refused_in_a_sentence(one: str, other: str, why: str) -> None:
    """What is per person is not per household; a month has as many days as the calendar gives it."""
    with pytest.raises(ValueError, match=f"^cannot convert {one} to {other}: .*{why}$"):
        span("c01", {"c01": two(one)}, other)


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("USD/day", "$2 a day", "2美元/天"),
        ("CNY/month", "2 yuan a month", "2元/月"),
        ("USD/hour", "$2 an hour", "2美元/小时"),
        ("CNY/quarter", "2 yuan a quarter", "2元/季度"),
        ("count/hundred_thousand_people", "2 per 100,000 people", "2/10万人"),
        ("kilowatt_hour/person", "2 kilowatt hours per person", "2千瓦时/人"),
        ("gram/kilogram_of_body_weight/day", "2 grams per kilogram of body weight a day", "2克/千克体重/天"),
        ("percent/day", "2% a day", "2%/天"),
        ("EUR/household/year", "€2 per household a year", "2欧元/户/年"),
    ],
)
def test_a_rate_is_printed_in_both_languages(unit: str, english: str, chinese: str) -> None:
    """As a newspaper writes it: a day, an hour, per person."""
    assert (english, chinese) == (in_words(two(unit)), quantity_zh(two(unit)))


def test_no_word_is_read_as_two_units() -> None:
    """A word, a sign, or a word before the number belongs to one unit."""
    words = Counter(word for unit in NAMED for group in unit.words.values() for word in group)
    signs = Counter(sign for unit in NAMED for sign in (*unit.signs, *unit.words_before))

    assert [] == [word for word, times in (words + signs).items() if words[word] > 1 or signs[word] > 1]


@pytest.mark.parametrize("unit", NAMED, ids=lambda unit: unit.name)
def test_a_unit_is_printed_in_both_languages(unit: Unit) -> None:
    """Every row has its words for one, for many, and in Chinese, but those that a reader sees without."""
    printed = [unit_words(unit.name, one=True), unit_words(unit.name), unit_zh(unit.name)]

    assert all(printed) or unit.name in BARE


@pytest.mark.parametrize("unit", [unit for unit in NAMED if unit.words], ids=lambda unit: unit.name)
def test_the_extractor_reads_every_word_of_a_unit(unit: Unit) -> None:
    """7 and a word of a row is that many of the unit, but for the words that say something else alone."""
    wrong = set()
    for power, words in unit.words.items():
        for word in words:
            text = f"about 7 {word}." if word.isascii() else f"共7{word}。"
            if [(unit.name, Decimal(7).scaleb(power))] != [(m.unit, m.low) for m in mentions(text)]:
                wrong.add(word)

    assert NOT_ALONE.get(unit.name, set()) == wrong


@pytest.mark.parametrize("size", ["kilo", "mega", "giga", "tera"])
def test_hours_of_power_are_read_with_and_without_a_hyphen(size: str) -> None:
    """28.8 terawatt hours, terawatt-hours: one number each, of energy."""
    found = mentions(f"It made 28.8 {size}watt hours (as said), then 5 {size}watt-hours.")

    assert [f"{size}watt_hour"] * 2 == [mention.unit for mention in found]
