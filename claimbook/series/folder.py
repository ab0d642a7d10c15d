"""Read a folder of wide tables: `csv/`, one file a series, and `metadata.json`."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from claimbook.series.series import Series
from claimbook.tables.fault import Problems

METADATA = "metadata.json"
PERIOD = "Date"  # the head of the first column


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


def _entries(folder: Path) -> list[Mapping[str, str]]:
    where = folder / METADATA
    if not where.is_file():
        raise Problems([f"{folder}: has no {METADATA}; give the folder that holds it beside csv/"])
    try:
        entries = json.loads(where.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise Problems([f"{where}: is not JSON ({error}); download it again"]) from None
    if not isinstance(entries, list) or not all(isinstance(one, dict) and _named(one) for one in entries):
        raise Problems([f"{where}: must be a list of objects, each with filename and title; fix it and try again"])
    return entries


def _named(entry: Mapping[str, object]) -> bool:
    name = entry.get("filename")
    return isinstance(name, str) and Path(name).name == name and isinstance(entry.get("title"), str)


def _read(file: Path, entry: Mapping[str, str]) -> Series:
    """Read one wide table; raise `Problems` with the row that is at fault."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            head, *rows = [row for row in csv.reader(opened) if row] or [[]]
    except (OSError, ValueError, csv.Error) as error:
        raise Problems([f"{file}: cannot be read ({error}); download it again"]) from None
    if head[:1] != [PERIOD] or len(set(head)) != len(head):
        raise Problems([f"{file}, row 1: must be “{PERIOD}” and then each place once; fix its heads"])
    ragged = next((at for at, row in enumerate(rows, 2) if len(row) != len(head)), None)
    if ragged:
        raise Problems([f"{file}, row {ragged}: has {len(rows[ragged - 2])} cells and not {len(head)}; fix the row"])
    for row in rows:
        row[0] = row[0].zfill(4) if row[0].isdigit() else row[0]  # the year 900 comes before 1000
    rows.sort(key=lambda row: row[0])
    periods, *columns = zip(*rows, strict=True) if rows else [() for _ in head]
    words = {name: str(entry.get(name) or "") for name in ("title", "publisher", "unit", "description")}
    named = (words["title"], words["publisher"], words["unit"], words["description"])
    return Series(file.stem, *named, tuple(periods), dict(zip(head[1:], columns, strict=True)))
