"""A web page as text: its body and its tables, without menus and advertisements."""

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Page, Unreadable, clean

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
        (Page("", body),),
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
