"""The clause of an English number: its verb, and whom or what that verb is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.phrase import DETERMINERS, TIME, Word, in_phrase, low_at, phrase_left, text_of
from claimbook.draft.english.tagger import ADVERB, VERB

MARKS = frozenset(('; : — – “ ” " ( )').split())
OPENERS = frozenset("while whereas but although though because when if".split())
JOINS = frozenset(
    "and but while with which who an a up down compared versus according representing including as or although the prior from after".split()
)
HELPERS = frozenset(
    "is are was were be been being has have had will would could may might can should must do does did to not also".split()
)
PRONOUNS = frozenset("it they he she we i you this that these those which who there its their".split())
UNENDING = frozenset(
    "an out total least estimated about around nearly over when while some roughly in on by at for the of with and a to from since".split()
)
LONGEST = 9  # words of a subject, at most


def clause_start(words: Sequence[Word], index: int) -> int:
    """Return the index of the first word of the clause that a word is in."""
    while index > 0:
        before = words[index - 1]
        if before.word in MARKS or before.low in OPENERS:
            break
        if before.word == "," and words[index].low in ("and", "but", "while", "with", "which", "versus", "compared"):
            break
        index -= 1
    return index


def verb_before(words: Sequence[Word], index: int, most: int = 14) -> int | None:
    """Return the index of the last verb before a word in its clause, or None."""
    first = max(clause_start(words, index), index - most)
    return next((at for at in range(index - 1, first - 1, -1) if words[at].kind == VERB), None)


def group_start(words: Sequence[Word], verb: int) -> int:
    """Return the index of the first word of the verbs around a verb: has not been projected to secure."""
    while verb > 0 and (words[verb - 1].kind in (VERB, ADVERB) or words[verb - 1].low in HELPERS):
        verb -= 1
    return verb


def subject_before(words: Sequence[Word], verb: int) -> str:
    """Return what a verb is said of as a text; of a relative clause what it is about; empty where that is not clear."""
    at = group_start(words, verb)
    if low_at(words, at - 1) in ("which", "who", "that"):
        at -= 1
    while (at > 0 and words[at - 1].word in (",", ")")) or low_at(words, at - 1) == TIME:
        at -= 1
    at = _before_limits(words, at)
    start, end = phrase_left(words, at, LONGEST)
    if at - end > 3 and low_at(words, end) not in ("in", "of", "for", "between", "among", "aged", "from", "at"):
        return ""
    text = text_of(words, start, end)
    return "" if text.lower() in PRONOUNS else text


def _before_limits(words: Sequence[Word], at: int) -> int:
    """Return the index after the noun that a group is limited by a number: shoppers | in the age group of 35-44."""
    if at < 2 or not words[at - 1].word[:1].isdigit():
        return at
    first = max(0, at - 9)
    starts = [
        place
        for place in range(first, at - 1)
        if words[place].low in ("in", "aged", "between", "ages", "over", "under")
    ]
    return starts[0] if starts else at


def names_before(words: Sequence[Word], verb: int) -> list[str]:
    """Return the names or nouns that a verb is said of, each by itself: the CHP, MHP and HDP."""
    at = start = group_start(words, verb)
    while start > 0 and (
        in_phrase(words[start - 1]) or words[start - 1].low in ("and", ",") or words[start - 1].low in DETERMINERS
    ):
        start -= 1
    text = " ".join(one.word for one in words[start:at])
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text)
    return [re.sub(r"(?i)^(?:the|an?)\s", "", part).strip() for part in parts if part.strip()]


def rest_of(words: Sequence[Word], start: int, most: int = 9) -> str:
    """Return the words from a verb to the end of its clause, without times; empty where a number comes too early."""
    end = start
    while (
        end < len(words) and words[end].word not in (",", *MARKS, ".") and end - start < most and not words[end].figure
    ):
        if words[end].low in OPENERS or words[end].low in ("compared", "versus", "according", "than"):
            break
        end += 1
    while end > start and (words[end - 1].word == TIME or words[end - 1].low in UNENDING):
        end -= 1
    return " ".join(one.word for one in words[start:end] if one.word != TIME) if end > start else ""


def clause_end(words: Sequence[Word], index: int) -> int:
    """Return one past the last word of the clause that a word is in."""
    at = index + 1
    while at < len(words):
        low = words[at].low
        if (words[at].word in MARKS - {"(", ")"} or low in OPENERS or low in ("compared", "versus")) and _has_verb(
            words, 0, at
        ):
            break
        opened = words[0].low in OPENERS and any(one.kind == VERB for one in words[at + 1 : at + 9])
        if low == "and" and low_at(words, at + 1) in ("whose", "which", "who"):
            break
        if words[at].word == "," and (
            opened or low_at(words, at + 1) in JOINS or low_at(words, at + 1).endswith("ing") or _says(words, at + 1)
        ):
            break
        at += 1
    return at


def _says(words: Sequence[Word], start: int) -> bool:
    """Return whether a clause only says who said so."""
    return any(
        one.low in ("said", "says", "according", "reported", "added", "noted") for one in words[start : start + 7]
    )


def _has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    return any(one.kind == VERB for one in words[start:end])
