"""A series on which a claim is tried: which years are meant, and whether a number agrees."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimbook.quantity.quantity import Quantity
from claimbook.series.agree import ABOUT, MONEY, STATED, Room, Truth, agrees
from claimbook.series.asked import Asked
from claimbook.series.figures import Figure
from claimbook.series.result import Result
from claimbook.series.scale import A_YEAR, CURRENCIES, of_series
from claimbook.series.series import Cell, Series
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span

RECENT = 2  # years before the claim's whose number may be meant where it names none
RATE = re.compile(r"(?i)\b(hourly|daily|weekly|monthly|(?<=per )(?:hour|day|week|month))\b")
RATES = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
STALE = 5  # years that the latest number may be old
GAPS = Decimal("0.2")  # of the years that may lack data where all others agree
STILL = Decimal("0.01")  # of a level: a smaller change is none
LONG = (When.RANGE, When.SINCE, When.LAST, When.BEFORE)
FLOWS = ("count", "mass", "energy", "area", "volume", "money", *CURRENCIES)  # what can be added up over years
ELSEWHERE = 1000  # times too large or too small to be of one thing
COVERED = Decimal("0.3")  # of the places that must have data for a rank to mean anything
TOP = 5  # “one of the highest” is among so many, or so much of all
TOP_SHARE, TOP_FAR = Decimal("0.1"), Decimal("0.25")


@dataclass(frozen=True)
class Outcome:
    """One thing that a claim asks, tried on a series."""

    asked: Asked
    truth: Truth
    results: tuple[Result, ...] = ()
    why: str = ""


class Trial:
    """A series on which the readings of a claim of some year are tried."""

    def __init__(self, series: Series, year: int) -> None:
        self.series, self.year = series, year
        self.scale = of_series(series.unit)

    def recent(self, place: str, back: int = RECENT) -> list[Cell]:
        """Return the latest numbers known when the claim was made, the newest first; none where they are stale."""
        cells = self.series.cells(place, self.series.between("0000", str(self.year)))
        newest = [cell for cell in reversed(cells[-back - 1 :]) if int(cell.period[:4]) >= self.year - STALE]
        return [cell for cell in newest if int(cell.period[:4]) >= int(newest[0].period[:4]) - back]

    def asked_for(self, span: Span, place: str) -> tuple[str, ...]:
        """Return the years of a span that must have data: up to the latest that could be known."""
        ends = self.series.span(place)
        last = span.last
        if ends and span.kind in (When.SINCE, When.LAST) and self.year - 3 <= int(ends[1][:4]):
            last = min(last, int(ends[1][:4]))
        first = max(span.first, int(ends[0][:4])) if ends and span.kind == When.BEFORE else span.first
        return tuple(str(year) for year in range(first, last + 1))

    def agree(self, figure: Figure, value: Decimal) -> Truth:
        """Return whether a number of the series is what the claim's says, on the claim's scale."""
        quantity, scale = figure.quantity, figure.scale
        if not quantity.high:
            return Truth.TRUE if not value else Truth.FALSE
        if scale is None:
            return Truth.OPEN
        own = scale.to(self.scale) / (self._rate() if figure.rated else 1)
        asked = times(quantity, own)
        truth = agrees(asked, value, self.room(figure))
        return Truth.OPEN if truth == Truth.FALSE and _elsewhere(asked, value) else truth

    def _rate(self) -> Decimal:
        """Return how many of what the title says a number is per make a year, such as the hours of hourly pay."""
        match = RATE.search(self.series.title)
        return Decimal(A_YEAR[RATES.get(match[1].casefold(), match[1].casefold())]) if match else Decimal(1)

    def room(self, figure: Figure) -> Room:
        """Return how near is near enough."""
        if self.scale.kind == "money":
            return MONEY
        return ABOUT if figure.quantity.comparator == "~" or figure.quantity.precision == "spoken" else STATED

    def ends(self, asked: Asked, place: str) -> tuple[str, str] | None:
        """Return the first and the last year of a change, the last as late as was known."""
        cells = self.recent(place)
        newest = cells[0].period if cells else None
        span, until = asked.span, asked.until
        if span is None:
            return (str(int(newest) - 1), newest) if newest else None
        if until:
            return str(span.last), newest if until.kind == When.NOW and newest else str(until.last)
        if span.kind in (When.POINT, When.NOW):
            year = newest if span.kind == When.NOW or span.first >= self.year else str(span.first)
            return (str(int(year) - 1), year) if year else None
        if span.kind in (When.SINCE, When.LAST):
            return (str(span.first), newest) if newest and int(newest) > span.first else None
        return str(max(span.first, 1)), str(span.last)

    def year_of(self, asked: Asked, place: str) -> list[str]:
        """Return the years in which places are compared: the stated one, or the latest few."""
        span = asked.span
        if span and span.kind == When.POINT and span.first < self.year:
            return [str(span.first)]
        if span and span.kind in LONG and (asked.every or span.kind == When.RANGE):
            return [cell.period for cell in self.series.cells(place, self.asked_for(span, place))]
        return [cell.period for cell in self.recent(place)]

    def stale(self, asked: Asked, place: str) -> Outcome:
        """Return that there are no data near the claim's year."""
        ends = self.series.span(place)
        why = f"the latest data are of {ends[1]}" if ends else "the place has no data"
        return Outcome(asked, Truth.MISSING, why=why)


def _elsewhere(quantity: Quantity, value: Decimal) -> bool:
    """Return whether an amount is so far from the stated one that the claim is probably about another metric."""
    size = quantity.high
    return not quantity.unit.startswith("percent") and value > 0 and not size / ELSEWHERE < value < size * ELSEWHERE


def times(quantity: Quantity, factor: Decimal) -> Quantity:
    """Return a quantity on another scale."""
    if factor == 1:
        return quantity
    return replace(quantity, low=quantity.low * factor, high=quantity.high * factor)
