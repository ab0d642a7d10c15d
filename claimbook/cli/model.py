"""``claimbook propose --with``: ask a language model, and decide about what it proposed."""

from __future__ import annotations

import argparse
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.cli import common, output, terminal
from claimbook.draft import draft
from claimbook.language.sentences import translated
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from claimbook.model import Plan, Report, Server, What
    from claimbook.tables.schema import Row

FEW = 40  # what was put aside, a line each; the rest is counted
NOBODY = "nothing was sent, since nobody was there to confirm it; give --yes to send it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what asking a language model takes."""
    asking = parser.add_argument_group(translated("with a language model"))
    asking.add_argument(
        "--with", dest="server", metavar="ADDRESS", help="ask the model at this address, if you confirm"
    )
    asking.add_argument("--model", default="", help="with --with: the name of the model")
    asking.add_argument(
        "--what", default="claims,statements", metavar="WHAT", help="claims, statements, evidence or checks, by commas"
    )
    asking.add_argument("--key-env", default="", metavar="NAME", help="the environment variable that holds the key")
    asking.add_argument("--keyring", default="", metavar="USER", help="the key's name in the keyring of the system")
    asking.add_argument("--price", type=_price, metavar="IN,OUT", help="what a million tokens cost, sent and answered")
    asking.add_argument("--private", action="append", default=[], metavar="NAME", help="send this private document too")
    asking.add_argument("--batch", type=common.count, default=12, help="numbers or claims a request")
    asking.add_argument(
        "--timeout", type=common.count, default=300, metavar="SECONDS", help="how long a reply may take"
    )
    asking.add_argument("--plain", action="store_true", help="send the messages alone, for servers that refuse options")
    asking.add_argument("--yes", action="store_true", help="send it without being asked")
    asking.add_argument("--trust", action="store_true", help="how often each model was right here, by field")


def _price(words: str) -> tuple[Decimal, Decimal]:
    from claimbook import model

    try:
        return model.price_of(words)
    except Problems as problems:
        raise argparse.ArgumentTypeError(str(problems)) from None


def ask(options: argparse.Namespace) -> int:
    """Say what will be sent and, once that is confirmed, send it and say what came of it."""
    from claimbook import model

    if not options.model:
        raise Problems(["--model: say which model the server should use, such as --model qwen3:8b"])
    address = model.address_of(options.server)
    key = model.key_of(address, options.key_env, options.keyring)
    server = model.Server(address, options.model, options.price, options.plain)
    planned = _planned(options, server)
    for line in planned.lines():
        terminal.say(line, "- ")
    if planned.fresh and not options.yes:
        _confirm()
    report = model.run(planned, model.Chat(address, key, options.timeout))
    print_report(planned, report)
    return 130 if report.stopped else 2 if report.troubles else 0


def _planned(options: argparse.Namespace, server: Server) -> Plan:
    from claimbook import model

    opened = draft.open_draft(options.article)
    if options.claim and options.claim not in opened.claims:
        raise Problems([f"{options.claim}: there is no such claim in {opened.folder.name}; see claims.csv"])
    docs = Path(options.docs) if options.docs else None
    if docs and not docs.is_dir():
        raise Problems([f"--docs: {options.docs} is not a folder; give the folder that holds your documents"])
    names = [options.claim] if options.claim else []
    return model.plan(opened, server, whats_of(options.what), names, docs, options.private, options.batch)


def whats_of(words: str) -> list[What]:
    """Return what is asked for, each once.

    Raises
    ------
    Problems
        If it is something else.
    """
    from claimbook.model import What

    named = list(dict.fromkeys(word.strip() for word in words.split(",") if word.strip()))
    unknown = next((word for word in named if word not in set(What)), "" if not named else None)
    if unknown is not None:
        raise Problems([f"--what: “{unknown}” must be one of: {', '.join(What)}"])
    return [What(word) for word in named]


def _confirm() -> None:
    """Ask whether to send it."""
    if not sys.stdin or not sys.stdin.isatty():
        raise Problems([NOBODY])
    try:
        answer = input(translated("Send it? [y/N] "))
    except EOFError:
        answer = ""
    if answer.strip().lower() not in ("y", "yes", "是"):
        raise Problems(["nothing was sent"])


def print_report(planned: Plan, report: Report) -> None:
    """Say what a run brought, with what was put aside in lines of its own."""
    name = planned.known.folder.name if planned.known.folder else ""
    first, *rest = report.lines(name, planned.server)
    terminal.say(first)
    for words in rest:
        terminal.say(words, "- ")
    for row in report.failed[:FEW]:
        terminal.say(f"{row['row']} {row['column']}, {translated(row['gate'])}: {translated(row['fault'])}", "    ")
    for words in report.troubles:
        terminal.warn(words)
    if report.troubles or report.stopped:
        terminal.warn("What arrived is saved; run it again to go on.")
    if report.passed:
        terminal.say(f"Nothing counts until you accept it: open the form, or `claimbook propose {name}` lists them.")


def print_trust(article: str) -> None:
    """Print how many proposals of each model and field were accepted, changed and refused."""
    from claimbook import model
    from claimbook.model.state import SHOWN

    opened = draft.open_draft(article)
    found = model.trust(model.read_proposals(opened.folder), rows_of(opened))
    if not found:
        terminal.say(f"{opened.folder.name}: no model has proposed anything")
        return
    heads = [translated(word) for word in ("model", "field", *SHOWN)]
    rows = [[who, translated(what), *(str(counts[state]) for state in SHOWN)] for (who, what), counts in found.items()]
    for line in table([heads, *rows]):
        print(output.shown(line))


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows with their cells below one another."""
    wide = [max(_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    padded = ([cell + " " * (most - _width(cell)) for cell, most in zip(row, wide, strict=True)] for row in rows)
    return ["  ".join(cells).rstrip() for cells in padded]


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def rows_of(opened: draft.Draft) -> dict[str, list[Row]]:
    """Return the rows of an article that proposals are compared with."""
    from claimbook.model.known import known_of

    return known_of(opened.folder).rows


def print_open(article: str) -> None:
    """Print what models proposed and nobody has decided about."""
    from claimbook.model.decide import open_proposals

    opened = draft.open_draft(article)
    found = open_proposals(opened.folder, rows_of(opened))
    if not found:
        return
    count = len(found)
    print()
    terminal.say(f"{count} proposal{'' if count == 1 else 's'} of a language model; --accept p001 or --refuse p001")
    for row in found:
        terminal.say(f"{row['row']} {row['column']}: {row['cell']}", f"{row['proposal']}. ")
        terminal.say(f"{row['model']}, {row['date']}: “{row['exact']}” {row['document']} {row['note']}", "      ")
        if row["instead"]:
            terminal.say(f"now there: {row['instead']}", "      ")


def decide(options: argparse.Namespace, names: Sequence[str], refused: bool) -> None:
    """Accept or refuse proposals of models."""
    from claimbook.model import decide as decisions

    opened = draft.open_draft(options.article)
    if refused:
        decisions.refuse_all(opened.folder, names)
        terminal.say(f"{', '.join(names)}: refused")
        return
    ids = decisions.accept_all(opened, names, Path(options.docs) if options.docs else None)
    terminal.say(f"{', '.join(ids)}: accepted")
