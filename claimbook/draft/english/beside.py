"""English numbers that are beside another of the same: listed with it, of another group, or its change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.count import per_what
from claimbook.draft.english.frame import group_start, names_before, verb_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES, OWNED, measures, metric_of, reading_of
from claimbook.draft.english.phrase import TIME, Word, in_phrase, low_at, noun_right, phrase_right, skip_left, text_of
from claimbook.draft.english.share import GROUP, RATES
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import noun_before, plain, said_of
from claimbook.draft.english.words import CHANGE_NOUNS, DOWN, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AGAINST = frozenset("to and , versus with than by at (".split())
HOW = frozenset(
    "annual yearly slight sharp modest further small big huge slight average annualized monthly quarterly incremental percentage".split()
)


def of_group(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of another group than the one before: compared to 17 for blacks and 9 for Hispanics."""
    last, at = memory.same(mention), index + 1
    if last is None or not last.metric or low_at(words, at) not in ("for", "among", "of", "in", "from"):
        return None
    before = low_at(words, skip_left(words, index - 1))
    if low_at(words, at) == "in" and before in ("and", ",") and at + 1 < len(words) and words[at + 1].word == TIME:
        return replace(last, says="", metric_from="sentence")
    group = noun_right(words, at + 1, 4)
    if low_at(words, at) == "in" and before in ("and", ",", "versus") and group[:1].isupper():
        return replace(last, subject=group, subject_from="clause", says="", metric_from="sentence")
    if before not in AGAINST or not group or (words[at].low in ("of", "in") and not GROUP.search(group)):
        return None
    if shared := re.fullmatch(r"share of .+? ((?:who|that) .+)", last.metric):
        end = next(
            (
                place
                for place in range(at + 1, len(words))
                if not words[place].word[0].isalnum() or words[place].kind == VERB
            ),
            len(words),
        )
        group = plain(words, at + 1, min(end, at + 8))
        return replace(last, metric=f"share of {group} {shared[1]}", subject=group, says="")
    if group[0].isupper() and words[at].low != "from" and not GROUP.search(group):
        return replace(last, subject=group, subject_from="clause", says="")
    return replace(last, population=group, says="")


def of_change(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number before the noun of its change: a 15.2% rise in power costs, a 4 percent increase."""
    at = index + 1
    while at < index + 4 and low_at(words, at) not in CHANGE_NOUNS and _says_how(words, at):
        at += 1
    kind = low_at(words, at)
    if kind not in CHANGE_NOUNS or low_at(words, at + 1) in ("rate", "rates"):
        return None
    noun = ""
    if low_at(words, at + 1) in ("in", "of", "for"):
        noun = plain(
            words,
            at + 2,
            phrase_right(words, at + 2 + (low_at(words, at + 2) in ("the", "its", TIME.lower(), "our")), 6),
        )
    last = memory.last if GROUP.fullmatch(noun) and not memory.here.base else memory.here
    if noun and not (last.base and GROUP.search(noun) and not OWNED.search(noun) and not RATES.search(noun)):
        subject, noun = metric_of(noun)
        return reading_of(f"{kind} in {noun}", subject, noun, kind)
    if last.base:
        return replace(
            last, metric=f"{kind} in {last.base}", change=kind, population=noun, says="", metric_from="sentence"
        )
    verb = verb_before(words, index)
    subject, base = metric_of(said_of(words, verb), True) if verb is not None else ("", "")
    return reading_of(f"{kind} in {base}", subject, base, kind) if measures(base) else None


def differs(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number by which one is more or less than another: registrations 19,000 more than in March."""
    low = low_at(words, index + 1)
    sided = low in ("more", "less", "fewer", "above", "below") and low_at(words, index + 2) in (
        "than",
        "the",
        TIME,
        "its",
    )
    moved = low in ("up", "down") and low_at(words, index + 2) in ("on", "from", "compared", "versus", "at", ",")
    if not sided and not moved and low not in ("higher", "lower"):
        return None
    kind = "increase" if low in ("more", "higher", "above", "up") else "decrease"
    found, last = noun_before(words, skip_left(words, index - 1) + 1), memory.here
    verb = verb_before(words, index, 4)
    found = found or (said_of(words, verb) if verb is not None else "")
    subject, base = metric_of(found, True) if found else ("", "")
    if base and (measures(base) or not last.base):
        return reading_of(f"{kind} in {base}", subject, base, kind) if measures(base) else None
    if not last.base:
        return None
    return replace(last, metric=f"{kind} in {last.base}", change=kind, says="", metric_from="sentence")


def where(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a count of places or groups in which something changed: registrations rose in 21 markets."""
    at = skip_left(words, index - 1)
    if mention.unit != "count" or low_at(words, at) != "in" or at < 1 or low_at(words, at - 1) not in UP | DOWN:
        return None
    noun, what = noun_right(words, index + 1, 3), said_of(words, at - 1)
    what = what or (memory.here.says if memory.here.metric.startswith("number of") else "")
    return (
        replace(reading, says=what)
        if what and (reading := reading_of(f"number of {noun} where {what} {words[at - 1].word}" if noun else ""))
        else None
    )


def _says_how(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and (words[at].word == TIME or words[at].low in HOW or words[at].low.startswith("year-o"))


def followed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of another one than the last, of the same: followed by wind energy with 59 GW, and Japan, with $5."""
    last, at = memory.same(mention), skip_left(words, index - 1)
    if last is None or not last.metric or at < 1:
        return None
    if in_phrase(words[at]) or (low_at(words, at) == "by" and last.change):
        return _listed_with(words, at, last)
    if low_at(words, at) not in ("with", "at", "by", ",", "("):
        return None
    end = at - (low_at(words, at - 1) == ",")
    who = noun_before(words, end)
    ends = index + 1 >= len(words) or not in_phrase(words[index + 1])
    known = who and (who[0].isupper() or low_at(words, at) == "with") and not MEASURES.fullmatch(who)
    if (
        not known
        or not ends
        or (words[at].word == "," and low_at(words, end - 1) not in ("and",) and not _lists(words, end, who))
    ):
        return None
    return replace(last, subject=who, subject_from="clause", says="", metric_from="sentence")


def _listed_with(words: Sequence[Word], at: int, last: Reading) -> Reading | None:
    """Read a number right after a noun that “and” joins to the one before: and male students 42%; and bioenergy by 6 GW."""
    end = at + (low_at(words, at) != "by")
    who = noun_before(words, end)
    first = end - len(who.split())
    joined = low_at(words, first - 1) in ("and", ",") or (
        low_at(words, first - 1) == "the" and low_at(words, first - 2) == "and"
    )
    if joined and last.change and MEASURES.fullmatch(who) and not any(one.kind == VERB for one in words[first:end]):
        return reading_of(f"{last.change} in {who}", last.subject if OWNED.search(who) else "", who, last.change)
    if not who or not joined or MEASURES.fullmatch(who) or any(one.kind == VERB for one in words[first:end]):
        return None
    return replace(last, subject=who, subject_from="clause", says="", metric_from="sentence")


def _lists(words: Sequence[Word], end: int, who: str) -> bool:
    """Return whether a name is one of a list or follows: “and Japan”, “followed by the US”."""
    first = end - len(who.split())
    return low_at(words, first - 1) in ("and", "by", ";", ",", "the")


def respective(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of a list by the noun after its last one; each is of its own name where as many are listed."""
    first, last = index, index
    while first > 1 and low_at(words, first - 1) in ("and", ",", "or") and words[first - 2].figure:
        first -= 2
    while last + 2 < len(words) and low_at(words, last + 1) in ("and", ",", "or") and words[last + 2].figure:
        last += 2
    count = (last - first) // 2 + 1
    if count < 2 or mention.kind != "count" or low_at(words, first - 1) == "of":
        return None
    noun = text_of(words, last + 1, phrase_right(words, last + 1, 4))
    verb = verb_before(words, first)
    names = names_before(words, verb) if verb is not None else []
    counted = f"number of {noun}{per_what(words, last + 1)}"
    reading = reading_of(counted, "", counted) if noun else None
    if not reading or len(names) != count:
        return reading
    does = " ".join(one.word for one in words[group_start(words, verb or 0) : first])
    says = f"{re.sub('^are', 'is', re.sub('^were', 'was', re.sub('^have', 'has', does)))} {{}} {noun}"
    return replace(reading, subject=names[(index - first) // 2], subject_from="clause", says=says)
