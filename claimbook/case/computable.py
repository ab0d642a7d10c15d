"""Which checks and computed figures cannot be computed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import DivisionByZero, InvalidOperation, Overflow
from typing import TYPE_CHECKING

from claimbook.judge.computed import computed
from claimbook.judge.source import figures_of, sources_of
from claimbook.tables.fault import Fault
from claimbook.tables.references import names
from claimbook.tables.schema import Row

if TYPE_CHECKING:
    from claimbook.case.case import Case

# What Python's own words leave unsaid.
WHY = {
    DivisionByZero: "it divides by zero",
    InvalidOperation: "its result is not a number",
    Overflow: "its result is too large",
    RecursionError: "it has too many parts or brackets",
    AssertionError: "it holds something that is no computation",
}


def used(tables: dict[str, list[Row]]) -> list[tuple[int, Row]]:
    """Return the computed figures that this article's evidence or checks name, with their row numbers."""
    named = {row["figure"] for row in tables["evidence"]}
    named.update(*(names(f"{row['left']} {row['right']} {row['words']}") for row in tables["checks"]))
    return [(number, row) for number, row in enumerate(tables["computed"], 2) if row["computed"] in named]


def not_computed(tables: dict[str, list[Row]]) -> Iterator[Fault]:
    """Yield the computed figures that cannot be computed, and why."""
    rows = used(tables)
    figures = figures_of(tables["figures"], sources_of(tables["sources"])) if rows else {}
    for number, row in rows:
        try:
            computed(row, figures)
        except Exception as error:  # as below, or a part that has no number
            yield Fault("computed", number, row["computed"], "expression", _why(error, "expression, unit or words"))


def _why(error: Exception, cells: str) -> str:
    why = WHY.get(type(error), " ".join(str(error).split())) or type(error).__name__
    return f"cannot be computed ({why}); fix {cells}"


def not_computable(case: Case) -> Iterator[Fault]:
    """Yield the checks that cannot be computed, and why."""
    for number, check in enumerate(case.checks, 2):
        try:
            str(case.evaluated(check).words)
        except Exception as error:  # whatever pint, a missing id or a stray brace raises: it is the cell that is wrong
            yield Fault("checks", number, check.id, "left", _why(error, "left, right, unit or words"))
