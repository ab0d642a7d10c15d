"""What several commands share: their arguments, and the folder they write to."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from claimbook.case.case import Case
from claimbook.tables.fault import Problems


def article(parser: argparse.ArgumentParser) -> None:
    """Add the article that a command works on."""
    parser.add_argument("article", help="id of an article, or its folder")


def claim(parser: argparse.ArgumentParser) -> None:
    """Add the claim that a command works on."""
    parser.add_argument("claim", help="id of the claim, such as c12")


def to_folder(parser: argparse.ArgumentParser) -> None:
    """Add the folder that a command writes to."""
    parser.add_argument("--to", metavar="FOLDER", help="where to write; without it: build/<id> in the project")


def trust_proxy(parser: argparse.ArgumentParser) -> None:
    """Add whether a proxy may be asked for names that are not known here."""
    says = "let the proxy of this network look up hosts whose names are not known here"
    parser.add_argument("--trust-proxy", action="store_true", help=says)


def count(words: str) -> int:
    """Read a number of at least 1."""
    if not re.fullmatch(r"0*[1-9]\d{0,8}", words, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{words}” must be a whole number from 1")
    return int(words)


def written(write: Callable[..., list[Path]], case: Case, to: str | None, *more: object) -> list[Path]:
    """Write into the folder that was given, or into the build folder of the article, and return the paths."""
    folder = Path(to) if to else case.home / "build" / case.article.id
    try:
        return write(case, folder, *more)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); give another folder with --to"]) from None
