"""The tables of a document as cells: of a sheet or a CSV, and those that a page or a text prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.document.document import Document, Page

BETWEEN = re.compile(r"\s*\|\s*|\t+")
SHORTEST = 2  # rows that are a table, its head among them


@dataclass(frozen=True)
class Grid:
    """A table: the page or sheet that it is on, the words above it, and its rows of cells."""

    page: str
    title: str
    rows: tuple[tuple[str, ...], ...]


def grids(document: Document) -> Iterator[Grid]:
    """Yield the tables of a document in their order."""
    for page in document.pages:
        if page.rows:
            yield Grid(page.label, "", page.rows)
        elif page.tables:
            yield from (Grid(page.label, title, rows) for title, rows in page.tables)
        else:
            yield from _printed(page)


def _printed(page: Page) -> Iterator[Grid]:
    """Yield the tables in a text: lines one after the other whose cells have a bar or a tab between them."""
    title, rows = "", list[tuple[str, ...]]()
    for line in [*page.text.split("\n"), ""]:
        cells = tuple(cell.strip() for cell in BETWEEN.split(line.strip().strip("|")))
        if len(cells) > 1:
            rows.append(cells)
            continue
        if len(rows) >= SHORTEST:
            yield Grid(page.label, title, tuple(rows))
        title, rows = (line.strip() or title) if not rows else line.strip(), []
