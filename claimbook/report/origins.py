"""How unsourced pages scatter, and where one number returns under another meaning."""

from claimbook.judge.evidence import MAY_DECIDE
from claimbook.quantity.quantity import in_words
from claimbook.report import blocks


def scatter_table(case):
    """Show how widely the pages that name no source scatter for the same metric."""
    rows = []
    for claim in case.claims.values():
        items = [
            i
            for i in case.evidence
            if i.claim.id == claim.id
            and i.figure.quantity
            and claim.quantity
            and i.relation in ("same", "proxy")
            and i.figure.source.tier == "tertiary"
            and i.figure.quantity.unit == claim.quantity.unit
        ]
        if len(items) > 1:
            ends = [i.figure.quantity for i in items]
            rows.append(
                (
                    claim.id,
                    claim.metric,
                    in_words(claim.quantity),
                    len({i.figure.source.id for i in items}),
                    len({i.figure.origin for i in items}),
                    ", ".join(sorted({in_words(q) for q in ends}, key=lambda words: (len(words), words))),
                )
            )
    return blocks.table(rows, ("id", "metric", "the article", "pages", "origins", "what the pages print"))


def returning_numbers(case):
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
