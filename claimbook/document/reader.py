"""Read documents in a child process with limits, so that none can end, hold up or fill the process that asks.

The child is kept for the next document, and replaced where a document has ended it.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from os import PathLike
from pathlib import Path
from stat import S_ISREG
from typing import IO, Any, cast

from claimbook.document.document import Document, Page, Unreadable
from claimbook.document.kinds import KINDS, MOST, PICTURES
from claimbook.document.stated import without_head

MEMORY = 2 * 2**30  # bytes that reading one document may take
SECONDS, EACH_MB, LONGEST = 30, 10, 180  # of processor time: for any document, for each MB of it, and at most
WAITING = 3  # how many times as long it may take on a machine that is busy with other things
HOME = Path(__file__).parent.parent.parent  # where the child finds this package
FULL = "needs more than {0:.3g} GB of memory"
Answers = list[dict[str, Any]]  # lines of the child; see `claimbook.document.child`


class Reader:
    """A child process that reads documents.

    Parameters
    ----------
    seconds : int
        Of processor time that a small document may take.
    memory : int
        Bytes that it may take; both are limits of the system where it has them.
    """

    def __init__(self, seconds: int = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._child: subprocess.Popen[bytes] | None = None
        self._owner, self._lock = 0, threading.Lock()

    def read(self, raw: bytes, kind: str = "", url: str = "", declared: str = "") -> Document:
        """Read bytes as a `Document`.

        Parameters
        ----------
        raw : bytes
        kind : str
            A value of `KINDS`, or a media type; what the bytes themselves show goes first.
        url : str
            Where they came from.
        declared : str
            The encoding that a server named.

        Raises
        ------
        Unreadable
            With the reason and the fix, if nothing of it can be read as text.
        ModuleNotFoundError
            If the package that reads such documents is not installed.
        """
        pages, last = self._asked(raw, want="document", kind=kind, url=url, declared=declared)
        if "cut" in last:
            if not pages:
                raise Unreadable(f"{last['cut']}; save only the part that you need")
            first = "page was" if len(pages) == 1 else f"{len(pages)} pages were"
            return Document(pages, url=url, cut=f"only the first {first} read: the rest {last['cut']}")
        return Document(pages, **last["about"])

    def shown(self, raw: bytes, declared: str = "") -> str:
        """Return all the text of a web page; see `claimbook.document.page.shown`."""
        pages, last = self._asked(raw, want="shown", declared=declared)
        if not pages:
            raise Unreadable(last["cut"])
        return pages[0].text

    def close(self) -> None:
        """End the child."""
        if self._child and self._owner == os.getpid():
            child = self._child
            self._forget()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()

    def _asked(self, raw: bytes, **about: str) -> tuple[tuple[Page, ...], dict[str, Any]]:
        """Return the pages that the child has read and its last words, or why they are missing as ``cut``."""
        seconds = min(self._seconds + len(raw) * EACH_MB // 2**20, max(LONGEST, self._seconds))
        with self._lock:
            answers, ended = self._answers(raw, about, seconds)
        pages = tuple(_page(*answer["page"]) for answer in answers if "page" in answer)
        last = answers[-1] if answers and "page" not in answers[-1] else {"cut": ended}
        if "unreadable" in last:
            raise Unreadable(last["unreadable"])
        if "missing" in last:
            raise ModuleNotFoundError(f"No module named {last['missing']!r}", name=last["missing"])
        return pages, {"cut": self._full()} if "full" in last else last

    def _answers(self, raw: bytes, about: dict[str, str], seconds: int) -> tuple[Answers, str]:
        """Return what the child answers, and why it ended where it did."""
        child, got, late = self._started(), Answers(), threading.Event()
        watch = threading.Timer(seconds * WAITING, _stop, (child, late))
        watch.daemon = True
        watch.start()
        done = False
        try:
            ask = json.dumps(about | {"size": len(raw), "seconds": seconds}).encode()
            for answer in self._lines(child, ask + b"\n" + raw):
                got.append(answer)
            done = bool(got) and "page" not in got[-1] and "full" not in got[-1]
        finally:
            watch.cancel()
            watch.join()
            if not done or late.is_set():
                child.kill()
                code = child.wait()
                self._forget()
        return got, "" if done else self._why(code, late.is_set(), seconds)

    @staticmethod
    def _lines(child: subprocess.Popen[bytes], ask: bytes) -> Iterator[dict[str, Any]]:
        """Ask, and yield what the child answers until it has ended the document or itself."""
        asked, answers = cast(IO[bytes], child.stdin), cast(IO[bytes], child.stdout)
        with suppress(BrokenPipeError):
            asked.write(ask)
            asked.flush()
            for line in answers:
                if not line.endswith(b"\n"):
                    return
                yield (answer := json.loads(line))
                if "page" not in answer:
                    return

    def _why(self, code: int, late: bool, seconds: int) -> str:
        """Say why a child ended, from the signal that ended it."""
        if late or code == -getattr(signal, "SIGXCPU", 0):
            return f"takes longer than {seconds} seconds to read"
        return self._full() if code == -signal.SIGABRT else "could not be read (its reader crashed)"

    def _full(self) -> str:
        return FULL.format(self._memory / 2**30)

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the child of this process; one that a fork has inherited belongs to another."""
        if self._owner != os.getpid() or self._child is None or self._child.poll() is not None:
            path = os.pathsep.join(filter(None, [*sys.path, str(HOME)]))
            command = [sys.executable, "-P", "-m", "claimbook.document.child", str(self._memory)]
            pipe, null = subprocess.PIPE, subprocess.DEVNULL
            self._child = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=null, env=os.environ | {"PYTHONPATH": path}
            )
            self._owner = os.getpid()
        return self._child

    def _forget(self) -> None:
        child, self._child = self._child, None
        for pipe in filter(None, (child.stdin, child.stdout) if child else ()):
            with suppress(OSError):
                pipe.close()


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


READER = Reader()
atexit.register(READER.close)


def read_bytes(raw: bytes, kind: str = "", url: str = "", declared: str = "") -> Document:
    """Read bytes as a `Document`; see `Reader.read`."""
    if len(raw) > MOST:
        raise Unreadable(f"is larger than {MOST // 2**20} MB; save only the part you need")
    return READER.read(raw, kind, url, declared)


def shown(raw: bytes, declared: str = "") -> str:
    """Return all the text of a web page; see `claimbook.document.page.shown`."""
    return READER.shown(raw, declared)


def read(path: str | PathLike[str]) -> Document:
    """Read a file as a `Document`.

    Raises
    ------
    Unreadable
        With the reason and the fix, if it cannot be read as text.
    OSError
        If the file cannot be opened.
    """
    path = Path(path)
    info = path.stat()
    if not S_ISREG(info.st_mode):
        raise Unreadable("is not a regular file; save what it holds as a file and give that")
    if info.st_size > MOST:
        size, most = f"{info.st_size / 2**20:,.0f}", MOST // 2**20
        raise Unreadable(f"is {size} MB; the limit is {most} MB; save only the part you need")
    found = read_bytes(path.read_bytes(), kind=(KINDS | PICTURES).get(path.suffix.lower(), ""))
    return found if found.title else replace(found, title=_titled(found, path))


def _titled(document: Document, path: Path) -> str:
    """Return the first line where it is short enough for a title, else the name of the file."""
    first = without_head(document.text[:4000]).lstrip("# \n").split("\n", 1)[0].strip()
    return first if 0 < len(first) <= 80 else path.stem.encode(errors="replace").decode()


def _page(label: str, text: str, rows: list[list[str]], tables: list[tuple[str, list[list[str]]]]) -> Page:
    """Return a page from what JSON made of it."""
    kept = tuple((title, tuple(map(tuple, cells))) for title, cells in tables)
    return Page(label, text, tuple(map(tuple, rows)), kept)
