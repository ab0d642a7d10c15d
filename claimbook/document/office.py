"""Texts and slides of an office as text and tables: Word by a library, PowerPoint and OpenDocument by their XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimbook.document.document import Document, Keep, Page, Unreadable, clean, ignore
from claimbook.document.markup import cell_of, spread
from claimbook.document.reach import UNOPENED, unpacked_size
from claimbook.document.word import Blocks, blocks_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_UNPACKED = 512 * 2**20  # bytes of a document's files together
MOST_PART = 128 * 2**20  # bytes of the XML of one part
REPEATED = 1_000  # times that a cell or row may come again
MIME = "application/vnd.oasis.opendocument."
OLD = {  # a name in the directory of an old file of Microsoft's -> what to save it as
    "WordDocument": "is an old Word file; save it as .docx",
    "PowerPoint Document": "is an old PowerPoint file; save it as .pptx",
}
NAMES = {"title": "title", "creator": "author"}


def kind_of(raw: bytes) -> str:
    """Return ``word``, ``slides`` or ``open`` for the bytes of such a document, else an empty string."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
            mime = archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
    except UNOPENED:
        return ""
    if mime.startswith((f"{MIME}text", f"{MIME}presentation")):
        return "open"
    return next((kind for kind, home in (("word", "word/"), ("slides", "ppt/")) if _any(names, home)), "")


def _any(names: list[str], home: str) -> bool:
    return any(name.startswith(home) for name in names)


def refuse_old(raw: bytes) -> None:
    """Raise `Unreadable` for an old Word or PowerPoint file, which nothing here reads."""
    for name, why in OLD.items():
        if name.encode("utf-16-le") in raw:
            raise Unreadable(why)


def read_office(raw: bytes, kind: str, url: str = "", keep: Keep = ignore) -> Document:
    """Read the bytes of a document of an office, slides with one page each.

    Parameters
    ----------
    raw : bytes
    kind : str
        See `kind_of`.
    url : str
    keep : callable
        Is given each page as soon as it is read.

    Raises
    ------
    Unreadable
        If it is locked, damaged, empty or too large.
    """
    if (size := unpacked_size(raw)) > MOST_UNPACKED:
        most = MOST_UNPACKED // 2**20
        raise Unreadable(
            f"is {size / 2**20:,.0f} MB when unpacked; the limit is {most} MB; save only the part you need"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            facts = _facts(archive)
            pages = []
            for page in _pages(raw, kind, archive):
                if page.text:
                    pages.append(page)
                    keep(page)
    except (*UNOPENED, SyntaxError):  # lxml's errors are of this kind
        raise Unreadable("is a damaged document; save it again") from None
    if not pages:
        raise Unreadable("is a document without text; where it holds pictures of text, save them as PNG")
    return Document(tuple(pages), url=url, **facts)


def _pages(raw: bytes, kind: str, archive: zipfile.ZipFile) -> Iterator[Page]:
    if kind == "word":
        yield _page("", blocks_of(raw))
    else:
        yield from _slides(archive) if kind == "slides" else _open(archive)


def _page(label: str, blocks: Blocks) -> Page:
    """Return a page of paragraphs and tables; a table is named by the paragraph above it."""
    texts, tables, above = [], [], ""
    for block in blocks:
        if isinstance(block, str):
            above = block.strip()
            texts.append(block)
        elif any(map(any, block)):
            tables.append((above if len(above) <= 200 else "", block))
            texts.append("\n".join(" | ".join(row) for row in block if any(row)))
    return Page(label, clean("\n\n".join(filter(str.strip, texts))), tables=tuple(tables))


def _slides(archive: zipfile.ZipFile) -> Iterator[Page]:
    """Read the slides of PowerPoint in the order of their numbers."""
    found = (re.fullmatch(r"ppt/slides/slide(\d{1,5})\.xml", name) for name in archive.namelist())
    for slide in sorted(filter(None, found), key=lambda one: int(one[1])):
        yield _page(slide[1], _of_slide(_xml(archive, slide[0])))


def _of_slide(tree: _Element) -> Blocks:
    for item in tree.iter("{*}p", "{*}tbl"):
        if any(_tag(one) == "tbl" for one in item.iterancestors()):
            continue
        if _tag(item) == "p":
            yield "".join("\n" if _tag(one) == "br" else one.text or "" for one in item.iter("{*}t", "{*}br"))
        else:
            yield spread(
                [
                    (
                        cell_of(" ".join(text.text or "" for text in cell.iter("{*}t"))),
                        _number(cell.get("gridSpan")),
                        _number(cell.get("rowSpan")),
                    )
                    for cell in row.iterchildren("{*}tc")
                    if not cell.get("hMerge") and not cell.get("vMerge")
                ]
                for row in item.iter("{*}tr")
            )


def _open(archive: zipfile.ZipFile) -> Iterator[Page]:
    """Read an OpenDocument text, or slides with one page each."""
    tree = _xml(archive, "content.xml")
    slides = list(tree.iter("{*}page"))
    for number, slide in enumerate(slides, 1):
        yield _page(str(number), _of_open(slide))
    if not slides:
        yield _page("", _of_open(tree))


def _of_open(tree: _Element) -> Blocks:
    for item in tree.iter("{*}p", "{*}h", "{*}table"):
        if any(_tag(one) in ("table", "tracked-changes", "annotation", "p") for one in item.iterancestors()):
            continue
        if _tag(item) != "table":
            yield _spoken(item)
        else:
            yield spread(cells for row in item.iter("{*}table-row") for cells in _repeated(row))


def _repeated(row: _Element) -> Iterator[list[tuple[str, int, int]]]:
    """Yield a row of cells as often as it comes; empty ones that fill a sheet come once."""
    cells: list[tuple[str, int, int]] = []
    for cell in row.iterchildren("{*}table-cell"):
        text = cell_of(" ".join(map(_spoken, cell.iter("{*}p", "{*}h"))))
        one = text, _number(_of(cell, "number-columns-spanned")), _number(_of(cell, "number-rows-spanned"))
        cells += [one] * (min(_number(_of(cell, "number-columns-repeated")), REPEATED) if text else 1)
    times = min(_number(_of(row, "number-rows-repeated")), REPEATED) if any(text for text, _, _ in cells) else 1
    for _ in range(times):
        yield cells


def _spoken(item: _Element) -> str:
    """Return the words of a paragraph without notes and remarks; blanks, tabs and line breaks are elements of it."""
    parts = [item.text or ""]
    for child in item:
        name = _tag(child)
        if name in ("s", "tab", "line-break"):
            parts.append({"s": " ", "tab": "\t", "line-break": "\n"}[name])
        elif isinstance(child.tag, str) and name not in ("note", "annotation", "table"):  # no entity
            parts.append(_spoken(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _facts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the title and the author that a document names."""
    name = next((one for one in ("docProps/core.xml", "meta.xml") if one in archive.namelist()), "")
    found: dict[str, str] = {}
    for item in _xml(archive, name).iter("{*}title", "{*}creator") if name else ():
        found.setdefault(NAMES[_tag(item)], " ".join((item.text or "").split())[:300])
    return found


def _xml(archive: zipfile.ZipFile, name: str) -> _Element:
    """Return the tree of a part: entities are not resolved, and nothing is fetched."""
    from lxml import etree

    if archive.getinfo(name).file_size > MOST_PART:
        raise Unreadable(f"holds more than {MOST_PART // 2**20} MB of text; save only the part you need")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(archive.read(name), parser)


def _tag(item: _Element) -> str:
    return str(item.tag).rpartition("}")[2]


def _of(item: _Element, name: str) -> str | None:
    """Return an attribute by its name, whatever its namespace."""
    return next((value for key, value in item.items() if key.rpartition("}")[2] == name), None)


def _number(words: str | None) -> int:
    return max(1, int(words[:6])) if words and words.isdecimal() else 1
