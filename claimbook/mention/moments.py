"""Dates and times as ISO 8601 writes them, as precise as they are printed: 2024-Q2, 2022-06, 2024-09-04, 14:11.

What ISO has no sign for is written by one rule: a quarter 2024-Q2 and a half 2024-H1, a decade 199X, a century 20C, a
fiscal year FY2024, of which it stays open when it begins; from one to another with a slash. A missing year is ``--``, as
in --05-01. Where the words name no date that can be compared (三季度 of a year that is not printed is --Q3), it is empty.
"""

import re

from claimbook.mention import numerals
from claimbook.mention.folding import fold
from claimbook.quantity.when import MONTHS

HAN = "〇零一二两三四五六七八九十"
YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)|([一二][零一二三四五六七八九]{3})年")
FISCAL = re.compile(r"(?i)\bFY ?(\d{4}|\d{2})(?!\d)|fiscal (?:year )?['’]?(\d{4}|\d{2})\b")
QUARTER = re.compile(r"(?i)Q([1-4])|(?<!\d)([1-4])Q|第?([一二三四1-4])季|\b(first|second|third|fourth|last)[ -]quarter")
HALF = re.compile(r"(?i)H([12])(?!\d)|(?<!\d)([12])H|([上下])半年|\b(first|second|last)[ -]half")
SHORT_YEAR = re.compile(r"^(\d{2})(?=[QH])|(?<=[QH]\d )'?(\d{2})$|(?<=')(\d{2})$|^[1-4][QH] ?(\d{2})$")
DECADE = re.compile(r"(?<!\d)((?:1[5-9]|20)\d)0(?:s|年代)|(\d{2})世纪(\d)0年代")
CENTURY = re.compile(r"(\d{2})世纪$")
NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
PACKED = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
MONTH_DAY = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,3}})月(?:份)?(?:(\d{{1,2}}|[{HAN}]{{1,3}})[日号])?")
DAY_ALONE = re.compile(r"^(\d{1,2})[日号]$")
NAMED = re.compile(rf"(?i)\b({'|'.join(MONTHS)})[a-z]*\.?")
DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])")
CLOCK = re.compile(
    rf"(\d{{1,2}}|[{HAN}]{{1,3}})(?:[:.点时](\d{{2}}|半|[一二三]刻|[{HAN}]{{1,3}}(?=分|$)|\d{{1,2}}(?=分|$))?)?(?::?(\d{{2}}))?"
)
AFTERNOON = re.compile(r"(?i)p\.?m|下午|晚|傍晚|夜")
PARTS = {"半": "30", "一刻": "15", "二刻": "30", "三刻": "45"}
PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4", "上": "1", "下": "2"}
MONTHS_SPAN = re.compile(r"(?<!\d)(\d{1,2})\s?[-至到~]\s?(\d{1,2})月$")
QUARTERS_SPAN = re.compile(r"前([一二三四两1-4])个?季")
YEARS_SPAN = re.compile(r"((?:1\d|20)\d{2})\s?年?\s?[-/~至到]\s?(\d{4}|\d{2})(?:年|$)")
BETWEEN = re.compile(r"\s?(?:至|到|~|(?<=[日月年号])-|(?<=:\d\d)-|-{2}| to )\s?")


def moment(words: str, kind: str) -> str:
    """Return a date or a clock time as ISO 8601 writes it, or an empty string where the words name none.

    Examples
    --------
    >>> [moment(words, "date") for words in ("2024年第二季度", "2022年6月", "Sept 4, 2024", "1990s", "24H1", "Q3 FY24", "5月1日")]
    ['2024-Q2', '2022-06', '2024-09-04', '199X', '2024-H1', 'FY2024-Q3', '--05-01']
    >>> [moment(words, "clock") for words in ("14:11", "4点半", "9:30 pm", "10点到12点")]
    ['14:11', '04:30', '21:30', '10/12']
    """
    words = fold(words)
    read = _clock if kind == "clock" else _date
    if kind != "clock" and (span := _span(words)):
        return span
    first, *rest = BETWEEN.split(words, maxsplit=1)
    if not rest:
        return read(words)
    ends = read(first), read(rest[0])
    return "/".join(_shared(*ends)) if all(ends) else read(words)


def _span(words: str) -> str:
    """Return years, months or quarters from one to another, which share what is printed once."""
    if years := YEARS_SPAN.fullmatch(words):
        first, last = years[1], years[2]
        return f"{first}/{last if len(last) == 4 else first[:2] + last}" if len(last) == 4 or int(last) > 12 else ""
    if months := MONTHS_SPAN.search(words):
        year = _year(words)
        return f"{_written(year, int(months[1]), 0)}/{_written(year, int(months[2]), 0)}"
    if quarters := QUARTERS_SPAN.search(words):
        return f"{_year(words)}-Q1/{_year(words)}-Q{_number(quarters[1])}"
    return ""


def _shared(first: str, last: str) -> tuple[str, str]:
    """Give the end of a span the year and the month that are printed once, at its beginning."""
    if first[:4].isdigit() and last.startswith("--"):
        last = f"{first[:4]}-{last[2:]}" if last[2] != "-" else f"{first[:7]}-{last[-2:]}"
    elif last.startswith("---") and first.startswith("--"):
        last = f"{first[:4]}-{last[-2:]}"
    return first, last


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(numerals.tokens(word.replace("〇", "零")))


def _year(words: str) -> str:
    """Return the year that words name, a fiscal one with FY before it, or -."""
    if fiscal := FISCAL.search(words):
        year = fiscal[1] or fiscal[2]
        return f"FY{year if len(year) == 4 else '20' + year}"
    if found := YEAR.search(words):
        return found[1] or f"{_number(found[2])}"
    if short := SHORT_YEAR.search(words):
        return f"20{next(filter(None, short.groups()))}"
    return "-"


def _date(words: str) -> str:
    for read in (_decade, _numeric, _part, _named, _chinese):
        if found := read(words):
            return found
    year = _year(words)
    return "" if year == "-" else year


def _decade(words: str) -> str:
    if found := DECADE.search(words):
        return f"{found[1]}X" if found[1] else f"{int(found[2]) - 1}{found[3]}X"
    return f"{found[1]}C" if (found := CENTURY.search(words)) else ""


def _numeric(words: str) -> str:
    found = PACKED.fullmatch(words) or NUMERIC.search(words)
    return _written(found[1], int(found[2]), int(found[3] or 0)) if found else ""


def _part(words: str) -> str:
    for pattern, sign in ((QUARTER, "Q"), (HALF, "H")):
        if found := pattern.search(words):
            place = next(filter(None, found.groups())).lower()
            place = PLACES.get(place, place)
            place = "2" if sign == "H" and place == "4" else place
            return f"{_year(words)}-{sign}{place if place.isdecimal() else _number(place)}"
    return ""


def _named(words: str) -> str:
    month = NAMED.search(words)
    if not month:
        return ""
    rest = YEAR.sub(" ", words[: month.start()] + " " + words[month.end() :])
    days = [int(day) for day in DAY.findall(rest.replace(",", " "))]
    place = MONTHS.index(month[1].lower()) + 1
    first = _written(_year(words), place, days[0] if days else 0)
    return f"{first}/{first[:-2]}{days[1]:02}" if len(days) == 2 and days[0] < days[1] < 32 else first


def _chinese(words: str) -> str:
    if alone := DAY_ALONE.match(words):
        return f"---{int(alone[1]):02}"
    found = MONTH_DAY.search(words)
    return _written(_year(words), _number(found[1]), _number(found[2]) if found[2] else 0) if found else ""


def _written(year: str, month: int, day: int) -> str:
    """Return year, month and day, or as much of them as there can be."""
    if not 1 <= month <= 12:
        return "" if year == "-" else year
    return f"{year}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")


def _clock(words: str) -> str:
    found = CLOCK.search(words)
    if not found:
        return ""
    hour, minute = _number(found[1]), found[2] or ""
    hour += 12 if AFTERNOON.search(words) and hour < 12 else 0
    minute = PARTS.get(minute, minute)
    if not minute:
        return f"{hour:02}" if hour < 25 else ""
    return f"{hour:02}:{_number(minute):02}" + (f":{found[3]}" if found[3] else "")
