"""The journal of a save of several files: one that was interrupted in the middle is finished by the next writer."""

import json
import os
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path

from claimbook.tables.sweep import UNFINISHED
from claimbook.tables.workspace import hidden


def journal_of(home: Path) -> Path:
    """Return the journal of a workspace; it is there only while files are renamed, or after that was interrupted."""
    return home / ".claimbook" / "journal"


@contextmanager
def noted(home: Path, moves: MutableMapping[Path, Path]) -> Iterator[None]:
    """Note the renames that follow in the block, so that they are all done once one of them may be.

    Parameters
    ----------
    home : Path
    moves : dict of Path to Path
        The files as written, each with its place; those that are done are taken out in the block. After an
        interruption they are left to the next writer; where the disk refuses, to the caller.
    """
    journal, fresh = journal_of(home), journal_of(home).with_suffix(".fresh")
    lines = [[os.path.relpath(one, home) for one in move] for move in moves.items()]
    hidden(home)
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(lines, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, journal)
    try:
        yield
    except OSError:
        journal.unlink(missing_ok=True)
        raise
    except BaseException:
        moves.clear()
        raise
    journal.unlink(missing_ok=True)


def finish(home: Path) -> None:
    """Finish a save that was interrupted; whoever holds the lock of the workspace may.

    A journal that names anything but unfinished files of the data is none of ours, and is removed.
    """
    journal = journal_of(home)
    if not journal.exists():
        return
    with suppress(OSError, ValueError, TypeError, RecursionError):
        moves = {home / fresh: home / place for fresh, place in json.loads(journal.read_text(encoding="utf-8"))}
        if _are_ours(home, moves):
            for fresh, place in moves.items():
                if fresh.exists():
                    os.replace(fresh, place)
    journal.unlink(missing_ok=True)


def _are_ours(home: Path, moves: Mapping[Path, Path]) -> bool:
    data = (home / "data").resolve()
    return all(
        UNFINISHED.fullmatch(fresh.name)
        and fresh.parent == place.parent
        and fresh.parent.resolve().is_relative_to(data)
        for fresh, place in moves.items()
    )
