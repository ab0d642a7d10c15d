"""Claims against published figures, and how unsourced pages scatter."""

from collections.abc import Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.source import Figure
from claimbook.plot import style
from claimbook.plot.mark import Mark, comparable
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Checkability, Tier

Panel = tuple[Finding, Quantity, list[Mark]]


def claims_against_figures(case: Case, at_least: int = 3, most: int = 9) -> Picture:
    """Draw claimed intervals against published figures, one axis for each claim.

    Parameters
    ----------
    at_least : int
        Only claims with so many figures in the same unit.
    most : int
        Only the claims with the most figures.
    """
    with style.style():
        panels = [_panel(found, comparable(found)) for found in case.findings.values()]
        chosen = [
            one
            for one in panels
            if one and one[0].claim.checkability is not Checkability.UNDEFINED and len(one[2]) >= at_least
        ]
        drawn = sorted(_most(chosen, most), key=lambda panel: panel[0].claim.id)
        figure, grid = style.panels(len(drawn), 3, 2.5)
        for axes, panel in zip(grid, drawn, strict=True):
            _draw(axes, *panel)
        note = (
            "Orange band: what the article claims. Filled marks: figures that may decide; hollow marks: near figures "
            f"(another metric, entity, population or period). {style.marks()} {style.sources(_figures(drawn))}"
        )
        return style.finish(figure, "What the article claims and what public pages print", note)


def _panel(found: Finding, drawn: list[Mark]) -> Panel | None:
    quantity = found.claim.quantity
    return (found, quantity, drawn) if quantity else None


def _most(panels: Sequence[Panel], most: int) -> list[Panel]:
    """Return the panels with the most marks."""
    return sorted(panels, key=lambda panel: -len(panel[2]))[:most]


def _figures(panels: Sequence[Panel]) -> list[Figure]:
    return [mark.item.figure for _, _, drawn in panels for mark in drawn]


def _draw(axes: Axes, found: Finding, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    claim = found.claim
    style.band(axes, quantity)
    for number, mark in enumerate(sorted(drawn, key=lambda mark: mark.low)):
        color, sign = mark.tier.color, mark.tier.mark
        height = len(Tier) - 1 - mark.tier.rank + 0.16 * (number % 4) - 0.24
        inside = color if mark.item.relation.may_decide else "none"
        axes.plot([mark.low, mark.high], [height] * 2, color=color, lw=1.6)
        if sign == "x":  # a cross has no inside
            axes.scatter(mark.middle, height, marker=sign, s=34, zorder=3, color=color)
        else:
            axes.scatter(mark.middle, height, marker=sign, s=34, zorder=3, facecolor=inside, edgecolor=color)
    style.scale(axes, quantity, drawn)
    axes.set_ylim(-0.6, len(Tier) - 0.4)
    lanes = [tier.value if tier.may_decide else "unsourced" for tier in reversed(Tier)]
    axes.set_yticks(range(len(Tier)), lanes, fontsize=8.5)
    axes.tick_params(left=False)
    axes.spines["left"].set_visible(False)
    axes.set_title(
        f"{claim.id}  {claim.selector.exact}  {found.verdict.verdict}\n{fill(claim.metric, 42)}",
        loc="left",
        fontsize=9,
    )


def scatter(case: Case, at_least: int = 3, most: int = 9) -> Picture:
    """Draw how pages that name no source scatter on one metric; one colour for one origin."""
    with style.style():
        panels = [_panel(found, _unsourced(found)) for found in case.findings.values()]
        chosen = [one for one in panels if one and len({mark.item.figure.source.id for mark in one[2]}) >= at_least]
        drawn, home = _most(chosen, most), case.article.publisher
        figure, grid = style.panels(len(drawn), 3, 2.5)
        for axes, panel in zip(grid, drawn, strict=True):
            _spread(axes, home, *panel)
        note = (
            f"Orange band: the article. Filled squares: other pages of the article's own site ({home}); open circles: "
            f"other sites. Pages of one site are one voice. {style.sources(_figures(drawn))}"
        )
        return style.finish(figure, "What SEO pages, forums and digests print for the same or a near metric", note)


def _unsourced(found: Finding) -> list[Mark]:
    return [mark for mark in comparable(found) if not mark.tier.may_decide]


def _spread(axes: Axes, home: str, found: Finding, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    claim = found.claim
    style.band(axes, quantity)
    for number, mark in enumerate(sorted(drawn, key=lambda mark: mark.low)):
        own = mark.item.figure.origin == home
        color = style.OURS if own else style.OTHERS
        height = (len(drawn) - number) / (len(drawn) + 1)
        axes.plot([mark.low, mark.high], [height] * 2, color=color, lw=1.8)
        axes.scatter(
            mark.middle,
            height,
            s=30,
            zorder=3,
            marker="s" if own else "o",
            facecolor=color if own else "white",
            edgecolor=color,
        )
    style.scale(axes, quantity, drawn)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_title(f"{claim.id}  {claim.selector.exact}\n{fill(claim.metric, 42)}", loc="left", fontsize=9)
