"""Documents of every kind as text: what an article is frozen from, and what evidence is found in."""

from claimbook.document.document import Document, Page, Unreadable
from claimbook.document.grid import Grid, grids
from claimbook.document.kinds import KINDS, READ, read, read_bytes

__all__ = ["KINDS", "READ", "Document", "Grid", "Page", "Unreadable", "grids", "read", "read_bytes"]
