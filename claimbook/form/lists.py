"""What a person can choose from instead of typing: what was entered already, and the units by what they measure."""

from __future__ import annotations

from claimbook.judge.arithmetic import units
from claimbook.language.phrase import phrase
from claimbook.quantity.unit import UNITS
from claimbook.tables.schema import Rows

MOST = 150  # entries of one list
# The cells that are suggested for a column: table and columns.
SUGGESTED = {
    "subject": (("claims", "subject"), ("figures", "entity")),
    "metric": (("claims", "metric"), ("figures", "metric")),
    "population": (("claims", "population"), ("figures", "population")),
    "period": (("claims", "period"), ("figures", "period")),
    "publisher": (("sources", "publisher"),),
    "author": (("sources", "author"), ("sources", "publisher")),
    "origin": (("sources", "origin"),),
    "value": (("claims", "value"), ("figures", "value")),
}
SAME = {"entity": "subject"}  # a column that takes the list of another
KINDS = {
    "money": "money",
    "share": "shares and changes",
    "change": "shares and changes",
    "ratio": "shares and changes",
    "count": "counts",
    "point": "counts",
    "ordinal": "counts",
    "duration": "time",
}
DIMENSIONS = {
    "[length]": "length",
    "[length] ** 2": "area",
    "[length] ** 3": "volume",
    "[mass]": "mass",
    "[time]": "time",
    "[length] / [time]": "speed",
    "[length] ** 2 * [mass] / [time] ** 2": "energy and power",
    "[length] ** 2 * [mass] / [time] ** 3": "energy and power",
}


def suggested(rows: Rows) -> dict[str, list[str]]:
    """Return what was entered in the columns that are alike, the newest first."""
    found = {}
    for column, cells in SUGGESTED.items():
        every = [row[name] for table, name in cells for row in reversed(rows[table]) if row[name].strip()]
        found[column] = [one for one in dict.fromkeys(every) if not one.startswith("(")][:MOST]
    return found | {column: found[other] for column, other in SAME.items()}


def unit_groups(language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the units by what they measure, each with its meaning in the reader's language."""
    groups: dict[str, list[tuple[str, str]]] = {name: [] for name in (*KINDS.values(), *DIMENSIONS.values(), "other")}
    for name, unit in UNITS.items():
        if name:
            said = (unit.zh or phrase(name).said("zh")) if language == "zh" else unit.meaning
            groups[_group(name)].append((name, said))
    return [(phrase(group).said(language), found) for group, found in groups.items() if found]


def _group(name: str) -> str:
    if kind := KINDS.get(UNITS[name].kind):
        return kind
    if not UNITS[name].definition:
        return "other"
    one = units().Quantity(1, name)
    return next((group for dimension, group in DIMENSIONS.items() if one.check(dimension)), "other")
