"""English numbers that are beside another of the same: listed with it, of another group, or its change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.amount import per_what
from claimbook.draft.english.frame import group_start, names_before, verb_before
from claimbook.draft.english.phrase import Word, low_at, noun_right, phrase_right, skip_left, text_of
from claimbook.draft.english.share import GROUP, RATES
from claimbook.draft.english.subject import OWNED, Memory, reading_of
from claimbook.draft.english.words import CHANGE_NOUNS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AGAINST = frozenset("to and , versus with than by at".split())


def of_group(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of another group than the one before: compared to 17 for blacks and 9 for Hispanics."""
    last = memory.readings[-1] if memory.readings else None
    at = index + 1
    if (
        not last
        or last[0].unit != mention.unit
        or not last[1].metric
        or low_at(words, at) not in ("for", "among", "of", "in")
    ):
        return None
    before = low_at(words, skip_left(words, index - 1))
    group = noun_right(words, at + 1, 4)
    if before not in AGAINST or not group or (words[at].low in ("of", "in") and not GROUP.search(group)):
        return None
    return replace(last[1], population=group, says="")


def of_change(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number before the noun of its change: a 15.2% rise in power costs, a 4 percent increase."""
    kind = low_at(words, index + 1)
    if kind not in CHANGE_NOUNS or low_at(words, index + 2) in ("rate", "rates"):
        return None
    noun = noun_right(words, index + 3) if low_at(words, index + 2) in ("in", "of") else ""
    last = memory.last
    if noun and not (last.base and GROUP.search(noun) and not OWNED.search(noun) and not RATES.search(noun)):
        return reading_of(f"{kind} in {noun}", "", noun, kind)
    if not last.base:
        return None
    return replace(last, metric=f"{kind} in {last.base}", change=kind, population=noun, says="", metric_from="sentence")


def respective(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of a list by the noun after its last one; each is of its own name where as many are listed."""
    first, last = index, index
    while first > 1 and low_at(words, first - 1) in ("and", ",", "or") and words[first - 2].figure:
        first -= 2
    while last + 2 < len(words) and low_at(words, last + 1) in ("and", ",", "or") and words[last + 2].figure:
        last += 2
    count = (last - first) // 2 + 1
    if count < 2 or mention.kind != "count":
        return None
    noun = text_of(words, last + 1, phrase_right(words, last + 1, 4))
    verb = verb_before(words, first)
    names = names_before(words, verb) if verb is not None else []
    counted = f"number of {noun}{per_what(words, last + 1)}"
    reading = reading_of(counted, "", counted) if noun else None
    if not reading or len(names) != count:
        return reading
    does = " ".join(one.word for one in words[group_start(words, verb or 0) : first])
    says = f"{re.sub('^are', 'is', re.sub('^were', 'was', re.sub('^have', 'has', does)))} {{}} {noun}"
    return replace(reading, subject=names[(index - first) // 2], subject_from="clause", says=says)
