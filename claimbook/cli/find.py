"""``claimbook find``: rank passages of your own documents for each claim, or accept some of them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import document
from claimbook.cli import common, terminal
from claimbook.draft import draft
from claimbook.draft.lexicon import lexicon
from claimbook.language.phrase import phrase
from claimbook.language.sentences import translated
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Relation

if TYPE_CHECKING:
    from claimbook.find import Choice, Hit, Index, Number, Offer, Passage, Query

PROPOSED = "proposed"
ONE = re.compile(r"(?:([cs]\d{2,12}):)?0*([1-9]\d{0,5})", re.ASCII)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("docs", help=f"folder of documents: {document.READ}")
    parser.add_argument("--claim", action="append", metavar="ID", help="this claim, repeatable; default all")
    parser.add_argument("--top", type=common.count, default=5, help="how many passages a claim")
    parser.add_argument("--also", metavar="WORDS", help="more words to look for, such as the metric's other name")
    parser.add_argument(
        "--accept", type=_accepted, metavar="1,3", help="add these passages of each --claim as figures; or c12:1,c14:3"
    )
    parser.add_argument("--number", metavar="WORDS", help="with --accept of one: this number of it, as printed")
    parser.add_argument(
        "--relation", choices=[PROPOSED, *Relation], help="with --accept: what you judged it to be, having read it"
    )
    parser.add_argument("--reason", default="", help="with --relation: why; without it, the reason proposed")


def _accepted(words: str) -> list[tuple[str, int]]:
    """Read places of passages, each with the claim that it is of where that is named: 1,3 or c12:1,c14:3."""
    found = [ONE.fullmatch(word.strip()) for word in words.split(",")]
    if not all(found):
        raise argparse.ArgumentTypeError(f"“{words}” must be places of the list, such as 1,3 or c12:1,c14:3")
    return [(match[1] or "", int(match[2])) for match in found if match]


def run(options: argparse.Namespace) -> None:
    """Rank passages for each claim, or add some of them to the tables."""
    from claimbook import find

    opened, docs = draft.open_draft(options.article), Path(options.docs)
    _refuse(options, opened, docs)
    asked = find.queries(opened.claims, opened.book, opened.searches)
    index = find.open_index(docs, find.store_of(opened, docs), _shown, asked.values())
    _warn(index)
    if not index.passages and not index.sheets:
        raise Problems([f"{docs}: has no document that can be read; put pages, PDFs, texts or tables there"])
    if options.accept:
        _accept(opened, _choices(opened, index, asked, options), options)
        return
    own, book = str(draft.about(opened.folder).get("period", "")), lexicon(opened.home)
    for name in options.claim or opened.claims:
        claim, hits = opened.claims[name], _found(index, asked[name], options.top, options.also)
        offers = [find.offer_of(index, claim, hit, own, book) for hit in hits]
        terminal.print_offers(claim, offers, index.heads)


def _warn(index: Index) -> None:
    """Say on the standard error what was not read."""
    from claimbook import find

    for name, why in index.unread.items():
        terminal.warn(f"{name}: {translated(why)}{phrase('; skipped')}")
    for name, why in index.cut.items():
        terminal.warn(f"{name}: {why}")
    if not find.maker():
        terminal.warn(str(phrase(find.LOST)))


def _wanted(options: argparse.Namespace) -> dict[str, list[int]]:
    """Return the places to be accepted of each claim."""
    wanted: dict[str, list[int]] = {}
    for name, place in options.accept or ():
        for claim in [name] if name else options.claim:
            wanted.setdefault(claim, []).append(place)
    return wanted


def _refuse(options: argparse.Namespace, opened: draft.Draft, docs: Path) -> None:
    """Raise `Problems` where the options do not fit the article or the disk."""
    if not docs.is_dir():
        raise Problems([f"{docs}: is not a folder; give the folder that holds your documents"])
    named = [*(options.claim or ()), *(name for name, _ in options.accept or () if name)]
    if unknown := [name for name in named if name not in opened.claims]:
        raise Problems([f"--claim: there is no claim {', '.join(unknown)} in {opened.folder.name}; see claims.csv"])
    if any(not name for name, _ in options.accept or ()) and not options.claim:
        raise Problems(["--claim: --accept needs a claim; give --claim c12, or --accept c12:1"])
    if options.number is not None and sum(map(len, _wanted(options).values())) != 1:
        raise Problems(["--number: is of one passage; accept that one by itself"])
    if options.relation and not options.accept:
        raise Problems(["--relation: judges what is accepted; give --accept too"])
    if options.reason and not options.relation:
        raise Problems(["--reason: needs --relation; say what it is and why"])


def _shown(items: Iterable, total: int, what: str) -> Iterable:
    """Show on a terminal how far the reading is, and how long it will take."""
    from tqdm import tqdm

    return tqdm(items, total=total, unit=f" {what}", disable=None)


def _found(index: Index, query: Query, most: int, also: str | None) -> list[Hit]:
    """Return the best hits for what is looked for."""
    from claimbook import find

    return find.rank(index, query.also(also) if also else query, most=most)


def _choices(
    opened: draft.Draft, index: Index, asked: Mapping[str, Query], options: argparse.Namespace
) -> list[Choice]:
    """Return what is to be accepted of the passages found for each claim."""
    from claimbook import find

    choices = []
    for name, places in _wanted(options).items():
        found = _found(index, asked[name], max(options.top, *places), options.also)
        for place in places:
            if place > len(found):
                raise Problems([f"--accept: there is no passage {place}; {len(found)} were found for {name}"])
            passage = index.shown(found[place - 1])
            choices.append(find.Choice(opened.claims[name], passage, _number(passage, options.number)))
    return choices


def _number(passage: Passage, words: str | None) -> Number | None:
    """Return the number of a passage that is printed so; None where it is not asked for."""
    number = next((one for one in passage.numbers if one.words == words), None)
    if words is not None and number is None:
        there = ", ".join(f"“{one.words}”" for one in passage.numbers) or "none"
        raise Problems([f"--number: the passage prints no “{words}”; its numbers are {there}"])
    return number


def _accept(opened: draft.Draft, choices: list[Choice], options: argparse.Namespace) -> None:
    """Write the passages, and judge them where a relation is given."""
    from claimbook import find

    accepted = find.accept_all(opened, choices, options.docs)
    if options.relation:
        word = None if options.relation == PROPOSED else Relation(options.relation)
        find.judge(opened, [one.evidence for one in accepted], word, options.reason)
    for choice, one in zip(choices, accepted, strict=True):
        terminal.print_offer(one.offer, str(phrase("{claim} added: ", claim=choice.claim.id)))
        _say_ids(one.source, one.figure, one.evidence, one.offer, options.relation)


def _say_ids(source: str, figure: str, evidence: str, offer: Offer, relation: str | None) -> None:
    ids = phrase(
        "source {source}, figure {figure}, evidence {evidence}", source=source, figure=figure, evidence=evidence
    )
    if relation:
        terminal.say(phrase("{ids}: judged", ids=ids))
    elif offer.relation:
        words = "{ids}: confirm its tier, its relation and its reason; proposed: {relation}"
        terminal.say(phrase(words, ids=ids, relation=phrase(offer.relation)))
    else:
        terminal.say(phrase("{ids}: confirm its tier, its relation and its reason", ids=ids))
