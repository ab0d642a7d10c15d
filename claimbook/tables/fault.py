"""Where something is in the tables: cells named so that a person finds them, and put in order."""

import re

from claimbook.tables.schema import KEYS, TABLES

PLACE = re.compile(r"(\w+)\.csv(?:, row (\d+))?.*?(?:, column “(\w+)”)?:")


class Problems(Exception):
    """Everything that is wrong with the data, one sentence each (file, row, column, what, the mend)."""

    def __init__(self, sentences):
        self.sentences = list(sentences)
        super().__init__("\n".join(self.sentences))


def at(table, number, row, column):
    """Say in which cell something is: by the number of its row, which a spreadsheet shows, and by the row's id."""
    key = "" if table == "translations" else f" ({' '.join(row.get(KEYS[table], '').split())[:40]})"
    return f"{table}.csv, row {number}{key}, column “{column}”"


def in_order(sentences):
    """Sort sentences by table, row and column; those that name no table come first."""
    return sorted(sentences, key=_order)


def row_at(sentence):
    """Return the table and the number of the row of which a sentence speaks; None where it speaks of no row."""
    found = PLACE.match(sentence)
    return (found[1], int(found[2])) if found and found[2] else None


def _order(sentence):
    found = PLACE.match(sentence)
    if found is None or found[1] not in TABLES:
        return (-1, 0, 0)
    columns = list(TABLES[found[1]])
    return list(TABLES).index(found[1]), int(found[2] or 0), columns.index(found[3]) if found[3] in columns else -1
