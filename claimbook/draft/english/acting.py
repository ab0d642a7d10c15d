"""What share of people an English number is, by what these do: while 73 percent disapprove; sought by 59 percent."""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.draft.english.frame import OPENERS, rest_of, subject_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES, reading_of
from claimbook.draft.english.phrase import (
    Word,
    low_at,
    noun_right,
    skip_left,
)
from claimbook.draft.english.share import ARTICLES
from claimbook.draft.english.subject import SPEAKS
from claimbook.draft.english.tagger import ADVERB, VERB
from claimbook.draft.english.theme import noun_before, said_of
from claimbook.draft.english.words import DOWN, NOUNS_ING, PEOPLE, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

BARE = (
    frozenset(
        "during including according regarding following excluding to from of in for and or compared versus higher lower more less".split()
    )
    | OPENERS
)


def doing(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share by what those do who were named before: while 73 percent disapprove; with 48 percent approving of him."""
    at = index + 1
    while at < len(words) and (words[at].kind == ADVERB or words[at].low == "who"):
        at += 1
    if mention.unit != "percent" or at >= len(words) or low_at(words, at) in UP | DOWN or low_at(words, at) in BARE:
        return None
    low = low_at(words, at)
    does = words[at].kind == VERB or (low.endswith("ing") and low not in NOUNS_ING)
    rest = rest_of(words, at) if does else ""
    whole = memory.among or _group(words, index, memory)
    if not rest or not whole:
        return None
    link = "" if low.endswith("ing") else "who " if PEOPLE.search(whole) else "that "
    return reading_of(f"share of {whole} {link}{rest}", whole)


def _group(words: Sequence[Word], index: int, memory: Memory) -> str:
    """Return the people that the clause or the last share is of."""
    verb = next((at for at in range(index - 1, 0, -1) if words[at].kind == VERB), None)
    found = said_of(words, verb) if verb is not None else ""
    if (
        low_at(words, index - 1) == "with"
        and low_at(words, index - 2) == ","
        and PEOPLE.search(near := noun_before(words, index - 2))
    ):
        return near.split(" for ")[-1]
    if memory.here.metric.startswith("share of") and memory.here.subject:
        return memory.here.subject
    if found and PEOPLE.search(found) and not SPEAKS.match(found) and not MEASURES.fullmatch(found):
        return found
    return next(
        (
            one.subject
            for _, one in reversed(memory.readings)
            if one.metric.startswith("share of") and PEOPLE.search(one.subject)
        ),
        "",
    )


def done_by(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share of those who do something, said of what they do it to: sought by 59 percent of those surveyed."""
    by = skip_left(words, index - 1)
    if mention.unit != "percent" or low_at(words, by) != "by" or by < 1 or words[by - 1].kind != VERB:
        return None
    who = (
        noun_right(words, index + 2 + (low_at(words, index + 2) in ARTICLES), 4)
        if low_at(words, index + 1) == "of"
        else ""
    )
    who = who or ("those surveyed" if low_at(words, index + 2) == "those" else "")
    what = subject_before(words, by - 1)
    return reading_of(f"share of {who} who {words[by - 1].low} {what}", who) if who and what else None
