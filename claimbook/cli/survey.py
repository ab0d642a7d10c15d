"""``claimbook survey``: read the numbers of very many documents, and list those that recur."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from claimbook.cli import common, terminal
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    import pandas

    from claimbook.survey import Run

SHOWN = 10  # numbers that are listed at the end
SHORT = 300  # characters of what others wrote that are repeated


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    says = "a folder of documents, .jsonl, .parquet, .csv, .warc and .wet files, or an fsspec address"
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=says)
    parser.add_argument(
        "--to", required=True, metavar="DIR", help="where the tables are written; what is there is kept"
    )
    parser.add_argument(
        "--workers", type=common.count, default=0, help="processes on this machine; one a core without it"
    )
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help="of a Dask scheduler whose workers read")
    parser.add_argument("--memory", default="1GiB", help="bound of a worker's memory, such as 700MiB")
    for name in ("text", "address", "date", "title"):
        parser.add_argument(f"--{name}", metavar="COLUMN", help="what this column is called in the inputs")
    parser.add_argument(
        "--unsigned", action="store_true", help="do not look for near copies: faster, and all pages count"
    )
    says = "a workspace, or a file or address with ClaimReview items: list the numbers that were checked before"
    parser.add_argument("--checked", action="append", metavar="WHERE", help=says)


def run(options: argparse.Namespace) -> None:
    """Read the inputs, say what was read, and list what most hosts print."""
    from claimbook import survey

    names = {name: (value,) for name in ("text", "address", "date", "title") if (value := getattr(options, name))}
    try:
        done = survey.run(
            options.inputs,
            options.to,
            survey.Columns(**names),
            survey.Means(options.workers, options.scheduler, options.memory),
            signed=not options.unsigned,
        )
    except ValueError as error:  # what Dask says of a bound that is none
        raise Problems([f"--memory {options.memory}: {error}; write 700MiB or 2GiB"]) from None
    _say(done)
    if not options.unsigned:
        _list(survey.open_survey(options.to).recurring(top=SHOWN))
    if options.checked:
        _list_checked(survey.open_survey(options.to).checked(*options.checked))


def _say(done: Run) -> None:
    terminal.say(f"{done.parts} parts, {done.kept} there already, {done.swept} removed with their input")
    seconds = round(done.seconds)
    terminal.say(f"{done.documents} documents read, {done.faults} with a fault; {done.mentions} numbers in {seconds} s")


def _list(found: pandas.DataFrame) -> None:
    """Print the numbers that most hosts print, with their origins."""
    terminal.say("No number is printed by two hosts." if found.empty else "Numbers that most hosts print:")
    for row in found.to_dict("records"):
        measured = "; ".join(list(row["measured"])[:3]) if row["meanings"] else ""
        first = str(row["first_seen"])[:10]
        pages, hosts, origins = row["pages"], row["hosts"], row["origins"]
        terminal.say(
            f"{row['number']}: {pages} pages, {hosts} hosts, {origins} origins, first {first} ({measured})", "  "
        )


def _list_checked(found: pandas.DataFrame) -> None:
    """Print the numbers that were checked before, each with another's verdict, which is not ours."""
    says = "Checked before, by others or by you; judge again:"
    terminal.say("No number was checked before." if found.empty else says)
    for row in ({name: _short(cell) for name, cell in one.items()} for one in found.to_dict("records")):
        terminal.say(f"{row['number']} ({row['address']}): {row['sentence']}", "  ")
        value = "the same value" if row["value"] == "same" else "a near value"
        terminal.say(
            f"“{row['claim']}”: {row['verdict']} ({row['by']}, {row['reviewed']}, {row['at']}); {value}", "    "
        )
        if row["unstated"]:
            terminal.say(f"not stated, so not compared: {row['unstated']}", "    ")


def _short(cell: object) -> str:
    """Return the beginning of a cell."""
    said = str(cell)
    return f"{said[:SHORT]}…" if len(said) > SHORT else said
