"""Sentences with their numbers, and what a reader still has in mind from before."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimbook.mention.mention import NAMED
from claimbook.propose.numbers import Number

END = re.compile(r"[。！？!?\n]+[”’」』\"]?|\.(?=\s)[”’\"]?")
SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Inc|Co|Corp|Ltd|Jr|Sr|approx|est|Gov|Sen|Rep|Prof|Fig))$")
WINDOW = 90  # characters before and after a number that are read
MOST = 60  # numbers that are read in one sentence, so that the work on a text grows with its length; more is no prose
REMEMBERED = 12  # numbers before a sentence that it may still speak of
SCORE_BEFORE, SCORE_AFTER = re.compile(r"\d[-–/:]$"), re.compile(r"[-–/:]\d")
NO_LIMIT = re.compile(r"只?不过\s?\d|\b(?:hand|turn|tak|took|pa)\w* over [^\d\s]?\d", re.IGNORECASE)
PERIOD = re.compile(r"\s(?:nights|days|weeks|months|games|rounds)\b")
MORE_THAN = re.compile("[了出约近\\d]")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its numbers.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
    numbers : tuple of Number
        What is measured.
    years : tuple of Number
        Years by date.
    ranks : tuple of Number
        Ordinals.
    earlier, earlier_years : tuple of Number
        Those of the text before it, as far as a reader still has them in mind.
    """

    text: str
    start: int
    end: int
    numbers: tuple[Number, ...]
    years: tuple[Number, ...] = ()
    ranks: tuple[Number, ...] = ()
    earlier: tuple[Number, ...] = ()
    earlier_years: tuple[Number, ...] = ()

    @property
    def words(self) -> str:
        """The sentence itself."""
        return self.text[self.start : self.end]

    def between(self, one: Number, other: Number) -> str:
        """Return what is between two numbers, the first first; nothing readable where it is long."""
        gap = self.text[one.end : other.start]
        return gap if len(gap) <= WINDOW else "\0" * WINDOW

    def before(self, number: Number) -> str:
        """Return what precedes a number in its sentence, as far as it is read."""
        return self.text[max(self.start, number.start - WINDOW) : number.start]

    def after(self, number: Number) -> str:
        """Return what follows a number in its sentence, as far as it is read."""
        return self.text[number.end : min(self.end, number.end + WINDOW)]


def sentences(text: str, numbers: Iterable[Number]) -> Iterator[Sentence]:
    """Yield the sentences that have numbers, with these."""
    waiting, start = sorted(numbers, key=lambda number: number.start), 0
    earlier: tuple[Number, ...] = ()
    earlier_years: tuple[Number, ...] = ()
    at = 0
    for end in _ends(text):
        own: list[Number] = []
        while at < len(waiting) and waiting[at].start < end:
            own += [waiting[at]] if len(own) < MOST else []
            at += 1
        if own:
            own = [_unlimited(text, one) for one in own if not _is_score(text, one)]
            measured = tuple(one for one in own if one.mention.kind not in NAMED | {"ordinal"})
            years = tuple(one for one in own if one.mention.kind == "date" and one.unit == "year")
            ranks = tuple(one for one in own if one.unit == "rank")
            yield Sentence(text, start, end, measured, years, ranks, earlier, earlier_years)
            earlier = (*earlier, *measured)[-REMEMBERED:]
            earlier_years = (*earlier_years, *years)[-REMEMBERED:]
        start = end


def _unlimited(text: str, number: Number) -> Number:
    """Return a number without what only looks like a limit: 比972名多了60名, from $25 to $20."""
    more = number.mention.exact.endswith("多") and MORE_THAN.match(text, number.end)
    start = number.quantity.comparator == ">=" and text[max(0, number.start - 5) : number.start].lower() == "from "
    no_limit = number.limit and _is_no_limit(text, number)
    plain = more or start or no_limit
    return replace(number, quantity=replace(number.quantity, comparator="=")) if plain else number


def _is_no_limit(text: str, number: Number) -> bool:
    """Return whether the words that look like a limit are none: 不过118人, handed over £9,000, over 12 nights."""
    over = text[max(0, number.start - 5) : number.start].lower() == "over " and PERIOD.match(text, number.end)
    return bool(over or NO_LIMIT.search(text, max(0, number.start - 16), number.end))


def _is_score(text: str, number: Number) -> bool:
    """Return whether a number is half of a score or a fraction: 2-1."""
    return number.unit == "count" and bool(
        SCORE_BEFORE.search(text, max(0, number.start - 2), number.start) or SCORE_AFTER.match(text, number.end)
    )


def _ends(text: str) -> Iterator[int]:
    for match in END.finditer(text):
        if match[0][0] != "." or not SHORT.search(text, max(0, match.start() - 8), match.start()):
            yield match.end()
    yield len(text)
