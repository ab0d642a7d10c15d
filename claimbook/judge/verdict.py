"""The verdict rules, in order. The first line of each rule is the sentence that the reader sees."""

from dataclasses import dataclass, replace

from claimbook.judge import confidence, reason
from claimbook.judge.evidence import BASE, agrees
from claimbook.judge.facts import Facts
from claimbook.language.phrase import Spoken, listed, phrase, sentences

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
    "private data": "nobody outside could know",
    "tertiary only": "only SEO pages, forums and digests print one",
    "none found": "none found yet",
}


@dataclass(frozen=True)
class Verdict:
    """The verdict on one claim, with the rule that decided and the reason in words."""

    claim: str
    verdict: str
    rule: str
    confidence: str
    reason: Spoken
    sub_reasons: tuple = ()
    caveat: Spoken | str = ""
    evidence: tuple = ()
    checks: tuple = ()

    def told(self):
        """Say the confidence, the reason and the caveat, which belong together wherever a verdict is handed on."""
        return sentences(phrase("Confidence: {level}.", level=phrase(self.confidence)), self.reason, self.caveat)


def own_arithmetic(facts):
    """Contradicted by its own arithmetic: a check whose conclusion is this claim fails."""
    failed = [o for o in facts.outcomes if o.result == "fails" and facts.claim.id in o.check.conclusion]
    if not failed:
        return None
    return Verdict(
        facts.claim.id,
        "contradicted",
        "own_arithmetic",
        confidence.by_arithmetic(failed[0]),
        reason.of_check(failed[0]),
        checks=tuple(o.check.id for o in failed),
    )


def nobody_looked(facts):
    """Unchecked: there is no evidence and no search for this very claim."""
    if facts.evidence or facts.own_searches:
        return None
    return Verdict(facts.claim.id, "unchecked", "nobody_looked", "low", phrase("Nobody has looked yet."))


def undefined_metric(facts):
    """Unsupported: the article leaves the metric undefined, so that no public figure can be the same."""
    if facts.claim.checkability != "undefined":
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


def excluded(facts):
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


def agreed(facts):
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


def divided(facts):
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


def not_found(facts):
    """Unsupported: no figure that may decide was found."""
    private = ["private data"] if facts.claim.checkability == "private" else []
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


RULES = (own_arithmetic, nobody_looked, undefined_metric, excluded, agreed, divided, not_found)
SENTENCES = {rule.__name__: rule.__doc__.splitlines()[0] for rule in RULES}


def _sides(facts):
    """Return the deciding evidence that excludes the claim, and that which agrees; a bound never agrees."""
    against = [item for item in facts.deciding if agrees(item, facts.policy) is False]
    support = [item for item in facts.deciding if agrees(item, facts.policy)]
    return against, support


def single(verdict):
    """Return the one sub-reason under which an unsupported claim is counted: the first of `SUB_REASONS`."""
    return next((name for name in SUB_REASONS if name in verdict.sub_reasons), "")


def decide(facts):
    """Apply the rules in order and return the first verdict."""
    return next(verdict for rule in RULES if (verdict := rule(facts)))


def judge(claims, evidence, searches, outcomes, article, policy=BASE):
    """Judge every claim.

    Returns
    -------
    dict of str to Verdict
        In the order of the article.
    """
    verdicts = {}
    for claim in claims.values():
        facts = Facts(
            claim,
            tuple(item for item in evidence if item.claim.id == claim.id),
            tuple(s for s in searches if claim.id in s.claims),
            tuple(o for o in outcomes if claim.id in o.check.conclusion + o.check.premise),
            policy,
        )
        verdicts[claim.id] = decide(facts)
    return {key: _beside(verdicts, claims, outcomes, article, key) for key in verdicts}


def _beside(verdicts, claims, outcomes, article, key):
    """Add what stands beside a verdict: premises that do not fit, true numbers in false stories, dependence."""
    claim, verdict = claims[key], verdicts[key]
    unfit = {}
    for outcome in outcomes:
        if outcome.result == "fails" and key in outcome.check.premise:
            unfit.setdefault(outcome.check.conclusion, []).append(outcome.check.id)
    words = "It does not fit {claims} ({checks})."
    caveats = [phrase(words, claims=listed(others), checks=listed(checks)) for others, checks in unfit.items()]
    if verdict.verdict == "supported":
        around = [
            other.id
            for other in claims.values()
            if other.id != key and verdicts[other.id].verdict == "contradicted" and _together(claim, other, article)
        ]
        words = "True by itself, in a story that is not: {claims} contradicted."
        caveats += [phrase(words, claims=listed(around))] if around else []
    wrong = [other for other in claim.depends_on if verdicts[other].verdict == "contradicted"]
    why = verdict.reason
    if wrong:
        why += phrase("What it is said to follow from ({claims}) is contradicted.", claims=listed(wrong))
    return replace(verdict, reason=why, caveat=sentences(*caveats) if caveats else "")


def _together(a, b, article):
    """Tell whether two claims share a sentence, a table row or a compound claim."""
    head = {a.facet_of or a.id, a.id} & {b.facet_of or b.id, b.id}
    same = article.sentence(a.selector.start, a.selector.end) == article.sentence(b.selector.start, b.selector.end)
    return bool(head) or same


def _ids(items):
    return tuple(item.id for item in items)
