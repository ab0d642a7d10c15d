"""A part as three tables: its documents, its sentences with numbers, and its numbers, in columns as Arrow has them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as day
from itertools import accumulate
from typing import TYPE_CHECKING

from claimbook.language.phrase import HAN
from claimbook.mention import Mention, mentions
from claimbook.mention.context import SENTENCE_END, Sentence, context
from claimbook.mention.directions import may_change
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables, has_tables
from claimbook.survey import arrays
from claimbook.survey.arrays import Cell
from claimbook.survey.keys import key
from claimbook.survey.place import may_name_a_place, place_of
from claimbook.survey.signature import bands, minhashes, templates

if TYPE_CHECKING:
    import pyarrow as pa

    from claimbook.survey.texts import Text

NO_TABLES = Tables("")
BAR = "｜"  # a full-width bar parts the cells of a table, too
BATCH = 64  # documents that are signed at once
PAST = (1).__add__  # a sentence ends past the one sign that ends it
LATIN_ENDS = (".", "!", "?")
MOST_DIGITS = 255  # that are counted


class Rows:
    """Rows that grow by one document at a time, cell after cell in one list a table.

    Parameters
    ----------
    signed : bool
        Whether documents and sentences get signatures.
    """

    def __init__(self, signed: bool = True) -> None:
        self._signed = signed
        self._documents: list[Cell] = []
        self._sentences: list[Cell] = []
        self._mentions: list[Cell] = []
        self._of_document: list[int] = []  # how many sentences a document has
        self._of_sentence: list[int] = []  # how many numbers a sentence has
        self._minhashes: list[bytes | None] = []
        self._bands: list[list[int]] = []
        self._waiting: list[str] = []

    def add(self, text: Text) -> None:
        """Add a document: its row, and those of its sentences and numbers."""
        body = text.text
        whole = key(body) if body else 0
        doc, host = key(f"{text.address} {whole}"), key(text.host) if text.host else 0
        found = list(mentions(body)) if body else []
        language = "zh" if HAN.search(body) else "en" if body else ""
        self._documents += (doc, text.address, text.host, host, _day(text.date), language, text.title, len(body),
                            len(found), whole, text.fault)  # fmt: skip
        self._of_document.append(self._numbers(body, found) if found else 0)
        self._waiting.append(body)
        if len(self._waiting) >= BATCH:
            self._sign()

    def tables(self) -> dict[str, pa.Table]:
        """Return the tables as Arrow has them."""
        self._sign()
        documents = arrays.documents(self._documents, self._minhashes, self._bands)
        sentences = arrays.sentences(self._sentences, documents, self._of_document)
        numbers = arrays.numbers(self._mentions, sentences, self._of_sentence)
        made = {"documents": documents, "sentences": sentences, "mentions": numbers}
        return {name: arrays.table(name, columns) for name, columns in made.items()}

    def _sign(self) -> None:
        """Sign the documents that wait, together, which is faster."""
        waiting, self._waiting = self._waiting, []
        if not self._signed or not any(waiting):
            self._minhashes += [None] * len(waiting)
            self._bands += [[] for _ in waiting]
            return
        hashes = minhashes(waiting)
        for text, row, keys in zip(waiting, hashes, bands(hashes).tolist(), strict=True):
            self._minhashes.append(row.tobytes() if text else None)
            self._bands.append(keys if text else [])

    def _numbers(self, text: str, found: Sequence[Mention]) -> int:
        """Add the sentences that have numbers, and the numbers of each; return how many sentences."""
        tables = Tables(fold(text), text) if has_tables(text) or BAR in text else NO_TABLES
        cut = list(_sentences(text, found))
        forms = templates(text, cut) if self._signed else [(0, 0)] * len(cut)
        placed = may_name_a_place(text)
        for (start, stop, here), (form, filled) in zip(cut, forms, strict=True):
            sentence = text[start:stop]
            self._sentences += (start, sentence.strip(), place_of(sentence) if placed else "", form, filled)
            self._of_sentence.append(len(here))
            known = Sentence(start + (text[start - 1 : start] in LATIN_ENDS), may_change(sentence))  # past the space
            for one in here:
                self._mentions += _cells(text, one, tables, known)
        return len(cut)


def _sentences(text: str, found: Sequence[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """Yield the start and the end of each sentence that has numbers, with its numbers."""
    ends = list(accumulate(map(PAST, map(len, SENTENCE_END.split(text))), initial=0))
    here, start, stop = list[Mention](), 0, 0
    for one in found:
        if one.start >= stop:
            if here:
                yield start, max(stop, here[-1].end), here
            number = bisect_right(ends, one.start)
            here, start, stop = [], ends[number - 1], ends[number]
        here.append(one)
    yield start, max(stop, here[-1].end), here


def _cells(text: str, one: Mention, tables: Tables, sentence: Sentence) -> tuple[Cell, ...]:
    """Return the cells of a number, in the order of `arrays.MENTION`."""
    per, basis, direction, metric, _, _ = context(text, one, tables, sentence)
    start, end, exact, low, high, unit, comparator, kind = one
    if low is None or high is None:
        return start, end, exact, "", "", None, None, unit, comparator, kind, 0, metric, per, basis, direction
    least, value = str(low), float(low)
    digits = len(least) - ("." in least)
    if "E" in least or least[0] in "-0" or digits > MOST_DIGITS:
        least, digits = f"{low:f}", min(MOST_DIGITS, len(low.as_tuple().digits))
    most, upper = (least, value) if high is low else (f"{high:f}", float(high))
    return start, end, exact, least, most, value, upper, unit, comparator, kind, digits, metric, per, basis, direction


def rows(texts: Iterable[Text], signed: bool = True) -> dict[str, pa.Table]:
    """Return the tables of some documents.

    Parameters
    ----------
    texts : iterable of Text
    signed : bool
        Whether near copies are to be found: each document is signed, and each sentence with numbers.

    Returns
    -------
    dict of str to pyarrow.Table
        ``documents``, ``sentences`` and ``mentions``, in the order of the texts.
    """
    made = Rows(signed)
    for text in texts:
        made.add(text)
    return made.tables()


def _day(date: str) -> int | None:
    """Return a day as days since 1970, as Arrow counts them."""
    try:
        return day.fromisoformat(date).toordinal() - 719163 if date else None
    except ValueError:
        return None
