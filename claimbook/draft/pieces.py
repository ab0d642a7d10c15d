"""The pieces in which a text is drafted: its lines, and parts of a line that is longer than any paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimbook.mention import Mention

# What a piece has at most, more than any paragraph that we have seen, so that no line costs its square.
LONGEST, MOST = 3000, 60  # characters, numbers
STOP = re.compile(r"[。！？；]|[.!?](?=\s)")


def pieces(text: str, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of a text that is not blank, a very long one in parts.

    Examples
    --------
    >>> list(pieces("Prices rose.\\n\\nSales fell.", []))
    [(0, 12), (14, 25)]
    """
    at, starts = 0, [one.start for one in found]
    for line in text.split("\n"):
        first, end = at, at + len(line)
        while (last := _cut(text, first, end, found, starts)) < end:
            yield first, last
            first = last
        if text[first:end].strip():
            yield first, end
        at = end + 1


def _cut(text: str, first: int, end: int, found: Sequence[Mention], starts: Sequence[int]) -> int:
    """Return where a piece ends: after a sentence, else before a number, else at a blank; never inside a number."""
    number = bisect_left(starts, first)
    stop = min(first + LONGEST, starts[number + MOST] if number + MOST < len(starts) else end)
    if stop >= end:
        return end
    half = (first + stop) // 2
    last = bisect_left(starts, stop) - 1
    before = starts[last] if last > number else 0
    ends = [match.end() for match in STOP.finditer(text, half, stop)]
    cut = ends[-1] if ends else before if before > half else text.rfind(" ", half, stop) + 1 or stop
    inside = found[last] if last >= number else None
    if inside and inside.start < cut < inside.end:
        return inside.start if inside.start > first else min(inside.end, end)
    return cut
