"""The checks that a proposal passes before a person sees it; each says what is wrong, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimbook.language.phrase import HAN
from claimbook.model.names import WORD, name_fault
from claimbook.quantity.period import period
from claimbook.tables.column import PERIOD
from claimbook.tables.vocabulary import Relation
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.offer import Offer
    from claimbook.tables.schema import Row

LONGEST = 400  # characters of a cell that is proposed
ADDRESS = re.compile(r"(?i)\w+://|\bwww\.|\bjavascript:|\bdata:[\w/]+[;,]")
FORMULA = "=+@-"  # what a spreadsheet takes for a formula, at the start of a cell
OTHER = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")  # kana and hangul, which no Chinese has
# Function words: a sentence with more of the second than of the first is in another language of Latin letters.
ENGLISH = re.compile(r"(?i)\b(?:the|of|in|was|were|is|are|to|by|for|with|and|from|at|on|had|has|an?|than|its)\b")
FOREIGN = re.compile(
    r"(?i)\b(?:le|la|les|des|du|une?|est|dans|pour|et|au|aux|der|die|das|und|ist|im|von|mit|den|el|los|las|del|por|con|en"
    r"|una|il|di|della|che|per|o|os|da|do|em|um|uma)\b"
)
NO_COLUMN = "none"
COLUMNS = ("metric", "entity", "population", "period", "unit")


def text_fault(cell: str) -> str:
    """Return what keeps a text from being a cell: signs that hide or command, an address, a formula, its length."""
    if len(cell) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not cell.isprintable():
        return "holds signs that cannot be seen"
    if ADDRESS.search(cell):
        return "holds an address"
    return "begins like a formula" if cell[:1] in FORMULA and cell else ""


def place_in(text: str, at: int, quote: str) -> tuple[int, int] | str:
    """Return where a quotation is in the sentence that starts at a character of a text, or what is wrong with it.

    It must be there to the letter and once; nothing is repaired.

    Examples
    --------
    >>> place_in("客流增长。票价降5%。", 5, "降5%"), place_in("客流增长。票价降5%。", 5, "降6%")
    ((7, 10), '“降6%” is not in the sentence at character 5')
    """
    if not quote.strip():
        return "there is no quotation"
    if not 0 <= at < len(text):
        return f"there is no character {at}"
    first, last = sentence(text, at, at + 1)
    found = text.find(quote, first, last)
    if at != first or found < 0:
        return f"“{quote[:80]}” is not in the sentence at character {at}"
    if text.find(quote, found + 1, last) >= 0:
        return f"“{quote[:80]}” is in the sentence at character {at} more than once"
    return found, found + len(quote)


def period_fault(when: str, ends: frozenset[str]) -> str:
    """Return what is wrong with a period: its form, its order, or that neither the text nor its date allows it."""
    if not re.fullmatch(PERIOD, when, re.ASCII) or not when.strip("/"):
        return f"“{when[:40]}” is not a period such as 2023 or 2023-06"
    try:
        span = period(when)
    except ValueError:
        return f"“{when}” is not a valid date"
    if span.first > span.last:
        return f"“{when}” ends before it begins"
    unknown = next((end for end in when.split("/") if end and end not in ends), "")
    return f"neither the text nor its date names “{unknown}”" if unknown else ""


def language_fault(words: str, language: str) -> str:
    """Return that a sentence is in another language than the one that was asked for, or nothing."""
    han, every = len(HAN.findall(words)), WORD.findall(words)
    latin = sum(sign.isascii() and sign.isalpha() for sign in words)
    if language == "zh":
        fits = han > sum(word.isascii() and word.isalpha() for word in every) and not OTHER.search(words)
    else:
        own = len(ENGLISH.findall(words)) >= len(FOREIGN.findall(words))
        fits = latin > 2 * han and han < len(every) and own
    return "" if fits else f"is not in {'Chinese' if language == 'zh' else 'English'}"


def relation_fault(relation: str, difference: Row, page: str, claim: str, offered: Offer, book: Lexicon) -> str:
    """Return what is wrong with a relation: which it is, its difference, or what the rules surely see.

    Parameters
    ----------
    relation : str
    difference : dict of str to str
        ``column``, ``page`` and ``claim``.
    page : str
        The passage.
    offered : Offer
        What the rules read of the same number.
    book : Lexicon
    """
    column = difference["column"]
    if relation not in set(Relation) - {Relation.UNJUDGED}:
        return f"“{relation[:40]}” is none of the five relations"
    if column not in (*COLUMNS, NO_COLUMN):
        return f"“{column[:40]}” is no column in which a page and a claim can differ"
    if relation == Relation.SAME:
        sure = next((one for one in offered.differences if one.sure), None)
        if column != NO_COLUMN:
            return "it is called the same and has a difference"
        return f"it is called the same, and {sure}" if sure else ""
    if column == NO_COLUMN or not difference["page"].strip() or not difference["claim"].strip():
        return f"it is called {relation} without the difference that was seen"
    if wrong := name_fault(difference["page"], page, book):
        return f"the passage does not say “{wrong}”"
    wrong = name_fault(difference["claim"], claim, book)
    return f"the claim does not say “{wrong}”" if wrong else ""


def first(faults: Iterable[str]) -> str:
    """Return the first fault, or nothing."""
    return next(iter(faults), "")
