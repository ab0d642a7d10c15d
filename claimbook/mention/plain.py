"""Plain numbers: sign, money, numeral, magnitude, unit, and perhaps a second number after a dash."""

import re
from decimal import Decimal
from typing import TypeAlias

from claimbook.mention import comparators, letters, numerals, ranges
from claimbook.mention.atoms import ARABIC_CHARS, ZH_WORDS, Atom, Result, atom, unit_of, value
from claimbook.mention.ranges import Second
from claimbook.mention.units import ARTICLE, MONEY, MONEY_BEFORE, UNITS, any_of
from claimbook.mention.words import LETTERS, SIGNS

Read: TypeAlias = tuple[str, str, Decimal, Decimal]  # unit, kind, low and high

SIGNED = re.compile(
    r"(?:([≥≤≧≦≈]|(?!(?<![^\n])>[ ]|>\d{1,2}月)[<>][ ]?=?)[ ]?)?(-(?!(?:19|20)\d\d[年/.-]|\d{1,2}月)(?=[0-9.$¥€£]|[A-Z]{1,3}[$€£¥])|\+(?=[0-9])|负|[Mm]inus[ ]|[Nn]egative[ ])?"
    rf"(?:({ranges.SIGN})(-(?<![A-Za-z]-))?)?"
)
# These words need more than the number before them: dates, clock times, scores.
NOT_PLAIN = set("年月日号点时分秒折成块期度级角毛厘型两处记") | {
    word for word in UNITS if word in ("年间", "度电", "世纪", "方") or ("多" in word and not word.isascii())
}
UNIT = any_of([word for word in ZH_WORDS if word not in NOT_PLAIN])
# The number that most are: digits, a magnitude, a unit, and nothing after it that could belong to it.
PLAIN = rf"((?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?)(?:(万亿?|亿|千万|百万|[百千]亿)?({UNIT}))?"
BEHIND = frozenset("-~至到±+余半多零又和与比.:/0123456789一二两三四五六七八九十")
SIGN_CHARS = frozenset("≥≤≧≦≈<>-+负")
STARTS = "½⅓⅔¼¾⅛≥≤≧≦≈<>-+负¥$€£₩₹₽฿.数几上好半"  # beside digits, Chinese numerals and words
MONEY_CHARS = frozenset(word[0] for word in MONEY) | frozenset("MmNnR½⅓⅔¼¾⅛")
NO_MINUS_AFTER = frozenset("0123456789%)~_-") | LETTERS
MONEY_ENDS = frozenset(word[-1] for word in MONEY_BEFORE)
COUNTING = frozenset("仅只共各另除约近逾超过有每满余不足达于为:(、和及与加")  # 一 counts after these (仅一家)
ONE_COUNTS = re.compile(r"\b(?:was|were|only|just|exactly)\s$")  # there was one death
POINTS_BEFORE = re.compile(r"[得打评获扣加减差]了?$")
ODD = frozenset(("折", "点", "打", "dozen", "dozens"))
MORE = frozenset("余多几")
NAMING = ("x", "X")  # of the Xbox One X, and of two X chromosomes: no multiples
SPOKEN = "零一二三四五六七八九"
FRAME = frozenset(" \t\n\r，。；：、！？,.;:!?()（）“”\"'《》「」[]|")


def plain(text: str, match: re.Match[str]) -> Result | None:
    """Read the plain number that most are, as `number` would; return None if it is not so plain."""
    digits, scale, word = match.groups()
    start, end = match.span()
    after = text[end : end + 2]
    if (
        not word
        or (after and (after[0] in BEHIND or (after[0] == " " and after[1:] in "-~至到±+(to")))
        or len(digits) > numerals.LONGEST
    ):
        return None
    unit, kind, power = UNITS[word]
    value = numerals.arabic(digits, (numerals.power(scale) if scale else 0) + power)
    return start, end, value, value, unit, comparators.comparator(text, start, end, unit), kind


def number(text: str, start: int) -> Result | None:
    """Read the number or the range that begins at `start`.

    Returns
    -------
    tuple or None
        Start, end, low, high, unit, comparator and kind; None where no number begins.
    """
    sign = minus = money = None
    at = start
    signed = text[start] in SIGN_CHARS or text[start] in MONEY_CHARS
    if signed and (match := SIGNED.match(text, start)):
        sign, minus, money, more_minus = match.groups()
        minus, at = minus or more_minus, match.end()
        positive, minus = minus == "+", None if minus == "+" else minus
        if at == start and text[start] not in LETTERS and text[start] not in ARABIC_CHARS:
            return None
        if (minus or positive) and not sign and start and text[start - 1] in NO_MINUS_AFTER:
            if not money:
                return None
            start, minus = match.start(3), None  # orders—$1.8 billion
    low = atom(text, at)
    if low is None:
        return None
    if len(low.word) > 5 and (
        low.word.strip(SPOKEN) == "" or (len(low.word) > numerals.LONGEST and low.word.isdecimal())
    ):
        return start, at + len(low.word), None, None, "code", "=", "code"  # 一三八零零…: spelt out, not counted
    if low.unit in NAMING and low.word.isalpha():
        return None
    high, end = ranges.second(text, start, low, money, minus)
    stop = _end_of(text, start, low, high, end, sign or minus or money)
    if stop is None:
        return None
    return _result(text, start, stop, low, high, sign, minus, money)


def _end_of(text: str, start: int, low: Atom, high: Second | None, end: int, signed: str | None) -> int | None:
    """Return where a number ends, or None if a numeral in words is not a number after all."""
    word = low.word
    if word[0] in ARABIC_CHARS:
        return end
    if word[0].isascii():
        lone = word.lower() == "one" and not (high or low.unit or low.scale or signed)
        return None if lone and not ONE_COUNTS.search(text, max(0, start - 10), start) else end
    before = text[start - 1 : start]
    if len(word) == 1:
        if word == "十" and low.unit == "折":  # no discount at all
            return None
        if word in "百千万亿兆佰仟" and not signed and not high:
            counted = low.more or low.more_after or (before and before in "近逾超过上破达每约")
            return end if low.unit and counted else None
        if word == "一" and low.unit in ARTICLE and not (high or low.tail or low.more or low.scale):
            after = text[end : end + 1]
            return (
                end
                if (before and before in COUNTING) or not after or after in FRAME or comparators.lead(text, start)
                else None
            )
        if word in "数几" and not (low.unit or low.scale):
            return None
    if low.unit or high or signed or low.more or low.scale:
        return end
    if len(word) > 1 and any(char in "百千万亿兆佰仟点" for char in word):
        return end
    if before == "是" and (
        text[end : end + 1] in ("而却那这" if word == "一" else "不而却那这") or _framed(text, end, end)
    ):
        return end
    found = comparators.lead(text, start)
    if (found and len(found[0]) > 1) or text.startswith(("以上", "以下", "或以上", "或者以上"), end):
        return end
    return end if _framed(text, start, end) else None


def _result(
    text: str,
    start: int,
    end: int,
    low: Atom,
    high: Second | None,
    sign: str | None,
    minus: str | None,
    money: str | None,
) -> Result:
    other = high[0] if high else None
    unit_word = (other.unit if other else None) or low.unit
    unit, kind, power = unit_of(unit_word)
    if money and kind != "money":
        if unit_word:
            end -= (
                len(unit_word) + (text[end - len(unit_word) - 1] == " ") if text.endswith(unit_word, start, end) else 0
            )
        unit, kind, power = ranges.CURRENCIES[money.strip(" ")], "money", 0
    if other:
        least, most = ranges.both(low, other, power)
    else:
        least, most = value(low.word, low.scale, power)
    letter = ((other or low).scale or "").strip()
    if letter in letters.LETTERS and not (money or unit_word or money_before(text, start)):
        unit, kind, least, most = letters.settled(text, start, end, letter, (least, most))
    elif unit_word == "分" and low.tail[:1] == "半" and not POINTS_BEFORE.search(text, max(0, start - 3), start):
        unit, kind = "minute", "duration"  # 五分半
    elif unit_word in ODD:
        unit, kind, least, most = _odd(low, (unit, kind, least, most))
    if (low.tail or other) and "半" in (low.tail[:1], other and other.tail[:1]):
        half = Decimal(5).scaleb((numerals.power(low.scale) if low.scale else 0) + power - 1)
        least, most = (least if other and low.tail[:1] != "半" else least + half), most + half
    if minus:
        least, most = sorted((-least, -most if (high and high[1]) or not high else most))
    elif high and high[1]:
        least, most = sorted((least, -most))
    return start, end, least, most, unit, _comparator(text, start, end, unit, low, high, sign), kind


def _odd(low: Atom, read: Read) -> Read:
    """Read the few units that have their own rules: 85折 is 85 percent, a dozen is 12."""
    unit, kind, least, most = read
    if low.unit == "折":
        return (unit, kind, least.scaleb(-1), most.scaleb(-1)) if least > 100 else read
    if low.unit == "点":
        return ("count", "count", least, most) if most < 10 and low.word[0] not in ARABIC_CHARS else read
    return (unit, kind, least * 12, most * 12) if low.unit in ("打", "dozen", "dozens") else read


def _comparator(text: str, start: int, end: int, unit: str, low: Atom, high: Second | None, sign: str | None) -> str:
    if sign:
        return SIGNS[sign.replace(" ", "")]
    if not high and (low.more or low.more_after or low.tail or low.unit or low.scale):
        if low.tail == "+":
            return ">="
        written = f"{low.tail[:1]}{low.unit or ''}{low.scale or ''}"
        if low.more or low.more_after or (not written.isascii() and not MORE.isdisjoint(written)):
            return ">"
    return comparators.comparator(text, start, end, unit)


def _framed(text: str, start: int, end: int) -> bool:
    """Return whether a number is alone between marks, ends or spaces: a cell, a quotation."""
    return (start == 0 or text[start - 1] in FRAME) and (end == len(text) or text[end] in FRAME)


def money_before(text: str, start: int) -> str | None:
    """Return the currency that a word right before a number names: 人民币500万."""
    at = start - 1 if text[start - 1 : start] == " " else start
    if text[at - 1 : at] in MONEY_ENDS:
        for word, currency in MONEY_BEFORE.items():
            if text.startswith(word, at - len(word)):
                return currency
    return None
