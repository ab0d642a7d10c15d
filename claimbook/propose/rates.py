"""So much for each, times how many, beside the total; and a promised availability beside the minutes it allows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.propose.totals import TOTAL_AFTER, TOTAL_BEFORE
from claimbook.tables.vocabulary import CheckBasis

EACH_AFTER = re.compile(
    r"^(?:\s[a-z]+){0,2}\s?(?:each\b|apiece\b|a piece\b|per [a-z]+|/[a-z]+|a (?:head|unit|year|month|week|day|night)\b|an hour\b|[/／每][\u4e00-\u9fff])",
    re.IGNORECASE,
)
EACH_BEFORE = re.compile(
    r"(?:每(?!年|月|天|日|周|小时)[^，。；,;0-9一二两三四五六七八九十百千万]{1,10}|单价[^，。；,;0-9]{0,4}|人均[^，。；,;0-9]{0,8}|平均每[^，。；,;0-9]{0,10}|\b(?:each|every)\b[^.,;]{0,40}|\baverag(?:e|ing)\b[^.,;]{0,24})$",
    re.IGNORECASE,
)
EVERY_TIME = re.compile(
    r"(?:每|(?=[年月日周]均))(年|个?月|天|日|周)均?[^，。；,;0-9]{0,10}$|^(?:\s[a-z]+){0,3}\s(?:an?|per|each|every) (year|month|week|day)\b",
    re.IGNORECASE,
)
TIMES = {"年": "year", "月": "month", "个月": "month", "天": "day", "日": "day", "周": "week"}
COSTS = re.compile(
    r"(?:\bcost(?:s|ing)?|\bbrought in|\bbring(?:s|ing)? in|\btook in|\bearn\w*|\bgenerat\w+|\bmade|\bmakes|\bworth|\bbill|\bspend\w*|\bprice|\brais\w+|\brevenue|\bpay\w*|\bbudget|总价|总额|耗资|花费|投入|费用|收入|金额)[^，。；;,0-9]{0,24}$",
    re.IGNORECASE,
)
UP_WORDS = re.compile(r"availab|uptime|up-time|可用性|可用率|可用度|在线率|SLA", re.IGNORECASE)
DOWN_WORDS = re.compile(
    r"downtime|down-time|outage|unavailab|offline|down\b|interrupt|degrad|停机|宕机|不可用|中断|降级|故障|离线",
    re.IGNORECASE,
)
MONTH = re.compile(
    r"\b(?:a|per|each|every|in a|one|monthly?)\s?month|\bmonthly\b|每个?月|月度|当月|一个月|/月", re.IGNORECASE
)
YEAR = re.compile(
    r"\b(?:a|per|each|every|in a|one|the|full|whole)[\s-]?year|\bannual\w*|\byearly\b|\b365 days|每年|全年|一年|年度|/年",
    re.IGNORECASE,
)
EACH_OF = re.compile(r"每([\u4e00-\u9fff]{1,2})[^，。；,;0-9]{0,8}$")
EACH_OF_EN = re.compile(r"^(?:\s[a-z]+){0,2}\s(?:per|for each|for every|each) ([a-z]{3,})")
NO_AMOUNT = ("percent", "percentage_point", "basis_point", "times", "year", "month", "day", "rank")
AVERAGE = re.compile(
    r"\baverag\w+[^.,;]{0,30}$|^[^.,;]{0,20}\bon average|平均[^，。；,;0-9]{0,8}$|[年月日周]均[^，。；,;0-9]{0,8}$",
    re.IGNORECASE,
)
THE_YEAR = re.compile(
    r"\b(?:the|full|whole|last|this|a|per) year\b|\bannual\w*|\bin (?:19|20)\d\d\b|全年|年度", re.IGNORECASE
)
IN_A_YEAR = {"day": (365, 366), "month": (12,), "week": (52, 53)}
WHOLE_YEAR = Statement("the total is that of the whole year", "总量为全年之和")
SPANS = {"month": (30, 31), "year": (365, 366)}
RESTATES = Statement(
    "the time is what the availability leaves of the period named", "该时长就是所述可用性在该期间内允许的时长"
)
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
    "availability": Said(
        Statement("Time that an availability leaves", "可用性允许的中断时长"),
        Statement(
            "An availability of {0} leaves {left}; the article says {1}.", "{0}的可用性允许中断{left}；文章称{1}。"
        ),
        Statement("an availability is stated beside a time without service", "文中同时给出可用性与中断时长"),
    ),
}


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield the checks of amounts for each, and of availability, in a sentence."""
    yield from _each(sentence)
    yield from _availability(sentence)


def _each(sentence: Sentence) -> Iterator[Sketch]:
    """Yield the check of an amount for each, a number and a total, of one sentence or of two."""
    for price in sentence.numbers:
        if (
            price.unit in NO_AMOUNT
            or not price.single
            or "各" in sentence.words
            or sentence.text[price.end : price.end + 1] in "到至-"
        ):
            continue
        if every := EVERY_TIME.search(sentence.before(price)) or EVERY_TIME.search(sentence.after(price)):
            yield from _for_a_time(sentence, price, every)
        elif _is_for_each(sentence, price) and (found := _count_and_total(sentence, price)):
            yield Sketch(SAID["each"], (price, *found), "{0} * {1}", "{2}", price.unit, op_of(found[1]))


def _is_for_each(sentence: Sentence, price: Number) -> bool:
    return bool(EACH_AFTER.match(sentence.after(price)) or EACH_BEFORE.search(sentence.before(price)))


def _for_a_time(sentence: Sentence, price: Number, every: re.Match[str]) -> Iterator[Sketch]:
    """Read “$2 million a year for five years, $10 million in all”."""
    word = next(filter(None, every.groups())).lower()
    per = TIMES.get(word, word)
    yield from _over_a_year(sentence, price, per)
    spans = [one for one in sentence.numbers if one.unit == per and one.single and not one.limit]
    totals = [
        one for one in sentence.numbers if one.unit == price.unit and one is not price and _is_total(sentence, one)
    ]
    if len(spans) == len(totals) == 1 and _near(price.value * spans[0].value, totals[0].value):
        yield Sketch(SAID["each"], (price, spans[0], totals[0]), f"{{0}} * {{1}} / {per}", "{2}", price.unit,
                     op_of(totals[0]))  # fmt: skip


def _over_a_year(sentence: Sentence, price: Number, per: str) -> Iterator[Sketch]:
    """Read “1.46 trillion queries during the year, an average of 4 billion a day”."""
    totals = [one for one in sentence.numbers if one.unit == price.unit and one.value > price.value and one.single]
    mean = AVERAGE.search(sentence.before(price)) or AVERAGE.search(sentence.after(price)[:30])
    if (
        re.search(r"春运|假期|\d+天", sentence.words)
        or per not in IN_A_YEAR
        or not mean
        or len(totals) != 1
        or not THE_YEAR.search(sentence.words)
    ):
        return
    for count in IN_A_YEAR[per]:
        if price.alike(totals[0]) and totals[0].value < 20 * price.value * count < 400 * totals[0].value:
            yield Sketch(SAID["year"], (price, totals[0]), f"{{0}} * {count}", "{1}", price.unit, op_of(totals[0]),
                         basis=CheckBasis.PLAIN_READING, reading=WHOLE_YEAR)  # fmt: skip


def _count_and_total(sentence: Sentence, price: Number) -> tuple[Number, Number] | None:
    """Return how many things there are and what they come to, both near an amount for each of them."""
    others = [one for one in (*sentence.earlier[-3:], *sentence.numbers) if one.start != price.start and one.single]
    others = [one for one in others if not one.limit and one.unit not in NO_AMOUNT]
    named = EACH_OF.search(sentence.before(price)) or EACH_OF_EN.match(sentence.after(price))
    pairs = [(count, total) for count in others for total in others if _belong(count, total, price)]
    own = [pair for pair in pairs if any(one in sentence.numbers for one in pair)]
    if fitting := next((pair for pair in own if _fits(price, *pair)), None):
        return fitting
    own = [pair for pair in own if all(one in sentence.numbers for one in pair) or named]
    if named and (kind := [pair for pair in own if _is_named(sentence, pair[0], named[1])]):
        return max(kind, key=lambda pair: (pair[1].start < price.start, pair[1].start))
    if price.unit == "count":
        return None
    told = [pair for pair in own if _is_total(sentence, pair[1]) and pair[1] in sentence.numbers]
    told = [pair for pair in told if pair[0].start < max(price.start, pair[1].start)]
    return told[0] if len(told) == 1 else None


def _is_named(sentence: Sentence, count: Number, noun: str) -> bool:
    """Return whether a count is of what an amount is for each of: 24 schools, 每校."""
    after = sentence.text[count.end : count.end + (20 if noun.isascii() else 4)]
    return noun[:5] in count.mention.exact + after


def _belong(count: Number, total: Number, price: Number) -> bool:
    alike = (
        count.unit == "count" and total.unit == price.unit and count.start != total.start and total.value > price.value
    )
    return alike and count.value > 1 and _near(price.value * count.value, total.value)


def _near(made: Decimal, total: Decimal) -> bool:
    """Return whether a product was meant for a total: near it, or ten times or a tenth of it by a slip."""
    if total <= 0:
        return False
    slipped = any(abs(made * slip / total - 1) < Decimal("0.05") for slip in (10, Decimal("0.1")))
    return slipped or Decimal("0.5") <= made / total <= 2


def _fits(price: Number, count: Number, total: Number) -> bool:
    one, many, all_ = (number.fair((price, count, total)) for number in (price, count, total))
    return one.low * many.low <= all_.high and all_.low <= one.high * many.high


def _is_total(sentence: Sentence, number: Number) -> bool:
    before = sentence.before(number)
    return bool(TOTAL_BEFORE.search(before) or TOTAL_AFTER.match(sentence.after(number)) or COSTS.search(before))


def _availability(sentence: Sentence) -> Iterator[Sketch]:
    if not UP_WORDS.search(sentence.words):
        return
    levels = [one for one in sentence.numbers if one.unit == "percent" and one.value > 90 and one.single]
    spans = [one for one in sentence.numbers if one.unit in ("minute", "hour", "second") and one.single]
    if len(levels) != 1 or len(spans) != 1 or not (DOWN_WORDS.search(sentence.words) or spans[0].limit):
        return
    for name, pattern in (("month", MONTH), ("year", YEAR)):
        if pattern.search(sentence.words):
            for days in SPANS[name]:
                yield Sketch(SAID["availability"], (levels[0], spans[0]), f"(1 - {{0}}) * {days} * day", "{1}",
                             spans[0].unit, basis=CheckBasis.PLAIN_READING, reading=RESTATES, exact=(0,))  # fmt: skip
            return
