"""Times that a Chinese text names by its own day, and small numbers in either numerals."""

from __future__ import annotations

from datetime import date, timedelta

from claimbook.draft.calendar import month_before, months, quarter, quarter_before

NUMERALS = {**{han: value for value, han in enumerate("零一二三四五六七八九十")}, "两": 2}


def near(word: str, today: date) -> str:
    """Return the period that words such as 上个月, 本季度 and 昨日 name.

    Examples
    --------
    >>> near("上个月", date(2024, 1, 5)), near("昨日", date(2024, 1, 5))
    ('2023-12', '2024-01-04')
    """
    if "月" in word:
        return month_before(today) if word.startswith("上") else months(today.year, today.month)
    if "季度" in word:
        return quarter_before(today) if word.startswith("上") else quarter(today.year, (today.month + 2) // 3)
    if "周" in word:
        monday = today - timedelta(days=today.weekday() + 7 * word.startswith("上"))
        return f"{monday}/{monday + timedelta(days=6)}"
    return str(today - timedelta(days=word.startswith("昨")))


def some(word: str) -> int:
    """Return the value of one or two numerals.

    Examples
    --------
    >>> some("12"), some("十一"), some("两"), some("")
    (12, 11, 2, 0)
    """
    if word.isdecimal():
        return int(word)
    return sum(NUMERALS.get(letter, 0) for letter in word)
