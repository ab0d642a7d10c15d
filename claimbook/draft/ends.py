"""Which end of a span a number is of: from A to B, the level that a share reached, the growth over all its years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.when import When
from claimbook.language.phrase import HAN

SPAN = re.compile(r"(\d{4})/(\d{4})")
SOME = r"(?:约|近|了|超过?|不到|不足|逾|的)*"
MOVES = (
    r"(?:逐步|稳步|大幅|快速)?"
    r"(?:跃升|提高|提升|上升|上涨|增加|增长|扩大|发展|下降|降低|减少|缩小|回落|下滑|下调|上调|调整|扩展|拓展|增|升|降|涨|跌)?"
)
FIRST = re.compile(rf"(?:从|由){SOME}$|(?i:\bfrom (?:about |just |nearly |only )?)$")
GOES_ON = re.compile(rf"[^，。；\d]{{0,3}}?{MOVES}(?:至|到|为){SOME}\d|[^,.;]{{0,25}}? to ")
LAST = re.compile(
    rf"(?:从|由)[^，。；]{{1,16}}?{MOVES}(?:至|到|为){SOME}$|(?i:\bfrom [^,.;]{{1,40}}? to (?:about |just |nearly )?)$"
)
REVISED = re.compile(r"(?i)\brevised\b[^.;]*$")  # both levels are of the same time
DATED = re.compile(r"(?: people| units| cases)?(?: in| for| during)? \(?(?:19|20)\d\d\b")  # from 5 million in 2022 to …
MEAN = re.compile("的?(?:同期|平均|均值)")  # what a level is set against
DAILY = re.compile("涨幅|跌幅|点位")  # of what is listed on a market, which are of a day
OVER = re.compile("年均|平均|累计|合计|总计|一共")


def end_of(line: str, start: int, end: int) -> str:
    """Return whether a number is the ``first`` or the ``last`` of “from A to B”, or an empty string.

    Examples
    --------
    >>> line = "寿命从35岁上升至77岁"
    >>> end_of(line, 3, 6), end_of(line, 9, 12), end_of("寿命为77岁", 3, 6)
    ('first', 'last', '')
    """
    before = line[max(0, start - 90) : start]
    if FIRST.search(before) and GOES_ON.match(line, end):
        return "first"
    return "last" if LAST.search(before) else ""


def settled(line: str, place: tuple[int, int], when: str, change: bool, percent: bool) -> str:
    """Return the period of a number of a line, given the one that was read for it.

    Parameters
    ----------
    line : str
    place : (int, int)
        Where the number is.
    when : str
    change : bool
        Whether the number says by how much something changed.
    percent : bool
    """
    side, span = end_of(line, *place), SPAN.fullmatch(when)
    if side and span:
        return span[1] if side == "first" else span[2]
    touched = re.search(r"(?:(?:从|由)|\bfrom )[^，。；,;]{0,12}(?:19|20)\d\d", line[max(0, place[0] - 16) : place[0]])
    known = touched or DATED.match(line, place[1]) or REVISED.search(line[max(0, place[0] - 60) : place[0]])
    if side == "first" and not known:
        return ""  # only where it ended is known
    since = re.search(r"\b[Ss]ince\b", line[max(0, place[0] - 60) : place[1] + 60])
    if span and percent and not change and not since and not OVER.search(line[max(0, place[0] - 20) : place[0]]):
        return span[2]
    return when


def of_a_day(base: str, found: tuple[str, str]) -> tuple[str, str]:
    """Return the period of a number with its place; none for what is of one day where another sentence names longer.

    Examples
    --------
    >>> of_a_day("涨幅", ("2023-10/2023-12", "paragraph")), of_a_day("涨幅", ("2023-10-09", "paragraph"))
    (('', ''), ('2023-10-09', 'paragraph'))
    """
    when, where = found
    other = where == "paragraph" and DAILY.fullmatch(base) and not re.fullmatch(r"\d{4}-\d\d-\d\d", when)
    return ("", "") if other else found


def before_it(line: str, found: Sequence[When], first: int) -> str:
    """Return the span of years that the sentence before names last, for the growth of one that names no time."""
    last = next(
        (one for one in reversed(found) if one.end <= first and not one.aside and not MEAN.match(line, one.end)), None
    )
    if last is None or not SPAN.fullmatch(last.period):
        return ""
    return last.period if len(re.findall(r"[。！？]|[.!?]\s", line[last.end : first])) == 1 else ""


def from_now(when: str, this: int, line: str) -> str:
    """Return the period of a change that a year ahead ends, which begins in `this` year.

    Examples
    --------
    >>> from_now("2030", 2024, "Demand will grow 5% by 2030."), from_now("2025", 2024, "Demand will grow 5% in 2025.")
    ('2024/2030', '2025')
    """
    later = re.fullmatch(r"\d{4}", when) and int(when) > this
    by = HAN.search(line) or re.search(rf"\bby (?:the (?:year|end of) )?{when}\b", line)
    return f"{this}/{when}" if later and by else when
