"""Figures, sources and searches, claim by claim."""

from collections import Counter
from collections.abc import Iterable

from claimbook.case.case import Case
from claimbook.judge.evidence import Evidence, bearing
from claimbook.judge.finding import Finding
from claimbook.judge.verdict import Label
from claimbook.quantity.quantity import in_words
from claimbook.report import blocks
from claimbook.tables.vocabulary import Relation


def evidence_table(items: Iterable[Evidence]) -> blocks.Block:
    """Show evidence: the figure, its source, and why it has its relation to the claim."""
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


RELATIONS = (Relation.SAME, Relation.RULE, Relation.BOUND, Relation.PROXY, Relation.CONTEXT)


def evidence_overview(case: Case, numbers: bool = True) -> blocks.Block:
    """Show for every claim how many figures of which relation it has, and how it was searched for."""
    return blocks.table(
        [_overview_row(found) for found in case.findings.values() if found.claim.is_number == numbers],
        (
            "id",
            "words",
            *RELATIONS,
            "searches zh",
            "searches en",
            "open leads",
            "verdict",
        ),
    )


def _overview_row(found: Finding) -> tuple[object, ...]:
    claim, facts = found.claim, found.facts
    kinds = Counter(item.relation for item in facts.evidence)
    languages = Counter(search.language for search in facts.own_searches)
    return (
        claim.id,
        claim.selector.exact,
        *(kinds[name] or "" for name in RELATIONS),
        languages["zh"],
        languages["en"],
        len(facts.leads) or "",
        found.verdict.verdict.signed,
    )


def evidence_by_claim(case: Case) -> blocks.Block:
    """Show all evidence, one folded table for each claim."""
    return blocks.joined(
        blocks.folded(
            f"{name} {found.claim.selector.exact}: {found.claim.statement} ({found.verdict.verdict.signed})",
            evidence_table(found.facts.evidence),
        )
        for name, found in case.findings.items()
    )


def searches_by_claim(case: Case) -> blocks.Block:
    """Show the searches made for each claim that no figure decides, with what came back."""
    shown = []
    for name, found in case.findings.items():
        own = found.facts.logged
        if found.verdict.verdict is Label.UNSUPPORTED and own:
            rows = [(s.id, s.query, s.language, s.date, s.outcome, s.note) for s in own]
            inner = blocks.table(rows, ("id", "query", "language", "date", "came back", "note"))
            shown.append(blocks.folded(f"{name} {found.claim.selector.exact}: {len(own)} entries", inner))
    return blocks.joined(shown)


def sources_overview(case: Case) -> blocks.Block:
    """Show how many sources and figures there are of which tier and copy."""
    used = {item.figure.source.id: item.figure.source for item in case.evidence}
    tiers = Counter((source.tier, source.copy) for source in used.values())
    printed = {item.figure.id: item.figure for item in case.evidence}
    figures = Counter((figure.source.tier, figure.source.copy) for figure in printed.values())
    return blocks.table(
        [(tier, copy, number, figures[tier, copy]) for (tier, copy), number in sorted(tiers.items())],
        ("tier of the author", "copy", "sources", "figures"),
    )
