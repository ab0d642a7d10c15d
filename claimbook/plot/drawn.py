"""A frozen series behind one claim as places on a small picture; the page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from claimbook.language.phrase import Spoken, phrase
from claimbook.plot.cells import Behind, over_time, year_of
from claimbook.plot.mark import short
from claimbook.series.places import named

WIDTH, HEIGHT, LEFT, PAD, FOOT = 640, 180, 56, 14, 24


@dataclass(frozen=True)
class Sketch:
    """Places on a picture `width` wide and `height` high.

    Parameters
    ----------
    lines, dashed : tuple of str
        Points of polylines: the series, and other vintages of it.
    claimed : str
        The polyline through the claimed cells; empty where there is one cell.
    marks : tuple of (float, float, str)
        The claimed cells with their numbers; of a rank, the claimed place.
    places : tuple of (float, float, Spoken)
        Of a rank, the other places.
    across, up : tuple of (float, str)
        Ticks of the two axes.
    words : Spoken
        What is drawn, by whom, of which vintage.
    """

    lines: tuple[str, ...]
    dashed: tuple[str, ...]
    claimed: str
    marks: tuple[tuple[float, float, str], ...]
    places: tuple[tuple[float, float, Spoken], ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    words: Spoken
    width: int = WIDTH
    height: int = HEIGHT


def sketch(found: Sequence[Behind]) -> Sketch | None:
    """Draw the first series that is behind a claim; None where there is none."""
    if not found:
        return None
    one = found[0]
    return _strip(one) if one.ranked else _course(one)


def _words(one: Behind) -> Spoken:
    said = {"title": one.series.title, "place": named(one.place), "unit": one.series.unit}
    said |= {"publisher": one.series.publisher, "vintage": one.series.vintage}
    return phrase("{title}, {place}, {unit}. Orange: what the claim rests on. {publisher}, vintage {vintage}.", **said)


def _course(one: Behind) -> Sketch:
    points = over_time(one.series, one.place)
    drawn = [over_time(other, one.place) for other in one.others]
    across = _Axis([x for x, _ in points], LEFT, WIDTH - PAD)
    up = _Axis([y for line in (points, *drawn) for _, y in line], HEIGHT - FOOT, PAD + 8)

    def place(x: float, y: float) -> str:
        """Return where a point is."""
        return f"{across.at(x)},{up.at(y)}"

    cells = [(year_of(cell.period), float(cell.value), cell.printed) for cell in one.cells]
    ends = cells if len(cells) < 3 else cells[-1:]
    slope = [(x, y) for x, y, _ in cells] if len(cells) == 2 else []
    if len(cells) > 2:  # a record or a streak reaches back at the level of the last
        slope = [(cells[0][0], cells[-1][1]), (cells[-1][0], cells[-1][1])]
    return Sketch(
        (" ".join(place(*point) for point in points),),
        tuple(" ".join(place(*point) for point in line) for line in drawn if line),
        " ".join(place(*point) for point in slope),
        tuple((across.at(x), up.at(y), printed) for x, y, printed in ends),
        (),
        tuple((across.at(x), f"{x:.0f}") for x in across.ticks),
        tuple((up.at(y), short(y)) for y in up.ticks),
        _words(one),
    )


def _strip(one: Behind) -> Sketch:
    across = _Axis([float(cell.value) for cell in one.cells], LEFT, WIDTH - LEFT)
    middle = HEIGHT / 2
    first, *rest = one.cells
    places = tuple((across.at(float(cell.value)), middle, named(cell.place)) for cell in rest)
    mark = (across.at(float(first.value)), middle, first.printed)
    ticks = tuple((across.at(x), short(x)) for x in across.ticks)
    return Sketch((), (), "", (mark,), places, ticks, (), _words(one))


class _Axis:
    """What places values between two ends, in pixels, and the ticks."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        low, high = min(values), max(values)
        self.ticks = [float(tick) for tick in MaxNLocator(4, integer=high - low >= 4).tick_values(low, high)]
        self._low, self._span = min(low, self.ticks[0]), (max(high, self.ticks[-1]) - min(low, self.ticks[0])) or 1
        self._first, self._last = first, last

    def at(self, value: float) -> float:
        """Return where a value is."""
        return round(self._first + (value - self._low) / self._span * (self._last - self._first), 1)
