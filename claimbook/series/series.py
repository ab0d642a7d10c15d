"""A series: one metric over places and periods from one publisher, as the strings that it prints."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import NamedTuple

YEAR = re.compile(r"\d{4}")
BROKEN = "break"  # the status of the first cell after a break: it is not comparable with those before


class Cell(NamedTuple):
    """One number of a series, where it is, and what its publisher notes of it (provisional, break, estimated)."""

    series: str
    place: str
    period: str
    value: Decimal
    printed: str
    status: str = ""


@dataclass(frozen=True)
class Series:
    """One metric over places and periods.

    Parameters
    ----------
    id, title, publisher, unit, definition : str
    periods : tuple of str
        In the order of time, as ISO 8601 writes them: ``2023``, ``2023-Q2``, ``2023-06``, ``2023-06-30``.
    columns : dict of str to tuple of str
        For each place the printed values, one a period; empty where there is none. A value becomes a `Decimal` when
        it is asked for, so that a large series costs little until then.
    status : dict of (str, str) to str
        What the publisher notes of a cell, by place and period; most have no note.
    vintage : str
        The day on which it said so.

    Examples
    --------
    >>> columns = {"GBR": ("0.70", ""), "FRA": ("", "")}
    >>> aid = Series("aid", "Foreign aid", "OECD", "% of GNI", "", ("2016", "2017"), columns)
    >>> aid.cell("GBR", "2016").value, aid.cell("GBR", "2017"), aid.span("GBR")
    (Decimal('0.70'), None, ('2016', '2016'))
    """

    id: str
    title: str
    publisher: str
    unit: str
    definition: str
    periods: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    status: Mapping[tuple[str, str], str] = field(default_factory=dict)
    vintage: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """The codes of the places that have a column, with data or without."""
        return tuple(self.columns)

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where each period is."""
        return {period: at for at, period in enumerate(self.periods)}

    def cell(self, place: str, period: str) -> Cell | None:
        """Return the number of a place in a period; None where there is none."""
        column, at = self.columns.get(place), self.at.get(period)
        if column is None or at is None or (value := decimal(column[at])) is None:
            return None
        return Cell(self.id, place, period, value, column[at], self.status.get((place, period), ""))

    def cells(self, place: str, periods: tuple[str, ...] | None = None) -> list[Cell]:
        """Return the numbers of a place in the order of time, of all periods or of some, without the empty ones."""
        every = (self.cell(place, period) for period in (self.periods if periods is None else periods))
        return [cell for cell in every if cell]

    def row(self, period: str) -> list[Cell]:
        """Return the numbers of all places in a period."""
        return [cell for place in self.columns if (cell := self.cell(place, period))]

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """Return the periods from one to another, both included; a year holds its quarters, months and days.

        Examples
        --------
        >>> Series("x", "", "", "", "", ("2019", "2020", "2020-Q1", "2021"), {}).between("2020", "2020")
        ('2020', '2020-Q1')
        """
        return self.periods[bisect_left(self.periods, first) : bisect_right(self.periods, last + "~")]

    def span(self, place: str) -> tuple[str, str] | None:
        """Return the first and the last period for which a place has data; None where it has none."""
        filled = [at for at, printed in enumerate(self.columns.get(place, ())) if printed]
        return (self.periods[filled[0]], self.periods[filled[-1]]) if filled else None

    def filled(self) -> Iterator[str]:
        """Yield the places that have data."""
        return (place for place, column in self.columns.items() if any(column))

    @cached_property
    def whole(self) -> bool:
        """Whether all values of its last period with data are whole numbers, as counts are."""
        return all(value == value.to_integral_value() for _, _, _, value, _, _ in self.row(self.periods[-1]))


def decimal(printed: str) -> Decimal | None:
    """Read a printed number exactly; None where it is empty or no number."""
    if not printed:
        return None
    try:
        value = Decimal(printed)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
