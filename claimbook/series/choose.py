"""Which of the nearest series a claim means: by the words that each leaves unread, and by a number stated exactly."""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.series.agree import Truth
from claimbook.series.asked import Kind, Reading
from claimbook.series.pairs import Tried
from claimbook.series.rank import Hit
from claimbook.series.trial import Outcome
from claimbook.series.unread import unread

LACKS = 0.35  # how far below it one may be that has what it lacks
UNREAD = 0.1  # what a word that a series does not explain takes away


def understood(reading: Reading, hits: Sequence[Hit]) -> list[Hit]:
    """Rank again: a series that explains more words of the claim comes before one that explains fewer."""
    weighed = [
        Hit(hit.series, round(hit.score - UNREAD * min(3, len(unread(reading.measure, hit.series))), 4)) for hit in hits
    ]
    return sorted(weighed, key=lambda hit: -hit.score)


def best(reading: Reading, tried: tuple[Tried, ...]) -> Tried:
    """Return the series that is meant: the first, or one that explains every word and has the very number."""
    first = tried[0]
    if first.truth == Truth.TRUE or not tried[1:]:
        return first
    exact = (one for one in tried[1:] if one.truth == Truth.TRUE and is_exact(one))
    return next((one for one in exact if not unread(reading.measure, one.series)), first)


def better_read(reading: Reading, first: Tried, tried: tuple[Tried, ...]) -> Tried | None:
    """Return a series that is nearly as good, explains more words of the claim, and does not support it."""
    words = len(unread(reading.measure, first.series))
    near = (one for one in tried if one.score >= first.score - 2 * UNREAD and one.truth != Truth.TRUE)
    return next((one for one in near if len(unread(reading.measure, one.series)) < words), None)


def is_exact(tried: Tried) -> bool:
    """Return whether a claim states a number of a series exactly."""
    return any(map(_exactly, tried.outcomes))


def _exactly(outcome: Outcome) -> bool:
    """Return whether a number of two digits or more is stated, and no limit."""
    figure = outcome.asked.figure
    if figure is None or outcome.asked.kind not in (Kind.LEVEL, Kind.CHANGE):
        return False
    quantity = figure.quantity
    digits = len(quantity.high.normalize().as_tuple().digits)
    return digits > 1 and quantity.comparator in ("=", "~") and quantity.precision != "spoken"
