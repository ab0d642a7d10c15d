"""Checks that a model proposes: it writes expressions of ids, and the machine alone computes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimbook.propose.written import tried
from claimbook.tables.fault import Problems
from claimbook.tables.references import names
from claimbook.tables.vocabulary import Operation

if TYPE_CHECKING:
    from claimbook.model.known import Known

SIGNS = re.compile(r"[\s()+\-*/]+|[cm]\d{2,12}|(?<!\d)1(?:00)?(?!\d)")  # all that an expression may be made of

POWER = re.compile(r"\*\s*\*|/\s*/")  # which no text says


def check_fault(sides: Sequence[str], asked: Sequence[str], known: Known, place: tuple[int, int]) -> str:
    """Return what is wrong with a check: an id, a number of its own, what it quotes, or that it cannot be computed.

    Parameters
    ----------
    sides : sequence of str
        Left, operation, right.
    asked : sequence of str
        The ids that were asked about.
    known : Known
    place : tuple of int
        Where the quotation is.
    """
    left, op, right = sides
    if op not in set(Operation):
        return f"“{op[:10]}” is no operation of a check"
    if rest := "".join(POWER.findall(f"{left} {right}")) or SIGNS.sub("", f"{left} {right}"):
        return f"“{rest[:40]}” is neither a number of the article nor an operation"
    used = names(f"{left} {right}")
    if unknown := next((name for name in used if name not in asked), ""):
        return f"{unknown} was not asked about"
    if len(used) < 2 or not names(left) or not names(right):
        return "it does not compare numbers of the article"
    if not any(_inside(name, known, place) for name in used):
        return "the quotation prints none of its numbers"
    try:
        tried(known.rows, known.text, left, op, right)
    except Problems as problems:
        return " ".join(problems.sentences)[:200]
    return ""


def _inside(name: str, known: Known, place: tuple[int, int]) -> bool:
    row = known.anchors.get(name) or next((one for one in known.rows["claims"] if one["claim"] == name), None)
    where = known.place_of(row) if row else None
    return where is not None and place[0] <= where[0] and where[1] <= place[1]
