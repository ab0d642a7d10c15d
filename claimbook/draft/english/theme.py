"""What an English verb is said of: the noun phrase that its clause begins with, whole, without what only limits it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.frame import MARKS, OPENERS, group_start
from claimbook.draft.english.phrase import DETERMINERS, TIME, Word, in_phrase, low_at
from claimbook.draft.english.tagger import ADVERB, VERB
from claimbook.draft.english.words import CHANGE_NOUNS, NOUNS_ING, PREPOSITIONS, SAYS

RELATIVES = frozenset("which who that whose where".split())
BEGINS = OPENERS | {"as", "whether", "where", "than", "that", "including"}
INTRODUCES = frozenset(PREPOSITIONS) | {
    "as", "of", "compared", "according", "over", "after", "before", "since", "until", "despite", "under", "through", "throughout",
    "indeed", "moreover", "furthermore", "instead", "therefore", "thus", "nevertheless", "nonetheless", "likewise", "overall", "meanwhile", "however", "also", "still", "separately", "notably", "importantly", "typically", "currently", "globally",
    "worldwide", "nationwide", "additionally", "similarly", "today", "excluding", "including", "because", "about", "and", "but", "·",
    "based", "consistent", "thanks", "due", "like", "unlike", "given", "following", "amid", "driven", "combined", "together", "earlier",
    "adjusted", "barring", "stripping", "elsewhere", "by", "from", "with", "for", "to", "•", "-", "*", "only", "just", "even", "last", "then", "so", "within", "between", TIME,
}  # fmt: skip
FINITE = frozenset("is are was were has have had will would could can may should does do did said says".split())
TAILS = frozenset(
    "too in of for at on by from to the with a an and since during over this that its also has have as then still again".split()
)
OPENING = frozenset("yet meanwhile however also still overall but and notably".split())
HEADLESS = frozenset("of for per from in at by to".split())
LIMITING = tuple("ed ing en wn ld de lt id pt nt ft ht ut un st".split())  # of a verb that may limit a noun
EXPECTS = ("expect", "forecast", "project", "predict", "estimat", "anticipat", "allow", "caus", "see", "sends", "sent")
OWNING = ("’s", "'s", "s", "’", "'")
OF_TIME = re.compile(
    r"\s(?:for|in|during|of|over) (?:the|its|that|this|a) (?:\w+ )?(?:quarter|year|period|month|week|day|season|decade)$"
)
LONGEST = 16  # words of a phrase, at most


def theme_span(words: Sequence[Word], verb: int) -> tuple[int, int]:
    """Return where the noun phrase is that a verb is said of; an empty span where none is before it."""
    end = group_start(words, verb)
    if low_at(words, end - 1) in ("and", "but", "or") and end > 3:
        last = next((at for at in range(end - 2, 0, -1) if words[at].kind == VERB or words[at].word in MARKS), 0)
        if last and words[last].kind == VERB:
            return theme_span(words, last)
    while low_at(words, end - 1) in RELATIVES or low_at(words, end - 1) == "," or _dates(words, end - 1):
        end -= 1
    related = low_at(words, end) in RELATIVES or low_at(words, end + 1) in RELATIVES
    end = _before_dash(words, end)
    end = _before_aside(words, end) if low_at(words, end) == "," else end
    start = end
    while start > 0 and end - start < 2 * LONGEST and not _begins(words, start, end):
        start -= 1
    if related:
        start = max([start, *(at + 1 for at in range(start, end) if words[at].kind == VERB)])
        named = [at + 1 for at in range(start, end - 1) if words[at].low == "of" and words[at + 1].word[0].isupper()]
        start = named[-1] if named else start
    start = _past_opening(words, start, end)
    return _cut(
        words, start, end, words[verb].low.endswith("ing") and low_at(words, verb - 1) in (",", "jointly", "with")
    )


def _dates(words: Sequence[Word], at: int) -> bool:
    """Return whether a word is a time, or its preposition, that is in between: Madrid, which in 2019 | received."""
    return at > 0 and (
        words[at].word == TIME or (words[at].low in ("in", "for") and low_at(words, at + 1) == TIME.lower())
    )


def _before_dash(words: Sequence[Word], end: int) -> int:
    """Return the end of a noun phrase before what is said of it between dashes: inflation – the rate of … – | hit."""
    dashes = ("–", "—", "-")
    if low_at(words, end - 1) not in dashes:
        return end
    same = words[end - 1].word
    return next((at for at in range(end - 3, max(0, end - 18), -1) if words[at].word == same), end)


def _before_aside(words: Sequence[Word], end: int) -> int:
    """Return the end of a noun phrase before what is said of it between commas: income, which excludes gains, | rose."""
    for at in range(end - 1, max(1, end - 18), -1):
        if words[at].word in MARKS - {"(", ")"} or words[at].low in OPENERS:
            break
        if words[at].word == ",":
            opens = (
                next(
                    (
                        place
                        for place in range(at - 1, -1, -1)
                        if words[place].word == "," or words[place].word in MARKS
                    ),
                    -1,
                )
                + 1
            )
            return end if words[opens].low in INTRODUCES or low_at(words, at + 1) in ("and", "but") else at
    return end


def theme(words: Sequence[Word], verb: int) -> str:
    """Return the noun phrase that a verb is said of, as a text without times; empty where it is too long or none."""
    start, end = theme_span(words, verb)
    return plain(words, start, end) if 0 < end - start <= LONGEST else ""


def plain(words: Sequence[Word], start: int, end: int) -> str:
    """Return words as one text without times, their prepositions and a determiner at the head."""
    kept: list[str] = []
    for at in range(start, end):
        if words[at].word == TIME:
            while kept and kept[-1].lower() in TAILS:
                kept.pop()
        elif not (words[at].low in OWNING and (low_at(words, at - 1) == TIME or low_at(words, at - 2) == TIME)):
            kept.append(words[at].word)
    while kept and kept[0].lower() in HEADLESS | DETERMINERS | {"these", "those", "all", "both", "our", "and", "about"}:
        kept.pop(0)
    while kept and (kept[-1].lower() in TAILS or not kept[-1][0].isalnum()):
        kept.pop()
    text = re.sub(r"\s+([’'](?:s\b)?|,)", r"\1", " ".join(kept))
    return OF_TIME.sub("", text)


def _begins(words: Sequence[Word], at: int, end: int) -> bool:
    """Return whether a clause that goes on to a verb begins at a word."""
    before = words[at - 1]
    if before.word in MARKS - {"(", ")"} or (before.word == "-" and words[at].word != "-"):
        return True
    if before.low in BEGINS - {"including"} and not (before.low == "as" and low_at(words, at + 1) == "whole"):
        return True
    if (
        before.kind == VERB
        and before.low in SAYS | {"meant", "means"}
        and before.low not in CHANGE_NOUNS | {"reported"}
    ):
        return True
    if before.kind == VERB and low_at(words, end) == "to" and before.low.startswith(EXPECTS):
        return True  # the group expects | sales to rise
    if before.low in ("and", "but", "or", "with"):
        return any(one.kind == VERB for one in words[max(0, at - 16) : at - 1]) and not _listed(words, at, end)
    return before.word == "," and _has_verb(words, at - 1) and not _has_verb(words, end, at)


def _listed(words: Sequence[Word], at: int, end: int) -> bool:
    """Return whether “and” joins two nouns right before the verb, or two that own: that meant wind and solar’s share."""
    before = words[at - 2]
    if words[at].low.endswith(("’s", "'s")) and words[at].word[0].islower() and before.word[0].islower():
        return in_phrase(before) and (words[at - 3].kind == VERB or words[at - 3].low == "that")
    return end - at <= 2 and words[at - 2].kind != VERB and words[at - 2].word != "," and not words[at - 2].figure


def _has_verb(words: Sequence[Word], end: int, start: int = -16) -> bool:
    first = max(0, end - 16) if start < 0 else start
    return any(one.kind == VERB and not one.low.endswith("ing") for one in words[first:end])


def _past_opening(words: Sequence[Word], start: int, end: int) -> int:
    """Return the start after what only introduces a clause: In 2019, …; According to the report, …."""
    while start < end:
        comma = next((at for at in range(start, end) if words[at].word == ","), None)
        listed = [
            at for at in range(start, end) if words[at].word == "," and any(one.low == "and" for one in words[start:at])
        ]
        participle = words[start].low.endswith("ing") and words[start].low not in NOUNS_ING
        comma = listed[0] if listed and (words[start].low in PREPOSITIONS or participle) else comma
        opened = (
            participle
            or words[start].low in INTRODUCES
            or words[start].low.endswith("ly")
            or words[start].kind in (ADVERB, VERB)
        )
        if opened and comma is not None and comma + 1 < end:
            start = comma + 1
        elif (
            words[start].word == TIME
            or words[start].kind == ADVERB
            or words[start].word in "·•-*,–—"
            or words[start].low in OPENING
        ):
            start += 1
        else:
            break
    return start


def _cut(words: Sequence[Word], start: int, end: int, follows: bool) -> tuple[int, int]:
    """End a phrase before a comma or a relative clause, unless a list goes on."""
    for at in range(start + 1, end):
        if words[at].kind == VERB and (
            low_at(words, at + 1) == "to" or (follows and not words[at].low.endswith("ing"))
        ):
            return start, at
        if words[at].kind == VERB and not words[at].low.endswith(LIMITING):
            return start, at
        lists = (
            words[at].word == ","
            and any(one.low == "and" for one in words[at + 1 : end])
            and not any(one.kind == VERB or one.word == "(" for one in words[at + 1 : end])
        )
        if (words[at].word in (",", "(") and not lists) or words[at].low in RELATIVES or words[at].low in FINITE:
            return start, at
    return start, end


def said_of(words: Sequence[Word], verb: int) -> str:
    """Return the noun phrase that a verb is said of, or an empty string where it holds a number or is too long."""
    start, end = theme_span(words, verb)
    return "" if any(one.figure for one in words[start:end]) else theme(words, verb)


def noun_before(words: Sequence[Word], end: int, most: int = 9) -> str:
    """Return the noun phrase right before a word, with its “of” and “in”: international tourist arrivals | up 5%."""
    start = end
    while start > 0 and end - start < most:
        before = words[start - 1]
        joins = before.low in ("of", "per", "for", "the", "’s", "'s", "a", "an", "from") and start < end
        if not (in_phrase(before) or before.word == TIME or joins):
            break
        start -= 1
    return plain(words, start, end)
