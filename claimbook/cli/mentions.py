"""``claimbook mentions``: list the numbers of a text while it is read."""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimbook.cli import output
from claimbook.mention import described
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("file", help="a UTF-8 text, or - for standard input")


def run(options: argparse.Namespace) -> None:
    """List the numbers of a text while it is read, in memory that does not grow with it."""
    for row in _rows(options.file):
        print(output.as_json(row))


def _rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the numbers of a text; what goes wrong where they are printed is no fault of the file."""
    try:
        with _opened(name) as text:
            yield from described(text)
    except OSError as error:
        raise Problems([f"{name}: cannot be read ({error.strerror}); give the path of a text file"]) from None
    except UnicodeDecodeError:
        raise Problems([f"{name}: {_not_utf8(name)} is not UTF-8; save the file as UTF-8"]) from None


def _opened(name: str) -> io.TextIOWrapper:
    """Open a text or the standard input; line ends stay as they are, for offsets to be true."""
    if name != "-" and Path(name).exists() and not Path(name).is_file():
        raise Problems([f"{name}: is not a regular file; give the path of a text file, or - and pass it on"])
    source = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 (closed with its wrapper)
    return io.TextIOWrapper(source, encoding="utf-8", newline="")


def _not_utf8(name: str) -> str:
    """Say where a file is not UTF-8."""
    if name == "-":
        return "the input"
    try:
        Path(name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start}"
    return "a part of it"
