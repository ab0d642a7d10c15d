"""Operations over several places, or several series, in one period, exact in `Decimal`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from claimbook.language.phrase import Statement
from claimbook.series.over_time import HUNDRED, WAYS, Fills, _shown, _sum
from claimbook.series.places import named
from claimbook.series.result import Coverage, Result, figure, listed, when
from claimbook.series.series import Cell, Series

Places = Sequence[str]


def rank(series: Series, place: str, period: str, places: Places, highest: bool = True) -> Result:
    """Return the rank of a place among places, from the highest or the lowest; the same number shares a rank.

    Those without data are not ranked, and the result says which.

    Examples
    --------
    >>> one = Series("x", "", "", "%", "", ("2020",), {"FRA": ("3",), "DEU": ("5",), "ITA": ("5",), "ESP": ("",)})
    >>> found = rank(one, "FRA", "2020", ["FRA", "DEU", "ITA", "ESP"])
    >>> found.value, found.coverage.filled, found.missing
    (Decimal('3'), 3, (('ESP', '2020'),))
    """
    everyone = list(dict.fromkeys([place, *places]))
    cells, missing = _row(series, period, everyone)
    own = next((cell for cell in cells if cell.place == place), None)
    value: Decimal | None = None
    ties: tuple[str, ...] = ()
    if own:
        value = Decimal(1 + sum(cell.value > own.value if highest else cell.value < own.value for cell in cells))
        ties = tuple(cell.place for cell in cells if cell.value == own.value)
    fills: Fills = {
        "place": named(place),
        "period": when(period),
        "value": _shown(value),
        "n": str(len(cells)),
        **WAYS[highest],
    }
    words = "{place} in {period}: rank {value} from the {most}, of {n} with data"
    said = Statement(words, "{place}{period}：在有数据的{n}个地方中，从{most}起排第{value}", fills)
    ordered = sorted(cells, key=lambda cell: (-cell.value if highest else cell.value, cell.place))
    return _made("rank", series, value, "rank", said, ordered, missing, ties=ties)


def extremum_of_places(series: Series, period: str, places: Places, highest: bool = True) -> Result:
    """Return the highest number among places, or the lowest; `where` is the place, ties are all that share it."""
    cells, missing = _row(series, period, places)
    value = (max if highest else min)((cell.value for cell in cells), default=None)
    at = tuple(cell.place for cell in cells if cell.value == value)
    fills: Fills = {
        "period": when(period),
        "value": _shown(value),
        "at": listed([named(one) for one in at]),
        "n": str(len(cells)),
    }
    words = "{most} of {n} with data in {period}: {at}, {value}"
    said = Statement(words, "{period}有数据的{n}个地方中{most}：{at}，{value}", fills | WAYS[highest])
    return _made("extremum_of_places", series, value, series.unit, said, cells, missing, at, at[0] if at else "")


def total(series: Series, places: Places, period: str) -> Result:
    """Return the sum over places; those without data are missing from it, and it says which."""
    cells, missing = _row(series, period, places)
    value = _sum(cells) if cells else None
    fills: Fills = {"period": when(period), "value": _shown(value), "n": str(len(cells))}
    said = Statement("total of {n} places in {period}: {value}", "{period}{n}个地方合计：{value}", fills)
    return _made("total", series, value, series.unit, said, cells, missing)


def share(series: Series, place: str, period: str, places: Places) -> Result:
    """Return the part of a place in the total over places, itself included, in percent."""
    cells, missing = _row(series, period, list(dict.fromkeys([place, *places])))
    own, all_of_it = next((cell for cell in cells if cell.place == place), None), _sum(cells)
    value = own.value / all_of_it * HUNDRED if own and all_of_it > 0 and min(c.value for c in cells) >= 0 else None
    fills: Fills = {
        "place": named(place),
        "period": when(period),
        "value": _shown(value, "percent"),
        "n": str(len(cells)),
    }
    words = "{place} in {period}: {value} of the total of {n} places"
    said = Statement(words, "{place}{period}：占{n}个地方合计的{value}", fills)
    return _made("share", series, value, "percent", said, cells, missing)


def count(series: Series, period: str, places: Places, threshold: Decimal, above: bool = True) -> Result:
    """Return how many places are above a threshold, or below it; `ties` names them."""
    cells, missing = _row(series, period, places)
    there = tuple(cell.place for cell in cells if (cell.value > threshold if above else cell.value < threshold))
    fills: Fills = {
        "period": when(period),
        "n": str(len(cells)),
        "value": str(len(there)),
        "threshold": figure(threshold),
    }
    words = "places {beyond} {threshold} in {period}: {value} of {n} with data"
    said = Statement(words, "{period}{beyond}{threshold}的地方：有数据的{n}个中{value}个", fills | WAYS[above])
    return _made("count", series, Decimal(len(there)), "count", said, cells, missing, there)


def compare(one: tuple[Series, str], other: tuple[Series, str], period: str) -> Result:
    """Return the number of one place, or series, less that of another in the same period."""
    return _two("compare", one, other, period, one[0].unit, lambda a, b: a - b)


def multiple(one: tuple[Series, str], other: tuple[Series, str], period: str) -> Result:
    """Return how many times as large the number of one place, or series, is as that of another."""
    return _two("multiple", one, other, period, "times", lambda a, b: a / b if b > 0 else None)


def _two(
    name: str,
    one: tuple[Series, str],
    other: tuple[Series, str],
    period: str,
    unit: str,
    of: Callable[[Decimal, Decimal], Decimal | None],
) -> Result:
    sides = [(series, place, series.cell(place, period)) for series, place in (one, other)]
    cells = [cell for _, _, cell in sides if cell]
    missing = [(place, period) for _, place, cell in sides if not cell]
    value = of(cells[0].value, cells[1].value) if len(cells) == 2 else None
    a, b = (_side(series, place, cell, one[0] is not other[0]) for series, place, cell in sides)
    fills: Fills = {
        "period": when(period),
        "a": a,
        "b": b,
        "value": _shown(value, unit if unit == "times" else ""),
    }
    said = Statement("{a} beside {b} in {period}: {value}", "{period}{a}与{b}相比：{value}", fills)
    return _made(name, one[0], value, unit, said, cells, missing)


def _side(series: Series, place: str, cell: Cell | None, titled: bool) -> Statement:
    fills: Fills = {
        "place": named(place),
        "value": _shown(cell.value if cell else None),
        "title": series.title,
    }
    if titled:
        return Statement("{title} of {place} ({value})", "{place}的“{title}”（{value}）", fills)
    return Statement("{place} ({value})", "{place}（{value}）", fills)


def _row(series: Series, period: str, places: Places) -> tuple[list[Cell], list[tuple[str, str]]]:
    found = {place: series.cell(place, period) for place in places}
    return [cell for cell in found.values() if cell], [(place, period) for place, cell in found.items() if not cell]


def _made(
    name: str,
    series: Series,
    value: Decimal | None,
    unit: str,
    said: Statement,
    cells: Sequence[Cell],
    missing: Sequence[tuple[str, str]],
    ties: tuple[str, ...] = (),
    where: str = "",
) -> Result:
    coverage = Coverage(len(cells), len(cells) + len(missing))
    return Result(name, value, unit, said, tuple(cells), tuple(missing), coverage, ties, where).noted(series)
