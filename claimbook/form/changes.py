"""One change of one row of a table: applied, reversed, and compared with a file that somebody else changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimbook.case.row_rules import drafted_cells
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST
from claimbook.tables.references import ID
from claimbook.tables.schema import KEYS, Row, Rows
from claimbook.tables.writer import new_ids

Names = dict[tuple[str, str], str]  # new ids, by table and old id
Clash = tuple[str, str, str, str, str]  # table, id, column, on disk, mine


@dataclass(frozen=True)
class Change:
    """A row before and after; no row before is an addition, none after a removal.

    Parameters
    ----------
    table, id : str
        The row.
    before, after : dict or None
    place : int
        The position of a row that comes or goes among the others; -1 for the end.
    """

    table: str
    id: str
    before: Row | None
    after: Row | None
    place: int = -1

    @property
    def cells(self) -> list[str]:
        """The columns that differ; all of them where the row comes or goes."""
        if self.before is None or self.after is None:
            return list(self.before or self.after or ())
        return [name for name in self.before if self.before[name] != self.after[name]]

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True)
class Stop:
    """A number (a row of the mentions), or a statement (a claim that hangs on words)."""

    table: str
    id: str


@dataclass
class Step:
    """What one undo takes back, where it was done, and the cell that it was typed into, letter by letter."""

    stop: Stop | None
    changes: list[Change]
    typed: tuple[str, ...] = ()

    def type_on(self, change: Change, column: str) -> None:
        """Take one more letter of a cell into the step; of the other cells, what is there now is what was before."""
        first = self.changes[0]
        names = {column, *first.cells}
        before = (change.before or {}) | {name: cell for name, cell in (first.before or {}).items() if name in names}
        self.changes = [Change(change.table, change.id, before, change.after)]


def plain(value: str) -> str:
    """Return what can be saved and read again: plain line ends, no half characters.

    Examples
    --------
    >>> plain("a\\r\\nb"), plain("\\ud800")
    ('a\\nb', '?')
    """
    return value.replace("\r\n", "\n").replace("\r", "\n").encode(errors="replace").decode()


def writable(change: Change) -> Change:
    """Return a change whose row can be written and read again, whatever a browser sent.

    Raises
    ------
    Problems
        If a cell is longer than a table may have.
    """
    after = change.after and {name: plain(cell) for name, cell in change.after.items()}
    if long := [name for name, cell in (after or {}).items() if len(cell) > LONGEST]:
        raise Problems([f"{change.id} {long[0]}: not entered; a cell has at most {LONGEST:,} characters"])
    return replace(change, after=after)


def find(rows: Mapping[str, Iterable[Row]], table: str, name: str | None) -> Row | None:
    """Return the first row of a table with an id, or None."""
    return next((row for row in rows[table] if row[KEYS[table]] == name), None)


def additions(new: Mapping[str, Iterable[Row]]) -> list[Change]:
    """Return the changes that add new rows to tables."""
    return [Change(table, row[KEYS[table]], None, row) for table, rows in new.items() for row in rows]


def clashes(change: Change, rows: Rows) -> bool:
    """Return whether somebody else changed what a change changes: the cells are neither as before nor as after."""
    row = find(rows, change.table, change.id)
    if row is None:
        return change.before is not None and change.after is not None
    if change.before is None:
        return row != change.after
    if change.after is None:
        return row != change.before
    return any(row[name] not in (change.before[name], change.after[name]) for name in change.cells)


def apply(change: Change, rows: Rows) -> None:
    """Make a change in the rows; what was entered is put in even where the row is gone, but never under a taken id."""
    row, table = find(rows, change.table, change.id), rows[change.table]
    if change.after is None:
        if row is not None:
            table.remove(row)
    elif row is None:
        place = len(table) if change.place < 0 else change.place
        table.insert(place, dict(change.after))
    elif change.before is not None:
        row |= {name: change.after[name] for name in change.cells}


# Which cells hold ids of rows that a session may add, and in which tables such ids are a letter and a number.
NAMING = {
    ("claims", "mention"): "mentions",
    ("evidence", "claim"): "claims",
    ("evidence", "figure"): "figures",
    ("mentions", "of"): "claims",
}
NUMBERED = ("mentions", "claims", "figures", "computed", "evidence", "searches", "checks")
# Where ids are inside of other words.
AMONG = {"computed": ("expression", "words_en", "words_zh"), "checks": ("left", "right", "words")}


def renumbered(pending: Sequence[list[Change]], done: Iterable[Step], rows: Rows) -> tuple[list[list[Change]], Names]:
    """Give new ids to the rows that changes add under ids that somebody else has taken since, in what is done, too.

    Returns
    -------
    tuple
        The pending changes with the new ids, and these ids by table and old id.
    """
    new = _new_ids([change for changes in pending for change in changes], rows)
    for step in done:
        step.changes = [_renamed(one, new) for one in step.changes]
    return [[_renamed(one, new) for one in changes] for changes in pending], new


def _new_ids(changes: Sequence[Change], rows: Rows) -> Names:
    """Return new ids for the rows that changes add under ids that somebody else has taken since."""
    new: Names = {}
    for one in changes:
        row = find(rows, one.table, one.id)
        mine = _renamed(one, new).after  # a row that looks alike is another one where it names another figure
        if one.before is None and one.table in NUMBERED and row is not None and row != mine:
            letter = one.id[0]
            taken = [other[KEYS[one.table]] for other in rows[one.table]] + [other.id for other in changes]
            taken += [name for (table, _), name in new.items() if table == one.table]
            new.setdefault((one.table, one.id), next(new_ids(taken, letter, len(one.id) - 1)))
    return new


def _renamed(change: Change, new: Names) -> Change:
    """Return a change with the new ids, its own and those that its row names."""
    columns = {column: target for (table, column), target in NAMING.items() if table == change.table}
    columns[KEYS[change.table]] = change.table
    before, after = (
        row and row | {column: new.get((target, row[column]), row[column]) for column, target in columns.items()}
        for row in (change.before, change.after)
    )
    if ids := {old: name for (_, old), name in new.items()}:
        before, after = (row and _reworded(change.table, row, ids) for row in (before, after))
    return replace(change, id=new.get((change.table, change.id), change.id), before=before, after=after)


def _reworded(table: str, row: Row, ids: Mapping[str, str]) -> Row:
    """Return a row with the new ids in its expressions and words."""
    return row | {name: ID.sub(lambda m: ids.get(m[0], m[0]), row[name]) for name in AMONG.get(table, ())}


def entered(
    steps: Iterable[list[Change]], rows: Rows, force: bool = False
) -> tuple[list[list[Change]], list[list[Change]]]:
    """Make the changes of some steps in the rows; return the steps that were made, and those that clash with the rows.

    Parameters
    ----------
    steps : iterable of list of Change
    rows : dict of str to list of dict
    force : bool
        Whether those that clash are made, too.
    """
    made: list[list[Change]] = []
    held: list[list[Change]] = []
    for changes in steps:
        if not force and any(clashes(change, rows) for change in changes):
            held.append(changes)
            continue
        made.append(changes)
        for change in changes:
            apply(change, rows)
    return made, held


def named(changes: Sequence[Change]) -> str:
    """Name the row and the cells that a step changed."""
    first = changes[0]
    return f"{first.id} {', '.join(first.cells)}" if first.before and first.after else f"{first.id} added or removed"


def differing(steps: Iterable[Iterable[Change]], on_disk: Rows, mine: Rows) -> list[Clash]:
    """Return the cells of changes in which the file and the form differ, with both contents.

    That a cell is no longer a drafted one, or drafted anew, goes without saying where somebody entered another.
    """
    found = set()
    for change in (change for changes in steps for change in changes):
        theirs, ours = (find(rows, change.table, change.id) or {} for rows in (on_disk, mine))
        said = {*change.cells} - {"drafted", *drafted_cells(ours)}
        cells = ((column, theirs.get(column, ""), ours.get(column, "")) for column in said)
        found |= {(change.table, change.id, *cell) for cell in cells if cell[1] != cell[2]}
    return sorted(found)
