"""Which way a claim says that it went: up or down, back to what it was, at its peak, or hardly anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.series.asked import Asked, Kind
from claimbook.series.claimed import Claimed
from claimbook.series.cues import THAN_NOW, THAN_THEN, TREND_DOWN, TREND_UP, UNMOVED
from claimbook.series.figures import Figure, Role
from claimbook.series.pairing import unless_never
from claimbook.series.sayings import SAME, Asks
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span

# What had not come back to where it was: below it, unless what is waited for is a fall.
UNRETURNED = re.compile(
    r"(?i)\b(?:not|n[’']t|never|yet to|without)\b(?: \w+){0,3}? (?:(?:re)?turn\w*|recover\w*|reach\w*|regain\w*|rebound\w*"
    r"|(?P<fall>(?:fall|fell|come|came|drop|go|gone)\w*(?: back)?(?: down)?)|(?:get|got|climb\w*|rise|risen) back)(?: \w+){0,2} (?:to|its|their)\b"
    r"|(?:没有|未能?|尚未|仍未)(?:恢复|回升?)到"
)
PEAKED = re.compile(
    r"(?i)\bpeak(?:ed|ing) in\b|\b(?:reached|hit|was at|had) (?:its|their|a|an|the) (?:\w+ )?(?P<end>peak|maximum|high|highest point|lowest point|low|minimum|trough)"
    r"(?: ever)?,? in\b|(?:年|月)[^，。；]{0,6}(?:达到?(?:了)?(?:历史)?(?:最?高峰|峰值|顶峰|最高点)|见顶)|(?P<zh_low>年[^，。；]{0,6}(?:降到|跌到|达到)?(?:最低点|谷底))"
)
STEADY = re.compile(
    r"(?i)\b(?:(?:barely|hardly|scarcely|not|n[’']t|little) (?:chang|mov|budg|shift|improv)\w*|(?:been|remain\w*|stay\w*|held|is|was|were|stood) "
    r"(?:roughly |broadly |more or less |almost |virtually |about |largely )?(?:flat|steady|stable|unchanged|constant|the same)|stagnat\w*|flatlin\w*|plateau\w*)\b"
    r"|基本(?:不变|持平|稳定)|几乎(?:没有|没|未)变|没有(?:什么|太大)?变化|停滞"
)
ZH_WAY = re.compile(
    r"[^，。；]{0,8}?(?:(?P<up>[更还要][多高大快长富强]|增加|增长|上升|提高|上涨|扩大|有所增)|[更还要][少低小慢短穷弱]|减少|下降|降低|下跌|缩小)(?!了?[约近\d一二三四五六七八九十两百])"
)
NEVER = re.compile(r"(?i)\b(?:never|at no (?:time|point))\b[^.;,]*$")  # “never a smaller share than in 2022”
ZH_BEYOND = re.compile(r"(?:(?P<up>多于|高于|大于|超过|强于)|少于|低于|小于|不及|弱于)$")  # right before a year


def trends(claim: Claimed, base: Asked, words: str, spans: Sequence[Span], found: Sequence[Asked]) -> Asks:
    """Read which way it went."""
    up, down = (unless_never(pattern, words) for pattern in (TREND_UP, TREND_DOWN))
    for reader in (_since_then, _not_back, _steady, _peak):
        if read := list(reader(claim, base, words, spans)):
            yield from read
            return
    if bool(up) == bool(down):
        if (match := UNMOVED.search(words)) and _of(match, words, spans) and not (up or down):
            yield replace(
                base,
                kind=Kind.TREND,
                span=spans[0],
                up=bool(match["down"] or match["zh_down"]),
                loose=True,
                every=False,
            )
        return
    levels = [one for one in found if one.kind == Kind.LEVEL]
    if len(levels) >= 2 or (levels and not spans):
        return  # “rose from 2% to 5%” says it by its levels
    moving = [one for one in spans if one.kind in (When.RANGE, When.SINCE, When.LAST)]
    span = moving[0] if moving else spans[0] if spans else None
    until = spans[1] if len(spans) == 2 and all(one.kind in (When.POINT, When.NOW) for one in spans) else None
    yield replace(base, kind=Kind.TREND, span=spans[0] if until else span, until=until, up=bool(up))


def _than_zh(text: str, span: Span) -> int:
    """Return 1 where “比2015年更多” says more, -1 where it says less, 0 where it is no comparison with a year.

    Examples
    --------
    >>> _than_zh("比2015年更少", Span(When.POINT, 2015, 2015, 1, 6))
    -1
    """
    if match := ZH_BEYOND.search(text[: span.start]):
        return 1 if match["up"] else -1
    beside = text[span.start] in "比较" or text[max(0, span.start - 1) : span.start] in ("比", "较")
    move = ZH_WAY.match(text[span.end :]) if beside and span.kind in (When.POINT, When.SINCE) else None
    return 0 if not move else 1 if move["up"] else -1


def _not_back(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read “had still not returned to its level of 2019”: it was below it, in the other year or now."""
    match = UNRETURNED.search(words)
    points = [one for one in spans if one.kind in (When.POINT, When.NOW)]
    start = claim.text.index(words) if match else 0
    then = next((one for one in points if match and one.start >= start + match.start()), None)
    if match and then:
        today = then._replace(kind=When.NOW, first=claim.day.year, last=claim.day.year)
        until = next((one for one in points if one is not then and one.first > then.first), today)
        yield replace(base, kind=Kind.TREND, span=then, until=until, up=bool(match["fall"]), every=False)


def _steady(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read “has barely changed since 2010”, as a change to 0.95 to 1.05 times as much."""
    match = STEADY.search(words)
    span = next((one for one in spans if one.kind in (When.SINCE, When.LAST, When.RANGE)), None)
    if not match or not span:
        return
    figure = Figure(-1, -1, match[0], SAME, None, Role.CHANGE)
    yield replace(base, kind=Kind.CHANGE, figure=figure, span=span, every=False)


def _peak(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read “peaked in 2007”."""
    match = PEAKED.search(words)
    point = next((one for one in spans if one.kind == When.POINT), None)
    if not match or not point or len(spans) > 1:
        return
    down = match["zh_low"] or (match["end"] or "").casefold() in ("lowest point", "low", "minimum", "trough")
    yield replace(base, kind=Kind.PEAK, span=point, up=not down, every=False)


def _of(match: re.Match[str], words: str, spans: Sequence[Span]) -> bool:
    """Return whether years are those of a movement that is denied, and not of what is said after it."""
    return len(spans) == 1 and not (spans[0].kind == When.POINT and re.search(r"[:;,–—]", words[match.end() :]))


def _since_then(claim: Claimed, base: Asked, words: str, spans: Sequence[Span]) -> Asks:
    """Read “fewer now than in 1990”: from the year after “than” to the other one, or to now."""
    for span in spans:
        if way := _than_zh(claim.text, span):
            today = span._replace(kind=When.NOW, first=claim.day.year, last=claim.day.year)
            until = next((one for one in spans if one.kind == When.POINT and one.first > span.first), today)
            yield replace(
                base, kind=Kind.TREND, span=span._replace(kind=When.POINT, last=span.first), until=until, up=way > 0
            )
            return
        then = next((one for one in spans if one.kind == When.POINT and one.end <= span.start), None)
        now = THAN_NOW.search(claim.text[max(0, span.start - 140) : span.start]) if span.kind == When.NOW else None
        if now and then:
            yield replace(base, kind=Kind.TREND, span=then, until=span, up=bool(now["down"]))
            return
        match = THAN_THEN.search(claim.text[max(0, span.start - 120) : span.start])
        if match and span.kind in (When.POINT, When.RANGE):
            today = span._replace(kind=When.NOW, first=claim.day.year, last=claim.day.year)
            later = (one for one in spans if one.kind == When.POINT and one.first > span.first)
            until = next(later, today)
            if NEVER.search(claim.text[: span.start]) and span.kind == When.POINT and until is today:
                yield replace(base, kind=Kind.PEAK, span=span, up=bool(match["up"]), every=False)
                return
            yield replace(base, kind=Kind.TREND, span=span, until=until, up=bool(match["up"]))
            return
