"""Try what a claim says of one place among others: ranks, comparisons, shares, the only one."""

from __future__ import annotations

from decimal import Decimal

from claimbook.series import over_places
from claimbook.series.agree import ABOUT, CHANGED, Truth, agrees, either, every, latest, most
from claimbook.series.asked import Asked
from claimbook.series.levels import level
from claimbook.series.result import Result
from claimbook.series.spans import Kind as When
from claimbook.series.together import SUM, above_the_rest, beside_all, summed
from claimbook.series.trial import COVERED, FLOWS, GAPS, LONG, STILL, TOP, TOP_FAR, TOP_SHARE, Outcome, Trial


def rank(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try a rank, in the stated year or one of the latest."""
    group = asked.among
    years = trial.year_of(asked, place)
    if group is None or not years:
        return trial.stale(asked, place)
    if asked.together:
        return beside_all(trial, asked, place, years)
    aside = {other.column(trial.series.columns) for other in asked.others}
    if asked.figure and asked.figure.quantity.high == len(aside) + 1:
        aside = set()  # “second, behind only the United States” counts these
    members = [one for one in group.within(trial.series.columns) if one not in aside]
    results = [over_places.rank(trial.series, place, year, members, bool(asked.up)) for year in years]
    truths = [ranked(trial, asked, result) for result in results]
    if asked.every and asked.span and asked.span.kind in LONG:
        return Outcome(asked, every(truths), tuple(results))
    if asked.span and asked.span.kind in LONG:
        return Outcome(asked, most(truths), tuple(results))
    return Outcome(asked, latest(truths, years[0] >= str(trial.year)), tuple(results))


def ranked(trial: Trial, asked: Asked, result: Result) -> Truth:
    """Return whether a rank is the stated one."""
    if result.value is None:
        return Truth.MISSING
    covered = result.coverage.filled >= result.coverage.asked * COVERED or above_the_rest(trial, asked, result)
    if result.coverage.filled < 2 or not covered:
        return Truth.OPEN
    stated = asked.figure.quantity.high if asked.figure else Decimal(1)
    if asked.loose:
        top = max(Decimal(TOP), result.coverage.filled * TOP_SHARE)
        return (
            Truth.TRUE
            if result.value <= top
            else Truth.FALSE
            if result.value > result.coverage.filled * TOP_FAR
            else Truth.OPEN
        )
    if result.value == stated:
        return Truth.TRUE
    near = abs(result.value - stated) <= stated * Decimal("0.1")
    return Truth.OPEN if near else Truth.FALSE


def compare(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try whether a place has more, or less, than others."""
    if asked.together and len(asked.others) > 1:
        both = Trial(summed(trial.series, asked.others), trial.year)
        return _beside(both, asked, place, SUM)
    columns = [other.column(trial.series.columns) for other in asked.others]
    others = [column for column in columns if column]
    if len(others) < len(columns):
        return Outcome(asked, Truth.MISSING, why="one of the compared places has no column")
    found = [_beside(trial, asked, place, other) for other in others]
    return Outcome(asked, every(one.truth for one in found), tuple(r for one in found for r in one.results))


def _beside(trial: Trial, asked: Asked, place: str, other: str) -> Outcome:
    years = [one for one in trial.year_of(asked, place) if trial.series.cell(other, one)]
    years = years[:1] if not asked.span or asked.span.kind == When.NOW else years
    if not years:
        return Outcome(asked, Truth.MISSING, why="no year in which both have data")
    sides = (trial.series, place), (trial.series, other)
    results = [over_places.compare(*sides, year) for year in years]
    ratios = [over_places.multiple(*sides, year) for year in years]
    truths = [more(trial, asked, result, ratio) for result, ratio in zip(results, ratios, strict=True)]
    if not asked.span or asked.span.kind not in LONG:
        return Outcome(asked, most(truths), tuple(results[:1]))
    truth, wanted = every(truths), len(trial.asked_for(asked.span, place))
    if truth == Truth.TRUE and wanted - len(truths) > wanted * GAPS:
        return Outcome(asked, Truth.MISSING, tuple(results), f"{wanted - len(truths)} of {wanted} years have no data")
    return Outcome(asked, truth, tuple(results))


def more(trial: Trial, asked: Asked, result: Result, ratio: Result) -> Truth:
    """Return whether one has more than another, or so many times as much."""
    if result.value is None:
        return Truth.MISSING
    if asked.figure:
        return Truth.OPEN if ratio.value is None else agrees(asked.figure.quantity, ratio.value, CHANGED)
    if abs(result.value) <= abs(result.cells[0].value) * STILL:
        return Truth.OPEN
    return Truth.TRUE if (result.value > 0) == asked.up else Truth.FALSE


def share(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try a part of the total of a group; a series that is itself a share has it as its level."""
    if trial.scale.kind == "percent":
        return level(trial, asked, place)
    figure, group = asked.figure, asked.among
    years = trial.year_of(asked, place)
    if figure is None or group is None or not years or trial.scale.kind not in FLOWS or trial.scale.per:
        return Outcome(asked, Truth.OPEN, why="a part of a total needs amounts that add up")
    members = group.within(trial.series.columns)
    results = [over_places.share(trial.series, place, year, members) for year in years]
    truths = [
        Truth.MISSING
        if one.value is None
        else Truth.OPEN  # a part of what few have data for is no part of the whole
        if one.coverage.filled < one.coverage.asked * COVERED
        else agrees(figure.quantity, one.value, ABOUT)
        for one in results
    ]
    return Outcome(asked, either(truths), tuple(results))


def only(trial: Trial, asked: Asked, place: str) -> Outcome:
    """Try whether a place is the only one of a group that has any, or none."""
    years = trial.year_of(asked, place)
    if asked.among is None or not years:
        return trial.stale(asked, place)
    members = asked.among.within(trial.series.columns)
    cells = [cell for member in members if (cell := trial.series.cell(member, years[0]))]
    there = [cell.place for cell in cells if bool(cell.value) == bool(asked.up)]
    zero = Decimal(0)
    result = over_places.count(trial.series, years[0], members, zero, True)
    if not cells:
        return Outcome(asked, Truth.MISSING, (result,))
    return Outcome(asked, Truth.TRUE if there == [place] else Truth.FALSE, (result,))
