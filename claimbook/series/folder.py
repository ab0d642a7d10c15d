"""Read a folder of wide tables: `csv/`, one file a series, and `metadata.json`."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from claimbook.series.series import Series, decimal
from claimbook.tables.fault import Problems
from claimbook.tables.files import is_special

METADATA = "metadata.json"
PERIOD = "Date"  # the head of the first column
PERIODS = re.compile(r"-?[0-9]{1,5}(?:-(?:Q[1-4]|[01][0-9](?:-[0-3][0-9])?))?")
NUMBERS = re.compile(r"(?:-?[0-9]{0,25}(?:\.[0-9]{1,60})?,)*")  # a row of plain numbers, which nearly every row is
NUMBER = re.compile(r"[-+]?[0-9]{0,25}(?:\.[0-9]{0,60})?(?:[eE][-+]?[0-9]{1,2})?")
NO_DATA = {
    "",
    "..",
    "...",
    "-",
    "–",
    "—",
    ":",
    "n/a",
    "na",
    "nan",
    "null",
}  # what publishers print where they have none
LONGEST = 255  # bytes of the name of a file, as file systems have it
SHOWN = 60  # characters of a cell that are repeated


def read_folder(folder: str | PathLike[str]) -> dict[str, Series]:
    """Read all series of a folder.

    Parameters
    ----------
    folder : path-like
        With `metadata.json`, a list of objects with `filename`, `title`, `description` and `unit`; tables in `csv/`.

    Returns
    -------
    dict of str to Series
        By the name of the file without its ending.

    Raises
    ------
    Problems
        With every fault at once.
    """
    folder = Path(folder)
    series, faults = {}, []
    for entry in _entries(folder):
        try:
            one = _read(folder / "csv" / entry["filename"], entry)
            series[one.id] = one
        except Problems as problems:
            faults += problems.sentences
    if faults:
        raise Problems(faults)
    return series


def _wrong(head: list[str], row: list[str]) -> str:
    """Return what is wrong with a row of a table: how long it is, its period, or a cell that is no number."""
    if len(row) != len(head):
        return f": has {len(row)} cells and not {len(head)}; fix the row"
    period, *cells = row
    if not PERIODS.fullmatch(period):
        return f": the period “{period[:SHOWN]}” must be 2016, 2016-Q2, 2016-06 or 2016-06-15"
    if NUMBERS.fullmatch(f"{','.join(cells)},"):
        return ""
    wrong = ((place, cell) for place, cell in zip(head[1:], cells, strict=True) if not _is_number(cell))
    place, cell = next(wrong, ("", ""))
    return f", {place[:SHOWN]}: “{cell[:SHOWN]}” must be a number, or empty where there is none" if cell else ""


def _is_number(cell: str) -> bool:
    return cell.strip().lower() in NO_DATA or (bool(NUMBER.fullmatch(cell)) and decimal(cell) is not None)


def _entries(folder: Path) -> list[Mapping[str, str]]:
    where = folder / METADATA
    if not where.is_file():
        raise Problems([f"{folder}: has no {METADATA}; give the folder that holds it beside csv/"])
    try:
        entries = json.loads(where.read_text(encoding="utf-8"))
        json.dumps(entries, ensure_ascii=False).encode()  # half a character cannot be printed
    except (ValueError, RecursionError) as error:
        raise Problems([f"{where}: is not JSON ({error}); download it again"]) from None
    if not isinstance(entries, list) or not all(isinstance(one, dict) and _named(one) for one in entries):
        raise Problems([f"{where}: must be a list of objects, each with filename and title; fix it and try again"])
    return entries


def _named(entry: Mapping[str, object]) -> bool:
    name = entry.get("filename")
    given = isinstance(name, str) and Path(name).name == name and len(name.encode()) <= LONGEST
    return given and isinstance(entry.get("title"), str)


def _read(file: Path, entry: Mapping[str, str]) -> Series:
    """Read one wide table; raise `Problems` with the row that is at fault."""
    if is_special(file):
        raise Problems([f"{file}: is not a regular file; download it again"])
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            head, *rows = [row for row in csv.reader(opened) if row] or [[]]
    except (OSError, ValueError, csv.Error) as error:
        raise Problems([f"{file}: cannot be read ({error}); download it again"]) from None
    if head[:1] != [PERIOD] or len(set(head)) != len(head):
        raise Problems([f"{file}, row 1: must be “{PERIOD}” and then each place once; fix its heads"])
    for at, row in enumerate(rows, 2):
        if wrong := _wrong(head, row):
            raise Problems([f"{file}, row {at}{wrong}"])
    if again := [period for period, count in Counter(row[0] for row in rows).items() if count > 1]:
        raise Problems([f"{file}: the period “{again[0]}” comes twice; remove one of its rows"])
    for row in rows:
        row[0] = row[0].zfill(4) if row[0].isdigit() else row[0]  # the year 900 comes before 1000
    rows.sort(key=lambda row: row[0])
    periods, *columns = zip(*rows, strict=True) if rows else [() for _ in head]
    words = {name: str(entry.get(name) or "") for name in ("title", "publisher", "unit", "description")}
    named = (words["title"], words["publisher"], words["unit"], words["description"])
    return Series(file.stem, *named, tuple(periods), dict(zip(head[1:], columns, strict=True)))
