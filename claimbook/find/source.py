"""A file of one's own documents as a source, and whether what was found in it is still there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import document
from claimbook.find.cells import passage_of
from claimbook.find.passage import pieces_of
from claimbook.find.table import tables_of
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import TO_FILL, UNTIERED, Copy, Tier

if TYPE_CHECKING:
    from claimbook.find.passage import Passage
    from claimbook.find.table import Table
    from claimbook.tables.schema import Row


def source_with(docs: Path, passage: Passage, today: date) -> Row:
    """Return a row for the file of a passage, which must still be in it.

    Raises
    ------
    Problems
        If it is not, or the file cannot be read.
    """
    source, found = source_of(docs, passage.document, today)
    if not _is_there(passage, found):
        raise Problems([f"{passage.document}: the passage is no longer there; read the folder again"])
    return source


def source_of(docs: Path, name: str, today: date) -> tuple[Row, document.Document]:
    """Return a row for a file as a source, whose id has a digest of what is in it, and what was read.

    Raises
    ------
    Problems
        If the file cannot be read.
    """
    try:
        found, raw = document.read(docs / name), (docs / name).read_bytes()
    except (document.Unreadable, OSError) as error:
        raise Problems([f"{name}: can no longer be read ({error}); nothing was taken in"]) from None
    slug = _slug(name, hashlib.sha256(raw).hexdigest()[:12])
    return _source_row(slug, name, found, today), found


def _source_row(slug: str, name: str, found: document.Document, today: date) -> Row:
    return dict.fromkeys(TABLES["sources"], "") | dict(
        source=slug,
        title=" ".join(found.title.split()) or Path(name).name,
        publisher=found.publisher or TO_FILL,
        author=found.author or TO_FILL,
        url=found.url if re.match(r"https?://", found.url) else "",
        published=found.published,
        tier=Tier.TERTIARY,
        tier_reason=UNTIERED,
        copy=Copy.REPOST,
        origin=found.publisher or slug,
        read="stored copy",
        read_on=str(today),
        note=f"from the file {name}",
    )


def _is_there(passage: Passage, found: document.Document) -> bool:
    if not passage.cell:
        return any(passage.text == piece for page in found.pages for piece in pieces_of(page.text))
    return cell_is_there(passage, tables_of(passage.document, found))


def cell_is_there(passage: Passage, tables: Iterable[Table]) -> bool:
    """Return whether a cell is where it was, in one of the tables of its document."""
    cell = passage.cell
    return cell is not None and any(
        table.page == passage.page and table.has(cell) and passage == passage_of(table, cell) for table in tables
    )


def _slug(name: str, number: str) -> str:
    """Return the id of a file: its name as far as an id may hold it, and what it is known by."""
    words = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")
    return f"{words}-{number}" if words else number
