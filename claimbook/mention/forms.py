"""Numbers of a form of their own: years, ordinals, fractions, halves, spans of time, “between”, “±”."""

import re
from decimal import Decimal

from claimbook.mention import numerals, parts
from claimbook.mention.parts import ONE
from claimbook.mention.words import ENGLISH, FACTORS, ORDINALS, PARTS, UNIT_WORDS
from claimbook.quantity import Quantity

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "month": 2592000,
    "year": 31104000,
}  # 12 months of 30 days


def year(text, match):
    """Read 2023年, FY2023, 2021-2023年 or a season such as 2024/25."""
    years = [int(year) for year in re.findall(r"\d{4}", match["year"])]
    season = re.search(r"/(\d{2})$", match["year"])
    last = years[0] // 100 * 100 + int(season[1]) if season else years[-1]
    return *match.span(), parts.exact(years[0], last, "year"), "date"


def week(text, match):
    """Read 每周二上午10点 as an hour of the week, Monday 00:00 being 0."""
    day = "日一二三四五六".find(match["week"][2].replace("天", "日"))
    hour = int(match["hour"]) + (12 if "下午" in match["week"] and int(match["hour"]) < 12 else 0)
    value = 24 * ((day - 1) % 7) + hour
    return *match.span(), parts.exact(value, value, "weekday_hour"), "schedule"


def ordinal(text, match):
    """Read 第三, 前15, No. 2, third, a section or list mark."""
    words = match["ordinal"].strip().lower()
    start = match.start() + len(match["ordinal"]) - len(match["ordinal"].lstrip())
    if words in ORDINALS:
        value = ORDINALS[words]
    else:
        found = re.findall(r"\d+|[零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟兆]+", words)
        values = [Decimal(one) if one.isdecimal() else numerals.han(one) for one in found]
        return start, match.end(), parts.exact(values[0], values[-1], "rank"), "ordinal"
    return start, match.end(), parts.exact(value, value, "rank"), "ordinal"


def fraction(text, match):
    """Read 百分之三, 三成, 五分之一, 一半, one in five, 8.5/10."""
    if match["fraction"].lower() == "a quarter" and not text.startswith(" of", match.end()):
        return None
    low, high = _shares(match)
    kind, unit = "share", "percent"
    if match["below"]:
        if match["below"] in ("10", "5", "100"):
            low = high = Decimal(match["over"])
            unit = kind = "point"
        elif int(match["below"]) == 0:
            return None
    return *match.span(), Quantity(low, high, unit, parts.comparator(text, *match.span(), unit)), kind


def _shares(match):
    if match["percent"]:
        values = [_signed(one) for one in re.split("[至到-]", match["percent"].replace("百分之", ""))]
        return values[0], values[-1]
    if match["permille"]:
        value = _plain(match["permille"][3:]) / (10 if match["permille"][0] == "千" else 100)
    elif match["under"]:
        value = 100 * _plain(match["upper"]) / (_plain(match["under"]) or ONE)
    elif match["tenths"]:
        more = {"半": 5}.get(match["hundredths"]) or (numerals.han(match["hundredths"]) if match["hundredths"] else 0)
        low, high = numerals.ends(match["tenths"])
        return low * 10 + more, high * 10 + more
    elif match["out"]:
        value = 100 * _english(match["out"]) / (_english(match["of"]) or ONE)
    elif match["part"]:
        value = 100 * _english(match["parts"] or "one") / PARTS[match["part"].rstrip("s")]
    elif match["below"]:
        value = 100 * Decimal(match["over"]) / (Decimal(match["below"]) or ONE)
    else:
        value = Decimal(50)
    return value, value


def _signed(word):
    return -_plain(word[1:]) if word.startswith("负") else _plain(word)


def _plain(word):
    return Decimal(word.replace(",", "")) if word[0].isdecimal() else numerals.han(word)


def _english(word):
    return Decimal(word) if word[0].isdecimal() else Decimal(1 if word == "a" else ENGLISH[word.lower()])


def halftime(text, match):
    """Read 半年, and 半小时至两小时."""
    unit, _, kind = UNIT_WORDS.get(match["halfunit"], ("year", 1, "duration"))
    low = Decimal("0.5")
    high = _plain(match["halfhigh"]) if match["halfhigh"] else low
    return *match.span(), Quantity(low, high, unit, parts.comparator(text, *match.span(), unit)), kind


def andhalf(text, match):
    """Read 一个半小时."""
    unit = {"月": "month"}.get(match["hunit"], "hour")
    value = _plain(match["hcount"]) + Decimal("0.5")
    return *match.span(), Quantity(value, value, unit, parts.comparator(text, *match.span(), unit)), "duration"


def compound(text, match):
    """Read 2小时9分37秒 in its smallest unit."""
    seconds, unit = Decimal(0), "second"
    for number in "123":
        if match[f"c{number}"]:
            unit = UNIT_WORDS.get(match[f"cu{number}"], ("minute",))[0]
            unit = "minute" if match[f"cu{number}"] == "分" else unit
            seconds += _plain(match[f"c{number}"]) * SECONDS[unit]
    value = seconds / SECONDS[unit]
    return *match.span(), Quantity(value, value, unit, parts.comparator(text, *match.span(), unit)), "duration"


def ratio(text, match):
    """Read 16.2∶1."""
    value = Decimal(re.split("[∶:]", match["ratio"])[0])
    return *match.span(), Quantity(value, value, "times", parts.comparator(text, *match.span(), "times")), "ratio"


def fold(text, match):
    """Read 翻番, doubled, twice."""
    word = match["fold"].lower()
    stem = next((value for name, value in FACTORS.items() if word.startswith(name[:5])), None)
    times = {"翻两番": 4, "翻三番": 8, "翻两倍": 3, "翻三倍": 4}.get(word.replace("了", ""), stem or 2)
    value = Decimal(str(times))
    kind = "ratio" if word in ("twice", "thrice", "双重") else "change"
    return *match.span(), Quantity(value, value, "times", parts.comparator(text, *match.span(), "times"), "exact"), kind


def between(text, match):
    """Read “between 3 and 5 years”."""
    unit, factor, kind = parts.unit(match["bhighunit"] or match["blowunit"], match["bmoney"])
    low, high = parts.ends(match["blow"], match["blowscale"], match["bhigh"], match["bhighscale"], match["blowunit"])
    return *match.span(), Quantity(low * factor, high * factor, unit), kind


def plusminus(text, match):
    """Read 206±3克 and ±5%."""
    unit, factor, kind = parts.unit(match["spreadunit"] or match["centreunit"], None)
    centre = Decimal((match["centre"] or "0").replace(",", ""))
    spread = Decimal(match["spread"].replace(",", ""))
    return *match.span(), Quantity((centre - spread) * factor, (centre + spread) * factor, unit), kind
