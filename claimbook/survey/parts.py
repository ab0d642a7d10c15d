"""What a survey reads, cut into parts: each is one unit of work, read and written by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimbook.document import KINDS
from claimbook.survey.keys import key
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SIZE = 4 << 20  # bytes of a part, where its input can be cut
COMPRESSED = r"(?:\.(?:gz|bz2|xz|zst))?$"
DATASETS = {
    "lines": re.compile(rf"\.(?:jsonl|ndjson){COMPRESSED}", re.I),
    "archive": re.compile(r"\.(?:warc|wet|warc\.wet)(?:\.gz)?$", re.I),
    "parquet": re.compile(r"\.parquet$", re.I),
}
TABLE = re.compile(rf"\.(?:csv|tsv){COMPRESSED}", re.I)
TAKES = "folders of documents, .jsonl, .parquet, .csv, .warc and .wet files are read"


@dataclass(frozen=True)
class Part:
    """A part of the input.

    Parameters
    ----------
    kind : str
        ``files``, ``lines``, ``parquet``, ``table`` or ``archive``.
    addresses, names : tuple of str
        What is opened, and what it is called in the rows: the path within the input, whatever folder that is in.
    first, last : int
        Bytes of JSON lines, or row groups of Parquet; both 0 for the whole.
    mark : str
        Size and time of change: a part that has another mark is read again.
    """

    kind: str
    addresses: tuple[str, ...]
    names: tuple[str, ...]
    first: int = 0
    last: int = 0
    mark: str = ""

    @property
    def name(self) -> str:
        """The name of the files with its rows: the same in every run over the same input."""
        return f"{key(repr((self.kind, self.names, self.first, self.last))):016x}"


def plan(inputs: Sequence[str], size: int = SIZE) -> list[Part]:
    """Return the parts of some inputs, in the order of their names.

    Parameters
    ----------
    inputs : sequence of str
        Folders, files or fsspec addresses of them.
    size : int
        Bytes of a part, about.

    Raises
    ------
    Problems
        With every input that is not there or cannot be read.
    """
    parts, faults = list[Part](), list[str]()
    for address in inputs:
        try:
            parts += _parts(address, size)
        except ImportError as error:  # of the package that fsspec has for such addresses
            faults.append(f"{address}: cannot be opened without another package ({error})")
        except (OSError, ValueError) as error:
            faults.append(f"{address}: cannot be opened ({error}); give a folder, a file or an address of one")
        except Problems as problems:
            faults += problems.sentences
    if faults:
        raise Problems(faults)
    return parts


def _parts(address: str, size: int) -> Iterator[Part]:
    from fsspec.core import url_to_fs

    files, path = url_to_fs(address)
    if files.isfile(path):
        info = files.info(path)
        yield from _dataset(files, info, path.rsplit("/", 1)[-1], size, "table" if TABLE.search(path) else "")
        return
    found = sorted(files.find(path, detail=True).values(), key=lambda one: str(one["name"]))
    if not found:
        raise Problems([f"{address}: is no file, and no folder with files; {TAKES}"])
    documents = []
    for info in found:
        name = info["name"][len(path) :].lstrip("/")
        special = info.get("type") == "other"  # a pipe or a device, at which a reader would wait
        if not special and (kind := _kind(name)):
            yield from _dataset(files, info, name, size, kind)
        elif special or any(name.lower().endswith(ending) for ending in KINDS):
            documents.append((info, name))
    yield from _gathered(files, documents, size)


def _kind(name: str) -> str:
    return next((kind for kind, ending in DATASETS.items() if ending.search(name)), "")


def _dataset(files: AbstractFileSystem, info: dict, name: str, size: int, kind: str = "") -> Iterator[Part]:
    """Yield the parts of one file of many documents; of one document, a part of its own."""
    kind = kind or _kind(name)
    address, mark = files.unstrip_protocol(info["name"]), _mark(info)
    if kind == "lines" and name.lower().endswith(("jsonl", "ndjson")):
        cuts = [*range(0, info["size"], size), info["size"]]
    elif kind == "parquet":
        cuts = list(_groups(files, info["name"], size))
    else:
        yield Part(kind or "files", (address,), (name,), mark=mark)
        return
    for first, last in pairwise(cuts):
        yield Part(kind, (address,), (name,), first, last, mark)


def _groups(files: AbstractFileSystem, path: str, size: int) -> Iterator[int]:
    """Yield the row groups of a Parquet file at which parts begin, and their number."""
    from pyarrow import ArrowInvalid, parquet

    with files.open(path, "rb") as file:
        try:
            about = parquet.ParquetFile(file).metadata
        except ArrowInvalid as error:
            raise Problems([f"{path}: is no Parquet file ({error}); write it again"]) from None
        yield 0
        held = 0
        for group in range(about.num_row_groups):
            held += about.row_group(group).total_byte_size
            if held >= size and group + 1 < about.num_row_groups:
                yield group + 1
                held = 0
        yield about.num_row_groups


def _gathered(files: AbstractFileSystem, documents: Sequence[tuple[dict, str]], size: int) -> Iterator[Part]:
    """Yield parts of small files together, each of about the given size."""
    held, chosen = 0, list[tuple[dict, str]]()
    for one in documents:
        chosen.append(one)
        held += one[0]["size"]
        if held >= size:
            yield _files(files, chosen)
            held, chosen = 0, []
    if chosen:
        yield _files(files, chosen)


def _files(files: AbstractFileSystem, chosen: Sequence[tuple[dict, str]]) -> Part:
    addresses = tuple(files.unstrip_protocol(info["name"]) for info, _ in chosen)
    marks = " ".join(_mark(info) for info, _ in chosen)
    return Part("files", addresses, tuple(name for _, name in chosen), mark=f"{key(marks):016x}")


def _mark(info: dict) -> str:
    """Return what changes when a file does."""
    when = next((info[name] for name in ("ETag", "etag", "mtime", "LastModified", "last_modified") if name in info), "")
    return f"{info['size']} {when}"
