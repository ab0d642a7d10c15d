"""The page to publish: one file, no network; and the notebooks beside it."""

from claimbook.page.notebooks import write_notebooks
from claimbook.page.render import render, write
from claimbook.page.site import write_site

__all__ = ["render", "write", "write_notebooks", "write_site"]
