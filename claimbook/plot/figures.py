"""Claims against published figures, and how unsourced pages scatter."""

from textwrap import fill
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Evidence
from claimbook.plot import style


def claims_against_figures(case: Case, at_least: int = 3, most: int = 9) -> Figure:
    """Draw claimed intervals against published figures, one axis for each claim.

    Parameters
    ----------
    at_least : int
        Only claims with so many figures in the same unit.
    most : int
        Only the claims with the most figures.
    """
    with style.style():
        found = [
            (claim, style.comparable(case, claim))
            for claim in case.claims.values()
            if claim.quantity and claim.checkability != "undefined"
        ]
        found = sorted((pair for pair in found if len(pair[1]) >= at_least), key=lambda pair: -len(pair[1]))[:most]
        found.sort(key=lambda pair: pair[0].id)
        figure, grid = style.panels(len(found), 3, 2.5)
        for axes, (claim, items) in zip(grid, found, strict=True):
            _panel(axes, case, claim, items)
        note = (
            "Orange band: what the article claims. Filled marks: figures that may decide; hollow marks: near figures "
            "(another metric, entity, population or period). "
            + style.marks()
            + " "
            + style.sources([item.figure for _, items in found for item in items])
        )
        return style.finish(figure, "What the article claims and what public pages print", note)


def _panel(axes: Axes, case: Case, claim: Claim, items: list[Evidence]) -> None:
    style.band(axes, claim)
    lanes = {"primary": 2, "secondary": 1, "tertiary": 0}
    for number, item in enumerate(sorted(items, key=lambda i: style.drawn(i.figure).low)):
        quantity, (color, marker) = style.drawn(item.figure), style.TIERS[item.figure.source.tier]
        height = lanes[item.figure.source.tier] + 0.16 * (number % 4) - 0.24
        fill_color = color if item.relation in ("same", "rule", "bound") else "none"
        axes.plot([float(quantity.low), float(quantity.high)], [height] * 2, color=color, lw=1.6)
        shape: dict[str, Any] = {"color": color} if marker == "x" else {"facecolor": fill_color, "edgecolor": color}
        axes.scatter(float((quantity.low + quantity.high) / 2), height, marker=marker, s=34, zorder=3, **shape)
    style.scale(axes, claim, items)
    axes.set_ylim(-0.6, 2.6)
    axes.set_yticks([0, 1, 2], ["unsourced", "secondary", "primary"], fontsize=8.5)
    axes.tick_params(left=False)
    axes.spines["left"].set_visible(False)
    axes.set_title(
        f"{claim.id}  {claim.selector.exact}  {case.verdicts[claim.id].verdict}\n{fill(claim.metric, 42)}",
        loc="left",
        fontsize=9,
    )


def scatter(case: Case, at_least: int = 3, most: int = 9) -> Figure:
    """Draw how pages that name no source scatter on one metric; one colour for one origin."""
    with style.style():
        found = []
        for claim in (c for c in case.claims.values() if c.quantity):
            items = [i for i in style.comparable(case, claim) if i.figure.source.tier == "tertiary"]
            if len({i.figure.source.id for i in items}) >= at_least:
                found.append((claim, items))
        found = sorted(found, key=lambda pair: -len(pair[1]))[:most]
        figure, grid = style.panels(len(found), 3, 2.5)
        for axes, (claim, items) in zip(grid, found, strict=True):
            _spread(axes, case, claim, items)
        home = case.article.publisher
        note = (
            f"Orange band: the article. Filled squares: other pages of the article's own site ({home}); open circles: "
            "other sites. Pages of one site are one voice. "
            + style.sources([item.figure for _, items in found for item in items])
        )
        return style.finish(figure, "What SEO pages, forums and digests print for the same or a near metric", note)


def _spread(axes: Axes, case: Case, claim: Claim, items: list[Evidence]) -> None:
    style.band(axes, claim)
    for number, item in enumerate(sorted(items, key=lambda i: style.drawn(i.figure).low)):
        quantity, own = style.drawn(item.figure), item.figure.origin == case.article.publisher
        height = (len(items) - number) / (len(items) + 1)
        axes.plot(
            [float(quantity.low), float(quantity.high)], [height] * 2, color=style.OURS if own else style.OTHERS, lw=1.8
        )
        axes.scatter(
            float((quantity.low + quantity.high) / 2),
            height,
            s=30,
            zorder=3,
            marker="s" if own else "o",
            facecolor="#0072B2" if own else "white",
            edgecolor=style.OURS if own else style.OTHERS,
        )
    style.scale(axes, claim, items)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_title(f"{claim.id}  {claim.selector.exact}\n{fill(claim.metric, 42)}", loc="left", fontsize=9)
