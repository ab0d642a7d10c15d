"""What the names of series mean, kept in a workspace, so that it is not computed each time they are looked through."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from claimbook.find.meaning import maker, vectors
from claimbook.find.store import key
from claimbook.tables.workspace import hidden
from claimbook.tables.writer import save

Meaning: TypeAlias = Callable[[Sequence[str]], NDArray[np.floating]]
MOST = 20_000  # texts that are kept
NAME = "series.npz"


def remembered(home: Path | None) -> Meaning:
    """Return what makes the vectors of texts, those kept in a workspace first; without one it keeps nothing."""
    if home is None:
        return vectors

    def _vectors(texts: Sequence[str]) -> NDArray[np.floating]:
        store = hidden(home) / NAME
        kept = _read(store)
        new = list(dict.fromkeys(text for text in texts if key(text) not in kept))
        if new:
            made = vectors(new).astype(np.float16)
            kept |= {key(text): vector for text, vector in zip(new, made, strict=True)}
            _keep(store, dict(list(kept.items())[-MOST:]))
        return np.array([kept[key(text)] for text in texts])

    return _vectors


def _read(store: Path) -> dict[str, NDArray[np.floating]]:
    """Return what is kept; nothing where it cannot be read or another model made it."""
    with suppress(Exception), np.load(store, allow_pickle=False) as found:  # a damaged file is made anew
        if str(found["maker"]) == maker():
            return dict(zip(found["keys"].tolist(), found["vectors"], strict=True))
    return {}


def _keep(store: Path, kept: dict[str, NDArray[np.floating]]) -> None:
    raw = io.BytesIO()
    np.savez(raw, keys=np.array(list(kept)), vectors=np.array(list(kept.values()), np.float16), maker=maker())
    with suppress(OSError):  # on a disk that refuses it is made each time
        save(raw.getvalue(), store)
