"""Confirm what was drafted of evidence: its relation as proposed or as a person says, its figure and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Relation
from claimbook.tables.writer import writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.tables.schema import Row, Rows


def judge(case: Case | Draft, names: Iterable[str], relation: Relation | None = None, reason: str = "") -> None:
    """Judge rows of evidence, and confirm the drafted cells of their figures and sources, all or none.

    Parameters
    ----------
    case : Case or Draft
    names : iterable of str
        Ids of rows of evidence.
    relation : Relation, optional
        What a person judged it to be; else what the rules propose.
    reason : str
        Why; else the drafted reason.

    Raises
    ------
    Problems
        If there is no such row, or nothing is proposed and no relation is given, or a reason is missing.
    """
    with writing(case.folder, "sources", "figures", "evidence") as tables:
        for name in names:
            for row, cells in judged(tables.rows, name, relation, reason):
                row |= cells


def judged(rows: Rows, name: str, relation: Relation | None = None, reason: str = "") -> list[tuple[Row, Row]]:
    """Return the rows that judging one row of evidence changes, each with its new cells.

    Raises
    ------
    Problems
    """
    row = next((row for row in rows["evidence"] if row["evidence"] == name), None)
    if row is None:
        raise Problems([f"{name}: there is no such row in evidence.csv"])
    word = relation or row.get("proposed", "")
    if not word:
        raise Problems([f"{name}: no relation is proposed; give one, such as --relation proxy, with --reason"])
    if not reason and (not row.get("drafted") or word != row.get("proposed")):
        raise Problems([f"{name}: “{word}” is not what is proposed; say why with --reason"])
    figure = next((one for one in rows["figures"] if one["figure"] == row["figure"]), None)
    source = next((one for one in rows["sources"] if figure and one["source"] == figure["source"]), None)
    cells = {"relation": str(word), "reason": reason or row["reason"], "proposed": "", "drafted": ""}
    seen: Row = {"drafted": ""}
    return [(row, cells), *((one, seen) for one in (figure, source) if one)]
