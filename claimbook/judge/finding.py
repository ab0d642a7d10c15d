"""A finding: one claim with its verdict and all that bears on it."""

from dataclasses import dataclass

from claimbook.judge.claim import Claim
from claimbook.judge.facts import Facts
from claimbook.judge.verdict import Verdict


@dataclass(frozen=True)
class Finding:
    """One claim, its verdict, the facts behind it, and the policies under which the verdict changes, and to what."""

    claim: Claim
    verdict: Verdict
    facts: Facts
    flips: dict[str, str]
