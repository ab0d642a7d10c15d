"""An Excel workbook: one sheet a table, text as text, links that work."""

import io
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from claimbook import report
from claimbook.case.case import Case
from claimbook.export.verdicts import verdicts
from claimbook.report.draft import draft_note

Styles = dict[str, Format]
WIDTHS = {"reason": 80, "statement_en": 60, "query": 60, "statement_zh": 50, "title": 40, "metric": 40, "url": 40}
NUMBERS = ("low", "high", "start", "end")
MOST_CHARACTERS, LONGEST_LINK = 32767, 2079  # Excel's own limits for a cell and for an address
SHEETS = ("verdicts", "claims", "evidence", "figures", "computed", "sources", "searches", "checks", "mentions")


def workbook(case: Case) -> bytes:
    """Return the workbook as bytes; no text in it is taken for a formula, and the same data gives the same bytes."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(content, options)
    book.set_properties({"title": case.article.title, "created": datetime.fromisoformat(case.as_of)})
    styles = {
        "head": book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "link": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0b4f8a", "underline": 1}),
    }
    _front(book, case, styles)
    frames = {name: case.frame(name) for name in case.tables} | {"verdicts": verdicts(case, inert=False)}
    for name in SHEETS:
        _sheet(book, name, frames[name], styles)
    book.close()
    return content.getvalue()


def _front(book: xlsxwriter.Workbook, case: Case, styles: Styles) -> None:
    sheet = book.add_worksheet("result")
    sheet.set_column(0, 0, 110)
    note = draft_note(case)
    lines = [*([str(note)] if note else []), case.article.title, case.article.url, *map(str, report.headline(case))]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, _cut(line), styles["head" if row == 0 else "cell"])


def _sheet(book: xlsxwriter.Workbook, name: str, frame: pd.DataFrame, styles: Styles) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(frame.columns):
        sheet.set_column(place, place, WIDTHS.get(column, 16))
        sheet.write_string(0, place, column, styles["head"])
        for row, cell in enumerate(frame[column], 1):
            _write(sheet, row, place, column, cell, styles)
    sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)


def _write(sheet: Worksheet, row: int, place: int, column: str, cell: str, styles: Styles) -> None:
    if column in NUMBERS and cell and len(cell) <= 15:  # a double keeps 15 digits; longer ones stay text
        sheet.write_number(row, place, float(cell), styles["cell"])
    elif column == "url" and cell.startswith(("http://", "https://")) and len(cell) <= LONGEST_LINK:
        sheet.write_url(row, place, cell, styles["link"], string=cell)
    else:
        sheet.write_string(row, place, _cut(cell), styles["cell"])


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"
