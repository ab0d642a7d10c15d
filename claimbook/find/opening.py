"""Open a folder as an index: read once, and again only where a file changed; a reading that is stopped is kept."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimbook.find.cells import Sheet
from claimbook.find.folder import Entry, read_all, spread, stamps
from claimbook.find.index import Index
from claimbook.find.meaning import WIDTH, maker, vectors
from claimbook.find.passage import Number, Passage
from claimbook.find.promise import promising
from claimbook.find.query import Query
from claimbook.find.store import Meanings, keep, key, known
from claimbook.find.table import from_fields

BATCH = 32  # texts that a process encodes at a time
Item = TypeVar("Item")


class Progress(Protocol):
    """Wraps an iterable of known length, to show how far it is: so many of what there are."""

    def __call__(self, items: Iterable[Item], total: int, what: str) -> Iterable[Item]:  # noqa: D102
        ...


def _silent(items: Iterable[Item], total: int, what: str) -> Iterable[Item]:
    return items


def open_index(
    folder: str | PathLike[str],
    store: str | PathLike[str],
    progress: Progress = _silent,
    asked: Collection[Query] = (),
) -> Index:
    """Read the documents of a folder, those that did not change since the last time from the store.

    Parameters
    ----------
    folder : path-like
        Read with all its folders; files of kinds that cannot be read are passed over.
    store : path-like
        File that keeps what was read.
    progress : callable
        See `Progress`.
    asked : collection of Query
        Everything that will be looked for: of a large folder, only passages that may matter for it are compared by
        their meaning. Where nothing is, they are ranked by their words.
    """
    folder, store = Path(folder), Path(store)
    (kept, meanings), (now, unread) = known(store), stamps(folder)
    fresh = [name for name, stamp in now.items() if name not in kept or kept[name].get("stamp") != stamp]
    entries = {name: kept[name] for name in now.keys() - set(fresh)}
    changed = bool(fresh) or set(kept) != set(now)
    before = len(meanings)
    try:
        for name, read in progress(read_all(folder, fresh), len(fresh), "documents"):
            entries[name] = {"stamp": now[name], **read}
        index = _index(entries, unread)
        meanings.update(_meanings(index, asked, meanings, progress))
    except BaseException:  # stopped: the next time goes on from here
        _save(store, entries, meanings)
        raise
    if (changed or len(meanings) > before) and (why := _save(store, entries, meanings)):
        index.unread[store.name] = why
    _mean(index, meanings)
    return index


def _save(store: Path, entries: Mapping[str, Entry], meanings: Meanings) -> str:
    """Keep what was read, and return why it could not be, if so."""
    try:
        keep(store, entries, meanings)
    except OSError as error:
        return f"could not be saved ({error.strerror}); everything is read again next time"
    return ""


def _index(entries: Mapping[str, Entry], unread: Mapping[str, str]) -> Index:
    """Make the index of what was read, without meanings."""
    entries = dict(sorted(entries.items()))
    passages = [
        Passage(name, page, text, tuple(Number(*number) for number in numbers), goes_on=goes_on)
        for name, entry in entries.items()
        for page, text, numbers, goes_on in entry["passages"]
    ]
    unread = dict(unread) | {name: entry["why"] for name, entry in entries.items() if entry.get("why")}
    sheets = tuple(Sheet(from_fields(kept)) for entry in entries.values() for kept in entry["tables"])
    cut = {name: entry["cut"] for name, entry in entries.items() if entry.get("cut")}
    heads = {name: entry["head"] for name, entry in entries.items() if entry.get("head")}
    nothing = np.zeros((0, WIDTH), np.float32)
    return Index(passages, dict(sorted(unread.items())), nothing, np.zeros(0, np.intp), sheets, cut, heads)


def _meanings(
    index: Index, asked: Collection[Query], there: Meanings, progress: Progress
) -> Iterator[tuple[str, NDArray[np.float16]]]:
    """Yield the key and the vector of each text that is worth one and has none yet."""
    if not maker():
        return
    texts = {key(text): text for text in (index.passages[place].text for place in promising(index, asked))}
    fresh = [text for text in texts if text not in there]
    batches = [[texts[one] for one in fresh[at : at + BATCH]] for at in range(0, len(fresh), BATCH)]
    made = spread(vectors, batches) if len(batches) > 1 else map(vectors, batches)
    yield from progress(zip(fresh, (vector for batch in made for vector in batch), strict=True), len(fresh), "passages")


def _mean(index: Index, meanings: Meanings) -> None:
    """Give the passages of an index their meanings."""
    keys = [key(passage.text) for passage in index.passages]
    index.places = np.array([place for place, one in enumerate(keys) if one in meanings], np.intp)
    meant = np.array([meanings[keys[place]] for place in index.places], np.float32)
    index.vectors = np.nan_to_num(meant.reshape(len(index.places), WIDTH))
