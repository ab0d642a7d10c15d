"""What the near figures say: which way they point, and whether one prints the claim's own number for another thing."""

from collections.abc import Iterable
from decimal import Decimal

from claimbook.judge.evidence import Evidence
from claimbook.judge.source import Figure
from claimbook.language.phrase import Spoken, phrase
from claimbook.mention import mentions
from claimbook.quantity.quantity import half_step
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


NEAR = (Relation.PROXY, Relation.CONTEXT)
AS = "“{printed}” is printed, as {other}, not {own} ({who})."
FOR = "“{printed}” is printed, for {other}, not {own} ({who})."


def pointing(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the near figures of authors who may decide that point one way, or nothing where they point both ways."""
    near = [item for item in evidence if item.relation is Relation.PROXY and item.figure.tier.may_decide]
    found = [item for item in near if item.points]
    return found if len({item.points for item in found}) == 1 else []


def elsewhere(evidence: Iterable[Evidence]) -> Spoken | str:
    """Say that a near figure prints the claim's own number for another metric, entity, group or period.

    Of several the one with the best author is named.
    """
    near = (item for item in evidence if item.relation in NEAR and prints_its_number(item))
    for item in sorted(near, key=lambda one: (one.figure.tier.rank, one.figure.copy.rank, one.relation.rank, one.id)):
        printed, other = _words(item.figure), _other(item)
        if printed and other:
            words, thing, own = other
            return phrase(words, printed=printed, other=thing, own=own, who=item.figure.source.who)
    return ""


def prints_its_number(item: Evidence) -> bool:
    """Return whether a figure prints the number of its claim: the same, or the same to the digits of the rounder one.

    A number of one digit, such as 30,000, says too little to be known again in 34,000.
    """
    mine, theirs = item.claim.quantity, item.figure.quantity
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return False
    return _same(mine.low, theirs.low) and _same(mine.high, theirs.high)


def _same(one: Decimal, other: Decimal) -> bool:
    if one == other:
        return True
    rounder, finer = sorted((one, other), key=lambda value: len(value.normalize().as_tuple().digits))
    step = half_step(rounder, zeros_count=rounder != rounder.to_integral_value())
    return len(rounder.normalize().as_tuple().digits) > 1 and abs(rounder - finer) < step


def _other(item: Evidence) -> tuple[str, Spoken, Spoken] | None:
    """Return the words for what is other about a figure, with the other thing and the claim's own; None for nothing."""
    claim, figure = item.claim, item.figure
    metric, entity = figure.metric != claim.metric, figure.entity != claim.subject
    if metric and entity:
        return AS, _of(figure.metric, figure.entity), _of(claim.metric, claim.subject)
    if metric:
        return AS, phrase(figure.metric), phrase(claim.metric)
    if entity:
        return FOR, phrase(figure.entity), phrase(claim.subject)
    if claim.period and figure.period_text and not claim.period.overlaps(figure.period):
        return FOR, phrase(figure.period_text), phrase(claim.period_text)
    if figure.population != claim.population:
        return FOR, phrase(figure.population), phrase(claim.population)
    return None


def _of(metric: str, entity: str) -> Spoken:
    return phrase("{metric} ({entity})", metric=phrase(metric), entity=phrase(entity))


def _words(figure: Figure) -> str:
    """Return the words that print a figure's number, without those around; empty where they print another number."""
    number = figure.quantity
    found = (one for one in mentions(figure.as_printed) if number and (one.low, one.high) == (number.low, number.high))
    return next((one.exact for one in found), "")


def direction(found: list[Evidence]) -> Spoken:
    """Say which way near figures point that all point one way."""
    return phrase(SAYS[Points(found[0].points)][len(found) > 1], n=len(found))
