"""All that a reader is given: the page, the notebooks and the formats in one folder, and the index above it."""

from collections.abc import Sequence
from pathlib import Path

from claimbook import export
from claimbook.case.case import Case
from claimbook.page.index import articles, write_index
from claimbook.page.notebooks import write_notebooks
from claimbook.page.render import write


def write_site(case: Case, folder: str | Path, books: Sequence[Path]) -> list[Path]:
    """Write page, notebooks and formats into a folder; return the paths, the page first.

    Where the folder has the article's name and other articles were reported beside it, the index above them is last.

    Parameters
    ----------
    case : Case
    folder : path-like
    books : sequence of path-like
        Notebooks executed on the case, in order.
    """
    above = Path(folder).resolve().parent
    named = Path(folder).resolve().name == case.article.id
    beside = named and any(other["id"] != case.article.id for other in articles(above))
    links = {"The working": [f"{path.stem}.html" for path in books], "For other tools": list(export.FORMATS)}
    first = write(case, folder, links | ({"All articles": ["../index.html"]} if beside else {}))
    written = [first, *write_notebooks(books, folder, case.article.title, case), *export.write_all(case, folder)]
    index = write_index(above) if beside else None
    return [*written, index] if index else written
