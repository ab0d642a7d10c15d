"""``claimbook add``: add a number or a statement of the article that the draft missed."""

import argparse

from claimbook.cli import common, terminal
from claimbook.draft import add, draft


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("words", help="as printed in the article, once; or a part of them: rose [5%%] in")


def run(options: argparse.Namespace) -> None:
    """Add words of the article to its tables."""
    ids = add.add(draft.open_draft(options.article), options.words)
    terminal.say(f"{' '.join(ids)}: added; fill in the rest as for the others")
