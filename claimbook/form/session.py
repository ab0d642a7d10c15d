"""One review of one article, without widgets: every change is saved at once, can be undone, and is never lost."""

from claimbook.draft import add
from claimbook.find import rows_for
from claimbook.form import stops
from claimbook.form.changes import Change, Step, apply, clashes, differing, find, renamed, renumbering, told
from claimbook.form.faults import Faults
from claimbook.form.files import Files
from claimbook.form.roles import Roles
from claimbook.form.walk import Walk
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST
from claimbook.tables.schema import KEYS
from claimbook.tables.workspace import folder_of


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

    def __init__(self, folder):
        self.files, self.faults, self.roles = Files(folder), Faults(), Roles()
        self.done, self.pending = [], []
        self.conflict, self.clashing, self.trouble, self.note, self.newest = (), [], "", "", ""
        self.text, self.rows = self.files.read()
        self.at = next((stop for stop, state in self.states.items() if state == "open"), None)
        self._settled()

    @classmethod
    def open(cls, article):
        """Open an article by its id or folder; its draft may be unfinished.

        Raises
        ------
        Problems
            If there is no such article, or a file is no table.
        """
        folder = folder_of(article)
        if not folder.is_dir():
            raise Problems([f"{folder}: there is no such article; `claimbook new FILE --id {folder.name}` makes it"])
        return cls(folder)

    def set(self, table, name, column, value, typing=False):
        """Enter a cell and save it; tell whether all is saved.

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

    def take(self, claim, passage, number, docs):
        """Take a found passage in beside a claim, as one change; tell whether all is saved.

        Parameters
        ----------
        claim : Claim
        passage, number, docs
            As for `claimbook.find.accept`.
        """
        try:
            new = rows_for(self.rows, claim, passage, number, docs)
        except Problems as problems:
            self.note = " ".join(problems.sentences)
            return not self.pending
        self._enter([Change(table, row[KEYS[table]], None, row) for table, rows in new.items() for row in rows], ())
        self.newest = new["evidence"][0]["evidence"]
        self.note = f"{self.newest} is beside {claim.id}, and counts for nothing until you choose its relation."
        return self.save()

    def add(self, words):
        """Add words of the article, a number or a statement, as one change; stand there; tell whether all is saved.

        Parameters
        ----------
        words : str
            See `claimbook.draft.add.rows_for`.
        """
        try:
            new = add.rows_for(self.text, self.rows, words)
        except Problems as problems:
            self.note = " ".join(problems.sentences)
            return not self.pending
        changes = [Change(table, row[KEYS[table]], None, row) for table, rows in new.items() for row in rows]
        here = self.at
        self._enter(changes, ())
        self.at, self.done[-1].stop = stops.owner(self.rows, "claims", changes[-1].id), here
        self.note = f"{' and '.join(change.id for change in changes)}: added."
        return self.save()

    def _enter(self, changes, typed):
        stop = stops.owner(self.rows, changes[0].table, changes[0].id) or self.at
        for change in changes:
            apply(change, self.rows)
        gone = [change.id for change in changes if change.table == "claims" and change.after is None]
        notes = (self._still_named(name) for name in gone)
        self.note = " ".join(filter(None, notes)) or self.note
        self.pending.append(changes)
        last = self.done[-1] if self.done else None
        if last and typed and last.typed == typed:
            column = typed[2]  # of this cell alone: somebody else may have changed another since the first letter
            before = changes[0].before | {column: last.changes[0].before[column]}
            last.changes = [Change(*typed[:2], before, changes[0].after)]
        else:
            self.done.append(Step(stop, changes, typed))

    def _still_named(self, claim):
        """Say which rows name a claim that left; empty where none does."""
        named = self.files.naming(claim, self.rows)
        few = ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")
        return f"{claim} is still named in {few}; mend these rows, or undo." if named else ""

    def undo(self):
        """Take back the last change, save that, and stand where it was done."""
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

    def save(self):
        """Write what is pending, if nobody else changed the files; return whether all is saved."""
        if self.pending and not self.clashing:
            try:
                with self.files.locked():
                    self.conflict = self.files.changed()
                    if not self.conflict:
                        self._write()
            except Problems as problems:
                self.trouble = " ".join(problems.sentences)
        return not self.pending

    def _write(self):
        pending = [change for changes in self.pending for change in changes]
        try:
            self.files.write(self.rows, {one.table for one in pending}, any(one.after is None for one in pending))
        except OSError as error:
            where = error.filename or self.files.folder.name
            self.trouble = f"{where}: cannot be written ({error.strerror}); mend that, then save again"
        else:
            self.pending, self.trouble = [], ""

    def reload(self):
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

    def keep_mine(self):
        """Read the files again and enter all that was not saved, over what somebody else wrote."""
        if (fresh := self._fresh()) is None:
            return False
        self._merge(fresh, force=True)
        return self._settled()

    def take_theirs(self):
        """Read the files again, enter what does not clash, and give up the rest; it is told, to be copied."""
        dropped = self.clashing
        if (fresh := self._fresh()) is None:
            return False
        self._merge(fresh)
        self.note = "Given up: " + "; ".join(f"{name} {column} “{mine}”" for _, name, column, _, mine in dropped)
        return self._settled()

    def _merge(self, fresh, force=False):
        """Enter and save in fresh rows what was not saved; return the steps that clash with them."""
        new = renumbering([change for changes in self.pending for change in changes], fresh)
        waiting, self.pending, held = [[renamed(one, new) for one in changes] for changes in self.pending], [], []
        for step in self.done:
            step.changes = [renamed(one, new) for one in step.changes]
        self.newest = new.get(("evidence", self.newest), self.newest)
        for changes in waiting:
            if not force and any(clashes(change, fresh) for change in changes):
                held.append(changes)
                continue
            self.pending.append(changes)
            for change in changes:
                apply(change, fresh)
        self.rows, self.conflict, self.clashing = fresh, (), []
        self.save()
        return held

    def _fresh(self):
        try:
            self.text, fresh = self.files.read()
        except Problems as problems:
            self.trouble = " ".join(problems.sentences)
            return None
        self.trouble = ""
        return fresh

    def _settled(self):
        """After a reading: stand at the first stop if the old one is gone; tell whether all is saved."""
        order = self.stops
        if self.at not in order:
            self.at = order[0] if order else None
        return not self.pending
