"""Find every numeric expression in a text, Chinese or English."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claimbook.quantity import VAGUE, Quantity
from claimbook.selector import Selector, select

ROLES = {
    "claim": "says something about the world that could be wrong",
    "condition": "part of a claim (the “90 days” of “holders for over 90 days”); inherits its verdict",
    "period": "dates another claim",
    "ordinal": "numbers a section or a list",
    "advice": "tells the reader what to do",
    "self-description": "speaks of the article itself",
    "markup": "left over from the page's code",
}

# One character for one character, so that offsets stay true.
FOLD = str.maketrans(
    "０１２３４５６７８９％．，：－−–—～〜＜＞＄￥＋〇兩萬億倆點筆個幾數週餘陸貳參柒",
    "0123456789%.,:----~~<>$¥+零两万亿两点笔个几数周余六二三七",
)
HAN_DIGITS = dict(zip("零一二三四五六七八九壹叁肆伍捌玖", [*range(10), 1, 3, 4, 5, 8, 9], strict=True)) | {"两": 2}
HAN_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MAGNITUDES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}
# Unit as printed -> (unit, factor, kind)
UNIT_WORDS = {
    "个百分点": ("percentage_point", 1, "change"), "百分点": ("percentage_point", 1, "change"),
    "percentage points": ("percentage_point", 1, "change"), "percentage point": ("percentage_point", 1, "change"),
    "个基点": ("percentage_point", "0.01", "change"), "基点": ("percentage_point", "0.01", "change"),
    "basis points": ("percentage_point", "0.01", "change"), "bps": ("percentage_point", "0.01", "change"),
    "%": ("percent", 1, "share"), "‰": ("percent", "0.1", "share"), "percent": ("percent", 1, "share"),
    "per cent": ("percent", 1, "share"),
    "美元": ("USD", 1, "money"), "人民币": ("CNY", 1, "money"), "元": ("CNY", 1, "money"), "块钱": ("CNY", 1, "money"),
    "yuan": ("CNY", 1, "money"), "RMB": ("CNY", 1, "money"), "CNY": ("CNY", 1, "money"), "dollars": ("USD", 1, "money"),
    "倍": ("times", 1, "ratio"), "times": ("times", 1, "ratio"),
    "毫秒": ("second", "0.001", "duration"), "秒钟": ("second", 1, "duration"), "秒": ("second", 1, "duration"),
    "seconds": ("second", 1, "duration"), "分钟": ("minute", 1, "duration"), "minutes": ("minute", 1, "duration"),
    "个小时": ("hour", 1, "duration"), "小时": ("hour", 1, "duration"), "hours": ("hour", 1, "duration"),
    "天": ("day", 1, "duration"), "days": ("day", 1, "duration"), "周岁": ("year", 1, "duration"),
    "个月": ("month", 1, "duration"), "months": ("month", 1, "duration"), "岁": ("year", 1, "duration"),
    "年间": ("year", 1, "duration"), "years": ("year", 1, "duration"), "分": ("point", 1, "level"),
}
CLASSIFIERS = "项类个次件人户笔家条款名位种台套本张只辆篇份省成"
UNIT_WORDS |= {word: ("count", 1, "count") for word in CLASSIFIERS if word != "成"}
UNIT_WORDS |= {"万人": ("count", 10**4, "count"), "人次": ("count", 1, "count"), "省份": ("count", 1, "count")}
SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "≧": ">=", "≦": "<=", "约": "~", "~": "~"}
BEFORE = {
    "不低于": ">=", "不少于": ">=", "至少": ">=", "at least": ">=", "不超过": "<=", "不高于": "<=", "不多于": "<=",
    "最多": "<=", "至多": "<=", "up to": "<=", "at most": "<=", "超过": ">", "高于": ">", "多于": ">", "逾": ">",
    "more than": ">", "over": ">", "低于": "<", "少于": "<", "不足": "<", "less than": "<", "under": "<",
    "大约": "~", "约": "~", "近": "~", "about": "~", "around": "~", "nearly": "~", "超": ">",
}
AFTER = {"以上": ">=", "以内": "<=", "以下": "<=", "左右": "~", "余": ">", "or more": ">="}

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
            "start": s.start, "end": s.end, "exact": s.exact, "low": f"{q.low:f}", "high": f"{q.high:f}",
            "unit": q.unit, "comparator": q.comparator, "kind": self.kind,
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
    lead = text[max(0, match.start() - 10):match.start()].rstrip().lower()
    return after or next((c for word, c in BEFORE.items() if lead.endswith(word)), "=")


def _exactly(value, unit):
    return Quantity(Decimal(value), Decimal(value), unit, "=", "exact")
