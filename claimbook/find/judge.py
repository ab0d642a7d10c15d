"""Confirm what was drafted of evidence: its relation as proposed or as a person says, its figure and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.find.alike import same_owner, same_period
from claimbook.find.reason import from_afar, reason_for
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import TO_FILL, Relation
from claimbook.tables.writer import writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.tables.schema import Row, Rows

ALIKE = (Relation.SAME, Relation.BOUND)  # relations of a figure that is of whom the claim is


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
        Why; else the drafted reason, or what the cells of the two show.

    Raises
    ------
    Problems
        If there is no such row, or nothing is proposed and no relation is given, or a reason is missing.
    """
    names = list(dict.fromkeys(names))
    with writing(case.folder, "claims", "sources", "figures", "evidence") as tables:
        of_model = [row for row in tables.rows["evidence"] if row["evidence"] in names and _by_model(row)]
        if len(names) > 1 and of_model:
            raise Problems([f"{of_model[0]['evidence']}: a model proposed its relation; judge that one alone"])
        for name in names:
            for row, cells in judged(tables.rows, name, relation, reason):
                row |= cells


def _by_model(row: Row) -> bool:
    return "reason:model" in row["drafted"].split()


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
    claim = next((one for one in rows["claims"] if one["claim"] == row["claim"]), None)
    figure = next((one for one in rows["figures"] if one["figure"] == row["figure"]), None)
    source = next((one for one in rows["sources"] if figure and one["source"] == figure["source"]), None)
    alike = named_alike(rows, claim, figure) if claim and figure and word in ALIKE else {}
    reason = reason or _drafted(row, word, claim, figure and figure | alike)
    if not reason:
        raise Problems([f"{name}: “{word}” is not what is proposed; say why with --reason"])
    cells = {"relation": str(word), "reason": reason, "proposed": "", "drafted": ""}
    seen: Row = {"drafted": ""}
    return [(row, cells), *((one, seen | more) for one, more in ((figure, alike), (source, {})) if one)]


def _drafted(row: Row, word: str, claim: Row | None, figure: Row | None) -> str:
    """Return the reason that was drafted for a relation, or that the cells show; empty where neither is known."""
    if row.get("drafted") and word == row.get("proposed"):
        return row["reason"]
    said = reason_for(word, claim, figure) if claim else None
    return said.said("en") if said else ""


def named_alike(rows: Rows, claim: Row, figure: Row) -> Row:
    """Return the cells of a figure that somebody has said by calling it the same: the claim's, where no other uses it.

    Only a name that surely means another stays; a period is the claim's where the page gave none but its own date.

    Parameters
    ----------
    rows : dict of str to list of dict
    claim, figure : dict of str to str
    """
    if any(one["figure"] == figure["figure"] and one["claim"] != claim["claim"] for one in rows["evidence"]):
        return {}
    alike = same_owner(figure["entity"], figure["metric"], claim["subject"], claim["metric"]) is not False
    cells = {"entity": claim["subject"] if alike or from_afar(figure, "entity") else ""}
    cells["metric"] = claim["metric"] if figure["metric"] == TO_FILL else ""
    drafted = {one.partition(":")[0] for one in figure.get("drafted", "").split()}
    unsure = "period" in drafted and same_period(figure["period"], claim["period"]) is None  # a part of the other
    undated = not figure["period"] or unsure or from_afar(figure, "period")
    cells["period"] = claim["period"] if undated else ""
    return {name: words for name, words in cells.items() if words}
