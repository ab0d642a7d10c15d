"""The period of a number: of the times that its clause, sentence, paragraph or heading names, the one that dates it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimbook.draft import ends
from claimbook.draft.calendar import steps_back
from claimbook.draft.chinese import when as when_zh
from claimbook.draft.english import when as when_en
from claimbook.draft.sentences import sentences
from claimbook.draft.when import When
from claimbook.language.phrase import HAN

SENTENCES = re.compile(r"[。！？；;\n]|[.!?](?=[\s”\"])")  # of a Chinese text
CLAUSES = re.compile(r"[，。；：！？,;:!?\n（）()—](?!\d)|(?<=\s)[-–](?=\s)|\b(?:and|but|while|whereas|up|down)\b")
LINKED = re.compile(r"[\s的为是约达近超过仅至到占在（(]*(?:人民币)?约?|,?\s(?:of|was|at|it was)?\s?")
OR = re.compile(r"^,? or [^,.;]{1,30},")  # $5 million, or 10 cents per share, in the three months
OWN = re.compile(r"(?:[’']s)?:?(?: \w+[’']s)? \(?")
AFTER = re.compile(
    r"\)?(?:\s(?:per|a)\s[\w ]{1,14}?)?(?:\s\([^()]{1,24}\))?"
    r"\s(?:set |seen |sold |won |\w+ed )?(?:in|of|for|during|on|at)?\s?(?:the\s)?"
    r"(?:same\s\w+\s(?:of|in)?\s?)?(?:the\s)?"
)
NOW = re.compile(  # dates its own sentence only
    r"目前|如今|现在|当前|眼下|(?:\d{1,2}|[一二三四五六七八九十两]+)年之?前"
    r"|(?i:(?:over|in|during|for) the (?:past|last) |the (?:previous|prior) "
    r"|\w+ (?:years|decades) ago|last (?:week|month)[’']s)"
)
FROM_TO = re.compile("(?<![自])由$")  # what something rose from is no time of what follows
FROM = re.compile("[从由](?!于)(?=[^从由]*$)")  # the last one before a number
SAME_TIME, COMPARED = re.compile("[去上]年同期"), re.compile("的?[^，。；]{0,12}?(?:相比|[增下]|上升|减少)")
RATIO = re.compile("(?:恢复[至到]|相当于)$")  # of what was at another time
FORECAST = re.compile(r"(?:预计|预测|预期|有望|计划|力争|目标)[^。；]{0,6}$|(?i:\bby(?: the end of)?\s)$")


def times(text: str, today: date | None, known: int = 0, last: str = "") -> list[When]:
    """Return the times that a paragraph names, in its language; the year is `known` from the text before."""
    return when_zh.times(text, today, known, last) if HAN.search(text) else when_en.times(text, today)


def period_at(text: str, found: Sequence[When], start: int, end: int, today: date | None) -> tuple[str, str]:
    """Return the period of the number at a place of a paragraph, and where it was read; both empty where none is.

    Examples
    --------
    >>> text = "2022年销量为5万辆。去年7月为1万辆，比2021年多。"
    >>> found = times(text, date(2024, 3, 1))
    >>> [period_at(text, found, text.index(words), text.index(words) + 3, None) for words in ("5万辆", "1万辆")]
    [('2022', 'clause'), ('2023-07', 'clause')]
    """
    is_zh = bool(HAN.search(text))
    first, last = _sentence(text, start, end, is_zh)
    opens = max((match.end() for match in CLAUSES.finditer(text, first, start)), default=first)
    stop = CLAUSES.search(text, end)
    closes = min(last, stop.start() if stop else last)
    inside = [one for one in found if first <= one.start and one.end <= last]
    if is_zh and (head := _year_before(text, inside, opens, start)):
        return head.period, "clause"
    inside = _without_the_first(text, inside, first, (start, end)) if is_zh else inside
    if not is_zh and (
        touching := [one for one in inside if one.start >= end and AFTER.fullmatch(text, end, one.start)]
    ):
        return touching[0].period, "clause"
    if touching := [one for one in inside if _touches(text, one, start, end)]:
        return touching[-1].period, "clause"
    dated = [one for one in inside if not one.aside and not (is_zh and FROM_TO.search(text[: one.start]))]
    clause = [one for one in dated if opens <= one.start and one.end <= (start if is_zh else closes)]
    if clause:
        return _nearest(clause, start, end).period, "clause"
    before, after = [one for one in dated if one.end <= start], [one for one in dated if one.start >= end]
    if before:
        return before[-1].period, "sentence"
    if after and "," not in OR.sub("", text[end : after[0].start]) and (not is_zh or after[0].end <= closes):
        return after[0].period, "sentence"
    so_far = [one for one in found if one.end <= first]
    carried = [one.period for one in so_far if _carries(text, one, today) or (is_zh and _goes_on(text, one, first))]
    return (_carried(carried, None if is_zh else today), "paragraph") if carried else ("", "")


def _goes_on(text: str, one: When, first: int) -> bool:
    """Return whether a span of years dates what follows in the same sentence after a semicolon."""
    return "/" in one.period and not one.aside and not re.search("[。！？\n]", text[one.end : first])


def _carried(periods: Sequence[str], today: date | None) -> str:
    """Return the period that goes on: the last one, unless that is only what a recent one is set against."""
    return max((one for one in periods if steps_back(one, periods[-1], today)), default=periods[-1])


def _without_the_first(text: str, inside: Sequence[When], first: int, spot: tuple[int, int]) -> list[When]:
    """Return times without the one that dates the other end of “from A to B”."""
    begun = FROM.search(text, first, spot[0]) if ends.end_of(text, *spot) == "last" else None
    return [one for one in inside if not begun or one.start != begun.end() or one.end >= spot[0] - 1]


def _year_before(text: str, inside: Sequence[When], opens: int, start: int) -> When | None:
    """Return the same time a year before, where the clause of a number begins with it: 而去年同期亏损5亿元."""
    heads = (one for one in inside if one.period and SAME_TIME.fullmatch(text, one.start, one.end))
    return next((one for one in heads if one.end <= start and not COMPARED.match(text, one.end)
                 and (opens <= one.start or one.end == opens - 1)
                 and re.search("(?:^|[，；。：、\n（(])(?:而|但)?在?$", text[: one.start])), None)  # fmt: skip


def _sentence(text: str, start: int, end: int, is_zh: bool) -> tuple[int, int]:
    """Return where the sentence of a number starts and ends."""
    if not is_zh:
        return next((one for one in sentences(text) if one[0] <= start < one[1]), (0, len(text)))
    first = max((match.end() for match in SENTENCES.finditer(text, 0, start)), default=0)
    stop = SENTENCES.search(text, end)
    return first, stop.start() if stop else len(text)


def _touches(text: str, one: When, start: int, end: int) -> bool:
    """Return whether a time is right before a number, as its own, and not as what the number is a multiple of."""
    link = LINKED if not one.aside or HAN.search(text) else OWN
    linked = one.end <= start and link.fullmatch(text, one.end, start) is not None
    return linked and not RATIO.search(text, 0, one.start) and not text[start:end].endswith("倍")


def _nearest(found: Sequence[When], start: int, end: int) -> When:
    """Return the time nearest to a number; of two as near, the one before it."""
    return min(found, key=lambda one: (start - one.end) if one.end <= start else (one.start - end) + 1)


def _carries(text: str, one: When, today: date | None) -> bool:
    """Return whether a time dates what the next sentences say: no span of years, and nothing that lies ahead."""
    since = text[one.start : one.start + 6].lower() == "since "
    lasts = not since and not re.match(r"\d{4}/", one.period) and not NOW.match(text, one.start, one.end)
    return lasts and not one.aside and not ahead(text, one, today)


def ahead(text: str, one: When, today: date | None) -> bool:
    """Return whether a time lies ahead of the article, or is one of a forecast."""
    begins = one.period.partition("/")[0]
    later = today is not None and begins[:4].isdecimal() and begins > str(today)[: len(begins)]
    part = re.search(r"\d{4}-\d\d$", one.period) if today and HAN.search(text) else None  # of a quarter, its last month
    later = later or bool(part and today and part[0] > str(today)[:7])
    return later or bool(FORECAST.search(text[max(0, one.start - 16) : one.start]))
