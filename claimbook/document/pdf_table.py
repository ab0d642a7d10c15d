"""The tables that a page of a PDF sets: by their rules, or by the gaps between their columns."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from claimbook.document.document import Rows, clean

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage
    from pdfplumber.table import Table as PdfTable

NUMBER = re.compile(r"[(+\-−]?[$€£¥]?\d[\d,.]*\)?%?")
GAP = re.compile(r" {2,}")
NUMBERS = 8  # numbers on a page from which it may hold a table without rules
LEAST = 2  # rows of numbers of a table, and cells of a row
ABOVE = 48  # points above a table in which its title is
HEADS = 3  # lines above the first row of numbers that may be heads


def pdf_tables(page: "PdfPage", text: str) -> Iterator[tuple[str, Rows]]:
    """Yield the tables of a page, each with the words above it.

    Parameters
    ----------
    page : pdfplumber.page.Page
    text : str
        Its text, which says whether a table is worth looking for.
    """
    if len(NUMBER.findall(text)) < NUMBERS:
        return
    ruled = [table for table in page.find_tables() if len(table.rows) >= LEAST and len(table.rows[0].cells) >= LEAST]
    yield from ((_above(page, table), _cells(table.extract())) for table in ruled)
    if not ruled:
        yield from gapped((page.extract_text(layout=True) or "").split("\n"))


def _cells(rows: Iterable[Iterable[str | None]]) -> Rows:
    return tuple(tuple(" ".join(clean(cell or "").split()) for cell in row) for row in rows)


def _above(page: "PdfPage", table: "PdfTable") -> str:
    """Return the last lines of text above a table."""
    left, top, right, _ = page.bbox
    end = table.bbox[1]
    if end - top < 1:
        return ""
    words = page.crop((left, max(top, end - ABOVE), right, end)).extract_text() or ""
    return " ".join(clean(words).split())


def gapped(lines: list[str]) -> Iterator[tuple[str, Rows]]:
    """Yield runs of lines whose numbers are in columns, each column under the heads above it."""
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if _is_row(line):
            run.append(at)
        elif line.strip() or at == len(lines):
            if len(run) >= LEAST:
                yield _table(lines, run)
            run = []


def _is_row(line: str) -> bool:
    cells = GAP.split(line.strip())
    return len(cells) > LEAST and sum(NUMBER.fullmatch(cell) is not None for cell in cells) >= LEAST


def _table(lines: list[str], run: list[int]) -> tuple[str, Rows]:
    heads = [at for at in range(run[0]) if lines[at].strip()][-HEADS:]
    named = [at for at in heads if len(GAP.split(lines[at].strip())) > 1]
    title = " ".join(" ".join(lines[at].split()) for at in heads if at not in named)
    rows = [lines[at] for at in [*named, *run]]
    edges = _edges([lines[at] for at in run])
    return clean(title), _cells(_cut(row, edges) for row in rows)


def _edges(rows: list[str]) -> list[int]:
    """Return where the columns end: places at which no row has a letter."""
    width = max(map(len, rows))
    free = [all(at >= len(row) or row[at] == " " for row in rows) for at in range(width)]
    return [at for at in range(1, width) if free[at - 1] and not free[at]]


def _cut(row: str, edges: list[int]) -> list[str]:
    """Cut a line at the columns' edges; a word that crosses one belongs to the column in which it ends."""
    places, parts = [0, *edges, max(len(row), edges[-1] if edges else 0)], []
    cells = [(match.start(), match.end(), match[0]) for match in re.finditer(r"\S+(?: \S+)*", row)]
    for first, last in pairwise(places):
        inside = [words for _, end, words in cells if first < end <= last]
        parts.append(" ".join(inside))
    return parts
