"""Which way the near figures point, where no figure decides."""

from collections.abc import Iterable

from claimbook.judge.evidence import Evidence
from claimbook.language.phrase import Spoken, phrase
from claimbook.tables.vocabulary import Points, Relation

# What is said of one near figure, and of several, that point one way.
SAYS = {
    Points.HIGHER: (
        "The one near figure of a named author points to a higher number.",
        "All {n} near figures of named authors that bear on it point to a higher number.",
    ),
    Points.LOWER: (
        "The one near figure of a named author points to a lower number.",
        "All {n} near figures of named authors that bear on it point to a lower number.",
    ),
    Points.AGAINST: (
        "The one near figure of a named author points the other way.",
        "All {n} near figures of named authors that bear on it point the other way.",
    ),
    Points.ALONG: (
        "The one near figure of a named author points the same way.",
        "All {n} near figures of named authors that bear on it point the same way.",
    ),
}


def pointing(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the near figures of authors who may decide that point one way, or nothing where they point both ways."""
    near = [item for item in evidence if item.relation is Relation.PROXY and item.figure.tier.may_decide]
    found = [item for item in near if item.points]
    return found if len({item.points for item in found}) == 1 else []


def direction(found: list[Evidence]) -> Spoken:
    """Say which way near figures point that all point one way."""
    return phrase(SAYS[Points(found[0].points)][len(found) > 1], n=len(found))
