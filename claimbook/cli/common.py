"""What several commands share: their arguments, and the folder they write to."""

import argparse
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from claimbook.case.case import Case, open_case
from claimbook.language.phrase import LANGUAGES
from claimbook.language.sentences import translated
from claimbook.language.speaking import speak, speaking, spoken
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import VARIABLE, refuse_own


def add_shared(parser: argparse.ArgumentParser) -> None:
    """Add what every command takes, before or after its name; `shared` reads it."""
    group = parser.add_argument_group(translated("for every command"))
    says = translated(f"work there; else in ${VARIABLE}, or here or above")
    group.add_argument("--workspace", metavar="DIR", help=says)
    says = translated("language of what is printed; else that of the locale")
    group.add_argument("--lang", choices=list(LANGUAGES), help=says)


def locale() -> str:
    """Return the language of the locale: Chinese where it is Chinese, else English."""
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if named.startswith("zh") else "en"


def opened(article: str, private: bool = False) -> Case:
    """Open a case; where Chinese is spoken, its own words are said in Chinese too."""
    case = open_case(article, private)
    speak(spoken()[0], case.book)
    return case


def shared(given: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return what every command takes, and the rest of the command line."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    add_shared(parser)
    ours, own = list(given), list[str]()
    if "--" in ours:  # what follows is not for us
        at = ours.index("--")
        ours, own = ours[:at], ours[at:]
    try:
        options, rest = parser.parse_known_args(ours)
    except argparse.ArgumentError:  # the parser of the command says what is wrong
        return argparse.Namespace(workspace=None, lang=None), [*ours, *own]
    return options, [*rest, *own]


def unusable(given: Sequence[str], workspace: str | None) -> str:
    """Return what keeps a command line from being used at all, or nothing."""
    if any("\0" in word for word in given):
        return "an argument holds the character NUL; leave it out"
    return "--workspace: is empty; name the folder" if workspace is not None and not workspace.strip() else ""


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


def target(case: Case, to: str) -> Path:
    """Return the folder that a command writes to; raise `Problems` where it is no place for that."""
    if not to.strip():
        raise Problems(["--to: is empty; name the folder"])
    try:
        refuse_own(case.home, Path(to))
    except (OSError, RuntimeError) as error:  # its name is too long, or it leads in a circle
        why = getattr(error, "strerror", None) or "a link leads in a circle"
        raise Problems([f"{to}: cannot be written ({why}); give another folder with --to"]) from None
    return Path(to)


def written(write: Callable[..., list[Path]], case: Case, to: str | None, *more: object) -> list[Path]:
    """Write into the folder that was given, or into the build folder of the article, and return the paths."""
    folder = case.home / "build" / case.article.id if to is None else target(case, to)
    try:
        with speaking("en"):  # what is published is the same wherever it is made; the page has both languages
            return write(case, folder, *more)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); give another folder with --to"]) from None
