"""Who says a figure, as its sentence has it: “according to …”, 据…."""

from __future__ import annotations

import re

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
DOCUMENT = re.compile(r"(?:Report|Outlook|Survey|Review|Index|Bulletin|Yearbook)s?$")  # is no speaker
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
            if len(name) > 1 and not EMPTY.match(name) and name not in STOPS_EN and not DOCUMENT.search(name):
                return name
    return ""
