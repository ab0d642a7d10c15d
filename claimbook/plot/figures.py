"""Claims against published figures, and how unsourced pages scatter."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from matplotlib.axes import Axes

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.source import Figure
from claimbook.judge.verdict import Label
from claimbook.language.phrase import Series, Spoken, listed, phrase
from claimbook.plot import style
from claimbook.plot.mark import Mark, comparable
from claimbook.plot.note import claimed, counted, marks, note, ranges, sources
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Checkability, Tier

Panel = tuple[Finding, Quantity, list[Mark]]
BETWEEN = {"en": " to ", "zh": "至"}


def claims_against_figures(case: Case, at_least: int = 3, most: int = 9) -> style.Told | None:
    """Draw claimed intervals against published figures, one axis for each claim.

    Parameters
    ----------
    at_least : int
        Only claims with so many figures in the same unit.
    most : int
        Only the claims with the most figures.

    Returns
    -------
    Told or None
        None where there is nothing to draw, as from every picture; a notebook shows nothing for it.
    """
    panels = [_panel(found, comparable(found)) for found in case.findings.values()]
    chosen = [
        one
        for one in panels
        if one and one[0].claim.checkability is not Checkability.UNDEFINED and len(one[2]) >= at_least
    ]
    drawn = sorted(_most(chosen, most), key=lambda panel: panel[0].claim.id)
    if not drawn:
        return None
    tiers = [tier for tier in reversed(Tier) if any(mark.tier is tier for mark in _marks(drawn))]
    with style.style():
        figure, grid = style.panels(len(drawn), 2.3, lanes=True)
        for axes, panel in zip(grid, drawn, strict=True):
            _draw(axes, tiers, *panel)
        return style.finish(figure, _tally(drawn), _what_to_see(drawn, tiers))


def _panel(found: Finding, drawn: list[Mark]) -> Panel | None:
    quantity = found.claim.quantity
    return (found, quantity, drawn) if quantity else None


def _most(panels: Sequence[Panel], most: int) -> list[Panel]:
    """Return the panels with the most marks."""
    return sorted(panels, key=lambda panel: -len(panel[2]))[:most]


def _marks(panels: Sequence[Panel]) -> list[Mark]:
    return [mark for _, _, drawn in panels for mark in drawn]


def _figures(panels: Sequence[Panel]) -> list[Figure]:
    return [mark.item.figure for mark in _marks(panels)]


def _tally(drawn: Sequence[Panel]) -> Spoken:
    found = Counter(finding.verdict.verdict for finding, _, _ in drawn)
    if len(drawn) == 1:
        word = phrase(drawn[0][0].verdict.verdict)
        return phrase("The number with the most published figures is {verdict}", verdict=word)
    parts = listed(counted(label, found[label]) for label in Label if found[label])
    return phrase("Of the {n} numbers with the most published figures, {parts}", n=len(drawn), parts=parts)


def _what_to_see(drawn: Sequence[Panel], tiers: Sequence[Tier]) -> Spoken:
    decide = [mark.item.relation.may_decide for mark in _marks(drawn) if mark.tier.may_decide]
    return note(
        claimed(quantity for _, quantity, _ in drawn),
        (any(decide), "Filled marks: figures that may decide."),
        (not all(decide), "Hollow marks: near figures (another metric, entity, population or period)."),
        marks(tiers),
        ranges(_marks(drawn)),
        sources(_figures(drawn)),
    )


def _draw(axes: Axes, tiers: Sequence[Tier], found: Finding, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    style.band(axes, quantity)
    for number, mark in enumerate(sorted(drawn, key=lambda mark: mark.low)):
        color, sign = mark.tier.color, mark.tier.mark
        heights = [tiers.index(mark.tier) + 0.16 * (number % 4) - 0.24] * len(mark.ends)
        inside = color if mark.item.relation.may_decide else "white"
        axes.plot(mark.ends, heights, color=color, lw=1.6)
        if sign == "x":  # a cross has no inside
            axes.scatter(mark.ends, heights, marker=sign, s=34, zorder=3, color=color)
        else:
            axes.scatter(mark.ends, heights, marker=sign, s=34, zorder=3, facecolor=inside, edgecolor=color)
    style.scale(axes, quantity, drawn)
    axes.set_ylim(-0.6, len(tiers) - 0.4)
    lanes = [str(phrase(tier if tier.may_decide else "unsourced")) for tier in tiers]
    axes.set_yticks(range(len(tiers)), lanes, fontsize=8.5)
    axes.tick_params(left=False)
    axes.spines["left"].set_visible(False)
    _name(axes, found, quantity, f"  {found.verdict.verdict.signed}")


def _name(axes: Axes, found: Finding, quantity: Quantity, more: str = "") -> None:
    """Write the claim's id, its published words and what they say of which metric above a panel."""
    claim = found.claim
    words = f"{claim.id}  {style.clipped(claim.selector.exact, 24)}{more}"
    meaning = style.wrapped(phrase("{what}: {n}", what=phrase(claim.metric), n=quantity), 44)
    axes.set_title(f"{words}\n{meaning}", loc="left", fontsize=9)


def scatter(case: Case, at_least: int = 3, most: int = 9) -> style.Told | None:
    """Draw how pages that name no source scatter on one metric; those of the article's own site apart."""
    panels = [_panel(found, _unsourced(found)) for found in case.findings.values()]
    chosen = [one for one in panels if one and len({mark.item.figure.source.id for mark in one[2]}) >= at_least]
    drawn, home = _most(chosen, most), case.article.publisher
    if not drawn:
        return None
    with style.style():
        figure, grid = style.panels(len(drawn), 2.3)
        for axes, panel in zip(grid, drawn, strict=True):
            _spread(axes, home, *panel)
        own = [one.origin == home for one in _figures(drawn)]
        words = note(
            claimed(quantity for _, quantity, _ in drawn),
            (any(own), phrase("Filled squares: other pages of the article's own site ({home}).", home=home)),
            (not all(own), "Open circles: SEO pages, forums and digests elsewhere."),
            ranges(_marks(drawn)),
            "They print the same or a near metric, and decide nothing.",
            sources(_figures(drawn)),
        )
        return style.finish(figure, _disagreement(*drawn[0]), words)


def _disagreement(found: Finding, quantity: Quantity, drawn: Sequence[Mark]) -> Spoken:
    """Say between what ends the pages print the number on which most of them print one."""
    printed = [one for mark in drawn if (one := mark.item.figure.quantity)]
    ends = dict.fromkeys((min(one.low for one in printed), max(one.high for one in printed)))
    between = Series(tuple(Quantity(Decimal(end), Decimal(end), quantity.unit) for end in ends), BETWEEN)
    said = "Other pages print {ends} where the article says {claim} ({metric})"
    return phrase(said, ends=between, claim=quantity, metric=phrase(found.claim.metric))


def _unsourced(found: Finding) -> list[Mark]:
    return [mark for mark in comparable(found) if not mark.tier.may_decide]


def _spread(axes: Axes, home: str, found: Finding, quantity: Quantity, drawn: Sequence[Mark]) -> None:
    style.band(axes, quantity)
    for number, mark in enumerate(sorted(drawn, key=lambda mark: mark.low)):
        own = mark.item.figure.origin == home
        color = style.OURS if own else style.OTHERS
        heights = [(len(drawn) - number) / (len(drawn) + 1)] * len(mark.ends)
        axes.plot(mark.ends, heights, color=color, lw=1.8)
        sign, inside = ("s", color) if own else ("o", "white")
        axes.scatter(mark.ends, heights, s=30, zorder=3, marker=sign, facecolor=inside, edgecolor=color)
    style.scale(axes, quantity, drawn)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    _name(axes, found, quantity)
