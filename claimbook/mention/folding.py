"""Fold a text into plain characters at the same offsets, and find whose currency 元 is in it."""

import re

from claimbook.mention.words import FOLD

# Without digits beyond the first plane, which would make the search slow: they are looked for apart.
RARE = re.compile(
    f"[{''.join(re.escape(chr(char)) for char in FOLD if char < 0x10000 and chr(char) not in '：（）；！？，')}]"
)
ASTRAL = re.compile("[\U00010000-\U0001fbff]")
# A thousands separator: a full-width comma between full-width digits, a thin space between digits.
SEPARATOR = re.compile("(?<=[０-９])，(?=[０-９]{3})|(?<=[0-9])[\u2009\u202f\xa0](?=[0-9]{3}(?![0-9]))")
# Between plain digits it is one only inside a sentence that goes on around the number: 售出791，985辆.
COMMA = re.compile("，(?=[0-9]{3}[\u4e00-\u9fff])")
GROUP = re.compile("[\u4e00-\u9fff][1-9][0-9]{0,2}$")
TAIWAN = re.compile("新[台臺]幣|[台臺][灣北幣]")
HONG_KONG = re.compile(r"港[幣元紙鐵府]|HK\$|香港|蚊|呎|恒[指生]|九龍|新界|屋苑|食肆|立法會")
TRADITIONAL = re.compile("[萬億個們這國會開對時發業幣為與無學過後說點經電實現應該總額]")


def fold(text: str) -> str:
    """Return the text with full-width, traditional and typographic characters as plain ones, at the same offsets."""
    if text.isascii():
        return text
    if "，" in text:
        text = COMMA.sub(_separated, text)
    if RARE.search(text) or ASTRAL.search(text):
        return SEPARATOR.sub(",", text).translate(FOLD)
    return text.replace("：", ":").replace("（", "(").replace("）", ")").replace("；", ";")


def _separated(match: re.Match[str]) -> str:
    """Return a separator where up to three digits of a sentence are before a full-width comma, else the comma."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    return "," if GROUP.search(before) else match[0]


def regional(text: str) -> dict[str, str]:
    """Return what 元 and $ mean in a text from Hong Kong or Taiwan.

    Such a text is written in traditional characters and names its place, or its currency.

    Examples
    --------
    >>> regional("總額為新台幣三億元"), regional("總值逾港幣三億元"), regional("总额为人民币三亿元")
    ({'CNY': 'TWD'}, {'CNY': 'HKD', 'USD': 'HKD'}, {})
    """
    if text.isascii() or not TRADITIONAL.search(text):
        return {}
    if TAIWAN.search(text):
        return {"CNY": "TWD"}
    return {"CNY": "HKD", "USD": "HKD"} if HONG_KONG.search(text) else {}
