"""What an English number is of by the noun before it: a profit of $4.63; revenue reached $28.3 billion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.count import things_right
from claimbook.draft.english.frame import clause_start, verb_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES, measures, metric_of, reading_of
from claimbook.draft.english.phrase import (
    TIME,
    Word,
    in_phrase,
    low_at,
    noun_right,
    phrase_left,
    phrase_right,
    skip_left,
    text_of,
)
from claimbook.draft.english.share import GROUP, RATES
from claimbook.draft.english.theme import noun_before, said_of
from claimbook.draft.english.words import CHANGE_NOUNS, DOWN, LINKS, NO_NOUNS, NOUNS_ING, PEOPLE, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

PACE = re.compile(
    r"(?:seasonally )?(?:adjusted )?(?:annual|annualized|monthly|yearly)(?:ized)? (?:rate|pace)|adjusted annual rate"
)
UNITS = frozenset("percent percentage point points basis".split())
SAMPLES = frozenset("study survey sample group team poll trial cohort total number range series set list".split())
REACHING = frozenset("amounting totaling totalling reaching hitting exceeding topping equaling surpassing".split())
LEADS_ON = frozenset("below above under near at to in up as than from only by high out around".split())


def listed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number that is listed with the one before it: “or $3.92 per share”, “$5.16 to $5.62 billion”."""
    joint = low_at(words, index - 1)
    if index < 2 or joint not in ("and", "to", "–", "-", "or") or not memory.readings:
        return None
    last, reading = memory.readings[-1]
    if joint == "or" and low_at(words, index + 1) == "per" and reading.base:
        per = noun_right(words, index + 2, 3)
        return replace(reading, metric=f"{reading.base} per {per}", change="", says="") if per else None
    if joint == "to" and reading.change and mention.unit != "percent":
        return None
    if words[index - 2].figure and joint != "or" and last.unit == mention.unit and reading.metric:
        own_noun = mention.kind == "count" and phrase_right(words, index + 1) > index + 1
        return None if own_noun else replace(reading, says="")
    same = joint == "or" and reading.change and mention.unit == "percent"
    return replace(reading, says="") if same else None


def beside_noun(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a percentage by the noun right after it: a 10 percent electoral threshold, 86 percent of attendance rate."""
    at = index + 1 + (low_at(words, index + 1) == "of")
    noun = noun_right(words, at, 5) if mention.unit == "percent" else ""
    if not noun or noun.split()[0].lower() in CHANGE_NOUNS | UNITS | UP | DOWN or " in " in mention.exact:
        return None
    if kinds := _kind_of(words, index, noun, memory):
        return kinds
    if noun.lower().endswith("share"):
        return _share(words, index, at)
    return reading_of(noun) if at == index + 1 or RATES.search(noun) else None


def _share(words: Sequence[Word], index: int, at: int) -> Reading | None:
    """Read a share by what it is of, and by whom the clause is about: Fitbit remained the leader with 23% market share."""
    noun = things_right(words, at)
    verb = verb_before(words, index, 8)
    return reading_of(noun[:1].lower() + noun[1:], said_of(words, verb) if verb is not None else "")


def _kind_of(words: Sequence[Word], index: int, noun: str, memory: Memory) -> Reading | None:
    """Read a percentage of those of one kind: the population was 52% white, 22% Hispanic."""
    left = skip_left(words, index - 1)
    last = memory.same(memory.readings[-1][0]) if memory.here.base else None
    if (
        last
        and (listed := re.fullmatch(r"share of (.+) that (?:is|was) .+", last.metric))
        and words[left].word in (",", "and")
    ):
        return replace(last, metric=f"share of {listed[1]} that is {noun}", base="", says="")
    if low_at(words, left) not in ("is", "was", "are", "were") or RATES.search(noun) or MEASURES.fullmatch(noun):
        return None
    found = said_of(words, left)
    return reading_of(f"share of {found} that is {noun}", found) if found else None


def of_noun(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after “of”: a profit of $4.63, an increase of 98 GW; of a rate, after “at” too."""
    at = skip_left(words, index - 1)
    if low_at(words, at) not in ("of", "at") or at < 1 or _counts(words, index, mention):
        return None
    start, end = phrase_left(words, at, 7, direct=True)
    if low_at(words, start - 1) in ("by", "in") and low_at(words, start - 2) in ("provided", "used", "generated"):
        start = phrase_left(words, start - 2, 5, direct=True)[0]
    owed = low_at(words, start - 1) == "to" and low_at(words, start - 2) in ("attributable", "available", "payable")
    if owed and in_phrase(words[start - 3]):
        start = phrase_left(words, start - 2, 6, direct=True)[0]
    noun = re.sub("^(?:share|unit|sale) and ", "", text_of(words, start, end)) if start < end == at else ""
    measured = MEASURES.fullmatch(noun) if mention.unit != "percent" else RATES.search(noun)
    doing = noun.partition(" ")[0].endswith("ing") and noun.partition(" ")[0] not in NOUNS_ING
    if not noun or doing or (words[at].low == "at" and not measured):
        return None
    *known, kind = noun.split()
    if kind.lower() not in CHANGE_NOUNS - {"loss"}:
        if PACE.fullmatch(noun):
            return _at_pace(words, start, noun, memory)
        subject, noun = metric_of(noun, start == 0)
        return reading_of(noun, subject)
    if known and MEASURES.fullmatch(" ".join(known)):
        base = " ".join(known)
        return reading_of(f"{kind.lower()} in {base}", "", base, kind.lower())
    if low_at(words, index + 1) == "in" and measures(inside := noun_right(words, index + 2, 6)):
        subject, base = metric_of(inside)
        return reading_of(f"{kind.lower()} in {base}", subject, base, kind.lower())
    goes_on = start <= 2 and memory.readings and memory.readings[-1][1].base  # a point of a list
    last, verb = memory.last if goes_on else memory.here, verb_before(words, start)
    about = said_of(words, verb) if verb is not None else ""
    if not last.base and GROUP.search(about) and memory.last.base:
        last = replace(memory.last, population=about)
    if last.base:
        return replace(
            last, metric=f"{kind.lower()} in {last.base}", change=kind.lower(), says="", metric_from="sentence"
        )
    subject, base = _theme(words, start)
    return reading_of(f"{kind.lower()} in {base}", subject, base, kind.lower()) if base else None


def _at_pace(words: Sequence[Word], start: int, noun: str, memory: Memory) -> Reading | None:
    """Read a number at whose pace something is sold, or grows: sales rose to an annual rate of 3.95 million."""
    verb = verb_before(words, start)
    low = words[verb].low if verb is not None else ""
    subject, base = _theme(words, start)
    if low in UP | DOWN and low_at(words, start - 1) in ("an", "a") and low_at(words, start - 2) == "at" and base:
        kind = "increase" if low in UP else "decrease"
        return reading_of(f"{kind} in {base}", subject, base, kind)
    if not base:
        subject, base = memory.here.subject, memory.here.base
    return reading_of(f"{noun} of {base}", subject, base) if base else None


def _counts(words: Sequence[Word], index: int, mention: Mention) -> bool:
    """Return whether a count has a noun of its own: a study of 15,408 people."""
    at = skip_left(words, index - 1) - 1
    loose = low_at(words, at) in NO_NOUNS | SAMPLES or (
        low_at(words, at) not in CHANGE_NOUNS
        and not MEASURES.fullmatch(low_at(words, at))
        and (
            low_at(words, at) not in ("audience", "reach", "fleet", "circulation", "attendance", "membership", "crowd")
        )
    )
    return mention.unit == "count" and phrase_right(words, index + 1, 4) > index + 1 and loose


def _theme(words: Sequence[Word], index: int) -> tuple[str, str]:
    """Return whom and what the clause before a word is about, where that can be measured."""
    verb = verb_before(words, index)
    found = said_of(words, verb) if verb is not None else ""
    subject, noun = metric_of(found, True) if found else ("", "")
    return (subject, noun) if measures(noun) else ("", "")


def linked(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after a linking verb: the rate was 3.9%; revenue reached $28.3 billion."""
    at = skip_left(words, index - 1)
    while at > 0 and (words[at].low in LEADS_ON or words[at].word == TIME):
        at = skip_left(words, at - 1)
    last = memory.here
    if at > 0 and words[at].low in REACHING and last.base:
        return replace(last, metric=last.base, change="", says="", metric_from="sentence")
    averages = low_at(words, at) == "average" and low_at(words, at - 1) == "to"  # is expected to average 49 bushels
    if at < 1 or (
        not averages and words[at].low not in LINKS and words[at].low not in ("cost", "costs", "generated", "claimed")
    ):
        return None
    found = said_of(words, at)
    if memory.points(found) or (not found and low_at(words, at - 1) in ("and", ",", "which")):
        last = last if last.base else memory.last
        return replace(last, metric=last.base, change="", says="", metric_from="sentence") if last.base else None
    subject, noun = metric_of(found, memory.opens(words, found)) if found else ("", "")
    named = (noun[:1].isupper() and not noun.isupper()) or PEOPLE.search(noun)
    fits = noun and (mention.unit != "percent" or RATES.search(noun) or MEASURES.fullmatch(noun) or not named)
    if low_at(words, at) in ("has", "have", "had") and not MEASURES.fullmatch(noun):
        return None
    return reading_of(noun, subject) if fits and (mention.kind != "count" or not _is_group(noun)) else None


def _is_group(noun: str) -> bool:
    counted = bool(PEOPLE.search(noun)) and not MEASURES.fullmatch(noun)
    return counted and not noun.startswith(("number", "share", "total"))


def apposed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number that is set beside what it measures: the unemployment rate, 3.9 percent, fell; Revenue: $5 million."""
    at = skip_left(words, index - 1)
    closed = index + 1 >= len(words) or words[index + 1].word in (",", ".", ";", ")", "-", "–", "—", "(", TIME)
    if at < 1 or not closed or words[at].word not in (",", ":", "-", "–", "—"):
        return None
    first = clause_start(words, at)
    found = noun_before(words, at)
    subject, noun = metric_of(found, first == 0) if found else ("", "")
    known = MEASURES.fullmatch(noun) or noun.startswith("number of")
    return reading_of(noun, subject) if noun and (known or (words[at].word == ":" and first == at)) else None
