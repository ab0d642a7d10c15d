"""A check: arithmetic among the article's own numbers, or between a claim and a definition."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from claimbook.language.phrase import Amount, Phrase
from claimbook.quantity.quantity import RECORDED, Interval, Quantity
from claimbook.quantity.unit import UNITS
from claimbook.tables.references import names
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import CheckBasis, Word

if TYPE_CHECKING:
    from pint import UnitRegistry

DIGITS = 50  # three thirds of a metre are a metre, once rounded to the 28 digits of a decimal


@dataclass(frozen=True)
class Check:
    """One row of ``checks.csv``."""

    id: str
    title: str
    left: str
    op: str
    right: str
    unit: str
    premise: tuple[str, ...]
    conclusion: tuple[str, ...]
    basis: str
    reading: str
    words: str
    caveat: str = ""


class Result(Word):
    """What a check comes to, the gravest first."""

    FAILS = "fails", "no numbers within the intervals fit"
    UNDETERMINED = "undetermined", "they fail only under a reading the article does not give"
    HOLDS = "holds", "some numbers within the intervals fit"


@dataclass(frozen=True)
class Outcome:
    """What a check comes to, with the computation."""

    check: Check
    result: Result
    left: Interval
    right: Interval
    words: Phrase
    robust: bool


@cache
def units() -> "UnitRegistry":
    """Return the unit registry: pint's machinery with the units of ``units.csv`` alone, in exact decimals.

    pint's own units are left out, since the same word can mean another thing there: its ``li`` is a surveyor's link.
    """
    import pint  # half of the start-up time of a command that computes nothing

    with localcontext(prec=DIGITS):
        registry: UnitRegistry = pint.UnitRegistry(None, non_int_type=Decimal, cache_folder=None)
        for unit in UNITS.values():
            if unit.definition:
                registry.define(f"{unit.name} = {unit.definition}")
    return registry


def checks_of(rows: Iterable[Row]) -> tuple[Check, ...]:
    """Return the rows of ``checks.csv`` as `Check`."""
    same = ("title", "left", "op", "right", "unit", "basis", "reading", "words", "caveat")
    return tuple(
        Check(
            id=row["check"],
            premise=tuple(row["premise"].split()),
            conclusion=tuple(row["conclusion"].split()),
            **{name: row[name] for name in same},
        )
        for row in rows
    )


def inputs(check: Check) -> list[str]:
    """Return the ids that a check computes with, in order."""
    return names(f"{check.left} {check.right} {check.words}")


def span(expression: str, quantities: Mapping[str, Quantity], unit: str, tolerance: str = RECORDED) -> Interval:
    """Evaluate an expression over intervals.

    Every input is set to each of its ends in turn, so the result is exact where the expression rises or
    falls steadily in each input, as sums, products and quotients of positive numbers do.

    Parameters
    ----------
    expression : str
        Numbers, units and ids, for pint's own parser; nothing is ever passed to ``eval``.
    quantities : dict of str to Quantity
    unit : str
        Unit of the result.
    """
    used = names(expression)
    levels = [quantities[name].level(tolerance) for name in used]
    ends = [(level.low,) if level.low == level.high else (level.low, level.high) for level in levels]
    with localcontext(prec=DIGITS):
        results = [
            _value(expression, dict(zip(used, choice, strict=True)), quantities, unit)
            for choice in itertools.product(*ends)
        ]
    return Interval(+min(results), +max(results))


def _value(expression: str, numbers: Mapping[str, Decimal], quantities: Mapping[str, Quantity], unit: str) -> Decimal:
    values = {name: units().Quantity(number, _unit(quantities[name].unit)) for name, number in numbers.items()}
    value = units().parse_expression(expression, None, **values)
    return Decimal(units().Quantity(value).to(_unit(unit)).magnitude)


def _unit(name: str) -> str:
    return name or "dimensionless"


def evaluate(check: Check, quantities: Mapping[str, Quantity], tolerance: str = RECORDED) -> Outcome:
    """Evaluate a check against the quantities of claims, figures and mentions by id."""
    left, right, possible = _compare(check, quantities, tolerance)
    result = Result.HOLDS if possible else Result.UNDETERMINED if check.basis == CheckBasis.READING else Result.FAILS
    robust = _compare(check, quantities, "printed")[2] == possible
    return Outcome(check, result, left, right, _words(check, quantities, left, right), robust)


def _compare(check: Check, quantities: Mapping[str, Quantity], tolerance: str) -> tuple[Interval, Interval, bool]:
    left = span(check.left, quantities, check.unit, tolerance)
    right = span(check.right, quantities, check.unit, tolerance)
    possible = {"=": left.overlaps(right), "<=": left.low <= right.high, ">=": left.high >= right.low}[check.op]
    return left, right, possible


def _words(check: Check, quantities: Mapping[str, Quantity], left: Interval, right: Interval) -> Phrase:
    filled = {name: quantities[name] for name in inputs(check)}
    return Phrase(check.words, {"left": show(left, check.unit), "right": show(right, check.unit), **filled})


def show(interval: Interval, unit: str) -> Amount:
    """Round an interval to three significant digits (five just below 100), to be said with its unit.

    Examples
    --------
    >>> str(show(Interval(Decimal("43.2"), Decimal("43.2")), "minute"))
    '43.2 minutes'
    """
    return Amount(_short(interval.low), _short(interval.high), unit)


def _short(value: Decimal) -> Decimal:
    digits = 5 if 99 < value < 100 else 3
    places = digits - 1 - value.adjusted() if value else 0
    return value.quantize(Decimal(1).scaleb(-places)) if places > 0 else value.to_integral_value()
