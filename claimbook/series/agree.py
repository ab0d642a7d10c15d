"""Whether a number of a series says what a claim says: how near is near enough, and how far is too far."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from claimbook.language.phrase import Statement
from claimbook.quantity.quantity import Quantity


class Truth(StrEnum):
    """What a reading comes to."""

    TRUE = "true"
    FALSE = "false"
    MISSING = "missing"  # no data where the claim needs them
    OPEN = "open"  # too near to say, or not read


SAID = {
    Truth.TRUE: Statement("true", "相符"),
    Truth.FALSE: Statement("false", "不符"),
    Truth.MISSING: Statement("missing", "缺数据"),
    Truth.OPEN: Statement("open", "未决"),
}


class Room(NamedTuple):
    """How far a number may be from the stated one, as a part of it: up to `near` it agrees, beyond `far` it does not.

    Another source, another vintage or another year's count moves a number by some percent, so that what differs a
    little is left open; a person decides.
    """

    near: Decimal
    far: Decimal


STATED = Room(Decimal("0.05"), Decimal("0.15"))
ABOUT = Room(Decimal("0.12"), Decimal("0.25"))
MONEY = Room(Decimal("0.15"), Decimal("0.50"))  # of other prices, or another year's dollars
CHANGED = Room(Decimal("0.12"), Decimal("0.30"))
FOLD = Room(Decimal("0.12"), Decimal("0.25"))  # of so many times as much
BOUND = Room(Decimal("0.005"), Decimal("0.06"))  # beyond a limit that it must keep
PRINTED = Decimal("0.15")  # of it, at most, is rounding: 1 billion is not said of 1.4 billion
POINT = Decimal("0.5")  # percent that agree though they are more than some percent apart
BEYOND = 12  # times the stated limit; “more than 1 million” is hardly said of 40 million


def agrees(quantity: Quantity, value: Decimal, room: Room = STATED) -> Truth:
    """Return whether a value, on the scale of a quantity, is what the quantity says.

    Examples
    --------
    >>> over, about = (Quantity(Decimal(20), Decimal(20), "percent", sign) for sign in (">", "~"))
    >>> [str(agrees(over, Decimal(value))) for value in (25, 19.5, 12)], str(agrees(about, Decimal(22), ABOUT))
    (['true', 'open', 'false'], 'true')
    """
    low, high = quantity.low, quantity.high
    if quantity.comparator in (">", ">="):
        return _limit(value - low, abs(low), value > low * BEYOND and not quantity.unit.startswith("percent"))
    if quantity.comparator in ("<", "<="):
        return _limit(high - value, abs(high), False)
    level = quantity.level()
    gap = max(low - value, value - high)
    size = max(abs(low), abs(high))
    if level.low <= value <= level.high and (quantity.unit.startswith("percent") or gap <= size * PRINTED):
        return Truth.TRUE
    if gap <= size * room.near or (quantity.unit.startswith("percent") and gap <= POINT and size >= 5):
        return Truth.TRUE
    return Truth.FALSE if gap > size * room.far else Truth.OPEN


def _limit(spare: Decimal, size: Decimal, beyond: bool) -> Truth:
    """Return whether a limit is kept with something to spare."""
    if spare >= -size * BOUND.near:
        return Truth.OPEN if beyond else Truth.TRUE
    return Truth.FALSE if spare < -size * BOUND.far else Truth.OPEN


def every(truths: Iterable[Truth]) -> Truth:
    """Return whether all are true; one that is false decides, then one without data.

    Examples
    --------
    >>> str(every([Truth.TRUE, Truth.MISSING, Truth.FALSE])), str(every([Truth.TRUE, Truth.MISSING])), str(every([]))
    ('false', 'missing', 'open')
    """
    found = list(truths)
    order = (Truth.FALSE, Truth.MISSING, Truth.OPEN, Truth.TRUE)
    return next((one for one in order if one in found), Truth.OPEN)


def most(truths: Iterable[Truth]) -> Truth:
    """Return what most years come to; where they are at odds, it is open.

    Examples
    --------
    >>> str(most([Truth.TRUE, Truth.TRUE, Truth.FALSE])), str(most([Truth.TRUE, Truth.FALSE]))
    ('true', 'open')
    """
    found = [one for one in truths if one != Truth.MISSING]
    if not found:
        return Truth.MISSING
    return next((one for one in (Truth.TRUE, Truth.FALSE) if found.count(one) * 2 > len(found)), Truth.OPEN)


def latest(truths: Iterable[Truth], unfinished: bool = False) -> Truth:
    """Return what the latest year comes to; where it is false and an earlier one is not, it is open.

    So it is where the latest was not over when the claim was made, and the one before says otherwise.

    Examples
    --------
    >>> str(latest([Truth.TRUE, Truth.FALSE])), str(latest([Truth.FALSE, Truth.TRUE])), str(latest([]))
    ('true', 'open', 'missing')
    """
    found = [one for one in truths if one != Truth.MISSING]
    if not found:
        return Truth.MISSING
    alike = set(found[:2] if found[0] == Truth.TRUE else found) == {found[0]}
    return found[0] if alike or (found[0] == Truth.TRUE and not unfinished) else Truth.OPEN


def either(truths: Iterable[Truth]) -> Truth:
    """Return whether any reading is true; it is false where all are."""
    found = list(truths)
    order = (Truth.TRUE, Truth.OPEN, Truth.MISSING, Truth.FALSE)
    return next((one for one in order if one in found), Truth.OPEN)
