"""Publish the check of an article: its page and the files beside it, and nothing else."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from claimbook import page
from claimbook.case.case import Case
from claimbook.judge.verdict import Label
from claimbook.tables.fault import Problems
from claimbook.tables.writer import save_all


def refuse(case: Case) -> None:
    """Raise `Problems` where a check is not finished: claims that are in work, or at which nobody has looked."""
    open_ = [*case.in_work, *(name for name, one in case.verdicts.items() if one.verdict is Label.UNCHECKED)]
    if open_ or case.gaps:
        which = f" ({', '.join(open_[:9])}{', …' if len(open_) > 9 else ''})" if open_ else ""
        raise Problems([f"{case.article.id}: is not finished{which}; `claimbook validate {case.article.id}` says more"])


def written(case: Case, books: Sequence[Path]) -> dict[str, bytes]:
    """Return what goes out, by name: the page, the notebooks as pages, the formats for other tools.

    Parameters
    ----------
    case : Case
        Loaded without the words of private sources.
    books : sequence of Path
        Notebooks executed on it, in order.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = page.write_site(case, Path(folder) / case.article.id, books)
        return {path.name: path.read_bytes() for path in paths}


def publish(contents: dict[str, bytes], folder: Path) -> list[Path]:
    """Copy what goes out into a folder, which is made; whatever else is in it stays."""
    folder.mkdir(parents=True, exist_ok=True)
    save_all({folder / name: content for name, content in contents.items()})
    return [folder / name for name in contents]
