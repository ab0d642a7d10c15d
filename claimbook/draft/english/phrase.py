"""The words of an English sentence, and the noun phrases among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claimbook.draft.english.tagger import NOMINAL, OTHER, tagged
from claimbook.draft.english.words import (
    ADVERBS,
    DOWN,
    ENDERS,
    LINKS,
    NO_NOUNS,
    NOUNS_ING,
    OTHER_VERBS,
    PREPOSITIONS,
    UP,
)

WORD = re.compile(
    r"as (?:much|many|high|low|few|little|long) as\b(?=\s*$| [$€£\d])|net worth\b|(?:before|after) (?:tax(?:es|ation)?|interest|exceptional items|special items|exceptionals)\b|[A-Za-z0-9$€£%](?:[A-Za-z0-9$€£%&./’']|-(?!-))*|[^\w\s]|–|—"
)
COMPOUND = re.compile(r"-[a-z]+(?=\s)")
TIME = "\0time"  # stands for a time in a sentence
LOOSE = frozenset(
    "seasonally adjusted seasonally-adjusted revised downwardly upwardly previously modest solid slight sharp healthy robust hefty surprising combined record whopping staggering mere full massive cumulative net only a an the some around about over under nearly almost roughly approximately".split()
)
BOUNDS = (["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["at", "most"], ["up", "to"])
SIZES = [[one, "of"] for one in "record total average combined high low peak median maximum minimum whopping".split()]
DETERMINERS = frozenset("the a an and its their his her our while that this".split())
MOVED = frozenset(
    "edged edging ticked ticking inched went gone going moved climbed crept rose jumped shot picked came count".split()
)
JOINED = ("ic", "al", "time", "ern", "ary", "male")  # of adjectives
TIMES = frozenset("quarter year month week day period half season decade".split())
VERBS = LINKS | UP | DOWN | OTHER_VERBS


@dataclass(frozen=True)
class Word:
    """A word of a sentence, with its class; a number that may be a claim is one word."""

    start: int
    end: int
    word: str
    figure: bool = False
    kind: str = NOMINAL

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.word.lower()


def words_of(text: str, spans: Sequence[tuple[int, int, bool]], times: Collection[int] | None = None) -> list[Word]:
    """Return the words of a sentence.

    Parameters
    ----------
    text : str
    spans : list of (int, int, bool)
        Start and end of numbers and times, each one word, and whether it is a number that may be a claim.
    times : set of int, optional
        Starts of the spans that are times; by default all that are no claims.
    """
    found: list[Word] = []
    at = 0
    for start, end, figure in [*sorted(spans), (len(text), len(text), False)]:
        for match in WORD.finditer(text[at:start]):
            word = match[0].rstrip("’'") if "." in match[0][:-1] else match[0].rstrip(".’'")
            found.append(Word(at + match.start(), at + match.end(), word or match[0]))
        if start < len(text):
            compound = None if figure or (times is not None and start in times) else COMPOUND.match(text, end)
            if compound:  # eight-county, which limits a noun
                found.append(Word(start, compound.end(), text[start : compound.end()]))
                at = compound.end()
                continue
            is_time = not figure and (times is None or start in times)
            found.append(Word(start, end, TIME if is_time else text[start:end], figure))
        at = max(at, end)
    kinds = tagged(text, [(one.start, one.end) for one in found])
    numbers = {one.start for one in found if one.start in {start for start, *_ in spans} and "-" not in one.word[1:]}
    return [replace(one, kind=OTHER if one.start in numbers or one.word[0].isdigit() else kind)
            for one, kind in zip(found, kinds, strict=True)]  # fmt: skip


def low_at(words: Sequence[Word], index: int) -> str:
    """Return a word in small letters, or an empty string where there is none."""
    return words[index].low if 0 <= index < len(words) else ""


def lows(words: Sequence[Word], start: int, end: int) -> list[str]:
    """Return some words in small letters."""
    return [one.low for one in words[max(0, start) : max(0, end)]]


def skip_left(words: Sequence[Word], at: int) -> int:
    """Return the index of the last word before some that say nothing: about, nearly, just, a."""
    while at >= 0 and (
        lows(words, at - 1, at + 1) in SIZES
        or words[at].low in ADVERBS
        or words[at].low in LOOSE
        or (lows(words, at - 1, at + 1) in BOUNDS and not _moved_up(words, at))
    ):
        at -= 1 + (
            (words[at].low not in ADVERBS and words[at].low not in LOOSE) or lows(words, at - 1, at + 1) in SIZES
        )
    return at


def _moved_up(words: Sequence[Word], at: int) -> bool:
    """Return whether “up to” is where something moved, and no bound: the rate edged up to 4.5 percent."""
    return words[at].low == "to" and low_at(words, at - 1) == "up" and low_at(words, at - 2) in MOVED


def phrase_right(words: Sequence[Word], start: int, most: int = 7) -> int:
    """Return one past the end of the noun phrase that starts at a word."""
    at = start
    while at < len(words) and at - start < most and in_phrase(words[at]) and not (at > start and _ends(words[at].low)):
        at += 1
    if low_at(words, at) == "and" and at - start == 1 and _adjectives(words, at):
        at += 3  # domestic and international passengers
    while at > start and words[at - 1].low in ADVERBS | {"and", "of", "or", "the", "a", "an", "’s"}:
        at -= 1
    return at


def _adjectives(words: Sequence[Word], at: int) -> bool:
    """Return whether “and” joins two adjectives of the same ending before a noun."""
    one, other = low_at(words, at - 1), low_at(words, at + 1)
    same = one.endswith(JOINED) and other.endswith(JOINED)
    return same and at + 2 < len(words) and in_phrase(words[at + 1]) and in_phrase(words[at + 2])


def noun_right(words: Sequence[Word], start: int, most: int = 7) -> str:
    """Return the noun phrase that starts at a word as a text."""
    return text_of(words, start, phrase_right(words, start, most))


def _ends(low: str) -> bool:
    return low in ENDERS or (low.endswith("ing") and low not in NOUNS_ING)


def in_phrase(word: Word) -> bool:
    """Return whether a word can be a part of a noun phrase."""
    return word.kind == NOMINAL and not word.figure and word.word[0].isalnum()


def phrase_left(words: Sequence[Word], end: int, most: int = 7, direct: bool = False) -> tuple[int, int]:
    """Return the noun phrase that ends before a word, with one “of” in it: the number of people.

    A phrase after “for”, “in” or a time is not what is measured; it is skipped, unless the phrase must be `direct`.
    """
    last = end
    while True:
        last = last if direct else _without_tail(words, last)
        start = last
        while start > 0 and last - start < most and (in_phrase(words[start - 1]) or _joins(words, start - 1)):
            start -= 1
        opener = low_at(words, start - 1)
        if opener == "of" and start > 1 and in_phrase(words[start - 2]):
            first = phrase_left(words, start - 1, most)
            return (first[0], last) if first[0] < first[1] else (start, last)
        skipped = opener in PREPOSITIONS and start > 1 and last - (start - 1) < 8 and not direct
        if not skipped and not (start == last and opener == TIME):
            break
        last = start - 1
    while start < last and words[start].low in DETERMINERS:
        start += 1
    return start, last


def _without_tail(words: Sequence[Word], last: int) -> int:
    """Return the end of a phrase without times and “in the” behind it."""
    while last > 1:
        low, before = words[last - 1].low, words[last - 2].low
        if low in TIMES and before in ("the", "this", "a", "its"):
            last -= 1
            continue
        listed = low == "and" and before == TIME
        if (
            low != TIME
            and not listed
            and low not in PREPOSITIONS
            and not (low in ("the", "this", "its") and before in PREPOSITIONS)
        ):
            break
        last -= 1
    return last


def _joins(words: Sequence[Word], at: int) -> bool:
    return words[at].low in ("and", "per", "’s", "'s") and at > 0 and in_phrase(words[at - 1])


def text_of(words: Sequence[Word], start: int, end: int) -> str:
    """Return words as one text, without a determiner at its head; empty where they name nothing."""
    text = " ".join(one.word for one in words[start:end] if one.word != TIME and not one.figure)
    text = re.sub(r"\s+([’'](?:s\b)?)", r"\1", text)
    text = re.sub(r"^(?:representing|including|excluding|marking|making|totaling|with|versus) ", "", text)
    text = re.sub(r"(?i)^(?:the|an?|its|their|his|her|our|all|this|that|these|those|and|about) ", "", text)
    return "" if text.lower() in NO_NOUNS or len(text) < 3 else text
