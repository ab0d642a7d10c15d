"""Times that an English text names, as periods: last month, the second quarter, at the end of 2019, since 2001."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimbook.draft.calendar import day, months, quarter
from claimbook.draft.english.ago import COUNTS, DAYS, half, relative
from claimbook.draft.english.aside import TRADED, aside, year_before
from claimbook.draft.english.fiscal import ORDINALS, of_report
from claimbook.draft.english.tense import VERBS
from claimbook.draft.when import When

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
MONTH = "|".join(
    [*(name.capitalize() for name in MONTHS), r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"]
)
Y = r"(?:19|20)\d\d"
TIME = re.compile(
    rf"""
    (?P<since>[Ss]ince)\s(?:(?:last\s)?(?P<smonth>{MONTH})(?:\s(?P<sfrom>{Y}))?|(?P<syear>{Y}))\b
  | (?:\b[Ff]rom\s|\b[Bb]etween\s)?(?<!\d)(?P<from>{Y})\s?(?:to|and|through|[-–—])\s?(?P<to>{Y})\b
  | (?<![\d-])(?P<acfrom>{Y})[-–](?P<acto>\d\d)\b(?![-–/])
  | (?P<end>[Ee]nd\sof|[Yy]ear-end|[Ee]nd-)\s?(?P<eyear>{Y}|last\syear)
  | (?:(?P<weeks>[Tt]wo|[Tt]hree|[Ff]our|2|3|4)\s)?[Ww]eeks?\s(?:that\s)?(?:ended|ending)\s(?:on\s)?(?P<wmonth>{MONTH})\s(?P<wday>\d{{1,2}})(?!\d)(?:,?\s(?P<wyear>{Y}))?
  | [Ff]iscal\s(?:year\s)?(?P<fiscal>{Y})
  | (?:(?:[Bb]etween|[Ff]rom)\s)?(?P<mfrom>{MONTH})(?:\s(?:and|to|till|until|through)\s|\s?[-–—]\s?)(?P<mto>{MONTH})(?:,?\s(?P<mspan>{Y}|this\syear))?\b
  | (?P<qmonth>{MONTH})[\s-](?:quarter|qtr)\b(?:\s(?:of\s)?(?P<qmyear>{Y}))?
  | (?:(?P<ended>three|six|nine|twelve|3|6|9|12)[\s-]months?|(?<!half[\s-])(?<!rd\s)(?P<spell>quarter|year|(?<=[Tt]he\s)period(?=\s(?:that\s)?end)))\s(?:period\s)?(?:that\s)?(?:ended|ending|to|through)\s(?:on\s|in\s|(?:the\s)?end\sof\s|end-)?(?:\d{{1,2}}\s)?(?P<mend>{MONTH})(?:\s\d{{1,2}}(?!\d))?(?:,?\s(?P<mendyear>{Y}))?
  | \bfirst\s(?P<upto>{"|".join([*COUNTS])}|eleven|\d{{1,2}})[\s-]months?(?:\speriod)?(?:\sof\s(?:(?P<uptoyear>{Y}|this\syear|last\syear)|the\syear))?
  | (?:\b(?P<fiscalq>[Ff]iscal)\s)?(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?:[\s-](?P<qfiscal>fiscal))?[\s-][Qq]uarter(?:,?\s(?:of\s)?(?:fiscal\s)?(?:(?P<qyear>{Y})|(?P<qlast>last\syear)))?
  | (?:[Ll]ast|[Ff]inal)\squarter\sof\s(?P<lastq>{Y})
  | \bQ(?P<qn>[1-4])(?:[\s-](?P<qnyear>{Y}))?
  | (?P<half>[Ff]irst|[Ss]econd)[\s-]half\sof\s(?P<hyear>{Y}|this\syear|last\syear|the\syear)
  | \bH(?P<hn>[12])[\s-](?P<hnyear>{Y})
  | \b(?P<halfof>[Ff]irst-half|[Ss]econd-half|[Hh]alf-year)\b(?!\sof)
  | (?<=\b[Tt]he\s)(?P<halfthe>[Ff]irst|[Ss]econd)\shalf\b(?!\sof)
  | \b[Tt]he\s(?P<wholeyear>whole|full|entire)\syear\b(?!\s(?:ended|ending|to|of)\b)
  | \b(?:[Ff]ull|[Ww]hole)[\s-][Yy]ear\s(?P<full>{Y})
  | (?:\b(?:[Aa]t|[Bb]y|[Ii]n)\sthe\s(?:end|beginning|start)\sof\s)?(?P<month>{MONTH})(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,?\s?{Y}\b)(?:\s?[-–]\s?(?P<dayto>\d{{1,2}})(?![\d-]))?)?(?:\s(?P<day2>\d{{1,2}}),)?,?(?:\s(?:of\s)?(?P<myear>{Y})|\s(?:of\s)?(?P<mlast>last\syear))?\b
  | (?P<day0>\d{{1,2}})\s(?P<month0>{MONTH})(?:\s(?P<year0>{Y}))?\b
  | (?P<near>\b(?:[Ll]ast|[Tt]his|[Ee]arlier\sthis|[Nn]ext|[Ll]ate\slast)\s(?:year|month|week|quarter)\b|\b(?:[Yy]esterday|[Tt]oday(?![’']s))\b|\ba\syear\s(?:ago|earlier)\b|\b[Tt]he\s(?:prior|previous)\s(?:week|month|year|quarter)\b|\byear-earlier(?:\s(?:quarter|period|month))?(?:[’']s)?)
  | (?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or)\sthe\s(?:past|last)\s(?:(?P<past>\w+)\s)?(?P<pastof>years?|decades?|months?)
  | \b(?P<ago>\w+)\s(?P<agoof>years|decades)\sago\b
  | (?P<season>[Tt]his\s(?:\w+\s)?season)s?\b
  | (?P<decade>(?:19|20)\d0)s\b
  | \b(?P<weekday>{"|".join(name.capitalize() for name in DAYS)})\b
  | (?<![\d$£€¥,.-])\b(?:[Ii]n\sthe\s(?:beginning|start|middle)\sof\s|[Aa]t\sthe\s(?:beginning|start|middle)\sof\s)?(?P<year>{Y})\b(?![,.]?\d|\s?(?:people|jobs|percent|%|GW|MW))
    """,
    re.VERBOSE,
)
WRITTEN_UP = 6  # month until which “the whole year” is the last one
HOLIDAY = re.compile(r"\b(?:Black|Cyber|Good|Easter|Super|Giving|Ash) $")
AHEAD = re.compile(
    r"(?i)\b(?:will|(?<!had )(?<!than )(?<!than-)(?<!as )expect(?!ation)\w*|to (?:rise|fall|drop|increase|climb) (?:by|to|in|from)\b|(?<!had )forecast\w*|project(?:ed|s|ions?)|predict\w*|plans? to|set to|upcoming)\b"
)
IN_MONTH = re.compile(r"(?i)\b(?:in|of|since|by|last|and|the|for)\s$|^$")


def times(text: str, today: date | None) -> list[When]:
    """Return the times of an English text in their order.

    Parameters
    ----------
    text : str
        A paragraph.
    today : datetime.date, optional
        The day that the article is of; without it, “last year” is not known.

    Examples
    --------
    >>> [one.period for one in times("Sales rose last year. In the second quarter of 2023 they fell.", date(2024, 3, 1))]
    ['2023', '2023-04/2023-06']
    """
    found: list[When] = []
    for match in TIME.finditer(text):
        parts = {name: value for name, value in match.groupdict().items() if value}
        if "weekday" in parts and HOLIDAY.search(text[: match.start()]):
            continue
        coming = _coming(text, match, parts, today)
        period = _before(text, parts, found, today) or of_report(text, parts, None if coming else today)
        period = period or _period(parts, today, coming)
        if parts.get("near", "").lower() == "today" and not _happened(_sentence(text, match)):
            period = period[:7]  # is nowadays
        if period and not _is_verb(text, match, parts):
            found.append(When(match.start(), match.end(), period, aside(text, match, parts)))
    return found


def _coming(text: str, match: re.Match[str], parts: dict[str, str], today: date | None) -> int:
    """Return the year of a month that is still to come: that of “next September”, or this one in a forecast; else 0."""
    if today and "month" in parts and "myear" not in parts and text[: match.start()].lower().endswith("next "):
        return today.year + (_month(parts["month"]) <= today.month)
    return today.year if today and AHEAD.search(_sentence(text, match)) else 0


def _before(text: str, parts: dict[str, str], found: list[When], today: date | None) -> str:
    """Return the month or quarter that the text named last, a year before, or the week before its last week."""
    near = parts.get("near", "").lower()
    own = [one for one in found if not one.aside and len(one.period) > 4 and text[one.start] not in "Tt"]
    last = own[-1].period if own else ""
    if near.endswith("week") and near.startswith("the p") and len(last) == 21:
        first, end = (date.fromisoformat(one) - timedelta(days=7) for one in last.split("/"))
        return f"{first}/{end}"
    if "wholeyear" in parts:
        return last[:4] or (str(today.year - 1) if today and today.month <= WRITTEN_UP else "")
    return year_before(last) if near.startswith(("year-earlier", "a year")) else ""


def _is_verb(text: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """Return whether “may” or “march” is no month here."""
    alone = parts.get("month") in ("May", "March") and not parts.keys() & {"day", "day2", "myear"}
    return alone and not IN_MONTH.search(text[max(0, match.start() - 8) : match.start()])


def _happened(said: str) -> bool:
    """Return whether a sentence is of what was on one day, and not of what is so nowadays."""
    verb = VERBS.search(said)
    return bool(TRADED.search(said) or (verb and not verb["now"]))


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence around a time, roughly."""
    return re.split(r"[.!?]\s", text[: match.start()])[-1] + re.split(r"[.!?]\s", text[match.start() :])[0]


def _period(parts: dict[str, str], today: date | None, coming: int = 0) -> str:
    """Return the period of a time; a month without a year is of the `coming` year where the sentence looks ahead."""
    if "since" in parts:
        return _since(parts, today)
    if "from" in parts:
        return f"{parts['from']}/{parts['to']}"
    if whole := _plain(parts):
        return whole
    if "mfrom" in parts:
        last = _month(parts["mto"])
        known = coming or (today.year - (last > today.month) if today else 0)
        year = _year(parts.get("mspan", ""), today) or known
        return months(year, _month(parts["mfrom"]), _month(parts["mto"])) if year else ""
    if "end" in parts:
        year = _year(parts["eyear"], today)
        return day(year, 12, 31) if year else ""
    if spanned := _months_of(parts, today):
        return spanned
    if "q" in parts or "qn" in parts:
        return _quarter(parts, today, coming)
    if "half" in parts:
        year = _year(parts["hyear"], today)
        first = parts["half"].lower() == "first"
        return months(year, 1 if first else 7, 6 if first else 12) if year else ""
    if "halfof" in parts or "halfthe" in parts:
        return half((parts.get("halfof") or parts["halfthe"]).lower(), today) if today else ""
    if "month" in parts or "month0" in parts:
        return _dated(parts, today, coming)
    return relative(parts, today)


def _quarter(parts: dict[str, str], today: date | None, coming: int) -> str:
    """Return a quarter."""
    number = ORDINALS.get(parts.get("q", "").lower()) or int(parts["qn"])
    year = _year(parts.get("qyear") or parts.get("qnyear") or parts.get("qlast") or "", today)
    if not year and today:
        year = today.year if 3 * number - 2 <= today.month else today.year - 1
    return quarter(year, number) if year else ""


def _since(parts: dict[str, str], today: date | None) -> str:
    """Return a span that goes on to the article, as exact as its beginning: since 2001, since last May."""
    if "syear" in parts:
        return f"{parts['syear']}/{today.year if today else ''}"
    begins = _dated({"month": parts["smonth"], "myear": parts.get("sfrom", "")}, today, 0)
    return f"{begins}/{str(today)[:7] if today else ''}" if begins else ""


def _plain(parts: dict[str, str]) -> str:
    """Return the period of a time that names it whole: 2017-18, H1 2022, full-year 2023."""
    if "acfrom" in parts:
        first, last = parts["acfrom"], parts["acfrom"][:2] + parts["acto"]
        return f"{first}/{last}" if last > first else first
    if "lastq" in parts:
        return quarter(int(parts["lastq"]), 4)
    if "hn" in parts:
        return months(int(parts["hnyear"]), 1, 6) if parts["hn"] == "1" else months(int(parts["hnyear"]), 7, 12)
    return parts.get("full") or parts.get("fiscal", "")


def _months_of(parts: dict[str, str], today: date | None) -> str:
    """Return the months of “the March quarter”, “nine months ended June”, “the first nine months”; the days of a week."""
    if "wmonth" in parts:
        ends = _dated({"month": parts["wmonth"], "day": parts["wday"], "myear": parts.get("wyear", "")}, today, 0)
        weeks = COUNTS.get(parts.get("weeks", "one").lower()) or int(parts["weeks"])
        return f"{date.fromisoformat(ends) - timedelta(days=7 * weeks - 1)}/{ends}" if ends else ""
    if "upto" in parts:
        first, last = 1, COUNTS.get(parts["upto"]) or (int(parts["upto"]) if parts["upto"].isdecimal() else 11)
    elif name := parts.get("qmonth") or parts.get("mend"):
        last = _month(name)
        known = COUNTS | {"twelve": 12, "year": 12} | {str(one): one for one in (3, 6, 9, 12)}
        first = last + 1 - known.get(parts.get("ended") or parts.get("spell", ""), 3)
    else:
        return ""
    year = _year(parts.get("qmyear") or parts.get("mendyear") or parts.get("uptoyear") or "", today)
    if not year and today:
        year = today.year if last <= today.month else today.year - 1
    if not year or first > 0:
        return months(year, first, last) if year else ""
    return f"{months(year - 1, first + 12)}/{months(year, last)}"


def _dated(parts: dict[str, str], today: date | None, coming: int) -> str:
    """Return a month or a day, of the year that is named, or the last one before the article."""
    month = _month(parts.get("month") or parts["month0"])
    of_month = int(parts.get("day") or parts.get("day2") or parts.get("day0") or 0)
    year = _year(parts.get("myear") or parts.get("mlast") or parts.get("year0") or "", today)
    if not year:
        if not today:
            return ""
        year = coming or (today.year if (month, of_month) <= (today.month, today.day) else today.year - 1)
    last = day(year, month, int(parts.get("dayto", 0)))
    if last > day(year, month, of_month) > "":
        return f"{day(year, month, of_month)}/{last}"
    return day(year, month, of_month) if of_month else months(year, month)


def _month(name: str) -> int:
    """Return the number of a month.

    Examples
    --------
    >>> _month("July"), _month("Sept.")
    (7, 9)
    """
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _year(word: str, today: date | None) -> int:
    if word[:4].isdecimal() and word:
        return int(word[:4])
    return today.year - (word == "last year") if today and word else 0
