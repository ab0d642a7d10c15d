"""Which passages of a large folder are compared by their meaning: those that may matter for what is looked for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Self

import numpy as np
from numpy.typing import NDArray

from claimbook.find.choose import alike
from claimbook.find.index import Index, highest
from claimbook.find.passage import Passage
from claimbook.find.query import Query
from claimbook.quantity.quantity import Quantity

# Passages whose meaning is compared, at most; each takes some 16 ms of a processor to encode. In a folder of 23,000
# these hold all but 1 in 60 of those that bear on 124 claims, and all but 1 in 500 where searches are logged.
ENOUGH = 3_000


def promising(index: Index, asked: Collection[Query], enough: int = ENOUGH) -> NDArray[np.intp]:
    """Return the places of the passages that are worth comparing by meaning: all of a small folder.

    Of a large one, those that the words of a claim, or of the searches for it, put forward, and those that print its
    number, whatever their language: first the best of every claim, then the second best, until there are enough.

    Parameters
    ----------
    index : Index
    asked : collection of Query
        Everything that is looked for in the folder.
    enough : int
    """
    if len(index.passages) <= enough:
        return np.arange(len(index.passages))
    printed, orders = Printed.of(index.passages), list[NDArray[np.intp]]()
    for query in asked:
        orders += _orders(index, printed, query, enough)
    turns = (int(place) for place in chain.from_iterable(zip_longest(*orders, fillvalue=-1)))
    chosen = islice(dict.fromkeys(turns), enough + 1)
    return np.array(sorted(set(chosen) - {-1})[:enough], np.intp)


def _orders(index: Index, printed: "Printed", query: Query, most: int) -> Iterator[NDArray[np.intp]]:
    """Yield the best passages for each wording, and those with the number, the best of these by their words first."""
    for wording in (query.claim, query.searches):
        if wording.words:
            yield highest(index.by_words(wording.words), most)
    if query.quantity:
        places = printed.places(query.quantity)
        yield places[highest(index.by_words(query.claim.words)[places], most)]


@dataclass(frozen=True)
class Printed:
    """All numbers of some passages: where each is printed, its ends and its unit."""

    place: NDArray[np.intp]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    unit: NDArray[np.intp]
    units: dict[str, int]

    @classmethod
    def of(cls, passages: list[Passage]) -> Self:
        """Collect the numbers of passages."""
        units: dict[str, int] = {}
        rows = [
            (place, float(one.low), float(one.high), units.setdefault(one.unit, len(units)))
            for place, passage in enumerate(passages)
            for one in passage.numbers
        ]
        place, low, high, unit = np.array(rows or np.zeros((0, 4)), float).T
        return cls(place.astype(np.intp), low, high, unit.astype(np.intp), units)

    def places(self, sought: Quantity) -> NDArray[np.intp]:
        """Return the passages that print a number of a like unit that overlaps with the one that is sought."""
        level = sought.level()
        first, last = float(level.low), float(level.high)
        units = [number for unit, number in self.units.items() if alike(unit, sought.unit)]
        return np.unique(self.place[(self.low <= last) & (self.high >= first) & np.isin(self.unit, units)])
