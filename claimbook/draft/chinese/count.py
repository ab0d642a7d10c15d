"""What a Chinese number counts: the noun after it, with what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import ENDS, FIGURE
from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.memory import LONGEST, Place
from claimbook.draft.chinese.phrase import EMPTY_NOUNS, after
from claimbook.draft.chinese.subject import PUBLISHES, with_subject
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.reading import Reading

HAS = ("有", "另有", "共有", "还有", "剩余", "其余", "布局", "开设", "拥有", "建成", "完成", "进", "铺到", "新进入", "涉及",
       "包括", "包含")  # fmt: skip
LIMITS = ("超过", "超", "突破", "逾")
KINDS = {"省": "省份", "市": "城市", "县": "县"}
HOLDERS = ("中级法院", "基层法院", "法院", "检察院", "上市公司", "公司", "企业", "银行", "城市", "行业")
SHORT = 14  # characters of what is said of what is counted, at most


def counted(at: Place) -> Reading | None:
    """Read a count by the noun after it: 134家门店."""
    following, verb = after(at.words, at.index), at.phrase.verb
    adjoins = bool(following) and following[0].start == at.words[at.index].end and following[0].kind != t.OF
    noun, end = _noun(at, following)
    if not adjoins or noun in EMPTY_NOUNS or len(noun) > LONGEST:
        return None
    if (measured := _with_measure(at, noun, end)) and not verb:
        return with_subject(at, Reading(measured, "", "", "", "clause"))
    own = "" if verb in ("", *HAS) or verb in PUBLISHES or len(verb) > 4 else verb
    does = _predicate(at.words, end) if end and not at.phrase.words and not own else ""
    metric = f"{does}的{noun}数量" if does else f"{own}{noun}数量"
    return with_subject(at, Reading(metric, "", f"{noun}数量", "", "clause"))


def _with_measure(at: Place, noun: str, end: int) -> str:
    """Return what is counted where its measure is said to move: 7家银行营业收入同比下降."""
    measure = at.book.measure(noun)
    counts = KINDS.get(at.mention.exact[-1], "")
    measure = noun if measure and counts else measure
    who, rest = noun.removesuffix(measure) or counts, at.words[end : clause_end(at.words, end)] if end else []
    does = joined(rest)
    if holder := next((one for one in HOLDERS if who.startswith(one)), ""):  # 法院新收 | 案件数
        who, measure = holder, noun.removeprefix(holder)
    moves = (
        rest
        and (rest[0].kind in (t.CHANGE, t.BASIS) or rest[0].word in LIMITS)
        and not any(one.kind == FIGURE for one in rest)
    )
    return f"{measure}{does}的{who}数量" if measure and who and moves and len(does) <= SHORT else ""


def counted_of(at: Place, subject: str) -> Reading | None:
    """Read a count of a holder by the noun after it: 沪深两市共有941家上市公司."""
    if at.mention.kind != "count" or at.phrase.change or not after(at.words, at.index):
        return None
    reading = counted(replace(at, phrase=at.phrase._replace(words=()))) or Reading()
    return replace(reading, subject=subject, subject_from="clause") if reading.metric else reading


def _noun(at: Place, following: Sequence[Token]) -> tuple[str, int]:
    """Return the noun that is counted, and the index after it where something may be said of it."""
    for place, one in enumerate(following):
        if place and one.kind == t.OF and following[place - 1].kind == t.NOUN:
            return joined(following[:place]), 0
    end = at.index + 1 + len(following)
    if at.phrase.verb:  # 设立6项专项附加扣除
        while end < len(at.words) and at.words[end].kind in (t.VERB, t.NOUN) and at.words[end].word not in PUBLISHES:
            end += 1
    return joined(at.words[at.index + 1 : end]).removesuffix("布局").removesuffix("建设"), end


def clause_end(words: Sequence[Token], index: int) -> int:
    """Return the index of the mark that ends the clause a word is in."""
    while index < len(words) and not (words[index].kind == t.POINT and any(mark in ENDS for mark in words[index].word)):
        index += 1
    return index


def _predicate(words: Sequence[Token], start: int) -> str:
    """Return what is said of the noun that was counted, up to the end of the clause, if it is short."""
    rest = words[start : clause_end(words, start)]
    if not rest or any(one.kind == FIGURE for one in rest):
        return ""
    starts = rest[0].kind in (t.VERB, t.ADVERB) or rest[0].word == "在"
    return joined(rest) if starts and len(joined(rest)) <= SHORT else ""
