"""Operations over the periods of one place, exact in `Decimal`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from claimbook.language.phrase import Spoken, Statement
from claimbook.series.places import named
from claimbook.series.result import Coverage, Result, figure, listed, when
from claimbook.series.series import Cell, Series

Periods = Sequence[str]
HUNDRED = Decimal(100)
Fills: TypeAlias = dict[str, object]
WAYS: dict[bool, Fills] = {  # of whatever has two directions
    up: {"most": Statement(*most), "rises": Statement(*rises), "beyond": Statement(*beyond)}
    for up, most, rises, beyond in (
        (True, ("highest", "最高"), ("rises", "上升"), ("above", "高于")),
        (False, ("lowest", "最低"), ("falls", "下降"), ("below", "低于")),
    )
}


def level(series: Series, place: str, period: str) -> Result:
    """Return the number of a place in a period."""
    cell = series.cell(place, period)
    value = figure(cell.value) if cell else Statement("no data", "无数据")
    said = Statement(
        "{place} in {period}: {value}", "{place}{period}：{value}", _fills(place, period=when(period), value=value)
    )
    return _result("level", series, cell.value if cell else None, said, [(place, period)])


def change(series: Series, place: str, first: str, last: str) -> Result:
    """Return the last number less the first.

    Examples
    --------
    >>> one = Series("x", "", "", "%", "", ("2000", "2010"), {"FRA": ("3.0", "4.5")})
    >>> change(one, "FRA", "2000", "2010").value, change(one, "FRA", "2010", "2000").value
    (Decimal('1.5'), Decimal('-1.5'))
    """
    return _between("change", series, place, first, last, series.unit, lambda one, other: other - one)


def growth(series: Series, place: str, first: str, last: str) -> Result:
    """Return the change in percent of the first number; none where that is nothing or negative."""
    return _between(
        "growth",
        series,
        place,
        first,
        last,
        "percent",
        in_percent,
    )


def ratio(series: Series, place: str, first: str, last: str) -> Result:
    """Return how many times as large the last number is as the first."""
    return _between("ratio", series, place, first, last, "times", lambda one, other: other / one if one > 0 else None)


def in_percent(one: Decimal, other: Decimal) -> Decimal | None:
    """Return how far the other is from the first, in percent of it; None where that is nothing or negative."""
    return (other - one) / one * HUNDRED if one > 0 else None


def average(series: Series, place: str, periods: Periods) -> Result:
    """Return the mean over periods; those without data are missing from it, and it says which."""
    return _over(
        "average", series, place, periods, Statement("average", "平均值"), lambda cells: _sum(cells) / len(cells)
    )


def total_of_periods(series: Series, place: str, periods: Periods) -> Result:
    """Return the sum over periods; those without data are missing from it, and it says which."""
    return _over("total_of_periods", series, place, periods, Statement("total", "合计"), _sum)


def extremum(series: Series, place: str, periods: Periods, highest: bool = True) -> Result:
    """Return the highest number of a place over periods, or the lowest; `where` is its last period, ties are all."""
    pick = max if highest else min
    cells = series.cells(place, tuple(periods))
    value = pick(cell.value for cell in cells) if cells else None
    at = tuple(cell.period for cell in cells if cell.value == value)
    words = "{most} in {place}, {first} to {last}: {value} in {at}"
    fills = _fills(place, **_ends(periods), **WAYS[highest], value=_shown(value), at=listed([*map(when, at)]))
    said = Statement(words, "{place}{first}—{last}{most}：{value}（{at}）", fills)
    result = _result("extremum", series, value, said, [(place, period) for period in periods], ties=at)
    return result if not at else Result(**{**result.__dict__, "where": at[-1]}).noted(series)


def crossing(
    series: Series, place: str, periods: Periods, threshold: Decimal, above: bool = True, first: bool = True
) -> Result:
    """Return the first or the last period in which a place is above a threshold, or below it."""
    cells = series.cells(place, tuple(periods))
    there = [cell for cell in cells if (cell.value > threshold if above else cell.value < threshold)]
    cell = there[0 if first else -1] if there else None
    end = Statement("first", "首次") if first else Statement("last", "最近一次")
    at = when(cell.period) if cell else Statement("never", "从未")
    fills = _fills(place, end=end, **WAYS[above], threshold=figure(threshold), at=at)
    said = Statement("{place} {end} {beyond} {threshold}: {at}", "{place}{end}{beyond}{threshold}：{at}", fills)
    asked = [(place, period) for period in periods]
    result = _result("crossing", series, cell.value if cell else None, said, asked)
    return Result(**{**result.__dict__, "where": cell.period if cell else ""}).noted(series)


def since(series: Series, place: str, period: str, highest: bool = True) -> Result:
    """Return since when a place was not so high, or so low: `where` is the last earlier period at least as extreme.

    “The highest since 1990” is true when `where` is 1990 or earlier; where it is empty, it is the highest of all data,
    and nothing is known of before its first period.
    """
    now = series.cell(place, period)
    before = [one for one in series.periods if one < period]
    cells = series.cells(place, tuple(before))
    as_far = [one for one in cells if now and (one.value >= now.value if highest else one.value <= now.value)]
    at = as_far[-1].period if as_far else ""
    start = cells[0].period if cells else period
    beyond = when(at) if at else Statement("all data, from {start}", "有数据（{start}）", {"start": when(start)})
    fills = _fills(place, **WAYS[highest], period=when(period), value=_shown(now.value if now else None), at=beyond)
    said = Statement(
        "{place} in {period}: {value}, {most} since {at}", "{place}{period}：{value}，{at}以来{most}", fills
    )
    asked = [(place, one) for one in series.between(at or start, period)]
    result = _result("since", series, now.value if now else None, said, asked)
    return Result(**{**result.__dict__, "where": at}).noted(series)


def streak(series: Series, place: str, period: str, up: bool = True) -> Result:
    """Return how many periods in a row a place had risen, or fallen, by a period; one without data ends the streak."""
    steps, column = 0, [series.cell(place, one) for one in series.periods if one <= period]
    for after, before in pairwise(reversed(column)):
        if not (after and before) or not (after.value > before.value if up else after.value < before.value):
            break
        steps += 1
    known = bool(column and column[-1])
    fills = _fills(place, **WAYS[up], period=when(period), n=str(steps))
    said = Statement("{place} by {period}: {n} {rises} in a row", "{place}截至{period}：连续{n}期{rises}", fills)
    asked = [(place, one) for one in [one for one in series.periods if one <= period][-steps - 2 :]]
    return _result("streak", series, Decimal(steps) if known else None, said, asked, "period")


def _between(
    name: str,
    series: Series,
    place: str,
    first: str,
    last: str,
    unit: str,
    of: Callable[[Decimal, Decimal], Decimal | None],
) -> Result:
    one, other = series.cell(place, first), series.cell(place, last)
    value = of(one.value, other.value) if one and other else None
    ends = {"a": _shown(one and one.value), "b": _shown(other and other.value)}
    fills = _fills(place, first=when(first), last=when(last), value=_shown(value, unit), **ends)
    words = "{place} from {a} in {first} to {b} in {last}: {value}"
    said = Statement(words, "{place}由{first}的{a}到{last}的{b}：{value}", fills)
    return _result(name, series, value, said, [(place, first), (place, last)], unit)


def _over(
    name: str, series: Series, place: str, periods: Periods, words: Spoken, of: Callable[[list[Cell]], Decimal]
) -> Result:
    cells = series.cells(place, tuple(periods))
    value = of(cells) if cells else None
    fills = _fills(place, words=words, **_ends(periods), value=_shown(value))
    said = Statement("{words} of {place}, {first} to {last}: {value}", "{place}{first}—{last}{words}：{value}", fills)
    return _result(name, series, value, said, [(place, period) for period in periods])


def _result(
    name: str,
    series: Series,
    value: Decimal | None,
    said: Spoken,
    asked: Sequence[tuple[str, str]],
    unit: str = "",
    ties: tuple[str, ...] = (),
) -> Result:
    """Gather the cells that were asked for, and what is missing."""
    found = {where: series.cell(*where) for where in asked}
    cells = tuple(cell for cell in found.values() if cell)
    missing = tuple(where for where, cell in found.items() if not cell)
    coverage = Coverage(len(cells), len(found))
    return Result(name, value, unit or series.unit, said, cells, missing, coverage, ties).noted(series)


def _sum(cells: Sequence[Cell]) -> Decimal:
    return sum((cell.value for cell in cells), Decimal(0))


def _fills(place: str, **fills: object) -> Fills:
    return {"place": named(place), **fills}


def _ends(periods: Periods) -> Fills:
    return {"first": periods[0], "last": when(periods[-1])} if periods else {"first": "—", "last": "—"}


def _shown(value: Decimal | None, unit: str = "") -> object:
    if value is None:
        return Statement("no data", "无数据")
    after = {"percent": Statement("%", "%"), "times": Statement(" times", "倍")}.get(unit, Statement())
    return Statement("{n}{unit}", "{n}{unit}", {"n": figure(value), "unit": after})
