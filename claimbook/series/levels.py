"""Try what a claim says of levels: in a year, over years, and as a record."""

from __future__ import annotations

from decimal import Decimal

from claimbook.series import over_time
from claimbook.series.agree import Truth, either, every
from claimbook.series.asked import Asked
from claimbook.series.figures import Figure
from claimbook.series.result import Result
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import FLOWS, GAPS, STILL, Outcome, Trial


def level(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try a number: in a year, in the latest known ones, or over years."""
    figure, span = asked.figure, asked.span
    if figure is None:
        return Outcome(asked, Truth.OPEN)
    if span is None or span.kind == When.NOW or (span.kind == When.POINT and span.first >= trial.year):
        cells = trial.recent(place)
        if not cells:
            return trial.stale(asked, place)
        truth = either(trial.agree(figure, cell.value) for cell in cells)
        return Outcome(asked, truth, tuple(over_time.level(trial.series, place, cell.period) for cell in cells))
    if span.kind == When.POINT:
        result = over_time.level(trial.series, place, str(span.first))
        if result.value is None:
            return Outcome(asked, Truth.MISSING, (result,), f"no data for {span.first}")
        return Outcome(asked, trial.agree(figure, result.value), (result,))
    return _long(trial, asked, figure, span, place)


def _long(trial: Trial, asked: Asked, figure: Figure, span: Span, place: str) -> Outcome:
    """Try a number over years: in each of them, as their average, and, where it can be added up, as their sum."""
    periods = trial.asked_for(span, place)
    cells = trial.series.cells(place, periods)
    if not cells:
        return Outcome(asked, Truth.MISSING, why=f"no data from {span.first} to {span.last}")
    each = [trial.agree(figure, cell.value) for cell in cells]
    average = over_time.average(trial.series, place, periods)
    bounded = figure.quantity.comparator in ("<", "<=", ">", ">=") or not figure.quantity.high
    false, gaps = each.count(Truth.FALSE), len(periods) - len(cells)
    allowed = len(each) * Decimal("0.25") if asked.loose else 0
    if asked.every or bounded:
        lacking = gaps > len(periods) * GAPS
        truth = Truth.FALSE if false > allowed else Truth.MISSING if lacking else every(set(each) - {Truth.FALSE})
        readings = [truth]
    else:
        readings = [Truth.TRUE if set(each) == {Truth.TRUE} else trial.agree(figure, average.value or Decimal(0))]
    results: tuple[Result, ...] = (over_time.extremum(trial.series, place, periods, not asked.up), average)
    if _adds(trial, asked, figure):
        total = over_time.total_of_periods(trial.series, place, periods)
        results = (*results, total)
        readings.append(trial.agree(figure, total.value or Decimal(0)))
    if span.kind in (When.SINCE, When.LAST) and not asked.every and not bounded:
        readings.append(each[-1])  # “in the last decade, it was 5%”: at its end
    truth = either(readings)
    why = "" if truth != Truth.MISSING else f"{gaps} of the years from {periods[0]} to {periods[-1]} have no data"
    return Outcome(asked, truth, results, why)


def _adds(trial: Trial, asked: Asked, figure: Figure) -> bool:
    """Return whether the number may be the sum over the years."""
    return (
        not asked.every
        and not figure.rated
        and not trial.scale.per
        and trial.scale.kind in FLOWS
        and bool(figure.quantity.high)
    )


def record(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try whether it is the highest or lowest of so many years, or ever."""
    cells = trial.recent(place)
    at = str(asked.until.first) if asked.until and asked.until.kind == When.POINT else cells[0].period if cells else ""
    if not at:
        return trial.stale(asked, place)
    first = _since(trial, asked, int(at))
    earlier = [cell for cell in trial.series.cells(place, trial.series.between(f"{first:04}", at)) if cell.period < at]
    now = trial.series.cell(place, at)
    result = over_time.since(trial.series, place, at, bool(asked.up))
    if not now or not earlier:
        return Outcome(asked, Truth.MISSING, (result,), f"no data for {at} or before it")
    if not now.value and not any(cell.value for cell in earlier):
        return Outcome(asked, Truth.OPEN, (result,), "all its values are nothing")
    slack = abs(now.value) * STILL
    # “The highest since 1923” is said of what was higher in 1923.
    named = str(first) if asked.span and asked.span.kind == When.SINCE else ""
    ahead = [
        cell for cell in earlier if cell.period != named and (cell.value - now.value) * (1 if asked.up else -1) > slack
    ]
    if ahead:
        return Outcome(asked, Truth.FALSE, (result,), f"{ahead[-1].period} was beyond it")
    if asked.span and int(earlier[0].period[:4]) > first + 2:
        return Outcome(asked, Truth.MISSING, (result,), f"the data begin in {earlier[0].period}")
    return Outcome(asked, Truth.TRUE, (result,))


def _since(trial: Trial, asked: Asked, at: int) -> int:
    """Return since when it must be a record; “in three decades” is said from nine tenths of them on."""
    if asked.span is None:
        return 0
    if asked.span.kind == When.RECORD:
        return at - (asked.span.last - asked.span.first) * 9 // 10
    return asked.span.first
