"""A workbook or a CSV as text: a line a row, cells with a tab between them."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Keep, Page, Unreadable, clean, ignore
from claimbook.document.reach import far_sheets, unpacked_size

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_CELLS = 1_000_000  # of one document; a longer table is data, and no page to quote
MOST_UNPACKED = 512 * 2**20  # bytes of a workbook's files together
LONGEST = 32_767  # characters of a cell, as in Excel


def read_workbook(raw: bytes, url: str = "", keep: Keep = ignore) -> Document:
    """Read the bytes of an Excel or OpenDocument workbook, one page a sheet.

    Parameters
    ----------
    raw : bytes
    url : str
    keep : callable
        Is given each page as soon as it is read: the next may take too much memory.

    Raises
    ------
    Unreadable
        If it is locked, broken, empty or too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if (size := unpacked_size(raw)) > MOST_UNPACKED:
        most = MOST_UNPACKED // 2**20
        raise Unreadable(
            f"is {size / 2**20:,.0f} MB when unpacked; the limit is {most} MB; save only the part you need"
        )
    cut: list[str] = []
    pages: list[Page] = []
    try:
        for page in _sheets(CalamineWorkbook.from_filelike(io.BytesIO(raw)), far_sheets(raw), cut):
            pages.append(page)
            keep(page)
    except PasswordError:
        raise Unreadable("is protected by a password; save a copy without one") from None
    except CalamineError:
        raise Unreadable("is a damaged workbook; save it again") from None
    if not pages:
        raise Unreadable("; ".join(cut) or "is a workbook in which every cell is empty")
    return Document(tuple(pages), url=url, cut="; ".join(cut))


def _sheets(book: CalamineWorkbook, far: Mapping[str, str], cut: list[str]) -> Iterator[Page]:
    """Yield the sheets of a workbook that hold text, as far as there is room for them; add to `cut` what is missing."""
    left = MOST_CELLS
    for name in book.sheet_names:
        if name in far:
            cut.append(f"sheet “{name}” has a cell in {far[name]} and was skipped; delete its empty rows and columns")
            continue
        sheet = book.get_sheet_by_name(name)
        whole, most = sheet.height, left // max(sheet.width, 1)
        page = _page(name, sheet.to_python(nrows=most) if most < whole else sheet.to_python())
        left -= sum(map(len, page.rows))
        if most < whole:
            cut.append(_first(most, whole, f"of sheet “{name}” "))
        if page.text:
            yield page


def read_csv(raw: bytes, url: str = "", declared: str = "") -> Document:
    """Read the bytes of a CSV or TSV."""
    text, encoding = text_of(raw, declared)
    separator = max(",;\t", key=text[:10_000].count)
    csv.field_size_limit(sys.maxsize)  # a long cell is cut off below, like one of a workbook
    lines = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    try:
        rows = list(_within(lines, MOST_CELLS))
        whole = len(rows) + sum(1 for _ in lines)
    except csv.Error as error:
        raise Unreadable(f"is not a table ({error}, line {lines.line_num}); save it again as CSV") from None
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise Unreadable("is a table in which every cell is empty")
    cut = _first(len(rows), whole) if len(rows) < whole else ""
    return Document((_page("", rows),), url=url, encoding=encoding, cut=cut)


def _within(rows: Iterable[list[str]], most: int) -> Iterator[list[str]]:
    """Yield rows until so many cells are read."""
    for row in rows:
        yield row
        most -= len(row) or 1
        if most <= 0:
            return


def _first(read: int, whole: int, of: str = "") -> str:
    return f"only the first {read:,} of {whole:,} rows {of}were read; save only the part you need"


def _page(name: str, rows: Iterable[Iterable[object]]) -> Page:
    cells = tuple(tuple(_cell(cell) for cell in row) for row in rows)
    return Page(name, clean("\n".join("\t".join(row).rstrip("\t") for row in cells)), cells)


def _cell(cell: object) -> str:
    """Write a cell on one line; a whole number that a workbook keeps as a float is whole."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
