"""Numbers of a table that names no unit: by what they are multiplied, for a person to confirm."""

import re
from dataclasses import replace
from decimal import Decimal

from claimbook.language.phrase import HAN, Statement
from claimbook.propose.reading import Reading
from claimbook.quantity.quantity import Quantity

PLACE = re.compile(r"\{(\d+)\}")
DIFFERENCES = ("{0} - {1}", "{1} - {0}")
SCALES = {1000: ("thousands", "千"), 1000000: ("millions", "百万")}
HAN_SCALES = {10000: ("ten thousands", "万"), 100000000: ("hundred millions", "亿")}


def scaled(reading: Reading, said: Quantity) -> Reading:
    """Return a difference in the scale that fits the size of what is claimed, where the table names no unit.

    The size alone decides, whether the two agree or not: of 9,156 and “9.6 million”, thousands are read; and the
    expression and the reason both show it.
    """
    if reading.expression not in DIFFERENCES or said.unit != "count" or not all(one.bare for one in reading.points):
        return reading
    ends = [one.quantity.low for one in reading.points]
    value, claimed = abs(ends[0] - ends[1]), abs(said.low)
    if not value or not claimed:
        return reading
    known = HAN_SCALES if any(HAN.search(one.place + one.printed) for one in reading.points) else SCALES
    by = min((1, *known), key=lambda one: abs((claimed / (value * one)).log10()))
    if by == 1:
        return reading
    en, zh = known[by]
    why = Statement(
        f"{reading.why.en}; the table names no unit, and is read in {en}, by the size of what is claimed",
        f"{reading.why.zh}；表中没有写明单位，按所称数值的大小读作以{zh}计",
        reading.why.fills,
    )
    return replace(reading, expression=f"({reading.expression}) * {Decimal(by)}", why=why)
