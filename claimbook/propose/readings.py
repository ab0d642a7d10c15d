"""Readings of a claim of change, share, rank, record or streak: which operation over which figures it speaks of."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimbook.judge.claim import Claim
from claimbook.language.phrase import Statement
from claimbook.propose.among import among
from claimbook.propose.lines import Line, Point
from claimbook.propose.reading import DOWN, LEVEL, LOWEST, MORE_TIMES, RECORD, ROW, SHARE, SINCE, UP, Reading, falls

DURATION = ("year", "month", "quarter", "week", "day")


def readings(claim: Claim, line: Line) -> Iterator[Reading]:
    """Yield what a claim can mean over one line of figures, the likeliest first.

    Parameters
    ----------
    claim : Claim
        Its statement says which operation is meant; in a draft that is the sentence of the article.
    line : Line
    """
    if not claim.quantity:
        return
    words = " ".join(claim.statement.texts.values())
    unit = claim.quantity.unit
    if line.over_time:
        if unit in DURATION:
            yield from _records(words, line, claim, unit)
        elif unit == "times" or not LEVEL.search(claim.selector.prefix):  # “fell to 6.2%” is a level, and no change
            for first, last, doubt in _ends(claim, words, line):
                yield from _changes(words, unit, line, first, last, doubt)
    else:
        yield from among(words, claim, line)


def _ends(claim: Claim, words: str, line: Line) -> Iterator[tuple[Point, Point, int]]:
    """Yield the figures between which a change is meant, with how doubtful that is.

    They are those of the claim's own two periods, or its last one and those before.
    """
    start, _, end = claim.period_text.partition("/")
    own = next((one for one in line.points if one.period == claim.period_text), None)
    last = own or _at(line, end or start) or _latest(line, end or start)
    since = [year for found in SINCE.findall(words) for year in found if year]
    stated = [*since, *([start] if end and not own else [])]
    wanted = dict.fromkeys([*stated, *_before(last.period if last else "")])
    for name in wanted:
        first = _at(line, name)
        if first and last and first.period < last.period:
            yield first, last, 0 if name in stated or not stated else 2


def _at(line: Line, period: str) -> Point | None:
    """Return the figure of a period, or the only one that begins as it does: 2020-10 of a quarter."""
    found = [one for one in line.points if one.period == period]
    near = found or [one for one in line.points if period and _months(one.period) and period in _months(one.period)]
    return near[0] if len(near) == 1 else None


def _months(period: str) -> tuple[str, ...]:
    """Return the first and the last month of a period of several."""
    first, slash, last = period.partition("/")
    return (first, last) if slash else ()


def _latest(line: Line, end: str) -> Point | None:
    """Return the last figure of an undated claim: the newest that is not after the end of its period."""
    return next((one for one in reversed(line.points) if one.period[:4] <= (end or "9")[:4]), None)


def _before(period: str) -> list[str]:
    """Return the periods with which one is usually compared: a year before, and the month before."""
    back = re.sub(r"(?:19|20)\d\d", lambda year: str(int(year[0]) - 1), period)
    found = [back] if back != period else []
    if month := re.fullmatch(r"(\d{4})-(\d\d)", period):
        year, number = int(month[1]), int(month[2])
        found.append(f"{year - (number == 1)}-{number - 1 or 12:02}")
    return found


def _changes(words: str, unit: str, line: Line, first: Point, last: Point, doubt: int) -> Iterator[Reading]:
    why = Statement(f"the change is read as from {first.period} to {last.period}",
                    f"变化读作{first.period}至{last.period}")  # fmt: skip
    period = f"{first.period.partition('/')[0]}/{last.period.rpartition('/')[2]}"
    doubt += 2 * (bool(SHARE.search(words)) and unit == "percent")
    doubt += unit == "times" and not UP.search(words) and not DOWN.search(words)
    doubt += (unit, first.quantity.unit) == ("percent", "percent")  # the growth of a rate, or its points
    for expression, en, zh in _formulas(words, unit, first.quantity.unit):
        said = Statement(f"from {{0}} in {first.period} to {{1}} in {last.period} is {en}",
                         f"{first.period}为{{0}}，{last.period}为{{1}}，{zh}")  # fmt: skip
        yield Reading(expression, (first, last), said, why, f"change of {line.what}", period, doubt)


def _formulas(words: str, unit: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a change in a unit of figures of a kind can be: the expression, and how it is said."""
    down = falls(words)
    if not down and not UP.search(words) and unit != "times":  # “twice as many as in 2007”
        return
    more = ("{result} less", "减少{result}") if down else ("{result} more", "增加{result}")
    difference = "{0} - {1}" if down else "{1} - {0}"
    if unit == "percent":
        yield ("1 - {1} / {0}" if down else "{1} / {0} - 1", *more)
    if unit in ("percent", "percentage_point", "basis_point") and kind == "percent":
        yield difference, "{result} in points", "相差{result}（百分点）"
    elif unit == "times":
        if MORE_TIMES.search(words):
            yield ("{1} / {0} - 1", *more)
        yield "{0} / {1}" if down else "{1} / {0}", "{result} as much", "为其{result}"
    elif unit == kind and unit != "percent":
        yield (difference, *more)


def _records(words: str, line: Line, claim: Claim, unit: str) -> Iterator[Reading]:
    end = claim.period_text.partition("/")[2] or claim.period_text
    upto = [one for one in line.points if one.period[: len(end)] <= end]
    step = _step(upto)
    if len(upto) < 3 or not step or unit not in (step, "year") or not claim.quantity:
        return
    years = {"year": 1, "quarter": 4, "month": 12}[step] if unit == "year" else 1
    if claim.quantity.low * years > len(upto) - 1:  # the figures do not reach back so far
        return
    upto = upto[-int(claim.quantity.low * years) - 2 :]  # one step more than is claimed, to see where it ends
    last, first, every = upto[-1], upto[0], ", ".join(f"{{{at}}}" for at in range(len(upto)))
    span_ = f"{first.period.partition('/')[0]}/{last.period.rpartition('/')[2]}"
    since = Statement(f"there are {len(upto)} figures in a row from {first.period} to {last.period}",
                      f"{first.period}至{last.period}有{len(upto)}个连续数据")  # fmt: skip
    if ROW.search(words):
        name, en, zh = ("falls_in_a_row", "fell", "下降") if falls(words) else ("rises_in_a_row", "rose", "上升")
        said = Statement(f"up to {last.period} it {en} {{result}} in a row", f"截至{last.period}，已连续{zh}{{result}}")
        yield Reading(f"{name}({every}) * {step}", tuple(upto), said, since, f"run of {line.what}", span_)
    elif RECORD.search(words):
        name, en, zh = ("lowest_for", "lowest", "最低") if LOWEST.search(words) else ("highest_for", "highest", "最高")
        at = f"{{{len(upto) - 1}}}"
        said = Statement(f"at {at} in {last.period} it was the {en} for {{result}}",
                         f"{last.period}为{at}，是{{result}}以来{zh}")  # fmt: skip
        yield Reading(f"{name}({every}) * {step}", tuple(upto), said, since, f"record of {line.what}", span_)


def _step(points: list[Point]) -> str:
    """Return how far apart the figures of a line are: a year, a quarter or a month; empty where it has gaps."""
    numbers = []
    for point in points:
        found = re.match(r"(\d{4})(?:-(\d\d))?(/)?", point.period)
        if not found:
            return ""
        numbers.append(int(found[1]) * 12 + int(found[2] or 1))
    apart = {after - before for before, after in pairwise(numbers)}
    return {12: "year", 3: "quarter", 1: "month"}.get(apart.pop(), "") if len(apart) == 1 else ""
