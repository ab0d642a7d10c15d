"""Every unit means what its row says: to pint, to the extractor, and to a reader in either language."""

from collections import Counter
from decimal import Decimal

import pytest

from claimbook.judge.check import Check, evaluate, units
from claimbook.language.phrase import unit_zh
from claimbook.mention import mentions
from claimbook.quantity.unit import UNITS, Unit, unit_words

NAMED = [unit for unit in UNITS.values() if unit.name]
KNOWN = [unit for unit in NAMED if unit.equals]
BARE = ("count", "rank")  # a reader sees the number alone


@pytest.mark.parametrize("unit", KNOWN, ids=lambda unit: unit.name)
def test_a_unit_is_worth_what_its_row_says(unit: Unit) -> None:
    """One of a unit is its known equality, to twenty digits."""
    ratio = units().Quantity(units().parse_expression(unit.equals)).to(unit.name).magnitude

    assert abs(Decimal(ratio) - 1) < Decimal("1e-20")


@pytest.mark.parametrize("unit", NAMED, ids=lambda unit: unit.name)
def test_a_unit_has_a_dimension_of_its_own_or_an_equality(unit: Unit) -> None:
    """A unit that is defined by others has a known equality; a compound is read as it is written."""
    units().Quantity(1, unit.name).to_base_units()

    assert unit.equals or unit.definition[:1] == "[" or "/" in unit.name or unit.name in ("percent", "times")


@pytest.mark.parametrize(
    ("left", "right", "unit"),
    [
        ("2 li", "1000 metre", "metre"),
        ("15 mu", "1 hectare", "hectare"),
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
    with pytest.raises(Exception, match="Cannot convert"):
        units().Quantity(1, one).to(other)


def test_no_word_is_read_as_two_units() -> None:
    """A word, a sign, or a word before the number belongs to one unit."""
    words = Counter(word for unit in NAMED for group in unit.words.values() for word in group)
    signs = Counter(sign for unit in NAMED for sign in (*unit.signs, *unit.words_before))

    assert [] == [word for word, times in (words + signs).items() if words[word] > 1 or signs[word] > 1]


@pytest.mark.parametrize("unit", [unit for unit in NAMED if unit.words.get(0)], ids=lambda unit: unit.name)
def test_the_extractor_reads_the_first_word_of_a_unit(unit: Unit) -> None:
    """A number with the first word of a row has the row's unit."""
    word = unit.words[0][0]
    text = f"共有 25{word}。" if not word.isascii() else f"it has 25 {word} in all"

    assert unit.name in {mention.unit for mention in mentions(text)}


@pytest.mark.parametrize("unit", NAMED, ids=lambda unit: unit.name)
def test_a_unit_is_printed_in_both_languages(unit: Unit) -> None:
    """Every row has its words for one, for many, and in Chinese, but those that a reader sees without."""
    printed = [unit_words(unit.name, one=True), unit_words(unit.name), unit_zh(unit.name)]

    assert all(printed) or unit.name in BARE
