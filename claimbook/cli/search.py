"""``claimbook search``: print queries and links for a claim, log a search, or take in exported results."""

import argparse
from pathlib import Path

from claimbook.cli import common, terminal
from claimbook.draft import draft, results, search
from claimbook.draft.lexicon import lexicon
from claimbook.judge.claim import Claim
from claimbook.language.phrase import phrase
from claimbook.language.sentences import translated
from claimbook.tables.fault import Problems

SHOWN = 20  # ids of searches that are listed
DOCS = "docs"  # in the workspace, where exported results go if no folder is given


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("claims", nargs="+", metavar="claim", help="id of a claim, such as c12; one log for several")
    parser.add_argument("--log", metavar="QUERY", help="log this query instead")
    parser.add_argument("--outcome", default="", help="with --log: nothing, something or lead")
    parser.add_argument("--where", default="", help="where it was sent; default: public search pages")
    parser.add_argument("--note", default="", help="what came back, in words")
    parser.add_argument(
        "--import",
        dest="exported",
        metavar="FILE",
        help="take in what a search tool exported as JSON or CSV, and log it",
    )
    parser.add_argument("--query", default="", help="with --import: the query, where the file names none")
    parser.add_argument("--docs", help=f"with --import: the folder for the results; default: {DOCS} in the workspace")


def run(options: argparse.Namespace) -> None:
    """Print ready-made queries with links for a claim, or log what a search brought back."""
    opened = draft.open_draft(options.article)
    if unknown := [name for name in options.claims if name not in opened.claims]:
        raise Problems([f"{', '.join(unknown)}: no such claim in {opened.folder.name}; the ids are in claims.csv"])
    claims = [opened.claims[name] for name in dict.fromkeys(options.claims)]
    if options.exported:
        _import(opened, claims, options)
    elif options.log is not None:
        where = options.where or "public search pages"
        name = search.log(opened, claims, options.log, options.outcome, where, options.note)
        ids = ", ".join(claim.id for claim in claims)
        terminal.say(phrase("{name}: logged for {ids}", name=name, ids=ids))
    else:
        for claim in claims:
            _print(opened, claim)


def _import(opened: draft.Draft, claims: list[Claim], options: argparse.Namespace) -> None:
    docs = Path(options.docs) if options.docs else opened.home / DOCS
    found = results.results_of(options.exported, options.query)
    try:
        files, logged = results.take_in(opened, claims, found, docs, options.where or "an exported search")
    except OSError as error:
        raise Problems([f"{docs}: cannot be written ({error.strerror}); give another folder with --docs"]) from None
    words = "{n} documents in {docs}; {all} searches logged: {ids}"
    ids = ", ".join([*logged[:SHOWN], *["…"] * (len(logged) > SHOWN)])
    terminal.say(phrase(words, n=len(files), docs=docs, all=len(logged), ids=ids))
    terminal.say(f"{translated('Next:')} claimbook find {opened.folder.name} {docs} --claim {claims[0].id}")


def _print(opened: draft.Draft, claim: Claim) -> None:
    """Print the queries for a claim, each with the names of its search pages as links."""
    terminal.say(f"{claim.id}  {claim.statement}")
    for language, words in search.suggestions(claim, opened.book, lexicon(opened.home)):
        pages = (terminal.link(name, address) for name, address in search.links(words, language).items())
        terminal.say(words, f"{language}  ")
        print("    " + "  ".join(pages))
