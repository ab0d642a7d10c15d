"""What a pattern hands on: an expression over numbers of the text, before anybody has computed it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from claimbook.judge.arithmetic import span
from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import CheckBasis

PLACE = re.compile(r"\{(\d+)\}")

NONE = Statement()


@dataclass(frozen=True)
class Said:
    """The words of a pattern in both languages; ``{0}`` is the first number."""

    title: Statement
    words: Statement
    why: Statement


@dataclass(frozen=True)
class Sketch:
    """A check in the making.

    Parameters
    ----------
    said : Said
    numbers : tuple of Number
        What ``{0}``, ``{1}`` … are in the expressions and words.
    left, right, op, unit : str
        As in ``checks.csv``.
    conclusion : tuple of int
        Which of the numbers fall if the check fails; the others are granted, if any are left.
    basis : CheckBasis
    reading : Statement
        For a check that rests on one.
    exact : tuple of int
        Which of the numbers are levels by definition, such as a promised availability.
    """

    said: Said
    numbers: tuple[Number, ...]
    left: str
    right: str
    unit: str
    op: str = "="
    conclusion: tuple[int, ...] = (-1,)
    basis: CheckBasis = CheckBasis.DEFINITION
    reading: Statement = NONE
    exact: tuple[int, ...] = ()

    @property
    def question(self) -> tuple[str, tuple[int, ...]]:
        """What is asked: checks of one pattern about the same numbers are one finding."""
        return self.said.title.en, self.places

    @property
    def places(self) -> tuple[int, ...]:
        """Where its numbers start."""
        return tuple(sorted({number.start for number in self.numbers}))

    @property
    def sharp(self) -> list[bool]:
        """Which of the numbers are computed with as they are printed."""
        return [place in self.exact or one.sharp(self.numbers) for place, one in enumerate(self.numbers)]

    @property
    def fits(self) -> bool:
        """Whether it holds where every number is read as widely as a fair reader does."""
        known = {}
        for place, number in enumerate(self.numbers):
            level, name = number.fair(self.numbers), f"m{place:02}"
            level = number.quantity.level("exact") if place in self.exact else level
            known[name] = Quantity(level.low, level.high, number.quantity.unit, "=", "exact")
            known[f"{name}_low"] = replace(known[name], high=level.low)
            known[f"{name}_high"] = replace(known[name], low=level.high)
        sides = (PLACE.sub(lambda match: f"m{int(match[1]):02}", side) for side in (self.left, self.right))
        left, right = (span(side, known, self.unit) for side in sides)
        return {"=": left.overlaps(right), "<=": left.low <= right.high, ">=": left.high >= right.low}[self.op]


Pattern = Callable[[Sentence], Iterator[Sketch]]


def op_of(number: Number) -> str:
    """Return what is asked of a computed number beside one that the text states: more than ten times is at least."""
    return {">": ">=", ">=": ">=", "<": "<=", "<=": "<="}.get(number.quantity.comparator, "=")
