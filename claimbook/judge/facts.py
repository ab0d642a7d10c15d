"""All that a verdict rule may look at: one claim with its evidence, searches and evaluated checks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claimbook.judge.check import Outcome
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import BASE, Evidence, Policy, Search, agrees, decides
from claimbook.tables.vocabulary import Relation, SearchOutcome


@dataclass(frozen=True)
class Facts:
    """One claim with its evidence, the searches that name it, and the checks that compute with it."""

    claim: Claim
    evidence: tuple[Evidence, ...]
    searches: tuple[Search, ...]
    outcomes: tuple[Outcome, ...]
    policy: Policy = BASE
    own: Mapping[str, str] = field(default_factory=dict)  # the article's publisher, author and speakers, by their names

    @cached_property
    def deciding(self) -> list[Evidence]:
        """The evidence that may decide under the policy."""
        return [item for item in self.evidence if decides(item, self.policy)]

    @cached_property
    def sides(self) -> tuple[list[Evidence], list[Evidence]]:
        """The deciding evidence that excludes the claim, and that which agrees; a bound never agrees."""
        found = [(item, agrees(item, self.policy)) for item in self.deciding]
        return [item for item, fits in found if fits is False], [item for item, fits in found if fits]

    @property
    def concluding(self) -> list[Outcome]:
        """The checks that conclude on the claim, rather than start from it."""
        return [outcome for outcome in self.outcomes if self.claim.id in outcome.check.conclusion]

    @property
    def logged(self) -> list[Search]:
        """The searches and leads logged for this very claim."""
        return [search for search in self.searches if search.scope == "claim"]

    @property
    def own_searches(self) -> list[Search]:
        """The searches made for this very claim."""
        return [search for search in self.logged if search.outcome != SearchOutcome.LEAD]

    @property
    def leads(self) -> list[Search]:
        """The documents that could settle the claim and were not read."""
        return [search for search in self.logged if search.outcome == SearchOutcome.LEAD]

    @property
    def unsourced(self) -> list[Evidence]:
        """The evidence for the same metric from pages that name no source."""
        return [item for item in self.evidence if item.relation is Relation.SAME and not item.figure.tier.may_decide]


def facts_of(
    claims: Mapping[str, Claim],
    evidence: Iterable[Evidence],
    searches: Iterable[Search],
    outcomes: Iterable[Outcome],
    policy: Policy = BASE,
    own: Mapping[str, str] | None = None,
) -> dict[str, Facts]:
    """Join each claim with the evidence, searches and outcomes that name it, by its id."""
    beside: dict[str, list[Evidence]] = defaultdict(list)
    looked: dict[str, list[Search]] = defaultdict(list)
    tried: dict[str, list[Outcome]] = defaultdict(list)
    for item in evidence:
        beside[item.claim.id].append(item)
    for search in searches:
        for name in dict.fromkeys(search.claims):
            looked[name].append(search)
    for outcome in outcomes:
        for name in dict.fromkeys(outcome.check.conclusion + outcome.check.premise):
            tried[name].append(outcome)
    return {
        name: Facts(claim, tuple(beside[name]), tuple(looked[name]), tuple(tried[name]), policy, own or {})
        for name, claim in claims.items()
    }
