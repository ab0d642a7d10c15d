"""Years and names that a Chinese clause lists, and the numbers that it gives to them “respectively”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.mention import Mention

RESPECTIVELY = re.compile("分别|依次")
SPAN = re.compile(r"(\d{4})/(\d{4})")
CLAUSE = "，。；：,;:\n"
JOINED = re.compile("[、和及与]|以及")


def aligned(line: str, found: Sequence[When], mention: Mention, others: Sequence[Mention]) -> str:
    """Return the period of a number of a list that is as long as the list of years before it; else an empty string.

    Parameters
    ----------
    line : str
    found : list of When
        The times of the line.
    mention : Mention
    others : list of Mention
        The other claims of the line.
    """
    listed = _listed(line, sorted([mention, *others], key=lambda one: one.start), mention)
    start = max(line.rfind(mark, 0, listed[0].start) for mark in CLAUSE) + 1
    between = line[start : listed[0].start]
    if len(listed) < 2 or not RESPECTIVELY.search(between):
        return ""
    dated = [one for one in found if one.end <= listed[0].start and one.period]
    times = [one for one in dated if start <= one.start]
    if not times:  # the years are in front: 2020年至2022年，该公司分别取得…；同期亏损分别为…
        sentence = line.rfind("。", 0, start) + 1
        times = [one for one in dated if sentence <= one.start][-len(listed) :]
    at = listed.index(mention)
    close = all(JOINED.fullmatch(line[one.end : two.start]) for one, two in pairwise(times))
    if len(times) == len(listed) and close:
        return times[at].period
    span = SPAN.fullmatch(times[-1].period) if times else None
    return str(int(span[1]) + at) if span and int(span[2]) - int(span[1]) + 1 == len(listed) else ""


def _listed(line: str, numbers: Sequence[Mention], mention: Mention) -> list[Mention]:
    """Return the numbers that one is listed with, in their order."""
    at = numbers.index(mention)
    first = last = at
    while first and JOINED.fullmatch(line[numbers[first - 1].end : numbers[first].start]):
        first -= 1
    while last + 1 < len(numbers) and JOINED.fullmatch(line[numbers[last].end : numbers[last + 1].start]):
        last += 1
    return list(numbers[first : last + 1])


def one_each(reading: Reading, which: int, count: int) -> Reading:
    """Return a reading of a list of numbers with its own of as many names: 甲、乙、丙居前，分别实现收入3、2、1亿元.

    Examples
    --------
    >>> one_each(Reading(subject="美的、格力"), 1, 2).subject, one_each(Reading(subject="美的、格力"), 1, 3).subject
    ('格力', '')
    """
    names = reading.subject.split("、")
    if len(names) == 1:
        return reading
    return replace(reading, subject=names[which] if len(names) == count else "")
