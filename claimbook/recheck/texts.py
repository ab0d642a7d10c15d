"""The texts of an answer in which a figure may be: all that a page shows, and what its reader extracts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimbook.document import Unreadable, read_bytes
from claimbook.document.decoding import text_of
from claimbook.document.kinds import MARKUP, TYPES
from claimbook.web import Answer

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements inside a line; every other one separates its text from what is around it.
INLINE = frozenset(
    {*"abiqsu", "tt", "em", "big", "sub", "sup", "del", "ins", "dfn", "kbd", "var", "wbr", "bdi", "bdo", "abbr", "cite"}
    | {"code", "font", "mark", "ruby", "samp", "span", "small", "strike", "strong", "acronym"}
)
LARGE = 2_000_000  # bytes of a page; the second reader takes half a minute over sixteen million, and adds little
DESCRIBES = ("description", "og:description")
OTHERS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # a PDF or a workbook, whatever the server calls it
for _reader in ("trafilatura", "pdfminer", "htmldate"):  # what is wrong with a page is in its row, once
    logging.getLogger(_reader).setLevel(logging.CRITICAL)
UNSHOWN = ("script", "style", "template")


def texts(answer: Answer) -> Iterator[str]:
    """Yield the texts of an answer, the cheapest first.

    Raises
    ------
    Unreadable
        If no reader can make a text of it.
    """
    page = TYPES.get(answer.kind) == "page" or MARKUP.match(answer.body[:4096])
    if page and not answer.body.startswith(OTHERS):
        yield shown(text_of(answer.body, answer.charset)[0])
        if len(answer.body) > LARGE:
            return
    try:
        yield read_bytes(answer.body, answer.kind, answer.url, answer.charset).text
    except (Unreadable, MemoryError, ModuleNotFoundError):
        raise
    except Exception as error:  # whatever a reader of PDFs, pages or workbooks raises over a broken or hostile one
        raise Unreadable(f"could not be read ({type(error).__name__})") from None


def shown(html: str) -> str:
    """Return all the text of a page with its title and description: menus, captions and footers too.

    Examples
    --------
    >>> shown("<title>T</title><p>up <b>5</b>%</p><table><tr><td>1</td><td>2</td></tr></table>").split()
    ['T', 'up', '5%', '1', '2']
    """
    from trafilatura import load_html

    tree = load_html(html)
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
