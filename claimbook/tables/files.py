"""Read and write the CSV tables: text in, text out, and every problem a sentence."""

import csv
import io
import os
import tempfile
from pathlib import Path

import pandas as pd
from pandera.errors import SchemaErrors

from claimbook.tables.column import EMPTY
from claimbook.tables.fault import Problems, at, in_order
from claimbook.tables.schema import TABLES, schema

LONGEST = 100_000  # characters of a cell; a longer one is a slip


def decode(path, name):
    """Return the text of a file, or raise `Problems` where it is not plain UTF-8 with LF ends."""
    text = _utf8(path, name)
    if text.startswith("\ufeff"):
        raise Problems([f"{name}: begins with a byte order mark; save it as UTF-8 without BOM"])
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        raise Problems([f"{name}, line {line}: ends with CR LF; save the file with LF line ends"])
    return text


def _utf8(path, name):
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise Problems([f"{name}: cannot be read ({error.strerror}); put it back"]) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Problems([f"{name}, line {line}: is not UTF-8; save the file as UTF-8 (Excel: “CSV UTF-8”)"]) from None


def read(path, table):
    """Read a table and check it against its schema.

    Parameters
    ----------
    path : path-like
        The CSV file.
    table : str
        A key of `claimbook.tables.schema.TABLES`.

    Returns
    -------
    pandas.DataFrame
        All cells as text; an empty cell is ``""``.

    Raises
    ------
    Problems
        With all sentences at once.
    """
    frame, faults = checked(path, table)
    if faults:
        raise Problems(faults)
    return frame


def checked(path, table):
    """Read a table as `read` does, and return it with all that is wrong with its rows, as sentences.

    Raises
    ------
    Problems
        If it cannot be read row by row.
    """
    name = Path(path).name
    rows = _rows(path)
    if not rows:
        raise Problems([f"{name}: is empty; its first line must name the columns"])
    head, body = rows[0], rows[1:]
    if len(head) == 1 and (sign := next((one for one in ";\t" if one in head[0]), "")):
        between = "semicolons" if sign == ";" else "tabs"
        raise Problems([f"{name}: its cells are told apart by {between}; save it with commas between them"])
    ragged = [
        f"{name}, row {i}: has {len(row)} cells, not {len(head)}; quote cells that hold a comma"
        for i, row in enumerate(body, 2)
        if len(row) != len(head)
    ]
    if ragged:
        raise Problems(ragged)
    frame = pd.DataFrame(body, columns=head, dtype=str)
    try:
        return schema(table).validate(frame, lazy=True), []
    except SchemaErrors as errors:
        found = in_order(_sentences(table, frame, errors.failure_cases))
        if list(frame) != list(TABLES[table]):
            raise Problems(found) from None
        return frame, found


def _rows(path):
    """Return the rows of a CSV file as lists of text; a mark and line ends such as Excel writes are no part of them."""
    name, rows = Path(path).name, []
    text = _utf8(path, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            if max(map(len, row), default=0) > LONGEST:
                raise csv.Error(f"a cell of more than {LONGEST:,} characters")
            rows.append(row)
    except csv.Error as error:
        raise Problems([f"{name}, row {len(rows) + 1}: cannot be read ({error}); shorten or mend it"]) from None
    return rows


def empty(table):
    """Return a table without rows."""
    return pd.DataFrame(columns=list(TABLES[table]), dtype=str)


def _sentences(table, frame, failures):
    name, blank = f"{table}.csv", {}
    for failure in failures.itertuples():
        if failure.check == "column_in_dataframe":
            yield f"{name}: column “{failure.failure_case}” is missing; add it to the first line"
        elif failure.check == "column_in_schema":
            yield f"{name}: column “{failure.failure_case}” is not known; remove it"
        elif failure.check == "field_uniqueness":
            where = at(table, failure.index + 2, frame.loc[failure.index], failure.column)
            yield f"{where}: “{failure.failure_case}” stands more than once; give each row an id of its own"
        elif failure.check == EMPTY:
            blank.setdefault(failure.index, []).append(failure.column)
        else:
            where = at(table, failure.index + 2, frame.loc[failure.index], failure.column)
            yield f"{where}: “{failure.failure_case}” {failure.check}"
    for index, columns in blank.items():
        where = at(table, index + 2, frame.loc[index], min(columns, key=list(frame).index))
        more = [f"“{column}”" for column in sorted(columns, key=list(frame).index)[1:]]
        so = f", and so {'is' if len(more) == 1 else 'are'} {', '.join(more)}" if more else ""
        yield f"{where}: is empty{so}; fill in what is missing"


def write(frame, path):
    """Write a table as UTF-8 CSV, whole or not at all."""
    save(frame.to_csv(index=False, lineterminator="\n"), path)


def read_text(path, name):
    """Read a table as it is, unfinished rows too, as a list of dictionaries.

    Raises
    ------
    Problems
        If it is no table, or its columns are not those of the schema.
    """
    rows = _rows(path)
    columns = list(TABLES[name])
    if not rows or rows[0] != columns:
        raise Problems([f"{Path(path).name}: its first line must be {','.join(columns)}"])
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(columns):
            raise Problems([f"{Path(path).name}, row {number}: has {len(row)} cells, not {len(columns)}"])
    return [dict(zip(columns, row, strict=True)) for row in rows[1:]]


def highest(ids, letter):
    """Return the highest number among the ids that begin with a letter; 0 where there is none.

    Examples
    --------
    >>> highest(["c01", "s04", "c09", "c1x"], "c")
    9
    """
    return max((int(name[1:]) for name in ids if name[:1] == letter and name[1:].isdecimal()), default=0)


def csv_of(name, rows):
    """Return rows as the CSV text of a table; a column that a row lacks is empty."""
    frame = pd.DataFrame(rows, columns=list(TABLES[name]), dtype=str).fillna("")
    return frame.to_csv(index=False, lineterminator="\n")


def save(content, path):
    """Write text or bytes to a temporary file beside `path`, then rename it over `path`."""
    save_all({path: content})


def save_all(contents):
    """Write several files, each whole: all are written beside their places first, and only then renamed over them.

    Parameters
    ----------
    contents : dict of path-like to str or bytes
    """
    staged = {}
    try:
        for path, content in contents.items():
            handle, temporary = tempfile.mkstemp(dir=Path(path).parent, prefix=f".{Path(path).name}.")
            staged[temporary] = path
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o644)
        for temporary, path in list(staged.items()):
            os.replace(temporary, path)
            del staged[temporary]
    finally:
        for temporary in staged:
            os.unlink(temporary)
