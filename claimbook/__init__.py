"""Check every number in an article against public sources, and show the working."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from claimbook.case.case import load_case, open_case
    from claimbook.case.speak import speak
    from claimbook.mention.frame import mentions_frame

# Name -> where it is; imported when it is asked for: `claimbook.mention` needs none of what judging brings.
HOMES = {
    "load_case": "claimbook.case.case",
    "mentions_frame": "claimbook.mention.frame",
    "open_case": "claimbook.case.case",
    "speak": "claimbook.case.speak",
}
__all__ = ["load_case", "load_ipython_extension", "mentions_frame", "open_case", "speak"]


def __getattr__(name: str) -> object:
    """Import what is at the door when it is asked for."""
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add `%%claims` and the display of cases to a notebook; `%load_ext claimbook` calls this."""
    from claimbook.jupyter import magic

    magic.load(shell)


if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):  # in a notebook
    from claimbook.jupyter.problems import in_sentences

    in_sentences(_shell)
