"""The record over time, with the claims drawn in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, YearLocator, date2num
from matplotlib.figure import Figure as Picture

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Evidence
from claimbook.judge.source import Figure
from claimbook.plot import style
from claimbook.quantity.unit import unit_words
from claimbook.tables.vocabulary import Tier

AFTER = 200  # days for which a claim is drawn beyond the last figure


@dataclass(frozen=True)
class Point:
    """A figure at its day and its number."""

    day: date
    high: float
    figure: Figure


@dataclass(frozen=True)
class Bar:
    """A claim at its number; `near` says that the series is of another metric."""

    claim: Claim
    high: float
    unit: str
    near: bool


@dataclass(frozen=True)
class Series:
    """Figures of one metric and unit, and the claims on which they bear."""

    metric: str
    unit: str
    points: list[Point]
    bars: list[Bar]


def timelines(case: Case, at_least: int = 4, most: int = 6) -> Picture:
    """Draw every series of figures over time that bears on a claim, with the claim drawn in."""
    with style.style():
        series = _series(case, at_least)[:most]
        figure, grid = style.panels(len(series), 3, 3.0)
        for axes, one in zip(grid, series, strict=True):
            _line(axes, one)
        note = (
            "Each mark is one published figure at the date it speaks of. Orange: the claim over its own period; "
            "“another metric” means that the series is near the claim and decides nothing. "
            f"{style.marks()} {style.sources([point.figure for one in series for point in one.points])}"
        )
        return style.finish(figure, "The record over time, and the claim in it", note)


def _series(case: Case, at_least: int) -> list[Series]:
    groups: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for item in case.evidence:
        figure = item.figure
        if figure.quantity and item.claim.quantity and figure.period_text and figure.period.first.year > 1:
            groups[figure.metric, figure.entity, figure.quantity.unit].append(item)
    found = [
        Series(f"{metric} ({entity})", unit, _points(items), _bars(items, unit))
        for (metric, entity, unit), items in groups.items()
    ]
    return sorted((one for one in found if one.bars and _days(one) >= at_least), key=lambda one: -_days(one))


def _days(series: Series) -> int:
    return len({point.day for point in series.points})


def _points(items: Sequence[Evidence]) -> list[Point]:
    figures = {item.figure.id: item.figure for item in items}.values()
    return [Point(_when(figure), float(figure.quantity.high), figure) for figure in figures if figure.quantity]


def _bars(items: Sequence[Evidence], unit: str) -> list[Bar]:
    """Return each claim in the unit of a series once, as near only where no figure of the series may decide it."""
    bars: dict[str, Bar] = {}
    for item in items:
        claim, quantity = item.claim, item.claim.quantity
        if quantity and _same_scale(quantity.unit, unit):
            near = not item.relation.may_decide and (claim.id not in bars or bars[claim.id].near)
            bars[claim.id] = Bar(claim, float(quantity.high), quantity.unit, near)
    return list(bars.values())


def _same_scale(claimed: str, printed: str) -> bool:
    return claimed == printed or (claimed, printed) == ("percentage_point", "percent")


def _when(figure: Figure) -> date:
    """Return the day at which a figure is drawn: the start of a rule, else the middle of its period."""
    first, last = figure.period.first, figure.period.last
    return first if last == date.max else _middle(first, last)


def _middle(first: date, last: date) -> date:
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def _line(axes: Axes, series: Series) -> None:
    points = sorted(series.points, key=lambda point: point.day)
    named = [point for point in points if point.figure.source.tier.may_decide]
    axes.plot(*_places(named), color=style.FAINT, lw=1.2, zorder=1)
    for tier in Tier:
        chosen = [point for point in points if point.figure.source.tier == tier]
        axes.scatter(*_places(chosen), color=tier.color, marker=tier.mark, s=30, zorder=3)
    for bar in series.bars:
        _draw_claim(axes, bar, series.unit, points)
    unit = unit_words(series.unit).strip()
    axes.yaxis.set_major_formatter(lambda value, _: style.short(value) + ("%" if unit == "%" else ""))
    highs = [point.high for point in points] + [bar.high for bar in series.bars]
    axes.set_ylim(0, max(highs) * 1.22)
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(YearLocator(3))
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))
    axes.tick_params(labelsize=8.5)
    axes.set_title(fill(series.metric, 40), loc="left", fontsize=9.5)


def _places(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    return [date2num(point.day) for point in points], [point.high for point in points]


def _draw_claim(axes: Axes, bar: Bar, unit: str, points: Sequence[Point]) -> None:
    claim = bar.claim
    if claim.period is None:
        return
    begin = max(claim.period.first, points[0].day)
    end = min(claim.period.last, date.fromordinal(max(points[-1].day.toordinal(), begin.toordinal()) + AFTER))
    words = f"{claim.id}: {claim.selector.exact}"
    if bar.unit != unit:  # a change in points: drawn as a length, not as a level
        _draw_length(axes, words, date2num(_middle(begin, end)), bar.high)
        return
    first, last = date2num(begin), date2num(end)
    axes.plot([first, last], [bar.high] * 2, color=style.CLAIM, lw=4, alpha=0.8, solid_capstyle="butt", zorder=2)
    axes.annotate(
        words + ("\n(another metric)" if bar.near else ""),
        (first, bar.high),
        xytext=(0, 5),
        textcoords="offset points",
        color=style.CLAIM,
        fontsize=9,
    )


def _draw_length(axes: Axes, words: str, place: float, high: float) -> None:
    axes.annotate("", (place, 0), (place, high), arrowprops={"arrowstyle": "-|>", "color": style.CLAIM, "lw": 2})
    axes.annotate(
        f"{words}\n(length of the claimed fall; another metric)",
        (place, high),
        color=style.CLAIM,
        fontsize=8.5,
        ha="center",
        va="bottom",
    )
