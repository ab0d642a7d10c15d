"""``claimbook init``: make a workspace of one's own."""

import argparse
from pathlib import Path

from claimbook import workspace
from claimbook.cli import terminal
from claimbook.language.speaking import spoken
from claimbook.workspace.make import EXAMPLE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("folder", metavar="DIR", help="a new folder, or one of yours")
    parser.add_argument("--example", action="store_true", help="bring an article that is checked already")


def run(options: argparse.Namespace) -> None:
    """Make a workspace, and say what comes next."""
    written = workspace.init(options.folder, options.example, spoken()[0])
    size = sum(path.stat().st_size for path in written)
    terminal.say(f"{options.folder}: a workspace of {len(written)} files, {size / 1000:,.0f} kB")
    terminal.say("Next:")
    if Path(options.folder).resolve() != Path.cwd():
        terminal.say(f"cd {options.folder}", "- ")
    terminal.say("claimbook lab: opens JupyterLab, where you bring an article", "- ")
    terminal.say("claimbook new FILE --id my-article: the same from here", "- ")
    if options.example:
        terminal.say(f"claimbook check {EXAMPLE}: the verdicts of the example", "- ")
