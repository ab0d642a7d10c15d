"""Numbers in brackets of an English sentence: of the noun before them, or how another number changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import rest_of
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES, metric_of, reading_of
from claimbook.draft.english.phrase import Word, low_at
from claimbook.draft.english.share import GROUP, shared
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import noun_before, said_of
from claimbook.draft.reading import Reading
from claimbook.mention import Mention


def without_brackets(words: Sequence[Word]) -> tuple[list[Word], dict[int, list[Word]]]:
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
        elif not inside or word.figure or _opens_number(words, at, last):
            kept.append(word)
        inside = inside and word.word != ")"
    return kept, aside


def _opens_number(words: Sequence[Word], at: int, last: Word | None) -> bool:
    """Return whether a bracket, or the “up” in it, is kept before its number, for what is said of it."""
    moved = low_at(words, at + 1) in ("up", "down") and low_at(words, at + 2)[:1].isdigit()
    opened = words[at].word == "(" and (moved or low_at(words, at + 1)[:1].isdigit())
    goes = low_at(words, at - 1) == "(" and words[at].low in ("up", "down") and low_at(words, at + 1)[:1].isdigit()
    return last is None and (opened or goes)


def in_brackets(mention: Mention, last: Mention, reading: Reading) -> Reading:
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


def of_bracket(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
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
    return _again(last, found)


def _again(last: Reading, found: str) -> Reading:
    """Return what was read last as read of another: a name, or a group as the population."""
    if not found[0].isupper() and GROUP.search(found):
        return replace(last, population=found, says="")
    says = last.says.replace(" their ", " its ")
    return replace(last, subject=found, subject_from="clause", says=says if " of its " in says else "")
