"""Ratios of what a Chinese number measures to something else, or to what it was at another time."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import clause_start
from claimbook.draft.chinese.divide import divided, joined
from claimbook.draft.chinese.inherit import last
from claimbook.draft.chinese.memory import LONGEST, Place
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.reading import Reading

NOUNS = (t.NOUN, t.NAME, t.OF, t.ADJECTIVE, t.PLACE)
OF_TWO = re.compile(r"([\u4e00-\u9fff]{2,10})[与和同]([\u4e00-\u9fff]{2,10})之比")
RATIO = re.compile(r"[\d.]+\s?[:：]\s?[\d.]+")


def between(at: Place) -> Reading | None:
    """Read one number to another by the two that are compared: 进口量与国内产量之比由1.3:1扩大到2.2:1."""
    found = OF_TWO.findall(joined(at.words[: at.index])) if RATIO.fullmatch(at.mention.exact) else []
    if not found:
        return None
    metric = f"{found[-1][0]}与{found[-1][1]}之比"
    return with_subject(at, Reading(metric, "", metric, "", "sentence"))


def restored(at: Place) -> Reading | None:
    """Read a share of what was at another time: 恢复至2019年同期的88.6%."""
    before = joined(at.words[max(0, at.index - 8) : at.index])
    found = re.search(r"(?:恢复[至到]|相当于)((?:20\d\d年|去年|上年)[^，。；]{0,8}?)的$", before)
    known = last(at) if found and at.mention.unit == "percent" else Reading()
    if not found or not known.base:
        return None
    base = f"{known.base}相当于{found[1]}的比例"
    return replace(known, metric=base, base=base, change="", metric_from="sentence")


def compared(at: Place) -> Reading | None:
    """Read a ratio to something else: 死亡率是不吸烟者的8倍."""
    words, index = at.words, at.index
    if at.mention.unit not in ("percent", "times") or index < 4 or words[index - 1].kind != t.OF:
        return None
    first, verb = clause_start(words, index), index - 2
    while verb > first and words[verb].word not in ("是", "为", "相当于"):
        verb -= 1
    other = joined(words[verb + 1 : index - 1])
    start = verb
    while start > first and words[start - 1].kind in NOUNS:
        start -= 1
    subject, base = divided(words[start:verb], at.book) if start < verb else ("", "")
    if not base or not 0 < len(other) < LONGEST:
        return None
    return with_subject(at, Reading(f"{base}与{other}之比", subject, base, "", "clause"))
