"""``claimbook upgrade``: bring a workspace up to this version of Claimbook."""

import argparse
import os
from pathlib import Path

from claimbook import workspace
from claimbook.cli import terminal
from claimbook.language.sentences import translated
from claimbook.language.speaking import spoken
from claimbook.tables.workspace import home


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""


def run(options: argparse.Namespace) -> None:
    """Write what the workspace lacks, and list it."""
    place = home()
    before = set(place.glob("notebooks/*"))
    changed = workspace.upgrade(place, spoken()[0])
    for path in changed:
        terminal.say(os.path.relpath(path) + _what(path, before), "  ")
    for path in workspace.kept(place):
        terminal.say(f"{os.path.relpath(path)} is kept as you changed it; remove it and run this again for ours", "  ")
    count = len(changed)
    terminal.say(f"{count} file{'' if count == 1 else 's'} changed" if changed else "everything is up to date")


def _what(path: Path, before: set[Path]) -> str:
    if not path.exists():
        return translated(" removed; it is kept in .claimbook now")
    return translated(" replaced by a newer one; nobody had changed a cell of it") if path in before else ""
