"""``claimbook recheck``: re-fetch the sources and check that the figures are still there."""

import argparse
from datetime import date

from claimbook.case.case import open_case
from claimbook.cli import common, terminal
from claimbook.tables.workspace import cache_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("--source", metavar="ID", nargs="+", action="extend", help="only these sources")
    parser.add_argument("--again", action="store_true", help="visit those with a row of today too")
    parser.add_argument("--allow-private", action="store_true", help="visit addresses that are not public too")
    common.trust_proxy(parser)
    parser.add_argument(
        "--archive", metavar="URL", help="where to ask for archived copies; default the Wayback Machine; empty: nowhere"
    )


def run(options: argparse.Namespace) -> int:
    """Visit the sources; each leaves its row, so that an interrupted run goes on where it was."""
    from claimbook import recheck, web

    case, today = open_case(options.article, private=True), str(date.today())
    sources, done = recheck.due(case, today, options.source, options.again)
    visitor, asker = (
        web.Visitor(private=options.allow_private, attempts=attempts, trusting=options.trust_proxy)
        for attempts in (3, 2)
    )
    shelf = recheck.Shelf(cache_of(case.home, case.article.id) / "snapshots")
    archive = recheck.Archive(asker, recheck.WAYBACK if options.archive is None else options.archive)
    rows = recheck.rechecks(case, sources, visitor, shelf, archive, today)
    return terminal.print_rechecks(case, rows, len(sources), done)
