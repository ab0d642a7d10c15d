"""The files of one article on disk: read together, watched by their digests, written whole."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.draft.draft import about
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode, read_text
from claimbook.tables.schema import KEYS
from claimbook.tables.workspace import OPTIONAL, paths, project_of
from claimbook.tables.writer import csv_of, locked, save_all, settled

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.tables.schema import Row, Rows


EDITED = ("sources", "figures", "computed", "mentions", "claims", "evidence", "searches", "checks", "translations")

# Where a claim is named, beside its evidence, which goes with it.
NAMING = {
    "mentions": ("of",),
    "claims": ("facet_of", "depends_on"),
    "searches": ("claims",),
    "checks": ("left", "right", "premise", "conclusion", "words"),
}


class Files:
    """The text and the edited tables of an article, the shared ones too, as this process last read or wrote them."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = folder = Path(folder)
        if not folder.is_dir():
            raise Problems([f"{folder}: there is no such article; `claimbook new FILE --id {folder.name}` makes it"])
        every = paths(folder)
        self._paths = {name: every[name] for name in EDITED}
        self._watched = {path.name: path for path in (*self._paths.values(), self.folder / "article.txt")}
        self._digests: dict[str, str] = {}

    def read(self) -> tuple[str, Rows]:
        """Return the text and the rows of each table, all read at one moment.

        Raises
        ------
        Problems
            If a file is missing or is no table; what was known of the files stays.
        """
        settled(project_of(self.folder))
        for _ in range(9):
            digests = self._now()
            text = decode(self.folder / "article.txt", "article.txt")
            rows = {name: _rows(path, name) for name, path in self._paths.items()}
            if digests == self._now():  # nobody wrote in between
                self._digests = digests
                return text, rows
        raise Problems([f"{self.folder}: its files change while they are read; try again when that has ended"])

    def changed(self) -> tuple[str, ...]:
        """Return the names of the files that somebody else changed since they were last read or written."""
        now = self._now()
        return tuple(name for name in self._watched if now[name] != self._digests[name])

    def write(self, rows: Rows, tables: set[str]) -> tuple[str, ...]:
        """Write some of the tables, unless somebody else changed a file; return the names of the files that changed.

        All are written or none, so that no row ever names one that is not there.

        Parameters
        ----------
        rows : dict of str to list of dict
        tables : set of str

        Raises
        ------
        Problems
            If another process does not stop writing.
        OSError
            If the disk refuses; what was written is known.
        """
        contents = {path: csv_of(name, rows[name]).encode() for name, path in self._paths.items() if name in tables}
        with locked(project_of(self.folder)):
            if not (changed := self.changed()):
                self._save(contents)
        return changed

    def _save(self, contents: dict[Path, bytes]) -> None:
        for path in contents:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            save_all(contents, project_of(self.folder))
        finally:  # after a refusal in the middle, the files written so far are ours and nobody else's
            now = self._now()
            mine = {path.name: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
            self._digests |= {name: digest for name, digest in mine.items() if now[name] == digest}

    def about(self) -> tuple[str, str]:
        """Return title and language from ``article.toml``, as far as it can be read; a draft may be unfinished."""
        fields = about(self.folder)
        return str(fields.get("title") or self.folder.name), str(fields.get("language") or "")

    def still_named(self, claim: str, rows: Rows) -> str:
        """Name the rows that name a claim that is gone, such as ``checks.csv k03``; empty if none does."""
        found, word = list[str](), re.compile(rf"\b{re.escape(claim)}(_low|_high)?\b")
        for table, columns in NAMING.items():
            try:
                here = rows[table] if table in rows else read_text(self.folder / f"{table}.csv", table)
            except Problems:
                continue
            found += [f"{table}.csv {row[KEYS[table]]}" for row in here if any(word.search(row[c]) for c in columns)]
        few = ", ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")
        return f"{claim} is still named in {few}; fix these rows, or undo." if found else ""

    def named_elsewhere(self, figure: str) -> bool:
        """Return whether another article of the workspace names a figure."""
        word = re.compile(rf"\b{re.escape(figure)}\b")
        beside = [path for path in self.folder.resolve().parent.iterdir() if path != self.folder.resolve()]
        files = (path / f"{table}.csv" for path in beside for table in ("evidence", "checks"))
        return any(word.search(path.read_text("utf-8", "replace")) for path in files if path.is_file())

    def _now(self) -> dict[str, str]:
        return {name: _digest(path) for name, path in self._watched.items()}


def _rows(path: Path, name: str) -> list[Row]:
    """Read a table; one that all articles share need not be there yet."""
    return [] if name in OPTIONAL and not path.exists() else read_text(path, name)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
