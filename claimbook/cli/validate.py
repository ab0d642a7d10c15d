"""``claimbook validate``: check the data of an article, and name numbers that are not listed."""

import argparse

from claimbook.case.case import open_case
from claimbook.case.translations import unmatched
from claimbook.cli import common, terminal
from claimbook.mention import mentions
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)


def run(options: argparse.Namespace) -> None:
    """Check the data of an article, and name numbers that are not listed."""
    case = open_case(options.article)
    if faults := [*case.gaps, *unmatched(case.home)]:
        raise Problems(faults)
    rows = sum(len(frame) for frame in case.tables.values())
    terminal.say(f"{case.article.id}: {len(case.tables)} tables, {rows} rows, no problems")
    listed = {entry.selector.start for entry in case.mentions}
    for found in mentions(case.article.text):
        if found.start not in listed:
            place = f"“{found.exact}” at characters {found.start} to {found.end}"
            terminal.say(f"note: {place} is not in mentions.csv; add it if it is a number")
