"""By how much something is up or down, said behind its level: the price was $5, up 2% from May."""

from __future__ import annotations

import re

from claimbook.draft.english.clauses import verb_at
from claimbook.draft.english.frame import group_start
from claimbook.draft.english.phrase import words_of

UP = re.compile(r"(?:, (?:but |and )?| (?:but|and) )(?P<way>(?:up|down) (?:\w+ ){0,3}?)$")
STOPS = re.compile(r",(?!\d)|\s(?:but|and) (?:up|down)\b|;|$")
LEVELS = frozenset(
    "is are was were be been total totaled totalled averaged average reached hit stood stands amounted came fell rose climbed dropped grew increased declined jumped slipped edged remained"
    " stayed closed ended traded settled".split()
)
SINGLE = ("ss", "us", "is", "sis")


def moved(text: str, start: int, end: int, at: int) -> tuple[tuple[int, int], str, tuple[int, int]] | None:
    """Return what is up or down, the verb of that, and how much it is; None where a number is no such change.

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
    >>> text = "The price of jam was $5, up 2% from May."
    >>> about, verb, does = moved(text, 0, len(text) - 1, text.index("2%"))
    >>> text[slice(*about)], verb, text[slice(*does)]
    ('The price of jam', 'was', 'up 2% from May')
    """
    way = UP.search(text, start, at)
    if way is None or text.count("(", start, way.start()) != text.count(")", start, way.start()):
        return None
    words = words_of(text[start : way.start()], [])
    verb = verb_at(words)
    if verb is None or not verb or words[verb].low not in LEVELS or any(one.word[0].isdigit() for one in words[:verb]):
        return None
    if words[0].low == "there":
        return None
    about = (start, start + words[group_start(words, verb) - 1].end)
    stop = STOPS.search(text, at, end)
    return about, be(text[slice(*about)], words[verb].low), (way.start("way"), stop.start() if stop else end)


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
