"""``claimbook check``: print the headline and the table of verdicts."""

import argparse

from claimbook import report
from claimbook.case.case import Case, open_case
from claimbook.cli import common, output, terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> None:
    """Print the headline and the table of verdicts."""
    case = open_case(options.article)
    if options.json:
        print(output.as_json(_plain(case), indent=1))
        return
    terminal.print_headline(case)
    print()
    for claim in case.claims.values():
        verdict = case.verdicts[claim.id]
        print(f"{claim.id}  {verdict.verdict.signed:15} {verdict.confidence:15} {terminal.shown(str(claim.statement))}")


def _plain(case: Case) -> dict[str, object]:
    return {
        "article": case.article.id,
        "headline": [str(sentence) for sentence in report.headline(case)],
        "numbers": report.counts(case),
        "statements": report.counts(case, numbers=False),
        "verdicts": report.verdict_rows(case),
    }
