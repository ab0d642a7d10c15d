"""A period: from one day to another, either end open."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two share a day.

        Examples
        --------
        >>> period("2021").overlaps(period("2020-12-26/")), period("2021").overlaps(period("2023"))
        (True, False)
        """
        return self.first <= other.last and other.first <= self.last


ALWAYS = Period(date.min, date.max)


@lru_cache(10_000)  # few periods, in many rows
def period(text: str) -> Period:
    """Read a period as the tables write it: ``2021``, ``2021-06``, ``2021/2023``, ``2020-07-12/``.

    Raises
    ------
    ValueError
        If a month or a day does not exist.

    Examples
    --------
    >>> period("2021-02")
    Period(first=datetime.date(2021, 2, 1), last=datetime.date(2021, 2, 28))
    """
    if not text:
        return ALWAYS
    start, slash, end = text.partition("/")
    end = end if slash else start
    return Period(_day(start, first=True) if start else date.min, _day(end, first=False) if end else date.max)


def _day(text: str, first: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first else 12)
    day = parts[2] if len(parts) > 2 else (1 if first else calendar.monthrange(year, month)[1])
    return date(year, month, day)
