"""What each number of a passage says: its sentence, and the cells that the rules for claims draft of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from claimbook.draft.cells import drafts
from claimbook.find.alike import changes
from claimbook.find.table import undated
from claimbook.language.phrase import HAN
from claimbook.mention import mentions
from claimbook.quantity.when import period_of
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from datetime import date

    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.passage import Number, Passage
    from claimbook.find.table import Cell
    from claimbook.tables.schema import Row

# Columns of claims.csv that a figure has, too, and what they are called there.
CELLS = {"metric": "metric", "subject": "entity", "population": "population", "period": "period"}

# Where a cell is read far from its number, so that it may be of something else.
AFAR = {"entity": ("article", "heading", "paragraph"), "period": ("article", "heading", "head")}
# That a number is by how much something changed: +5%; grew at an annual rate of 5%, and not: rose to 5%.
GREW = re.compile(
    r"(?i)\b(?:grew|grown|growing|rose|risen|rising|fell|fallen|falling|increased|decreased|declined|dropped|climbed|jumped|gained"
    r"|shrank|expanded|surged|slid|slipped)\b(?:(?!\bto\b)[^.;,\d]){0,40}$"
)
ENGLISH = re.compile(
    r"(?i)\b(?:the|and|of|was|were|are|has|had|to|from|with|than|at|for|by|rose|fell|up|down|per cent|percent)\b"
)
DATED = re.compile(r"\d{4}.*|/\d{4}.*")


@dataclass(frozen=True)
class Said:
    """One number of a passage with what is read of it.

    Parameters
    ----------
    number : Number
    sentence : tuple of int
        Start and end, in the passage, of the sentence that prints it.
    cells : dict of str to str
        ``metric``, ``entity``, ``population`` and ``period`` as far as the text says them.
    places : dict of str to str
        Where each was read: ``clause``, ``sentence``, ``paragraph``, ``heading``, ``article`` or ``table``.
    change : bool
        Whether it is a difference over time, and not how much there is.
    """

    number: Number
    sentence: tuple[int, int]
    cells: Row = field(default_factory=dict)
    places: Row = field(default_factory=dict)
    change: bool = False


def said(passage: Passage, today: date | None = None, before: str = "", book: Lexicon | None = None) -> list[Said]:
    """Return what the numbers of a passage say, dates left out, in the order of the text.

    Parameters
    ----------
    passage : Passage
    today : datetime.date, optional
        The day that its document is of, for “last year”.
    before : str
        What its document says before it, from which a subject or a period is inherited.
    book : Lexicon, optional
    """
    if passage.cell:
        whole = (0, len(passage.text))
        return [Said(passage.cell.number, whole, *_of_cell(passage, passage.cell))]
    return list(_read(passage.text, passage.numbers, today, before, book))


@lru_cache(1024)
def _read(
    passage: str, every: tuple[Number, ...], today: date | None, before: str, book: Lexicon | None
) -> tuple[Said, ...]:
    """Return what the numbers of a text say; the same passages are offered for claim after claim."""
    if not (HAN.search(passage) or ENGLISH.search(passage)):  # the rules read no other language
        return tuple(
            Said(one, sentence(passage, one.start, one.start + len(one.words))) for one in every if not one.dated
        )
    text, shift = before + passage, len(before)
    found = {one.start: one for one in mentions(text)}
    numbers = {one.start + shift: one for one in every if not one.dated}
    read = drafts(text, list(found.values()), today, book, claimed=numbers)
    return tuple(_said(passage, one, found.get(start), read.get(start)) for start, one in numbers.items())


def _said(text: str, number: Number, mention: object, drafted: object) -> Said:
    row: Mapping[str, str] = getattr(drafted, "row", {})
    places: Mapping[str, str] = getattr(drafted, "places", {})
    cells = {name: row[column] for column, name in CELLS.items() if row.get(column)}
    if not DATED.fullmatch(cells.get("period", "")):  # “last year” of nobody knows when
        cells.pop("period", None)
    where = {name: places[column] for column, name in CELLS.items() if name in cells}
    grew = number.words.startswith("+") or GREW.search(text[max(0, number.start - 60) : number.start])
    change = bool(grew) or getattr(mention, "kind", "") == "change" or changes(cells.get("metric", ""))
    place = sentence(text, number.start, number.start + len(number.words))
    return Said(number, place, cells, where, change)


def is_from_afar(places: Mapping[str, str], column: str) -> bool:
    """Return whether a cell was read far from its number: that it differs from a claim's is not sure."""
    return places.get(column, "") in AFAR.get(column, ())


def _of_cell(passage: Passage, cell: Cell) -> tuple[Row, Row]:
    named = undated(cell.head) or (passage.text.partition(" · ")[0] if period_of(cell.head) else "")
    cells = {"metric": named, "entity": cell.side, "period": cell.period}
    cells = {name: words for name, words in cells.items() if words}
    return cells, dict.fromkeys(cells, "table")
