"""All that a reader is given, in one folder: the page, the notebooks, the formats for other tools."""

from collections.abc import Sequence
from pathlib import Path

from claimbook import export
from claimbook.case.case import Case
from claimbook.page.notebooks import write_notebooks
from claimbook.page.render import write


def write_site(case: Case, folder: str | Path, books: Sequence[Path]) -> list[Path]:
    """Write page, notebooks and formats into a folder; return the paths, the page first.

    Parameters
    ----------
    case : Case
    folder : path-like
    books : sequence of path-like
        Notebooks executed on the case, in order.
    """
    links = {"The working": [f"{path.stem}.html" for path in books], "For other tools": list(export.FORMATS)}
    first = write(case, folder, links)
    return [first, *write_notebooks(books, folder, case.article.title), *export.write_all(case, folder)]
