"""``claimbook mentions``: list the numbers of a text while it is read."""

import argparse
import io
import sys
from pathlib import Path

from claimbook.cli import output
from claimbook.mention import described
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("file", help="a UTF-8 text, or - for standard input")


def run(options: argparse.Namespace) -> None:
    """List the numbers of a text while it is read, in memory that does not grow with it."""
    try:
        with _opened(options.file) as text:
            for row in described(text):
                print(output.as_json(row))
    except BrokenPipeError:  # an OSError too, but no fault of the file
        raise
    except OSError as error:
        raise Problems([f"{options.file}: cannot be read ({error.strerror}); give the path of a text file"]) from None
    except UnicodeDecodeError:
        raise Problems([f"{options.file}: {_not_utf8(options.file)} is not UTF-8; save the file as UTF-8"]) from None


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
