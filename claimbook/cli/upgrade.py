"""``claimbook upgrade``: bring a workspace up to this version of Claimbook."""

import argparse
import os

from claimbook import workspace
from claimbook.tables.workspace import home


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""


def run(options: argparse.Namespace) -> None:
    """Write what the workspace lacks, and list it."""
    place = home()
    changed = workspace.upgrade(place)
    for path in changed:
        print(f"  {os.path.relpath(path)}" + ("" if path.exists() else " removed; it is kept in .claimbook now"))
    print(f"{len(changed)} file{'' if len(changed) == 1 else 's'} changed" if changed else "everything is up to date")
