"""Who says a figure, and who first said it: by “according to …”, 据…, 来源：, 发布机构, and a text’s first lines."""

from __future__ import annotations

import re

LINES, LONG = 15, 120  # lines at the top and the bottom of a text that may say what it is, and characters of each
DATED = 60  # characters of a line that gives the date of a text, at most; a longer one speaks of something else

FIELDS = {
    "publisher": re.compile(r"(?i)^(?:publisher|site|media|媒体|网站|发布(?:机构|单位|方))\s*[:：]\s*(.+)$"),
    "origin": re.compile(
        r"(?i)^[(（]?(?:source|from|origin|(?:文章|信息|稿件|数据|资料)?来源|稿源)\s*[:：]\s*([^)）]+)"
    ),
    "author": re.compile(r"(?i)^(?:by|author|作者|记者|撰文)\s*[:：]?\s+?([^\d|]{2,60})$"),
    "url": re.compile(r"(?i)^(?:url|link|address|网址|链接|原文链接|地址)\s*[:：]\s*(https?://\S+)"),
    "published": re.compile(
        r"(?i)(?:^|\b(?:published?|posted|date)(?:\s(?:on|at|time))?\s*[:：]?\s*|(?:发布)?(?:时间|日期)\s*[:：]\s*)"
        r"((?:19|20)\d\d)(?:-|/|\.|年)(0?[1-9]|1[0-2])(?:-|/|\.|月)(0?[1-9]|[12]\d|3[01])(?!\d)"
    ),
}
INLINE = re.compile(r"(?:^|[\s|　])(?:(?:文章|信息|稿件|数据|资料)?来源|稿源|发布机构)\s*[:：]\s*([^\s|　)）]{2,30})")

NAME = r"(?:[A-Z][\w&.’'-]*)(?:\s(?:[A-Z][\w&.’'-]*|of|for|and|the|on))*"
EN = re.compile(
    r"(?i:\b(?:according to|citing|reported by|source:|data (?:(?:released|published|compiled) )?(?:from|by)))\s+"
    r"(?i:(?:data|figures|statistics|a (?:new )?(?:report|survey|study))(?: (?:released|published))? (?:from|by|of) )?"
    rf"(?:the\s)?({NAME})"
)
SAID_EN = re.compile(rf"({NAME})(?:\s\([A-Z]+\))?\s(?:said|reported|announced|estimates?)\b")
ZH = re.compile(
    r"(?:据|根据|来自|引述)(?:了)?([^，。；：,\s]{2,24}?)"
    r"(?:的)?(?:最新)?"
    r"(?:发布|公布|披露|统计(?![局署司])|数据|报告|报道|介绍|消息|测算|监测(?!中心)|显示|调查(?![局队]))"
)
BODY = "局|部|委|委员会|协会|联合会|银行|总署|研究院|中心|公司|集团"
SAID_ZH = re.compile(
    rf"(?:^|[。；\n])\s*([^，。；：,\s]{{2,20}}?(?:{BODY}))(?:[^，。；]{{0,12}})?(?:发布|公布|披露|数据显示|统计显示|表示)"
)
EMPTY = re.compile(r"^(?:最新|有关|相关|初步|不完全|该|其|这|上述|媒体|记者|官方|公开)")
STOPS_EN = ("The", "In", "It", "He", "She", "They", "This", "That", "But", "And", "A")


def speaker(sentence: str) -> str:
    """Return whom a sentence names as the one who says its figures, or an empty string.

    Examples
    --------
    >>> speaker("据国家统计局数据，产量增长5%。"), speaker("Sales rose 5%, according to the World Bank.")
    ('国家统计局', 'World Bank')
    >>> speaker("据统计，产量增长5%。")
    ''
    """
    for pattern in (EN, ZH, SAID_ZH, SAID_EN):
        for match in pattern.finditer(sentence):
            name = match[1].strip(" .,’'").removeprefix("The ")
            if len(name) > 1 and not EMPTY.match(name) and name not in STOPS_EN:
                return name
    return ""


def stated(text: str) -> dict[str, str]:
    """Return what the first and last lines of a text say of it: publisher, origin, author, address, date.

    Examples
    --------
    >>> stated("某题\\n2023-08-10 09:00　来源：新华网\\n正文。") == {"origin": "新华网", "published": "2023-08-10"}
    True
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    near = [line for line in lines[:LINES] + lines[LINES:][-3:] if len(line) <= LONG]
    found: dict[str, str] = {}
    for line in near:
        for name, pattern in FIELDS.items():
            if name == "published" and len(line) > DATED:
                continue
            if match := pattern.search(line):
                found.setdefault(name, _date(match) if name == "published" else match[1].strip())
        if match := INLINE.search(line):
            found.setdefault("origin", match[1])
    return found


def _date(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
