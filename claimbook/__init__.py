"""Check every number in an article against public sources, and show the working."""

from claimbook.case import load_case, open_case

__all__ = ["load_case", "load_ipython_extension", "open_case"]


def load_ipython_extension(shell):
    """Add `%%claims` and the display of cases to a notebook; `%load_ext claimbook` calls this."""
    from claimbook import magic  # only a notebook needs what it brings

    magic.load(shell)
