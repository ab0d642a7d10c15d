"""``claimbook publish``: list what goes out, then copy exactly that."""

import argparse
from pathlib import Path

from claimbook.case.case import Case, open_case
from claimbook.cli import common, terminal
from claimbook.language.speaking import speaking
from claimbook.tables.fault import Problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("--to", metavar="FOLDER", help="copy it there; without it: only list what would go out")


def run(options: argparse.Namespace) -> None:
    """List what goes out, and copy it."""
    from claimbook.jupyter import run as notebooks
    from claimbook.workspace import publish

    case = open_case(options.article)
    publish.refuse(case)
    if options.to is not None:
        common.target(case, options.to)
    books = notebooks.executed_for(case.home / "notebooks", case.article.id, case.fingerprint)
    with speaking("en"):
        contents = publish.written(case, books)
    terminal.say(f"{case.article.id}: {len(contents)} files, {sum(map(len, contents.values())) / 1e6:.1f} MB")
    for name, content in contents.items():
        print(f"  {name:24} {len(content) / 1000:8,.1f} kB")
    for line in _about(case, bool(books)):
        terminal.say(line, "- ")
    if options.to is None:
        terminal.say("Nothing was copied; give --to FOLDER.")
        return
    try:
        publish.publish(contents, Path(options.to))
    except OSError as error:
        raise Problems([f"{options.to}: cannot be written ({error.strerror}); give another folder"]) from None
    terminal.say(f"Copied to {options.to}.")


def _about(case: Case, executed: bool) -> list[str]:
    """Say what of the sources goes out, what does not, and what is missing."""
    used = {source.id: source for item in case.evidence for source in item.figure.sources}
    private = sum(source.private for source in used.values())
    offline = [source.title for source in used.values() if not source.url and not source.private]
    lines = [f"public sources: {len(used) - private}, each by name and address with the words quoted of it"]
    if private:
        lines.append(f"private sources: {private}, with their numbers and tiers, without name, address or words")
    if offline:
        lines.append(f"named, though not on the web: {'; '.join(offline)}; “private” in sources.csv withholds them")
    if not executed:
        lines.append("without the notebooks, which were not run on this data; `claimbook build` runs them")
    return lines
