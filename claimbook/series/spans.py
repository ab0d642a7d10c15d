"""The years that a claim speaks of, relative to its own date: “since 2015”, “in the last decade”, 十四五期间."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from claimbook.mention import mentions

Y = r"((?:1[6-9]|20)\d\d)"
TURN = r"(?:turn of the (?:century|millennium)|start of the (?:century|millennium)|(?:new|present) (?:century|millennium))\b"
SMALL = {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
TENS = {
    "a": 1,
    "few": 3,
    "several": 3,
    "couple of": 2,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
NUMBER = SMALL | TENS
N = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBER, key=len, reverse=True))})"
ZH = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "二十": 20}
ZH_N = r"(\d{1,3}|二十|[一两二三四五六七八九十])"
PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


class Kind(StrEnum):
    """How a claim names years."""

    POINT = "point"  # in 2017
    RANGE = "range"  # from 1990 to 2006
    SINCE = "since"  # since 2010
    LAST = "last"  # in the last decade
    BEFORE = "before"  # prior to 2000
    NOW = "now"  # today, last year
    RECORD = "record"  # a 30-year low: as long as the record is
    FINER = "finer"  # a month, a quarter: not in a yearly table


class Span(NamedTuple):
    """Years, first and last included, and where the text names them; the length of a record counts back from `last`."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    words: str = ""  # of a month or quarter: what names it, and all that the claim says around it


@dataclass(frozen=True)
class Form:
    """One way to name years: a pattern, and what is made of its groups and of the claim's year."""

    kind: Kind
    pattern: re.Pattern[str]
    years: Callable[[re.Match[str], int], tuple[int, int]]


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBER.get(words.casefold(), ZH.get(words, 0))


def _long(first: str, last: str) -> int:
    """Complete the second year of 2011-14."""
    return int(last) if len(last) == 4 else int(first[:2] + last)


def _decade(match: re.Match[str], now: int) -> tuple[int, int]:
    start = int(match["decade"])
    part = (match["part"] or "").casefold()
    length = 99 if start % 100 == 0 and not match["short"] and "century" in match[0] else 9
    offset = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}.get(part.rstrip("- "), (0, length))
    return start + offset[0], min(start + offset[1], now)


def _two_decades(match: re.Match[str], now: int) -> tuple[int, int]:
    return int(match[1]), min(int(match[2]) + (4 if "early" in match[0].casefold() else 9), now)


def _ago(match: re.Match[str], now: int) -> tuple[int, int]:
    year = now - _count(match[1]) * (10 if "decade" in match[0].casefold() else 1)
    return year, year


def _back(match: re.Match[str], now: int, group: int = 1) -> tuple[int, int]:
    words = match[group] or "one"
    length = _count(words) * (10 if "decade" in match[0].casefold() or (match[0][-2:] == "十年" and words == "") else 1)
    return now - max(1, length), now


def _around(match: re.Match[str], now: int) -> tuple[int, int]:
    """Read “the five years leading up to 2020”: they end with that year."""
    length = _count(match[1] or "one") * (10 if "decade" in match[0].casefold() else 1)
    last = int(match[2])
    return last - length, last


IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil) (?:1[6-9]|20)\d\d$")
YEAR_BEFORE = re.compile(
    rf"(?i)\b(?:in )?(?:(?:the|a|one) (?:year before|year earlier|preceding year|year prior)|the previous year)\b(?! (?:the |{Y}))"
    r"|前一年|上一年"
)
FORMS = tuple(
    Form(kind, re.compile(pattern), years)
    for kind, pattern, years in (
        (Kind.FINER, rf"(?i)\b(?:january|february|march|april|june|july|august|september|october|november|december|(?<!\w)may(?= {Y}))"
            rf"(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? (?:of )?{Y}", lambda m, now: (int(m[m.lastindex or 1]),) * 2),
        (Kind.FINER, rf"{Y}年(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月份?|{Y}年第?[一二三四1-4]季度|{Y}年[上下]半年",
            lambda m, now: (int(m[m.lastindex or 1]),) * 2),
        (Kind.FINER, rf"(?i)\b(?:every|each|last|past|this|the|per) (?:month|quarter|week)s? (?:in|of) {Y}|(?:first|second|third|fourth|last|final) "
            rf"(?:quarter|half|(?:\w+ )?months?) of {Y}|\b[QH][1-4] {Y}", lambda m, now: (int(next(one for one in m.groups() if one)),) * 2),
        (Kind.LAST, rf"(?i)\b(?:the )?{N}?[- ]?(?:years?|decades?) (?:before|prior to|leading up to|up to|ending in|preceding) {Y}", _around),
        (Kind.RANGE, rf"(?i)\b(?:between|from|for|during|over|in)?\s*{Y}(?:/\d\d)? ?(?:(?:and|to|until|till|through) (?:the )?|[-–—] ?(?=\d\d(?!\d)|1[6-9]|20))((?:1[6-9]|20)\d\d|(?<=[-–—])\d\d)(?!\d|%|[.,]\d)",
            lambda m, now: (int(m[1]), _long(m[1], m[2]))),
        (Kind.RANGE, rf"{Y}年?[至到—-]{Y}年?", lambda m, now: (int(m[1]), int(m[2]))),
        (Kind.RANGE, r"(?i)\b(?:the )?((?:1[6-9]|20)\d0)s (?:and|to|through) (?:the )?(?:early )?((?:1[6-9]|20)\d0)s\b", _two_decades),
        (Kind.SINCE, r"(?i)\b(?:since|from) (?:the )?(?P<part>early|mid|late)?[- ]?(?P<decade>(?:1[6-9]|20)\d0)(?P<short>s)\b",
            lambda m, now: (_decade(m, now)[0], now)),
        (Kind.SINCE, rf"(?i)\b(?:(?:ever )?since|starting in|beginning in)(?: [\w'’]+){{0,5}}? {Y}", lambda m, now: (int(m[1]), now)),
        (Kind.SINCE, rf"(?i)\bafter(?: the)?(?: year)? {Y}|\bcame (?:in)?to (?:power|office) in {Y}", lambda m, now: (int(m[1] or m[2]), now)),
        (Kind.SINCE, rf"自?(?:从)?{Y}年?(?:以来|以后|之后|起|后)", lambda m, now: (int(m[1]), now)),
        (Kind.SINCE, rf"(?:比|较){Y}年(?=[^,，。;；]{{0,12}}[增减升降翻下上多少扩缩])|(?i:\b(?:from|below|above|on|over) {Y} levels?\b)",
            lambda m, now: (int(m[1] or m[2]), now)),
        (Kind.BEFORE, rf"(?i)\b(?:before|prior to|until|up to|pre-){Y[:0]} ?{Y}", lambda m, now: (0, int(m[1]) - 1)),
        (Kind.RANGE, r"(?i)\b(?:throughout |during |in |over )?(?:the )?(?P<part>early|mid|late)?[- ]?(?P<decade>(?:1[6-9]|20)\d0)(?P<short>s)\b", _decade),
        (Kind.SINCE, rf"(?i)\bsince (?:the )?{TURN}|自?(?:本|这个)世纪(?:初)?以来|(?:进入)?21世纪以来", lambda m, now: (2000, now)),
        (Kind.POINT, rf"(?i)\b(?:at |around |in )?(?:the )?{TURN}|(?:本|这个)世纪初", lambda m, now: (2000, 2000)),
        (Kind.RANGE, r"(?i)\b(?:the )?(?:entire )?21st century|this century", lambda m, now: (2001, now)),
        (Kind.RECORD, rf"(?i)\b{N}[- ](?:year|decade)[- ](?:low|high|record|peak)", _back),
        (Kind.RECORD, rf"(?i)\b(?:(?:highest|lowest|biggest|largest|smallest|worst|best|fastest|slowest|most|fewest|least)\b[^.,;]{{0,40}}?|first time )"
            rf"(?:in|for|over)(?: the)?(?: last| past)?(?: more than| over| nearly| almost| about)? {N} (?:years|decades)\b", _back),
        (Kind.RECORD, r"(?i)\b(?:highest|lowest|biggest|largest|worst|best|fastest|first time)\b[^.,;]{0,30}? (?:in|for) (?:a|one) (decade|generation|century)",
            lambda m, now: (now - {"decade": 10, "generation": 25, "century": 100}[m[1].casefold()], now)),
        (Kind.RECORD, rf"{ZH_N}年来(?=最|新)|近(\d{{1,3}}|[一两二三四五六七八九十])年来?(?=.{{0,4}}最)", lambda m, now: _back(m, now, m.lastindex or 1)),
        (Kind.LAST, rf"(?i)\b(?:in|over|during|for|within|across)?(?: the)? ?(?:last|past|previous|preceding|recent) {N} (?:years|decades)\b", _back),
        (Kind.LAST, r"(?i)\b(?:in|over|during|for|within)?(?: the)? ?(?:last|past|previous) (decade)\b", lambda m, now: (now - 10, now)),
        (Kind.LAST, rf"(?i)\b(?:in|over|for|within)(?: over| more than| nearly| almost| about| the)? {N} (?:years|decades)\b", _back),
        (Kind.LAST, r"(?i)\bfor decades\b|\bin recent decades\b", lambda m, now: (now - 20, now)),
        (Kind.LAST, rf"[近过][去]?{ZH_N}年[来间]?", _back),
        (Kind.LAST, r"(?i)\b(?:in|over) (?:recent|the past few|the last few) years\b|近年来|近几年", lambda m, now: (now - 3, now)),
        (Kind.RANGE, rf"“?({'|'.join(PLANS)})”?(?:时期|期间|规划)?", lambda m, now: (PLANS[m[1]], min(PLANS[m[1]] + 4, now))),
        (Kind.POINT, rf"(?i)\b{N} (?:years?|decades?) (?:ago|earlier)\b", _ago),
        (Kind.POINT, rf"{ZH_N}年之?前", lambda m, now: (now - _count(m[1]), now - _count(m[1]))),
        (Kind.POINT, r"(?i)\blast year\b|去年|上年(?!同期)", lambda m, now: (now - 1, now - 1)),
        (Kind.NOW, r"(?i)\bthis year\b|\btoday\b|\bnow\b|\bcurrently\b|\bat present\b|\bright now\b|\b(?:has|have) since\b|今年|目前|现在|如今", lambda m, now: (now, now)),
        (Kind.POINT, rf"(?<![\d.,$£€-]){Y}(?![\d%]|[,.]\d)年?", lambda m, now: (int(m[1]), int(m[1]))),
    )
)  # fmt: skip


def find_spans(text: str, day: date) -> list[Span]:
    """Return the years that a text names, in its order; the first form that fits wins.

    Parameters
    ----------
    text : str
    day : datetime.date
        When it was said.

    Examples
    --------
    >>> [(str(one.kind), one.first, one.last) for one in find_spans("It fell since 2015, and in the last decade", date(2020, 5, 1))]
    [('since', 2015, 2020), ('last', 2010, 2020)]
    """
    found: list[Span] = []
    for one in [*_spans(text, day), *_before(text, day)]:
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _before(text: str, day: date) -> Iterator[Span]:
    """Yield “the year before”, of a year that the text names before it."""
    for match in YEAR_BEFORE.finditer(text):
        named = [one for one in _spans(text[: match.start()], day) if one.kind in (Kind.POINT, Kind.NOW)]
        year = (named[-1].first if named else day.year) - 1
        yield Span(Kind.POINT, year, year, match.start(), match.end())


def _spans(text: str, day: date) -> Iterator[Span]:
    measured = [
        (one.start, one.end)
        for one in mentions(text)
        if one.kind not in ("date", "duration") and one.unit != "year" and not IN_YEAR.search(text[: one.end])
    ]
    for form in FORMS:
        for match in form.pattern.finditer(text):
            if form.kind == Kind.POINT and any(
                start <= match.start() and match.end() <= end for start, end in measured
            ):
                continue
            first, last = form.years(match, day.year)
            if first <= last or first > day.year:  # what is yet to come is asked for, and has no data
                words = f"{match[0]} | {text}" if form.kind == Kind.FINER else ""
                yield Span(form.kind, first, max(first, last), match.start(), match.end(), words)


DAY = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})|([A-Z][a-z]+)\.? (\d{1,2}),? (\d{4})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})"
)
MONTHS = "January February March April May June July August September October November December".split()


def day_of(words: str) -> date | None:
    """Read the date of a claim: 2018-06-15, June 15, 2018, 2018年6月15日, or a year, of which the last day is taken.

    Examples
    --------
    >>> day_of("June 15, 2018"), day_of("2018")
    (datetime.date(2018, 6, 15), datetime.date(2018, 12, 31))
    """
    match = DAY.search(words)
    try:
        if not match:
            return None
        if match[1] or match[7]:
            return date(*(int(part) for part in match.groups() if part))
        if match[4]:
            return date(int(match[6]), MONTHS.index(match[4]) + 1, int(match[5]))
        return date(int(match[10]), 12, 31)
    except ValueError:
        return None
