"""Take in an article: freeze its text, write its birth certificate, draft its tables."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimbook.document.stated import stated
from claimbook.draft import rows as rows_of
from claimbook.mention import mentions
from claimbook.tables.fault import Problems
from claimbook.tables.writer import csv_of, locked, save_folder

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.document import Document


SHOWN = 60  # characters of what is no id that are repeated
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
YEAR = re.compile(r"(?:19|20)\d\d")  # with which a date begins
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[章节部]|#{1,6} |\d{1,2}[.、]\s?)\S.{0,58}"
)
FORECAST = re.compile(
    r"(?:预计|预测|预期|有望|力争|目标)[^。；]{0,6}$|(?i:\b(?:by|until|through)\s)$"
)  # dates nothing yet
ENDS = "。！？!?；;：:，,."
RIGHTS = "All rights remain with the publisher. The text is quoted because it is what is judged."


def take_in(
    document: Document, name: str, articles: str | PathLike[str], read: str = "stored copy", today: date | None = None
) -> Path:
    """Write a new article with drafted tables, whole or not at all.

    Parameters
    ----------
    document : Document
    name : str
        Id of the article: small letters, digits and hyphens.
    articles : path-like
        ``data/articles``.
    read : str
        ``live`` or ``stored copy``: how the text was read.
    today : datetime.date, optional

    Returns
    -------
    Path

    Raises
    ------
    Problems
        If the id is no id, or is taken.
    """
    articles, today = Path(articles), today or date.today()
    document = _with_own_lines(document, today)
    home = articles.resolve().parent.parent
    files = {"article.txt": document.text, "article.toml": certificate(document, name, document.text, read, today)}
    files |= {
        f"{table}.csv": csv_of(table, rows)
        for table, rows in rows_of.drafted(document.text, document.published, home).items()
    }
    with locked(home):
        folder = _free(articles, name)
        save_folder(folder, files)
    return folder


def _with_own_lines(document: Document, today: date) -> Document:
    """Return a document with the date and the address that its first lines give, where its head has none."""
    said = stated(document.pages[0].text)
    published, url = document.published or said.get("published", ""), document.url or said.get("url", "")
    return replace(document, published="" if published > str(today) else published, url=url)


def check_id(name: str) -> None:
    """Raise `Problems` where a name cannot be the id of an article, or its folder on another system."""
    if not ID.fullmatch(name):
        name = name[:SHOWN]
        raise Problems([f"--id: “{name}” must be small letters, digits and hyphens, such as my-article"])
    if RESERVED.fullmatch(name):
        raise Problems([f"--id: “{name}” is a reserved name on Windows; choose another, such as {name}-article"])


def _free(articles: Path, name: str) -> Path:
    """Return the folder for an id, or raise `Problems` where there can be none."""
    check_id(name)
    if (articles / name).exists():
        there = f"{articles / name} is there already"
        raise Problems([f"--id: {there}; choose another id, or give --update to take in a new text"])
    return articles / name


def certificate(document: Document, name: str, text: str, read: str, today: date) -> str:
    """Write ``article.toml`` with all that the document says of itself."""
    dates = [
        m for m in mentions(text) if m.kind == "date" and not FORECAST.search(text[max(0, m.start - 12) : m.start])
    ]
    years = [
        int(m.high) if m.high and m.unit == "year" else int(m.iso[:4]) for m in dates if m.high or YEAR.match(m.iso)
    ]
    latest = max((year for year in years if year <= today.year), default=today.year)
    fields = {
        "id": name,
        "title": document.title or text.split("\n", 1)[0][:80],
        "url": document.url,
        "publisher": document.publisher or (urlsplit(document.url).hostname or "").removeprefix("www."),
        "author": document.author,
        "language": document.language,
        "read": read,
    }
    lines = [f"{key} = {_quoted(value)}" for key, value in fields.items()]
    lines += [f"read_on = {today}", sha256_of(text), f"rights = {_quoted(RIGHTS)}"]
    named = f"{latest} is the latest year that the article names" if years else "the article names no year"
    period, why = f"{latest}/{today}", f"{named}; it was read on {today}; the day of publication is better, if known"
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", document.published):
        period, why = document.published, f"published {document.published}"
    lines += ["# The period of claims without one of their own.", f'period = "{period}"']
    lines += [f"period_reason = {_quoted(why)}", f"sections = {json.dumps(headings(text), ensure_ascii=False)}"]
    if len(document.pages) > 1 and all(page.label.isdigit() for page in document.pages):
        lines += ["# Where each page of the document starts, in characters.", f"pages = {document.starts}"]
    return "\n".join(lines) + "\n"


def headings(text: str) -> list[str]:
    """Return the lines that look like section headings and are there once.

    Examples
    --------
    >>> headings("题目\\n\\n一、客流\\n\\n增长5%。\\n\\n二、票价\\n")
    ['一、客流', '二、票价']
    """
    lines = text.split("\n")
    times = Counter(lines)
    return [line for line in lines[1:] if times[line] == 1 and HEADING.fullmatch(line) and line[-1] not in ENDS]


def sha256_of(text: str) -> str:
    """Return the line of ``article.toml`` that holds a text's digest."""
    return f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"'


def _quoted(text: str) -> str:
    """Write a text as a TOML string on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")
