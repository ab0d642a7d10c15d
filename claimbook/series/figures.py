"""The numbers of a claim on the scales of series, with what compares them: “fewer than 1:600”, “3,000 a day”, “none”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from claimbook.mention import Mention, mentions
from claimbook.mention.rate import rate
from claimbook.quantity.quantity import Quantity
from claimbook.series.bounds import comparator
from claimbook.series.folds import CUT_IN, of_then
from claimbook.series.moves import BESIDE, BY, BY_SO_MUCH, MOVES, PASSIVE, THAN_BEFORE, TO, VERB_RIGHT_BEFORE
from claimbook.series.rated import per_so_many, rated
from claimbook.series.scale import A_YEAR, ANY, Scale, claimed


class Role(StrEnum):
    """What a number says of the metric."""

    LEVEL = "level"
    CHANGE = "change"  # in percent, points or times
    THEN = "then"  # as much as so many times what it was in another year
    TIMES = "times"  # as many as somewhere else
    RANK = "rank"


@dataclass(frozen=True)
class Figure:
    """A number of a claim.

    Parameters
    ----------
    start, end : int
        Where it is.
    words : str
    quantity : Quantity
    scale : Scale or None
        None where nothing that a series is counted in fits, such as euros.
    role : Role
    falling : bool or None
        Of a change: whether it falls; None where the words leave it open.
    rated : bool
        Whether it is per day, hour, week or month.
    """

    start: int
    end: int
    words: str
    quantity: Quantity
    scale: Scale | None
    role: Role = Role.LEVEL
    falling: bool | None = None
    rated: bool = False


NAMED_KINDS = ("date", "clock", "schedule", "code", "point")
TIMES_OF_LIFE = ("years", "hours", "days")  # of a length of time, if the series is counted in it
RATIO = re.compile(
    r"(?i)(?P<about>about |around |roughly |approximately )?"
    r"(?:\b1 ?[:：] ?(?P<low>\d[\d,]*)(?: ?[-–] ?(?P<high>\d[\d,]*))?"
    r"|\b(?:(?:one|1|a single) (?:[a-z-]+ ){1,4}?(?:for|to|per|serving|serves|in)(?: (?:every|each|about))?|an? (?:[a-z-]+ ){1,4}?for (?:every|each)) (?P<each>\d[\d,]{2,}))"
)
YEAR, IN_YEAR = re.compile(r"(?:19|20)\d\d"), re.compile(r"(?i)\bin \d+$")
NIGHTS = re.compile(r"(?i)^ nights?\b")
NONE = re.compile(
    r"(?i)\b(?:no(?! (?:(?:other )?(?:country|nation|economy|one|place)|longer|more|less|fewer|doubt|later|sooner|better|worse)\b)|zero|not a single|not any|without any|never any|nil) (?:recorded |reported |new |civilian |known )?"
    r"(?=[a-z])|\b(?:has|have|had|do|does|did)(?: not|n['’]t)(?: ever)? (?:produced?|used?|generated?|recorded?|reported?|had|have)\b"
    r"(?: any)?|没有(?!任?何?哪?个?国家|[^，。；]{0,6}(?:再|回|超过|达到|下降|上升|增|减|改善|恢复|低于|高于|变|进步|提高|降低|好转))|零"
)
CLAUSE = re.compile(r"[.,;:，。；：]")
MILLION_TONNES = re.compile(r"^\s?(?:MMT|MT|Mt|million metric tons)\b")
FROM_TO = re.compile(
    r"(?i)\bfrom (?:about |around |just |only |a |an )*[\d.,$£€]+ ?%?[^,;]{0,14}?(?P<to> to ).*$|从[\d.]+%?(?P<zh>到)"
)
PER_SO_MANY = re.compile(r"(?i)\b(?:per|for every|out of every|in every) $|每$")
SCALE_OF = re.compile(r"(?i)\b(?:scale|index) (?:of|from)(?: \w+ to)? $")
COUNT = Scale("count")
BARE = re.compile(
    r"(?i)^\s*(?:$|[.,;:)\]”。，；]|(?:in|by|between|from|since|today|now|and|to|last|this|during|as|on|for|at|while|points?|out of)\b)"
)
POINTS = re.compile(r"(?i)\b(\d+(?:\.\d+)?) points?\b(?! of)")
TIMES_OF = re.compile(r"^ times (?:(?:that|those) (?:of|in)\b|[A-Z]\w+(?: \w+)?['’])")
ZH_TIMES = re.compile(r"(?:是|为|相当于|达到?)(?![^，。；]*年)[^，。；\d]{1,8}的?(?:大?约|近|将近|超过)?$")
TIMES_AS = re.compile(
    r"(?i)^\s*the (?:world|global|European|EU|OECD|African|Asian) (?:average|mean|rate|level|figure)\b|^\s*(?:as (?:many|much|high|large|big)|more|higher|larger|bigger|the)\b.{0,60}?\b(?:as|than|of)\b"
    r"|^\s*(?:that|those) (?:of|in)\b"
)


def find_figures(text: str) -> list[Figure]:
    """Return the numbers that a claim states of its metric, in the order of the text."""
    text = text.replace("trebl", "tripl")
    ratios = list(_ratios(text))
    covered = [(one.start, one.end) for one in ratios]
    plain = [one for one in _plain(text) if not any(start < one.end and one.start < end for start, end in covered)]
    found = [*ratios, *plain]
    if not any(one.role == Role.LEVEL and not one.quantity.high for one in found):
        found += _none(text, found)
    found += _points(text, found)
    return _inherited(sorted(found, key=lambda one: one.start), text)


def _inherited(found: list[Figure], text: str) -> list[Figure]:
    """Give a bare number the scale of the one before: “from 20 terawatt-hours in 2018 to less than 1”."""
    made: list[Figure] = []
    for one in found:
        bare = one.scale == COUNT and not one.rated and one.quantity.high and BARE.match(text[one.end :])
        if bare and one.role == Role.LEVEL:
            before = made[-1].scale if made and made[-1].role == Role.LEVEL else None
            one = replace(one, scale=before or Scale(ANY))
        made.append(one)
    return made


def _ratios(text: str) -> Iterator[Figure]:
    """Read one doctor for every 2,500 people, or 1:2,500, as a part of the people."""
    for match in RATIO.finditer(text):
        ends = [Decimal(words.replace(",", "")) for words in (match["low"] or match["each"], match["high"]) if words]
        if min(ends) < 20 or (YEAR.fullmatch(str(max(ends))) and IN_YEAR.search(match[0])):
            continue
        low, high = 1 / max(ends), 1 / min(ends)
        quantity = Quantity(
            low, high, "count/person", "~" if match["about"] else comparator(text[: match.start()], "="), "spoken"
        )
        yield Figure(match.start(), match.end(), match[0].strip(), quantity, Scale("count", per=Decimal(1)))


def _none(text: str, found: list[Figure]) -> Iterator[Figure]:
    for match in NONE.finditer(text):
        before = any(
            one.role == Role.LEVEL and one.end <= match.start() and not CLAUSE.search(text[one.end : match.start()])
            for one in found
        )  # of “300 million have no electricity” the number is theirs
        if not before and not any(one.start <= match.start() < one.end for one in found):
            quantity = Quantity(Decimal(0), Decimal(0), "count", "=", "exact")
            yield Figure(match.start(), match.end(), match[0].strip(), quantity, None)
            return


def _points(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Read “fell by 11 points”, of a scale."""
    for match in POINTS.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        before, number = text[: match.start()], Decimal(match[1])
        role, falling = _moved(before, text[match.end() :])
        quantity = Quantity(number, number, "count", comparator(before, "="))
        yield Figure(match.start(), match.end(), match[0], quantity, Scale(ANY), role, falling)


def _moved(before: str, after: str) -> tuple[Role, bool | None]:
    """Return which way it moved, from the last movement before a number or the first after it."""
    moves = list(MOVES.finditer(before[-60:])) or list(MOVES.finditer(after[:30]))
    return Role.CHANGE, bool(moves[-1]["down"] or moves[-1]["zh_down"]) if moves else None


def _plain(text: str) -> Iterator[Figure]:
    for mention in mentions(text):
        quantity = mention.quantity
        if quantity is None or mention.kind in NAMED_KINDS:
            continue
        before, after = text[: mention.start], text[mention.end :]
        if PER_SO_MANY.search(before) or SCALE_OF.search(before):
            continue
        if " to " in mention.exact[1:] and (match := FROM_TO.search(before[-40:] + mention.exact)):
            yield from _two(text, mention, match)
            continue
        unit = rated(text, mention)
        scale, often = claimed(unit), any(each in A_YEAR for each in unit.split("/")[1:])
        scale = per_so_many(scale, before, after)
        if MILLION_TONNES.match(after):
            scale = Scale("mass", Decimal("1E+9"))
        bound = comparator(before, quantity.comparator)
        role, falling = _role(mention, before, after)
        quantity = replace(quantity, comparator=bound)
        if TIMES_OF.match(after):
            role, falling, scale, quantity = Role.TIMES, None, Scale("times"), replace(quantity, unit="times")
        if fold := of_then(quantity, before, after):
            role, falling, scale, quantity = Role.THEN, None, Scale("times"), fold
        if scale == COUNT and NIGHTS.match(after):
            scale = Scale("days")
        yield Figure(mention.start, mention.end, mention.exact, quantity, scale, role, falling, often)


def _two(text: str, mention: Mention, match: re.Match[str]) -> Iterator[Figure]:
    """Read both ends of “rose from 2.5% to 17%”, which looks like a range."""
    middle = mention.start + mention.exact.index(match["to"], 1)
    for start, end, value in (
        (mention.start, middle, mention.low),
        (middle + len(match["to"]), mention.end, mention.high),
    ):
        words, comparator = text[start:end].strip(), "~" if "about" in match[0] else "="
        if value is not None:
            quantity = Quantity(value, value, mention.unit, comparator)
            yield Figure(start, end, words, quantity, claimed(rate(text, mention)))


def _role(mention: Mention, before: str, after: str) -> tuple[Role, bool | None]:
    """Tell a level from a change, a rank and a comparison."""
    if mention.kind == "ordinal" or mention.unit == "rank":
        return Role.RANK, None
    far = BY_SO_MUCH.search(before[-30:]) and not BY.search(before[-60:])
    clause = re.split("[.;,:]", before)[-1] if far else before[-60:]
    moves = list(MOVES.finditer(clause)) or list(MOVES.finditer(after[:30]))
    falling = bool(moves[-1]["down"] or moves[-1]["zh_down"]) if moves else None
    if mention.unit == "times":
        if re.match(r"(?i)(?:doubl|tripl|trebl|quadrupl|halv)", mention.exact):
            return Role.CHANGE, mention.exact.casefold().startswith("halv")
        beside = TIMES_AS.match(after) or ZH_TIMES.search(before)
        return (Role.TIMES, None) if beside else (Role.CHANGE, falling)
    if TO.search(before[-30:]) and not BY.search(before[-60:]):
        return Role.LEVEL, None
    if mention.unit == "percentage_point":
        return Role.CHANGE, falling
    if apart := THAN_BEFORE.match(after):
        return Role.CHANGE, bool(apart["down"])
    if BY.search(before[-60:]) or (far and moves) or VERB_RIGHT_BEFORE.search(before[-40:]):
        return Role.CHANGE, falling
    if mention.unit == "percent" and CUT_IN.search(before):
        return Role.CHANGE, True
    if mention.unit == "percent" and (
        (mention.kind == "change" and (moves or not PASSIVE.search(before))) or BESIDE.match(after)
    ):
        beside = MOVES.search(after[:25])
        return Role.CHANGE, bool(beside["down"] or beside["zh_down"]) if beside else falling
    return Role.LEVEL, None
