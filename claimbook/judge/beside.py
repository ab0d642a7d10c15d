"""All claims of an article judged, and what belongs beside each verdict."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from claimbook.judge.check import Result
from claimbook.judge.claim import Claim
from claimbook.judge.facts import Facts
from claimbook.judge.rules import decide
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.phrase import Spoken, listed, phrase, sentences

Around = Callable[[int, int], tuple[int, int]]  # the sentence around a place: its start and its end


def judge(facts: Mapping[str, Facts], sentence: Around) -> dict[str, Verdict]:
    """Judge every claim on its facts.

    Parameters
    ----------
    facts : dict of str to Facts
        By claim, in the order of the article.
    sentence : callable
        Takes start and end of words in the article; returns start and end of the sentence around them.
    """
    verdicts = {name: decide(known) for name, known in facts.items()}
    return {name: _beside(verdicts, facts, sentence, name) for name in verdicts}


def _beside(verdicts: dict[str, Verdict], facts: Mapping[str, Facts], sentence: Around, key: str) -> Verdict:
    """Add what belongs beside a verdict: premises that do not fit, true numbers in false stories, dependence."""
    claim, verdict = facts[key].claim, verdicts[key]
    unfit: dict[tuple[str, ...], list[str]] = {}
    for outcome in facts[key].outcomes:
        if outcome.result is Result.FAILS and key in outcome.check.premise:
            unfit.setdefault(outcome.check.conclusion, []).append(outcome.check.id)
    words = "It does not fit {claims} ({checks})."
    caveats = [phrase(words, claims=listed(others), checks=listed(checks)) for others, checks in unfit.items()]
    if verdict.verdict is Label.SUPPORTED:
        wrong = [name for name, other in verdicts.items() if name != key and other.verdict is Label.CONTRADICTED]
        around = [name for name in wrong if _together(claim, facts[name].claim, sentence)]
        words = "The number is right, the story around it is not: {claims} contradicted."
        caveats += [phrase(words, claims=listed(around))] if around else []
    before = [name for name in claim.depends_on if verdicts[name].verdict is Label.CONTRADICTED]
    why: Spoken = verdict.reason
    if before:
        why += phrase("What it is said to follow from ({claims}) is contradicted.", claims=listed(before))
    return replace(verdict, reason=why, caveat=sentences(*caveats) if caveats else "")


def _together(a: Claim, b: Claim, sentence: Around) -> bool:
    """Return whether two claims share a sentence, a table row or a compound claim."""
    head = {a.facet_of or a.id, a.id} & {b.facet_of or b.id, b.id}
    same = sentence(a.selector.start, a.selector.end) == sentence(b.selector.start, b.selector.end)
    return bool(head) or same
