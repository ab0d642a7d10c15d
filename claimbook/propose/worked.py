"""An operation over the cells of a series as a computation of figures: the expression, its cells and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimbook.language.phrase import Statement
from claimbook.propose.counted import spanned
from claimbook.series.asked import Asked
from claimbook.series.places import named
from claimbook.series.result import Result, when
from claimbook.series.series import Cell

STEPS = {4: "year", 7: "month"}  # by how long a period is written


@dataclass(frozen=True)
class Worked:
    """A computation.

    Parameters
    ----------
    expression : str
        With ``{0}``, ``{1}`` … for the cells.
    cells : tuple of Cell
    words : Statement
        With ``{0}``, ``{1}`` … and ``{result}``.
    unit : str
        Of the result; empty: that of the series.
    """

    expression: str
    cells: tuple[Cell, ...]
    words: Statement
    unit: str = ""

    @property
    def period(self) -> str:
        """From the first to the last of its cells, as the tables write it."""
        periods = [cell.period for cell in self.cells]
        return spanned(min(periods), max(periods))


def worked(result: Result, asked: Asked) -> Worked | None:
    """Return the computation of a result; None where it has none, or a cell is missing that it needs."""
    make = MAKERS.get(result.operation)
    return make(result, asked) if make and result.cells and result.value is not None else None


def _level(result: Result, asked: Asked) -> Worked:
    place, period = _named(result.cells[0])
    return Worked(
        "{0}", result.cells[:1], Statement(f"{place[0]} in {period}: {{0}}", f"{place[1]}{_year(period)}：{{0}}")
    )


def _change(result: Result, asked: Asked) -> Worked:
    down = asked.up is False
    return _ends(result, "{0} - {1}" if down else "{1} - {0}", "", down)


def _growth(result: Result, asked: Asked) -> Worked:
    down = asked.up is False
    return _ends(result, "1 - {1} / {0}" if down else "{1} / {0} - 1", "percent", down)


def _ratio(result: Result, asked: Asked) -> Worked:
    return _ends(result, "{0} / {1}" if asked.up is False else "{1} / {0}", "times", False)


def _ends(result: Result, expression: str, unit: str, down: bool) -> Worked:
    """Return the computation of a change from the first of two cells to the second."""
    first, last = result.cells
    place, _ = _named(first)
    way = (" less", "减少") if down else (" more", "增加") if unit != "times" else (" as much", "为其")
    en = f"{place[0]}, from {{0}} in {first.period} to {{1}} in {last.period}: {{result}}{way[0]}"
    zh = f"{place[1]}{_year(first.period)}为{{0}}，{_year(last.period)}为{{1}}，{way[1]}{{result}}"
    return Worked(expression, result.cells, Statement(en, zh), unit)


def _average(result: Result, asked: Asked) -> Worked:
    return _all(result, f"total({_places(result.cells)}) / {len(result.cells)}", ("average", "平均"))


def _total(result: Result, asked: Asked) -> Worked:
    return _all(result, f"total({_places(result.cells)})", ("total", "合计"))


def _all(result: Result, expression: str, what: tuple[str, str]) -> Worked:
    """Return a computation over the periods of a place, or the places of a period."""
    place, period = _named(result.cells[0])
    last = result.cells[-1].period
    if last == period:
        en, zh = f"{len(result.cells)} places in {period}", f"{_year(period)}{len(result.cells)}个地方"
    else:
        en, zh = f"{place[0]}, {period} to {last}", f"{place[1]}{_year(period)}至{_year(last)}"
    return Worked(expression, result.cells, Statement(f"{what[0]} of {en}: {{result}}", f"{zh}{what[1]}：{{result}}"))


def _extremum(result: Result, asked: Asked) -> Worked | None:
    cell = next((one for one in result.cells if result.where in (one.period, one.place)), None)
    if cell is None:
        return None
    place, period = _named(cell)
    en, zh = f"the extreme value is that of {place[0]} in {period}: {{0}}", f"极值在{place[1]}{_year(period)}：{{0}}"
    return Worked("{0}", (cell,), Statement(en, zh))


def _rank(result: Result, asked: Asked) -> Worked | None:
    cells, name = _own_first(result, asked), "bottom" if asked.up is False else "top"
    if not cells:
        return None
    place, period = _named(cells[0])
    way = ("lowest", "最低") if asked.up is False else ("highest", "最高")
    en = f"{place[0]} in {period}, at {{0}}, from the {way[0]} of {len(cells)} places with data: rank {{result}}"
    zh = f"{place[1]}{_year(period)}为{{0}}，在有数据的{len(cells)}个地方中从{way[1]}起排第{{result}}"
    return Worked(f"rank_from_{name}({_places(cells)})", cells, Statement(en, zh), "rank")


def _share(result: Result, asked: Asked) -> Worked | None:
    if not (cells := _own_first(result, asked)):
        return None
    place, period = _named(cells[0])
    en = f"{place[0]} in {period}, at {{0}}, of the total of {len(cells)} places with data: {{result}}"
    zh = f"{place[1]}{_year(period)}为{{0}}，占有数据的{len(cells)}个地方合计的{{result}}"
    return Worked(f"share({_places(cells)})", cells, Statement(en, zh), "percent")


def _streak(result: Result, asked: Asked) -> Worked | None:
    name, en, zh = ("falls", "fell", "下降") if asked.up is False else ("rises", "rose", "上升")
    return _counted(result, f"{name}_in_a_row", f"it {en} {{result}} in a row", f"已连续{zh}{{result}}")


def _since(result: Result, asked: Asked) -> Worked | None:
    name, en, zh = ("lowest", "lowest", "最低") if asked.up is False else ("highest", "highest", "最高")
    return _counted(result, f"{name}_for", f"it was the {en} for {{result}}", f"为{{result}}以来{zh}")


def _counted(result: Result, name: str, en: str, zh: str) -> Worked | None:
    """Return a computation that counts periods back from the last; None where one is missing."""
    step = STEPS.get(len(result.cells[-1].period), "")
    if not step or len(result.cells) < 2 or (step == "year" and not _yearly(result.cells)):
        return None
    place, period = _named(result.cells[-1])
    words = Statement(f"{place[0]}, up to {period}: {en}", f"{place[1]}截至{_year(period)}，{zh}")
    return Worked(f"{name}({_places(result.cells)}) * {step}", result.cells, words, step)


def _yearly(cells: Sequence[Cell]) -> bool:
    return all(int(other.period) - int(one.period) == 1 for one, other in pairwise(cells))


def _compare(result: Result, asked: Asked) -> Worked | None:
    return _two(result, "{0} - {1}", "", ("difference", "相差"))


def _multiple(result: Result, asked: Asked) -> Worked | None:
    return _two(result, "{0} / {1}", "times", ("ratio", "之比"))


def _two(result: Result, expression: str, unit: str, what: tuple[str, str]) -> Worked | None:
    if len(result.cells) != 2:
        return None
    (one, period), (other, _) = (_named(cell) for cell in result.cells)
    en = f"{one[0]} ({{0}}) beside {other[0]} ({{1}}) in {period}, {what[0]}: {{result}}"
    zh = f"{_year(period)}{one[1]}（{{0}}）与{other[1]}（{{1}}）{what[1]}：{{result}}"
    return Worked(expression, result.cells, Statement(en, zh), unit)


def _own_first(result: Result, asked: Asked) -> tuple[Cell, ...]:
    """Return the cells with that of the place itself first; none where it has none."""
    codes = {code for place in asked.places for code in place.codes}
    own = [cell for cell in result.cells if cell.place in codes]
    return (own[0], *(cell for cell in result.cells if cell != own[0])) if own else ()


def _places(cells: Sequence[Cell]) -> str:
    return ", ".join(f"{{{at}}}" for at in range(len(cells)))


def _named(cell: Cell) -> tuple[tuple[str, str], str]:
    """Return the name of a cell's place in both languages, without signs of a place to be filled, and its period."""
    name = named(cell.place)
    en, zh = (name.said(language).replace("{", "(").replace("}", ")") for language in ("en", "zh"))
    return (en, zh), cell.period


def _year(period: str) -> str:
    """Return a period as Chinese says it."""
    return when(period).said("zh")


MAKERS: dict[str, Callable[[Result, Asked], Worked | None]] = {
    "level": _level,
    "change": _change,
    "growth": _growth,
    "ratio": _ratio,
    "average": _average,
    "total_of_periods": _total,
    "total": _total,
    "extremum": _extremum,
    "extremum_of_places": _extremum,
    "rank": _rank,
    "share": _share,
    "streak": _streak,
    "since": _since,
    "compare": _compare,
    "multiple": _multiple,
}
