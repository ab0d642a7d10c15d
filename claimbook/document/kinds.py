"""Parse bytes by what they are: HTML, PDF, Word, slides, workbook, CSV, Markdown, plain text, a picture."""

import re

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Keep, Page, Unreadable, clean, ignore
from claimbook.document.office import kind_of, read_office, refuse_old
from claimbook.document.page import read_page
from claimbook.document.pdf import read_pdf
from claimbook.document.picture import NEEDS, has_ocr, is_picture, read_picture
from claimbook.document.sheet import read_csv, read_workbook

MOST = 64 * 2**20  # bytes; a longer document is no article, and a table of that size is data
KINDS = {
    **dict.fromkeys((".txt", ".md", ".markdown"), "text"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "page"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".ods"), "workbook"),
    **dict.fromkeys((".docx", ".docm", ".pptx", ".odt", ".odp"), "office"),
    ".pdf": "pdf",
}
PICTURES = dict.fromkeys((".png", ".jpg", ".jpeg"), "picture")  # where the extra “ocr” is installed
READ = "HTML, PDF, Word, PowerPoint, OpenDocument, text, CSV and Excel"  # the same for a person
TYPES = {"text/html": "page", "application/xhtml+xml": "page", "application/pdf": "pdf", "text/csv": "csv"}
# A comment is passed over whole, or a page that begins with many would be tried in as many ways as they can be joined.
MARKUP = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def readable() -> dict[str, str]:
    """Return the kinds that can be read with what is installed, by the end of a file's name."""
    return KINDS | PICTURES if has_ocr() else KINDS


def passed_over(ending: str) -> str:
    """Say why files with this ending of their names are not read."""
    return f"pictures: {NEEDS}" if ending in PICTURES else f"only {READ} files are read"


def parse(raw: bytes, kind: str = "", url: str = "", declared: str = "", keep: Keep = ignore) -> Document:
    """Read bytes as a `Document`, in this process: for `claimbook.document.reader`, which has it done in another.

    Parameters
    ----------
    raw : bytes
    kind : str
        A value of `KINDS`, or a media type; what the bytes themselves show goes first.
    url : str
        Where they came from.
    declared : str
        The encoding that a server named.
    keep : callable
        Is given each page of a PDF or a workbook as soon as it is read.
    """
    if not raw.strip():
        raise Unreadable("is empty")
    if raw.startswith(b"%PDF-"):
        return read_pdf(raw, url, keep)
    if is_picture(raw):
        return read_picture(raw, url)
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        refuse_old(raw)
        office = kind_of(raw)
        return read_office(raw, office, url, keep) if office else read_workbook(raw, url, keep)
    if TYPES.get(kind, kind) == "pdf":
        called = "has a .pdf name" if kind == "pdf" else "is served as a PDF"
        raise Unreadable(f"{called} but is not a PDF; download or export it again")
    kind = TYPES.get(kind, kind)
    if kind in ("office", "picture"):
        raise Unreadable("is not what its name says; save it again")
    if kind == "page" or MARKUP.match(raw[:4096]):
        return read_page(raw, url, declared)
    if kind == "csv":
        return read_csv(raw, url, declared)
    text, encoding = text_of(raw, declared)
    if not clean(text):
        raise Unreadable("is empty")
    return Document((Page("", text.replace("\r\n", "\n").replace("\r", "\n")),), url=url, encoding=encoding)
