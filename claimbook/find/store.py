"""What was read of a folder, kept for the next time: passages as JSON lines, and what they mean beside them."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimbook.find.folder import Entry
from claimbook.find.meaning import WIDTH, maker
from claimbook.tables.workspace import cache_of
from claimbook.tables.writer import OWN, save_all

if TYPE_CHECKING:
    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft


READER = "2"  # changes when documents are read otherwise, so that what was read before is read again


def store_of(opened: Case | Draft, docs: str | PathLike[str]) -> Path:
    """Return the file that keeps what was read of a folder for an article, a case or a draft."""
    number = hashlib.sha256(str(Path(docs).resolve()).encode(errors="surrogateescape")).hexdigest()[:12]
    return cache_of(opened.home, opened.folder.resolve().name) / f"documents-{number}.jsonl"


def keep(store: Path, entries: Mapping[str, Entry], meant: NDArray[np.float16]) -> None:
    """Write what was read and, in the same order, the vectors, under a digest of both.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    store.parent.mkdir(parents=True, exist_ok=True)
    bare = ({"name": name, **entry, "vectors": None} for name, entry in entries.items())
    lines = "\n".join(map(json.dumps, bare))
    raw = io.BytesIO()
    np.savez(raw, vectors=meant, digest=_digest(lines, meant), maker=f"{maker()} {READER}")
    save_all({store: lines, store.with_suffix(".npz"): raw.getvalue()}, mode=OWN)


def known(store: Path) -> dict[str, Entry]:
    """Return what is kept, by the name of the document; nothing where it cannot be read or does not belong together."""
    try:
        lines = store.read_text(encoding="utf-8")
        entries = {entry.pop("name"): entry for entry in map(json.loads, lines.split("\n") if lines else ())}
        with np.load(store.with_suffix(".npz"), allow_pickle=False) as kept:
            meant, digest, made_by = kept["vectors"], str(kept["digest"]), str(kept["maker"])
        ends = np.cumsum([0, *(len(entry["passages"]) for entry in entries.values())])
        if made_by != f"{maker()} {READER}" or digest != _digest(lines, meant) or meant.shape != (ends[-1], WIDTH):
            return {}
        for entry, start, end in zip(entries.values(), ends, ends[1:], strict=False):
            entry["vectors"] = meant[start:end]
        return entries
    except Exception:  # a damaged file raises whatever its reader meets first; it is made anew
        return {}


def _digest(lines: str, meant: NDArray[np.float16]) -> str:
    return hashlib.sha256(lines.encode() + np.ascontiguousarray(meant).tobytes()).hexdigest()
