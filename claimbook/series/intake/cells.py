"""Places, periods, values and notes as publishers write them, in the one way that a frozen series has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

from claimbook.quantity.when import period_of, without_period
from claimbook.series.places import by_code, every
from claimbook.series.series import BROKEN

YEAR = re.compile(r"(\d{4})(?:\.0)?(?: ?\[YR\d{4}\])?|(\d{4})年度?", re.ASCII)
QUARTER = re.compile(r"(\d{4})[-_ /]?Q([1-4])|Q([1-4])[-_ /]?(\d{4})|(\d{4})年?第?([1-4一二三四])季度?", re.ASCII)
MONTH = re.compile(r"(\d{4})[-_ /.]?M(\d{1,2})|(\d{4})[-/](\d{2})", re.ASCII)
HALF = re.compile(r"(\d{4})[-_ /]?[SH]([12])", re.ASCII)
WEEK = re.compile(r"(\d{4})[-_ /]?W(\d{1,2})", re.ASCII)
DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]00:00:00(?:\.0+)?Z?)?", re.ASCII)
QUARTERS = {"01": "1", "04": "2", "07": "3", "10": "4"}
HAN = dict(zip("一二三四", "1234", strict=True))
NOTHING = {
    "",
    ":",
    "..",
    "...",
    "…",
    ".",
    "-",
    "–",
    "—",
    "*",
    "na",
    "n/a",
    "n.a.",
    "nan",
    "null",
    "none",
    "x",
    "无",
    "缺",
}
THOUSANDS = re.compile(r"-?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")
NOTED = re.compile(r"(-?[\d.,\u00a0\u202f ]*\d|:)\s*([a-z]{1,3})", re.ASCII)
LARGEST = 30  # digits before and after the point
STATUS = {
    "": "",
    ":": "",
    "A": "",
    "NORMAL": "",
    "NORMAL VALUE": "",
    "B": BROKEN,
    "P": "provisional",
    "PROVISIONAL": "provisional",
    "PROVISIONAL VALUE": "provisional",
    "E": "estimated",
    "ESTIMATED": "estimated",
    "ESTIMATED VALUE": "estimated",
    "F": "forecast",
    "FORECAST": "forecast",
    "FORECAST VALUE": "forecast",
    "I": "imputed",
    "U": "of low reliability",
    "D": "definition differs",
    "S": "estimated by Eurostat",
    "TIME SERIES BREAK": BROKEN,
    "BREAK": BROKEN,
    "BREAK IN TIME SERIES": BROKEN,
    "M": "missing",
    "MISSING VALUE": "missing",
    "O": "missing",
    "L": "missing",
    "C": "confidential",
}


def place(words: str) -> str:
    """Return the code of a place by any of its codes or names; what is not known stays as it is printed.

    Examples
    --------
    >>> place("Spain"), place("ES"), place("西班牙"), place("Korea, Rep."), place("Andalucía")
    ('ESP', 'ESP', 'ESP', 'KOR', 'Andalucía')
    """
    words = " ".join(words.split())
    known = by_code().get(words) or by_code().get(words.upper() if len(words) <= 3 else words)
    return known.code if known else _names().get(_plain(words), words)


def is_place(words: str) -> bool:
    """Return whether it is the code or the name of a place that is known."""
    return place(words) in by_code()


# What some publishers call places that go by another name here.
CALLED = {
    "korea, rep.": "KOR", "republic of korea": "KOR", "korea": "KOR", "korea, dem. people's rep.": "PRK",
    "egypt, arab rep.": "EGY", "iran, islamic rep.": "IRN", "iran (islamic republic of)": "IRN",
    "russian federation": "RUS", "venezuela, rb": "VEN", "yemen, rep.": "YEM", "congo, dem. rep.": "COD",
    "congo, rep.": "COG", "gambia, the": "GMB", "bahamas, the": "BHS", "hong kong sar, china": "HKG",
    "macao sar, china": "MAC", "kyrgyz republic": "KGZ", "slovak republic": "SVK", "lao pdr": "LAO",
    "syrian arab republic": "SYR", "viet nam": "VNM", "türkiye": "TUR", "turkiye": "TUR", "czechia": "CZE",
    "united states of america": "USA", "united kingdom of great britain and northern ireland": "GBR",
    "united republic of tanzania": "TZA", "micronesia, fed. sts.": "FSM", "st. lucia": "LCA",
    "brunei darussalam": "BRN", "bolivia (plurinational state of)": "BOL", "republic of moldova": "MDA",
    "china (people's republic of)": "CHN", "china, people's republic of": "CHN", "中华人民共和国": "CHN", "全国": "CHN",
}  # fmt: skip


@cache
def _names() -> Mapping[str, str]:
    """Return the code of each place that has one by its names, in small letters."""
    names = {_plain(name): one.code for one in reversed(every()) if one.codes for name in (*one.names, *one.zh)}
    return names | CALLED


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


def period(words: str) -> str:
    """Return a period as a frozen series has it, or an empty string where a cell is none.

    Examples
    --------
    >>> [period(one) for one in ("2023", "2023 [YR2023]", "2023Q2", "2023M6", "2023-06-30", "Jul 2023", "2023年7月")]
    ['2023', '2023', '2023-Q2', '2023-06', '2023-06-30', '2023-07', '2023-07']
    >>> period("Total"), period("2019-2022"), period("12000")
    ('', '', '')
    """
    words = words.strip()
    if found := YEAR.fullmatch(words):
        return found[1] or found[2]
    if found := QUARTER.fullmatch(words):
        year, number = next((found[a], found[b]) for a, b in ((1, 2), (4, 3), (5, 6)) if found[a])
        return f"{year}-Q{HAN.get(number, number)}"
    if found := DAY.fullmatch(words):
        return f"{found[1]}-{found[2]}-{found[3]}"
    if found := MONTH.fullmatch(words):
        month = int(found[2] or found[4])
        return f"{found[1] or found[3]}-{month:02}" if 1 <= month <= 12 else ""
    if found := HALF.fullmatch(words):
        return f"{found[1]}-H{found[2]}"
    if found := WEEK.fullmatch(words):
        return f"{found[1]}-W{int(found[2]):02}"
    named = period_of(words)
    return named if "/" not in named and "-" in named and not without_period(words).strip() else ""


def value(words: str) -> tuple[str, str] | None:
    """Return a printed number exactly and what is noted beside it; None where a cell is no number.

    Examples
    --------
    >>> value("1,234.50"), value("12.3 b"), value(":"), value("1.5E3"), value("12.3%"), value("Spain")
    (('1234.50', ''), ('12.3', 'break'), ('', ''), ('1500', ''), ('12.3', ''), None)
    """
    words = words.strip().removesuffix("%").strip()
    if words.casefold() in NOTHING:
        return "", ""
    if found := NOTED.fullmatch(words):
        inner = value(found[1])
        return (inner[0], status(found[2])) if inner else None
    if THOUSANDS.fullmatch(words):
        words = re.sub(r"[,\u00a0\u202f ]", "", words)
    try:
        number = Decimal(words)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return "", ""
    plain = f"{number:f}"
    return (plain, "") if all(len(part) <= LARGEST for part in plain.lstrip("-").split(".")) else None


def status(words: str) -> str:
    """Return what a publisher notes of a value, in words; nothing of an ordinary one.

    Examples
    --------
    >>> status("p"), status("bp"), status("A"), status("rounded")
    ('provisional', 'break', '', 'rounded')
    """
    words = " ".join(words.split())
    if words.upper() in STATUS:
        return STATUS[words.upper()]
    letters = [STATUS[one] for one in words.upper() if one in STATUS]
    if 1 < len(words) <= 3 and len(letters) == len(words):
        return BROKEN if BROKEN in letters else next(filter(None, letters), "")
    return words[:80]


def coarser(periods: list[str]) -> dict[str, str]:
    """Return what days mean where each is the first of a month, a quarter or a year: the whole of it.

    Examples
    --------
    >>> coarser(["2020-01-01", "2020-04-01", "2020-07-01"])["2020-04-01"], coarser(["2020-01-01", "2021-01-01"])
    ('2020-Q2', {'2020-01-01': '2020', '2021-01-01': '2021'})
    """
    days = sorted({one for one in periods if len(one) == 10})
    if len(days) < 2 or any(day[8:] != "01" for day in days):
        return {}
    months = {day[5:7] for day in days}
    if months == {"01"}:
        return {day: day[:4] for day in days}
    if months <= QUARTERS.keys() and len(days) > 2:
        return {day: f"{day[:4]}-Q{QUARTERS[day[5:7]]}" for day in days}
    return {day: day[:7] for day in days}
