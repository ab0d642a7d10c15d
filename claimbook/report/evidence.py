"""Figures, sources and searches, claim by claim."""

from collections import Counter
from collections.abc import Iterable, Sequence

from claimbook.case.case import Case
from claimbook.draft.search import links
from claimbook.judge import reason
from claimbook.judge.evidence import Evidence, Search, bearing
from claimbook.judge.finding import Finding
from claimbook.judge.source import Figure
from claimbook.judge.verdict import Label
from claimbook.language.phrase import Spoken, listed, phrase
from claimbook.report import blocks
from claimbook.tables.vocabulary import Relation


def evidence_table(items: Iterable[Evidence]) -> blocks.Block:
    """Show evidence: the figure, its source, and why it has its relation to the claim."""
    rows = []
    for item in items:
        figure = item.figure
        rows.append(
            (
                figure.id,
                _print(figure),
                phrase("{metric} ({entity})", metric=phrase(figure.metric), entity=phrase(figure.entity)),
                figure.period_text or phrase("undated"),
                pages_of(figure),
                "" if figure.parts else figure.source.published,
                figure.tier,
                item.relation,
                phrase(bearing(item)),
                _why(item),
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


def counts_of_evidence(case: Case) -> blocks.Block:
    """Show, each table in a fold, how much evidence the numbers and the statements have, and from whom it comes."""
    used = {item.figure.id for item in case.evidence}
    folds = [
        blocks.folded(phrase(heads, n=len(chosen)), _overview(chosen))
        for heads, kind in (
            ("{n} numbers: figures and searches for each", True),
            ("{n} statements the numbers depend on: figures and searches for each", False),
        )
        if (chosen := [found for found in case.findings.values() if found.claim.is_number == kind])
    ]
    by_tier = phrase("{n} figures: by tier and copy of their sources", n=len(used))
    sources = [blocks.folded(by_tier, sources_overview(case))]
    inner = blocks.joined([*folds, *(sources if used else [])]) if folds else None
    return blocks.section(phrase("How much evidence there is"), inner, phrase("There are no claims."))


def _overview(chosen: Iterable[Finding]) -> blocks.Block:
    columns = ("id", "words", *RELATIONS, "searches zh", "searches en", "open leads", "verdict")
    return blocks.table(map(_overview_row, chosen), columns)


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


def evidence_by_claim(case: Case, numbers: bool = True) -> blocks.Block:
    """Show all evidence, one fold for each claim, the figures that decide first.

    Parameters
    ----------
    numbers : bool
        Of the numeric claims (True) or of the statements (False).
    """
    folds = [
        blocks.folded(
            phrase(
                "{claim} {exact}: {statement} ({verdict})",
                claim=name,
                exact=found.claim.selector.exact,
                statement=found.claim.statement,
                verdict=found.verdict.verdict.signed,
            ),
            blocks.bullets([_item(item) for item in sorted(found.facts.evidence, key=_rank)]),
        )
        for name, found in case.findings.items()
        if found.claim.is_number == numbers and found.facts.evidence
    ]
    what = "numbers" if numbers else "statements"
    inner = blocks.joined(folds) if folds else None
    return blocks.section(
        phrase("All evidence on the {what}, claim by claim", what=phrase(what)),
        inner,
        phrase("No figure bears on the {what}.", what=phrase(what)),
    )


def _rank(item: Evidence) -> int:
    return RELATIONS.index(item.relation)


def _item(item: Evidence) -> blocks.Block:
    """Show a figure in a line: as printed, of what and when, by whom, and why it has its relation to the claim."""
    figure = item.figure
    bears = [phrase(bearing(item))] if item.relation.may_decide else []
    printed = phrase(
        "{relation}: {print}: {metric} ({entity}), {when}; ",
        relation=listed([phrase(item.relation), *bears]),
        print=_print(figure),
        metric=phrase(figure.metric),
        entity=phrase(figure.entity),
        when=figure.period_text or phrase("undated"),
    )
    published = "" if figure.parts else figure.source.published
    said = listed((published, phrase(figure.tier), figure.id))
    return blocks.prose(printed, pages_of(figure), phrase(", {said}. {why}", said=said, why=_why(item)))


def _why(item: Evidence) -> Spoken:
    why = phrase(item.reason)
    return phrase("{what}: {n}", what=item.inequality, n=why) if item.inequality else why


def _print(figure: Figure) -> Spoken:
    """Say what is printed, or how it is computed, and what it comes to."""
    printed: object = f"“{figure.as_printed}”"
    if figure.parts:
        printed = phrase("computed, {formula}, from {parts}", formula=figure.formula, parts=_parts(figure))
    return phrase("{print} ({what})", print=printed, what=figure.says)


def _parts(figure: Figure) -> Spoken:
    """List what a figure is computed from, as printed; of many the first few."""
    printed = [f"“{part.as_printed}”" for part in figure.parts]
    more = len(printed) - reason.FEW
    return listed([*printed[: reason.FEW], phrase("and {more} more", more=more)] if more > 1 else printed)


def pages_of(figure: Figure) -> blocks.Block:
    """Show the publishers of a figure, or of the parts of a computed one, as links."""
    pages = [blocks.Link(source.publisher, source.url) for source in figure.sources]
    return blocks.prose(pages[0], *(part for link in pages[1:] for part in ("; ", link)))


def searches_by_claim(case: Case) -> blocks.Block:
    """Show the searches made for each claim that no figure decides, with what came back; each where it is met first."""
    folds, shown = [], dict[str, str]()
    for name, found in case.findings.items():
        own = found.facts.logged
        if found.verdict.verdict is Label.UNSUPPORTED and own:
            title = phrase("{claim} {exact}: {n} entries", claim=name, exact=found.claim.selector.exact, n=len(own))
            folds.append(blocks.folded(title, _searches(name, own, shown)))
    inner = blocks.joined(folds) if folds else None
    return blocks.section(
        phrase("The searches that found no deciding figure"), inner, phrase("Every search found a deciding figure.")
    )


def _searches(name: str, own: Sequence[Search], shown: dict[str, str]) -> blocks.Block:
    """Show the searches of a claim; of those that were `shown` at another claim, only where that was."""
    first = [one for one in own if shown.setdefault(one.id, name) == name]
    lines = [
        phrase(
            "{search}, {date}, {language}, {outcome}: {query}{note}",
            search=s.id,
            date=s.date,
            language=s.language,
            outcome=phrase(s.outcome),
            query=s.query,
            note=phrase(" ({why})", why=phrase(s.note)) if s.note else "",
        )
        for s in first
    ]
    again = [blocks.Link(page, url) for page, url in links(own[-1].query, own[-1].language).items()]
    elsewhere = Counter(shown[one.id] for one in own if shown[one.id] != name)
    parts = [blocks.bullets(lines)] if lines else []
    if elsewhere:
        where = ", ".join(f"{claim} ({n})" for claim, n in elsewhere.items())
        parts.append(blocks.paragraph(phrase("Made for other claims too, and listed at: {where}.", where=where)))
    return blocks.joined([*parts, _listed("Search again:", again)])


def _listed(words: str, links: Sequence[blocks.Link]) -> blocks.Block:
    """Show links in a line, after some words."""
    return blocks.prose(phrase(words), *(part for link in links for part in (" ", link)))


def sources_overview(case: Case) -> blocks.Block:
    """Show how many sources and figures there are of which tier and copy."""
    used = {source.id: source for item in case.evidence for source in item.figure.sources}
    tiers = Counter((source.tier, source.copy) for source in used.values())
    printed = {item.figure.id: item.figure for item in case.evidence}
    figures = Counter((figure.tier, figure.copy) for figure in printed.values())
    return blocks.table(
        [(tier, copy, tiers[tier, copy], figures[tier, copy]) for tier, copy in sorted(tiers.keys() | figures.keys())],
        ("tier of the author", "copy", "sources", "figures"),
    )


def no_series() -> blocks.Block:
    """Say that a picture of series is missing because nothing rests on one."""
    return blocks.paragraph(phrase("No claim of this article rests on a frozen series."))
