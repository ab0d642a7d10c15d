"""An Excel workbook: one sheet a table, text as text, links that work."""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from claimbook import report
from claimbook.case.case import Case
from claimbook.export.datapackage import handed_on
from claimbook.export.verdicts import COLUMNS
from claimbook.report.draft import draft_note
from claimbook.tables.schema import Row
from claimbook.tables.writer import columns_of

Styles = dict[str, Format]
WIDTHS = {"reason": 80, "statement_en": 60, "query": 60, "statement_zh": 50, "title": 40, "metric": 40, "url": 40}
NUMBERS = ("low", "high", "start", "end")
MOST_CHARACTERS, LONGEST_LINK = 32767, 2079  # Excel's own limits for a cell and for an address
SHEETS = ("verdicts", "claims", "evidence", "figures", "computed", "sources", "searches", "checks", "mentions")


def workbook(case: Case) -> bytes:
    """Return the workbook as bytes; no text in it is taken for a formula, and the same data gives the same bytes."""
    content = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(content, options)
    book.set_properties({"title": case.article.title, "created": datetime.fromisoformat(case.as_of)})
    styles = {
        "head": book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "link": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0b4f8a", "underline": 1}),
    }
    _front(book, case, styles)
    tables = handed_on(case) | {"verdicts": report.verdict_rows(case)}
    for name in SHEETS:
        columns = columns_of(name, tables[name]) if name in case.tables else list(COLUMNS)
        _sheet(book, name, columns, tables[name], styles)
    book.close()
    return content.getvalue()


def _front(book: xlsxwriter.Workbook, case: Case, styles: Styles) -> None:
    sheet = book.add_worksheet("result")
    sheet.set_column(0, 0, 110)
    note = draft_note(case)
    lines = [*([str(note)] if note else []), case.article.title, case.article.url, *map(str, report.headline(case))]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, _cut(line), styles["head" if row == 0 else "cell"])


def _sheet(book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: list[Row], styles: Styles) -> None:
    """Write a table row by row, as the workbook has it: what was written is not kept."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column, 16))
        sheet.write_string(0, place, column, styles["head"])
    writes = [_number if column in NUMBERS else _address if column == "url" else _text for column in columns]
    for at, row in enumerate(rows, 1):
        for place, (column, write) in enumerate(zip(columns, writes, strict=True)):
            if cell := row[column]:
                write(sheet, at, place, cell, styles)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _number(sheet: Worksheet, row: int, place: int, cell: str, styles: Styles) -> None:
    if cell and len(cell) <= 15:  # a double keeps 15 digits; longer ones stay text
        sheet.write_number(row, place, float(cell), styles["cell"])
    else:
        _text(sheet, row, place, cell, styles)


def _address(sheet: Worksheet, row: int, place: int, cell: str, styles: Styles) -> None:
    if cell.startswith(("http://", "https://")) and len(cell) <= LONGEST_LINK:
        sheet.write_url(row, place, cell, styles["link"], string=cell)
    else:
        _text(sheet, row, place, cell, styles)


def _text(sheet: Worksheet, row: int, place: int, cell: str, styles: Styles) -> None:
    sheet.write_string(row, place, _cut(cell), styles["cell"])


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"
