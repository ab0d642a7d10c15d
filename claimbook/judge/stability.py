"""Stability: whether a verdict survives other tolerances, other tiers, and the loss of any one source."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimbook.judge.evidence import BASE, Evidence, Policy
from claimbook.judge.verdict import Verdict
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


def flips(base: Mapping[str, Verdict], others: Mapping[str, Mapping[str, Verdict]]) -> dict[str, dict[str, str]]:
    """Return for every claim under which policies its verdict changes, and to what.

    Parameters
    ----------
    base : dict of str to Verdict
    others : dict of str to dict of str to Verdict
        Verdicts by policy name.

    Returns
    -------
    dict of str to dict of str to str
        Claim -> policy -> other verdict; an empty inner dict means that the verdict is stable.
    """
    return {
        claim: {
            name: judged[claim].verdict for name, judged in others.items() if judged[claim].verdict != verdict.verdict
        }
        for claim, verdict in base.items()
    }


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
        phrase(words, verdict=phrase(verdict), policies=listed(map(_policy, names)))
        for verdict, names in by_verdict.items()
    )


def sentence(changes: Mapping[str, str]) -> Spoken:
    """Describe in a sentence whether a verdict is stable."""
    if not changes:
        return phrase("Stability: no other policy changes it.")
    return phrase("Stability: it would be {changes}.", changes=in_words(changes))


def _policy(name: str) -> Spoken:
    kind, _, source = name.partition("without ")
    return phrase(name) if kind else phrase("without {source}", source=source)
