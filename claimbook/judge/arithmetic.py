"""Arithmetic over intervals: an expression of numbers, units and ids, in exact decimals."""

import itertools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from claimbook.judge.operations import CALL, OPERATIONS
from claimbook.quantity.quantity import RECORDED, Interval, Quantity
from claimbook.quantity.unit import UNITS, is_unit, split, unit_words
from claimbook.tables.references import names

if TYPE_CHECKING:
    from pint import UnitRegistry
    from pint.facets.plain import PlainQuantity as Value

DIGITS = 50  # three thirds of a metre are a metre, once rounded to the 28 digits of a decimal
WIDE = 10  # inputs with two ends; each doubles the work
LONG = 40  # digits of a number in an expression
LONGEST = 400  # characters of an expression, without the lists of figures in it
LISTED = 5_000  # and with them


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


def span(expression: str, quantities: Mapping[str, Quantity], unit: str, tolerance: str = RECORDED) -> Interval:
    """Evaluate an expression over intervals.

    Every input is set to each of its ends in turn, so the result is exact where the expression rises or
    falls steadily in each input, as sums, products and quotients of positive numbers do.

    Parameters
    ----------
    expression : str
        Numbers, units and ids, for pint's own parser; nothing is ever passed to ``eval``. An operation over many, such
        as ``rank_from_top(f12, f13, f14)``, is one of `claimbook.judge.operations.OPERATIONS`.
    quantities : dict of str to Quantity
    unit : str
        Unit of the result.

    Raises
    ------
    ValueError
        If the expression is longer than `LONGEST`, more than `WIDE` inputs have two ends, a number is longer than
        `LONG` digits, or the result is no number or not in the dimension of `unit`.
    """
    if len(expression) <= LISTED:  # a list of figures, such as of all countries, is computed first
        expression, quantities, made = _operated(expression, quantities, tolerance)
    if len(expression) > LONGEST:
        raise ValueError(f"it has more than {LONGEST} characters; divide the computation")
    used = [*names(expression), *made]
    levels = [quantities[name].level(tolerance) for name in used]
    _within_limits(expression, levels)
    ends = [(level.low,) if level.low == level.high else (level.low, level.high) for level in levels]
    with localcontext(prec=DIGITS):
        results = [
            _value(expression, dict(zip(used, choice, strict=True)), quantities, unit)
            for choice in itertools.product(*ends)
        ]
    if not all(result.is_finite() for result in results):
        raise ValueError("its result is not a number")
    return Interval(+min(results), +max(results))


def _operated(
    expression: str, quantities: Mapping[str, Quantity], tolerance: str
) -> tuple[str, Mapping[str, Quantity], list[str]]:
    """Put the results of operations in their places, and return their names."""
    made: dict[str, Quantity] = {}
    while match := CALL.search(expression):
        name = f"operation_{len(made)}"
        made[name] = _operation(match[1], [part.strip() for part in match[2].split(",")], quantities, tolerance)
        expression = f"{expression[: match.start()]}{name}{expression[match.end() :]}"
    return expression, {**quantities, **made}, list(made)


def _operation(name: str, parts: Sequence[str], quantities: Mapping[str, Quantity], tolerance: str) -> Quantity:
    if wrong := [part for part in parts if part not in quantities]:
        raise ValueError(f"“{wrong[0]}” in {name}(…) is no figure; give ids with commas between them")
    if len(among := {quantities[part].unit for part in parts}) > 1:
        raise ValueError(f"{name}(…) needs figures of one unit; these have {', '.join(sorted(among))}")
    level = OPERATIONS[name]([quantities[part].level(tolerance) for part in parts])
    return Quantity(level.low, level.high, among.pop() if name == "total" else "", "=", "exact")


def _within_limits(expression: str, levels: Sequence[Interval]) -> None:
    if sum(level.low < level.high for level in levels) > WIDE:
        raise ValueError(f"more than {WIDE} inputs have two ends; divide the computation")
    if re.search(rf"\d[\d_]{{{LONG}}}", expression):
        raise ValueError(f"a number has more than {LONG} digits; shorten it")


def _value(expression: str, numbers: Mapping[str, Decimal], quantities: Mapping[str, Quantity], unit: str) -> Decimal:
    values = {name: units().Quantity(number, _unit(quantities[name].unit)) for name, number in numbers.items()}
    value: Value[Decimal] = units().Quantity(units().parse_expression(expression, None, **values))
    if why := apart(str(value.units).replace(" / ", "/"), unit):
        raise ValueError(why)
    return Decimal(value.to(_unit(unit)).magnitude)


@cache
def apart(one: str, other: str) -> str:
    """Say why one unit does not convert to another; an empty string where it does.

    What is per person is not per household, and a month has no fixed number of days.

    Examples
    --------
    >>> apart("USD/day", "USD/week"), apart("CNY/person", "CNY/household")
    ('', 'cannot convert CNY/person to CNY/household: what is per person is not per household')
    """
    have, want = (dict(units().Quantity(1, _unit(name)).dimensionality) for name in (one, other))
    if have == want:
        return ""
    dimensions = {name for name in {*have, *want} if have.get(name) != want.get(name)}
    return f"cannot convert {_unit(one)} to {_unit(other)}: {_differ(one, other, dimensions)}"


def _differ(one: str, other: str, dimensions: set[str]) -> str:
    if dimensions == {"[time]", "[calendar]"}:
        return "a month or a year has no fixed number of days"
    mine, theirs = ([unit_words(each, one=True).strip() for each in split(name)[1]] for name in (one, other))
    if is_unit(one) and is_unit(other) and mine != theirs:
        return f"what is {_per(mine)} is not {_per(theirs)}"
    return "they measure different things"


def _per(words: Sequence[str]) -> str:
    return " ".join(f"per {word}" for word in words) or "a plain amount"


def _unit(name: str) -> str:
    return name or "dimensionless"
