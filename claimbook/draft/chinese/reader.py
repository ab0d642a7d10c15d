"""Read a Chinese text line by line: with the words of our lists first, then with a tagger’s what these left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from claimbook.draft.chinese import firm, tagger
from claimbook.draft.chinese.clause import FIGURE
from claimbook.draft.chinese.memory import Memory
from claimbook.draft.chinese.poll import asked
from claimbook.draft.chinese.read import note, read
from claimbook.draft.chinese.words import NAME, NOUN, TIME
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.rate import with_rate
from claimbook.draft.reading import Reading
from claimbook.draft.sentences import sentences
from claimbook.draft.when import When
from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

ANSWERED = re.compile("受访|被访|受调查|调查对象|答题者|网友")
LONG = 200_000  # characters that a trained tagger reads in some ten seconds; a longer text has the words of our lists alone
LATEST = 8  # readings of the line before that a number may still go back to
Read = tuple[tuple[int, int], list[tuple[Mention, Reading]]]


class Reader:
    """What each tagger’s words said so far of a text.

    Parameters
    ----------
    text : str
        The whole text, for the names in it.
    nation : str
        The country that it is about, where it is about one.
    book : Lexicon
    """

    def __init__(self, text: str, nation: str, book: Lexicon) -> None:
        self._text, self._nation, self._book, self._names = text, nation, book, firm.named(text)
        self._asked = asked(text)

    @cached_property
    def _memories(self) -> list[tuple[tagger.Tagger, Memory]]:
        """What each tagger’s words said; an English text needs no tagger, and loads none."""
        owner, tags = firm.firm(self._text), tagger.taggers()
        return [
            (tag, Memory(owner=owner, nation=self._nation, names=tuple(self._names)))
            for tag in tags[: 1 if len(self._text) > LONG else 2]
        ]

    def line(
        self, line: str, local: Sequence[Mention], roles: Mapping[int, Role], found: Sequence[When]
    ) -> Iterator[Read]:
        """Yield where each sentence with numbers is in its line, and the reading of each of its numbers.

        Parameters
        ----------
        line : str
        local : list of Mention
            Its numbers; their places are in the line.
        roles : dict of int to Role
            Of each number, by its start.
        found : list of When
            The times of the line.
        """
        self._memories = [(tag, _of_a_new_line(memory, self._asked)) for tag, memory in self._memories]
        spans = self._fixed(line, local, roles, found)
        for first, last in sentences(line):
            inside = {one.start - first: with_rate(line, one) for one in local if first <= one.start < last}
            fixed = [(a - first, b - first, kind) for a, b, kind in spans if first <= a and b <= last]
            readings = self._sentence(line[first:last], inside, fixed)
            if inside:
                yield (first, last), [(inside[at], reading) for at, reading in readings.items()]

    def _sentence(
        self, sentence: str, inside: dict[int, Mention], fixed: list[tuple[int, int, str]]
    ) -> dict[int, Reading]:
        merged: dict[int, Reading] = {}
        first = self._memories[0][1]
        for tag, memory in self._memories:
            if not inside:
                note(sentence, memory, self._book, tagger.by_rules)
            elif merged and all(one.metric and one.subject for one in merged.values()):
                memory.subject, memory.group = first.subject, first.group
            else:
                words = tagger.tokens(sentence, fixed, self._book, tag)
                readings = read(words, inside, memory, self._book)
                merged = {
                    at: filled(merged[at], one, self._book) if at in merged else one for at, one in readings.items()
                }
        return merged

    def _fixed(
        self, line: str, local: Sequence[Mention], roles: Mapping[int, Role], found: Sequence[When]
    ) -> list[tuple[int, int, str]]:
        """Return what is one word whatever a tagger says, with its class: times, numbers, names."""
        spans = [(one.start, one.end, TIME) for one in found]
        for one in (with_rate(line, one) for one in local):
            if any(first < one.end and one.start < last for first, last, _ in spans):
                continue
            if roles[one.start] == Role.CLAIM:
                spans.append((one.start, one.end, FIGURE))
            else:
                end = one.end + (line[one.end : one.end + 1] == "报")  # 半年报
                spans.append((one.start, end, TIME if roles[one.start] == Role.PERIOD else NOUN))
        return spans + [
            (one.start(), one.end(), NAME) for name in self._names for one in re.finditer(re.escape(name), line)
        ]


def filled(reading: Reading, other: Reading, book: Lexicon) -> Reading:
    """Return a reading with what another one found where it is empty: a metric that the lexicon knows, and whom it is of.

    Examples
    --------
    >>> from claimbook.draft.lexicon import lexicon
    >>> filled(Reading(metric="销量"), Reading(metric="量", subject="小米"), lexicon()).subject
    '小米'
    """
    subject = "" if re.search(r"\d", other.subject) else other.subject
    known = book.measure(other.metric) or book.measure(other.base)
    led = subject and not reading.subject and reading.metric.startswith(subject)  # 冯唐演出收入
    if known and (not reading.metric or led):
        return replace(other, subject=subject or reading.subject)
    if not reading.subject and subject:
        return replace(reading, subject=subject, subject_from=other.subject_from)
    return reading


def _of_a_new_line(memory: Memory, asked: str) -> Memory:
    """Return what a new line may still go back to; of a poll goes on who was asked."""
    subject, group = (one if ANSWERED.search(one) else "" for one in (memory.subject, memory.group))
    return replace(memory, readings=memory.readings[-LATEST:], subject=subject, group=group or asked, groups=[])
