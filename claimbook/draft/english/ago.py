"""English times that only the day of the article explains: last month, yesterday, ten years ago."""

from __future__ import annotations

from datetime import date, timedelta

from claimbook.draft.calendar import month_before, months, quarter

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTS = {word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
MID_YEAR = 6  # the last month of its first half
MORE = COUNTS | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def relative(parts: dict[str, str], today: date | None) -> str:
    """Return the period of a time by the groups of its pattern, or an empty string where it cannot be told."""
    if "decade" in parts:
        return f"{parts['decade']}/{int(parts['decade']) + 9}"
    if "year" in parts:
        return parts["year"]
    if not today:
        return ""
    if "season" in parts:
        return str(today.year)
    if "ago" in parts:
        years = MORE.get(parts["ago"].lower(), 0) or (int(parts["ago"]) if parts["ago"].isdecimal() else 0)
        return str(today.year - years * (10 if parts["agoof"].startswith("decade") else 1)) if years > 1 else ""
    if "pastof" in parts:
        return _past(parts.get("past", "one"), parts["pastof"], today)
    if "weekday" in parts:
        return str(today - timedelta(days=(today.weekday() - DAYS.index(parts["weekday"].lower())) % 7))
    return _near(parts["near"].lower(), today)


def half(word: str, today: date) -> str:
    """Return the half of a year that a report of a day is of: first-half profit, half-year profit.

    Examples
    --------
    >>> half("first-half", date(2018, 8, 24)), half("half-year", date(2018, 2, 1)), half("second-half", date(2018, 2, 1))
    ('2018-01/2018-06', '2017-07/2017-12', '2017-07/2017-12')
    """
    ended = today.month > MID_YEAR
    first = word.startswith("first") or (word.startswith("half") and ended)
    year = today.year - (not ended)
    return months(year, 1, MID_YEAR) if first else months(year, 7, 12)


def _past(word: str, unit: str, today: date) -> str:
    """Return the last so many months, years or decades."""
    count = COUNTS.get(word.lower(), 0) or (int(word) if word.isdecimal() else 0)
    many = count * (10 if unit.startswith("decade") else 1)
    if not many:
        return ""
    month = today.year * 12 + today.month - 1  # months since the year 0
    if unit.startswith("month"):
        return _of_month(month - 1) if many == 1 else f"{_of_month(month - many)}/{_of_month(month - 1)}"
    return f"{_of_month(month - 12)}/{_of_month(month)}" if many == 1 else f"{today.year - many}/{today.year}"


def _of_month(number: int) -> str:
    """Return a month by its number since the year 0.

    Examples
    --------
    >>> _of_month(2016 * 12)
    '2016-01'
    """
    return months(number // 12, number % 12 + 1)


def _near(word: str, today: date) -> str:
    if word in ("yesterday", "today"):
        return str(today - timedelta(days=word == "yesterday"))
    if "year" in word:
        ago = (
            1 if word.startswith(("last", "a ", "the ", "year-", "late last")) else -1 if word.startswith("next") else 0
        )
        return str(today.year - ago)
    if "month" in word:
        return month_before(today) if word.startswith(("last", "late", "the ")) else months(today.year, today.month)
    if word == "last week":  # Sunday to Saturday
        ends = today - timedelta(days=(today.weekday() + 2) % 7 or 7)
        return f"{ends - timedelta(days=6)}/{ends}"
    if "quarter" in word and word.startswith(("this",)):
        return quarter(today.year, (today.month + 2) // 3)
    return ""
