"""An English claim in one sentence that is clear on its own: its own clause with period and subject, or a pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.language.phrase import HAN
from claimbook.mention import Mention

SAID = re.compile(
    r"(?i),?\s*[”\"]?\s*(?:according to [^.]+|(?:the )?[\w’' .-]{2,40}\s(?:said|says|reported|added|told [^.]+|showed|noted|estimates?))"
    r"(?: (?:on|in|last|this) [\w ]{3,14})?\.?$"
)
SAYS = re.compile(
    r"^(?:[^;]{0,90}?\b(?:said|says|found|noted|adding|added|estimated|estimates|showed|shows|reported|announced|suggests?|believes?|thinks?)"
    r"(?: on \w+)? that )|^(?:according to [^,]+, )|^(?:looking ahead|meanwhile|however|in addition|overall|still|also|separately), ",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"^(?:and|but|while|whereas|although|though|that|with|or|so|yet|because|since|which|also)\s+", re.IGNORECASE
)
POINTING = re.compile(
    r"(?i)^(?:it|they|he|she|we|this|that|these|those|the (?:company|firm|group|party|bank|agency|carmaker|maker|study|survey))\b(?!\s(?:of|year|month|week|quarter))"
)
LEAD = {"~": "about ", ">": "more than ", "<": "less than ", ">=": "at least ", "<=": "at most "}
IN_PLACE = {"United States": "in the United States", "United Kingdom": "in the United Kingdom", "world": "worldwide",
            "European Union": "in the European Union"}  # fmt: skip
SHORTEST, LONGEST = 20, 240  # characters of a clause that is a statement


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
    if place is None or HAN.search(text) or any(place[0] <= one.start < place[1] for one in others):
        return _pattern(reading, period, mention)
    return _clause(text, place, reading, period, times) or _pattern(reading, period, mention)


def _clause(text: str, place: tuple[int, int], reading: Reading, period: str, times: Sequence[When]) -> str:
    """Return the clause of a number as a sentence, or an empty string where it is not clear by itself."""
    first, last = place
    here = [one for one in times if first <= one.start and one.end <= last]
    said = text[first:last]
    for one in reversed(here):
        if one.period == period and not re.search(r"\d{4}", text[one.start : one.end]):
            said = _dated(said, one.start - first, one.end - first, period)
    said = _whole_said(said.rstrip(" ."), reading)
    said = SAID.sub("", said.strip(' “”",.;:-—–')).strip(' “”",;:-—–')
    for pattern in (LEADS, SAYS, LEADS):
        said = pattern.sub("", said)
    if not SHORTEST <= len(said) <= LONGEST:
        return ""
    said = _named(said, reading)
    if not said or "“" in said or "”" in said:
        return ""
    if period and not any(one.period == period for one in here) and not re.search(r"\b(?:19|20)\d\d\b", said):
        said += f" {period_en(period)}"
    return _capital(said.rstrip(".,;") + ".")


def _whole_said(said: str, reading: Reading) -> str:
    """Add what a share is of, where only the sentence before says so: the HDP won 13 percent of the votes."""
    whole = reading.metric.removeprefix("share of ")
    missing = (
        reading.metric.startswith("share of ")
        and " who " not in whole
        and whole.split()[-1].lower() not in said.lower()
    )
    return f"{said} of {whole}" if missing and re.search(r"(?:%|per\s?cent)$", said) else said


def _dated(text: str, start: int, end: int, period: str) -> str:
    """Put a period in place of a time that only the article's date explains: last month, in June."""
    before = re.sub(r"(?i)\b(?:in|on|of|for|over|during|since|from)\s(?:the\s)?$", "", text[:start])
    return f"{before}{period_en(period)}{text[end:]}"


def _named(said: str, reading: Reading) -> str:
    """Put the subject in place of what points to it, or after a claim of the article's country."""
    pointing = POINTING.match(said)
    if pointing:
        return f"{reading.subject}{said[pointing.end() :]}" if reading.subject and pointing[0].lower() != "we" else ""
    if reading.subject_from == "article" and reading.subject and not re.search(r"\bU\.?S\b", said):
        where = IN_PLACE.get(reading.subject, f"in {reading.subject}")
        return said if reading.subject in said else f"{said.rstrip('.')} {where}"
    return said


def _pattern(reading: Reading, period: str, mention: Mention) -> str:
    """Write a claim from its cells."""
    metric, subject = reading.metric, reading.subject
    if not metric:
        return ""
    when = f" {period_en(period)}" if period else ""
    when = f" for {reading.population}{when}" if reading.population else when
    value = LEAD.get(mention.comparator, "") + mention.exact.lstrip("+")
    known = not subject or subject.lower() in metric.lower() or reading.subject_from == "article"
    who = (
        ""
        if known
        else f"{subject} "
        if subject.endswith(".")
        else f"{subject}’{'' if subject.endswith('s') else 's'} "
    )
    if reading.says and subject:
        return _capital(f"{subject} {reading.says.format(value)}{when}.")
    if share := re.fullmatch(r"share of (.+?) (?:who|that) (.+)", metric):
        of = " " if " in " in value else " of "
        return _capital(f"{value}{of}{share[1]} {share[2]}{when}.")
    if metric.startswith("share of ") and subject:
        return _capital(f"{subject} accounted for {value} of {metric.removeprefix('share of ')}{when}.")
    if change := re.fullmatch(r"(increase|decrease|decline|drop|fall|rise|gain|growth) in (.+)", metric):
        verb = "fell" if change[1] in ("decrease", "decline", "drop", "fall") else "rose"
        return _capital(f"{who or 'the '}{change[2]} {verb} {'by ' if mention.unit != 'percent' else ''}{value}{when}.")
    if counted := re.fullmatch(r"number of (.+?) (?:who|that) (.+)", metric):
        return _capital(f"{value} {counted[1]} {counted[2]}{when}.")
    return _capital(f"{who or 'the '}{metric} was {value}{when}.")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
