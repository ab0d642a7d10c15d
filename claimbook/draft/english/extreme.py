"""English numbers at which something peaks, or at whose pace it moves: hit a high of 80%; fell at a rate of 3%."""

from __future__ import annotations

from collections.abc import Sequence

from claimbook.draft.english.clauses import verb_at
from claimbook.draft.english.frame import clause_start
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import metric_of, reading_of
from claimbook.draft.english.phrase import TIME, Word, low_at, skip_left
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import said_of
from claimbook.draft.english.words import ADVERBS, DOWN, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

PEAKS = frozenset("high low record peak maximum minimum highs lows bottom trough mark level".split())
HITS = frozenset(
    "hit hits reached reaches reach set touched posted recorded marked climbed rose fell dropped jumped surged slipped slid sank soared peaked stayed remained stood was is came drops falls rises climbs jumps surges hovers".split()
)
PACES = frozenset("rate pace clip speed".split())
MOVES_UP, MOVES_DOWN = (
    ("grow", "ris", "increas", "climb", "expand", "gain"),
    ("declin", "fall", "drop", "shrink", "decreas", "contract"),
)
FAR = 9  # words between a verb and its number, at most


def peaked(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number at which something is at its highest or lowest: hit a 10-year high of 80.2 percent; a record 5%."""
    at = index - 1
    while at > 0 and (
        words[at].low in ADVERBS or (low_at(words, at - 1) in ("more", "less") and words[at].low == "than")
    ):
        at -= 1
    joint = low_at(words, at)
    if joint not in ("of", "at", ",") or at < 2:
        return None
    place = at - 1
    while place > 0 and (
        low_at(words, place) in ("globally", "worldwide", "nationally", ",", "in") or words[place].word == TIME
    ):
        place -= 1
    if low_at(words, place) not in PEAKS:
        return None
    verb = _verb(words, place)
    found = said_of(words, verb) if verb is not None and words[verb].low in HITS else ""
    if not found or memory.points(found):
        return None
    subject, noun = metric_of(found, memory.opens(words, found))
    return reading_of(noun, subject)


def paced(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number at whose rate something moves: inventory continues to decline at a rate of 13%."""
    at = skip_left(words, index - 1)
    if mention.unit != "percent" or low_at(words, at) != "of" or low_at(words, at - 1) not in PACES:
        return None
    joint = next((place for place in range(at - 2, max(0, at - 6), -1) if low_at(words, place) in ("at", "by")), None)
    if joint is None:
        return None
    first = clause_start(words, joint)
    moves = next((place for place in range(joint - 1, first, -1) if _way(words[place].low)), None)
    verb = verb_at(words[first:joint])
    if moves is None or not verb:
        return None
    found = said_of(words, first + verb)
    subject, noun = metric_of(found, memory.opens(words, found)) if found else ("", "")
    kind = _way(words[moves].low)
    return reading_of(f"{kind} in {noun}", subject, noun, kind) if noun else None


def _verb(words: Sequence[Word], at: int) -> int | None:
    """Return the index of the last verb before a word."""
    return next((place for place in range(at - 1, max(0, at - FAR), -1) if words[place].kind == VERB), None)


def _way(low: str) -> str:
    """Return which way a word moves something, or an empty string."""
    if low in UP or low.startswith(MOVES_UP):
        return "increase"
    return "decrease" if low in DOWN or low.startswith(MOVES_DOWN) else ""
