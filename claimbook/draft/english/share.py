"""What an English share is of: 66 percent of revenue; 87 percent of women had one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import subject_before, verb_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES, metric_of, reading_of
from claimbook.draft.english.phrase import (
    TIME,
    Word,
    in_phrase,
    low_at,
    lows,
    noun_right,
    phrase_right,
    skip_left,
    text_of,
)
from claimbook.draft.english.subject import SPEAKS
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import plain, said_of
from claimbook.draft.english.words import CHANGE_NOUNS, LINKS, OTHER_VERBS, PAST, PEOPLE, SAYS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

RATES = re.compile(
    r"(?i)\b(?:rate|share|percentage|proportion|ratio|margin|growth|yield|odds|chance|risk|turnout|portion|probability|inflation|unemployment"
    r"|approval|support|prevalence)s?$"
)
ARTICLES = frozenset("the all its their a our".split())
HAS = frozenset(
    "won win wins secured secures secure got get gets scored score received receives took take takes garnered captured held hold holds has have had "
    "own owns owned control controls controlled account accounts accounted represent represents represented contributed provided polled "
    "claimed commanded comprised constituted carry carries carried bear bears bore".split()
)
GROUP = re.compile(
    PEOPLE.pattern
    + r"|(?i:\b(?:whites|blacks|hispanics|latinos|asians|seniors|boys|girls|teens|males|females|youths)\b)"
)
IS_PART = frozenset(
    "for up about make makes made represent represented represents produced provide provides provided generate generates generated generating producing get gets comprised constitute constitutes "
    "to from is are was were held holds own owned owns hold spent spend spends".split()
)
BETWEEN = frozenset(
    ", and but or just only about nearly of the their all ( ) compared with to as more than half polled surveyed".split()
)
SAYING = frozenset(("say", "report", "agree", "think", "believ"))
STOP = frozenset((",", ";", "—", "–", ":", ".", "(", "“", "”"))
LIMITS = frozenset("between aged ages age in of from living over under with".split())
HANGING = re.compile(r"(?: (?:in|on|by|for|at|during|since))?[ .]*$")  # what is left before a time that is left out
DOES = LINKS | OTHER_VERBS | SAYS | {"have", "has", "had", "do", "did", "who"}


def part_of(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share: 66 percent of revenue; 87 percent of women had one; one in 35 Americans is at risk."""
    at = index + 1
    if mention.unit != "percent" or (mention.kind == "change" and low_at(words, at) != "of"):
        return None
    if memory.among and low_at(words, at) in LINKS | OTHER_VERBS:
        does = _does(words, at, memory.among)
        return reading_of(f"share of {memory.among} {does}", memory.among) if does else None
    noun = noun_right(words, at + 2 * (low_at(words, at) == "or"))  # 10% or higher risk
    if noun.lower().endswith("share"):
        return None
    if RATES.search(noun) and noun.split()[0].lower() not in CHANGE_NOUNS:
        return reading_of(noun)
    in_words = re.search(" (?:in|out of) ", mention.exact) and at < len(words) and in_phrase(words[at])
    return _of(words, index, at + (not in_words), memory) if in_words or low_at(words, at) == "of" else None


def won(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share by whoever has it: the AK Party won 41 percent of the vote, while the CHP scored 25 percent."""
    verb = verb_before(words, index, 5)
    if mention.unit != "percent" or verb is None or words[verb].low not in HAS or _object(words, verb + 1, index):
        return None
    if low_at(words, index + 2) in ("its", "their"):
        return None  # a part of what it has itself
    whole = (
        noun_right(words, index + 2 + (low_at(words, index + 2) in ARTICLES), 6)
        if low_at(words, index + 1) == "of"
        else ""
    )
    last = memory.last.metric
    metric = f"share of {whole}" if whole else last if last.startswith("share of") and " who " not in last else ""
    who = subject_before(words, verb) or said_of(words, verb)
    return reading_of(metric, who) if metric and who else None


def shared(words: Sequence[Word], index: int) -> str:
    """Return what a share in brackets is of that its list goes on to say: India (26%) and China (7%) had half of all cases."""
    figures = (at for at in range(index + 1, len(words)) if words[at].figure and low_at(words, at - 1) != "(")
    at = next(figures, 0)
    before = skip_left(words, at - 1) if at else 0
    verb = before - (low_at(words, before) in ("for", "up", "to"))
    if not at or low_at(words, at + 1) != "of" or low_at(words, verb) not in HAS | IS_PART:
        return ""
    return f"share of {noun_right(words, at + 2 + (low_at(words, at + 2) in ARTICLES), 6)}"


def _object(words: Sequence[Word], start: int, end: int) -> bool:
    return any(in_phrase(one) for one in words[start:end])


def _of(words: Sequence[Word], index: int, start: int, memory: Memory) -> Reading | None:
    """Read a share of what a noun phrase names: by what is said of it, or as a part of it."""
    while low_at(words, start) in (*ARTICLES, "these", "total") and low_at(words, start + 1) != "of":
        start += 1
    if (of := next((at for at in range(start, start + 3) if at < len(words) and words[at].figure), 0)) and (
        skip_left(words, of - 1) < start  # 44% of the estimated 400,000 people
    ):
        start = of + 1
    end = _whole_end(words, start)
    whole = "those" if low_at(words, start) == "those" else plain(words, start, end)
    if not text_of(words, start, end) and whole not in ("those", "time"):
        return None
    if GROUP.search(whole) and (listed := _past_others(words, end)):
        does = _does(words, listed, whole)
        return reading_of(f"share of {whole} {does}", _whose(whole)) if does else None
    before = skip_left(words, index - 1)
    part = low_at(words, before) in IS_PART and (words[before].low != "up" or before > 0)
    if part or low_at(words, before) in HAS or (low_at(words, before) == "with" and _stops(words, end)):
        return _had(words, index, before, end, whole)
    if whole == "those":
        people = (one.subject for _, one in reversed(memory.readings) if PEOPLE.search(one.subject))
        whole = memory.among or next(people, "those")
    verbs = [at for at in range(end, min(len(words), end + 12)) if words[at].kind == VERB or words[at].word in STOP]
    if verbs and words[verbs[0]].kind == VERB:
        at = verbs[1] if len(verbs) > 1 and _participle(words, verbs[0], verbs[1]) else verbs[0]
        limited = plain(words, start, at)
        if 0 < at - end < 9 and words[start].low != "those" and limited and not _limited(words, end, at):
            whole = limited
        end = at
    does = _does(words, _past_limits(words, end), whole)
    return reading_of(f"share of {whole} {does}", _whose(whole)) if does else None


def _whole_end(words: Sequence[Word], start: int) -> int:
    """Return one past the end of what a share is of, with what belongs to it: companies across | the globe."""
    end = phrase_right(words, start) + (low_at(words, start) == "those")
    while low_at(words, end) in ("of", "for", "in", "from") and low_at(words, end + 1) != TIME:
        further = phrase_right(words, end + 1)
        if further == end + 1:
            break
        end = further
    listed = phrase_right(words, end + 1) if low_at(words, end) == "and" else end
    return listed if listed > end + 1 and _ends(words, listed) else end


def _ends(words: Sequence[Word], at: int) -> bool:
    """Return whether a clause ends before a word, so that “and” joined two nouns: from wind and solar."""
    return at >= len(words) or words[at].word in STOP


def _had(words: Sequence[Word], index: int, before: int, end: int, whole: str) -> Reading | None:
    """Read a share that somebody has, makes up or spends."""
    verb = verb_before(words, index, 6)
    who = said_of(words, verb) if verb is not None else ""
    if verb is not None and (not who or re.search(r"\d", who)):
        who = subject_before(words, verb)
    spends = "spen" in low_at(words, before) and low_at(words, end) == "on"
    more = f" spent on {noun_right(words, end + 1, 5)}" if spends else ""
    reading = reading_of(f"share of {whole}{more}", "" if SPEAKS.match(who) else who)
    owned = next((low for low in lows(words, index + 1, index + 4) if low in ("its", "their")), "")
    if not owned or more or not reading:
        return reading
    done = PAST.get(low_at(words, before), "had")
    return replace(reading, says=f"{done} {{}} of {owned} {whole}")  # of its own, and not of all that there is


def _past_others(words: Sequence[Word], at: int) -> int:
    """Return where a verb is that others share: 31% of millennials, 27% of Gen Xers and just 11% of boomers | say; or 0."""
    at += low_at(words, at) in ("polled", "surveyed", "interviewed", "questioned")
    first = at
    if low_at(words, at) not in (",", "and", "but", "(", "compared"):
        return 0
    while (
        at < len(words) and at - first < 28 and (words[at].figure or words[at].low in BETWEEN or in_phrase(words[at]))
    ):
        if words[at].low.endswith("ing") and words[at].low[:-3] in SAYING:
            break
        at += 1
    does = at < len(words) and (words[at].kind == VERB or words[at].low[:-3] in SAYING)
    return at if does and any(one.figure for one in words[first:at]) else 0


def _stops(words: Sequence[Word], at: int) -> bool:
    """Return whether a phrase ends before a comma or the sentence’s end, and nobody does anything."""
    return at >= len(words) or words[at].word in (",", ".", ";")


def _participle(words: Sequence[Word], at: int, after: int) -> bool:
    """Return whether a verb only limits the noun before, and the one after it is the clause’s: adults surveyed approve."""
    return (
        words[at].low.endswith(("ed", "en", "wn"))
        and words[at].low != "need"
        and words[after].kind == VERB
        and not words[after].low.endswith(("ed", "ing"))
    )


def _limited(words: Sequence[Word], start: int, end: int) -> bool:
    return any(
        one.low.split()[0] in ("between", "aged", "ages", "age", "over", "under") or one.word[0].isdigit()
        for one in words[start:end]
    )


def _whose(whole: str) -> str:
    """Return whom a share is of, without what is measured."""
    subject, noun = metric_of(whole)
    return subject if MEASURES.fullmatch(noun) and subject else whole


def _past_limits(words: Sequence[Word], at: int) -> int:
    """Return the index after what only limits the people before: between the ages of 25 and 34."""
    end = at
    while end < len(words) and end - at < 9 and words[end].kind != VERB and words[end].word not in (",", ";", "—"):
        end += 1
    limited = any(one.low.split()[0] in LIMITS or one.word[0].isdigit() for one in words[at:end])
    return end if limited and end < len(words) and words[end].kind == VERB else at


def _does(words: Sequence[Word], start: int, whole: str) -> str:
    """Return what a share of something does, up to the end of the clause: who had one or more risk factors."""
    done = low_at(words, start).endswith(("ed", "built", "sold", "made"))
    if done and low_at(words, start + 1) in ("in", "by", "on", TIME):  # capacity built in 2019 uses coal
        start += 1 + (low_at(words, start + 1) != TIME)
        start += low_at(words, start) == TIME
    end = start
    while end < len(words) and words[end].word not in (",", ";", "—", "–", ":", "”", "“") and end - start < 10:
        if words[end].figure:
            end = end if end >= start + 4 else start
            break
        end += 1
    alone = end == start + 1 and words[start].kind == VERB and not done and _stops(words, end)
    if (end < start + 2 and not alone) or (words[start].low not in DOES and words[start].kind != VERB):
        return ""
    text = " ".join(one.word for one in words[start:end] if one.word != TIME)
    text = HANGING.sub("", text)
    return text if text.startswith("who ") else f"{'who' if PEOPLE.search(whole) else 'that'} {text}"
