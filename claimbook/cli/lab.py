"""``claimbook lab``: open JupyterLab on the workspace."""

import argparse

from claimbook.tables.workspace import home
from claimbook.workspace.lab import open_lab


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "options", nargs="*", default=(), metavar="-- OPTIONS", help="Jupyter's own, such as -- --port 8899"
    )


def run(options: argparse.Namespace) -> int:
    """Open JupyterLab on the workspace."""
    return open_lab(home(), options.options)
