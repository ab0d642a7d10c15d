"""The record over time, with the claims drawn in."""

from collections import defaultdict
from datetime import date
from textwrap import fill
from typing import TypeAlias

from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, YearLocator
from matplotlib.figure import Figure as Picture

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import MAY_DECIDE
from claimbook.judge.source import Figure
from claimbook.plot import style
from claimbook.quantity.unit import unit_words

Key: TypeAlias = tuple[str, str, str]  # metric, entity and unit
# Its name, its figures, and the claims that it is about, each with whether it is only near.
Series: TypeAlias = tuple[str, list[Figure], list[tuple[Claim, bool]]]


def timelines(case: Case, at_least: int = 4, most: int = 6) -> Picture:
    """Draw every series of figures over time that bears on a claim, with the claim drawn in."""
    with style.style():
        series = _series(case, at_least)[:most]
        figure, grid = style.panels(len(series), 3, 3.0)
        for axes, (metric, points, claims) in zip(grid, series, strict=True):
            _line(axes, metric, points, claims)
        note = (
            "Each mark is one published figure at the date it speaks of. Orange: the claim over its own period; "
            "“another metric” means that the series is near the claim and decides nothing. "
            + style.marks()
            + " "
            + style.sources([f for _, points, _ in series for f in points])
        )
        return style.finish(figure, "The record over time, and the claim in it", note)


def _series(case: Case, at_least: int) -> list[Series]:
    groups: dict[Key, dict[str, Figure]] = defaultdict(dict)
    claims: dict[Key, dict[str, tuple[Claim, bool]]] = defaultdict(dict)
    for item in case.evidence:
        figure, claim = item.figure, item.claim
        if figure.quantity and claim.quantity and figure.period_text and figure.period.first.year > 1:
            key = (figure.metric, figure.entity, figure.quantity.unit)
            groups[key][figure.id] = figure
            if _same_scale(claim.quantity.unit, figure.quantity.unit):
                near = item.relation not in MAY_DECIDE
                claims[key][claim.id] = (claim, near and claims[key].get(claim.id, (claim, True))[1])
    found = []
    for key, figures in groups.items():
        dates = {_when(figure) for figure in figures.values()}
        if len(dates) >= at_least and claims[key]:
            found.append((f"{key[0]} ({key[1]})", list(figures.values()), list(claims[key].values())))
    return sorted(found, key=lambda one: -len({_when(f) for f in one[1]}))


def _same_scale(claimed: str, printed: str) -> bool:
    return claimed == printed or (claimed, printed) == ("percentage_point", "percent")


def _when(figure: Figure) -> date:
    """Return the day at which a figure is drawn: the start of a rule, else the middle of its period."""
    first, last = figure.period.first, figure.period.last
    return first if last == date.max else date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def _line(axes: Axes, metric: str, figures: list[Figure], claims: list[tuple[Claim, bool]]) -> None:
    figures = sorted(figures, key=_when)
    named = [f for f in figures if f.source.tier != "tertiary"]
    axes.plot(
        [_when(f) for f in named],  # type: ignore[arg-type]  # matplotlib draws dates, its stubs know numbers
        [float(style.drawn(f).high) for f in named],
        color=style.FAINT,
        lw=1.2,
        zorder=1,
    )
    for tier, (color, marker) in style.TIERS.items():
        chosen = [f for f in figures if f.source.tier == tier]
        axes.scatter(
            [_when(f) for f in chosen],  # type: ignore[arg-type]
            [float(style.drawn(f).high) for f in chosen],
            color=color,
            marker=marker,
            s=30,
            zorder=3,
        )
    for claim, near in claims:
        _draw_claim(axes, claim, figures, near)
    unit = unit_words(style.drawn(figures[0]).unit).strip()
    axes.yaxis.set_major_formatter(lambda value, _: style.short(value) + ("%" if unit == "%" else ""))
    top = max(float(q.high) for q in (*map(style.drawn, figures), *(style.drawn(claim) for claim, _ in claims)))
    axes.set_ylim(0, top * 1.22)
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(YearLocator(3))
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))
    axes.tick_params(labelsize=8.5)
    axes.set_title(fill(metric, 40), loc="left", fontsize=9.5)


def _draw_claim(axes: Axes, claim: Claim, figures: list[Figure], near: bool) -> None:
    begin = max(claim.period.first, _when(figures[0]))
    end = min(claim.period.last, date.fromordinal(max(_when(figures[-1]).toordinal(), begin.toordinal()) + 200))
    words = f"{claim.id}: {claim.selector.exact}" + ("\n(another metric)" if near else "")
    if style.drawn(claim).unit != style.drawn(figures[0]).unit:  # a change in points: drawn as a length, not as a level
        middle = date.fromordinal((begin.toordinal() + end.toordinal()) // 2)
        axes.annotate(
            "",
            (middle, 0),
            (middle, float(style.drawn(claim).high)),
            arrowprops={"arrowstyle": "-|>", "color": style.CLAIM, "lw": 2},
        )
        axes.annotate(
            f"{claim.id}: {claim.selector.exact}\n(length of the claimed fall; another metric)",
            (middle, float(style.drawn(claim).high)),
            color=style.CLAIM,
            fontsize=8.5,
            ha="center",
            va="bottom",
        )
        return
    axes.plot(
        [begin, end],  # type: ignore[arg-type]
        [float(style.drawn(claim).high)] * 2,
        color=style.CLAIM,
        lw=4,
        alpha=0.8,
        solid_capstyle="butt",
        zorder=2,
    )
    axes.annotate(
        words,
        (begin, float(style.drawn(claim).high)),
        xytext=(0, 5),
        textcoords="offset points",
        color=style.CLAIM,
        fontsize=9,
    )
