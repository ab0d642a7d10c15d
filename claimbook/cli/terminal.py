"""What a terminal is shown: wrapped lines, with control characters named instead of sent."""

import os
import sys
import textwrap
from collections import Counter

from claimbook import report
from claimbook.judge import stability
from claimbook.judge.evidence import bearing
from claimbook.judge.verdict import MARKS, SENTENCES
from claimbook.quantity.quantity import in_words

WIDTH = 100
EXCERPT = 200  # characters of a passage that are shown, around its number


def print_claim(case, name):
    """Print one claim with everything about it."""
    claim, verdict = case.claims[name], case.verdicts[name]
    say(f"{claim.id}  {claim.statement_en}")
    if claim.statement_zh != claim.statement_en:
        say(claim.statement_zh)
    say(f"Published: “{case.article.quote(claim.selector.start, claim.selector.end)}”")
    section = case.article.section(claim.selector.start)
    say(f"Characters {claim.selector.start} to {claim.selector.end}" + (f", in {section}" if section else ""))
    say(
        f"Says: {in_words(claim.quantity) if claim.quantity else claim.value}; period {claim.period_text}; "
        f"basis given: {claim.basis}. {claim.note}"
    )
    say(f"\n{MARKS[verdict.verdict].upper()}, {verdict.confidence} confidence. {SENTENCES[verdict.rule]}")
    say(f"{verdict.reason} {verdict.caveat}")
    say(stability.sentence(case.flips[claim.id]))
    _print_evidence(case, claim)
    _print_checks(case, claim)
    _print_searches(case, claim)


def _print_evidence(case, claim):
    items = [item for item in case.evidence if item.claim.id == claim.id]
    say(f"\nEVIDENCE ({len(items)})")
    for item in items:
        figure, source = item.figure, item.figure.source
        say(
            f"{item.id} {item.relation}, {bearing(item)}: “{figure.as_printed}” ({figure.metric}; {figure.entity}; "
            f"{figure.period_text or 'undated'})",
            "- ",
        )
        say(f"{source.publisher}, {source.published or 'undated'}, {source.tier}. {item.reason}", "  ")
        say(f"{source.url or 'not on the web'} (read in a {source.read} on {source.read_on})", "  ")


def _print_checks(case, claim):
    checks = [o for o in case.outcomes if claim.id in o.check.premise + o.check.conclusion]
    if checks:
        say(f"\nCHECKS ({len(checks)})")
    for outcome in checks:
        reading = f" (would fail {outcome.check.reading})" if outcome.result == "undetermined" else ""
        say(f"{outcome.check.id} {outcome.result}{reading}: {outcome.words} {outcome.check.caveat}", "- ")


def _print_searches(case, claim):
    own = [s for s in case.searches if claim.id in s.claims and s.scope == "claim"]
    say(f"\nSEARCHES AND LEADS ({len(own)})")
    for search in own:
        say(f"{search.id} {search.language} {search.outcome}: {search.query}. {search.note}", "- ")


def print_headline(case):
    """Print the result."""
    say(f"{case.article.title} ({case.article.publisher})")
    for sentence in report.headline(case):
        say(sentence, "- ")


def say(text, bullet=""):
    """Print a paragraph, wrapped, with control characters shown instead of sent to the terminal."""
    text = str(text)
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


def shown(text):
    """Return text with control characters shown by name."""
    return "".join(char if char.isprintable() or char == "\n" else f"[U+{ord(char):04X}]" for char in text)


def print_new(document, folder):
    """Say what was taken in, and what comes next."""
    place = os.path.relpath(folder)
    say(f"{place}: {len(document.text):,} characters" + (f", read as {document.encoding}" if document.encoding else ""))
    for name in ("mentions", "claims"):
        rows = (folder / f"{name}.csv").read_text(encoding="utf-8").count("\n") - 1
        say(f"{name}.csv: {rows} drafted", "- ")
    say("Next:")
    say(f"{place}/article.toml: fill in what is empty", "1. ")
    say("notebooks/check-your-own.ipynb, or any editor: give each number its role and complete each claim", "2. ")
    say(f"claimbook validate {folder.name}: says what is missing", "3. ")


def print_update(told, name):
    """Say what became of every mention and statement, those that are lost by name."""
    counts = ("kept", "where they were"), ("moved", "moved"), ("changed", "with another number"), ("new", "new")
    say(f"{name}: {', '.join(f'{len(told[what])} {words}' for what, words in counts)}")
    if told["new"]:
        say(f"new in mentions.csv: {', '.join(told['new'])}", "- ")
    for mention, before, after in told["changed"]:
        say(f"{mention}: “{before}” is “{after}” now; read the statement and the reasons of its claims again", "- ")
    for mention, before, after in told["reworded"]:
        say(f"{mention}: its sentence was “{before}”, and is “{after}” now; read what hangs on it again", "- ")
    for claim, column, before, after in told["followed"]:
        if before != after:
            say(f"{claim}: {column} was “{before}”, and is “{after}” now", "- ")
    for claim, columns in told["stale"]:
        say(f"{claim}: {', '.join(columns)} entered by hand, and kept, where the text says otherwise now", "- ")
    for lost in told["lost"]:
        say(f"{lost}: its words are not found again; its row stands as it was, mend or remove it", "- ")


def print_hits(claim, index, hits):
    """Print the passages found for a claim, the best first, with the number that is nearest to the claim's."""
    say(f"\n{claim.id}  {claim.statement_en or claim.statement_zh} ({claim.selector.exact})")
    for place, hit in enumerate(hits, 1):
        print_passage(index.passages[hit.place], hit.number, f"{place}. ")


def print_passage(passage, number, lead):
    """Print where a passage stands, a number of it or None, and the text around that."""
    where = f"{passage.document}{f', page {passage.page}' if passage.page else ''}"
    say(f"{where}: {f'“{number.words}”' if number else 'no number of the same unit'}", lead)
    first = max(0, number.start - EXCERPT // 2) if number else 0
    around = " ".join(passage.text[first : first + EXCERPT].split())
    say(f"{'…' if first else ''}{around}{'…' if first + EXCERPT < len(passage.text) else ''}", "   ")


def print_rechecks(case, rows, count, done):
    """Show the progress of a recheck, then what was found, and return the exit code."""
    from tqdm import tqdm

    found, code = [], 0
    try:
        for row in tqdm(rows, total=count, unit="source", file=sys.stderr):
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
