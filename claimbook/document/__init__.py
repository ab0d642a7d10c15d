"""Documents of every kind as text: what an article is frozen from, and what evidence is found in."""

from claimbook.document.document import Document, Page, Unreadable
from claimbook.document.kinds import KINDS, READ, read, read_bytes

__all__ = ["KINDS", "READ", "Document", "Page", "Unreadable", "read", "read_bytes"]
