"""A table of a document read as cells: the heads of its rows and columns, units, periods and values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from claimbook.document import Document, Grid, grids
from claimbook.find.columns import BARE_YEAR, kinds, number_in
from claimbook.find.passage import Number
from claimbook.mention.folding import fold
from claimbook.mention.tables import UNIT_HEADS, Unit, caption_unit, header_unit, named_unit
from claimbook.quantity.when import period_of, without_period

SAMPLE = 200  # rows from which the kinds of the columns are read
HIGHEST = 12  # rows that a head has at most
UNIT_NAMES = (*UNIT_HEADS, "uom", "unit of measure")
SCALE_NAMES = ("scalar_factor", "scalar factor", "scale", "unit_mult", "multiplier")
INDENT = re.compile(r"[.·•]+ ?")  # “.Alabama” is a part of what is named above it without a dot
PERCENT = re.compile(r"(?i)(?:^|[ _])(?:percent|per cent|pct|percentage)$")


@dataclass(frozen=True)
class Cell:
    """One number of a table: where it is, what it says, and the heads that name it."""

    row: int
    column: int
    side: str
    head: str
    period: str
    number: Number
    zeros: bool = False  # whether the zeros at its end are digits like others, as its column shows

    @property
    def precision(self) -> str:
        """How wide it is read: as rounded, unless zeros at its end were counted and not rounded."""
        return "exact" if self.zeros else "rounded"


@dataclass(frozen=True)
class Table:
    """A table with its columns told apart.

    Parameters
    ----------
    document, page, title : str
        Where it is, and the words above it.
    heads : tuple of str
        Of each column, the words of all its rows of heads.
    body : tuple of tuple of str
    first : int
        The number of the first row of the body, from 1, as a spreadsheet counts.
    sides, dated, values : tuple of int
        The columns that name the row, that date it, and that hold numbers.
    caption : str
        Of the lines above a sheet's head, the one that names the unit of all numbers.
    """

    document: str
    page: str
    title: str
    heads: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    first: int
    sides: tuple[int, ...]
    dated: tuple[int, ...]
    values: tuple[int, ...]
    caption: str = ""

    @cached_property
    def units(self) -> dict[int, Unit | None]:
        """The unit that each column's head names, or the words above the table."""
        above = _unit_above(self.caption) or (caption_unit(fold(self.title)) if self.title else None)
        return {column: _unit_of(self.heads[column]) or above for column in self.values}

    @cached_property
    def zeros(self) -> dict[int, int]:
        """How many zeros the numbers of each column have at their end at least: 640 and 700 have one."""
        found: dict[int, int] = {}
        for column in self.values:
            matches = (number_in(row[column]) for row in self.body[:SAMPLE])
            found[column] = min((_zeros(match[1]) for match in matches if match), default=0)
        return found

    @cached_property
    def unit_column(self) -> int | None:
        """The column that names the unit of each row."""
        return self._headed(UNIT_NAMES)

    @cached_property
    def scale_column(self) -> int | None:
        """The column that says by what the numbers of each row are multiplied."""
        return self._headed(SCALE_NAMES)

    def _headed(self, names: Sequence[str]) -> int | None:
        return next((at for at in self.sides if self.heads[at].strip().lower() in names), None)

    @cached_property
    def naming(self) -> tuple[int, ...]:
        """The columns that name whom or what a row is about."""
        return tuple(at for at in self.sides if at not in (self.unit_column, self.scale_column))

    def side(self, row: int) -> str:
        """Return the words that name a row of the body."""
        return " | ".join(filter(None, (INDENT.sub("", self.body[row][at], count=1) for at in self.naming)))

    def depth(self, row: int) -> int:
        """Return how many dots indent the name of a row."""
        found = INDENT.match(self.body[row][self.naming[0]]) if self.naming else None
        return len(found[0].rstrip()) if found else 0

    def dates(self, row: int) -> str:
        """Return what dates a row of the body, as printed."""
        return " ".join(self.body[row][at] for at in self.dated)

    def has(self, cell: "Cell") -> bool:
        """Return whether a cell is where it was."""
        inside = 0 <= cell.row < len(self.body) and cell.column in self.values
        return inside and self.cell(cell.row, cell.column) == cell

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell of the body, or None where it holds no number."""
        printed = self.body[row][column]
        if (found := number_in(printed)) is None:
            return None
        unit = self._unit(row, column, found)
        value = Decimal(re.sub(r"[^\d.]", "", found[1])).scaleb(unit.power if unit else 0)
        value = -value if printed.lstrip().startswith(("(", "-", "−")) else value
        ends = f"{value:f}"
        number = Number(ends, ends, unit.name if unit else "", printed)
        period = period_of(self.dates(row)) or period_of(self.heads[column]) or period_of(self.title)
        zeros = _zeros(found[1]) > self.zeros.get(column, 0)
        return Cell(row, column, self.side(row), self.heads[column], period, number, zeros)

    def _unit(self, row: int, column: int, found: re.Match[str]) -> Unit | None:
        if found[2]:
            return named_unit(found[2])
        own = named_unit(self.body[row][self.unit_column]) if self.unit_column is not None else None
        unit = own or header_unit(fold(self.side(row))) or self.units[column]
        scale = _scale(self.body[row][self.scale_column]) if self.scale_column is not None else None
        return (unit or scale)._replace(power=unit.power + scale.power if unit else scale.power) if scale else unit


def _unit_above(line: str) -> Unit | None:
    """Return the unit that a line above a sheet's head names: 指标：年末常住人口(万人)."""
    return caption_unit(fold(line)) or header_unit(fold(line))


def _unit_of(head: str) -> Unit | None:
    """Return the unit that a column's head names; a name of one word, unemployed_percent, may end in it."""
    return header_unit(fold(head)) or (named_unit("%") if PERCENT.search(head) else None)


def _scale(word: str) -> Unit | None:
    """Return what a cell says that numbers are multiplied by: thousands, units."""
    return Unit("count", "count", 0) if word.strip().lower() in ("unit", "units") else named_unit(word.lower())


def _zeros(printed: str) -> int:
    """Return how many zeros a whole number ends in; a number with decimals, and nothing, ends in none."""
    digits = re.sub(r"[^\d.]", "", printed)
    return 0 if "." in digits or not digits.strip("0") else len(digits) - len(digits.rstrip("0"))


def table_of(document: str, grid: Grid) -> Table | None:
    """Return a grid as a table, or None where it holds no numbers below a head."""
    width = max(map(len, grid.rows), default=0)
    rows = [tuple((*row, *[""] * (width - len(row)))) for row in grid.rows]
    begin = next((at for at, row in enumerate(rows[: HIGHEST + 1]) if _has_values(row)), None)
    if not begin:  # none has a number, or the first one has: then nothing names the columns
        return None
    above = [row for row in rows[:begin] if any(row)]
    titles = [next(filter(None, row)) for row in above if len(set(filter(None, row))) == 1]
    head = [row for row in above if len(set(filter(None, row))) > 1]
    if not head:
        return None
    body = tuple(rows[begin:])
    heads = _joined(head, width)
    found = kinds(heads, body[:SAMPLE])
    title = " ".join(filter(None, (grid.title, *titles)))
    columns = found.sides, found.dated, found.values
    caption = next(filter(_unit_above, titles), "")
    return Table(document, grid.page, title, heads, body, begin + 1, *columns, caption) if found.values else None


def _has_values(row: Sequence[str]) -> bool:
    """Return whether a row holds a number that is no year, or a year beside a number."""
    numbers = [cell for cell in row if number_in(cell)]
    return any(not BARE_YEAR.fullmatch(cell) for cell in numbers)


def _joined(head: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Join the rows of a head column by column; an upper cell that is empty belongs to the one on its left."""
    filled = []
    for at, row in enumerate(head):
        cells, last = [], ""
        for cell in row:
            last = cell or (last if at + 1 < len(head) else "")
            cells.append(last)
        filled.append(cells)
    return tuple(" ".join(dict.fromkeys(filter(None, (row[at] for row in filled)))) for at in range(width))


def undated(head: str) -> str:
    """Return the words of a column's head without its period, so that two years of one thing are alike.

    Examples
    --------
    >>> undated("2023"), undated("Exports 2023"), undated("2023年产量"), undated("Number"), undated("Q4 2019")
    ('', 'Exports', '产量', 'Number', '')
    """
    return "" if period_of(head) == head else re.sub(r" {2,}", " ", without_period(head)).strip(" -–/,")


def from_fields(kept: Mapping[str, Any]) -> Table:
    """Return a table from its fields as they were kept: lists, where a table has tuples."""
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Table(**plain | {"body": tuple(map(tuple, kept["body"]))})


def tables_of(name: str, document: Document) -> list[Table]:
    """Return the tables of a document that have numbers below a head."""
    return [table for grid in grids(document) if (table := table_of(name, grid))]
