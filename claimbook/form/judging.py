"""A person's answers about evidence: is this the same thing, and who says it; each is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimbook.find.judge import ALIKE, named_alike
from claimbook.find.reason import reason_for
from claimbook.form.changes import Change, find
from claimbook.form.confirm import confirming
from claimbook.language.phrase import phrase
from claimbook.tables.schema import KEYS
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON, UNTIERED, Copy, Relation, Tier

if TYPE_CHECKING:
    from claimbook.form.session import Session
    from claimbook.tables.schema import Row, Rows

DRAFTED = (
    "The same measure, of the same, at the same time.",
    "Background to the claim.",
)  # reasons that the form writes and may write over


def judged(session: Session, name: str, relation: str, language: str) -> list[Change]:
    """Return the changes that give evidence a relation: a reason is drafted where none was typed.

    That somebody answers says, too, that somebody has read the passage.

    Parameters
    ----------
    session : Session
    name : str
        Id of the row of evidence.
    relation : str
    language : str
        Of the drafted reason.
    """
    row = find(session.rows, "evidence", name)
    if row is None or relation not in set(Relation):
        return []
    claim, figure = find(session.rows, "claims", row["claim"]) or {}, find(session.rows, "figures", row["figure"])
    alike = named_alike(session.rows, claim, figure) if claim and figure and relation in ALIKE else {}
    cells = {"relation": relation, "proposed": "", "drafted": ""}
    if relation != row.get("proposed") and _may_be_drafted(row, claim, figure):
        drafted = reason_for(relation, claim, figure and figure | alike) if claim else None
        cells["reason"] = drafted.said(language) if drafted else ""
    elif relation == row.get("proposed") and language == "zh":
        cells["reason"] = phrase(row["reason"]).said(language)
    if relation != Relation.PROXY:
        cells["points"] = ""
    if relation != Relation.BOUND:
        cells |= {"direction": "", "inequality": ""}
    seen = {one.table: one for one in confirming(session.rows, row)} if relation != Relation.UNJUDGED else {}
    if figure and alike:
        known = seen.get("figures") or Change("figures", figure["figure"], dict(figure), dict(figure))
        seen["figures"] = replace(known, after=(known.after or {}) | alike)
    first = changed("evidence", row, cells)
    return [*([first] if first else []), *(one for name, one in seen.items() if name != "evidence" and one.cells)]


def _may_be_drafted(row: Row, claim: Row, figure: Row | None) -> bool:
    """Return whether nobody has typed a reason: it is empty, a program's, or one that the form drafts."""
    reason = row["reason"]
    if row.get("drafted") or not reason.strip() or any(words in reason for words in LEFT_TO_A_PERSON):
        return True
    drafts = [reason_for(relation, claim, figure) for relation in Relation] if claim else []
    said = {one.said(language) for one in [*drafts, *map(phrase, DRAFTED)] if one for language in ("en", "zh")}
    return reason in said


def says(session: Session, name: str, cells: Row, language: str) -> list[Change]:
    """Return the changes that answer who says a figure: the tier with its reason, the author, the rest.

    Parameters
    ----------
    session : Session
    name : str
        Id of the source.
    cells : dict of str to str
        What was entered of it; a tier without a reason gets what the tier means.
    language : str
    """
    row = find(session.rows, "sources", name)
    if row is None:
        return []
    cells, tier = dict(cells), cells.get("tier", "")
    if tier in set(Tier) and (tier != row["tier"] or UNTIERED in row["tier_reason"]):
        cells["tier_reason"] = phrase(Tier(tier).meaning).said(language)
    if tier == Tier.PRIMARY and UNTIERED in row["tier_reason"] and row["copy"] == Copy.REPOST:
        cells["copy"] = Copy.ORIGINAL
    change = changed("sources", row, cells)
    return [change] if change else []


def changed(table: str, row: Row, cells: Row) -> Change | None:
    """Return the change that puts cells into a row, or None where they are there."""
    after = row | cells
    return Change(table, row[KEYS[table]], dict(row), after) if after != row else None


def copied(rows: Rows, name: str) -> list[Change]:
    """Return the changes that fill in what a claim lacks, or what a program drafted of it, from the claim before it."""
    order = [row for row in rows["claims"] if row["mention"] or row["claim"] == name]
    at = next((at for at, row in enumerate(order) if row["claim"] == name), 0)
    if at == 0:
        return []
    row, before = order[at], order[at - 1]
    columns = [column for column in ("subject", "metric", "population", "period") if before[column] and not row[column]]
    change = changed("claims", row, {column: before[column] for column in columns})
    return [change] if change else []


def spread(rows: Rows, column: str, value: str) -> list[Change]:
    """Return the changes that put a value into a column of all claims that have nothing there."""
    empty = [row for row in rows["claims"] if not row[column].strip()]
    return [change for row in empty if (change := changed("claims", row, {column: value}))]
