"""A period as a table's head or a date column prints it."""

import re

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
QUARTERS = {"1": ("01", "03"), "2": ("04", "06"), "3": ("07", "09"), "4": ("10", "12")}
HAN_DIGITS = {"一": "1", "二": "2", "三": "3", "四": "4"}
YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
DAY = re.compile(rf"{YEAR}[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?")
MONTH = re.compile(rf"{YEAR}(?:[-/.]|年)(\d{{1,2}})(?:月|(?!\d))")
NAMED = re.compile(rf"(?i)\b({'|'.join(MONTHS)})[a-z]*\.?[ -]?(?:of )?{YEAR}")
QUARTER = re.compile(rf"(?i){YEAR}年?[ -]?(?:Q([1-4])|第?([一二三四1-4])季度)|Q([1-4])[ -]?{YEAR}")
SPAN = re.compile(rf"{YEAR}[-–/—]{YEAR}")
FROM_TO = re.compile(rf"{NAMED.pattern} ?(?:to|until|through|[-–—]) ?{NAMED.pattern[4:]}")
HAN_FROM_TO = re.compile(rf"{YEAR}年(\d{{1,2}})月?[至到—–-]{YEAR}年(\d{{1,2}})月")
ONE = re.compile(YEAR)


def period_of(text: str) -> str:
    """Return the period that a text names, as the tables write one, or an empty string.

    Examples
    --------
    >>> [period_of(text) for text in ("2023", "2023年7月", "Jul 2023", "2023Q2", "2023-07-01", "2019-2022", "Total")]
    ['2023', '2023-07', '2023-07', '2023-04/2023-06', '2023-07-01', '2019/2022', '']
    >>> period_of("April 2022 to March 2023"), period_of("2022年4月至2023年3月")
    ('2022-04/2023-03', '2022-04/2023-03')
    """
    if found := FROM_TO.search(text):
        return f"{_named(found[1], found[2])}/{_named(found[3], found[4])}"
    if found := HAN_FROM_TO.search(text):
        return f"{_dated(found[1], found[2])}/{_dated(found[3], found[4])}"
    if found := DAY.search(text):
        return _dated(found[1], found[2], found[3])
    if found := QUARTER.search(text):
        year, quarter = found[1] or found[5], found[2] or found[3] or found[4]
        first, last = QUARTERS[HAN_DIGITS.get(quarter, quarter)]
        return f"{year}-{first}/{year}-{last}"
    if found := SPAN.search(text):
        return f"{found[1]}/{found[2]}"
    if found := NAMED.search(text):
        return _named(found[1], found[2])
    if found := MONTH.search(text):
        return _dated(found[1], found[2])
    return found[1] if (found := ONE.search(text)) else ""


def without_period(text: str) -> str:
    """Return a text without the periods that it names.

    Examples
    --------
    >>> without_period("Output, Q4 2019"), without_period("2023年7月")
    ('Output, ', '')
    """
    for pattern in (FROM_TO, HAN_FROM_TO, DAY, QUARTER, SPAN, NAMED, MONTH, re.compile(rf"{YEAR}年?")):
        text = pattern.sub("", text)
    return text


def _named(month: str, year: str) -> str:
    return f"{year}-{MONTHS.index(month.lower()) + 1:02}"


def _dated(year: str, month: str, day: str = "") -> str:
    """Return a date, or the year alone where there is no such month or day."""
    if not 1 <= int(month) <= 12:
        return year
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")
