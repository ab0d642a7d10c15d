"""Figures, sources and searches, claim by claim."""

from collections import Counter

from claimbook.judge.evidence import bearing
from claimbook.judge.verdict import MARKS
from claimbook.quantity.quantity import in_words
from claimbook.report import blocks


def evidence_table(items):
    """Show evidence: the figure, its source, and why it stands to the claim as it does."""
    rows = []
    for item in items:
        figure, source = item.figure, item.figure.source
        what = in_words(figure.quantity) if figure.quantity else figure.value
        rows.append(
            (
                figure.id,
                f"“{figure.as_printed}”: {what}",
                f"{figure.metric} ({figure.entity})",
                figure.period_text or "undated",
                blocks.Link(source.publisher, source.url),
                source.published,
                source.tier,
                item.relation,
                bearing(item),
                f"{item.inequality}: {item.reason}" if item.inequality else item.reason,
            )
        )
    return blocks.table(
        rows,
        (
            "figure",
            "as printed",
            "of what",
            "when",
            "source",
            "published",
            "tier",
            "relation",
            "bearing",
            "why this relation",
        ),
    )


def evidence_overview(case, numbers=True):
    """Show for every claim how many figures of which relation stand beside it, and how it was searched for."""
    rows = []
    for claim in (c for c in case.claims.values() if c.is_number == numbers):
        kinds = Counter(item.relation for item in case.evidence if item.claim.id == claim.id)
        own = [s for s in case.searches if claim.id in s.claims and s.scope == "claim"]
        made = [s for s in own if s.outcome != "lead"]
        rows.append(
            (
                claim.id,
                claim.selector.exact,
                *(kinds[name] or "" for name in ("same", "rule", "bound", "proxy", "context")),
                sum(s.language == "zh" for s in made),
                sum(s.language == "en" for s in made),
                len(own) - len(made) or "",
                MARKS[case.verdicts[claim.id].verdict],
            )
        )
    return blocks.table(
        rows,
        (
            "id",
            "words",
            "same",
            "rule",
            "bound",
            "proxy",
            "context",
            "searches zh",
            "searches en",
            "open leads",
            "verdict",
        ),
    )


def evidence_by_claim(case):
    """Show all evidence, one folded table for each claim."""
    return blocks.joined(
        blocks.folded(
            f"{c.id} {c.selector.exact}: {c.statement_en} ({MARKS[case.verdicts[c.id].verdict]})",
            evidence_table([item for item in case.evidence if item.claim.id == c.id]),
        )
        for c in case.claims.values()
    )


def searches_by_claim(case):
    """Show the searches made for each claim that no figure decides, with what came back."""
    shown = []
    for claim in case.claims.values():
        own = [s for s in case.searches if claim.id in s.claims and s.scope == "claim"]
        if case.verdicts[claim.id].verdict == "unsupported" and own:
            rows = [(s.id, s.query, s.language, s.date, s.outcome, s.note) for s in own]
            inner = blocks.table(rows, ("id", "query", "language", "date", "came back", "note"))
            shown.append(blocks.folded(f"{claim.id} {claim.selector.exact}: {len(own)} entries", inner))
    return blocks.joined(shown)


def sources_overview(case):
    """Show how many sources and figures there are of which tier and copy."""
    used = {item.figure.source.id: item.figure.source for item in case.evidence}
    tiers = Counter((source.tier, source.copy) for source in used.values())
    printed = {item.figure.id: item.figure for item in case.evidence}
    figures = Counter((figure.source.tier, figure.source.copy) for figure in printed.values())
    return blocks.table(
        [(tier, copy, number, figures[tier, copy]) for (tier, copy), number in sorted(tiers.items())],
        ("tier of the author", "copy", "sources", "figures"),
    )
