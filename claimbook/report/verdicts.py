"""The headline, the first screen and the tables of verdicts."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from claimbook.case.case import Case
from claimbook.judge.check import Result
from claimbook.judge.finding import Finding
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import Spoken, listed, parted, phrase
from claimbook.report import blocks
from claimbook.report.arithmetic import checks_table
from claimbook.report.evidence import evidence_table
from claimbook.report.outline import Outline, outline
from claimbook.tables.vocabulary import SearchOutcome

ORDER = (Label.CONTRADICTED, Label.CONFLICTING, Label.SUPPORTED, Label.UNSUPPORTED, Label.UNCHECKED)
COLUMNS = ("id", "published words", "claim", "verdict", "confidence", "why")


def counts(case: Case, numbers: bool = True) -> dict[str, int]:
    """Count the verdicts on the numeric claims, or on the statements.

    Returns
    -------
    dict of str to int
        ``claims``, each verdict, ``right in a wrong story``, and the sub-reasons of unsupported.
    """
    chosen = [verdict for name, verdict in case.verdicts.items() if case.claims[name].is_number == numbers]
    found = Counter(verdict.verdict for verdict in chosen)
    total = {"claims": len(chosen)} | {name.value: found[name] for name in Label}
    total["right in a wrong story"] = sum(bool(v.wrong_facets) for v in chosen)
    return total | {name: sum(single(v) == name for v in chosen) for name in SUB_REASONS}


def headline(case: Case) -> list[Spoken]:
    """Say the result in five sentences."""
    number, words = counts(case), counts(case, numbers=False)
    results = Counter(outcome.result for outcome in case.outcomes)
    searches = sum(search.outcome != SearchOutcome.LEAD for search in case.searches)
    return [
        phrase("{n} numeric claims: {tally}.", n=number["claims"], tally=_tally(number)),
        _unsupported(number),
        phrase("{n} statements the numbers depend on: {tally}.", n=words["claims"], tally=_tally(words)),
        phrase(
            "{n} arithmetic checks: {holds} hold, {fails} fail, {undetermined} undetermined "
            "(they fail only under a reading the article does not give).",
            n=len(case.outcomes),
            **{name: results[name] for name in Result},
        ),
        phrase(
            "Behind this: {figures} figures from {sources} sources, {searches} logged searches.",
            figures=len({item.figure.id for item in case.evidence}),
            sources=len({item.figure.source.id for item in case.evidence}),
            searches=searches,
        ),
    ]


def _unsupported(number: Mapping[str, int]) -> Spoken:
    if not number[Label.UNSUPPORTED]:
        return phrase("Of the numeric claims, none is unsupported.")
    found = [(meaning, number[name]) for name, meaning in SUB_REASONS.items() if number[name]]
    kinds = [phrase("{meaning} ({n})", meaning=phrase(meaning), n=n) for meaning, n in found]
    return phrase("Unsupported is not false. Of the {n}: {kinds}.", n=number[Label.UNSUPPORTED], kinds=parted(kinds))


def _tally(number: Mapping[str, int]) -> Spoken:
    caveat, supported = number["right in a wrong story"], number[Label.SUPPORTED]
    share: Spoken | str = "" if caveat == supported else phrase("{n} of them ", n=caveat)
    words = " ({share}the number is right, the story around it is not)"
    inside: Spoken | str = phrase(words, share=share) if caveat else ""
    others = [Label.CONTRADICTED, Label.CONFLICTING, Label.UNSUPPORTED]
    others += [Label.UNCHECKED] if number[Label.UNCHECKED] else []
    first = phrase("{n} supported{inside}", n=supported, inside=inside)
    return listed([first, *(phrase("{n} {verdict}", n=number[name], verdict=phrase(name)) for name in others)])


def contradicted_lines(case: Case) -> list[str]:
    """Return a line for each contradicted claim, numbers first."""
    return [
        f"{found.claim.id} “{found.claim.selector.exact}”: {found.claim.statement} "
        f"({found.verdict.confidence} confidence)"
        for found in ordered(case, [Label.CONTRADICTED])
    ]


def decided(case: Case) -> list[Finding]:
    """Return the findings that are not unsupported, the gravest first, numbers before statements."""
    return ordered(case, ORDER[:3])


def ordered(case: Case, verdicts: Collection[Label] = ORDER) -> list[Finding]:
    """Return the findings with one of these verdicts, the gravest first, numbers before statements."""
    chosen = [found for found in case.findings.values() if found.verdict.verdict in verdicts]
    return sorted(chosen, key=lambda found: (ORDER.index(found.verdict.verdict), not found.claim.is_number))


def as_of(case: Case) -> str:
    """Return the last day on which a source was read or a search was made, as ``YYYY-MM-DD``."""
    read = [item.figure.source.read_on for item in case.evidence] + [search.date for search in case.searches]
    return max([*read, case.article.read_on])


def front(case: Case) -> blocks.Block:
    """Show the first screen: what was checked, the result, and the worst findings."""
    article = case.article
    how = "read live" if article.read == "live" else f"read in a {article.read}"
    why = f" ({article.period_reason})" if article.period_reason else ""
    undated = f"undated claims are taken to mean {article.period.replace('/', ' to ')}{why}"
    read = f"{article.publisher}; {how} on {article.read_on}; {undated}."
    link = blocks.Link(article.url, article.url)
    address, linked = (f"{link} · ", f"{link.html} · ") if article.url else ("", "")
    shown = (Label.SUPPORTED, Label.CONTRADICTED, Label.UNSUPPORTED)
    meaning = " ".join(f"{label.signed}: {label.meaning}." for label in shown)
    return blocks.joined(
        [
            blocks.heading(f"{article.title} ({article.title_en})" if article.title_en else article.title, 2),
            blocks.Block(f"<p>{linked}{blocks.safe(read)}</p>", f"{address}{read}"),
            blocks.bullets(headline(case)),
            blocks.paragraph(meaning),
            verdict_table(case, ORDER[:3], caption="Contradicted first"),
            *(
                blocks.paragraph(f"Missing in the article itself: {gap['what']} after “{gap['after']}”. {gap['note']}")
                for gap in article.missing
            ),
        ]
    )


def verdict_table(
    case: Case, verdicts: Collection[Label] = ORDER, numbers: bool | None = None, caption: str = ""
) -> blocks.Block:
    """Show claims with their verdicts, the gravest verdict first.

    Parameters
    ----------
    verdicts : sequence of str
        Only these verdicts.
    numbers : bool, optional
        Only numeric claims (True) or only statements (False).
    """
    chosen = [found for found in ordered(case, verdicts) if numbers in (None, found.claim.is_number)]
    return blocks.table(map(_verdict_row, chosen), COLUMNS, caption)


def unsupported(case: Case, kind: str) -> blocks.Block:
    """Show the unsupported numeric claims of one kind, a key of `claimbook.judge.verdict.SUB_REASONS`."""
    chosen = [found for found in case.findings.values() if found.claim.is_number and single(found.verdict) == kind]
    return blocks.table(map(_verdict_row, chosen), COLUMNS, f"{len(chosen)}: {SUB_REASONS[kind]}")


def _verdict_row(found: Finding) -> tuple[str, ...]:
    claim, verdict = found.claim, found.verdict
    kind = f" ({SUB_REASONS[single(verdict)]})" if verdict.sub_reasons else ""
    note = f"Note: {claim.note}." if claim.note and verdict.verdict is not Label.UNSUPPORTED else ""
    why = " ".join(filter(None, (str(verdict.reason), str(verdict.caveat), note)))
    words = (claim.selector.exact, str(claim.statement))
    return (claim.id, *words, verdict.verdict.signed + kind, verdict.confidence, why)


def contradictions(case: Case) -> blocks.Block:
    """Show each contradicted claim: the published words, the evidence or computation, and what it does not mean."""
    return blocks.joined(one(case, found.claim.id) for found in ordered(case, [Label.CONTRADICTED]))


def one(case: Case, name: str) -> blocks.Block:
    """Show one claim with everything about it that bears on its verdict."""
    known = outline(case, name)
    shown = [SHOWN[part](known) for part in known.parts if part in SHOWN]
    return blocks.joined(block for block in shown if block)


def _evidence(known: Outline) -> blocks.Block | None:
    deciding = known.finding.facts.deciding
    return evidence_table(deciding) if deciding else None


def _checks(known: Outline) -> blocks.Block | None:
    concluding = known.finding.facts.concluding
    return checks_table(concluding) if concluding else None


def _ruling(known: Outline) -> blocks.Block:
    verdict = known.finding.verdict
    rule = SENTENCES[verdict.rule].partition(": ")[2]
    return blocks.paragraph(f"{verdict.verdict.signed}, {verdict.confidence} confidence: {rule}")


# How the notebook shows each part of an outline; what bears on no verdict is left out.
SHOWN: dict[str, Callable[[Outline], blocks.Block | None]] = {
    "statement": lambda known: blocks.heading(f"{known.finding.claim.id}: {known.finding.claim.statement}"),
    "published": lambda known: blocks.quotation(known.published),
    "evidence": _evidence,
    "checks": _checks,
    "verdict": _ruling,
    "reason": lambda known: blocks.paragraph(f"{known.finding.verdict.reason} {known.finding.verdict.caveat}"),
    "note": lambda known: blocks.paragraph(str(known.note)),
    "stability": lambda known: blocks.paragraph(str(known.stability)),
}


def rules(case: Case) -> blocks.Block:
    """Show the rules in the order in which they are tried, and how many verdicts each one made."""
    made = Counter(verdict.rule for verdict in case.verdicts.values())
    return blocks.table(
        [(name, sentence, made[name]) for name, sentence in SENTENCES.items()], ("rule", "sentence", "verdicts")
    )
