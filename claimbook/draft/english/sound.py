"""Whether an English metric can be one: no adverb, unit, region or half of a clause."""

from __future__ import annotations

import re

from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.words import ADVERBS, CHANGE_NOUNS, NO_NOUNS, OTHER_VERBS, PEOPLE, STOPS

LEAD = re.compile(
    r"(?:(?:increase|decrease|gain|growth|rise|fall|drop|decline|jump|cut) in |average |total )+(?:the )?"
)
FREE = re.compile(
    r"(?:number|share|amount|level|value|price|cost|relative likelihood|funds) "
)  # is checked where it is made
ENDING = re.compile(
    r" (?:ended|accounted|starts?|started|hit|fell|rose|stood|meanwhile|instead|also|still|now|earlier|later|however|just|only|respectively|compared.*|was|were|is|are|has|had|which|that|who)$"
)
HANGING = re.compile(r" (?:and|or|but)(?: (?:more|less|fewer|about|nearly|over|almost))?(?: than)?$")
WRONG = re.compile(
    r"(?i)^(?:,|and|or|with|when|if|as|it|he|she|they|right prior|like|much|more|less|so|here|there|back|off|worth|instead|marked|a|an|the|year-to-date|month-over-month|year-over-year"
    r"|(?:the )?(?:north|south|east|west|midwest|northeast|northwest|southeast|southwest)(?:ern)?|[a-z]{1,2}|[a-z]+’s|.*\b(?:basis|per)|received .*|according .*|at-the-market|initial estimates?|(?:after|before|until|during|while) .*|strong|weak|whole|rest|.*\b(?:mark|company|firm|retailer|carmaker|airline|giant)"
    r"|.*[,;:()].*|.*n[’']t)$"
)
COUNTED = re.compile(
    r"number of (?:(?:\S*/\S*|mark|marks|times?|points?|basis|bps|degrees?|others?|more|such|about|those|them|things?)(?: \w+)?|\d.*|[A-Z]{2,}s? .*day.*|.*\b(?:its|their|the)(?: popular)?)$"
)
ALONE = frozenset(
    "risk risks chance chances odds probability joblessness valuation tariff tariffs score rating ratings discount fleet lead diameter height length weight width depth distance temperature speed age grade fee fees fine premium bonus penalty penalties majority"
    " votes vote seats seat support stake pollution rainfall density attendance audience circulation membership pay compensation audience power reach yield duration lifespan lifetime interest range area volume"
    " worth tax taxes duty duties subsidy benefit benefits aid funding fund funds bail award settlement damages compensation contribution contributions donations pledge target quota cap threshold minimum"
    " capacity market economy workforce headcount staff enrollment enrolment crime violence poverty inequality literacy mortality obesity immigration migration tourism trade retail construction housing rent rents"
    " manufacturing agriculture grants grant scholarships budget allocation appropriation allowance stockpile reserves reserve stocks inventory inventories crop harvest catch waste recycling rainfall snowfall acreage"
    " radiation concentration level pressure frequency resolution battery mileage payload thrust altitude elevation gap margin spread ratio multiple overspend shortfall backlog deposits withdrawals balance payout payouts"
    " bids bid offer price-tag cost-of-living fares fare toll tolls charge charges bill tuition scale pace growth".split()
)


def sound(metric: str) -> str:
    """Return a metric without a verb or an adverb at its end, or an empty string where it measures nothing.

    Examples
    --------
    >>> sound("wind capacity ended"), sound("increase in west"), sound("instead"), sound("unemployment rate")
    ('wind capacity', '', '', 'unemployment rate')
    >>> sound("number of mark"), sound("number of shops")
    ('', 'number of shops')
    """
    metric = re.sub(r" now (?=who |that )", " ", re.sub(r"\s+", " ", metric).strip())
    metric = re.sub(r"^(share of those \w+ing .*?) that ", r"\1 who ", HANGING.sub("", metric))
    if FREE.match(metric):
        cut = COUNTED.fullmatch(metric) or re.search(r" (?:who|that) (?:be|being|been|to|left)\b|n[’']t$", metric)
        return (
            ""
            if cut
            else re.sub(
                r"(?<! spend)(?<! pay)(?<! save)(?<! earn)(?<! eat)(?<! work) (?:more|longer|less|fewer|at least)$",
                "",
                metric,
            )
        )
    while ended := ENDING.search(metric):
        metric = metric[: ended.start()].strip(" ,")
    base = LEAD.sub("", metric)
    if not base or WRONG.fullmatch(base) or base.lower() in NO_NOUNS or (base.isupper() and " " in base):
        return ""
    words = base.lower().split()
    if len(words) == 1 and not _is_measure(words[0], metric):
        return ""
    broken = words[-1] in STOPS | ADVERBS or (words[0] in OTHER_VERBS and len(words) > 1 and words[1] in STOPS)
    return "" if broken else metric


def _is_measure(word: str, metric: str) -> bool:
    """Return whether a word alone says what is measured."""
    known = (
        MEASURES.fullmatch(word)
        or word in ALONE
        or PEOPLE.search(word)
        or word in CHANGE_NOUNS
        or word.endswith(("s", "ness"))
    )
    return bool(known or metric.isupper() or re.fullmatch(r"[A-Z]{2,6}", metric.split()[-1]))
