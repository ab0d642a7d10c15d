"""Clauses of Chinese sentences, and the numbers that are listed with each other in one."""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.tagger import Token

FIGURE = "figure"  # the class of a number that may be a claim
ENDS = "，,。；;：:！!？?|\t\n—"
CLOSED = {")": "(", "）": "（", "】": "【"}


def clause_start(words: Sequence[Token], index: int) -> int:
    """Return the index of the first word of the clause that a word is in; brackets belong to the clause around."""
    depth = 0
    while index > 0:
        word = words[index - 1].word
        depth += any(mark in word for mark in CLOSED) - any(mark in word for mark in CLOSED.values())
        if depth < 0 or (words[index - 1].kind == t.POINT and not depth and any(mark in ENDS for mark in word)):
            break
        index -= 1
    return index


def group(words: Sequence[Token], index: int) -> list[int]:
    """Return the indices of the numbers that a number is listed with: 30.6%和31.6%."""
    found = [index]
    while found[0] > 1 and words[found[0] - 1].kind == t.AND and words[found[0] - 2].kind == FIGURE:
        found.insert(0, found[0] - 2)
    while found[-1] + 2 < len(words) and words[found[-1] + 1].kind == t.AND and words[found[-1] + 2].kind == FIGURE:
        found.append(found[-1] + 2)
    return found
