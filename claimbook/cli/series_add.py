"""``claimbook series add`` and ``claimbook series find``: statistics frozen as tables, and found by their names."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.cli import common, output, terminal
from claimbook.language.phrase import Phrase, phrase
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import home

if TYPE_CHECKING:
    from claimbook.series.intake import Wanted as Asked
    from claimbook.series.rank import Hit
    from claimbook.series.series import Series
    from claimbook.series.wanted import Wanted

SHOWN = 10  # series that are listed
LEAST = 0.5  # what a series must fit to be listed
SAYS = {
    "title": "what is measured",
    "publisher": "who publishes it",
    "unit": "in what its values are, such as %% or million tonnes",
    "definition": "how it is defined",
    "licence": "under which terms it may be used",
    "vintage": "the day on which it said so, as YYYY-MM-DD",
}


def arguments(doing: Any) -> None:  # argparse's own class of subparsers is private
    """Add what the two commands take."""
    says = "freeze a series of a file or an address, with its birth certificate"
    adding = doing.add_parser("add", help=says, description=says)
    adding.add_argument("id", help="what it is called here, such as youth-unemployment")
    adding.add_argument(
        "--from", dest="origin", required=True, metavar="FILE|ADDRESS",
        help="CSV, Excel, SDMX, JSON-stat; an address of such, or one of Our World in Data, the World Bank, FRED",
    )  # fmt: skip
    for name, words in SAYS.items():
        adding.add_argument(f"--{name}", default="", metavar="WORDS", help=f"{words}; else as the source says")
    adding.add_argument("--place", default="", help="of whom it is, where the table has no column of places")
    adding.add_argument("--column", default="", help="which of several columns of numbers")
    adding.add_argument("--only", action="append", type=_only, metavar="NAME=WORD", help="only rows with this word")
    adding.add_argument("--sheet", default="", help="which sheet of a workbook")
    adding.add_argument("--allow-private", action="store_true", help="visit addresses that are not public too")
    common.trust_proxy(adding)
    adding.set_defaults(what=add)
    says = "find series by their names: your own, and well-known ones; nothing is asked of the network"
    finding = doing.add_parser("find", help=says, description=says)
    finding.add_argument("words", nargs="+", help="such as: youth unemployment Spain")
    finding.add_argument("--top", type=common.count, default=SHOWN, help="how many")
    finding.add_argument("--json", action="store_true", help="print JSON")
    finding.set_defaults(what=find)


def _only(words: str) -> tuple[str, str]:
    """Read what chooses rows: sex=T."""
    name, sign, word = words.partition("=")
    if not (sign and name.strip() and word.strip()):
        raise argparse.ArgumentTypeError(f"“{words}” must be the name of a column and a word of it, such as sex=T")
    return name.strip(), word.strip()


def add(options: argparse.Namespace) -> None:
    """Freeze a series."""
    from claimbook.series import intake
    from claimbook.web import Visitor

    visitor = Visitor(private=options.allow_private, trusting=options.trust_proxy)
    row = intake.add(home(), _wanted(options), intake.Asker(visitor), date.today())
    terminal.say(_named(row["series"], row["title"], row["unit"], row["publisher"], row["vintage"]))
    terminal.say(f"frozen as data/series/{row['series']}.csv; asked: {row['asked']}", "  ")
    if not row["licence"]:
        terminal.say("its licence is not stated; say it in data/series.csv before you publish", "  ")


def _wanted(options: argparse.Namespace) -> Asked:
    from claimbook.series.intake import Choice, Wanted

    said = {name: getattr(options, name) for name in SAYS}
    choice = Choice(options.column, dict(options.only or ()), options.place)
    return Wanted(options.id, options.origin, choice, said, options.sheet)


def find(options: argparse.Namespace) -> None:
    """List the series whose names fit some words, those of the workspace first."""
    words = " ".join(options.words)
    if not words.isprintable() and words != words.encode("utf-8", "ignore").decode():
        raise Problems(["WORDS: hold bytes that are not UTF-8; give the words in UTF-8"])
    own, known = _found(words, options.top)
    if options.json:
        print(output.as_json([*_plain(own, True), *_plain(known, False)]))
        return
    for hit in own:
        one = hit.series
        terminal.say(_named(one.id, one.title, one.unit, one.publisher, one.vintage))
    for hit in known:
        one = hit.series
        terminal.say(phrase("{title}, {unit} ({publisher})", title=one.title, unit=one.unit, publisher=one.publisher))
        terminal.say(one.id, "  --from ")
    if not own and not known:
        terminal.say("nothing fits; use other words")


def _named(name: str, title: str, unit: str, publisher: str, vintage: str) -> Phrase:
    """Name a frozen series; its parts are put in as they are, for a title has commas and brackets of its own."""
    words = "{series}: {title}, {unit} ({publisher}, vintage {vintage})"
    return phrase(words, series=name, title=title, unit=unit, publisher=publisher, vintage=vintage)


def _found(words: str, most: int) -> tuple[list[Hit], list[Hit]]:
    """Return the series of the workspace and the well-known ones that fit."""
    from claimbook.series import frozen, known
    from claimbook.series.judge import wanted
    from claimbook.series.read import read

    asked = wanted(read(words, date.today()))
    here = _workspace()
    own = list(frozen.all_series(here).values()) if here else []
    anywhere = replace(asked, places=())  # which places a well-known series has is not in the index
    return _fitting(own, asked, most, here), _fitting(known.as_series(words), anywhere, most, here)


def _workspace() -> Path | None:
    """Return the workspace; outside of one the index is enough."""
    with suppress(Problems):
        return home()
    return None


def _fitting(series: list[Series], asked: Wanted, most: int, here: Path | None) -> list[Hit]:
    from claimbook.series.meant import remembered
    from claimbook.series.rank import Catalogue

    return [hit for hit in Catalogue.of(series, remembered(here)).rank(asked, most) if hit.score >= LEAST]


def _plain(hits: list[Hit], own: bool) -> Iterator[dict[str, object]]:
    for hit in hits:
        one = hit.series
        said = {"title": one.title, "publisher": one.publisher, "unit": one.unit, "score": hit.score}
        yield {"id": one.id, "vintage": one.vintage, **said} if own else {"address": one.id, **said}
