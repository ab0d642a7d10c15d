"""Whether English words are clear by themselves, and the whole sentence of a number where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.tense import dated, past, timed
from claimbook.draft.when import When
from claimbook.mention import Mention

SAID = re.compile(
    r"(?i)(?:,?\s*[”\"]?\s*according to [^.]+|(?:,|[”\"])\s*[”\"]?\s*(?:the )?[\w’' .-]{2,40}\s(?:said|says|reported|added|told [^.]+|showed|noted|estimates?))"
    r"(?: (?:on|in|last|this) [\w ]{3,14})?\.?$"
)
LEADS = re.compile(
    r"^(?:and|but|while|whereas|although|though|that(?! (?:figure|number|rate|share|total|is|was|compares))|or|so|yet|because|since|also|meanwhile|however|overall|still|just|only)[\s,]+",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"(?i)^(?:it|they|he|she|we|this|that|these|those|which|who|there|what|the (?:company|firm|group|party|bank|agency|carmaker|automaker|maker|study|survey"
    r"|country|nation|figure|rise|increase|total|report|document|number))\b(?!\s(?:of|year|month|week|quarter))"
)
ITS = re.compile(r"(?i)^(?:its|their|our|his|her|my|the (?:company|firm|group|bank|country|carmaker|automaker)[’']s)\s")
UNCLEAR = re.compile(
    r"(?i)\b(?:these|those (?!who|with|without|aged|surveyed|in|of|between)|this (?!year|month|quarter|week)|such|that (?:\d+-\w|month|year|period|time)|the same|former|latter|him|her|them)\b"
)
UNFIT = re.compile(  # of what a clause is about
    r"\b(?:of|for|in|at|by|to|from|with)$|\bcompared\b|^[’']s\b|^\w+ing\b|^(?:of|for|with|by|to|from|than|based|consistent|together|next|thanks) "
    r"|^(?:claim|trim|follow\w+|includ\w+) "
)
WITHIN = re.compile(r"[’']s\b")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|[a-z]+ed|rose|fell|grew|won|sold|made|cut|hit|said|spent|lost|led|took)\b"
)
DATELINE = re.compile(
    r"[A-Z]{3,}[A-Z,. ]*(?:[A-Z][a-z]{2,8}\.? \d{1,2} |\([^)]{2,20}\) )(?:-+|–|—)? ?|\([A-Z][\w ]+\) [-–—] "
    r"|\(?[A-Z][a-z]+(?: [A-Z][a-z]+)?, \d{1,2} [A-Z][a-z]+ \d{4}(?:\) ?(?:[-–—] )?| [-–—] )"  # (London, 13 August 2020)
)
SENTENCE = 280  # of a whole sentence, at most


def whole(text: str, period: str, times: Sequence[When], mention: Mention, others: Sequence[Mention]) -> str:
    """Return the whole sentence of a number, where that is short and points to nothing before it."""
    dated_line = DATELINE.match(text)
    text, start = (text[dated_line.end() :], dated_line.end()) if dated_line else (text, 0)
    times = [one._replace(start=one.start - start, end=one.end - start) for one in times]
    bare = LEADS.sub("", SAID.sub("", text.strip(" .•·*")).strip())
    points = POINTING.match(bare) and not re.match(r"There (?:were|are|was|is|have|had)\b", bare)
    if len(others) > 2 or len(bare) > SENTENCE or points or ITS.match(bare) or UNFIT.search(bare):
        return ""
    if is_broken(bare) or not FINITE.search(bare):
        return ""
    here = [one for one in times if one.start >= 0 and one.end <= len(text) and one.period]
    plain = [
        one for one in here if not WITHIN.match(text, one.end) and text[one.start : one.end].lower()[:5] != "since"
    ]
    said = LEADS.sub("", SAID.sub("", timed(text, 0, len(text), "", plain).strip(" .;•·*")).strip())
    return dated(past(said) if plain else said, "" if here else period, mention)


def is_broken(said: str) -> bool:
    """Return whether words point to what they do not name, or open a bracket or a quotation that they do not close."""
    quotes = sum(said.count(mark) for mark in '“”"')
    return bool(quotes) or said.count("(") != said.count(")") or bool(UNCLEAR.search(said)) or "--" in said
