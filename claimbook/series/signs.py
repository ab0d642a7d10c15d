"""Signs that a claim speaks of a series: words that they share, parts that it names, unit, places, and size."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from claimbook.find.passage import tokens
from claimbook.series.ages import ranges
from claimbook.series.scale import of_series
from claimbook.series.series import Series
from claimbook.series.wanted import PER_HEAD, Wanted

# Stems of titles that are of a part, or of what is made from the plain total; a claim that means them says so.
PARTS = frozenset(
    tokens(
        "cumulative female male women men change rural urban youth labor capacity wind solar hydropower bioenergy"
        " nuclear coal renewables fossil aviation firearm hazardous municipal capital private slums planted"
    )
)
BRACKET = re.compile(r"\(([^)]*)\)")
OF_AMOUNT = re.compile(
    r"(?i)^(?:labor )?share of (?:gross|global|annual|world|electricity|energy|final|primary|land|total|agricultural)\b"
)
OF_WORLD = re.compile(r"(?i)\bshare of (?:global|the world)")
YEARLY = re.compile(r"(?i)\bannual (?:%|change|growth)|\bgrowth (?:rate|of)\b|\bgrowth$|\binflation\b")
WORLD = ("OWID_WRL", "WLD")
ODD = 0.5  # from how many powers of ten apart a size is odd
POINTS = 15  # percent that are not odd though they are some powers apart


class Profile(NamedTuple):
    """What the title and the unit of a series say, as stems; whether it is per head, or a part of an amount."""

    words: frozenset[str]
    bracket: frozenset[str]
    unit: frozenset[str]
    ranges: frozenset[str]
    per_head: bool
    share: bool
    of_world: bool
    yearly: bool


def profile(series: Series) -> Profile:
    """Return what a series says of itself."""
    within = " ".join(BRACKET.findall(series.title))
    words = frozenset(tokens(BRACKET.sub(" ", series.title)) + tokens(within))
    return Profile(
        words,
        frozenset(tokens(within)),
        frozenset(tokens(series.unit)),
        ranges(series.title),
        bool(PER_HEAD.search(f"{series.title} {series.unit}")),
        bool(OF_AMOUNT.search(series.title)),
        bool(OF_WORLD.search(series.title)),
        bool(YEARLY.search(f"{series.unit} {series.title}")),
    )


def signs(
    series: Series,
    own: Profile,
    wanted: Wanted,
    said: Mapping[str, float],
    total: float,
    rarity: Mapping[str, float],
) -> dict[str, float]:
    """Return each sign that a series is meant.

    “shared” is the part of the claim's words that its title and unit hold, “whole” the part of the title that the
    claim's words hold; “breakdown” the part of its bracket that the claim does not name; “ranges” whether it is of the
    range of ages or numbers that the claim names; “yearly” whether it is of changes from year to year, of which the
    claim speaks; “per” that one is per head and the other is not; “share” that it is a part of an amount of which the
    claim speaks itself; “part” how many parts it is of that the claim does not name; “places” that the claim's places
    have no column; “unit” whether the unit fits, and “size” how odd the size of the claim's number would be.
    """
    both = [word for word in own.words if word in said]
    of_unit = [word for word in own.unit - own.words if word in said]
    heavy = {word: rarity.get(word, 1.0) for word in own.words}
    found = {
        "shared": sum(rarity[word] * said[word] for word in [*both, *of_unit]) / total,
        "whole": sum(rarity[word] * said[word] for word in both) / (sum(heavy.values()) or 1.0),
        "breakdown": _unsaid(own.bracket, said, rarity),
        "ranges": _in_ranges(own.ranges, wanted.ranges),
        "yearly": (0.0, 1.0, -1.0)[wanted.over] if own.yearly else 0.0,
        "per": float(own.per_head != wanted.per_head),
        "share": float(own.share and not wanted.share),
        "part": float(len([word for word in PARTS & own.words if word not in said])),
        "places": float(bool(wanted.places) and not any(place in series.columns for place in wanted.places)),
    }
    return found | _of_numbers(series, own, wanted)


def _in_ranges(own: frozenset[str], asked: frozenset[str]) -> float:
    """Return 1 where a range of the title is asked for, -1 where only another one is."""
    return (1.0 if own & asked else -1.0) if own and asked else 0.0


def _unsaid(bracket: frozenset[str], said: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    if not bracket:
        return 0.0
    weighed = {word: rarity.get(word, 1.0) for word in bracket}
    return sum(worth for word, worth in weighed.items() if word not in said) / sum(weighed.values())


def _of_numbers(series: Series, own: Profile, wanted: Wanted) -> dict[str, float]:
    if not wanted.scales or (wanted.of_world and not own.of_world and wanted.scales[0].kind == "percent"):
        return {"unit": 0.0, "size": 0.0}
    scale = of_series(series.unit)
    fits = any(asked.fits(scale) for asked in wanted.scales)
    return {"unit": 1.0 if fits else -1.0, "size": _odd(series, wanted) if fits else 0.0}


def _odd(series: Series, wanted: Wanted) -> float:
    """Return how odd the first number would be among the latest that the claim could know: from 0 to 1."""
    scale = of_series(series.unit)
    asked, value = next(((one, size) for one, size in wanted.sizes if one.fits(scale)), (None, Decimal(0)))
    place = next((one for one in (*wanted.places, *WORLD) if one in series.columns), None)
    if asked is None or place is None or not value:
        return 0.0
    cell = _latest(series, place, wanted.year)
    if cell is None:
        return 0.0
    said = float(value * asked.to(scale))
    if not cell or said <= 0:
        return 1.0 if not cell else 0.0
    apart = abs(math.log10(said / abs(cell)))
    if scale.kind == "percent" and abs(said - abs(cell)) < POINTS:
        return 0.0
    return min(1.0, max(0.0, apart - ODD))


def _latest(series: Series, place: str, year: int) -> float | None:
    for period in reversed(series.between("0000", str(min(year, 9998)))):
        if cell := series.cell(place, period):
            return float(cell.value)
    return None
