"""What all pictures share: font, colours, marks, the note with the sources."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from textwrap import fill

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Evidence
from claimbook.judge.source import Figure
from claimbook.plot.font import families
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.unit import unit_words

# Okabe and Ito's colours, told apart by colour-blind readers; hatches and words carry the same message.
LOOKS = {
    "contradicted": ("#D55E00", "xxx"),
    "conflicting": ("#CC79A7", "..."),
    "supported": ("#0072B2", ""),
    "undefined metric": ("#595959", ""),
    "private data": ("#8c8c8c", "///"),
    "tertiary only": ("#b8b8b8", "..."),
    "none found": ("#e0e0e0", ""),
    "unsupported": ("#b8b8b8", ""),
    "unchecked": ("#ffffff", "ooo"),
}
TIERS = {"primary": ("#0072B2", "D"), "secondary": ("#009E73", "o"), "tertiary": ("#8c8c8c", "x")}
CLAIM, OURS, OTHERS = "#D55E00", "#0072B2", "#8c8c8c"
INK, FAINT = "#222222", "#bbbbbb"
WIDTH = 10  # inches, the width of a notebook page
LOGARITHMIC = 60  # an axis is logarithmic where the largest value is more than so many times the smallest


def style() -> AbstractContextManager[None]:
    """Return the settings under which every picture is drawn."""
    return plt.rc_context(
        {
            "font.family": families(),
            "font.size": 10.5,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": FAINT,
            "text.color": INK,
            "axes.labelcolor": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "hatch.linewidth": 0.6,
            "figure.dpi": 110,
            "savefig.bbox": "tight",
            "axes.unicode_minus": False,
        }
    )


def finish(figure: Picture, title: str, note: str = "") -> Picture:
    """Add the title and the note with the sources, and close the figure so that it is shown once."""
    figure.suptitle(title, x=0.005, ha="left", fontsize=14)
    if note:
        figure.supxlabel(fill(note, 150), x=0.005, ha="left", fontsize=8.5, color="#555555")
    plt.close(figure)
    return figure


def sources(items: Collection[Figure], most: int = 8) -> str:
    """Name the publishers behind the figures."""
    if not items:
        return ""
    names = list(dict.fromkeys(item.source.publisher for item in items))
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Sources: {', '.join(names[:most])}{more}."


def marks() -> str:
    """Describe what the marks mean."""
    return "Diamond: primary author; circle: secondary; cross: an SEO page, a forum or a digest."


def drawn(item: Claim | Figure) -> Quantity:
    """Return the quantity of a claim or a figure that is drawn, which has one."""
    if item.quantity is None:
        raise ValueError(f"{item.id} has no number to draw")
    return item.quantity


def scale(axes: Axes, claim: Claim, items: Collection[Evidence]) -> None:
    """Use a logarithmic axis where the values span widely (`LOGARITHMIC`)."""
    quantities = [drawn(claim), *(drawn(item.figure) for item in items)]
    values, lows = [float(q.high) for q in quantities], [float(q.low) for q in quantities]
    if min(lows) > 0 and max(values) / min(lows) > LOGARITHMIC:
        axes.set_xscale("log")
    unit = unit_words(drawn(claim).unit).strip()
    axes.xaxis.set_major_formatter(lambda value, _: short(value) + ("%" if unit == "%" else ""))
    axes.tick_params(axis="x", labelsize=8.5)
    if unit != "%":
        axes.set_xlabel(unit or "number", fontsize=8.5)


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


def comparable(case: Case, claim: Claim) -> list[Evidence]:
    """Return the evidence for a claim that has a number in the claim's own unit."""
    return [
        item
        for item in case.evidence
        if item.claim.id == claim.id
        and item.figure.quantity
        and item.figure.quantity.unit == drawn(claim).unit
        and item.relation != "context"
    ]


def panels(number: int, across: int, height: float) -> tuple[Picture, list[Axes]]:
    """Make a grid of panels, and hide those that stay empty."""
    if not number:
        return _nothing(), []
    rows = -(-number // across)
    figure, grid = plt.subplots(rows, across, figsize=(WIDTH, height * rows), squeeze=False, layout="constrained")
    for axes in list(grid.flat)[number:]:
        axes.set_visible(False)
    return figure, list(grid.flat)[:number]


def stack(heights: list[float], inch: float) -> tuple[Picture, list[Axes]]:
    """Make panels one above the other, with heights in proportion."""
    if not heights:
        return _nothing(), []
    size = (WIDTH, inch * sum(heights) + 1.0)
    figure, grid = plt.subplots(
        len(heights), 1, figsize=size, squeeze=False, height_ratios=heights, layout="constrained"
    )
    return figure, list(grid.flat)


def _nothing() -> Picture:
    figure = plt.figure(figsize=(WIDTH, 0.8), layout="constrained")
    figure.text(0.005, 0.1, "Nothing to draw in this article.", fontsize=10, color="#555555")
    return figure


def band(axes: Axes, claim: Claim) -> None:
    """Draw what the article claims as a band down the panel."""
    quantity = drawn(claim)
    level = quantity.level()
    alpha = 0 if quantity.precision == "readings" else 0.28  # nothing is claimed between two readings
    axes.axvspan(float(level.low), float(level.high), color=CLAIM, alpha=alpha, lw=0)
    for reading in quantity.readings():
        axes.axvline(float((reading.low + reading.high) / 2), color=CLAIM, lw=1.2)
