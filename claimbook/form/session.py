"""One review of one article, without widgets: where it is, what is entered, added and removed."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from claimbook.case.row_rules import by_hand
from claimbook.draft import add
from claimbook.draft.lexicon import lexicon
from claimbook.draft.restate import NAMED, restated
from claimbook.find import passage_rows
from claimbook.form import walk
from claimbook.form.changes import Change, Stop, additions, find, plain
from claimbook.form.confirm import confirming
from claimbook.form.faults import Faults
from claimbook.form.ledger import Ledger
from claimbook.form.removal import hanging
from claimbook.form.roles import Roles
from claimbook.form.stops import StopRows, fields, owner, states
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST
from claimbook.tables.workspace import folder_of, project_of

if TYPE_CHECKING:
    from claimbook.find import Number, Passage
    from claimbook.judge.claim import Claim
    from claimbook.tables.schema import Row, Rows


class Session(Ledger):
    """A review of an article, which begins at the first number that lacks something."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        super().__init__(folder)
        self.faults, self.roles = Faults(), Roles()
        self.at = next((stop for stop, state in self.states.items() if state == "open"), None)
        self._settled()

    @classmethod
    def open(cls, article: str | PathLike[str]) -> Session:
        """Open an article by its id or folder; its draft may be unfinished.

        Raises
        ------
        Problems
            If there is no such article, or a file is not a table.
        """
        return cls(folder_of(article))

    @property
    def states(self) -> dict[Stop, str]:
        """Whether each stop is ``done``, ``open`` or ``other``."""
        return states(self.rows, self.text, self.faults)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the claims and conditions are done, and how many there are."""
        found = list(self.states.values())
        return found.count("done"), len(found) - found.count("other")

    def fields(self, stop: Stop) -> StopRows:
        """Return the rows of a stop with what each lacks."""
        return fields(self.rows, self.text, self.faults, stop)

    def go(self, steps: int) -> None:
        """Move on by some stops, not beyond the ends."""
        self._arrive(*walk.by_steps(self.stops, self.at, steps))

    def go_to(self, name: str) -> None:
        """Move to the number or statement with an id, or to the number of a claim with it."""
        self._arrive(*walk.by_name(self.rows, self.at, name))

    def go_undecided(self) -> None:
        """Move to the next stop that is not done."""
        self._arrive(*walk.to_open(self.states, self.at))

    def _arrive(self, stop: Stop | None, note: str) -> None:
        self.at, self.note = stop, note
        if self.done and self.done[-1].stop == stop:
            self.done[-1].typed = ()  # what is typed after a return is another undo
        if not self.pending:
            self.conflict = self.files.changed()

    def set(self, table: str, name: str, column: str, value: str, typing: bool = False) -> bool:
        """Enter a cell and save it; return whether everything is saved.

        Parameters
        ----------
        table, name, column : str
            The cell; a new role moves the claims of a mention in or out.
        value : str
        typing : bool
            Whether this is one letter of many, which one undo takes back together.
        """
        return self.set_all(table, name, {column: value}, typing)

    def set_all(self, table: str, name: str, cells: dict[str, str], typing: bool = False) -> bool:
        """Enter several cells of a row as one step; return whether everything is saved."""
        row, self.note = find(self.rows, table, name), ""
        cells = {column: plain(value) for column, value in cells.items()}
        if long := [column for column, value in cells.items() if len(value) > LONGEST]:
            self.note = f"{name} {long[0]}: not entered; a cell has at most {LONGEST:,} characters"
            return not self.pending
        if row is None:
            late = [self.roles.late(table, name, column, value) for column, value in cells.items()]
            if not all(late):
                said = ", ".join(f"{column} “{value}”" for column, value in cells.items())
                self.note = f"{name} is no longer in {table}.csv; not entered: {said}"
            return not self.pending
        if (table, [*cells]) == ("mentions", ["role"]):
            changes = self.roles.changes(self.rows, self.text, row, cells["role"])
        else:
            after = dict(row)
            for column, value in cells.items():
                after = by_hand(after, column, value) if after[column] != value else after
            if table == "claims" and any(after[column] != row[column] for column in NAMED):
                after = self._restated(row, after)
            changes = [Change(table, name, dict(row), after)] if after != row else []
            changes += confirming(self.rows, row) if changes and table == "evidence" and "relation" in cells else []
        typed = (table, name, next(iter(cells))) if typing else ()
        return self.enter(changes, typed) if changes else self.save()

    def _restated(self, before: Row, claim: Row) -> Row:
        """Return a claim with its drafted statements as its cells have them now."""
        mention = find(self.rows, "mentions", claim["mention"])
        if mention is None or not mention["start"].isdecimal():
            return claim
        return restated(before, claim, int(mention["start"]), self.text, lexicon(project_of(self.files.folder)))

    def take(self, claim: Claim, passage: Passage, number: Number | None, docs: str | PathLike[str]) -> bool:
        """Accept a found passage for a claim, as one change; return whether everything is saved."""
        try:
            new = passage_rows(self.rows, claim, passage, number, docs, folder=self.files.folder)
        except Problems as problems:
            self.note = "\n".join(problems.sentences)
            return not self.pending
        self.newest = new["evidence"][0]["evidence"]
        self.note = f"{self.newest} is beside {claim.id}, and counts for nothing until you choose its relation."
        return self.put(new)

    def put(self, new: Rows) -> bool:
        """Add rows as one step; return whether everything is saved."""
        changes = additions(new)
        return self.enter(changes) if changes else self.save()

    def add(self, words: str) -> bool:
        """Add words of the article, a number or a statement, and go there; return whether everything is saved."""
        try:
            changes = additions(add.drafted_rows(self.text, self.rows, words))
        except Problems as problems:
            self.note = "\n".join(problems.sentences)
            return not self.pending
        return self._add(changes)

    def add_at(self, start: int, end: int) -> bool:
        """Add the words of the article between two characters, and go there; return whether everything is saved."""
        try:
            changes = additions(add.rows_at(self.text, self.rows, start, end))
        except Problems as problems:
            self.note = "\n".join(problems.sentences)
            return not self.pending
        return self._add(changes)

    def _add(self, changes: list[Change]) -> bool:
        here = self.at
        saved = self.enter(changes)
        self.at, self.done[-1].stop = owner(self.rows, "claims", changes[-1].id), here
        new = ", ".join(change.id for change in changes)
        self.note = f"{new}: added."
        return saved

    def remove(self, table: str, name: str) -> bool:
        """Remove a row with what hangs on it, as one step; return whether everything is saved."""
        changes = hanging(self.rows, table, name, self.files.named_elsewhere)
        if not changes:
            self.note = f"{name} is no longer in {table}.csv."
            return not self.pending
        here, before = self.at, self.stops
        saved = self.enter(changes)
        gone = ", ".join(change.id for change in changes)
        self.note = "\n".join(filter(None, (f"Removed: {gone}.", self.note)))
        self._settled()
        if here in before and here not in self.stops:  # to what follows, not to the beginning
            self.at = next((stop for stop in before[before.index(here) :] if stop in self.stops), self.at)
        self.done[-1].stop = here
        return saved
