"""``claimbook propose``: list checks that the article's own words suggest, or accept some of them."""

import argparse
import json
import re
from collections.abc import Mapping

from claimbook import propose
from claimbook.cli import common, terminal
from claimbook.propose import Proposal, Proposed
from claimbook.tables.vocabulary import CheckBasis


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("--accept", type=_numbers, metavar="1,3", help="write these proposals as rows")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> None:
    """List what is proposed, or accept some of it."""
    if options.accept:
        ids = propose.accept(options.article, options.accept)
        print(f"{', '.join(ids)}: added; read the words, the basis and what falls if it fails, and fix them")
        return
    proposed = propose.propose(options.article)
    if options.json:
        print(json.dumps([_plain(proposed, one) for one in _numbered(proposed)], ensure_ascii=False, indent=1))
        return
    print_proposals(proposed)


def _numbers(words: str) -> list[int]:
    """Read numbers of the list: 1,3."""
    if not re.fullmatch(r"\d{1,5}(?:\s*,\s*\d{1,5})*", words, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{words}” must be numbers of the list, such as 1,3")
    return [int(word) for word in words.split(",")]


def print_proposals(proposed: Proposed) -> None:
    """Print what is proposed, numbered."""
    count = len(proposed.proposals)
    words = f"{count} proposal{'' if count == 1 else 's'}" if count else "nothing to propose"
    terminal.say(f"{proposed.folder.name}: {words}" + ("; nothing counts until you --accept it" if count else ""))
    for number, proposal in _numbered(proposed).items():
        row = proposal.row
        terminal.say(f"\n{proposal.result.upper()}. {row['title']}: {proposal.filled}", f"{number}. ")
        terminal.say(f"{proposal.formula}", "   ")
        terminal.say(str(proposal.outcome), "   ")
        rests = f"; {row['basis']}: {row['reading']}" if row.get("basis", "") != CheckBasis.DEFINITION else ""
        terminal.say(f"Proposed because {proposal.why}{rests}.", "   ")
        for words in proposed.sentences(proposal):
            terminal.say(f"“{words}”", "   ")


def _numbered(proposed: Proposed) -> Mapping[int, Proposal]:
    return dict(enumerate(proposed.proposals, 1))


def _plain(proposed: Proposed, number: int) -> dict[str, object]:
    one = proposed.proposals[number - 1]
    return {
        "number": number,
        "table": one.table,
        "result": str(one.result),
        "formula": one.formula,
        "filled": one.filled,
        "says": {language: one.outcome.said(language) for language in ("en", "zh")},
        "why": {language: one.why.said(language) for language in ("en", "zh")},
        "sentences": proposed.sentences(one),
        "places": [list(place) for place in one.places],
        "row": one.row,
    }
