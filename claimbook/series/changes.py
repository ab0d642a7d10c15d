"""Try what a claim says of changes: by how much, and which way."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimbook.series import over_time
from claimbook.series.agree import CHANGED, FOLD, STATED, Truth, agrees, either, every
from claimbook.series.asked import Asked
from claimbook.series.figures import Figure
from claimbook.series.spans import Kind as When
from claimbook.series.trial import STILL, Outcome, Trial, times

GROWTH = re.compile(r"(?i)\bgrowth\b(?! of GDP per capita per)|\binflation\b|^change in\b")

STEP = re.compile(r"(?i)\bannual change\b")  # of what such a series is of, less than before is a number below nothing


def change(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try a change by so much, in percent, points or times; a series of growth has it as its level."""
    if asked.figure and _is_growth(trial) and asked.figure.quantity.unit == "percent":
        return _grown(trial, asked, place)
    figure, ends = asked.figure, trial.ends(asked, place)
    if figure and figure.quantity.unit == "times" and _is_growth(trial):
        return Outcome(asked, Truth.OPEN, why="what grew so many times is not the growth itself")
    if figure is None or ends is None:
        return Outcome(asked, Truth.MISSING, why="no data for the years of the change")
    if asked.until and asked.span and asked.span.kind == When.RANGE and asked.until.kind == When.RANGE:
        return _averages(trial, asked, figure, place)
    growth = over_time.growth(trial.series, place, *ends)
    change = over_time.change(trial.series, place, *ends)
    if change.value is None:
        return Outcome(asked, Truth.MISSING, (growth,), f"no data for {change.missing[0][1]}")
    truths = list(sizes(trial, asked, figure, growth.value, change.value))
    truth = either(truths) if truths else Truth.OPEN
    if asked.span is None and truth == Truth.FALSE:
        return Outcome(asked, Truth.OPEN, (growth, change), "over which years it changed is not said")
    return Outcome(asked, truth, (growth, change))


def _is_growth(trial: Trial) -> bool:
    """Return whether a series is of growth itself, in percent a year."""
    return trial.scale.kind == "percent" and bool(GROWTH.search(trial.series.title))


def _grown(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try a growth that is the level of the series, in the stated year or one of the latest."""
    span = asked.span
    exact = span and span.kind == When.POINT and span.first < trial.year
    cells = trial.series.cells(place, (str(span.first),)) if span and exact else trial.recent(place, 1)
    if not cells:
        return trial.stale(asked, place)
    sign = -1 if asked.up is False else 1
    if asked.figure:
        quantity = asked.figure.quantity
        truth = either(agrees(quantity, sign * cell.value, STATED) for cell in cells)
    else:
        truth = every(Truth.TRUE if sign * cell.value > 0 else Truth.FALSE for cell in cells[:1])
    results = tuple(over_time.level(trial.series, place, cell.period) for cell in cells)
    if truth == Truth.FALSE and span and span.last - span.first > 1:
        return Outcome(asked, Truth.OPEN, results, "a growth in one year is set beside one over several")
    return Outcome(asked, truth, results)


def _averages(trial: Trial, asked: Asked, figure: Figure, place: str) -> Outcome:
    """Try a change between the averages of two spans."""
    results = [
        over_time.average(trial.series, place, [str(year) for year in range(span.first, span.last + 1)])
        for span in (asked.span, asked.until)
        if span
    ]
    one, other = (result.value for result in results)
    if one is None or other is None:
        return Outcome(asked, Truth.MISSING, tuple(results), "no data for one of the two spans")
    truths = sizes(trial, asked, figure, over_time.in_percent(one, other), other - one)
    return Outcome(asked, either(truths), tuple(results))


def sizes(trial: Trial, asked: Asked, figure: Figure, growth: Decimal | None, change: Decimal) -> list[Truth]:
    """Compare a stated change with growth in percent or times and, of percentages, with points."""
    sign = -1 if asked.up is False else 1
    unit = figure.quantity.unit
    room = FOLD if unit == "times" else CHANGED
    if unit == "times":
        ratio = None if growth is None else 1 + growth / 100
        if ratio is None or (ratio <= 0):
            return [Truth.OPEN]
        if asked.up is False and ratio > 1:
            return [Truth.FALSE]
        low, high = figure.quantity.low, figure.quantity.high
        fold = (
            replace(figure.quantity, low=1 / high, high=1 / low)
            if 0 < high < 1 and low and asked.up is False
            else figure.quantity
        )
        return [agrees(fold, 1 / ratio if asked.up is False else ratio, room)]  # “halved” is 1 / 2, and so twofold
    if unit.startswith("percent"):
        found = [] if growth is None or unit != "percent" else [agrees(figure.quantity, sign * growth, room)]
        return found + ([agrees(figure.quantity, sign * change, room)] if trial.scale.kind == "percent" else [])
    if figure.scale and figure.scale.fits(trial.scale):
        return [agrees(times(figure.quantity, figure.scale.to(trial.scale)), sign * change, room)]
    return []


def trend(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try whether it rose or fell; where a series of growth is above nothing, what it measures rose."""
    if _is_growth(trial) and (asked.span is None or asked.span.kind in (When.POINT, When.NOW)):
        return _grown(trial, asked, place)
    ends = trial.ends(asked, place)
    if ends is None:
        return Outcome(asked, Truth.MISSING, why="no data for the years of the change")
    first, last = ends if asked.span else (str(int(ends[1]) - 5), ends[1])
    result = over_time.change(trial.series, place, first, last)
    steps = _steps(trial, asked, place, first, last)
    if steps.count(False) > len(steps) // 3 and asked.every:
        return Outcome(asked, Truth.FALSE, (result,), "it stayed, or went the other way, in between")
    if result.value is None:
        return Outcome(asked, Truth.MISSING, (result,), f"no data for {result.missing[0][1]}")
    if STEP.search(trial.series.title):
        now = trial.series.cell(place, last)
        if int(last) - int(first) > 1 or not now or (now.value > 0) != (result.value > 0):
            return Outcome(asked, Truth.OPEN, (result,), "a yearly change is not the amount that changed")
    size = abs(result.cells[0].value) * STILL
    if abs(result.value) <= size and (result.value or asked.loose):
        return Outcome(asked, Truth.TRUE if asked.loose else Truth.OPEN, (result,), "it hardly changed")
    rose = result.value != 0 and (result.value > 0) == asked.up
    if not rose and _turned(trial, asked, place, first, last):
        return Outcome(asked, Truth.OPEN, (result,), f"it turned in {last}, which may not have been known")
    return Outcome(asked, Truth.TRUE if rose else Truth.FALSE, (result,))


def _turned(trial: Trial, asked: Asked, place: str, first: str, last: str) -> bool:
    """Return whether it went the stated way until the year before the claim's, where the claim names no last year."""
    named = asked.until.kind != When.NOW if asked.until else bool(asked.span and asked.span.kind == When.RANGE)
    if named or int(last) < trial.year:
        return False
    before = over_time.change(trial.series, place, first, str(int(last) - 1)).value
    return before is not None and before != 0 and (before > 0) == asked.up


def streak(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try whether it rose, or fell, for so many years in a row."""
    cells = trial.recent(place)
    if not asked.figure or not cells:
        return trial.stale(asked, place)
    results = [over_time.streak(trial.series, place, cell.period, bool(asked.up)) for cell in cells]
    truths = [agrees(asked.figure.quantity, one.value) if one.value is not None else Truth.MISSING for one in results]
    return Outcome(asked, either(truths), tuple(results))


def _steps(trial: Trial, asked: Asked, place: str, first: str, last: str) -> list[bool]:
    cells = trial.series.cells(place, trial.series.between(first, last))
    return [a.value != b.value and (b.value > a.value) == asked.up for a, b in pairwise(cells)]
