"""``claimbook propose``: list what rules or a language model propose, or accept some of it."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.cli import common, model, terminal
from claimbook.draft import draft
from claimbook.language.phrase import phrase, say
from claimbook.language.speaking import spoken
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import CheckBasis, Relation

if TYPE_CHECKING:
    from claimbook.propose import Proposal, Proposed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common.article(parser)
    parser.add_argument("claim", nargs="?", help="id of a claim: computed figures for it; without one, checks")
    parser.add_argument("--docs", help="with a claim: folder of documents whose tables are computed with")
    parser.add_argument("--accept", type=_wanted, metavar="1,3", help="write these proposals, of rules or of a model")
    parser.add_argument("--refuse", type=_wanted, metavar="p001", help="put these proposals of a model away")
    parser.add_argument("--relation", choices=list(Relation), help="with --accept: what you judged it to be")
    parser.add_argument("--reason", default="", help="with --relation: why")
    parser.add_argument("--json", action="store_true", help="print JSON")
    model.add_arguments(parser)


def run(options: argparse.Namespace) -> int | None:
    """List what is proposed, accept some of it, or ask a model."""
    if options.server:
        return model.ask(options)
    if options.trust:
        model.print_trust(options.article)
    elif options.refuse or any(isinstance(one, str) for one in options.accept or ()):
        _decide(options)
    else:
        _list(options)
    return None


def _decide(options: argparse.Namespace) -> None:
    """Accept or refuse proposals of a model."""
    wanted = options.refuse or options.accept
    if not all(isinstance(one, str) for one in wanted):
        raise Problems(["--accept: give numbers of checks, or ids such as p001 of a model's proposals, not both"])
    model.decide(options, wanted, bool(options.refuse))


def _list(options: argparse.Namespace) -> None:
    """List what rules and models propose, or accept what rules propose."""
    from claimbook import propose

    if options.claim:
        _for_claim(options)
    elif options.accept:
        ids = propose.accept(options.article, options.accept)
        words = "{ids}: added; read the words, the basis and what falls if it fails, and fix them"
        terminal.say(phrase(words, ids=", ".join(ids)))
    else:
        _show(propose.propose(options.article), options.json)
        if not options.json:
            model.print_open(options.article)


def _show(proposed: Proposed, as_json: bool) -> None:
    if as_json:
        print(json.dumps([_plain(proposed, one) for one in _numbered(proposed)], ensure_ascii=False, indent=1))
    else:
        print_proposals(proposed)


def _for_claim(options: argparse.Namespace) -> None:
    """List the computed figures that a claim may mean, or accept one of them."""
    from claimbook import propose

    opened = draft.open_draft(options.article)
    if options.claim not in opened.claims:
        raise Problems([f"{options.claim}: there is no such claim in {opened.folder.name}; see claims.csv"])
    if options.docs and not Path(options.docs).is_dir():
        raise Problems([f"--docs: {options.docs} is not a folder; give the folder that holds your documents"])
    if bool(options.relation) != bool(options.reason):
        raise Problems(["--relation: needs --reason, and the reverse; say what it is and why"])
    proposed = propose.for_claim(opened, options.claim, options.docs)
    if not options.accept:
        _show(proposed, options.json)
        return
    for number in options.accept:
        if not 1 <= number <= len(proposed.proposals):
            raise Problems([f"--accept: there is no proposal {number}; {options.claim} has {len(proposed.proposals)}"])
        chosen = proposed.proposals[number - 1]
        relation = Relation(options.relation or Relation.UNJUDGED)
        name, evidence = propose.accept_change(opened, chosen, options.docs, relation, options.reason)
        said = phrase("computed figure {name}, evidence {evidence}", name=name, evidence=evidence)
        terminal.say(said if options.relation else phrase("{ids}: set its relation and its reason", ids=said))


def _wanted(words: str) -> list[int | str]:
    """Read numbers of the list, 1,3, or ids of a model's proposals, p001,p003."""
    if re.fullmatch(r"p\d{2,12}(?:\s*,\s*p\d{2,12})*", words, re.ASCII):
        return [word.strip() for word in words.split(",")]
    if not re.fullmatch(r"\d{1,5}(?:\s*,\s*\d{1,5})*", words, re.ASCII):
        raise argparse.ArgumentTypeError(f"“{words}” must be numbers of the list, such as 1,3")
    return [int(word) for word in words.split(",")]


def print_proposals(proposed: Proposed) -> None:
    """Print what is proposed, numbered."""
    shown = _numbered(proposed)
    words = "{folder}: {n} proposed; nothing counts until you --accept it" if shown else "{folder}: nothing to propose"
    terminal.say(phrase(words, folder=proposed.folder.name, n=len(shown)))
    for number, proposal in shown.items():
        _print(proposed, number, proposal)
    if left := len(proposed.proposals) - len(shown):
        terminal.say(phrase("Refused in the form, and left out: {n}", n=left), above=1)


def _print(proposed: Proposed, number: int, proposal: Proposal) -> None:
    row, (language, _) = proposal.row, spoken()
    title = say(phrase(row.get("title") or row["metric"]), language, proposal.chinese)
    terminal.say(f"{str(phrase(proposal.result)).upper()}. {title}: {proposal.filled}", f"{number}. ", above=1)
    terminal.say(proposal.formula, "   ")
    terminal.say(proposal.outcome, "   ")
    terminal.say(phrase("Proposed because {why}.", why=proposal.why), "   ")
    if row.get("basis") not in (None, CheckBasis.DEFINITION):
        reading = say(phrase(row["reading"]), language, proposal.chinese)
        terminal.say(phrase("{basis}: {reading}", basis=phrase(row["basis"]), reading=reading), "   ")
    for words in proposed.sentences(proposal):
        terminal.say(f"“{words}”", "   ")


def _numbered(proposed: Proposed) -> Mapping[int, Proposal]:
    """Return the proposals by their numbers, without those that somebody has refused in the form."""
    from claimbook.propose.refusals import key_of, refused

    away = refused(proposed.folder)
    return {at: one for at, one in enumerate(proposed.proposals, 1) if key_of(one) not in away}


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
