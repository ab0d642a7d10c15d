"""JioNLP's extractors of money and of time."""

import logging
import re
from datetime import datetime
from importlib import metadata

import jionlp

from benchmarks.peers import vocabulary, words

logging.disable()  # it writes a traceback for every expression that it cannot parse, which takes time
VERSION = metadata.version("jionlp")
COMPARATORS = {"blur+": ">", "blur-": "<"}


def find(text, language):
    """Return the amounts and the times of a text, with what they say."""
    return jionlp.ner.extract_money(text, with_parsing=True) + jionlp.ner.extract_time(text, with_parsing=True)


def read(text, found):
    """Return them in our vocabulary."""
    return vocabulary.resolve([_read(text, *one["offset"], one) for one in found])


def _read(text, start, end, one):
    detail = one.get("detail") or {}
    if one["type"] == "money":
        return _money(text, start, end, detail)
    if one["type"] == "time_delta":
        return _delta(text, start, end, detail["time"])
    if one["type"] == "time_period":
        return vocabulary.named(text, start, end, "schedule")
    said = text[start:end]
    found = re.findall(r"(?<!\d)\d{4}(?!\d)", said)
    if found and re.fullmatch(r"\D{0,2}\d{4}(?:年?\W*[-—–~～至到]\W*\d{2,4})?年?\D{0,2}", said):
        return vocabulary.years(text, start, end, found[0], found[-1])
    if one["type"] == "time_span" and words.SPAN.fullmatch(said):
        return vocabulary.until(text, start, end, *map(datetime.fromisoformat, detail["time"]))
    if re.search(r"周[一二三四五六日天]", said):
        return vocabulary.named(text, start, end, "schedule")
    dated = re.search(r"[年月日号周季昨今明]|\d[-/]\d", said) and not re.match(r"\d+:\d+\D*\d*:?\d*$", said)
    return vocabulary.named(text, start, end, "date" if dated else "clock")


def _money(text, start, end, detail):
    if not detail.get("num"):
        return None
    number = detail["num"]
    low, high = (number[0], number[-1]) if isinstance(number, list) else (number, number)
    if low != high and re.search("余|多", text[start:end]):  # 3,420余亿 as 3,420亿 to 3,430亿
        return vocabulary.item(text, start, end, low, unit=detail["case"], comparator=">")
    comparator = COMPARATORS.get(detail["definition"], "=")
    if comparator != "=" and re.search("约|左右|近", text[start:end]):
        comparator = "~"
    return vocabulary.item(text, start, end, low, high, detail["case"], comparator)


def _delta(text, start, end, spans):
    low, high = (spans[0], spans[-1]) if isinstance(spans, list) else (spans, spans)
    comparator = ">=" if "infinite" in high else "<=" if "zero" in low else "="
    low, high = (high if "zero" in low else low), (low if "infinite" in high else high)
    if len(low) == 1 and vocabulary.time_unit(text[start:end]) in low and low.keys() == high.keys():
        (unit,) = low
        return vocabulary.item(text, start, end, low[unit], high[unit], unit, comparator)
    seconds = [sum(number * words.SECONDS[unit] for unit, number in one.items()) for one in (low, high)]
    return vocabulary.duration(text, start, end, *seconds, comparator)
