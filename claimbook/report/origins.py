"""How unsourced pages scatter, and where one number returns under another meaning."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.case.case import Case
from claimbook.judge.evidence import Evidence, agrees
from claimbook.judge.finding import Finding
from claimbook.language.phrase import Series, Spoken, Statement, listed, number_zh, phrase, say, sentences, unit_zh
from claimbook.language.speaking import spoken
from claimbook.quantity.quantity import Quantity
from claimbook.quantity.unit import unit_words
from claimbook.quantity.written import plain
from claimbook.report import blocks
from claimbook.report.evidence import pages_of
from claimbook.tables.vocabulary import Relation

RULES_OUT = (
    "For {n} of the article's numbers they print the same metric, "
    "and for {apart} of these a number that the article's own rules out."
)
RULES_NONE_OUT = "For {n} of the article's numbers they print the same metric, and no other number."
NOTHING = "No SEO page, forum or digest prints another number for the same thing"


@dataclass(frozen=True)
class Spread:
    """A number of the article, and what pages that name no source print for the same metric or a near one."""

    finding: Finding
    mine: Quantity
    items: tuple[Evidence, ...]

    @property
    def printed(self) -> list[Quantity]:
        """The numbers of the pages."""
        return [item.figure.quantity for item in self.items if item.figure.quantity]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len({source.id for item in self.items for source in item.figure.sources})

    @property
    def origins(self) -> set[str]:
        """The origins of the pages: those of one site, or that repeat one page, are one voice."""
        return {origin for item in self.items for origin in item.figure.origins}


def spreads(case: Case, relations: Iterable[Relation]) -> list[Spread]:
    """Return every number with what pages that name no source print in its unit, under these relations."""
    wanted = set(relations)
    return [
        Spread(found, found.claim.quantity, items)
        for found in case.findings.values()
        if found.claim.quantity and (items := tuple(_unsourced(found, found.claim.quantity, wanted)))
    ]


def _unsourced(found: Finding, mine: Quantity, wanted: set[Relation]) -> Iterable[Evidence]:
    for item in found.facts.evidence:
        printed, tier = item.figure.quantity, item.figure.tier
        if item.relation in wanted and not tier.may_decide and printed and printed.unit == mine.unit:
            yield item


def elsewhere(case: Case) -> blocks.Block:
    """Title the notebook with what was found: the number that other sites print most differently for the same thing."""
    same = spreads(case, [Relation.SAME])
    apart = [one for one in same if any(agrees(item) is False for item in one.items)]
    title = _title(max(apart, key=_weight), case.article.publisher) if apart else phrase(NOTHING)
    told = sentences(
        phrase("SEO pages, forums and digests decide nothing here."),
        phrase(RULES_OUT if apart else RULES_NONE_OUT, n=len(same), apart=len(apart)),
        _near(spreads(case, [Relation.PROXY])),
    )
    return blocks.heading(title, 1) + blocks.paragraph(told)


def _near(found: list[Spread]) -> Spoken | str:
    """Say which number has the most pages with a near metric, and how far they are apart; empty with fewer than two."""
    widest = max(found, key=lambda spread: spread.pages, default=None)
    if not widest or widest.pages < 2:
        return ""
    return phrase(
        "Beside the {metric} of {mine}, {n} pages print near figures (another metric, group or period): {range}.",
        metric=phrase(widest.finding.claim.metric),
        mine=widest.mine,
        n=widest.pages,
        range=_range(widest.printed),
    )


def _weight(spread: Spread) -> tuple[int, int]:
    return len(spread.origins), spread.pages


def _title(spread: Spread, home: str) -> Spoken:
    """Say what the article prints, what others print, and whether the article's own site contradicts itself."""
    metric = str(phrase(spread.finding.claim.metric))
    others = [item.figure.quantity for item in spread.items if home not in item.figure.origins and item.figure.quantity]
    itself = any(home in item.figure.origins and agrees(item) is False for item in spread.items)
    parts = [
        phrase("{what}: {n} here", what=f"{metric[:1].upper()}{metric[1:]}", n=spread.mine),
        phrase(", {range} elsewhere", range=_range(others)) if others else "",
        phrase("; the site contradicts itself") if itself else "",
    ]
    return Series(tuple(parts), {"en": "", "zh": ""})


def _range(printed: list[Quantity]) -> Spoken:
    """Say the lowest and the highest number that is printed, whatever “at least” or “about” stands before them."""
    low, high = min(one.low for one in printed), max(one.high for one in printed)
    unit, numbers = printed[0].unit, sorted({low, high})
    english, chinese = (
        " to ".join(map(plain, numbers)),
        "至".join(f"{number_zh(one)}{unit_zh(unit)}" for one in numbers),
    )
    return Statement(f"{english}{unit_words(unit, one=english == '1')}", chinese)


def scatter_table(case: Case) -> blocks.Block:
    """Show how widely the pages that name no source scatter for the same metric or a near one."""
    rows = []
    for spread in spreads(case, [Relation.SAME, Relation.PROXY]):
        if len(spread.items) > 1:
            claim, words = spread.finding.claim, {say(one, *spoken()) for one in spread.printed}
            shortest = sorted(words, key=lambda word: (len(word), word))
            mine = say(spread.mine, *spoken())
            rows.append((claim.id, phrase(claim.metric), mine, spread.pages, len(spread.origins), listed(shortest)))
    columns = ("id", "metric", "the article", "pages", "origins", "what the pages print")
    inner = blocks.table(rows, columns) if rows else None
    none = phrase("For none of the numbers do two pages that name no source print the same or a near metric.")
    return blocks.section(phrase("How widely such pages scatter, for the same metric or a near one"), inner, none)


def returning_numbers(case: Case) -> blocks.Block:
    """Show where a number of the article returns on another page under another meaning, one fold for each number."""
    again: dict[str, list[Evidence]] = {}
    for item in case.evidence:
        mine, theirs = item.claim.quantity, item.figure.quantity
        same = mine and theirs and (mine.low, mine.high, mine.unit) == (theirs.low, theirs.high, theirs.unit)
        if same and not item.relation.may_decide:
            again.setdefault(item.claim.id, []).append(item)
    folds = [_returning(items) for items in again.values()]
    inner = blocks.joined(folds) if folds else None
    none = phrase("No number of the article was met elsewhere with another meaning.")
    return blocks.section(phrase("The same number with another metric, group or period"), inner, none)


def _returning(items: list[Evidence]) -> blocks.Block:
    claim, pages = items[0].claim, len({source.id for item in items for source in item.figure.sources})
    one = "{claim} {says}: {metric} here, with another meaning on 1 page"
    many = "{claim} {says}: {metric} here, with another meaning on {n} pages"
    metric = phrase(claim.metric)
    summary = phrase(one if pages == 1 else many, claim=claim.id, says=claim.quantity or "", metric=metric, n=pages)
    rows = [
        (
            listed((phrase(item.figure.metric), phrase(item.figure.population))),
            item.figure.period_text or phrase("undated"),
            pages_of(item.figure),
        )
        for item in items
    ]
    return blocks.folded(summary, blocks.table(rows, ("on the other page", "when", "page")))
