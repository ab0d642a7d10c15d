"""Which cells name rows of other tables, and which rows can be followed."""

import re
from collections.abc import Collection, Iterator, Mapping

from claimbook.tables.column import DIGITS
from claimbook.tables.fault import Fault, fault_in
from claimbook.tables.schema import KEYS, TABLES, Row

NumberedRows = dict[str, list[tuple[int, Row]]]  # the rows of each table, with the numbers that a spreadsheet shows

ID = re.compile(rf"\b(?:[cfmx]{DIGITS}(?:_low|_high)?|sections)\b", re.ASCII)
REFERENCES = (
    ("mentions", "of", "claims"),
    ("claims", "mention", "mentions"),
    ("claims", "facet_of", "claims"),
    ("claims", "depends_on", "claims"),
    ("sources", "series", "series"),
    ("figures", "source", "sources"),
    ("evidence", "claim", "claims"),
    ("evidence", "figure", "figures"),
    ("searches", "claims", "claims"),
    ("checks", "premise", "claims"),
    ("checks", "conclusion", "claims"),
    ("rechecks", "source", "sources"),
)


def names(expression: str) -> list[str]:
    """Return the ids in an expression, in order.

    Examples
    --------
    >>> names("(c47 - c46) / c46")
    ['c47', 'c46']
    """
    return list(dict.fromkeys(ID.findall(expression)))


def unknown(rows: NumberedRows, every: NumberedRows, absent: Collection[str] = ()) -> Iterator[Fault]:
    """Yield a fault for each id that no table has.

    Parameters
    ----------
    rows : dict of str to list of (int, dict)
        Rows with their numbers, by table.
    every : dict of str to list of (int, dict)
        The same with the rows that are faulty themselves; they can be named.
    absent : collection of str
        Tables that could not be read; what names their rows is not judged.
    """
    known = _ids(every)
    for table, column, target in REFERENCES:
        for number, row in () if target in absent else rows[table]:
            for name in row[column].split():
                if name not in known[target]:
                    yield fault_in(table, number, row, column, f"“{name}” is not in {target}.csv; fix the id")
    for number, row in () if "figures" in absent else rows["computed"]:
        for name in names(row["expression"]):
            if name not in known["figures"] - known["computed"]:
                yield fault_in("computed", number, row, "expression", f"“{name}” is no figure; fix the id")
    everything = set().union(*known.values()) | {"sections"}
    for number, row in () if absent else rows["checks"]:
        for column in ("left", "right", "words"):
            for name in names(row[column]):
                if name.removesuffix("_low").removesuffix("_high") not in everything:
                    words = f"“{name}” is no claim, figure or mention; fix the id"
                    yield fault_in("checks", number, row, column, words)


def followed(rows: NumberedRows) -> NumberedRows:
    """Return the rows that name only rows which are there, and so on: those that can be followed."""
    while True:
        known = _ids(rows)
        left = {name: _leading(name, rows[name], known) for name in TABLES}
        if left == rows:
            return rows
        rows = left


def _ids(rows: NumberedRows) -> dict[str, set[str]]:
    """Return the ids of each table; where a figure is named, a computed one can be named too."""
    found = {name: {row[KEYS[name]] for _, row in rows[name]} for name in TABLES}
    return found | {"figures": found["figures"] | found["computed"]}


def _leading(table: str, rows: list[tuple[int, Row]], known: Mapping[str, set[str]]) -> list[tuple[int, Row]]:
    """Return the rows of a table of which every reference leads to a row that is there."""
    for column, ids in [(column, known[target]) for name, column, target in REFERENCES if name == table]:
        rows = [pair for pair in rows if ids.issuperset(pair[1][column].split())]
    if table == "computed":
        rows = [pair for pair in rows if known["figures"].issuperset(names(pair[1]["expression"]))]
    return rows
