"""Lines of figures: one thing over time, or several places at one time, from tables or from figures on record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimbook.find.cells import passage_of
from claimbook.find.columns import depends
from claimbook.find.passage import Passage
from claimbook.find.table import Cell, Table, undated
from claimbook.judge.source import Figure
from claimbook.mention.tables import named_unit
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.when import period_of

LEAST = 2  # points of a line
MOST = 400  # points that are taken; a longer line is cut at its far end
NEAR = Decimal("0.015")  # a place whose value is that of all others together, but for so much, is their whole
PARTS = 3  # places that a whole has at least, where no word names it
MEASURES = re.compile(r"(?i)\b(?:indicators?|items?|measures?|series|variables?|statistics?)\b|指标|项目")
CODE = re.compile(r"[A-Z]{2,4}|OWID_[A-Z_]+")  # of a country
IN_BRACKETS = re.compile(r" ?[(（]([^()（）]{1,24})[)）]")
TOTAL = re.compile(
    r"(?i)(?:grand |sub)?totals?|all(?: (?:countries|regions|items|persons|ages|industries))?|overall|world|both sexes"
    r"|合计|总计|总量|全国|全部|全球|总数"
)


@dataclass(frozen=True)
class Point:
    """One value of a line: a figure on record, or a cell that can become one.

    Parameters
    ----------
    place, period : str
        Of whom and when, as the table names it.
    quantity : Quantity
    printed : str
    figure : str
        Its id; empty for a cell.
    passage : Passage, optional
        The cell.
    measure : bool
        Whether the table names there what is measured, and not of whom.
    """

    place: str
    period: str
    quantity: Quantity
    printed: str
    figure: str = ""
    passage: Passage | None = None
    measure: bool = False

    @property
    def is_total(self) -> bool:
        """Whether its name says that it is of all places together."""
        return any(TOTAL.fullmatch(part.strip()) for part in self.place.split("|"))

    @property
    def bare(self) -> bool:
        """Whether its table names no unit for it."""
        return self.passage is not None and not self.passage.numbers[0].unit


@dataclass(frozen=True)
class Line:
    """Points in order: of one place over time, the earliest first, or of one period over places, as the table has them.

    Parameters
    ----------
    what : str
        What is measured, and where it was found.
    points : tuple of Point
    at : Point
        The one from which the line was drawn, which fits the claim best.
    over_time : bool
    wholes : tuple of Point
        Of the places, those that are all others together.
    """

    what: str
    points: tuple[Point, ...]
    at: Point
    over_time: bool
    wholes: tuple[Point, ...] = ()


def of_cells(tables: Iterable[tuple[Table, Cell]]) -> Iterator[Line]:
    """Yield the lines through cells: over time, and over places."""
    for table, cell in tables:
        at = _point(table, cell)
        what = _plain(" · ".join(filter(None, (table.title or table.document, undated(cell.head)))))
        timed = sorted(_over_time(table, cell), key=lambda one: one.period)
        if len(timed) >= LEAST:
            yield Line(what, tuple(timed[-MOST:]), at, True)
        for alike, above in _over_places(table, cell):
            if len(alike) >= LEAST:
                yield Line(what, tuple(alike[:MOST]), at, False, tuple(_wholes(alike, above)))


def of_figures(figures: Sequence[Figure]) -> Iterator[Line]:
    """Yield the lines that figures on record make: of one metric and unit, over time or over places."""
    points = [(one, _recorded(one)) for one in figures if one.quantity and one.period_text and not one.parts]
    for first, at in points:
        alike = [(one, point) for one, point in points if (one.metric, _unit(one)) == (first.metric, _unit(first))]
        timed = {point.period: point for one, point in alike if one.entity == first.entity}
        placed = {point.place: point for _, point in alike if point.period == at.period}
        if len(timed) >= LEAST:
            yield Line(first.metric, tuple(timed[period] for period in sorted(timed)), at, True)
        if len(placed) >= LEAST:
            places = list(placed.values())
            yield Line(first.metric, tuple(places), at, False, tuple(_wholes(places, [])))


def _unit(figure: Figure) -> str:
    return figure.quantity.unit if figure.quantity else ""


def _recorded(figure: Figure) -> Point:
    assert figure.quantity
    return Point(_plain(figure.entity), figure.period_text, figure.quantity, figure.as_printed, figure.id)


def _point(table: Table, cell: Cell) -> Point:
    number = cell.number
    quantity = Quantity(Decimal(number.low), Decimal(number.high), number.unit or "count", "=", cell.precision)
    place = _place(table, cell)
    return Point(place, cell.period, quantity, number.words, "", passage_of(table, cell), _is_measure(table, cell))


def _place(table: Table, cell: Cell) -> str:
    """Return of whom a cell is: what names its row, or its column where rows are named by their date alone."""
    return _plain(cell.side or (undated(cell.head) if table.dated and len(table.values) > 1 else ""))


def _is_measure(table: Table, cell: Cell) -> bool:
    """Return whether a row or a column is named by what is measured: 国内生产总值(亿元), employed_total."""
    if cell.side:
        heads = " ".join(table.heads[at] for at in table.naming)
        return bool(MEASURES.search(heads)) or short(cell.side) != cell.side
    return table.dated != () and not all(CODE.fullmatch(table.heads[at]) for at in table.values)


def _plain(words: str) -> str:
    """Return words without the signs of a place to be filled, since they become part of a sentence with places."""
    return words.replace("{", "(").replace("}", ")")


def _over_time(table: Table, cell: Cell) -> Iterator[Point]:
    if period_of(table.heads[cell.column]):
        alike = [at for at in table.values if undated(table.heads[at]) == undated(cell.head)]
        cells = (table.cell(cell.row, at) for at in alike if period_of(table.heads[at]))
    elif table.dated:
        rows = (row for row in range(len(table.body)) if table.side(row) == cell.side)
        cells = (table.cell(row, cell.column) for row in rows if table.dates(row))
    else:
        return
    yield from {one.period: _point(table, one) for one in cells if one and one.period}.values()


def _over_places(table: Table, cell: Cell) -> Iterator[tuple[list[Point], list[Point]]]:
    """Yield the cells of one period that differ in one of the columns that name a row, or in their own column.

    Each with the cells of what is named above them, where dots indent the names of parts.
    """
    if table.dated and not table.sides:
        yield [_point(table, one) for at in table.values if (one := _same_unit(table, cell, cell.row, at))], []
    for column in table.naming:
        rows = _rows_apart_by(table, cell, column)
        alike = _points(table, cell, column, [row for row in rows if table.depth(row) == table.depth(cell.row)])
        above = _points(table, cell, column, [row for row in rows if table.depth(row) < table.depth(cell.row)])
        if any(point.place == _place(table, cell) for point in alike):
            yield alike, above


def _rows_apart_by(table: Table, cell: Cell, column: int) -> list[int]:
    """Return the rows of the cell's date that differ from its row in one column, and in what depends on that."""
    sides = [at for at in table.naming if at != column and not depends(column, at, table.body)]
    dates, own = table.dates(cell.row), table.body[cell.row]
    return [
        row
        for row, cells in enumerate(table.body)
        if all(cells[at] == own[at] for at in sides) and table.dates(row) == dates
    ]


def _points(table: Table, cell: Cell, column: int, rows: Iterable[int]) -> list[Point]:
    cells = {table.body[row][column]: _same_unit(table, cell, row, cell.column) for row in rows}
    return [_point(table, one) for one in cells.values() if one]


def _same_unit(table: Table, cell: Cell, row: int, column: int) -> Cell | None:
    """Return a cell of the table whose unit is that of another one."""
    found = table.cell(row, column)
    return found if found and found.number.unit == cell.number.unit else None


def _wholes(alike: Sequence[Point], above: Sequence[Point]) -> Iterator[Point]:
    """Yield the places that are all others together: by their name, or because the others add up to them."""
    together = sum((point.quantity.low for point in alike if not point.is_total), Decimal(0))
    for point in (*above, *alike):
        value = point.quantity.low
        parts = together - (value if point in alike and not point.is_total else 0)
        many = len(alike) - (point in alike) >= PARTS
        if point.is_total or (many and value > 0 and abs(parts - value) <= NEAR * value):
            yield point


def short(place: str) -> str:
    """Return the name of a place without a unit in brackets.

    Examples
    --------
    >>> short("国内生产总值(亿元)"), short("Georgia (country)")
    ('国内生产总值', 'Georgia (country)')
    """
    return IN_BRACKETS.sub(lambda found: "" if named_unit(found[1]) else found[0], place).strip()
