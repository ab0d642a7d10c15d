"""One claim beside its figures on one axis, as places on a strip; the page draws it."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import SupportsFloat

from matplotlib.ticker import LogLocator, MaxNLocator

from claimbook.judge.finding import Finding
from claimbook.judge.source import Figure
from claimbook.language.phrase import Spoken, Unit
from claimbook.plot.mark import LOGARITHMIC, comparable, extent, short, short_zh, spans
from claimbook.tables.vocabulary import Tier

WIDTH, PAD = 640, 24
TOP, LANE = 24, 34  # where the first lane is, and how far the next is below it


@dataclass(frozen=True)
class Strip:
    """Places on a strip `WIDTH` wide: the claim's bands, one a reading, the figures, and the ticks of the axis."""

    bands: tuple[tuple[float, float], ...]
    points: tuple[tuple[float, float, float, Tier, bool, Figure], ...]
    ticks: tuple[tuple[float, str, str], ...]
    unit: Spoken | str
    width: int = WIDTH

    @property
    def tiers(self) -> list[Tier]:
        """The tiers that are drawn, the best first: what the key explains."""
        return [tier for tier in Tier if any(point[3] == tier for point in self.points)]

    @property
    def deciding(self) -> set[bool]:
        """Whether what is drawn decides, or does not, or both."""
        return {point[4] for point in self.points}


def strip(found: Finding, at_least: int = 2) -> Strip | None:
    """Place a claim and the figures in its unit on one axis.

    Returns
    -------
    Strip or None
        None where fewer than `at_least` figures can be compared. A point is (left, right, y, tier, decides, figure),
        a tick (x, English label, Chinese label).
    """
    claimed, drawn = found.claim.quantity, comparable(found)
    if not claimed or len(drawn) < at_least:
        return None
    place, ticks = _axis(*extent(claimed, drawn))
    points = []
    seen: Counter[str] = Counter()
    for mark in sorted(drawn, key=lambda mark: mark.low):
        seen[mark.tier] += 1
        row = seen[mark.tier] % 3 - 1  # three rows in a lane, so that marks at one place stay apart
        y = TOP + LANE * mark.tier.rank + 7 * row
        decides = mark.item.relation.may_decide
        points.append((place(mark.low), place(mark.high), y, mark.tier, decides, mark.item.figure))
    unit = claimed.unit
    sign = "%" if unit == "percent" else ""
    labels = tuple((place(t), short(t) + sign, short_zh(t) + sign) for t in ticks)
    bands = tuple((place(span.low), place(span.high)) for span in spans(claimed))
    return Strip(bands, tuple(points), labels, "" if sign else Unit(unit))


def _axis(low: float, high: float) -> tuple[Callable[[SupportsFloat], float], list[float]]:
    """Return what places a value, and the ticks; logarithmic where the values span widely."""
    logarithmic = low > 0 and high / low > LOGARITHMIC
    scale = math.log10 if logarithmic else float
    locator = LogLocator(numticks=6) if logarithmic else MaxNLocator(5)
    ticks = [float(t) for t in locator.tick_values(low, high) if not logarithmic or t > 0]
    first, last = min(scale(low), scale(ticks[0])), max(scale(high), scale(ticks[-1]))
    span = last - first or 1

    def place(value: SupportsFloat) -> float:
        """Return where a value is, in pixels from the left."""
        value = max(float(value), ticks[0]) if logarithmic else float(value)
        share = (scale(value) - first) / span
        return round(PAD + min(max(share, 0), 1) * (WIDTH - 2 * PAD), 1)

    return place, ticks
