"""What was read of a folder, kept for the next time: passages as JSON lines, and what texts mean beside them."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from claimbook.find.folder import Entry
from claimbook.find.meaning import WIDTH, maker
from claimbook.tables.workspace import cache_of
from claimbook.tables.writer import OWN, save_all

if TYPE_CHECKING:
    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft


READER = "5"  # changes when documents are read otherwise, so that what was read before is read again
Meanings: TypeAlias = dict[str, NDArray[np.float16]]  # the vector of each text that has one, by the text's key


def store_of(opened: Case | Draft, docs: str | PathLike[str]) -> Path:
    """Return the file that keeps what was read of a folder for an article, a case or a draft."""
    number = hashlib.sha256(str(Path(docs).resolve()).encode(errors="surrogateescape")).hexdigest()[:12]
    return cache_of(opened.home, opened.folder.resolve().name) / f"documents-{number}.jsonl"


def key(text: str) -> str:
    """Return by what the vector of a text is known: a text that comes twice has one."""
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def keep(store: Path, entries: Mapping[str, Entry], meanings: Meanings) -> None:
    """Write what was read, and the vectors of its texts, under a digest of both.

    Raises
    ------
    OSError
        If the disk refuses.
    """
    store.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(json.dumps({"name": name, **entry}) for name, entry in sorted(entries.items()))
    there = {key(text) for entry in entries.values() for _, text, *_ in entry["passages"]}
    keys = sorted(there & meanings.keys())
    meant = np.array([meanings[one] for one in keys], np.float16).reshape(len(keys), WIDTH)
    raw = io.BytesIO()
    np.savez(raw, keys=np.array(keys, "S32"), vectors=meant, digest=_digest(lines, meant), maker=f"{maker()} {READER}")
    save_all({store: lines, store.with_suffix(".npz"): raw.getvalue()}, mode=OWN)


def known(store: Path) -> tuple[dict[str, Entry], Meanings]:
    """Return what is kept, by the name of the document, and the vectors of its texts.

    Nothing is returned where it cannot be read or does not belong together.
    """
    try:
        lines = store.read_text(encoding="utf-8")
        entries = {entry.pop("name"): entry for entry in map(json.loads, lines.split("\n") if lines else ())}
        with np.load(store.with_suffix(".npz"), allow_pickle=False) as kept:
            keys, meant, digest, made_by = kept["keys"], kept["vectors"], str(kept["digest"]), str(kept["maker"])
        if made_by != f"{maker()} {READER}" or digest != _digest(lines, meant) or meant.shape != (len(keys), WIDTH):
            return {}, {}
        return entries, {one.decode(): vector for one, vector in zip(keys.tolist(), meant, strict=True)}
    except Exception:  # a damaged file raises whatever its reader meets first; it is made anew
        return {}, {}


def _digest(lines: str, meant: NDArray[np.float16]) -> str:
    return hashlib.sha256(lines.encode() + np.ascontiguousarray(meant).tobytes()).hexdigest()
