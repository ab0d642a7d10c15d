"""One review of one article, without widgets: every change is saved at once, can be undone, and is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.draft import add
from claimbook.find import rows_for
from claimbook.form import stops
from claimbook.form.changes import Change, Step, apply, clashes, differing, entered, find, renamed, renumbering, told
from claimbook.form.faults import Faults
from claimbook.form.files import Files
from claimbook.form.roles import Roles
from claimbook.form.walk import Walk
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST
from claimbook.tables.schema import KEYS
from claimbook.tables.workspace import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from claimbook.find.passage import Number, Passage
    from claimbook.form.changes import Difference
    from claimbook.judge.claim import Claim
    from claimbook.tables.schema import Rows


class Session(Walk):
    """A review of an article.

    Attributes
    ----------
    rows : dict of str to list of dict
        The tables as the form shows them: what is on disk, and what could not be saved yet.
    pending : list of list of Change
        What is not saved yet; empty when all is.
    conflict : tuple of str
        Files that somebody else changed; nothing is written until `reload`.
    clashing : list of tuple
        After a reload: table, id, column, on disk, mine; cells that both sides changed.
    trouble, note : str
        Why nothing can be written; what else the reader should know.
    newest : str
        The row of evidence that was taken in last.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.files, self.faults, self.roles = Files(folder), Faults(), Roles()
        self.done, self.pending, self.conflict = [], [], ()
        self.clashing: list[Difference] = []
        self.trouble = self.note = self.newest = ""
        self.text, self.rows = self.files.read()
        self.at = next((stop for stop, state in self.states.items() if state == "open"), None)
        self._settled()

    @classmethod
    def open(cls, article: str | PathLike[str]) -> Session:
        """Open an article by its id or folder; its draft may be unfinished.

        Raises
        ------
        Problems
            If there is no such article, or a file is no table.
        """
        return cls(folder_of(article))

    def set(self, table: str, name: str, column: str, value: str, typing: bool = False) -> bool:
        """Enter a cell and save it; return whether all is saved.

        Parameters
        ----------
        table, name, column : str
            The cell; a new role moves the claims of a mention in or out.
        value : str
        typing : bool
            Whether this is one letter of many, which one undo takes back together.
        """
        row, self.note = find(self.rows, table, name), ""
        value = value.replace("\r\n", "\n").replace("\r", "\n").encode(errors="replace").decode()
        if len(value) > LONGEST:
            self.note = f"{name} {column}: not entered; a cell holds at most {LONGEST:,} characters"
            return not self.pending
        if row is None:
            if not self.roles.late(table, name, column, value):
                self.note = f"{name} is not in {table}.csv any more; not entered: {column} “{value}”"
            return not self.pending
        if (table, column) == ("mentions", "role"):
            changes = self.roles.changes(self.rows, self.text, row, value)
        else:
            changes = [Change(table, name, dict(row), row | {column: value})] if row[column] != value else []
        if changes:
            self._enter(changes, (table, name, column) if typing else ())
        return self.save()

    def take(self, claim: Claim, passage: Passage, number: Number | None, docs: str | PathLike[str]) -> bool:
        """Set a found passage beside a claim, as one change; return whether all is saved.

        Parameters
        ----------
        claim : Claim
        passage, number, docs
            As for `claimbook.find.accept`.
        """
        changes = self._insert(lambda: rows_for(self.rows, claim, passage, number, docs))
        if not changes:
            return not self.pending
        self.newest = changes[-1].id
        self.note = f"{self.newest} is beside {claim.id}, and counts for nothing until you choose its relation."
        return self.save()

    def add(self, words: str) -> bool:
        """Add words of the article, a number or a statement, as one change; go there; return whether all is saved.

        Parameters
        ----------
        words : str
            See `claimbook.draft.add.rows_for`.
        """
        here, changes = self.at, self._insert(lambda: add.rows_for(self.text, self.rows, words))
        if not changes:
            return not self.pending
        self.at, self.done[-1].stop = stops.owner(self.rows, "claims", changes[-1].id), here
        self.note = f"{' and '.join(change.id for change in changes)}: added."
        return self.save()

    def _insert(self, make: Callable[[], Rows]) -> list[Change]:
        """Enter new rows as one change and return it; where they cannot be made, the note says why."""
        try:
            new = make()
        except Problems as problems:
            self.note = " ".join(problems.sentences)
            return []
        changes = [Change(table, row[KEYS[table]], None, row) for table, rows in new.items() for row in rows]
        self._enter(changes, ())
        return changes

    def _enter(self, changes: list[Change], typed: tuple[str, ...]) -> None:
        stop = stops.owner(self.rows, changes[0].table, changes[0].id) or self.at
        for change in changes:
            apply(change, self.rows)
        gone = [change.id for change in changes if change.table == "claims" and change.after is None]
        notes = (self.files.still_named(name, self.rows) for name in gone)
        self.note = " ".join(filter(None, notes)) or self.note
        self.pending.append(changes)
        last = self.done[-1] if self.done else None
        if last and typed and last.typed == typed:
            column = typed[2]  # of this cell alone: somebody else may have changed another since the first letter
            before = (changes[0].before or {}) | {column: (last.changes[0].before or {})[column]}
            last.changes = [Change(typed[0], typed[1], before, changes[0].after)]
        else:
            self.done.append(Step(stop, changes, typed))

    def undo(self) -> None:
        """Take back the last change, save that, and go back to where it was done."""
        if not self.done:
            self.note = "There is nothing to undo."
            return
        step = self.done.pop()
        back = [change.inverse for change in reversed(step.changes)]
        if any(clashes(change, self.rows) for change in back):
            self.note = f"{step.changes[0].id} was changed by somebody else since; it cannot be undone."
            return
        for change in back:
            apply(change, self.rows)
        self.pending.append(back)
        self.at, self.note = step.stop, f"Undone: {told(step.changes)}."
        if self.done:
            self.done[-1].typed = ()
        self.save()

    def save(self) -> bool:
        """Write what is pending, if nobody else changed the files; return whether all is saved."""
        if self.pending and not self.clashing:
            self._write([change for changes in self.pending for change in changes])
        return not self.pending

    def _write(self, changes: list[Change]) -> None:
        tables, leaving, self.conflict = {one.table for one in changes}, any(one.after is None for one in changes), ()
        try:
            self.conflict = self.files.write(self.rows, tables, leaving)
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
        except OSError as error:
            where = error.filename or self.files.folder.name
            self.trouble = f"{where}: cannot be written ({error.strerror}); fix this, then save again"
        else:
            self.pending, self.trouble = self.pending if self.conflict else [], ""

    def reload(self) -> bool:
        """Read the files again and enter what was not saved; what both sides changed waits for a choice."""
        if (fresh := self._fresh()) is None:
            return False
        held = self._merge(fresh)
        on_disk = {name: [dict(row) for row in table] for name, table in fresh.items()}
        for change in (change for changes in held for change in changes):
            apply(change, self.rows)
        self.clashing = sorted({line for changes in held for one in changes for line in differing(one, on_disk, fresh)})
        self.pending += held
        return self._settled()

    def keep_mine(self) -> bool:
        """Read the files again and enter all that was not saved, over what somebody else wrote."""
        if (fresh := self._fresh()) is None:
            return False
        self._merge(fresh, force=True)
        return self._settled()

    def take_theirs(self) -> bool:
        """Read the files again, enter what does not clash, and discard the rest, which is shown to be copied."""
        dropped = self.clashing
        if (fresh := self._fresh()) is None:
            return False
        self._merge(fresh)
        self.note = "Discarded: " + "; ".join(f"{name} {column} “{mine}”" for _, name, column, _, mine in dropped)
        return self._settled()

    def _merge(self, fresh: Rows, force: bool = False) -> list[list[Change]]:
        """Enter and save in fresh rows what was not saved; return the steps that clash with them."""
        new = renumbering([change for changes in self.pending for change in changes], fresh)
        for step in self.done:
            step.changes = [renamed(one, new) for one in step.changes]
        self.newest = new.get(("evidence", self.newest), self.newest)
        waiting = [[renamed(one, new) for one in changes] for changes in self.pending]
        self.pending, held = entered(waiting, fresh, force)
        self.rows, self.conflict, self.clashing = fresh, (), []
        self.save()
        return held

    def _fresh(self) -> Rows | None:
        try:
            self.text, fresh = self.files.read()
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
            return None
        self.trouble = ""
        return fresh

    def _settled(self) -> bool:
        """After a reading: go to the first stop if the old one is gone; return whether all is saved."""
        order = self.stops
        if self.at not in order:
            self.at = order[0] if order else None
        return not self.pending
