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
    "kilowatt-hour": "kilowatt hour", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit", "degree": "degree angle", "brake horsepower": "horsepower", "pound foot": "pound-foot", "foot pound-force": "pound-foot",
    "shekel": "ILS", "danish krone": "DKK", "malaysian ringgit": "MYR", "south african rand": "ZAR", "swedish krona": "SEK", "norwegian krone": "NOK", "swiss franc": "CHF", "singapore dollar": "SGD", "new taiwan dollar": "TWD", "south korean won": "KRW", "mile per hour": "mile", "kilometre per hour": "kilometre",
}  # fmt: skip
# Ours are in the unit that the smaller one is a part of: 19 cents are 0.19 dollars, 256 GB are 256 billion bytes.
SIZES = {"cent": (0.01, "dollar"), "pence": (0.01, "pound sterling"), "penny": (0.01, "pound sterling"), "millisecond": (0.001, "second"),
         "kilobyte": (1e3, "byte"), "megabyte": (1e6, "byte"), "gigabyte": (1e9, "byte"), "terabyte": (1e12, "byte"),
         "megabit": (1e6, "bit"), "gigabit": (1e9, "bit"), "megabit per second": (1e6, "bit"), "gigabit per second": (1e9, "bit"), "megapixel": (1e6, "pixel")}  # fmt: skip
# Vague words: theirs from one to ten of what is named, ours from two, and less than ten.
VAGUE = {(2 * 10.0**n, 10.0 ** (n + 1) - 1): (10.0**n, 10.0 ** (n + 1)) for n in range(1, 12)}
VAGUE |= {(24.0, 99.0): (12.0, 120.0)}
SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2592000,
    "quarter": 7776000,
    "year": 31536000,
}


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
    tags = [_level(one) for one in tags if not (one["unit"] == "times" and one["word"].isalpha())]  # doubled, twice
    gold = [_level(one) for whole in gold for one in _split(whole, tags)]
    return [
        [one for one in some if not (one["low"] == one["high"] == 1 and one["unit"] == "-")] for some in (gold, tags)
    ]


def _split(gold, tags):
    """Return both ends of a range that is two numbers for us, such as a change from one level to another."""
    ends = [gold["low"], gold["high"]]
    if gold["low"] != gold["high"] and not any(tag["low"] in ends and tag["low"] != tag["high"] for tag in tags):
        return [gold | {"low": end, "high": end} for end in ends]
    return [gold]


def _level(one):
    """Return a quantity in one unit of its kind, with one name for it, and none for a noun that is counted."""
    unit, low, high = one["unit"], one["low"], one["high"]
    low, high = VAGUE.get((low, high), (low, high))
    size, name = SIZES.get(unit, (1, unit))
    if unit.startswith("%"):
        size, name = 100, "percentage"
    name = name.partition(" per ")[0]  # what a rate is per is told apart from the unit
    name = LEVEL.get(name, name)
    return one | {"low": low * size, "high": high * size, "unit": name if name in KNOWN else "-"}


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
            "change": one.get("direction") or CHANGES[one["comparator"]], "word": one.get("exact", "")}  # fmt: skip


def measure(printed):
    """Return whether a unit as printed is a measure that the table of units knows, and no noun that is counted."""
    word = printed.strip()
    return bool(word) and PRINTED.get(word, ("count",))[0] != "count" or bool(re.search(r"[°%‰Å]|[−⁻^]\d|/", word))


def powers(printed):
    """Return the power of ten that a unit as printed counts, if it counts any."""
    found = PRINTED.get(printed.strip())
    return [found[2]] if found else []


def is_role(one, role):
    """Return whether what was found is what a role of FewFC is; an amount whose currency is not printed is a count for us."""
    unit = one["unit"]
    if role == "proportion" and one["word"].endswith("%"):
        return unit in ("percent", "percentage_point")
    if role == "date":
        return unit in ("date", "year", "month", "day", "clock", "schedule", "week", "quarter")
    return unit not in ("date", "clock", "code", "schedule")


KNOWN = {NAMES.get(name, name.replace("_", " ")) for name in UNITS if name not in ("count", "")}
KNOWN = {LEVEL.get(name, name) for name in KNOWN} - {"-"} | {"pound-foot", "degree angle"}
