"""Visit one source and record which of its figures are there; a failure says nothing about a claim."""

import hashlib
import re
from collections.abc import Sequence
from urllib.parse import quote

from claimbook.document import Unreadable
from claimbook.judge.source import Figure, Source
from claimbook.recheck.archive import Archive
from claimbook.recheck.printed import folded, is_printed
from claimbook.recheck.snapshot import Held, Shelf
from claimbook.recheck.texts import texts
from claimbook.tables.column import ADDRESS
from claimbook.tables.vocabulary import Visit
from claimbook.web import Answer, Unvisited, Visitor

GONE = (404, 410)
BLOCKED = (401, 403, 429, 451)
READ = (200, 203)
LONGEST = 300  # characters of a note
# What a page says that is not there, though the server answers 200: at the top of a short page.
MISSING = re.compile(
    r"error[\W_]*404|404[\W_]*(?:error|not found|页面|頁面|找不到)|^\W*not found\b"
    r"|(?:page|file|url|resource|article) (?:was )?not found|no longer (?:available|exists)|does not exist"
    r"|(?:页面|頁面|网页|網頁|文章|内容)[^。]{0,8}(?:不存在|找不到|删除|刪除|下线)|找不到(?:页面|頁面|网页|網頁)",
    re.I,
)
SHORT, TOP = 2_000, 200


def visit(
    source: Source, figures: Sequence[Figure], visitor: Visitor, shelf: Shelf, archive: Archive, date: str
) -> dict[str, str]:
    """Visit a source, keep the answer, and return a row of ``rechecks.csv``.

    Parameters
    ----------
    source : Source
    figures : list of Figure
        All that the source prints.
    visitor : Visitor
    shelf : Shelf
    archive : Archive
    date : str
    """
    row = dict.fromkeys(("status", "url", "sha256", "figures_standing", "figures_gone", "archived", "note"), "")
    row |= {"source": source.id, "date": date}
    held = shelf.last(source.id)
    try:
        answer = visitor.get(source.url, {held.answer.url: held.asks} if held else {})
        row |= _found(answer, held, figures)
        shelf.keep(source.id, date, answer, held if row["sha256"] and answer.status == 304 else None)
    except Unvisited as error:
        row |= {"outcome": error.outcome, "note": str(error)}
    if row["outcome"] != Visit.AS_PRINTED:
        row["archived"], remark = archive.copy_of(source.url, source.read_on)
        row["note"] = "; ".join(part for part in (row["note"], remark) if part)
    row["note"] = plain(row["note"])
    return row


def _found(answer: Answer, held: Held | None, figures: Sequence[Figure]) -> dict[str, str]:
    """Return the cells that an answer fills; if nothing has changed since the kept one, that one is read."""
    found = {"status": str(answer.status), "url": _address(answer.url)}
    if answer.status == 304 and held and held.answer.url == answer.url:
        judged = _judged(held.answer, figures)
        since = f"not modified since {held.date}"
        judged["note"] = f"{since}; {judged['note']}" if judged["note"] else since
        return found | judged | {"sha256": hashlib.sha256(held.answer.body).hexdigest()}
    if answer.status == 304:
        return found | {
            "outcome": Visit.UNREACHABLE,
            "note": "the server answered “not modified” (304) to a full request",
        }
    judged = _judged(answer, figures) if answer.status in READ else _refused(answer.status)
    return found | judged | {"sha256": hashlib.sha256(answer.body).hexdigest()}


def _refused(status: int) -> dict[str, str]:
    outcome = Visit.GONE if status in GONE else Visit.BLOCKED if status in BLOCKED else Visit.UNREACHABLE
    return {"outcome": outcome, "note": f"the server answered {status}"}


def _judged(answer: Answer, figures: Sequence[Figure]) -> dict[str, str]:
    """Return the cells that say which figures are in what was read, and which are not."""
    left, absent = list(figures), False
    try:
        for text in texts(answer):
            page = folded(text)
            absent = absent or (len(page) < SHORT and bool(MISSING.search(page[:TOP])))
            left = [figure for figure in left if not is_printed(figure.as_printed, page)]
            if not left:
                break
    except Unreadable as error:  # the page shows no text to a program, so that a figure may be there unseen
        return {"outcome": Visit.UNREACHABLE, "note": f"it {error}"}
    if absent and len(left) == len(figures):
        return {"outcome": Visit.GONE, "note": "the server answered 200, but the page says that it does not exist"}
    gone = {figure.id for figure in left}
    standing = [figure.id for figure in figures if figure.id not in gone]
    note = f"{len(gone)} of {len(figures)} figures are not on the page as printed" if gone else ""
    ids = {"figures_standing": " ".join(standing), "figures_gone": " ".join(sorted(gone))}
    return ids | {"outcome": Visit.CHANGED if gone else Visit.AS_PRINTED, "note": note}


def _address(url: str) -> str:
    """Return an address as the table can hold it."""
    return url if re.fullmatch(ADDRESS, url) else quote(url, safe=":/?#@!$&'()*+,;=%~")


def plain(text: str) -> str:
    """Return a note on one line, of bounded length, without what a terminal would obey."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
