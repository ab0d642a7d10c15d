"""Data that was found sound before: the same bytes are not validated again by the same code."""

from pathlib import Path

from claimbook.case.article import TEXT, TOML, Article, load_article
from claimbook.tables.files import read_text
from claimbook.tables.kept import digest, is_kept, keep
from claimbook.tables.schema import Row
from claimbook.tables.workspace import paths, project_of

NAME = "sound"  # of the note in the cache


def state_of(folder: Path) -> str:
    """Return a digest of an article, of its tables and of the code that validates them."""
    cells = sorted((project_of(folder) / "data" / "series").glob("*.csv"))
    return digest(folder / TOML, folder / TEXT, *paths(folder).values(), *cells)


def read_sound(folder: Path, state: str) -> tuple[Article, dict[str, list[Row]]] | None:
    """Read an article and its tables without asking what is wrong, if nothing was in this state; else return None."""
    if not is_kept(project_of(folder), folder.resolve().name, NAME, state):
        return None
    article = load_article(folder)
    tables = {name: read_text(path, name) if path.exists() else [] for name, path in paths(folder).items()}
    return (article, tables) if state_of(folder) == state else None  # somebody may have written in the meantime


def keep_sound(folder: Path, state: str) -> None:
    """Note that nothing is wrong with an article in this state, if it still is."""
    if state_of(folder) == state:
        keep(project_of(folder), folder.resolve().name, {NAME: state})
