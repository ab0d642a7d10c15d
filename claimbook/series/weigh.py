"""Try what a claim asks on a series: each operation with its cells, and what it decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from claimbook.series.agree import Truth, every
from claimbook.series.among import compare, only, rank, share
from claimbook.series.asked import Asked, Kind
from claimbook.series.changes import change, streak, trend
from claimbook.series.finer import is_finer, weigh_finer
from claimbook.series.levels import level, record
from claimbook.series.places import Place
from claimbook.series.spans import Kind as When
from claimbook.series.together import SUM, WORLD, summed
from claimbook.series.trial import Outcome, Trial

TRIES: dict[Kind, Callable[[Trial, Asked, str], Outcome]] = {
    Kind.LEVEL: level,
    Kind.CHANGE: change,
    Kind.TREND: trend,
    Kind.RANK: rank,
    Kind.RECORD: record,
    Kind.COMPARE: compare,
    Kind.SHARE: share,
    Kind.ONLY: only,
    Kind.STREAK: streak,
}


def weigh(trial: Trial, asked: Asked) -> Outcome:
    """Try one thing that is asked, for each of its places."""
    if asked.span and asked.span.kind == When.FINER:
        return _in_year(trial, asked)
    if is_finer(trial):
        return Outcome(asked, Truth.OPEN, why="the table has months or quarters, and the claim names none")
    if asked.span and asked.span.first > trial.year:
        return Outcome(asked, Truth.MISSING, why="the claim speaks of a year that was yet to come")
    if not asked.places:
        return Outcome(asked, Truth.OPEN, why="no place is named")
    if asked.figure and not _fits(trial, asked):
        return Outcome(asked, Truth.OPEN, why=f"“{asked.figure.words}” is not counted in {trial.series.unit}")
    if asked.together and len(asked.places) > 1:
        both = Trial(summed(trial.series, asked.places), trial.year)
        return _one(both, replace(asked, together=False), SUM)
    found = [_of_place(trial, asked, place) for place in asked.places]
    whys = [one.why for one in found if one.why]
    results = tuple(result for one in found for result in one.results)
    return Outcome(asked, every(one.truth for one in found), results, whys[0] if whys else "")


def _in_year(trial: Trial, asked: Asked) -> Outcome:
    """Try what is said of a part of a year: the words of its span name it."""
    if not is_finer(trial):
        return Outcome(asked, Truth.MISSING, why="the table has years alone, and the claim names a part of one")
    if asked.kind == Kind.LEVEL and not _fits(trial, asked):
        return Outcome(asked, Truth.OPEN, why=f"it is not counted in {trial.series.unit}")
    return weigh_finer(trial, asked, asked.span.words if asked.span else "")


def _fits(trial: Trial, asked: Asked) -> bool:
    figure = asked.figure
    if figure is None or asked.kind in (Kind.RANK, Kind.ONLY, Kind.CHANGE, Kind.COMPARE, Kind.SHARE, Kind.STREAK):
        return True
    if not figure.quantity.high:
        return True  # none is none in any unit
    return bool(figure.scale and figure.scale.fits(trial.scale))


def _of_place(trial: Trial, asked: Asked, place: Place) -> Outcome:
    column = place.column(trial.series.columns)
    if column is None and place.code == WORLD and len(trial.series.columns) == 1:
        column = next(iter(trial.series.columns))  # such as of Antarctica alone, which its title names
    if column is not None:
        return _one(trial, asked, column)
    if place.group and asked.kind in (Kind.LEVEL, Kind.TREND):
        return _members(trial, asked, place)
    return Outcome(asked, Truth.MISSING, why=f"the series has no column for {place.names[0]}")


def _members(trial: Trial, asked: Asked, place: Place) -> Outcome:
    """Try it for each member of a group that has no column: most of them must agree."""
    members = place.within(trial.series.columns)
    truths = [_one(trial, asked, member).truth for member in members]
    known = [one for one in truths if one in (Truth.TRUE, Truth.FALSE)]
    if len(known) < 3:
        return Outcome(asked, Truth.MISSING, why=f"the series has no column for {place.names[0]}")
    part = Decimal(known.count(Truth.TRUE)) / len(known)
    truth = Truth.TRUE if part >= Decimal("0.8") else Truth.FALSE if part <= Decimal("0.2") else Truth.OPEN
    why = f"{known.count(Truth.TRUE)} of {len(known)} members of {place.names[0]} with data agree"
    return Outcome(asked, truth, why=why)


def _one(trial: Trial, asked: Asked, place: str) -> Outcome:
    return TRIES[asked.kind](trial, asked, place)
