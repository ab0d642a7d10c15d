"""One claim beside its figures on one axis, as places on a strip; the page draws it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from matplotlib.ticker import LogLocator, MaxNLocator

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import MAY_DECIDE
from claimbook.judge.source import Figure
from claimbook.language.phrase import Spoken, Unit, number_zh
from claimbook.plot import style

WIDTH, PAD = 640, 24
LANES = {"primary": 24, "secondary": 58, "tertiary": 92}

Point: TypeAlias = tuple[float, float, int, str, bool, Figure]  # left, right, y, tier, whether it decides, figure


@dataclass(frozen=True)
class Strip:
    """Places on a strip `WIDTH` wide: the claim's band, the figures, and the ticks of the axis."""

    band: tuple[float, float]
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str, str], ...]
    unit: Spoken | str
    width: int = WIDTH


def strip(case: Case, claim: Claim, at_least: int = 2) -> Strip | None:
    """Place a claim and the figures in its unit on one axis.

    Returns
    -------
    Strip or None
        None where fewer than `at_least` figures can be compared. A point is (left, right, y, tier, decides, figure),
        a tick (x, English label, Chinese label).
    """
    if not claim.quantity:
        return None
    items = style.comparable(case, claim)
    if len(items) < at_least:
        return None
    quantities = [claim.quantity, *(style.drawn(item.figure) for item in items)]
    place, ticks = _axis([float(q.low) for q in quantities], [float(q.high) for q in quantities])
    level = claim.quantity.level()
    points: list[Point] = []
    seen: dict[str, int] = {}
    for item in sorted(items, key=lambda i: style.drawn(i.figure).low):
        quantity, tier = style.drawn(item.figure), item.figure.source.tier
        seen[tier] = seen.get(tier, 0) + 1
        y = LANES[tier] + (seen[tier] % 3 - 1) * 7  # three rows in a lane, so that marks at one place stay apart
        points.append((place(quantity.low), place(quantity.high), y, tier, item.relation in MAY_DECIDE, item.figure))
    unit = claim.quantity.unit
    sign = "%" if unit == "percent" else ""
    labels = tuple((place(t), style.short(t) + sign, number_zh(Decimal(f"{t:.10g}")) + sign) for t in ticks)
    return Strip((place(level.low), place(level.high)), tuple(points), labels, "" if sign else Unit(unit))


def _axis(lows: list[float], highs: list[float]) -> tuple[Callable[[Decimal | float], float], list[float]]:
    """Return the function that places a value, and the ticks; logarithmic where the values span widely."""
    low, high = min(lows), max(highs)
    logarithmic = low > 0 and high / low > style.LOGARITHMIC
    scale = math.log10 if logarithmic else float
    locator = LogLocator(numticks=6) if logarithmic else MaxNLocator(5)
    ticks = [float(t) for t in locator.tick_values(low, high) if not logarithmic or t > 0]
    first, last = min(scale(low), scale(ticks[0])), max(scale(high), scale(ticks[-1]))
    span = last - first or 1

    def place(value: Decimal | float) -> float:
        """Return where a value is, in pixels from the left."""
        value = max(float(value), ticks[0]) if logarithmic else float(value)
        share = (scale(value) - first) / span
        return round(PAD + min(max(share, 0), 1) * (WIDTH - 2 * PAD), 1)

    return place, ticks
