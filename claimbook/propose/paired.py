"""Write a reading that a person accepted: the series as a source, its cells as figures, the formula, the evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.draft import search
from claimbook.find.tier import tier_of
from claimbook.propose.change import WRITTEN, put_change
from claimbook.propose.lines import Point
from claimbook.propose.pairing import OPEN, Pairing, entity, period_of, quantity_of
from claimbook.series.frozen import certificates
from claimbook.series.places import named
from claimbook.tables.cells import Line
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES, Row, Rows
from claimbook.tables.vocabulary import UNJUDGED, Copy, Relation, SearchOutcome
from claimbook.tables.writer import new_id, writing

if TYPE_CHECKING:
    from claimbook.draft.draft import Draft
    from claimbook.judge.claim import Claim
    from claimbook.series.series import Cell, Series


def accept_pairing(
    case: Draft, chosen: Pairing, relation: Relation = Relation.UNJUDGED, reason: str = ""
) -> tuple[str, str]:
    """Write a reading, whole or not at all; return the id of its figure and of the evidence.

    Parameters
    ----------
    case : Draft
    chosen : Pairing
    relation, reason
        What a person judged it to be; until then it decides nothing.

    Raises
    ------
    Problems
        If it is beside the claim already, or a statement lacks the words that it is judged by.
    """
    with writing(case.folder, *WRITTEN, "claims") as opened:
        row = put_pairing(opened.rows, chosen, case.home, confirmed=relation is not Relation.UNJUDGED)
        row |= {"relation": relation, "reason": reason or UNJUDGED}
    return row["figure"], row["evidence"]


def put_pairing(rows: Rows, chosen: Pairing, home: Path, *, confirmed: bool = False) -> Row:
    """Put a reading into rows, and return its row of evidence, which nobody has judged.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources``, ``figures``, ``computed`` and ``evidence``, changed in place, and ``claims``.
    chosen : Pairing
    home : Path
        The workspace.
    confirmed : bool
        Whether a person has seen the drafted tier of the publisher.
    """
    assert chosen.series and chosen.claim
    source = _source(rows, chosen.series, home, confirmed)
    if chosen.table == "figures":
        return _statement(rows, chosen, source)
    ids = [_figure(rows, chosen, cell, source) for cell in chosen.cells]
    points = tuple(
        Point(named(cell.place).said("en"), cell.period, quantity_of(cell, chosen.series), cell.printed, name)
        for cell, name in zip(chosen.cells, ids, strict=True)
    )
    return put_change(rows, replace(chosen, points=points), {})


def log_none(case: Draft, claim: Claim, why: str, titles: list[str]) -> str:
    """Log that a person looked through the series and none fits; return the id of the search."""
    where = "frozen series of the workspace"
    looked = f"{why} (offered: {'; '.join(titles)})" if titles else why
    words = f"{claim.subject} {claim.metric} {claim.period_text}".strip() or claim.selector.exact
    return search.log(case, [claim], words, SearchOutcome.NOTHING, where, looked)


def _source(rows: Rows, series: Series, home: Path, confirmed: bool) -> Row:
    """Return the row of a series as a source; written where it is not on record."""
    if known := next((row for row in rows["sources"] if row.get("series") == series.id), None):
        if confirmed:
            known["drafted"] = ""
        return known
    row = next(one for one in certificates(home) if one["series"] == series.id)
    tier = tier_of(row["address"], row["publisher"], home)
    said = dict(
        source=f"series-{series.id.replace('@', '-')}",
        title=row["title"],
        publisher=row["publisher"],
        author=row["publisher"],
        url=row["address"],
        published=row["vintage"],
        tier=tier.tier,
        tier_reason=tier.reason,
        copy=Copy.ORIGINAL,
        origin=row["publisher"],
        read="live",
        read_on=row["read_on"],
        series=series.id,
        note=row["asked"],
        drafted="" if confirmed or not tier.by else f"tier:{tier.by}",
    )
    made = dict.fromkeys(TABLES["sources"], "") | said
    rows["sources"].append(made)
    return made


def _figure(rows: Rows, chosen: Pairing, cell: Cell, source: Row) -> str:
    """Write the figure of a cell, unless it is on record, and return its id."""
    assert chosen.series and chosen.claim
    sha = _line(chosen.series, cell).sha256
    for row in rows["figures"]:
        if row["source"] == source["source"] and row["passage_sha256"] == sha and row["low"]:
            return row["figure"]
    quantity = quantity_of(cell, chosen.series)
    number = f"{quantity.low:f}"
    said = {
        "source": source["source"],
        "metric": chosen.series.title,
        "entity": entity(chosen.claim, (cell,)),
        "population": "",
        "period": period_of(cell),
        "low": number,
        "high": number,
        "unit": quantity.unit,
        "comparator": "=",
        "precision": quantity.precision,
        "as_printed": cell.printed,
        "passage_sha256": sha,
        "note": "; ".join(filter(None, (f"{cell.place}, {cell.period}", cell.status))),
    }
    return _added(rows, said)


def _statement(rows: Rows, chosen: Pairing, source: Row) -> Row:
    """Write what a statement comes to, in the fixed words that it is judged by."""
    claim, series = chosen.claim, chosen.series
    assert claim and series and chosen.operation
    words = _words(rows, chosen)
    cell = chosen.cells[-1]
    said = {
        "source": source["source"],
        "metric": f"{series.title} ({chosen.formula})",
        "entity": entity(claim, chosen.cells),
        "period": period_of(cell),
        "value": words,
        "as_printed": chosen.operation.said.said("en"),
        "passage_sha256": _line(series, cell).sha256,
        "note": f"computed from series {series.id}: {chosen.filled}",
    }
    figure = _added(rows, said)
    evidence = {"evidence": new_id("evidence", rows["evidence"], "e", 3), "claim": claim.id, "figure": figure}
    rows["evidence"].append(dict.fromkeys(TABLES["evidence"], "") | evidence | {"relation": Relation.UNJUDGED})
    return rows["evidence"][-1]


def _words(rows: Rows, chosen: Pairing) -> str:
    """Return the fixed words of a statement that agree with it, or that exclude it."""
    claim = chosen.claim
    assert claim
    if chosen.result == OPEN:
        raise Problems([f"{claim.id}: this reading leaves it open; accept one that agrees or excludes, or give --none"])
    column = "value" if chosen.result == "agrees" else "excluded_by"
    row = next(row for row in rows["claims"] if row["claim"] == claim.id)
    words = row[column].partition("; ")[0].strip()
    if not words:
        raise Problems([f"{claim.id}: claims.csv says no “{column}” of this statement; fill it in and accept again"])
    return words


def _added(rows: Rows, said: Row) -> str:
    row = dict.fromkeys(TABLES["figures"], "") | said | {"figure": new_id("figures", rows["figures"], "f", 3)}
    rows["figures"].append(row)
    return row["figure"]


def _line(series: Series, cell: Cell) -> Line:
    return Line(cell.place, cell.period, cell.printed, series.unit, cell.status)
