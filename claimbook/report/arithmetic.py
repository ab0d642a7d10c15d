"""Checks, and what other policies would change."""

from collections.abc import Iterable

from claimbook.case.case import Case
from claimbook.judge import stability
from claimbook.judge.check import Outcome, Result
from claimbook.report import blocks


def checks(case: Case, result: Result | str) -> blocks.Block:
    """Show the checks that come to one result."""
    return checks_table([outcome for outcome in case.outcomes if outcome.result == result])


def checks_table(outcomes: Iterable[Outcome]) -> blocks.Block:
    """Show checks: the question, the computation in words, and what it comes to."""
    ordered = sorted(outcomes, key=lambda o: (o.result.rank, o.check.id))
    rows = [
        (o.check.id, o.check.title, o.words, o.result, o.check.reading or o.check.basis, o.check.caveat)
        for o in ordered
    ]
    return blocks.table(rows, ("id", "question", "computation", "result", "would fail / rests on", "caveat"))


def stability_table(case: Case) -> blocks.Block:
    """Show the verdicts that another policy would change, and under which."""
    rows = [
        (name, found.claim.selector.exact, found.verdict.verdict.signed, stability.in_words(found.flips))
        for name, found in case.findings.items()
        if found.flips
    ]
    total = len(case.findings)
    note = blocks.paragraph(
        f"{total - len(rows)} of {total} verdicts are stable under all {len(case.grid)} other policies."
    )
    return note + blocks.table(rows, ("id", "words", "verdict", "it would be"))
