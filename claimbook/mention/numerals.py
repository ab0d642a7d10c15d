"""Read numerals: Chinese, vague, and English words."""

import re
from decimal import Decimal

from claimbook.mention.words import ENGLISH, HAN_DIGITS, HAN_POWERS, HAN_TOPS, MAGNITUDES

POINT = re.compile(r"(.*)点(.+)")
VAGUE = re.compile(
    r"(?:(?P<lead>[数几上好])几?(?P<power>[十百千万亿]*)|(?P<tens>[一二三四五六七八九]?)十几(?P<top>[万亿]*))"
)
PAIR = re.compile(r"[一二两三四五六七八九]{2}")


def ends(word):
    """Return the least and the greatest value that a numeral stands for.

    Examples
    --------
    >>> [int(end) for end in ends("数百")], [int(end) for end in ends("十几万")], [int(end) for end in ends("两三")]
    ([200, 999], [110000, 199999], [2, 3])
    """
    vague = VAGUE.fullmatch(word)
    if vague and vague["lead"] == "上":
        power = _power(vague["power"])
        return Decimal(power), Decimal(2 * power - 1)
    if vague and vague["lead"]:
        power = _power(vague["power"])
        return Decimal(2 * power), Decimal(10 * power - 1)
    if vague:
        tens, top = 10 * HAN_DIGITS.get(vague["tens"], 1), _power(vague["top"])
        return Decimal((tens + 1) * top), Decimal((tens + 10) * top - 1)
    if PAIR.fullmatch(word) and HAN_DIGITS[word[0]] < HAN_DIGITS[word[1]]:
        return Decimal(HAN_DIGITS[word[0]]), Decimal(HAN_DIGITS[word[1]])
    value = han(word)
    return value, value


def _power(word):
    value = 1
    for char in word:
        value *= HAN_POWERS.get(char) or HAN_TOPS[char]
    return value


def han(word):
    """Read a Chinese numeral.

    Examples
    --------
    >>> [str(han(word)) for word in ("二十万亿", "三千零五", "零点一五", "二零二三", "壹佰万", "一成二"[:1])]
    ['20000000000000', '3005', '0.15', '2023', '1000000', '1']
    """
    point = POINT.fullmatch(word)
    if point:
        tail, top = point[2], 1
        while tail and tail[-1] in HAN_TOPS:
            top, tail = top * HAN_TOPS[tail[-1]], tail[:-1]
        digits = "".join(str(HAN_DIGITS[char]) for char in tail)
        return Decimal(f"{han(point[1]) if point[1] else 0}.{digits}") * top
    if all(char in HAN_DIGITS for char in word):
        return Decimal("".join(str(HAN_DIGITS[char]) for char in word))
    return Decimal(_grouped(word))


def _grouped(word):
    total = section = digit = 0
    last = 1
    for char in word:
        if char in HAN_DIGITS:
            digit, last = HAN_DIGITS[char], 1 if char == "零" else last
        elif char in HAN_POWERS:
            last = HAN_POWERS[char]
            section, digit = section + (digit or 1) * last, 0
        else:
            last = HAN_TOPS[char]
            total, section, digit = (total + section + digit or 1) * last, 0, 0
    if digit and last > 10:  # 三万四: the last digit counts in the next lower power
        digit *= last // 10
    return total + section + digit


def english(words):
    """Read English number words.

    Examples
    --------
    >>> [str(english(text)) for text in ("twenty-five", "two and a half million", "a hundred and five", "a dozen")]
    ['25', '2500000.0', '105', '12']
    """
    total, current = Decimal(0), Decimal(0)
    text = words.lower().replace("-", " ").replace("and a half", "half")
    for word in text.split():
        if word in ENGLISH:
            current = (current or 1) * 12 if word == "dozen" else current + ENGLISH[word]
        elif word == "half":
            current += Decimal("0.5")
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in MAGNITUDES:
            total, current = total + (current or 1) * MAGNITUDES[word], Decimal(0)
    return total + current
