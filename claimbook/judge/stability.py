"""Stability: whether a verdict survives other tolerances, other tiers, and the loss of any one source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from claimbook.judge.evidence import BASE, Evidence, Policy
from claimbook.judge.facts import Facts
from claimbook.judge.rules import decide
from claimbook.judge.verdict import Label
from claimbook.language.phrase import Spoken, listed, parted, phrase
from claimbook.quantity.quantity import TOLERANCES
from claimbook.tables.vocabulary import Tier

TIER_POLICIES = {"primary only": (Tier.PRIMARY,), "tertiary allowed": tuple(Tier)}


def policies(evidence: Iterable[Evidence]) -> dict[str, Policy]:
    """Return every policy that the grid tries, by its name.

    Leaving out a source is tried for each source with a figure that could decide; any other changes nothing.
    """
    grid = {f"numbers {name}": replace(BASE, tolerance=name) for name in TOLERANCES if name != BASE.tolerance}
    grid |= {name: replace(BASE, tiers=tiers) for name, tiers in TIER_POLICIES.items()}
    decisive = (item.figure for item in evidence if item.relation.may_decide)
    sources = sorted({source.id for figure in decisive for source in figure.sources})
    return grid | {f"without {source}": replace(BASE, without=source) for source in sources}


def flips(facts: Facts, under: Callable[[Policy], Facts]) -> dict[str, Label]:
    """Return under which policies the verdict on a claim changes, and to what.

    Only the claim's own evidence is asked: leaving out a source that decides nothing of it changes nothing.

    Parameters
    ----------
    facts : Facts
    under : callable
        Takes a policy and returns the facts of the claim under it.

    Returns
    -------
    dict of str to Label
        Policy -> other verdict; empty where the verdict is stable.
    """
    base = decide(facts).verdict
    others = {name: decide(under(policy)).verdict for name, policy in policies(facts.evidence).items()}
    return {name: verdict for name, verdict in others.items() if verdict is not base}


def in_words(changes: Mapping[str, str]) -> Spoken:
    """Describe the flips of one claim; empty if the verdict is stable.

    Examples
    --------
    >>> str(in_words({"numbers 10%": "supported", "numbers 5%": "supported"}))
    'supported under numbers 10%, numbers 5%'
    """
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in changes.items():
        by_verdict.setdefault(verdict, []).append(name)
    words = "{verdict} under {policies}"
    return parted(
        phrase(words, verdict=phrase(verdict), policies=listed(map(policy_in_words, names)))
        for verdict, names in by_verdict.items()
    )


def sentence(changes: Mapping[str, str]) -> Spoken:
    """Describe in a sentence whether a verdict is stable."""
    if not changes:
        return phrase("Stability: no other policy changes it.")
    return phrase("Stability: it would be {changes}.", changes=in_words(changes))


def policy_in_words(name: str) -> Spoken:
    """Say the name of a policy.

    Examples
    --------
    >>> str(policy_in_words("without caixin-2017")), policy_in_words("primary only").said("zh")
    ('without caixin-2017', '只用一级来源')
    """
    kind, _, source = name.partition("without ")
    return phrase(name) if kind else phrase("without {source}", source=source)
