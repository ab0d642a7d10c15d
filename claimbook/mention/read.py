"""Read what a matched expression says: ends, unit, comparator, kind."""

import re
from decimal import Decimal

from claimbook.mention import forms, parts
from claimbook.mention.words import CURRENCIES, SIGNS
from claimbook.quantity import Quantity

SCORE = re.compile(r"比\d")


def named(unit):
    """Return the quantity of something that is named and not measured: a date, a clock time, a code."""
    return Quantity(None, None, unit, "=", "exact")


def read(text, match):
    """Return start, end, quantity and kind of a match, or None where it is no number after all."""
    start, end = match.span()
    if match["docno"] or match["phone"] or match["version"] or match["code"]:
        return start, end, named("code"), "code"
    if match["date"]:
        return start, end, named("date"), "date"
    if match["clock"]:
        return start, end, named("clock"), "clock"
    if match["schedule"]:
        return start, end, named("schedule"), "schedule"
    for name, reader in READERS:
        if match[name]:
            return reader(text, match)
    return _number(text, match)


READERS = (
    ("year", forms.year),
    ("week", forms.week),
    ("ordinal", forms.ordinal),
    ("fraction", forms.fraction),
    ("halftime", forms.halftime),
    ("andhalf", forms.andhalf),
    ("compound", forms.compound),
    ("ratio", forms.ratio),
    ("fold", forms.fold),
    ("between", forms.between),
    ("plusminus", forms.plusminus),
)


def _number(text, match):
    """Read a plain number or a range, with money sign, magnitude and unit."""
    start, end = match.span()
    word, unit_word = match["low"], match["highunit"] or match["lowunit"]
    han = not word[0].isdecimal() and not word[0].isascii()
    if han and not _stands_alone(match, unit_word):
        return None
    high_word = match["high"]
    if high_word and _parted(text, match):
        high_word, unit_word, end = None, match["lowunit"], match.end("lowunit" if match["lowunit"] else "lowscale")
    if word.lower() == "one" and not unit_word and not high_word:
        return None
    unit, factor, kind = parts.unit(unit_word, match["money"])
    low, high = parts.ends(word, match["lowscale"], high_word, match["highscale"], match["lowunit"])
    if match["tail"] == "半":
        low, high = low + Decimal("0.5"), high + Decimal("0.5")
    if match["tail"] and match["tail"].startswith("多") and unit == "point":
        unit, kind = "minute", "duration"
    if match["minus"] or match["minus2"]:
        low, high = (-low, high) if high_word else (-high, -low)
    low, high = min(low, high) * factor, max(low, high) * factor
    more = match["lowmore"] or match["lowmore2"] or match["highmore"] or _scale_more(match) or match["tail"] == "多钟"
    if unit == "count" and (SCORE.match(text, end) or SCORE.match(text, start - 1)):
        unit = kind = "point"
    comparator = SIGNS.get(match["sign"]) or (">" if more else parts.comparator(text, start, end, unit))
    return start, end, Quantity(low, high, unit, comparator), kind


def _parted(text, match):
    """Tell whether what looks like a range is two numbers: of different units, or “from 3 to 5”."""
    units = {parts.unit(word, None)[0] for word in (match["lowunit"], match["highunit"]) if word}
    lead = text[max(0, match.start() - 5) : match.start()].lower()
    between = text[match.end("lowunit" if match["lowunit"] else "lowscale") : match.start("high")]
    currency = any(sign in between for sign in CURRENCIES)
    return len(units) > 1 or (currency and not match["money"]) or ("to" in between and lead.endswith("from "))


def _scale_more(match):
    return (match["lowscale"] or " ")[0] in "余多"


def _stands_alone(match, unit_word):
    """Tell whether a Chinese numeral is a number: it has a unit, or a digit with a magnitude."""
    word = match["low"]
    if word[0] in "数几" and len(word) > 1:
        return True
    return bool(unit_word or match["money"] or match["high"]) or (
        len(word) > 1 and word[0] in "一二三四五六七八九两十数几上" and any(char in "百千万亿" for char in word)
    )
