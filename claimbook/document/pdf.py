"""A PDF as text, page by page."""

import io

from claimbook.document.document import Document, Keep, Page, Unreadable, clean, ignore
from claimbook.document.pdf_table import pdf_tables


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
                text = clean(page.extract_text() or "")
                pages.append(Page(str(number), text, tables=tuple(pdf_tables(page, text))))
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
        raise Unreadable("is a scanned PDF with no text; run text recognition (OCR) on it first")
    return Document(tuple(pages), title=facts.get("Title", ""), author=facts.get("Author", ""), url=url)
