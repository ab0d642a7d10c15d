"""``claimbook series``: freeze public statistics as tables, find them, and judge claims by them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.cli import output, series_add, terminal
from claimbook.language.phrase import phrase
from claimbook.language.sentences import translated
from claimbook.tables.fault import Problems
from claimbook.tables.files import is_special

if TYPE_CHECKING:
    from claimbook.series.judge import Judgement
    from claimbook.series.rank import Catalogue, Hit

LONGEST = 2_000  # characters of a claim; the time that reading takes grows as the square of its numbers
SHORT = 60  # characters of a cell that are repeated
SHOWN = 5  # readings of a claim on the terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    doing = parser.add_subparsers(required=True, metavar="WHAT")
    says = "judge many claims by the series of a folder, with no network"
    judging = doing.add_parser("judge", help=says, description=says)
    judging.add_argument("claims", help="JSON lines, each an object with “Claim” and “Date”")
    judging.add_argument("--series", required=True, metavar="FOLDER", help="with csv/ and metadata.json")
    judging.add_argument("--given", action="store_true", help="take the series that a line names in “TimeSeries”")
    judging.add_argument("--json", action="store_true", help="print one JSON object a claim, a line each")
    judging.set_defaults(what=judge)
    series_add.arguments(doing)


def run(options: argparse.Namespace) -> None:
    """Do what was asked."""
    options.what(options)


def judge(options: argparse.Namespace) -> None:
    """Judge each claim of a file, and print it with its series and readings."""
    from claimbook import series
    from claimbook.series.judge import decide, read_and_rank
    from claimbook.series.rank import Catalogue

    claims = list(_claims(Path(options.claims)))
    catalogue = Catalogue.of(series.read_folder(options.series).values())
    for row, day in claims:
        reading, ranked = read_and_rank(catalogue, str(row["Claim"]), day)
        judgement = decide(reading, _given(catalogue, row) or ranked if options.given else ranked)
        if options.json:
            print(output.as_json(_plain(row, judgement)))
        else:
            _show(row, judgement)


def _claims(file: Path) -> Iterator[tuple[Mapping[str, object], date]]:
    """Yield each claim with its day; raise `Problems` with every line that is at fault."""
    from claimbook.series.spans import day_of

    if is_special(file):
        raise Problems([f"{file}: is not a regular file; save what it holds as a file and give that"])
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise Problems([f"{file}: cannot be read ({error.strerror}); give a file of JSON lines"]) from None
    except UnicodeDecodeError:
        raise Problems([f"{file}: is not UTF-8; save the file as UTF-8"]) from None
    faults = []
    for number, line in enumerate(lines, 1):
        row = _object(line)
        day = day_of(str(row.get("Date", ""))) if row else None
        if row is None or not isinstance(row.get("Claim"), str):
            faults.append(
                f"{file}, line {number}: must be a JSON object with a text “Claim” and a “Date”; fix the line"
            )
        elif len(str(row["Claim"])) > LONGEST:
            faults.append(f"{file}, line {number}, Claim: has more than {LONGEST:,} characters; a claim is a sentence")
        elif day is None:
            faults.append(
                f"{file}, line {number}, Date: “{str(row.get('Date', ''))[:SHORT]}” is no date; write 2018-06-15"
            )
        elif not faults:
            yield row, day
    if faults:
        raise Problems(faults)


def _object(line: str) -> Mapping[str, object] | None:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False).encode()  # half a character cannot be printed
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _given(catalogue: Catalogue, row: Mapping[str, object]) -> list[Hit]:
    """Return the series that a line names, where the folder has them."""
    from claimbook.series.rank import Hit

    named = row.get("TimeSeries")
    names = list(named) if isinstance(named, dict | list) else []
    return [Hit(one, 2.0) for name in names for one in catalogue.series if one.id == name]


def _plain(row: Mapping[str, object], judgement: Judgement) -> dict[str, object]:
    from claimbook.series.judge import readings

    return {
        "Claim": row["Claim"],
        "Date": row["Date"],
        "series": [{"id": hit.series.id, "title": hit.series.title, "score": hit.score} for hit in judgement.ranked],
        "readings": readings(judgement),
        "verdict": str(judgement.label),
        "decided": judgement.decided,
        "why": judgement.why,
        "caveats": list(judgement.caveats),
    }


def _show(row: Mapping[str, object], judgement: Judgement) -> None:
    """Print one claim; where nothing decided there is no verdict."""
    from claimbook.series.agree import SAID, Truth
    from claimbook.series.judge import readings

    terminal.say(phrase("{where} ({who})", where=row["Claim"], who=row["Date"]), above=1)
    label = phrase(judgement.label if judgement.decided else "undecided")
    terminal.say(phrase("{label}: {why}", label=label, why=translated(judgement.why)), "  ")
    for caveat in judgement.caveats:
        terminal.say(phrase("caveat: {caveat}", caveat=translated(caveat)), "  ")
    for hit in judgement.ranked[:3]:
        terminal.say(f"{hit.series.title} ({hit.series.id})", f"  {translated('series: ')}")
    for one in readings(judgement)[:SHOWN]:
        terminal.say(f"{one['words']} [{SAID[Truth(str(one['decides']))]}]", f"  {translated('reading: ')}")
