"""What a row lacks, cell by cell, in the words of the schema and of the validation."""

import re

import pandas as pd
from pandera.errors import SchemaErrors

from claimbook.case.rules import UNSAID, alone, unsaid
from claimbook.judge.claim import selector_of
from claimbook.tables.schema import TABLES, schema
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON
from claimbook.text.selector import mismatch

SENTENCE = re.compile(r"(?s)\w+\.csv, row \d+ \(\w*\), column “(\w+)”: (.*)")


class Faults:
    """The faults of rows, remembered by their content; the schema is asked once for many rows."""

    def __init__(self):
        self._known = {}

    def learn(self, table, rows):
        """Check rows that were not seen before, all at once."""
        fresh = {key: row for row in rows if (key := _key(table, row)) not in self._known}
        if not fresh:
            return
        found = {number: {} for number in range(len(fresh))}
        frame = pd.DataFrame(list(fresh.values()), columns=list(TABLES[table]), dtype=str)
        try:
            schema(table).validate(frame, lazy=True)
        except SchemaErrors as errors:
            for failure in errors.failure_cases.itertuples():
                if failure.check != "field_uniqueness":
                    found[failure.index].setdefault(failure.column, _words(failure.failure_case, failure.check))
        for key, faults in zip(fresh, found.values(), strict=True):
            if table == "claims" and not faults:  # the rest reads numbers and dates, so they must be such
                faults |= dict(SENTENCE.fullmatch(sentence).groups() for sentence in alone(fresh[key]))
            if table == "claims" and unsaid(fresh[key]):
                faults["statement_en"] = UNSAID
            self._known[key] = faults

    def of(self, table, row):
        """Return what is wrong with a row: column to words; nothing where it is complete."""
        self.learn(table, [row])
        return self._known[_key(table, row)]


def of_mention(faults, row, text):
    """Return the faults of a mention: its own, a condition without its claim, words that do not stand there."""
    found = dict(faults.of("mentions", row))
    if "start" not in found and "end" not in found and (miss := mismatch(text, selector_of(row))):
        found["exact"] = f"{miss}; set start and end again in the file"
    if (row["role"] == "condition") != bool(row["of"]):
        found.setdefault("of", "a condition, and nothing else, names the claim it belongs to")
    return found


def of_evidence(faults, row):
    """Return the faults of an evidence row: its own, and a bound without its inequality."""
    found = dict(faults.of("evidence", row))
    if (row["relation"] == "bound") != bool(row["direction"] and row["inequality"]):
        found.setdefault("inequality", "a bound has a direction and an inequality, and nothing else has")
    return found | _left(row)


def of_taken(faults, table, row):
    """Return the faults of a figure or a source: its own, and what was left to a person when it was taken in."""
    found = dict(faults.of(table, row))
    return found | _left(row)


def _left(row):
    """Return what a program left to a person in a row."""
    return {
        column: f"“{words}”: read the passage, and put your own words or none here"
        for column, cell in row.items()
        for words in LEFT_TO_A_PERSON
        if words in cell
    }


def _key(table, row):
    return (table, *row.values())


def _words(cell, check):
    return f"“{cell}” {check}" if cell else str(check)
