"""The index of a folder: read once, and again only where a file changed."""

import json
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimbook import document
from claimbook.find.passage import Passage, passages_of, tokens
from claimbook.table import save

BATCH = 64  # documents that a process reads at a time


@dataclass(frozen=True)
class Index:
    """Passages, ready to be ranked.

    Parameters
    ----------
    passages : list of Passage
    unread : dict of str to str
        Files that could not be read, and why.
    """

    passages: list
    unread: dict

    @cached_property
    def bm25(self):
        """The lexical index of the passages."""
        import bm25s

        made = bm25s.BM25(method="lucene")
        made.index([tokens(passage.text) or [""] for passage in self.passages], show_progress=False)
        return made


def store_of(opened):
    """Return the file that keeps what was read for an article, a case or a draft."""
    return opened.home / "build" / opened.folder.resolve().name / "documents.jsonl"


def open_index(folder, store, progress=lambda items, total: items):
    """Read the documents of a folder, those that did not change since the last time from the store.

    Parameters
    ----------
    folder : path-like
        Read with all its folders; files of kinds that cannot be read are passed over.
    store : path-like
        File that keeps what was read.
    progress : callable
        Wraps an iterable of known length, to show how far it is.

    Returns
    -------
    Index
    """
    folder, store = Path(folder), Path(store)
    known = _known(store)
    stamps = {name: _stamp(folder / name) for name in _files(folder)}
    fresh = [name for name, stamp in stamps.items() if known.get(name, {}).get("stamp") != stamp]
    entries = {name: known[name] for name in stamps if name not in set(fresh)}
    for name, read in progress(_read_all(folder, fresh), len(fresh)):
        entries[name] = {"stamp": stamps[name], **read}
    if fresh or set(known) != set(entries):
        store.parent.mkdir(parents=True, exist_ok=True)
        save("\n".join(json.dumps({"name": n, **entries[n]}, ensure_ascii=False) for n in sorted(entries)), store)
    passages = [
        Passage(name, page, text, tuple(map(tuple, numbers)))
        for name in sorted(entries)
        for page, text, numbers in entries[name]["passages"]
    ]
    return Index(passages, {name: entry["why"] for name, entry in sorted(entries.items()) if entry.get("why")})


def _files(folder):
    found = (Path(home) / name for home, _, names in os.walk(folder) for name in names if not name.startswith("."))
    return sorted(str(path.relative_to(folder)) for path in found if path.suffix.lower() in document.KINDS)


def _stamp(path):
    told = path.stat()
    return f"{told.st_size}-{told.st_mtime_ns}"


def _known(store):
    """Return what the store keeps; one that cannot be read is made anew."""
    try:
        lines = store.read_text(encoding="utf-8").splitlines()
        return {entry.pop("name"): entry for entry in map(json.loads, lines)}
    except (OSError, ValueError, KeyError):
        return {}


def _read_all(folder, names):
    """Yield each name with what was read, in as many processes as there are processors."""
    batches = [names[at : at + BATCH] for at in range(0, len(names), BATCH)]
    if len(batches) < 2:
        for name in names:
            yield name, _read(folder, name)
        return
    with ProcessPoolExecutor() as pool:
        for batch, results in zip(batches, pool.map(_read_batch, [folder] * len(batches), batches), strict=True):
            yield from zip(batch, results, strict=True)


def _read_batch(folder, names):
    return [_read(folder, name) for name in names]


def _read(folder, name):
    """Read one document as plain lists; a fault of one is told and hinders no other."""
    try:
        found = passages_of(document.read(folder / name), name)
    except (document.Unreadable, OSError) as error:
        return {"passages": [], "why": str(error)}
    except Exception as error:  # a library's own fault on a strange file must not stop the other thousands
        return {"passages": [], "why": f"cannot be read ({type(error).__name__})"}
    return {"passages": [[passage.page, passage.text, passage.numbers] for passage in found]}
