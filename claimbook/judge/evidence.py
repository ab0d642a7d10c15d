"""Evidence: a figure set beside a claim; and the searches that looked for more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.judge.claim import Claim
from claimbook.judge.source import Figure
from claimbook.quantity.quantity import RECORDED, Quantity, can_be_one, comparable
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Relation, Tier

BEARINGS = ("agrees", "excludes", "leaves it open", "decides nothing")


@dataclass(frozen=True)
class Evidence:
    """A figure beside a claim, with its relation and the reason for it."""

    id: str
    claim: Claim
    figure: Figure
    relation: Relation
    direction: str
    inequality: str
    reason: str
    points: str = ""


@dataclass(frozen=True)
class Search:
    """One logged look-up, or a lead: a document known to exist and not read."""

    id: str
    query: str
    language: str
    where: str
    date: str
    scope: str
    claims: tuple[str, ...]
    outcome: str
    note: str


@dataclass(frozen=True)
class Policy:
    """Which figures may decide, and how wide numbers are read. The stability grid tries other policies."""

    tolerance: str = RECORDED
    tiers: tuple[Tier, ...] = tuple(tier for tier in Tier if tier.may_decide)
    without: str = ""


BASE = Policy()


def evidence_of(
    rows: Iterable[Row], claims: Mapping[str, Claim], figures: Mapping[str, Figure]
) -> tuple[Evidence, ...]:
    """Return the rows of ``evidence.csv`` as `Evidence`, without those that nobody has judged."""
    return tuple(
        Evidence(
            row["evidence"],
            claims[row["claim"]],
            figures[row["figure"]],
            Relation(row["relation"]),
            row["direction"],
            row["inequality"],
            row["reason"],
            row["points"],
        )
        for row in rows
        if row["relation"] != Relation.UNJUDGED
    )


def searches_of(rows: Iterable[Row]) -> tuple[Search, ...]:
    """Return rows of ``searches.csv`` as `Search`."""
    return tuple(
        Search(
            row["search"],
            row["query"],
            row["language"],
            row["where"],
            row["date"],
            row["scope"],
            tuple(row["claims"].split()),
            row["outcome"],
            row["note"],
        )
        for row in rows
    )


def decides(evidence: Evidence, policy: Policy = BASE) -> bool:
    """Return whether a figure may decide, by its relation and the tier of its author."""
    figure = evidence.figure
    if not evidence.relation.may_decide or figure.tier not in policy.tiers:
        return False
    return not policy.without or all(source.id != policy.without for source in figure.sources)


def agrees(evidence: Evidence, policy: Policy = BASE) -> bool | None:
    """Return whether the figure agrees with its claim.

    Statements agree when their fixed words are the same. Numbers agree when their intervals overlap.
    A bound can only exclude: it leaves open every value on its side of the figure. A claim with two readings
    agrees, or is excluded, only where both readings are.

    Returns
    -------
    bool or None
        None where the figure leaves the claim open.
    """
    claim, figure = evidence.claim, evidence.figure
    printed = figure.quantity
    if claim.quantity is None or printed is None:
        return claim.value == figure.value
    found = {_fits(evidence, reading, printed, policy.tolerance) for reading in claim.quantity.readings()}
    return found.pop() if len(found) == 1 else None


def _fits(evidence: Evidence, reading: Quantity, printed: Quantity, tolerance: str) -> bool | None:
    if evidence.relation is not Relation.BOUND:
        return can_be_one(reading, printed, tolerance)
    mine, theirs = comparable(reading, printed, tolerance)
    side = mine.high >= theirs.low if evidence.direction == "claim >= figure" else mine.low <= theirs.high
    return None if side else False


def bearing(evidence: Evidence, policy: Policy = BASE) -> str:
    """Describe how a figure bears on its claim, in one of the words of `BEARINGS`."""
    agree, exclude, leave_open, nothing = BEARINGS
    if not decides(evidence, policy):
        return nothing
    return {True: agree, False: exclude, None: leave_open}[agrees(evidence, policy)]


def at_end_point(evidence: Evidence, policy: Policy = BASE) -> bool:
    """Return whether claim and figure agree on one end point alone."""
    claim, figure = evidence.claim, evidence.figure
    if claim.quantity is None or figure.quantity is None:
        return False
    mine, theirs = comparable(claim.quantity, figure.quantity, policy.tolerance)
    return mine.touches(theirs)
