"""A person's decisions about proposals, one at a time: what accepting or refusing one changes in the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.case.row_rules import by_hand
from claimbook.model.relating import number_in
from claimbook.model.state import States
from claimbook.model.store import path_of, read_proposals, text_of
from claimbook.model.words import Place, State
from claimbook.propose.written import tried
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.schema import KEYS, TABLES, Row, Rows
from claimbook.tables.vocabulary import Relation, Role
from claimbook.tables.workspace import project_of
from claimbook.tables.writer import Tables, locked, new_ids, save, writing

WRITTEN = ("mentions", "claims", "sources", "figures", "evidence", "checks", "translations")

if TYPE_CHECKING:
    from claimbook.draft.draft import Draft
    from claimbook.find import Index, Passage


def open_proposals(folder: Path, rows: Rows) -> list[Row]:
    """Return the proposals about which nobody has decided."""
    states = States(rows)
    return [row for row in read_proposals(folder) if states.of(row) is State.OPEN]


def accepted_cell(row: Row, one: Row) -> Row:
    """Return a row with a proposed cell, which is no longer one that a program drafted."""
    return by_hand(row, one["column"], one["cell"])


def refused_cell(row: Row, one: Row) -> Row:
    """Return a row without a proposed cell that was written into it; any other stays as it is."""
    if one["place"] == Place.CELL and row[one["column"]] == one["cell"]:
        return by_hand(row, one["column"], one["instead"])
    return row


def accepted_check(rows: Rows, text: str, one: Row) -> Rows:
    """Return the rows that accepting a check adds.

    Raises
    ------
    Problems
        If it can no longer be computed, or is there already.
    """
    left, op, right = sides_of(one["cell"])
    row, _, chinese = tried(rows, text, left, op, right)
    name = next(new_ids((each["check"] for each in rows["checks"]), "k"))
    known = {each["en"] for each in rows["translations"]}
    said = [{"en": en, "zh": zh} for en, zh in chinese.items() if en not in known]
    return {"checks": [dict.fromkeys(TABLES["checks"], "") | row | {"check": name}], "translations": said}


def sides_of(formula: str) -> tuple[str, str, str]:
    """Return left, operation and right of a check as it is proposed.

    Examples
    --------
    >>> sides_of("(c02 - c01) / c01 >= c03")
    ('(c02 - c01) / c01', '>=', 'c03')
    """
    op = next(sign for sign in (" <= ", " >= ", " = ") if sign in formula)
    left, _, right = formula.partition(op)
    return left, op.strip(), right


def accepted_evidence(
    rows: Rows, opened: Draft, one: Row, passage: Passage, docs: Path, today: date | None = None
) -> Rows:
    """Return the rows that taking in a proposed passage adds: its relation is proposed, and counts for nothing.

    Raises
    ------
    Problems
        If the passage or its number is no longer there, or is beside the claim already.
    """
    from claimbook.find import passage_rows

    number = number_in(passage, one["number"], int(one["start"]), int(one["end"]))
    if number is None:
        raise Problems([f"{one['document']}: the passage prints no “{one['number']}” any more; read the folder again"])
    if one["row"] not in opened.claims:
        raise Problems([f"{one['row']} is no longer in claims.csv"])
    new = passage_rows(rows, opened.claims[one["row"]], passage, number, docs, today, opened.folder)
    reason = one["note"] or new["evidence"][0]["reason"]
    marked = {"proposed": one["cell"], "reason": reason, "drafted": "reason:model", "relation": Relation.UNJUDGED}
    return new | {"evidence": [row | marked for row in new["evidence"]]}


def passage_of(index: Index, one: Row) -> Passage | None:
    """Return the passage that a proposal is about, or the cell of a table, by its digest."""
    from claimbook.find import digest

    wanted, name = one["passage_sha256"], one["document"]
    return next((each for each in _passages(index, name) if digest(each) == wanted), None)


def _passages(index: Index, name: str) -> Iterator[Passage]:
    from claimbook.find.cells import passage_of as as_passage

    yield from (each for each in index.passages if each.document == name)
    for table in (sheet.table for sheet in index.sheets if sheet.table.document == name):
        for row in range(len(table.body)):
            cells = (table.cell(row, column) for column in table.values)
            yield from (as_passage(table, cell) for cell in cells if cell)


def note_refused(folder: Path, names: Iterable[str]) -> None:
    """Note that a person refused proposals.

    Raises
    ------
    Problems
        If there is none.
    """
    with locked(project_of(folder)):
        rows = read_proposals(folder)
        for name in names:
            found(rows, name)["refused"] = "yes"
        save(text_of(rows), path_of(folder))


def refuse_all(folder: Path, names: Sequence[str]) -> None:
    """Refuse proposals: a cell that one was written into is emptied, and the refusal is noted, whole or not at all."""
    with writing(folder, "mentions", "claims") as tables:
        rows = read_proposals(folder)
        for name in dict.fromkeys(names):
            one = found(rows, name)
            one["refused"] = "yes"
            if one["table"] in tables.rows and not one["gate"]:
                row = target(tables.rows, one)
                row |= refused_cell(row, one)
        tables.texts[path_of(folder)] = text_of(rows)


def accept_all(opened: Draft, names: Sequence[str], docs: Path | None) -> list[str]:
    """Accept proposals, whole or not at all; of evidence one at a time. Return the ids of the rows that changed.

    Raises
    ------
    Problems
        If one is decided already, was put aside, or several relations are to be accepted at once.
    """
    named = [found(read_proposals(opened.folder), name) for name in dict.fromkeys(names)]
    if len(named) > 1 and any(one["table"] == "evidence" for one in named):
        raise Problems(["--accept: a relation is judged by itself; accept that one alone"])
    cells = [(one["table"], one["row"], one["column"]) for one in named if one["table"] in ("mentions", "claims")]
    if len(set(cells)) < len(cells):
        raise Problems(["--accept: two of these are for the same cell; accept one of them"])
    passages = {one["proposal"]: _found(opened, one, docs) for one in named if one["table"] == "evidence"}
    with writing(opened.folder, *WRITTEN) as tables:
        chosen = [_open(tables.rows, opened.folder, one["proposal"]) for one in named]
        text = decode(opened.folder / "article.txt", "article.txt")
        return [_accept(tables, opened, text, one, passages) for one in chosen]


def _open(rows: Rows, folder: Path, name: str) -> Row:
    one = found(read_proposals(folder), name)
    if (state := States(rows).of(one)) is not State.OPEN:
        raise Problems([f"{name}: is not open, it is {state}; nothing was changed"])
    return one


def _accept(tables: Tables, opened: Draft, text: str, one: Row, passages: Mapping[str, tuple[Passage, Path]]) -> str:
    if one["table"] == "checks":
        new = accepted_check(tables.rows, text, one)
    elif one["table"] == "evidence":
        new = accepted_evidence(tables.rows, opened, one, *passages[one["proposal"]])
    else:
        row = target(tables.rows, one)
        if is_role_change(one):
            raise Problems([f"{one['proposal']}: changes what is a claim; accept it in the form"])
        row |= accepted_cell(row, one)
        return one["row"]
    tables.add(new)
    return next(iter(new[one["table"]][0].values()))


def _found(opened: Draft, one: Row, docs: Path | None) -> tuple[Passage, Path]:
    """Return the passage of a proposal, and the folder that it is in."""
    from claimbook import find

    if docs is None:
        raise Problems([f"{one['proposal']}: is from {one['document']}; give its folder with --docs"])
    index = find.open_index(docs, find.store_of(opened, docs))
    passage = passage_of(index, one)
    if passage is None:
        raise Problems([f"{one['document']}: the passage is no longer there; read the folder again"])
    return passage, docs


def found(rows: Iterable[Row], name: str) -> Row:
    """Return the proposal with an id.

    Raises
    ------
    Problems
        If there is none.
    """
    one = next((row for row in rows if row["proposal"] == name), None)
    if one is None:
        raise Problems([f"{name}: there is no such proposal; `claimbook propose ID` lists them"])
    return one


def target(rows: Rows, one: Row) -> Row:
    """Return the row that a proposed cell is for.

    Raises
    ------
    Problems
        If it is gone.
    """
    row = next((row for row in rows[one["table"]] if row[KEYS[one["table"]]] == one["row"]), None)
    if row is None:
        raise Problems([f"{one['row']} is no longer in {one['table']}.csv"])
    return row


def is_role_change(one: Row) -> bool:
    """Return whether accepting a proposal moves a claim in or out, which the form does with all that hangs on it."""
    return one["column"] == "role" and Role.CLAIM in (one["cell"], one["instead"])
