"""The words around each number of a passage: of its clause, and of its item in a list that ends with “respectively”."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimbook.find.alike import names

if TYPE_CHECKING:
    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.passage import Number, Passage
    from claimbook.find.said import Said

CLAUSE = re.compile(r"[,，;；。:：()（）]|\.\s|\bwhile\b|\bbut\b")
ENDS = re.compile(rf"{CLAUSE.pattern}|\band\b|[和及]")
LINK = re.compile(r"[\s、,，]*(?:和|及|与|and|to)?[\s、,，]*(?:just\s|nearly\s|约)?")
RESPECTIVELY = re.compile(r"分别|respectively")
# The end of a list before 分别: “…、集成电路产品产量同比”, and what introduces it: “分产品看,”.
LIST_ZH = re.compile(r"[^,，。;；:：]*$")
SEPARATOR = re.compile(r"、|和|及|与|,\s(?:and\s)?|\sand\s")
ITEM_EN = r"[\w’'-]+(?:\s[\w’'-]+){0,2}?"
# What a change is against: a year before, the month or quarter before, or an average of years.
AGAINST = {
    "average": re.compile(r"(?i)[两三四五多]年平均|average annual|(?:two|three|four|five)-year average|compound"),
    "year": re.compile(
        r"(?i)同比|[比较](?:上年|去年)|year[- ](?:on|over)[- ]year|\by[/-]?o?[/-]?y\b|previous year|annual(?:ly)?\b"
        r"|a year (?:ago|earlier|before)|over (?:19|20)\d\d"
    ),
    "month": re.compile(
        r"(?i)环比|[比较](?:上月|上季|上周|\d{1,2}月)|(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)"
        r"|\bm[/-]?o?[/-]?m\b|previous (?:month|quarter|week)"
        r"|(?:from|than|over) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    ),
}
EARLIER = re.compile(
    r"(?i)(?:\b(?:from|against|versus|than)|compared (?:with|to))(?: (?:the|about|just|a|around))? ?[$€£]?$"
    r"|[由从较](?:[^，。,;；]{0,8}[年月]?的)?$"
)
SHORT = 10  # characters between two numbers that name nothing of their own, at most
WEIGHTS = {"own": 1.0, "after": 0.6, "sentence": 0.4}


def shares(claim: str, passage: Passage, every: Sequence[Said], book: Lexicon | None) -> list[float]:
    """Return of each number what share of a claim's words are around it; words that are around all count little.

    Parameters
    ----------
    claim : str
        Its subject, its metric and its population.
    passage : Passage
    every : sequence of Said
        The numbers to choose from.
    book : Lexicon, optional
    """
    around = [_around(passage, one, book) for one in every]
    wanted = names(claim, book)
    known = Counter(word for words in around for word in wanted & words.keys())
    worth = {word: math.log(1 + len(every) / count) for word, count in known.items()}
    total = sum(worth.values()) or 1.0
    return [sum(worth[word] * words.get(word, 0.0) for word in worth) / total for words in around]


def against(words: str) -> str:
    """Return what some words set a change against: ``year``, ``month``, ``average``; empty where they do not say.

    Examples
    --------
    >>> [against(words) for words in ("销量同比增长", "up 16 percent from May", "two-year average growth", "growth")]
    ['year', 'month', 'average', '']
    """
    return next((name for name, pattern in AGAINST.items() if pattern.search(words)), "")


def said_against(passage: Passage, one: Said) -> str:
    """Return what a number is set against by the words of its own; of numbers joined by “and”, of the first."""
    number, text = one.number, passage.text
    others = [two for two in passage.numbers if one.sentence[0] <= two.start < one.sentence[1]]
    before = [two for two in others if two.start < number.start]
    while before and LINK.fullmatch(text[before[-1].start + len(before[-1].words) : number.start]):
        number = before.pop()
    first = before[-1].start + len(before[-1].words) if before else one.sentence[0]
    end = number.start + len(number.words)
    after = text[end : min([one.sentence[1], *(two.start for two in others if two.start >= end)])]
    own = ENDS.split(text[first : number.start])[-1]
    return against(own) or against(ENDS.split(after, maxsplit=1)[0])


def is_earlier(passage: Passage, one: Said) -> bool:
    """Return whether a number is the one before a change: to 4.3% from 4%."""
    return bool(EARLIER.search(passage.text[max(0, one.number.start - 24) : one.number.start]))


def _around(passage: Passage, one: Said, book: Lexicon | None) -> dict[str, float]:
    """Return the words around a number, each with its weight."""
    text, start, end = passage.text, one.number.start, one.number.start + len(one.number.words)
    unit = one.number.unit
    before = [other for other in passage.numbers if one.sentence[0] <= other.start < start and other.unit == unit]
    first, last = max((other.start + len(other.words) for other in before), default=one.sentence[0]), one.sentence[1]
    following = [other.start for other in passage.numbers if other.start >= end]
    after = text[end : min([last, *following])]
    stop = ENDS.search(after)
    words = dict.fromkeys(names(text[one.sentence[0] : start], book), WEIGHTS["sentence"])
    words |= dict.fromkeys(names(after[: stop.start()] if stop else after, book), WEIGHTS["after"])
    stop = CLAUSE.search(text, first, start) if before else None
    first = stop.end() if stop and start - stop.end() >= SHORT else first  # what is before is said of the number before
    own = text[first:start] if start - first >= SHORT else text[one.sentence[0] : start]
    words |= dict.fromkeys(names(own, book) | names(one.cells.get("metric", ""), book), WEIGHTS["own"])
    if items := _listed(passage, one):
        own, others = items
        for word in names(" ".join(others), book) - names(own, book):
            words.pop(word, None)
        words |= dict.fromkeys(names(own, book), WEIGHTS["own"])
    return words


def _listed(passage: Passage, one: Said) -> tuple[str, list[str]] | None:
    """Return the item of a list that a number is of, and the other items; None where there is no such list."""
    run = _run(passage, one)
    sentence = passage.text[slice(*one.sentence)]
    if len(run) < 2 or not RESPECTIVELY.search(sentence):
        return None
    begin = run[0].start
    spoken = passage.text[one.sentence[0] : begin]
    items = _items_zh(spoken, len(run)) if "分别" in sentence else _items_en(spoken, len(run))
    place = next(at for at, number in enumerate(run) if number == one.number)
    return (items[place], items[:place] + items[place + 1 :]) if len(items) == len(run) else None


def _run(passage: Passage, one: Said) -> list[Number]:
    """Return the numbers of one unit that follow one another with nothing but “and” between, among them this one."""
    runs: list[list[Number]] = [[]]
    for number in passage.numbers:
        last = runs[-1][-1] if runs[-1] else None
        linked = (
            last
            and last.unit == number.unit
            and LINK.fullmatch(passage.text[last.start + len(last.words) : number.start])
        )
        if linked:
            runs[-1].append(number)
        else:
            runs.append([number])
    return next((run for run in runs if one.number in run), [])


def _items_zh(spoken: str, count: int) -> list[str]:
    """Return the items named last before 分别, as many as there are numbers."""
    named = LIST_ZH.search(spoken.partition("分别")[0])
    items = [item for item in SEPARATOR.split(named[0] if named else "") if item]
    return items[-count:]


def _items_en(spoken: str, count: int) -> list[str]:
    """Return the last list of so many items: “Europe and North America”."""
    between = rf",\s(?={ITEM_EN}(?:,|\sand\s))"
    pattern = rf"\b({ITEM_EN})" + rf"{between}({ITEM_EN})" * (count - 2) + r",?\sand\s((?:[A-Z][\w’'-]+\s?)+|[\w’'-]+)"
    found = list(re.finditer(pattern, spoken))
    return [item.strip() for item in found[-1].groups()] if found else []
