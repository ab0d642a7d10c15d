"""One review of one article, without widgets: every change is saved at once, can be undone, and is never lost."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from claimbook.draft import add
from claimbook.find import passage_rows
from claimbook.form import walk
from claimbook.form.changes import Change, Clash, Step, Stop, additions, differing, entered, find, named, renumbered
from claimbook.form.confirm import confirming
from claimbook.form.faults import Faults
from claimbook.form.files import Files
from claimbook.form.roles import Roles
from claimbook.form.stops import StopRows, fields, owner, states, stops
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST
from claimbook.tables.workspace import folder_of

if TYPE_CHECKING:
    from claimbook.find import Number, Passage
    from claimbook.judge.claim import Claim


class Session:
    """A review of an article.

    Attributes
    ----------
    rows : dict of str to list of dict
        The tables as the form shows them: what is on disk, and what could not be saved yet.
    pending : list of list of Change
        What is not saved yet; empty when everything is.
    conflict : tuple of str
        Files that somebody else changed; nothing is written until `reload`.
    clashing : list of tuple
        After a reload: table, id, column, on disk, mine; cells that both sides changed.
    trouble, note : str
        Why nothing can be written; what else the reader should know.
    newest : str
        The row of evidence that was accepted last.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.files, self.faults, self.roles = Files(folder), Faults(), Roles()
        self.done: list[Step] = []
        self.pending: list[list[Change]] = []
        self.conflict: tuple[str, ...] = ()
        self.clashing: list[Clash] = []
        self.trouble, self.note, self.newest = "", "", ""
        self.text, self.rows = self.files.read()
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
    def stops(self) -> list[Stop]:
        """All numbers and statements, in the order of the article."""
        return stops(self.rows)

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
        row, self.note = find(self.rows, table, name), ""
        value = value.replace("\r\n", "\n").replace("\r", "\n").encode(errors="replace").decode()
        if len(value) > LONGEST:
            self.note = f"{name} {column}: not entered; a cell has at most {LONGEST:,} characters"
            return not self.pending
        if row is None:
            if not self.roles.late(table, name, column, value):
                self.note = f"{name} is no longer in {table}.csv; not entered: {column} “{value}”"
            return not self.pending
        if (table, column) == ("mentions", "role"):
            changes = self.roles.changes(self.rows, self.text, row, value)
        else:
            changes = [Change.by_hand(table, row, column, value)] if row[column] != value else []
            changes += confirming(self.rows, row) if changes and (table, column) == ("evidence", "relation") else []
        if changes:
            self._enter(changes, (table, name, column) if typing else ())
        return self.save()

    def take(self, claim: Claim, passage: Passage, number: Number | None, docs: str | PathLike[str]) -> bool:
        """Accept a found passage for a claim, as one change; return whether everything is saved."""
        try:
            new = passage_rows(self.rows, claim, passage, number, docs, folder=self.files.folder)
        except Problems as problems:
            self.note = " ".join(problems.sentences)
            return not self.pending
        self._enter(additions(new), ())
        self.newest = new["evidence"][0]["evidence"]
        self.note = f"{self.newest} is beside {claim.id}, and counts for nothing until you choose its relation."
        return self.save()

    def add(self, words: str) -> bool:
        """Add words of the article, a number or a statement, and go there; return whether everything is saved."""
        try:
            changes = additions(add.drafted_rows(self.text, self.rows, words))
        except Problems as problems:
            self.note = " ".join(problems.sentences)
            return not self.pending
        here = self.at
        self._enter(changes, ())
        self.at, self.done[-1].stop = owner(self.rows, "claims", changes[-1].id), here
        self.note = f"{' and '.join(change.id for change in changes)}: added."
        return self.save()

    def _enter(self, changes: list[Change], typed: tuple[str, ...]) -> None:
        stop = owner(self.rows, changes[0].table, changes[0].id) or self.at
        entered([changes], self.rows, force=True)
        gone = [change.id for change in changes if change.table == "claims" and change.after is None]
        self.note = " ".join(filter(None, (self.files.still_named(name, self.rows) for name in gone))) or self.note
        self.pending.append(changes)
        if self.done and typed and self.done[-1].typed == typed:
            self.done[-1].type_on(changes[0], typed[2])
        else:
            self.done.append(Step(stop, changes, typed))

    def undo(self) -> None:
        """Take back the last change, save that, and go where it was done."""
        if not self.done:
            self.note = "There is nothing to undo."
            return
        step = self.done.pop()
        made, clashing = entered([[change.inverse for change in reversed(step.changes)]], self.rows)
        if clashing:
            self.note = f"{step.changes[0].id} was changed by somebody else since; it cannot be undone."
            return
        self.pending += made
        self.at, self.note = step.stop, f"Undone: {named(step.changes)}."
        if self.done:
            self.done[-1].typed = ()
        self.save()

    def save(self) -> bool:
        """Write what is pending, if nobody else changed the files; return whether everything is saved."""
        if self.pending and not self.clashing:
            self._write([change for changes in self.pending for change in changes])
        return not self.pending

    def _write(self, changes: list[Change]) -> None:
        tables = {one.table for one in changes}
        self.conflict = ()
        try:
            self.conflict = self.files.write(self.rows, tables)
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
        except OSError as error:
            where = error.filename or self.files.folder.name
            self.trouble = f"{where}: cannot be written ({error.strerror}); fix this, then save again"
        else:
            self.pending, self.trouble = self.pending if self.conflict else [], ""

    def reload(self) -> bool:
        """Read the files again and enter what was not saved; what both sides changed waits for a choice."""
        held = self._merge()
        on_disk = {name: [dict(row) for row in table] for name, table in self.rows.items()}
        entered(held, self.rows, force=True)
        self.clashing += differing(held, on_disk, self.rows)
        self.pending += held
        return self._settled()

    def keep_mine(self) -> bool:
        """Read the files again and enter everything that was not saved, over what somebody else wrote."""
        self._merge(force=True)
        return self._settled()

    def take_theirs(self) -> bool:
        """Read the files again, enter what does not clash, and discard the rest; the note repeats it, to be copied."""
        dropped = self.clashing
        self._merge()
        if not self.clashing:
            self.note = "Discarded: " + "; ".join(f"{name} {column} “{mine}”" for _, name, column, _, mine in dropped)
        return self._settled()

    def _merge(self, force: bool = False) -> list[list[Change]]:
        """Read the files again, enter and save what was not saved, and return the steps that clash with them."""
        try:
            self.text, fresh = self.files.read()
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
            return []
        self.trouble = ""
        waiting, new = renumbered(self.pending, self.done, fresh)
        self.newest = new.get(("evidence", self.newest), self.newest)
        self.pending, held = entered(waiting, fresh, force)
        self.rows, self.conflict, self.clashing = fresh, (), []
        self.save()
        return held

    def _settled(self) -> bool:
        """After a reading, go to the first stop if the old one is gone; return whether everything is saved."""
        order = self.stops
        if self.at not in order:
            self.at = order[0] if order else None
        return not (self.pending or self.trouble)
