"""Whether words print the number of a row, or another one."""

import re
from dataclasses import replace
from decimal import Decimal

from claimbook.judge.claim import CALENDAR
from claimbook.mention import mentions
from claimbook.quantity.quantity import Quantity, half_step
from claimbook.quantity.unit import split
from claimbook.tables.schema import Row

BARE = re.compile(r"[\d.,，]+")
FRACTION = 12  # digits that no page prints: those of a fraction in words


def prints_another_number(words: str, row: Row) -> bool:
    """Return whether words print numbers of a row's unit, and none of them is near its low and high.

    The words of a rate are often those of its number alone: 30元 of a fee a month. So what it is per is left aside.
    A number without any unit, such as the cell of a table, may be in thousands, 万 or another power of ten.
    """
    if not (row["low"] and row["high"]):
        return False
    low, high = Decimal(row["low"]), Decimal(row["high"])
    counted, _ = split(row["unit"])
    printed = [
        (mention.exact, quantity)
        for mention in mentions(words)
        if (quantity := mention.quantity) and quantity.unit == counted and (mention.kind != "date" or low >= CALENDAR)
    ]
    return bool(printed) and not any(_says(exact, quantity, low, high) for exact, quantity in printed)


def _says(exact: str, quantity: Quantity, low: Decimal, high: Decimal) -> bool:
    """Return whether a printed number is near a row's ends, whatever its sign."""
    level = replace(quantity, precision="rounded").level() if quantity.precision == "spoken" else quantity.level()
    if len(quantity.low.as_tuple().digits) > FRACTION:  # two thirds, which a person writes as 67 or 66.7
        low, high = low - half_step(low, zeros_count=True), high + half_step(high, zeros_count=True)
    (least, most), (low, high) = _size(level.low, level.high), _size(low, high)
    powers = (0, *range(2, 13)) if BARE.fullmatch(exact) else (0,)
    return any(least.scaleb(power) <= high and most.scaleb(power) >= low for power in powers)


def _size(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of an interval without their signs; one that holds zero begins there."""
    least, most = sorted((abs(low), abs(high)))
    return (Decimal(0), most) if low <= 0 <= high else (least, most)
