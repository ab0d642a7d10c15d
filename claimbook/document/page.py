"""A web page as text: its body and its tables, without menus and advertisements; or everything that it shows."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Page, Unreadable, clean
from claimbook.document.markup import tables

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements inside a line; every other one separates its text from what is around it.
INLINE = frozenset(
    {*"abiqsu", "tt", "em", "big", "sub", "sup", "del", "ins", "dfn", "kbd", "var", "wbr", "bdi", "bdo", "abbr", "cite"}
    | {"code", "font", "mark", "ruby", "samp", "span", "small", "strike", "strong", "acronym"}
)
DESCRIBES = ("description", "og:description")
UNSHOWN = ("script", "style", "template")
for _reader in (
    "trafilatura",
    "pdfminer",
    "htmldate",
):  # what is wrong with a page is said once, where it was asked for
    logging.getLogger(_reader).setLevel(logging.CRITICAL)
# Only a date that the page states as its own; one that its text speaks of is not when it was published.
STATED = {"extensive_search": False, "original_date": True}


def read_page(raw: bytes, url: str = "", declared: str = "") -> Document:
    """Read the bytes of an HTML page.

    Raises
    ------
    Unreadable
        If nothing is left that reads like a text.
    """
    import trafilatura
    from trafilatura.settings import Document as Extracted

    text, encoding = text_of(raw, declared)
    page = trafilatura.bare_extraction(
        text, url=url or None, include_tables=True, include_comments=False, favor_recall=True, with_metadata=True,
        date_extraction_params=STATED,
    )  # fmt: skip
    if not isinstance(page, Extracted) or not (body := clean(_rows(page.text or ""))):
        raise Unreadable("has no text apart from menus and markup; copy its text into a .txt file")
    return Document(
        (Page("", body, tables=tuple(tables(tree)) if (tree := trafilatura.load_html(text)) is not None else ()),),
        title=page.title or "",
        author=page.author or "",
        publisher=page.sitename or page.hostname or "",
        published=page.date or "",
        url=url or page.url or "",
        encoding=encoding,
    )


def _rows(text: str) -> str:
    """Write table rows as cells with a bar between them, without the rule below the head."""
    lines = []
    for line in text.splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if all(set(cell) <= set("-: ") for cell in cells):
                continue
            line = " | ".join(cells)
        lines.append(line)
    return "\n".join(lines)


def shown(raw: bytes, declared: str = "") -> str:
    """Return all the text of a page with its title and description: menus, captions and footers too.

    Examples
    --------
    >>> shown(b"<title>T</title><p>up <b>5</b>%</p><table><tr><td>1</td><td>2</td></tr></table>").split()
    ['T', 'up', '5%', '1', '2']
    """
    from trafilatura import load_html

    tree = load_html(text_of(raw, declared)[0])
    if tree is None:
        return ""
    parts: list[str] = []
    for event, item in _walk(tree):
        name = item.tag if isinstance(item.tag, str) else ""
        if event == "start":
            if name == "meta" and item.get("name", item.get("property", "")).lower() in DESCRIBES:
                parts.append(f" {item.get('content', '')} ")
            parts.append(("" if name in INLINE else " ") + ((item.text or "") if name and name not in UNSHOWN else ""))
        else:
            parts.append(("" if name in INLINE or not name else " ") + (item.tail or ""))
    return "".join(parts)


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Walk a tree without recursion, which a deeply nested page would exhaust."""
    stack = [("start", tree)]
    while stack:
        event, item = stack.pop()
        yield event, item
        if event == "start":
            stack.append(("end", item))
            stack.extend(("start", child) for child in reversed(item))
