"""Put proposals where a person finds them: in empty cells of unfinished claims, beside drafts and entries, or apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimbook.case.row_rules import drafted_cells
from claimbook.model.asks import unfinished
from claimbook.model.proposal import ModelProposal
from claimbook.model.store import added, path_of, read_proposals, row_of, text_of
from claimbook.model.words import Place
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.schema import KEYS, Row, Rows
from claimbook.tables.writer import writing

BY = "model"  # where a drafted cell was read, in the column ``drafted``


def put(folder: Path, text: str, replies: Iterable[tuple[Sequence[ModelProposal], Row]]) -> tuple[list[Row], int]:
    """Save what models proposed, whole or not at all; return the proposals that are new, and how many only agree.

    A cell that somebody entered is never written over, nor one of a claim that is filled in.

    Parameters
    ----------
    folder : Path
    text : str
        The article as it was when the replies were checked.
    replies : iterable of (list of ModelProposal, dict)
        What each proposes, and who, by which prompt and reply, and when.

    Raises
    ------
    Problems
        If the text is another one by now, or a table cannot be read.
    """
    with writing(folder, "mentions", "claims") as tables:
        if decode(folder / "article.txt", "article.txt") != text:
            raise Problems([f"{folder.name}: its text was replaced meanwhile; run it again"])
        before = read_proposals(folder)
        new, agreed = _rows(tables.rows, replies)
        after = added(before, new)
        for row in after[len(before) :]:
            _write(tables.rows, row)
        if len(after) > len(before):
            tables.texts[path_of(folder)] = text_of(after)
    return after[len(before) :], agreed


def _rows(rows: Rows, replies: Iterable[tuple[Sequence[ModelProposal], Row]]) -> tuple[list[Row], int]:
    """Return the rows of proposals, each with its place, and how many say what is there already."""
    found, agreed = list[Row](), 0
    by_id = {name: {row[KEYS[name]]: row for row in rows[name]} for name in ("mentions", "claims")}
    for proposals, said in replies:
        readings = Counter((one.table, one.row, one.column) for one in proposals if one.gate is None)
        for one in proposals:
            if one.gate is not None or one.table not in by_id:
                found.append(row_of(one, **said, place=Place.ROW))
            elif (row := by_id[one.table].get(one.row)) is not None:
                alone = readings[one.table, one.row, one.column] == 1
                now = row[one.column]
                agreed += now == one.cell and alone
                if now != one.cell or not alone:
                    place = place_of(row, one.column, alone and one.table == "claims")
                    found.append(row_of(one, **said, instead=now, place=place))
    return found, agreed


def place_of(row: Row, column: str, alone: bool) -> Place:
    """Return where a proposal for a cell goes; two readings of one cell are both beside it."""
    if column in drafted_cells(row):
        return Place.DRAFT
    return Place.CELL if not row[column] and alone and unfinished(row) else Place.ENTRY


def _write(rows: Rows, one: Row) -> None:
    """Write a proposal into its cell, marked as drafted by a model, where the cell is its place."""
    if one["place"] != Place.CELL:
        return
    row = next(row for row in rows["claims"] if row["claim"] == one["row"])
    if not row[one["column"]]:
        row[one["column"]] = one["cell"]
        row["drafted"] = f"{row['drafted']} {one['column']}:{BY}".strip()
