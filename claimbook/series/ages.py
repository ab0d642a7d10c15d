"""Ages and other ranges of counts that a claim or a title names: “aged 25 to 64”, “in their late twenties”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimbook.series.spans import SMALL

AGE = r"(?:\d{1,2}|" + "|".join(SMALL) + ")"
WHO = r"(?:people|population|those|child(?:ren)?|youths?|women|men|girls|boys|teenagers|adults|Chinese|[A-Z]\w+s)"
TENS = dict(
    zip(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties"],
        range(20, 90, 10),
        strict=True,
    )
)
ZH_TENS = dict(zip("二三四五六七八", range(20, 90, 10), strict=True))
PARTS_OF_TEN = {"early": (0, 4), "mid": (3, 6), "late": (5, 9), "出头": (0, 4)}
AGES = re.compile(
    rf"(?:(?i:\b(?:aged?|ages|between the ages of)) |\b{WHO} (?=between))(?:(?i:between) )?"
    rf"(?P<low>{AGE}) ?(?:and|to|[-–]) ?(?P<high>{AGE})(?!\d|%|[.,]\d)"
    rf"|\b{WHO} (?:\w+ ){{0,2}}(?:under|below|younger than) (?:the age of )?(?P<under>{AGE})\b(?! ?%)"
    rf"|\b[Uu]nder[- ](?P<unders>{AGE})s\b"
    r"|\b(?:[Aa]ged (?:over )?|[Oo]ver[- ]|[Oo]lder than )(?P<over>[4-9]\d)(?:s\b| (?:and|or) (?:over|older|above))"
    rf"|\b(?:(?P<part>early|mid|late)[- ]|(?:their|his|her|our) )(?P<tens>{'|'.join(TENS)})\b"
    rf"|(?P<zh_tens>[{''.join(ZH_TENS)}])十岁?(?P<zh_part>出头|多岁)"
    r"|(?P<zh_low>\d{1,2})岁?[至到~—–-](?P<zh_high>\d{1,2})岁"
    r"|(?P<zh_under>\d{1,2})岁(?:及)?以下|(?P<zh_over>\d{1,2})岁(?:及)?以上"
)
RANGE = re.compile(rf"(?i)(?<![\w.,])({AGE})岁? ?(?:to|and|[至到~—–-]) ?({AGE})(?! ?%|\d|[.,]\d)")


def ages(text: str) -> Iterator[str]:
    """Yield the group that is named by its ages, whose digits are no number of the metric.

    Examples
    --------
    >>> list(ages("people aged between 25 and 64, children under five; 65岁以上人口"))[1:]
    ['population by age group ages 0-4 under-5s', 'population by age group ages 65+']
    """
    for match in AGES.finditer(text):
        yield f"population by age group ages {_group(match)}"


def _group(match: re.Match[str]) -> str:
    under = _number(match["under"] or match["unders"] or match["zh_under"])
    low, high = match["low"] or match["zh_low"], match["high"] or match["zh_high"]
    if low:
        return f"{_number(low)}-{_number(high)}"
    if tens := TENS.get(match["tens"] or "") or ZH_TENS.get(match["zh_tens"] or ""):
        first, last = PARTS_OF_TEN.get(match["part"] or match["zh_part"], (0, 9))
        return f"{tens + first}-{tens + last}"
    return f"0-{int(under) - 1} under-{under}s" if under else f"{match['over'] or match['zh_over']}+"


def ranges(text: str) -> frozenset[str]:
    """Return the ranges that a text names, as titles write them.

    Examples
    --------
    >>> sorted(ranges("six to ten people, between 20 and 24; 30至34岁, (25-29 years)"))
    ['20-24', '25-29', '30-34', '6-10']
    """
    found = ((_number(match[1]), _number(match[2])) for match in RANGE.finditer(text))
    return frozenset(f"{low}-{high}" for low, high in found if int(low) < int(high))


def _number(words: str | None) -> str:
    return str(SMALL.get((words or "").casefold(), words or ""))
