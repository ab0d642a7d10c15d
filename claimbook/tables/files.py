"""Read and write the CSV tables: text in, text out, and everything that is wrong as faults."""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from claimbook.tables.fault import Fault, Problems, fault_in, in_order
from claimbook.tables.schema import KEYS, TABLES, Row

LONGEST = 100_000  # characters of a cell; a longer one is a slip


def decode(path: str | os.PathLike[str], name: str) -> str:
    """Return the text of a file, or raise `Problems` where it is not plain UTF-8 with LF ends."""
    text = _utf8(path, name)
    if text.startswith("\ufeff"):
        raise Problems([Fault(name, words="begins with a byte order mark; save it as UTF-8 without BOM")])
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        raise Problems([Fault(name, words=f"line {line} ends with CR LF; save the file with LF line ends")])
    return text


def is_special(path: str | os.PathLike[str]) -> bool:
    """Return whether a path leads to a device or a pipe, whose end may never come."""
    return Path(path).exists() and not (Path(path).is_file() or Path(path).is_dir())


def _utf8(path: str | os.PathLike[str], name: str) -> str:
    if is_special(path):
        raise Problems([Fault(name, words="is not a regular file; put the file itself in its place")])
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise Problems([Fault(name, words=f"cannot be read ({error.strerror}); put it back")]) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        words = f"line {line} is not UTF-8; save the file as UTF-8 (Excel: “CSV UTF-8”)"
        raise Problems([Fault(name, words=words)]) from None


def read(path: str | os.PathLike[str], table: str) -> list[Row]:
    """Read a table and check it against its schema.

    Parameters
    ----------
    path : path-like
        The CSV file.
    table : str
        A key of `claimbook.tables.schema.TABLES`.

    Returns
    -------
    list of dict
        All cells as text; an empty cell is ``""``, and so is a column that may be empty and is not in the file, as in
        a table that is older than the column.

    Raises
    ------
    Problems
        With all faults at once.
    """
    rows, faults = checked(path, table)
    if faults:
        raise Problems(faults)
    return rows


def checked(path: str | os.PathLike[str], table: str) -> tuple[list[Row], list[Fault]]:
    """Read a table as `read` does, and return it with all that is wrong with its cells.

    Raises
    ------
    Problems
        If it cannot be read row by row.
    """
    grid = _grid(path, table)
    if faults := list(_misshapen(table, grid)):
        raise Problems(faults)
    head, *body = grid
    rows = [dict(zip(head, cells, strict=True)) for cells in body]
    columns = list(_wrong_columns(table, head))
    faults = in_order([*columns, *_duplicates(table, rows), *_wrong_cells(table, rows)])
    if columns:
        raise Problems(faults)
    return _whole(table, head, rows), faults


def _whole(table: str, head: list[str], rows: list[Row]) -> list[Row]:
    """Return rows with all columns of their table in its order; those that a file lacks are empty."""
    if head == list(TABLES[table]):
        return rows
    return [{column: row.get(column, "") for column in TABLES[table]} for row in rows]


def _grid(path: str | os.PathLike[str], table: str) -> list[list[str]]:
    """Return the cells of a CSV file; a mark and line ends such as Excel writes are no part of them."""
    rows: list[list[str]] = []
    text = _utf8(path, table).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            if max(map(len, row), default=0) > LONGEST:
                raise csv.Error("field larger than ours")
            rows.append(row)
    except csv.Error as error:  # Python's own limit may be lower than ours
        why = f"a cell of more than {LONGEST:,} characters" if "field larger" in str(error) else error
        words = f"cannot be read ({why}); shorten or fix it"
        raise Problems([Fault(table, len(rows) + 1, words=words)]) from None
    return rows


def _misshapen(table: str, grid: list[list[str]]) -> Iterator[Fault]:
    """Yield what keeps cells from being read as rows with one cell a column."""
    if not grid:
        yield Fault(table, words="is empty; its first line must name the columns")
        return
    head, *body = grid
    if len(head) == 1 and (sign := next((one for one in ";\t" if one in head[0]), "")):
        between = "semicolons" if sign == ";" else "tabs"
        yield Fault(table, words=f"is separated by {between}; save it with commas")
        return
    for number, cells in enumerate(body, 2):
        if len(cells) != len(head):
            words = f"has {len(cells)} cells, not {len(head)}; quote cells that hold a comma"
            yield Fault(table, number, words=words)


def _wrong_columns(table: str, head: list[str]) -> Iterator[Fault]:
    """Yield the columns that are unknown, doubled, or missing though no cell of them may be empty."""
    absent = [name for name in TABLES[table] if name not in head]
    for name in absent:
        if not TABLES[table][name].blank:
            yield Fault(table, words=f"column “{name}” is missing; add it to the first line")
    for name, count in Counter(head).items():
        if name not in TABLES[table]:
            meant = "".join(f"rename it to “{like}” or " for like in get_close_matches(name, absent, 1))
            yield Fault(table, words=f"column “{name}” is not known; {meant}remove it")
        elif count > 1:
            yield Fault(table, words=f"column “{name}” is there {count} times; keep one")


def _wrong_cells(table: str, rows: list[Row]) -> Iterator[Fault]:
    """Yield the cells that do not fit; each different one of a column is looked at once."""
    wrong: dict[str, dict[str, str]] = {}
    for name, column in TABLES[table].items():
        different = {row[name] for row in rows if name in row}
        if faults := {cell: words for cell in different if (words := column.fault(cell))}:
            wrong[name] = faults
    for number, row in enumerate(rows, 2) if wrong else ():
        for name, faults in wrong.items():
            if words := faults.get(row[name], ""):
                yield fault_in(table, number, row, name, words)


def _duplicates(table: str, rows: list[Row]) -> Iterator[Fault]:
    """Yield the cells that other rows have too, in columns where each must differ."""
    for column in (name for name, spec in TABLES[table].items() if spec.unique):
        counts = Counter(row.get(column, "") for row in rows)
        what = "id" if column == KEYS[table] and table != "translations" else "text"
        for number, row in enumerate(rows, 2):
            if (cell := row.get(column, "")) and counts[cell] > 1:
                words = f"duplicate {what} “{cell}”; {what}s must be unique"
                yield fault_in(table, number, row, column, words)


def read_text(path: str | os.PathLike[str], name: str) -> list[Row]:
    """Read a table as it is, unfinished rows too, as a list of dictionaries.

    Raises
    ------
    Problems
        If it is no table, or its columns are not those of the schema.
    """
    grid = _grid(path, name)
    faults = list(_misshapen(name, grid)) or list(_wrong_columns(name, grid[0]))
    if faults:
        raise Problems(faults)
    rows = [dict(zip(grid[0], cells, strict=True)) for cells in grid[1:]]
    return _whole(name, grid[0], rows)
