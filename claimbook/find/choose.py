"""Which number of a passage is the one to set beside a claim: by what it measures, and only then by its nearness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimbook.find.alike import changes, same_measure, same_owner, same_period
from claimbook.find.around import SHORT, against, is_earlier, said_against, shares
from claimbook.find.meaning import vectors
from claimbook.find.said import Said, is_from_afar, said
from claimbook.judge.claim import Claim
from claimbook.quantity.period import period
from claimbook.quantity.unit import split
from claimbook.tables.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date

    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.passage import Passage

# What each sign of the right number is worth: that the claim's words are around it, that its drafted metric, period and
# owner are the same, that it is a change or a level as the claim's is, what its clause means, that it is near, that it
# is set against the same time, and that it is of the time of a change, and not of before.
# Chosen on the passages of benchmarks/numbers.
WORTH = {
    "words": 3.0,
    "metric": 0.5,
    "period": 1.0,
    "entity": 0.8,
    "change": 0.8,
    "meaning": 0.3,
    "near": 0.8,
    "against": 1.5,
    "earlier": 1.0,
}
MAGNITUDE = 0.01  # a number so many times as small or large as the claim's is of another thing
MANY = 40  # numbers of one passage whose words are compared by meaning
OTHER = -3.0  # how far that speaks against it
ADDED = re.compile(r"(?i)\b(?:added|additions?|additional|new|newly)\b|新增|净增")
DEGREE = {True: 1.0, None: 0.0, False: -1.0}


def alike(one: str, other: str) -> bool:
    """Return whether two units are the same, or one leaves out what the other is per."""
    (counted, per), (its_counted, its_per) = split(one), split(other)
    return counted == its_counted and (per == its_per or not (per and its_per))


def choose(
    claim: Claim, passage: Passage, today: date | None = None, before: str = "", book: Lexicon | None = None
) -> Said | None:
    """Return the number of a passage that measures what a claim says; None where no number has the claim's unit.

    Parameters
    ----------
    claim : Claim
    passage : Passage
    today, before, book : as for `claimbook.find.said.said`
    """
    if not claim.quantity:
        return None
    every = said(passage, today, before, book)
    fitting = [one for one in every if _fits(claim, one)] or _dates(claim, passage)
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    worth = [sum(WORTH[sign] * value for sign, value in one.items()) for one in signs(claim, passage, fitting, book)]
    return fitting[max(range(len(fitting)), key=lambda at: (worth[at], -at))]


def signs(
    claim: Claim, passage: Passage, fitting: Sequence[Said], book: Lexicon | None = None
) -> list[dict[str, float]]:
    """Return what speaks for each number, by the names of `WORTH`: at most 1, and below 0 what speaks against it."""
    meant = _meant(claim, passage, fitting)
    says = f"{claim.subject} {claim.metric} {claim.population}".strip() or str(claim.statement)
    held = shares(says, passage, fitting, book)
    asked = against(claim.metric)
    return [
        {
            **_cells(claim, one, book),
            "near": _nearness(claim, one),
            "meaning": like,
            "words": share,
            "against": _alike(asked, said_against(passage, one)),
            "earlier": _is_of_before(claim, one, last) if is_earlier(passage, one) else 0.0,
        }
        for last, one, like, share in zip([None, *fitting], fitting, meant, held, strict=False)
    ]


def _alike(one: str, other: str) -> float:
    """Return 1 for two words that are the same, -1 for others, and 0 where one is missing."""
    return 0.0 if not one or not other else 1.0 if one == other else -1.0


def _is_of_before(claim: Claim, one: Said, last: Said | None) -> float:
    """Return 1 where a claim is of the time before a change, as a number after “from” is, else -1."""
    own = one.cells.get("period", "")
    if last and last.sentence == one.sentence and last.cells.get("period", "") != own:
        return 1.0 if same_period(claim.period_text, own) else -1.0
    try:
        return 1.0 if period(claim.period_text).last < period(own).first else -1.0
    except ValueError:
        return -1.0


def _fits(claim: Claim, one: Said) -> bool:
    quantity = claim.quantity
    if not quantity or not one.number.suits(claim.dated):
        return False
    return alike(one.number.unit, quantity.unit) or (one.number.unit == "" and bool(quantity.unit))  # a table's cell


def _dates(claim: Claim, passage: Passage) -> list[Said]:
    """Return the dates of a passage for a claim about one."""
    dated = [one for one in passage.numbers if claim.dated and one.dated and one.unit == "year"]
    return [Said(one, (0, len(passage.text))) for one in dated]


def _cells(claim: Claim, one: Said, book: Lexicon | None) -> dict[str, float]:
    """Return what the drafted cells of a number say for it, or against it."""
    cells, change = one.cells, claim.kind == Kind.CHANGE or changes(claim.metric)
    metric, period = cells.get("metric", ""), cells.get("period", "")
    found = {
        "change": change == one.change,
        "metric": same_measure(metric, claim.metric, claim.subject, book) if metric and claim.metric else None,
        "period": same_period(claim.period_text, period),
        "entity": same_owner(cells.get("entity", ""), metric, claim.subject, claim.metric, book),
    }
    added = ADDED.search(claim.metric)  # how much there is of what is new, and by how much it grew
    doubted = {sign for sign in found if (added and sign in ("change", "metric")) or is_from_afar(one.places, sign)}
    found = {sign: None if value is False and sign in doubted else value for sign, value in found.items()}
    return {sign: DEGREE[value] for sign, value in found.items()}


def _nearness(claim: Claim, one: Said) -> float:
    """Return 1 for the claim's own number, less the further another is, and `OTHER` for one of another magnitude."""
    level = claim.quantity.level() if claim.quantity else None
    if level is None:
        return 0.0
    first, last, low, high = (float(end) for end in (level.low, level.high, one.number.low, one.number.high))
    middle, other = abs(first + last) / 2, abs(low + high) / 2
    ratio = min(middle, other) / max(middle, other, 1e-12)
    if ratio < MAGNITUDE:
        return OTHER
    return (1.0 + ratio) / 2 if low <= last and high >= first else ratio / 2


def _meant(claim: Claim, passage: Passage, fitting: Sequence[Said]) -> Iterable[float]:
    """Return how near the words just before each number, from the last number on, are to the claim's in meaning."""
    if len(fitting) > MANY:  # a list, whose numbers have no words of their own, and each would take some 20 ms
        return [0.0] * len(fitting)
    says = f"{claim.subject} {claim.metric}".strip() or str(claim.statement)
    texts = [_around(passage, one) for one in fitting]
    meant = _vector(says).astype(float)
    return (float(meant @ _vector(text).astype(float)) for text in texts)


@lru_cache(4096)
def _vector(text: str) -> NDArray[np.float16]:
    """Return what a short text means; the same numbers are offered for claim after claim."""
    found: NDArray[np.float16] = vectors([text])[0]
    return found


def _around(passage: Passage, one: Said) -> str:
    """Return the part of its sentence that ends with a number: from the number before it, unless that is short."""
    before = (other for other in passage.numbers if one.sentence[0] <= other.start < one.number.start)
    begin = max((other.start + len(other.words) for other in before if not other.dated), default=one.sentence[0])
    begin = begin if one.number.start - begin >= SHORT else one.sentence[0]
    return f"{one.cells.get('entity', '')} {passage.text[begin : one.number.start + len(one.number.words)]}".strip()
