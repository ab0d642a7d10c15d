"""Phrases of Chinese words: what is before a number, and what is after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import CLOSED, FIGURE, clause_start
from claimbook.draft.chinese.divide import BEFORE_MEASURES, joined
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.lexicon import lexicon

AFTER = (t.NOUN, t.NAME, t.ADJECTIVE, t.OF, t.NUMBER)
PARTS = (t.NOUN, t.NAME, t.ADJECTIVE, t.OF, t.PLACE, t.NUMBER, t.AND, t.PRONOUN)  # what a noun phrase is made of
SKIPPED = (t.LINK, t.ADVERB, t.TIME)
SHARE = ("占", "占据", "占到", "约占")
TOTALS = (
    "平均",
    "最高",
    "最低",
    "累计",
    "合计",
    "总计",
    "共计",
    "实际",
)  # said of the number where nothing follows them
LEVEL = ("攀升至", "增至", "升至", "涨至", "降至", "跌至", "减至", "跌破")
EMPTY_NOUNS = frozenset(
    "人 者 纪录 记录 新高 指标 数据 情况 报告 方面 时候 时间 结果 消息 记者 来源 目前 其中 水平 范围 上述 此 过程 同时 左右 期间 部分 总体 整体 内容 问题 特征 原因 "
    "研究 表示 显示 这一数据 一个 一种 个 种 次 名 位 家 项 大 前 后 上 下 中 内 口径 单位 截至 年 月 日 背后 未来 过去 基础 意义 季度 单季 月度 关口 大关".split()
)
CHANGES = (
    "增速",
    "增幅",
    "涨幅",
    "降幅",
    "跌幅",
    "增长率",
    "年增速",
    "复合增长率",
    "年复合增长率",
    "年均复合增长率",
    "年均增长率",
    "年均增速",
    "下降幅度",
    "增长幅度",
    "上涨幅度",
    "幅度",
)


class Phrase(NamedTuple):
    """What is read before a number.

    Parameters
    ----------
    words : tuple of Token
        The noun phrase, empty where the clause has none.
    change : str
        The verb of change, such as 增长; empty for a level.
    basis : str
        What a change is against, as printed.
    verb : str
        The verb whose object the noun phrase is.
    whole : str or None
        Of a share, what it is a part of; None where it is not said to be a share.
    start : int
        Index of the first token of the phrase, or of where the search ended.
    """

    words: tuple[Token, ...] = ()
    change: str = ""
    basis: str = ""
    verb: str = ""
    whole: str | None = None
    start: int = 0

    @property
    def text(self) -> str:
        """The words of the noun phrase as one."""
        return joined(self.words)


@dataclass
class _Walk:
    """A walk from a number to the left, to the noun phrase that it is said of."""

    words: Sequence[Token]
    index: int
    first: int
    change: str = ""
    basis: str = ""
    whole: str | None = None
    arrived: bool = False

    def step(self, at: int) -> int | None:
        """Read one word that is not a part of the noun phrase; return the next, or None where the walk ends."""
        token = self.words[at]
        if token.kind == t.POINT:
            opened = _opening(self.words, at, self.first)
            return None if opened is None else opened - 1
        if token.kind == FIGURE and not _goes_on(self.words, at):
            return None
        if token.kind == t.CHANGE and not self.arrived:
            if self.change:
                return None
            self.arrived = token.word in LEVEL or _goes_to(self.words, at, self.index)
            self.change = "" if self.arrived else token.word
        elif token.word in ("实际", "名义") and self.change:
            self.change = "实际" + self.change if token.word == "实际" else self.change
        elif token.kind == t.BASIS:
            dated = self.words[at + 1].kind in (t.TIME, t.PLACE)
            self.basis = self.basis or joined(self.words[at : at + 1 + dated])
        elif token.word in SHARE and self.whole is None:
            self.whole = ""
        return at - 1

    def passes(self, at: int) -> bool:
        """Return whether a word is passed on the way to the noun phrase."""
        token, before_it = self.words[at], self.words[at - 1] if at > self.first else None
        if token.kind == t.OF:
            return before_it is not None and (before_it.kind == t.TIME or before_it.word == "同期")
        if token.kind == t.AND:
            return before_it is not None and before_it.kind == FIGURE
        passed = (*SKIPPED, t.POINT, FIGURE, t.CHANGE, t.BASIS)
        return (
            token.kind in passed
            or token.word in TOTALS
            or (token.kind == t.NUMBER and token.word in ("第", "年", "个"))
        )


def before(words: Sequence[Token], index: int) -> Phrase:
    """Read what is before a number in its clause."""
    walk = _Walk(words, index, clause_start(words, index))
    at: int | None = index - 1
    while at is not None and at >= walk.first:
        if walk.passes(at):
            stop, at = at, walk.step(at)
            if at is None:
                return Phrase((), walk.change, walk.basis, "", walk.whole, stop + 1)
            continue
        run = _run(words, walk.first, at)
        start = run[0] if run else 0
        ahead = words[start - 1] if run and start > walk.first else None
        if run and ahead and walk.whole is None and ahead.word in SHARE and not walk.change:
            walk.whole, at = joined(words[start : run[1]]), start - 2
        elif run and ahead and ahead.kind == FIGURE and not lexicon().measure(words[at].word):
            return Phrase((), walk.change, walk.basis, "", walk.whole, at + 1)  # what another number counts
        elif run:
            verb = ahead.word if ahead and ahead.kind == t.VERB else ""
            return Phrase(tuple(words[start : run[1]]), walk.change, walk.basis, verb, walk.whole, start)
        else:
            return Phrase((), walk.change, walk.basis, _verbs(words, walk.first, at), walk.whole, at)
    return Phrase((), walk.change, walk.basis, "", walk.whole, walk.first)


def _goes_to(words: Sequence[Token], at: int, index: int) -> bool:
    """Return whether a change leads to the number: 下滑至5190万台, 从54.9%提高到58.8%."""
    between = words[at + 1 : index]
    last = max((place for place, one in enumerate(between) if one.kind == FIGURE), default=-1)
    return any(one.word in ("至", "到", "为") for one in between[last + 1 :])


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Return whether what is after a number leads from it to another one, so that both are of one thing."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if following.word in ("(", "（"):
        return True
    return following.kind in (t.AND, t.CHANGE) or following.word in ("至", "到", "升至", "降至")


def _opening(words: Sequence[Token], at: int, first: int) -> int | None:
    """Return where a bracket before a number was opened; the mark itself for quotation marks; None for any other."""
    word = words[at].word
    if word.strip() == "" or word in "“”\"'‘’《》":
        return at
    mark = next((CLOSED[one] for one in CLOSED if one in word), None)
    while mark and at > first:
        at -= 1
        if mark in words[at].word:
            return at
    return None


def _run(words: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Return the first index of the noun phrase that ends at a word, and one past its last."""
    if words[last].kind not in PARTS:
        return None
    start = last
    while start > first and _belongs(words, start - 1, first):
        start -= 1
    end = last + 1
    while start < end and words[start].kind in (t.OF, t.AND, t.PLACE, t.NUMBER):
        start += 1
    while end > start and words[end - 1].kind in (t.OF, t.AND, t.PLACE):
        end -= 1
    has_noun = any(one.kind in (t.NOUN, t.NAME) for one in words[start:end])
    return (start, end) if has_noun else None


def _belongs(words: Sequence[Token], at: int, first: int) -> bool:
    """Return whether a word is a part of the noun phrase that begins after it."""
    token, following = words[at], words[at + 1]
    if token.word in BEFORE_MEASURES and following.kind in (t.NOUN, t.VERB):
        return True
    if token.kind == t.BASIS:
        return following.word in CHANGES
    if token.kind == t.OF:
        return at > first and words[at - 1].kind in (t.NOUN, t.NAME, t.ADJECTIVE, t.PRONOUN, t.PLACE, t.POINT)
    if token.kind == t.POINT:
        return token.word in '“”《》"' and following.kind != t.POINT
    if token.kind == t.AND:
        return at > first and words[at - 1].kind in (t.NOUN, t.NAME)
    if token.kind == t.VERB:
        noun = at > first and words[at - 1].kind in (t.NOUN, t.NAME)
        return noun and len(token.word) == 2 and following.word in lexicon().english
    return token.kind in PARTS


def _verbs(words: Sequence[Token], first: int, at: int) -> str:
    """Return the verbs right before a number, such as 减税降费, with the nouns before them."""
    end = at + 1
    while at >= first and words[at].kind in (t.VERB, t.NOUN):
        at -= 1
    return joined(words[at + 1 : end])


def after(words: Sequence[Token], index: int) -> tuple[Token, ...]:
    """Return the noun phrase right after a number: what is counted, or what is of that size."""
    at = index + 1
    while at < len(words) and words[at].word in ("以上", "左右", "以下", "多", "余"):
        at += 1
    start = at
    while at < len(words) and at - start < 9 and (words[at].kind in AFTER or _held_verb(words, at, start)):
        at += 1
    while at > start and words[at - 1].kind in (t.OF, t.ADJECTIVE, t.NUMBER):
        at -= 1
    return tuple(words[start:at])


def _held_verb(words: Sequence[Token], at: int, start: int) -> bool:
    """Return whether a verb is between two nouns of one phrase: 农业转移人口."""
    inside = start < at < len(words) - 1 and words[at].kind == t.VERB and words[start].kind != t.OF
    return inside and words[at + 1].word in lexicon().english
