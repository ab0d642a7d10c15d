"""``claimbook build``: write the verdicts, run the notebooks, write the page and the formats."""

import argparse
import os

from claimbook.case.case import open_case
from claimbook.cli import common, terminal
from claimbook.language.speaking import speaking


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)


def run(options: argparse.Namespace) -> None:
    """Write the verdicts, run the notebooks, write the page and the formats."""
    from claimbook import export
    from claimbook.cli.report import write_site
    from claimbook.jupyter import run as notebooks

    case = open_case(options.article)
    with speaking("en"):  # what is written is the same wherever it is made
        paths = [export.write_verdicts(case), export.write_picture(case)]
    books = notebooks.run_all(case.home / "notebooks", case.article.id, case.fingerprint)
    site = common.written(write_site, case, None, books)
    terminal.print_headline(case)
    terminal.say("Written:", above=1)
    for path in filter(None, [*paths, *books, site[0]]):
        print(f"  {os.path.relpath(path)}")
    terminal.say(
        f"and beside the page {len(site) - 1} files: the notebooks as pages, and the formats for other tools", "  "
    )
