"""What all pictures share: font, colours, marks, the note with the sources."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from textwrap import fill

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from claimbook.judge.source import Figure
from claimbook.plot.font import families
from claimbook.plot.mark import Mark, extent
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.unit import unit_words
from claimbook.report.looks import CLAIM

OURS, OTHERS = "#0072B2", "#8c8c8c"
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


def sources(figures: Sequence[Figure], most: int = 8) -> str:
    """Name the publishers behind the figures."""
    if not figures:
        return ""
    names = list(dict.fromkeys(figure.source.publisher for figure in figures))
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Sources: {', '.join(names[:most])}{more}."


def marks() -> str:
    """Describe what the marks mean."""
    return "Diamond: primary author; circle: secondary; cross: an SEO page, a forum or a digest."


def scale(axes: Axes, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    """Use a logarithmic axis where the values span widely (`LOGARITHMIC`)."""
    low, high = extent(quantity, drawn)
    if low > 0 and high / low > LOGARITHMIC:
        axes.set_xscale("log")
    unit = unit_words(quantity.unit).strip()
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


def panels(number: int, across: int, height: float) -> tuple[Picture, list[Axes]]:
    """Make a grid of panels, and hide those that stay empty."""
    if not number:
        return _nothing(), []
    rows = -(-number // across)
    figure, grid = plt.subplots(rows, across, figsize=(WIDTH, height * rows), squeeze=False, layout="constrained")
    for axes in list(grid.flat)[number:]:
        axes.set_visible(False)
    return figure, list(grid.flat)[:number]


def stack(heights: Sequence[float], inch: float) -> tuple[Picture, list[Axes]]:
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


def band(axes: Axes, quantity: Quantity) -> None:
    """Draw what the article claims as a band down the panel."""
    level = quantity.level()
    alpha = 0 if quantity.precision == "readings" else 0.28  # nothing is claimed between two readings
    axes.axvspan(float(level.low), float(level.high), color=CLAIM, alpha=alpha, lw=0)
    for reading in quantity.readings():
        axes.axvline(float((reading.low + reading.high) / 2), color=CLAIM, lw=1.2)
