"""Read the numbers of English sentences, by rules on the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.acting import doing, done_by
from claimbook.draft.english.amount import apposed, beside_noun, linked, listed, of_noun
from claimbook.draft.english.beside import differs, followed, of_change, of_group, respective, where
from claimbook.draft.english.brackets import in_brackets, of_bracket, without_brackets
from claimbook.draft.english.change import against, changed, revised
from claimbook.draft.english.count import counted, subject_counted
from claimbook.draft.english.extreme import paced, peaked
from claimbook.draft.english.fallback import fact, fallback
from claimbook.draft.english.frame import clause_start
from claimbook.draft.english.last import last
from claimbook.draft.english.memory import FIRM, Memory
from claimbook.draft.english.metric import metric_of
from claimbook.draft.english.modified import modified
from claimbook.draft.english.owner import owner_of
from claimbook.draft.english.pay import priced, spent, valued
from claimbook.draft.english.phrase import Word, in_phrase, low_at, lows, noun_right, text_of
from claimbook.draft.english.share import part_of, won
from claimbook.draft.english.sound import sound
from claimbook.draft.english.subject import SPEAKS, is_name, with_subject
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import said_of
from claimbook.draft.english.words import GROUPED, SAYS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AGENCY = re.compile(
    r"\b(?:Institute|Office|Bureau|Department|Ministry|Agency|Association|Organi[sz]ation|University|Statistics|Commission|Centers?|CDC|Reserve|Council|Survey|Report|Union)\b"
)
PUBLISHED = re.compile(
    r"\b(?:survey|study|report|forecast|estimate|data|poll|figures|statistics|analysis|researchers?|economists?)\b"
)
VERBAL = re.compile(  # a verb with what it does it to, which measures nothing: pushed the total count
    r"^(?:(?:increase|decrease) in )?(?!(?:all|both|half|share|number|amount)\b)[a-z]+ (?<!of )(?<!in )(?<!for )(?<!to )(?<!on )(?<!at )(?<!by )(?<!with )"
    r"(?<!and )(?<!from )(?<!over )(?<!than )(?<!outside )(?<!across )(?<!during )(?<!inside )the "
)
UNITS = re.compile(r"\bnumber of (?:bpd|b/d|mb/d|bps|rpm|mph|kph|mpg)$")  # is what a number is in, not what it counts
KINDS = frozenset("the state province city county region town of".split())  # of places
UPWARD = re.compile(r"^(?:jump|surge|spike|leap|climb|bump|uptick|hike|boost|rebound) in ")
DOWNWARD = re.compile(r"^(?:slump|plunge|dip|slide|slip|tumble) in ")
BARE = frozenset("number share total amount percentage proportion half amid".split())
THESE = ("the", "those", "all", "these")
LONGEST = 110  # characters of a metric; a longer one is a sentence, not a metric


def read(words: Sequence[Word], numbers: Mapping[int, Mention], memory: Memory) -> dict[int, Reading]:
    """Read the numbers of one sentence, by the start of their word."""
    found: dict[int, Reading] = {}
    memory.start(_place(words))
    published = len(words) > 2 and PUBLISHED.search(" ".join(one.low for one in words[1:5]))
    if (
        words
        and not published
        and (
            owner := re.match(
                r"(?!(?:That|It|Here|There|What|Let|He|She|Who|Today|This)[’'])([A-Z][\w.&-]*)[’']s$", words[0].word
            )
        )
    ):
        memory.subject = owner[1]
    memory.subject = owner_of(_speaks_of_itself(words) or _is_described(words, memory)) or memory.subject
    words, bracketed = without_brackets(words)
    for index, word in enumerate(words):
        _note_group(words, index, memory)
        if word.figure:
            mention = numbers[word.start]
            reading = _number(words, index, mention, memory)
            found[word.start] = reading
            memory.readings.append((mention, reading))
            memory.subject = _spoken_of(reading) or memory.subject
            for one in bracketed.get(word.start, ()):
                found[one.start] = in_brackets(numbers[one.start], mention, reading)
    return found


def _note_group(words: Sequence[Word], index: int, memory: Memory) -> None:
    """Remember the group that a sentence is of from a word on: among adults, …; Of homes sold, …."""
    of = index == 0 and words[0].low == "of" and (low_at(words, 1) in THESE or (len(words) > 1 and in_phrase(words[1])))
    if words[index].low != "among" and not of:
        return
    end = next((at for at in range(index, len(words)) if words[at].word == ","), len(words))
    end = next((at for at in range(index, end) if words[at].low in ("who", "that", "including")), end)
    among = text_of(words, index + 1, end)
    among = f"those {among}" if low_at(words, index + 1) == "those" and among.split(" ")[0].endswith("ing") else among
    among = among.removeprefix("- old ").removeprefix("more than ")
    memory.among = "" if among in ("them", "these", "those") else re.sub(r" (?:in|on|at|of|during|for)$", "", among)


def _number(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Read one number, with whom it is of and what limits it."""
    reading = with_subject(words, index, _one(words, index, mention, memory), memory)
    metric = re.sub(r"^(|.* in )half (?=[a-z])| last$", r"\1", reading.metric)  # first-half
    metric = sound(DOWNWARD.sub("decrease in ", UPWARD.sub("increase in ", metric)))
    reading = replace(reading, metric=metric) if metric and metric.lower() not in BARE else Reading()
    reading = reading if reading.metric else _otherwise(words, index, mention, memory)
    return modified(words, index, mention.unit == "percent", reading, memory)


def _otherwise(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Read a number that no pattern fits; without a metric, only whom its clause is about."""
    reading = with_subject(words, index, fallback(words, index, mention, memory), memory)
    if reading.metric and _can_be(reading, mention) and (metric := sound(reading.metric)):
        return replace(reading, metric=metric)
    reading = with_subject(words, index, last(words, index, mention, memory), memory)
    if reading.metric and _can_be(reading, mention) and (metric := sound(reading.metric)):
        return replace(reading, metric=metric)
    return Reading(subject=_named(words, index, memory))


def _named(words: Sequence[Word], index: int, memory: Memory) -> str:
    """Return the name that the clause of a number is about, or an empty string where it is about none."""
    first = clause_start(words, index)
    for verb in range(index - 1, first, -1):
        if words[verb].kind == VERB and words[verb].low not in SAYS and (found := said_of(words, verb)):
            known = memory.resolved(found)
            owner = known if known != found else owner_of(metric_of(found, memory.opens(words, found))[0] or found)
            return owner if is_name(owner) and memory.is_name(owner, memory.opens(words, found)) else ""
    return ""


def _spoken_of(reading: Reading) -> str:
    """Return the name that a clause was about, of which the text may go on to speak; no country, and none of a forecast."""
    expected = re.search("estimate|forecast|expect|consensus", reading.metric)
    named = is_name(reading.subject) and reading.subject not in ENGLISH and reading.subject_from == "clause"
    return reading.subject if named and not expected else ""


def _speaks_of_itself(words: Sequence[Word]) -> str:
    """Return the one who says something of itself: Toyota said it sold; Acme Inc. reported a profit."""
    verb = next((at for at, one in enumerate(words[:14]) if one.kind == VERB), None)
    if verb is None or words[verb].low not in SAYS:
        return ""
    who = said_of(words, verb)
    itself = {one.low for one in words[verb + 1 : verb + 5]} & {"it", "its", "they", "their"} or words[verb].low in (
        "reported",
        "reports",
        "announced",
        "posted",
    )
    return (
        who
        if itself
        and (is_name(who) or GROUPED.search(who))
        and not FIRM.fullmatch(who)
        and not SPEAKS.match(who)
        and not AGENCY.search(who)
        else ""
    )


def _is_described(words: Sequence[Word], memory: Memory) -> str:
    """Return the name that a sentence says what it is of: Tesla was the third biggest carmaker. It sold …."""
    verb = next((at for at, one in enumerate(words[:8]) if one.kind == VERB), 0)
    if low_at(words, verb) not in ("is", "was", "has") or low_at(words, verb + 1) not in ("the", "a", "an", "one"):
        return ""
    who = said_of(words, verb)
    known = words[0].word in who and is_name(who) and who in memory.names and who not in ENGLISH
    return who if known and not AGENCY.search(who) and not SPEAKS.match(who) else ""


def _place(words: Sequence[Word]) -> str:
    """Return the place that a sentence begins with: “In Maryland, prices rose”."""
    end = next((at for at, one in enumerate(words[:7]) if one.word == ","), 0)
    names = [one.word for one in words[1:end] if one.low not in KINDS]
    names = names[1:] if names[:1] == ["the"] else names
    named = words and words[0].low in ("in", "across") and all(one[0].isupper() or one == "and" for one in names)
    return " ".join(names) if named else ""


def _one(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Read one number by the first pattern that fits."""
    for pattern in PATTERNS:
        if (reading := pattern(words, index, mention, memory)) and _can_be(reading, mention):
            return _per(words, index, mention, reading) if len(reading.metric) <= LONGEST else Reading()
    return Reading()


def _can_be(reading: Reading, mention: Mention) -> bool:
    """Return whether a number can be of a metric: no percentage is a count, and “number” alone measures nothing."""
    counted = mention.unit == "percent" and reading.metric.startswith("number of")
    clause = VERBAL.search(reading.metric) and not re.search(r" (?:who|that|where) ", reading.metric)
    return not (counted or clause or UNITS.search(reading.metric) or reading.metric.lower() in BARE)


def _per(words: Sequence[Word], index: int, mention: Mention, reading: Reading) -> Reading:
    """Add what an amount is per and that it is an average, where its metric does not say it: earnings of $0.42 per share."""
    if "average" in lows(words, index - 2, index) and "average" not in reading.metric:
        reading = replace(reading, metric=f"average {reading.metric}")
    if mention.kind != "money" or " per " in reading.metric or low_at(words, index + 1) != "per" or not reading.metric:
        return reading
    per = noun_right(words, index + 2, 3)
    return replace(reading, metric=f"{reading.metric} per {per}") if per else reading


PATTERNS = (
    fact,
    of_bracket,
    peaked,
    paced,
    valued,
    differs,
    where,
    of_change,
    of_group,
    done_by,
    won,
    part_of,
    doing,
    beside_noun,
    respective,
    listed,
    revised,
    against,
    priced,
    spent,
    of_noun,
    followed,
    changed,
    subject_counted,
    counted,
    linked,
    apposed,
)  # the first that fits
