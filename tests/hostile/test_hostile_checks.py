"""A computation that would take for ever, or comes to nothing, is refused in a sentence."""

import csv

import pytest

from claimbook import load_case
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES

WRONG = {
    "a number of 50,000 digits": ("1" * 50_000, "more than 400 characters"),
    "a number of 50 digits": ("1" * 50, "a number has more than 40 digits"),
    "a number of 50 digits with underscores": ("1_0" * 20, "a number has more than 40 digits"),
    "a name of 100,000 letters": ("a" * 100_000, "more than 400 characters"),
    "20,000 terms": ("+".join("1" * 20_000), "more than 400 characters"),
    "150 brackets": ("(" * 199 + "1" + ")" * 199, "cannot be computed"),
    "150 signs": ("-" * 398 + "1", "cannot be computed"),
    "a tower of powers": ("9**9**9", "its result is too large"),
    "a huge power": ("9**99999999", "its result is too large"),
    "a huge exponent": ("c01 * 1e999999999", "its result is too large"),
    "a root of less than nothing": ("(-1)**0.5", "its result is not a number"),
    "a division by zero": ("c01 / 0", "it divides by zero"),
    "zero by zero": ("c01 * 0 / 0", "its result is not a number"),
    "nan": ("c01 * nan", "its result is not a number"),
    "inf": ("c01 * inf", "its result is not a number"),
    "a call": ('__import__("os").system("id")', "it holds something that is no computation"),
    "an attribute": ("c01.__class__", "cannot be computed"),
    "a list": ("[1, 2][0]", "cannot be computed"),
    "a unit that is none": ("3 furlong", "furlong"),
    "an id that is none": ("c99", "“c99” is no claim, figure or mention"),
    "a statement": ("'a' * 1000000", "cannot be computed"),
    "another unit": ("3 metre", "cannot be computed"),
}


def write(bus, left, words="{left}"):
    """Give the tiny article one check."""
    cells = {"check": "k01", "title": "t", "left": left, "op": "=", "right": "c01", "unit": "count/day", "conclusion": "c01",
             "basis": "definition", "words": words}  # fmt: skip
    with (bus / "checks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, TABLES["checks"], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerow(cells)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_computation_that_is_none_is_refused(bus, wrong):
    """The sentence names the row and the reason."""
    expression, sentence = WRONG[wrong]
    write(bus, expression)
    with pytest.raises(Problems) as raised:
        load_case(bus)

    assert "checks.csv, row 2 (k01)" in str(raised.value)
    assert sentence in str(raised.value)


@pytest.mark.parametrize("words", ["{", "{}", "{left.__class__}", "{left!r}", "{0}", "{left:>999999999}", "{nothing}"])
def test_words_with_a_place_that_nothing_fills_are_refused(bus, words):
    """Places are names, and nothing of Python's formatting is obeyed."""
    write(bus, "1200 count/day", words)
    try:
        said = str(load_case(bus).outcomes[0].words)
    except Problems as problems:
        said = str(problems)

    assert "class" not in said.replace(words, "") and len(said) < 300


def test_a_check_of_many_wide_inputs_is_refused(bus):
    """Each input with two ends doubles the work; from eleven on it is divided."""
    from claimbook.judge.arithmetic import span
    from claimbook.quantity.quantity import Quantity

    known = {f"c{n:02}": Quantity(n, n + 1, "count", "=", "exact") for n in range(11)}
    with pytest.raises(ValueError, match="more than 10 inputs have two ends; divide the computation"):
        span(" + ".join(known), known, "count")
