"""One change of one row of a table: applied, turned back, and held against a file that somebody else changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimbook.tables.schema import KEYS
from claimbook.tables.writer import new_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimbook.tables.schema import Row, Rows


Difference = tuple[str, str, str, str, str]  # table, id, column, on disk, mine


@dataclass(frozen=True)
class Change:
    """A row before and after; no row before is an addition, none after a removal.

    Parameters
    ----------
    table, id : str
        The row.
    before, after : dict or None
    place : int
        Where a row that comes or goes stands among the others; -1 for the end.
    """

    table: str
    id: str
    before: dict[str, str] | None
    after: dict[str, str] | None
    place: int = -1

    @property
    def cells(self) -> list[str]:
        """The columns that differ; all of them where the row comes or goes."""
        if self.before is None or self.after is None:
            return list(self.before or self.after or {})
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
    """What one undo takes back; where it was done; and the cell that it was typed into, letter by letter."""

    stop: Stop | None
    changes: list
    typed: tuple = ()


def find(rows: Mapping[str, Sequence[Row]], table: str, name: str | None) -> Row | None:
    """Return the first row of a table with an id, or None."""
    return next((row for row in rows[table] if row[KEYS[table]] == name), None)


def clashes(change: Change, rows: Rows) -> bool:
    """Tell whether somebody else changed what a change changes: the cells are neither as before nor as after."""
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


def entered(waiting: Iterable[list[Change]], rows: Rows, force: bool) -> tuple[list[list[Change]], list[list[Change]]]:
    """Make steps in rows that somebody else changed; return those that were made, and those that clash."""
    made, held = [], []
    for changes in waiting:
        if not force and any(clashes(change, rows) for change in changes):
            held.append(changes)
            continue
        made.append(changes)
        for change in changes:
            apply(change, rows)
    return made, held


# Which cells hold ids of rows that a session may add, and in which tables such ids are a letter and a number.
NAMING = {
    ("claims", "mention"): "mentions",
    ("evidence", "claim"): "claims",
    ("evidence", "figure"): "figures",
    ("mentions", "of"): "claims",
}
NUMBERED = ("mentions", "claims", "figures", "evidence")


def renumbering(changes: Sequence[Change], rows: Rows) -> dict[tuple[str, str], str]:
    """Return new ids for the rows that changes add under ids that somebody else has taken since, by table and id."""
    new: dict[tuple[str, str], str] = {}
    for one in changes:
        row = find(rows, one.table, one.id)
        mine = renamed(one, new).after  # a row that looks alike is another one where it names another figure
        if one.before is None and one.table in NUMBERED and row is not None and row != mine:
            letter = one.id[0]
            taken = [other[KEYS[one.table]] for other in rows[one.table]] + [other.id for other in changes]
            taken += [name for (table, _), name in new.items() if table == one.table]
            new.setdefault((one.table, one.id), next(new_ids(taken, letter, len(one.id) - 1)))
    return new


def renamed(change: Change, new: Mapping[tuple[str, str], str]) -> Change:
    """Return a change with the new ids, its own and those that its row names."""
    columns = {column: target for (table, column), target in NAMING.items() if table == change.table}
    columns[KEYS[change.table]] = change.table
    before, after = (
        row and row | {column: new.get((target, row[column]), row[column]) for column, target in columns.items()}
        for row in (change.before, change.after)
    )
    return replace(change, id=new.get((change.table, change.id), change.id), before=before, after=after)


def told(changes: Sequence[Change]) -> str:
    """Say which row and cell a step changed."""
    first = changes[0]
    return f"{first.id} {', '.join(first.cells)}" if first.before and first.after else f"{first.id} added or removed"


def differing(change: Change, on_disk: Rows, mine: Rows) -> Iterator[Difference]:
    """Yield table, id, column and both contents of the cells of a change where the file and the form differ."""
    theirs, ours = (find(rows, change.table, change.id) or {} for rows in (on_disk, mine))
    for column in change.cells:
        if theirs.get(column, "") != ours.get(column, ""):
            yield change.table, change.id, column, theirs.get(column, ""), ours.get(column, "")
