"""What an operation over cells comes to: the value, the cells that it rests on, what is missing, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from claimbook.language.phrase import Series as Sentences
from claimbook.language.phrase import Spoken, Statement
from claimbook.series.places import named
from claimbook.series.series import BROKEN, Cell, Series

DIGITS = 5  # that are shown of a computed number; it is kept exact
FEW = 6  # places or periods that are named; the rest are counted


class Coverage(NamedTuple):
    """How many of the cells that were asked for have data."""

    filled: int
    asked: int


NOTHING = Coverage(0, 0)


@dataclass(frozen=True)
class Result:
    """What an operation comes to.

    Parameters
    ----------
    operation : str
        A key of `claimbook.series.operations.OPERATIONS`.
    value : Decimal or None
        Exact; None where a cell that it needs is missing.
    unit : str
        The unit of the series, or ``percent``, ``percentage_point``, ``times``, ``rank``, ``count``, ``period``.
    said : Spoken
        The operation in words, in English and Chinese.
    cells : tuple of Cell
        What it rests on.
    missing : tuple of (str, str)
        Places and periods that were asked for and have no data.
    coverage : Coverage
    ties : tuple of str
        Places or periods that share the rank or the extremum.
    where : str
        The place or period that an operation looks for: of the extremum, the crossing, the last time.
    """

    operation: str
    value: Decimal | None
    unit: str
    said: Spoken
    cells: tuple[Cell, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    coverage: Coverage = NOTHING
    ties: tuple[str, ...] = ()
    where: str = ""
    notes: tuple[Spoken, ...] = field(default=())

    @property
    def words(self) -> Spoken:
        """The operation in words, and after it what is missing, tied, provisional or broken."""
        return Sentences((self.said, *self.notes), {"en": "; ", "zh": "；"})

    def noted(self, series: Series) -> Result:
        """Return the same with a note for each thing that a reader must know before it is quoted."""
        notes = (
            _missing(self.missing, self.cells, self.coverage),
            _ties(self.ties),
            _provisional(self.cells),
            _broken(series, self.cells),
        )
        return replace(self, notes=(*self.notes, *(note for note in notes if note)))


def listed(names: Sequence[object]) -> Spoken:
    """Name a few and count the rest."""
    if len(names) > FEW:
        more = Statement("and {n} more", "等另外{n}个", {"n": str(len(names) - FEW)})
        return Sentences((*names[:FEW], more), {"en": ", ", "zh": "、"})
    return Sentences(tuple(names), {"en": ", ", "zh": "、"})


def when(period: str) -> Spoken:
    """Name a period; a Chinese year is called one."""
    return Statement(period, f"{period}年" if period.isdigit() else period)


def figure(value: Decimal) -> str:
    """Write a number for a reader: five digits at least of a whole one, five at most of another.

    Examples
    --------
    >>> figure(Decimal("61.538461538")), figure(Decimal("1234567.8")), figure(Decimal("0.70"))
    ('61.538', '1,234,568', '0.70')
    """
    if not value or value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    step = max(0, DIGITS - 1 - value.adjusted())
    own = -int(value.as_tuple().exponent)
    return f"{value.quantize(Decimal(1).scaleb(-min(step, own)), ROUND_HALF_EVEN):,f}"


def _missing(missing: Sequence[tuple[str, str]], cells: Sequence[Cell], coverage: Coverage) -> Spoken | None:
    if not missing:
        return None
    of_one = len({place for place, _ in missing} | {cell.place for cell in cells}) == 1
    names = [period if of_one else named(place) for place, period in sorted(missing)]
    fills = {"filled": str(coverage.filled), "asked": str(coverage.asked), "names": listed(names)}
    return Statement("{filled} of {asked} have data; none for {names}", "{asked}项中{filled}项有数据，缺{names}", fills)


def _ties(ties: Sequence[str]) -> Spoken | None:
    if len(ties) < 2:
        return None
    return Statement("shared by {names}", "{names}并列", {"names": listed([named(one) for one in ties])})


def _provisional(cells: Iterable[Cell]) -> Spoken | None:
    marked = [cell for cell in cells if cell.status and cell.status != BROKEN]
    if not marked:
        return None
    notes = [Statement(f"{cell.period} ({cell.status})", f"{cell.period}（{cell.status}）") for cell in marked]
    return Statement("noted by the publisher: {names}", "发布者注明：{names}", {"names": listed(notes)})


def _broken(series: Series, cells: Sequence[Cell]) -> Spoken | None:
    """Say where the series breaks between the first and the last cell of one place."""
    if len(cells) < 2 or len({cell.place for cell in cells}) > 1 or not series.status:
        return None
    first, last = min(cell.period for cell in cells), max(cell.period for cell in cells)
    place = cells[0].place
    breaks = [one for one in series.between(first, last) if one > first and series.status.get((place, one)) == BROKEN]
    if not breaks:
        return None
    words = "the series breaks in {names}, so before and after are not comparable"
    return Statement(words, "序列在{names}有断点，前后不可比", {"names": listed(breaks)})
