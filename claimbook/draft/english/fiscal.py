"""The quarter that a firm reports, whose fiscal year need not be the calendar’s."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimbook.draft.calendar import quarter

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
REPORT = re.compile(r"(?i)\b(?:net income|profits?|earned|earnings|net loss|per share|revenues?)\b")
NAMED = re.compile(r"(?i)\b(first|second|third|fourth)[- ](?:fiscal )?quarter|\bQ([1-4])\b")
WRITTEN = 12  # days that a firm needs for its report, at least
STALE = 150  # days after which nobody reports a quarter


def of_report(text: str, parts: dict[str, str], today: date | None) -> str:
    """Return the quarter of a firm whose calendar quarter cannot be meant: it is not over yet, or was long ago.

    Parameters
    ----------
    text : str
        The paragraph.
    parts : dict of str to str
        Of the pattern of times.
    today : datetime.date, optional
        The day of the article; none where the sentence looks ahead.

    Examples
    --------
    >>> of_report("Its third-quarter profit rose.", {"q": "third"}, date(2014, 7, 22))
    '2014-04/2014-06'
    >>> of_report("Its third-quarter profit rose.", {"q": "third"}, date(2014, 10, 22))
    ''
    """
    dated = parts.keys() & {"qyear", "qnyear", "qlast"}
    if not today or dated or not parts.keys() & {"q", "qn"}:
        return ""
    if parts.keys() & {"fiscalq", "qfiscal"}:
        return reported(today)
    if not REPORT.search(text):
        return ""
    number = ORDINALS.get(parts.get("q", "").lower()) or int(parts["qn"])
    year = today.year if 3 * number - 2 <= today.month else today.year - 1
    over = (today - _last(quarter(year, number))).days
    alone = len({(one[1] or one[2]).lower() for one in NAMED.finditer(text)}) == 1
    return reported(today) if over < 0 or (over > STALE and alone) else ""


def reported(today: date) -> str:
    """Return the three months that a report of a day can be of: they ended some days before it.

    Examples
    --------
    >>> reported(date(2020, 9, 8)), reported(date(2019, 6, 25)), reported(date(2019, 1, 29))
    ('2020-05/2020-07', '2019-03/2019-05', '2018-10/2018-12')
    """
    ends = (today - timedelta(days=WRITTEN - 1)).replace(day=1) - timedelta(days=1)
    last = ends.year * 12 + ends.month - 1  # months since the year 0
    return "/".join(f"{month // 12}-{month % 12 + 1:02}" for month in (last - 2, last))


def _last(period: str) -> date:
    """Return the last day of a quarter."""
    year, month = map(int, period.split("/")[1].split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
