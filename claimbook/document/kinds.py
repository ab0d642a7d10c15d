"""Read a file or bytes by what they are: HTML, PDF, workbook, CSV, Markdown, plain text."""

import re
from dataclasses import replace
from os import PathLike
from pathlib import Path

from claimbook.document.decoding import text_of
from claimbook.document.document import Document, Page, Unreadable, clean
from claimbook.document.page import read_page
from claimbook.document.pdf import read_pdf
from claimbook.document.sheet import read_csv, read_workbook

MOST = 64 * 2**20  # bytes; a longer document is no article, and a table of that size is data
KINDS = {
    **dict.fromkeys((".txt", ".md", ".markdown"), "text"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "page"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".ods"), "workbook"),
    ".pdf": "pdf",
}
READ = "HTML, PDF, text, CSV and Excel"  # the same for a person
TYPES = {"text/html": "page", "application/xhtml+xml": "page", "application/pdf": "pdf", "text/csv": "csv"}
MARKUP = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def read(path: str | PathLike[str]) -> Document:
    """Read a file as a `Document`.

    Raises
    ------
    Unreadable
        With the reason and the fix, if it cannot be read as text.
    OSError
        If the file cannot be opened.
    """
    path = Path(path)
    size = path.stat().st_size
    if size > MOST:
        raise Unreadable(f"is {size / 2**20:,.0f} MB; the limit is {MOST // 2**20} MB; save only the part you need")
    found = read_bytes(path.read_bytes(), kind=KINDS.get(path.suffix.lower(), ""))
    return found if found.title else replace(found, title=_titled(found, path))


def read_bytes(raw: bytes, kind: str = "", url: str = "", declared: str = "") -> Document:
    """Read bytes as a `Document`.

    Parameters
    ----------
    raw : bytes
    kind : str
        A value of `KINDS`, or a media type; what the bytes themselves show goes first.
    url : str
        Where they came from.
    declared : str
        The encoding that a server named.
    """
    if not raw.strip():
        raise Unreadable("is empty")
    if raw.startswith(b"%PDF-"):
        return read_pdf(raw, url)
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return read_workbook(raw, url)
    if TYPES.get(kind, kind) == "pdf":
        called = "has a .pdf name" if kind == "pdf" else "is served as a PDF"
        raise Unreadable(f"{called} but is not a PDF; download or export it again")
    kind = TYPES.get(kind, kind)
    if kind == "page" or MARKUP.match(raw[:4096]):
        return read_page(raw, url, declared)
    if kind == "csv":
        return read_csv(raw, url, declared)
    text, encoding = text_of(raw, declared)
    if not clean(text):
        raise Unreadable("is empty")
    return Document((Page("", text.replace("\r\n", "\n").replace("\r", "\n")),), url=url, encoding=encoding)


def _titled(document: Document, path: Path) -> str:
    """Return the first line where it is short enough for a title, else the name of the file."""
    first = document.text.lstrip("# \n").split("\n", 1)[0].strip()
    return first if 0 < len(first) <= 80 else path.stem
