"""How a match of each form is read: start, end, both ends, unit, comparator and kind."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from claimbook.mention import atoms, comparators, forms, named, numerals, spoken
from claimbook.mention.atoms import Result
from claimbook.mention.numerals import Ends
from claimbook.mention.units import UNITS

ONE_PERCENT = ("percent", "share")

Match: TypeAlias = re.Match[str]
Reader: TypeAlias = Callable[[str, Match], Result | None]


def _one(text: str, match: Match, value: Decimal | None, unit: str, kind: str) -> Result:
    """Return one value with the comparator around the match."""
    start, end = match.span()
    return start, end, value, value, unit, comparators.comparator(text, start, end, unit), kind


def valueless(unit: str, kind: str | None = None) -> Reader:
    """Return a reader of forms without a value."""
    return lambda text, match: (*match.span(), None, None, unit, "=", kind or unit)


def valued(unit: str, kind: str, value: Callable[[Match], Decimal | Ends | None]) -> Reader:
    """Return a reader of a form in a unit of its own; `value` returns one value or both ends, or None."""

    def read(text: str, match: Match) -> Result | None:
        """Read a match in that unit."""
        found = value(match)
        if found is None:
            return None
        low, high = found if isinstance(found, tuple) else (found, found)
        start, end = match.span()
        if match[0][-1] == "多":
            return start, end, low, high, unit, ">", kind
        return start, end, low, high, unit, comparators.comparator(text, start, end, unit), kind

    return read


def coins(value: Callable[[Match], Decimal]) -> Reader:
    """Return a reader of money as it is spoken, 三块零四, which is of Hong Kong where it says 蚊."""

    def read(text: str, match: Match) -> Result:
        """Read a match in its currency."""
        return _one(text, match, value(match), "HKD" if "蚊" in match[0] else "CNY", "money")

    return read


def exactly(unit: str, kind: str, value: Callable[[Match], Ends]) -> Reader:
    """Return a reader of a form that takes no comparator."""
    return lambda text, match: (*match.span(), *value(match), unit, "=", kind)


def code(text: str, match: Match) -> Result:
    """Read an identifier, which has no value."""
    return _one(text, match, None, "code", "code")


def schedule(text: str, match: Match) -> Result:
    """Read a weekly schedule, as an hour of the week where it names one."""
    hour = named.hour_of_week(match[0])
    return *match.span(), hour, hour, "schedule" if hour is None else "weekday_hour", "=", "schedule"


def _percent(value: Decimal) -> Decimal:
    """Return a fraction in percent, printed to 1 at the coarsest: 20 and not 2E+1, which would be printed to tens."""
    value = (value * 100).normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def fraction(text: str, match: Match) -> Result | None:
    """Read 五分之一 as a share, 一又二分之一 as a number."""
    found = forms.fraction(match)
    if not found:
        return None
    value, share = found
    if share:
        return _one(text, match, _percent(value), *ONE_PERCENT)
    return _one(text, match, value, "count", "count")


PAGED = re.compile(r"\w\.\w+/\S* $")  # an address and the page of how many, at the foot of a page
PART_BEFORE = re.compile("[的其为占到约近足至于是即一比仅]$")  # 仅为其1/10: a share, no points


def slash(text: str, match: Match) -> Result | None:
    """Read 8.5/10 as points, 3/4 as a share, 1 3/5 as a number."""
    over, below = Decimal(match["over"]), Decimal(match["below"])
    start, end = match.span()
    if not below or (text[end : end + 1] in ("", "\n") and PAGED.search(text, max(0, start - 80), start)):
        return None
    measured = atoms.UNIT_AT.match(text, end)
    unit, kind, power = atoms.unit_of(measured and measured[0].strip(" "))
    if match["entire"] or (over < below and kind in ("measure", "duration")):  # 5 1/2-year, 3/4 inch
        value = (Decimal(match["entire"] or 0) + over / below).scaleb(power)
        return start, measured.end() if measured else end, value, value, unit, "=", kind
    if match["opposite"]:
        value = -over / below
        return start, end, value, value, "count", "=", "count"
    whole_points = match["below"] in ("10", "5", "100") and not (match["below"] == "5" and "." not in match["over"])
    if whole_points and not (over == 1 and PART_BEFORE.search(text, max(0, start - 2), start)):
        return start, end, over, over, "point", "=", "point"
    if over >= below:  # 118/76 is a blood pressure
        return None
    return _one(text, match, 100 * over / below, *ONE_PERCENT)


def out_of(text: str, match: Match) -> Result | None:
    """Read 8 out of 10 as a share, 4.8 out of 5 as points."""
    if "." in match["out"]:
        return *match.span(), Decimal(match["out"]), Decimal(match["out"]), "point", "=", "point"
    return valued(*ONE_PERCENT, forms.out_of)(text, match)


def with_unit(reader: Callable[[Match], tuple[Decimal, str]]) -> Reader:
    """Return a reader of a form that finds its own unit."""

    def read(text: str, match: Match) -> Result:
        """Read a match in the unit that its reader finds."""
        return _one(text, match, *reader(match), "duration")

    return read


def and_part(text: str, match: Match) -> Result:
    """Read an hour and a half in hours, two and three quarter miles in miles."""
    value, unit = forms.and_part(match)
    return _one(text, match, value, unit, UNITS[unit][1])


def one_unit(text: str, match: Match) -> Result:
    """Read an hour, where smaller parts of it follow: an hour and 45 minutes."""
    unit, kind, _ = UNITS[match["oneunit"]]
    return _one(text, match, Decimal(1), unit, kind)


def race(text: str, match: Match) -> Result:
    """Read a time that was run, 2:07:43 or 3:46.04, in seconds."""
    value = Decimal(0)
    for part in match[0].split(":"):
        value = 60 * value + Decimal(part)
    return *match.span(), value, value, "second", "=", "duration"


def _timed(word: str) -> tuple[str, str, int]:
    """Return the unit of 年 and 小时, and of 月, which is one only behind 个."""
    return UNITS["小时"] if word in ("钟", "个钟") else UNITS.get(word) or UNITS["个" + word]


ONE_LEFT_OUT = re.compile(r"(?:^|[每了近约用要花共隔前后过\s，。；,])[个分]$")
LEFT_OUT = frozenset(("小时", "钟", "钟头", "月", "星期"))


def half_time(text: str, match: Match) -> Result:
    """Read 半年, 半小时 and 半年到一年 in their unit."""
    unit, kind, _ = _timed(match["halfunit"])
    high = match["halfhigh"]
    start, end = match.span()
    if high and match["highhalfunit"] and unit != _timed(match["highhalfunit"])[0]:
        high, end = None, match.end("halfunit")
    top = forms.number(high) if high else forms.HALF
    if match["halfunit"] in LEFT_OUT and ONE_LEFT_OUT.search(text, max(0, start - 2), start):
        unit = "minute" if text[start - 1] == "分" else unit  # 分半钟
        start, least = start - 1, 1 + forms.HALF  # 个半小时 is an hour and a half
        return start, end, least, least, unit, comparators.comparator(text, start, end, unit), kind
    return start, end, forms.HALF, top, unit, comparators.comparator(text, start, end, unit), kind


def half_en_time(text: str, match: Match) -> Result:
    """Read half an hour and half a mile in their unit."""
    unit, kind, _ = UNITS.get(match["enhalfunit"] or match["enhalfalone"], ("century", "duration", 0))
    return _one(text, match, forms.HALF, unit, kind)


def one_and_half(text: str, match: Match) -> Result:
    """Read 一个半小时 and 三个半月."""
    unit = {"月": "month", "星期": "week", "分钟": "minute"}.get(match["hunit"], "hour")
    return _one(text, match, forms.number(match["hcount"]) + forms.HALF, unit, "duration")


def vague(text: str, match: Match) -> Result:
    """Read hundreds of as a count, hundreds of billions of dollars as money."""
    unit, kind, _ = UNITS[match["coins"]] if match["coins"] else ("count", "count", 0)
    start, end = match.span()
    return start, end, *forms.vague(match), unit, comparators.comparator(text, start, end, unit), kind


PROPORTION = re.compile(r"(?:比例?|配比|比[值率]|(?i:\bratios?(?: of)?|\bproportions?(?: of)?))[为是达按约:(（ ]{0,3}$")
PROPORTIONED = re.compile(r"的?(?:股比|比[例率值]|配比|出资|持股)")


def ratio(text: str, match: Match) -> Result:
    """Read 16.2∶1 as a multiple; a score is two numbers, of which this is the first."""
    above, below = Decimal(match["antecedent"]), Decimal(match["consequent"].replace(",", ""))
    named = PROPORTION.search(text, max(0, match.start() - 20), match.start()) or PROPORTIONED.match(text, match.end())
    if (
        not below
        or (1 not in (above, below) and not named and (above.as_tuple().exponent == 0 or "∶" not in match[0]))
        or "比" in match[0]
    ):
        return match.start(), match.end("antecedent"), above, above, "point", "=", "point"
    return _one(text, match, above / below, "times", "ratio")


def fold(text: str, match: Match) -> Result | None:
    """Read 翻番 and doubled as a change, twice as a multiple, 减半 as a change of 50 percent; a double act is none."""
    word = match[0].lower()
    if spoken.adjective(text, match):
        return None
    if word == "减半":
        return _one(text, match, Decimal(50), "percent", "change")
    kind = "ratio" if word in ("twice", "thrice", "双重") else "change"
    return _one(text, match, forms.fold(match["fold"] or match["times"]), "times", kind)


SCALED = re.compile(r"[ ]?(?:(?:thousand|million|billion|trillion)\b|[百千]?[万亿])")


def spread(text: str, match: Match) -> Result:
    """Read 206±3克 as both ends."""
    centre = numerals.arabic(match["centre"]) if match["centre"] else Decimal(0)
    spread = numerals.arabic(match["spread"])
    start, end = match.span()
    found = atoms.UNIT_AT.match(text, end)
    unit_word = found[0].strip(" ") if found else match["centreunit"]
    scale = None if found else SCALED.match(text, end)  # 2.588 ± 0.005 million years
    if scale:
        end = scale.end()
        found = atoms.UNIT_AT.match(text, end)
        unit_word = found[0].strip(" ") if found else unit_word
    if unit_word and unit_word.strip(" ") not in UNITS:
        unit_word = None
    unit, kind, power = atoms.unit_of(unit_word)
    power += numerals.power(scale[0]) if scale else 0
    low, high = (centre - spread).scaleb(power), (centre + spread).scaleb(power)
    return start, found.end() if found else end, low, high, unit, "=", kind
