"""Which years a number of a claim belongs to, and which movement is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.series.cues import NEVER_BEFORE
from claimbook.series.figures import Figure
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span

THAN = re.compile(r"(?i)\bthan (?:(?:there|it|they|we) (?:was|were|did|had) )?(?:back )?(?:in )?$")
BASE = re.compile(
    r"(?i)\b(?:than|as|from|against|versus|compared (?:with|to)"
    r"|(?:share|level|rate|figure|number|total|amount|value) (?:of|in))\b[^.;]{0,25}$|[比较][^，。；]{0,6}$"
)


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
    return bool(re.search(r"[,;:，；：]|\b(?:while|but|and|whereas|before)\b", text[first[1] : last[0]]))


def based(spans: Sequence[Span], text: str) -> list[Span]:
    """Return two spans with the one first that the other is set beside: that after “than”, or the earlier.

    Examples
    --------
    >>> text = "a third less ice in 2020 than in 1979"
    >>> [one.first for one in based([Span(When.POINT, 2020, 2020, 21, 25), Span(When.POINT, 1979, 1979, 33, 37)], text)]
    [1979, 2020]
    """
    one, other = spans
    if BASE.search(text[one.end : other.start]):
        return [other, one]
    return sorted(spans, key=lambda span: span.first)


def since_than(span: Span | None, text: str, year: int) -> Span | None:
    """Return the years since the one that follows “than”, of “a third less than in 1990”; other spans as they are."""
    if span and span.kind == When.POINT and span.first < year and THAN.search(text[: span.start]):
        return span._replace(kind=When.SINCE, last=year)
    return span


def unless_never(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return where a movement is said, unless it is denied."""
    match = pattern.search(words)
    return None if match and NEVER_BEFORE.search(words[: match.start()]) else match


def any_of(spans: Sequence[Span]) -> Span | None:
    """Return the first years that are no record's."""
    return next((one for one in spans if one.kind != When.RECORD), None)


def was(text: str, levels: Sequence[Figure], span: Span) -> bool:
    """Return whether the years are those of the second number alone: “nine in ten, up from half in 2014”."""
    between = text[levels[0].end : levels[1].start]
    return span.start >= levels[1].end and bool(
        re.search(r"(?i)\b(?:from|against|compared (?:with|to)|than)\b", between)
    )
