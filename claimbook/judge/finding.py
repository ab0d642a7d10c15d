"""A finding: one claim with its verdict and all that bears on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from claimbook.judge import stability
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Policy
from claimbook.judge.facts import Facts
from claimbook.judge.verdict import Label, Verdict


@dataclass(frozen=True)
class Finding:
    """One claim, its verdict, the facts behind it, and what returns these facts under another policy."""

    claim: Claim
    verdict: Verdict
    facts: Facts
    under: Callable[[Policy], Facts] = field(repr=False, compare=False)

    @cached_property
    def flips(self) -> dict[str, Label]:
        """The policies under which the verdict changes, and to what; worked out when it is first asked for."""
        return stability.flips(self.facts, self.under)
