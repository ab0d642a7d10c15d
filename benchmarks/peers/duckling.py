"""Xiaomi's Duckling for Chinese, which runs in Java."""

from datetime import datetime
from importlib import metadata

from duckling_chinese import Duckling, DucklingDimension

from benchmarks.peers import vocabulary, words

VERSION = metadata.version("duckling-chinese")
DIMENSIONS = [
    "AGE", "AREA", "CURRENCY", "DISTANCE", "DURATION", "FRACTION", "MULTIPLE", "NUMERAL", "ORDINAL", "QUANTITY",
    "RATING", "TEMPERATURE", "TIME",
]  # fmt: skip
TOOL = Duckling()
OPTIONS = TOOL.gen_options(
    targets={DucklingDimension[name] for name in DIMENSIONS},
    numeral_options=TOOL.gen_numeral_options(kmg_support=False),  # it reads 24.6g as 24.6 billion
)
UNITS = {"Age": "year", "Multiple": "times", "Ordinal": "rank", "Rating": "point"}


def find(text, language):
    """Return the entities of a text."""
    return TOOL.parse_entities(text, options=OPTIONS)


def read(text, found):
    """Return them in our vocabulary."""
    items = [item for item in (_read(text, one) for one in found) if item]
    joined = (_joined(text, one, other) for one in items for other in items)
    return vocabulary.resolve(items + [one for one in joined if one])


def _joined(text, number, measured):
    """Join 1,286.4亿 and .4亿元, which it gives both, to 1,286.4亿元; but not -6 and 6个月."""
    bare = number["unit"] == "count" and text[number["start"]] != "-"
    crossed = number["start"] < measured["start"] < number["end"] <= measured["end"]
    if not bare or not crossed or not measured["low"] or measured["unit"] == "count":
        return None
    return number | {"end": measured["end"], "unit": measured["unit"]}


def _read(text, entity):
    kind, start, end, value = entity["dim"], entity["start"], entity["end"], entity["value"]
    if kind == "Time":
        return _time(text, start, end, value["timeValue"])
    if kind == "Duration" and value["grain"] == "Quarter":
        return vocabulary.named(text, start, end, "date")
    if kind == "Duration":
        return vocabulary.duration(text, start, end, value["value"] * words.SECONDS[value["grain"].lower()])
    if kind == "Fraction":
        return vocabulary.item(text, start, end, value["n"] * 100, unit="percent")
    if kind == "Currency":
        return vocabulary.item(text, start, end, value["v"], unit=value["dim"].partition(":")[2] or value["unit"])
    if kind in ("Area", "Distance", "Temperature", "Quantity"):
        unit = value.get("originUnit") or value.get("unit") or ""
        return vocabulary.item(text, start, end, value.get("originValue", value.get("v")), unit=unit)
    number = value.get("n", value.get("value", value.get("start")))
    comparator = {"Before": "<=", "After": ">="}.get(value.get("direction"), "=")
    return vocabulary.item(text, start, end, number, unit=UNITS.get(kind, ""), comparator=comparator)


def _time(text, start, end, value):
    said = text[start:end]
    first, last = value.get("instant") or value.get("start"), value.get("end")
    if first and not last and first["grain"] == "Year" and said[:4].isdecimal():
        return vocabulary.years(text, start, end, first["datetime"][:4])
    if first and last and words.SPAN.fullmatch(said):
        moments = (datetime.fromisoformat(one["datetime"][:19]) for one in (first, last))
        return vocabulary.until(text, start, end, *moments)
    if "周" in said:
        return vocabulary.named(text, start, end, "schedule")
    grains = {one["grain"] for one in (first, last) if one}
    of_day = grains & {"Hour", "Minute", "Second"} and not any(char in said for char in "年月日号")
    return vocabulary.named(text, start, end, "clock" if of_day else "date") if "现" not in said else None
