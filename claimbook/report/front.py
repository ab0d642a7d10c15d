"""The first notebook: the answer, the findings, what is unsupported, and how it was checked."""

from collections import Counter

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import Spoken, parted, phrase, sentences
from claimbook.report import blocks
from claimbook.report.answer import answer, checked, groups, instead
from claimbook.report.draft import draft_note
from claimbook.report.verdicts import headline, ordered, working

OPEN = 9  # so many findings are told in the open; the rest are behind a fold


def front(case: Case) -> blocks.Block:
    """Show what was checked, whether its numbers hold up, and why unsupported is not false."""
    article = case.article
    title = f"{article.title} ({article.title_en})" if article.title_en else article.title
    note = draft_note(case)
    return blocks.joined(
        [
            *([blocks.heading(note, 2)] if note else []),
            blocks.paragraph(
                blocks.prose(blocks.Link(title, article.url), f", {article.publisher}. {checked(case)}"),
            ),
            blocks.heading(answer(case), 2),
            blocks.paragraph(headline(case)[1]),
            *([blocks.paragraph(wrong)] if (wrong := _wrong(case)) else []),
        ]
    )


def _wrong(case: Case) -> Spoken | None:
    """Name the numbers that are contradicted, with what they should be, on the first screen."""
    wrong = ordered(case, [Label.CONTRADICTED])
    said = [phrase("“{clause}” ({instead})", clause=one.claim.statement.clause, instead=instead(one)) for one in wrong]
    return phrase("Contradicted: {said}.", said=parted(said)) if said else None


def findings(case: Case) -> blocks.Block:
    """Show what was decided, the worst first: the claim, the verdict with its reason, and the working behind a fold."""
    found = groups(case, len(case.findings))
    parts = [blocks.section(str(heading), _shown(case, group), "") for heading, group in found]
    return blocks.joined(parts) if parts else blocks.paragraph(phrase("No public figure decides any claim."))


def _shown(case: Case, group: list[tuple[Finding, Spoken]]) -> blocks.Block:
    shown = [_pair(case, found, brief) for found, brief in group]
    rest = [blocks.folded(phrase("{n} more", n=len(shown) - OPEN), blocks.joined(shown[OPEN:]))] if shown[OPEN:] else []
    return blocks.joined([*shown[:OPEN], *rest])


def _pair(case: Case, found: Finding, brief: Spoken) -> blocks.Block:
    claim = found.claim
    rests = phrase("the published words and what the verdict rests on")
    summary = phrase("{claim} “{exact}”: {what}", claim=claim.id, exact=claim.selector.exact, what=rests)
    pair = blocks.pair(phrase("The article says: {claim}", claim=claim.statement), verdict_sentence(found, brief))
    return pair + blocks.folded(summary, working(case, claim.id))


def verdict_sentence(found: Finding, brief: Spoken) -> str:
    """Say a verdict with its confidence, its shortest reason and its caveat."""
    verdict = found.verdict
    word = f"{verdict.verdict.sign} {str(phrase(verdict.verdict)).capitalize()}"
    words = phrase("{verdict}, {level} confidence: {why}", verdict=word, level=phrase(verdict.confidence), why=brief)
    return f"{words} {verdict.caveat}".strip()


def unsupported(case: Case) -> blocks.Block:
    """Show the unsupported claims behind folds, one for each reason, and one for the statements."""
    chosen = ordered(case, [Label.UNSUPPORTED])
    numbers, words = ([one for one in chosen if one.claim.is_number == kind] for kind in (True, False))
    groups = {meaning: [one for one in numbers if single(one.verdict) == kind] for kind, meaning in SUB_REASONS.items()}
    groups["statements the numbers depend on"] = words
    folds = [
        blocks.folded(phrase("{n}: {kind}", n=len(group), kind=phrase(name)), _listed(group))
        for name, group in groups.items()
        if group
    ]
    inner = blocks.joined(folds) if folds else None
    title = phrase("What could not be confirmed from reliable public sources")
    return blocks.section(title, inner, phrase("No claim is unsupported."))


def _listed(group: list[Finding]) -> blocks.Block:
    rows = [(one.claim.id, one.claim.selector.exact, one.claim.statement, one.verdict.reason) for one in group]
    return blocks.table(rows, ("id", "published words", "claim", "why"))


def method(case: Case) -> blocks.Block:
    """Show what is behind the verdicts: how much was searched, how the article was read, and the rules."""
    article = case.article
    why = phrase(" ({why})", why=phrase(article.period_reason.rstrip("."))) if article.period_reason else ""
    first, _, last = article.period.partition("/")
    period = phrase("{first} to {last}", first=first, last=last) if last else first
    how = (
        "The article was read live on {day}."
        if article.read == "live"
        else "The article was read in a {copy} on {day}."
    )
    read = sentences(
        phrase(how, copy=phrase(article.read), day=article.read_on),
        phrase("Undated claims are taken to mean {period}{why}.", period=period, why=why),
    )
    gaps = [
        sentences(
            phrase("Missing in the article itself: {what} after “{after}”.", what=gap["what"], after=gap["after"]),
            phrase(gap["note"]),
        )
        for gap in article.missing
    ]
    return blocks.joined(
        [
            blocks.heading(phrase("How it was checked"), 2),
            blocks.bullets([*headline(case)[2:], read, *gaps]),
            blocks.folded(phrase("The rules, in the order in which they are tried"), rules(case)),
        ]
    )


def rules(case: Case) -> blocks.Block:
    """Show the rules in the order in which they are tried, and how many verdicts each one made."""
    made = Counter(verdict.rule for verdict in case.verdicts.values())
    rows = [(name, phrase(sentence), made[name]) for name, sentence in SENTENCES.items()]
    return blocks.table(rows, ("rule", "sentence", "verdicts"))
