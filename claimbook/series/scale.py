"""Units of series and of claims on one scale, so that `1.2 million tonnes`, `1:2,500` and `3,000 a day` can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

PREFIX = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Kind and factor of what a series is counted in: the first pattern that fits.
PATTERNS: tuple[tuple[str, str, str], ...] = (
    (r"yes/no", "flag", "1"),
    (r"%|\bper ?cent|percentage", "percent", "1"),
    (r"\bindex\b|\bscore\b|\blevel\b", "index", "1"),
    (r"tonnes? per hectare", "yield", "1"),
    (r"(?:people|persons?|inhabitants) ?(?:/|per) ?(?:km|square)", "density", "1"),
    (r"grams .*per kilowatt", "intensity", "1"),
    (r"kilograms per kilowatt", "intensity", "1000"),
    (r"\$|\busd\b|dollars?|美元", "money", "1"),
    (r"€|\beuros?\b|\beur\b|欧元", "euro", "1"),
    (r"£|\bgbp\b|pounds? sterling|british pounds?|英镑", "pound", "1"),
    (r"\byuan\b|\brmb\b|\bcny\b|renminbi|人民币|(?<!日)(?<!欧)(?<!美)元", "yuan", "1"),
    (r"\byen\b|\bjpy\b|日元", "yen", "1"),
    (r"\brupees?\b|\binr\b|₹", "rupee", "1"),
    (r"terawatt", "energy", "1E+9"),
    (r"gigawatt[- ]?hour", "energy", "1E+6"),
    (r"kilowatt[- ]?hour", "energy", "1"),
    (r"gigawatt", "power", "1E+9"),
    (r"\bwatts?\b", "power", "1"),
    (r"\btonn?es?\b|metric tons?", "mass", "1000"),
    (r"kilogram", "mass", "1"),
    (r"square kilomet|km²", "area", "100"),
    (r"hectare|\bha\b", "area", "1"),
    (r"cubic met", "volume", "1"),
    (r"°c|celsius", "temperature", "1"),
    (r"\bmm\b|millimet", "length", "1"),
    (r"^years?$", "years", "1"),
    (r"^hours?\b", "hours", "1"),
    (r"^days?$|^nights?$", "days", "1"),
)
PER = re.compile(
    r"(?i)\bper (?:([\d,]+|million|thousand) )?(?:people|population|inhabitants|adults|persons?|capita|million)"
)
# What the extractor calls a unit: its kind and its factor on the same scales.
CLAIMED: dict[str, tuple[str, str]] = {
    "percent": ("percent", "1"),
    "permille": ("percent", "0.1"),
    "percentage_point": ("point", "1"),
    "times": ("times", "1"),
    "rank": ("rank", "1"),
    "tonne": ("mass", "1000"),
    "ton": ("mass", "1000"),
    "kilogram": ("mass", "1"),
    "gram": ("mass", "0.001"),
    "terawatt_hour": ("energy", "1E+9"),
    "gigawatt_hour": ("energy", "1E+6"),
    "megawatt_hour": ("energy", "1000"),
    "kilowatt_hour": ("energy", "1"),
    "gigawatt": ("power", "1E+9"),
    "megawatt": ("power", "1E+6"),
    "kilowatt": ("power", "1000"),
    "hectare": ("area", "1"),
    "square_kilometre": ("area", "100"),
    "acre": ("area", "0.40468564224"),
    "cubic_metre": ("volume", "1"),
    "USD": ("money", "1"),
    "EUR": ("euro", "1"),
    "GBP": ("pound", "1"),
    "CNY": ("yuan", "1"),
    "JPY": ("yen", "1"),
    "INR": ("rupee", "1"),
    "celsius": ("temperature", "1"),
    "degree": ("temperature", "1"),
    "millimetre": ("length", "1"),
    "centimetre": ("length", "10"),
    "metre": ("length", "1000"),
    "year": ("years", "1"),
    "decade": ("years", "10"),
    "century": ("years", "100"),
    "hour": ("hours", "1"),
    "day": ("days", "1"),
    "week": ("days", "7"),
    "month": ("days", "30.4375"),
    "count": ("count", "1"),
}
CHINESE = {"万亿": 12, "亿": 8, "万": 4}  # the longest first
A_YEAR = {"day": "365", "hour": "8760", "month": "12", "week": "52", "minute": "525600", "quarter": "4", "year": "1"}
ANY = "any"  # of a bare number
BARE = ("years", "index", "hours", "days", "count", "yield", "density", "intensity", "temperature", "length", "percent")
CURRENCIES = ("euro", "pound", "yuan", "yen", "rupee")  # of a series that says so; dollars of any kind are money
RATED = ("count", "mass", "energy", "money", "power", "area", "volume", *CURRENCIES)  # what may be per so many people
MEASURED = (
    "money",
    "mass",
    "energy",
    "power",
    "volume",
    *CURRENCIES,
)  # what may be a head’s without the unit saying so
PEOPLE = {
    "person": "1",
    "thousand_people": "1000",
    "thousand_births": "1000",
    "ten_thousand_people": "10000",
    "hundred_thousand_people": "100000",
    "million_people": "1000000",
}


@dataclass(frozen=True)
class Scale:
    """What a number counts: its kind, how many base units one is, and per how many people it is (0: not per people)."""

    kind: str
    factor: Decimal = Decimal(1)
    per: Decimal = Decimal(0)

    def fits(self, other: Scale) -> bool:
        """Return whether a number on the one can be compared with a number on the other."""
        if self.kind == ANY:
            return other.kind in BARE
        # Dollars or kilograms a head are often printed as these alone, under a title that says “per person”.
        same = bool(self.per) == bool(other.per) or (self.kind in MEASURED and self.per == 1)
        return self.kind == other.kind and same

    def to(self, other: Scale) -> Decimal:
        """Return what one on this scale is on the other.

        Examples
        --------
        >>> claimed("tonne").to(of_series("million tonnes"))
        Decimal('0.000001')
        """
        if self.kind == ANY:
            return Decimal(1)
        rate = other.per / self.per if self.per and other.per else Decimal(1)
        return (self.factor / other.factor * rate).normalize()


@cache
def of_series(unit: str) -> Scale:
    """Read the unit of a series.

    Examples
    --------
    >>> of_series("homicides per 100,000 population"), of_series("terawatt-hours").kind, of_series("People").kind
    (Scale(kind='count', factor=Decimal('1'), per=Decimal('100000')), 'energy', 'count')

    Where the amount is counted in so many of a currency, before it or behind it.

    >>> [(of_series(one).kind, str(of_series(one).factor)) for one in ("EUR million", "亿元", "current US$")]
    [('euro', '1E+6'), ('yuan', '1E+8'), ('money', '1')]
    """
    words = unit.casefold()
    kind, factor = next(
        ((kind, factor) for pattern, kind, factor in PATTERNS if re.search(pattern, words)), ("count", "1")
    )
    match = PER.search(words)
    prefix = next((power for word, power in PREFIX.items() if words.startswith(word)), 0)
    if not prefix and kind in ("money", *CURRENCIES):  # EUR million, 亿元
        amount = PER.sub("", words)
        prefix = next((power for word, power in {**CHINESE, **PREFIX}.items() if word in amount), 0)
    if not match or kind in ("index", "density"):
        return Scale(kind, Decimal(factor).scaleb(prefix))
    per = {"million": "1000000", "thousand": "1000", None: "1"}.get(match[1], match[1] or "1")
    return Scale(
        kind, Decimal(factor).scaleb(prefix), Decimal("1000000" if "per million" in words else per.replace(",", ""))
    )


@cache
def claimed(unit: str) -> Scale | None:
    """Read the unit of a claim, with what it is per; what is per day, week or month becomes a year's.

    Examples
    --------
    >>> claimed("count/day"), claimed("CHF")
    (Scale(kind='count', factor=Decimal('365'), per=Decimal('0')), None)
    """
    base, *per = unit.split("/")
    if base not in CLAIMED:
        return None
    kind, factor = CLAIMED[base]
    a_year = next((Decimal(A_YEAR[one]) for one in per if one in A_YEAR), Decimal(1))
    people = next((Decimal(PEOPLE[one]) for one in per if one in PEOPLE and kind in RATED), Decimal(0))
    return Scale(kind, Decimal(factor) * a_year, people)
