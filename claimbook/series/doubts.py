"""What speaks against refuting a claim by a series: words not read, another year, another series, an odd size.

A claim that no series was meant to show looks refuted by whichever is nearest. So a refutation needs every word of the
claim to be read; a word that only restricts it, such as “excluding”, leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimbook.find.passage import tokens
from claimbook.language.sentences import translated
from claimbook.series.agree import Truth
from claimbook.series.asked import Asked, Kind, Reading
from claimbook.series.choose import is_exact
from claimbook.series.cues import NOBODY
from claimbook.series.figures import Role
from claimbook.series.opposed import divided, opposed
from claimbook.series.pairs import Tried
from claimbook.series.scale import of_series
from claimbook.series.sense import tried
from claimbook.series.series import Series
from claimbook.series.signs import BRACKET, PARTS
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span
from claimbook.series.trial import Outcome, Trial
from claimbook.series.unread import meant, unread

# What a number is apart from: “380 hours fewer”, “a third less”, beside which it is no level.
APART = re.compile(
    r"(?i)^(?: [\w-]+){0,2}? (?:less|fewer|more|higher|lower|longer|shorter)\b(?! than (?:\d|half|a |one))"
)
OF_MANY = re.compile(r"(?i)\d[\d,.]* (?:\w+ )?(?:out )?of (?:the |its |their )?(?:world['’]s )?\d")
OFF = 5  # an amount that is so many times larger or smaller is hardly of one thing
LACK = re.compile(
    r"(?i)\b(?:lack\w*|without|missing|neither|nor|unless|not counting|adjusted|relative to)\b"
    r"|\bnever (?:been )?(?:as |so )?(?:lower|higher|more|less|fewer|better|worse|low|high)\b"
    r"|\bno\b(?! (?:longer|more|less|fewer|other|doubt))|扣除|缺乏|没有"
)
LEFT_OUT = re.compile(r"(?i)\b(?:exclud(?:ing|es?)|except|apart from|other than)\b|不含|除外|以外|之外")
POINTS, TIMES = 15, 4  # percentages that are more points, and more times, apart are hardly of one thing
MOVING = re.compile(r"(?i)\b(?:change|balance|anomal\w+|net|growth)\b")
CLOSE = 0.5  # how far below the best one may be that is of a part of it
GROWING = re.compile(r"(?i)\bgrowth\b|增长率|增速")
NEAR = 0.25  # how far below the best another series may be and still speak against it
CLEAR = 1.2  # a best series with as much, and no other near it, is meant though a word is not read
# Where a word that is not read restricts what is meant: “by bakers”, “in real terms”; not “dairy farmers have doubled”.
WITHIN = r"\b(?:by|among|for|of|from|with|in|on|at|per|than) (?:(?:the|its|their|our|all) )?"


def doubt(reading: Reading, first: Tried, others: Sequence[Tried]) -> str:
    """Return why a claim is not refuted though the best series says otherwise; empty where nothing speaks against it.

    Parameters
    ----------
    reading : Reading
    first : Tried
        The best series, on which it is false.
    others : sequence of Tried
        Those ranked after it that it could be meant by.
    """
    false = [one for one in first.outcomes if one.truth == Truth.FALSE]
    words = unread(reading.measure, first.series)
    near = [one for one in others if one.score >= first.score - NEAR]
    clear = first.score >= CLEAR and not near
    supporting = (one for one in near if one.truth == Truth.TRUE)
    if other := next((one for one in supporting if len(unread(reading.measure, one.series)) <= len(words)), None):
        return translated(f"“{other.series.title}” would support it")
    if words and not (clear and _beside(words, reading.text)):
        return translated(f"“{', '.join(words)}” is not read, or not what “{first.series.title}” is of")
    if part := sorted(_parts(reading, first.series)):
        return translated(f"“{first.series.title}” is of a part that the claim does not name ({', '.join(part)})")
    if all(_otherwise(reading, first.series, one) for one in false):
        return translated("of a neighbouring year, or of another year that it names, it would be true")
    sure = clear and not words
    return next((why for one in false if (why := _of_number(reading, first.series, one, sure))), "")


def meant_otherwise(reading: Reading, first: Tried, tried: Sequence[Tried]) -> str:
    """Return why a series is not what a claim speaks of, be it true of it or not; empty where it may be."""
    if opposed(reading.text, first.series):
        return translated(f"“{first.series.title}” is of the opposite of what it says")
    words = unread(reading.measure, first.series)
    near = [one for one in tried if one is not first and one.score >= first.score - CLOSE]
    if words and not is_exact(first) and (part := divided(first.series, near)):
        return translated(f"“{', '.join(words)}” may be a part such as that of “{part}”")
    return ""


def _beside(words: Sequence[str], text: str) -> bool:
    """Return whether what is not read is one English word, said of who acts or how, that restricts nothing."""
    return len(words) == 1 and words[0].isascii() and not re.search(rf"(?i){WITHIN}{words[0]}\b", text)


def _parts(reading: Reading, series: Series) -> frozenset[str]:
    """Return the parts that a title names and a claim does not mean."""
    said = frozenset(tokens(reading.measure)).union(*(stems for _, _, stems in meant(reading.text)))
    within = frozenset(tokens(" ".join(BRACKET.findall(series.title))))
    title = within if within and within <= said else frozenset(tokens(series.title))
    return (PARTS & title) - said


def _otherwise(reading: Reading, series: Series, outcome: Outcome) -> bool:
    """Return whether a number is true of a year beside the stated one, or of another that the claim names."""
    if outcome.asked.kind not in (Kind.LEVEL, Kind.CHANGE):
        return False  # which of two is more, or which way it went, is said of the very year
    trial = Trial(series, reading.year)
    return any(tried(trial, asked).truth == Truth.TRUE for asked in _variants(reading, outcome.asked))


def _variants(reading: Reading, asked: Asked) -> Iterator[Asked]:
    span = asked.span
    if span and span.kind in (When.POINT, When.RANGE, When.SINCE, When.LAST):
        yield from (replace(asked, span=moved) for moved in _moved(span))
    if asked.until and asked.until.kind == When.POINT:
        yield from (replace(asked, until=moved) for moved in _moved(asked.until))
    if asked.kind == Kind.LEVEL and len(reading.spans) + len(reading.figures) > 2:
        yield replace(asked, span=None)
        yield from (replace(asked, span=other) for other in reading.spans if other != span)


def _moved(span: Span) -> Iterator[Span]:
    for by in (-1, 1):
        yield span._replace(first=span.first + by, last=span.last + (by if span.kind == When.POINT else 0))
    if span.kind == When.RANGE:
        yield from (span._replace(last=span.last + by) for by in (-1, 1))


def _of_number(reading: Reading, series: Series, outcome: Outcome, sure: bool) -> str:
    """Return what is doubtful of the number itself; an odd size is none of a series that is surely meant."""
    figure = outcome.asked.figure
    none = _is_none(outcome.asked)
    denied = LACK.search(reading.text) and not NOBODY.search(reading.text) and not none and not outcome.asked.rest
    if none and any(one.role == Role.LEVEL and one.quantity.high for one in reading.figures):
        return translated("what none is said of has another number")  # “not one killed more than a hundred”
    if denied or (LEFT_OUT.search(reading.text) and not outcome.asked.others):
        return translated("what it denies or leaves out is not read")
    if figure and outcome.asked.kind == Kind.LEVEL:
        after = reading.text[figure.end :]
        if not sure and _odd(outcome, series):
            return translated(f"“{figure.words}” is of another size than “{series.title}”")
        if APART.search(after) or OF_MANY.search(reading.text) or _moving(reading, series):
            return translated(f"“{figure.words}” may be a difference, or one of so many")
    return ""


def _moving(reading: Reading, series: Series) -> bool:
    """Return whether a series is of changes, and the claim does not say so of its number."""
    word = MOVING.search(series.title)
    return word is not None and not (word[0].casefold() == "growth" and GROWING.search(reading.text))


def _odd(outcome: Outcome, series: Series) -> bool:
    """Return whether two numbers are so far apart that they are hardly of one thing."""
    value, figure = outcome.results[0].value if outcome.results else None, outcome.asked.figure
    if value is None or figure is None:
        return False
    scale = of_series(series.unit)
    if scale.kind != "percent":
        said = figure.quantity.high * figure.scale.to(scale) if figure.scale else Decimal(0)
        return bool(said) and not said / OFF < abs(value) < said * OFF
    small, large = sorted((abs(value), figure.quantity.high))
    return large - small > POINTS and large > small * TIMES


def _is_none(asked: Asked) -> bool:
    return bool(asked.figure and not asked.figure.quantity.high)
