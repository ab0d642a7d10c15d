"""``claimbook find``: rank passages of your own documents for each claim, or accept one of them."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import document
from claimbook.cli import common, terminal
from claimbook.draft import draft
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from claimbook.find import Hit, Index


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("docs", help=f"folder of documents: {document.READ}")
    parser.add_argument("--claim", action="append", metavar="ID", help="this claim, repeatable; default all")
    parser.add_argument("--top", type=common.count, default=5, help="how many passages a claim")
    parser.add_argument("--also", metavar="WORDS", help="more words to look for, such as the metric's other name")
    parser.add_argument("--accept", type=common.count, metavar="N", help="add passage N of one --claim as a figure")
    parser.add_argument("--number", metavar="WORDS", help="with --accept: this number of the passage, as printed")


def run(options: argparse.Namespace) -> None:
    """Rank passages for each claim, or add one of them to the tables."""
    from claimbook import find

    opened, docs = draft.open_draft(options.article), Path(options.docs)
    _refuse(options, opened, docs)
    index = find.open_index(docs, find.store_of(opened, docs), _shown)
    for name, why in index.unread.items():
        terminal.warn(f"{name}: {why}; skipped")
    for name, why in index.cut.items():
        terminal.warn(f"{name}: {why}")
    if not find.maker():
        print(find.LOST, file=sys.stderr)
    if not index.passages and not index.sheets:
        raise Problems([f"{docs}: has no document that can be read; put pages, PDFs, texts or tables there"])
    asked = find.queries(opened.claims, opened.book, opened.searches)
    for name in options.claim or opened.claims:
        query = asked[name].also(options.also) if options.also else asked[name]
        hits = find.rank(index, query, most=max(options.top, options.accept or 0))
        if options.accept:
            _accept(opened, name, index, hits, options)
        else:
            terminal.print_hits(opened.claims[name], index, hits)


def _refuse(options: argparse.Namespace, opened: draft.Draft, docs: Path) -> None:
    """Raise `Problems` where the options do not fit the article or the disk."""
    if not docs.is_dir():
        raise Problems([f"{docs}: is not a folder; give the folder that holds your documents"])
    unknown = [name for name in options.claim or [] if name not in opened.claims]
    if unknown:
        raise Problems([f"--claim: there is no claim {', '.join(unknown)} in {opened.folder.name}; see claims.csv"])
    if options.accept and len(options.claim or []) != 1:
        raise Problems(["--claim: --accept needs exactly one; give an id such as c12"])


def _shown(items: Iterable, total: int) -> Iterable:
    """Show on a terminal how far the reading is."""
    from tqdm import tqdm

    return tqdm(items, total=total, unit=" documents", disable=None)


def _accept(opened: draft.Draft, name: str, index: "Index", hits: "Sequence[Hit]", options: argparse.Namespace) -> None:
    from claimbook import find

    if not 1 <= options.accept <= len(hits):
        raise Problems([f"--accept: there is no passage {options.accept}; {len(hits)} were found"])
    hit = hits[options.accept - 1]
    passage, number = index.shown(hit), hit.number
    if options.number is not None:
        number = next((one for one in passage.numbers if one.words == options.number), None)
        if number is None:
            there = ", ".join(f"“{one.words}”" for one in passage.numbers) or "none"
            raise Problems([f"--number: the passage prints no “{options.number}”; its numbers are {there}"])
    ids = find.accept(opened, opened.claims[name], passage, number, options.docs)
    terminal.print_passage(passage, number, "added: ")
    print(f"source {ids[0]}, figure {ids[1]}, evidence {ids[2]}: set its tier, its relation and its reason")
