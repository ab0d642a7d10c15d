"""Months and quarters: which a claim names, and what it says of them, by a series that has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from claimbook.series import over_places, over_time
from claimbook.series.agree import Truth, either, every
from claimbook.series.among import more, ranked
from claimbook.series.asked import Asked, Kind
from claimbook.series.changes import sizes
from claimbook.series.result import Result
from claimbook.series.spans import MONTHS
from claimbook.series.trial import FLOWS, Outcome, Trial

YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
QUARTER = re.compile(r"(?i)\b(first|second|third|fourth|last|final) quarter|\bq([1-4])\b|([一二三四1-4])季度")
HALF = re.compile(r"(?i)\b(?:first|second|last) half\b|\bh[12](?= |$)|[上下]半年")
MONTH = re.compile(
    rf"(?i)\b({'|'.join(MONTHS)})\b|(\d{{1,2}}|(?<![一二三四五六七八九十])(?:十[一二]|[一二三四五六七八九十]))月"
)
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "一": 1, "二": 2, "三": 3, "四": 4}
ZH_MONTHS = dict(zip([*"一二三四五六七八九十", "十一", "十二"], range(1, 13), strict=True))
ON_YEAR = re.compile(
    r"(?i)\byear[- ](?:on|over)[- ]year\b|\b(?:from|than|with|on) (?:a|one|the) year (?:earlier|ago|before)\b"
    r"|\bover (?:the|a) (?:past |previous )?(?:year|twelve months|12 months)\b|同比|上年同期|去年同期"
)
ON_LAST = re.compile(
    r"(?i)\b(?:month[- ](?:on|over)[- ]month|quarter[- ](?:on|over)[- ]quarter)\b|环比|[比较]上(?:个?月|季)"
    r"|\b(?:from|than|on) the (?:previous|prior) (?:month|quarter)\b"
    r"|\b(?:a|one) (?:month|quarter) (?:earlier|ago|before)\b"
)


def period_of(words: str) -> str:
    """Return the month or the quarter that words name; or the half of a year; empty where they name none.

    Examples
    --------
    >>> [period_of(words) for words in ("March 2024", "Q4 2020", "2024年三月", "first half of 2024")]
    ['2024-03', '2020-Q4', '2024-03', '2024-H1']
    """
    year = YEAR.search(words)
    if not year:
        return ""
    if match := HALF.search(words):
        second = match[0].casefold() in ("second half", "last half", "h2", "下半年")
        return f"{year[0]}-H{1 + second}"
    if match := QUARTER.search(words):
        said = next(one for one in match.groups() if one).casefold()
        return f"{year[0]}-Q{QUARTERS.get(said) or int(said)}"
    if match := MONTH.search(words):
        at = MONTHS.index(match[1].title()) + 1 if match[1] else ZH_MONTHS.get(match[2]) or int(match[2])
        return f"{year[0]}-{at:02}" if 1 <= at <= len(MONTHS) else ""
    return ""


def is_finer(trial: Trial) -> bool:
    """Return whether a series has months, quarters or days, and no years."""
    return bool(trial.series.periods) and all(len(one) > 4 for one in trial.series.periods)


def weigh_finer(trial: Trial, asked: Asked, text: str) -> Outcome:
    """Try a level in a month or quarter, or a change to it; without a word for it, from the last one and a year before.

    Parameters
    ----------
    trial : Trial
    asked : Asked
    text : str
        What names the period, and the words that say what it is set beside.
    """
    period = period_of(text)
    place = asked.places[0].column(trial.series.columns) if len(asked.places) == 1 else None
    if not period or place is None:
        return _not_read(asked)
    now = _at(trial, place, period)
    if now.value is None:
        return Outcome(asked, Truth.MISSING, (now,), f"no data for {period}")
    if asked.kind == Kind.LEVEL:
        return Outcome(asked, _agree(trial, asked, place, period, now.value), (now,))
    if asked.kind in (Kind.CHANGE, Kind.TREND):
        return _moved(trial, asked, place, period, text)
    if asked.kind not in BESIDE or "-H" in period:
        return _not_read(asked)
    return BESIDE[asked.kind](trial, asked, place, period)


def _not_read(asked: Asked) -> Outcome:
    return Outcome(asked, Truth.OPEN, why="what it says of a part of a year is not read")


def _at(trial: Trial, place: str, period: str) -> Result:
    """Return the number of a period; of half a year the sum, or the average of what cannot be added up."""
    if "-H" not in period:
        return over_time.level(trial.series, place, period)
    within = [one for one in trial.series.between(period[:4], period[:4]) if _half_of(one) == period]
    adds = trial.scale.kind in FLOWS and not trial.scale.per
    found = (over_time.total_of_periods if adds else over_time.average)(trial.series, place, within)
    return replace(found, value=None) if found.missing or len(within) not in (2, 6) else found


def _half_of(period: str) -> str:
    """Return the half of the year that a month or a quarter is in; empty for others."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return f"{year}-H{1 + (int(part[1]) > 2)}"
    return f"{year}-H{1 + (int(part) > 6)}" if len(part) == 2 else ""


def _agree(trial: Trial, asked: Asked, place: str, period: str, value: Decimal) -> Truth:
    """Return whether a number agrees; of half a year, what is there at one time may be its average."""
    if not asked.figure:
        return Truth.OPEN
    average = value / (2 if "Q" in trial.series.periods[-1] else 6)
    return either(trial.agree(asked.figure, one) for one in ([value, average] if "-H" in period else [value]))


def _moved(trial: Trial, asked: Asked, place: str, period: str, text: str) -> Outcome:
    """Try a change to a period."""
    now = _at(trial, place, period)
    results, truths = [], []
    for before in _before(period, text):
        then = _at(trial, place, before)
        if then.value is None or now.value is None:
            return Outcome(asked, Truth.MISSING, (then,), f"no data for {before}")
        whole = "-H" not in period
        results += [over_time.change(trial.series, place, before, period)] if whole else [then, now]
        change, growth = now.value - then.value, over_time.in_percent(then.value, now.value)
        if asked.figure:
            truths += sizes(trial, asked, asked.figure, growth, change)
        elif change:
            truths.append(Truth.TRUE if (change > 0) == asked.up else Truth.FALSE)
    return Outcome(asked, either(truths), tuple(results))


def _record(trial: Trial, asked: Asked, place: str, period: str) -> Outcome:
    """Try a record: the highest or lowest since a year, or of all data."""
    result = over_time.since(trial.series, place, period, bool(asked.up))
    first = asked.until.first if asked.until else 0
    begin = trial.series.span(place)
    if begin and first and int(begin[0][:4]) > first:
        return Outcome(asked, Truth.MISSING, (result,), f"the data begin in {begin[0]}")
    beyond = bool(result.where) and int(result.where[:4]) >= first
    return Outcome(asked, Truth.FALSE if beyond else Truth.TRUE, (result,))


def _rank(trial: Trial, asked: Asked, place: str, period: str) -> Outcome:
    """Try a rank among places in a month or quarter."""
    if asked.among is None:
        return _not_read(asked)
    aside = {other.column(trial.series.columns) for other in asked.others}
    members = [one for one in asked.among.within(trial.series.columns) if one not in aside]
    result = over_places.rank(trial.series, place, period, members, bool(asked.up))
    return Outcome(asked, ranked(trial, asked, result), (result,))


def _compare(trial: Trial, asked: Asked, place: str, period: str) -> Outcome:
    """Try a comparison with other places in a month or quarter."""
    others = [other.column(trial.series.columns) for other in asked.others]
    truths, results = [], []
    for other in others:
        sides = (trial.series, place), (trial.series, other or "")
        results.append(over_places.compare(*sides, period))
        truths.append(more(trial, asked, results[-1], over_places.multiple(*sides, period)))
    return Outcome(asked, every(truths), tuple(results))


BESIDE: Mapping[Kind, Callable[[Trial, Asked, str, str], Outcome]] = {
    Kind.RECORD: _record,
    Kind.RANK: _rank,
    Kind.COMPARE: _compare,
}


def _before(period: str, text: str) -> Iterator[str]:
    """Yield what a period is set beside: a year before, the one before it, or both where no word says which."""
    year, part = period.split("-")
    on_year, on_last = bool(ON_YEAR.search(text)), bool(ON_LAST.search(text))
    if on_year or not on_last:
        yield f"{int(year) - 1}-{part}"
    if on_last or not on_year:
        sign = part[0] if part[0] in "QH" else ""
        number, most = int(part.lstrip("QH")), {"Q": 4, "H": 2, "": 12}[sign]
        last = number - 1 or most
        yield f"{int(year) - (number == 1)}-{f'{sign}{last}' if sign else f'{last:02}'}"
