"""The time axis: the same reading from other years, of other vintages, per head or in all, and what turns there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimbook.find.passage import tokens
from claimbook.language.phrase import Spoken, Statement
from claimbook.series.agree import Truth
from claimbook.series.asked import Asked, Kind
from claimbook.series.caveats import AROUND, Beside, differs, flips, turns
from claimbook.series.scale import of_series
from claimbook.series.sense import tried
from claimbook.series.series import Series
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import Outcome, Trial
from claimbook.series.wanted import PER_HEAD

MOVED = (Kind.CHANGE, Kind.TREND)
PLAIN = (Kind.LEVEL, Kind.SHARE)  # of a year: another year has another number, which is no caveat
BACK = (Kind.RECORD, Kind.STREAK)
LONG = (When.RANGE, When.SINCE, When.LAST)


@dataclass(frozen=True)
class Axis:
    """What a reading comes to from neighbouring years, other vintages and per head; and the caveats."""

    beside: tuple[Beside, ...]
    caveats: tuple[Spoken, ...]


def axis(series: Series, outcome: Outcome, year: int, others: Iterable[Series] = ()) -> Axis:
    """Try a reading from neighbouring years, and of other series.

    Parameters
    ----------
    series : Series
    outcome : Outcome
        That was true or false.
    year : int
        Of the claim.
    others : iterable of Series
        Other vintages of the series, and series that may be the same per head or in all.
    """
    if outcome.truth not in (Truth.TRUE, Truth.FALSE):
        return Axis((), ())
    ends = _years(series, outcome.asked, year) if outcome.asked.kind in MOVED else []
    near = list(_near(series, outcome, year))
    elsewhere = list(_elsewhere(series, outcome, year, others))
    caveats = [turns(series, outcome, ends, moved) for moved in (0, 1)] if outcome.asked.kind in MOVED else []
    if not any(caveats) and outcome.asked.kind not in PLAIN:
        caveats.append(flips(outcome, near))
    caveats += [differs(outcome, one) for one in elsewhere]
    return Axis((*near, *elsewhere), tuple(one for one in caveats if one))


def _near(series: Series, outcome: Outcome, year: int) -> Iterator[Beside]:
    """Yield the reading with its years moved: of a change the start, then the end; of others the year."""
    asked = outcome.asked
    if asked.kind in BACK:
        yield from _back(series, outcome, year)
        return
    ends = _years(series, asked, year)
    for moved, name in enumerate(("start", "end")[: len(ends)] if len(ends) != 1 else ("year",)):
        for by in range(-AROUND, AROUND + 1):
            years = [end + by if at == moved else end for at, end in enumerate(ends)]
            if not by or sorted(set(years)) != years:
                continue
            found = _tried(series, _at(asked, years), max(year, years[-1]), _what(name, years[moved]))
            if found.truth != Truth.MISSING:
                yield found


def _back(series: Series, outcome: Outcome, year: int) -> Iterator[Beside]:
    """Yield a record or a streak as it was in the years before and after its own."""
    own = outcome.results[0].cells[-1].period if outcome.results and outcome.results[0].cells else ""
    for by in range(-AROUND, AROUND + 1) if own.isdigit() else ():
        until = Span(When.POINT, int(own) + by, int(own) + by, 0, 0)
        asked = replace(outcome.asked, until=until) if outcome.asked.kind == Kind.RECORD else outcome.asked
        found = tried(Trial(series, max(year, until.last) if asked.until else int(own) + by), asked)
        result = found.results[0] if found.results else None
        if by and found.truth != Truth.MISSING and result and result.cells[-1:] and result.cells[-1].period != own:
            yield Beside(_what("year", int(result.cells[-1].period)), found.truth, result)


def _what(name: str, year: int) -> Spoken:
    zh = {"start": "起点", "end": "终点", "year": ""}[name]
    return Statement(f"{name} {year}" if name != "year" else f"{year}", f"{zh}{year}年")


def _years(series: Series, asked: Asked, year: int) -> list[int]:
    """Return the year, or the first and the last, of which something is said; none where they are not yearly."""
    place = asked.places[0].column(series.columns) if len(asked.places) == 1 else None
    if place is None or any(not one.isdigit() for one in series.periods[-1:]):
        return []
    trial = Trial(series, year)
    if asked.kind in MOVED:
        ends = trial.ends(asked, place)
        return [int(end) for end in ends] if ends and all(end.isdigit() for end in ends) else []
    if asked.span and asked.span.kind in LONG and asked.span.first < asked.span.last:
        return [asked.span.first, asked.span.last]
    found = trial.year_of(asked, place)
    return [int(found[0])] if found and found[0].isdigit() else []


def _at(asked: Asked, years: Sequence[int]) -> Asked:
    """Return what is asked, of other years."""
    kind = When.RANGE if len(years) > 1 else When.POINT
    return replace(asked, span=Span(kind, years[0], years[-1], 0, 0), until=None)


def _tried(series: Series, asked: Asked, year: int, what: Spoken) -> Beside:
    found = tried(Trial(series, year + 1 if asked.span and asked.span.kind == When.POINT else year), asked)
    return Beside(what, found.truth, found.results[0] if found.results else None)


def _elsewhere(series: Series, outcome: Outcome, year: int, others: Iterable[Series]) -> Iterator[Beside]:
    """Yield the reading of other vintages, and of what is per head where the series is not, or the reverse."""
    for other in others:
        if other.id == series.id:
            continue
        if other.id.partition("@")[0] == series.id.partition("@")[0]:
            what = Statement(f"vintage {other.vintage}", f"{other.vintage}版")
            found = tried(Trial(other, year), outcome.asked)
        elif is_twin(series, other):
            what = Statement(f"“{other.title}”", f"“{other.title}”")
            found = tried(Trial(other, year), _bare(outcome.asked))
        else:
            continue
        yield Beside(what, found.truth, found.results[0] if found.results else None)


def _bare(asked: Asked) -> Asked:
    """Return what is asked without its number, which is none of a series that is counted otherwise."""
    if asked.kind in (Kind.RANK, Kind.STREAK):
        return asked
    return replace(asked, kind=Kind.TREND if asked.kind == Kind.CHANGE else asked.kind, figure=None)


def is_twin(one: Series, other: Series) -> bool:
    """Return whether two series are of one thing, per head and in all.

    Examples
    --------
    >>> a, b = (Series(title, title, "", unit, "", (), {}) for title, unit in
    ...         (("Annual CO₂ emissions", "tonnes"), ("Annual CO₂ emissions per capita", "tonnes per person")))
    >>> is_twin(a, b), is_twin(a, a)
    (True, False)
    """
    names = [frozenset(tokens(PER_HEAD.sub(" ", series.title))) for series in (one, other)]
    scales = [of_series(series.unit) for series in (one, other)]
    return names[0] == names[1] and bool(scales[0].per) != bool(scales[1].per)
