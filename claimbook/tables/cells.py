"""The cells of a frozen series, one a line: place, period, value, unit, status; and what is wrong with them."""

import csv
import hashlib
import io
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claimbook.tables.column import NUMBER
from claimbook.tables.fault import Fault, Problems
from claimbook.tables.schema import Row
from claimbook.tables.workspace import frozen

HEAD = ("place", "period", "value", "unit", "status")
PERIOD = re.compile(r"\d{4}(-Q[1-4]|-H[12]|-W\d{2}|-\d{2}(-\d{2})?)?", re.ASCII)
PERIOD_FIX = "must be 2023, 2023-Q2, 2023-06 or 2023-06-30"
NUMBERS = re.compile(NUMBER, re.ASCII)
SHOWN = 20  # faults of one file that are listed; a file with more was not made by the command


class Line(NamedTuple):
    """A cell of a frozen series, as its file has it."""

    place: str
    period: str
    value: str
    unit: str
    status: str

    @property
    def sha256(self) -> str:
        """The digest by which a figure names the cell."""
        return hashlib.sha256(text_of([self]).encode()).hexdigest()


def text_of(lines: Iterable[Line]) -> str:
    """Write cells as lines of CSV, without a head."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def file_of(lines: Iterable[Line]) -> str:
    """Write a file of cells."""
    return f"{','.join(HEAD)}\n{text_of(lines)}"


def read_cells(home: Path, row: Row) -> list[Line]:
    """Read the cells of a frozen series.

    Parameters
    ----------
    home : Path
        The workspace.
    row : dict of str to str
        Its row of ``series.csv``.

    Raises
    ------
    Problems
        With everything that is wrong with the file.
    """
    name = f"series/{row['series']}.csv"
    path = frozen(home, row["series"])
    if not path.is_file():
        raise Problems([Fault(name, words="is missing; put it back, or remove its row of series.csv")])
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != row["sha256"]:
        words = "is not what was frozen (another SHA-256 than in series.csv); put it back, or add the series again"
        raise Problems([Fault(name, words=words)])
    try:
        head, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""))) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise Problems([Fault(name, words=f"cannot be read ({error}); add the series again")]) from None
    if tuple(head) != HEAD:
        raise Problems([Fault(name, 1, words=f"must be {', '.join(HEAD)}; fix the heads")])
    faults = () if _is_sound(rows, row["unit"]) else _wrong(rows, row["unit"])
    if listed := [Fault(name, at, "", column, words) for at, column, words in faults]:
        raise Problems(listed)
    return list(map(Line._make, rows))


def faults_of(home: Path, rows: Iterable[Row], only: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with the cells of some series."""
    for row in rows:
        if row["series"] in only:
            try:
                read_cells(home, row)
            except Problems as problems:
                yield from problems.faults


def _is_sound(rows: list[list[str]], unit: str) -> bool:
    """Return whether nothing is wrong, each word looked at once: of a million rows most words are there many times."""
    if not rows or set(map(len, rows)) != {len(HEAD)}:
        return False
    places, periods, values, units, _ = zip(*rows, strict=True)
    words = all(map(str.strip, set(places))) and all(map(PERIOD.fullmatch, set(periods))) and set(units) == {unit}
    return (
        words
        and all(map(NUMBERS.fullmatch, set(values) - {""}))
        and len(set(zip(places, periods, strict=True))) == len(rows)
    )


def _wrong(rows: Iterable[list[str]], unit: str) -> Iterator[tuple[int, str, str]]:
    """Yield the row, the column and what is wrong, at most so many."""
    left, seen = SHOWN, set()
    for at, cells in enumerate(rows, 2):
        if len(cells) != len(HEAD):
            yield at, "", f"has {len(cells)} cells, not {len(HEAD)}; fix the row"
            return
        line = Line(*cells)
        for column, words in _faults(line, unit):
            yield at, column, words
            left -= 1
        if line[:2] in seen:
            yield at, "period", f"is there twice for “{line.place}”; remove one of the rows"
            left -= 1
        seen.add(line[:2])
        if left <= 0:
            return


def _faults(line: Line, unit: str) -> Iterator[tuple[str, str]]:
    if not line.place.strip():
        yield "place", "must not be empty; name the place"
    if not PERIOD.fullmatch(line.period):
        yield "period", f"“{line.period[:40]}” {PERIOD_FIX}"
    if line.value and not NUMBERS.fullmatch(line.value):
        yield "value", f"“{line.value[:40]}” must be a plain number such as 12.3; empty where there is none"
    if line.unit != unit:
        yield "unit", f"“{line.unit[:40]}” must be the unit of series.csv, “{unit}”"
