"""Words inside an English sentence that only its article explains: the company, the nation’s, analysts expected earnings."""

from __future__ import annotations

import re

from claimbook.draft.english.pattern import is_place, owner, with_article
from claimbook.draft.english.tense import low_first
from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading

TICKER = re.compile(
    r" \((?:(?:NYSE|NASDAQ|Nasdaq|LSE|AIM|OTC|TSX|ASX|HKEX|SEHK|BSE|NSE)[^()]{0,24}"
    r"|[A-Z.]{1,8}(?=\) (?:on [\w ,]{8,20}? |(?:on )?[A-Z][a-z]+day )?(?:reported|said|announced|posted|released|today|had|earned)\b))\)"
)
REPORTED_ON = re.compile(
    r",? (?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) \d{4})(?= (?:reported|announced|posted|released|said|recorded)\b)"
)
SPOKEN = re.compile(r"^[^“\"\d]{0,120}\b(?:said|added|commented): [“\"]?(?=[A-Z])")
COMPANY = re.compile(
    r"(?<=[a-z,\d] )(?:the|this) (?:company|firm|group|bank|carmaker|automaker|retailer|airline|lender|insurer)(?P<own>[’']s)?(?! (?:of|in|that|which|behind)\b)\b"
)
LAND = re.compile(r"\b(?P<the>[Tt]he) (?:country|nation)[’']s\b")
HAPPENED = {
    "rises": "rose", "jumps": "jumped", "falls": "fell", "drops": "dropped", "posts": "posted", "reports": "reported",
    "adds": "added", "hits": "hit", "climbs": "climbed", "grows": "grew", "surges": "surged", "soars": "soared",
    "slips": "slipped", "declines": "declined", "increases": "increased", "approves": "approved", "tops": "topped",
    "rise": "rose", "fall": "fell", "slides": "slid", "plunges": "plunged", "raises": "raised", "cuts": "cut",
    "wins": "won", "loses": "lost", "sells": "sold", "reaches": "reached", "gains": "gained", "doubles": "doubled",
}  # fmt: skip
HEADLINE = re.compile(rf"(?<=[\w.)] )({'|'.join(sorted(HAPPENED, key=len, reverse=True))})(?= )")
EXPECTED = re.compile(
    r"(?:Analysts?|Economists?|Wall Street|The consensus|Experts|Forecasters)\b[^,;]{0,70}?\b(?:expected|forecast|predicted|estimated|projected|anticipated|expecting)\b"
)
MEASURED = re.compile(
    r"(?<=\b)(?P<verb>expected|expecting|forecast|predicted|estimated|projected|anticipated)(?P<total> an?)? (?=(?:quarterly |adjusted |net |operating )?(?:earnings|revenues?|profits?|sales|income|unemployment|inflation|wages|prices|growth)\b)"
)


def clear(said: str, reading: Reading, period: str, is_headline: bool = False) -> str:
    """Return a sentence with the names and the time in place of words that only its article explains.

    Parameters
    ----------
    said : str
    reading : Reading
    period : str
        That the sentence is of.
    is_headline : bool, optional
        It says in the present what has happened.

    Examples
    --------
    >>> clear("By May, the company (ACM) had sold 5 of the company’s cars", Reading("", "Acme"), "2023")
    'By May, Acme had sold 5 of Acme’s cars'
    >>> clear("Analysts polled by FactSet expected earnings of $5", Reading("", "Acme"), "2023-01/2023-03")
    'For the first quarter of 2023, analysts polled by FactSet expected Acme’s earnings of $5'
    """
    subject = reading.subject
    said = HEADLINE.sub(lambda one: HAPPENED[one[1]], said, count=1) if is_headline else said
    said = SPOKEN.sub("", REPORTED_ON.sub("", TICKER.sub("", REPORTED_ON.sub("", said))))
    named = subject[:1].isupper() and subject.split()[0] in said
    if subject[:1].isupper() and not is_place(subject) and not named:
        said = COMPANY.sub(lambda one: owner(subject) if one["own"] else with_article(subject, ""), said)
    if is_place(subject):
        said = LAND.sub(owner(subject), said)
    return _expected(said, subject, period)


def _expected(said: str, subject: str, period: str) -> str:
    """Return what analysts expected with whose it was, and for when."""
    if not EXPECTED.match(said) or not period or len(period) == len("2023-05-01"):
        return said
    if subject[:1].isupper() and subject.split()[0] not in said:
        said = MEASURED.sub(lambda one: f"{one['verb']} {owner(subject)} ", said, count=1)
    when = period_en(period).partition(" ")[2]
    if re.search(r"\b(?:19|20)\d\d\b", said) or ("/" in period and "quarter" not in when):
        return said
    return f"For {when}, {low_first(said).replace('Analyst', 'analyst', 1).replace('Economist', 'economist', 1)}"
