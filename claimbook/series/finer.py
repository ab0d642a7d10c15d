"""Months and quarters: which a claim names, and what it says of them, by a series that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimbook.series import over_time
from claimbook.series.agree import Truth, either
from claimbook.series.asked import Asked, Kind
from claimbook.series.changes import sizes
from claimbook.series.spans import MONTHS
from claimbook.series.trial import Outcome, Trial

YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
QUARTER = re.compile(r"(?i)\b(first|second|third|fourth|last|final) quarter|\bq([1-4])\b|([一二三四1-4])季度")
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
    """Return the month or the quarter that words name; empty where they name neither, such as half a year.

    Examples
    --------
    >>> [period_of(words) for words in ("March 2024", "second quarter of 2023", "Q4 2020", "2024年三月")]
    ['2024-03', '2023-Q2', '2020-Q4', '2024-03']
    """
    year = YEAR.search(words)
    if not year:
        return ""
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
    if not period or place is None or asked.kind not in (Kind.LEVEL, Kind.CHANGE, Kind.TREND):
        return Outcome(asked, Truth.OPEN, why="what it says of a part of a year is not read")
    now = over_time.level(trial.series, place, period)
    if now.value is None:
        return Outcome(asked, Truth.MISSING, (now,), f"no data for {period}")
    if asked.kind == Kind.LEVEL:
        return Outcome(asked, trial.agree(asked.figure, now.value) if asked.figure else Truth.OPEN, (now,))
    results, truths = [], []
    for before in _before(period, text):
        moved = over_time.change(trial.series, place, before, period)
        if moved.value is None:
            return Outcome(asked, Truth.MISSING, (moved,), f"no data for {before}")
        results.append(moved)
        growth = over_time.growth(trial.series, place, before, period).value
        if asked.figure:
            truths += sizes(trial, asked, asked.figure, growth, moved.value)
        elif moved.value:
            truths.append(Truth.TRUE if (moved.value > 0) == asked.up else Truth.FALSE)
    return Outcome(asked, either(truths), tuple(results))


def _before(period: str, text: str) -> Iterator[str]:
    """Yield what a period is set beside: a year before, the one before it, or both where no word says which."""
    year, part = period.split("-")
    on_year, on_last = bool(ON_YEAR.search(text)), bool(ON_LAST.search(text))
    if on_year or not on_last:
        yield f"{int(year) - 1}-{part}"
    if on_last or not on_year:
        number, quarter = int(part.lstrip("Q")), part.startswith("Q")
        last = number - 1 or (4 if quarter else 12)
        yield f"{int(year) - (number == 1)}-{f'Q{last}' if quarter else f'{last:02}'}"
