"""Rank the cells of tables for a claim: by the words of their heads, their periods, units and values."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from claimbook.find.passage import Passage, tokens
from claimbook.find.query import Query
from claimbook.find.table import Cell, Table
from claimbook.quantity.when import period_of

# What each sign of a cell is worth beside the words of its heads, which are worth as much as the share of the claim's
# words that they hold: the table's meaning, its year, its unit, a near value, the value itself.
WORTH = {"words": 2.0, "meaning": 0.5, "year": 0.4, "newest": 0.1, "unit": 0.15, "near": 0.1, "value": 0.3}
ROWS, COLUMNS = 40, 12  # of a table, that are looked at cell by cell
MORE = WORTH["year"] + WORTH["unit"] + WORTH["value"]  # what a cell is worth beside the words of its heads, at most
LEVELS = {"percentage_point": "percent", "basis_point": "percent"}  # a change in points is one of a percentage
LIKE = 0.8  # what a word is worth beside one that is misspelled by a letter
SHORTEST = 6  # letters of such a word
RATES = frozenset(("rate", "率"))  # words of a claim about a percentage, whatever the unit of its own number
OF_NUMBERS = frozenset(
    ("percent", "percentage", "point", "time", "times", "thousand", "million", "billion")
)  # words of the claim's own number, which say nothing of what is measured
NEAR = 2.0  # a near value is at most so many times larger or smaller


@dataclass(frozen=True)
class Sheet:
    """A table, ready to be ranked."""

    table: Table

    @cached_property
    def words(self) -> frozenset[str]:
        """The tokens of what names the table: its file, its sheet and the words above it."""
        return frozenset(tokens(f"{self.table.document} {self.table.page} {self.table.title}".replace("_", " ")))

    @cached_property
    def heads(self) -> dict[int, frozenset[str]]:
        """The tokens of the head of each column of numbers."""
        return {column: frozenset(tokens(self.table.heads[column])) for column in self.table.values}

    @cached_property
    def periods(self) -> dict[int, str]:
        """The period that the head of each column of numbers names, if any."""
        return {column: period_of(self.table.heads[column]) for column in self.table.values}

    @cached_property
    def rows(self) -> Mapping[str, NDArray[np.int_]]:
        """The rows that each token names or dates."""
        found: dict[str, list[int]] = defaultdict(list)
        known: dict[str, list[str]] = {}
        for row in range(len(self.table.body)):
            words = f"{self.table.side(row)} {self.table.dates(row)}"
            for token in known.setdefault(words, list(dict.fromkeys(tokens(words)))):
                found[token].append(row)
        return {token: np.array(rows) for token, rows in found.items()}

    @cached_property
    def newest(self) -> tuple[NDArray[np.int_], frozenset[int]]:
        """The rows and the columns with the latest date: what an undated claim is about."""
        dates = [self.table.dates(row) for row in range(len(self.table.body))] if self.table.dated else []
        periods = {date: period_of(date) for date in dict.fromkeys(dates)}
        last = max(periods.values(), default="")
        latest = max(self.periods.values(), default="")
        return (
            np.array([row for row, date in enumerate(dates) if last and periods[date] == last], int),
            frozenset(column for column, period in self.periods.items() if latest and period == latest),
        )


def text_of(table: Table, cell: Cell) -> str:
    """Return a cell as a passage: what names the table, the row and the column, and the number as printed."""
    where = " · ".join(filter(None, (table.title or table.document, cell.side, table.dates(cell.row), cell.head)))
    return f"{where}: {cell.number.words}"


def passage_of(table: Table, cell: Cell) -> Passage:
    """Return a cell as a passage with its one number."""
    return Passage(table.document, table.page, text_of(table, cell), (cell.number,), cell)


def best(sheets: Sequence[Sheet], meant: NDArray[np.float32], query: Query, most: int) -> list[tuple[float, Passage]]:
    """Return the best cells with their scores, at most `most` of them.

    Parameters
    ----------
    sheets : sequence of Sheet
    meant : numpy.ndarray, (sheets,)
        How near the meaning of each table is to the claim's.
    query : Query
    most : int
    """
    asked = Asked({word: WORTH["words"] * part for word, part in _parts(query).items()}, query)
    ranked = [_scored(sheet, asked, WORTH["meaning"] * float(like)) for sheet, like in zip(sheets, meant, strict=True)]
    ranked.sort(key=lambda one: -one.bound)
    found: list[tuple[float, Table, Cell]] = []
    for one in ranked:
        if len(found) == most and found[-1][0] >= one.bound + MORE:
            break
        found += [(score, one.sheet.table, cell) for score, cell in _cells(one, asked)]
        found = nsmallest(most, found, key=lambda one: (-one[0], one[1].document, one[2].row, one[2].column))
    return [(round(score, 4), passage_of(table, cell)) for score, table, cell in found]


def share(query: Query, text: str) -> float:
    """Return the share of a claim's words, by weight, that a text holds."""
    held = set(tokens(text))
    return sum(part for word, part in _parts(query).items() if word in held)


def _parts(query: Query) -> dict[str, float]:
    """Return the words of a claim with their shares of the whole; its own number and years are compared otherwise."""
    own = {f"{end:f}" for end in (query.quantity.low, query.quantity.high)} if query.quantity else set()
    own |= OF_NUMBERS if query.quantity else set()
    words = {word: weight for word, weight in query.claim.words.items() if word not in query.years | own}
    total = sum(words.values()) or 1.0
    return {word: weight / total for word, weight in words.items()}


@dataclass(frozen=True)
class Asked:
    """What is looked for: the words of the claim, each with its worth, and the query for its number and its years."""

    words: Mapping[str, float]
    query: Query


@dataclass(frozen=True)
class Scored:
    """A table with what its name, its rows and its columns are worth, and what its best cell can be worth by these."""

    sheet: Sheet
    named: float
    rows: NDArray[np.float64]
    columns: list[tuple[float, int]]

    @property
    def bound(self) -> float:
        """What the best cell is worth by the words of its heads."""
        return self.named + float(self.rows.max(initial=0.0)) + (self.columns[0][0] if self.columns else 0.0)


def _scored(sheet: Sheet, asked: Asked, like: float) -> Scored:
    rest = {word: worth for word, worth in asked.words.items() if word not in sheet.words}
    rows = np.zeros(len(sheet.table.body))
    for word in rest.keys() & sheet.rows.keys():
        rows[sheet.rows[word]] += rest[word]
    for year in asked.query.years & sheet.rows.keys():
        rows[sheet.rows[year]] += WORTH["year"]
    heads = {column: _held(head, rest) for column, head in sheet.heads.items()}
    for column, period in sheet.periods.items():
        heads[column] += WORTH["year"] * any(year in period for year in asked.query.years)
    if not asked.query.years:
        rows[sheet.newest[0]] += WORTH["newest"]
        heads = {column: worth + WORTH["newest"] * (column in sheet.newest[1]) for column, worth in heads.items()}
    named = like + sum(worth for word, worth in asked.words.items() if word in sheet.words)
    return Scored(sheet, named, rows, sorted(((worth, column) for column, worth in heads.items()), key=lambda x: -x[0]))


def _held(head: frozenset[str], asked: Mapping[str, float]) -> float:
    """Return what the words of a head are worth: in part, too, where one is misspelled."""
    worth, left = 0.0, head - asked.keys()
    for word, part in asked.items():
        worth += part if word in head else LIKE * part * any(misspelled(word, other) for other in left)
    return worth


@lru_cache(100_000)
def misspelled(word: str, other: str) -> bool:
    """Return whether two long words differ by one letter, after the first.

    Examples
    --------
    >>> misspelled("unemployed", "uneployed"), misspelled("employed", "unemployed"), misspelled("rate", "rates")
    (True, False, False)
    """
    short, long = sorted((word, other), key=len)
    if len(short) < SHORTEST or len(long) - len(short) > 1 or word[0] != other[0] or not (word + other).isascii():
        return False
    at = next(
        (place for place, letters in enumerate(zip(short, long, strict=False)) if len(set(letters)) > 1), len(short)
    )
    return short[at:] == long[at + 1 :] or (len(short) == len(long) and short[at + 1 :] == long[at + 1 :])


def _cells(one: Scored, asked: Asked) -> Iterator[tuple[float, Cell]]:
    """Yield the cells of the best rows and columns with their scores."""
    table = one.sheet.table
    for row in np.argsort(-one.rows, kind="stable")[:ROWS]:
        for worth, column in one.columns[:COLUMNS]:
            if cell := table.cell(int(row), column):
                heads = one.named + float(one.rows[row]) + worth
                dates = f"{table.dates(int(row))} {one.sheet.periods[column]}"
                yield heads + _worth(cell, dates, asked.query), cell


def _worth(cell: Cell, dates: str, query: Query) -> float:
    """Return what its unit and its value are worth, and its period where neither its row nor its column names it."""
    worth = 0.0
    if query.years and cell.period and not any(year in dates for year in query.years):
        worth += WORTH["year"] if any(year in cell.period for year in query.years) else -WORTH["year"]
    if cell.number.unit == "percent" and RATES & query.claim.words.keys():
        worth += WORTH["unit"]
    if not query.quantity or cell.number.unit not in ("", LEVELS.get(query.quantity.unit, query.quantity.unit)):
        return worth
    worth += WORTH["unit"] if cell.number.unit else 0.0
    level, value = query.quantity.level(), float(cell.number.low)
    first, last = float(level.low), float(level.high)
    if first <= value <= last:
        return worth + WORTH["value"]
    larger, smaller = max(abs(value), abs(last)), max(min(abs(value), abs(first)), 1e-12)
    return worth + (WORTH["near"] if larger / smaller <= NEAR else 0.0)
