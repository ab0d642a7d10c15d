"""``claimbook pair``: list what a claim may mean over the frozen series, or accept one reading."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from claimbook.cli import common, output, terminal
from claimbook.draft import draft
from claimbook.language.phrase import phrase
from claimbook.language.sentences import translated
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Relation

if TYPE_CHECKING:
    from claimbook.propose import Paired, Pairing
    from claimbook.series.caveats import Beside

FEW = 3  # series that are named where nothing was read


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    common.claim(parser)
    parser.add_argument("--series", action="append", metavar="ID", help="only this series, repeatable")
    parser.add_argument("--accept", type=common.count, metavar="N", help="write this reading as a computed figure")
    parser.add_argument("--relation", choices=list(Relation), help="with --accept: what you judged it to be")
    parser.add_argument("--reason", default="", help="with --relation: why")
    parser.add_argument("--none", metavar="WHY", help="log that you looked and that no series fits, and why")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> None:
    """List the readings, accept one, or log that none fits."""
    from claimbook import propose

    opened = draft.open_draft(options.article)
    _refuse(options, opened)
    paired = propose.pair(opened, options.claim, options.series or ())
    if options.none:
        titles = list(dict.fromkeys(hit.series.title for hit in paired.ranked))[:FEW]
        search = propose.log_none(opened, opened.claims[options.claim], options.none, titles)
        terminal.say(f"search {search}: logged")
    elif options.accept:
        _accept(options, opened, paired)
    elif options.json:
        print(output.as_json(_plain(paired)))
    else:
        _show(options.claim, paired)


def _refuse(options: argparse.Namespace, opened: draft.Draft) -> None:
    """Raise `Problems` where the options do not fit the article or one another."""
    if options.claim not in opened.claims:
        raise Problems([f"{options.claim}: there is no such claim in {opened.folder.name}; see claims.csv"])
    if bool(options.relation) != bool(options.reason):
        raise Problems(["--relation: needs --reason, and the reverse; say what it is and why"])
    if options.relation and not options.accept:
        raise Problems(["--relation: judges what is accepted; give --accept too"])
    if options.none is not None and (options.accept or not options.none.strip()):
        raise Problems(["--none: says why no reading fits; give the reason, and no --accept"])


def _accept(options: argparse.Namespace, opened: draft.Draft, paired: Paired) -> None:
    from claimbook import propose

    if options.accept > len(paired.pairings):
        count = len(paired.pairings)
        raise Problems([f"--accept: there is no reading {options.accept}; {options.claim} has {count}"])
    relation = Relation(options.relation or Relation.UNJUDGED)
    chosen = paired.pairings[options.accept - 1]
    figure, evidence = propose.accept_pairing(opened, chosen, relation, options.reason)
    if options.relation:
        terminal.say(f"figure {figure}, evidence {evidence}")
    else:
        terminal.say(f"figure {figure}, evidence {evidence}: set its relation and its reason")


def _show(claim: str, paired: Paired) -> None:
    """Print the readings, numbered, and what could not be read."""
    count = len(paired.pairings)
    some = "1 reading; nothing counts until you --accept one" if count == 1 else ""
    some = some or f"{count} readings; nothing counts until you --accept one"
    terminal.say(phrase("{where}: {says}", where=claim, says=translated(some if count else "no reading")))
    for number, one in enumerate(paired.pairings, 1):
        _reading(number, one)
    for words in paired.refused:
        terminal.say(words, translated("not read: "))


def _reading(number: int, one: Pairing) -> None:
    from claimbook.propose.pairing import SAID
    from claimbook.series.agree import SAID as TRUTHS

    caveat, near = f"   {translated('caveat: ')}", f"   {translated('beside: ')}"
    said = phrase("{result}. {outcome}", result=SAID[one.result], outcome=one.outcome)
    terminal.say(said, f"{number}. ", above=1)
    terminal.say(one.formula, "   ")
    if one.formula != one.filled:
        terminal.say(f"= {one.filled}", "   ")
    terminal.say(phrase("{why}.", why=one.why), "   ")
    for words in one.caveats:
        terminal.say(str(words), caveat)
    for beside in one.beside.beside:
        value = f": {beside.result.said}" if beside.result else ""
        terminal.say(f"{beside.what}{value} [{TRUTHS[beside.truth]}]", near)
    for word in one.unread:
        terminal.say(f"“{word}” was not understood", caveat)


def _plain(paired: Paired) -> dict[str, object]:
    return {
        "readings": [_fields(number, one) for number, one in enumerate(paired.pairings, 1)],
        "refused": list(paired.refused),
        "series": [{"id": hit.series.id, "title": hit.series.title, "score": hit.score} for hit in paired.ranked],
    }


def _fields(number: int, one: Pairing) -> dict[str, object]:
    assert one.series and one.operation
    return {
        "number": number,
        "series": one.series.id,
        "vintage": one.series.vintage,
        "operation": one.operation.operation,
        "formula": one.formula,
        "filled": one.filled,
        "decides": one.result,
        "value": [f"{one.value.low:f}", f"{one.value.high:f}", one.value.unit] if one.value else None,
        "cells": [[cell.place, cell.period, cell.printed, cell.status] for cell in one.cells],
        "says": {language: one.outcome.said(language) for language in ("en", "zh")},
        "caveats": [{language: words.said(language) for language in ("en", "zh")} for words in one.caveats],
        "beside": [
            {
                "what": each.what.said("en"),
                "decides": str(each.truth),
                "says": str(each.result.said) if each.result else "",
            }
            for each in one.beside.beside
        ],
        "unread": list(one.unread),
    }


def _beside(one: Beside) -> dict[str, str]:
    says = one.result.said.said("en") if one.result else ""
    return {"what": one.what.said("en"), "decides": str(one.truth), "says": says}
