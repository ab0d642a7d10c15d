"""The verdict rules, in order. The first line of each rule is the sentence that the reader sees."""

from collections.abc import Callable, Iterable

from claimbook.judge import confidence, reason
from claimbook.judge.check import Result
from claimbook.judge.evidence import Evidence
from claimbook.judge.facts import Facts
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.phrase import Spoken, phrase, sentences
from claimbook.tables.vocabulary import Checkability


def own_arithmetic(facts: Facts) -> Verdict | None:
    """Contradicted by its own arithmetic: a check whose conclusion is this claim fails."""
    failed = [outcome for outcome in facts.concluding if outcome.result is Result.FAILS]
    if not failed:
        return None
    return Verdict(
        facts.claim.id,
        Label.CONTRADICTED,
        "own_arithmetic",
        confidence.by_arithmetic(failed[0]),
        reason.of_check(failed[0]),
        checks=tuple(outcome.check.id for outcome in failed),
    )


def nobody_looked(facts: Facts) -> Verdict | None:
    """Unchecked: there is no evidence and no search for this very claim."""
    if facts.evidence or facts.own_searches:
        return None
    return Verdict(
        facts.claim.id, Label.UNCHECKED, "nobody_looked", confidence.DEPTHS[0], phrase("Nobody has looked yet.")
    )


def undefined_metric(facts: Facts) -> Verdict | None:
    """Unsupported: the article leaves the metric undefined, so that no public figure can be the same."""
    if facts.claim.checkability is not Checkability.UNDEFINED:
        return None
    return Verdict(
        facts.claim.id,
        Label.UNSUPPORTED,
        "undefined_metric",
        confidence.by_search(facts),
        reason.of_undefined(facts),
        ("undefined metric",),
        evidence=_ids(facts.evidence),
    )


def excluded(facts: Facts) -> Verdict | None:
    """Contradicted: the figures that may decide exclude the claim, and none agrees."""
    against, support = facts.sides
    if not against or support:
        return None
    return Verdict(
        facts.claim.id,
        Label.CONTRADICTED,
        "excluded",
        confidence.by_sources(facts, against),
        sentences(reason.of_contradiction(against, facts.policy), _interest(facts, against)),
        evidence=_ids(against),
    )


def agreed(facts: Facts) -> Verdict | None:
    """Supported: the figures that may decide agree, and none excludes the claim."""
    against, support = facts.sides
    if against or not support:
        return None
    return Verdict(
        facts.claim.id,
        Label.SUPPORTED,
        "agreed",
        confidence.by_sources(facts, support),
        sentences(reason.of_support(support), _interest(facts, support)),
        evidence=_ids(support),
    )


def divided(facts: Facts) -> Verdict | None:
    """Conflicting: some figures that may decide agree, and some exclude the claim."""
    against, support = facts.sides
    if not against or not support:
        return None
    but = reason.of_contradiction(against, facts.policy, most=1)
    words = sentences(reason.of_support(support, most=1), phrase("But: {against}", against=but))
    return Verdict(
        facts.claim.id,
        Label.CONFLICTING,
        "divided",
        confidence.weaker(*(confidence.by_sources(facts, side) for side in (against, support))),
        words,
        evidence=_ids(facts.deciding),
    )


def not_found(facts: Facts) -> Verdict:
    """Unsupported: no figure that may decide was found."""
    private = ["private data"] if facts.claim.checkability is Checkability.PRIVATE else []
    tertiary = ["tertiary only"] if facts.unsourced else []
    return Verdict(
        facts.claim.id,
        Label.UNSUPPORTED,
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


def _interest(facts: Facts, items: list[Evidence]) -> Spoken | str:
    """Say whose figure it is where only the article's own publisher or speaker says so."""
    who = confidence.interested(facts, items)
    return phrase("Only the article's own publisher or speaker says so: {who}.", who=who) if who else ""


def decide(facts: Facts) -> Verdict:
    """Apply the rules in order and return the first verdict."""
    return next(verdict for rule in RULES if (verdict := rule(facts)))


def _ids(items: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(item.id for item in items)
