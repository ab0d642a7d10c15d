"""Why a figure has a relation to a claim, as far as the cells of the two show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.find.alike import same_metric, same_owner, same_period
from claimbook.find.offer import Difference
from claimbook.find.said import AFAR
from claimbook.language.phrase import Phrase, Unit, phrase
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON, Relation

if TYPE_CHECKING:
    from claimbook.tables.schema import Row

DIFFERS = {
    "unit": "Another unit: {figure}, not {claim}.",
    "period": "Another time: {figure}, not {claim}.",
    "entity": "Of {figure}, not of {claim}.",
    "metric": "It measures “{figure}”, not “{claim}”.",
}


def difference(one: Difference) -> Phrase:
    """Say a cell in which a page and a claim differ."""
    page, claim = (Unit(words) if one.column == "unit" else words for words in (one.page, one.claim))
    return phrase(DIFFERS[one.column], figure=page, claim=claim)


def differences(claim: Row, figure: Row) -> list[Phrase]:
    """Say in what a figure is not the same as a claim, as far as the cells of the two show it."""
    says = {"metric": claim["metric"], "entity": claim["subject"], "period": claim["period"], "unit": claim["unit"]}
    same = {
        "metric": same_metric(figure["metric"], says["metric"]),
        "entity": same_owner(figure["entity"], figure["metric"], says["entity"], says["metric"]),
        "period": same_period(figure["period"], says["period"]),
        "unit": figure["unit"] == says["unit"],
    }
    both = [name for name in DIFFERS if figure[name] and says[name] and figure[name] not in LEFT_TO_A_PERSON]
    both = [name for name in both if not from_afar(figure, name)]
    return [difference(Difference(name, figure[name], says[name])) for name in both if same[name] is False]


def from_afar(figure: Row, column: str) -> bool:
    """Return whether a drafted cell of a figure was read far from its number, so that it may be of something else."""
    return any(f"{column}:{place}" in figure.get("drafted", "").split() for place in AFAR.get(column, ()))


def reason_for(relation: str, claim: Row, figure: Row | None) -> Phrase | None:
    """Draft why a figure has a relation to a claim, as far as the cells of the two show it; None where they do not."""
    if figure is None:
        return None
    differs = differences(claim, figure)
    if relation == Relation.SAME and not differs:
        return phrase("The same measure, of the same, at the same time.")
    if relation == Relation.PROXY and differs:
        return differs[0]
    if relation == Relation.CONTEXT:
        return phrase("Background to the claim.")
    return None
