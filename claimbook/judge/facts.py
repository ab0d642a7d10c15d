"""All that a verdict rule may look at: one claim with its evidence, searches and evaluated checks."""

from dataclasses import dataclass

from claimbook.judge.claim import Claim
from claimbook.judge.evidence import BASE, Policy, decides


@dataclass(frozen=True)
class Facts:
    """One claim with its evidence, the searches that name it, and the checks that it stands in."""

    claim: Claim
    evidence: tuple
    searches: tuple
    outcomes: tuple
    policy: Policy = BASE

    @property
    def deciding(self):
        """The evidence that may decide under the policy."""
        return [item for item in self.evidence if decides(item, self.policy)]

    @property
    def own_searches(self):
        """The searches made for this very claim."""
        return [s for s in self.searches if s.scope == "claim" and s.outcome != "lead"]

    @property
    def leads(self):
        """The documents that could settle the claim and were not read."""
        return [s for s in self.searches if s.scope == "claim" and s.outcome == "lead"]

    @property
    def unsourced(self):
        """The evidence for the same metric from pages that name no source."""
        return [i for i in self.evidence if i.relation == "same" and i.figure.source.tier == "tertiary"]
