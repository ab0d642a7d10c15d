"""What was made before and from what, noted in the cache, so that the same is not made again."""

import hashlib
import json
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import claimbook
from claimbook.tables.workspace import cache_of
from claimbook.tables.writer import OWN, save_all

NOTES = "made.json"


def digest(*parts: str | Path) -> str:
    """Return a digest of texts and files and of the package's own code; a file that is not there counts as such."""
    return _digest([code(), sys.version, *parts])


def is_kept(home: Path, article: str, name: str, made_from: str) -> bool:
    """Return whether a thing of an article was last made from what has this digest."""
    return _notes(home, article).get(name) == made_from


def keep(home: Path, article: str, made_from: dict[str, str]) -> None:
    """Note the digests of what things were made from; where nothing can be written they are made anew each time."""
    notes = _notes(home, article) | made_from
    with suppress(OSError):
        save_all({cache_of(home, article) / NOTES: json.dumps(notes, indent=1)}, mode=OWN)


def _notes(home: Path, article: str) -> dict[str, str]:
    path = cache_of(home, article) / NOTES
    with suppress(OSError, ValueError, RecursionError):
        notes = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return notes if isinstance(notes, dict) else {}
    return {}


@cache
def code() -> str:
    """Return a digest of all files of the package."""
    package = Path(claimbook.__file__).parent
    return _digest(sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"))


def _digest(parts: list[str | Path] | list[Path]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        name, content = (
            (part.name, part.read_bytes() if part.is_file() else b"") if isinstance(part, Path) else ("", part.encode())
        )
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()
