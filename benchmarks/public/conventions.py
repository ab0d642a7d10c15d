"""What a public set calls things, beside what we call them; and the conventions that can be levelled.

NewsQuant names the noun that is counted as the unit (*12 people*: person) and counts a bare *one*; our unit is then
``count``, and a bare *one* is no mention, since neither serves to compare two figures. Levelled, a counted noun is no unit,
and what counts a thing that is one is left out on both sides.
"""

import re

from claimbook.mention.units import UNITS as PRINTED
from claimbook.quantity.unit import UNITS

NAMED = ("date", "clock", "schedule", "code", "ordinal")
CHANGES = {"=": "=", "~": "~", ">": ">", "<": "<", ">=": ">", "<=": "<"}
# NewsQuant's names of units, where they are not the English word itself; what it does not name is left as it is.
NAMES = {
    "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee",
    "AUD": "australian dollar", "CAD": "canadian dollar", "NZD": "new zealand dollar", "HKD": "hong kong dollar",
    "percent": "percentage", "basis_point": "basis point", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit",
    "degree": "degree angle", "foot": "foot", "pound": "pound-mass", "tonne": "tonne", "kilowatt_hour": "kilowatt-hour", "count": "-",
    "times": "-", "revolution": "revolutions per minute",
}  # fmt: skip
PEERS = {"dimensionless": "-", "count": "-", "": "-"}
LEVEL = {  # one name for what is named in several ways
    "percent": "percentage", "united states dollar": "dollar", "cent": "dollar", "ton": "tonne", "metric ton": "tonne", "year of age": "year", "month of age": "month",
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "millimeter": "millimetre", "liter": "litre", "pound": "pound-mass",
    "kilowatt-hour": "kilowatt hour", "mile per hour": "mile", "kilometre per hour": "kilometre",
}  # fmt: skip
ONE = re.compile(r"(?i)\b(?:one|an?|single)\b")


def newsquant(text, found, levelled):
    """Return the labels and what was found as NewsQuant writes them: low, high, unit, change."""
    gold = [_labelled(one) for one in text["gold"]]
    tags = [
        _found(one)
        for one in found
        if one.get("kind") not in NAMED and one["low"] and one["unit"] not in (*NAMED, "rank")
    ]
    if not levelled:
        return gold, tags
    gold, tags = ([one | {"unit": _levelled(one["unit"])} for one in some] for some in (gold, tags))
    return [[one for one in some if not _bare(one)] for some in (gold, tags)]


def _bare(one):
    return one["low"] == one["high"] == 1 and one["unit"] == "-"


def _labelled(one):
    value = one["value"]
    ends = [value]
    if "E" not in value and not value.startswith("-") and "-" in value:
        ends = value.split("-")[:2]
    change = one["change"]
    return {"low": float(ends[0]), "high": float(ends[-1]), "unit": one["normalized_unit"].lower(), "change": change}


def _found(one):
    unit = one["unit"]
    return {"low": float(one["low"]), "high": float(one["high"]), "unit": NAMES.get(unit, PEERS.get(unit, unit.replace("_", " "))),
            "change": one.get("direction") or CHANGES[one["comparator"]]}  # fmt: skip


def _levelled(unit):
    """Return one name for a unit, and none for a noun that is counted."""
    unit = LEVEL.get(unit, unit)
    return unit if unit in KNOWN else "-"


def measure(printed):
    """Return whether a unit as printed is a measure that the table of units knows, and no noun that is counted."""
    word = printed.strip()
    return bool(word) and PRINTED.get(word, ("count",))[0] != "count" or bool(re.search(r"[°%‰Å]|[−⁻^]\d|/", word))


def powers(printed):
    """Return the power of ten that a unit as printed counts, if it counts any."""
    found = PRINTED.get(printed.strip())
    return [found[2]] if found else []


def is_role(one, role):
    """Return whether what was found is what a role of FewFC is."""
    unit = one["unit"]
    if role == "proportion":
        return unit in ("percent", "percentage_point")
    if role == "money":
        return re.fullmatch("[A-Z]{3}", unit) is not None
    if role == "date":
        return unit in ("date", "year", "month", "day", "clock", "schedule", "week", "quarter")
    return unit not in ("date", "clock", "code", "schedule")


KNOWN = {NAMES.get(name, name.replace("_", " ")) for name in UNITS if name not in ("count", "")}
KNOWN = {LEVEL.get(name, name) for name in KNOWN} - {"-"}
