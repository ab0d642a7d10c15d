"""The verdict rules, in order. The first line of each rule is the sentence that the reader sees."""

from dataclasses import dataclass, replace

from claimbook.claim import Claim
from claimbook.evidence import BASE, Policy, agrees, at_end_point, decides
from claimbook.quantity import comparable, in_words, plain, unit_words

VERDICTS = {
    "supported": "a public figure for the same thing agrees; it does not mean that the story around it is true",
    "contradicted": "a public figure for the same thing, a rule in force or the article's own arithmetic excludes it",
    "conflicting": "some public figures agree and some exclude it",
    "unsupported": "no public figure for the same thing was found; it does not mean that the claim is false",
    "unchecked": "nobody looked",
}
SUB_REASONS = {
    "undefined metric": "the article does not say what is measured",
    "private data": "nobody outside the company could know",
    "tertiary only": "only pages that name no source print a number",
    "none found": "none found yet",
}
CONFIDENCES = ("low", "moderate", "high")
ENOUGH_SEARCHES = 4  # differently worded, for this very claim, in both languages


@dataclass(frozen=True)
class Facts:
    """All that a rule may look at: one claim with its evidence, searches and evaluated checks."""

    claim: Claim
    evidence: tuple
    searches: tuple
    outcomes: tuple
    policy: Policy = BASE

    @property
    def deciding(self):
        """The evidence that may decide under the policy."""
        return [item for item in self.evidence if decides(item, self.policy)]

    @property
    def own_searches(self):
        """The searches made for this very claim."""
        return [s for s in self.searches if s.scope == "claim" and s.outcome != "lead"]

    @property
    def leads(self):
        """The documents that could settle the claim and were not read."""
        return [s for s in self.searches if s.scope == "claim" and s.outcome == "lead"]


@dataclass(frozen=True)
class Verdict:
    """The verdict on one claim, with the rule that decided and the reason in words."""

    claim: str
    verdict: str
    rule: str
    confidence: str
    reason: str
    sub_reasons: tuple = ()
    caveat: str = ""
    evidence: tuple = ()
    checks: tuple = ()


def own_arithmetic(facts):
    """Contradicted by its own arithmetic: a check whose conclusion is this claim fails."""
    failed = [o for o in facts.outcomes if o.result == "fails" and facts.claim.id in o.check.conclusion]
    if not failed:
        return None
    first = failed[0]
    reason = first.words
    if not first.check.premise:
        reason += " One of the two is wrong; we cannot say which."
    return Verdict(facts.claim.id, "contradicted", "own_arithmetic", _by_arithmetic(first), reason,
                   checks=tuple(o.check.id for o in failed))


def nobody_looked(facts):
    """Unchecked: there is no evidence and no search for this very claim."""
    if facts.evidence or facts.own_searches:
        return None
    return Verdict(facts.claim.id, "unchecked", "nobody_looked", "low", "Nobody has looked yet.")


def undefined_metric(facts):
    """Unsupported: the article leaves the metric undefined, so that no public figure can be the same."""
    if facts.claim.checkability != "undefined":
        return None
    reason = f"No figure can be the same: {facts.claim.checkability_reason}."
    tried = [o for o in facts.outcomes if facts.claim.id in o.check.conclusion and o.result != "fails"]
    if tried:
        would = sum(o.result == "undetermined" for o in tried)
        reason += f" Of {len(tried)} definitions or readings tried in the checks, {would} would exclude it."
    return Verdict(facts.claim.id, "unsupported", "undefined_metric", _by_search(facts), reason,
                   ("undefined metric", *_tertiary(facts)), evidence=_ids(facts.evidence))


def excluded(facts):
    """Contradicted: the figures that may decide exclude the claim, and none agrees."""
    against = [item for item in facts.deciding if not agrees(item, facts.policy)]
    if not against or any(agrees(item, facts.policy) and item.relation != "bound" for item in facts.deciding):
        return None
    reason = " ".join(_against(item, facts.policy) for item in _strongest(against)[:2])
    return Verdict(facts.claim.id, "contradicted", "excluded", _by_sources(facts, against), reason,
                   evidence=_ids(against))


def agreed(facts):
    """Supported: the figures that may decide agree, and none excludes the claim."""
    support = [item for item in facts.deciding if item.relation != "bound" and agrees(item, facts.policy)]
    if not support or not all(agrees(item, facts.policy) for item in facts.deciding):
        return None
    reason = " ".join(_says(item) for item in _strongest(support)[:2])
    return Verdict(facts.claim.id, "supported", "agreed", _by_sources(facts, support), reason, evidence=_ids(support))


def divided(facts):
    """Conflicting: some figures that may decide agree, and some exclude the claim."""
    if not facts.deciding or not any(not agrees(item, facts.policy) for item in facts.deciding):
        return None
    for_it = [item for item in facts.deciding if agrees(item, facts.policy)]
    against = [item for item in facts.deciding if not agrees(item, facts.policy)]
    reason = f"{_says(_strongest(for_it)[0])} But: {_against(_strongest(against)[0], facts.policy)}"
    return Verdict(facts.claim.id, "conflicting", "divided", _by_sources(facts, facts.deciding), reason,
                   evidence=_ids(facts.deciding))


def not_found(facts):
    """Unsupported: no figure that may decide was found."""
    private = ("private data",) if facts.claim.checkability == "private" else ()
    subs = private + _tertiary(facts) or ("none found",)
    parts = [f"{facts.claim.checkability_reason[:1].upper()}{facts.claim.checkability_reason[1:]}."] if private else []
    if "tertiary only" in subs:
        parts.append(_scatter(facts))
    parts.append(_looked(facts))
    return Verdict(facts.claim.id, "unsupported", "not_found", _by_search(facts), " ".join(parts), subs,
                   evidence=_ids(facts.evidence))


RULES = (own_arithmetic, nobody_looked, undefined_metric, excluded, agreed, divided, not_found)


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
            claim, tuple(item for item in evidence if item.claim.id == claim.id),
            tuple(s for s in searches if claim.id in s.claims),
            tuple(o for o in outcomes if claim.id in o.check.conclusion + o.check.premise), policy)
        verdicts[claim.id] = decide(facts)
    return {key: _beside(verdicts, claims, outcomes, article, key) for key in verdicts}


def _beside(verdicts, claims, outcomes, article, key):
    """Add what stands beside a verdict: premises that do not fit, true numbers in false stories, dependence."""
    claim, verdict = claims[key], verdicts[key]
    caveats = [f"It does not fit {', '.join(o.check.conclusion)} ({o.check.id})." for o in outcomes
               if o.result == "fails" and key in o.check.premise]
    if verdict.verdict == "supported":
        around = [other.id for other in claims.values() if other.id != key
                  and verdicts[other.id].verdict == "contradicted" and _together(claim, other, article)]
        caveats += [f"True by itself, in a story that is not: {', '.join(around)} contradicted."] if around else []
    wrong = [other for other in claim.depends_on if verdicts[other].verdict == "contradicted"]
    reason = verdict.reason
    if wrong:
        reason += f" What it is said to follow from ({', '.join(wrong)}) is contradicted."
    return replace(verdict, reason=reason, caveat=" ".join(caveats))


def _together(a, b, article):
    """Tell whether two claims share a sentence, a table row or a compound claim."""
    head = {a.facet_of or a.id, a.id} & {b.facet_of or b.id, b.id}
    same = article.sentence(a.selector.start, a.selector.end) == article.sentence(b.selector.start, b.selector.end)
    return bool(head) or same


def _by_arithmetic(outcome):
    """Grade arithmetic: high if definitional and robust to rounding, moderate if only definitional, else low."""
    if outcome.check.basis != "definition" or not outcome.check.premise:
        return "low"
    return "high" if outcome.robust else "moderate"


def _by_sources(facts, items):
    """Grade sources: low for digests, end points and bounds; high for a primary author or two origins."""
    sources = [item.figure.source for item in items]
    weak = all(source.copy == "digest" for source in sources) or all(item.relation == "bound" for item in items)
    if weak or all(agrees(i, facts.policy) and at_end_point(i, facts.policy) for i in items):
        return "low"
    strong = any(s.tier == "primary" for s in sources) or len({item.figure.origin for item in items}) > 1
    return _lower("high" if strong else "moderate", bool(facts.leads))


def _by_search(facts):
    """Grade an absence: high after enough searches in both languages, low while a lead is open."""
    if facts.leads:
        return "low"
    queries = {search.query for search in facts.own_searches}
    languages = {search.language for search in facts.own_searches}
    return "high" if len(queries) >= ENOUGH_SEARCHES and len(languages) > 1 else "moderate"


def _lower(confidence, lead):
    return CONFIDENCES[max(0, CONFIDENCES.index(confidence) - 1)] if lead else confidence


def _tertiary(facts):
    pages = [i for i in facts.evidence if i.relation == "same" and i.figure.source.tier == "tertiary"]
    return ("tertiary only",) if pages else ()


def _scatter(facts):
    items = [i for i in facts.evidence if i.relation == "same" and i.figure.source.tier == "tertiary"]
    pages = len({item.figure.source.id for item in items})
    origins = len({item.figure.origin for item in items})
    text = f"Only pages that name no source print one: {_count(pages, 'page')} of {_count(origins, 'origin')}"
    numbers = [item.figure.quantity for item in items if item.figure.quantity]
    if numbers:
        low, high = min(q.low for q in numbers), max(q.high for q in numbers)
        text += f", from {plain(low)} to {plain(high)}{unit_words(numbers[0].unit)}"
    return text + "."


def _looked(facts):
    own = facts.own_searches
    chinese = sum(search.language == "zh" for search in own)
    text = (f"No figure that may decide in {_count(len(own), 'search', 'es')} of stored pages for this claim "
            f"({chinese} Chinese, {len(own) - chinese} English)")
    if facts.leads:
        more = f"; and {len(facts.leads) - 2} more" if len(facts.leads) > 2 else ""
        text += f"; not read: {'; '.join(lead.query for lead in facts.leads[:2])}{more}"
    near = sum(item.relation == "proxy" for item in facts.evidence)
    return text + (f". {_count(near, 'near figure')} shown beside it." if near else ".")


def _count(number, word, plural="s"):
    return f"{number} {word}{'' if number == 1 else plural}"


def _against(item, policy):
    claim, figure = item.claim, item.figure
    if claim.quantity is None or figure.quantity is None:
        return f"The article says: {claim.value}. {_says(item)}"
    mine, theirs = comparable(claim.quantity, figure.quantity, policy.tolerance)
    gap = f"{plain(mine.gap(theirs))}{unit_words(claim.quantity.unit)}"
    return f"The article says {in_words(claim.quantity)}. {_says(item)} The gap is {gap}."


def _says(item):
    figure, source = item.figure, item.figure.source
    what = in_words(figure.quantity) if figure.quantity else figure.value
    when = f", {source.published}" if source.published else ""
    return f"{source.publisher}{when} prints “{figure.as_printed}”: {what} as {figure.metric} ({figure.entity})."


def _strongest(items):
    """Order evidence by tier, then by kind of copy, then by id, so that the reason names the best first."""
    tiers, copies = ("primary", "secondary", "tertiary"), ("original", "translation", "repost", "digest")
    return sorted(items, key=lambda i: (tiers.index(i.figure.source.tier), copies.index(i.figure.source.copy), i.id))


def _ids(items):
    return tuple(item.id for item in items)
