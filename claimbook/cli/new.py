"""``claimbook new``: freeze a text as an article, or replace the text of one."""

import argparse
import sys
from datetime import date

from claimbook import document
from claimbook.cli import common, terminal
from claimbook.draft import create, update
from claimbook.draft.name import proposed_id
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import home


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("source", help="a text, web page, PDF or workbook: a file, an address, or - for pasted text")
    parser.add_argument("--id", help="id of the article, such as my-article; without it, one is proposed")
    common.trust_proxy(parser)
    parser.add_argument("--update", action="store_true", help="replace the text of an article that exists")


def run(options: argparse.Namespace) -> None:
    """Freeze a text as an article, or replace its text, and say what comes next."""
    if options.id is not None:
        create.check_id(options.id)
    elif options.update:
        raise Problems(["--update: needs --id; say which article has the new text"])
    found, live = _source(options.source, options.trust_proxy)
    articles = home() / "data" / "articles"
    name = options.id or proposed_id(found, options.source, {path.name for path in articles.iterdir()}, date.today())
    folder = articles / name
    if found.cut:
        terminal.warn(f"{options.source}: {found.cut}")
    if options.update:
        terminal.print_update(update.update(found, folder), name)
        return
    read = "live" if live else "stored copy"
    try:
        folder = create.take_in(found, name, articles, read)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); fix this and try again"]) from None
    terminal.print_new(found, folder)


def _source(source: str, trusting: bool) -> tuple[document.Document, bool]:
    """Read a file, an address or the standard input, and say whether it was read on the live web."""
    try:
        if source == "-":
            return document.read_bytes(sys.stdin.buffer.read(document.MOST + 1)), False
        if source.startswith(("http://", "https://")):
            return _fetched(source, trusting), True
        return document.read(source), False
    except document.Unreadable as error:
        raise Problems([f"{source}: {error}"]) from None
    except OSError as error:
        raise Problems([f"{source}: cannot be read ({error.strerror}); give the path of a file"]) from None


def _fetched(address: str, trusting: bool) -> document.Document:
    from claimbook import web  # a file needs none of what it brings

    try:
        answer = web.Visitor(trusting=trusting).get(address)
    except web.Unvisited as error:
        raise Problems([f"{address}: {error}"]) from None
    if answer.status != 200:
        raise Problems([f"{address}: the server answers {answer.status}; save the page and give the file"])
    return document.read_bytes(answer.body, answer.kind, answer.url, answer.charset)
