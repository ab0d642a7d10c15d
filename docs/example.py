"""The example that `claimbook init --example` brings: one published article with the shared rows that it uses."""

import csv
import io
from pathlib import Path

from claimbook.case.case import Case, load_case
from claimbook.tables.writer import csv_of
from claimbook.workspace.make import EXAMPLE

HOME = Path(__file__).parent.parent
FOLDER = HOME / "claimbook" / "workspace" / "example"
OWN = ("article.txt", "article.toml", "mentions.csv", "claims.csv", "evidence.csv", "searches.csv", "checks.csv")


def files() -> dict[Path, str]:
    """Return the text of every file of the example, by its path."""
    case = load_case(HOME / "data" / "articles" / EXAMPLE)
    own = {name: (case.folder / name).read_text(encoding="utf-8") for name in OWN}
    shared = {f"sources/{name}.csv": csv_of(name, rows) for name, rows in _shared(case).items()}
    words = {cell for text in (*own.values(), *shared.values()) for cell in _cells(text)}
    used = [row for row in case.tables["translations"] if row["en"] in words or row["en"] in own["article.toml"]]
    contents = {f"articles/{EXAMPLE}/{name}": text for name, text in own.items()} | shared
    return {FOLDER / "data" / name: text for name, text in contents.items()} | {
        FOLDER / "data" / "translations.csv": csv_of("translations", used)
    }


def _shared(case: Case) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the shared tables that the article's evidence uses."""
    named = {row["figure"] for row in case.tables["evidence"]}
    parts = {part.id for name in named for part in case.figures[name].parts}
    figures = [row for row in case.tables["figures"] if row["figure"] in named | parts]
    pages = {row["source"] for row in figures}
    return {
        "sources": [row for row in case.tables["sources"] if row["source"] in pages],
        "figures": figures,
        "computed": [row for row in case.tables["computed"] if row["computed"] in named],
    }


def _cells(text: str) -> set[str]:
    return {cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row}
