"""The atom of every number: a numeral with its magnitude and its unit, as printed."""

import re
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from claimbook.mention import numerals
from claimbook.mention.arabic import ARABIC
from claimbook.mention.numerals import EN_NUMERAL, HAN_NUMERAL, MIXED, SCALE, Ends
from claimbook.mention.units import UNITS, any_of

ZH_WORDS = [word for word in UNITS if not word.isascii()] + ["%"]
EN_WORDS = [word for word in UNITS if word.isascii() and word != "%"]
UNIT = rf"(?:[ ]{{0,2}}{any_of(ZH_WORDS)}|[ ]?{any_of(EN_WORDS)}(?![A-Za-z0-9À-ɏ]))"
MORE = r"([ ]?[余多](?![一二三四五六七八九十])|[ ]?几(?=[万亿千百十])|(?<=[1-9]0)几(?=[个块元人岁天年名家次台件]))?"
ATOM = rf"({{numeral}}){MORE}({SCALE})?([余多](?!个国|样|元化))?"
ARABIC_ATOM = re.compile(ATOM.replace("{numeral}", rf"{MIXED}|{ARABIC}|(?<![\d.A-Za-z])\.\d+"), re.ASCII)
HAN_ATOM = re.compile(ATOM.replace("{numeral}", HAN_NUMERAL), re.ASCII)
EN_ATOM = re.compile(ATOM.replace("{numeral}", EN_NUMERAL), re.ASCII)
UNIT_AT = re.compile(UNIT, re.ASCII)
UNIT_STARTS = frozenset({word[0] for word in UNITS} | {" ", "%"})
TAIL = re.compile(r"半(?![数价径年个])(?:(?<=分半)钟)?|多(?:钟)?(?![少次数个家种于元])|\+(?![\w])", re.ASCII)
ARABIC_CHARS = frozenset("0123456789.½⅓⅔¼¾⅛")
SPOILT = re.compile(r".*[百千万亿][一二三四五六七八九]一$")
TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
DIGIT_WORDS = "one|two|three|four|five|six|seven|eight|nine"
APART_EN = re.compile(  # two sixty-year cycles; two-three years, ten-fifteen, twenty-thirty
    rf"(?i)({DIGIT_WORDS})(?: (?:{TENS})\b|-(?:{DIGIT_WORDS}|{TENS}|[a-z]+teen|eleven|twelve)\b)"
    rf"|({TENS})-(?=(?:{TENS}|[a-z]+teen|eleven|twelve)\b)|(ten)-(?=(?:{DIGIT_WORDS})\b)"
)
TAILS = frozenset("半多+")
APART = frozenset("s成折")  # no unit of a number with a magnitude
# What goes on to another word is no unit: 2023年5月里约, 骁龙801处理器.
OTHER_WORDS = {
    "里": ("面", "程", "外", "约", "头", "边", "应"),
    "处": ("理", "于", "罚", "分", "方", "境", "置"),
    "两": ("栖", "岸", "会", "国", "地", "人", "厢", "院"),
    "分": (
        "团",
        "公司",
        "局",
        "行",
        "店",
        "会",
        "部",
        "院",
        "校",
        "队",
        "组",
        "歧",
        "法",
        "类",
        "裂",
        "辨",
        "裤",
        "袖",
    ),
    "块": (
        "硬盘",
        "屏",
        "电池",
        "石",
        "砖",
        "芯片",
        "主板",
        "板",
        "牌",
        "布",
        "肉",
        "手表",
        *(f" {digit}" for digit in range(10)),
    ),
    "方": ("面", "案", "向", "式", "法", "程", "针"),
    "部": ("门", "分", "署", "队"),
    "won": ("’t", "'t"),
    "penny": (" stock",),
    "Penny": (" stock", " Stock"),
    "x": tuple(f" {digit}" for digit in range(10)),  # 2400 x 1600
    "记": ("录", "者", "忆", "载"),
}
new = tuple.__new__  # a named tuple without the call of its class

# How a number is read: start, end, low, high, unit, comparator and kind; ends of None: named, not measured.
Result: TypeAlias = tuple[int, int, Decimal | None, Decimal | None, str, str, str]


class Atom(NamedTuple):
    """A numeral with its magnitude and unit, as printed: 500多万元, 三成半, 2.5 million."""

    word: str
    more: str | None
    scale: str | None
    more_after: str | None
    unit: str | None
    tail: str
    end: int


def atom(text: str, at: int) -> Atom | None:
    """Return the numeral with its magnitude and unit that begins at `at`, or None."""
    char = text[at : at + 1]
    first = ARABIC_ATOM if char in ARABIC_CHARS else EN_ATOM if char.isascii() else HAN_ATOM
    match = first.match(text, at)
    if not match:
        return None
    end = match.end()
    if first is HAN_ATOM and SPOILT.match(match[1]):  # 两千八一个月: the next numeral begins with its last digit
        return new(Atom, (match[1][:-1], None, None, None, None, "", match.end(1) - 1))
    if first is EN_ATOM and (apart := APART_EN.match(match[1])):  # two sixty-year cycles
        begun = apart[1] or apart[2] or apart[3]
        return new(Atom, (begun, None, None, None, None, "", at + len(begun)))
    unit = None
    if text[end : end + 1] in UNIT_STARTS and (printed := UNIT_AT.match(text, end)):
        end, unit = printed.end(), printed[0].strip(" ")
        if (unit in OTHER_WORDS and text.startswith(OTHER_WORDS[unit], end)) or (
            unit in APART and match[3]
        ):  # 0.36 m s-1, 3.4亿成
            unit, end = ("个", end) if unit == "块" else (None, match.end())  # 4块硬盘 are four of them
        elif unit == "度电" and text.startswith("池", end):  # 82度电池
            unit, end = "度", end - 1
    tail = ""
    if text[end : end + 1] in TAILS and (after := TAIL.match(text, end)):
        tail, end = after[0], after.end()
    return new(Atom, (*match.groups(), unit, tail, end))


def value(word: str, scale: str | None, unit_power: int = 0) -> Ends:
    """Return both ends of a numeral with its magnitude."""
    power = (numerals.power(scale) if scale else 0) + unit_power
    first = word[0]
    if first in ARABIC_CHARS:
        number = numerals.arabic(word, power)
        return number, number
    if first.isascii():
        number = numerals.english(word)
        number = number.scaleb(power) if power else number
        return number, number
    cut = max(map(word.rfind, numerals.TOPS)) + 1
    if scale and 0 < cut < len(word):  # 一亿八百四十多万: 亿 is not in ten thousands
        whole, rest = value(word[:cut], None, unit_power), value(word[cut:], scale, unit_power)
        return whole[0] + rest[0], whole[1] + rest[1]
    low, high = numerals.ends(word)
    if power:
        vague = low != high and high % 10 == 9
        low, high = low.scaleb(power), high.scaleb(power) + (10**power - 1 if vague and power > 0 else 0)
    return low, high


def unit_of(word: str | None) -> tuple[str, str, int]:
    """Return unit, kind and power of ten of a printed unit; a count where none is printed."""
    if not word:
        return "count", "count", 0
    return UNITS[word]
