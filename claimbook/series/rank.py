"""Rank series for a claim: by what their titles mean, by the words that they share, and by whether the unit fits."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from claimbook.find.meaning import vectors
from claimbook.find.passage import tokens
from claimbook.series.meant import Meaning
from claimbook.series.series import Series
from claimbook.series.signs import BRACKET, Profile, profile, signs
from claimbook.series.wanted import Wanted

# What each sign is worth, those of `signs` by their names; “meaning” is of the title, “about” of all that is said of
# the series, “added” of the title beside what the synonyms add alone, “kin” of its part of a breakdown, beside others.
# Learnt from pairs of a right and a wrong series of claims whose right series was known before.
WEIGHTS = {
    "meaning": 1.0,
    "about": 0.4,
    "added": 0.05,
    "shared": 0.5,
    "whole": 0.5,
    "unit": 0.25,
    "breakdown": -0.2,
    "kin": 0.3,
    "ranges": 0.25,
    "yearly": 0.3,
    "per": -0.15,
    "share": -0.3,
    "part": -0.2,
    "places": -0.2,
    "size": -0.15,
}
COMPARING = frozenset(tokens("more than less fewer other"))  # of a claim: they name no metric
ADDED = 0.5  # what a word counts that a synonym adds


class Hit(NamedTuple):
    """A series with its score."""

    series: Series
    score: float


@dataclass(frozen=True)
class Catalogue:
    """All series, ready to be ranked."""

    series: tuple[Series, ...]
    titles: NDArray[np.float32]
    abouts: NDArray[np.float32]
    parts: NDArray[np.float32]

    @classmethod
    def of(cls, series: Collection[Series], meaning: Meaning = vectors) -> Self:
        """Make the catalogue of some series; `meaning` makes vectors of texts."""
        every = tuple(series)
        titles = [one.title for one in every]
        abouts = [f"{one.title}, {one.unit}. {one.definition}"[:400] for one in every]
        parts = ["; ".join(BRACKET.findall(title)) for title in titles]
        made = meaning([*titles, *abouts, *parts]).astype(np.float32)
        return cls(every, *np.split(made, 3))

    @cached_property
    def families(self) -> Mapping[str, list[int]]:
        """Where the series are whose titles differ in what is in brackets alone: the parts of one breakdown."""
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self.series):
            if BRACKET.search(one.title):
                found.setdefault(BRACKET.sub("", one.title), []).append(at)
        return {title: members for title, members in found.items() if len(members) > 1}

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """What the title, the unit and the definition of each series say."""
        return tuple(profile(one) for one in self.series)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much each stem says: the rarer, the more."""
        counts = Counter(word for one in self.profiles for word in one.words | one.unit)
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
        found = self.signs(wanted)
        scores = np.sum([weights[name] * values for name, values in found.items()], axis=0)
        best = sorted(range(len(scores)), key=lambda at: (-scores[at], self.series[at].id))[:most]
        return [Hit(self.series[at], round(float(scores[at]), 4)) for at in best]

    def signs(self, wanted: Wanted) -> dict[str, NDArray[np.float64]]:
        """Return each sign that a series is meant, for all of them."""
        said = dict.fromkeys(tokens(wanted.added), ADDED) | dict.fromkeys(tokens(wanted.words), 1.0)
        said = {word: worth for word, worth in said.items() if word not in COMPARING}
        total = sum(self.rarity.get(word, 0.0) * worth for word, worth in said.items()) or 1.0
        every = [
            signs(one, own, wanted, said, total, self.rarity)
            for one, own in zip(self.series, self.profiles, strict=True)
        ]
        return self._meant(wanted) | {name: np.array([one[name] for one in every]) for name in every[0]}

    def _meant(self, wanted: Wanted) -> dict[str, NDArray[np.float64]]:
        """Return the signs that are by meaning."""
        added = [f"{wanted.words} {wanted.added}", wanted.added] if wanted.added else []
        asked = vectors([wanted.words, *added]).astype(np.float32).T
        kin = np.zeros(len(self.series))
        near = (self.parts @ asked).max(1)
        for members in self.families.values():
            kin[members] = near[members] - near[members].mean()
        return {
            "meaning": (self.titles @ asked[:, :2]).max(1),
            "about": (self.abouts @ asked[:, :2]).max(1),
            "added": self.titles @ asked[:, -1],
            "kin": kin,
        }
