"""The index of a folder: its passages and tables, ready to be ranked."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from claimbook.find.cells import Sheet
from claimbook.find.meaning import vectors
from claimbook.find.passage import BEFORE, LENGTH, Passage, tokens

if TYPE_CHECKING:
    from bm25s import BM25

COLUMNS = ("data", "indices", "indptr")  # a sparse matrix with a column for each token


@dataclass(frozen=True)
class Hit:
    """A passage with its score, or a cell of a table."""

    place: int
    score: float
    cell: Passage | None = None


@dataclass
class Index:
    """Passages, ready to be ranked.

    Parameters
    ----------
    passages : list of Passage
    unread : dict of str to str
        Files that could not be read, and why.
    vectors : numpy.ndarray of float32, (meant passages, `WIDTH`)
        What passages mean: of all of a small folder, and of a large one those that may matter.
    places : numpy.ndarray of int, (meant passages,)
        Which passages these are.
    sheets : tuple of Sheet
        The tables, whose cells are ranked beside the passages.
    cut : dict of str to str
        Files that were read in part, and what is missing.
    heads : dict of str to dict of str to str
        What documents say of themselves: publisher, author, origin, date, address.
    """

    passages: list[Passage]
    unread: dict[str, str]
    vectors: NDArray[np.float32]
    places: NDArray[np.intp]
    sheets: tuple[Sheet, ...] = ()
    cut: dict[str, str] = field(default_factory=dict)
    heads: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: list[Passage]) -> Self:
        """Make the index of some passages, with the meaning of all."""
        meant = vectors([passage.text for passage in passages]).astype(np.float32)
        return cls(passages, {}, meant, np.arange(len(passages)))

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

    def rarity(self, word: str) -> float:
        """Return how much a token says of a passage that has it: the fewer have it, the more."""
        column, ends = self.bm25.vocab_dict.get(word), self.bm25.scores["indptr"]
        held = 0 if column is None else int(ends[column + 1] - ends[column])
        return math.log(1 + (len(self.passages) - held + 0.5) / (held + 0.5))

    def by_meaning(self, sought: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how near each passage is to what is sought; 0 for one whose meaning is not compared."""
        scores = np.zeros(len(self.passages), np.float32)
        scores[self.places] = self.vectors @ sought
        return scores

    @cached_property
    def meant(self) -> NDArray[np.float32]:
        """What each table means: its name, the words above it and its heads."""
        texts = [f"{sheet.table.title} {' '.join(sheet.table.heads)}"[:LENGTH] for sheet in self.sheets]
        return vectors(texts).astype(np.float32)

    def shown(self, hit: Hit) -> Passage:
        """Return the passage of a hit, or its cell as a passage."""
        return hit.cell or self.passages[hit.place]

    def before(self, hit: Hit) -> str:
        """Return what is said before the passage of a hit on its page, as far as it may name who or when."""
        said, at = "", hit.place
        while not hit.cell and at > 0 and len(said) < BEFORE:
            here, above = self.passages[at], self.passages[at - 1]
            if (here.document, here.page) != (above.document, above.page):
                break
            said, at = above.text + ("" if here.goes_on else "\n") + said, at - 1
        return said

    def published(self, hit: Hit) -> str:
        """Return when the document of a hit was published, as far as it says so."""
        return self.heads.get(self.shown(hit).document, {}).get("published", "")

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


def highest(scores: NDArray[np.floating], most: int) -> NDArray[np.intp]:
    """Return the places of the highest scores, the first of equal ones first."""
    most = min(most, len(scores))
    if not most:
        return np.zeros(0, np.intp)
    places = np.sort(np.argpartition(-scores, most - 1)[:most])
    return places[np.argsort(-scores[places], kind="stable")]
