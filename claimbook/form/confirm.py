"""Confirm what a program drafted of evidence, where somebody judges by it."""

from claimbook.form.changes import Change, find
from claimbook.tables.schema import KEYS, Row, Rows


def confirming(rows: Rows, evidence: Row) -> list[Change]:
    """Return the changes that confirm what was drafted of a row of evidence, its figure and its source."""
    figure = find(rows, "figures", evidence["figure"])
    source = find(rows, "sources", figure["source"]) if figure else None
    parts = (("evidence", evidence), ("figures", figure), ("sources", source))
    return [
        Change(table, row[KEYS[table]], dict(row), row | {"drafted": ""})
        for table, row in parts
        if row and row.get("drafted")
    ]
