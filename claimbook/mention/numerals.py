"""Numerals: Arabic, Chinese, vague, mixed, and English words; their patterns, and their values."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from claimbook.mention.arabic import read
from claimbook.mention.units import any_of
from claimbook.mention.words import DIGITS, ENGLISH, POWERS, SCALES, SUFFIXES, TOPS

LONGEST = 25  # digits; what is longer is an identifier, not a quantity, and decimals are exact to 28
POWER_CHARS = "".join(POWERS)
TOP_CHARS = "".join(TOPS)
HAN = "".join(DIGITS)
NONZERO = HAN.replace("零", "").replace("两", "")
SEALED = "伍肆陆拾"  # digits of banks that are also words (队伍, 大陆, 收拾): digits only beside others
SP = "[ ]{0,2}"

# 3万4000, 5万4千6百, 1千零20: Arabic digits between Chinese magnitudes.
MIXED = rf"\d+(?:\.\d+(?=[^\d]{{1,3}}\d[\d.]*{SP}[万亿千百]))?(?:{SP}[千百]?[万亿千百兆]零?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?![\d年月日%.:]))+(?:{SP}(?:千万|百万|[万千百亿])(?![克瓦米]))?"
ZH_SCALE = r"(?:[十百千][余多几][万亿]|[余多几]?(?:[十百千]?[万亿][万亿]?|(?:(?<!\d\d)十|[百千])(?!克|瓦|米|卡|焦|帕|赫|伏|分|字节|比特)|兆(?!瓦|赫|字|帕|焦|宽|网|光|比|流|带|位)))"
BIG = [form for word in SCALES for form in (word, word.capitalize(), word.upper())]
# 4 hundred million; M and m are other units before these signs: 2 m², 14 M⊕.
EN_SCALE = (
    rf"(?:[ -]?(?:{any_of(BIG)})\b(?:[ ](?:[Mm]illion|[Bb]illion|[Tt]rillion|[Cc]rore)\b)?"
    rf"|[ ]?(?:{any_of(SUFFIXES)})(?![A-Za-z0-9²³^À-ɏ]|\.?C\b|\.C\.|[ ]?[⊕⊙☉]|[ ]Jup|(?<=Mn)[ ]\d))"
)
# A magnitude after a numeral, with or without 余, 多 and 几.
SCALE = rf"(?:{SP}{ZH_SCALE}|{EN_SCALE})"
# 两 is a digit before a magnitude and a numeral of its own; elsewhere it is the unit of weight.
ALL = f"零{NONZERO}{POWER_CHARS}{TOP_CHARS}廿卅"
RUN = rf"(?:(?!千[瓦克米卡焦帕伏赫升]|百分[之点位比]|百帕|兆[瓦赫字帕焦]|[{SEALED}](?<![{ALL}].)(?![{ALL}点元角分成折]))[{ALL}]|两(?=三?[{POWER_CHARS}{TOP_CHARS}]))"
VAGUE_RUN = rf"(?:{RUN}|(?<=[十零百千廿卅])几(?![零两廿卅{NONZERO}]))"
POINT = rf"(?:点[零{NONZERO}]+[万亿]*)"
COUNTED = "个家人次件名种台套张只辆场座栋年月天周日倍秒元块小分公千万亿十百项位条笔户款"  # what 数 and 几 count
HAN_NUMERAL = (
    rf"(?:(?<![人参分少多总指系函常整复倍次岁])[数几][{POWER_CHARS}{TOP_CHARS}]{{1,6}}|好几[十百千万亿]{{0,6}}|(?<![线以网路年月天身市版会之早晚海])上[百千万亿]{{1,6}}"
    rf"|两三|一两(?=[个家天年次项种位名块人万千百周条件句本部场处份间张岁月小公里辆篇层座])|半百|{VAGUE_RUN}{{1,40}}{POINT}?|两|(?<![人参分少多总指系函常整复])数(?=[{COUNTED}])|几(?=[{COUNTED}]))"
)
EN_WORD = any_of(ENGLISH)
EN_SMALL = rf"(?:{EN_WORD}|hundred|thousand|million|billion|trillion)"
EN_NUMERAL = (  # in any case: ONE MILLION, Twenty-Five
    rf"(?i:(?:half[ -](?:a[ -])?(?:dozen|million|billion|trillion)|an?[ ](?:dozen|hundred|thousand|million|billion|trillion)"
    rf"|(?:two|three|four|five|six)[ ]dozen|(?:(?<=initial[ ])|(?<=first[ ])|(?<=other[ ])|(?<=another[ ])|(?<=last[ ])|(?<=past[ ]))dozen|{EN_WORD})"
    rf"(?:[- ](?:{EN_SMALL}|and[- ]a[- ]half|(?:(?<=hundred[ ])|(?<=thousand[ ])|(?<=million[ ])|(?<=billion[ ]))and[ ]{EN_WORD}|point[ ]{EN_WORD})){{0,24}}(?![A-Za-z]))"
)
TOKENS = re.compile(rf"\d+(?:\.\d+)?|[{HAN}{POWER_CHARS}{TOP_CHARS}]")
PAIR = re.compile(rf"(.*?)([{NONZERO}两])([{NONZERO}])([{POWER_CHARS}{TOP_CHARS}]*)")
POWER_OF = POWERS | TOPS
MORE = str.maketrans("", "", "余多几 -")
HALF = Decimal("0.5")
FIXED = {"半百": (Decimal(50), Decimal(50)), "一两": (Decimal(1), Decimal(2))}
VALUE = {char: Decimal(value) for char, value in DIGITS.items()}

Ends: TypeAlias = tuple[Decimal, Decimal]  # the least and the greatest value


def arabic(word: str, power: int = 0) -> Decimal:
    """Read Arabic digits with separators, decimals and an exponent, times a power of ten.

    Examples
    --------
    >>> [str(arabic(*one)) for one in (("1,100", 4), ("2.50",), ("1.5", 8), ("3万4000",), ("2.5e3",))]
    ['1.100E+7', '2.50', '1.5E+8', '34000', '2.5E+3']
    """
    if word.isdecimal():
        return Decimal(f"{word}E{power}" if power else word)
    found = read(word, power)
    return tokens(word.replace(",", "").replace(" ", "")).scaleb(power) if found is None else found


@lru_cache(maxsize=1024)
def power(word: str) -> int:
    """Return the power of ten that a magnitude makes: 8 for 亿, 9 for 十亿, 6 for million."""
    if word.isascii():
        words = word.strip(" -").lower().split()
        return sum(SCALES[word] for word in words) if words[0] in SCALES else SUFFIXES[word.strip()]
    word = word.strip().translate(MORE)
    return sum(POWER_OF[char] for char in word)


def ends(word: str) -> Ends:
    """Return the least and the greatest value of a Chinese numeral.

    Examples
    --------
    >>> for word in ("数百", "十几万", "两三", "三四百", "二零二三", "三万四", "一百零五", "零点一五", "十五六"):
    ...     print(word, *(f"{end:f}" for end in ends(word)))
    数百 200 999
    十几万 110000 199999
    两三 2 3
    三四百 300 400
    二零二三 2023 2023
    三万四 34000 34000
    一百零五 105 105
    零点一五 0.15 0.15
    十五六 15 16
    """
    if word in FIXED:
        return FIXED[word]
    if word[0] in "数几上好":
        return _vague(word)
    if "点" in word and "几" not in word:
        return (han(word),) * 2
    word = word.partition("点")[0] if "几" in word else word
    if "几" in word:
        after = word.partition("几")[2]
        unit = 10 ** sum(POWER_OF.get(char, 0) for char in after) if all(char in POWER_OF for char in after) else 1
        return tokens(word.replace("几", "一")), tokens(word.replace("几", "九")) + unit - 1
    pair = PAIR.fullmatch(word)
    if pair and DIGITS[pair[2]] < DIGITS[pair[3]] and "零" not in word and (len(word) == 2 or _powered(word)):
        return tokens(pair[1] + pair[2] + pair[4]), tokens(pair[1] + pair[3] + pair[4])
    value = han(word)
    return value, value


def _powered(word: str) -> bool:
    return any(char in POWER_OF for char in word)


def _vague(word: str) -> Ends:
    """Return 200 to 999 for 数百, 1000 to 1999 for 上千, 2 to 9 for 几."""
    size = 10 ** sum(POWER_OF[char] for char in word if char in POWER_OF)
    if word[0] == "上":
        return Decimal(size), Decimal(2 * size - 1)
    return Decimal(2 * size), Decimal(10 * size - 1)


def han(word: str) -> Decimal:
    """Read a Chinese numeral.

    Examples
    --------
    >>> [f"{han(word):f}" for word in ("二十万亿", "三千零五", "零点一五", "壹佰万", "一百零十万", "五亿零六")]
    ['20000000000000', '3005', '0.15', '1000000', '1100000', '500000006']
    """
    if "点" in word:
        whole, _, tail = word.rpartition("点")
        size = 0
        while tail and tail[-1] in TOPS:
            size, tail = size + TOPS[tail[-1]], tail[:-1]
        digits = "".join(str(DIGITS[char]) for char in tail)
        return Decimal(f"{tokens(whole or '零'):f}.{digits}E{size}")
    return tokens(word)


def tokens(word: str) -> Decimal:
    """Read digits, Chinese or Arabic, with Chinese magnitudes between them.

    A digit at the end counts in the power below the last magnitude (三万四 is 34,000) unless 零 is between.
    """
    word = word.replace("廿", "二十").replace("卅", "三十")
    if not _powered(word):
        return Decimal("".join(str(DIGITS.get(char, char)) for char in word))
    total = section = digit = Decimal(0)
    last = 0
    for token in TOKENS.findall(word):
        size = POWER_OF.get(token)
        if size is None:
            value = VALUE.get(token)
            digit = Decimal(token) if value is None else value
            last = 0 if token == "零" else last
        elif token in TOPS:
            total, section, digit, last = _top(total, section + digit, size), Decimal(0), Decimal(0), size
        else:
            section, digit, last = section + (digit or Decimal(1)).scaleb(size), Decimal(0), size
    if digit and last > 1 and digit < 10 and digit == digit.to_integral_value():
        digit = digit.scaleb(last - 1)
    rest = section + digit
    return total + rest if rest or not total else total  # adding nought would print 二十万 to ones


def _top(total: Decimal, section: Decimal, size: int) -> Decimal:
    """Close a section with 万, 亿 or 兆; a top after a smaller one takes all that came before it."""
    if total and (not section or total < Decimal(10) ** size):
        return (total + section).scaleb(size)
    scaled = (section or Decimal(1)).scaleb(size)
    return total + scaled if total else scaled


def _digits(words: list[str]) -> str:
    """Write the words after “point” as digits: five two is 52, seventy one is 71."""
    values = [ENGLISH.get(word, 0) for word in words]
    if len(values) == 2 and values[0] > 19 and values[1] < 10:
        return str(values[0] + values[1])
    return "".join(map(str, values))


def english(words: str) -> Decimal:
    """Read English number words.

    Examples
    --------
    >>> [f"{english(text):f}" for text in ("twenty-five", "two and a half million", "a hundred and five", "half a dozen")]
    ['25', '2500000', '105', '6']
    """
    total, current, last = Decimal(0), Decimal(0), 0
    whole, _, decimals = words.lower().replace("-", " ").partition(" point ")
    if decimals:
        return english(whole) + Decimal(f"0.{_digits(decimals.split())}")
    text = whole.replace("and a half", "+half")
    if (values := [ENGLISH.get(word, 0) for word in text.split()])[1:] and 9 < values[0] < 21 and values[1] > 9:
        return Decimal(100 * values[0] + sum(values[1:]))  # nineteen eighty-four
    for word in text.split():
        if word in ENGLISH:
            current += ENGLISH[word]
        elif word == "dozen":
            current = (current or Decimal(1)) * 12
        elif word == "+half":
            current, total = (current + HALF, total) if current else (current, total + HALF.scaleb(last))
        elif word == "half":
            current = Decimal("0.5")
        elif word == "hundred":
            current = (current or Decimal(1)).scaleb(2)
        elif word in SCALES:
            last = SCALES[word]
            scaled = (current or Decimal(1)).scaleb(last)
            total, current = total + scaled if total else scaled, Decimal(0)
    value = total + current if current or not total else total
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and not total else value
