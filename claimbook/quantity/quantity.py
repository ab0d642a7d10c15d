"""A quantity: an interval with a unit, a comparator and a precision, in exact decimals."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimbook.quantity.written import written

INFINITY = Decimal("Infinity")

# Vague words mean fixed intervals; agreement that rests on an end point has low confidence.
VAGUE = {
    "数百": (200, 999),
    "几百": (200, 999),
    "上百": (100, 199),
    "数十": (20, 99),
    "几十": (20, 99),
    "十几": (11, 19),
    "数千": (2000, 9999),
    "几千": (2000, 9999),
    "上千": (1000, 1999),
    "数万": (20000, 99999),
    "几万": (20000, 99999),
    "上万": (10000, 19999),
    "数": (2, 9),
    "几": (2, 9),
}

ABOUT = Decimal("0.1")  # “about 100” is read as 90 to 110
# “One in ten” is read as 8.5 to 11.5%, whether the article says it or a source: whoever speaks in tenths (三成) or in
# simple fractions rounds to the nearest of them, and half of the way from 三成 to its neighbours is 17% of it.
SPOKEN = Decimal("0.15")

COMPARATORS = {
    "=": "the value itself",
    "~": "about the value",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
}

# How wide a recorded number is read. "recorded" is the rule; the others are tried in the stability grid.
TOLERANCES = {
    "recorded": "rounded values by half of their last printed place, exact values as they are",
    "exact": "every value as it is",
    "printed": "every value by half of its last printed place",
    "1%": "as recorded, then 1% wider",
    "5%": "as recorded, then 5% wider",
    "10%": "as recorded, then 10% wider",
}
RECORDED = "recorded"


@dataclass(frozen=True)
class Interval:
    """A closed interval of exact decimals; an end may be infinite."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: "Interval") -> bool:
        """Return whether the two share a point.

        Examples
        --------
        >>> Interval(Decimal(1), Decimal(2)).overlaps(Interval(Decimal(2), Decimal(3)))
        True
        """
        return self.low <= other.high and other.low <= self.high

    def touches(self, other: "Interval") -> bool:
        """Return whether the two share one end point and nothing more."""
        widths = self.low < self.high or other.low < other.high
        return widths and (self.high == other.low or other.high == self.low)

    def gap(self, other: "Interval") -> Decimal:
        """Return the distance between the two, 0 where they overlap."""
        return max(self.low - other.high, other.low - self.high, Decimal(0))


@dataclass(frozen=True)
class Quantity:
    """What a number says.

    Parameters
    ----------
    low, high : Decimal
        Ends of the interval in `unit`; equal for a single number. The digits count: ``Decimal("1.20")``
        was printed with two decimals.
    unit : str
        A key of `UNITS`.
    comparator : str
        A key of `COMPARATORS`.
    precision : str
        ``rounded``: a measured value; ``exact``: a level by definition, a legal cap, a threshold, a count;
        ``readings``: `low` and `high` are what the same words say under two readings; ``spoken``: a number in words,
        as wide as `SPOKEN`.
    """

    low: Decimal
    high: Decimal
    unit: str
    comparator: str = "="
    precision: str = "rounded"

    def level(self, tolerance: str = RECORDED) -> Interval:
        """Return the interval of the printed number itself, whatever its comparator.

        Examples
        --------
        >>> Quantity(Decimal(7800), Decimal(7800), "CNY").level()
        Interval(low=Decimal('7750'), high=Decimal('7850'))
        """
        low, high = self.low, self.high
        if self.precision != "spoken" and (
            tolerance == "printed" or (tolerance != "exact" and self.precision == "rounded")
        ):
            low, high = low - self._half_step(low), high + self._half_step(high)
        if self.precision == "spoken" and tolerance != "exact":
            low, high = low - abs(low) * SPOKEN, high + abs(high) * SPOKEN
        if tolerance.endswith("%"):
            share = Decimal(tolerance[:-1]) / 100
            low, high = low - abs(low) * share, high + abs(high) * share
        return Interval(low, high)

    def readings(self) -> tuple["Quantity", ...]:
        """Return the quantity under each of its readings: one, or two where the words have two."""
        if self.precision != "readings":
            return (self,)
        return tuple(replace(self, low=end, high=end, precision="exact") for end in (self.low, self.high))

    def _half_step(self, value: Decimal) -> Decimal:
        return half_step(value, zeros_count=self.precision == "exact" or self.unit.startswith("percent"))

    def interval(self, tolerance: str = RECORDED) -> Interval:
        """Return all values that the quantity allows, its comparator included."""
        level = self.level(tolerance)
        if self.comparator in (">", ">="):
            return Interval(level.low, INFINITY)
        if self.comparator in ("<", "<="):
            return Interval(-INFINITY, level.high)
        if self.comparator == "~" and self.precision != "spoken":  # about a third is no wider than a third
            return Interval(level.low - abs(level.low) * ABOUT, level.high + abs(level.high) * ABOUT)
        return level


def half_step(value: Decimal, zeros_count: bool = False) -> Decimal:
    """Return half of the last place that was printed.

    Decimals count as printed. Zeros at the end of a whole number count only in percentages and in exact
    values: 7800 yuan is 7750 to 7850, but 40% is 39.5% to 40.5%. After statcheck's rule that tolerance
    comes from the digits (Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2).

    Examples
    --------
    >>> half_step(Decimal("2.3")), half_step(Decimal("40"), zeros_count=True)
    (Decimal('0.05'), Decimal('0.5'))
    """
    if not zeros_count and value and value == value.to_integral_value() and int(value.as_tuple().exponent) >= 0:
        value = value.normalize()
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def comparable(a: Quantity, b: Quantity, tolerance: str = RECORDED) -> tuple[Interval, Interval]:
    """Return the two intervals on which `a` and `b` are compared.

    Two bounds that point the same way (at least 800, at least 5000) are compared by their levels:
    as intervals any two of them would overlap.
    """
    sides = {">": "up", ">=": "up", "<": "down", "<=": "down"}
    if a.comparator in sides and sides[a.comparator] == sides.get(b.comparator):
        return a.level(tolerance), b.level(tolerance)
    return a.interval(tolerance), b.interval(tolerance)


def can_be_one(a: Quantity, b: Quantity, tolerance: str = RECORDED) -> bool:
    """Return whether two quantities can state one value.

    Their intervals share a point, and not only the one at which both were rounded away from each other: no value is
    12% rounded and 13% rounded, though 12.5 ends both intervals. Nor only a limit that one of them excludes.

    Examples
    --------
    >>> one, two, both = (Quantity(Decimal(n), Decimal(n), "percent") for n in ("12", "13", "12.5"))
    >>> can_be_one(one, two), can_be_one(one, both), can_be_one(two, both)
    (False, True, True)
    """
    mine, theirs = comparable(a, b, tolerance)
    if not mine.overlaps(theirs):
        return False
    if _kept_apart(a, b, mine, theirs) or _kept_apart(b, a, theirs, mine):
        return False
    printed = comparable(a, b, "exact")
    for low, high, low_printed, high_printed in ((mine, theirs, *printed), (theirs, mine, *printed[::-1])):
        if low.high == high.low and low_printed.high < low.high and high.low < high_printed.low:
            return False
    return True


def _kept_apart(a: Quantity, b: Quantity, mine: Interval, theirs: Interval) -> bool:
    """Return whether only the limit itself is shared, which less than and more than exclude."""
    below = a.comparator == "<" and b.comparator not in ("<", "<=")
    above = b.comparator == ">" and a.comparator not in (">", ">=")
    return mine.high == theirs.low and (below or above)


def in_words(quantity: Quantity) -> str:
    """Write a quantity for a reader.

    Examples
    --------
    >>> in_words(Quantity(Decimal(60), Decimal(80), "percent"))
    '60–80%'
    >>> in_words(Quantity(Decimal(300000), Decimal(300000), "CNY", "<="))
    'at most 300,000 yuan'
    """
    if quantity.precision == "readings":
        return written(quantity.low, quantity.high, quantity.unit, " or ")
    lead = {"=": "", "~": "about "}.get(quantity.comparator, COMPARATORS[quantity.comparator] + " ")
    return lead + written(quantity.low, quantity.high, quantity.unit)
