"""What an English number is the change of: rose 35 percent to $1.25 billion; down 80% since 2001."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import clause_start
from claimbook.draft.english.metric import measures, metric_of, reading_of
from claimbook.draft.english.phrase import TIME, Word, in_phrase, low_at, lows, skip_left
from claimbook.draft.english.subject import Memory
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import noun_before, plain, said_of, theme_span
from claimbook.draft.english.words import CHANGE_NOUNS, DOWN, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

BETWEEN = frozenset(
    "( ) by more per share diluted slightly sharply a year and in on an the over quarter’s quarter's same period year’s year's prior earlier ago half "
    "yearly monthly quarterly weekly of previous record annual basis year-over-year year-on-year just another nearly about almost only around roughly well "
    "some further again".split()
) | {TIME}
LOWERS = frozenset(
    "lower lowers lowered reduce reduces reduced trim trims trimmed slash slashes slashed lowering reducing cutting cut cuts".split()
)
RAISES = LOWERS | frozenset(
    "raise raises raised boost boosts boosted lift lifts lifted push pushed pushes hike hiked raising grew increased increase expanded".split()
)
BRINGS = frozenset("bringing taking pushing putting leaving making sending".split())
ADJECTIVES = frozenset("up down higher lower".split())
CARRIES = frozenset(
    "revised is are was were be been being went go goes gone going edged ticked moved came come has have had remained remains edging ticking moving".split()
)
STREAK = frozenset("third second fourth consecutive straight successive month months year years quarter row".split())
CUTS = frozenset("cut cuts raised lifted boosted shed lost gained slashed trimmed dropped reduced eliminated".split())
BEEN = frozenset("was were been is are then later also".split())
POINTS = ("level", "figure", "number", "estimate", "total", "reading", "rate", "")
LEVELS = re.compile(r"^(?:advance |preliminary )?(?:figure|number|level|estimate) (?:of|for) (?:the )?")
FAR = 30  # words between a verb of change and the last of its numbers, at most


def revised(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read by how much a level was revised, and both levels: revised down by 1,000 from 196,000 to 195,000."""
    at = skip_left(words, index - 1)
    first = max(clause_start(words, at), at - 9)
    verb = next((place for place in range(at - 1, first - 1, -1) if words[place].low == "revised"), None)
    if verb is None or low_at(words, at) not in ("by", "from", "to") or low_at(words, verb - 1) not in BEEN:
        return None
    found = said_of(words, verb)
    subject, noun = metric_of(found, memory.opens(words, found)) if found else ("", "")
    base = memory.last.base
    if base and (noun.lower() in POINTS or base.endswith(noun)):
        subject, noun = memory.last.subject, base
    noun = LEVELS.sub("", noun)
    if low_at(words, at) != "by":
        return reading_of(noun, subject)
    way = "upward" if "up" in lows(words, verb, at) else "downward" if "down" in lows(words, verb, at) else ""
    return reading_of(f"{way} revision of {noun}".strip(), subject, noun, "revision") if noun else None


def changed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after a word of change: by how much, from where or to where."""
    at = skip_left(words, index - 1)
    while at > 1 and (words[at].word == TIME or words[at].low in ("’s", "'s", "s", "the")):
        at -= 1
    joint = low_at(words, at) if low_at(words, at) in ("to", "from", "by", "at", "of") else ""
    left = skip_left(words, at - 1) if joint else at
    if joint in ("to", "from", "at"):
        return _reached(words, at, left, joint, mention, memory)
    verb = _verb(words, left)
    if verb is None and joint == "by":
        first = max(clause_start(words, at), at - 14)
        far = next((place for place in range(at - 1, first - 1, -1) if _moves(words, place)), None)
        verb = (
            far
            if far is not None and not any(in_phrase(one) and one.low not in STREAK for one in words[far + 1 : at])
            else None
        )
    if verb is None:
        return _made(words, left + 1, mention, memory)
    if words[verb].low in CUTS and mention.unit == "count" and index + 1 < len(words) and in_phrase(words[index + 1]):
        return None  # they cut 200 jobs, which is a count
    subject, noun = _noun(words, verb, memory)
    if not noun:
        return None
    kind = "increase" if words[verb].low in UP else "decrease"
    return reading_of(f"{kind} in {noun}", subject, noun, kind)


def _reached(words: Sequence[Word], at: int, left: int, joint: str, mention: Mention, memory: Memory) -> Reading | None:
    """Read a level that something changed to or from."""
    if low_at(words, left) in BRINGS or low_at(words, left - 1) in BRINGS:
        base = memory.here
        return replace(base, metric=base.base, change="", says="", metric_from="sentence") if base.base else None
    verb = _verb(words, left)
    if joint == "at":
        verb = verb if verb is not None and words[verb].low in ADJECTIVES else None
    if joint != "at" and verb is None:
        first = max(clause_start(words, at), at - FAR)
        verb = next((place for place in range(at - 1, first - 1, -1) if _moves(words, place)), None)
        if made := _made(words, at, mention, memory):
            return made
    if verb is None:
        return None
    subject, noun = _noun(words, verb, memory)
    return reading_of(noun, subject) if noun else None


def _made(words: Sequence[Word], at: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number to or by which somebody changes something: raise the target range for the rate by 1/4 point."""
    first = max(clause_start(words, at), at - 14)
    verb = next((place for place in range(at - 1, first - 1, -1) if words[place].kind == VERB), None)
    if verb is None or words[verb].low not in UP | DOWN | RAISES or any(one.figure for one in words[verb:at]):
        return None
    start = verb + 1 + (low_at(words, verb + 1) in ("up", "down", "back"))
    end = at - (low_at(words, at - 1) == "by")
    noun = plain(words, start, end)
    if not noun or (not in_phrase(words[end - 1]) and words[end - 1].word != TIME):
        return None
    kind = "decrease" if words[verb].low in DOWN or words[verb].low in LOWERS else "increase"
    owner, noun = metric_of(noun)
    who = owner or said_of(words, verb)
    by = low_at(words, at) not in ("to", "from")
    return reading_of(f"{kind} in {noun}", who, noun, kind) if by else reading_of(noun, who)


def _moves(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    before = low_at(words, at - 1)
    phrasal = at > 0 and (words[at - 1].kind == VERB or before.endswith("ing")) and before not in CARRIES
    if low in ("up", "down") and (before.startswith(("mak", "made")) or phrasal):
        return False
    return (low in UP or low in DOWN) and (words[at].kind == VERB or low in ADJECTIVES)


def _verb(words: Sequence[Word], at: int, most: int = 9) -> int | None:
    """Return the index of the word of change right before a number, or None where something else is in between."""
    place = at
    while place > max(-1, at - most):
        place = _before_place(words, place)
        if _moves(words, place):
            return place
        if words[place].figure or words[place].low not in BETWEEN:
            return None
        place -= 1
    return None


def _before_place(words: Sequence[Word], at: int) -> int:
    """Return the index before a place that ends at a word: fell | in Sweden."""
    start = at
    while start > 0 and in_phrase(words[start]) and words[start].word[0].isupper():
        start -= 1
    start -= low_at(words, start) == "the"
    return start - 1 if start < at and low_at(words, start) == "in" else at


def _noun(words: Sequence[Word], verb: int, memory: Memory) -> tuple[str, str]:
    """Return subject and noun of what changes: before the word of change, of its verb, or what was measured last."""
    before, last = low_at(words, verb - 1), memory.here
    if words[verb].low in ADJECTIVES and (verb < 1 or words[verb - 1].kind != VERB):
        found = noun_before(words, verb)
        listed = noun_before(words, verb - 1) if before == "(" else ""
        if listed[:1].islower() and words[verb + 1].figure:
            return metric_of(listed)  # sexual offences (up 18%)
        same = before in (",", "and", "(", "or", "-", "–", "—", "") or words[verb - 1].figure or not found
        if same and last.base:
            return last.subject, last.base
        if before == "," and measures(near := noun_before(words, verb - 1)):
            return metric_of(near)
        found = found if not same else said_of(words, _main(words, verb))
    elif words[verb].low.endswith("ing") and before in ("after", "before", "by", "despite", "since", "while"):
        found = ""  # after increasing 0.1 percent: of what did so just before
    elif words[verb].low.endswith("ing") and in_phrase(words[verb - 1]):
        found, main = noun_before(words, verb), _main(words, verb)
        who = said_of(words, main) if found and words[main].kind == VERB else ""
        if found:
            subject, noun = metric_of(found)
            return subject or (who if who[:1].isupper() and not memory.points(who) else ""), noun
    else:
        found = said_of(words, verb)
        start, end = theme_span(words, verb)
        if not found and end - start > 2:
            return "", ""  # a phrase that is too long to name, not one left out
    if not found or memory.points(found):
        return (last.subject, last.base) if last.base else (memory.last.subject, memory.last.base)
    subject, noun = metric_of(found, memory.opens(words, found))
    noun = re.sub(r"^(?:increase|decrease|rise|fall|growth|decline) in (?:the )?", "", noun)
    moved = words[verb].low in ADJECTIVES and low_at(words, verb - 1) in ("gone", "went", "go") and found[:1].isupper()
    if not subject and ((moved and not measures(noun)) or memory.is_name(found, memory.opens(words, found))):
        base = memory.last.base
        return (found, base) if base and not base.startswith("share of") else ("", "")
    if noun in ("shares", "stock", "share"):
        noun = "share price"
    return subject, noun


def _main(words: Sequence[Word], at: int) -> int:
    """Return the index of the last verb before a word, which may be none of its own."""
    first = clause_start(words, at)
    return next((place for place in range(at - 1, first - 1, -1) if words[place].kind == VERB), first)


def against(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number that the one before is set against: compared with 17, versus 1.6%, up from $36.8 million."""
    behind, last = lows(words, index - 8, index), memory.same(mention, low_at(words, index + 1) == "per")
    if last is None or not last.metric:
        return None
    near = behind[::-1]
    mark = next(
        (at for at, low in enumerate(near) if low in ("compared", "versus", "vs", "against", "from", "than")), None
    )
    if mark is None or any(one.figure for one in words[index - mark : index]) or "," in near[:mark]:
        return None
    if near[mark] == "than" or (
        near[mark] == "from" and not ({"up", "down"} | CHANGE_NOUNS) & set(near[mark : mark + 4])
    ):
        return None
    return replace(last, says="", metric_from="sentence")
