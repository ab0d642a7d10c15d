"""A Chinese text as the rules read it: in simplified characters and full-width marks, at the same places."""

from __future__ import annotations

import re

from claimbook.draft.chinese.traditional import simplified
from claimbook.language.phrase import HAN

GAP = re.compile(r"(?<=[\u4e00-\u9fff%])(?<![年月日])[ \u3000](?=[\u4e00-\u9fff])")  # between two clauses of a headline
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
BESIDE = r"[\u4e00-\u9fff”“》《）（)(%％]"
NOTE = re.compile(r"[\[［](\d[\d,，–-]*)[\]］]")  # a mark of a footnote: 上升[5]
DASH = re.compile(r"(?<![\d年月日时] )(?<= )-(?= )")  # between two points of a digest
HALF = re.compile(rf"(?<={BESIDE})[,;:?!](?!//)|[,;:?!](?=[\u4e00-\u9fff“《（(])")


def plain(text: str) -> str:
    """Return a Chinese text as the rules read it; any other is returned as it is.

    Examples
    --------
    >>> plain("收入4,410元,同比減少37%;利潤9元")
    '收入4,410元，同比减少37%；利润9元'
    """
    if not HAN.search(text):
        return text
    lines = (HALF.sub(lambda mark: WIDE[mark[0]], line) if HAN.search(line) else line for line in text.split("\n"))
    lines = (line.replace("︰", "：") for line in lines)
    return GAP.sub("，", DASH.sub("。", NOTE.sub(r"（\1）", simplified("\n".join(lines)))))
