"""Remove what a killed process left unfinished beside what it was writing."""

import re
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

UNFINISHED = re.compile(r"\..+\.unfinished-[0-9a-f]{8}")  # the names are made by `tables.writer.unfinished`
OLD = 3600  # seconds after which nobody is at work on a file any more
_SEEN: set[Path] = set()  # folders that this process has looked through


def sweep(data: Path) -> None:
    """Remove what is unfinished in the data of a workspace; who holds its lock is the only one who writes there."""
    articles = data / "articles"
    inside = articles.iterdir() if articles.is_dir() else ()
    for folder in (data, data / "sources", data / "series", articles, *(path for path in inside if path.is_dir())):
        _remove(folder, time.time() + OLD)


def sweep_old(folders: Iterable[Path]) -> None:
    """Remove what is unfinished and old in folders where no lock is held, such as ``build``; each once a process."""
    for folder in folders:
        if folder not in _SEEN:
            _SEEN.add(folder)
            _remove(folder, time.time() - OLD)


def _remove(folder: Path, before: float) -> None:
    """Remove what was last written before a time; what another user left stays, and is in nobody's way."""
    with suppress(OSError):
        for path in folder.iterdir() if folder.is_dir() else ():
            if UNFINISHED.fullmatch(path.name) and path.lstat().st_mtime < before:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
