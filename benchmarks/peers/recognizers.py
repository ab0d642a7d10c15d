"""What both ages of Recognizers-Text share: the calls, and how their resolutions are read."""

import re

from benchmarks.peers import vocabulary, words

CULTURES = {"zh": "zh-cn", "en": "en-us"}
MODS = {"more": ">", "less": "<", "approx": "~", "since": ">=", "until": "<="}
DESIGNATORS = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year"}
LONGEST = 40  # of a long Chinese text the release of 2024 makes spans of hundreds of characters
DATED = re.compile(r"\d{4}|[-–至到~周]|[^个]月|季|Q")
YEARS = re.compile(r"\((\d{4})-01-01,(\d{4})-01-01,P\d+Y\)")


def caller(number, number_with_unit, date_time):
    """Return a function that asks every recognizer of these three modules for what can be a mention."""
    calls = [
        number.recognize_number,
        number.recognize_ordinal,
        number.recognize_percentage,
        number_with_unit.recognize_currency,
        number_with_unit.recognize_dimension,
        number_with_unit.recognize_temperature,
        number_with_unit.recognize_age,
        date_time.recognize_datetime,
    ]

    def find(text, language):
        """Return what the recognizers find in a text."""
        return [one for call in calls for one in call(text, CULTURES[language])]

    return find


def read(text, results):
    """Return the results in our vocabulary, without those whose offsets cannot be."""
    return vocabulary.resolve([_read(text, one) for one in results if _whole(one)])


def _whole(result):
    return result.resolution and result.start >= 0 and result.end - result.start < LONGEST


def _read(text, result):
    start, end, name, resolution = result.start, result.end + 1, result.type_name, result.resolution
    if name.startswith("datetimeV2"):
        return _time(text, start, end, name.partition(".")[2], resolution["values"][0])
    value = resolution.get("value")
    if value is None:
        return None
    if name == "ordinal":
        return vocabulary.item(text, start, end, value, unit="rank")
    if name == "percentage":
        return vocabulary.item(text, start, end, value.rstrip("%"), unit="percent")
    if resolution.get("unit") == "Inch" and re.search(r"\sin$", text[start:end]):  # “3.2 million in FY2023”
        return None
    unit = resolution.get("isoCurrency") or resolution.get("unit") or ""
    return vocabulary.item(text, start, end, value, unit=unit)


def _time(text, start, end, kind, value):
    timex, comparator = value.get("timex", ""), MODS.get(value.get("Mod"), "=")
    span = YEARS.fullmatch(timex)
    if kind == "duration":
        return _duration(text, start, end, timex, comparator)
    if re.fullmatch(r"\d{4}", timex) and re.search(r"\d{4}", text[start:end]):
        return vocabulary.years(text, start, end, timex)
    if span and re.search(r"\d{4}", text[start:end]):
        return vocabulary.years(text, start, end, *span.groups())
    if timex.startswith("(") and not DATED.search(text[start:end]):  # 近三年, next six months
        return _duration(text, start, end, timex.strip("()").rpartition(",")[2], comparator)
    unit = {"time": "clock", "timerange": "clock", "set": "schedule"}.get(kind, "date")
    if "XXXX-WXX" in timex:
        unit = "schedule"
    return vocabulary.named(text, start, end, unit)


def _duration(text, start, end, timex, comparator):
    """Read a duration from its timex, since the value that stands beside it drops decimals."""
    date, _, time = timex.lstrip("P").partition("T")
    designators = DESIGNATORS | {"M": "month"}
    parts = [(number, designators[letter]) for number, letter in re.findall(r"([\d.]+)([A-Z])", date)]
    designators = DESIGNATORS | {"M": "minute"}
    parts += [(number, designators[letter]) for number, letter in re.findall(r"([\d.]+)([A-Z])", time)]
    if len(parts) == 1:
        return vocabulary.item(text, start, end, *parts[0][:1], unit=parts[0][1], comparator=comparator)
    seconds = sum(float(number) * words.SECONDS[unit] for number, unit in parts)
    return vocabulary.duration(text, start, end, seconds, comparator=comparator)
