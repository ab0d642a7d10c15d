"""The verdict rules, in order. The first line of each rule is the sentence that the reader sees."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from claimbook.judge import confidence, reason
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Evidence, agrees
from claimbook.judge.facts import Facts
from claimbook.language.phrase import Spoken, listed, phrase, sentences
from claimbook.tables.vocabulary import Checkability

VERDICTS = {
    "supported": "a public figure for the same thing agrees; it does not mean that the story around it is true",
    "contradicted": "a public figure for the same thing, a rule in force or the article's own arithmetic excludes it",
    "conflicting": "some public figures agree and some exclude it",
    "unsupported": "no public figure for the same thing was found; it does not mean that the claim is false",
    "unchecked": "nobody looked",
}
MARKS = {
    "supported": "✓ supported",
    "contradicted": "✗ contradicted",
    "conflicting": "⇄ conflicting",
    "unsupported": "○ unsupported",
    "unchecked": "? unchecked",
}
SUB_REASONS = {
    "undefined metric": "the article does not say what is measured",
    "private data": "only the company could know",
    "tertiary only": "only SEO pages, forums and digests print one",
    "none found": "none found yet",
}


Around = Callable[[int, int], tuple[int, int]]  # the sentence around a place: its start and its end


@dataclass(frozen=True)
class Verdict:
    """The verdict on one claim, with the rule that decided and the reason in words."""

    claim: str
    verdict: str
    rule: str
    confidence: str
    reason: Spoken
    sub_reasons: tuple[str, ...] = ()
    caveat: Spoken | str = ""
    evidence: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()

    def told(self) -> Spoken:
        """Say the confidence, the reason and the caveat, which belong together wherever a verdict is handed on."""
        return sentences(phrase("Confidence: {level}.", level=phrase(self.confidence)), self.reason, self.caveat)


def own_arithmetic(facts: Facts) -> Verdict | None:
    """Contradicted by its own arithmetic: a check whose conclusion is this claim fails."""
    failed = [outcome for outcome in facts.concluding if outcome.result == "fails"]
    if not failed:
        return None
    return Verdict(
        facts.claim.id,
        "contradicted",
        "own_arithmetic",
        confidence.by_arithmetic(failed[0]),
        reason.of_check(failed[0]),
        checks=tuple(outcome.check.id for outcome in failed),
    )


def nobody_looked(facts: Facts) -> Verdict | None:
    """Unchecked: there is no evidence and no search for this very claim."""
    if facts.evidence or facts.own_searches:
        return None
    return Verdict(facts.claim.id, "unchecked", "nobody_looked", "low", phrase("Nobody has looked yet."))


def undefined_metric(facts: Facts) -> Verdict | None:
    """Unsupported: the article leaves the metric undefined, so that no public figure can be the same."""
    if facts.claim.checkability is not Checkability.UNDEFINED:
        return None
    return Verdict(
        facts.claim.id,
        "unsupported",
        "undefined_metric",
        confidence.by_search(facts),
        reason.of_undefined(facts),
        ("undefined metric",),
        evidence=_ids(facts.evidence),
    )


def excluded(facts: Facts) -> Verdict | None:
    """Contradicted: the figures that may decide exclude the claim, and none agrees."""
    against, support = _sides(facts)
    if not against or support:
        return None
    return Verdict(
        facts.claim.id,
        "contradicted",
        "excluded",
        confidence.by_sources(facts, against),
        reason.of_contradiction(against, facts.policy),
        evidence=_ids(against),
    )


def agreed(facts: Facts) -> Verdict | None:
    """Supported: the figures that may decide agree, and none excludes the claim."""
    against, support = _sides(facts)
    if against or not support:
        return None
    return Verdict(
        facts.claim.id,
        "supported",
        "agreed",
        confidence.by_sources(facts, support),
        reason.of_support(support),
        evidence=_ids(support),
    )


def divided(facts: Facts) -> Verdict | None:
    """Conflicting: some figures that may decide agree, and some exclude the claim."""
    against, support = _sides(facts)
    if not against or not support:
        return None
    but = reason.of_contradiction(against, facts.policy, most=1)
    words = sentences(reason.of_support(support, most=1), phrase("But: {against}", against=but))
    return Verdict(
        facts.claim.id,
        "conflicting",
        "divided",
        confidence.by_sources(facts, facts.deciding),
        words,
        evidence=_ids(facts.deciding),
    )


def not_found(facts: Facts) -> Verdict:
    """Unsupported: no figure that may decide was found."""
    private = ["private data"] if facts.claim.checkability is Checkability.PRIVATE else []
    tertiary = ["tertiary only"] if facts.unsourced else []
    return Verdict(
        facts.claim.id,
        "unsupported",
        "not_found",
        confidence.by_search(facts),
        reason.of_absence(facts),
        tuple(private + tertiary or ["none found"]),
        evidence=_ids(facts.evidence),
    )


RULES: tuple[Callable[[Facts], Verdict | None], ...] = (
    own_arithmetic,
    nobody_looked,
    undefined_metric,
    excluded,
    agreed,
    divided,
    not_found,
)
SENTENCES = {rule.__name__: (rule.__doc__ or "").splitlines()[0] for rule in RULES}


def _sides(facts: Facts) -> tuple[list[Evidence], list[Evidence]]:
    """Return the deciding evidence that excludes the claim, and that which agrees; a bound never agrees."""
    against = [item for item in facts.deciding if agrees(item, facts.policy) is False]
    support = [item for item in facts.deciding if agrees(item, facts.policy)]
    return against, support


def single(verdict: Verdict) -> str:
    """Return the one sub-reason under which an unsupported claim is counted: the first of `SUB_REASONS`."""
    return next((name for name in SUB_REASONS if name in verdict.sub_reasons), "")


def decide(facts: Facts) -> Verdict:
    """Apply the rules in order and return the first verdict."""
    return next(verdict for rule in RULES if (verdict := rule(facts)))


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
        if outcome.result == "fails" and key in outcome.check.premise:
            unfit.setdefault(outcome.check.conclusion, []).append(outcome.check.id)
    words = "It does not fit {claims} ({checks})."
    caveats = [phrase(words, claims=listed(others), checks=listed(checks)) for others, checks in unfit.items()]
    if verdict.verdict == "supported":
        wrong = [name for name, other in verdicts.items() if name != key and other.verdict == "contradicted"]
        around = [name for name in wrong if _together(claim, facts[name].claim, sentence)]
        words = "The number is right, the story around it is not: {claims} contradicted."
        caveats += [phrase(words, claims=listed(around))] if around else []
    before = [name for name in claim.depends_on if verdicts[name].verdict == "contradicted"]
    why: Spoken = verdict.reason
    if before:
        why += phrase("What it is said to follow from ({claims}) is contradicted.", claims=listed(before))
    return replace(verdict, reason=why, caveat=sentences(*caveats) if caveats else "")


def _together(a: Claim, b: Claim, sentence: Around) -> bool:
    """Return whether two claims share a sentence, a table row or a compound claim."""
    head = {a.facet_of or a.id, a.id} & {b.facet_of or b.id, b.id}
    same = sentence(a.selector.start, a.selector.end) == sentence(b.selector.start, b.selector.end)
    return bool(head) or same


def _ids(items: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(item.id for item in items)
