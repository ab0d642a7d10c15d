"""What the rows of a stop lack, cell by cell: the same rules as for loading an article."""

from claimbook.case.row_rules import left_to_a_person, misplaced, row_faults, wrong_role
from claimbook.tables.schema import Row

TAKEN_IN = ("evidence", "figures", "sources")  # where a program leaves cells to a person


class Faults:
    """The faults of rows, remembered by their content."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def of(self, table: str, row: Row) -> dict[str, str]:
        """Return what is wrong with a row: column to words; nothing where it is complete."""
        key = (table, *row.values())
        if key not in self._known:
            left = dict(left_to_a_person(row)) if table in TAKEN_IN else {}
            self._known[key] = row_faults(table, row) | left
        return dict(self._known[key])

    def in_text(self, table: str, row: Row, text: str) -> dict[str, str]:
        """Return what is wrong with a mention or a claim, also where its words are not in the text as it says."""
        found = self.of(table, row)
        places = {} if found.keys() & {"start", "end"} else dict(misplaced(row, text))
        return found | places

    def of_mention(self, row: Row, text: str, claimed: bool) -> dict[str, str]:
        """Return what is wrong with a mention, also where its role does not fit whether a claim names it."""
        return dict(wrong_role(row, claimed)) | self.in_text("mentions", row, text)
