"""The proposals of models for an article, ``proposals.csv`` beside its tables: no verdict is ever computed from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimbook.model.proposal import ModelProposal
from claimbook.tables.fault import Fault, Problems
from claimbook.tables.files import decode
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Operation
from claimbook.tables.writer import new_ids

FILE = "proposals.csv"
PROPOSER = "language model"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t")  # a spreadsheet takes a cell that begins so for a formula
# Column -> what its cells say; the page docs/model.md prints them.
COLUMNS = {
    "proposal": "id",
    "table": "the table that it is for; empty where the reply did not say it",
    "row": "the row of that table; of evidence the claim",
    "column": "the cell",
    "cell": "what is proposed",
    "instead": "what was there at the time",
    "place": "where the proposal is: cell, draft, entry or row",
    "start": "first character of the quotation, in the article or in the passage",
    "end": "one past its last character",
    "exact": "the quotation",
    "document": "of evidence: the document",
    "page": "of evidence: its page or sheet",
    "number": "of evidence: the number, as printed",
    "passage_sha256": "of evidence: SHA-256 of the passage",
    "note": "of evidence: the difference that was seen",
    "gate": "the check of the machine that it did not pass; empty where it passed all",
    "fault": "what is wrong with it",
    "proposer": "who proposed it",
    "model": "the name of the model",
    "prompt_sha256": "SHA-256 of what was sent",
    "reply_sha256": "SHA-256 of the reply",
    "date": "when",
    "refused": "yes: a person refused it",
}
# What a model may propose, by table.
FIELDS = {
    "mentions": ("role",),
    "claims": ("metric", "subject", "population", "period", "statement_en", "statement_zh"),
    "evidence": ("relation",),
}
SAME = (
    "table",
    "row",
    "column",
    "cell",
    "start",
    "end",
    "document",
    "passage_sha256",
    "number",
    "gate",
    "fault",
    "model",
)


def path_of(folder: Path) -> Path:
    """Return the file of an article's proposals."""
    return folder / FILE


def read_proposals(folder: Path) -> list[Row]:
    """Return what models proposed for an article, what was put aside too.

    Raises
    ------
    Problems
        If the file is no table of these columns.
    """
    path = path_of(folder)
    if not path.exists():
        return []
    rows = list(csv.reader(io.StringIO(decode(path, FILE), newline="")))
    if not rows or rows[0] != [*COLUMNS] or any(len(row) != len(COLUMNS) for row in rows):
        words = "its columns are not those of Claimbook; remove it, and the replies that are kept make it again"
        raise Problems([Fault(FILE, words=words)])
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]
    faults = [number for number, row in enumerate(found, 2) if not row["gate"] and not _is_ours(row)]
    if faults:
        raise Problems(
            [Fault(FILE, number, words="is no proposal of Claimbook's; remove the row") for number in faults]
        )
    return found


def _is_ours(row: Row) -> bool:
    """Return whether a proposal is for a cell that a model may propose; anybody may have edited the file."""
    if row["table"] == "checks":
        return row["column"] == "check" and any(f" {op} " in row["cell"] for op in Operation)
    places = {row[name].isdecimal() and len(row[name]) < 10 for name in ("start", "end")}
    return row["column"] in FIELDS.get(row["table"], ()) and places == {True}


def text_of(rows: Iterable[Row]) -> str:
    """Return proposals as the text of their file."""
    content = io.StringIO()
    writer = csv.DictWriter(content, [*COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue()


def row_of(one: ModelProposal, **said: str) -> Row:
    """Return a proposal as a row without an id."""
    place = "" if one.start < 0 else str(one.start), "" if one.end < 0 else str(one.end)
    same = ("table", "row", "column", "cell", "exact", "document", "page", "number", "passage_sha256", "note", "fault")
    row = {name: clean(getattr(one, name)) for name in same}
    if one.gate:  # nobody looked at it: what a spreadsheet would compute is a text
        row |= {name: f"'{row[name]}" for name in ("row", "cell", "number", "note") if row[name].startswith(FORMULA)}
    row |= {"start": place[0], "end": place[1], "gate": str(one.gate or ""), "proposer": PROPOSER}
    return dict.fromkeys(COLUMNS, "") | row | said


def clean(words: str) -> str:
    """Return words that a table can hold: no half characters, no line ends of another system, no endless cell."""
    return words[:1000].replace("\r", " ").encode(errors="replace").decode()


def added(rows: Sequence[Row], new: Iterable[Row]) -> list[Row]:
    """Return proposals with new ones, each once whoever sent the question again."""
    there = {_key(row) for row in rows}
    ids, found = new_ids((row["proposal"] for row in rows), "p", 3), list(rows)
    for row in new:
        if (key := _key(row)) not in there:
            there.add(key)
            found.append(row | {"proposal": next(ids)})
    return found


def _key(row: Row) -> tuple[str, ...]:
    """Return what makes a proposal the same as another; what was put aside is counted for each question."""
    return (*(row[name] for name in SAME), row["prompt_sha256"] if row["gate"] else "")
