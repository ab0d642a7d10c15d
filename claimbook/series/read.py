"""Read a claim into what it asks: places, years, numbers and operations, and the words that were not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.cues import (
    COMBINED,
    EVERY,
    HALVES,
    LOOSE,
    MAJORITY,
    NEVER_BEFORE,
    ONLY,
    OURS,
    RECORDS,
    SENTENCE,
    SHARE_OF,
    THAN,
    THAN_ANY,
    TREND_DOWN,
    TREND_UP,
    WORLD,
    superlatives,
)
from claimbook.series.figures import Figure, Role, find_figures
from claimbook.series.places import Named, Place, by_code, find_places
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span, find_spans

WORLD_CODE = "WLD"


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
    'spends of its GNI on aid, more than any other country.'
    """
    return Reader(text, day).reading()


class Reader:
    """A claim while it is read: where its places, years and numbers are."""

    def __init__(self, text: str, day: date) -> None:
        self.text, self.day = text, day
        self.spans = find_spans(text, day)
        self.figures = [one for one in find_figures(text) if not self._is_year(one)]
        self.named = find_places(text)
        self.groups = [one for one in self.named if self._of_group(one)]
        self.than = {one.start: match for one in self.named if (match := self._compared(one))}
        self.others = [one for one in self.named if one.start in self.than]
        self.used: set[int] = set()

    def reading(self) -> Reading:
        """Gather what the claim asks."""
        asked = [one for start, end in self._sentences() for one in self._sentence(start, end)]
        places = tuple(dict.fromkeys(one.place for one in self.named))
        return Reading(
            self.text,
            self.day.year,
            self.measure(),
            places,
            tuple(self.spans),
            tuple(self.figures),
            tuple(dict.fromkeys(asked)),
            tuple(self._left(asked)),
        )

    def measure(self) -> str:
        """Return the words without places, years and numbers."""
        cut = self._cut()
        kept = "".join(" " if any(a <= at < b for a, b in cut) else sign for at, sign in enumerate(self.text))
        return re.sub(r"\s+", " ", re.sub(r"['’]s?\b|[\[\]\"“”()]|\d[\d,.:]*", " ", kept)).strip()

    def _cut(self) -> list[tuple[int, int]]:
        """Return where its places, years and numbers are."""
        places = [(one.start, one.end) for one in self.named]
        years = [(one.start, one.end) for one in self.spans]
        # One doctor for every 2,500 people names the metric: of a ratio the digits go alone.
        bare = [(one.start, one.end) for one in self.figures if not one.scale or one.scale.per != 1]
        return [*places, *years, *bare]

    def subject(self) -> tuple[Place, ...]:
        """Return the places that the claim is about; the world where it names none and is not about “us”."""
        aside = {one.start for one in (*self.groups, *self.others)}
        own = tuple(dict.fromkeys(one.place for one in self.named if one.start not in aside))
        if own or OURS.search(self.text):
            return own
        groups = tuple(dict.fromkeys(one.place for one in self.groups))
        return groups[:1] if groups and not self.others else (by_code()[WORLD_CODE],) if not self.named else ()

    def among(self) -> Place | None:
        """Return the group in which something is ranked or shared."""
        if self.groups:
            return self.groups[-1].place
        return by_code()[WORLD_CODE] if WORLD.search(self.text) else None

    def _is_year(self, figure: Figure) -> bool:
        return any(span.start <= figure.start and figure.end <= span.end for span in self.spans)

    def _of_group(self, one: Named) -> bool:
        """Return whether a group is what others are ranked in, and not the subject itself."""
        if not one.place.group or len({each.place for each in self.named}) == 1:
            return False
        others = [each for each in self.named if not each.place.group]
        return bool(others)

    def _compared(self, one: Named) -> re.Match[str] | None:
        """Return the comparing words right before a place."""
        return None if one.place.group and not one.place.codes else THAN.search(self.text[max(0, one.start - 75) : one.start])

    def _sentences(self) -> list[tuple[int, int]]:
        ends = [match.end() for match in SENTENCE.finditer(self.text)]
        return list(zip([0, *ends], [*ends, len(self.text)], strict=True))

    def _sentence(self, start: int, end: int) -> Iterator[Asked]:
        """Yield what one sentence asks."""
        words = self.text[start:end]
        figures = [one for one in self.figures if start <= one.start < end]
        spans = [one for one in self.spans if start <= one.start < end]
        base = Asked(
            Kind.LEVEL,
            self.subject(),
            together=bool(COMBINED.search(words)),
            every=bool(EVERY.search(words)),
            loose=bool(LOOSE.search(words)),
        )
        found = [
            *self._only(base, words, spans),
            *self._shares(base, words, figures, spans),
            *self._levels(base, words, figures, spans),
            *self._changes(base, figures, spans),
            *self._ranks(base, words, figures, spans, start),
            *self._compares(base, words, figures, spans),
        ]
        yield from found
        if not any(one.kind in (Kind.CHANGE, Kind.RECORD, Kind.COMPARE, Kind.ONLY) for one in found):
            yield from self._trends(base, words, spans, found)

    def _levels(self, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Iterator[Asked]:
        levels = [one for one in figures if one.role == Role.LEVEL and one.start not in self.used]
        spans = [one for one in spans if one.kind != When.RECORD]
        if len(levels) == 2 and len(spans) == 1 and spans[0].kind in (When.RANGE, When.LAST, When.SINCE):
            ends = (spans[0].first, spans[0].first), (spans[0].last, spans[0].last)
            kinds = When.POINT, When.POINT if spans[0].kind == When.RANGE else When.NOW
            pairs: list[Span | None] = [
                spans[0]._replace(kind=kind, first=a, last=b) for kind, (a, b) in zip(kinds, ends, strict=True)
            ]
        elif len(levels) == len(spans):
            pairs = list(spans)
        else:
            pairs = [_nearest(one, spans, levels, self.text) for one in levels]
        for one, span in zip(levels, pairs, strict=True):
            yield replace(base, figure=one, span=self._ended(one, span, spans))
        if not figures and (match := MAJORITY.search(words)):
            yield replace(base, figure=HALVES[bool(match["few"])], span=spans[0] if spans else None)

    def _ended(self, figure: Figure, span: Span | None, spans: Sequence[Span]) -> Span | None:
        """Return the end of the years where the number is what was reached: “increased to 5% from 2008 to 2014”."""
        before = self.text[max(0, figure.start - 45) : figure.start]
        moved = TREND_UP.search(before) or TREND_DOWN.search(before)
        if span and len(spans) == 1 and span.kind in (When.RANGE, When.LAST, When.SINCE) and moved and " to " in before:
            kind = When.POINT if span.kind == When.RANGE else When.NOW
            return span._replace(kind=kind, first=span.last)
        return span

    def _changes(self, base: Asked, figures: Sequence[Figure], spans: Sequence[Span]) -> Iterator[Asked]:
        spans = [one for one in spans if one.kind != When.RECORD]
        for one in figures:
            if one.role != Role.CHANGE:
                continue
            nearby = spans or [span for span in self.spans if span.kind in (When.RANGE, When.POINT)]
            two = len(nearby) == 2 and {span.kind for span in nearby} <= {When.RANGE, When.POINT, When.NOW}
            first = nearby[0] if two else _nearest(one, nearby, figures, self.text)
            up = None if one.falling is None else not one.falling
            yield replace(base, kind=Kind.CHANGE, figure=one, span=first, until=nearby[1] if two else None, up=up)

    def _trends(self, base: Asked, words: str, spans: Sequence[Span], found: Sequence[Asked]) -> Iterator[Asked]:
        up, down = (_unless_never(pattern, words) for pattern in (TREND_UP, TREND_DOWN))
        if bool(up) == bool(down):
            return
        levels = [one for one in found if one.kind == Kind.LEVEL]
        if len(levels) >= 2 or (levels and not spans):
            return  # “rose from 2% to 5%” says it by its levels
        moving = [one for one in spans if one.kind in (When.RANGE, When.SINCE, When.LAST)]
        span = moving[0] if moving else spans[0] if spans else None
        until = spans[1] if len(spans) == 2 and all(one.kind in (When.POINT, When.NOW) for one in spans) else None
        yield replace(base, kind=Kind.TREND, span=spans[0] if until else span, until=until, up=bool(up))

    def _ranks(
        self, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span], start: int
    ) -> Iterator[Asked]:
        ranks = [one for one in figures if one.role == Role.RANK]
        record = next((one for one in spans if one.kind == When.RECORD), None)
        since = next((one for one in spans if one.kind == When.SINCE), None)
        point = next((one for one in spans if one.kind in (When.POINT, When.NOW)), None)
        for up, match in superlatives(words):
            own = next((one for one in ranks if 0 <= start + match.start() - one.end < 4), None)
            group = self.among()
            if not own and (record or RECORDS.search(words) or (since and not group)):
                yield replace(base, kind=Kind.RECORD, up=up, span=record or since, until=point)
            elif group or THAN_ANY.search(words):
                group = group or by_code()[WORLD_CODE]
                places = tuple(place for place in base.places if place != group)
                loose = base.loose or bool(match["loose"])
                yield replace(
                    base, kind=Kind.RANK, places=places, figure=own, span=point or _any(spans), up=up, among=group, loose=loose
                )
            return
        if ranks and (group := self.among()):
            yield replace(base, kind=Kind.RANK, figure=ranks[0], span=point, up=True, among=group)

    def _compares(self, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Iterator[Asked]:
        if not self.others:
            return
        match = self.than[self.others[0].start]
        times = next((one for one in figures if one.role == Role.TIMES), None)
        up = not (match["down"] or match["short"] or match["zh_down"])
        others = tuple(dict.fromkeys(one.place for one in self.others))
        yield replace(base, kind=Kind.COMPARE, figure=times, span=_any(spans), up=up, others=others)

    def _shares(self, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Iterator[Asked]:
        """Read a part of a group's total: “accounts for 30% of global emissions”."""
        for one in figures:
            after = self.text[one.end : one.end + 60]
            if one.role == Role.LEVEL and one.scale and one.scale.kind == "percent" and SHARE_OF.search(after):
                group = next((each.place for each in self.groups if each.start >= one.end), None)
                if group and (places := tuple(place for place in base.places if place != group)):
                    self.used.add(one.start)
                    yield replace(base, kind=Kind.SHARE, places=places, figure=one, span=_any(spans), among=group)

    def _only(self, base: Asked, words: str, spans: Sequence[Span]) -> Iterator[Asked]:
        match = ONLY.search(words)
        group = self.among()
        if match and group:
            none = next((one for one in self.figures if not one.quantity.high and one.role == Role.LEVEL), None)
            self.used |= {none.start} if none else set()
            yield replace(base, kind=Kind.ONLY, figure=none, span=_any(spans), among=group, up=none is None)

    def _left(self, asked: Sequence[Asked]) -> Iterator[str]:
        """Yield the words that nothing has read and that could turn the verdict."""
        used = {one.figure.start for one in asked if one.figure}
        yield from (one.words for one in self.figures if one.start not in used)
        compared = any(one.kind in (Kind.COMPARE, Kind.RANK, Kind.ONLY) for one in asked)
        if self.others and not compared:
            yield from (self.text[one.start : one.end] for one in self.others)


def _nearest(figure: Figure, spans: Sequence[Span], figures: Sequence[Figure], text: str) -> Span | None:
    """Return the years of a number: those after it, before the next number, or else the last before it, or any."""
    following = min((one.start for one in figures if one.start > figure.start), default=10**9)
    after = [one for one in spans if figure.end <= one.start < following]
    before = [one for one in spans if one.end <= figure.start]
    nearest = [*after[:1], *before[-1:]]
    return next((one for one in nearest if not _apart(figure, one, text)), None) or next(iter([*nearest, *spans]), None)


def _apart(figure: Figure, span: Span, text: str) -> bool:
    """Return whether a comma or a turn of the sentence is between a number and years."""
    first, last = sorted(((figure.start, figure.end), (span.start, span.end)))
    return bool(re.search(r"[,;:]|\b(?:while|but|and|whereas|before)\b", text[first[1] : last[0]]))


def _unless_never(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return where a movement is said, unless it is denied."""
    match = pattern.search(words)
    return None if match and NEVER_BEFORE.search(words[: match.start()]) else match


def _any(spans: Sequence[Span]) -> Span | None:
    return next((one for one in spans if one.kind != When.RECORD), None)
