"""Translations that translate nothing: the English was reworded in its table, which is then shown in English."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.case.article import load_article
from claimbook.tables.fault import Fault, Problems, fault_in
from claimbook.tables.files import read_text
from claimbook.tables.workspace import paths

SHOWN = 60  # characters of the English that a sentence repeats


def unmatched(home: Path) -> list[Fault]:
    """Return the rows of ``translations.csv`` whose English is in no table and no article of a workspace.

    The translations are shared by all articles. Where one of them cannot be read, nothing is known of its cells, and
    nothing is said.
    """
    path = home / "data" / "translations.csv"
    if not path.exists():
        return []
    try:
        rows, known = read_text(path, "translations"), set(_texts(home))
    except Problems:
        return []
    return [
        fault_in("translations", number, row, "en", _words(row["en"]))
        for number, row in enumerate(rows, 2)
        if row["en"] not in known
    ]


def _texts(home: Path) -> Iterator[str]:
    """Yield each cell of the tables of a workspace, and the words of its articles that are translated."""
    folders = [file.parent for file in sorted(home.glob("data/articles/[!.]*/article.toml"))]
    for name, path in sorted({pair for folder in folders for pair in paths(folder).items()}):
        if name != "translations" and path.exists():
            yield from (cell for row in read_text(path, name) for cell in row.values())
    for folder in folders:
        article = load_article(folder)
        yield from (article.period_reason, *(text for gap in article.missing for text in gap.values()))


def _words(english: str) -> str:
    start = english if len(english) <= SHOWN else f"{english[:SHOWN]}…"
    return f"“{start}” is in no table of any article; give the words of the cell as they are now, or delete the row"
