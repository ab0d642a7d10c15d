"""Fold a text into plain characters at the same offsets, and find whose currency 元 is in it."""

import re

from claimbook.mention import hidden
from claimbook.mention.words import FOLD

# Digits beyond the first plane are one range, since each by itself would make the search slow.
ODD = "".join(re.escape(chr(char)) for char in FOLD if char < 0x10000 and chr(char) not in "：（）；！？，")
ASTRAL = "\U00010000-\U0001fbff"
RARE = re.compile(f"[{ODD}{ASTRAL}]")
# A thousands separator: a full-width comma between full-width digits, a thin space between digits.
SEPARATOR = re.compile("(?<=[０-９])，(?=[０-９]{3})|(?<=[0-9])[\u2009\u202f\xa0](?=[0-9]{3}(?![0-9]))")
# Between plain digits it is one only inside a sentence that goes on around the number: 售出791，985辆.
COMMA = re.compile("，(?=[0-9]{3}(?:，[0-9]{3})*[\u4e00-\u9fff])")
GROUP = re.compile("[\u4e00-\u9fff][1-9][0-9]{0,2}(?:，[0-9]{3})*$")
TAIWAN = re.compile("新[台臺]幣|[台臺][灣北幣]")
HONG_KONG = re.compile(r"港[幣元紙鐵府]|HK\$|香港|蚊|呎|恒[指生]|九龍|新界|屋苑|食肆|立法會")
TRADITIONAL = re.compile("[萬億個們這國會開對時發業幣為與無學過後說點經電實現應該總額]")
# 1,999 元（約 HK$2,500）: what is converted is another currency.
CONVERTED = re.compile(r"元 ?[（(](?:[約约合折]|相[當当][於于])+ ?(?:HK\$|NT\$|[港台臺][幣元]|新[台臺]幣)")
# What is rare in most texts, so that one look at each character rules it all out.
UNUSUAL = re.compile(f"[{ODD}{ASTRAL}]|{hidden.HIDDEN.pattern}|{TRADITIONAL.pattern}".replace("]|[", ""))


def is_usual(text: str) -> bool:
    """Return whether a text has only common characters: little to fold, nothing hidden, nothing traditional."""
    return text.isascii() or not UNUSUAL.search(text)


def fold(text: str, usual: bool = False) -> str:
    """Return the text with full-width, traditional and typographic characters as plain ones, at the same offsets.

    `usual`: whether `is_usual` says so of the text, where that is known.
    """
    if text.isascii():
        return text
    if "，" in text:
        text = COMMA.sub(_separated, text)
    if not usual and RARE.search(text):
        return SEPARATOR.sub(",", text).translate(FOLD)
    return text.replace("：", ":").replace("（", "(").replace("）", ")").replace("；", ";")


def _separated(match: re.Match[str]) -> str:
    """Return a separator where up to three digits of a sentence are before a full-width comma, else the comma."""
    before = match.string[max(0, match.start() - 16) : match.start()]
    return "," if GROUP.search(before) else match[0]


def regional(text: str) -> dict[str, str]:
    """Return what 元 and $ mean in a text from Hong Kong or Taiwan.

    Such a text is written in traditional characters and names its place, or its currency.

    Examples
    --------
    >>> regional("總額為新台幣三億元"), regional("總值逾港幣三億元"), regional("总额为人民币三亿元")
    ({'CNY': 'TWD'}, {'CNY': 'HKD', 'USD': 'HKD'}, {})

    Where a price is converted in brackets, it is in another currency.

    >>> regional("這個手機賣1,999 元（約HK$2,500）")
    {}
    """
    if text.isascii() or not TRADITIONAL.search(text) or CONVERTED.search(text):
        return {}
    if TAIWAN.search(text):
        return {"CNY": "TWD"}
    return {"CNY": "HKD", "USD": "HKD"} if HONG_KONG.search(text) else {}
