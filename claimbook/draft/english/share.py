"""What an English share is of: 66 percent of revenue; 87 percent of women had one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.phrase import (
    TIME,
    Word,
    in_phrase,
    low_at,
    noun_right,
    phrase_right,
    skip_left,
    text_of,
)
from claimbook.draft.english.subject import Memory, reading_of
from claimbook.draft.english.words import LINKS, OTHER_VERBS, SAYS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

RATES = re.compile(
    r"(?i)\b(?:rate|share|percentage|proportion|ratio|margin|growth|yield|odds|chance|risk|turnout|portion|probability|inflation|unemployment"
    r"|approval|support|prevalence)s?$"
)
PEOPLE = re.compile(
    r"(?i)\b(?:people|adults|women|men|children|consumers|households|families|\w+(?:ers|ors|ans|ists|ents|ants))\b"
)
IS_PART = frozenset(
    "for up about make makes made represent represented represents produced provide provides provided generated comprised constitute constitutes "
    "to from is are was were held holds own owned owns hold spent spend spends".split()
)
DOES = LINKS | OTHER_VERBS | SAYS | {"have", "has", "had", "do", "did", "who"}


def part_of(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share: 66 percent of revenue; 87 percent of women had one; one in 35 Americans is at risk."""
    at = index + 1
    if mention.unit != "percent" or (mention.kind == "change" and low_at(words, at) != "of"):
        return None
    if memory.among and low_at(words, at) in LINKS | OTHER_VERBS:
        does = _does(words, at, memory.among)
        return reading_of(f"share of {memory.among} {does}", memory.among) if does else None
    if RATES.search(noun := noun_right(words, at + 2 * (low_at(words, at) == "or"))):  # 10% or higher risk
        return reading_of(noun)
    in_words = " in " in mention.exact and at < len(words) and in_phrase(words[at])
    return _of(words, index, at + (not in_words)) if in_words or low_at(words, at) == "of" else None


def _of(words: Sequence[Word], index: int, start: int) -> Reading | None:
    """Read a share of what a noun phrase names: by what is said of it, or as a part of it."""
    while low_at(words, start) in ("the", "all", "its", "their", "a", "our"):
        start += 1
    end = phrase_right(words, start)
    if low_at(words, end) == "of":
        end = max(end, phrase_right(words, end + 1))
    whole = text_of(words, start, end)
    if not whole:
        return None
    if low_at(words, skip_left(words, index - 1)) in IS_PART:
        return reading_of(f"share of {whole}")
    does = _does(words, end, whole)
    return reading_of(f"share of {whole} {does}", whole) if does else None


def _does(words: Sequence[Word], start: int, whole: str) -> str:
    """Return what a share of something does, up to the end of the clause: who had one or more risk factors."""
    done = low_at(words, start).endswith(("ed", "built", "sold", "made"))
    if done and low_at(words, start + 1) in ("in", "by", "on", TIME):  # capacity built in 2019 uses coal
        start += 1 + (low_at(words, start + 1) != TIME)
        start += low_at(words, start) == TIME
    end = start
    while end < len(words) and words[end].word not in (",", ";", "—", "–", ":", "”", "“") and end - start < 10:
        if words[end].figure:
            end = end if end >= start + 4 else start
            break
        end += 1
    if end < start + 2 or words[start].low not in DOES:
        return ""
    text = " ".join(one.word for one in words[start:end] if one.word != TIME)
    return text if text.startswith("who ") else f"{'who' if PEOPLE.search(whole) else 'that'} {text}"
