"""What a terminal is shown: wrapped lines, with control characters named instead of sent."""

from __future__ import annotations

import os
import sys
import textwrap
from collections import Counter
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimbook import report
from claimbook.case.case import Case
from claimbook.judge.check import Result
from claimbook.judge.evidence import bearing
from claimbook.judge.rules import SENTENCES
from claimbook.judge.source import Figure
from claimbook.language import phrase
from claimbook.language.progress import progress
from claimbook.language.sentences import translated
from claimbook.report.draft import draft_note
from claimbook.report.outline import Outline, outline
from claimbook.tables.vocabulary import MACHINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimbook.document import Document
    from claimbook.find.offer import Offer
    from claimbook.judge.claim import Claim


WIDTH = 100
EXCERPT = 200  # characters of a passage that are shown, around its number


def print_claim(case: Case, name: str) -> None:
    """Print one claim with everything about it."""
    known = outline(case, name)
    for part in known.parts:
        PRINT[part](known)


def _print_statement(known: Outline) -> None:
    claim = known.finding.claim
    first, *rest = claim.statement.texts.values()
    say(f"{claim.id}  {first}")
    for words in rest:
        say(words)


def _print_published(known: Outline) -> None:
    place = known.finding.claim.selector
    say(f"Published: “{known.published}”")
    say(f"Characters {place.start} to {place.end}" + (f", in {known.section}" if known.section else ""))


def _print_reading(known: Outline) -> None:
    claim = known.finding.claim
    say(f"Says: {phrase.say(known.says, 'en')}; period {claim.period_text}; basis given: {claim.basis}.")


def _print_evidence(known: Outline) -> None:
    items = known.finding.facts.evidence
    say(f"\nEVIDENCE ({len(items)})")
    for item in items:
        figure = item.figure
        printed = f"computed, {figure.formula}" if figure.parts else f"“{figure.as_printed}”"
        what = f"({figure.metric}; {figure.entity}; {figure.period_text or 'undated'})"
        say(f"{item.id} {item.relation}, {bearing(item)}: {printed} {what}", "- ")
        say(item.reason, "  ")
        for part in figure.parts or (figure,):
            _print_source(part, f"{part.id} “{part.as_printed}”: " if figure.parts else "")


def _print_source(figure: Figure, before: str) -> None:
    source = figure.source
    say(f"{before}{source.publisher}, {source.published or 'undated'}, {source.tier}", "  ")
    machine = f"{MACHINE}, in a picture or a scan,"
    read = {"live": "read live", MACHINE: machine}.get(source.read, "read in a stored copy")
    say(f"{source.url or 'not on the web'} ({read} on {source.read_on})", "  ")


def _print_checks(known: Outline) -> None:
    outcomes = known.finding.facts.outcomes
    say(f"\nCHECKS ({len(outcomes)})")
    for outcome in outcomes:
        reading = f" (would fail {outcome.check.reading})" if outcome.result is Result.UNDETERMINED else ""
        say(f"{outcome.check.id} {outcome.result}{reading}: {outcome.words} {outcome.check.caveat}", "- ")


def _print_searches(known: Outline) -> None:
    logged = known.finding.facts.logged
    say(f"\nSEARCHES AND LEADS ({len(logged)})")
    for search in logged:
        say(f"{search.id} {search.language} {search.outcome}: {search.query}. {search.note}", "- ")


def _print_verdict(known: Outline) -> None:
    verdict = known.finding.verdict
    say(f"\n{verdict.verdict.signed.upper()}. {verdict.grade} {SENTENCES[verdict.rule]} [{verdict.rule}]")


PRINT: dict[str, Callable[[Outline], None]] = {
    "statement": _print_statement,
    "published": _print_published,
    "reading": _print_reading,
    "evidence": _print_evidence,
    "checks": _print_checks,
    "searches": _print_searches,
    "verdict": _print_verdict,
    "reason": lambda known: say(f"{known.finding.verdict.reason} {known.finding.verdict.caveat}"),
    "note": lambda known: say(known.note),
    "stability": lambda known: say(known.stability),
}


def print_headline(case: Case) -> None:
    """Print the result."""
    if note := draft_note(case):
        say(f"!! {note}\n")
    say(f"{case.article.title} ({case.article.publisher})")
    for sentence in report.headline(case):
        say(sentence, "- ")


def say(text: object, bullet: str = "") -> None:
    """Print a paragraph, wrapped, with control characters shown instead of sent to the terminal."""
    text = translated(str(text))
    lead = "\n" if text.startswith("\n") else ""
    indent = " " * len(bullet)
    print(
        lead
        + textwrap.fill(
            shown(text.strip()),
            WIDTH,
            initial_indent=bullet,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def link(name: str, address: str) -> str:
    """Return a name that a terminal shows as a link; where nobody clicks, the whole address after it."""
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return f"\033]8;;{address}\033\\{name}\033]8;;\033\\"
    return f"{name}: {address}"


def warn(text: str) -> None:
    """Print a line on the standard error, with control characters shown."""
    print(shown(translated(text)), file=sys.stderr)


def shown(text: str) -> str:
    """Return text with control characters shown by name."""
    return "".join(char if char.isprintable() or char == "\n" else f"[U+{ord(char):04X}]" for char in text)


def print_new(document: Document, folder: Path) -> None:
    """Say what was taken in, and what comes next."""
    place = os.path.relpath(folder)
    say(f"{place}: {len(document.text):,} characters" + (f", read as {document.encoding}" if document.encoding else ""))
    for name in ("mentions", "claims"):
        rows = (folder / f"{name}.csv").read_text(encoding="utf-8").count("\n") - 1
        say(f"{name}.csv: {rows} drafted", "- ")
    say("Next:")
    say(f"{place}/article.toml: fill in what is empty", "1. ")
    say(
        "notebooks/check-your-own.ipynb (`claimbook lab` opens it), or any editor: complete each number and claim",
        "2. ",
    )
    say(f"claimbook validate {folder.name}: says what is missing", "3. ")


def print_update(changes: dict[str, list], name: str) -> None:
    """Say what became of every mention and statement, those that are lost by name."""
    counts = ("kept", "where they were"), ("moved", "moved"), ("changed", "with another number"), ("new", "new")
    say(f"{name}: {', '.join(f'{len(changes[what])} {words}' for what, words in counts)}")
    if changes["new"]:
        say(f"new in mentions.csv: {', '.join(changes['new'])}", "- ")
    for mention, before, after in changes["changed"]:
        say(f"{mention}: “{before}” is “{after}” now; read the statement and the reasons of its claims again", "- ")
    for mention, before, after in changes["reworded"]:
        say(f"{mention}: its sentence was “{before}”, and is “{after}” now; review the claims that depend on it", "- ")
    for claim, column, before, after in changes["followed"]:
        if before != after:
            say(f"{claim}: {column} was “{before}”, and is “{after}” now", "- ")
    for claim, columns in changes["stale"]:
        say(f"{claim}: {', '.join(columns)} entered by hand, and kept, where the text says otherwise now", "- ")
    advice = "the row was left unchanged: fix or delete it, then review the claims that depend on it"
    for lost in changes["lost"]:
        say(f"{lost}: its words are not found again; {advice}", "- ")


def print_offers(claim: Claim, offers: Iterable[Offer], heads: Mapping[str, Mapping[str, str]]) -> None:
    """Print the passages offered for a claim, the best first, each with who published it when."""
    say(f"\n{claim.id}  {claim.statement} ({claim.selector.exact})")
    for place, offer in enumerate(offers, 1):
        print_offer(offer, f"{place}. ", heads.get(offer.passage.document, {}))


def print_offer(offer: Offer, lead: str, head: Mapping[str, str] = MappingProxyType({})) -> None:
    """Print where a passage is, its number, the text around that, and how it differs from the claim."""
    passage, number = offer.passage, offer.number
    who = ", ".join(dict.fromkeys(filter(None, map(head.get, ("publisher", "origin", "published")))))
    where = f"{passage.document}{f', page {passage.page}' if passage.page else ''}{f' ({who})' if who else ''}"
    say(f"{where}: {f'“{number.words}”' if number else 'no number of the same unit'}", lead)
    first = max(0, number.start - EXCERPT // 2) if number else 0
    around = " ".join(passage.text[first : first + EXCERPT].split())
    say(f"{'…' if first else ''}{around}{'…' if first + EXCERPT < len(passage.text) else ''}", "   ")
    if offer.reason:
        say(f"{offer.relation or 'not clear'}? {offer.reason}", "   ")


def print_rechecks(case: Case, rows: Iterable[dict[str, str]], count: int, done: int) -> int:
    """Show the progress of a recheck, then what was found, and return the exit code."""
    found, code = [], 0
    try:
        for row in progress(rows, "visiting the sources", count, lambda row: row["source"]):
            found.append(row)
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        print(f"rechecks.csv: cannot be written ({error.strerror}); fix this and try again", file=sys.stderr)
        code = 2
    words = Counter(row["outcome"] for row in found)
    counts = ", ".join(f"{number} {word}" for word, number in words.most_common())
    say(f"{case.article.id}: {len(found)} of {count} sources visited" + (f": {counts}" if counts else ""))
    if done:
        say(f"{done} more have a row of today; --again visits them too")
    if code:
        say("Stopped; the rows of those visited are kept. Run it again to go on.")
    for row in found:
        if row["outcome"] != "as printed":
            say(f"{row['source']}: {row['outcome']}. {row['note']}", "- ")
    if found:
        say(f"Rows: {os.path.relpath(case.folder / 'rechecks.csv')}. What a visit finds decides nothing about a claim.")
    return code
