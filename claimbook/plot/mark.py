"""A figure as a mark on an axis, beside the claim that it bears on."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.judge.evidence import Evidence
from claimbook.judge.finding import Finding
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Relation, Tier


@dataclass(frozen=True)
class Mark:
    """A figure as it is drawn: the ends of its number, and the evidence that it is."""

    low: float
    high: float
    item: Evidence

    @property
    def middle(self) -> float:
        """The place of the mark."""
        return (self.low + self.high) / 2

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


def extent(quantity: Quantity, marks: Iterable[Mark]) -> tuple[float, float]:
    """Return the lowest and the highest of what is claimed and printed."""
    ends = [(float(quantity.low), float(quantity.high)), *((mark.low, mark.high) for mark in marks)]
    return min(low for low, _ in ends), max(high for _, high in ends)
