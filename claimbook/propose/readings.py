"""Readings of a claim of change, share, rank, record or streak: which operation over which figures it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimbook.judge.claim import Claim
from claimbook.language.phrase import Statement
from claimbook.propose.lines import Line, Point

DOWN = re.compile(
    r"(?i)\b(?:down|fell|fall(?:en|s|ing)?|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slid|slump\w*|cut|cuts|reduc\w*|lost"
    r"|lower than|fewer|less than|slash\w*|halv\w*)\b|减|降|跌|少|缩|下滑|回落"
)
UP = re.compile(
    r"(?i)\b(?:up|rose|ris(?:e|en|es|ing)|grew|grow\w*|climb\w*|gain\w*|increas\w*|jump\w*|surg\w*|soar\w*|add(?:ed|s|ing)?"
    r"|creat\w*|more than|expand\w*|new)\b|增|升|涨|提高|扩大|新增"
)
SHARE = re.compile(
    r"(?i)\b(?:share|proportion|account(?:s|ed|ing)? for|makes? up|made up|(?:percent|per cent) of)\b|% of\b"
    r"|占|比重|份额|比例"
)
RECORD = re.compile(r"(?i)\b(?:lowest|highest|record|low|high|fewest|most|worst|best)\b|新低|新高|最低|最高|最少|最多")
LOWEST = re.compile(r"(?i)\b(?:lowest|fewest|smallest|least|bottom|low)\b|新低|最低|最少|最小|倒数|末位")
ROW = re.compile(r"(?i)\b(?:in a row|consecutive\w*|straight|running|successive)\b|连续|连(?:涨|跌|升|降)")
SINCE = re.compile(
    r"(?i)\b(?:since|from|in|between|than)\s+((?:19|20)\d\d)\b"
    r"|(?:自|从|较|比|与)\s?((?:19|20)\d\d)年|((?:19|20)\d\d)年(?:以来|起|至|到)"
)
MORE_TIMES = re.compile(r"(?i)times (?:more|higher|larger|greater)|增(?:长|加)了?[\d.一二两三四五六七八九十]+倍")
LEVEL = re.compile(
    r"(?i)\b(?:to|at|was|is)(?: (?:about|around|some|just|only|nearly))?\s$|(?:至|到|为|达|占|有)[约近了]?$"
)
DURATION = ("year", "month", "quarter", "week", "day")


@dataclass(frozen=True)
class Reading:
    """What a claim is read as.

    Parameters
    ----------
    expression : str
        With ``{0}``, ``{1}`` … for the points.
    points : tuple of Point
    words : Statement
        The computation, with ``{0}``, ``{1}`` … and ``{result}``.
    why : Statement
        Which words were read so, and what was chosen where they leave it open.
    metric : str
    period : str
    """

    expression: str
    points: tuple[Point, ...]
    words: Statement
    why: Statement
    metric: str
    period: str


def readings(claim: Claim, sentence: str, line: Line) -> Iterator[Reading]:
    """Yield what a claim can mean over one line of figures, the likeliest first.

    Parameters
    ----------
    claim : Claim
    sentence : str
        The published sentence, whose words say which operation is meant.
    line : Line
    """
    if not claim.quantity:
        return
    words = f"{sentence} {claim.statement.en} {claim.statement.zh}"
    unit = claim.quantity.unit
    if line.over_time:
        if unit in DURATION:
            yield from _records(words, line, claim, unit)
        elif unit == "times" or not LEVEL.search(claim.selector.prefix):  # “fell to 6.2%” is a level, and no change
            for first, last in _ends(claim, words, line):
                yield from _changes(words, unit, line, first, last)
    else:
        yield from _among(words, unit, line, claim)


def _ends(claim: Claim, words: str, line: Line) -> Iterator[tuple[Point, Point]]:
    """Yield the figures between which a change is meant: the claim's own two periods, or its last and those before."""
    known = {point.period: point for point in line.points}
    start, _, end = claim.period_text.partition("/") if claim.period_text not in known else ("", "", claim.period_text)
    last = known.get(end or start) or _latest(line, end or start)
    since = [year for found in SINCE.findall(words) for year in found if year]
    wanted = [*since, *([start] if end and start else []), *_before(last.period if last else "")]
    for name in dict.fromkeys(wanted):
        first = known.get(name)
        if first and last and first.period < last.period:
            yield first, last


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


def _changes(words: str, unit: str, line: Line, first: Point, last: Point) -> Iterator[Reading]:
    why = Statement(f"the change is read as from {first.period} to {last.period}",
                    f"变化读作{first.period}至{last.period}")  # fmt: skip
    for expression, en, zh in _formulas(words, unit, first.quantity.unit):
        said = Statement(f"from {{0}} in {first.period} to {{1}} in {last.period} is {en}",
                         f"{first.period}为{{0}}，{last.period}为{{1}}，{zh}")  # fmt: skip
        yield Reading(expression, (first, last), said, why, f"change of {line.what}", f"{first.period}/{last.period}")


def _formulas(words: str, unit: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a change in a unit of figures of a kind can be: the expression, and how it is said."""
    falls = _falls(words)
    if not falls and not UP.search(words):
        return
    more = ("{result} less", "减少{result}") if falls else ("{result} more", "增加{result}")
    difference = "{0} - {1}" if falls else "{1} - {0}"
    if unit == "percent":
        yield ("1 - {1} / {0}" if falls else "{1} / {0} - 1", *more)
    if unit in ("percent", "percentage_point", "basis_point") and kind == "percent":
        yield difference, "{result} in points", "相差{result}（百分点）"
    elif unit == "times":
        if MORE_TIMES.search(words):
            yield ("{1} / {0} - 1", *more)
        yield "{0} / {1}" if falls else "{1} / {0}", "{result} as much", "为其{result}"
    elif unit == kind and unit != "percent":
        yield (difference, *more)


def _falls(words: str) -> bool:
    """Return whether the words speak of a fall, by what comes first in them."""
    down, up = DOWN.search(words), UP.search(words)
    return down is not None and (up is None or down.start() < up.start())


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
    span_ = f"{first.period}/{last.period}"
    since = Statement(f"there are {len(upto)} figures in a row from {first.period} to {last.period}",
                      f"{first.period}至{last.period}有{len(upto)}个连续数据")  # fmt: skip
    if ROW.search(words):
        name, en, zh = ("falls_in_a_row", "fell", "下降") if _falls(words) else ("rises_in_a_row", "rose", "上升")
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


def _among(words: str, unit: str, line: Line, claim: Claim) -> Iterator[Reading]:
    """Yield rank, share and multiple among the places of one period."""
    places = [one for one in line.points if not one.is_total or one == line.at]
    rest = [one for one in places if one != line.at]
    whole = [one for one in line.points if one.is_total and one != line.at]
    every = ", ".join(f"{{{at}}}" for at in range(len(rest) + 1))
    name, period = line.at.place, line.at.period
    if unit == "rank" and len(rest) >= 2:
        top, bottom = ("rank_from_top", "highest", "由高到低"), ("rank_from_bottom", "lowest", "由低到高")
        function, en, zh = bottom if LOWEST.search(words) else top
        said = Statement(f"among {len(rest) + 1} in {period}, {name} with {{0}} is number {{result}}, the {en} first",
                         f"{period}的{len(rest) + 1}个之中，{name}为{{0}}，{zh}排第{{result}}")  # fmt: skip
        why = Statement(f"{len(rest) + 1} have a figure for {period}", f"共{len(rest) + 1}个有数据")
        yield Reading(f"{function}({every})", (line.at, *rest), said, why, f"rank by {line.what}", period)
    if unit == "percent" and SHARE.search(words) and line.at.quantity.unit != "percent":
        said = Statement("{0} of {1} is {result}", "{0}占{1}的{result}")
        for one in whole:
            why = Statement(f"the whole is read as “{one.place}”", f"占“{one.place}”的部分")
            yield Reading("{0} / {1}", (line.at, one), said, why, f"share of {line.what}", period)
        if not whole and len(rest) >= 2:
            said = Statement(f"{{0}} of all {len(rest) + 1} together is {{result}}",
                             f"{{0}}占全部{len(rest) + 1}项之和的{{result}}")  # fmt: skip
            why = Statement(f"the whole is read as all {len(rest) + 1} together", f"占全部{len(rest) + 1}行的部分")
            yield Reading(f"share({every})", (line.at, *rest), said, why, f"share of {line.what}", period)
    if unit in ("times", line.at.quantity.unit, "percent"):
        for other in (one for one in line.points if one.place != name and _named(one.place, words)):
            yield from _beside(words, unit, line, other)


def _named(place: str, words: str) -> bool:
    parts = [part.strip() for part in place.split("|")]
    return any(len(part) > 1 and part.lower() in words.lower() for part in parts)


def _beside(words: str, unit: str, line: Line, other: Point) -> Iterator[Reading]:
    at, less = line.at, bool(re.search(r"(?i)\b(?:less|fewer|lower|below|smaller)\b|少|低", words))
    why = Statement(f"the words name {other.place}", f"{at.place}与{other.place}相比")
    said = Statement(f"{{0}} ({at.place}) beside {{1}} ({other.place}) is {{result}}",
                     f"{at.place}的{{0}}与{other.place}的{{1}}相比为{{result}}")  # fmt: skip
    metric = f"{line.what}, beside {other.place}"
    if unit == "times":
        yield Reading("{0} / {1}", (at, other), said, why, metric, at.period)
    elif unit == "percent" and at.quantity.unit != "percent":
        yield Reading("1 - {0} / {1}" if less else "{0} / {1} - 1", (at, other), said, why, metric, at.period)
    elif unit == at.quantity.unit:
        yield Reading("{1} - {0}" if less else "{0} - {1}", (at, other), said, why, metric, at.period)
