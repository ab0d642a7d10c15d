"""A mention: one numeric expression, where it is and what it says."""

import re
from decimal import Decimal
from typing import NamedTuple

from claimbook.mention.moments import moment
from claimbook.quantity.quantity import Quantity
from claimbook.text.selector import Selector

NAMED = frozenset(("date", "clock", "schedule", "code"))  # named with digits, not measured: no ends, but for years
EXACT = NAMED | {"ordinal"}
ROUND = ("share", "change", "ratio", "count")  # kinds that are said in round words; half a year is as long as it is
SPOKEN = re.compile(
    r"(?i)\b(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|dozens?)\b"
    r"|\b[a-z0-9]+ (?:in|out of) (?:every )?[a-z0-9]+\b|成|半|(?<![百千万])分之"
)
LETTERED = re.compile(r"[\d½¼¾] ?[BKMTbm]$")  # a letter that is a unit or a magnitude
RANGE = re.compile(r"[-–—~～〜至到±和与]| to |and|plus")


class Mention(NamedTuple):
    """One numeric expression in a text.

    Attributes
    ----------
    start, end : int
        Unicode code points from the start of the text, end exclusive.
    exact : str
        The expression as printed, with its sign and unit.
    low, high : Decimal or None
        Ends in `unit`, unscaled (1.5亿元 is 150000000); equal for a single number; None for a date, a clock time,
        a schedule or a code. The digits count: 1.5亿 is ``Decimal("1.5E+8")``, printed to ten millions.
    unit : str
        A unit such as ``CNY``, ``percent``, ``percentage_point``, ``times``, ``count``, ``month``, ``rank``; the
        kind itself for what is named.
    comparator : str
        ``=``, ``~``, ``<``, ``<=``, ``>``, ``>=``.
    kind : str
        ``money``, ``share``, ``change``, ``ratio``, ``count``, ``duration``, ``measure``, ``point``, ``ordinal``,
        ``date``, ``clock``, ``schedule`` or ``code``.
    """

    start: int
    end: int
    exact: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    comparator: str
    kind: str

    @property
    def quantity(self) -> Quantity | None:
        """The quantity that the expression states; None for what is named and not measured."""
        if self.low is None or self.high is None:
            return None
        precision = "spoken" if self.spoken else "exact" if self.kind in EXACT else "rounded"
        return Quantity(self.low, self.high, self.unit, self.comparator, precision)

    @property
    def selector(self) -> Selector:
        """Where the expression is, without the words around it."""
        return Selector(self.start, self.end, self.exact)

    @property
    def vague(self) -> bool:
        """Whether the words themselves name an interval: 数百, 十几, 两三, three or four."""
        return self.low != self.high and not RANGE.search(self.exact)

    @property
    def spoken(self) -> bool:
        """Whether it is a simple fraction or a round number in words, such as one in ten, a third, a dozen or 三成.

        Examples
        --------
        >>> Mention(0, 2, "三成", Decimal(30), Decimal(30), "percent", "=", "share").spoken
        True
        """
        return self.kind in ROUND and bool(SPOKEN.search(self.exact))

    @property
    def read_twice(self) -> bool:
        """Whether the words can be read in two ways, which `readings` gives.

        Examples
        --------
        >>> Mention(0, 2, "5m", Decimal(5), Decimal(5000000), "count", "=", "count").read_twice
        True
        """
        if self.unit == "count" and self.low != self.high:
            return LETTERED.search(self.exact) is not None
        return self.unit == "times" and self.kind == "change" and self.exact.endswith(("倍", "times"))

    @property
    def readings(self) -> tuple[Decimal | None, Decimal | None]:
        """What the words can be read as; else the ends.

        “Higher by 3 times” (高出3倍) is 3 or 4 times as much; 5m, where nothing around it decides, 5 metres or 5 million.

        Examples
        --------
        >>> Mention(0, 4, "3倍", Decimal(3), Decimal(3), "times", "=", "change").readings
        (Decimal('3'), Decimal('4'))
        """
        if self.read_twice and self.unit == "times" and self.high is not None:
            return self.low, self.high + 1
        return self.low, self.high

    @property
    def iso(self) -> str:
        """The date or the clock time as ISO 8601 writes it, as precise as it is printed; empty for what is neither.

        Examples
        --------
        >>> Mention(0, 8, "2024年第二季度", None, None, "date", "=", "date").iso
        '2024-Q2'
        """
        return moment(self.exact, self.kind) if self.kind in ("date", "clock") else ""

    @property
    def step(self) -> Decimal | None:
        """What one of the last printed digit counts, as a Decimal: 0.1 of 4.7秒, 10000000 of 1.5亿元."""
        return None if self.low is None else Decimal(1).scaleb(int(self.low.as_tuple().exponent))

    def as_dict(self) -> dict[str, int | str]:
        """Return the plain fields that ``claimbook mentions`` prints; decimals as text, without exponents."""
        start, end, exact, low, high, unit, comparator, kind = self
        vague = low is not high and self.vague
        least = "" if low is None else _plain(low)
        most = least if low is high or high is None else _plain(high)
        return {"start": start, "end": end, "exact": exact, "low": least, "high": most, "unit": unit,
                "comparator": comparator, "kind": kind, "vague": vague, "iso": self.iso}  # fmt: skip


def _plain(value: Decimal) -> str:
    """Write a decimal without an exponent; `str` is twice as fast as a format if there is none."""
    written = str(value)
    return f"{value:f}" if "E" in written else written
