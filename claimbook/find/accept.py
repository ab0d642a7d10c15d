"""Take a found passage into the tables: its source, its figure, and a row of evidence that a person still judges."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimbook.draft.calendar import read_day
from claimbook.draft.draft import about
from claimbook.draft.lexicon import lexicon
from claimbook.find.offer import Offer, dated, offer
from claimbook.find.passage import Number, Passage
from claimbook.find.source import source_with
from claimbook.find.speaker import speaker
from claimbook.judge.claim import Claim
from claimbook.mention import mentions
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import LIMITS, TO_FILL, UNJUDGED, Relation
from claimbook.tables.workspace import project_of
from claimbook.tables.writer import new_id, writing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.find.table import Cell
    from claimbook.tables.schema import Row, Rows

DRAFTED = ("metric", "entity", "population", "period", "origin")  # cells of a figure that are read in the text


class Choice(NamedTuple):
    """A passage for a claim, with the number that a person chose, or None for the one that is offered."""

    claim: Claim
    passage: Passage
    number: Number | None = None


class Accepted(NamedTuple):
    """The ids of what accepting wrote, or found on record, and the offer as it was written."""

    source: str
    figure: str
    evidence: str
    offer: Offer


def accept(
    case: Case | Draft, claim: Claim, passage: Passage, number: Number | None, docs: str | PathLike[str],
    today: date | None = None,
) -> Accepted:  # fmt: skip
    """Append a passage to ``sources.csv``, ``figures.csv`` and ``evidence.csv``; see `accept_all`."""
    return accept_all(case, [Choice(claim, passage, number)], docs, today)[0]


def accept_all(
    case: Case | Draft, choices: Sequence[Choice], docs: str | PathLike[str], today: date | None = None
) -> list[Accepted]:
    """Append passages to ``sources.csv``, ``figures.csv`` and ``evidence.csv``, all of them or none.

    The relation is ``unjudged``, which counts for nothing, until a person sets another; the one that the rules propose
    and its reason are beside it.

    Parameters
    ----------
    case : Case or Draft
    choices : sequence of Choice
        Without a number of the claim's unit, a passage is words that bear on the claim: the claim's own, or to be
        filled in.
    docs : path-like
        The folder that was searched.
    today : datetime.date, optional

    Raises
    ------
    Problems
    """
    today = today or date.today()
    read = [_read(one, Path(docs), today, case.folder) for one in choices]  # before the lock: a long PDF takes long
    done = []
    with writing(case.folder, "sources", "figures", "evidence") as tables:
        for choice, (source, offered) in zip(choices, read, strict=True):
            new = new_rows(tables.rows, choice.claim, offered, source)
            tables.add(new)
            judged = new["evidence"][0]
            figure = next(row for row in tables.rows["figures"] if row["figure"] == judged["figure"])
            done.append(Accepted(figure["source"], judged["figure"], judged["evidence"], offered))
    return done


def passage_rows(
    rows: Rows, claim: Claim, passage: Passage, number: Number | None, docs: str | PathLike[str],
    today: date | None = None, folder: Path | None = None,
) -> Rows:  # fmt: skip
    """Return the rows that a passage adds; a source or figure that is there already is used again.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources``, ``figures`` and ``evidence`` as they are.
    claim, passage, number, docs, today : as for `accept`
    folder : Path, optional
        The article's, for its own period and its workspace.

    Returns
    -------
    dict of str to list of dict
        Of sources and figures none or one, of evidence one.

    Raises
    ------
    Problems
        If the passage does not print the number, is no longer in its file, or is beside the claim already.
    """
    source, offered = _read(Choice(claim, passage, number), Path(docs), today or date.today(), folder)
    return new_rows(rows, claim, offered, source)


def _read(choice: Choice, docs: Path, today: date, folder: Path | None) -> tuple[Row, Offer]:
    """Read the file of a passage again; return its source and what of it is offered."""
    own, home = (str(about(folder).get("period", "")), project_of(folder)) if folder else ("", None)
    claim, passage, number = choice
    _refuse(claim, passage, number)
    source, before = source_with(docs, passage, today, home)
    offered = offer(
        claim, passage, number, own=own, today=read_day(source["published"]), before=before, book=lexicon(home)
    )
    return source, dated(offered, source["published"])


def _refuse(claim: Claim, passage: Passage, number: Number | None) -> None:
    """Raise `Problems` where a number is not in a passage, or cannot be set beside the claim."""
    if number is not None and number not in passage.numbers:
        raise Problems([f"{passage.document}: the passage prints no number “{number.words}”; choose another"])
    if number is not None and not number.suits(claim.dated):
        kinds = ("a date", "a length of time") if number.dated else ("a length of time", "a date")
        raise Problems(
            [f"{passage.document}: “{number.words}” is {kinds[0]}, and the claim {kinds[1]}; choose another number"]
        )


def figure_rows(rows: Rows, offered: Offer, source: Row) -> tuple[Row, Row]:
    """Return the rows of a source and of a figure; where they are on record already, those.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources`` and ``figures`` as they are.
    offered : Offer
    source : dict of str to str
        See `source_of`.
    """
    source = next((row for row in rows["sources"] if row["source"] == source["source"]), source)
    says = {"source": source["source"], **_printed(offered)}
    same = ("source", "passage_sha256", "as_printed", "low", "high", "unit", "metric", "entity")
    figure = next((row for row in rows["figures"] if all(row[key] == says.get(key, "") for key in same)), None)
    return source, figure or _row("figures", figure=new_id("figures", rows["figures"], "f", 3), **says)


def new_rows(rows: Rows, claim: Claim, offered: Offer, source: Row) -> Rows:
    """Return the rows that an offer from a source adds; see `passage_rows`."""
    source, figure = figure_rows(rows, offered, source)
    beside = {"claim": claim.id, "figure": figure["figure"]}
    if there := next((row for row in rows["evidence"] if beside.items() <= row.items()), None):
        document = offered.passage.document
        raise Problems([f"{document}: {there['evidence']} sets this number beside {claim.id} already"])
    evidence = _row("evidence", evidence=new_id("evidence", rows["evidence"], "e", 3), **beside,
                    relation=Relation.UNJUDGED, reason=offered.reason or UNJUDGED, proposed=offered.relation or "",
                    drafted="reason:cells" if offered.reason else "")  # fmt: skip
    new = {"sources": source, "figures": figure, "evidence": evidence}
    return {name: [row] if row not in rows[name] else [] for name, row in new.items()}


def digest(passage: Passage) -> str:
    """Return the SHA-256 of a passage, as ``figures.csv`` keeps it."""
    folded = " ".join(unicodedata.normalize("NFC", passage.text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


def _row(table: str, **cells: str) -> Row:
    return dict.fromkeys(TABLES[table], "") | cells


def _printed(offered: Offer) -> Row:
    """Return what the figure says, each drafted cell with its place; a limit is exact, for it is not measured."""
    passage, number = offered.passage, offered.number
    cells = {"metric": TO_FILL, "entity": TO_FILL} | offered.cells
    cells |= {"passage_sha256": digest(passage), "origin": speaker(passage.text[slice(*offered.sentence)])}
    places = offered.places | ({"origin": "sentence"} if cells["origin"] else {})
    cells["drafted"] = " ".join(f"{column}:{places[column]}" for column in DRAFTED if column in places)
    if passage.cell:
        return cells | _of_cell(passage, passage.cell)
    cells["note"] = f"page {passage.page}" if passage.page else ""
    if number is None:
        return {"value": TO_FILL, "as_printed": TO_FILL} | cells
    spoken = any(mention.spoken for mention in mentions(number.words))
    precision = "exact" if number.comparator in LIMITS else "spoken" if spoken else "rounded"
    cells |= {"low": number.low, "high": number.high, "unit": number.unit, "comparator": number.comparator}
    return cells | {"precision": precision, "as_printed": number.words}


def _of_cell(passage: Passage, cell: Cell) -> Row:
    """Return what the number of a cell says, and where it is."""
    sheet = f"sheet {passage.page}; " if passage.page else ""
    bare = "" if cell.number.unit else "; the table names no unit"
    return {
        "low": cell.number.low,
        "high": cell.number.high,
        "unit": cell.number.unit or "count",
        "comparator": "=",
        "precision": cell.precision,
        "as_printed": passage.text,
        "note": f"{sheet}row {cell.row + 1} below the head, column {cell.column + 1}{bare}",
    }
