"""Take a found passage into the tables: its source, its figure, and a row of evidence that a person still judges."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.find.source import source_with
from claimbook.find.table import undated
from claimbook.mention import mentions
from claimbook.quantity.when import period_of
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import LIMITS, TO_FILL, UNJUDGED, UNREVIEWED, Relation
from claimbook.tables.writer import new_id, writing

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.find.passage import Number, Passage
    from claimbook.find.table import Cell
    from claimbook.judge.claim import Claim
    from claimbook.tables.schema import Row, Rows


def accept(
    case: Case | Draft,
    claim: Claim,
    passage: Passage,
    number: Number | None,
    docs: str | PathLike[str],
    today: date | None = None,
) -> tuple[str, str, str]:
    """Append a passage to ``sources.csv``, ``figures.csv`` and ``evidence.csv``, all three or none.

    The relation is ``unjudged``, which counts for nothing, until a person sets another.

    Parameters
    ----------
    case : Case or Draft
    claim : Claim
    passage : Passage
    number : Number or None
        One of the passage's; None where it is words that bear on the claim, to be filled in.
    docs : path-like
        The folder that was searched.
    today : datetime.date, optional

    Returns
    -------
    tuple of str
        Ids of the source, the figure and the row of evidence.

    Raises
    ------
    Problems
    """
    source = source_with(Path(docs), passage, today or date.today())  # before the lock: a long PDF takes its time
    with writing(case.folder, "sources", "figures", "evidence") as tables:
        new = _new(tables.rows, claim, passage, number, source)
        tables.add(new)
    judged = new["evidence"][0]
    figure = next(row for row in tables.rows["figures"] if row["figure"] == judged["figure"])
    return figure["source"], judged["figure"], judged["evidence"]


def passage_rows(
    rows: Rows,
    claim: Claim,
    passage: Passage,
    number: Number | None,
    docs: str | PathLike[str],
    today: date | None = None,
) -> Rows:
    """Return the rows that a passage adds; a source or figure that is there already is used again.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources``, ``figures`` and ``evidence`` as they are.
    claim, passage, number, docs, today : as for `accept`

    Returns
    -------
    dict of str to list of dict
        Of sources and figures none or one, of evidence one.

    Raises
    ------
    Problems
        If the passage does not print the number, is no longer in its file, or is beside the claim already.
    """
    return _new(rows, claim, passage, number, source_with(Path(docs), passage, today or date.today()))


def figure_rows(rows: Rows, claim: Claim, passage: Passage, number: Number | None, source: Row) -> tuple[Row, Row]:
    """Return the rows of a source and of a figure; where they are on record already, those.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources`` and ``figures`` as they are.
    claim, passage, number : as for `accept`
    source : dict of str to str
        See `source_of`.

    Raises
    ------
    Problems
        If the passage does not print the number.
    """
    if number is not None and number not in passage.numbers:
        raise Problems([f"{passage.document}: the passage prints no number “{number.words}”; choose another"])
    if number is not None and not number.suits(claim.dated):
        kinds = ("a date", "a length of time") if number.dated else ("a length of time", "a date")
        raise Problems(
            [f"{passage.document}: “{number.words}” is {kinds[0]}, and the claim {kinds[1]}; choose another number"]
        )
    source = next((row for row in rows["sources"] if row["source"] == source["source"]), source)
    says = {"source": source["source"], **_printed(claim, passage, number)}
    same = ("source", "passage_sha256", "as_printed", "low", "high", "unit", "metric", "entity")
    figure = next((row for row in rows["figures"] if all(row[key] == says.get(key, "") for key in same)), None)
    return source, figure or _row("figures", figure=new_id("figures", rows["figures"], "f", 3), **says)


def _new(rows: Rows, claim: Claim, passage: Passage, number: Number | None, source: Row) -> Rows:
    source, figure = figure_rows(rows, claim, passage, number, source)
    beside = {"claim": claim.id, "figure": figure["figure"]}
    if there := next((row for row in rows["evidence"] if beside.items() <= row.items()), None):
        raise Problems([f"{passage.document}: {there['evidence']} sets this number beside {claim.id} already"])
    evidence = _row("evidence", evidence=new_id("evidence", rows["evidence"], "e", 3), **beside,
                    relation=Relation.UNJUDGED, reason=UNJUDGED)  # fmt: skip
    new = {"sources": source, "figures": figure, "evidence": evidence}
    return {name: [row] if row not in rows[name] else [] for name, row in new.items()}


def digest(passage: Passage) -> str:
    """Return the SHA-256 of a passage, as ``figures.csv`` keeps it."""
    folded = " ".join(unicodedata.normalize("NFC", passage.text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


def _row(table: str, **cells: str) -> Row:
    return dict.fromkeys(TABLES[table], "") | cells


def _printed(claim: Claim, passage: Passage, number: Number | None) -> Row:
    """Return what the figure says; a limit is exact, for it is not measured."""
    if passage.cell:
        return _of_cell(claim, passage, passage.cell)
    page = f"page {passage.page}; " if passage.page else ""
    says = {
        "metric": claim.metric or TO_FILL,
        "entity": claim.subject or TO_FILL,
        "population": claim.population,
        "passage_sha256": digest(passage),
        "note": page + UNREVIEWED,
    }
    if number is None:
        return says | {"value": TO_FILL, "as_printed": TO_FILL}
    spoken = any(mention.spoken for mention in mentions(number.words))
    precision = "exact" if number.comparator in LIMITS else "spoken" if spoken else "rounded"
    says |= {"low": number.low, "high": number.high, "unit": number.unit, "comparator": number.comparator}
    return says | {"precision": precision, "as_printed": number.words}


def _metric(cell: Cell, passage: Passage) -> str:
    """Return what a cell measures: its column's head, or what names the table where the head is a period."""
    named = undated(cell.head)
    return named or (passage.text.partition(" · ")[0] if period_of(cell.head) else "")


def _of_cell(claim: Claim, passage: Passage, cell: Cell) -> Row:
    """Return what a cell says: what the table names is the table's, and only what it leaves out is the claim's."""
    sheet = f"sheet {passage.page}; " if passage.page else ""
    bare = "" if cell.number.unit else "the table names no unit; "
    where = f"{sheet}row {cell.row + 1} below the head, column {cell.column + 1}; {bare}{UNREVIEWED}"
    return {
        "metric": _metric(cell, passage) or claim.metric or TO_FILL,
        "entity": cell.side or claim.subject or TO_FILL,
        "population": claim.population,
        "period": cell.period,
        "low": cell.number.low,
        "high": cell.number.high,
        "unit": cell.number.unit or "count",
        "comparator": "=",
        "precision": cell.precision,
        "as_printed": passage.text,
        "passage_sha256": digest(passage),
        "note": where,
    }
