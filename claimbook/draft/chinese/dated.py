"""A period as a Chinese text names it, for the statement of a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.chinese.when import UNTIL
from claimbook.draft.periods import period_zh
from claimbook.draft.when import When

RELATIVE = re.compile(r"今年|去年|前年|上年|本年|明年")
UNTIL_NOW = re.compile("截[至止]|累计|现有|目前|已(?!经发布)")
PARTIAL = re.compile(r"^(?:[一二三四]|[上下](?=半年)|前|首|第|\d{1,2}(?:月|[-—－~至]))")


def on_the_day(period: str) -> str:
    """Write a period in Chinese; of a day, what was on it, and not up to it.

    Examples
    --------
    >>> on_the_day("2023-07-28"), on_the_day("2018-12-31")
    ('2023年7月28日', '截至2018年底')
    """
    return re.sub(r"^截至(?=\d{4}年\d+月)", "", period_zh(period))


def when_said(line: str, number: int, period: str, times: Sequence[When]) -> str:
    """Return the period of a number as its line names it, with its year; a part of a sentence that goes in front.

    Parameters
    ----------
    line : str
    number : int
        Where the number starts.
    period : str
    times : list of When
        Of the line.
    """
    known = [one for one in times if one.period == period and one.start <= number and not one.aside]
    if not known or not period:
        return period_zh(period) if UNTIL_NOW.search(line[:number]) else on_the_day(period)
    last = known[-1]
    since = "以来" if line.startswith("以来", last.end) else ""
    until = UNTIL.match(line, last.end)
    says = named(line[last.start : last.end], line[: last.start], period) + since + (until[0] if until else "")
    return re.sub(r"(?<=\d月)份", "", says)


def named(words: str, before: str, period: str) -> str:
    """Return a time as a text names it, with its year: 截至2022年6月底.

    Examples
    --------
    >>> named("6月底", "截至", "2022-06"), named("今年上半年", "", "2018-01/2018-06"), named("7月28日", "", "2023-07-28")
    ('截至2022年6月底', '2018年上半年', '2023年7月28日')
    """
    year, words = period[:4], re.sub(r"\s", "", words)
    if re.match("(?:党的)?[十二改新].*以来$", words):
        return words  # 党的十八大以来
    says = RELATIVE.sub(f"{year}年", words)
    says = f"{year}年{says}" if PARTIAL.match(says) else says
    if not re.match(r"(?:19|20)\d\d年", says):
        return period_zh(period) if UNTIL_NOW.search(before) else on_the_day(period)
    return ("截至" if re.search("截[至止]$", before) else "") + says
