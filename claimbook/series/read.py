"""Read a claim into what it asks: places, years, numbers and operations, and the words that were not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.claimed import Claimed
from claimbook.series.cues import (
    AS_THEN,
    COMBINED,
    EVERY,
    FROM_THEN,
    HALVES,
    LACKING,
    LOOSE,
    MAJORITY,
    SENTENCE,
    TREND_DOWN,
    TREND_UP,
)
from claimbook.series.figures import Figure, Role
from claimbook.series.left import left
from claimbook.series.pairing import based, nearest, since_than, was
from claimbook.series.places import Place
from claimbook.series.sayings import Asks, compares, firsts, only, ranks, shares, streaks
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trends import trends


def read(text: str, day: date) -> Reading:
    """Read a claim.

    Parameters
    ----------
    text : str
    day : datetime.date
        When it was said.

    Returns
    -------
    Reading

    Examples
    --------
    >>> reading = read("The UK spends 0.7% of its GNI on aid, more than any other G7 country.", date(2018, 6, 15))
    >>> [(str(one.kind), [place.code for place in one.places], one.up) for one in reading.asked]
    [('level', ['GBR'], None), ('rank', ['GBR'], True)]
    >>> reading.measure
    'The spends of its GNI on aid, more than any other country.'
    """
    return _reading(Claimed(text, day))


def _reading(claim: Claimed) -> Reading:
    """Gather what the claim asks."""
    asked = [one for start, end in _sentences(claim) for one in _sentence(claim, start, end)]
    places = tuple(dict.fromkeys(one.place for one in claim.named))
    return Reading(
        claim.text,
        claim.day.year,
        claim.measure(),
        places,
        tuple(claim.spans),
        tuple(claim.figures),
        tuple(dict.fromkeys(asked)),
        tuple(left(claim, asked)),
    )


def _sentences(claim: Claimed) -> list[tuple[int, int]]:
    ends = [match.end() for match in SENTENCE.finditer(claim.text)]
    return [(a, b) for a, b in pairwise([0, *ends, len(claim.text)]) if claim.text[a:b].strip()]


def _sentence(claim: Claimed, start: int, end: int) -> Asks:
    """Yield what one sentence asks."""
    words = claim.text[start:end]
    figures = [one for one in claim.figures if start <= one.start < end]
    spans = [one for one in claim.spans if start <= one.start < end]
    base = Asked(
        Kind.LEVEL,
        claim.subject(),
        together=bool(COMBINED.search(words)),
        every=bool(EVERY.search(words)),
        loose=bool(LOOSE.search(words)),
    )
    found = [
        *streaks(claim, base, words, spans),
        *only(claim, base, words, spans),
        *shares(claim, base, words, figures, spans),
        *_levels(claim, base, words, figures, spans),
        *_changes(claim, base, figures, spans),
        *ranks(claim, base, words, figures, spans, start),
        *compares(claim, base, words, figures, spans),
    ]
    yield from firsts(claim, words, found)
    if not any(one.kind in (Kind.CHANGE, Kind.RECORD, Kind.COMPARE, Kind.ONLY, Kind.STREAK) for one in found):
        yield from trends(claim, base, words, spans, found)


def _levels(claim: Claimed, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Asks:
    levels = [one for one in figures if one.role == Role.LEVEL and one.start not in claim.used]
    spans = [one for one in spans if one.kind != When.RECORD]
    if len(levels) == 2 and len(spans) == 1 and spans[0].kind in (When.RANGE, When.LAST, When.SINCE):
        ends = (spans[0].first, spans[0].first), (spans[0].last, spans[0].last)
        kinds = When.POINT, When.POINT if spans[0].kind == When.RANGE else When.NOW
        pairs: list[Span | None] = [
            spans[0]._replace(kind=kind, first=a, last=b) for kind, (a, b) in zip(kinds, ends, strict=True)
        ]
    elif len(levels) == 2 and len(spans) == 1 and levels[0].end <= spans[0].start < levels[1].start:
        pairs = [
            spans[0],
            None if re.search(r"\bto\b|至|到", claim.text[spans[0].end : levels[1].start + 3]) else spans[0],
        ]
    elif len(levels) == 2 and len(spans) == 1 and was(claim.text, levels, spans[0]):
        pairs = [None, spans[0]]
    elif len(levels) == len(spans):
        pairs = list(spans)
    else:
        pairs = [nearest(one, spans, levels, claim.text) for one in levels]
    whose = _whose(claim, base, levels)
    for one, span in zip(levels, pairs, strict=True):
        places = whose.get(one.start, base.places)
        rest = bool(one.scale and one.scale.kind == "percent" and LACKING.search(claim.text[one.end :]))
        yield replace(base, figure=one, span=_ended(claim, one, span, spans), places=places, rest=rest)
    yield from _from_then(claim, base, levels, spans)
    if not figures and (match := MAJORITY.search(words)):
        yield replace(base, figure=HALVES[bool(match["few"])], span=spans[0] if spans else None)


def _from_then(claim: Claimed, base: Asked, levels: Sequence[Figure], spans: Sequence[Span]) -> Asks:
    """Read the way of “below half, down from 63% in 2000”, which the two numbers must have gone."""
    then = next((one for one in spans if one.kind == When.POINT and levels and one.start >= levels[-1].end), None)
    if len(levels) != 2 or not then:
        return
    match = FROM_THEN.search(claim.text[levels[0].end : levels[1].start])
    if match:
        today = then._replace(kind=When.NOW, first=claim.day.year, last=claim.day.year)
        until = next((one for one in spans if one.kind == When.POINT and one.first > then.first), today)
        yield replace(base, kind=Kind.TREND, span=then, until=until, up=bool(match["up"]), every=False)


def _whose(claim: Claimed, base: Asked, levels: Sequence[Figure]) -> dict[int, tuple[Place, ...]]:
    """Return whose each number is, where as many places are named by turns: “54 years in Nigeria and 81 in Britain”."""
    named = [one for one in claim.named if one.place in base.places]
    if len(levels) < 2 or len(named) != len(levels):
        return {}
    turns = sorted([*((one.start, 0) for one in named), *((one.start, 1) for one in levels)])
    if any(one[1] == other[1] for one, other in pairwise(turns)):
        return {}
    return {one.start: (each.place,) for one, each in zip(levels, named, strict=True)}


def _ended(claim: Claimed, figure: Figure, span: Span | None, spans: Sequence[Span]) -> Span | None:
    """Return the end of the years where the number is what was reached: “increased to 5% from 2008 to 2014”."""
    before = claim.text[max(0, figure.start - 45) : figure.start]
    moved = TREND_UP.search(before) or TREND_DOWN.search(before)
    if span and len(spans) == 1 and span.kind in (When.RANGE, When.LAST, When.SINCE) and moved and " to " in before:
        kind = When.POINT if span.kind == When.RANGE else When.NOW
        return span._replace(kind=kind, first=span.last)
    return span


def _changes(claim: Claimed, base: Asked, figures: Sequence[Figure], spans: Sequence[Span]) -> Asks:
    spans = [one for one in spans if one.kind != When.RECORD]
    for one in figures:
        if one.role == Role.THEN:
            yield from _as_then(claim, base, one, spans)
            continue
        if one.role != Role.CHANGE and not (one.role == Role.TIMES and not claim.others and AS_THEN.search(claim.text)):
            continue
        nearby = spans or [span for span in claim.spans if span.kind in (When.RANGE, When.POINT)]
        two = len(nearby) == 2 and {span.kind for span in nearby} <= {When.RANGE, When.POINT, When.NOW}
        nearby = based(nearby, claim.text) if two else nearby
        first = nearby[0] if two else since_than(nearest(one, nearby, figures, claim.text), claim.text, claim.day.year)
        if one.role == Role.TIMES and (then := _then(claim)):
            yield replace(
                base, kind=Kind.CHANGE, figure=one, span=then._replace(kind=When.SINCE, last=claim.day.year), up=True
            )
            continue
        up = None if one.falling is None else not one.falling
        yield replace(base, kind=Kind.CHANGE, figure=one, span=first, until=nearby[1] if two else None, up=up)


def _as_then(claim: Claimed, base: Asked, figure: Figure, spans: Sequence[Span]) -> Asks:
    """Read “a third of what it was in 2000”: from that year to the other one, or to now."""
    points = [one for one in spans if one.kind in (When.POINT, When.SINCE)]
    after = [one for one in points if one.start >= figure.end]
    points = after if len(after) > 1 else points
    if not points:
        return
    if len(points) == 2:
        then, until = based(points, claim.text)
        yield replace(base, kind=Kind.CHANGE, figure=figure, span=then, until=until, up=None)
        return
    then = [*after, *points][0]
    today = then._replace(kind=When.NOW, first=claim.day.year, last=claim.day.year)
    until = next((one for one in points if one.first > then.first), today)
    yield replace(base, kind=Kind.CHANGE, figure=figure, span=then, until=until, up=None)


def _then(claim: Claimed) -> Span | None:
    """Return the year that another is beside: “twice as many today as in 2000”; none where both are named."""
    match = AS_THEN.search(claim.text)
    points = [one for one in claim.spans if one.kind in (When.POINT, When.RANGE)]
    return points[0] if match and len(points) == 1 and points[0].start < match.end() else None
