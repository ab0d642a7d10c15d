"""A file of one's own documents as a source, and whether what was found in it is still there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import document
from claimbook.case.private import OF_FILE
from claimbook.document.stated import date_in, stated, without_head
from claimbook.find.cells import passage_of
from claimbook.find.origin import told_by
from claimbook.find.passage import BEFORE, pieces_of
from claimbook.find.table import tables_of
from claimbook.find.tier import Tiered, host_of, tier_of
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import MACHINE, TO_FILL, Copy

SITE = re.compile(r"(?:政府)?(?:官方|门户)?(?:网站|官网|客户端|微信公众号|公众号|微信|微博)$")

if TYPE_CHECKING:
    from claimbook.find.passage import Passage
    from claimbook.find.table import Table
    from claimbook.tables.schema import Row


def source_with(docs: Path, passage: Passage, today: date, home: Path | None = None) -> tuple[Row, str]:
    """Return a row for the file of a passage, which must still be in it, and what the document says before it.

    Raises
    ------
    Problems
        If it is not, or the file cannot be read.
    """
    source, found = source_of(docs, passage.document, today, home)
    if not _is_there(passage, found):
        raise Problems([f"{passage.document}: the passage is no longer there; read the folder again"])
    return source, "" if passage.cell else _before(passage, found)


def _before(passage: Passage, found: document.Document) -> str:
    """Return what is said before a passage on its page, from a paragraph on, as far as it may name who or when."""
    texts = (without_head(page.text) for page in found.pages if page.label == passage.page)
    text = next((text for text in texts if passage.text in text), "")
    before = text[: text.find(passage.text)] if text else ""
    return before if len(before) <= BEFORE else before[-BEFORE:].partition("\n")[2]


def source_of(docs: Path, name: str, today: date, home: Path | None = None) -> tuple[Row, document.Document]:
    """Return a row for a file as a source, whose id has a digest of what is in it, and what was read.

    Publisher, author, origin, date and tier are drafted from what the document says of itself; the cell ``drafted``
    names them, and where each was read.

    Parameters
    ----------
    docs : Path
    name : str
        Of the file, in that folder.
    today : datetime.date
    home : Path, optional
        The workspace, whose ``data/tiers.csv`` extends the table of tiers.

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
    return _source_row(slug, name, found, today, home), found


def _source_row(slug: str, name: str, found: document.Document, today: date, home: Path | None) -> Row:
    cells, places = head_of(found, today)
    publisher, first = cells.get("publisher", ""), SITE.sub("", cells.get("origin", "")) or cells.get("publisher", "")
    copied = publisher if places.get("origin") == "lead" else first  # who reports on figures copies no text
    author, tier = _author(cells, copied, home)
    drafted = {column: place for column, place in places.items() if column != "url"}
    drafted |= {"author": "origin"} if author != publisher and "author" not in cells else {}
    drafted |= {"tier": tier.by, "copy": "rule"} if tier.by else {}
    row = dict.fromkeys(TABLES["sources"], "") | cells | dict(
        source=slug,
        title=_title(name, found, cells),
        publisher=publisher or TO_FILL,
        author=author or TO_FILL,
        tier=tier.tier,
        tier_reason=tier.reason,
        copy=Copy.ORIGINAL if tier.by and copied == publisher else Copy.REPOST,
        origin=first or slug,
        read=MACHINE if found.by_machine else "stored copy",
        read_on=str(today),
        note=f"{OF_FILE}{name}",
    )  # fmt: skip
    return row | {"drafted": " ".join(f"{column}:{place}" for column, place in drafted.items())}


def _author(cells: Row, origin: str, home: Path | None) -> tuple[str, Tiered]:
    """Return who says what a document says, and of what tier that is: a copy of a known author is by that one."""
    publisher, author = cells.get("publisher", ""), cells.get("author", "")
    here, there = tier_of(cells.get("url", ""), publisher, home), tier_of("", origin, home)
    if here.by or not there.by:
        return author or publisher, here
    if publisher and publisher != origin:
        there = there._replace(reason=f"{there.reason}, whom {publisher} says that it copies")
    return author if author and author != publisher else origin, there


def _title(name: str, found: document.Document, cells: Row) -> str:
    """Return the title of a document; where it has none, who published it when, in brackets, or the file's name."""
    title, path = " ".join(found.title.split()), Path(name)
    if title and title != path.stem:
        return title
    known = ", ".join(filter(None, map(cells.get, ("publisher", "published"))))
    return f"[{known}]" if known else title or path.name


def head_of(found: document.Document, today: date) -> tuple[Row, Row]:
    """Return what a document says of itself as cells of a source, and where each was read.

    That is ``head``, ``text`` or ``address``.

    A date that is yet to come, and an address that is none, are left out.
    """
    head = {"publisher": found.publisher, "author": found.author, "published": found.published, "url": found.url}
    text = {name: " ".join(words.split()) for name, words in stated(found.pages[0].text).items()}
    cells, places = {}, {}
    for place, said in (("head", head), ("text", text)):
        for column, words in said.items():
            if words and column not in cells and not TABLES["sources"][column].fault(words):
                cells[column], places[column] = words, place
    if "origin" not in cells and (
        origin := told_by(found.title, "\n".join(without_head(page.text) for page in found.pages[:1]))
    ):
        cells["origin"], places["origin"] = origin, "lead"
    if "published" not in cells and (day := date_in(cells.get("url", ""))):
        cells["published"], places["published"] = day, "address"
    if cells.get("published", "") > str(today):
        del cells["published"], places["published"]
    if "publisher" not in cells and (host := host_of(cells.get("url", ""))):
        cells["publisher"], places["publisher"] = host, places["url"]
    return cells, places


def _is_there(passage: Passage, found: document.Document) -> bool:
    if not passage.cell:
        return any(passage.text == piece for page in found.pages for piece in pieces_of(without_head(page.text)))
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
