"""The tables of a tree of markup as cells, each with the words above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimbook.document.document import Rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 32_767  # characters of a cell, as in Excel
WIDEST = 100  # columns and rows that one cell may span
MOST_CELLS = 200_000  # of one table, those that a cell spans among them
LEAST = 2  # rows and columns of a table
PROSE = 200  # characters of a cell on average, from which a table holds a layout and not data
NAMED = 120  # characters of the words above a table
HIGH = 3  # elements around a table, before which its title may be
UNSAID = ("script", "style", "template", "noscript")
Span = tuple[str, int, int]


def tables(tree: HtmlElement) -> Iterator[tuple[str, Rows]]:
    """Yield the tables of a tree that hold numbers below or beside words, each with the words above it."""
    for table in tree.iter("table"):
        if table.find(".//table") is None and _is_data(rows := _rows(table)):
            yield _title(table), rows


def spread(rows: Iterator[list[Span]]) -> Rows:
    """Write each cell into all the places that it spans: across in the first one alone, and down in every row.

    Parameters
    ----------
    rows : iterable of list of (str, int, int)
        The text of each cell, and how many columns and rows it spans.
    """
    found: list[list[str]] = []
    below: dict[int, tuple[str, int]] = {}  # column -> what a cell above puts there, and into how many rows more
    left = MOST_CELLS
    for row in rows:
        cells = _across(row, below)
        left -= len(cells)
        if left < 0:
            break
        found.append(cells)
    width = max(map(len, found), default=0)
    return tuple(tuple([*cells, *[""] * (width - len(cells))]) for cells in found) if width * len(found) > 0 else ()


def _across(row: list[Span], below: dict[int, tuple[str, int]]) -> list[str]:
    """Return a row of cells, with those that reach down into it."""
    cells: list[str] = []

    def _hang() -> None:
        while (at := len(cells)) in below:
            text, more = below.pop(at)
            cells.append(text)
            if more > 1:
                below[at] = text, more - 1

    for text, wide, high in row:
        _hang()
        for place in range(min(wide, WIDEST)):
            if high > 1:
                below[len(cells)] = "" if place else text, min(high, WIDEST) - 1
            cells.append("" if place else text)
    _hang()
    return cells


def cell_of(text: str) -> str:
    """Return the words of a cell on one line, as far as a cell may be long."""
    text = " ".join(text[: 2 * LONGEST].split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _rows(table: HtmlElement) -> Rows:
    return spread(
        [(_words(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row.iterchildren("td", "th")]
        for row in table.iter("tr")
    )


def _span(cell: HtmlElement, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    return max(1, int(words[:6])) if words.isdecimal() else 1


def _words(element: HtmlElement) -> str:
    parts = (
        text
        for text in element.itertext()
        if (parent := getattr(text, "getparent", lambda: None)()) is None
        or getattr(text, "is_tail", False)
        or parent.tag not in UNSAID
    )
    return cell_of(" ".join(parts))


def _is_data(rows: Rows) -> bool:
    """Return whether rows are a table of data: numbers in cells of their own, and not the columns of a layout."""
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < LEAST or len(rows[0]) < LEAST or not cells:
        return False
    numbers = [cell for cell in cells if re.search(r"\d", cell)]
    return sum(map(len, cells)) < PROSE * len(cells) and len(numbers) >= LEAST and not _is_calendar(numbers)


def _is_calendar(numbers: list[str]) -> bool:
    """Return whether the numbers of a table are the days of a month, as beside many a weblog."""
    days = [int(cell) for cell in numbers if cell.isdecimal() and len(cell) < 3]
    return days == list(range(1, len(days) + 1)) and 28 <= len(days) <= 31


def _title(table: HtmlElement) -> str:
    """Return the caption of a table, or the last words before it."""
    caption = table.find("caption")
    if caption is not None and (words := _words(caption)):
        return words[-NAMED:]
    element: HtmlElement | None = table
    for _ in range(HIGH):
        if element is None:
            break
        for before in element.itersiblings(preceding=True):
            if isinstance(before.tag, str) and before.tag not in UNSAID and (words := _words(before)):
                return words if len(words) <= NAMED else ""
        element = element.getparent()
    return ""
