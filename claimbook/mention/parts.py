"""Several parts that print one quantity: 7 feet 10 inches, 1 hour and 45 minutes, 20 dollars and 43 cents."""

import re
from collections.abc import Callable
from decimal import Decimal

from claimbook.mention.atoms import Result, atom, unit_of, value
from claimbook.mention.units import MONEY, UNITS
from claimbook.quantity.unit import UNITS as KNOWN

# Each part of a family is worth so many of the next; a part that is no less than that begins a quantity of its own.
FAMILIES: tuple[tuple[tuple[str, int], ...], ...] = (
    (("day", 24), ("hour", 60), ("minute", 60), ("second", 1)),
    (("mile", 1760), ("yard", 3), ("foot", 12), ("inch", 1)),
    (("kilometre", 1000), ("metre", 100), ("centimetre", 10), ("millimetre", 1)),
    (("stone", 14), ("pound", 16), ("ounce", 1)),
    (("tonne", 1000), ("kilogram", 1000), ("gram", 1)),
    (("year", 12), ("month", 1)),
)
PLACE = {unit: (family, place) for family in FAMILIES for place, (unit, _) in enumerate(family)}
CENTS = {word for word, (_, kind, power) in UNITS.items() if kind == "money" and power == -2} | {"c", "¢"}
COINED = frozenset(MONEY.values())  # currencies that may be followed by their hundredths
FOLLOWED = COINED | frozenset(PLACE)
PAST = re.compile(
    r" (?:and )?(?:(\d{2})(?![\d,.:])|(ten|fifteen|(?:twenty|thirty|forty|fifty)(?:-five)?)\b)"
    r"(?=[.,;!?)\n]|$)"
)
# Two more years, 50 previous years: a word between a number and a unit of time.
MORE_TIME = re.compile(
    r" (?:more|additional|extra|fewer|less|further|consecutive|straight|successive|full|whole|"
    r"entire|previous|prior|long|solid|calendar) "
    r"(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
)
MORE_TIME_STARTS = frozenset((" m", " a", " e", " f", " l", " c", " s", " w", " p"))
LINK = re.compile(r",? (?:and )?(?=\d|[a-z])|,(?=\d)|零?(?=[\d零一二三四五六七八九十两])")
HAN_STARTS = frozenset("一二三四五六七八九十两")
STARTS = frozenset(" ,零0123456789") | HAN_STARTS


def may_follow(text: str, result: Result) -> bool:
    """Return whether a smaller part can follow a number: most are ruled out by the next character."""
    after = text[result[1] : result[1] + 1]
    if after in HAN_STARTS and text[result[0]].isdecimal():  # 24小时一秒钟不停
        return False
    return after in STARTS and result[2] is result[3]


def joined(text: str, result: Result) -> Result:
    """Return a number with the smaller parts that follow it, in the unit of the smallest one; money stays as it is."""
    start, end, low, _, unit, comparator, kind = result
    if low is None:
        return result
    step = _cents if unit in COINED else _smaller
    while found := step(text, end, low, unit):
        low, unit, end = found
    return result if end == result[1] else (start, end, low, low, unit, comparator, kind)


def _part(text: str, end: int, fits: Callable[[str], bool]) -> tuple[Decimal, str, int] | None:
    """Return number, unit and end of what comes after a link, if its unit fits."""
    link = LINK.match(text, end)
    found = atom(text, link.end()) if link else None
    if not found or found.scale or found.more or found.tail:
        return None
    unit, end = found.unit, found.end
    if not unit and text[end : end + 1] in ("c", "¢") and not text[end + 1 : end + 2].isalnum():  # $20 and 43c
        unit, end = "c", end + 1
    low, high = value(found.word, None)
    return (low, unit, end) if unit and fits(unit) and low == high else None


def _smaller(text: str, end: int, low: Decimal, unit: str) -> tuple[Decimal, str, int] | None:
    family, place = PLACE[unit]
    if unit == "hour" and low == low.to_integral_value() and (past := PAST.match(text, end)):  # an hour and thirty
        minutes = Decimal(past[1]) if past[1] else value(past[2], None)[0]
        return (60 * low + minutes, "minute", past.end()) if minutes < 60 else None
    part = _part(text, end, lambda word: unit_of(word)[0] in dict(family[place + 1 :]) and not unit_of(word)[2])
    if not part or low != low.to_integral_value():
        return None
    number, name, stop = part[0], unit_of(part[1])[0], part[2]
    last = PLACE[name][1]
    size, limit = Decimal(1), Decimal(1)
    for _, worth in family[place:last]:
        size, limit = size * worth, Decimal(worth)
    listed = text[end : end + 1] == "," or text.startswith(" and ", end)  # 5 feet, 20 inches
    return None if listed and number >= (limit if last - place == 1 else size) else (low * size + number, name, stop)


def _cents(text: str, end: int, low: Decimal, unit: str) -> tuple[Decimal, str, int] | None:
    part = _part(text, end, lambda word: word in CENTS)
    if not part or low != low.to_integral_value() or part[0] >= 100 or unit not in KNOWN:
        return None
    return low + part[0].scaleb(-2), unit, part[2]
