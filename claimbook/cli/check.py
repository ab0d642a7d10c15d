"""``claimbook check``: print the headline and the table of verdicts."""

import argparse

from claimbook import report
from claimbook.case.case import Case
from claimbook.cli import common, output, terminal
from claimbook.judge.verdict import Label
from claimbook.language.phrase import phrase
from claimbook.language.speaking import speaking


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--fail-on",
        type=_labels,
        default=(),
        metavar="VERDICTS",
        help="exit with 1 where a claim has one of these, such as contradicted,unchecked",
    )


def _labels(words: str) -> list[Label]:
    """Read verdicts with commas between them."""
    named = [word.strip() for word in words.split(",")]
    if unknown := [word for word in named if word not in list(Label)]:
        raise argparse.ArgumentTypeError(f"“{unknown[0]}” must be one of: {', '.join(Label)}")
    return [Label(word) for word in named]


def run(options: argparse.Namespace) -> int:
    """Print the headline and the table of verdicts; 1 where a claim has a verdict that was asked for."""
    case = common.opened(options.article)
    if options.json:
        with speaking("en"):  # for other programs: the same wherever it runs
            print(output.as_json(_plain(case), indent=1))
    else:
        _print(case)
    unwanted = {name for name, found in case.verdicts.items() if found.verdict in options.fail_on}
    unwanted |= set(case.in_work) if Label.UNCHECKED in options.fail_on else set()
    if unwanted:
        terminal.warn(f"--fail-on: {', '.join(sorted(unwanted))}")
    return 1 if unwanted else 0


def _print(case: Case) -> None:
    terminal.print_headline(case)
    print()
    for claim in case.claims.values():
        verdict, statement = case.verdicts[claim.id], output.shown(str(claim.statement))
        print(f"{claim.id}  {_padded(verdict.verdict)} {phrase(verdict.confidence):15} {statement}")


def _padded(label: Label) -> str:
    return f"{label.sign} {phrase(label)}".ljust(15)


def _plain(case: Case) -> dict[str, object]:
    return {
        "article": case.article.id,
        "headline": [str(sentence) for sentence in report.headline(case)],
        "numbers": report.counts(case),
        "statements": report.counts(case, numbers=False),
        "verdicts": report.verdict_rows(case),
    }
