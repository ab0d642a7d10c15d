"""A table of a publisher, wide or long, as the cells of one series: where its heads are, and which way it goes."""

from __future__ import annotations

from claimbook.series.intake import cells
from claimbook.series.intake.table import Cell, Choice, Grid, Read, Table, is_head
from claimbook.tables.fault import Problems

__all__ = ["Cell", "Choice", "Grid", "Read", "read_grid"]
DEEP = 40  # rows in which the heads are looked for


def read_grid(grid: Grid, choice: Choice, where: str) -> Read:
    """Read a table as one series.

    Parameters
    ----------
    grid : sequence of rows of str
    choice : Choice
    where : str
        What sentences call the table.

    Raises
    ------
    Problems
        If it has no periods, or more than one series and none was chosen, or a cell is no number.
    """
    at = _head(grid)
    if at is None:
        words = "no row names periods (2019, 2020, …) or a column of them (year, date, TIME_PERIOD)"
        raise Problems([f"{where}: {words}; give a table with years across or down"])
    head, body = [cell.strip() for cell in grid[at]], [row for row in grid[at + 1 :] if any(map(str.strip, row))]
    wide = [column for column, name in enumerate(head) if cells.period(name)]
    table = Table(head, _whole(body, len(head), at + 2, where), choice, where, at + 2)
    return table.across(wide) if len(wide) > 1 or not table.has("time") else table.down()


def _head(grid: Grid) -> int | None:
    """Return which row names the columns."""
    for at, row in enumerate(grid[:DEEP]):
        names = [cell.strip() for cell in row]
        filled = [name for name in names if name]
        if len(filled) < 2:
            continue
        if sum(bool(cells.period(name)) for name in names) > 1 or any(is_head(name, "time") for name in names):
            return at
    return None


def _whole(body: Grid, width: int, first: int, where: str) -> list[list[str]]:
    """Return the rows with as many cells as there are heads; a row that was cut off is a fault."""
    rows = []
    for at, row in enumerate(body, first):
        if len(row) < width and at == first + len(body) - 1 and len(body) > 1 and len(body[0]) >= width:
            raise Problems([f"{where}, row {at}: is cut off ({len(row)} cells, not {width}); fetch or save it again"])
        if any(cell.strip() for cell in row[width:]):
            raise Problems([f"{where}, row {at}: has {len(row)} cells, not {width}; quote cells that hold a comma"])
        rows.append([*row[:width], *[""] * (width - len(row))])
    return rows
