"""Add a series to a workspace: taken from a file or an address, frozen with its birth certificate."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from claimbook.series import frozen, known
from claimbook.series.intake.ask import Asker
from claimbook.series.intake.grid import Choice
from claimbook.series.intake.kinds import from_address, from_file
from claimbook.series.intake.taken import Taken
from claimbook.tables.cells import Line, file_of
from claimbook.tables.fault import Problems
from claimbook.tables.schema import SERIES_FIX, SERIES_ID, TABLES, Row
from claimbook.tables.workspace import frozen as file_for
from claimbook.tables.writer import writing_shared

SAID = ("title", "publisher", "unit", "definition", "licence", "vintage")  # what a person may say of a series
NEEDED = ("title", "publisher", "unit")


@dataclass(frozen=True)
class Wanted:
    """A series that is to be added.

    Parameters
    ----------
    name : str
        Its id.
    origin : str
        A file or an address.
    choice : Choice
    said : dict of str to str
        What a person says of it, in place of what the publisher says or does not.
    sheet : str
        Of a workbook.
    """

    name: str
    origin: str
    choice: Choice = field(default_factory=Choice)
    said: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""


def add(home: Path, wanted: Wanted, asker: Asker, today: date) -> Row:
    """Take a series and freeze it; return its row of ``series.csv``.

    Raises
    ------
    Problems
        If the id is taken, the series cannot be had, or something is missing that only a person can say.
    """
    if not re.fullmatch(SERIES_ID, wanted.name, re.ASCII) or "@" in wanted.name:
        raise Problems([f"{wanted.name}: {SERIES_FIX}"])
    there = {row["series"] for row in frozen.certificates(home)}
    if wanted.name in there:
        words = "recheck fetches it again and keeps what was revised as another vintage, or give another id"
        raise Problems([f"{wanted.name}: is in series.csv already; {words}"])
    return freeze(home, wanted.name, take(wanted, asker), asked_of(wanted, asker), today, options_of(wanted.choice))


def take(wanted: Wanted, asker: Asker) -> Taken:
    """Take a series from its file or address, with what a person says of it and what is known of the address."""
    web = re.match(r"https?://", wanted.origin)
    taken = (
        from_address(asker, wanted.origin, wanted.choice)
        if web
        else from_file(Path(wanted.origin), wanted.choice, wanted.sheet)
    )
    row = known.at(taken.address or wanted.origin) if web else None
    if row:
        taken = replace(taken, unit=taken.unit or row.unit, publisher=taken.publisher or row.publisher)
        taken = replace(taken, title=row.en if row.en and "fredgraph" in taken.address else taken.title)
    said = wanted.said.get
    return replace(
        taken,
        title=said("title") or taken.title,
        publisher=said("publisher") or taken.publisher,
        unit=said("unit") or taken.unit,
        definition=said("definition") or taken.definition,
        licence=said("licence") or taken.licence,
        vintage=said("vintage") or taken.vintage,
    )


def asked_of(wanted: Wanted, asker: Asker) -> str:
    """Say what was asked."""
    sheet = f", sheet “{wanted.sheet}”" if wanted.sheet else ""
    return "; ".join(asker.asked) or f"file {Path(wanted.origin).name}{sheet}"


def options_of(choice: Choice) -> str:
    """Return a choice as the options of the command say it.

    Examples
    --------
    >>> options_of(Choice("a b", {"sex": "T"}, "USA"))
    "--column 'a b' --only sex=T --place USA"
    """
    words = ["--column", choice.column] if choice.column else []
    words += [word for name, value in choice.only.items() for word in ("--only", f"{name}={value}")]
    return shlex.join([*words, *(["--place", choice.place] if choice.place else [])])


def choice_of(options: str) -> Choice:
    """Return the choice that some options say.

    Examples
    --------
    >>> choice_of("--column 'a b' --only sex=T --place USA")
    Choice(column='a b', only={'sex': 'T'}, place='USA')
    """
    words = shlex.split(options)
    pairs = list(zip(words[::2], words[1::2], strict=False))
    said = dict(pairs)
    only = dict(word.split("=", 1) for name, word in pairs if name == "--only" and "=" in word)
    return Choice(said.get("--column", ""), only, said.get("--place", ""))


def freeze(home: Path, name: str, taken: Taken, asked: str, today: date, choice: str = "") -> Row:
    """Write the cells and the certificate of a series, both or neither.

    Raises
    ------
    Problems
    """
    row = certificate(name, taken, asked, today) | {"choice": choice}
    text = file_of(lines_of(taken))
    row["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    faults = [f"--{column}: {words}" for column, spec in TABLES["series"].items() if (words := spec.fault(row[column]))]
    if faults:
        raise Problems(faults)
    with writing_shared(home, "series") as tables:
        if any(one["series"] == name for one in tables.rows["series"]):
            raise Problems([f"{name}: was added in the meantime; give another id"])
        tables.add({"series": [row]})
        tables.texts[file_for(home, name)] = text
    return row


def certificate(name: str, taken: Taken, asked: str, today: date) -> Row:
    """Return the row of ``series.csv``; raise `Problems` with what neither the publisher nor a person says."""
    if lacking := [word for word in NEEDED if not getattr(taken, word)]:
        raise Problems([f"{name}: the source does not say its {word}; say it with {'--' + word}" for word in lacking])
    said = {column: getattr(taken, column) for column in (*SAID, "address")}
    vintage = taken.vintage if re.fullmatch(r"\d{4}-\d{2}-\d{2}", taken.vintage) else str(today)
    about = "; ".join((asked, *taken.notes))
    return {"series": name, **said, "vintage": vintage, "read_on": str(today), "sha256": "", "asked": about}


def lines_of(taken: Taken) -> list[Line]:
    """Return the cells as the file of a frozen series has them."""
    return [Line(place, period, value, taken.unit, status) for place, period, value, status in taken.cells]
