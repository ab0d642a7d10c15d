"""In what the values of a series are counted, as a unit of the codebook and what one of them is worth in it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimbook.series.scale import Scale, of_series

# Of each kind of scale: its units, each with how many base units of the scale one is, the largest first.
UNITS: dict[str, tuple[tuple[str, str], ...]] = {
    "percent": (("percent", "1"),),
    "money": (("USD", "1"),),
    "euro": (("EUR", "1"),),
    "pound": (("GBP", "1"),),
    "yuan": (("CNY", "1"),),
    "yen": (("JPY", "1"),),
    "rupee": (("INR", "1"),),
    "mass": (("tonne", "1000"), ("kilogram", "1")),
    "energy": (("terawatt_hour", "1E+9"), ("gigawatt_hour", "1E+6"), ("kilowatt_hour", "1")),
    "power": (("gigawatt", "1E+9"), ("megawatt", "1E+6")),
    "area": (("square_kilometre", "100"), ("hectare", "1")),
    "volume": (("cubic_metre", "1"),),
    "temperature": (("celsius", "1"),),
    "length": (("millimetre", "1"),),
    "years": (("year", "1"),),
    "hours": (("hour", "1"),),
    "days": (("day", "1"),),
}
PEOPLE = {
    "1": "person",
    "1000": "thousand_people",
    "10000": "ten_thousand_people",
    "100000": "hundred_thousand_people",
    "1000000": "million_people",
}
PARTS = {
    **{"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12")},
    **{"H1": ("01", "06"), "H2": ("07", "12")},
}


class Counted(NamedTuple):
    """A unit of the codebook, and by what a value of the series is multiplied to be in it."""

    unit: str
    factor: Decimal


def counted(unit: str) -> Counted:
    """Return in what a series is counted.

    Examples
    --------
    >>> counted("million tonnes"), counted("homicides per 100,000 population").unit, counted("billion euro").unit
    (Counted(unit='tonne', factor=Decimal('1E+6')), 'count/hundred_thousand_people', 'EUR')
    """
    scale = of_series(unit)
    for name, base in UNITS.get(scale.kind, ()):
        if scale.factor >= Decimal(base):
            return Counted(_per(name, scale), (scale.factor / Decimal(base)).normalize())
    return Counted(_per("count", scale), scale.factor)


def _per(unit: str, scale: Scale) -> str:
    people = PEOPLE.get(f"{scale.per.normalize():f}", "") if scale.per else ""
    return f"{unit}/{people}" if people else unit


def dated(period: str) -> str:
    """Return the period of a cell as the tables write one.

    Examples
    --------
    >>> dated("2023"), dated("2023-Q2"), dated("2023-06")
    ('2023', '2023-04/2023-06', '2023-06')
    """
    year, _, rest = period.partition("-")
    if rest in PARTS:
        first, last = PARTS[rest]
        return f"{year}-{first}/{year}-{last}"
    return year if rest.startswith("W") else period


def spanned(first: str, last: str) -> str:
    """Return the period from one cell to another."""
    start, end = dated(min(first, last)).partition("/")[0], dated(max(first, last)).rpartition("/")[2]
    return start if start == end else f"{start}/{end}"
