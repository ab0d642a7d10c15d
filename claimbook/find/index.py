"""The index of a folder: read once, and again only where a file changed."""

import hashlib
import io
import json
import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from claimbook import document
from claimbook.find.meaning import WIDTH, vectors
from claimbook.find.passage import Number, Passage, passages_of, tokens
from claimbook.table import save_all

BATCH = 64  # documents that a process reads at a time
COLUMNS = ("data", "indices", "indptr")  # a sparse matrix with a column for each token


@dataclass(frozen=True)
class Index:
    """Passages, ready to be ranked.

    Parameters
    ----------
    passages : list of Passage
    unread : dict of str to str
        Files that could not be read, and why.
    vectors : numpy.ndarray of float32, (passages, `WIDTH`)
        What each passage means.
    """

    passages: list
    unread: dict
    vectors: np.ndarray

    @classmethod
    def of(cls, passages):
        """Make the index of passages that are at hand."""
        return cls(passages, {}, vectors([passage.text for passage in passages]).astype(np.float32))

    @cached_property
    def bm25(self):
        """The lexical index of the passages."""
        import bm25s

        made = bm25s.BM25(method="lucene")
        made.index([tokens(passage.text) or [""] for passage in self.passages], show_progress=False)
        return made

    def by_words(self, weights):
        """Return the BM25 score of each passage for some tokens, each with a weight."""
        scores = np.zeros(len(self.passages))
        if not self.passages:
            return scores
        data, places, ends = map(self.bm25.scores.get, COLUMNS)
        for word, weight in weights.items():
            if (column := self.bm25.vocab_dict.get(word)) is not None:
                inside = slice(ends[column], ends[column + 1])
                scores[places[inside]] += weight * data[inside]
        return scores


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
    entries = dict(sorted(entries.items()))
    meant = np.concatenate([np.zeros((0, WIDTH), np.float16), *(entry.pop("vectors") for entry in entries.values())])
    if fresh or set(known) != set(entries):
        _keep(store, entries, meant)
    passages = [
        Passage(name, page, text, tuple(Number(*number) for number in numbers))
        for name, entry in entries.items()
        for page, text, numbers in entry["passages"]
    ]
    unread = {name: entry["why"] for name, entry in entries.items() if entry.get("why")}
    return Index(passages, unread, meant.astype(np.float32))


def _files(folder):
    found = (Path(home) / name for home, _, names in os.walk(folder) for name in names if not name.startswith("."))
    return sorted(str(path.relative_to(folder)) for path in found if path.suffix.lower() in document.KINDS)


def _stamp(path):
    told = path.stat()
    return f"{told.st_size}-{told.st_mtime_ns}"


def _keep(store, entries, meant):
    """Write what was read, and beside it the vectors in the same order, under the digest of what they belong to."""
    store.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(json.dumps({"name": name, **entry}, ensure_ascii=False) for name, entry in entries.items())
    raw = io.BytesIO()
    np.savez(raw, vectors=meant, digest=_digest(lines))
    save_all({store: lines, store.with_suffix(".npz"): raw.getvalue()})


def _known(store):
    """Return what the store keeps; one that cannot be read, or whose two files do not belong together, is made anew."""
    try:
        lines = store.read_text(encoding="utf-8")
        entries = {entry.pop("name"): entry for entry in map(json.loads, lines.split("\n") if lines else ())}
        with np.load(store.with_suffix(".npz"), allow_pickle=False) as kept:
            meant, digest = kept["vectors"], str(kept["digest"])
        ends = np.cumsum([0, *(len(entry["passages"]) for entry in entries.values())])
        if digest != _digest(lines) or meant.shape != (ends[-1], WIDTH):
            return {}
        for entry, start, end in zip(entries.values(), ends, ends[1:], strict=False):
            entry["vectors"] = meant[start:end]
        return entries
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return {}


def _digest(lines):
    return hashlib.sha256(lines.encode()).hexdigest()


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
        return {"passages": [], "vectors": vectors([]), "why": str(error)}
    except Exception as error:  # a library's own fault on a strange file must not stop the other thousands
        return {"passages": [], "vectors": vectors([]), "why": f"cannot be read ({type(error).__name__})"}
    meant = vectors([passage.text for passage in found])
    return {"passages": [[passage.page, passage.text, passage.numbers] for passage in found], "vectors": meant}
