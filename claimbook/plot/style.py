"""What all pictures share: font, colours, the grid of panels, the claim's band, the title and the note."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import cast
from unicodedata import east_asian_width

import matplotlib.pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure as Picture
from matplotlib.text import Text
from matplotlib.ticker import LogLocator, NullFormatter

from claimbook.language.phrase import Spoken, Statement, Unit
from claimbook.language.speaking import spoken
from claimbook.plot.font import families
from claimbook.plot.mark import LOGARITHMIC, Mark, extent, spans, ticks
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.unit import unit_words
from claimbook.report.blocks import BIDI
from claimbook.report.looks import CLAIM

OURS, OTHERS = "#222222", "#8c8c8c"  # no colour of a verdict: these marks are not verdicts
INK, FAINT = "#222222", "#bbbbbb"
WIDTH = 10  # inches, the width of a notebook page
# How long a line of the title and of the note is: a Chinese line has no narrow letters.
LINES = {"en": (105, 165), "zh": (98, 158)}
MOST_TICKS: dict[str, int | None] = {"en": None, "zh": 7}  # of a logarithmic axis: 1,000亿 is wider than 100bn
CLOSING, OPENING = "，。；：、！？）》”’…%),.;:", "（《“‘("  # what begins no line, what ends none


class Told(Picture):
    """A picture that is its title and its note where it cannot be seen."""

    told = ""

    def draw(self, renderer: RendererBase) -> None:
        """Draw all text as text, also what was made outside of `style`, such as the labels of ticks added late."""
        with plt.rc_context({"text.parse_math": False, "text.usetex": False}):
            for text in self.findobj(Text):
                cast(Text, text).set_parse_math(False)
            super().draw(renderer)

    def __repr__(self) -> str:
        return self.told


def style() -> AbstractContextManager[None]:
    """Return the settings under which every picture is drawn."""
    return plt.rc_context(
        {
            "text.parse_math": False,  # two dollar signs in an article are no formula
            "text.usetex": False,
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


def finish(figure: Told, title: object, note: object, key: Sequence[Artist] = ()) -> Told:
    """Add the title, the note below and a key below it, and close the figure so that it is shown once."""
    of_title, of_note = LINES[spoken()[0]]
    figure.suptitle(wrapped(title, of_title), x=0.005, ha="left", fontsize=14)
    words = wrapped(note, of_note)
    if key:  # the note is its heading: two things below a picture would lie on one another
        legend = figure.legend(
            handles=key,
            loc="outside lower left",
            ncols=2,
            frameon=False,
            fontsize=9,
            borderpad=0,
            title=words,
            title_fontsize=8.5,
            alignment="left",
        )
        legend.get_title().set_color("#555555")
    else:
        figure.supxlabel(words, x=0.005, ha="left", fontsize=8.5, color="#555555")
    figure.told = f"{title}\n{note}"
    plt.close(figure)
    return figure


def wrapped(text: object, width: int) -> str:
    """Break text into lines; a wide character counts twice, and a break may be on either side of one.

    Examples
    --------
    >>> wrapped("share of homes", 9), wrapped("数百项指标", 6), wrapped("一二，三四", 4)
    ('share of\\nhomes', '数百项\\n指标', '一\\n二，\\n三四')
    """
    lines, line = [], ""
    for piece in _pieces(" ".join(str(text).translate(BIDI).split())):
        if line and _wide(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return "\n".join([*lines, line.rstrip()])


def _pieces(text: str) -> list[str]:
    """Return what may be on a line of its own: a word with its space, or a wide character with its marks."""
    pieces = [""]
    for char in text:
        last = pieces[-1][-1:]
        apart = last == " " or (_wide(last + char) > len(last + char) and char not in CLOSING and last not in OPENING)
        if last and apart:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def clipped(text: str, most: int) -> str:
    """Return a text on one line, cut where it is long.

    Examples
    --------
    >>> clipped("one two", 9), clipped("one two", 4)
    ('one two', 'one…')
    """
    line = " ".join(text.translate(BIDI).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def scale(axes: Axes, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    """Use a logarithmic axis where the values span widely (`LOGARITHMIC`)."""
    low, high = extent(quantity, drawn)
    if low > 0 and high / low > LOGARITHMIC:
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(LogLocator(numticks=MOST_TICKS[spoken()[0]]))
        axes.xaxis.set_minor_formatter(NullFormatter())
    percent = quantity.unit == "percent"
    axes.xaxis.set_major_formatter(ticks("%" if percent else ""))
    axes.tick_params(axis="x", labelsize=8.5)
    if not percent:
        axes.set_xlabel(str(unit_alone(quantity.unit)), fontsize=8.5)


def unit_alone(unit: str) -> Spoken:
    """Say a unit where no number is before it."""
    chinese = Unit(unit).said("zh")
    return Statement(unit_words(unit).strip() or "number", f"个{chinese}" if chinese.startswith("/") else chinese)


def panels(number: int, height: float, lanes: bool = False) -> tuple[Told, list[Axes]]:
    """Make a grid of at most three panels a row, and hide those that stay empty; `lanes` are named at its left."""
    across = 2 if number == 4 else min(number, 3)
    rows = -(-number // across)
    figure, grid = plt.subplots(
        rows,
        across,
        figsize=(WIDTH, height * rows + 0.8),
        squeeze=False,
        layout="constrained",
        sharey=lanes,
        FigureClass=Told,
    )
    for axes in list(grid.flat)[number:]:
        axes.set_visible(False)
    return cast(Told, figure), list(grid.flat)[:number]


def stack(heights: Sequence[float], inch: float) -> tuple[Told, list[Axes]]:
    """Make panels one above the other, with heights in proportion."""
    size = (WIDTH, inch * sum(heights) + 1.0)
    figure, grid = plt.subplots(
        len(heights), 1, figsize=size, squeeze=False, height_ratios=heights, layout="constrained", FigureClass=Told
    )
    return cast(Told, figure), list(grid.flat)


def beside(widths: Sequence[float], rows: int) -> tuple[Told, list[Axes]]:
    """Make panels of so many rows side by side, with widths in proportion, and one scale for all."""
    figure, grid = plt.subplots(
        1,
        len(widths),
        figsize=(WIDTH, 0.34 * rows + 1.7),
        squeeze=False,
        width_ratios=widths,
        layout="constrained",
        FigureClass=Told,
    )
    for axes, width in zip(grid.flat, widths, strict=True):
        axes.set_xlim(-width / 100, width * 1.01)  # an edge at the end is not cut in half
        axes.set_ylim(rows - 0.5, -0.5)
        axes.set_yticks([])
    return cast(Told, figure), list(grid.flat)


def band(axes: Axes, quantity: Quantity) -> None:
    """Draw what the article claims down the panel: a band with its edges, a line for one exact value."""
    for span in spans(quantity):
        low, high = float(span.low), float(span.high)
        if low < high:
            axes.axvspan(low, high, color=CLAIM, alpha=0.28, lw=0)
        for edge in sorted({low, high}):
            axes.axvline(edge, color=CLAIM, lw=0.9 if low < high else 1.6)
