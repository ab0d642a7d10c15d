"""The country that a sentence names, found fast enough for very many sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from claimbook.draft import country
from claimbook.language.phrase import HAN

FIRST_WORDS = frozenset(("United", "European", "South", "New", "Saudi"))
HAN_PLACE = re.compile("|".join(country.CHINESE.values()))
CAPITAL = re.compile(r"[A-Z£]\S*")
LATIN = re.compile(r"[A-Za-z£][^\s\u3400-\u9fff]*")
LOWER = ("world", "global", "crore", "lakh")  # what names a place without a capital
KEPT = 1 << 16  # words whose country is kept
_elsewhere: set[str] = set()  # words that name no country


def may_name_a_place(text: str) -> bool:
    """Return whether a sentence of a text can name a country; most texts are ruled out by one look at their words.

    Examples
    --------
    >>> [may_name_a_place(text) for text in ("Sales rose 5%.", "Sales in Germany rose 5%.", "销量增长5%。")]
    [False, True, False]
    """
    han = not text.isascii() and HAN.search(text)
    if han and HAN_PLACE.search(text):
        return True
    words = set((LATIN if han else CAPITAL).findall(text)) - _elsewhere
    named = {word for word in words if word in FIRST_WORDS or _country(word)}
    if len(_elsewhere) > KEPT:
        _elsewhere.clear()
    _elsewhere.update(words - named)
    return bool(named) or (not han and any(word in text for word in LOWER))


def place_of(sentence: str) -> str:
    """Return the one country that a sentence names; empty for none, and for several.

    Examples
    --------
    >>> place_of("德国失业率为5.9%"), place_of("Germany and France grew 2%"), place_of("sales in South Korea rose 5%")
    ('德国', '', 'South Korea')
    """
    if sentence.isascii() or not HAN.search(sentence):
        words = sentence.split()
        named = {_country(word, after if word in FIRST_WORDS else "") for word, after in zip_longest(words, words[1:])}
        named.discard("")
    else:
        named = {_country(word) for word in HAN_PLACE.findall(sentence)}
    return named.pop() if len(named) == 1 else ""


@lru_cache(KEPT)
def _country(word: str, after: str | None = "") -> str:
    """Return the country that a word names, with the word after it; kept, since words recur."""
    table = country.CHINESE if HAN.search(word) else country.ENGLISH
    words = f"{word} {after}" if after else word
    return next((name for name, pattern in table.items() if re.search(pattern, words)), "")
