"""What a sentence says besides levels and changes: ranks, records, comparisons, shares, streaks, the only one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from claimbook.quantity.quantity import Quantity
from claimbook.series.asked import Asked, Kind
from claimbook.series.claimed import WORLD_CODE, Claimed
from claimbook.series.cues import (
    AS_MUCH,
    COMBINED,
    NOBODY,
    ONLY,
    RECORDS,
    SHARE_OF,
    STREAK,
    THAN_ANY,
    TREND_DOWN,
    TREND_UP,
    ZH_SHARE,
    superlatives,
)
from claimbook.series.figures import Figure, Role
from claimbook.series.pairing import any_of, unless_never
from claimbook.series.places import Place, by_code
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span

EVERY_ONE = re.compile(r"(?i)^\s*of (?:all|every)\b")
OTHER_YEAR = re.compile(r"(?i)\bthan (?:in|at|during) any other (?:year|time)\b")
OF_ALL = re.compile(r"(?i)(?:^|[.;:,] )(?:out )?of (?:all|every|the world['’]s|the globe['’]s) [^.;]{3,90}$")
FIRST = re.compile(
    r"(?i)\bfor the first time\b(?! (?:since|in) )|\bthe first (?:time|year) (?:in which|that|when|it|ever)\b"
    r"|(?<!the )\bfirst (?=(?:[a-z]+ed|overtook|became|had|was|were|rose|fell|went|grew|made)\b)|首次|第一次"
)
PASSED = re.compile(r"(?i)\b(?:pass(?:ed|es)|overt(?:ook|aken?)|surpass\w*|for good|outstripp\w*)\b|超过|超越|赶超")
# “No longer works more than”, “does not have more than”: the comparison is denied.
DENIED = re.compile(
    r"(?i)(?:\bno longer|(?:\bnot|n[’']t|\bnever)(?! only| just))(?: \w+){0,4} $|(?:不再|没有|并不|并未|未)$"
)
LESS_ZH = re.compile(r"[^，。；]{0,10}?(?:更|要|还|都)?(?:低|少|小|慢|短|穷|弱|差|落后)")
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NTH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
LENGTHS = {
    **{word: at for at, word in enumerate(WORDS, 1)},
    **{word: at for at, word in enumerate(NTH, 1)},
    **{str(at): at for at in range(1, 60)},
    **dict(zip("二三四五六七八九十", range(2, 11), strict=True)),
    "两": 2,
}
Asks: TypeAlias = Iterator[Asked]
SAME = Quantity(Decimal("0.95"), Decimal("1.05"), "times", "=")  # hardly more or less, as times the other


def ranks(
    claim: Claimed, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span], start: int
) -> Asks:
    """Read a rank among places, or a record in time."""
    ranks = [one for one in figures if one.role == Role.RANK]
    months = [one for one in spans if one.kind == When.FINER]
    point = next((one for one in spans if one.kind in (When.POINT, When.NOW)), None)
    if claim.others and NOBODY.search(words):
        yield _of_nobody(claim, base, point)
        return
    if len(months) > 1:
        return  # “the highest in May 2020 since March 2013”: a record since a month is not read
    point = next(iter([*months, point]))
    for up, match in superlatives(words):
        own = next((one for one in ranks if -4 < start + match.start() - one.end < 4), None)
        denied = bool(DENIED.search(words[: match.start()].rstrip() + " "))
        yield from _superlative(claim, replace(base, denied=denied, up=up, figure=own), words, spans, point, match)
        return
    if ranks and (whole := claim.among()):
        yield replace(base, kind=Kind.RANK, figure=ranks[0], span=point, up=True, among=whole)


def _of_nobody(claim: Claimed, base: Asked, point: Span | None) -> Asked:
    """Read “no country has more than China”: China is the first."""
    than = claim.than[claim.others[0].start]
    up = not (than["down"] or than["short"] or than["zh_down"])
    world = claim.among() or by_code()[WORLD_CODE]
    return replace(base, kind=Kind.RANK, places=(claim.others[0].place,), span=point, up=up, among=world)


def _superlative(
    claim: Claimed, base: Asked, words: str, spans: Sequence[Span], point: Span | None, match: re.Match[str]
) -> Asks:
    """Read a superlative: a record where years or “ever” are said, a rank where a group is."""
    record = next((one for one in spans if one.kind == When.RECORD), None)
    since = next((one for one in spans if one.kind == When.SINCE), None)
    group = claim.among()
    if point and point.kind == When.POINT and OTHER_YEAR.search(match[0]):
        yield replace(base, kind=Kind.PEAK, span=point, every=False)
    elif not base.figure and (record or RECORDS.search(words) or (since and not group)):
        ends = (record or since, point)
        if point and point.kind == When.FINER:
            ends = (point, record or since)  # what is said of a month has the month first
        yield replace(base, kind=Kind.RECORD, span=ends[0], until=ends[1])
    elif group or THAN_ANY.search(words):
        group = group or by_code()[WORLD_CODE]
        yield replace(
            base,
            kind=Kind.RANK,
            places=tuple(place for place in base.places if place != group),
            span=point or any_of(spans),
            among=group,
            others=tuple(one.place for one in claim.excepted),
            together=bool(COMBINED.search(words) and THAN_ANY.search(words)),
            loose=base.loose or bool(match["loose"]),
            every=base.every and not base.denied,
        )


def compares(claim: Claimed, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Asks:
    """Read a comparison with other places."""
    if not claim.others or NOBODY.search(words):
        return
    times = next((one for one in figures if one.role == Role.TIMES), None)
    if not times and (match := AS_MUCH.search(words)):
        times = Figure(-1, -1, match[0], SAME, None, Role.TIMES)
    span = any_of(spans)
    if span and span.kind in (When.LAST, When.SINCE) and PASSED.search(words):
        span = None  # it passed the other somewhere in these years, and is above it now
    ways: dict[bool, list[Place]] = {}
    for one in claim.others:
        if claim.text[one.start : one.end] not in words:
            continue
        match = claim.than[one.start]
        down = bool(match["down"] or match["short"] or match["zh_down"])
        if match["zh"]:  # 比美国低: which way is said after the place
            down = bool(LESS_ZH.match(claim.text[one.end :]))
        denied = bool(DENIED.search(claim.text[: match.start()]))
        ways.setdefault(down == denied, []).append(one.place)
    for up, others in ways.items():
        yield replace(base, kind=Kind.COMPARE, figure=times, span=span, up=up, others=tuple(dict.fromkeys(others)))


def shares(claim: Claimed, base: Asked, words: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Asks:
    """Read a part of a group's total: “accounts for 30% of global emissions”."""
    for one in figures:
        after = claim.text[one.end : one.end + 60]
        if one.role == Role.LEVEL and one.scale and one.scale.kind == "percent":
            if SHARE_OF.search(after):
                group = next((each.place for each in claim.groups if each.start >= one.end), None)
                group = group or (by_code()[WORLD_CODE] if _of_everyone(claim, one) else None)
            elif OF_ALL.search(claim.text[: one.start]):
                group = claim.among() or by_code()[WORLD_CODE]
            elif ZH_SHARE.search(claim.text[: one.start]):
                group = next((each.place for each in reversed(claim.groups) if each.end <= one.start), None)
            else:
                continue
            if group and (places := tuple(place for place in base.places if place != group)):
                claim.used.add(one.start)
                yield replace(base, kind=Kind.SHARE, places=places, figure=one, span=any_of(spans), among=group)


def _of_everyone(claim: Claimed, figure: Figure) -> bool:
    """Return whether a part is of all there are, and not of all that a country has: “half of all American deaths”."""
    match = EVERY_ONE.match(claim.text[figure.end :])
    end = figure.end + match.end() if match else 0
    return bool(match) and not any(end <= one.start <= end + 2 for one in claim.named)


def only(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read that a place is the only one of a group."""
    match = ONLY.search(words)
    group = claim.among()
    if match and group:
        none = next((one for one in claim.figures if not one.quantity.high and one.role == Role.LEVEL), None)
        claim.used |= {none.start} if none else set()
        yield replace(base, kind=Kind.ONLY, figure=none, span=any_of(spans), among=group, up=none is None)


def firsts(claim: Claimed, words: str, found: Sequence[Asked]) -> Asks:
    """Read “for the first time”: what holds in a year holds in none before it."""
    match = FIRST.search(words)
    if not match:
        yield from found
        return
    start = claim.text.index(words)
    claim.used |= {one.start for one in claim.figures if 0 <= one.start - start - match.start() < len(match[0])}
    for one in found:
        bounded = one.kind == Kind.LEVEL and one.figure and one.figure.quantity.comparator in ("<", "<=", ">", ">=")
        dated = not one.span or one.span.kind in (When.POINT, When.NOW)
        if not (one.kind == Kind.RANK and one.figure and one.figure.words.casefold() in match[0].casefold()):
            yield replace(one, first=dated and (bool(bounded) or one.kind in (Kind.COMPARE, Kind.RANK)))


def streaks(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read “for the second year in a row, it has fallen”."""
    match = STREAK.search(words)
    up, down = (unless_never(pattern, words) for pattern in (TREND_UP, TREND_DOWN))
    said = next((each for each in match.groups() if each), "") if match else ""
    length = LENGTHS.get(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", said.casefold()), 0)
    if not match or bool(up) == bool(down) or not length:
        return
    start = claim.text.index(match[0])
    claim.used |= {one.start for one in claim.figures if start - 1 <= one.start < start + len(match[0])}
    quantity = Quantity(Decimal(length), Decimal(length), "year", ">=", "exact")
    figure = Figure(start, start + len(match[0]), match[0], quantity, None)
    yield replace(base, kind=Kind.STREAK, figure=figure, span=any_of(spans), up=bool(up), every=False)
