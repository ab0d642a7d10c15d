"""How sure a verdict is: low, moderate or high."""

from collections.abc import Sequence
from itertools import combinations

from claimbook.judge.check import Outcome
from claimbook.judge.evidence import Evidence, agrees, at_end_point
from claimbook.judge.facts import Facts
from claimbook.tables.vocabulary import CheckBasis, Copy, Relation, Tier

CONFIDENCES = ("low", "moderate", "high")
# An absence has no confidence: it says how well it was searched.
DEPTHS = ("thinly searched", "a lead is open", "well searched")
ENOUGH_SEARCHES = 4  # differently worded, for this very claim, in both languages


def by_arithmetic(outcome: Outcome) -> str:
    """Grade arithmetic: high if definitional and robust to rounding, moderate if only definitional, else low."""
    if outcome.check.basis != CheckBasis.DEFINITION or not outcome.check.premise:
        return "low"
    return "high" if outcome.robust else "moderate"


def by_sources(facts: Facts, items: Sequence[Evidence]) -> str:
    """Grade sources: low for digests, end points and bounds; high for a primary author or two origins.

    A figure of the article's own publisher or speaker alone is graded moderate at most. What nobody else can read adds
    nothing, and alone it is graded low.
    """
    items = [item for item in items if not item.figure.private]
    weak = all(item.figure.copy is Copy.DIGEST for item in items) or all(
        item.relation is Relation.BOUND for item in items
    )
    if weak or all(agrees(i, facts.policy) and at_end_point(i, facts.policy) for i in items):
        return "low"
    voices = [item for item in items if item.relation is not Relation.BOUND and item.figure.copy is not Copy.DIGEST]
    origins = {item.figure.origins for item in voices}
    apart = any(a.isdisjoint(b) for a, b in combinations(origins, 2))
    strong = apart or any(item.figure.tier is Tier.PRIMARY for item in voices)
    strong = strong and not interested(facts, items)
    return _lower("high" if strong else "moderate", bool(facts.leads))


def interested(facts: Facts, items: Sequence[Evidence]) -> str:
    """Return whose figures these are where all are the article's own publisher's or speaker's; else an empty string."""
    found = [source.speaks_for(facts.own) for item in items for source in item.figure.sources]
    return found[0] if found and all(found) else ""


def by_search(facts: Facts) -> str:
    """Say how well an absence was searched: well by enough searches in both languages and in more than one place."""
    thinly, lead, well = DEPTHS
    if facts.leads:
        return lead
    queries = {search.query for search in facts.own_searches}
    languages = {search.language for search in facts.own_searches}
    places = {search.where for search in facts.own_searches}
    return well if len(queries) >= ENOUGH_SEARCHES and min(len(languages), len(places)) > 1 else thinly


def weaker(a: str, b: str) -> str:
    """Return the lower of two grades: what divides two sides is as sure as the weaker of them."""
    return min(a, b, key=CONFIDENCES.index)


def _lower(confidence: str, lead: bool) -> str:
    return CONFIDENCES[max(0, CONFIDENCES.index(confidence) - 1)] if lead else confidence
