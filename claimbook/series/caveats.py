"""What a reader must know of a reading, in words: where it turns, what differs elsewhere, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from claimbook.language.phrase import Spoken, Statement
from claimbook.series.agree import Truth
from claimbook.series.asked import Asked
from claimbook.series.places import by_code, named
from claimbook.series.result import Result, listed
from claimbook.series.series import Cell, Series
from claimbook.series.trial import Outcome

AROUND = 3  # years before and after that are tried
FEW = 12  # years by which a start may be earlier or later and still be named


class Beside(NamedTuple):
    """The same reading from elsewhere: what was moved, to where, what it comes to."""

    what: Spoken
    truth: Truth
    result: Result | None


def turns(series: Series, outcome: Outcome, ends: Sequence[int], moved: int) -> Spoken | None:
    """Say from where a change goes the other way: “down since 2007, the peak; up since any year before 2003”."""
    asked = outcome.asked
    if len(ends) != 2 or asked.up is None:
        return None
    place = asked.places[0].column(series.columns) or ""
    cells = [cell for cell in series.cells(place) if cell.period.isdigit()]
    own = [cell for end in ends for cell in cells if cell.period == str(end)]
    if len(own) != 2 or own[0].value == own[1].value:
        return None
    ways = _ways(cells, own, moved)
    up = own[1].value > own[0].value
    near = [way for at, way in ways.items() if 0 < abs(at - ends[moved]) <= AROUND]
    if all(way == up for way in near):
        return None
    return _said(ways, ends[moved], up, moved, _extreme(cells, own[moved].value))


def _ways(cells: Sequence[Cell], own: Sequence[Cell], moved: int) -> dict[int, bool]:
    """Return whether it rose, by the year to which the start or the end is moved."""
    fixed, ways = own[1 - moved], {}
    for cell in cells:
        before = cell.period < fixed.period
        apart = abs(int(cell.period) - int(own[moved].period))
        if before == (moved == 0) and cell.period != fixed.period and apart <= FEW and cell.value != fixed.value:
            ways[int(cell.period)] = (fixed.value > cell.value) == before
    return ways


def _extreme(cells: Sequence[Cell], value: Decimal) -> tuple[str, str]:
    """Say that a year is the peak or the trough of all data."""
    if value == max(cell.value for cell in cells):
        return ", the peak", "（峰值）"
    return (", the trough", "（谷底）") if value == min(cell.value for cell in cells) else ("", "")


def _said(ways: dict[int, bool], own: int, up: bool, moved: int, extreme: tuple[str, str]) -> Spoken:
    turned = sorted(at for at, way in ways.items() if way != up)
    first, last = min(ways), max(ways)
    en, zh = [], []
    for run in _runs(turned, sorted(ways)):
        if run[0] == first and run[-1] < own:
            en.append(f"any year before {run[-1] + 1}")
            zh.append(f"{run[-1] + 1}年以前任何一年")
        elif run[-1] == last and run[0] > own:
            en.append(f"any year after {run[0] - 1}")
            zh.append(f"{run[0] - 1}年以后任何一年")
        else:
            en.append(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}")
            zh.append(f"{run[0]}年" if len(run) == 1 else f"{run[0]}至{run[-1]}年")
    way, back = (("up", "上升"), ("down", "下降")) if up else (("down", "下降"), ("up", "上升"))
    word, han = ("since", "自") if moved == 0 else ("until", "至")
    english = f"{way[0]} {word} {own}{extreme[0]}; {back[0]} {word} {', '.join(en)}"
    return Statement(english, f"{han}{own}年{extreme[1]}{way[1]}；{han}{'、'.join(zh)}{back[1]}")


def _runs(turned: Sequence[int], known: Sequence[int]) -> list[list[int]]:
    """Return the years that turn, those next to each other together."""
    place = {year: at for at, year in enumerate(known)}
    groups = groupby(enumerate(turned), lambda pair: place[pair[1]] - pair[0])
    return [[year for _, year in group] for _, group in groups]


def flips(outcome: Outcome, near: Sequence[Beside]) -> Spoken | None:
    """Say from where a reading comes to the opposite, where that is most of the years around it."""
    opposite = Truth.FALSE if outcome.truth == Truth.TRUE else Truth.TRUE
    known = [one for one in near if one.truth in (Truth.TRUE, Truth.FALSE)]
    turned = [one.what for one in known if one.truth == opposite]
    if len(known) < AROUND or len(turned) * 2 <= len(known):
        return None
    en, zh = ", ".join(one.said("en") for one in turned), "、".join(one.said("zh") for one in turned)
    words = ("not so with", "则不成立") if outcome.truth == Truth.TRUE else ("but so with", "则成立")
    return Statement(f"{words[0]} {en}", f"若取{zh}，{words[1]}")


def differs(outcome: Outcome, one: Beside) -> Spoken | None:
    """Say that another vintage, or the amount per head, comes to the opposite."""
    if one.truth not in (Truth.TRUE, Truth.FALSE) or one.truth == outcome.truth:
        return None
    words = ("not so by", "则不成立") if outcome.truth == Truth.TRUE else ("but so by", "则成立")
    return Statement(f"{words[0]} {one.what.said('en')}", f"按{one.what.said('zh')}，{words[1]}")


def known_later(series: Series, day: date) -> Iterator[Spoken]:
    """Say that a vintage is later than the day on which something was said: it may have been revised since."""
    if series.vintage > str(day):
        words = "the vintage is of {vintage}, and it was said by {day}: it may have been revised since"
        fills = {"vintage": series.vintage, "day": str(day)}
        yield Statement(words, "数据是{vintage}版，而主张不晚于{day}：其间可能有修订", fills)


def absent(asked: Asked, series: Series) -> Iterator[Spoken]:
    """Say which members of a group the series has no column for, so that they are not ranked or added."""
    group = asked.among
    if group is None or group.world or not group.members:
        return
    there = {one.code for code in group.within(series.columns) if (one := by_code().get(code))}
    if lacking := [code for code in group.members if code not in there]:
        fills = {"n": str(len(lacking)), "all": str(len(group.members)), "names": listed([named(c) for c in lacking])}
        yield Statement(
            "{n} of {all} members are not in the series: {names}", "{all}个成员中序列缺{n}个：{names}", fills
        )
