"""Check every number in an article against public sources, and show the working."""

from claimbook.case import load_case, open_case

__all__ = ["load_case", "open_case"]
