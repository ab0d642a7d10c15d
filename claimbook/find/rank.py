"""Rank passages for a claim: by their words, and by what their numbers say."""

import re
from dataclasses import dataclass

import numpy as np

from claimbook.find.passage import tokens
from claimbook.language import in_chinese

# What each sign of a bearing figure is worth beside the words, whose best passage is worth 1. Chosen on the
# articles on house prices and heat pumps, and measured on the article on Weilidai.
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
    """Return the words that a claim is looked for by, in both languages."""
    return " ".join([claim.statement_en, claim.statement_zh, claim.metric, in_chinese(claim.metric, book) or ""])


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
    printed = {}
    if claim.quantity:
        for place, worth, words in _numbers(index, claim.quantity, weights):
            if place in total or worth >= weights["value"]:
                total[place] = total.get(place, 0.0) + worth
                printed[place] = words
    years = set(YEAR.findall(claim.period_text))
    for place in total:
        if years and years & set(YEAR.findall(index.passages[place].text)):
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


def _numbers(index, quantity, weights):
    """Yield for each passage with a number of the claim's unit what the nearest one is worth, and its words."""
    low, high, unit, place = index.numbers
    mine = np.nonzero(unit == quantity.unit)[0]
    if not len(mine):
        return
    level = quantity.level()
    first, last = float(level.low), float(level.high)
    same = (low[mine] <= last) & (high[mine] >= first)
    middle, other = max(abs(first + last) / 2, 1e-12), np.maximum(np.abs(low[mine] + high[mine]) / 2, 1e-12)
    near = np.maximum(middle / other, other / middle) <= NEAR
    worth = weights["unit"] + np.where(same, weights["value"], np.where(near, weights["near"], 0.0))
    seen = {}
    for number, value in sorted(zip(mine, worth, strict=True), key=lambda pair: -pair[1]):
        seen.setdefault(int(place[number]), (float(value), number))
    for where, (value, number) in seen.items():
        yield where, value, _printed(index.passages[where], low[number], high[number], quantity.unit)


def _printed(passage, low, high, unit):
    return next((words for a, b, kind, words in passage.numbers if (a, b, kind) == (low, high, unit)), "")
