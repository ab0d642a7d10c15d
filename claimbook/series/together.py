"""What several places have together, as one more column of a series; and one place beside all the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimbook.series import over_time
from claimbook.series.agree import Truth, most
from claimbook.series.asked import Asked
from claimbook.series.places import Place, by_code
from claimbook.series.result import Result
from claimbook.series.series import Series
from claimbook.series.trial import FLOWS, STILL, Outcome, Trial

SUM = "sum"  # the column of what several places have together
WORLD = "WLD"


def summed(series: Series, places: Sequence[Place]) -> Series:
    """Return a series with one column more: the sum of some places, where all of them have data."""
    codes = [column for place in places if (column := place.column(series.columns))]
    if len(codes) < len(places):
        return replace(series, columns={**series.columns, SUM: ("",) * len(series.periods)})
    rows = zip(*(series.columns[code] for code in codes), strict=True)
    sums = tuple(str(sum(map(Decimal, row))) if all(row) else "" for row in rows)
    return replace(series, columns={**series.columns, SUM: sums})


def above_the_rest(trial: Trial, asked: Asked, result: Result) -> bool:
    """Return whether no place without data can be above: all of them together have less, by the total of the world."""
    total = _world(trial, result.cells[0].period) if asked.up and asked.among and asked.among.world else None
    if total is None:
        return False
    period = result.cells[0].period
    members = by_code()[WORLD].within(trial.series.columns)
    known = sum((cell.value for one in members if (cell := trial.series.cell(one, period))), Decimal(0))
    return total - known < result.cells[0].value


def _world(trial: Trial, period: str) -> Decimal | None:
    """Return the total of the world, of amounts that add up."""
    column = by_code()[WORLD].column(trial.series.columns)
    cell = trial.series.cell(column, period) if column and trial.scale.kind in FLOWS and not trial.scale.per else None
    return cell.value if cell else None


def beside_all(trial: Trial, asked: Asked, place: str, years: list[str]) -> Outcome:
    """Try whether a place has more than all others together: more than half of the world's total."""
    results = [over_time.level(trial.series, place, year) for year in years]
    truths = []
    for year, result in zip(years, results, strict=True):
        total = _world(trial, year)
        known = total is not None and result.value is not None
        truths.append(_half(result.value, total) if known and result.value is not None and total else Truth.OPEN)
    return Outcome(asked, most(truths), tuple(results))


def _half(value: Decimal, total: Decimal) -> Truth:
    if abs(value * 2 - total) <= total * STILL:
        return Truth.OPEN
    return Truth.TRUE if value * 2 > total else Truth.FALSE
