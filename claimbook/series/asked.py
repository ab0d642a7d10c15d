"""What a claim asks of a series: an operation with its places, years and number, as a reading that can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimbook.series.figures import Figure
from claimbook.series.places import Place
from claimbook.series.spans import Span


class Kind(StrEnum):
    """What kind of thing is said."""

    LEVEL = "level"
    CHANGE = "change"  # by so much
    TREND = "trend"  # up or down
    RANK = "rank"
    RECORD = "record"
    COMPARE = "compare"
    SHARE = "share"  # of a group's total
    STREAK = "streak"  # so many years in a row
    PEAK = "peak"  # the highest or lowest of all years, those after it too
    ONLY = "only"  # the only one of a group that has any, or none


@dataclass(frozen=True)
class Asked:
    """One thing that a claim says.

    Parameters
    ----------
    kind : Kind
    places : tuple of Place
        Each of which it must hold for; all of them `together` where it is said of their sum.
    figure : Figure or None
    span : Span or None
        The years; of a change those from which, or from the first to the last of which.
    until : Span or None
        Of a change between two spans, the second.
    up : bool or None
        Highest, rising, more; or lowest, falling, less.
    among : Place or None
        The group of a rank or a share.
    others : tuple of Place
        What the places are compared with.
    every : bool
        Whether it must hold in each year, or each step.
    loose : bool
        “One of the highest”, “almost the entire period”.
    denied : bool
        “No longer the largest”: it is true where what it denies is false.
    first : bool
        “For the first time”: in no earlier year.
    rest : bool
        “40% do not have access”: what is left of a hundred beside those who have.
    """

    kind: Kind
    places: tuple[Place, ...]
    figure: Figure | None = None
    span: Span | None = None
    until: Span | None = None
    up: bool | None = None
    among: Place | None = None
    others: tuple[Place, ...] = ()
    together: bool = False
    every: bool = False
    loose: bool = False
    denied: bool = False
    first: bool = False
    rest: bool = False


@dataclass(frozen=True)
class Reading:
    """A claim as it was read.

    Parameters
    ----------
    text : str
    year : int
        Of the claim's date.
    measure : str
        Its words without places, years and numbers.
    places : tuple of Place
    spans : tuple of Span
    figures : tuple of Figure
    asked : tuple of Asked
        All that must hold.
    left : tuple of str
        Words that were not understood and could turn the verdict.
    """

    text: str
    year: int
    measure: str
    places: tuple[Place, ...]
    spans: tuple[Span, ...]
    figures: tuple[Figure, ...]
    asked: tuple[Asked, ...]
    left: tuple[str, ...] = ()
