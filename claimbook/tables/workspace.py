"""Where things are: the workspace of an article, its folder, and the file of each table."""

import os
from pathlib import Path

from claimbook.tables.fault import Problems

OWN_TABLES = ("mentions", "claims", "evidence", "searches", "checks", "rechecks")
SHARED_TABLES = ("sources", "figures", "computed")
OPTIONAL = (*SHARED_TABLES, "translations", "rechecks")  # a new project has none yet; evidence would miss its figures


def paths(folder: Path) -> dict[str, Path]:
    """Return the file of each table: an article's own beside its text, the shared ones with the sources."""
    own = {name: folder / f"{name}.csv" for name in OWN_TABLES}
    data = Path(folder).resolve().parent.parent  # of “.”, too, which has no parent by name
    shared = {name: data / "sources" / f"{name}.csv" for name in SHARED_TABLES}
    return own | shared | {"translations": data / "translations.csv"}


def project_of(folder: str | os.PathLike[str]) -> Path:
    """Return the project's folder, which holds an article's folder."""
    return Path(folder).resolve().parent.parent.parent


def folder_of(name: str | os.PathLike[str]) -> Path:
    """Return the folder of an article by its id, or by the folder itself.

    Raises
    ------
    Problems
        If there is no ``data/articles`` at or above the working folder.
    """
    given = Path(name)
    return given if (given / "article.toml").is_file() else home() / "data" / "articles" / given.name


def home() -> Path:
    """Return the project's folder: the nearest at or above the working folder that has ``data/articles``.

    Raises
    ------
    Problems
        If there is none.
    """
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "data" / "articles").is_dir():
            return folder
    raise Problems(["no folder data/articles here or above; change into the project"])
