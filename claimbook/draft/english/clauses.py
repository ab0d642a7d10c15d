"""Where the clauses of an English sentence are that could be sentences by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimbook.draft.english.phrase import Word, words_of
from claimbook.draft.english.tagger import ADVERB, NOMINAL, VERB
from claimbook.draft.english.words import PREPOSITIONS

JOINT = re.compile(
    r"(?P<stop>;\s+(?:and |but |while |whereas |however, )?)|(?P<hard>,?\s(?:whereas|although|though)\s|,\s(?:while|but|yet|so)\s(?:also\s)?|\swhile\s)|(?P<and>,?\sand\s(?:then\s)?)"
)
OPENED = re.compile(r"^(?:In|On|At|During|For|By|As of|Since|Over|Among|Across|Of)\s[^,]{2,60},\s(?=[\w$€£“])")
TIMED = re.compile(
    r"^\w+ (?:the )?[^,]*(?:\d{4}|year|month|quarter|week|January|February|March|April|May|June|July|August|September|October|November|December)\b[^,]*,"
)
BRACKETS = re.compile(r" ?\([^()]*\)")
LIMITED = re.compile(
    r"(?i)^(?:at (?:least|most)|(?:more|less|fewer) than|about|nearly|almost|over|under|up to|as many as|an (?:estimated|average of)|just(?: over| under)?) (?=[$€£\d]|half\b|one\b|a (?:third|quarter)\b)"
)
YIELDS = re.compile(
    r"(?:Although|While|Though|Whereas|Even though) (?P<first>[^,]+(?:,(?=\d)[^,]+)*), (?P<second>.+)$", re.IGNORECASE
)
OPENER = re.compile(
    r"(?:After|Following|Despite|While|Although|With|Following) [^,]{4,90}(?:, [^,]{1,40})?, (?=[a-z$])", re.IGNORECASE
)
TAIL = re.compile(  # what adds another number, or what follows from it
    r",\s(?:(?:(?:up|down)(?= \S*\s?\S*\d)|(?:and|but) (?:up|down)|with|of which|some of which|compared|versus|followed by|representing|accounting|leaving|pushing|bringing|taking|making|generating|beating|missing|topping"
    r"|marking|posting|matching|exceeding|helped|driven|boosted|led by|thanks to|well (?:above|below|ahead)|far (?:above|below|outpacing)|slightly (?:above|below|more|less)|which|who|whose|where|highlighting|sending|reaching|putting)\b"
    r"|(?:an?|the) (?:[\w.,]+ ){0,4}(?:percent|per cent|[\d.]+%)? ?(?:[\w-]+ ){0,2}(?:increase|decrease|rise|fall|drop|decline|gain|jump|improvement|growth|lowest|highest|largest|biggest|most|fastest|slowest)\b)"
)
AGAINST = re.compile(  # another level or change, that this one is set against
    r",?\s(?:compared (?:to|with)|versus|vs\.?) (?:an? |the )?(?:[\w-]+ ){0,3}?[$£€]?\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|points?|cents|GW|MW)"
    r"|,?\sfollowing an? (?:[\w-]+ ){0,2}(?:rise|fall|drop|increase|decrease|decline|gain) of [$£€]?\d|\sand (?:was|were|rose|fell|is|are) (?=(?:\w+ ){0,2}[$£€]?\d)"
)
LISTED = re.compile(r", with (?:the )?[\w ]{1,30}(?:respectively)|, which (?:is|are|was|were) (?:defined|measured)")
NO_START = frozenset(PREPOSITIONS) | frozenset(
    "not then also up down over more less compared including excluding than as well about nearly almost or and whose which who that another".split()
)
LIMITING = frozenset(
    "followed based compared given driven led made set associated related attributed linked surveyed".split()
)
NEAR = 12  # words in which a clause comes to its verb
FAR = 300  # characters that hold so many words; a clause is not read to its end for each of its numbers
FINITE = frozenset("is are was were has have had will would can could may might should must do does did".split())


def clause(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Return where the clause of a place is in a part of a sentence; the whole part where it is not divided safely.

    Parameters
    ----------
    text : str
        The sentence.
    start, end : int
        The part of it that is divided.
    at : int
        The place.

    Examples
    --------
    >>> text = "Revenue rose 5% to $3 and profit fell 2%; the rent was flat."
    >>> [text[slice(*clause(text, 0, len(text), at))] for at in (13, 38)]
    ['Revenue rose 5% to $3', 'profit fell 2%']
    """
    start, end = _granted(text, start, end, at)
    first, last, bounds = start, end, []
    for joint in JOINT.finditer(text, start, end):
        if not _inside(text, start, joint.start()) and not _inside(text, joint.end(), end):
            bounds.append((joint.start(), joint.end(), joint["and"] is None, joint["stop"] is not None))
    edges = [start]
    for left, right, hard, stops in bounds:
        stop = next((one[0] for one in bounds if one[0] > right), end)
        near = max([edges[-1], *(one[1] for one in bounds if one[2] and one[1] <= left)])
        before, after = text[edges[-1] if hard else near : left], text[right:stop]
        counted = hard or re.search(r"\d", before)
        ends = is_clause(before, hard) and (is_clause(after, hard) or (stops and left > at))
        if counted and ends:
            if left > at:
                last = left
                break
            edges.append(right)
            first = right
    return (first, last) if first == start or not _leans(text, start, first, last) else (start, end)


def _granted(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Return the half that a place is in of a sentence that grants one thing and says another: while A, B."""
    found = YIELDS.match(text, start, end)
    if found is None:
        return start, end
    half = "first" if at < found.end("first") else "second"
    return found.span(half) if is_clause(found[half]) else (start, end)


def _leans(text: str, start: int, first: int, last: int) -> bool:
    """Return whether a clause needs the one before it: it points to that, names what it is about in short, or is placed by it."""
    opened = OPENED.match(text[start:first])
    said = text[first:last]
    points = re.match(
        r"(?i)(?:it|its|they|their|this|that|these|those|he|she|his|her|such|you|we|i|the (?:former|latter|rest))\b",
        said,
    )
    words = words_of(said, [])
    verb = verb_at(words) or 0
    about = " ".join(one.low for one in words[:verb])
    short = about and verb < NEAR and re.search(rf"\w[\w)-]* {re.escape(about)}\b", text[start:first].lower())
    return bool(points or short or (opened and not TIMED.match(opened[0])))


def trimmed(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Return a clause without what another number or a participle adds to it before or behind a place.

    Examples
    --------
    >>> text = "After a month at 4, rents rose 5% in May, up from 3% in June, the Bank of Acme, a lender, says"
    >>> text[slice(*trimmed(text, 0, len(text), 31))]
    'rents rose 5% in May'
    >>> text = "Rents rose 5%, excluding flats, to $900"
    >>> text[slice(*trimmed(text, 0, len(text), 11))]
    'Rents rose 5%, excluding flats, to $900'
    """
    opens = OPENER.match(text, start, at)
    if opens and re.search(r"\d", opens[0]) and is_clause(text[opens.end() : end]):
        start = opens.end()
    for tail in sorted([*TAIL.finditer(text, at, end), *AGAINST.finditer(text, at, end)], key=re.Match.start):
        whole = not _inside(text, start, tail.start()) and is_clause(text[start : tail.start()])
        if whole and not LISTED.match(text, tail.start(), end):
            return start, tail.start()
    return start, end


def _inside(text: str, start: int, end: int) -> bool:
    """Return whether a part of a text opens or closes a bracket or a quotation without its other half."""
    part = text[start:end]
    return part.count("(") != part.count(")") or part.count("“") != part.count("”") or part.count('"') % 2 == 1


def is_clause(part: str, hard: bool = True) -> bool:
    """Return whether words are a clause: a noun phrase with a verb of its own, and no half of another clause.

    Examples
    --------
    >>> is_clause("profit fell 2%"), is_clause("fell 2%"), is_clause("the rest of them")
    (True, False, False)
    """
    return _is_clause(LIMITED.sub("", OPENED.sub("", BRACKETS.sub("", part).strip()))[:FAR], hard)


@lru_cache(4096)
def _is_clause(part: str, hard: bool) -> bool:
    words = words_of(part, [])
    if len(words) < 2 or words[0].kind == VERB or words[0].low in NO_START:
        return False
    verb = verb_at(words)
    return verb is not None and 0 < verb <= NEAR and (hard or not any(one.word == "," for one in words[:verb]))


def _is_noun(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].kind == NOMINAL and words[at].low.endswith("s")


def verb_at(words: Sequence[Word]) -> int | None:
    """Return the index of the first verb that is said of what is before it; no participle that limits a noun."""
    for at, one in enumerate(words):
        limits = (
            one.low.endswith(("ing", "en"))
            or (one.low in LIMITING and at + 1 < len(words) and words[at + 1].low in ("by", "on", "with", "to"))
            or (at and words[at - 1].low in ("to", "that", "who", "which", "by", "and"))
            or (at and words[at - 1].kind == ADVERB and one.low.endswith(("ed", "wn")) and _is_noun(words, at + 1))
        )
        if one.kind == VERB and at and not limits:
            return at
    return None
