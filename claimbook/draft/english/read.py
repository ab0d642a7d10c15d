"""Read the numbers of English sentences, by rules on the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.acting import doing, done_by
from claimbook.draft.english.amount import apposed, beside_noun, linked, listed, of_noun
from claimbook.draft.english.beside import differs, followed, of_change, of_group, respective, where
from claimbook.draft.english.change import against, changed
from claimbook.draft.english.count import counted, subject_counted
from claimbook.draft.english.frame import rest_of
from claimbook.draft.english.memory import FIRM, Memory
from claimbook.draft.english.metric import MEASURES, metric_of, reading_of
from claimbook.draft.english.pay import priced, spent, valued
from claimbook.draft.english.phrase import Word, low_at, lows, noun_right, text_of
from claimbook.draft.english.share import GROUP, part_of, shared, won
from claimbook.draft.english.subject import SPEAKS, is_name, with_subject
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import clause_of, noun_before, said_of
from claimbook.draft.english.words import GROUPED, SAYS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AGENCY = re.compile(
    r"\b(?:Institute|Office|Bureau|Department|Ministry|Agency|Association|Organi[sz]ation|University|Statistics|Commission|Centers?|CDC|Reserve|Council|Survey|Report|Union)\b"
)
PUBLISHED = re.compile(
    r"\b(?:survey|study|report|forecast|estimate|data|poll|figures|statistics|analysis|researchers?|economists?)\b"
)
UNITS = re.compile(r"\bnumber of (?:bpd|b/d|mb/d|bps|rpm|mph|kph|mpg)$")  # is what a number is in, not what it counts
KINDS = frozenset("the state province city county region town of".split())  # of places
UPWARD = re.compile(r"^(?:jump|surge|spike|leap|climb|bump|uptick|hike|boost|rebound) in ")
DOWNWARD = re.compile(r"^(?:slump|plunge|dip|slide|slip|tumble) in ")
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
    memory.subject = _speaks_of_itself(words) or memory.subject
    whole = words
    words, bracketed = _without_brackets(words)
    for index, word in enumerate(words):
        if word.low == "among" or (
            index == 0 and word.low == "of" and low_at(words, 1) in ("the", "those", "all", "these")
        ):
            end = next((at for at in range(index, len(words)) if words[at].word == ","), len(words))
            end = next((at for at in range(index, end) if words[at].low in ("who", "that", "including")), end)
            memory.among = text_of(words, index + 1, end).removeprefix("- old ").removeprefix("more than ")
        if word.figure:
            mention = numbers[word.start]
            reading = with_subject(words, index, _one(words, index, mention, memory), memory)
            metric = DOWNWARD.sub("decrease in ", UPWARD.sub("increase in ", reading.metric))
            reading = replace(reading, metric=metric, clause=clause_of(whole, whole.index(word)))
            found[word.start] = reading
            memory.readings.append((mention, reading))
            memory.subject = _spoken_of(reading) or memory.subject
            for one in bracketed.get(word.start, ()):
                found[one.start] = _in_brackets(numbers[one.start], mention, reading)
    return found


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


def _place(words: Sequence[Word]) -> str:
    """Return the place that a sentence begins with: “In Maryland, prices rose”."""
    end = next((at for at, one in enumerate(words[:7]) if one.word == ","), 0)
    names = [one.word for one in words[1:end] if one.low not in KINDS]
    named = words and words[0].low in ("in", "across") and all(one[0].isupper() for one in names)
    return " ".join(names) if named else ""


def _one(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Read one number by the first pattern that fits."""
    for pattern in PATTERNS:
        if (reading := pattern(words, index, mention, memory)) and not UNITS.search(reading.metric):
            return _per(words, index, mention, reading) if len(reading.metric) <= LONGEST else Reading()
    return Reading()


def _per(words: Sequence[Word], index: int, mention: Mention, reading: Reading) -> Reading:
    """Add what an amount is per and that it is an average, where its metric does not say it: earnings of $0.42 per share."""
    if "average" in lows(words, index - 2, index) and "average" not in reading.metric:
        reading = replace(reading, metric=f"average {reading.metric}")
    if mention.kind != "money" or " per " in reading.metric or low_at(words, index + 1) != "per" or not reading.metric:
        return reading
    per = noun_right(words, index + 2, 3)
    return replace(reading, metric=f"{reading.metric} per {per}") if per else reading


def _without_brackets(words: Sequence[Word]) -> tuple[list[Word], dict[int, list[Word]]]:
    """Take brackets out of a sentence; return the rest, and the numbers in brackets by the start of the one before.

    A number in brackets right after a noun stays, without the brackets: adult women (3.5 percent).
    """
    kept: list[Word] = []
    aside: dict[int, list[Word]] = {}
    inside = False
    for at, word in enumerate(words):
        inside = inside or word.word == "("
        last = kept[-1] if kept and kept[-1].figure else None
        near = last or next((one for one in kept[-2:-1] if one.figure and not GROUP.search(kept[-1].word)), None)
        if word.figure and inside and near is not None and word.start - near.end < 16:
            aside.setdefault(near.start, []).append(word)
        elif not inside or word.figure or (low_at(words, at + 1)[:1].isdigit() and word.word == "(" and last is None):
            kept.append(word)
        inside = inside and word.word != ")"
    return kept, aside


def _in_brackets(mention: Mention, last: Mention, reading: Reading) -> Reading:
    """Read a number in brackets after another: the same again, or how much it changed by."""
    if mention.unit == last.unit or (mention.kind == last.kind == "money"):
        return replace(reading, says="")
    if mention.unit != "percent" or not reading.base:
        return Reading()
    kind = "decline" if mention.exact[0] in "-−–" else "growth"
    metric = reading.metric if reading.change else f"{kind} in {reading.base}"
    return replace(reading, metric=metric, change=kind, says="")


def _rated(words: Sequence[Word], index: int, found: str) -> Reading | None:
    """Read the rate that a list of groups is of: the jobless rates for men (3.5 percent) and women (3 percent)."""
    rate = re.search(r"(?i)\b([a-z-]+ rate)s? (?:for|among) ", " ".join(one.word for one in words[:index]))
    if rate is None or not found:
        return None
    group, metric = re.sub(r"^.*\brates? (?:for|among) (?:the )?", "", found), rate[1].lower()
    if GROUP.search(group):
        return replace(Reading(metric, "", metric, "", "clause"), population=group)
    return reading_of(metric, group)


def _of_bracket(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number in brackets by the noun before it: that measures, or is one of those that are compared."""
    if low_at(words, index - 1) != "(":
        return None
    found = noun_before(words, index - 1)
    subject, noun = metric_of(found) if found else ("", "")
    if MEASURES.fullmatch(noun):
        return reading_of(noun, subject)
    if mention.unit == "percent" and (rated := _rated(words, index, found)):
        return rated
    if mention.exact[0] in "+-−" and mention.unit == "percent" and found[:1].isupper() and memory.last.base:
        kind = "growth" if mention.exact[0] == "+" else "decline"
        metric = f"{kind} in {memory.last.base}"
        return replace(memory.last, metric=metric, change=kind, subject=found, subject_from="clause", says="")
    if (
        mention.unit == "percent"
        and GROUP.search(found)
        and index + 1 < len(words)
        and words[index + 1].kind == VERB
        and (does := rest_of(words, index + 1))
    ):
        return reading_of(f"share of {found} who {does}", found)
    last = memory.same(mention)
    if last is None or not last.metric:
        verb = next((at for at in range(index - 1, 0, -1) if words[at].kind == VERB), None)
        owner, base = metric_of(said_of(words, verb), True) if verb is not None else ("", "")
        base = base.replace("rates", "rate")
        last = reading_of(base, owner) if MEASURES.fullmatch(base) else None
        if mention.unit == "percent" and (whole := shared(words, index)):
            last = reading_of(whole)
    if last is None or not found or (last.metric.startswith("share of ") and " who " in last.metric):
        return None
    named = found[0].isupper() or not GROUP.search(found)
    return (
        replace(last, subject=found, subject_from="clause", says="")
        if named
        else replace(last, population=found, says="")
    )


PATTERNS = (
    _of_bracket,
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
