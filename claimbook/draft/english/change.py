"""What an English number is the change of: rose 35 percent to $1.25 billion; down 80% since 2001."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import group_start, subject_before, verb_before
from claimbook.draft.english.phrase import TIME, Word, in_phrase, low_at, lows, phrase_left, skip_left, text_of
from claimbook.draft.english.subject import Memory, metric_of, reading_of, subject_of
from claimbook.draft.english.words import DOWN, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

BETWEEN = frozenset(
    "( ) to or by from more per share diluted slightly sharply a year and in quarter’s quarter's same period year’s year's prior earlier ago half "
    "the of previous record".split()
) | {TIME}


LOWERS = frozenset(
    "lower lowers lowered reduce reduces reduced trim trims trimmed slash slashes slashed lowering reducing cutting".split()
)
RAISES = LOWERS | frozenset(
    "raise raises raised boost boosts boosted lift lifts lifted push pushed pushes hike hiked raising".split()
)
BRINGS = frozenset("bringing taking pushing putting leaving making sending".split())


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
        return _made(words, at, mention, memory)
    subject, noun = _noun(words, verb, memory)
    if not noun:
        return None
    noun = "share price" if noun in ("shares", "stock", "share") else noun
    kind = "increase" if words[verb].low in UP else "decrease"
    return reading_of(noun, subject) if to or source else reading_of(f"{kind} in {noun}", subject, noun, kind)


def _made(words: Sequence[Word], at: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number to or by which somebody changes something: raise the target range for the rate by 1/4 point."""
    joint, verb = low_at(words, at), verb_before(words, at)
    if joint not in ("to", "by", "from") or verb is None or any(one.figure for one in words[verb:at]):
        return None
    low = words[verb].low
    if low in BRINGS and memory.last.base:
        return replace(memory.last, metric=memory.last.base, change="", says="", metric_from="sentence")
    noun = text_of(words, verb + 1, at)
    if low not in UP | DOWN | RAISES or not noun or not in_phrase(words[at - 1]):
        return None
    kind = "decrease" if low in DOWN or low in LOWERS else "increase"
    who = subject_before(words, verb)
    return reading_of(noun, who) if joint != "by" else reading_of(f"{kind} in {noun}", who, noun, kind)


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
    first = group_start(words, verb)
    before = words[first - 1].low if first else ""
    if before in ("and", "but", "or", ","):
        start, end = subject_of(words, first - 1)
    else:
        start, end = phrase_left(words, first, direct=True)
        if not text_of(words, start, end):
            start, end = phrase_left(words, first)
    noun = text_of(words, start, end)
    return metric_of(noun, start == 0) if noun else (memory.last.subject, memory.last.base)
