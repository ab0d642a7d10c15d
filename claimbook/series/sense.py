"""Try what a claim says in the sense it says it: denied, for the first time, or of those who have none."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimbook.quantity.quantity import Quantity
from claimbook.series import over_time
from claimbook.series.agree import Truth
from claimbook.series.asked import Asked, Kind
from claimbook.series.figures import Figure
from claimbook.series.over_time import HUNDRED
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import Outcome, Trial
from claimbook.series.weigh import weigh

OPPOSITE = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}
# A share of those who have something, whose rest has it not.
HAVING = re.compile(
    r"(?i)\b(?:access|with|achieving|coverage|account|using|use|literate|literacy|vaccinated|who have)\b"
)
HAVING_NOT = re.compile(r"(?i)\b(?:without|not|no|lack\w*|un\w+ated|illitera\w+)\b")
TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


def tried(trial: Trial, asked: Asked) -> Outcome:
    """Try one thing that a claim asks, in the sense in which it says it."""
    if asked.denied:
        found = tried(trial, replace(asked, denied=False))
        return replace(found, asked=asked, truth=OPPOSITE.get(found.truth, found.truth))
    if asked.first:
        return _first(trial, asked)
    if asked.rest and asked.figure:
        return _rest(trial, asked, asked.figure)
    if asked.kind == Kind.PEAK:
        return _peak(trial, asked)
    return weigh(trial, asked)


def _first(trial: Trial, asked: Asked) -> Outcome:
    """Try “for the first time”: it holds in that year and in none before it."""
    plain = replace(asked, first=False)
    found = weigh(trial, plain)
    if found.truth != Truth.TRUE or not found.results or not found.results[0].cells:
        return replace(found, asked=asked)
    at = found.results[0].cells[0].period
    for year in (one for one in trial.series.periods if one < at and len(one) == 4):
        span = Span(When.POINT, int(year), int(year), 0, 0)
        before = weigh(trial, replace(plain, span=span))
        if before.truth == Truth.TRUE:
            return Outcome(asked, Truth.FALSE, before.results, f"it was so in {year} already")
        if before.truth == Truth.OPEN:
            return Outcome(asked, Truth.OPEN, before.results, f"it was too near to say in {year}")
    return replace(found, asked=asked)


def _rest(trial: Trial, asked: Asked, figure: Figure) -> Outcome:
    """Try what is said of those who have none by a share of those who have some."""
    title = trial.series.title
    if trial.scale.kind != "percent" or HAVING_NOT.search(title):
        return weigh(trial, replace(asked, rest=False))
    if not HAVING.search(title):
        return Outcome(asked, Truth.OPEN, why="it speaks of those who have none")
    said = figure.quantity
    left = Quantity(HUNDRED - said.high, HUNDRED - said.low, said.unit, TURNED.get(said.comparator, said.comparator))
    near = replace(left, precision=said.precision)
    return replace(weigh(trial, replace(asked, rest=False, figure=replace(figure, quantity=near))), asked=asked)


def _peak(trial: Trial, asked: Asked) -> Outcome:
    """Try whether a year has the highest number of all years, or the lowest."""
    place = asked.places[0].column(trial.series.columns) if len(asked.places) == 1 else None
    year = asked.span.first if asked.span else 0
    if place is None or not trial.series.cell(place, str(year)):
        return Outcome(asked, Truth.MISSING, why=f"no data for {year}")
    known = trial.series.between("0000", str(trial.year))
    result = over_time.extremum(trial.series, place, known, bool(asked.up))
    own = trial.series.cell(place, str(year))
    if result.value is None or own is None:
        return Outcome(asked, Truth.MISSING, (result,), f"no data for {year}")
    apart = abs(result.value - own.value)
    near = apart <= abs(result.value) * Decimal("0.01")
    return Outcome(asked, Truth.TRUE if not apart else Truth.OPEN if near else Truth.FALSE, (result,))
