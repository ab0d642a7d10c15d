"""A promised availability beside the time without service that it allows."""

import re
from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch
from claimbook.tables.vocabulary import CheckBasis

UP_WORDS = re.compile(r"availab|uptime|up-time|可用性|可用率|可用度|在线率|SLA|稳定性", re.IGNORECASE)
DOWN_WORDS = re.compile(
    r"downtime|down-time|outage|unavailab|offline|down\b|interrupt|degrad|without service"
    r"|停机|宕机|不可用|中断|降级|故障|离线|停服",
    re.IGNORECASE,
)
PERIODS = {  # the words that name a period, and how many days it has
    "month": (
        r"\b(?:a|per|each|every|one|the|last)\s?month|\bmonthly\b|\b30 days|每个?月|月度|当月|一个月|/月|30天",
        (30, 31),
    ),
    "year": (
        r"\b(?:a|per|each|every|one|the|full|whole)[\s-]?year|\bannual\w*|\byearly\b|\b365 days"
        r"|365天|每年|全年|一年|年度|/年",
        (365, 366),
    ),
    "quarter": (r"\b(?:a|per|each|the|last) quarter\b|\bquarterly\b|季度|每季", (90, 91, 92)),
    "week": (r"\b(?:a|per|each|every|one) week\b|\bweekly\b|每周|一周", (7,)),
    "day": (r"\b(?:a|per|each|every|one) day\b|\bdaily\b|每天|每日|一天", (1,)),
}
CLAUSE = re.compile("[,，;；。]")
LOWEST = 90  # percent; less is no availability that anybody promises
RESTATES = Statement(
    "the time is what the availability leaves of the period named", "该时长就是所述可用性在该期间内允许的时长"
)
SAID = Said(
    Statement("Time that an availability leaves", "可用性允许的中断时长"),
    Statement("An availability of {0} leaves {left}; the article says {1}.", "{0}的可用性允许中断{left}；文章称{1}。"),
    Statement("an availability is stated beside a time without service", "文中同时给出可用性与中断时长"),
)


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield the check of each time without service beside the availability it goes with."""
    spans = [one for one in sentence.numbers if one.unit in ("minute", "hour", "second") and one.single]
    pool = (*sentence.earlier[-3:], *sentence.numbers)
    levels = [one for one in pool if one.unit == "percent" and one.value > LOWEST and one.single]
    levels = [one for one in levels if sentence.start - one.end < 120]
    words = sentence.text[max(0, min((one.start for one in levels), default=sentence.start) - 60) : sentence.end]
    if not levels or not UP_WORDS.search(words):
        return
    days = _days(sentence.words) or _days(words)
    for span in spans:
        clause = CLAUSE.split(sentence.before(span))[-1] + CLAUSE.split(sentence.after(span))[0]
        alone = len(spans) == 1 and (span.limit or DOWN_WORDS.search(sentence.words))
        if days and (alone or DOWN_WORDS.search(clause)):
            yield from _restated(levels, span, days)


def _days(words: str) -> tuple[int, ...]:
    """Return how many days the period has that some words name first in the list of periods."""
    return next((days for pattern, days in PERIODS.values() if re.search(pattern, words, re.IGNORECASE)), ())


def _restated(levels: list[Number], span: Number, days: tuple[int, ...]) -> Iterator[Sketch]:
    """Yield the checks of the availability that a time fits, or else of the nearest before it."""
    before = [one for one in levels if one.end <= span.start] or levels
    asked = [[_sketch(level, span, day) for day in days] for level in (*reversed(before), *levels)]
    yield from next((group for group in asked if any(one.fits for one in group)), asked[0])


def _sketch(level: Number, span: Number, days: int) -> Sketch:
    return Sketch(SAID, (level, span), f"(1 - {{0}}) * {days} * day", "{1}", span.unit,
                  basis=CheckBasis.PLAIN_READING, reading=RESTATES, exact=(0,))  # fmt: skip
