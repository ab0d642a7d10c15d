"""The proposals that somebody has refused, kept in the workspace's hidden folder from one session to the next."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from claimbook.tables.workspace import hidden, project_of
from claimbook.tables.writer import OWN, save

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.propose.proposal import Proposal


def key_of(one: Proposal) -> str:
    """Return what names a proposal from one session to the next: its table and its formula."""
    return f"{one.table} {one.formula}"


def refused(folder: Path) -> set[str]:
    """Return the keys of the proposals that were refused of an article; none where their file is none of ours."""
    with suppress(OSError, ValueError, RecursionError):
        keys = json.loads(_file(folder).read_text(encoding="utf-8"))
        return {key for key in keys if isinstance(key, str)} if isinstance(keys, list) else set()
    return set()


def keep(folder: Path, keys: set[str]) -> None:
    """Keep the keys of what is refused; on a disk that takes nothing, they are known in this session alone."""
    path = _file(folder)
    with suppress(OSError):
        hidden(project_of(folder))
        path.parent.mkdir(exist_ok=True)
        save(json.dumps(sorted(keys), ensure_ascii=False, indent=1) + "\n", path, OWN)


def _file(folder: Path) -> Path:
    return project_of(folder) / ".claimbook" / "refused" / f"{folder.resolve().name}.json"
