"""Which cells name rows of other tables, and which rows can be followed."""

import re

from claimbook.tables.fault import at
from claimbook.tables.schema import KEYS, TABLES

ID = re.compile(r"\b(?:[cfm]\d{2,4}(?:_low|_high)?|sections)\b")
REFERENCES = (
    ("mentions", "of", "claims"),
    ("claims", "mention", "mentions"),
    ("claims", "facet_of", "claims"),
    ("claims", "depends_on", "claims"),
    ("figures", "source", "sources"),
    ("evidence", "claim", "claims"),
    ("evidence", "figure", "figures"),
    ("searches", "claims", "claims"),
    ("checks", "premise", "claims"),
    ("checks", "conclusion", "claims"),
    ("rechecks", "source", "sources"),
)


def names(expression):
    """Return the ids in an expression, in order.

    Examples
    --------
    >>> names("(c47 - c46) / c46")
    ['c47', 'c46']
    """
    return list(dict.fromkeys(ID.findall(expression)))


def unknown(rows, every, absent=()):
    """Return a sentence for each id that no table has.

    Parameters
    ----------
    rows : dict of str to list of (int, dict)
        Rows with their numbers, by table.
    every : dict of str to list of (int, dict)
        The same with the rows that are faulty themselves; they can be named.
    absent : collection of str
        Tables that could not be read; what names their rows is not judged.
    """
    known = {name: {row[KEYS[name]] for _, row in every[name]} for name in TABLES}
    for table, column, target in REFERENCES:
        if target in absent:
            continue
        for number, row in rows[table]:
            for name in row[column].split():
                if name not in known[target]:
                    yield f"{at(table, number, row, column)}: “{name}” is not in {target}.csv; mend the id"
    everything = set().union(*known.values()) | {"sections"}
    for number, row in () if absent else rows["checks"]:
        for column in ("left", "right", "words"):
            for name in names(row[column]):
                if name.removesuffix("_low").removesuffix("_high") not in everything:
                    where = at("checks", number, row, column)
                    yield f"{where}: “{name}” is no claim, figure or mention; mend the id"


def followed(rows):
    """Return the rows that name only rows which are there, and so on: those that can be followed."""
    while True:
        known = {name: {row[KEYS[name]] for _, row in rows[name]} for name in TABLES}
        left = {name: [(number, row) for number, row in rows[name] if _leads(name, row, known)] for name in TABLES}
        if left == rows:
            return rows
        rows = left


def _leads(table, row, known):
    named = ((target, row[column].split()) for name, column, target in REFERENCES if name == table)
    return all(known[target].issuperset(ids) for target, ids in named)
