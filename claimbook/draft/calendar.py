"""Days, months, quarters and years as the tables write them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

RECENT_MONTHS = 6  # ago, until which a report is of a month or of a quarter


def day(year: int, month: int, of_month: int) -> str:
    """Return a day, or an empty string where there is none.

    Examples
    --------
    >>> day(2023, 7, 31), day(2023, 2, 30)
    ('2023-07-31', '')
    """
    fits = 1 <= month <= 12 and 1 <= of_month <= calendar.monthrange(year, month)[1]
    return f"{year}-{month:02}-{of_month:02}" if fits else ""


def months(year: int, first: int, last: int | None = None) -> str:
    """Return a month or several months of one year, or an empty string where there are none.

    Examples
    --------
    >>> months(2023, 7), months(2023, 1, 7), months(2023, 13)
    ('2023-07', '2023-01/2023-07', '')
    """
    last = first if last is None else last
    if not 1 <= first <= last <= 12:
        return ""
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def quarter(year: int, number: int) -> str:
    """Return a quarter of a year.

    Examples
    --------
    >>> quarter(2020, 3)
    '2020-07/2020-09'
    """
    return months(year, 3 * number - 2, 3 * number)


def month_before(when: date) -> str:
    """Return the month before a day's.

    Examples
    --------
    >>> month_before(date(2024, 1, 5))
    '2023-12'
    """
    last = when.replace(day=1) - timedelta(days=1)
    return months(last.year, last.month)


def quarter_before(when: date) -> str:
    """Return the quarter before a day's.

    Examples
    --------
    >>> quarter_before(date(2024, 2, 5))
    '2023-10/2023-12'
    """
    number = (when.month - 1) // 3
    return quarter(when.year, number) if number else quarter(when.year - 1, 4)


def steps_back(known: str, new: str, today: date | None) -> bool:
    """Return whether a period is an earlier one than the recent one that a text is of: June in a report of July.

    Examples
    --------
    >>> steps_back("2024-07", "2024-06", date(2024, 8, 15)), steps_back("2010", "2009", date(2024, 8, 15))
    (True, False)
    """
    alike = len(known) == len(new) or (len(new) == len("2023") and "-" in known)
    if not today or not alike or new >= known[: len(new)] or not known[-2:].isdecimal():
        return False
    months_ago = 12 * today.year + today.month - 12 * int(known[:4]) - int(known[-2:] if "-" in known else 12)
    return months_ago <= (RECENT_MONTHS if "-" in known else 12)


def read_day(text: str) -> date | None:
    """Return the day that an article is of, where a year at least is known.

    Examples
    --------
    >>> read_day("2023-08-10"), read_day("2023-08"), read_day("2023/2024"), read_day("")
    (datetime.date(2023, 8, 10), datetime.date(2023, 8, 31), None, None)
    """
    parts = text.split("-")
    try:
        if len(parts) == 2:
            return date(int(parts[0]), int(parts[1]), calendar.monthrange(int(parts[0]), int(parts[1]))[1])
        return date(*map(int, parts)) if len(parts) == 3 else None
    except ValueError:
        return None
