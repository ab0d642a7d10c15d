"""The one writer: tables are read, changed and saved under the workspace's lock, whole or not at all."""

import csv
import io
import itertools
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from filelock import FileLock, Timeout

from claimbook.tables.column import DIGITS
from claimbook.tables.fault import Fault, Problems, fault_in
from claimbook.tables.files import LONGEST, read_text
from claimbook.tables.journal import finish, journal_of, noted
from claimbook.tables.schema import KEYS, TABLES, Row
from claimbook.tables.sweep import sweep, sweep_old
from claimbook.tables.workspace import OPTIONAL, hidden, paths, project_of

SELDOM = ("drafted", "proposed", "series")  # columns of which a table has none where no row fills them
OPEN, OWN = 0o666, 0o600  # modes of a new file
PATIENCE = 30  # seconds that a command waits for another one to finish writing
SURROGATE = re.compile("[\ud800-\udfff]")


class Tables:
    """Some tables of an article, open for writing.

    Parameters
    ----------
    folder : Path
        ``data/articles/<id>``.
    names : iterable of str
        The tables. Those that a new workspace lacks are empty.

    Attributes
    ----------
    rows : dict of str to list of dict
        To be changed in place.
    texts : dict of Path to str
        Other files that are saved together with the tables.
    """

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        every = paths(folder)
        self._home, self._paths = project_of(folder), {name: every[name] for name in names}
        self.rows: dict[str, list[Row]] = {
            name: read_text(path, name) if path.exists() or name not in OPTIONAL else []
            for name, path in self._paths.items()
        }
        self.texts: dict[Path, str] = {}
        self._before = {name: csv_of(name, rows) for name, rows in self.rows.items()}

    def add(self, rows: Mapping[str, Iterable[Mapping[str, str]]]) -> None:
        """Append rows to tables; a column that a row lacks is empty."""
        for name, more in rows.items():
            self.rows[name] += [dict.fromkeys(TABLES[name], "") | dict(row) for row in more]

    def save(self) -> None:
        """Save what was changed, whole or not at all."""
        now = {name: csv_of(name, rows) for name, rows in self.rows.items()}
        if faults := [fault for name in now if now[name] != self._before[name] for fault in self._no_text(name)]:
            raise Problems(faults)
        changed = {self._paths[name]: text for name, text in now.items() if text != self._before[name]} | self.texts
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
        save_all(changed, self._home)

    def _no_text(self, name: str) -> Iterator[Fault]:
        """Yield the cells that could not be read again: no text where they came from, or longer than a cell may be."""
        for number, row in enumerate(self.rows[name], 2):
            for column, cell in row.items():
                words = ""
                if len(cell) > LONGEST:
                    words = f"has more than {LONGEST:,} characters; shorten it"
                elif SURROGATE.search(cell):
                    words = "holds bytes that are not UTF-8; give the words, or the name of the file, in UTF-8"
                if words:
                    yield fault_in(name, number, row | {KEYS[name]: ""}, column, words)


@contextmanager
def writing(folder: str | os.PathLike[str], *names: str) -> Iterator[Tables]:
    """Open tables of an article, to be saved at the end of the block; nothing is written if the block raises.

    Raises
    ------
    Problems
        If a table cannot be read, or another command is writing for too long.
    """
    with locked(project_of(folder)):
        tables = Tables(Path(folder), names)
        yield tables
        tables.save()


def writing_shared(home: Path, *names: str) -> AbstractContextManager[Tables]:
    """Open tables that all articles of a workspace share, as `writing` does."""
    return writing(home / "data" / "articles" / "-", *names)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Hold the lock of a workspace, and finish or remove what a killed process left in its data.

    Raises
    ------
    Problems
        If another command holds it for longer than `PATIENCE`.
    """
    path = hidden(home) / "lock"  # not in data, which may be shared and is versioned
    try:
        with FileLock(path, timeout=PATIENCE):
            finish(home)
            sweep(home / "data")
            yield
    except Timeout:
        waited = f"another command has been writing here for {PATIENCE} seconds"
        raise Problems([f"{home}: {waited}; wait until it ends and try again"]) from None


def settled(home: Path) -> None:
    """Finish a save that was interrupted before its files are read."""
    if journal_of(home).exists():
        with locked(home):
            return


def unfinished(path: Path) -> Path:
    """Return a name beside a path for what is not finished yet; `locked` removes it after a crash."""
    return path.with_name(f".{path.name}.unfinished-{secrets.token_hex(4)}")


def new_ids(ids: Iterable[str], letter: str, digits: int = 2) -> Iterator[str]:
    """Yield ids that follow the highest of those that begin with a letter.

    Examples
    --------
    >>> next(new_ids(["c01", "s04", "c09", "c1x"], "c"))
    'c10'
    """
    taken = (int(name[1:]) for name in ids if re.fullmatch(letter + DIGITS, name, re.ASCII))
    return (f"{letter}{number:0{digits}}" for number in itertools.count(max(taken, default=0) + 1))


def new_id(table: str, rows: Iterable[Mapping[str, str]], letter: str, digits: int = 2) -> str:
    """Return an id that no row of a table has."""
    return next(new_ids((row[KEYS[table]] for row in rows), letter, digits))


def csv_of(name: str, rows: Iterable[Mapping[str, str]]) -> str:
    """Return rows as the CSV text of a table; a column that a row lacks is empty.

    A column that few rows use is left out where no row has anything in it.
    """
    content, rows = io.StringIO(), list(rows)
    writer = csv.DictWriter(content, columns_of(name, rows), restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue()


def columns_of(name: str, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the columns of a table as it is written: those that few rows use are there where a row has any."""
    return [
        column
        for column in TABLES[name]
        if column not in SELDOM or column == KEYS[name] or any(row.get(column) for row in rows)
    ]


def save(content: str | bytes, path: Path, mode: int = OPEN) -> None:
    """Write text or bytes beside `path`, then rename it over `path`."""
    save_all({path: content}, mode=mode)


def save_all(contents: Mapping[Path, str | bytes], home: Path | None = None, mode: int = OPEN) -> None:
    """Write several files, each whole: all are written beside their places first, and only then renamed over them.

    A new file has the mode that the umask gives; one that exists keeps its own.

    Parameters
    ----------
    contents : dict of Path to str or bytes
    home : Path, optional
        The workspace whose lock is held: then either all files are saved or none, even by a process that is killed.
    mode : int
        Who may read a new file, as far as the umask lets them: `OPEN`, or `OWN` for its owner alone.
    """
    staged: dict[Path, Path] = {}
    sweep_old({path.parent for path in contents})
    try:
        for path, content in contents.items():
            temporary = unfinished(path)
            staged[temporary] = path
            _write(temporary, content.encode() if isinstance(content, str) else content, mode)
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
        with noted(home, staged) if home and len(staged) > 1 else nullcontext():
            for temporary, path in list(staged.items()):
                os.replace(temporary, path)
                del staged[temporary]
    finally:
        for temporary in staged:
            temporary.unlink(missing_ok=True)


def save_folder(folder: Path, contents: Mapping[str, str]) -> None:
    """Write a new folder with its files, whole or not at all."""
    fresh = unfinished(folder)
    try:
        fresh.mkdir(parents=True)
        for name, content in contents.items():
            _write(fresh / name, content.encode())
        os.replace(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write(path: Path, content: bytes, mode: int = OPEN) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
