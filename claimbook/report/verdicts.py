"""The headline, the counts behind it, and one claim from end to end."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from claimbook.case.case import Case
from claimbook.judge.check import Result
from claimbook.judge.finding import Finding
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import Phrase, Spoken, Statement, listed, parted, phrase
from claimbook.report import blocks
from claimbook.report.arithmetic import asked, checks_table
from claimbook.report.evidence import evidence_table
from claimbook.report.outline import Outline, outline
from claimbook.tables.vocabulary import SearchOutcome

ORDER = (Label.CONTRADICTED, Label.CONFLICTING, Label.SUPPORTED, Label.UNSUPPORTED, Label.UNCHECKED)


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
    """Say the result in at most five sentences; of what there is none, nothing is said."""
    number, words = counts(case), counts(case, numbers=False)
    questions = asked(case)
    results = Counter(question.result for question in questions)
    said: list[Spoken] = [
        phrase(
            "1 numeric claim: {tally}." if number["claims"] == 1 else "{n} numeric claims: {tally}.",
            n=number["claims"],
            tally=_tally(number),
        ),
        _unsupported(number),
    ]
    if words["claims"]:
        said += [phrase("{n} statements the numbers depend on: {tally}.", n=words["claims"], tally=_tally(words))]
    if questions:
        asks = (
            "Of {n} questions of arithmetic, {holds} come out right, {fails} wrong, and {undetermined} wrong only "
            "under a reading the article does not give."
        )
        said += [phrase(asks, n=len(questions), **{name: results[name] for name in Result})]
    return [*said, _behind(case)]


def _behind(case: Case) -> Phrase:
    searches = sum(search.outcome != SearchOutcome.LEAD for search in case.searches)
    number = read(case)
    return phrase(
        "Behind this: {figures} from {sources}, {searches}.",
        figures=counted("1 figure", "{n} figures", number["figures"]),
        sources=counted("1 source", "{n} sources", number["sources"]),
        searches=counted("1 logged search", "{n} logged searches", searches),
    )


def counted(one: str, many: str, n: int) -> Phrase:
    """Count things, in the words for one of them or for many."""
    return phrase(one) if n == 1 else phrase(many, n=n)


def read(case: Case) -> dict[str, int]:
    """Count the figures that are set beside the claims, and the sources that print them."""
    return {
        "figures": len({item.figure.id for item in case.evidence}),
        "sources": len({source.id for item in case.evidence for source in item.figure.sources}),
    }


def _unsupported(number: Mapping[str, int]) -> Spoken:
    if not number[Label.UNSUPPORTED]:
        return phrase("Of the numeric claims, none is unsupported.")
    found = [(meaning, number[name]) for name, meaning in SUB_REASONS.items() if number[name]]
    kinds = [phrase("{meaning} ({n})", meaning=phrase(meaning), n=n) for meaning, n in found]
    return phrase(
        "Unsupported is not false: no reliable source rules them out either. Of the {n}: {kinds}.",
        n=number[Label.UNSUPPORTED],
        kinds=parted(kinds),
    )


def _tally(number: Mapping[str, int]) -> Spoken:
    caveat, supported = number["right in a wrong story"], number[Label.SUPPORTED]
    share: Spoken | str = "" if caveat == supported else phrase("{n} of them ", n=caveat)
    words = " ({share}the number is right, the story around it is not)"
    inside: Spoken | str = phrase(words, share=share) if caveat else ""
    others = [Label.CONTRADICTED, Label.CONFLICTING, Label.UNSUPPORTED]
    others += [Label.UNCHECKED] if number[Label.UNCHECKED] else []
    first = phrase("{n} supported{inside}", n=supported, inside=inside)
    return listed([first, *(phrase("{n} {verdict}", n=number[name], verdict=phrase(name)) for name in others)])


def decided(case: Case) -> list[Finding]:
    """Return the findings that are not unsupported, the gravest first, numbers before statements."""
    return ordered(case, ORDER[:3])


def ordered(case: Case, verdicts: Collection[Label] = ORDER) -> list[Finding]:
    """Return the findings with one of these verdicts, the gravest first, numbers before statements."""
    chosen = [found for found in case.findings.values() if found.verdict.verdict in verdicts]
    return sorted(chosen, key=lambda found: (ORDER.index(found.verdict.verdict), not found.claim.is_number))


def one(case: Case, name: str) -> blocks.Block:
    """Show one claim with everything about it that bears on its verdict."""
    return blocks.heading(f"{name}: {case.claims[name].statement}") + working(case, name)


def working(case: Case, name: str) -> blocks.Block:
    """Show what the verdict on one claim rests on: the published words, the figures or checks, the rule, the reason."""
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
    sentence = phrase(SENTENCES[verdict.rule])
    rule = Statement(sentence.said("en").partition(": ")[2], sentence.said("zh").partition("：")[2])
    return blocks.paragraph(
        phrase(
            "{label}. {grade} {rule} [{name}]",
            label=verdict.verdict.signed,
            grade=verdict.grade,
            rule=rule,
            name=verdict.rule,
        )
    )


# How the notebook shows each part of an outline; what bears on no verdict is left out.
SHOWN: dict[str, Callable[[Outline], blocks.Block | None]] = {
    "published": lambda known: blocks.quotation(known.published),
    "evidence": _evidence,
    "checks": _checks,
    "verdict": _ruling,
    "reason": lambda known: blocks.paragraph(f"{known.finding.verdict.reason} {known.finding.verdict.caveat}"),
    "note": lambda known: blocks.paragraph(str(known.note)),
    "stability": lambda known: blocks.paragraph(str(known.stability)),
}
