"""Where things are: the workspace, an article's folder in it, the file of each table, and what is nobody else's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from claimbook.tables.fault import Problems

OWN_TABLES = ("mentions", "claims", "evidence", "searches", "checks", "rechecks")
SHARED_TABLES = ("sources", "figures", "computed")
OPTIONAL = (
    *SHARED_TABLES,
    "series",
    "translations",
    "rechecks",
)  # a new project has none yet; evidence would miss its figures
OWN_FOLDERS = ("data", "notebooks", "docs", ".claimbook")  # of a workspace: what somebody entered or brought
VARIABLE = "CLAIMBOOK_WORKSPACE"
MAKES = "`claimbook init DIR` makes one"
_CHOSEN: ContextVar[Path | None] = ContextVar("chosen", default=None)


def paths(folder: Path) -> dict[str, Path]:
    """Return the file of each table: an article's own beside its text, the shared ones with the sources."""
    own = {name: folder / f"{name}.csv" for name in OWN_TABLES}
    data = Path(folder).resolve().parent.parent  # of “.”, too, which has no parent by name
    shared = {name: data / "sources" / f"{name}.csv" for name in SHARED_TABLES}
    return own | shared | {name: data / f"{name}.csv" for name in ("series", "translations")}


def frozen(home: Path, name: str) -> Path:
    """Return the file with the cells of a frozen series."""
    return home / "data" / "series" / f"{name}.csv"


def project_of(folder: str | os.PathLike[str]) -> Path:
    """Return the workspace that holds an article's folder."""
    return Path(folder).resolve().parent.parent.parent


def folder_of(name: str | os.PathLike[str]) -> Path:
    """Return the folder of an article by its id, or by the folder itself.

    Raises
    ------
    Problems
        If there is no workspace.
    """
    given = Path(name)
    return given if (given / "article.toml").is_file() else home() / "data" / "articles" / given.name


def is_workspace(folder: Path) -> bool:
    """Return whether a folder is a workspace: it has ``data/articles``."""
    return (folder / "data" / "articles").is_dir()


@contextmanager
def working_in(folder: str | os.PathLike[str] | None) -> Iterator[None]:
    """Work in this workspace inside the block, wherever the working folder is; None leaves that to `home`."""
    before = _CHOSEN.set(Path(folder) if folder is not None else _CHOSEN.get())
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def home() -> Path:
    """Return the workspace: the one that was chosen, or the nearest at or above the working folder.

    ``--workspace`` chooses it, and so does the variable `VARIABLE`.

    Raises
    ------
    Problems
        If there is none.
    """
    named = os.environ.get(VARIABLE, "")
    for folder, by in ((_CHOSEN.get(), "--workspace"), (Path(named) if named else None, VARIABLE)):
        if folder is not None:
            if not is_workspace(folder):
                raise Problems([f"{by}: {folder} is no workspace, it has no folder data/articles; {MAKES}"])
            return folder.resolve()
    for folder in (Path.cwd(), *Path.cwd().parents):
        if is_workspace(folder):
            return folder
    raise Problems([f"no workspace in this folder or above; {MAKES}; change into it, or give --workspace DIR"])


def refuse_own(home: Path, folder: Path) -> None:
    """Raise `Problems` where what is made of an article would be written over what it is made from."""
    target, own = folder.resolve(), home.resolve()
    inside = any(target.is_relative_to(own / name) for name in OWN_FOLDERS)
    if target == own or inside or (target / "article.toml").exists():
        raise Problems([f"{folder}: holds what the article is made from; give a folder of its own"])


def hidden(home: Path) -> Path:
    """Return the workspace's hidden folder, which holds nothing that is published or versioned, and make it."""
    folder = home / ".claimbook"
    folder.mkdir(parents=True, exist_ok=True)
    if not (ignored := folder / ".gitignore").exists():
        ignored.write_text("*\n", encoding="utf-8")
    return folder


def cache_of(home: Path, article: str) -> Path:
    """Return the folder for what was read of an article's documents and sources, which is its owner's alone."""
    folder = home / ".claimbook" / "cache" / article
    with suppress(OSError):  # of another user, or on a disk that refuses: whoever writes there says so
        hidden(home)
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
