"""The child process that reads documents: each comes in with what is known of it, and goes out page by page."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import BinaryIO

from claimbook.document.document import Document, Page, Unreadable
from claimbook.document.kinds import parse
from claimbook.document.page import shown

ABOUT = [field.name for field in fields(Document) if field.name != "pages"]
Say = Callable[..., None]


def serve(asked: BinaryIO, answers: BinaryIO, memory: int) -> None:
    """Read documents until no more are asked for.

    Parameters
    ----------
    asked : binary file
        For each document a line of JSON, with its size and the seconds that it may take, and then its bytes.
    answers : binary file
        For each document a line for each page as soon as it is read, and one that ends them.
    memory : int
        Bytes that the process may use.
    """

    def _say(**answer: object) -> None:
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()

    _limit("RLIMIT_AS", memory)
    _limit("RLIMIT_CORE", 0)
    while line := asked.readline():
        about = json.loads(line)
        raw = asked.read(about.pop("size"))
        _limit("RLIMIT_CPU", int(time.process_time()) + 1 + about.pop("seconds"))
        answer(raw, about, _say)


def answer(raw: bytes, about: dict[str, str], say: Say) -> None:
    """Read one document and say what it holds, or why it cannot be read; nothing that it raises gets any further."""
    kept: list[Page] = []

    def _keep(page: Page) -> None:
        kept.append(page)
        say(page=[page.label, page.text, page.rows, page.tables])

    try:
        if about.pop("want") == "shown":
            _keep(Page("", shown(raw, about["declared"])))
            return say(about={})
        found = parse(raw, **about, keep=_keep)
        for page in found.pages[len(kept) :]:
            _keep(page)
        say(about={name: getattr(found, name) for name in ABOUT})
    except Unreadable as error:
        say(unreadable=str(error))
    except ModuleNotFoundError as error:  # an extra is missing, which is no fault of the document
        say(missing=error.name)
    except MemoryError:
        say(full=True)
    except Exception as error:  # whatever a reader of PDFs, pages or workbooks raises over a broken or hostile one
        say(unreadable=f"could not be read ({type(error).__name__}); save it again, or as a text")


def _limit(name: str, most: int) -> None:
    """Set a limit of this process, where the system knows such limits."""
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Answer on what was the standard output, which nothing else may write to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked decides when to stop
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        with suppress(BrokenPipeError):  # who asked is gone
            serve(sys.stdin.buffer, answers, int(sys.argv[1]))


if __name__ == "__main__":
    main()
