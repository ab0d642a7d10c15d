"""Rank passages for a claim: by their words, by what they mean, and by what their numbers say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claimbook.find import cells
from claimbook.find.choose import alike
from claimbook.find.index import Hit, Index, highest
from claimbook.find.meaning import vectors
from claimbook.find.passage import Number, tokens
from claimbook.find.query import YEAR, Query
from claimbook.find.table import Cell, Table
from claimbook.find.widen import widened
from claimbook.quantity.quantity import Interval

# What each sign of a bearing passage is worth beside the words, whose best passage is worth 1; words and meaning count
# for the claim, and once more for what was searched for it; "named": the document names the claim's subject; "figures":
# all the figures of the statement are in the passage; "alone": meaning, where what is looked for is put in one way only
# and more words are looked for. Chosen on the articles on house prices and heat pumps and on half of the claims of the
# one on Weilidai; the other half was kept apart.
WEIGHTS = dict(meaning=1.5, alone=1.0, named=0.15, unit=0.05, near=0.1, value=0.2, year=0.05, figures=0.15)
# A statement whose words find much, as a long one full of figures does, is found by them: from this BM25 score of the
# best passage on, for each text and words of weight 1, meaning counts less, and so do words that were not asked.
# Chosen, with the weights of "figures" and "alone", on Climate-FEVER, HealthVer, RGB and filings of firms.
PLENTY = 10.0
POOL = 400  # passages that the words put forward, and as many by what they mean, for each wording
NEAR = 2.0  # a near value is at most so many times larger or smaller


def plain(index: Index, words: str, most: int = 10) -> list[Hit]:
    """Rank passages by some words alone, all alike (BM25), as the measure to be beaten."""
    scores = index.by_words(dict.fromkeys(tokens(words), 1.0))
    return [Hit(int(place), float(scores[place])) for place in highest(scores, most)]


def rank(index: Index, query: Query, most: int = 10, weights: Mapping[str, float] = WEIGHTS) -> list[Hit]:
    """Rank the passages, and the cells of tables, whose figures may support or contradict a claim.

    Parameters
    ----------
    index : Index
    query : Query
        See `claimbook.find.queries`.
    most : int
    weights : dict of str to float

    Returns
    -------
    list of Hit
        The best first, at most `most`.
    """
    found = _passages(index, query, most, weights) if index.passages else []
    if not index.sheets:
        return found
    held = cells.share(query, index.passages[found[0].place].text) if found else 0.0
    level = cells.WORTH["words"] * held - 1  # the best passage's words count 1, however few of the claim's it holds
    of_text = [replace(hit, score=round(hit.score + level, 4)) for hit in found]
    of_tables = cells.best(index.sheets, index.meant @ _middle(query.claim.texts), query, most)
    hits = [*of_text, *(Hit(-1, score, passage) for score, passage in of_tables)]
    return sorted(hits, key=lambda hit: -hit.score)[:most]


def tables(index: Index, query: Query, most: int = 10) -> list[tuple[Table, Cell]]:
    """Rank cells alone for a claim, by what names them and not by their value; each with its table.

    Parameters
    ----------
    index : Index
    query : Query
    most : int
    """
    asked = replace(query, quantity=None)  # a change is not printed in the table that it is computed from
    best = cells.best(index.sheets, index.meant @ _middle(query.claim.texts), asked, most) if index.sheets else []
    every = [sheet.table for sheet in index.sheets]
    return [
        (table, one.cell)
        for _, one in best
        if one.cell
        for table in every
        if (table.document, table.page) == (one.document, one.page) and cells.passage_of(table, one.cell) == one
    ]


def _passages(index: Index, query: Query, most: int, weights: Mapping[str, float]) -> list[Hit]:
    scores, put_forward = weights["named"] * np.any([index.naming(name) for name in query.names], axis=0), []
    for wording in (asked for asked in (query.claim, query.searches) if asked.worth):
        by_words, meant = index.by_words(wording.words), index.by_meaning(_middle(wording.texts))
        most_by_words = by_words.max(initial=0.0) or 1.0
        scarce = min(1.0, PLENTY * len(wording.texts) * max(wording.words.values(), default=1.0) / most_by_words)
        alone = len(wording.texts) == 1
        meaning = weights["alone" if alone else "meaning"] * scarce**2 * meant
        if alone:
            by_words = index.by_words(widened(index, wording, by_words / most_by_words + meaning, scarce))
        scores = scores + wording.worth * (by_words / (by_words.max(initial=0.0) or 1.0) + meaning)
        put_forward += [*highest(by_words, POOL), *highest(meant, POOL)]
    sought = query.quantity
    level = sought.level() if sought else None
    total: dict[int, float] = {}
    for place in set(map(int, put_forward)):
        passage, total[place] = index.passages[place], float(scores[place])
        if sought and level:
            numbers = [number for number in passage.numbers if number.suits(query.dated)]
            total[place] += max((_near(one, sought.unit, level, weights) for one in numbers), default=0.0)
        if query.figures:
            total[place] += weights["figures"] * _printed(passage.numbers, query.figures)
        if query.years and query.years & set(YEAR.findall(passage.text)):
            total[place] += weights["year"]
    best = sorted(total, key=lambda place: (-total[place], place))[:most]
    return [Hit(place, round(total[place], 4)) for place in best]


@lru_cache(1024)
def _middle(texts: tuple[str, ...]) -> NDArray[np.float32]:
    """Return the mean of what some texts mean; the mean of their nearness is the nearness to it.

    Passages and tables are asked the same, and a claim is asked again when its passages are accepted.
    """
    found = vectors(list(texts)).astype(np.float32)
    return found.mean(0) if len(found) else np.zeros(found.shape[1], np.float32)


def _printed(numbers: Iterable[Number], figures: frozenset[tuple[Decimal, Decimal]]) -> float:
    """Return the share of some figures that are among the numbers of a passage, whatever their units."""
    return len(figures & {(Decimal(one.low), Decimal(one.high)) for one in numbers}) / len(figures)


def _near(number: Number, unit: str, level: Interval, weights: Mapping[str, float]) -> float:
    """Return the worth of a number that has the claim's unit, and more if it is near or agrees."""
    if not alike(number.unit, unit):
        return 0.0
    first, last, low, high = (float(end) for end in (level.low, level.high, number.low, number.high))
    middle, other = (first + last) / 2, (low + high) / 2
    larger, smaller = max(abs(middle), abs(other)), max(min(abs(middle), abs(other)), 1e-12)
    near = weights["near"] if larger / smaller <= NEAR else 0.0
    return weights["unit"] + (weights["value"] if low <= last and high >= first else near)
