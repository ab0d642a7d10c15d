"""A workbook or a CSV as text: a line a row, cells with a tab between them."""

import csv
import io
from collections.abc import Iterable

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Page, Unreadable, clean


def read_workbook(raw: bytes, url: str = "") -> Document:
    """Read the bytes of an Excel or OpenDocument workbook, one page a sheet.

    Raises
    ------
    Unreadable
        If it is locked, broken or empty.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        pages = [_page(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except PasswordError:
        raise Unreadable("is protected by a password; save a copy without one") from None
    except CalamineError:
        raise Unreadable("is a damaged workbook; save it again") from None
    pages = [page for page in pages if page.text]
    if not pages:
        raise Unreadable("is a workbook in which every cell is empty")
    return Document(tuple(pages), url=url)


def read_csv(raw: bytes, url: str = "", declared: str = "") -> Document:
    """Read the bytes of a CSV or TSV."""
    text, encoding = text_of(raw, declared)
    separator = max(",;\t", key=text[:10_000].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise Unreadable("is a table in which every cell is empty")
    return Document((_page("", rows),), url=url, encoding=encoding)


def _page(name: str, rows: Iterable[Iterable[object]]) -> Page:
    cells = tuple(tuple(_cell(cell) for cell in row) for row in rows)
    return Page(name, clean("\n".join("\t".join(row).rstrip("\t") for row in cells)), cells)


def _cell(cell: object) -> str:
    """Write a cell on one line; a whole number that a workbook keeps as a float is whole."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())
