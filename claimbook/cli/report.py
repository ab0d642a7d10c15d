"""``claimbook report``: write the page with the notebooks and the formats beside it."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from claimbook.case.case import Case, open_case
from claimbook.cli import common, terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.to_folder(parser)


def run(options: argparse.Namespace) -> None:
    """Write the page with the notebooks and the formats beside it."""
    from claimbook.jupyter import run as notebooks

    case = open_case(options.article)
    books = notebooks.executed_for(case.home / "notebooks", case.article.id, case.fingerprint)
    if not books:
        terminal.say("The notebooks were not run on this data and are left out; `claimbook build` runs them.")
    for path in common.written(write_site, case, options.to, books):
        print(f"  {os.path.relpath(path)}")


def write_site(case: Case, folder: Path, books: Sequence[Path]) -> list[Path]:
    """Write the page, and remove earlier pages of notebooks that were not run on the case as it is now."""
    from claimbook import page
    from claimbook.jupyter import run as notebooks

    current = {path.stem for path in books}
    for path in notebooks.published(case.home / "notebooks"):
        if path.stem not in current:
            (folder / f"{path.stem}.html").unlink(missing_ok=True)
    return page.write_site(case, folder, books)
