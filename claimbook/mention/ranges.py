"""Ranges: two numbers with a dash or a word between, or two numbers after all."""

import re
from typing import TypeAlias

from claimbook.mention import comparators, letters, numerals
from claimbook.mention.atoms import Atom, Result, atom, unit_of, value
from claimbook.mention.numerals import Ends
from claimbook.mention.units import LONE, LONE_SIGNS, MONEY, any_of
from claimbook.mention.words import DIGITS, POWERS

Second: TypeAlias = tuple[Atom, str | None]  # the second number of a range, and its sign

SIGN = rf"(?:{any_of(MONEY)}|{LONE})[ ]?"
CURRENCIES = MONEY | LONE_SIGNS
FIRST = "".join(DIGITS) + "".join(POWERS) + "数几"  # what a Chinese numeral begins with
DASH = re.compile(
    rf"[ ]?(?:-[ ]to\b|-to-|-{{1,2}}|~|至|到|to\b|or\b)[ ]?\\?({SIGN})?(-|负|零下|[Nn]egative |[Mm]inus )?(?=[\d.{FIRST}]|[A-Za-z])",
    re.ASCII,
)
# “from 3 to 5” is a change and so two numbers, but “ranges from 3 to 5” and “anywhere from 3 to 5” are one.
FROM = re.compile(r"(?:[从由自]|\b[Ff]rom)[ 约]*$")
RANGING = re.compile(
    r"(?i)\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|spans?|spanning|runs)\b[^.;\d]{0,24}\bfrom $"
)
# After these a number is a change, and “to” comes before the level that it leads to.
CHANGED = re.compile(
    r"(?:\b(?:by|rose|rise|fell|fall|falls|gained|gain|lost|dropped|drop|climbed|jumped|slipped|added|shed|grew|up|down|declined|"
    r"increased|decreased|advanced|surged|soared|tumbled|slid|sank|edged (?:up|down)|eased|widened|narrowed)|[涨跌增减升降]了?)"
    r"[ ](?:(?:about|around|nearly|almost|roughly|over|more than|another|some|just)[ ])?$"
)
RECORD = re.compile(
    r"\brecords?(?: (?:to|of|is|at|was|now))?(?: an?)? ?\(?$|[A-Z][a-z]+ \((?:\d{1,3}-\d{1,3}, )?$"
)  # games won and lost
WARMTH = frozenset(("celsius", "fahrenheit"))  # 70°-85°F
NEXT = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))
DASHES, SPACED_DASHES = frozenset("-~至到 "), frozenset("-~至到to")
PAIRED = re.compile(rf"[和与]({SIGN})?(-|负)?(?=[\d.{FIRST}])", re.ASCII)
NUMBERED = re.compile(r"0\d")  # 165 or 03457: telephones
BETWEEN = re.compile(rf"[Bb]etween[ ]\\?({SIGN})?([-+])?", re.ASCII)
AND = re.compile(rf"[ ]and[ ]\\?({SIGN})?([-+])?(?=[\d.]|[A-Za-z])", re.ASCII)
YEARS = re.compile(r"(?:19|20)\d\d (?:19|20)\d\d", re.ASCII)


def second(text: str, start: int, low: Atom, money: str | None, minus: str | None) -> tuple[Second | None, int]:
    """Return the second number of a range with its sign, and where the whole ends."""
    after = text[low.end : low.end + 2]
    if after[:1] in DASHES and (after[:1] != " " or after[1:] in SPACED_DASHES) and (dash := DASH.match(text, low.end)):
        high = atom(text, dash.end())
        if high and not _parted(text, start, low, high, dash, money, minus):
            return (high, dash[2]), high.end
    elif text[low.end : low.end + 1] == "、" and low.word in NEXT and text.startswith(NEXT[low.word], low.end + 1):
        high = atom(text, low.end + 1)  # 七、八年
        if high and high.unit and high.word == NEXT[low.word] and not low.unit:
            return (high, None), high.end
    elif text[low.end : low.end + 1] in "和与" and (dash := PAIRED.match(text, low.end)):
        high = atom(text, dash.end())
        if high and high.unit == "间":
            high = high._replace(unit=None, end=high.end - 1)
        if high and text.startswith(("之间", "间"), high.end):
            least, most = both(low, high, unit_of(high.unit or low.unit)[2])
            if least < most:
                return (high, dash[2]), high.end
    return None, low.end


def _parted(
    text: str, start: int, low: Atom, high: Atom, dash: re.Match[str], money: str | None, minus: str | None
) -> bool:
    """Return whether what looks like a range is two numbers: two units, “from 3 to 5”, or a greater number first."""
    if low.unit and high.unit and unit_of(low.unit)[0] != unit_of(high.unit)[0]:
        return low.unit != "°" or unit_of(high.unit)[0] not in WARMTH or dash[0].strip(" ") not in "-~"
    # 500元-20万 is one, three weeks to 16.8 million are not.
    shared = unit_of(low.unit)[1] == "money" if high.scale else low.unit == "%"
    if low.unit and not high.unit and not dash[1] and not shared:
        return True
    if (dash[1] and not money) or (money and unit_of(high.unit)[0] == "percent"):  # down $1.99 or 3.73%
        return True
    if low.unit == "%" and not high.unit and "," in high.word:  # down 2.6% to 1,454.68
        return True
    word = dash[0].strip(" ")
    measured = low.unit or (money and dash[1])
    if measured and word[0] in "t至到" and CHANGED.search(text, max(0, start - 24), start):  # rose 0.1% to 1,333.18
        return True
    if word == "to" and CHANGED.search(text, max(0, start - 24), start) and not high.unit:
        return value(high.word, high.scale)[0] > 3 * value(low.word, low.scale)[0]  # fell by 30 to 126
    if (
        word[0] in "至到t"
        and FROM.search(text, max(0, start - 16), start)
        and not RANGING.search(text, max(0, start - 48), start)
    ):
        return True
    if word[0] == "o" and (
        len(low.word) > 6 or low.unit or low.scale or NUMBERED.match(low.word) or NUMBERED.match(high.word)
    ):
        return True
    if word[0] == "-" and low.unit == "%" and not high.unit:
        return True
    if dash[0] == " -" and not low.unit and high.unit == "%":  # 0.59 -61.02%: two cells of a row
        return True
    if word == "-" and not (measured or high.unit or high.scale) and RECORD.search(text, max(0, start - 24), start):
        return True
    least, most = both(low, high, unit_of(high.unit or low.unit)[2])
    return (least >= most and not minus) or (word[0] == "o" and most > 3 * least)


def both(low: Atom, high: Atom, power: int) -> Ends:
    """Return both ends of a range; a magnitude or a unit that is printed once, at its end, counts for both."""
    most = value(high.word, high.scale, power)[1]
    least = value(low.word, low.scale, unit_of(low.unit)[2] if low.unit else power)[0]
    if high.scale and not low.scale and not low.unit:
        scaled = least.scaleb(numerals.power(high.scale))
        if most < scaled <= 4 * most:  # 42 to 27 million: a range that falls
            return most, scaled
        least = scaled if scaled <= most else least
    return least, most


def between(text: str, start: int) -> Result | None:
    """Read “between 3 and 5 years”, or None."""
    match = BETWEEN.match(text, start)
    low = match and atom(text, match.end())
    joint = low and AND.match(text, low.end)
    high = joint and atom(text, joint.end())
    if not (match and low and joint and high):
        return None
    unit, kind, power = unit_of(high.unit or low.unit)
    if match[1]:
        unit, kind, power = CURRENCIES[match[1].strip(" ")], "money", 0
    if unit == "count" and YEARS.fullmatch(f"{low.word} {high.word}"):
        unit, kind = "year", "date"
    least, most = both(low, high, power)
    letter = (high.scale or "").strip()
    if unit == "count" and letter in letters.LETTERS:
        unit, kind, least, most = letters.settled(text, start, high.end, letter, (least, most))
    least, most = -least if match[2] == "-" else least, -most if joint[2] == "-" else most
    return (start, high.end, least, most, unit, "=", kind) if least < most else None


def below_zero(text: str, match: re.Match[str]) -> Result | None:
    """Read 零下5℃ and 零下5到零下3℃."""
    low = atom(text, match.end())
    if not low:
        return None
    unit, kind, _ = unit_of(low.unit)
    most, least = (-end for end in value(low.word, low.scale))  # 零下六七度
    end = low.end
    if dash := DASH.match(text, end):
        high = atom(text, dash.end())
        if high and high.unit:
            unit, kind, _ = unit_of(high.unit)
            other = value(high.word, high.scale)[0]
            least, most = sorted((least, -other if dash[2] == "零下" else other))
            end = high.end
    return match.start(), end, least, most, unit, comparators.comparator(text, match.start(), end, unit), kind
