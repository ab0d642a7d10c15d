"""From a text to its page without a terminal: take an article in, its documents too, check it and write its page."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook import document, report
from claimbook.case.case import open_case
from claimbook.draft.create import check_id, take_in
from claimbook.draft.draft import about
from claimbook.draft.name import proposed_id
from claimbook.form.said import said_note
from claimbook.language.phrase import phrase
from claimbook.report.draft import draft_note
from claimbook.tables.extras import lacking
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import home
from claimbook.tables.writer import save

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.language.phrase import Phrase

DOCS = "docs"  # the workspace's folder of one's own documents
LONG = 100  # characters of a name, at most
# Extra -> what a person cannot do here without it; in the order in which one comes to it.
WITHOUT = {
    "documents": "read PDFs, Word files, workbooks and web pages",
    "ocr": "read scans and pictures (some 290 MB)",
    "find": "find passages of your documents for a claim",
    "series": "read official series given as SDMX",
    "web": "bring an address, ask a language model, visit the sources again",
    "draft-english": "draft English claims with a tagger of words",
    "draft": "draft Chinese claims with a tagger of words",
    "page": "write the page",
}
SAFE = re.compile(r"[^\w.\- ()\u3400-\u9fff]+")


def articles() -> list[tuple[str, str]]:
    """Return the articles of the workspace: id and title."""
    folder = home() / "data" / "articles"
    found = sorted(path.parent for path in folder.glob("[!.]*/article.toml"))
    return [(path.name, str(about(path).get("title") or path.name)) for path in found]


def not_installed(language: str) -> list[tuple[str, str]]:
    """Return what cannot be done here for want of a package, each with the command that installs it."""
    return [(phrase(WITHOUT[extra]).said(language), f'pip install "claimbook[{extra}]"') for extra in lacking(WITHOUT)]


def chosen(name: str) -> str:
    """Return the id of an article of the workspace.

    Raises
    ------
    Problems
        If it has none of that id.
    """
    if name not in {there for there, _ in articles()}:
        raise Problems(
            [f"{name[:LONG] or 'no article'}: there is no such article here; bring one, or choose one of the list"]
        )
    return name


def bring(name: str, *, text: str = "", address: str = "", file: str = "", raw: bytes = b"") -> str:
    """Freeze an article and draft its tables; return its id.

    Parameters
    ----------
    name : str
        Its id; an empty one is proposed.
    text, address : str
        A pasted text, or where the article is on the web.
    file, raw
        The name of a dropped file, and what is in it.

    Raises
    ------
    Problems
        If nothing is given, it cannot be read, or the id is taken.
    """
    found = _read(text, address, file, raw)
    taken = {given for given, _ in articles()}
    name = name.strip() or proposed_id(found, address.strip() or file, taken, date.today())
    check_id(name)
    try:
        take_in(found, name, home() / "data" / "articles", "live" if address else "stored copy")
    except OSError as error:
        raise Problems([f"{name}: cannot be written ({error.strerror}); fix this and try again"]) from None
    return name


def _read(text: str, address: str, file: str, raw: bytes) -> document.Document:
    try:
        if raw:
            return read_file(file, raw)
        if address.strip():
            return _fetched(address.strip())
        if text.strip():
            return document.read_bytes(text.strip().encode(errors="replace") + b"\n")
    except document.Unreadable as error:
        raise Problems([f"{file or address or 'the text'}: {error}"]) from None
    raise Problems(["paste a text, drop a file, or give an address"])


def read_file(name: str, raw: bytes) -> document.Document:
    """Read a dropped file by what is in it and the ending of its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{Path(name).suffix.lower()}"
        path.write_bytes(raw)
        return document.read(path)


def _fetched(address: str) -> document.Document:
    from claimbook import web

    if not re.match(r"https?://", address):
        raise Problems([f"{address}: must start with http:// or https://"])
    try:
        answer = web.Visitor().get(address)
    except web.Unvisited as error:
        raise Problems([f"{address}: {error}"]) from None
    if answer.status != 200:
        raise Problems([f"{address}: the server answers {answer.status}; save the page and drop the file"])
    return document.read_bytes(answer.body, answer.kind, answer.url, answer.charset)


def keep_document(name: str, raw: bytes) -> Path:
    """Put a dropped document into the workspace's own folder, which is not published; return its path.

    Raises
    ------
    Problems
        If another document has the name.
    """
    safe = Path(SAFE.sub("_", Path(name.replace("\\", "/")).name).lstrip(".") or "document")
    safe = safe.with_name(f"{safe.stem.encode()[:LONG].decode(errors='ignore')}{safe.suffix[: LONG // 10]}")
    path = home() / DOCS / safe
    path.parent.mkdir(exist_ok=True)
    if path.exists() and not (path.is_file() and path.read_bytes() == raw):
        raise Problems([f"{safe}: {DOCS} has another file of that name; rename it and drop it again"])
    save(raw, path)
    return path


def documents() -> Path | None:
    """Return the folder of documents, or None while there are none."""
    folder = home() / DOCS
    return folder if folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir()) else None


def checked(name: str, language: str) -> list[str]:
    """Return the result of an article in sentences, or what keeps it from having one."""
    try:
        case = open_case(name)
    except Problems as problems:
        if left := {fault.id for fault in problems.faults if fault.table == "claims"}:
            one, many = phrase("No verdicts yet: 1 claim to fill in."), "No verdicts yet: {n} claims to fill in."
            return [(one if len(left) == 1 else phrase(many, n=len(left))).said(language)]
        raise
    note = draft_note(case)
    lines = [*([note] if note else []), *report.headline(case)]
    return [line.said(language, case.book) for line in lines]


def write_page(name: str, notebooks: bool, step: Callable[[Phrase], None]) -> list[str]:
    """Write the page of an article, after its notebooks were run where that is asked; return the paths, the page first.

    Parameters
    ----------
    name : str
    notebooks : bool
    step : callable
        Told what is being done.
    """
    from claimbook import export, page
    from claimbook.jupyter import run

    case = open_case(name)
    books = run.executed_for(case.home / "notebooks", name, case.fingerprint)
    if notebooks:
        export.write_verdicts(case)
        at = partial(_running, step)
        books = run.run_all(case.home / "notebooks", name, case.fingerprint, at)
    step(phrase("Writing the page …"))
    written = page.write_site(case, case.home / "build" / name, books)
    shown = [written[0], *(books if notebooks else [])]
    return [path.resolve().relative_to(case.home.resolve()).as_posix() for path in shown]


def _running(step: Callable[[Phrase], None], at: int, every: int) -> None:
    step(phrase("Running notebook {n} of {all} …", n=at, all=every))


def said(problems: Problems, language: str) -> str:
    """Return what is wrong in a few sentences."""
    few = [said_note(words, language) for words in problems.sentences[:6]]
    left = len(problems.sentences) - len(few)
    return " ".join([*few, *([f"(+{left})"] if left > 0 else [])])


def message(given: Mapping[str, Any], key: str) -> str:
    """Return a text of a message, or an empty one."""
    value = given.get(key)
    return value if isinstance(value, str) else ""
