"""Which times each line of a text names, and which period it takes over from the lines around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimbook.draft import period
from claimbook.draft.calendar import steps_back
from claimbook.draft.when import When
from claimbook.language.phrase import HAN

HEADING = 40  # characters of a line without a full stop that may be a heading, at most
BULLET = re.compile(r"\s*[•·▪*]|\s*[-–]\s|\s*\d{1,2}[.)]\s")  # each point of a list is dated by itself
PARTS = 3  # quarters or months of a line that goes through a year, at least
ENDS = "。.！!？?；;"


class Line(NamedTuple):
    """The times of a line.

    Parameters
    ----------
    found : list of When
    period : str
        Of a number of the line that names none itself; empty where there is none.
    place : str
        Where that was read: ``heading``, or ``paragraph`` for the lines before or the first after.
    """

    found: list[When]
    period: str
    place: str


def is_heading(line: str) -> bool:
    """Return whether a line may be a heading."""
    return len(line) <= HEADING and line.strip()[-1:] not in ENDS


def lines(texts: Sequence[str], today: date | None) -> list[Line]:
    """Read the times of the lines of a text, and carry each on; a heading is of the line that it heads.

    Examples
    --------
    >>> [line.period for line in lines(["贷款增加5%", "2022年12月，存款增加。", "其中，贷款增加5%。"], None)]
    ['2022-12', '', '2022-12']
    """
    found: list[list[When]] = []
    year, last = 0, ""
    for text in texts:
        found.append(period.times(text, today, year, last))
        named = [one.period for one in found[-1] if _lasts(text, one, today)]
        last = named[-1] if named else last
        year = next((int(one.period[:4]) for one in reversed(found[-1]) if _lasts(text, one, today)), year)
    usual = _usual(found)
    carried, place, made = "", "", []
    for at, (text, times) in enumerate(zip(texts, found, strict=True)):
        own = [one for one in times if _lasts(text, one, today) and _recent(one, today, usual)]
        ahead = _ahead(texts, found, at, today) if is_heading(text) and not own else ""
        made.append(Line(times, ahead or carried, "paragraph" if ahead else place))
        if own and not BULLET.match(text):
            carried = _whole(own) or (own[-1].period if HAN.search(text) else onward(carried, own, today))
            place = "heading" if is_heading(text) else "paragraph"
    return made


def onward(known: str, own: Sequence[When], today: date | None) -> str:
    """Return the period that some times lead to, past those that a recent one is only set against.

    Examples
    --------
    >>> onward("2024-07", [When(0, 1, "2024-06")], date(2024, 8, 15)), onward("", [When(0, 1, "2024-06")], None)
    ('2024-07', '2024-06')
    """
    for one in own:
        known = known if steps_back(known, one.period, today) else one.period
    return known


def _whole(own: Sequence[When]) -> str:
    """Return the year that a line goes through by its quarters or months, of which what follows is again; or nothing.

    Examples
    --------
    >>> _whole([When(0, 1, "2023-01/2023-03"), When(2, 3, "2023-04/2023-06"), When(4, 5, "2023-07/2023-09")])
    '2023'
    """
    parts = list(dict.fromkeys(one.period for one in own))
    years = {one[:4] for one in parts}
    whole = len(parts) >= PARTS and len(years) == 1 and all(len(one) > len("2023") for one in parts)
    return years.pop() if whole else ""


def _ahead(texts: Sequence[str], found: Sequence[list[When]], at: int, today: date | None) -> str:
    """Return the first period of the next line, which a heading sums up."""
    if at + 1 >= len(texts):
        return ""
    return next((one.period for one in found[at + 1] if _lasts(texts[at + 1], one, today)), "")


def _lasts(text: str, one: When, today: date | None) -> bool:
    """Return whether a time can date the next lines: no single day, no span of years, nothing aside or ahead."""
    bare = re.fullmatch(r"\d{4}(?:-\d\d(?:/\d{4}-\d\d)?)?|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", one.period)
    since = text[one.start : one.start + 6].lower() == "since "
    lasting = bare is not None and not since and not period.NOW.match(text, one.start, one.end)
    return lasting and not one.aside and not quoted(text, one.start) and not period.ahead(text, one, today)


def quoted(text: str, at: int) -> bool:
    """Return whether a place of a line is in what somebody said.

    Examples
    --------
    >>> quoted("他说：“去年打六折。”", 5), quoted("“双11”那天，去年", 7)
    (True, False)
    """
    return text.count("“", 0, at) > text.count("”", 0, at)


def main_period(found: Sequence[Line]) -> str:
    """Return the period that most times of a text are of, or an empty string; of a single time it is not known.

    Examples
    --------
    >>> main_period(lines(["Sales rose in March 2025.", "March 2025 was cold.", "In 2020 it snowed."], None))
    '2025-03'
    """
    periods = Counter(one.period for line in found for one in line.found if one.period and not one.aside)
    most, count = periods.most_common(1)[0] if periods else ("", 0)
    return most if count > 1 and 2 * count > periods.total() else ""


def _usual(found: Sequence[list[When]]) -> str:
    """Return the year that most times of the text are of, if it is more than half of them."""
    years = Counter(one.period[:4] for times in found for one in times if one.period and not one.aside)
    year, count = years.most_common(1)[0] if years else ("", 0)
    return year if 2 * count > years.total() else ""


def _recent(one: When, today: date | None, usual: str) -> bool:
    """Return whether a time is of the text's usual year, or of this year or the last; not of what was long ago."""
    year = one.period[:4]
    return year == usual or today is None or int(year) >= today.year - 1
