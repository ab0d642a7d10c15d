"""Read the numbers of English sentences, by rules on the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimbook.draft.english.amount import beside_noun, counted, linked, listed, of_noun, priced, spent, subject_counted
from claimbook.draft.english.beside import of_change, of_group, respective
from claimbook.draft.english.change import changed
from claimbook.draft.english.frame import clause_of
from claimbook.draft.english.phrase import Word, text_of
from claimbook.draft.english.share import done_by, part_of, won
from claimbook.draft.english.subject import Memory, is_name, with_subject
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

PATTERNS = (
    of_change,
    of_group,
    done_by,
    won,
    part_of,
    beside_noun,
    respective,
    listed,
    spent,
    priced,
    of_noun,
    changed,
    subject_counted,
    counted,
    linked,
)  # the first that fits
PUBLISHED = re.compile(
    r"\b(?:survey|study|report|forecast|estimate|data|poll|figures|statistics|analysis|researchers?|economists?)\b"
)
LONGEST = 110  # characters of a metric; a longer one is a sentence, not a metric


def read(words: Sequence[Word], numbers: Mapping[int, Mention], memory: Memory) -> dict[int, Reading]:
    """Read the numbers of one sentence, by the start of their word."""
    found: dict[int, Reading] = {}
    memory.among, memory.place = "", _place(words)
    published = len(words) > 2 and PUBLISHED.search(" ".join(one.low for one in words[1:5]))
    if words and not published and (owner := re.match(r"([A-Z][\w.&-]*)[’']s$", words[0].word)):
        memory.subject = owner[1]
    whole = words
    words, bracketed = _without_brackets(words)
    for index, word in enumerate(words):
        if word.low == "among":
            end = next((at for at in range(index, len(words)) if words[at].word == ","), len(words))
            end = next((at for at in range(index, end) if words[at].low in ("who", "that", "including")), end)
            memory.among = text_of(words, index + 1, end).removeprefix("- old ")
        if word.figure:
            mention = numbers[word.start]
            reading = with_subject(words, index, _one(words, index, mention, memory), memory)
            reading = replace(reading, clause=clause_of(whole, whole.index(word)))
            found[word.start] = reading
            memory.readings.append((mention, reading))
            memory.subject = reading.subject if is_name(reading.subject) else memory.subject
            for one in bracketed.get(word.start, ()):
                found[one.start] = _in_brackets(numbers[one.start], mention, reading)
    return found


def _place(words: Sequence[Word]) -> str:
    """Return the place that a sentence begins with: “In Maryland, prices rose”."""
    end = next((at for at, one in enumerate(words[:5]) if one.word == ","), 0)
    named = end > 1 and words[0].low == "in" and all(one.word[0].isupper() for one in words[1:end])
    return " ".join(one.word for one in words[1:end]) if named else ""


def _one(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Read one number by the first pattern that fits."""
    for pattern in PATTERNS:
        if reading := pattern(words, index, mention, memory):
            return reading if len(reading.metric) <= LONGEST else Reading()
    return Reading()


def _without_brackets(words: Sequence[Word]) -> tuple[list[Word], dict[int, list[Word]]]:
    """Take brackets out of a sentence; return the rest, and the numbers in brackets by the start of the one before."""
    kept: list[Word] = []
    aside: dict[int, list[Word]] = {}
    inside = False
    for word in words:
        inside = inside or word.word == "("
        last = next((one for one in reversed(kept) if one.figure), None)
        if not inside or (word.figure and last is None):
            kept.append(word)
        elif word.figure and last:
            aside.setdefault(last.start, []).append(word)
        inside = inside and word.word != ")"
    return kept, aside


def _in_brackets(mention: Mention, last: Mention, reading: Reading) -> Reading:
    """Read a number in brackets after another: the same again, or how much it changed by."""
    if mention.unit == last.unit:
        return replace(reading, says="")
    if mention.unit != "percent" or not reading.base:
        return Reading()
    metric = reading.metric if reading.change else f"growth in {reading.base}"
    return replace(reading, metric=metric, change="growth", says="")
