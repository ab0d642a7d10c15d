"""The rows of an article while they are edited: every change is saved at once, can be undone, and is never lost."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from claimbook.form.changes import Change, Clash, Step, differing, entered, named, renumbered, writable
from claimbook.form.files import Files
from claimbook.form.stops import owner, stops
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from claimbook.form.changes import Stop


class Ledger:
    """The rows of an article, what was done to them, and what is not saved yet.

    Attributes
    ----------
    rows : dict of str to list of dict
        The tables as the form shows them: what is on disk, and what could not be saved yet.
    at : Stop or None
        The number or statement under review.
    done, undone : list of Step
        What can be undone, and what can be done again.
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
        self.files = Files(folder)
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.pending: list[list[Change]] = []
        self.conflict: tuple[str, ...] = ()
        self.clashing: list[Clash] = []
        self.trouble, self.note, self.newest = "", "", ""
        self.at: Stop | None = None
        self.text, self.rows = self.files.read()

    @property
    def stops(self) -> list[Stop]:
        """All numbers and statements, in the order of the article."""
        return stops(self.rows)

    def enter(self, changes: list[Change], typed: tuple[str, ...] = ()) -> bool:
        """Make changes as one step, and save them; return whether everything is saved.

        Parameters
        ----------
        changes : list of Change
        typed : tuple of str
            The cell that is typed into letter by letter, which one undo takes back together.
        """
        changes = [writable(change) for change in changes]
        stop = owner(self.rows, changes[0].table, changes[0].id) or self.at
        entered([changes], self.rows, force=True)
        gone = [change.id for change in changes if change.table == "claims" and change.after is None]
        self.note = "\n".join(filter(None, (self.files.still_named(name, self.rows) for name in gone))) or self.note
        self.pending.append(changes)
        self.undone.clear()
        if self.done and typed and self.done[-1].typed == typed:
            self.done[-1].type_on(changes[0], typed[2])
        else:
            self.done.append(Step(stop, changes, typed))
        return self.save()

    def undo(self) -> None:
        """Take back the last change, save that, and go where it was done."""
        if not self.done:
            self.note = "There is nothing to undo."
            return
        step = self.done.pop()
        if self._again(step, [change.inverse for change in reversed(step.changes)], "undone"):
            self.undone.append(step)
            self.note = f"Undone: {named(step.changes)}."
            self.save()

    def redo(self) -> None:
        """Do again what was undone last, and save it."""
        if not self.undone:
            self.note = "There is nothing to do again."
            return
        step = self.undone.pop()
        if self._again(step, step.changes, "done again"):
            self.done.append(step)
            self.note = f"Done again: {named(step.changes)}."
            self.save()

    def _again(self, step: Step, changes: list[Change], what: str) -> bool:
        """Make the changes of a step once more, unless somebody else changed the same since."""
        made, clashing = entered([changes], self.rows)
        if clashing:
            self.note = f"{step.changes[0].id} was changed by somebody else since; it cannot be {what}."
            return False
        self.pending += made
        self.at = step.stop
        for one in (step, *self.done[-1:]):
            one.typed = ()
        return True

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
            said = "; ".join(f"{name} {column} “{mine}”" for _, name, column, _, mine in dropped)
            self.note = f"Discarded: {said}"
        return self._settled()

    def _merge(self, force: bool = False) -> list[list[Change]]:
        """Read the files again, enter and save what was not saved, and return the steps that clash with them."""
        try:
            self.text, fresh = self.files.read()
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
            return []
        self.trouble = ""
        waiting, new = renumbered(self.pending, [*self.done, *self.undone], fresh)
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
