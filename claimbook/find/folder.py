"""Read the documents of a folder: which there are, and what each says; one that fails stops no other."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NotRequired, TypedDict, TypeVar

from claimbook import document
from claimbook.find.passage import Number, passages_of
from claimbook.find.source import head_of
from claimbook.find.table import tables_of

Part = TypeVar("Part")
Result = TypeVar("Result")
BATCH = 64  # documents that a process reads at a time
OURS = ("article.toml", "figures.csv")  # a folder that holds one is this project's own, and no evidence


class Entry(TypedDict):
    """What was read of a document, or why nothing was; who published it when, and what of it was not read.

    Passages are page, text, numbers and whether they go on in a paragraph; tables are the fields of `Table`.
    """

    passages: list[tuple[str, str, tuple[Number, ...], bool]]
    tables: list[dict[str, Any]]
    head: NotRequired[dict[str, str]]
    why: NotRequired[str]
    cut: NotRequired[str]
    stamp: NotRequired[str]


def stamps(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the documents of a folder by name, each with what changes when it changes, and what could not be read.

    Hidden files and folders, and the tables and articles of a project, are passed over; of other kinds, only the
    number of files is reported.

    Returns
    -------
    tuple of (dict of str to str, dict of str to str)
    """
    found: dict[str, str] = {}
    unread: dict[str, str] = {}
    refused: list[OSError] = []
    others, kinds = Counter[str](), document.readable()
    for home, inner, names in os.walk(folder, onerror=refused.append):
        inner[:] = sorted(name for name in inner if not name.startswith(".") and not _is_ours(Path(home) / name))
        for path in (Path(home) / name for name in names if not name.startswith(".")):
            if path.suffix.lower() not in kinds:
                others[path.suffix.lower() or "no ending"] += 1
                continue
            name = os.path.relpath(path, folder)
            if path.is_symlink() and not _is_inside(path, folder):
                unread[name] = "is a link out of the folder"
                continue
            try:
                info = path.stat()
            except OSError as error:
                unread[name] = f"could not be read ({error.strerror})"
                continue
            if stat.S_ISREG(info.st_mode):
                found[name] = f"{info.st_size}-{info.st_mtime_ns}"
            else:
                unread[name] = "is not a regular file"
    unread |= {os.path.relpath(one.filename, folder): f"could not be listed ({one.strerror})" for one in refused}
    for kind, count in sorted(others.items()):
        files = "1 file" if count == 1 else f"{count} files"
        unread[f"{files} ({kind})"] = f"skipped: {document.passed_over(kind)}"
    return found, unread


def _is_inside(link: Path, folder: Path) -> bool:
    """Return whether a link leads to a file of the folder itself, or nowhere."""
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # it leads in a circle
        return True


def _is_ours(folder: Path) -> bool:
    return any((folder / name).is_file() for name in OURS)


def read_all(folder: Path, names: list[str]) -> Iterator[tuple[str, Entry]]:
    """Yield each name with what was read, in as many processes as there are processors."""
    batches = [names[at : at + BATCH] for at in range(0, len(names), BATCH)]
    if len(batches) < 2:
        for name in names:
            yield name, read(folder, name)
        return
    done = 0
    try:
        for batch, results in zip(batches, spread(partial(_read_batch, folder), batches), strict=True):
            yield from zip(batch, results, strict=True)
            done += len(batch)
    except BrokenProcessPool:  # a file that ends its reader is found by reading the rest one by one
        yield from _read_apart(folder, names[done:])


def spread(work: Callable[[Part], Result], parts: Iterable[Part]) -> Iterator[Result]:
    """Yield the results of some work in order, done in as many processes as there are processors.

    Who stops taking them ends the work: what no process has begun is not waited for.
    """
    pool = ProcessPoolExecutor()
    try:
        yield from pool.map(work, parts)
    finally:
        pool.shutdown(cancel_futures=True)


def _read_batch(folder: Path, names: list[str]) -> list[Entry]:
    return [read(folder, name) for name in names]


def _read_apart(folder: Path, names: list[str]) -> Iterator[tuple[str, Entry]]:
    """Yield each name with what was read, by a reader that is replaced when a file ends it."""
    pool = ProcessPoolExecutor(1)
    for name in names:
        try:
            yield name, pool.submit(read, folder, name).result()
        except BrokenProcessPool:
            yield name, nothing("could not be read (its reader crashed)")
            pool = ProcessPoolExecutor(1)
    pool.shutdown()


def read(folder: Path, name: str) -> Entry:
    """Read one document as plain lists."""
    try:
        said = document.read(folder / name)
        found, tables = passages_of(said, name), tables_of(name, said)
    except (document.Unreadable, OSError) as error:
        return nothing(str(error))
    except ModuleNotFoundError:  # an extra is missing, which is no fault of the document
        raise
    except Exception as error:  # a library's own fault on a strange file must not stop the other thousands
        return nothing(f"could not be read ({type(error).__name__})")
    return {
        "passages": [(one.page, one.text, one.numbers, one.goes_on) for one in found],
        "tables": [{field.name: getattr(table, field.name) for field in fields(table)} for table in tables],
        "head": head_of(said, date.today())[0],
        "cut": said.cut,
    }


def nothing(why: str) -> Entry:
    """Return the entry of a document that could not be read."""
    return {"passages": [], "tables": [], "why": why}
