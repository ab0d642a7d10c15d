"""A number that says how many times as much something is as it was: “a third of what it was in 2000”, 1990年的六倍."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.quantity.quantity import Quantity

Y = r"(?:1[6-9]|20)\d\d"
WAS = r"(?:it|they|we|there|he|she) (?:was|were|did|had|made|used|got|\w+ed)\b"
THEN = re.compile(
    rf"(?i)^(?: of)? what {WAS}|^ the [a-z]+(?: [a-z]+)?? {WAS}"
    rf"|^(?: of| its| the| their| our){{0,2}} {Y} (?:level|figure|total|value|number|amount)s?\b"
    rf"|^ (?:of )?(?:the|its|their) (?:level|number|figure|total|amount|rate|value)s? (?:of |in |it was |seen |recorded ){{1,3}}{Y}"
    rf"|^ as (?:much|many|high|large|big|long)\b[^.;]{{0,70}}? as (?:in {Y}|(?:in |at )?(?:the )?turn of the|(?:back )?in {Y}|{WAS})"
)
THEN_ZH = re.compile(
    rf"(?:是|为|相当于|达到?|不到|超过|不足|仅为|约为|只有){Y}年(?:水平|时)?的(?:大?约|近|不到|超过|不足)?$"
)
CUT_IN = re.compile(r"(?i)\b(?:cut|slashed|sliced|chopped)(?: [\w'’]+){0,4} (?:in|by)(?: about| nearly| almost)? $")
BOUND_ZH = re.compile(
    r"(?:不到|不足)(?:(?:1[6-9]|20)\d\d年(?:水平|时)?的)?$|(?P<over>超过)(?:(?:1[6-9]|20)\d\d年(?:水平|时)?的)?$"
)


def of_then(quantity: Quantity, before: str, after: str) -> Quantity | None:
    """Return how many times what it was a number says; None where it says nothing of the kind.

    Examples
    --------
    >>> from decimal import Decimal
    >>> third = Quantity(Decimal(33), Decimal(33), "percent", "<")
    >>> of_then(third, "Output is less than ", " of what it was in 2000.").high
    Decimal('0.33')
    """
    if quantity.unit not in ("percent", "times") or not (THEN.search(after) or THEN_ZH.search(before)):
        return None
    if quantity.unit == "times":
        return quantity
    return replace(quantity, low=quantity.low.scaleb(-2), high=quantity.high.scaleb(-2), unit="times")
