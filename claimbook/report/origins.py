"""How unsourced pages scatter, and where one number returns under another meaning."""

from claimbook.case.case import Case
from claimbook.judge.evidence import MAY_DECIDE, Evidence
from claimbook.judge.finding import Finding
from claimbook.quantity.quantity import in_words
from claimbook.report import blocks


def scatter_table(case: Case) -> blocks.Block:
    """Show how widely the pages that name no source scatter for the same metric."""
    rows = []
    for found in case.findings.values():
        claim, items = found.claim, _unsourced(found)
        if len(items) > 1:
            printed = {in_words(item.figure.quantity) for item in items}
            rows.append(
                (
                    claim.id,
                    claim.metric,
                    in_words(claim.quantity),
                    len({item.figure.source.id for item in items}),
                    len({item.figure.origin for item in items}),
                    ", ".join(sorted(printed, key=lambda words: (len(words), words))),
                )
            )
    return blocks.table(rows, ("id", "metric", "the article", "pages", "origins", "what the pages print"))


def _unsourced(found: Finding) -> list[Evidence]:
    """Return the evidence from pages that name no source, for the same or a near metric in the claim's own unit."""
    mine = found.claim.quantity
    return [
        item
        for item in found.facts.evidence
        if mine
        and item.figure.quantity
        and item.relation in ("same", "proxy")
        and item.figure.source.tier == "tertiary"
        and item.figure.quantity.unit == mine.unit
    ]


def returning_numbers(case: Case) -> blocks.Block:
    """Show where a number of the article returns on another page under another meaning."""
    rows = []
    for item in case.evidence:
        claim, figure = item.claim, item.figure
        if item.relation in MAY_DECIDE or not (claim.quantity and figure.quantity):
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
