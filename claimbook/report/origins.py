"""How unsourced pages scatter, and where one number returns under another meaning."""

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.source import Figure
from claimbook.quantity.quantity import Quantity, in_words
from claimbook.report import blocks
from claimbook.tables.vocabulary import Relation


def scatter_table(case: Case) -> blocks.Block:
    """Show how widely the pages that name no source scatter for the same metric."""
    rows = []
    for found in case.findings.values():
        claim, mine = found.claim, found.claim.quantity
        printed = _unsourced(found, mine) if mine else []
        if mine and len(printed) > 1:
            words = {in_words(quantity) for _, quantity in printed}
            rows.append(
                (
                    claim.id,
                    claim.metric,
                    in_words(mine),
                    len({figure.source.id for figure, _ in printed}),
                    len({figure.origin for figure, _ in printed}),
                    ", ".join(sorted(words, key=lambda word: (len(word), word))),
                )
            )
    return blocks.table(rows, ("id", "metric", "the article", "pages", "origins", "what the pages print"))


def _unsourced(found: Finding, mine: Quantity) -> list[tuple[Figure, Quantity]]:
    """Return the figures of pages that name no source, for the same or a near metric in the claim's own unit."""
    return [
        (item.figure, quantity)
        for item in found.facts.evidence
        if item.relation in (Relation.SAME, Relation.PROXY)
        and not item.figure.source.tier.may_decide
        and (quantity := item.figure.quantity)
        and quantity.unit == mine.unit
    ]


def returning_numbers(case: Case) -> blocks.Block:
    """Show where a number of the article returns on another page under another meaning."""
    rows = []
    for item in case.evidence:
        claim, figure = item.claim, item.figure
        if item.relation.may_decide or not (claim.quantity and figure.quantity):
            continue
        mine, theirs = claim.quantity, figure.quantity
        if (mine.low, mine.high, mine.unit) == (theirs.low, theirs.high, theirs.unit):
            rows.append(
                (
                    claim.id,
                    in_words(mine),
                    claim.metric,
                    f"{figure.metric}, {figure.population}",
                    figure.period_text or "undated",
                    blocks.Link(figure.source.publisher, figure.source.url),
                )
            )
    return blocks.table(rows, ("id", "number", "in the article", "on the other page", "when", "page"))
