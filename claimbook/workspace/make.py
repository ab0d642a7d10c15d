"""Make a workspace: a folder with notebooks, empty tables, the codebook, and an example where that is asked for."""

from collections.abc import Iterator
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path

from claimbook.tables.fault import Problems
from claimbook.tables.workspace import SHARED_TABLES, is_workspace
from claimbook.tables.writer import csv_of, save
from claimbook.workspace.books import written

EXAMPLE = "hvpmag-heat-pumps"
NAMES = {"gitignore": ".gitignore"}  # a package leaves names with a dot behind
ARTICLES = Path("data", "articles", ".gitkeep")  # what makes it a workspace, also where no article is in it yet


def init(folder: str | Path, example: bool = False, language: str = "en") -> list[Path]:
    """Make a workspace, and return the files written.

    Parameters
    ----------
    folder : path-like
        New, or one without files of these names.
    example : bool
        Whether an article that is checked already comes with it.
    language : str
        Of the notebooks and of the README.

    Raises
    ------
    Problems
        If it is a workspace already, or a file would be overwritten.
    """
    if not str(folder).strip():
        raise Problems(["no folder is named; give one, or “.” for this one"])
    folder = Path(folder)
    if is_workspace(folder):
        raise Problems([f"{folder}: is a workspace already; `claimbook upgrade` brings it up to date"])
    own = dict(tree("chinese")) if language == "zh" else {}
    contents = template() | own | tables() | (dict(tree("example")) if example else {}) | {ARTICLES: b""}
    for name in filter(is_notebook, contents):
        contents[name] = written(contents[name], language, EXAMPLE if example and name.name[0].isdigit() else "")
    there = [folder / name for name, content in contents.items() if _differs(folder / name, content)]
    if there:
        raise Problems([f"{path}: is there already; move it away, or give another folder" for path in there])
    for name, content in contents.items():  # the mark of a workspace comes last: who is interrupted can start again
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save(content, folder / name)
    return [folder / name for name in contents]


def is_notebook(name: Path) -> bool:
    """Return whether a file of the template is a notebook."""
    return name.suffix == ".ipynb"


def template() -> dict[Path, bytes]:
    """Return the files that every workspace begins with, by their place in it."""
    return dict(tree("template"))


def tables() -> dict[Path, bytes]:
    """Return the shared tables without a row, by their place in a workspace."""
    places = {name: Path("data", "sources", f"{name}.csv") for name in SHARED_TABLES}
    places["translations"] = Path("data", "translations.csv")
    return {path: csv_of(name, []).encode() for name, path in places.items()}


def tree(name: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a folder of this package, by their place in a workspace."""
    return _walk(files("claimbook.workspace") / name, Path())


def _walk(folder: Traversable, place: Path) -> Iterator[tuple[Path, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        here = place / NAMES.get(entry.name, entry.name)
        if entry.is_dir():
            yield from _walk(entry, here)
        elif entry.is_file():
            yield here, entry.read_bytes()


def _differs(path: Path, content: bytes) -> bool:
    there = path.exists() or path.is_symlink()
    return there and not (path.is_file() and path.read_bytes() == content)
