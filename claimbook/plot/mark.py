"""A figure as a mark on an axis, beside the claim that it bears on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from claimbook.judge.evidence import Evidence
from claimbook.judge.finding import Finding
from claimbook.language.phrase import number_zh
from claimbook.language.speaking import spoken
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.tables.vocabulary import Relation, Tier

LOGARITHMIC = 60  # an axis is logarithmic where the largest value is more than so many times the smallest


@dataclass(frozen=True)
class Mark:
    """A figure as it is drawn: the ends of its number, and the evidence that it is."""

    low: float
    high: float
    item: Evidence

    @property
    def ends(self) -> list[float]:
        """Where marks are drawn: at the number, or at each end of a range, in whose middle nothing was printed."""
        return sorted({self.low, self.high})

    @property
    def tier(self) -> Tier:
        """The tier of the author."""
        return self.item.figure.source.tier


def comparable(found: Finding) -> list[Mark]:
    """Return the evidence for a claim that has a number in the claim's own unit."""
    mine = found.claim.quantity
    return [
        Mark(float(quantity.low), float(quantity.high), item)
        for item in found.facts.evidence
        if mine
        and (quantity := item.figure.quantity)
        and quantity.unit == mine.unit
        and item.relation is not Relation.CONTEXT
    ]


def spans(quantity: Quantity) -> list[Interval]:
    """Return how wide each reading of a claimed number is drawn: as wide as the rules read it, a limit at its level."""
    return [one.interval() if one.comparator == "~" else one.level() for one in quantity.readings()]


def extent(quantity: Quantity, marks: Iterable[Mark]) -> tuple[float, float]:
    """Return the lowest and the highest of what is claimed and printed."""
    ends = [(float(quantity.low), float(quantity.high)), *((mark.low, mark.high) for mark in marks)]
    return min(low for low, _ in ends), max(high for _, high in ends)


def short(value: float) -> str:
    """Write a number for an axis.

    Examples
    --------
    >>> short(20000.0), short(2.5)
    ('20k', '2.5')
    """
    for size, letter in ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if abs(value) >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def short_zh(value: float) -> str:
    """Write a number for an axis in Chinese.

    Examples
    --------
    >>> short_zh(20000.0), short_zh(2.5)
    ('2万', '2.5')
    """
    return number_zh(Decimal(f"{value:.10g}"))


def ticks(sign: str = "") -> Callable[[float, object], str]:
    """Return what writes the numbers of an axis in the language in which the picture is made."""
    write = short if spoken()[0] == "en" else short_zh
    return lambda value, _: write(value) + sign
