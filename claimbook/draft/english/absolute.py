"""English times that only the article’s date explains, written out where they are: last year as 2023."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.when import MONTH
from claimbook.draft.periods import period_en
from claimbook.draft.sentences import sentences
from claimbook.draft.when import When

YEAR = re.compile(r"(?:19|20)\d\d")
RELATIVE_YEAR = re.compile(r"(?i)(?:earlier |late )?(?:last|this|next) year|the year$")
PREPOSITION = re.compile(
    r"(?i)\b(?:in|on|of|for|from|during|since|than|by|to|over|until|with|versus|and|between|above|below|before|after|at)(?: the)? $"
)
TO_BE_DROPPED = re.compile(r"(?i)\b(?:in|on|for|during|over|since|from)(?: the)? $")
AGAINST = re.compile(  # before “last year” where it is the year before
    r"(?i)\b(?:over|from|than|versus|with|to|above|below|against|period|quarter|time|month|week) $"
    r"|\b(?:from|compared (?:with|to)|versus|against|than) (?:[^,;]|,(?=\d)){0,24}\d(?:[^,;]|,(?=\d)){0,40} $|\d[^,;]{0,20} on $"
)
DATED = re.compile(rf"(?:{MONTH})(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?)?|\d{{1,2}}\s(?:{MONTH})")
OF_YEAR = re.compile(
    r"(?i)(?:fiscal )?(?:first|second|third|fourth)(?:-| fiscal )?[ -]quarter|first \w+[ -]months?(?: period)?|(?:first|second) half"
)
SEASON = re.compile(r"(?i)this ((?:\w+ )?season)s?")
NEAR = re.compile(
    r"(?i)(?:last|this|next) (?:month|week|quarter)|yesterday|today|\w+day|.*\b(?:years?|decades?|months?)(?: ago)?"
)
ATTRIBUTIVE = re.compile(
    r"[’']s?\s|-| (?!in\b|on\b|and\b|at\b|to\b|with\b|for\b|from\b|by\b|after\b|as\b|of\b|when\b|while\b|but\b|or\b|that\b|than\b|compared\b|because\b|is\b|was\b|were\b|are\b|has\b|had\b|will\b)[a-z]"
)


def absolute(text: str, start: int, end: int, times: Sequence[When], set_back: bool = False) -> str:
    """Return a part of a sentence with the times that only the article’s date explains written out.

    Parameters
    ----------
    text : str
        The sentence.
    start, end : int
        The part of it.
    times : list of When
        Its times.
    set_back : bool, optional
        The sentence gets a period, beside which last year is the year before.

    Examples
    --------
    >>> from datetime import date
    >>> from claimbook.draft.english.when import times
    >>> text = "Sales rose last year to 5. In May they fell from April; last year’s record was 6."
    >>> absolute(text, 0, len(text), times(text, date(2024, 6, 1)))
    'Sales rose in 2023 to 5. In May 2024 they fell from April 2024; 2023’s record was 6.'
    """
    said = text[start:end]
    for one in sorted(times, key=lambda each: each.start, reverse=True):
        if not one.period or one.start < start or one.end > end or YEAR.search(text[one.start : one.end]):
            continue
        first, last = one.start - start, one.end - start
        if (
            set_back
            and one.aside
            and said[first:last].lower() == "last year"
            and (before := AGAINST.search(said[:first]))
        ):
            over = before[0].lower() == "over "
            said = f"{said[: before.start()] + 'from ' if over else said[:first]}a year earlier{said[last:]}"
            continue
        said = _written(said[:first], said[first:last], said[last:], one.period)
    return re.sub(r" {2,}", " ", re.sub(r"^(?:In|in) (?=.{4,20}\d{4} (?:saw|was|is|had|marked|brought)\b)", "", said))


def sentence_before(line: str, start: int, times: Sequence[When]) -> str:
    """Return the sentence of a line before the one that starts at a place, with its times written out.

    Examples
    --------
    >>> sentence_before("It rained. Sales rose.", 11, []), sentence_before("It rained.", 0, [])
    ('It rained.', '')
    """
    last = [one for one in sentences(line) if one[1] <= start]
    return absolute(line, *last[-1], times) if last else ""


def _written(before: str, words: str, after: str, period: str) -> str:
    """Return a text with one of its times written out."""
    year = period[:4]
    if re.match(r"(?i)since ", words):
        return f"{before}{words} {year}{after}"
    if RELATIVE_YEAR.fullmatch(words):
        return _year(before, words, after, year)
    if re.match(r"(?i)the (?:prior|previous) |a year|year-earlier", words):
        return before + words + after  # is clear beside the time that it is before
    if RELATIVE_YEAR.search(words) and not re.match(
        r"(?i)(?:over|in|during|for) the (?:last|past)", words
    ):  # November last year, the first half of this year
        return f"{before}{RELATIVE_YEAR.sub(year, words)}{after}"
    return _part_of_year(before, words, after, period) or _near(before, words, after, period)


def _part_of_year(before: str, words: str, after: str, period: str) -> str:
    """Return a text with a season, a month, a quarter or a half written out, or an empty string for another time."""
    year = period[:4]
    if season := SEASON.fullmatch(words):
        lead = "" if PREPOSITION.search(before) else "in "
        return f"{before}{lead}the {year} {season[1]}{after}"
    if re.search(rf" (?:{MONTH}) \d{{1,2}}$", words) and not DATED.fullmatch(words):
        return f"{before}{words}, {period.split('/')[-1][:4]}{after}"
    if re.search(rf"(?:{MONTH})$", words) and not DATED.fullmatch(words):
        return f"{before}{words} {year if '/' not in period else period.split('/')[1][:4]}{after}"
    if DATED.fullmatch(words) and not re.match(r",? (?:19|20)\d\d", after):
        before = re.sub(r"(?i)\b(?:last|this|next) $", "", before)
        return before + words + ("," if re.search(r"[a-z.] \d", words) else "") + f" {year}" + after
    after = (
        re.sub(r"^,? of (?:the|this) (?:current )?(?:calendar )?year\b", "", after)
        if OF_YEAR.fullmatch(words)
        else after
    )
    if OF_YEAR.fullmatch(words) and (re.search(r"\d{4} $", before) or re.match(r" of the \d{4}", after)):
        return before + words + after
    if OF_YEAR.fullmatch(words) and after[:1] in (" ", ",", ".", ";", ")", ""):
        behind = ATTRIBUTIVE.match(after)
        return (
            f"{before}{year} {words[:1].lower()}{words[1:]}{after}"
            if behind and not after.startswith(" of")
            else f"{before}{words} of {year}{after}"
        )
    if re.fullmatch(r"(?i)(?:first|second)-half|half-year", words):
        return (
            f"{before}{year} {words}{after}"
            if ATTRIBUTIVE.match(after) and not re.search(r"(?i)[’']s? $", before)
            else before + words + after
        )
    if re.fullmatch(r"Q[1-4]", words):
        return f"{before}{words} {year}{after}"
    return ""


def _year(before: str, words: str, after: str, year: str) -> str:
    """Return a text with “last year” or “this year” as a year."""
    if words.lower().startswith("the ") and not PREPOSITION.search(before):
        return before + words + after
    part = re.match(r"(?i)(earlier|late) ", words)
    if re.search(rf"(?:{MONTH})(?: \d{{1,2}})? $", before):
        return f"{before}{year}{after}"
    if re.match(r"[’']s? ", after):
        return f"{re.sub(r'(?i)(?<=[a-z ])the $', '', before)}{year}{after}"
    if part and not PREPOSITION.search(before):
        return f"{before}{part[1]} in {year}{after}"
    lead = "in " if re.search(r"(?i)\bthan $", before) or not PREPOSITION.search(before) else ""
    before = re.sub(r"(?i)(?<=\b)(in|of|for|from|during|over|to) the $", r"\1 ", before) if not lead else before
    return f"{before}{lead}{year}{after}"


def _near(before: str, words: str, after: str, period: str) -> str:
    """Return a text with last month, Monday or the last five years as a period."""
    if re.match(r"[’']s?\b|-", after) or not NEAR.fullmatch(words):
        return before + words + after
    when = period_en(period)
    if words.lower() == "today" and not re.search(r"(?i)\b(?:as of|by|until|since|from) $", before):
        return before.rstrip() + after
    if not when or (words.endswith("day") and not before.endswith("on ") and ATTRIBUTIVE.match(after)):
        return before + words + after
    if re.search(r"(?i)\b(?:than|by|until|through|to|of|with|between|and|above|below|before|after|as of) $", before):
        return before + when.partition(" ")[2] + after
    dropped = TO_BE_DROPPED.sub("", before)
    return f"{dropped}{when}{after}"
