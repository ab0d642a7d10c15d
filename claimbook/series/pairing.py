"""Which years a number of a claim belongs to, and which movement is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.series.cues import NEVER_BEFORE
from claimbook.series.figures import Figure
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span


def nearest(figure: Figure, spans: Sequence[Span], figures: Sequence[Figure], text: str) -> Span | None:
    """Return the years of a number: those after it, before the next number, or else the last before it, or any."""
    following = min((one.start for one in figures if one.start > figure.start), default=10**9)
    after = [one for one in spans if figure.end <= one.start < following]
    before = [one for one in spans if one.end <= figure.start]
    nearest = [*after[:1], *before[-1:]]
    return next((one for one in nearest if not _apart(figure, one, text)), None) or next(iter([*nearest, *spans]), None)


def _apart(figure: Figure, span: Span, text: str) -> bool:
    """Return whether a comma or a turn of the sentence is between a number and years."""
    first, last = sorted(((figure.start, figure.end), (span.start, span.end)))
    return bool(re.search(r"[,;:]|\b(?:while|but|and|whereas|before)\b", text[first[1] : last[0]]))


def unless_never(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return where a movement is said, unless it is denied."""
    match = pattern.search(words)
    return None if match and NEVER_BEFORE.search(words[: match.start()]) else match


def any_of(spans: Sequence[Span]) -> Span | None:
    """Return the first years that are no record's."""
    return next((one for one in spans if one.kind != When.RECORD), None)
