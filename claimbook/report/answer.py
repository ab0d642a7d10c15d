"""The answer on the first screen: do the numbers hold up, and what is the worst of it."""

from collections.abc import Mapping, Sequence

from claimbook.case.case import Case
from claimbook.judge import reason
from claimbook.judge.check import Result
from claimbook.judge.evidence import agrees
from claimbook.judge.finding import Finding
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import Spoken, Statement, listed, phrase, sentences, show
from claimbook.report.verdicts import ORDER, counted, counts, decided, read

# From this share of right numbers upwards; the first that fits opens the answer.
OPENINGS = ((1.0, "Yes"), (2 / 3, "Mostly"), (0.45, "About half of them"), (0.2, "Only in part"), (0.0, "Hardly"))
DECIDED = (Label.SUPPORTED, Label.CONTRADICTED, Label.CONFLICTING)
DECIDED_GRAVEST = ORDER[:3]
HEADINGS = {
    Label.CONTRADICTED: "Contradicted: {what}",
    Label.CONFLICTING: "Public sources disagree: {what}",
    Label.SUPPORTED: "Supported: {what}",
}
# How many numbers have which verdict: none, one, and several.
SAID = {
    Label.SUPPORTED: ("none is right", "{n} is right", "{n} are right"),
    Label.CONTRADICTED: ("none is wrong", "{n} is wrong", "{n} are wrong"),
    Label.CONFLICTING: ("", *["public sources disagree on {n}"] * 2),
    Label.UNSUPPORTED: ("", *["{n} could not be confirmed from reliable public sources"] * 2),
    Label.UNCHECKED: ("", *["{n} nobody has checked"] * 2),
}


def answer(case: Case) -> Spoken:
    """Say in one sentence whether the numbers of the article hold up."""
    found = counts(case)
    if not found["claims"]:
        return phrase("There are no numeric claims in it.")
    one, many = "{opening}: of 1 number, {parts}{around}.", "{opening}: of {n} numbers, {parts}{around}."
    parts, around = _parts(case, found, True), _around(counts(case, numbers=False))
    return phrase(
        one if found["claims"] == 1 else many,
        opening=phrase(_opening(found)),
        n=found["claims"],
        parts=parts,
        around=around,
    )


def _around(words: Mapping[str, int]) -> Spoken | str:
    """Say how many of the statements are wrong, where any is: an article can be wrong in what its numbers lean on."""
    wrong, unknown = words[Label.CONTRADICTED], words[Label.UNSUPPORTED]
    one = "; of the {n} statements they depend on, 1 is wrong and {unknown} unconfirmed"
    more = "; of the {n} statements they depend on, {wrong} are wrong and {unknown} unconfirmed"
    return phrase(one if wrong == 1 else more, n=words["claims"], wrong=wrong, unknown=unknown) if wrong else ""


def _parts(case: Case, found: Mapping[str, int], numbers: bool) -> Spoken:
    said = {label: words[min(found[label], 2)] for label, words in SAID.items()}
    return listed(
        phrase(words, n=found[label]) + _unsure(case, label, numbers) + _story(found, label)
        for label, words in said.items()
        if words
    )


def _unsure(case: Case, label: Label, numbers: bool) -> Spoken | str:
    """Say how many of those that are right or wrong are so with low confidence."""
    chosen = [
        one for name, one in case.verdicts.items() if case.claims[name].is_number == numbers and one.verdict is label
    ]
    low = sum(verdict.confidence == "low" for verdict in chosen)
    words = "(with low confidence)" if low == len(chosen) else "({n} with low confidence)"
    return phrase(words, n=low) if low and label in DECIDED else ""


def _story(found: Mapping[str, int], label: Label) -> Spoken | str:
    """Say how many of the right ones are in a story that is wrong."""
    wrong = found["right in a wrong story"]
    if label is not Label.SUPPORTED or not wrong:
        return ""
    return phrase("(but in a wrong story)" if wrong == found[label] else "({n} in a wrong story)", n=wrong)


def _opening(found: Mapping[str, int]) -> str:
    share = found[Label.SUPPORTED] / found["claims"]
    if not share:
        return "No" if found[Label.CONTRADICTED] else "Nobody can say"
    return next(word for least, word in OPENINGS if share >= least)


def brief(found: Finding) -> Spoken:
    """Give a verdict's reason at its shortest, the strongest figure or the computation; the caveat goes beside it."""
    facts = found.facts
    if found.verdict.rule == "own_arithmetic":
        return next(outcome.words for outcome in facts.concluding if outcome.result is Result.FAILS)
    if found.verdict.verdict is Label.CONTRADICTED:
        # One figure shows how far off a number is; a statement is refuted by what two say together.
        return reason.of_exclusion(facts.deciding, facts.policy, most=1 if found.claim.is_number else 2)
    if found.verdict.verdict is Label.UNSUPPORTED:
        return phrase(SUB_REASONS[single(found.verdict)])
    agreeing, excluding = (
        [item for item in facts.deciding if agrees(item, facts.policy) is side] for side in (True, False)
    )
    support = reason.of_support(agreeing, most=1)
    if found.verdict.verdict is Label.CONFLICTING:
        return sentences(support, phrase("Against it:"), reason.of_exclusion(excluding, facts.policy))
    return support


def instead(found: Finding) -> Spoken:
    """Say what a contradicted number should be: what the figure against it says, or what it is computed to."""
    facts = found.facts
    if found.verdict.rule == "own_arithmetic":
        failed = next(outcome for outcome in facts.concluding if outcome.result is Result.FAILS)
        own = failed.check.left.strip() in failed.check.conclusion
        return phrase("computed: {what}", what=show(failed.right if own else failed.left, failed.check.unit))
    return phrase("sources: {what}", what=reason.strongest(facts.deciding)[0].figure.says)


def groups(case: Case, most: int = 6) -> list[tuple[Spoken, list[tuple[Finding, Spoken]]]]:
    """Return what was decided, by verdict and the gravest first: a heading, and findings with their shortest reasons.

    Parameters
    ----------
    case : Case
    most : int
        Findings of each group, numbers before statements.
    """
    found = decided(case)
    made = ((HEADINGS[label], [one for one in found if one.verdict.verdict is label]) for label in DECIDED_GRAVEST)
    return [
        (phrase(words, what=_counted(group)), [(one, brief(one)) for one in group[:most]])
        for words, group in made
        if group
    ]


def _counted(found: Sequence[Finding]) -> Spoken:
    """Count numbers and statements."""
    numbers = sum(one.claim.is_number for one in found)
    parts = ((numbers, "1 number", "{n} numbers"), (len(found) - numbers, "1 statement", "{n} statements"))
    return listed(phrase(one if n == 1 else more, n=n) for n, one, more in parts if n)


def checked(case: Case) -> Spoken:
    """Say in one sentence by whom, until when and against how much the article was checked."""
    article = case.article
    named = Statement(article.reviewer, article.reviewer_zh)
    who = phrase("by {who} ", who=named) if article.reviewer else ""
    number = read(case)
    return phrase(
        "Checked {by}as of {date}: {figures} from {sources} were compared with the claims; "
        "open rules made the verdicts.",
        by=who,
        date=case.as_of,
        figures=counted("1 figure", "{n} figures", number["figures"]),
        sources=counted("1 public source", "{n} public sources", number["sources"]),
    )
