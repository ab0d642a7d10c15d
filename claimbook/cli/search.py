"""``claimbook search``: print queries and links for a claim, or log what a search brought back."""

import argparse

from claimbook.cli import common, terminal
from claimbook.draft import draft, search
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.claim(parser)
    parser.add_argument("--log", metavar="QUERY", help="log this query instead")
    parser.add_argument("--outcome", default="", help="with --log: nothing, something or lead")
    parser.add_argument("--where", default="public search pages", help="where it was sent")
    parser.add_argument("--note", default="", help="what came back, in words")


def run(options: argparse.Namespace) -> None:
    """Print ready-made queries with links for a claim, or log what a search brought back."""
    opened = draft.open_draft(options.article)
    if options.claim not in opened.claims:
        raise Problems([f"{options.claim}: no such claim in {opened.folder.name}; the ids are in claims.csv"])
    claim = opened.claims[options.claim]
    if options.log is not None:
        name = search.log(opened, claim, options.log, options.outcome, options.where, options.note)
        print(f"{name}: logged for {claim.id}")
        return
    for language, words in search.suggestions(claim, opened.book):
        terminal.say(words, f"{language}  ")
        for address in search.links(words).values():
            terminal.say(address, "      ")
