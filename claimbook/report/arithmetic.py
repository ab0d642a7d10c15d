"""Checks, and what other policies would change."""

from claimbook.judge import stability
from claimbook.judge.verdict import MARKS
from claimbook.report import blocks

RESULTS = ("fails", "undetermined", "holds")


def checks(case, result):
    """Show the checks that come to one result: ``fails``, ``undetermined`` or ``holds``."""
    return checks_table([outcome for outcome in case.outcomes if outcome.result == result])


def checks_table(outcomes):
    """Show checks: the question, the computation in words, and what it comes to."""
    ordered = sorted(outcomes, key=lambda o: (RESULTS.index(o.result), o.check.id))
    rows = [
        (o.check.id, o.check.title, o.words, o.result, o.check.reading or o.check.basis, o.check.caveat)
        for o in ordered
    ]
    return blocks.table(rows, ("id", "question", "computation", "result", "would fail / rests on", "caveat"))


def stability_table(case):
    """Show the verdicts that another policy would change, and under which."""
    rows = [
        (name, case.claims[name].selector.exact, MARKS[case.verdicts[name].verdict], stability.in_words(changes))
        for name, changes in case.flips.items()
        if changes
    ]
    stable = len(case.flips) - len(rows)
    note = blocks.paragraph(
        f"{stable} of {len(case.flips)} verdicts are stable under all {len(case.grid)} other policies."
    )
    return note + blocks.table(rows, ("id", "words", "verdict", "it would be"))
