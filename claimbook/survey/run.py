"""Read all parts on Dask: on this machine, or with a scheduler at an address; a stopped run goes on."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.language.progress import progress
from claimbook.survey import families
from claimbook.survey.parts import SIZE, Part, plan
from claimbook.survey.texts import Columns
from claimbook.survey.write import Done, is_done, read_part, sweep
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from distributed import Client

MEMORY = "1GiB"  # of a worker, after which it is started again
# A worker reads for a second or two at a time; looking at itself a hundred times meanwhile only keeps it from that.
SELDOM = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.cycle": "10s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.worker-saturation": 1.0,  # none waits at one worker while another has nothing to do
    "logging.distributed": "error",
}


@dataclass(frozen=True)
class Means:
    """Who reads.

    Parameters
    ----------
    workers : int
        Processes on this machine; 0 for one a core.
    scheduler : str
        Address of a Dask scheduler to use instead; its workers need Claimbook, the input and the folder.
    memory : str
        Bound of a worker's memory on this machine, such as ``1GiB``.
    """

    workers: int = 0
    scheduler: str = ""
    memory: str = MEMORY


@dataclass
class Run:
    """What a run did.

    Parameters
    ----------
    parts, kept, swept : int
        Parts of the input; how many were there from an earlier run; how many left the folder with their input.
    documents, mentions, characters, faults : int
        Of what was read in this run.
    seconds : float
    """

    parts: int = 0
    kept: int = 0
    swept: int = 0
    documents: int = 0
    mentions: int = 0
    characters: int = 0
    faults: int = 0
    seconds: float = 0.0
    names: list[str] = field(default_factory=list)

    def add(self, done: Done) -> None:
        """Count a part that was read."""
        self.documents += done.documents
        self.mentions += done.mentions
        self.characters += done.characters
        self.faults += done.faults
        self.names.append(done.part)


def run(
    inputs: Sequence[str],
    to: str,
    columns: Columns | None = None,
    means: Means | None = None,
    size: int = SIZE,
    signed: bool = True,
) -> Run:
    """Read the numbers of all documents of some inputs into a folder of Parquet files.

    Parameters
    ----------
    inputs : sequence of str
        Folders of documents, JSON lines, Parquet, CSV, WARC and WET files, or fsspec addresses of them.
    to : str
        The folder of the survey. What is there already, from the same input and the same code, is kept.
    columns : Columns, optional
        What the columns of the inputs are called.
    means : Means, optional
        Who reads; this machine without it.
    size : int
        Bytes of a part, about.
    signed : bool
        Whether near copies of documents and sentences are to be found.

    Raises
    ------
    Problems
        If an input is not there, nothing can be read, or the scheduler does not answer.
    """
    return _run(inputs, to, columns or Columns(), means or Means(), size, signed)


def _run(inputs: Sequence[str], to: str, columns: Columns, means: Means, size: int, signed: bool) -> Run:
    import distributed  # noqa: F401  # whichever is missing is missed now, and not after hours of reading
    import duckdb  # noqa: F401

    begun = time.monotonic()
    parts = plan(inputs, size)
    if not parts:
        raise Problems(["nothing to read: no input has a document; give folders or files of documents"])
    done = Run(parts=len(parts), swept=sweep(to, parts))
    left = [part for part in parts if not is_done(part, to, columns, signed)]
    done.kept = len(parts) - len(left)
    if left:
        with connected(means) as client:
            for one in _read(client, left, to, columns, signed):
                done.add(one)
    if signed:
        families.write(to)
    done.seconds = time.monotonic() - begun
    return done


def _read(client: Client, parts: Sequence[Part], to: str, columns: Columns, signed: bool) -> Iterator[Done]:
    """Yield what each part had as soon as it is written; at the end, say which could not be."""
    from distributed import as_completed

    folder = str(Path(to).resolve())
    futures = {
        client.submit(attempt, part, folder, columns, signed, pure=False, key=f"survey-{part.name}"): part
        for part in parts
    }
    faults = []
    rate = _Rate(len(parts))
    for future in progress(as_completed(futures), "Reading documents", len(parts), lambda _: rate):
        one: Done | BaseException = future.exception() or future.result()
        if isinstance(one, BaseException):
            faults.append(f"{futures[future].names[0]}: this part could not be read ({one}); run it again")
        else:
            rate.add(one)
            yield one
        future.release()
    if faults:
        raise Problems(faults)


def attempt(part: Part, to: str, columns: Columns, signed: bool) -> Done | OSError:
    """Read a part; return what a full or locked disk says of it, which Dask would print with its traceback."""
    try:
        return read_part(part, to, columns, signed)
    except OSError as error:
        return error


class _Rate:
    """How fast documents are read, and how long the rest will take, in words."""

    def __init__(self, parts: int) -> None:
        self.parts, self.read, self.documents, self.begun = parts, 0, 0, time.monotonic()

    def add(self, done: Done) -> None:
        """Count a part that was read."""
        self.read += 1
        self.documents += done.documents

    def __str__(self) -> str:
        spent = max(time.monotonic() - self.begun, 0.001)
        left = spent / self.read * (self.parts - self.read) if self.read else 0
        return f"{self.documents} docs, {self.documents / spent:.0f}/s, {left:.0f} s left"


@contextmanager
def connected(means: Means) -> Iterator[Client]:
    """Connect to a scheduler, or start one with its workers on this machine."""
    import dask
    from distributed import Client, LocalCluster

    dask.config.set(SELDOM)
    if means.scheduler:
        try:
            client = Client(means.scheduler, timeout=10)
        except (OSError, ValueError) as error:
            raise Problems(
                [f"{means.scheduler}: no Dask scheduler answers there ({error}); give tcp://HOST:PORT"]
            ) from None
        with client:
            yield client
        return
    count = means.workers or os.cpu_count() or 1
    with (
        LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            memory_limit=means.memory,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
