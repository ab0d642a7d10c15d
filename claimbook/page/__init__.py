"""The page to publish: one file, no network; and the notebooks beside it."""

from claimbook.page.notebooks import write_notebooks
from claimbook.page.render import render, write

__all__ = ["render", "write", "write_notebooks"]
