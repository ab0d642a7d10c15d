"""Operations over many figures: total, share, rank, streak, the lowest or the highest for so long."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from claimbook.quantity.quantity import Interval

Levels = Sequence[Interval]


def total(levels: Levels) -> Interval:
    """Add all up.

    Examples
    --------
    >>> total([Interval(Decimal(1), Decimal(2)), Interval(Decimal(3), Decimal(3))])
    Interval(low=Decimal('4'), high=Decimal('5'))
    """
    return Interval(sum((one.low for one in levels), Decimal(0)), sum((one.high for one in levels), Decimal(0)))


def share(levels: Levels) -> Interval:
    """Return the first as a part of all, itself included.

    Raises
    ------
    ValueError
        If one is negative or all are nothing.
    """
    first, rest = levels[0], total(levels[1:])
    if min(one.low for one in levels) < 0 or first.low + rest.high <= 0:
        raise ValueError("a share needs amounts that are not negative and not all nothing")
    return Interval(first.low / (first.low + rest.high), first.high / (first.high + rest.low))


def rank_from_top(levels: Levels) -> Interval:
    """Return the place of the first among all, counted from the highest; the same value shares a place.

    Examples
    --------
    >>> rank_from_top([Interval(Decimal(n), Decimal(n)) for n in (5, 9, 5, 1)])
    Interval(low=Decimal('2'), high=Decimal('2'))
    """
    first, rest = levels[0], levels[1:]
    above, perhaps = sum(one.low > first.high for one in rest), sum(one.high > first.low for one in rest)
    return Interval(Decimal(1 + above), Decimal(1 + perhaps))


def rank_from_bottom(levels: Levels) -> Interval:
    """Return the place of the first among all, counted from the lowest."""
    return rank_from_top(_mirrored(levels))


def rises_in_a_row(levels: Levels) -> Interval:
    """Return how many steps at the end go up one after the other; the levels are in the order of time."""
    steps = list(zip(levels[-2::-1], levels[:0:-1], strict=True))  # (before, after), the last first
    surely, perhaps = (
        next((at for at, (before, after) in enumerate(steps) if not up(before, after)), len(steps))
        for up in (lambda a, b: b.low > a.high, lambda a, b: b.high > a.low)
    )
    return Interval(Decimal(surely), Decimal(perhaps))


def falls_in_a_row(levels: Levels) -> Interval:
    """Return how many steps at the end go down one after the other; the levels are in the order of time."""
    return rises_in_a_row(_mirrored(levels))


def lowest_for(levels: Levels) -> Interval:
    """Return for how many periods the last is the lowest: any number of them up to when it was as low before.

    “The lowest in N years” is true for every N up to that. Where it was never as low, it is so for as many periods as
    there are, and nothing is known beyond.

    Examples
    --------
    >>> lowest_for([Interval(Decimal(n), Decimal(n)) for n in (3, 8, 7, 6, 4)])
    Interval(low=Decimal('1'), high=Decimal('4'))
    """
    *before, last = levels
    as_low = next((back for back, one in enumerate(reversed(before), 1) if one.high <= last.low), len(before))
    return Interval(Decimal(min(1, as_low)), Decimal(as_low))


def highest_for(levels: Levels) -> Interval:
    """Return for how many periods the last is the highest: any number of them up to when it was as high before."""
    return lowest_for(_mirrored(levels))


def _mirrored(levels: Levels) -> list[Interval]:
    return [Interval(-one.high, -one.low) for one in levels]


OPERATIONS: dict[str, Callable[[Levels], Interval]] = {
    function.__name__: function
    for function in (
        total,
        share,
        rank_from_top,
        rank_from_bottom,
        rises_in_a_row,
        falls_in_a_row,
        lowest_for,
        highest_for,
    )
}
CALL = re.compile(rf"\b({'|'.join(OPERATIONS)})\(([^()]*)\)")
