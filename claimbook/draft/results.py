"""Take in what a search tool exported: each result as a document of one's own, each query as a logged search.

What such a file holds is of strangers: it becomes plain text under a name made here; nothing of it is run or fetched.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.document.document import clean
from claimbook.draft.search import log_all
from claimbook.tables.column import ADDRESS, DATE
from claimbook.tables.fault import Problems
from claimbook.tables.files import is_special
from claimbook.tables.vocabulary import SearchOutcome
from claimbook.tables.writer import save_all

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.judge.claim import Claim

LARGEST, MOST, LONGEST = 64 * 2**20, 10_000, 2_000_000  # bytes of a file, results in it, characters of one
# What tools call the same thing.
NAMES = {
    "query": ("query", "q", "search"),
    "address": ("address", "url", "link", "href"),
    "title": ("title", "name", "headline"),
    "text": ("text", "content", "body", "excerpt", "snippet", "description"),
    "date": ("date", "published", "published_at", "age"),
}


@dataclass(frozen=True)
class Result:
    """One result of a search; what it does not say is empty."""

    query: str
    address: str = ""
    title: str = ""
    text: str = ""
    date: str = ""

    @property
    def name(self) -> str:
        """A name for its file that holds no letter of its own."""
        return f"result-{hashlib.sha256(f'{self.address} {self.title} {self.text}'.encode()).hexdigest()[:16]}.txt"

    @property
    def document(self) -> str:
        """Its text, below what it says of itself."""
        head = [self.title, f"URL: {self.address}" if self.address else "", f"Date: {self.date}" if self.date else ""]
        return "\n".join(filter(None, head)) + f"\n\n{self.text}\n"


def results_of(path: str | PathLike[str], query: str = "") -> list[Result]:
    """Read an export: JSON, a list or an object with a list of results, or CSV with a head.

    Parameters
    ----------
    path : path-like
    query : str
        For results that name none.

    Raises
    ------
    Problems
        With the file, the place, what is wrong and the fix.
    """
    path = Path(path)
    try:
        if is_special(path):
            raise Problems([f"{path}: is not a regular file; save what it holds as a file and give that"])
        if path.stat().st_size > LARGEST:
            raise Problems([f"{path}: is larger than {LARGEST // 2**20} MB; export fewer results at a time"])
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problems([f"{path}: cannot be read ({error}); export it again, as UTF-8"]) from None
    rows = list(_from_csv(path, text) if path.suffix.lower() == ".csv" else _from_json(path, text))
    if len(rows) > MOST:
        raise Problems([f"{path}: has {len(rows):,} results; at most {MOST:,} are taken in at once"])
    found = [_result(row, query) for row in rows]
    if unnamed := next((at for at, one in enumerate(found, 1) if not one.query), 0):
        raise Problems([f"{path}, result {unnamed}: names no query; add a “query”, or give --query"])
    return found


def take_in(
    case: Case | Draft, claims: Sequence[Claim], found: Sequence[Result], docs: str | PathLike[str], where: str,
    today: date | None = None,
) -> tuple[list[Path], list[str]]:  # fmt: skip
    """Write each result as a document and log each query, and return the files and the ids of the searches.

    Files that are there already are written again as they are; a query without a text logs that nothing was found.
    """
    folder = Path(docs)
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / one.name: one.document for one in found if one.text}
    save_all(dict(files))
    searches = []
    for query in dict.fromkeys(one.query for one in found):
        count = len({one.name for one in found if one.query == query and one.text})
        outcome = SearchOutcome.SOMETHING if count else SearchOutcome.NOTHING
        note = f"{count} result{'' if count == 1 else 's'} taken in; read them with claimbook find" if count else ""
        searches.append((query, outcome, note))
    return list(files), log_all(case, claims, searches, where, today)


def _from_csv(path: Path, text: str) -> Iterator[Mapping[str, object]]:
    """Yield the rows of a CSV by its head."""
    before = csv.field_size_limit(LONGEST)
    try:
        yield from csv.DictReader(text.splitlines(keepends=True))
    except csv.Error as error:
        raise Problems([f"{path}: is no CSV ({error}); export it again"]) from None
    finally:
        csv.field_size_limit(before)


def _from_json(path: Path, text: str) -> Iterator[Mapping[str, object]]:
    """Yield the results of a JSON export; those of an object inherit its query."""
    try:
        made = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problems([f"{path}: is no JSON ({error}); export it again"]) from None
    for part in made if isinstance(made, list) else [made]:
        if not isinstance(part, dict):
            raise Problems([f"{path}: must hold results as objects with query, address, title, text and date"])
        inner = next((part[name] for name in ("results", "items", "hits") if isinstance(part.get(name), list)), None)
        if inner is None:
            yield part
            continue
        said = {"query": _cell(part, "query")}
        yield from ({**said, **one} for one in inner if isinstance(one, dict))
        if not inner:
            yield said


def _result(row: Mapping[str, object], query: str) -> Result:
    cells = {name: _cell(row, name) for name in NAMES}
    cells["query"] = cells["query"] or query
    if not re.fullmatch(ADDRESS, cells["address"], re.ASCII):
        cells["address"] = ""
    day = re.match(DATE, cells["date"], re.ASCII)
    cells["date"] = day[0] if day else ""
    return Result(**{name: cell if name == "text" else " ".join(cell.split()) for name, cell in cells.items()})


def _cell(row: Mapping[str, object], name: str) -> str:
    """Return a cell by any of its names, as clean text."""
    found = (row[one] for one in NAMES[name] if isinstance(row.get(one), str) and str(row[one]).strip())
    said = str(next(found, ""))[:LONGEST].encode("utf-8", "replace").decode("utf-8", "replace")
    return clean(said)
