"""Documents of every kind as text: what an article is frozen from, and what evidence is found in."""

from claimbook.document.document import Document, Page, Unreadable
from claimbook.document.grid import Grid, grids
from claimbook.document.kinds import KINDS, MOST, READ, passed_over, readable
from claimbook.document.reader import read, read_bytes, shown

__all__ = [
    "KINDS",
    "MOST",
    "READ",
    "Document",
    "Grid",
    "Page",
    "Unreadable",
    "grids",
    "passed_over",
    "read",
    "read_bytes",
    "readable",
    "shown",
]
