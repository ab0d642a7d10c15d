"""An English claim in one sentence that is clear on its own: its own clause with period and subject, or a pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.pattern import IN_PLACE, capital, is_place, is_single, owner, pattern
from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.language.phrase import HAN
from claimbook.mention import Mention

SAID = re.compile(
    r"(?i)(?:,?\s*[”\"]?\s*according to [^.]+|(?:,|[”\"])\s*[”\"]?\s*(?:the )?[\w’' .-]{2,40}\s(?:said|says|reported|added|told [^.]+|showed|noted|estimates?))"
    r"(?: (?:on|in|last|this) [\w ]{3,14})?\.?$"
)
LEADS = re.compile(
    r"^(?:and|but|while|whereas|although|though|that|or|so|yet|because|since|also|meanwhile|however|overall|still|just|only)[\s,]+",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"(?i)^(?:it|they|he|she|we|this|that|these|those|which|who|there|what|the (?:company|firm|group|party|bank|agency|carmaker|automaker|maker|study|survey"
    r"|country|nation|figure|rise|increase|total|report|document|number))\b(?!\s(?:of|year|month|week|quarter))"
)
ITS = re.compile(r"(?i)^(?:its|their|our|the (?:company|firm|group|bank|country|carmaker|automaker)[’']s)\s")
UNCLEAR = re.compile(
    r"(?i)\b(?:these|those (?!who|with|without|aged|surveyed|in|of|between)|this (?!year|month|quarter|week)|such|the same|former|latter|him|her|them)\b"
)
LIMITS = re.compile(r"\s(?:for|in|during|of|over)(?: the)?$")
LIMIT = re.compile(
    r"(?i)\b(?:(?:more|less|fewer) than|at (?:least|most)|nearly|about|almost|around|roughly|up to|an estimated|over)\s$"
)
VAGUE = re.compile(r"\s(?:in|during|for|over) (?:the|this) (?:quarter|month|year|period|week|season)$")
SHORTEST, LONGEST = 16, 220  # characters of a clause that is a statement


def english(
    text: str,
    reading: Reading,
    period: str,
    mention: Mention,
    times: Sequence[When] = (),
    others: Sequence[Mention] = (),
) -> str:
    """Write an English claim.

    Parameters
    ----------
    text : str
        Its sentence.
    reading : Reading
    period : str
    mention : Mention
        Its place is in the sentence.
    times : list of When, optional
        The times of the sentence.
    others : list of Mention, optional
        The other numbers of the sentence that may be claims.
    """
    place = reading.clause
    if place is None or HAN.search(text) or any(_inside(place, one) for one in others):
        return pattern(text, reading, period, mention)
    return _clause(text, place, reading, period, times) or pattern(text, reading, period, mention)


def _inside(place: tuple[int, int, int, int], one: Mention) -> bool:
    return place[0] <= one.start < place[1] or place[2] <= one.start < place[3]


def _clause(text: str, place: tuple[int, int, int, int], reading: Reading, period: str, times: Sequence[When]) -> str:
    """Return the clause of a number as a sentence, or an empty string where it is not clear by itself."""
    limit = LIMIT.search(text, 0, place[0])
    about = _timed(text, limit.start() if limit else place[0], place[1], period, times)
    does = _timed(text, place[2], place[3], period, times)
    about = LIMITS.sub("", LEADS.sub("", about.strip(' “”",.;:-—–·•*')))
    does = SAID.sub("", does.rstrip(" .")).strip(' “”",;:-—–')
    if re.search(r"\b(?:of|for|in|at|by|to|from|with)$", about):
        return ""
    if re.search(r"\bcompared\b|^[’']s\b", about) or re.match(r"\w+ing\b", about) or re.match(r"\w+ing\b", does):
        return ""
    said = f"{about} {does}"
    if re.fullmatch(
        r"(?i)(?:[a-z]+ (?:than |least |most |to )?)?[\d$€£.,%-]+(?: (?:per ?cent|percent|million|billion))?", about
    ):
        return ""
    if not about or not SHORTEST <= len(said) <= LONGEST or _is_broken(said):
        return ""
    about = _named(about, reading, does)
    if not about:
        return ""
    said = re.sub(r"\b((?:19|20)\d\d),? (?:this|last) year\b", r"\1", f"{about} {does}")
    whole = reading.metric.removeprefix("share of ")
    if (
        whole != reading.metric
        and " who " not in whole
        and re.search(r"(?:%|per\s?cent)$", said)
        and whole.split()[-1] not in said
    ):
        said += f" of {whole}"
    if period and not re.search(r"\b(?:19|20)\d\d\b", said):
        said = f"{VAGUE.sub('', said)} {period_en(period)}"
    return capital(said.rstrip(",;")).removesuffix(".") + "."


def _is_broken(said: str) -> bool:
    """Return whether words point to what they do not name, or open a bracket or a quotation that they do not close."""
    quotes = sum(said.count(mark) for mark in '“”"')
    return bool(quotes) or said.count("(") != said.count(")") or bool(UNCLEAR.search(said)) or "--" in said


def _timed(text: str, start: int, end: int, period: str, times: Sequence[When]) -> str:
    """Return a part of a sentence with the period in place of a time that only the article’s date explains."""
    said = text[start:end]
    for one in reversed([one for one in times if start <= one.start and one.end <= end]):
        if re.search(r"\d{4}", text[one.start : one.end]) and one.period == period:
            continue
        first, last = one.start - start, one.end - start
        before = re.sub(
            r"(?i)\b(?:in|on|of|for|over|during|since|from)\s(?:(?:the|its|their|our|last|this)\s)?$", "", said[:first]
        )
        attributive = (
            before == said[:first]
            and re.match(r"[’']?s? ?[a-z]", said[last:])
            and said[:first].rstrip()[-1:] not in ",;"
        )
        if one.period == period and not attributive:
            said = f"{before}{period_en(period)}{said[last:]}"
        elif one.period == period:
            said = re.sub(r"\s+", " ", said[:first] + re.sub(r"^[’']s\b", "", said[last:]).lstrip())
    return said


def _named(about: str, reading: Reading, does: str) -> str:
    """Return what a clause is about with its subject named, or an empty string where nothing says who that is."""
    subject = reading.subject
    if its := ITS.match(about):
        return f"{owner(subject)} {about[its.end() :]}" if subject else ""
    if POINTING.match(about):
        whole = (
            POINTING.fullmatch(about)
            and subject
            and about.lower() not in ("we", "there", "this", "that", "these", "which", "who")
        )
        fits = whole and (subject[:1].isupper() or not about.lower().startswith("the "))
        return subject if fits else ""
    if re.fullmatch(r"(?i)(?:the |our )?economy", about) and is_place(subject):
        return f"{'the ' if owner(subject) == 'U.S.' else ''}{owner(subject)} economy"
    measured = MEASURES.fullmatch(re.split(r" (?:of|for|in|per|from|on) ", about)[0].lower().removeprefix("the "))
    inherited = (
        reading.subject_from not in ("clause", "sentence")
        and subject
        and subject.lower() not in f"{about} {does}".lower()
    )
    if reading.metric.startswith(("number of", "share of")):
        measured = None
    counted = measured and re.match(r"(?i)(?:the )?(?:total )?number", about)
    if measured and not counted and inherited and subject != "world" and not re.search(r"\bU\.?S\b", about):
        lead = "the " if owner(subject) == "U.S." and is_single(_lowered(about)) else ""
        return f"{lead}{owner(subject)} {_lowered(about)}"
    if (
        inherited
        and not re.match(r"[A-Z][\w’'-]+ (?:[A-Z]|(?:continues|is|was|has|rose|fell)\b)", f"{about} {does}")
        and (not measured or counted)
        and is_place(subject)
        and not re.search(r"\bAmericans?\b|\bU\.?S\b", about)
    ):
        return f"{capital(IN_PLACE.get(subject, f'in {subject}'))}, {about[:1].lower() if about[1:2].islower() or about.startswith('A ') else about[:1]}{about[1:]}"
    return about


def _lowered(about: str) -> str:
    """Return words that no longer begin a sentence: no article, no capital that only the place explains."""
    about = re.sub(r"^(?:The|the|A|An) ", "", about)
    return about[:1].lower() + about[1:] if about[1:2].islower() else about
