"""The words of a claim that neither a series nor an operation explains: each may restrict what is meant."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from claimbook.find.passage import tokens
from claimbook.language.phrase import HAN
from claimbook.series.ages import AGES, ages
from claimbook.series.series import Series
from claimbook.series.wanted import synonyms

# Whose figures they are, which restricts nothing.
SOURCE = re.compile(
    r"(?i)\b(?:(?:the )?(?:World Bank|IMF|WHO|OECD|UN|United Nations|Eurostat|V-Dem|Freedom House|Varieties of Democracy|UNICEF|FAO|IEA)(?:['’]s)?"
    r"|by the (?:\w+ )?(?:index|measure|yardstick|standards?|figures|data|numbers|estimates) of)\b|(?:世界银行|世卫组织|联合国|经合组织)的?"
)
EXPLAINED = 0.4  # which part of what titles call it a title must hold, so that words are read
WORD = re.compile(r"[^\W\d_]+")
# What Chinese says besides the metric: operations, numbers, places of the speaker.
NEUTRAL = re.compile(
    r"[的了在是年月日和与及比较为有达到至从自由以来以上以下之间超过低于高于不到大约约近多少仅只已经曾将再也都还又且并但而其这那个"
    r"增长加减上升下降涨跌回落翻番倍连续逐持最高低多少大小第一二三四五六七八九十百千万亿半成分点以内占比重例全球世界各国家居首位排名"
    r"所每人均总量数率水平目前现如今去今前后来间时期去年本我们们中国"
    r"发生见顶峰值以上、，。；：！？“”（）()\s]+"
)


def unread(text: str, series: Series) -> list[str]:
    """Return the words of the metric that a series is not of.

    Parameters
    ----------
    text : str
        The claim without its places, years and numbers.
    series : Series

    Examples
    --------
    >>> rate = Series("x", "Unemployment rate", "", "%", "", (), {})
    >>> unread("Joblessness among miners has fallen.", rate), unread("失业率下降了", rate)
    (['among', 'miners'], [])
    """
    title = frozenset(tokens(f"{series.title} {series.unit}"))
    own = title | frozenset(tokens(series.definition)) | _plain()
    spans = [(start, end) for start, end, stems in meant(text) if len(title & stems) >= EXPLAINED * len(stems)]
    spans += [match.span() for match in SOURCE.finditer(text)]
    spans += [match.span() for match in AGES.finditer(text) if _of_ages(match[0], series)]
    left: list[str] = []
    for match in WORD.finditer(text):
        if HAN.search(match[0]):
            left += _chinese(match, spans)
        elif not any(a <= match.start() and match.end() <= b for a, b in spans) and set(tokens(match[0])) - own:
            left.append(match[0])
    return left


def _of_ages(words: str, series: Series) -> bool:
    """Return whether a series is of those ages."""
    digits = {one for group in ages(words) for one in re.findall(r"\d+", group)}
    return bool(digits) and digits <= set(re.findall(r"\d+", series.title))


def _chinese(match: re.Match[str], spans: list[tuple[int, int]]) -> list[str]:
    """Return what is left of a run of Chinese without what is meant and what is neutral."""
    signs = enumerate(match[0], match.start())
    rest = "".join(sign if not any(a <= at < b for a, b in spans) else " " for at, sign in signs)
    return [part for part in NEUTRAL.split(rest) if len(part) > 1]


@lru_cache(4096)
def meant(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """Return where a text says what titles call otherwise, and the stems of what they call it."""
    return tuple((*match.span(), stems) for said, stems in _patterns() for match in said.finditer(text))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple((said, frozenset(tokens(words))) for said, words in synonyms())


@cache
def _plain() -> frozenset[str]:
    """Return the stems of words that name no metric."""
    with (Path(__file__).parent / "plain_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(stem for row in csv.DictReader(file) for stem in tokens(row["words"]))
