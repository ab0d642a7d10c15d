"""A check: arithmetic among the article's own numbers, or between a claim and a definition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.judge.arithmetic import span
from claimbook.language.phrase import Phrase, show
from claimbook.quantity.quantity import RECORDED, Interval, Quantity
from claimbook.tables.references import names
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import CheckBasis, Word


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
