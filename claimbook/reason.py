"""The reason for a verdict, in words, with both numbers."""

from claimbook.quantity import comparable, in_words, plain
from claimbook.unit import unit_words

TIERS = ("primary", "secondary", "tertiary")
COPIES = ("original", "translation", "repost", "digest")


def of_check(outcome):
    """Give the computation and what it rests on; without a premise, either side may be the wrong one."""
    either = "" if outcome.check.premise else " One of the two is wrong; we cannot say which."
    rests = f" Read plainly: {outcome.check.reading}. {outcome.check.caveat}" if outcome.check.reading else ""
    return outcome.words + either + rests.rstrip()


def of_undefined(facts):
    """Say what is undefined, and what the definitions that were tried would give."""
    words = f"No figure can be the same: {facts.claim.checkability_reason}."
    tried = [o for o in facts.outcomes if facts.claim.id in o.check.conclusion]
    if tried:
        would = sum(o.result == "undetermined" for o in tried)
        words += f" Definitions or readings tried in the checks: {len(tried)}; {would} would exclude it."
    return words


def of_contradiction(items, policy, most=2):
    """Give the claim, the strongest figures against it, and the gap."""
    items = _strongest(items)[:most]
    claim, figure = items[0].claim, items[0].figure
    says = " ".join(_says(item) for item in items)
    if claim.quantity is None or figure.quantity is None:
        return f"The article says: {claim.value}. {says}"
    mine, theirs = comparable(claim.quantity, figure.quantity, policy.tolerance)
    gap = f"{plain(mine.gap(theirs))}{unit_words(claim.quantity.unit)}"
    return f"The article says {in_words(claim.quantity)}. {says} The gap is {gap}."


def of_support(items, most=2):
    """Give the strongest figures that agree."""
    return " ".join(_says(item) for item in _strongest(items)[:most])


def of_absence(facts):
    """Say why nothing decides: private, printed by unsourced pages only, or not found in so many searches."""
    parts = []
    if facts.claim.checkability == "private":
        parts.append(f"Private: {facts.claim.checkability_reason}.")
    if facts.unsourced:
        parts.append(_scatter(facts.unsourced))
    return " ".join([*parts, _looked(facts)])


def _scatter(items):
    pages = len({item.figure.source.id for item in items})
    origins = len({item.figure.origin for item in items})
    words = f"Only SEO pages, forums and digests say so: {_count(pages, 'page')} of {_count(origins, 'origin')}"
    numbers = [item.figure.quantity for item in items if item.figure.quantity]
    if numbers:
        low, high = min(q.low for q in numbers), max(q.high for q in numbers)
        words = words.replace("say so", "print one")
        words += f", from {plain(low)} to {plain(high)}{unit_words(numbers[0].unit)}"
    return words + "."


def _looked(facts):
    own = facts.own_searches
    chinese = sum(search.language == "zh" for search in own)
    words = (
        f"No figure that may decide in {_count(len(own), 'search', 'es')} of stored pages for this claim "
        f"({chinese} Chinese, {len(own) - chinese} English)"
    )
    if facts.leads:
        more = f"; and {len(facts.leads) - 2} more" if len(facts.leads) > 2 else ""
        words += f"; not read: {'; '.join(lead.query for lead in facts.leads[:2])}{more}"
    near = sum(item.relation == "proxy" for item in facts.evidence)
    return words + (f". Shown beside it: {_count(near, 'near figure')}." if near else ".")


def _count(number, word, plural="s"):
    return f"{number} {word}{'' if number == 1 else plural}"


def _says(item):
    figure, source = item.figure, item.figure.source
    what = in_words(figure.quantity) if figure.quantity else figure.value
    when = f", {source.published}" if source.published else ""
    return f"{source.publisher}{when}: “{figure.as_printed}” ({what})."


def _strongest(items):
    """Order evidence by tier, then by kind of copy, then by id, so that the reason names the best first."""
    return sorted(items, key=lambda i: (TIERS.index(i.figure.source.tier), COPIES.index(i.figure.source.copy), i.id))
