"""Frozen series as lines, with the claimed cells, the slope or the record drawn in; a rank as a strip."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from claimbook.case.case import Case
from claimbook.language.phrase import Spoken, Statement, Unit, phrase
from claimbook.plot import style
from claimbook.plot.cells import Behind, behind, over_time, year_of
from claimbook.plot.mark import ticks
from claimbook.plot.note import note
from claimbook.series.places import named

AROUND = 3  # neighbouring years from which the slope is drawn in grey
NAMED = 3  # places beside the claimed one that a strip names


def statistics(case: Case, most: int = 6) -> style.Told | None:
    """Draw each frozen series that bears on a claim, with what the claim says of it."""
    found = behind(case)[:most]
    if not found:
        return None
    with style.style():
        figure, grid = style.panels(len(found), 2.9)
        for axes, one in zip(grid, found, strict=True):
            (_strip if one.ranked else _line)(axes, one)
            axes.set_title(style.wrapped(_title(one), 44), loc="left", fontsize=9.5)
            axes.tick_params(labelsize=8.5)
        return style.finish(figure, _finding(found), _what_to_see(found))


def _title(one: Behind) -> Spoken:
    claim, series = one.item.claim, one.series
    return phrase(
        "{claim} “{exact}”: {title}, {unit}; {publisher}, vintage {vintage}",
        claim=claim.id,
        exact=claim.selector.exact,
        title=phrase(series.title),
        unit=Statement(series.unit, Unit(series.unit).said("zh")),
        publisher=series.publisher,
        vintage=series.vintage,
    )


def _finding(found: Sequence[Behind]) -> Spoken:
    """Say what the first series shows beside its claim."""
    first = found[0].item.figure
    said = str(first.formula or first.as_printed)
    return phrase("{shown}", shown=f"{said[:1].upper()}{said[1:]}")


def _what_to_see(found: Sequence[Behind]) -> Spoken:
    lines, strips = [one for one in found if not one.ranked], [one for one in found if one.ranked]
    return note(
        (bool(lines), "Black line: the frozen series. Orange: the cells that the claim is judged by, and their slope."),
        (any(len(one.cells) == 2 for one in lines), "Thin grey: the slope from neighbouring years."),
        (any(one.others for one in found), "Dashed grey: other vintages."),
        (bool(strips), "Each mark on a strip is a place with data; orange is the claimed one."),
        "Publisher and vintage are named above each panel.",
    )


def _line(axes: Axes, one: Behind) -> None:
    """Draw a place over time."""
    for other in one.others:
        if points := over_time(other, one.place):
            axes.plot(*zip(*points, strict=True), color=style.OTHERS, lw=1, ls="--", zorder=1)
    for place in dict.fromkeys(cell.place for cell in one.cells):
        axes.plot(*zip(*over_time(one.series, place), strict=True), color=style.INK, lw=1.3, marker=".", ms=4, zorder=2)
    points = [(year_of(cell.period), float(cell.value)) for cell in one.cells]
    if len(points) == 2:
        _neighbours(axes, one, points)
        axes.plot(*zip(*points, strict=True), color=style.CLAIM, lw=2, zorder=4)
    elif len(points) > 2:  # a record or a streak: from where it reaches back, at the level of the last
        axes.hlines(points[-1][1], points[0][0], points[-1][0], color=style.CLAIM, lw=2, zorder=4)
        points = points[-1:]
    axes.scatter([x for x, _ in points], [y for _, y in points], color=style.CLAIM, s=34, zorder=5)
    write = ticks()
    first, last = min(points), max(points)
    for x, y in points:
        below = len(points) == 2 and ((x, y) == first) == (first[1] <= last[1])  # so that two that are near stay apart
        offset = (0, -14) if below else (0, 7)
        axes.annotate(write(y, None), (x, y), textcoords="offset points", xytext=offset, ha="center", fontsize=8.5)
    axes.yaxis.set_major_formatter(ticks())
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.margins(x=0.08, y=0.18)


def _neighbours(axes: Axes, one: Behind, points: Sequence[tuple[float, float]]) -> None:
    """Draw the slope from the years around the first of two cells."""
    first, last = sorted(points)
    for year, value in one.course:
        if 0 < abs(year - first[0]) <= AROUND and year < last[0]:
            axes.plot([year, last[0]], [value, last[1]], color=style.FAINT, lw=0.9, zorder=3)


def _strip(axes: Axes, one: Behind) -> None:
    """Draw all places of a period on one axis; the claimed one and the first few are named."""
    values = [float(cell.value) for cell in one.cells]
    axes.scatter(values[1:], [0] * len(values[1:]), color=style.OTHERS, marker="|", s=160, zorder=2)
    axes.scatter(values[:1], [0], color=style.CLAIM, marker="|", s=420, lw=3, zorder=3)
    shown = [one.cells[0], *sorted(one.cells[1:], key=lambda cell: -cell.value)[:NAMED]]
    for at, cell in enumerate(shown):
        color = style.CLAIM if at == 0 else style.INK
        height = 22 if at == 0 else -20 - 12 * ((at - 1) % NAMED)
        where = {"textcoords": "offset points", "xytext": (0, height), "ha": "center", "fontsize": 8.5}
        axes.annotate(str(named(cell.place)), (float(cell.value), 0), color=color, **where)  # type: ignore[arg-type]
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(ticks())
    axes.set_xlabel(one.cells[0].period, fontsize=8.5)
    axes.set_ylim(-1, 1)
    axes.margins(x=0.15)
