"""What a number is per, as a unit: $3 a day, 元/月, 每公斤体重1克, 5 cases per 100,000 people."""

import re

from claimbook.mention.folding import fold
from claimbook.mention.mention import EXACT, Mention
from claimbook.mention.units import UNITS, any_of

# Words of denominators that the extractor reads as another unit, or as none, after a number.
OWN = {
    "person": "person/people/capita/head/resident/residents/inhabitant/inhabitants/人/人口",
    "household": "household/family/户/家庭",
    "share": "share/股",
    "ten_shares": "10 shares/ten shares/10股/十股",
    "night": "night/晚/夜",
    "birth": "live birth/活产",
    "thousand_births": "1,000 live births/1000 live births/千例活产/千名活产婴儿",
    "thousand_people": "1,000 people/1000 people/thousand people/千人/千人口",
    "ten_thousand_people": "10,000 people/10000 people/万人/万人口/1万人",
    "hundred_thousand_people": "100,000/100,000 people/100000 people/10万/10万人/十万人/10万人口",
    "million_people": "million people/a million people/1 million people/million/百万人/100万人",
    "kilogram_of_body_weight": "kg of body weight/kg body weight/kilogram of body weight/公斤体重/千克体重/kg体重",
    "hundred_grams": "100 g/100g/100 grams/100克/百克",
    "hundred_kilometres": "100 km/100km/100 kilometres/100公里/百公里",
    "pound": "pound/lb/磅",
    "litre": "L/l/litre/liter/升",
    "gram": "g/gram/克",
    "tonne": "t/tonne/ton/吨",
    "kilowatt_hour": "度/度电/kWh/千瓦时/kilowatt-hour/kilowatt hour",
    "day": "day/d/日/天",
    "week": "week/周/星期",
    "month": "month/mo/月",
    "quarter": "quarter/季/季度",
    "year": "year/annum/yr/年",
    "hour": "hour/h/hr/小时/时",
    "minute": "minute/min/分钟",
    "second": "second/s/sec/秒",
}  # fmt: skip
KINDS = ("duration", "measure")
COUNTED = ("money", "count", "measure", "duration")  # kinds that can be per anything; a share is per a time alone
SHARES = ("share", "change")
TIMES = ("day", "week", "month", "quarter", "year", "hour")


def _words() -> dict[str, str]:
    """Return the words of denominators with their units; the own ones win over those of the catalogue."""
    singular = {word: name for word, (name, kind, power) in UNITS.items() if kind in KINDS and not power}
    singular = {word: name for word, name in singular.items() if word[0] != "-" and (len(word) > 1 or word > "~")}
    own = {word: unit for unit, words in OWN.items() for word in words.split("/")}
    whom = {word.replace("people", other): unit for word, unit in own.items() for other in ("residents", "inhabitants")}
    return singular | whom | own


WORDS = _words()
EACH = f"(?P<unit>{any_of(WORDS)})(?![A-Za-z0-9])"
NOUN = r"(?:\s(?!(?:in|for|to|at|on|by|and|or|is|was|are|were|from|over|than|as|within)\b)[A-Za-z][\w-]*){0,3}?"
NOT_AFTER = r"(?!\s(?:later|earlier|ago|old|older|younger|before|after|or|of\sage)\b|\s?[*×])"
AFTER = re.compile(rf"(?:\s?[/／]\s?|每|\s(?:an?|per|each|every)\s){EACH}{NOT_AFTER}")
NOUN_AFTER = re.compile(rf"{NOUN}\s(?:an?|per|each|every)\s{EACH}{NOT_AFTER}")
MORE_AFTER = re.compile(rf"(?:[/／·]|\s(?:an?|per)\s){EACH}")
BEFORE = re.compile(rf"每个?(?P<unit>{any_of(WORDS)})(?P<rest>[^，。；,;\n每\d]{{0,12}})\Z")
MEAN = re.compile(r"(?P<unit>[人户日月年周季])均[^，。；,;\n\d]{0,10}\Z")
RATE_OF_INTEREST = re.compile(r"(?P<unit>[日月])(?:利率|息|费率)[^，。；,;\n\d]{0,8}\Z")
FUEL = re.compile(r"(?P<unit>百公里)(?:综合)?(?:油耗|电耗|耗油|耗电)[^，。；,;\n\d]{0,6}\Z")
CAPITA = re.compile(r"(?i)\bper[ -](?P<unit>capita|person|household)\s(?:[a-z]+\s){0,5}\Z")


def rate(text: str, mention: Mention) -> str:
    """Return the unit of a mention with what it is per.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> [rate(text, next(mentions(text))) for text in ("$3 a day", "月费30元/月", "5 cases a day", "权重60%")]
    ['USD/day', 'CNY/month', 'count/day', 'percent']
    """
    before, after = fold(text[max(0, mention.start - 40) : mention.start]), fold(text[mention.end : mention.end + 60])
    if mention.low is None or mention.kind in EXACT:
        return mention.unit
    if mention.kind in SHARES:
        per = [unit for unit in _of_share(before, after) if unit in TIMES]
    else:
        per = (_after(after, mention.kind) or _before(before)) if mention.kind in COUNTED else []
    per = sorted(per, key=TIMES.__contains__)  # per person and day, in whichever order it is said
    return "/".join([mention.unit, *(unit for unit in per if unit != mention.unit)])


def _of_share(before: str, after: str) -> list[str]:
    """Return what a percentage is per where that is said of it; an annual rate of 5% is 5%."""
    found = AFTER.match(after) or RATE_OF_INTEREST.search(before)
    return [WORDS[found["unit"]]] if found else []


def _after(after: str, kind: str) -> list[str]:
    found = AFTER.match(after)
    if not found and kind in ("count", "measure"):
        found = NOUN_AFTER.match(after)
    if not found:
        return []
    more = MORE_AFTER.match(after, found.end())
    return [WORDS[one["unit"]] for one in (found, more) if one]


def _before(before: str) -> list[str]:
    """Return what is said before the number: 每人每月300元 is per person and month."""
    if mean := MEAN.search(before) or FUEL.search(before) or CAPITA.search(before):
        return [WORDS[mean["unit"]]]
    found = BEFORE.search(before)
    if not found:
        return []
    first = BEFORE.search(before[: found.start()])
    return [WORDS[one["unit"]] for one in (first, found) if one and (one is found or not one["rest"])]
