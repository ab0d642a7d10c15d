"""Times that a Chinese text names by its own day, and small numbers in either numerals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from claimbook.draft.calendar import month_before, months, quarter, quarter_before
from claimbook.draft.when import When

QUARTER = re.compile(r"(\d{4})-(\d\d)/\d{4}-\d\d")
NUMERALS = {**{han: value for value, han in enumerate("零一二三四五六七八九十")}, "两": 2, "首": 1}


def near(word: str, today: date) -> str:
    """Return the period that words such as 上个月, 本季度, 昨日 and 23日, the last of its number, name.

    Examples
    --------
    >>> near("上个月", date(2024, 1, 5)), near("昨日", date(2024, 1, 5)), near("23日", date(2024, 1, 5))
    ('2023-12', '2024-01-04', '2023-12-23')
    """
    if word[0].isdigit():
        days = (today - timedelta(days=back) for back in range(62))
        return next((str(one) for one in days if one.day == int(word[:-1])), "")
    if "月" in word:
        return month_before(today) if word.startswith("上") else months(today.year, today.month)
    if "季" in word:
        return quarter_before(today) if word.startswith("上") else quarter(today.year, (today.month + 2) // 3)
    if "周" in word:
        monday = today - timedelta(days=today.weekday() + 7 * word.startswith("上"))
        return f"{monday}/{monday + timedelta(days=6)}"
    return str(today - timedelta(days=word.startswith("昨")))


def as_named(word: str, found: Sequence[When], carried: str, before: str = "") -> str:
    """Return the month or quarter that a text named last, where it says this one again, the one before or a year before.

    Parameters
    ----------
    word : str
    found : list of When
        The times that the line named before.
    carried : str
        The months that the lines before are of.
    before : str, optional
        The letter before the word.

    Examples
    --------
    >>> as_named("去年同期", [], "2021-07/2021-09"), as_named("上一季度", [], "2021-01/2021-03", "较")
    ('2020-07/2020-09', '2020-10/2020-12')
    """
    own = [one.period for one in found if not one.aside and one.period]
    last = next((one for one in reversed(own) if len(one) > len("2024")), "" if own else carried)
    if word in ("本季度", "本月", "当月"):
        return last
    if word in ("去年同期", "上年同期"):
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), last)
    months_of = QUARTER.fullmatch(last)
    against = word[:1] == "上" and "季" in word and before and before in "较比与同和"
    if not against or not months_of or int(months_of[2]) % 3 != 1:
        return ""
    return quarter_before(date(int(months_of[1]), int(months_of[2]), 1))


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
