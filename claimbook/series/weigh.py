"""Try what a claim asks on a series: each operation with its cells, and what it decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimbook.quantity.quantity import Quantity
from claimbook.series import over_places, over_time
from claimbook.series.agree import ABOUT, CHANGED, MONEY, STATED, Room, Truth, agrees, either, every
from claimbook.series.asked import Asked, Kind
from claimbook.series.figures import Figure
from claimbook.series.places import Place
from claimbook.series.result import Result
from claimbook.series.scale import of_series
from claimbook.series.series import Cell, Series
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span

RECENT = 2  # years before the claim's whose number may be meant where it names none
STALE = 5  # years that the latest number may be old
STILL = Decimal("0.01")  # of a level: a smaller change is none
LONG = (When.RANGE, When.SINCE, When.LAST, When.BEFORE)
FLOWS = ("count", "mass", "energy", "area", "volume", "money")  # what can be added up over years
TOP = 5  # “one of the highest” is among so many, or so much of all
TOP_SHARE, TOP_FAR = Decimal("0.1"), Decimal("0.25")


@dataclass(frozen=True)
class Outcome:
    """One thing that a claim asks, tried on a series."""

    asked: Asked
    truth: Truth
    results: tuple[Result, ...] = ()
    why: str = ""


class Trial:
    """A series on which the readings of a claim of some year are tried."""

    def __init__(self, series: Series, year: int) -> None:
        self.series, self.year = series, year
        self.scale = of_series(series.unit)

    def weigh(self, asked: Asked) -> Outcome:
        """Try one thing that is asked, for each of its places."""
        if asked.span and asked.span.kind == When.FINER:
            return Outcome(asked, Truth.MISSING, why="the table has years alone, and the claim names a part of one")
        if asked.span and asked.span.first > self.year:
            return Outcome(asked, Truth.MISSING, why="the claim speaks of a year that was yet to come")
        if not asked.places:
            return Outcome(asked, Truth.OPEN, why="no place is named")
        if asked.figure and not self._fits(asked):
            return Outcome(asked, Truth.OPEN, why=f"“{asked.figure.words}” is not counted in {self.series.unit}")
        if asked.together and len(asked.places) > 1:
            return Trial(summed(self.series, asked.places), self.year)._one(replace(asked, together=False), SUM)
        found = [self._of_place(asked, place) for place in asked.places]
        whys = [one.why for one in found if one.why]
        results = tuple(result for one in found for result in one.results)
        return Outcome(asked, every(one.truth for one in found), results, whys[0] if whys else "")

    def _fits(self, asked: Asked) -> bool:
        figure = asked.figure
        if figure is None or asked.kind in (Kind.RANK, Kind.ONLY, Kind.CHANGE, Kind.COMPARE, Kind.SHARE):
            return True
        if not figure.quantity.high:
            return True  # none is none in any unit
        return bool(figure.scale and figure.scale.fits(self.scale))

    def _of_place(self, asked: Asked, place: Place) -> Outcome:
        column = place.column(self.series.columns)
        if column is not None:
            return self._one(asked, column)
        if place.group and asked.kind in (Kind.LEVEL, Kind.TREND):
            return self._members(asked, place)
        return Outcome(asked, Truth.MISSING, why=f"the series has no column for {place.names[0]}")

    def _members(self, asked: Asked, place: Place) -> Outcome:
        """Try it for each member of a group that has no column: most of them must agree."""
        members = place.within(self.series.columns)
        truths = [self._one(asked, member).truth for member in members]
        known = [one for one in truths if one in (Truth.TRUE, Truth.FALSE)]
        if len(known) < 3:
            return Outcome(asked, Truth.MISSING, why=f"the series has no column for {place.names[0]}")
        part = Decimal(known.count(Truth.TRUE)) / len(known)
        truth = Truth.TRUE if part >= Decimal("0.8") else Truth.FALSE if part <= Decimal("0.2") else Truth.OPEN
        why = f"{known.count(Truth.TRUE)} of {len(known)} members of {place.names[0]} with data agree"
        return Outcome(asked, truth, why=why)

    def _one(self, asked: Asked, place: str) -> Outcome:
        tries: dict[Kind, Callable[[Asked, str], Outcome]] = {
            Kind.LEVEL: self._level,
            Kind.CHANGE: self._change,
            Kind.TREND: self._trend,
            Kind.RANK: self._rank,
            Kind.RECORD: self._record,
            Kind.COMPARE: self._compare,
            Kind.SHARE: self._share,
            Kind.ONLY: self._only,
        }
        return tries[asked.kind](asked, place)

    def recent(self, place: str, back: int = RECENT) -> list[Cell]:
        """Return the latest numbers that were known when the claim was made, the newest first; none where they are stale."""
        cells = self.series.cells(place, self.series.between("0000", str(self.year)))
        newest = [cell for cell in reversed(cells[-back - 1 :]) if int(cell.period[:4]) >= self.year - STALE]
        return [cell for cell in newest if int(cell.period[:4]) >= int(newest[0].period[:4]) - back]

    def _level(self, asked: Asked, place: str) -> Outcome:
        figure, span = asked.figure, asked.span
        if figure is None:
            return Outcome(asked, Truth.OPEN)
        if span is None and asked.every:
            span = Span(When.LAST, self.year - 10, self.year, 0, 0)
        if span is None or span.kind == When.NOW or (span.kind == When.POINT and span.first >= self.year):
            cells = self.recent(place)
            if not cells:
                return self._stale(asked, place)
            truth = either(self.agree(figure, cell.value) for cell in cells)
            return Outcome(asked, truth, tuple(over_time.level(self.series, place, cell.period) for cell in cells))
        if span.kind == When.POINT:
            result = over_time.level(self.series, place, str(span.first))
            if result.value is None:
                return Outcome(asked, Truth.MISSING, (result,), f"no data for {span.first}")
            return Outcome(asked, self.agree(figure, result.value), (result,))
        return self._long(asked, figure, span, place)

    def _long(self, asked: Asked, figure: Figure, span: Span, place: str) -> Outcome:
        """Try a number over years: in each of them, as their average, and, where it can be added up, as their sum."""
        periods = self.asked_for(span, place)
        cells = self.series.cells(place, periods)
        if not cells:
            return Outcome(asked, Truth.MISSING, why=f"no data from {span.first} to {span.last}")
        each = [self.agree(figure, cell.value) for cell in cells]
        average = over_time.average(self.series, place, periods)
        bounded = figure.quantity.comparator in ("<", "<=", ">", ">=") or not figure.quantity.high
        false, gaps = each.count(Truth.FALSE), len(periods) - len(cells)
        allowed = len(each) * Decimal("0.25") if asked.loose else 0
        if asked.every or bounded:
            truth = Truth.FALSE if false > allowed else Truth.MISSING if gaps else every(set(each) - {Truth.FALSE})
            readings = [truth]
        else:
            readings = [Truth.TRUE if set(each) == {Truth.TRUE} else self.agree(figure, average.value or Decimal(0))]
        results: tuple[Result, ...] = (over_time.extremum(self.series, place, periods, not asked.up), average)
        if self._adds(asked, figure):
            total = over_time.total_of_periods(self.series, place, periods)
            results = (*results, total)
            readings.append(self.agree(figure, total.value or Decimal(0)))
        if span.kind in (When.SINCE, When.LAST) and not asked.every and not bounded:
            readings.append(each[-1])  # “in the last decade, it was 5%”: at its end
        truth = either(readings)
        why = "" if truth != Truth.MISSING else f"{gaps} of the years from {periods[0]} to {periods[-1]} have no data"
        return Outcome(asked, truth, results, why)

    def _adds(self, asked: Asked, figure: Figure) -> bool:
        """Return whether the number may be the sum over the years."""
        whole = figure.scale is None or figure.scale.factor == 1
        return not asked.every and whole and not self.scale.per and self.scale.kind in FLOWS and bool(figure.quantity.high)

    def asked_for(self, span: Span, place: str) -> tuple[str, ...]:
        """Return the years of a span that must have data: up to the latest that could be known."""
        ends = self.series.span(place)
        last = span.last
        if ends and span.kind in (When.SINCE, When.LAST) and self.year - 3 <= int(ends[1][:4]):
            last = min(last, int(ends[1][:4]))
        first = max(span.first, int(ends[0][:4])) if ends and span.kind == When.BEFORE else span.first
        return tuple(str(year) for year in range(first, last + 1))

    def agree(self, figure: Figure, value: Decimal) -> Truth:
        """Return whether a number of the series is what the claim's says, on the claim's scale."""
        quantity, scale = figure.quantity, figure.scale
        if not quantity.high:
            return Truth.TRUE if not value else Truth.FALSE
        if scale is None:
            return Truth.OPEN
        own = scale.to(self.scale)
        return agrees(_times(quantity, own), value, self.room(figure))

    def room(self, figure: Figure) -> Room:
        """Return how near is near enough."""
        if self.scale.kind == "money":
            return MONEY
        return ABOUT if figure.quantity.comparator == "~" or figure.quantity.precision == "spoken" else STATED

    def _stale(self, asked: Asked, place: str) -> Outcome:
        ends = self.series.span(place)
        why = f"the latest data are of {ends[1]}" if ends else "the place has no data"
        return Outcome(asked, Truth.MISSING, why=why)

    def ends(self, asked: Asked, place: str) -> tuple[str, str] | None:
        """Return the first and the last year of a change, the last as late as was known."""
        cells = self.recent(place)
        newest = cells[0].period if cells else None
        span, until = asked.span, asked.until
        if span is None:
            return (str(int(newest) - 1), newest) if newest else None
        if until:
            return str(span.last), newest if until.kind == When.NOW and newest else str(until.last)
        if span.kind in (When.POINT, When.NOW):
            year = newest if span.kind == When.NOW or span.first >= self.year else str(span.first)
            return (str(int(year) - 1), year) if year else None
        if span.kind in (When.SINCE, When.LAST):
            return (str(span.first), newest) if newest and int(newest) > span.first else None
        return str(max(span.first, 1)), str(span.last)

    def _change(self, asked: Asked, place: str) -> Outcome:
        figure, ends = asked.figure, self.ends(asked, place)
        if figure is None or ends is None:
            return Outcome(asked, Truth.MISSING, why="no data for the years of the change")
        if asked.until and asked.span and asked.span.kind == When.RANGE and asked.until.kind == When.RANGE:
            return self._averages(asked, figure, place)
        growth = over_time.growth(self.series, place, *ends)
        change = over_time.change(self.series, place, *ends)
        if change.value is None:
            return Outcome(asked, Truth.MISSING, (growth,), f"no data for {change.missing[0][1]}")
        truths = list(self._sizes(asked, figure, growth.value, change.value))
        return Outcome(asked, either(truths) if truths else Truth.OPEN, (growth, change))

    def _averages(self, asked: Asked, figure: Figure, place: str) -> Outcome:
        """Try a change between the averages of two spans."""
        results = [
            over_time.average(self.series, place, [str(year) for year in range(span.first, span.last + 1)])
            for span in (asked.span, asked.until)
            if span
        ]
        one, other = (result.value for result in results)
        if one is None or other is None:
            return Outcome(asked, Truth.MISSING, tuple(results), "no data for one of the two spans")
        truths = self._sizes(asked, figure, over_time.in_percent(one, other), other - one)
        return Outcome(asked, either(truths), tuple(results))

    def _sizes(self, asked: Asked, figure: Figure, growth: Decimal | None, change: Decimal) -> list[Truth]:
        """Compare a stated change with growth in percent or times and, of percentages, with points."""
        sign = -1 if asked.up is False else 1
        unit, room = figure.quantity.unit, CHANGED
        if unit == "times":
            ratio = None if growth is None else 1 + growth / 100
            if ratio is None or (ratio <= 0):
                return [Truth.OPEN]
            return [agrees(figure.quantity, 1 / ratio if asked.up is False else ratio, room)]
        if unit.startswith("percent"):
            found = [] if growth is None or unit != "percent" else [agrees(figure.quantity, sign * growth, room)]
            return found + ([agrees(figure.quantity, sign * change, room)] if self.scale.kind == "percent" else [])
        if figure.scale and figure.scale.fits(self.scale):
            return [agrees(_times(figure.quantity, figure.scale.to(self.scale)), sign * change, room)]
        return []

    def _trend(self, asked: Asked, place: str) -> Outcome:
        ends = self.ends(asked, place)
        if ends is None:
            return Outcome(asked, Truth.MISSING, why="no data for the years of the change")
        first, last = ends if asked.span else (str(int(ends[1]) - 5), ends[1])
        result = over_time.change(self.series, place, first, last)
        steps = self._steps(asked, place, first, last)
        if steps.count(False) > len(steps) // 3 and asked.every:
            return Outcome(asked, Truth.FALSE, (result,), "it went the other way in between")
        if result.value is None:
            return Outcome(asked, Truth.MISSING, (result,), f"no data for {result.missing[0][1]}")
        size = abs(result.cells[0].value) * STILL
        if abs(result.value) <= size:
            return Outcome(asked, Truth.OPEN, (result,), "it hardly changed")
        return Outcome(asked, Truth.TRUE if (result.value > 0) == asked.up else Truth.FALSE, (result,))

    def _steps(self, asked: Asked, place: str, first: str, last: str) -> list[bool]:
        cells = self.series.cells(place, self.series.between(first, last))
        return [(b.value > a.value) == asked.up for a, b in zip(cells, cells[1:], strict=False) if a.value != b.value]

    def year_of(self, asked: Asked, place: str) -> list[str]:
        """Return the years in which places are compared: the stated one, or the latest few."""
        span = asked.span
        if span and span.kind == When.POINT and span.first < self.year:
            return [str(span.first)]
        if span and span.kind in LONG and (asked.every or span.kind == When.RANGE):
            return [cell.period for cell in self.series.cells(place, self.asked_for(span, place))]
        return [cell.period for cell in self.recent(place)]

    def _rank(self, asked: Asked, place: str) -> Outcome:
        group = asked.among
        years = self.year_of(asked, place)
        if group is None or not years:
            return self._stale(asked, place)
        members = group.within(self.series.columns)
        results = [over_places.rank(self.series, place, year, members, bool(asked.up)) for year in years]
        truths = [self._ranked(asked, result) for result in results]
        whole = asked.every and asked.span and asked.span.kind in LONG
        return Outcome(asked, every(truths) if whole else either(truths), tuple(results))

    def _ranked(self, asked: Asked, result: Result) -> Truth:
        if result.value is None:
            return Truth.MISSING
        if result.coverage.filled * 2 < result.coverage.asked or result.coverage.filled < 2:
            return Truth.OPEN
        stated = asked.figure.quantity.high if asked.figure else Decimal(1)
        if asked.loose:
            top = max(Decimal(TOP), result.coverage.filled * TOP_SHARE)
            return (
                Truth.TRUE if result.value <= top else Truth.FALSE if result.value > result.coverage.filled * TOP_FAR else Truth.OPEN
            )
        if result.value == stated:
            return Truth.TRUE
        near = abs(result.value - stated) <= stated * Decimal("0.1")
        return Truth.OPEN if near else Truth.FALSE

    def _record(self, asked: Asked, place: str) -> Outcome:
        cells = self.recent(place)
        at = str(asked.until.first) if asked.until and asked.until.kind == When.POINT else cells[0].period if cells else ""
        if not at:
            return self._stale(asked, place)
        first = asked.span.first if asked.span else 0
        earlier = [cell for cell in self.series.cells(place, self.series.between(f"{first:04}", at)) if cell.period < at]
        now = self.series.cell(place, at)
        result = over_time.since(self.series, place, at, bool(asked.up))
        if not now or not earlier:
            return Outcome(asked, Truth.MISSING, (result,), f"no data for {at} or before it")
        if not now.value and not any(cell.value for cell in earlier):
            return Outcome(asked, Truth.OPEN, (result,), "all its values are nothing")
        slack = abs(now.value) * STILL
        ahead = [cell for cell in earlier if (cell.value - now.value) * (1 if asked.up else -1) > slack]
        if ahead:
            return Outcome(asked, Truth.FALSE, (result,), f"{ahead[-1].period} was beyond it")
        if asked.span and int(earlier[0].period[:4]) > first + 2:
            return Outcome(asked, Truth.MISSING, (result,), f"the data begin in {earlier[0].period}")
        return Outcome(asked, Truth.TRUE, (result,))

    def _compare(self, asked: Asked, place: str) -> Outcome:
        columns = [other.column(self.series.columns) for other in asked.others]
        others = [column for column in columns if column]
        if len(others) < len(columns):
            return Outcome(asked, Truth.MISSING, why="one of the compared places has no column")
        found = [self._beside(asked, place, other) for other in others]
        return Outcome(asked, every(one.truth for one in found), tuple(r for one in found for r in one.results))

    def _beside(self, asked: Asked, place: str, other: str) -> Outcome:
        years = self.year_of(asked, place)
        if not years:
            return self._stale(asked, place)
        sides = (self.series, place), (self.series, other)
        results = [over_places.compare(*sides, year) for year in years]
        ratios = [over_places.multiple(*sides, year) for year in years]
        truths = [self._more(asked, result, ratio) for result, ratio in zip(results, ratios, strict=True)]
        long = asked.span and asked.span.kind in LONG
        return Outcome(asked, every(truths) if long else either(truths), tuple(results[:1] if not long else results))

    def _more(self, asked: Asked, result: Result, ratio: Result) -> Truth:
        if result.value is None:
            return Truth.MISSING
        if asked.figure:
            return Truth.OPEN if ratio.value is None else agrees(asked.figure.quantity, ratio.value, CHANGED)
        if abs(result.value) <= abs(result.cells[0].value) * STILL:
            return Truth.OPEN
        return Truth.TRUE if (result.value > 0) == asked.up else Truth.FALSE

    def _share(self, asked: Asked, place: str) -> Outcome:
        figure, group = asked.figure, asked.among
        years = self.year_of(asked, place)
        if figure is None or group is None or not years or self.scale.kind not in FLOWS or self.scale.per:
            return Outcome(asked, Truth.OPEN, why="a part of a total needs amounts that add up")
        members = group.within(self.series.columns)
        results = [over_places.share(self.series, place, year, members) for year in years]
        truths = [agrees(figure.quantity, one.value, ABOUT) if one.value is not None else Truth.MISSING for one in results]
        return Outcome(asked, either(truths), tuple(results))

    def _only(self, asked: Asked, place: str) -> Outcome:
        years = self.year_of(asked, place)
        if asked.among is None or not years:
            return self._stale(asked, place)
        members = asked.among.within(self.series.columns)
        cells = [cell for member in members if (cell := self.series.cell(member, years[0]))]
        there = [cell.place for cell in cells if bool(cell.value) == bool(asked.up)]
        zero = Decimal(0)
        result = over_places.count(self.series, years[0], members, zero, True)
        if not cells:
            return Outcome(asked, Truth.MISSING, (result,))
        return Outcome(asked, Truth.TRUE if there == [place] else Truth.FALSE, (result,))


SUM = "sum"


def summed(series: Series, places: Sequence[Place]) -> Series:
    """Return a series with one column more: the sum of some places, where all of them have data."""
    codes = [column for place in places if (column := place.column(series.columns))]
    if len(codes) < len(places):
        return replace(series, columns={SUM: ("",) * len(series.periods)})
    rows = zip(*(series.columns[code] for code in codes), strict=True)
    return replace(series, columns={SUM: tuple(str(sum(map(Decimal, row))) if all(row) else "" for row in rows)})


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    """Return a quantity on another scale."""
    if factor == 1:
        return quantity
    return replace(quantity, low=quantity.low * factor, high=quantity.high * factor)
