"""Readings among the places of one period: rank, share, and one beside another."""

import re
from collections.abc import Iterator

from claimbook.judge.claim import Claim
from claimbook.language.phrase import Statement
from claimbook.propose.lines import Line, Point
from claimbook.propose.reading import LOWEST, RECORD, SHARE, Reading, named

LESS = re.compile(r"(?i)\b(?:less|fewer|lower|below|smaller)\b|少|低")


def among(words: str, claim: Claim, line: Line) -> Iterator[Reading]:
    """Yield rank, share and comparison of the place from which a line was drawn.

    Parameters
    ----------
    words : str
        What the claim says, and its sentence.
    claim : Claim
    line : Line
        Of places at one period.
    """
    assert claim.quantity
    unit = claim.quantity.unit
    places = [one for one in line.points if one not in line.wholes]
    rest = [one for one in places if one != line.at]
    known = named([*line.points, *(one for one in line.wholes if one not in line.points)], words)
    if unit == "rank" and line.at in places and len(rest) >= 2:
        yield _rank(_is_lowest(claim, words), line, rest, _unsaid(line.at, known))
    if unit == "percent" and SHARE.search(words) and line.at.quantity.unit != "percent":
        yield from _shares(line, rest, known)
    if unit in ("times", "percent", line.at.quantity.unit) and len(known) > 1:
        yield from _beside(words, unit, line, known)


def _unsaid(at: Point, known: dict[Point, int]) -> int:
    """Return how doubtful it is that a place is meant which the words do not name, more so where they name another."""
    return 0 if at in known else 2 if known else 1


def _every(rest: list[Point]) -> str:
    return ", ".join(f"{{{at}}}" for at in range(len(rest) + 1))


def _is_lowest(claim: Claim, words: str) -> bool:
    """Return whether it is counted from the lowest, by the word after the number, or else by those of the claim."""
    after = RECORD.search(claim.selector.suffix)
    return bool(LOWEST.search(after[0] if after else words))


def _rank(lowest: bool, line: Line, rest: list[Point], doubt: int) -> Reading:
    name, period, count = line.at.place, line.at.period, len(rest) + 1
    top, bottom = ("rank_from_top", "highest", "由高到低"), ("rank_from_bottom", "lowest", "由低到高")
    function, en, zh = bottom if lowest else top
    said = Statement(f"among {count} in {period}, {name} with {{0}} is number {{result}}, the {en} first",
                     f"{period}的{count}个之中，{name}为{{0}}，{zh}排第{{result}}")  # fmt: skip
    why = Statement(f"{count} have a figure for {period}", f"共{count}个有数据")
    return Reading(f"{function}({_every(rest)})", (line.at, *rest), said, why, f"rank by {line.what}", period, doubt)


def _shares(line: Line, rest: list[Point], known: dict[Point, int]) -> Iterator[Reading]:
    """Yield the share of each whole, named in the words or known as one, or else of all together."""
    at, metric, period = line.at, f"share of {line.what}", line.at.period
    said = Statement("{0} of {1} is {result}", "{0}占{1}的{result}")
    after = [one for one, place in known.items() if place > known.get(at, -1) and one.quantity.low > at.quantity.low]
    wholes = dict.fromkeys([*(one for one in line.wholes if one != at), *after])
    unsaid = _unsaid(at, known)
    for one in wholes:
        why = Statement(f"the whole is read as “{one.place}”", f"占“{one.place}”的部分")
        yield Reading("{0} / {1}", (at, one), said, why, metric, period, unsaid + (one not in known))
    if not line.wholes and len(rest) >= 2:
        said = Statement(f"{{0}} of all {len(rest) + 1} together is {{result}}",
                         f"{{0}}占全部{len(rest) + 1}项之和的{{result}}")  # fmt: skip
        why = Statement(f"the whole is read as all {len(rest) + 1} together", f"占全部{len(rest) + 1}行的部分")
        yield Reading(f"share({_every(rest)})", (at, *rest), said, why, metric, period, unsaid + 2 * bool(wholes))


def _beside(words: str, unit: str, line: Line, known: dict[Point, int]) -> Iterator[Reading]:
    """Yield the place that is named first beside each other one that is named."""
    first = min(known, key=lambda one: known[one])
    pairs = [(first, one) for one in known if one != first] if line.at in (first, *known) else []
    doubt = 2 * (unit == "percent" and bool(SHARE.search(words)))
    for at, other in pairs:
        why = Statement(f"the words name {other.place}", f"{at.place}与{other.place}相比")
        said = Statement(f"{{0}} ({at.place}) beside {{1}} ({other.place}) is {{result}}",
                         f"{at.place}的{{0}}与{other.place}的{{1}}相比为{{result}}")  # fmt: skip
        metric = f"{line.what}, beside {other.place}"
        if expression := _comparison(unit, at.quantity.unit, bool(LESS.search(words))):
            yield Reading(expression, (at, other), said, why, metric, at.period, doubt)


def _comparison(unit: str, kind: str, less: bool) -> str:
    """Return how two are compared in the unit of a claim; empty where they cannot be."""
    if unit == "times":
        return "{0} / {1}"
    if unit == "percent" and kind != "percent":
        return "1 - {0} / {1}" if less else "{0} / {1} - 1"
    return ("{1} - {0}" if less else "{0} - {1}") if unit == kind else ""
