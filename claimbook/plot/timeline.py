"""The record over time, with the claims drawn in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, YearLocator, date2num

from claimbook.case.case import Case
from claimbook.language.phrase import Spoken, phrase
from claimbook.plot import style
from claimbook.plot.mark import spans, ticks
from claimbook.plot.note import marks, note, sources
from claimbook.plot.series import Bar, Point, Series, finding, series_of
from claimbook.quantity.quantity import Interval
from claimbook.tables.vocabulary import Tier

AFTER = 200  # days for which a claim is drawn beyond the last figure
LINE = 0.075  # of the height of a panel: one line of a label


def timelines(case: Case, at_least: int = 4, most: int = 6) -> style.Told | None:
    """Draw every series of figures over time that bears on a claim, with the claim drawn in."""
    series = series_of(case, at_least)[:most]
    if not series:
        return None
    with style.style():
        figure, grid = style.panels(len(series), 2.8)
        for axes, one in zip(grid, series, strict=True):
            _line(axes, one)
        return style.finish(figure, finding(series), _what_to_see(series))


def _what_to_see(series: Sequence[Series]) -> Spoken:
    points = [point for one in series for point in one.points]
    bars = [(bar, bar.quantity.unit == one.unit) for one in series for bar in one.bars]
    return note(
        "Each mark is one published figure at the date it speaks of.",
        (any(level for _, level in bars), "Orange bar: what the article claims, over its own period."),
        (not all(level for _, level in bars), "Orange line with ends: how much the article says it changed."),
        (any(bar.near for bar, _ in bars), "“Another metric”: the record is near the claim and decides nothing."),
        marks({point.figure.source.tier for point in points}),
        (any(point.low < point.high for point in points), "A line joins the two ends of a printed range."),
        sources([point.figure for point in points]),
    )


def _line(axes: Axes, series: Series) -> None:
    points = series.points
    single = [point for point in points if point.figure.source.tier.may_decide and point.low == point.high]
    axes.plot(*_places(single), color=style.FAINT, lw=1.2, zorder=1)
    for tier in Tier:
        chosen = [point for point in points if point.figure.source.tier == tier]
        axes.vlines(*_places(chosen), [point.low for point in chosen], color=tier.color, lw=1.6, zorder=2)
        both = [(point, end) for point in chosen for end in sorted({point.low, point.high})]
        days = [date2num(point.day) for point, _ in both]
        axes.scatter(days, [end for _, end in both], color=tier.color, marker=tier.mark, s=30, zorder=3)
    _axes(axes, series)
    _claims(axes, series)


def _places(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    return [date2num(point.day) for point in points], [point.high for point in points]


def _axes(axes: Axes, series: Series) -> None:
    axes.yaxis.set_major_formatter(ticks("%" if series.unit == "percent" else ""))
    ends = [end for point in series.points for end in (point.low, point.high)]
    ends += [float(end) for bar in series.bars for end in (bar.quantity.low, bar.quantity.high)]
    axes.set_ylim(min(0, *ends) * 1.1, max(0, *ends) * 1.1)
    days = [point.day for point in series.points]
    years = max(days).year - min(days).year
    axes.xaxis.set_major_locator(YearLocator(max(1, round(years / 4))))
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))
    axes.tick_params(labelsize=8.5)
    bare = series.unit in ("count", "percent")
    words = series.metric if bare else phrase("{what}, {unit}", what=series.metric, unit=style.unit_alone(series.unit))
    axes.set_title(style.wrapped(words, 44), loc="left", fontsize=9.5)


def _claims(axes: Axes, series: Series) -> None:
    """Draw the claims from the lowest up, each label above its bar, the label before it and any bar in its way."""
    low, high = axes.get_ylim()
    line, floor = LINE * (high - low), low
    bars = sorted(series.bars, key=lambda bar: bar.quantity.high)
    drawn = [_draw(axes, bar, series) for bar in bars]
    for bar, place in zip(bars, drawn, strict=True):
        words = style.clipped(bar.words, 30) + (f"\n{phrase('(another metric)')}" if bar.near else "")
        height = line * (words.count("\n") + 1)
        floor = max(place.high + line / 3, floor)
        for other in drawn:
            if other.low < floor + height and floor < other.high + line / 3:
                floor = other.high + line / 3
        _label(axes, words, place, floor)
        floor += height
    axes.set_ylim(low, max(high, floor))
    axes.margins(x=0.08)


@dataclass(frozen=True)
class Place:
    """Where a claim is drawn: its days and its ends."""

    first: float
    last: float
    low: float
    high: float


def _period(bar: Bar, points: Sequence[Point]) -> tuple[float, float]:
    """Return from when to when a claim is drawn, within what the figures cover."""
    period = bar.claim.period
    if period is None:
        return date2num(points[0].day), date2num(points[-1].day)
    begin = max(period.first, points[0].day)
    end = min(period.last, date.fromordinal(max(points[-1].day.toordinal(), begin.toordinal()) + AFTER))
    return date2num(begin), date2num(max(begin, end))


def _draw(axes: Axes, bar: Bar, series: Series) -> Place:
    first, last = _period(bar, series.points)
    if bar.quantity.unit == series.unit:
        levels = [_level(axes, span, first, last) for span in spans(bar.quantity)]
        return Place(first, last, levels[0][0], levels[-1][1])
    high = float(bar.quantity.high)  # a change in points: drawn as a length, not as a level
    ends = {"arrowstyle": "|-|,widthA=0.3,widthB=0.3", "color": style.CLAIM, "lw": 2, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", ((first + last) / 2, 0), ((first + last) / 2, high), arrowprops=ends)
    return Place(first, last, high, high)


def _level(axes: Axes, span: Interval, first: float, last: float) -> tuple[float, float]:
    ends = (float(span.low), float(span.high))
    axes.fill_between([first, last], *ends, color=style.CLAIM, alpha=0.28, lw=0)
    axes.hlines(ends, first, last, color=style.CLAIM, lw=3 if ends[0] == ends[1] else 1.2)
    return ends


def _label(axes: Axes, words: str, place: Place, height: float) -> None:
    """Write above a claim, towards the middle of the panel."""
    left, right = axes.dataLim.intervalx
    late = place.first + place.last > left + right
    x, side = (place.last, "right") if late else (place.first, "left")
    behind = {"boxstyle": "square,pad=0.1", "fc": "white", "ec": "none", "alpha": 0.8}
    axes.text(x, height, words, color=style.CLAIM, fontsize=8.5, ha=side, va="bottom", linespacing=1.05, bbox=behind)
