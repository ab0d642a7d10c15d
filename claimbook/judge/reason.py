"""The reason for a verdict, in words, with both numbers."""

from collections.abc import Iterable, Iterator, Sequence

from claimbook.judge.check import Outcome, Result
from claimbook.judge.evidence import Evidence, Policy
from claimbook.judge.facts import Facts
from claimbook.judge.near import direction, pointing
from claimbook.judge.source import Figure
from claimbook.language.phrase import Amount, Spoken, parted, phrase, sentences, show
from claimbook.quantity.quantity import ABOUT, SPOKEN, Interval, comparable
from claimbook.quantity.unit import around
from claimbook.tables.vocabulary import Checkability, Relation

FEW = 4  # parts of a computed figure that are printed; the rest is counted


def of_check(outcome: Outcome) -> Spoken:
    """Give the computation and what it rests on; without a premise, either side may be the wrong one."""
    check, parts = outcome.check, [outcome.words]
    if not check.premise:
        parts.append(phrase("One of the two is wrong; we cannot say which."))
    if check.reading:
        parts += [phrase("Read plainly: {reading}.", reading=phrase(check.reading)), phrase(check.caveat)]
    return sentences(*parts)


def of_undefined(facts: Facts) -> Spoken:
    """Describe what is undefined, and what the definitions that were tried would give."""
    parts = [phrase("No figure can be the same: {why}.", why=phrase(facts.claim.checkability_reason))]
    tried = facts.concluding
    if tried:
        would = sum(outcome.result is Result.UNDETERMINED for outcome in tried)
        words = "Tried in the checks: {tried}. {would} of these {n} would exclude it."
        parts.append(phrase(words, tried=parted(map(_gives, tried)), would=would, n=len(tried)))
    return sentences(*parts, *_points(facts))


def _gives(outcome: Outcome) -> Spoken:
    """Say what a definition gives, which is the side of the check that is not the claim's own number."""
    check = outcome.check
    own = check.left.strip() in check.conclusion
    given = show(outcome.right if own else outcome.left, check.unit)
    limits = (
        {"<=": "at most {given}", ">=": "at least {given}"}
        if own
        else {"<=": "at least {given}", ">=": "at most {given}"}
    )
    value = phrase(limits[check.op], given=given) if check.op in limits else given
    return phrase("{definition}: {value}", definition=phrase(check.title), value=value)


def of_contradiction(items: Iterable[Evidence], policy: Policy, most: int = 2) -> Spoken:
    """Give the claim, the strongest figures against it, and the gap."""
    items = strongest(items)
    claim = items[0].claim
    words = "The article says {claim}." if claim.quantity else "The article says: {claim}."
    return sentences(phrase(words, claim=claim.quantity or phrase(claim.value)), of_exclusion(items, policy, most))


def of_exclusion(items: Iterable[Evidence], policy: Policy, most: int = 1) -> Spoken:
    """Give the strongest figures against a claim, and the gap."""
    items = list(items)
    said = _voices(items, most)
    claim, figure = said[0].claim, said[0].figure
    says = [*map(_says, said), *_one_voice(items)]
    if claim.quantity is None or figure.quantity is None:
        return sentences(*says)
    mine, theirs = comparable(claim.quantity, figure.quantity, policy.tolerance)
    unit = "percentage_point" if claim.quantity.unit == "percent" else claim.quantity.unit
    gap, printed = mine.gap(theirs), claim.quantity.level("exact").gap(figure.quantity.level("exact"))
    words = "The gap is at least {gap}, rounding allowed for." if 0 < gap < printed else "The gap is {gap}."
    width = gap or printed
    apart = phrase(words, gap=show(Interval(width, width), unit) if figure.parts else Amount(width, width, unit))
    return sentences(*says, apart, *_width(said))


def of_support(items: Iterable[Evidence], most: int = 2) -> Spoken:
    """Give the strongest figures that agree, and how wide a number in round words was read."""
    items = list(items)
    said = _voices(items, most)
    return sentences(*map(_says, said), *_one_voice(items), *_width(said))


def _width(items: Iterable[Evidence]) -> Iterator[Spoken]:
    """Say the tolerance of numbers that are said in round words, or with “about”, on either side."""
    items = list(items)
    numbers = [number for item in items for number in (item.claim.quantity, item.figure.quantity) if number]
    if any(number.precision == "spoken" for number in numbers):
        yield phrase("A number in round words is read as ±{share}.", share=f"{SPOKEN:.0%}")
    if any(number.comparator == "~" and number.precision != "spoken" for number in numbers):
        yield phrase("“About” is read as ±{share}.", share=f"{ABOUT:.0%}")


def of_absence(facts: Facts) -> Spoken:
    """Describe why nothing decides: private, printed by unsourced pages only, or not found in so many searches."""
    parts: list[Spoken] = []
    if facts.claim.checkability is Checkability.PRIVATE:
        parts.append(phrase("Private: {why}.", why=phrase(facts.claim.checkability_reason)))
    if facts.unsourced:
        parts.append(_scatter(facts.unsourced))
    return sentences(*parts, *_looked(facts))


def _scatter(items: Sequence[Evidence]) -> Spoken:
    pages = _count(len({source.id for item in items for source in item.figure.sources}), "{n} page", "{n} pages")
    origins = _count(len({origin for item in items for origin in item.figure.origins}), "{n} origin", "{n} origins")
    numbers = [item.figure.quantity for item in items if item.figure.quantity]
    if not numbers:
        words = "Of the same thing and period, only SEO pages, forums and digests say so: {pages} of {origins}."
        return phrase(words, pages=pages, origins=origins)
    low, high, unit = min(q.low for q in numbers), max(q.high for q in numbers), numbers[0].unit
    words = (
        "Of the same thing and period, only SEO pages, forums and digests print one: "
        "{pages} of {origins}, from {low} to {high}."
    )
    sign_before, _ = around(unit)
    ends = {"low": Amount(low, low, unit if sign_before else ""), "high": Amount(high, high, unit)}
    return phrase(words, pages=pages, origins=origins, **ends)


def _looked(facts: Facts) -> Iterator[Spoken]:
    own, near = facts.own_searches, sum(item.relation is Relation.PROXY for item in facts.evidence)
    chinese = sum(search.language == "zh" for search in own)
    searches = _count(len(own), "{n} search", "{n} searches")
    words = "No figure that may decide in {searches} of stored pages for this claim ({zh} Chinese, {en} English){rest}."
    more = [phrase("and {n} more", n=len(facts.leads) - 2)] if len(facts.leads) > 2 else []
    leads = parted([phrase(lead.query) for lead in facts.leads[:2]] + more)
    rest = phrase("; not read: {leads}", leads=leads) if facts.leads else ""
    yield phrase(words, searches=searches, zh=chinese, en=len(own) - chinese, rest=rest)
    if near:
        yield phrase("Shown beside it: {figures}.", figures=_count(near, "{n} near figure", "{n} near figures"))
    yield from _points(facts)


def _points(facts: Facts) -> Iterator[Spoken]:
    """Say which way the near figures point, with the strongest of them."""
    if found := pointing(facts.evidence):
        yield direction(found)
        yield _says(strongest(found)[0])


def _count(number: int, one: str, more: str) -> Spoken:
    return phrase(one if number == 1 else more, n=number)


def _says(item: Evidence) -> Spoken:
    figure = item.figure
    if figure.parts:
        more = [phrase("and {n} more", n=len(figure.parts) - FEW)] if len(figure.parts) > FEW + 1 else []
        parts = parted([*map(_prints, figure.parts[: FEW if more else None]), *more])
        return phrase("Computed: {formula} (from {parts}).", formula=figure.formula, parts=parts)
    return phrase("{print} ({what}{force}).", print=_prints(figure), what=figure.says, force=_force(item))


def _force(item: Evidence) -> Spoken | str:
    """Say how long a rule that gives a number was in force, since its page may be older than what it decides."""
    start, _, end = item.figure.period_text.partition("/")
    if item.relation is not Relation.RULE or item.figure.quantity is None or not start:
        return ""
    return phrase(", in force from {start} to {end}" if end else ", in force from {start}", start=start, end=end)


def _prints(figure: Figure) -> Spoken:
    """Say who prints a figure, when, and in which words."""
    source = figure.source
    words = "{who}, {date}: “{printed}”" if source.published else "{who}: “{printed}”"
    who = phrase(source.who) if source.private else source.who
    return phrase(words, who=who, date=source.published, printed=figure.as_printed)


def _voices(items: Iterable[Evidence], most: int) -> list[Evidence]:
    """Return the strongest figures, one of each voice: what repeats an origin that was named adds nothing."""
    named: list[Evidence] = []
    for item in strongest(items):
        if all(item.figure.origins.isdisjoint(other.figure.origins) for other in named):
            named.append(item)
    return named[:most]


def _one_voice(items: Iterable[Evidence]) -> Iterator[Spoken]:
    """Say where several figures are one voice."""
    items = list(items)
    pages = {source.id for item in items for source in item.figure.sources}
    if min(len(items), len(pages)) > 1 and len(_voices(items, 2)) == 1:
        yield phrase("{n} pages say so, with one voice.", n=len(pages))


def strongest(items: Iterable[Evidence]) -> list[Evidence]:
    """Order evidence by tier, then by kind of copy, then by id, so that the reason names the best first."""
    return sorted(items, key=lambda i: (i.figure.tier.rank, i.figure.copy.rank, i.id))
