"""Scan a text for numeric expressions and read them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claimbook.mention.words import AFTER, BEFORE, FOLD, HAN_DIGITS, HAN_POWERS, MAGNITUDES, SIGNS, UNIT_WORDS
from claimbook.quantity import VAGUE, Quantity
from claimbook.selector import Selector, select

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MAGNITUDE = "|".join(sorted(map(re.escape, MAGNITUDES), key=len, reverse=True))
_UNIT = "|".join(sorted(map(re.escape, UNIT_WORDS), key=len, reverse=True))
_HAN = "[零一二三四五六七八九十百千万亿两壹叁肆伍捌玖拾佰仟]+"
_VAGUE = "|".join(sorted(map(re.escape, VAGUE), key=len, reverse=True))
_NUMBER = rf"(?:{_ARABIC}|{_VAGUE}|{_HAN})"
_SCALE = rf"(?:\s?(?:{_MAGNITUDE})(?![A-Za-z]))?"
_TAIL = rf"(?:\s?(?:{_UNIT}))?"
PATTERN = re.compile(
    rf"""
    (?P<week>每周[一二三四五六日天](?:[上下]午|晚)?(?P<clock>\d{{1,2}})[点时])
  | (?P<year>(?<!\d)(?:19|20)\d{{2}})(?=年(?!间))年?
  | (?P<section>(?<![^\n])[一二三四五六七八九十]+)(?=、)
  | (?P<fold>双重|翻番|翻倍)
  | (?P<half>百分之)(?P<percent>{_ARABIC}|{_HAN})
  | (?P<rank>[前第](?!三方)(?:\d+|[一二三四五六七八九十]+))
  | (?P<code>(?<=[A-Za-z]-)\d+)
  | (?:(?P<sign>[≥≤≧≦<>])\s?)?(?P<money>RMB\s?|CNY\s?|USD\s?|US\$|\$|¥)?(?P<minus>(?<![\w%\)-])-)?
    (?P<low>{_NUMBER})(?P<lowscale>{_SCALE})(?P<lowunit>{_TAIL})
    (?:\s?(?:-|~|至|到)\s?(?P<high>{_NUMBER})(?P<highscale>{_SCALE})(?P<highunit>{_TAIL}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Mention:
    """One numeric expression in a text: where it stands, what it says, and of what kind it is."""

    selector: Selector
    quantity: Quantity
    kind: str

    def as_dict(self):
        """Return the plain fields that ``claimbook mentions`` prints."""
        q, s = self.quantity, self.selector
        return {
            "start": s.start,
            "end": s.end,
            "exact": s.exact,
            "low": f"{q.low:f}",
            "high": f"{q.high:f}",
            "unit": q.unit,
            "comparator": q.comparator,
            "kind": self.kind,
        }


def mentions(text):
    """Yield every numeric expression of `text`, in order.

    Examples
    --------
    >>> [m.selector.exact for m in mentions("权重60%-80%,共数百项,超过１,200元")]
    ['60%-80%', '数百项', '１,200元']
    """
    folded = text.translate(FOLD)
    for match in PATTERN.finditer(folded):
        read = _read(folded, match)
        if read:
            yield Mention(select(text, *match.span()), *read)


def _read(text, match):
    group = match.groupdict()
    if group["week"]:
        day = WEEKDAYS.find(match["week"][2]) % 7
        hour = int(group["clock"]) + (12 if "下午" in match["week"] and int(group["clock"]) < 12 else 0)
        return _exactly(24 * day + hour, "weekday_hour"), "schedule"
    if group["year"]:
        return _exactly(int(group["year"]), "year"), "date"
    if group["section"] or group["code"]:
        return _exactly(_han(group["section"]) if group["section"] else int(group["code"]), "rank"), "ordinal"
    if group["fold"]:
        return _exactly(2, "times"), "ratio"
    if group["percent"]:
        value = _value(group["percent"])[0]
        return Quantity(value, value, "percent"), "share"
    if group["rank"]:
        digits = match["rank"][1:]
        return _exactly(int(digits) if digits.isdecimal() else _han(digits), "rank"), "rank"
    return _measured(text, match, group)


def _measured(text, match, group):
    unit_word = (group["highunit"] or group["lowunit"] or "").strip()
    if not group["low"][0].isdecimal() and not unit_word:  # 一些, 数据: a bare Han numeral names nothing
        return None
    unit, factor, kind = UNIT_WORDS.get(unit_word.lower(), UNIT_WORDS.get(unit_word, ("count", 1, "count")))
    if group["money"]:
        unit, factor, kind = ("USD" if "$" in group["money"] or "USD" in group["money"].upper() else "CNY"), 1, "money"
    low, high = _ends(group)
    if group["minus"]:
        low, high = -high, -low
    factor = Decimal(str(factor))
    return Quantity(low * factor, high * factor, unit, _comparator(text, match, group["sign"])), kind


def _ends(group):
    """Return both ends; a magnitude that stands once, at the end of a range, counts for both."""
    low, low_top = _value(group["low"])
    scale = MAGNITUDES.get((group["lowscale"] or "").strip().lower(), 1)
    if not group["high"]:
        return low * scale, low_top * scale
    high_scale = MAGNITUDES.get((group["highscale"] or "").strip().lower(), 1)
    shared = high_scale if scale == 1 and not group["lowunit"] else scale
    return low * shared, _value(group["high"])[1] * high_scale


def _value(word):
    if word in VAGUE:
        return tuple(map(Decimal, VAGUE[word]))
    number = Decimal(word.replace(",", "")) if word[0].isdecimal() else Decimal(_han(word))
    return number, number


def _han(word):
    """Read a Chinese numeral.

    Examples
    --------
    >>> _han("二十万"), _han("三千零五"), _han("十")
    (200000, 3005, 10)
    """
    total = section = digit = 0
    for char in word:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char] if not digit else digit * 10 + HAN_DIGITS[char]
        elif char in HAN_POWERS:
            section, digit = section + (digit or 1) * HAN_POWERS[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * MAGNITUDES[char], 0, 0
    return total + section + digit


def _comparator(text, match, sign):
    if sign:
        return SIGNS[sign]
    after = next((c for word, c in AFTER.items() if text.startswith(word, match.end())), None)
    lead = text[max(0, match.start() - 10) : match.start()].rstrip().lower()
    return after or next((c for word, c in BEFORE.items() if lead.endswith(word)), "=")


def _exactly(value, unit):
    return Quantity(Decimal(value), Decimal(value), unit, "=", "exact")
