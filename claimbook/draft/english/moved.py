"""By how much something is up or down, said behind its level: the price was $5, up 2% from May."""

from __future__ import annotations

import re

from claimbook.draft.english.clauses import verb_at
from claimbook.draft.english.frame import group_start
from claimbook.draft.english.phrase import words_of

UP = re.compile(r"(?:, (?:but |and )?| (?:but|and) )(?P<does>(?:up|down) (?:\w+ ){0,3}?)$")
DID = re.compile(
    r",? (?:and|but) (?P<does>(?:was|were|rose|fell|grew|increased|decreased|declined|dropped|has|had|is|are) (?:(?:about|nearly|by|to|up|down|more|less|than|at|an?|only|just|some) ){0,3})$"
)
RISES = ("increase", "rise", "gain", "jump", "improvement")
BY = re.compile(
    r", (?P<does>an? (?:[\w-]+ )?(?P<kind>increase|rise|gain|jump|improvement|decrease|decline|drop|fall|reduction) of (?:(?:about|nearly|more|less|than|just|over|only) ){0,2})$"
)
STOPS = re.compile(r",(?!\d)|\s(?:but|and) (?:up|down)\b|;|$")
LEVELS = frozenset(
    "is are was were be been total totaled totalled averaged average reached hit stood stands amounted came fell rose climbed dropped grew increased declined jumped slipped edged remained"
    " stayed closed ended traded settled".split()
)
SINGLE = ("ss", "us", "is", "sis")


def moved(text: str, start: int, end: int, at: int) -> list[tuple[int, int] | str] | None:
    """Return the parts of the sentence of a number whose own words are behind another’s; None where it has its own.

    Parameters
    ----------
    text : str
        A sentence.
    start, end : int
        The clause in it.
    at : int
        Where the number is.

    Examples
    --------
    >>> text = "The price of jam was $5, up 2% from May, and was 4% below its peak, an increase of 7%."
    >>> for words in ("2%", "4%", "7%"):
    ...     parts = moved(text, 0, len(text) - 1, text.index(words))
    ...     print(*(part if isinstance(part, str) else text[slice(*part)] for part in parts))
    The price of jam was up 2% from May
    The price of jam was 4% below its peak
    The price of jam rose by 7%
    """
    way = UP.search(text, start, at) or DID.search(text, start, at) or BY.search(text, start, at)
    if way is None or text.count("(", start, way.start()) != text.count(")", start, way.start()):
        return None
    words = words_of(text[start : way.start()], [])
    verb = verb_at(words)
    if not verb or words[0].low == "there" or any(one.figure or one.word[0].isdigit() for one in words[:verb]):
        return None
    about = (start, start + words[group_start(words, verb) - 1].end)
    stop = STOPS.search(text, at, end)
    does = (way.start("does"), stop.start() if stop else end)
    if way.re is DID:
        return [about, does]
    if words[verb].low not in LEVELS:
        return None
    if way.re is BY:
        return [about, "rose by" if way["kind"] in RISES else "fell by", (way.end(), does[1])]
    return [about, be(text[slice(*about)], words[verb].low), does]


def be(about: str, verb: str) -> str:
    """Return the verb of what is up or down: that of its sentence, else was or were.

    Examples
    --------
    >>> be("Sales of jam", "totaled"), be("The price", "is")
    ('were', 'is')
    """
    if verb in ("is", "are", "was", "were"):
        return verb
    head = re.split(r" (?:of|in|for|at|from|by|to|on|with) ", about)[0]
    return "were" if (head.endswith("s") and not head.endswith(SINGLE)) or " and " in head else "was"
