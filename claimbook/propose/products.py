"""So much for each, how many of them, and what they come to: prices, rates and averages, whatever names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.reach import alone, around, comparable, meant, size, usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.propose.totals import TOTAL_AFTER, TOTAL_BEFORE
from claimbook.tables.vocabulary import CheckBasis

# What makes a number one for each, with the thing that it is for: $420 a tree, 每校400人, an average of 29.
AFTER = re.compile(
    r"^(?:\s(?!an?\b|per\b|each\b|every\b)[a-z]+){0,3}"
    r"(?:\s(?:for |in |at |on )?(each|every|per|an?)\s([a-z-]{3,})|\s?(each|apiece)\b"
    r"|/([a-z]+)|[/／]([\u4e00-\u9fff]))",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:每(?![\d一二两三四五六七八九十])([\u4e00-\u9fff]{1,2})|([人户校店日天月周年])均|(单价|均价|平均(?!水平|数|值))|\b(each|every)\b|\b(averag(?:e|ing)|mean)\b)(?:(?<=[a-z])[^，。；,;、\d]{0,24}|[^，。；,;、\d]{0,8})$",
    re.IGNORECASE,
)
NOUN = re.compile(r"每(?!\d)([\u4e00-\u9fff])|([人户校店日天月周年])均")
EXTREME = re.compile(r"最高|最低|最多|最少|highest|lowest|maximum|minimum|up to|高达", re.IGNORECASE)
APART = re.compile(r"各(?!界|地|位)|分别|\brespectively\b|不等", re.IGNORECASE)
STARTS = re.compile(r"(?:从|由|\bfrom)[^，。；,;]{0,12}$", re.IGNORECASE)
TIMES = {"年": "year", "月": "month", "个月": "month", "天": "day", "日": "day", "周": "week", "小时": "hour"}
CLOCK = ("year", "month", "week", "day", "night", "hour", "minute")
THE_YEAR = re.compile(r"\b(?:the|full|whole|last|this|a|per) year\b|\bannual\w*|\bin (?:19|20)\d\d\b|全年|年度")
PART = re.compile(r"春运|假期|\d+天|节日|\bseason\b|\d月")
PERIODS = (
    (re.compile(r"季度|\bquarter\b"), {"day": (90, 91, 92), "month": (3,), "week": (13,)}),
    (re.compile(r"半年|\bhalf\b"), {"day": (181, 182, 184), "month": (6,), "week": (26,)}),
    (THE_YEAR, {"day": (365, 366), "month": (12,), "week": (52, 53)}),
)
AVERAGES = re.compile(r"\b(?:averag|mean)|均")
LEAST, FEWEST = 2, 50  # things that are counted, and a count that is no product of small counts by chance
WHOLE_PERIOD = Statement("the total is that of the whole period", "总量为整个时期之和")
SAID = {
    "each": Said(
        Statement("So much for each, times how many, against the total", "单位量乘以数量与总量"),
        Statement("{0} for each of {1} make {left}; the article says {2}.", "{0}乘以{1}为{left}；文章称{2}。"),
        Statement("an amount for each, a number and a total are stated together", "文中同时给出单位量、数量与总量"),
    ),
    "year": Said(
        Statement("A mean over the year against the year's total", "日均或月均乘以一年与全年总量"),
        Statement("{0} over a year make {left}; the article says {1}.", "{0}全年合{left}；文章称{1}。"),
        Statement("a mean for each day or month is stated beside the year's total", "文中同时给出日均或月均与全年总量"),
    ),
}


@dataclass(frozen=True)
class _Rate:
    """A number for each of something.

    Parameters
    ----------
    number : Number
    thing : str
        What it is for each of, as far as the words name it; a unit of time, a noun, or nothing.
    mean : bool
        Whether it is said to be an average.
    """

    number: Number
    thing: str
    mean: bool


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield the check of each amount for each, with how many and what they come to."""
    for number in () if APART.search(sentence.words) else sentence.numbers:
        if rate := _rate(sentence, number):
            yield from _over_a_year(sentence, rate)
            if found := _many_and_total(sentence, rate):
                over = f" / {found[0].unit}" if found[0].unit in CLOCK else ""
                yield Sketch(
                    SAID["each"], (number, *found), f"{{0}} * {{1}}{over}", "{2}", found[1].unit, op_of(found[1])
                )


def _rate(sentence: Sentence, number: Number) -> _Rate | None:
    """Return a number as one for each of something, where the words next to it say so."""
    before, after = sentence.before(number), sentence.after(number)
    if number.unit in ("percent", "percentage_point", "basis_point", "times", "rank", "") or not number.single:
        return None
    if number.mention.kind == "duration" or EXTREME.search(before[-24:]) or STARTS.search(before):
        return None
    led, followed = BEFORE.search(before), AFTER.match(after)
    if not led and not followed:
        return None
    noun = NOUN.search(led[0]) if led else None
    things = [*(noun.groups() if noun else ()), *((followed[2], followed[4], followed[5]) if followed else ())]
    thing = next((one.lower() for one in things if one), "")
    if followed and followed[1] and followed[1].lower() in ("a", "an") and not led and thing not in CLOCK:
        near = around(sentence, number)
        if not any(_counts(sentence, one, thing) for one in near):
            return None  # “$5 a surprise”
    mean = bool(led and AVERAGES.search(led[0])) or "on average" in after[:30]
    return _Rate(number, TIMES.get(thing, thing), mean)


def _counts(sentence: Sentence, number: Number, thing: str) -> bool:
    """Return whether a number counts what an amount is for: 850 street trees, $420 a tree; 24所学校, 每校."""
    if thing in CLOCK:
        return number.unit == thing or (thing == "night" and number.unit == "day")
    words = sentence.text[number.end : number.end + (28 if thing.isascii() else 5)]
    return number.unit == "count" and thing[:5] in (number.mention.exact + words).lower()


def _many_and_total(sentence: Sentence, rate: _Rate) -> tuple[Number, Number] | None:
    """Return how many there are and what they come to: what fits, or what alone can be meant."""
    price = rate.number
    near = [one for one in around(sentence, price) if usable(one)]
    named = [one for one in near if rate.thing and _counts(sentence, one, rate.thing)]
    many = named or [one for one in near if one.unit == "count" and rate.thing not in CLOCK]
    many = [one for one in many if one.value >= LEAST]
    totals = [one for one in near if comparable(one, price) and size(one) > size(price)]
    pairs = [(one, total) for one in many for total in totals if one is not total and _meant(price, one, total)]
    own = [pair for pair in pairs if any(one in sentence.numbers for one in pair)]
    if fitting := next((pair for pair in own if _fits(price, *pair)), None):
        return fitting
    told = [pair for pair in own if _told(sentence, rate, *pair, bool(named)) and alone((price, *pair), near)]
    return told[0] if len(told) == 1 else None


def _told(sentence: Sentence, rate: _Rate, many: Number, total: Number, named: bool) -> bool:
    """Return whether the words, and not the numbers alone, make a rate, a number and a total one computation."""
    own = all(one in sentence.numbers for one in (many, total))
    if rate.number.unit == "count" and total.value < FEWEST:
        return False
    summed = TOTAL_BEFORE.search(sentence.before(total)) or TOTAL_AFTER.match(sentence.after(total))
    if not own:
        return named and (rate.mean or bool(summed))
    if total.start > rate.number.start:
        return bool(summed or named)
    return rate.mean or named


def _meant(price: Number, many: Number, total: Number) -> bool:
    return meant(size(price) * many.value, size(total))


def _fits(price: Number, count: Number, total: Number) -> bool:
    one, many, all_ = (number.fair((price, count, total)) for number in (price, count, total))
    scale, whole = (size(number) / number.value for number in (price, total))
    return one.low * many.low * scale <= all_.high * whole and all_.low * whole <= one.high * many.high * scale


def _over_a_year(sentence: Sentence, rate: _Rate) -> Iterator[Sketch]:
    """Read “1.46 trillion queries during the year, an average of 4 billion a day”."""
    price, per = rate.number, rate.thing
    totals = [one for one in sentence.numbers if one.unit == price.unit and one.value > price.value and one.single]
    if not rate.mean or len(totals) != 1 or PART.search(sentence.words.replace("365天", "")):
        return
    if BEFORE.search(sentence.before(totals[0])):  # another mean
        return
    counts = next((counts for words, counts in PERIODS if words.search(sentence.words)), {})
    for count in counts.get(per, ()):
        if price.alike(totals[0]) and totals[0].value < 20 * price.value * count < 400 * totals[0].value:
            yield Sketch(SAID["year"], (price, totals[0]), f"{{0}} * {count}", "{1}", price.unit, op_of(totals[0]),
                         basis=CheckBasis.PLAIN_READING, reading=WHOLE_PERIOD)  # fmt: skip
