"""Run the notebooks, top to bottom, on one article."""

from __future__ import annotations

import json
import os
import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.language.progress import progress
from claimbook.language.prose import prose
from claimbook.tables.fault import Problems
from claimbook.tables.kept import digest, is_kept, keep
from claimbook.tables.workspace import VARIABLE
from claimbook.tables.writer import save

if TYPE_CHECKING:
    from collections.abc import Callable

    from nbformat import NotebookNode

ARTICLE_LINE = re.compile(r'^ARTICLE = "([^"]*)"$', re.M)
LANGUAGE_LINE = re.compile(r'^LANGUAGE = "(\w+)"$', re.M)
SECONDS_A_CELL = 300
DRAWN_WITH = ("ipython", "matplotlib", "pandas")  # packages whose version shows in what a notebook prints
PUBLISHED = "[0-9]*.ipynb"  # the others are for working in, and are not executed here


def executed(path: Path, article: str | None = None) -> NotebookNode:
    """Return a notebook after a fresh run.

    Parameters
    ----------
    path : path-like
    article : str, optional
        The case to run it on, in place of the one that its first cell names.
    """
    import nbformat  # as late as this, since reading what notebooks say of themselves needs none of it
    from nbclient import NotebookClient

    book = nbformat.read(path, as_version=4)
    first = next(cell for cell in book.cells if cell.cell_type == "code")
    if article:
        first.source = ARTICLE_LINE.sub(f'ARTICLE = "{article}"', first.source)
    language = found[1] if (found := LANGUAGE_LINE.search(first.source)) else "en"
    for cell in book.cells:
        if cell.cell_type == "markdown":
            cell.source = prose(cell.source, language)
        cell.metadata = {"tags": tags} if (tags := cell.metadata.get("tags")) else {}
    client = NotebookClient(
        book,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(Path(path).parent)}},
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute(env={name: value for name, value in os.environ.items() if name != VARIABLE})
    own = {"claimbook": marks} if (marks := book.metadata.get("claimbook")) else {}
    book.metadata = {"kernelspec": book.metadata["kernelspec"], "language_info": {"name": "python"}} | own
    return book


def article_of(path: Path) -> str:
    """Return the case that a notebook's first code cell names, or an empty string."""
    cells = _plain(path)["cells"]
    first = next((cell["source"] for cell in cells if cell["cell_type"] == "code"), "")
    named = ARTICLE_LINE.search("".join(map(str, first)))
    return named[1] if named else ""


def published(folder: Path) -> list[Path]:
    """Return the numbered notebooks of a folder, in order."""
    return sorted(Path(folder).glob(PUBLISHED))


def executed_for(folder: Path, article: str, fingerprint: str) -> list[Path]:
    """Return the notebooks that were last executed on an article, as long as its data is what it was then."""
    written = [_target(path, article) for path in published(folder)]
    return [path for path in written if path.exists() and _fingerprint(path) == fingerprint]


def _fingerprint(path: Path) -> str:
    own = _plain(path)["metadata"].get("claimbook")
    return str(own.get("data", "")) if isinstance(own, dict) else ""


def _plain(path: Path) -> dict[str, Any]:
    """Return a notebook as the JSON that it is."""
    try:
        book = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (ValueError, RecursionError):
        book = None
    if not isinstance(book, dict) or not _is_notebook(book):
        raise Problems([f"{path}: is not a notebook; put it back or remove it"])
    return book


def _is_notebook(book: dict[str, Any]) -> bool:
    """Return whether JSON has the shape of a notebook: metadata, and cells with a type and a source."""
    cells = book.get("cells")
    return (
        isinstance(cells, list)
        and isinstance(book.get("metadata"), dict)
        and all(isinstance(cell, dict) and {"cell_type", "source"} <= cell.keys() for cell in cells)
        and all(isinstance(cell["source"], str | list) for cell in cells)
    )


def run_all(folder: Path, article: str, fingerprint: str, step: Callable[[int, int], None] | None = None) -> list[Path]:
    """Execute every numbered notebook of a folder on an article, and return the paths written.

    A notebook that names the article is written in place; for another article the result goes to
    ``build/<article>/``, so that the published notebooks stay as they are. One that was executed here before, and
    of which nothing has changed since, neither cells, data and code nor its result, is kept.
    """
    written, home = [], folder.parent
    for path in progress(published(folder), "running the notebooks", name=lambda path: path.stem):
        target = _target(path, article)
        if not is_kept(home, article, path.name, _state(path, target, fingerprint)):
            _run(path, target, article, fingerprint)
            keep(home, article, {path.name: _state(path, target, fingerprint)})
        written.append(target)
    return written


def _run(path: Path, target: Path, article: str, fingerprint: str) -> None:
    """Execute a notebook on an article, and write it with what it was executed on."""
    import nbformat

    target.parent.mkdir(parents=True, exist_ok=True)
    book = executed(path, article)
    book.metadata["claimbook"] = book.metadata.get("claimbook", {}) | {"article": article, "data": fingerprint}
    save(nbformat.writes(book) + "\n", target)


def _state(path: Path, target: Path, fingerprint: str) -> str:
    """Return a digest of all that bears on the result of a notebook, with that result."""
    packages = [f"{name} {version(name)}" for name in DRAWN_WITH]
    return digest(path, target, fingerprint, *packages)


def _target(path: Path, article: str) -> Path:
    """Return the path of a notebook once it is run on an article."""
    return path if article_of(path) == article else path.parent.parent / "build" / article / path.name
