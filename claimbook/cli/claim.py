"""``claimbook claim``: show everything about one claim."""

import argparse
from collections.abc import Callable

from claimbook.case.case import Case
from claimbook.cli import common
from claimbook.cli.terminal import say
from claimbook.judge.check import Result
from claimbook.judge.evidence import bearing
from claimbook.judge.rules import SENTENCES
from claimbook.judge.source import Figure
from claimbook.language.phrase import phrase
from claimbook.report.outline import Outline, outline
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import MACHINE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.claim(parser)


def run(options: argparse.Namespace) -> None:
    """Print one claim with everything about it."""
    case = common.opened(options.article, private=True)
    if options.claim in case.in_work:
        own = [fault for fault in case.gaps if (fault.table, fault.id) == ("claims", options.claim)]
        raise Problems(own or [f"{options.claim}: rests on what is still in work; `claimbook validate` lists it"])
    if options.claim not in case.claims:
        known = ", ".join(sorted(case.claims))
        raise Problems([f"{options.claim}: no such claim in {case.article.id}; the claims are {known}"])
    print_claim(case, options.claim)


def print_claim(case: Case, name: str) -> None:
    """Print one claim with everything about it."""
    known = outline(case, name)
    for part in known.parts:
        PRINT[part](known)


def _statement(known: Outline) -> None:
    claim = known.finding.claim
    first = str(claim.statement)
    say(f"{claim.id}  {first}")
    for words in claim.statement.texts.values():
        if words != first:
            say(words)


def _published(known: Outline) -> None:
    place = known.finding.claim.selector
    where = phrase("characters {start} to {end}", start=place.start, end=place.end)
    say(phrase("Published: “{text}”", text=known.published))
    say(f"{where}, {phrase(known.section)}" if known.section else where)


def _reading(known: Outline) -> None:
    claim = known.finding.claim
    words = "Says: {says}; period {period}; basis given: {basis}."
    say(phrase(words, says=known.says, period=claim.period_text, basis=phrase(claim.basis)))


def _evidence(known: Outline) -> None:
    items = known.finding.facts.evidence
    say(phrase("EVIDENCE ({n})", n=len(items)), above=1)
    for item in items:
        figure = item.figure
        printed = phrase("computed, {formula}", formula=figure.formula) if figure.parts else f"“{figure.as_printed}”"
        what = {
            "relation": phrase(item.relation),
            "bearing": phrase(bearing(item)),
            "metric": phrase(figure.metric),
            "entity": phrase(figure.entity),
            "when": figure.period_text or phrase("undated"),
        }
        words = "{id} {relation}, {bearing}: {printed} ({metric}; {entity}; {when})"
        say(phrase(words, id=item.id, printed=printed, **what), "- ")
        say(phrase(item.reason), "  ")
        for part in figure.parts or (figure,):
            _source(part, f"{part.id} “{part.as_printed}”: " if figure.parts else "")


def _source(figure: Figure, before: str) -> None:
    source = figure.source
    when = source.published or phrase("undated")
    who = {"publisher": phrase(source.publisher), "when": when, "tier": phrase(source.tier)}
    say(phrase("{before}{publisher}, {when}, {tier}", before=before, **who), "  ")
    how = {"live": "read live on {date}", MACHINE: "read by machine on {date}"}.get(source.read)
    read = phrase(how or "read in a stored copy on {date}", date=source.read_on)
    say(phrase("{url} ({read})", url=source.url or phrase("not on the web"), read=read), "  ")


def _checks(known: Outline) -> None:
    outcomes = known.finding.facts.outcomes
    say(phrase("CHECKS ({n})", n=len(outcomes)), above=1)
    for outcome in outcomes:
        check, words = outcome.check, "{id} {result}: {says} {caveat}"
        if outcome.result is Result.UNDETERMINED:
            words = "{id} {result} (would fail {reading}): {says} {caveat}"
        what = {"result": phrase(outcome.result), "reading": phrase(check.reading), "caveat": phrase(check.caveat)}
        say(phrase(words, id=check.id, says=outcome.words, **what), "- ")


def _searches(known: Outline) -> None:
    logged = known.finding.facts.logged
    say(phrase("SEARCHES AND LEADS ({n})", n=len(logged)), above=1)
    for search in logged:
        note = phrase(search.note) if search.note else ""
        what = {"language": search.language, "outcome": phrase(search.outcome), "query": search.query, "note": note}
        say(phrase("{id} {language} {outcome}: {query}. {note}", id=search.id, **what), "- ")


def _verdict(known: Outline) -> None:
    verdict = known.finding.verdict
    label = verdict.verdict.signed.upper()
    words = "{label}. {grade} {rule} [{name}]"
    rule = phrase(SENTENCES[verdict.rule])
    say(phrase(words, label=label, grade=verdict.grade, rule=rule, name=verdict.rule), above=1)


PRINT: dict[str, Callable[[Outline], None]] = {
    "statement": _statement,
    "published": _published,
    "reading": _reading,
    "evidence": _evidence,
    "checks": _checks,
    "searches": _searches,
    "verdict": _verdict,
    "reason": lambda known: say(f"{known.finding.verdict.reason} {known.finding.verdict.caveat}"),
    "note": lambda known: say(known.note),
    "stability": lambda known: say(known.stability),
}
