"""The texts of an answer in which a figure may be: all that a page shows, and what its reader extracts."""

from collections.abc import Iterator

from claimbook.document import Unreadable, read_bytes, shown
from claimbook.document.kinds import MARKUP, TYPES
from claimbook.web import Answer

LARGE = 2_000_000  # bytes of a page; the second reader takes half a minute over sixteen million, and adds little
OTHERS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # a PDF or a workbook, whatever the server calls it


def texts(answer: Answer) -> Iterator[str]:
    """Yield the texts of an answer, the cheapest first.

    Raises
    ------
    Unreadable
        If no reader can make a text of it, or of all of it.
    """
    page = TYPES.get(answer.kind) == "page" or MARKUP.match(answer.body[:4096])
    if page and not answer.body.startswith(OTHERS):
        yield shown(answer.body, answer.charset)
        if len(answer.body) > LARGE:
            return
    document = read_bytes(answer.body, answer.kind, answer.url, answer.charset)
    yield document.text
    if document.cut:  # what is not found may be in the rest
        raise Unreadable(f"was read in part: {document.cut}")
