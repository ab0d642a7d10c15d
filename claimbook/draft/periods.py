"""Periods in words, in Chinese and in English."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
QUARTERS = {("01", "03"): 1, ("04", "06"): 2, ("07", "09"): 3, ("10", "12"): 4}
HALVES = {("01", "06"): 1, ("07", "12"): 2}


def period_zh(period: str) -> str:
    """Write a period in Chinese.

    Examples
    --------
    >>> [period_zh(one) for one in ("2023", "2023-07", "2020-07/2020-09", "2023-01/2023-07", "2018-12-31", "2014/")]
    ['2023年', '2023年7月', '2020年第三季度', '2023年1—7月', '截至2018年底', '2014年以来']
    """
    first, slash, last = period.partition("/")
    if not slash and first.endswith("-12-31"):
        return f"截至{first[:4]}年底"
    if not slash:
        return ("截至" if len(first) == 10 else "") + _day_zh(first) if first else ""
    if not last:
        return f"{_day_zh(first)}以来"
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        ends = first[5:], last[5:]
        if ends in QUARTERS:
            return f"{first[:4]}年第{'一二三四'[QUARTERS[ends] - 1]}季度"
        return (
            f"{first[:4]}年{'上下'[HALVES[ends] - 1]}半年"
            if ends in HALVES
            else f"{first[:4]}年{int(ends[0])}—{int(ends[1])}月"
        )
    until = _day_zh(last)
    return f"{_day_zh(first)}至{until[5:] if first[:4] == last[:4] and len(last) > 7 else until}"


def _day_zh(part: str) -> str:
    year, *rest = part.split("-")
    return f"{year}年" + "".join(f"{int(one)}{unit}" for one, unit in zip(rest, "月日", strict=False))


def period_en(period: str) -> str:
    """Write a period in English, with its preposition.

    Examples
    --------
    >>> [period_en(one) for one in ("2023", "2020-07/2020-09", "2023-01/2023-07", "2018-12-31", "2014/")]
    ['in 2023', 'in the third quarter of 2020', 'from January to July 2023', 'on 31 December 2018', 'since 2014']
    >>> period_en("2023-02-05/2023-02-11"), period_en("2022-04/2023-03")
    ('in the week ending 11 February 2023', 'in the year to March 2023')
    """
    first, slash, last = period.partition("/")
    if not slash:
        return f"{'on' if len(first) == 10 else 'in'} {_day_en(first)}" if first else ""
    if not last:
        return f"since {_day_en(first)}"
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        ends = first[5:], last[5:]
        number = QUARTERS.get(ends) or HALVES.get(ends)
        if number:
            what = "quarter" if ends in QUARTERS else "half"
            return f"in the {('first', 'second', 'third', 'fourth')[number - 1]} {what} of {first[:4]}"
        return f"from {MONTHS[int(ends[0]) - 1]} to {_day_en(last)}"
    if len(first) == len(last) == 10 and date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=6):
        return f"in the week ending {_day_en(last)}"
    if len(first) == len(last) == 7 and int(last[:4]) - int(first[:4]) == 1 and int(last[5:]) == int(first[5:]) - 1:
        return f"in the year to {_day_en(last)}"
    return f"from {_day_en(first)} to {_day_en(last)}"


def _day_en(part: str) -> str:
    year, *rest = part.split("-")
    month = f"{MONTHS[int(rest[0]) - 1]} " if rest else ""
    return (f"{int(rest[1])} " if len(rest) > 1 else "") + month + year
