"""What limits an English metric behind its number: above a level, without currency, of the noun said in full before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import clause_end, rest_of
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.phrase import Word, low_at
from claimbook.draft.english.tagger import VERB
from claimbook.draft.reading import Reading

MORE, LESS = ("above", "higher"), ("below", "lower", "under")
CHANGED = re.compile(r"^(?:increase|decrease|growth|gain|rise|fall|drop|decline|jump|cut) in ")
WITHOUT = re.compile(
    r"^[^,;.]{0,40}?,? (?P<how>in constant currenc(?:y|ies)|(?:at|on) constant (?:currency|exchange rates)|excluding (?:the (?:effects? |impact )of )?(?:currency|currencies|acquisitions|fuel|gas|autos?"
    r"|food and energy|volatile items|items|foreign exchange)(?: \w+)?|(?:when )?factoring out currency|on a (?:like-for-like|comparable|same-store|constant currency|reported|underlying|pro[ -]forma|seasonally adjusted|year-on-year|per[- ]capita) basis)"
)
PEOPLE = re.compile(
    r"number of (?:[a-z]+ )?(?:people|persons|adults|children|men|women|students|workers|employees|patients|households|families|residents|voters|consumers|users|americans|teachers)"
)
SHORTEST = 2  # words of the fuller name


def modified(words: Sequence[Word], index: int, percent: bool, reading: Reading, memory: Memory) -> Reading:
    """Return a reading with what the words behind its number and the noun before it in full say of its metric.

    Parameters
    ----------
    words : list of Word
        The sentence.
    index : int
        Of the number.
    percent : bool
        Whether the number is a percentage.
    reading : Reading
    memory : Memory
        Of what the text said so far.
    """
    if not reading.metric:
        return reading
    reading = _of_whom(words, index, _in_full(reading, memory))
    behind = low_at(words, index + 1)
    if percent and not CHANGED.match(reading.metric) and not reading.metric.startswith(("share ", "number ")):
        kind = "increase" if behind in MORE else "decrease" if behind in LESS else ""
        if kind:
            reading = replace(
                reading, metric=f"{kind} in {reading.metric}", base=reading.base or reading.metric, change=kind
            )
    rest = " " + " ".join(one.word for one in words[index + 1 : index + 14])
    how = WITHOUT.match(rest) if CHANGED.match(reading.metric) else None
    return replace(reading, metric=f"{reading.metric} {how['how'].removeprefix('when ')}") if how else reading


def _of_whom(words: Sequence[Word], index: int, reading: Reading) -> Reading:
    """Return a count of people, or of cases, with what these are said to do: 5 million people, 20 and older, smoke."""
    bare = PEOPLE.fullmatch(reading.metric)
    if bare is None:
        return reading
    stop = clause_end(words, index)
    verb = next(
        (at for at in range(index + 2, len(words)) if words[at].kind == VERB and not words[at].low.endswith("ing")),
        None,
    )
    if (
        verb is None
        or (verb >= stop and words[verb - 1].word not in (",", ")"))
        or low_at(words, verb - 1) in ("to", "and")
    ):
        return reading
    does = rest_of(words, verb)
    return replace(reading, metric=f"{reading.metric} who {does}") if does else reading


def _in_full(reading: Reading, memory: Memory) -> Reading:
    """Return a reading of the noun as the sentence said it in full before: sales volumes of non-food sales volumes."""
    full = memory.here.base
    short = reading.base
    longer = full.lower().endswith(f" {short.lower()}") and len(short.split()) >= SHORTEST and not reading.subject
    return replace(reading, metric=reading.metric.replace(short, full), base=full) if longer else reading
