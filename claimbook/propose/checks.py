"""All patterns: the checks that a text proposes about its own numbers."""

from collections.abc import Iterable, Iterator

from claimbook.judge.check import Result
from claimbook.mention import Mention
from claimbook.propose import (
    availability,
    columns,
    differences,
    fractions,
    growth,
    multiples,
    plain,
    products,
    ranks,
    remainders,
    shares,
    totals,
    twice,
    years,
)
from claimbook.propose.numbers import Number, named
from claimbook.propose.proposal import Proposal, computed, settled
from claimbook.propose.sentences import sentences
from claimbook.propose.sketch import Pattern, Sketch

IN_A_SENTENCE: tuple[Pattern, ...] = (
    growth.patterns,
    remainders.patterns,
    multiples.patterns,
    shares.patterns,
    fractions.patterns,
    totals.patterns,
    products.patterns,
    availability.patterns,
    differences.patterns,
    years.patterns,
)
ORDER = [Result.FAILS, Result.UNDETERMINED, Result.HOLDS]


def of_text(text: str, mentions: Iterable[Mention]) -> list[Proposal]:
    """Return the checks that a text proposes, its numbers named as a draft would name them.

    Parameters
    ----------
    text : str
    mentions : iterable of Mention
        All mentions of the text.

    Returns
    -------
    list of Proposal
        Those that fail first, then in the order of the text.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> text = "Sales rose from 210 to 260, up 40%."
    >>> [(one.result.value, one.filled) for one in of_text(text, mentions(text))]
    [('fails', '(260 - 210) / 210 = 40%')]
    """
    return of_numbers(text, named(mentions))


def of_numbers(text: str, numbers: Iterable[Number]) -> list[Proposal]:
    """Return the checks that a text proposes about its numbers, those that fail first."""
    numbers = list(numbers)
    proposals = settled(computed(_once(_sketches(text, numbers))))
    return sorted(proposals, key=lambda one: (ORDER.index(Result(one.result)), one.places))


def _sketches(text: str, numbers: list[Number]) -> Iterator[tuple[str, Sketch]]:
    """Yield what each pattern asks, with its name."""
    told = list(sentences(text, numbers))
    measured = [number for sentence in told for number in sentence.numbers]
    for sentence in told:
        for patterns in IN_A_SENTENCE:
            for sketch in patterns(sentence):
                yield patterns.__module__, sketch
    for sketch in shares.across(told):
        yield shares.__name__, sketch
    for sketch in columns.patterns(text, measured):
        yield columns.__name__, sketch
    for sketch in ranks.patterns(text, told):
        yield ranks.__name__, sketch
    for sketch in twice.patterns(told):
        yield twice.__name__, sketch
    for sketch in plain.patterns(told):
        yield plain.__name__, sketch


def _once(sketches: Iterable[tuple[str, Sketch]]) -> Iterator[Sketch]:
    """Yield what no earlier pattern asked of the same numbers; the plain reader only what none asked of its number."""
    asked: dict[tuple[int, ...], str] = {}
    answered: set[int] = set()
    for pattern, sketch in sketches:
        if pattern != plain.__name__:
            answered.add(sketch.numbers[-1].start)
        elif sketch.numbers[-1].start in answered:
            continue
        if asked.setdefault(sketch.places, pattern) == pattern:
            yield sketch
