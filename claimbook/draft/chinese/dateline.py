"""The dateline of a Chinese report, which names a newsroom and a place that no number is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.tagger import Token

DATELINE = re.compile(
    r"^\s*(?:据|[^，。；：\s]{1,10}[\s，])?[\u4e00-\u9fffA-Za-z·]{2,14}?\s?\d{1,2}月\d{1,2}日\s*"
    r"(?:专?电|讯|消息|[-—–]+)\s*(?:[（(]\s*(?:[本特]?[报刊台网]?记者)?[^（()）]{2,24}[）)])?[，：,:]?"
)


def without_dateline(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a sentence without the dateline that it begins with: 甲社北京4月12日电（记者乙）."""
    found = DATELINE.match(joined(words))
    end = found.end() if found else 0
    at = size = 0
    while at < len(words) and size < end:
        size, at = size + len(words[at].word), at + 1
    return words[at:] if size == end else words
