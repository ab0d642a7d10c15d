"""Two series at once: the sum of wind and solar, or renewables beside fossil fuels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimbook.find.passage import tokens
from claimbook.series import over_places
from claimbook.series.agree import Truth, every
from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.rank import Hit
from claimbook.series.series import Series
from claimbook.series.trial import Outcome, Trial


@dataclass(frozen=True)
class Tried:
    """A series and what each thing that is asked comes to on it."""

    series: Series
    score: float
    outcomes: tuple[Outcome, ...]

    @property
    def truth(self) -> Truth:
        """What all of them come to."""
        return every(one.truth for one in self.outcomes)


def versus(reading: Reading, one: Hit, other: Hit) -> Tried | None:
    """Compare two series whose titles differ in what the claim names: “renewables have overtaken fossil fuels”."""
    if one.series.unit != other.series.unit:
        return None
    sides = [_named(reading, hit, beside) for hit, beside in ((one, other), (other, one))]
    if None in sides or not reading.places:
        return None
    first, second = (
        hit.series for hit, _ in sorted(((one, sides[0]), (other, sides[1])), key=lambda pair: pair[1] or 0)
    )
    asked = Asked(Kind.COMPARE, reading.places, span=reading.spans[0] if reading.spans else None, up=True)
    place = reading.places[0].column(first.columns)
    cells = Trial(first, reading.year).recent(place) if place else []
    if not place or not cells:
        return Tried(first, one.score, (Outcome(asked, Truth.MISSING, why="no recent data"),))
    result = over_places.compare((first, place), (second, place), cells[0].period)
    truth = Truth.MISSING if result.value is None else Truth.TRUE if result.value > 0 else Truth.FALSE
    return Tried(first, one.score, (Outcome(asked, truth, (result,)),))


def _named(reading: Reading, hit: Hit, beside: Hit) -> int | None:
    """Return where a claim names what sets one title apart from another."""
    own = set(tokens(hit.series.title)) - set(tokens(beside.series.title))
    words = tokens(reading.measure)
    return next((at for at, word in enumerate(words) if word in own), None)


def pair(reading: Reading, one: Hit, other: Hit) -> Hit | None:
    """Return the sum of two series whose titles differ in one word each, where the claim names both with “and”."""
    titles = [set(tokens(hit.series.title)) for hit in (one, other)]
    said = set(tokens(reading.measure))
    own, its = titles[0] - titles[1], titles[1] - titles[0]
    alike = one.series.unit == other.series.unit and own and its and own & said and its & said and titles[0] & titles[1]
    if not alike or " and " not in reading.measure:
        return None
    return Hit(added(one.series, other.series), max(one.score, other.score))


def added(one: Series, other: Series) -> Series:
    """Return the sum of two series, where both have data."""
    periods = tuple(period for period in one.periods if period in other.at)
    columns = {}
    for place in one.columns.keys() & other.columns.keys():
        cells = [(one.cell(place, period), other.cell(place, period)) for period in periods]
        columns[place] = tuple(str(a.value + b.value) if a and b else "" for a, b in cells)
    title = f"{one.title} + {other.title}"
    return replace(one, id=f"{one.id} + {other.id}", title=title, periods=periods, columns=columns)
