"""Bring a workspace up to date: columns that its tables lack, the codebook, its notebooks."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.workspace import paths
from claimbook.tables.writer import csv_of, locked, save_all
from claimbook.workspace.books import is_changed, renewed, written
from claimbook.workspace.make import ARTICLES, is_notebook, tables, template

CODEBOOK = Path("data", "README.md")
CACHES = ("documents-*.jsonl", "documents-*.npz", "snapshots/*.warc.gz")  # earlier versions kept them in build/<id>


def upgrade(home: Path, language: str = "en") -> list[Path]:
    """Write into a workspace what this version of Claimbook has and it lacks; return the files written or removed.

    A notebook of the template gives way to a newer one as long as nobody has changed a cell of it. Any other, and every
    cell of a table, stays as it is.

    Parameters
    ----------
    home : Path
    language : str
        Of notebooks that are not there.

    Raises
    ------
    Problems
        If a table is no table; nothing is written then.
    """
    with locked(home):
        changed = dict(_tables(home)) | dict(_files(home, language))
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
        save_all(changed, home)
        removed = [path for pattern in CACHES for path in sorted(home.glob(f"build/*/{pattern}")) if path.is_file()]
        for path in removed:
            path.unlink()
    return [*changed, *removed]


def kept(home: Path) -> list[Path]:
    """Return the notebooks of the template that somebody has changed here."""
    books = {home / name: content for name, content in _ours(home).items() if is_notebook(name)}
    return [path for path, content in books.items() if path.is_file() and is_changed(path.read_bytes(), content)]


def _tables(home: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield each table that lacks a column, as it is with it."""
    faults, changed = [], {}
    for name, path in _all(home):
        try:
            text = csv_of(name, read_text(path, name)).encode()
        except Problems as found:
            faults += found.faults
            continue
        if text.partition(b"\n")[0] != _head(path):
            changed[path] = text
    if faults:
        raise Problems(faults)
    yield from changed.items()


def _all(home: Path) -> list[tuple[str, Path]]:
    """Return the tables of a workspace that are there, each once."""
    folders = [file.parent for file in sorted(home.glob("data/articles/[!.]*/article.toml"))]
    every = {path: name for folder in [*folders, home / ARTICLES] for name, path in paths(folder).items()}
    return [(name, path) for path, name in every.items() if path.exists() or path.is_symlink()]


def _head(path: Path) -> bytes:
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")


def _files(home: Path, language: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of the template that are not there, or are of another version and nobody's own."""
    for name, content in _ours(home).items():
        path = home / name
        if path.exists() and not path.is_file():
            raise Problems([f"{path}: is not a regular file; put the file itself in its place, or remove it"])
        if not path.exists():
            yield path, written(content, language) if is_notebook(name) else content
        elif is_notebook(name) and (newer := renewed(path.read_bytes(), content)):
            yield path, newer
        elif name == CODEBOOK and path.read_bytes() != content:
            yield path, content


def _ours(home: Path) -> dict[Path, bytes]:
    """Return what every workspace has; the showcase's notebooks are its own, for reading."""
    showcase = (home / "claimbook" / "workspace").is_dir()
    every = template() | tables()
    return {name: content for name, content in every.items() if not (showcase and name.parts[0] == "notebooks")}
