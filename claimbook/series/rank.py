"""Rank series for a claim: by what their titles mean, by the words that they share, and by whether the unit fits."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from claimbook.find.meaning import vectors
from claimbook.find.passage import tokens
from claimbook.series.meant import Meaning
from claimbook.series.scale import Scale, of_series
from claimbook.series.series import Series

# What each sign is worth. “shared”: the part of the claim's words that the title holds; “whole”: the part of the title
# that the claim's words hold; “breakdown”: its bracket names a part that the claim does not; “per”: it is per head and
# the claim is not, or the reverse; “share”: it is a part of an amount, and the claim is of the amount itself.
# Chosen on the development claims and on own ones.
WEIGHTS = {
    "meaning": 1.0,
    "about": 0.35,
    "shared": 0.45,
    "whole": 0.45,
    "unit": 0.25,
    "breakdown": 0.25,
    "per": 0.15,
    "share": 0.25,
    "part": 0.12,
    "places": 0.15,
}
# Stems of titles that are of a part, or of what is made from the plain total; a claim that means them says so.
PARTS = frozenset(
    tokens(
        "cumulative female male women men change rural urban youth labor wind solar hydropower bioenergy nuclear coal"
    )
)
COMPARING = frozenset(tokens("more than less fewer other"))  # of a claim: they name no metric
ADDED = 0.5  # what a word counts that a synonym adds
BRACKET = re.compile(r"\(([^)]*)\)")
PER_HEAD = re.compile(
    r"(?i)(?:per|each|every) (?:capita|person|head|inhabitant|citizen|resident)"
    r"|per (?:[\d,]+ (?:people|population)|million|woman)|人均|每人"
)
SHARE = re.compile(
    r"(?i)\b(?:share|percent(?:age)?|per cent|proportion|portion|fraction|part of|mix|rely|relies|reliant"
    r"|depends?|source of|out of|half|third|quarter|fifth|tenth|majority|most of)\b|%|占|比重|比例|份额"
)
OF_AMOUNT = re.compile(
    r"(?i)^share of (?:global|annual|world|electricity|energy|final|primary|land|total|agricultural)\b"
)
SPACE = re.compile(r"\s+")


class Hit(NamedTuple):
    """A series with its score."""

    series: Series
    score: float


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words without places, years and numbers, the scales of numbers, whether it may be a share."""

    words: str
    scales: tuple[Scale, ...] = ()
    places: tuple[str, ...] = ()
    share: bool = True

    @cached_property
    def per_head(self) -> bool:
        """Whether the claim is about something per head."""
        return bool(PER_HEAD.search(self.words))

    @cached_property
    def added(self) -> str:
        """What the synonyms add."""
        found = [(match, meant) for pattern, meant in _synonyms() for match in pattern.finditer(self.words)]
        spans = [match.span() for match, _ in found]
        whole = [meant for match, meant in found if not any(_inside(match.span(), other) for other in spans)]
        return " ".join(dict.fromkeys(whole))


@dataclass(frozen=True)
class Catalogue:
    """All series, ready to be ranked."""

    series: tuple[Series, ...]
    titles: NDArray[np.float32]
    abouts: NDArray[np.float32]

    @classmethod
    def of(cls, series: Collection[Series], meaning: Meaning = vectors) -> Self:
        """Make the catalogue of some series; `meaning` makes vectors of texts."""
        every = tuple(series)
        titles = [one.title for one in every]
        abouts = [f"{one.title}, {one.unit}. {one.definition}"[:400] for one in every]
        made = meaning([*titles, *abouts]).astype(np.float32)
        return cls(every, made[: len(every)], made[len(every) :])

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The stems of each title."""
        return tuple(frozenset(tokens(BRACKET.sub(" ", one.title)) + tokens(_bracket(one))) for one in self.series)

    @cached_property
    def brackets(self) -> tuple[frozenset[str], ...]:
        """The stems of what each title has in brackets."""
        return tuple(frozenset(tokens(_bracket(one))) for one in self.series)

    @cached_property
    def per_head(self) -> tuple[bool, ...]:
        """Whether each series is per head, or per so many people."""
        return tuple(bool(PER_HEAD.search(f"{one.title} {one.unit}")) for one in self.series)

    @cached_property
    def shares(self) -> tuple[bool, ...]:
        """Whether each series is a part of an amount, such as of all electricity."""
        return tuple(bool(OF_AMOUNT.search(one.title)) for one in self.series)

    @cached_property
    def units(self) -> tuple[frozenset[str], ...]:
        """The stems of each unit."""
        return tuple(frozenset(tokens(one.unit)) for one in self.series)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much each stem says: the rarer, the more."""
        counts = Counter(word for pair in zip(self.words, self.units, strict=True) for word in pair[0] | pair[1])
        return {word: math.log(1 + len(self.series) / count) for word, count in counts.items()}

    def rank(self, wanted: Wanted, most: int = 10, weights: Mapping[str, float] = WEIGHTS) -> list[Hit]:
        """Return the series that a claim may speak of, the best first.

        Parameters
        ----------
        wanted : Wanted
        most : int
        weights : dict of str to float
        """
        if not self.series:
            return []
        texts = [wanted.words, *([f"{wanted.words} {wanted.added}"] if wanted.added else [])]
        asked = vectors(texts).astype(np.float32)
        scores = weights["meaning"] * (self.titles @ asked.T).max(1) + weights["about"] * (self.abouts @ asked.T).max(1)
        said = dict.fromkeys(tokens(wanted.added), ADDED) | dict.fromkeys(tokens(wanted.words), 1.0)
        said = {word: worth for word, worth in said.items() if word not in COMPARING}
        total = sum(self.rarity.get(word, 0.0) * worth for word, worth in said.items()) or 1.0
        for at, one in enumerate(self.series):
            scores[at] += self._beside(at, one, said, total, wanted, weights)
        best = sorted(range(len(scores)), key=lambda at: (-scores[at], self.series[at].id))[:most]
        return [Hit(self.series[at], round(float(scores[at]), 4)) for at in best]

    def _beside(
        self,
        at: int,
        one: Series,
        said: Mapping[str, float],
        total: float,
        wanted: Wanted,
        weights: Mapping[str, float],
    ) -> float:
        """Return what the words, the unit and the places of a series are worth."""
        own = self.words[at]
        both = [word for word in own if word in said]
        of_unit = [word for word in self.units[at] - own if word in said]
        shared = sum(self.rarity[word] * said[word] for word in [*both, *of_unit]) / total
        whole = sum(self.rarity[word] * said[word] for word in both) / (sum(self.rarity[word] for word in own) or 1.0)
        score = weights["shared"] * shared + weights["whole"] * whole
        bracket = self.brackets[at]
        if bracket:
            weighed = {word: self.rarity.get(word, 1.0) for word in bracket}
            lacking = sum(worth for word, worth in weighed.items() if word not in said)
            score -= weights["breakdown"] * lacking / sum(weighed.values())
        if self.per_head[at] != wanted.per_head:
            score -= weights["per"]
        if self.shares[at] and not wanted.share:
            score -= weights["share"]
        score -= weights["part"] * len([word for word in PARTS & own if word not in said])
        if wanted.scales:
            scale = of_series(one.unit)
            score += weights["unit"] if any(asked.fits(scale) for asked in wanted.scales) else -weights["unit"]
        if wanted.places and not any(place in one.columns for place in wanted.places):
            score -= weights["places"]
        return score


def _bracket(one: Series) -> str:
    return " ".join(BRACKET.findall(one.title))


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether a longer match holds one: “economy” in “economy grew” is not meant by itself."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


@cache
def _synonyms() -> Sequence[tuple[re.Pattern[str], str]]:
    """Return patterns of what is said, with what titles call it."""
    with (Path(__file__).parent / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(_pattern(row["said"]), row["meant"]) for row in rows]


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"\\b(?:{one})\\b" if one.isascii() or "₂" in one else one for one in _cut(said)), re.IGNORECASE
    )


def _cut(said: str) -> list[str]:
    """Cut at each `|` that is outside of brackets."""
    parts, depth = [""], 0
    for sign in said:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
