"""A part as three tables: its documents, its sentences with numbers, and its numbers, in columns as Arrow has them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from claimbook.language.phrase import HAN
from claimbook.mention import Mention, mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables, has_tables
from claimbook.survey.keys import head_of, key, quantity
from claimbook.survey.place import place_of
from claimbook.survey.schema import schemas_of
from claimbook.survey.signature import bands, minhashes, template
from claimbook.text.sentence import SENTENCE_END

if TYPE_CHECKING:
    import pyarrow as pa

    from claimbook.survey.texts import Text

NO_TABLES = Tables("")
NAMELESS = frozenset(("date", "ordinal"))  # years and ranks have ends, but recur everywhere and measure nothing
BAR = "｜"  # a full-width bar parts the cells of a table, too
BATCH = 64  # documents that are signed at once


class Rows:
    """Rows that grow by one document at a time.

    Parameters
    ----------
    signed : bool
        Whether documents and sentences get signatures.
    """

    def __init__(self, signed: bool = True) -> None:
        self._signed = signed
        self._documents: list[tuple[Any, ...]] = []
        self._sentences: list[tuple[Any, ...]] = []
        self._mentions: list[tuple[Any, ...]] = []
        self._minhashes: list[bytes | None] = []
        self._bands: list[list[int]] = []
        self._waiting: list[str] = []

    def add(self, text: Text) -> None:
        """Add a document: its row, and those of its sentences and numbers."""
        body = text.text
        whole = key(body) if body else 0
        doc, host = key(f"{text.address} {whole}"), key(text.host) if text.host else 0
        found, date = list(mentions(body)) if body else [], _day(text.date)
        language = "zh" if HAN.search(body) else "en" if body else ""
        self._documents.append(
            (doc, text.address, text.host, host, date, language, text.title, len(body), len(found), whole, text.fault)
        )
        self._waiting.append(body)
        if len(self._waiting) >= BATCH:
            self._sign()
        if found:
            self._numbers(body, found, doc, host, date)

    def tables(self) -> dict[str, pa.Table]:
        """Return the tables as Arrow has them."""
        self._sign()
        signatures: dict[str, list[Any]] = {"minhash": self._minhashes, "bands": self._bands}
        return {
            "documents": _table("documents", self._documents, signatures),
            "sentences": _table("sentences", self._sentences),
            "mentions": _table("mentions", self._mentions),
        }

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

    def _numbers(self, text: str, found: Sequence[Mention], doc: int, host: int, date: int | None) -> None:
        """Add the sentences that have numbers, and the numbers of each."""
        tables = Tables(fold(text), text) if has_tables(text) or BAR in text else NO_TABLES
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        for number, inside in groupby(found, lambda one: bisect_right(ends, one.start)):
            here = list(inside)
            start = ends[number - 1] if number else 0
            stop = max(ends[number] if number < len(ends) else len(text), here[-1].end)
            sentence = text[start:stop]
            form = filled = 0
            if self._signed:
                form = template(sentence, [(one.start - start, one.end - start) for one in here])
                filled = key(" ".join([one.exact for one in here]))
            self._sentences.append((doc, start, sentence.strip(), form, filled, host))
            about = (doc, host, date, start)
            where = place_of(sentence)
            self._mentions += [_mention(text, one, tables, about, where, form) for one in here]


def _mention(
    text: str, one: Mention, tables: Tables, about: tuple[int, int, int | None, int], where: str, form: int
) -> tuple[Any, ...]:
    """Return the row of a number, in the order of `MENTIONS`."""
    around = context(text, one, tables)
    start, end, exact, low, high, unit, comparator, kind = one
    metric, least, most, value, same, digits = around.measures, "", "", None, 0, 0
    if low is not None and high is not None:
        least = _plain(low)
        most = least if high is low else _plain(high)
        value = float(low)
        if kind not in NAMELESS:
            same, digits = quantity(value, value if high is low else float(high), unit), len(low.as_tuple().digits)
    return (*about, start, end, exact, least, most, value, unit, comparator, kind, same, digits, metric, _head(metric),
            where, around.per, around.basis, around.direction, form)  # fmt: skip


def _table(name: str, rows: Sequence[tuple[Any, ...]], more: dict[str, list[Any]] | None = None) -> pa.Table:
    """Return rows as an Arrow table, with more columns after them."""
    import pyarrow as pa

    schema = schemas_of()[name]
    columns = {**dict(zip(schema.names, zip(*rows, strict=True), strict=False)), **(more or {})}
    return pa.table({one.name: pa.array(columns.get(one.name, ()), one.type) for one in schema}, schema=schema)


_head = lru_cache(1 << 14)(head_of)


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


def _plain(value: Any) -> str:
    written = str(value)
    return f"{value:f}" if "E" in written else written


def _day(date: str) -> int | None:
    """Return a day as days since 1970, as Arrow counts them."""
    from datetime import date as day

    try:
        return day.fromisoformat(date).toordinal() - 719163 if date else None
    except ValueError:
        return None
