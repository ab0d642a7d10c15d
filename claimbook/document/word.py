"""A Word file as paragraphs and tables, by a library that makes a page of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from claimbook.document.document import Rows
from claimbook.document.markup import cell_of, spread

if TYPE_CHECKING:
    from lxml.etree import _Element

Blocks: TypeAlias = Iterator[str | Rows]


def blocks_of(raw: bytes) -> Blocks:
    """Yield the paragraphs and tables of a Word file, without its pictures and without anything outside it."""
    import mammoth
    from lxml import html

    skip = mammoth.images.img_element(lambda image: {})
    made = mammoth.convert_to_html(
        io.BytesIO(raw), convert_image=skip, external_file_access=False, include_embedded_style_map=False
    )
    if made.value.strip():
        tree = html.fromstring(f"<div>{made.value}</div>", parser=html.HTMLParser(huge_tree=True))
        yield from _blocks(tree)


def _blocks(tree: _Element) -> Blocks:
    """Yield what `mammoth` writes: paragraphs, lists and tables, without the marks of footnotes."""
    for mark in tree.xpath(".//sup[a[starts-with(@id, 'footnote') or starts-with(@id, 'endnote')]]"):
        mark.drop_tree()
    for item in tree.iter("p", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6"):
        around = {one.tag for one in item.iterancestors()}
        if "table" in around:
            continue
        if item.tag == "table":
            yield spread(
                [
                    (cell_of(" ".join(cell.itertext())), int(cell.get("colspan", 1)), int(cell.get("rowspan", 1)))
                    for cell in row.iterchildren("td", "th")
                ]
                for row in item.iter("tr")
            )
        elif item.tag != "li" or item.find("p") is None:
            yield _inside(item)


def _inside(item: _Element) -> str:
    """Return the words of an element, without those of the lists in it; a line break stays one."""
    parts = [item.text or ""]
    for child in item:
        if child.tag not in ("ul", "ol"):
            parts.append("\n" if child.tag == "br" else _inside(child))
        parts.append(child.tail or "")
    return "".join(parts)
