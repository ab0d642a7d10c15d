"""Rank passages for a claim: by their words, and by what their numbers say."""

import re
from dataclasses import dataclass

import numpy as np

from claimbook.find.passage import tokens
from claimbook.language import in_chinese

# What each sign of a bearing figure is worth beside the words, whose best passage is worth 1. Chosen on the
# articles on house prices and heat pumps.
WEIGHTS = {"unit": 0.05, "near": 0.1, "value": 0.2, "year": 0.05}
POOL = 400  # passages that the words alone put forward
NEAR = 2.0  # a near value is at most so many times larger or smaller
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Hit:
    """A passage with its score, and the number of it that is nearest to the claim's."""

    place: int
    score: float
    printed: str = ""


def query_of(claim, book=None):
    """Return the words that a claim is looked for by, in both languages: its statement and what it names."""
    named = (claim.metric, claim.subject, claim.population)
    words = [claim.statement_en, claim.statement_zh, *named, *(in_chinese(name, book) or "" for name in named)]
    return " ".join(words)


def plain(index, query, most=10):
    """Rank passages by their words alone (BM25), as the measure to be beaten."""
    places, scores = _words(index, query, most)
    return [Hit(int(place), float(score)) for place, score in zip(places, scores, strict=True)]


def rank(index, claim, book=None, most=10, weights=WEIGHTS):
    """Rank the passages whose figures could bear on a claim.

    Returns
    -------
    list of Hit
        The best first, at most `most`.
    """
    places, scores = _words(index, query_of(claim, book), POOL)
    total = {int(place): float(score) / (float(scores[0]) or 1) for place, score in zip(places, scores, strict=True)}
    level = claim.quantity and claim.quantity.level()
    printed, years = {}, set(YEAR.findall(claim.period_text))
    for place in total:
        passage = index.passages[place]
        if level:
            worth, printed[place] = _nearest(passage.numbers, claim.quantity.unit, level, weights)
            total[place] += worth
        if years and years & set(YEAR.findall(passage.text)):
            total[place] += weights["year"]
    best = sorted(total, key=lambda place: (-total[place], place))[:most]
    return [Hit(place, round(total[place], 4), printed.get(place, "")) for place in best]


def _words(index, query, most):
    asked = tokens(query)
    most = min(most, len(index.passages))
    if not asked or not most:
        return [], []
    scores = index.bm25.get_scores(list(dict.fromkeys(asked)))
    places = np.argpartition(-scores, most - 1)[:most]
    places = places[np.argsort(-scores[places], kind="stable")]
    return places, scores[places]


def _nearest(numbers, unit, level, weights):
    """Return what the nearest number of the claim's unit is worth, and its words; nothing where there is none."""
    first, last = float(level.low), float(level.high)
    middle, found = max(abs(first + last) / 2, 1e-12), [(0.0, "")]
    for low, high, kind, words in numbers:
        if kind == unit:
            other = max(abs(low + high) / 2, 1e-12)
            near = weights["near"] if max(middle / other, other / middle) <= NEAR else 0.0
            found.append((weights["unit"] + (weights["value"] if low <= last and high >= first else near), words))
    return max(found, key=lambda pair: pair[0])
