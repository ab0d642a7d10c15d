"""Where the clauses of an English sentence are that could be sentences by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.phrase import Word, words_of
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.words import PREPOSITIONS

JOINT = re.compile(
    r"(?P<hard>;\s+(?:and |but |while |whereas |however, )?|,?\s(?:whereas|although|though)\s|,\s(?:while|but|yet|so)\s(?:also\s)?|\swhile\s)|,?\sand\s(?:then\s)?"
)
OPENER = re.compile(
    r"(?:After|Following|Despite|While|Although|With|Following) [^,]{4,90}(?:, [^,]{1,40})?, (?=[a-z$])", re.IGNORECASE
)
TAIL = re.compile(  # what adds another number, or what follows from it
    r",\s(?:(?:(?:up|down)(?= \S*\s?\S*\d)|(?:and|but) (?:up|down)|with|of which|some of which|compared|versus|followed by|representing|accounting|leaving|pushing|bringing|taking|making|generating|beating|missing|topping"
    r"|marking|posting|matching|exceeding|helped|driven|boosted|led by|thanks to|well (?:above|below|ahead)|far (?:above|below|outpacing)|slightly (?:above|below|more|less)|which|who|whose|where|highlighting|sending|reaching|putting)\b"
    r"|(?:an?|the) (?:[\w.,]+ ){0,4}(?:percent|per cent|[\d.]+%)? ?(?:[\w-]+ ){0,2}(?:increase|decrease|rise|fall|drop|decline|gain|jump|improvement|growth|lowest|highest|largest|biggest|most|fastest|slowest)\b)"
)
LISTED = re.compile(r", with (?:the )?[\w ]{1,30}(?:respectively)|, which (?:is|are|was|were) (?:defined|measured)")
NO_START = frozenset(PREPOSITIONS) | frozenset(
    "not then also up down over more less compared including excluding than as well about nearly almost or and whose which who that another".split()
)
LIMITING = frozenset(
    "followed based compared given driven led made set associated related attributed linked surveyed".split()
)
NEAR = 12  # words in which a clause comes to its verb
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
    first, last, bounds = start, end, []
    for joint in JOINT.finditer(text, start, end):
        if not _inside(text, start, joint.start()) and not _inside(text, joint.end(), end):
            bounds.append((joint.start(), joint.end(), joint["hard"] is not None))
    edges = [start]
    for left, right, hard in bounds:
        stop = next((one[0] for one in bounds if one[0] > right), end)
        counted = hard or re.search(r"\d", text[edges[-1] : left])
        if counted and is_clause(text[edges[-1] : left], hard) and is_clause(text[right:stop], hard):
            if left > at:
                last = left
                break
            edges.append(right)
            first = right
    return first, last


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
    for tail in TAIL.finditer(text, at, end):
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
    words = words_of(part.strip(), [])
    if len(words) < 2 or words[0].kind == VERB or words[0].low in NO_START:
        return False
    verb = verb_at(words)
    return verb is not None and 0 < verb <= NEAR and (hard or not any(one.word == "," for one in words[:verb]))


def verb_at(words: Sequence[Word]) -> int | None:
    """Return the index of the first verb that is said of what is before it; no participle that limits a noun."""
    for at, one in enumerate(words):
        limits = (
            one.low.endswith(("ing", "en"))
            or (one.low in LIMITING and at + 1 < len(words) and words[at + 1].low in ("by", "on", "with", "to"))
            or (at and words[at - 1].low in ("to", "that", "who", "which", "by", "and"))
        )
        if one.kind == VERB and at and not limits:
            return at
    return None
