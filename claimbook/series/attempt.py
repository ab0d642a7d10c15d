"""Try a reading on the best series: those whose unit fits, pairs of them included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.figures import TIMES_OF_LIFE
from claimbook.series.pairs import Tried, pair, versus
from claimbook.series.rank import Hit
from claimbook.series.scale import of_series
from claimbook.series.sense import tried
from claimbook.series.series import Series
from claimbook.series.trial import Trial

VERSUS = re.compile(
    r"(?i)\b(?:overtak\w+|overtook|surpass\w*|outpac\w+|outnumber\w*)\b|超过(?!\s*[约近\d一二三四五六七八九十百千万亿两半])"
)
NUMBER = re.compile(r"(?<![\w.,-])\d+(?![\w.,]*\d)")
TRIED = 6  # of them that are tried
CLOSE = 0.5  # how far below the best series another may be and still be meant


def try_all(reading: Reading, ranked: Sequence[Hit]) -> list[Tried]:
    """Try a reading on the best series whose unit fits, pairs of them included; the best first."""
    fitting = [hit for hit in ranked if hit.score >= ranked[0].score - CLOSE and _fits(reading, hit.series)][:TRIED]
    pairs = [both for one, other in combinations(fitting[:3], 2) if (both := pair(reading, one, other))]
    trials = [(hit.series, hit.score, reading.asked) for hit in fitting]
    if VERSUS.search(reading.text) and not any(one.kind == Kind.COMPARE for one in reading.asked):
        return [beside for one, other in combinations(fitting, 2) if (beside := versus(reading, one, other))]
    if pairs:
        trials = [(pairs[0].series, pairs[0].score, reading.asked), *trials]
    return [
        Tried(series, score, tuple(tried(Trial(series, reading.year), one) for one in _askable(asked, series)))
        for series, score, asked in trials
    ]


def _askable(asked: Sequence[Asked], series: Series) -> list[Asked]:
    """Return what can be asked of a series.

    A length of time is a number of a series that is counted in it, and else beside it; a number that the title has,
    such as “more than 100 deaths”, names the metric.
    """
    timed = [one for one in asked if not _of_time(one) or _of_time(one) == of_series(series.unit).kind]
    rest = [one for one in timed if not _in_title(one, series)]
    return rest or timed


def _in_title(asked: Asked, series: Series) -> bool:
    """Return whether a title has the number itself, as one of its own words."""
    value = asked.figure.quantity.high if asked.figure and asked.kind == Kind.LEVEL else None
    return value is not None and f"{value.normalize():f}" in NUMBER.findall(series.title)


def _of_time(asked: Asked) -> str:
    """Return years, hours or days where a number is a length of time."""
    scale = asked.figure.scale if asked.figure else None
    return scale.kind if scale and scale.kind in TIMES_OF_LIFE else ""


def _fits(reading: Reading, series: Series) -> bool:
    """Return whether what is asked can be asked of a series: its unit and one of its places."""
    scale = of_series(series.unit)
    asked = _askable(reading.asked, series)
    levels = [one.figure for one in asked if one.kind == Kind.LEVEL and one.figure and one.figure.quantity.high]
    return all(one.scale and one.scale.fits(scale) for one in levels)
