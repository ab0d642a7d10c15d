"""What every form is made of: unit, comparator, ends."""

import re
from decimal import Decimal

from claimbook.mention import numerals
from claimbook.mention.words import AFTER, BEFORE, CURRENCIES, MAGNITUDES, UNIT_WORDS
from claimbook.quantity import Quantity

ONE = Decimal(1)
LEAD = re.compile(
    "(?:(?<![a-z])(?:"
    + "|".join(re.escape(word) for word in BEFORE if word.isascii())
    + ")|"
    + "|".join(re.escape(word) for word in BEFORE if not word.isascii())
    + ")$"
)
TAIL = re.compile("|".join(re.escape(word) for word in sorted(AFTER, key=len, reverse=True)))
FILLERS = re.compile(r"(?:[了为是有达合至的共收]|可(?:借|贷|达|至|获)?|时速|人民币|其|每|\sa|\san|\sthe|\s|\(|（)+$")
TIMES = {"year", "month", "week", "day", "hour", "minute", "second"}
ASCII_UNITS = {word.lower(): value for word, value in UNIT_WORDS.items()}


def comparator(text, start, end, unit):
    """Return the comparator that the words before or after a number make."""
    found = LEAD.search(FILLERS.sub("", text[max(0, start - 16) : start].lower()))
    # 近三年, over 18 months: a span of time, not a comparison
    if found and not (found[0] in ("近", "over", "过") and unit in TIMES):
        return BEFORE[found[0]]
    tail = text[end : end + 9].lstrip().lower()
    if tail[:1] == "+" and tail[1:2].isdecimal():
        return "="
    after = TAIL.match(tail)
    return AFTER[after[0]] if after else "="


def exact(low, high, unit):
    """Return an exact quantity."""
    return Quantity(Decimal(low), Decimal(high), unit, "=", "exact")


def unit(word, money):
    """Return unit, factor and kind of a printed unit or money sign."""
    if money:
        return CURRENCIES[money.strip()], ONE, "money"
    word = (word or "").strip()
    found = UNIT_WORDS.get(word) or ASCII_UNITS.get(word.lower()) or ASCII_UNITS.get(word.lower().lstrip("- "))
    unit, factor, kind = found or ("count", 1, "count")
    return unit, Decimal(str(factor)), kind


def ends(low, low_scale, high, high_scale, low_unit):
    """Return both ends; a magnitude that stands once, at the end of a range, counts for both."""
    first, top = _word_ends(low)
    scale = _scale(low_scale)
    if not high:
        return first * scale, top * scale + (scale - 1 if first != top else 0)
    high_size = _scale(high_scale)
    shared = high_size if scale == 1 and not low_unit else scale
    return first * shared, _word_ends(high)[1] * high_size


def _scale(word):
    return MAGNITUDES.get((word or "").strip().lower().lstrip("余多几"), 1)


def _word_ends(word):
    if word[0].isdecimal():
        mixed = re.fullmatch(r"([\d.]+)([万亿])([\d.]+)([万千]?)", word)
        if mixed:
            value = Decimal(mixed[1]) * MAGNITUDES[mixed[2]] + Decimal(mixed[3]) * MAGNITUDES.get(mixed[4], 1)
        else:
            value = Decimal(word.replace(",", ""))
        return value, value
    if word[0].isascii():
        value = Decimal(6) if word.lower() == "half a dozen" else numerals.english(word)
        return value, value
    return numerals.ends(word)
