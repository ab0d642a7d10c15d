"""Readings of a claim over the frozen series of a workspace, proposed for a person to accept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from claimbook.draft.draft import about
from claimbook.propose.article import Proposed
from claimbook.propose.pairing import Pairing, pairing
from claimbook.quantity.period import period
from claimbook.series import frozen
from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.attempt import try_all
from claimbook.series.axis import axis
from claimbook.series.caveats import absent, known_later
from claimbook.series.judge import MOST, wanted
from claimbook.series.meant import remembered
from claimbook.series.over_time import level
from claimbook.series.parts import lacking
from claimbook.series.places import find_places
from claimbook.series.rank import Catalogue, Hit
from claimbook.series.read import read
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import Outcome, Trial
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from claimbook.draft.draft import Draft
    from claimbook.judge.claim import Claim
    from claimbook.series.pairs import Tried
    from claimbook.series.series import Series

SHOWN = 12  # readings of a claim
ASKED_FOR = 2.0  # the score of a series that a person names


@dataclass(frozen=True)
class Paired(Proposed):
    """What a claim may mean over the series: the readings, the likeliest first, and what could not be read and why."""

    refused: tuple[str, ...] = ()
    ranked: tuple[Hit, ...] = ()

    @property
    def pairings(self) -> list[Pairing]:
        """The readings."""
        return [one for one in self.proposals if isinstance(one, Pairing)]


def pair(case: Draft, name: str, only: Sequence[str] = ()) -> Paired:
    """Return what a claim may mean over the frozen series of its workspace.

    Parameters
    ----------
    case : Draft
    name : str
        Id of the claim.
    only : sequence of str
        Ids of series; without one, those that fit the claim best.

    Raises
    ------
    Problems
        If there are no series, or one that is named is not there.
    """
    claim, day = case.claims[name], spoken_on(case)
    every = frozen.all_series(case.home)
    chosen = _chosen(every, only, day)
    reading = reading_of(case, claim, day)
    ranked = (
        [Hit(one, ASKED_FOR) for one in chosen]
        if only
        else Catalogue.of(chosen, remembered(case.home)).rank(wanted(reading), MOST)
    )
    tried = [_finer(claim, one, day.year) for one in try_all(reading, ranked)] if reading.asked else []
    found = [one for each in tried for one in _pairings(claim, each, day, every.values(), reading.left)]
    text = decode(case.folder / "article.txt", "article.txt")
    best = sorted(found, key=lambda one: one.doubt)[:SHOWN]
    return Paired(case.folder, text, list(best), tuple(_refused(claim, reading, tried, ranked)), tuple(ranked))


def spoken_on(case: Draft) -> date:
    """Return the day on which an article spoke; of one without a date, the end of the year that it names last."""
    try:
        own = period(str(about(case.folder).get("period", "")))
    except ValueError:
        return date.today()
    last = own.last if own.first.year in (own.last.year, 1) else date(own.first.year + 1, 1, 1)
    return min(last, date.today())


def _chosen(every: dict[str, Series], only: Sequence[str], day: date) -> list[Series]:
    """Return of each series the vintage that was known on a day, or the ones that are named."""
    if strange := [name for name in only if name not in every]:
        there = ", ".join(sorted(every)) or "none yet"
        raise Problems([f"--series: there is no series “{strange[0]}” in data/series.csv; there are: {there}"])
    if not every:
        raise Problems(
            ["data/series.csv: there are no series yet; `claimbook series find` and `series add` bring some"]
        )
    if only:
        return [every[name] for name in only]
    return [frozen.known_on(same, str(day)) for same in frozen.vintages(every.values()).values()]


def reading_of(case: Draft, claim: Claim, day: date) -> Reading:
    """Read the statement of a claim for what it asks of its number; the claim's cells say what that leaves out."""
    readings = [
        _of_claim(read(words, day), claim) for words in (*claim.statement.texts.values(), _sentence(case, claim))
    ]
    found = max(readings, key=lambda one: (bool(one.asked), any(each.span for each in one.asked), -len(one.left)))
    own = _own_period(case, claim)
    places = tuple(dict.fromkeys(one.place for one in find_places(f"{claim.subject}, {claim.population}")))
    asked = [_filled(one, places if not found.places else (), own) for one in found.asked]
    return replace(found, places=found.places or places, asked=tuple(asked))


def _sentence(case: Draft, claim: Claim) -> str:
    """Return the sentence of the article that a claim is in."""
    text, where = decode(case.folder / "article.txt", "article.txt"), claim.selector
    start, end = sentence(text, where.start, where.end)
    return text[start:end].strip()


def _of_claim(reading: Reading, claim: Claim) -> Reading:
    """Return a reading with what it asks of the claim's own number; a statement asks all of it."""
    number = claim.quantity
    if number is None:
        return reading
    own = [
        one
        for one in reading.asked
        if one.figure and (one.figure.quantity.low, one.figure.quantity.high) == (number.low, number.high)
    ]
    return replace(reading, asked=tuple(own))


def _own_period(case: Draft, claim: Claim) -> Span | None:
    """Return the years of the claim's own period; none where it has the article's."""
    words = claim.period_text
    if not words or words == str(about(case.folder).get("period", "")):
        return None
    try:
        found = period(words)
    except ValueError:
        return None
    first, last = found.first.year, min(found.last.year, date.today().year)
    kind = When.SINCE if found.last == date.max else When.POINT if first == last else When.RANGE
    return Span(kind, first, last, 0, 0)


def _filled(asked: Asked, places: tuple[object, ...], own: Span | None) -> Asked:
    """Return what is asked with the places and years that only the claim's cells name."""
    kept = replace(asked, places=places) if places else asked  # type: ignore[arg-type]
    return replace(kept, span=own) if own and (kept.span is None or kept.span.kind == When.FINER) else kept


def _finer(claim: Claim, tried: Tried, year: int) -> Tried:
    """Return what was tried, with the level of a month or a quarter where the claim and the series have one."""
    names = [one for one in tried.series.periods if len(one) > 4 and _is(one, claim.period_text)]
    if not names:
        return tried
    return replace(tried, outcomes=tuple(_of_part(one, tried.series, names[0], year) for one in tried.outcomes))


def _is(one: str, words: str) -> bool:
    from claimbook.propose.counted import dated

    return dated(one) == words


def _of_part(outcome: Outcome, series: Series, at: str, year: int) -> Outcome:
    asked = outcome.asked
    place = asked.places[0].column(series.columns) if len(asked.places) == 1 else None
    if asked.kind != Kind.LEVEL or asked.figure is None or place is None:
        return outcome
    result = level(series, place, at)
    if result.value is None:
        return outcome
    return Outcome(asked, Trial(series, year).agree(asked.figure, result.value), (result,))


def _pairings(
    claim: Claim, tried: Tried, day: date, every: Collection[Series], unread: tuple[str, ...]
) -> Iterator[Pairing]:
    """Yield the readings over one series."""
    for outcome in tried.outcomes:
        beside = axis(tried.series, outcome, day.year, every)
        said = (*beside.caveats, *known_later(tried.series, day), *absent(outcome.asked, tried.series))
        for result in outcome.results:
            if found := pairing(claim, tried.series, outcome, result, replace(beside, caveats=said), unread):
                yield replace(found, doubt=found.doubt - tried.score)


def _refused(claim: Claim, reading: Reading, tried: Sequence[Tried], ranked: Sequence[Hit]) -> Iterator[str]:
    """Yield what could not be read, and which part of it."""
    if not reading.asked:
        number = f"“{claim.selector.exact}” was read into no operation"
        yield number if claim.quantity else "no operation was read in its words"
    for words in reading.left:
        yield f"“{words}” was not understood"
    if reading.asked and not tried:
        named = ", ".join(f"“{hit.series.title}” ({hit.series.unit})" for hit in ranked[:3])
        yield f"no series is counted as “{claim.selector.exact}” is; the nearest: {named}"
    for one in tried:
        if part := lacking(reading.text, one.series):
            yield f"“{part}” is a part that “{one.series.title}” does not show"
        for outcome in one.outcomes:
            if outcome.why and not any(result.value is not None for result in outcome.results):
                yield f"“{one.series.title}”: {outcome.why}"
