"""What an English number is the change of: rose 35 percent to $1.25 billion; down 80% since 2001."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.phrase import TIME, Word, lows, phrase_left, skip_left, text_of
from claimbook.draft.english.subject import Memory, metric_of, reading_of, subject_of
from claimbook.draft.english.words import ADVERBS, DOWN, LINKS, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

BETWEEN = frozenset(
    "( ) to or by from more per share diluted slightly sharply a year and in quarter’s quarter's same period year’s year's prior earlier ago half "
    "the of previous record".split()
) | {TIME}


def changed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after a verb of change."""
    behind = lows(words, index - 5, index)
    if mention.unit == "percent" and "from" in behind and {"up", "down"} & set(lows(words, index - 7, index)):
        same = memory.readings and memory.readings[-1][0].unit == mention.unit
        return replace(memory.last, says="") if same else None
    at = skip_left(words, index - 1)
    to = at >= 0 and words[at].low == "to"
    source = "from" in behind and "to" not in behind[behind.index("from") :]
    verb = _verb(words, at, to or source, 18 if source else 6)
    if verb is None:
        return None
    subject, noun = _noun(words, verb, memory)
    if not noun:
        return None
    noun = "share price" if noun in ("shares", "stock", "share") else noun
    kind = "increase" if words[verb].low in UP else "decrease"
    return reading_of(noun, subject) if to or source else reading_of(f"{kind} in {noun}", subject, noun, kind)


def _verb(words: Sequence[Word], at: int, leads: bool, most: int) -> int | None:
    """Return the index of the verb of change before a number, or None where something else is in between."""
    if at >= 0 and words[at].low in ("to", "by", "from", "as"):
        at = skip_left(words, at - 1)
    for place in range(at, max(-1, at - most), -1):
        if words[place].low in UP or words[place].low in DOWN:
            return place
        if not words[place].figure and words[place].low not in BETWEEN and not (words[place].word == "," and leads):
            return None
    return None


def _noun(words: Sequence[Word], verb: int, memory: Memory) -> tuple[str, str]:
    """Return subject and noun of what changes: before the verb, of the verb before, or what was measured last."""
    first = verb
    while first > 0 and (
        words[first - 1].low in LINKS | ADVERBS or words[first - 1].low in ("has", "have", "had", "to")
    ):
        first -= 1
    before = words[first - 1].low if first else ""
    if before in ("and", "but", "or", ","):
        start, end = subject_of(words, first - 1)
    else:
        start, end = phrase_left(words, first, direct=True)
        if not text_of(words, start, end):
            start, end = phrase_left(words, first)
    noun = text_of(words, start, end)
    return metric_of(noun, start == 0) if noun else (memory.last.subject, memory.last.base)
