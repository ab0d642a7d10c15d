"""Whether the words of a cell are the text's own, or the lexicon's."""

from __future__ import annotations

import re
from functools import lru_cache

from claimbook.draft.lexicon import Lexicon
from claimbook.language.phrase import HAN

WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['’][a-z]+)?")
ENDING = re.compile(r"(?:ies|es|s|ed|ing|al|ly|'s|’s)$")
PLAIN = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "in",
        "for",
        "to",
        "and",
        "or",
        "by",
        "on",
        "at",
        "per",
        "from",
        "with",
        "as",
        "that",
        "who",
    )
)
LINKS = frozenset("的之和与及在每")


def name_fault(words: str, text: str, book: Lexicon) -> str:
    """Return the first word that is neither in a text nor in the lexicon, or nothing.

    Examples
    --------
    >>> from claimbook.draft.lexicon import lexicon
    >>> name_fault("渗透率", "新能源车", lexicon()), name_fault("moods of cats", "sales of cars", lexicon())
    ('', 'moods')
    """
    held, known = _stems(text), _lexical(book)
    for word in WORD.findall(words):
        if HAN.match(word):
            if rest := _uncovered(word, text, book):
                return rest
        elif _stem(word) not in held and _stem(word) not in known and word.lower() not in PLAIN:
            return word
    return ""


@lru_cache(64)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in WORD.findall(text) if not HAN.match(word))


@lru_cache(8)
def _lexical(book: Lexicon) -> frozenset[str]:
    return frozenset(_stem(word) for words in book.english.values() for word in WORD.findall(words))


def _stem(word: str) -> str:
    return ENDING.sub("", word.lower())[:12] if len(word) > 4 else word.lower()


def _uncovered(run: str, text: str, book: Lexicon) -> str:
    """Return what of a run of Chinese is left where pieces of the text and words of the lexicon end; else nothing.

    A piece of the text has two characters at least, or is a word that only links.
    """
    reached = {0}
    for at in range(len(run)):
        if at not in reached:
            continue
        for end in range(at + 1, len(run) + 1):
            piece = run[at:end]
            if (
                piece in book.english
                or piece in LINKS
                or (len(piece) > 1 and piece in text)
                or (run == piece and run in text)
            ):
                reached.add(end)
    return "" if len(run) in reached else run[max(reached) :]
