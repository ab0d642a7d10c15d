"""``claimbook claim``: show everything about one claim."""

import argparse

from claimbook.cli import common, terminal
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.claim(parser)


def run(options: argparse.Namespace) -> None:
    """Print one claim with everything about it."""
    case = common.opened(options.article, private=True)
    if options.claim in case.in_work:
        own = [fault for fault in case.gaps if (fault.table, fault.id) == ("claims", options.claim)]
        raise Problems(own or [f"{options.claim}: rests on what is still in work; `claimbook validate` lists it"])
    if options.claim not in case.claims:
        known = ", ".join(sorted(case.claims))
        raise Problems([f"{options.claim}: no such claim in {case.article.id}; the claims are {known}"])
    terminal.print_claim(case, options.claim)
