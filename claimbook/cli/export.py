"""``claimbook export``: write every format that other tools read."""

import argparse
import os

from claimbook.case.case import open_case
from claimbook.cli import common


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.to_folder(parser)


def run(options: argparse.Namespace) -> None:
    """Write every format that other tools read."""
    from claimbook import export

    for path in common.written(export.write_all, open_case(options.article), options.to):
        print(f"  {os.path.relpath(path)}")
