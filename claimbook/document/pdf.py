"""A PDF as text, page by page; a scanned page is read by machine, where that is installed."""

import io
from typing import TYPE_CHECKING

from claimbook.document.document import Document, Keep, Page, Rows, Unreadable, clean, ignore
from claimbook.document.pdf_table import pdf_tables
from claimbook.document.picture import NEEDS, has_ocr, page_of
from claimbook.document.radicals import as_printed

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

SCANNED = 0.5  # share of a page without text that a picture covers, from which it is a scan
DOTS = 150  # to an inch, at which a scan is looked at


def read_pdf(raw: bytes, url: str = "", keep: Keep = ignore) -> Document:
    """Read the bytes of a PDF.

    Parameters
    ----------
    raw : bytes
    url : str
    keep : callable
        Is given each page as soon as it is read: the next may take too long.

    Raises
    ------
    Unreadable
        If it is locked, broken, or holds pictures of text alone.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(raw)) as book:
            pages = []
            for number, page in enumerate(book.pages, 1):
                pages.append(_page(page, str(number)))
                keep(pages[-1])
                page.close()  # what it holds would fill the memory of a long PDF
            facts = {key: str(value) for key, value in (book.metadata or {}).items()}
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise Unreadable("is protected by a password; save a copy without one") from None
        raise Unreadable("is a damaged PDF; download or export it again") from None
    except PDFPasswordIncorrect:
        raise Unreadable("is protected by a password; save a copy without one") from None
    if not pages:
        raise Unreadable("is a PDF with no pages; export it again")
    if not any(page.text for page in pages):
        raise Unreadable("is a scanned PDF in which no text was found" if has_ocr() else f"is a scanned PDF; {NEEDS}")
    return Document(tuple(pages), title=facts.get("Title", ""), author=facts.get("Author", ""), url=url)


def _page(page: "PdfPage", number: str) -> Page:
    """Read a page: its text and tables, or what its picture says."""
    text = clean(page.extract_text() or "")
    if not text and has_ocr() and _is_scan(page):
        return page_of(page.to_image(resolution=DOTS).original, number)
    tables = tuple((as_printed(title), _printed(rows)) for title, rows in pdf_tables(page, text))
    return Page(number, as_printed(text), tables=tables)


def _printed(rows: Rows) -> Rows:
    return tuple(tuple(map(as_printed, row)) for row in rows)


def _is_scan(page: "PdfPage") -> bool:
    """Return whether pictures cover most of a page."""
    covered = sum(float(one["width"]) * float(one["height"]) for one in page.images)
    return covered >= SCANNED * float(page.width) * float(page.height)
