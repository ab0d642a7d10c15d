"""Which publisher's or format's answer something is, and the one that reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from claimbook import document
from claimbook.document.decoding import text_of
from claimbook.series.intake import jsonstat, owid, sdmx, worldbank
from claimbook.series.intake.ask import Asker, as_json
from claimbook.series.intake.grid import Choice, Grid, read_grid
from claimbook.series.intake.taken import Taken
from claimbook.tables.fault import Problems
from claimbook.tables.files import is_special

FRED = "https://fred.stlouisfed.org/graph/fredgraph.csv?id="
DEMANDED = ".xlsx .xls .xlsm .ods"


def from_address(asker: Asker, url: str, choice: Choice) -> Taken:
    """Take a series from an address.

    Raises
    ------
    Problems
    """
    if owid.is_chart(url):
        return owid.take(asker, url, choice)
    if worldbank.is_indicator(url):
        return worldbank.take(asker, url, choice)
    parts = urlsplit(url)
    if parts.hostname == "fred.stlouisfed.org" and parts.path.startswith("/series/"):
        url = FRED + parts.path.split("/")[2]
    answer = asker.get(url)
    taken = from_bytes(answer.body, choice, url, answer.charset, _sheet(answer.kind))
    changed = answer.headers.get("last-modified", "")
    taken = replace(taken, address=url, vintage=taken.vintage or _day(changed))
    if parts.path.endswith("fredgraph.csv"):
        name = parse_qs(urlsplit(url).query).get("id", [""])[0]
        publisher = "Federal Reserve Bank of St. Louis (FRED)"
        return replace(taken, title=taken.title or name, publisher=taken.publisher or publisher)
    return taken


def from_file(path: Path, choice: Choice, sheet: str = "") -> Taken:
    """Take a series from a file of one's own.

    Raises
    ------
    Problems
    """
    if is_special(path):
        raise Problems([f"{path}: is not a regular file; save what it holds as a file and give that"])
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Problems([f"{path}: cannot be read ({error.strerror}); give a file, or an address"]) from None
    kind = "workbook" if path.suffix.casefold() in DEMANDED.split() else ""
    return from_bytes(raw, choice, str(path), "", kind, sheet)


def from_bytes(raw: bytes, choice: Choice, where: str, declared: str = "", kind: str = "", sheet: str = "") -> Taken:
    """Take a series from bytes of any of the formats."""
    if not raw.strip():
        raise Problems([f"{where}: is empty; fetch it again"])
    if kind == "workbook" or raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(raw, choice, where, sheet)
    if sdmx.is_xml(raw):
        return sdmx.take(raw, choice, where)
    text = _text(raw, declared, where)
    if text.lstrip()[:1] in ("{", "["):
        return _json(text, raw, choice, where)
    if text.lstrip()[:1] == "<":
        raise Problems([f"{where}: is a web page or other markup, and no table; give the address of its data"])
    separator = max(",;\t", key=text[:10_000].count)
    read = read_grid(_grid(text, separator, where), choice, where)
    return Taken(read.cells, read.measure, unit=read.unit, notes=read.notes)


def _text(raw: bytes, declared: str, where: str) -> str:
    try:
        return text_of(raw, declared)[0]
    except document.Unreadable as error:
        raise Problems([f"{where}: {error}"]) from None


def _grid(text: str, separator: str, where: str) -> Grid:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise Problems([f"{where}: is not a table ({error}); fetch it again"]) from None


def _json(text: str, raw: bytes, choice: Choice, where: str) -> Taken:
    found = as_json(text, where)
    if jsonstat.is_dataset(found):
        return jsonstat.take(found, choice, where)
    if sdmx.is_json(found):
        return sdmx.take(raw, choice, where)
    raise Problems([f"{where}: is JSON of a kind that is not read; JSON-stat and SDMX-JSON are, or give it as CSV"])


def _workbook(raw: bytes, choice: Choice, where: str, sheet: str) -> Taken:
    """Take a series from the first sheet that holds one, or from the one that is named."""
    try:
        pages = document.read_bytes(raw, "workbook").pages
    except document.Unreadable as error:
        raise Problems([f"{where}: {error}"]) from None
    if sheet and sheet not in (names := [page.label for page in pages]):
        raise Problems([f"--sheet: {where} has no sheet “{sheet}”; there are: {', '.join(names)}"])
    chosen = [page for page in pages if page.rows and sheet in ("", page.label)]
    return next(_first([(page.label, page.rows) for page in chosen], choice, where))


def _first(sheets: list[tuple[str, Grid]], choice: Choice, where: str) -> Iterator[Taken]:
    """Yield the series of the first sheet that has one; raise `Problems` with what is wrong with the first."""
    faults: list[Problems] = []
    for name, rows in sheets:
        try:
            read = read_grid(rows, choice, f"{where}, sheet {name}")
        except Problems as problems:
            faults.append(problems)
            continue
        yield Taken(read.cells, read.measure, unit=read.unit, notes=(*read.notes, f"sheet {name}"))
    raise faults[0] if faults else Problems([f"{where}: has no sheet with rows"])


def _sheet(kind: str) -> str:
    return "workbook" if "spreadsheet" in kind or "excel" in kind else ""


def _day(changed: str) -> str:
    """Return the day of a date as HTTP writes it."""
    try:
        return f"{datetime.strptime(changed, '%a, %d %b %Y %H:%M:%S GMT'):%Y-%m-%d}"
    except ValueError:
        return ""
