"""What a terminal is shown: wrapped lines, with control characters named instead of sent."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from claimbook import report
from claimbook.case.case import Case
from claimbook.cli.output import shown
from claimbook.language.phrase import HAN, Statement, listed, parted, phrase
from claimbook.language.progress import progress
from claimbook.language.sentences import translated
from claimbook.language.speaking import spoken
from claimbook.report.draft import draft_note
from claimbook.tables.vocabulary import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimbook.document import Document
    from claimbook.find.offer import Offer
    from claimbook.judge.claim import Claim
    from claimbook.tables.schema import Row


WIDTH = 100
# A Chinese letter, or a run of others, with the marks that close it; or a space.
PIECE = re.compile(r"(?:[\u2e80-\uffff]|[^\s\u2e80-\uffff]+)[，。；：、！？％）〉》」』】”’…]*|\s+")
CELLS = {"metric": "what is measured", "entity": "of whom or what", "population": "over whom", "period": "when"}
OUTCOMES = {  # of a visit; the words alone mean other things elsewhere
    Visit.AS_PRINTED: Statement("as printed", "与所记相符"),
    Visit.CHANGED: Statement("changed", "内容已变"),
    Visit.GONE: Statement("gone", "网页已不存在"),
    Visit.UNREACHABLE: Statement("unreachable", "无法读取"),
    Visit.BLOCKED: Statement("blocked", "不允许访问"),
}
EXCERPT = 200  # characters of a passage that are shown, around its number


def print_headline(case: Case) -> None:
    """Print the result."""
    if note := draft_note(case):
        say(f"!! {note}\n")
    say(f"{case.article.title} ({case.article.publisher})")
    for sentence in report.headline(case):
        say(sentence, "- ")


def say(text: object, bullet: str = "", above: int = 0) -> None:
    """Print a paragraph, wrapped, with control characters shown instead of sent to the terminal.

    Parameters
    ----------
    text : object
    bullet : str
        What its first line begins with; the others are indented as far.
    above : int
        How many lines are left empty above it.
    """
    text = translated(str(text))
    above += text.startswith("\n")
    print("\n" * above + "\n".join(_lines(shown(text.strip()), bullet)))


def _lines(text: str, bullet: str) -> list[str]:
    """Wrap a paragraph; in Chinese, whose letters are two columns wide, a line may end after any of them."""
    indent = " " * len(bullet)
    chinese = len(HAN.findall(text)) * 3 > len(text)
    width = WIDTH - len(bullet)
    whole = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    wrapped = _chinese(text, width) if chinese else whole.wrap(text)
    return [f"{indent if at else bullet}{line}" for at, line in enumerate(wrapped or [""])]


def _chinese(text: str, width: int) -> list[str]:
    """Break lines between Chinese letters and at spaces, in no number or word, and before no closing mark."""
    lines = [""]
    for piece in PIECE.findall(text):
        if lines[-1] and _columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def link(name: str, address: str) -> str:
    """Return a name that a terminal shows as a link; where nobody clicks, the whole address after it."""
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return f"\033]8;;{address}\033\\{name}\033]8;;\033\\"
    return f"{name}: {address}"


def warn(text: str) -> None:
    """Print a line on the standard error, with control characters shown."""
    print(shown(translated(text)), file=sys.stderr)


def print_new(document: Document, folder: Path) -> None:
    """Say what was taken in, and what comes next."""
    place = os.path.relpath(folder)
    say(f"{place}: {len(document.text):,} characters")
    if document.encoding:
        say(f"read as {document.encoding}", "- ")
    for file in ("mentions.csv", "claims.csv"):
        rows = (folder / file).read_text(encoding="utf-8").count("\n") - 1
        say(f"{file}: {rows} drafted", "- ")
    say("Next:")
    say(f"{place}/article.toml: fill in what is empty", "1. ")
    say(
        "notebooks/check-your-own.ipynb (`claimbook lab` opens it), or any editor: complete each number and claim",
        "2. ",
    )
    say(f"claimbook validate {folder.name}: says what is missing", "3. ")


def print_update(changes: dict[str, list], name: str) -> None:
    """Say what became of every mention and statement, those that are lost by name."""
    kept, moved, changed, new = (len(changes[what]) for what in ("kept", "moved", "changed", "new"))
    say(f"{name}: {kept} where they were, {moved} moved, {changed} with another number, {new} new")
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
    say(
        phrase("{claim}  {statement} ({exact})", claim=claim.id, statement=claim.statement, exact=claim.selector.exact),
        above=1,
    )
    for place, offer in enumerate(offers, 1):
        print_offer(offer, f"{place}. ", heads.get(offer.passage.document, {}))


def print_offer(offer: Offer, lead: str, head: Mapping[str, str] = MappingProxyType({})) -> None:
    """Print where a passage is, its number, the text around that, and how it differs from the claim."""
    passage, number = offer.passage, offer.number
    who = ", ".join(dict.fromkeys(filter(None, map(head.get, ("publisher", "origin", "published")))))
    page = f", {phrase('page {n}', n=passage.page)}" if passage.page else ""
    says = f"“{number.words}”" if number else phrase("no number of the same unit")
    where = f"{passage.document}{page}"
    whose = phrase("{where} ({who})", where=where, who=who) if who else where
    say(phrase("{where}: {says}", where=whose, says=says), lead)
    first = max(0, number.start - EXCERPT // 2) if number else 0
    around = " ".join(passage.text[first : first + EXCERPT].split())
    say(f"{'…' if first else ''}{around}{'…' if first + EXCERPT < len(passage.text) else ''}", "   ")
    if offer.reason:
        relation = phrase(offer.relation or "not clear")
        say(phrase("{relation}? {reason}", relation=relation, reason=_reason(offer)), "   ")


def _reason(offer: Offer) -> str:
    """Return why a relation is proposed; in Chinese put together anew, as the reason itself is kept in English."""
    if spoken()[0] == "en" or not (offer.differences or "claim" in offer.places.values()):
        return translated(offer.reason)
    lacks = [phrase(CELLS[name]) for name, place in offer.places.items() if place == "claim" and name in CELLS]
    parts = [
        phrase("the page says {page}, the claim says {claim}", page=one.page, claim=one.claim)
        for one in offer.differences
    ]
    return str(parted([*parts, *([phrase("the page does not say: {what}", what=listed(lacks))] if lacks else [])]))


def print_rechecks(case: Case, rows: Iterable[dict[str, str]], count: int, done: int) -> int:
    """Show the progress of a recheck, then what was found, and return the exit code."""
    found, code = [], 0
    try:
        for row in progress(rows, "visiting the sources", count, lambda row: row["source"]):
            found.append(row)
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        warn(f"rechecks.csv: cannot be written ({error.strerror}); fix this and try again")
        code = 2
    series = {row["source"] for row in case.tables["sources"] if row.get("series")}
    words = Counter(row["outcome"] for row in found)
    counts = listed(phrase("{n} {outcome}", n=n, outcome=OUTCOMES[Visit(word)]) for word, n in words.most_common())
    visited = phrase("{article}: {n} of {all} sources visited", article=case.article.id, n=len(found), all=count)
    say(phrase("{visited}: {counts}", visited=visited, counts=counts) if found else visited)
    if done:
        say(f"{done} more have a row of today; --again visits them too")
    if code:
        say("Stopped; the rows of those visited are kept. Run it again to go on.")
    for row in found:
        if row["outcome"] != Visit.AS_PRINTED or row["source"] in series:
            _print_visit(row)
    if found:
        say(f"Rows: {os.path.relpath(case.folder / 'rechecks.csv')}. What a visit finds decides nothing about a claim.")
    return code


def _print_visit(row: Row) -> None:
    """Say what a visit found; the parts of its note are sentences of their own."""
    note = parted(translated(part) for part in row["note"].split("; "))
    say(
        phrase("{source}: {outcome}. {note}", source=row["source"], outcome=OUTCOMES[Visit(row["outcome"])], note=note),
        "- ",
    )
