"""What an English count or amount is of by the noun after it: added 275,000 jobs, $4.74 billion in revenue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import group_start, rest_of, verb_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import OWNED, reading_of
from claimbook.draft.english.phrase import (
    TIME,
    Word,
    low_at,
    noun_right,
    phrase_right,
    skip_left,
    text_of,
)
from claimbook.draft.english.share import HAS
from claimbook.draft.english.subject import SPEAKS
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import plain, said_of
from claimbook.draft.english.words import DOWN, NOUNS_ING, OTHER_VERBS, PEOPLE, SAYS, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AMOUNTS = re.compile(
    r"(?i)\b(?:debt|damages?|taxes|aid|funding|exports?|imports?|spending|investments?|savings|fines?|assets|tariffs|subsidies|grants|loans|bills"
    r"|fees|income|wages|benefits|energy costs)$"
)
DID = ("ed", "sold", "built", "made", "cut", "lost", "won", "shed")
UNDONE = frozenset(
    "used needed included reported comprised represented reached covered exceeded totaled posted saw announced expected showed revealed engaged "
    "recorded estimated owed followed featured ranked scored said contained".split()
)
LIMITING = frozenset(
    "killed injured employed arrested affected displaced infected hospitalized hospitalised surveyed polled enrolled aged".split()
)
UNIT = re.compile(
    r"(?:tera|giga|mega|kilo)watt|units?$|(?:metric )?tons?\b|tonnes|barrels|bushels|gallons|(?:revenue|available|seat|passenger) .*miles"
)
PARTICIPLES = {
    "sells": "sold", "sell": "sold", "employs": "employed", "employ": "employed", "builds": "built", "build": "built", "made": "made",
    "makes": "made", "creates": "created", "create": "created", "serves": "served", "operates": "operated", "operate": "operated",
    "receives": "received", "produces": "produced", "hires": "hired", "add": "added", "adds": "added", "kills": "killed", "runs": "run",
    "owns": "owned", "own": "owned", "downloads": "downloaded", "downloading": "downloaded", "selling": "sold", "wins": "won", "opens": "opened",
}  # fmt: skip


def subject_counted(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a count at the head of its clause by what is said of it: 64,000 Americans died from overdoses."""
    if index + 1 >= len(words):
        return None
    end = phrase_right(words, index + 1, 7)
    noun = text_of(words, index + 1, end)
    if mention.kind == "money" and words[min(end, index + 1)].kind == VERB and _heads(words, index):
        does = rest_of(words, index + 1)
        return reading_of(f"amount that {does}") if does else None
    if mention.unit != "count" or not noun or end >= len(words) or not _heads(words, index):
        return None
    while low_at(words, end) in ("of", "in", "for", "from", "with", "aged", "per") and end - index < 14:
        further = phrase_right(words, end + 1 + (low_at(words, end + 1) in ("the", "a", "their", "its")), 5)
        if further == end + 1:
            break
        end = further
    if end < len(words) and words[end].word == TIME:
        end += 1
    does = rest_of(words, end) if end < len(words) and words[end].kind == VERB else ""
    if not does or low_at(words, end) in UP | DOWN:
        return None
    noun = plain(words, index + 1, end)
    left = skip_left(words, index - 1)
    if low_at(words, left) == "of" and left and words[left - 1].figure:  # 44% of the estimated 400,000 people
        return reading_of(f"number of {noun}")
    link = "who" if PEOPLE.search(noun) or (noun[0].isupper() and not re.search(r"[A-Z]{2,}s$", noun)) else "that"
    metric = f"number of {noun} {does}" if does.partition(" ")[0] in LIMITING else f"number of {noun} {link} {does}"
    return reading_of(metric, noun if noun[0].isupper() and " " not in noun else "", metric)


def _heads(words: Sequence[Word], index: int) -> bool:
    """Return whether a number begins its clause: no verb is before it, or one that says something."""
    verb = verb_before(words, index, 30)
    if verb is None:
        return True
    low = low_at(words, skip_left(words, index - 1))
    return (
        low in SAYS
        or low in ("that", "where", "while", "as", "but", ",", "—", ":")
        or (low == "and" and words[index + 1].kind != VERB)
    )


def counted(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a count or an amount by the noun after it: added 275,000 jobs, $4.74 billion in revenue."""
    at = index + 1
    if mention.kind == "money":
        return _amount(words, index)
    if mention.kind == "measure" and low_at(words, at) == "of":
        return _measured(words, index, mention)
    if mention.unit != "count" or low_at(words, at) in ("", "per", "a", "an"):
        return None
    noun = things_right(words, at + (low_at(words, at) in ("more", "of", "fewer")))
    first = noun.partition(" ")[0]
    if UNIT.match(noun):
        return None
    if words[at].kind == VERB or (first.endswith("ing") and first not in NOUNS_ING):
        return _again(words, index, memory)
    if noun and low_at(words, at) in ("more", "fewer"):
        kind = "increase" if low_at(words, at) == "more" else "decrease"
        return reading_of(f"{kind} in number of {noun}", "", f"number of {noun}", kind)
    return _number_of(words, index, noun) if noun else None


def _number_of(words: Sequence[Word], index: int, noun: str) -> Reading | None:
    """Read a count of things by what is done with them, and by whom: Apple sold 17.1 million iPhones."""
    at, verb = skip_left(words, index - 1), verb_before(words, index, 8)
    near = verb is not None and (words[verb].low == low_at(words, at) or low_at(words, at) in ("of", "up"))
    done = _done(words[verb].low) if verb is not None and near else ""
    per = per_what(words, index + 1)
    metric = f"number of {noun} {done}".strip() + ("" if per in noun else per)
    reading = reading_of(metric, "", f"number of {noun}" + per)
    who = said_of(words, verb) if verb is not None and words[verb].low in HAS | OTHER_VERBS else ""
    if not done and verb is not None and words[verb].low not in HAS:
        return reading
    if not reading or not who or SPEAKS.match(who) or who.lower() in ("there", "it", "that", "this", "which", "who"):
        return reading
    reading = replace(reading, subject=who, subject_from="clause")
    does = " ".join(one.word for one in words[group_start(words, at) : at + 1])
    return replace(reading, says=f"{does} {{}} {noun}") if words[at].kind == VERB else reading


def _measured(words: Sequence[Word], index: int, mention: Mention) -> Reading | None:
    """Read a measure of something: 124 GW of bioenergy; exported 6.2 million barrels of oil."""
    noun = noun_right(words, index + 2, 4)
    power = mention.unit.endswith("watt") and not re.search("capacity|generation|power", noun)
    if power or not noun:
        return reading_of(f"{noun} capacity" if noun else "", noun)
    verb = verb_before(words, index, 8)
    done = _done(words[verb].low) if verb is not None else ""
    who = said_of(words, verb) if verb is not None and done else ""
    return reading_of(f"{noun} {done}".strip(), "" if SPEAKS.match(who) else who)


def _again(words: Sequence[Word], index: int, memory: Memory) -> Reading | None:
    """Read a count without a noun, of what is done, as one more of what was counted last: with 45,001 sold."""
    verb = verb_before(words, index)
    who = said_of(words, verb) if verb is not None else ""
    done = any(
        one.low.endswith("ed") or one.low in ("sold", "leaving", "made", "built")
        for one in words[index + 1 : index + 3]
    )
    if not memory.last.base or memory.last.base.startswith("share of") or not done:
        return None
    base = memory.last.base
    return Reading(
        base, who or memory.last.subject, base, "", "paragraph", "clause" if who else memory.last.subject_from
    )


def things_right(words: Sequence[Word], start: int) -> str:
    """Return the noun phrase that starts at a word, with one “of” or “for” that belongs to it."""
    while low_at(words, start) in ("additional", "extra", "further", "other"):
        start += 1
    end = phrase_right(words, start, 6)
    if low_at(words, end - 1) in ("living", "working") or (low_at(words, end) in ("living", "working") and end > start):
        end += low_at(words, end) in ("living", "working")
        end = max(end, phrase_right(words, end + 1, 4)) if low_at(words, end) in ("with", "in", "on", "for") else end
    if low_at(words, end) in ("of", "for") and end > start:
        inner = end + 1 + (low_at(words, end + 1) in ("the", "a", "its", "their", "our"))
        further = phrase_right(words, inner, 4)
        end = further if further > inner and words[inner].word != TIME else end
    return plain(words, start, end) if text_of(words, start, end) else ""


def _done(low: str) -> str:
    """Return the participle of a verb of doing, or an empty string: sell and sold, employs and employed."""
    if low in PARTICIPLES:
        return PARTICIPLES[low]
    return low if low.endswith(DID) and low not in UNDONE else ""


def per_what(words: Sequence[Word], start: int) -> str:
    """Return what a count is per, as it is said after its noun: per 100,000 people."""
    at = phrase_right(words, start, 5)
    at += (
        1 if low_at(words, at) == "per" else 2 if low_at(words, at) == "for" and low_at(words, at + 1) == "every" else 0
    )
    if low_at(words, at - 1) not in ("per", "every") or at >= len(words):
        return ""
    number = words[at].word if words[at].word[:1].isdigit() else ""  # 100,000, which claims nothing
    if at < len(words) and words[at].word == TIME:
        return ""
    return " per " + " ".join(filter(None, (number, noun_right(words, at + bool(number), 3))))


def _amount(words: Sequence[Word], index: int) -> Reading | None:
    """Read an amount of money by the noun after it."""
    at = index + 1
    if low_at(words, at) == "in":
        noun = noun_right(words, at + 1, 4)
        return reading_of(noun) if OWNED.search(noun) or AMOUNTS.search(noun) else None
    if low_at(words, at) == "to" and low_at(words, index - 1) == "added":
        noun = noun_right(words, at + 1 + (low_at(words, at + 1) in ("the", "our", "its", "their")), 4)
        return reading_of(f"increase in {noun}" if noun else "")
    noun = "" if low_at(words, at) in ("per", "a", "an") else noun_right(words, at, 5)
    if not noun or noun.split()[0].lower() in (
        "average",
        "level",
        "mark",
        "range",
        "cents",
        "cent",
        "pence",
        "level",
        "high",
        "low",
    ):
        return None
    before = words[index - 1].word if index else ""
    return reading_of(noun, before[:-2] if re.search("[’']s$", before) else "")
