"""A case as pandas frames: columns with readable names and dtypes, joined, for people who live in pandas.

Numbers are floats there, as pandas counts; the exact decimals are those of the case's own objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from claimbook.judge.confidence import CONFIDENCES, DEPTHS
from claimbook.judge.evidence import BEARINGS, bearing
from claimbook.judge.verdict import Label
from claimbook.language.phrase import say
from claimbook.language.speaking import spoken
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Copy, Relation, Tier

if TYPE_CHECKING:
    import pandas

    from claimbook.case.case import Case
    from claimbook.judge.source import Figure, Source
    from claimbook.quantity.period import Period
    from claimbook.quantity.quantity import Quantity

Cells = dict[str, object]

NUMBERS = ("low", "high")
DAYS = ("first", "last", "published", "read_on", "date")
WORDS = {
    "verdict": tuple(Label),
    "confidence": (*DEPTHS, *CONFIDENCES),
    "tier": tuple(reversed(Tier)),
    "copy": tuple(reversed(Copy)),
}  # in order, the weakest first
NAMES = {"relation": tuple(Relation), "bearing": BEARINGS}  # in no order


def claims(case: Case) -> Iterable[Cells]:
    """Yield each claim with its verdict."""
    for name, claim in case.claims.items():
        verdict = case.verdicts[name]
        yield {
            "claim": name,
            "statement": str(claim.statement),
            "words": claim.selector.exact,
            "section": case.article.section(claim.selector.start),
            "kind": str(claim.kind),
            "subject": claim.subject,
            "metric": claim.metric,
            "population": claim.population,
            **_when(claim.period, claim.period_text),
            **_much(claim.quantity, claim.value),
            "basis": str(claim.basis),
            "checkability": str(claim.checkability),
            "start": claim.selector.start,
            "end": claim.selector.end,
            "verdict": verdict.verdict,
            "confidence": verdict.confidence,
        }


def verdicts(case: Case) -> Iterable[Cells]:
    """Yield each verdict with what the claim says."""
    for name, found in case.findings.items():
        verdict = found.verdict
        yield {
            "claim": name,
            "statement": str(found.claim.statement),
            "verdict": verdict.verdict,
            "confidence": verdict.confidence,
            "rule": verdict.rule,
            "reason": str(verdict.reason),
            "caveat": str(verdict.caveat),
            "sub_reasons": "; ".join(verdict.sub_reasons),
            "evidence": len(found.facts.evidence),
            "searches": len(found.facts.own_searches),
            "stable": not found.flips,
        }


def evidence(case: Case) -> Iterable[Cells]:
    """Yield each piece of evidence with its claim's statement and verdict, its figure and its source."""
    for item in case.evidence:
        yield {
            "evidence": item.id,
            "claim": item.claim.id,
            "statement": str(item.claim.statement),
            "verdict": case.verdicts[item.claim.id].verdict,
            "relation": item.relation,
            "bearing": bearing(item),
            **_figure(item.figure),
            "reason": item.reason,
        }


def figures(case: Case) -> Iterable[Cells]:
    """Yield each figure that the evidence uses, with its source."""
    used = {item.figure.id: item.figure for item in case.evidence}
    yield from (_figure(figure) for figure in used.values())


def sources(case: Case) -> Iterable[Cells]:
    """Yield each source that the evidence uses."""
    used = {source.id: source for item in case.evidence for source in item.figure.sources}
    for source in used.values():
        yield _source(source) | {"origin": source.origin, "read": source.read, "read_on": source.read_on}


def searches(case: Case) -> Iterable[Cells]:
    """Yield each logged search."""
    for search in case.searches:
        names = ("query", "language", "where", "date", "scope", "outcome", "note")
        yield {"search": search.id, **{name: str(getattr(search, name)) for name in names}, "claims": search.claims}


def checks(case: Case) -> Iterable[Cells]:
    """Yield each check with its outcome."""
    for outcome in case.outcomes:
        check = outcome.check
        yield {
            "check": check.id,
            "title": check.title,
            "result": str(outcome.result),
            "words": str(outcome.words),
            "premise": check.premise,
            "conclusion": check.conclusion,
            "basis": str(check.basis),
            "reading": check.reading,
        }


def mentions(case: Case) -> Iterable[Cells]:
    """Yield each number of the article with its role and its claim."""
    for entry in case.mentions:
        place = entry.selector
        yield {
            "mention": entry.id,
            "words": place.exact,
            "role": str(entry.role),
            "claim": entry.claim,
            "section": case.article.section(place.start),
            "start": place.start,
            "end": place.end,
        }


FRAMES: dict[str, Callable[[Case], Iterable[Cells]]] = {
    "claims": claims,
    "verdicts": verdicts,
    "evidence": evidence,
    "figures": figures,
    "sources": sources,
    "searches": searches,
    "checks": checks,
    "mentions": mentions,
}


def frame(case: Case, name: str) -> pandas.DataFrame:
    """Return one of `FRAMES`, with the ids as its index.

    Raises
    ------
    Problems
        If it is none of them.
    """
    import pandas

    if name not in FRAMES:
        raise Problems([f"frame: “{name}” must be one of: {', '.join(FRAMES)}"])
    made = pandas.DataFrame(list(FRAMES[name](case)))
    for column in made.columns.intersection([*NUMBERS]):
        made[column] = pandas.to_numeric(made[column])
    for column in made.columns.intersection([*DAYS]):
        made[column] = pandas.to_datetime(made[column], errors="coerce", format="ISO8601")
    for words, ordered in ((WORDS, True), (NAMES, False)):
        for column in made.columns.intersection([*words]):
            made[column] = pandas.Categorical(made[column].map(str), [*map(str, words[column])], ordered=ordered)
    return made.set_index(made.columns[0]) if len(made.columns) else made


def _figure(figure: Figure) -> Cells:
    return {
        "figure": figure.id,
        "as_printed": say(figure.formula, *spoken()) if figure.parts else figure.as_printed,
        "figure_metric": figure.metric,
        "entity": figure.entity,
        "figure_population": figure.population,
        **_when(figure.period, figure.period_text),
        **_much(figure.quantity, figure.value),
        **_source(figure.source),
    }


def _source(source: Source) -> Cells:
    names = ("title", "publisher", "author", "url", "published", "tier", "copy")
    return {"source": source.id} | {name: getattr(source, name) for name in names}


def _when(period: Period | None, text: str) -> Cells:
    """Return a period as its text and its ends, of which an open one is missing."""
    ends = (period.first, period.last) if period else (None, None)
    first, last = (None if end in (None, date.min, date.max) else str(end) for end in ends)
    return {"period": text, "first": first, "last": last}


def _much(quantity: Quantity | None, value: str) -> Cells:
    """Return a quantity as its two ends and its words, or the fixed words in its place."""
    if quantity is None:
        return {"low": None, "high": None, "unit": "", "comparator": "", "says": value}
    ends = {"low": float(quantity.low), "high": float(quantity.high)}
    return ends | {"unit": quantity.unit, "comparator": quantity.comparator, "says": say(quantity, *spoken())}
