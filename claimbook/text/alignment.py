"""Two texts side by side: where the characters of the old one are in the new one, and in which sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeAlias

from claimbook.text.sentence import SENTENCE_END, sentence

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|\s+|.", re.S)  # a number is one token: 18 is not in 118 or in 18.5
CLAUSE_END = re.compile(r"[,，、；;:：|\t]\s*")
ABOVE = 500  # lines above a place in which its heading is
HEADING = 60  # characters of a line that may be a heading, at most
SPAN = 250  # characters of a sentence before and after a place, at most; a page without a full stop is not one
LARGE = 1000  # pieces; of more, no match begins at those that are everywhere, or it takes minutes
WORD = re.compile(r"[A-Za-z]+|[^\W\d_]")

Place: TypeAlias = tuple[int, int]  # start and end, end exclusive
Piece: TypeAlias = tuple[int, str]  # where it starts, and its words


class Alignment:
    """What is in both of two texts, in the same order.

    Parameters
    ----------
    old, new : str

    Examples
    --------
    >>> both = Alignment("收入增长18%。利润持平。", "去年收入增长20%。利润持平。")
    >>> both.whole(8, 10), both.whole(4, 7), both.around(4, 7)
    ((10, 12), None, ((4, 7), (6, 9)))
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._to = [-1] * len(old)
        for a, b in self._align(_cut(SENTENCE_END, old, 0), _cut(SENTENCE_END, new, 0)):
            for c, d in self._align(_cut(CLAUSE_END, old[slice(*a)], a[0]), _cut(CLAUSE_END, new[slice(*b)], b[0])):
                self._align(_tokens(old[slice(*c)], c[0]), _tokens(new[slice(*d)], d[0]))

    def _align(self, left: list[Piece], right: list[Piece]) -> list[tuple[Place, Place]]:
        """Note where equal pieces are; return the ends of what differs in between."""
        large = len(right) > LARGE
        matcher = SequenceMatcher(None, [words for _, words in left], [words for _, words in right], autojunk=large)
        differing: list[tuple[Place, Place]] = []
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "equal":
                for (here, words), (there, _) in zip(left[a:b], right[c:d], strict=True):
                    self._to[here : here + len(words)] = range(there, there + len(words))
            elif kind == "replace":
                differing.append((_ends(left[a:b]), _ends(right[c:d])))
        return differing

    def whole(self, start: int, end: int) -> Place | None:
        """Return where some characters are together in the new text, or None."""
        there = self._to[start:end]
        if there and there[0] >= 0 and there == list(range(there[0], there[0] + len(there))):
            return there[0], there[0] + len(there)
        return None

    def carried(self, start: int, end: int) -> Place | None:
        """Return where some characters are now if their whole sentence was moved, or None."""
        first, last = sentence(self.old, start, end)
        before, now = (known.get(self.old[first:last], []) for known in self._sentences)
        if len(before) != 1 or len(now) != 1 or not WORD.search(self.old[first:last]):
            return None
        return now[0] + start - first, now[0] + end - first

    @cached_property
    def _sentences(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Where each sentence of the two texts is."""
        return _places(self.old), _places(self.new)

    def only(self, words: str) -> Place | None:
        """Return where words are in the new text if each text has them once, or None."""
        if self.old.count(words) == 1 == self.new.count(words):
            place = self.new.index(words)
            return place, place + len(words)
        return None

    def around(self, start: int, end: int) -> tuple[Place, Place]:
        """Return what is between the nearest characters before and after that both texts have, in each text."""
        left, right = self._lefts[start], len(self.old) - self._rights[len(self.old) - end]
        first = self._to[left - 1] + 1 if left else 0
        last = self._to[right] if right < len(self.old) else len(self.new)
        return (left, right), (first, last)

    @cached_property
    def _lefts(self) -> list[int]:
        """One past the last character before each place that both texts have."""
        return _reach(self._to)

    @cached_property
    def _rights(self) -> list[int]:
        """The same from the end of the old text."""
        return _reach(reversed(self._to))

    def headings(self, here: Place, there: Place) -> tuple[str, str]:
        """Return the headings above a place of each text, empty where there is none."""
        return self._above[0].get(here[0]), self._above[1].get(there[0])

    @cached_property
    def _above(self) -> tuple["Headings", "Headings"]:
        return Headings(self.old), Headings(self.new)

    def sentences(self, here: Place, there: Place) -> tuple[str, str]:
        """Return the sentences around a place of the old text and around one of the new text.

        The line before a number that is alone on its line belongs to its sentence.

        Parameters
        ----------
        here, there : (int, int)
        """
        return _said(self.old, *here), _said(self.new, *there)


def likeness(a: str, b: str) -> float:
    """Return the share of words, and of Chinese characters, that two sentences have in common, in order; no numbers.

    Examples
    --------
    >>> likeness("Revenue rose by 18% in 2024.", "Costs rose by 20% in 2025.")
    0.75
    """
    left, right = (WORD.findall(text) for text in (a, b))
    if not left and not right:
        return 1.0
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(left), len(right))


class Headings:
    """The nearest short line without a number above each line of a text, if it is within `ABOVE` lines.

    Examples
    --------
    >>> Headings("Fares\\nup 5%\\nup 6%").get(14)
    'Fares'
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._above: list[str] = []
        at, last, heading = 0, 0, ""
        for number, line in enumerate(text.split("\n")):
            self._starts.append(at)
            self._above.append(heading if number - last <= ABOVE else "")
            at += len(line) + 1
            if line.strip() and len(line.strip()) <= HEADING and not re.search(r"\d", line):
                last, heading = number, line.strip()

    def get(self, place: int) -> str:
        """Return the heading above a place, or an empty string."""
        return self._above[bisect_right(self._starts, place) - 1]


def _places(text: str) -> dict[str, list[int]]:
    """Return where each sentence of a text starts, by its words."""
    found: dict[str, list[int]] = {}
    for start, words in _cut(SENTENCE_END, text, 0):
        found.setdefault(words.strip(), []).append(start + len(words) - len(words.lstrip()))
    return found


def _reach(to: Iterable[int]) -> list[int]:
    """Return for each place the end of the last character before it that the other text has, too."""
    reach = [0]
    for at, there in enumerate(to, 1):
        reach.append(at if there >= 0 else reach[-1])
    return reach


def _said(text: str, start: int, end: int) -> str:
    near = max(0, start - SPAN)
    first, last = (near + at for at in sentence(text[near : end + SPAN], start - near, end - near))
    if not WORD.search(text[first:last]):
        near = max(0, first - 2 * SPAN)
        first = near + text[near:first].rstrip().rfind("\n") + 1
    return text[max(first, start - SPAN) : min(last, end + SPAN)].strip()


def _cut(end: re.Pattern[str], text: str, start: int) -> list[Piece]:
    ends = [match.end() for match in end.finditer(text)]
    return [(start + a, text[a:b]) for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if a < b]


def _tokens(text: str, start: int) -> list[Piece]:
    return [(start + match.start(), match[0]) for match in TOKEN.finditer(text)]


def _ends(pieces: list[Piece]) -> Place:
    return pieces[0][0], pieces[-1][0] + len(pieces[-1][1])
