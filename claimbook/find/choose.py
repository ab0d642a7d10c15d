"""Which number of a passage is the one to set beside a claim: by what it measures, and only then by its nearness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimbook.find.alike import changes, same_metric, same_owner, same_period
from claimbook.find.meaning import vectors
from claimbook.find.said import Said, said
from claimbook.judge.claim import Claim
from claimbook.quantity.unit import split
from claimbook.tables.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date

    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.passage import Passage

# What each sign of the right number is worth: that it measures the same, changes or not as the claim does, is of the
# same period and of the same one; that the words around it mean the same; and that it is near.
WORTH = {"metric": 2.0, "change": 1.5, "period": 1.0, "entity": 0.8, "meaning": 1.0, "near": 0.6}
SHORT = 10  # characters between two numbers that name nothing of their own, at most
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
    meant = _meant(claim, passage, fitting)
    worth = [_worth(claim, one, book) + WORTH["meaning"] * like for one, like in zip(fitting, meant, strict=True)]
    return fitting[max(range(len(fitting)), key=lambda at: (worth[at], -at))]


def _fits(claim: Claim, one: Said) -> bool:
    quantity = claim.quantity
    if not quantity or not one.number.suits(claim.dated):
        return False
    return alike(one.number.unit, quantity.unit) or (one.number.unit == "" and bool(quantity.unit))  # a table's cell


def _dates(claim: Claim, passage: Passage) -> list[Said]:
    """Return the dates of a passage for a claim about one."""
    dated = [one for one in passage.numbers if claim.dated and one.dated and one.unit == "year"]
    return [Said(one, (0, len(passage.text))) for one in dated]


def _worth(claim: Claim, one: Said, book: Lexicon | None) -> float:
    """Return what the cells of a number and its nearness are worth."""
    cells, change = one.cells, claim.kind == Kind.CHANGE or changes(claim.metric)
    worth = WORTH["change"] * (1.0 if change == one.change else -1.0)
    if claim.metric and cells.get("metric"):
        worth += WORTH["metric"] * DEGREE[same_metric(claim.metric, cells["metric"], book)]
    if claim.period_text and cells.get("period"):
        worth += WORTH["period"] * DEGREE[same_period(claim.period_text, cells["period"])]
    same = same_owner(cells.get("entity", ""), cells.get("metric", ""), claim.subject, claim.metric, book)
    worth += WORTH["entity"] * DEGREE[same]
    return worth + WORTH["near"] * _nearness(claim, one)


def _nearness(claim: Claim, one: Said) -> float:
    """Return 1 for the claim's own number, and less the further another is; more for one that may be the same."""
    level = claim.quantity.level() if claim.quantity else None
    if level is None:
        return 0.0
    first, last, low, high = (float(end) for end in (level.low, level.high, one.number.low, one.number.high))
    middle, other = abs(first + last) / 2, abs(low + high) / 2
    ratio = min(middle, other) / max(middle, other, 1e-12)
    return (1.0 + ratio) / 2 if low <= last and high >= first else ratio / 2


def _meant(claim: Claim, passage: Passage, fitting: Sequence[Said]) -> Iterable[float]:
    """Return how near the words just before each number, from the last number on, are to the claim's in meaning."""
    says = f"{claim.subject} {claim.metric}".strip() or str(claim.statement)
    texts = [_around(passage, one) for one in fitting]
    found = vectors([says, *texts]).astype(float)
    return (float(found[0] @ one) for one in found[1:])


def _around(passage: Passage, one: Said) -> str:
    """Return the part of its sentence that ends with a number: from the number before it, unless that is short."""
    before = (other for other in passage.numbers if one.sentence[0] <= other.start < one.number.start)
    begin = max((other.start + len(other.words) for other in before if not other.dated), default=one.sentence[0])
    begin = begin if one.number.start - begin >= SHORT else one.sentence[0]
    return f"{one.cells.get('entity', '')} {passage.text[begin : one.number.start + len(one.number.words)]}".strip()
