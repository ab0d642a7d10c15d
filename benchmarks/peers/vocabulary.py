"""Write what a peer says in the words of the labels, wherever they can be read in the peer's favour."""

import re
from decimal import Decimal, InvalidOperation

from benchmarks.peers.words import (
    AFTER,
    BEFORE,
    BYTES,
    FACTORS,
    FRACTION,
    LAST_TIME_WORD,
    NUMERAL,
    SECONDS,
    TIME_WORDS,
    UNITS,
)


def item(text, start, end, low, high=None, unit="", comparator="="):
    """Return one found expression in our vocabulary, its span without the comparator words and stops at its ends."""
    start, end = _trimmed(text, start, end)
    unit, factor = _unit("CNY" if unit in ("JPY", "Japanese yen") and "¥" in text[start:end] else unit)
    low, high = _decimal(low), _decimal(low if high is None else high)
    if low is None or high is None:
        return _record(start, end, "", "", unit, comparator)
    if unit == "count" and 0 < low < 1 and low == high and FRACTION.search(text[max(0, start - 1) : end]):
        unit, factor = "percent", 100
    return _record(start, end, _plain(low * factor), _plain(high * factor), unit, comparator)


def named(text, start, end, unit):
    """Return a date, clock time, schedule or code, which is named and not measured; None where it holds no numeral."""
    start, end = _trimmed(text, start, end)
    return _record(start, end, "", "", unit, "=") if NUMERAL.search(text[start:end]) else None


def years(text, start, end, first, last=None):
    """Return a bare year or a range of years."""
    return item(text, start, end, first, last or first, "year")


def time_unit(words):
    """Return the last unit of time that the words name: minute for 2小时28分."""
    word = LAST_TIME_WORD.search(AFTER.sub("", words))
    return TIME_WORDS[word[1].lower()] if word else "second"


def duration(text, start, end, seconds, high=None, comparator="="):
    """Return a span of time in the last unit that the words name, a year being 365 days."""
    unit = time_unit(text[start:end])
    ends = (seconds, seconds if high is None else high)
    low, high = (round(Decimal(str(end)) / SECONDS[unit], 2) for end in ends)
    return item(text, start, end, low, high, unit, comparator)


def until(text, start, end, first, last):
    """Return a span that the tool gives as two moments (近三年), in halves of the unit that its words name."""
    unit = time_unit(text[start:end])
    days = unit in ("day", "week", "month", "year")
    seconds = (last.date() - first.date()).days * SECONDS["day"] if days else (last - first).total_seconds()
    comparator = "<=" if text[start:end].endswith("内") else "="
    return item(text, start, end, round(2 * seconds / SECONDS[unit]) / 2, unit=unit, comparator=comparator)


def resolve(items):
    """Keep the longest of what overlaps; a bare number goes where an expression with a unit reaches beyond its ends."""
    items = [one for one in items if one]
    measured = [one for one in items if one["unit"] != "count"]
    kept = []
    for one in sorted(items, key=lambda one: (one["start"] - one["end"], one["unit"] == "count", one["start"])):
        crossed = one["unit"] == "count" and any(_meet(one, other) and not _within(other, one) for other in measured)
        if not crossed and not any(_meet(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one["start"])


def _record(start, end, low, high, unit, comparator):
    return {"start": start, "end": end, "low": low, "high": high, "unit": unit, "comparator": comparator}


def _unit(name):
    """Return our name and the factor of a unit that a peer names."""
    name = name.strip()
    if re.fullmatch("[A-Z]{3}", name):
        return name, 1
    name = name.lower()
    if name in BYTES:
        return "byte", BYTES[name]
    if name in UNITS:
        return UNITS[name], Decimal(FACTORS.get(name, 1))
    return re.sub(r"[\s-]+", "_", re.sub(r"meter\b", "metre", re.sub(r"liter\b", "litre", name))), 1


def _trimmed(text, start, end):
    before = BEFORE.match(text[start:end])
    after = AFTER.search(text[start:end])
    first, last = start + (before.end() if before else 0), end - (len(after[0]) if after else 0)
    return (first, last) if first < last else (start, end)


def _decimal(value):
    """Read a peer's number, without the noise of binary fractions; None where it is no number."""
    try:
        value = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None
    return value if value == value.to_integral() else Decimal(f"{value:.10g}")


def _plain(value):
    return f"{value.normalize():f}"


def _meet(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def _within(one, other):
    return other["start"] <= one["start"] and one["end"] <= other["end"]
