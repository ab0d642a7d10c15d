"""The index of a folder: read once, and again only where a file changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from claimbook.find.cells import Sheet
from claimbook.find.folder import Entry, read_all, stamps
from claimbook.find.meaning import WIDTH, vectors
from claimbook.find.passage import LENGTH, Number, Passage, tokens
from claimbook.find.store import keep, known
from claimbook.find.table import from_fields

if TYPE_CHECKING:
    from bm25s import BM25

COLUMNS = ("data", "indices", "indptr")  # a sparse matrix with a column for each token

Progress: TypeAlias = Callable[[Iterable[tuple[str, Entry]], int], Iterable[tuple[str, Entry]]]


@dataclass(frozen=True)
class Hit:
    """A passage with its score, or a cell of a table."""

    place: int
    score: float
    cell: Passage | None = None


@dataclass(frozen=True)
class Index:
    """Passages, ready to be ranked.

    Parameters
    ----------
    passages : list of Passage
    unread : dict of str to str
        Files that could not be read, and why.
    vectors : numpy.ndarray of float32, (passages, `WIDTH`)
        What each passage means.
    sheets : tuple of Sheet
        The tables, whose cells are ranked beside the passages.
    cut : dict of str to str
        Files that were read in part, and what is missing.
    """

    passages: list[Passage]
    unread: dict[str, str]
    vectors: NDArray[np.float32]
    sheets: tuple[Sheet, ...] = ()
    cut: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: list[Passage]) -> Self:
        """Make the index of some passages."""
        return cls(passages, {}, vectors([passage.text for passage in passages]).astype(np.float32))

    @cached_property
    def bm25(self) -> BM25:
        """The lexical index of the passages."""
        import bm25s

        made = bm25s.BM25(method="lucene")
        made.index([tokens(passage.text) or [""] for passage in self.passages], show_progress=False)
        return made

    def by_words(self, weights: Mapping[str, float]) -> NDArray[np.float64]:
        """Return the BM25 score of each passage for some tokens, each with a weight."""
        scores = np.zeros(len(self.passages))
        if not self.passages:
            return scores
        data, places, ends = map(self.bm25.scores.get, COLUMNS)
        for word, weight in weights.items():
            if (column := self.bm25.vocab_dict.get(word)) is not None:
                inside = slice(ends[column], ends[column + 1])
                scores[places[inside]] += weight * data[inside]
        return scores

    @cached_property
    def meant(self) -> NDArray[np.float32]:
        """What each table means: its name, the words above it and its heads."""
        texts = [f"{sheet.table.title} {' '.join(sheet.table.heads)}"[:LENGTH] for sheet in self.sheets]
        return vectors(texts).astype(np.float32)

    def shown(self, hit: Hit) -> Passage:
        """Return the passage of a hit, or its cell as a passage."""
        return hit.cell or self.passages[hit.place]

    @cached_property
    def documents(self) -> NDArray[np.int_]:
        """The number of each passage's document."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(passage.document, len(numbers)) for passage in self.passages], int)

    def naming(self, words: Collection[str]) -> NDArray[np.bool_]:
        """Return for each passage whether its document holds all of some tokens in one passage, such as a name's."""
        held = np.full(len(self.passages), bool(words))
        for word in words:
            held &= self.by_words({word: 1.0}) > 0
        return np.isin(self.documents, self.documents[held])


def _keep(store: Path, entries: Mapping[str, Entry]) -> None:
    """Keep entries in the order of their names, the vectors apart."""
    ordered = dict(sorted(entries.items()))
    keep(store, ordered, _meant(ordered))


def _meant(entries: Mapping[str, Entry]) -> NDArray[np.float16]:
    """Return the vectors of all passages in the order of the entries."""
    return np.concatenate([np.zeros((0, WIDTH), np.float16), *(entry["vectors"] for entry in entries.values())])


def _silent(items: Iterable[tuple[str, Entry]], total: int) -> Iterable[tuple[str, Entry]]:
    return items


def open_index(folder: str | PathLike[str], store: str | PathLike[str], progress: Progress = _silent) -> Index:
    """Read the documents of a folder, those that did not change since the last time from the store.

    Parameters
    ----------
    folder : path-like
        Read with all its folders; files of kinds that cannot be read are passed over.
    store : path-like
        File that keeps what was read.
    progress : callable
        Wraps an iterable of known length, to show how far it is.

    Returns
    -------
    Index
    """
    folder, store = Path(folder), Path(store)
    kept, (now, unread) = known(store), stamps(folder)
    fresh = [name for name, stamp in now.items() if name not in kept or kept[name].get("stamp") != stamp]
    entries = {name: kept[name] for name in now.keys() - set(fresh)}
    try:
        for name, read in progress(read_all(folder, fresh), len(fresh)):
            entries[name] = {"stamp": now[name], **read}
    except BaseException:  # stopped: the next time goes on from here
        if not entries.keys().isdisjoint(fresh):
            with suppress(OSError):
                _keep(store, entries)
        raise
    entries = dict(sorted(entries.items()))
    meant = _meant(entries)
    unread |= {name: entry["why"] for name, entry in entries.items() if entry.get("why")}
    if fresh or set(kept) != set(entries):
        try:
            _keep(store, entries)
        except OSError as error:
            unread[store.name] = f"could not be saved ({error.strerror}); everything is read again next time"
    return _index(entries, unread, meant)


def _index(entries: Mapping[str, Entry], unread: Mapping[str, str], meant: NDArray[np.float16]) -> Index:
    """Make the index of what was read."""
    passages = [
        Passage(name, page, text, tuple(Number(*number) for number in numbers))
        for name, entry in entries.items()
        for page, text, numbers in entry["passages"]
    ]
    sheets = tuple(Sheet(from_fields(kept)) for entry in entries.values() for kept in entry["tables"])
    cut = {name: entry["cut"] for name, entry in entries.items() if entry.get("cut")}
    return Index(passages, dict(sorted(unread.items())), np.nan_to_num(meant.astype(np.float32)), sheets, cut)
