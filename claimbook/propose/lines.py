"""Lines of figures: one thing over time, or several places at one time, from tables or from figures on record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimbook.find.cells import passage_of
from claimbook.find.passage import Passage
from claimbook.find.table import Cell, Table, undated
from claimbook.judge.source import Figure
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.when import period_of

LEAST = 2  # points of a line
MOST = 400  # points that are taken; a longer line is cut at its far end
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
    """

    place: str
    period: str
    quantity: Quantity
    printed: str
    figure: str = ""
    passage: Passage | None = None

    @property
    def is_total(self) -> bool:
        """Whether it is of all places together."""
        return any(TOTAL.fullmatch(part.strip()) for part in self.place.split("|"))


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
    """

    what: str
    points: tuple[Point, ...]
    at: Point
    over_time: bool


def of_cells(tables: Iterable[tuple[Table, Cell]]) -> Iterator[Line]:
    """Yield the lines through cells: over time, and over places."""
    for table, cell in tables:
        at = _point(table, cell)
        what = _plain(" · ".join(filter(None, (table.title or table.document, undated(cell.head)))))
        timed = sorted(_over_time(table, cell), key=lambda one: one.period)
        if len(timed) >= LEAST:
            yield Line(what, tuple(timed[-MOST:]), at, True)
        for placed in _over_places(table, cell):
            if len(placed) > LEAST:
                yield Line(what, tuple(placed[:MOST]), at, False)


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
            yield Line(first.metric, tuple(placed.values()), at, False)


def _unit(figure: Figure) -> str:
    return figure.quantity.unit if figure.quantity else ""


def _recorded(figure: Figure) -> Point:
    assert figure.quantity
    return Point(_plain(figure.entity), figure.period_text, figure.quantity, figure.as_printed, figure.id)


def _point(table: Table, cell: Cell) -> Point:
    number = cell.number
    quantity = Quantity(Decimal(number.low), Decimal(number.high), number.unit or "count", "=", cell.precision)
    return Point(_place(table, cell), cell.period, quantity, number.words, passage=passage_of(table, cell))


def _place(table: Table, cell: Cell) -> str:
    """Return of whom a cell is: what names its row, or its column where rows are named by their date alone."""
    return _plain(cell.side or (undated(cell.head) if table.dated and len(table.values) > 1 else ""))


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


def _over_places(table: Table, cell: Cell) -> Iterator[list[Point]]:
    """Yield the cells of one period that differ in one of the columns that name a row, or in their own column."""
    if table.dated and not table.sides:
        yield [_point(table, one) for at in table.values if (one := table.cell(cell.row, at))]
    for column in table.sides:
        if column == table.unit_column:
            continue
        others = [at for at in table.sides if at != column]
        rows = [
            row
            for row in range(len(table.body))
            if table.dates(row) == table.dates(cell.row)
            and all(table.body[row][at] == table.body[cell.row][at] for at in others)
        ]
        cells = {table.body[row][column]: table.cell(row, cell.column) for row in rows}
        found = [_point(table, one) for one in cells.values() if one]
        if any(point.place == _place(table, cell) for point in found):
            yield found
