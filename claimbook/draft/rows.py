"""The rows of a draft: every number with a likely role, every likely claim with the cells that the text gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.case.printed import prints_another_number
from claimbook.draft.calendar import read_day
from claimbook.draft.cells import Cells, drafts
from claimbook.draft.lexicon import lexicon
from claimbook.draft.superlative import of_what, superlatives
from claimbook.language.progress import progress
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.rate import rate
from claimbook.mention.tables import Tables
from claimbook.tables.schema import TABLES, Row
from claimbook.tables.vocabulary import BELONGING, LIMITS, Checkability, Kind, Role
from claimbook.tables.writer import new_ids
from claimbook.text.selector import Selector, select

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from os import PathLike

    from claimbook.mention import Mention
    from claimbook.mention.context import Context
    from claimbook.tables.schema import Rows


KINDS = {Kind.SHARE, Kind.CHANGE, Kind.RATIO, Kind.DURATION, Kind.COUNT, Kind.SCHEDULE}  # any other is a level
PLACE = re.compile(r"[0-9]{1,9}")  # a character of a text


@dataclass(frozen=True)
class Drafted:
    """What is drafted of a text.

    Parameters
    ----------
    text : str
    found : list of Mention
        All its numbers.
    cells : dict of int to Cells
        By the start of each number.
    tables : Tables
        The tables that the text prints.
    """

    text: str
    found: Sequence[Mention]
    cells: Mapping[int, Cells]
    tables: Tables

    def claim(self, name: str, mention_id: str, one: Mention) -> Row:
        """Return the row of a claim that hangs on a number."""
        around = context(self.text, one, self.tables)
        return _claim_row(name, mention_id, one, around, rate(self.text, one), self.cells[one.start])


def read(
    text: str,
    published: str = "",
    home: str | PathLike[str] | None = None,
    claimed: Collection[int] = (),
    found: Sequence[Mention] | None = None,
) -> Drafted:
    """Draft the cells of all numbers of a text.

    Parameters
    ----------
    text : str
    published : str, optional
        The day that the article is of, as far as it is known.
    home : path-like, optional
        The workspace, whose ``data/lexicon.csv`` extends the lexicon.
    claimed : set of int, optional
        Starts of numbers that are claims because a person says so.
    found : list of Mention, optional
        Its numbers, where they are known already.
    """
    found = list(mentions(text)) if found is None else found
    cells = drafts(text, found, read_day(published), lexicon(home), claimed)
    return Drafted(text, found, cells, Tables(fold(text), text))


def drafted(text: str, published: str = "", home: str | PathLike[str] | None = None) -> dict[str, list[Row]]:
    """Draft the tables of a text: every number with a likely role, every likely claim; see `read`."""
    rows: dict[str, list[Row]] = {name: [] for name in ("mentions", "claims", "evidence", "searches", "checks")}
    once = read(text, published, home)
    append(rows, once, once.found)
    records = superlatives(text, rows["mentions"])
    rows["claims"] += of_what(records, text, rows["mentions"], rows["claims"])
    return rows


def append(rows: Rows, once: Drafted, found: Iterable[Mention]) -> list[str]:
    """Append some numbers of a drafted text, and a claim for each that is likely one, to the rows of the two tables.

    Returns
    -------
    list of str
        The ids of the new mentions, which follow those that are there.
    """
    added, ids = [], {}
    numbers = new_ids((row["mention"] for row in rows["mentions"]), "m")
    claims = new_ids((row["claim"] for row in rows["claims"]), "c")
    new: list[tuple[Row, Cells]] = []
    for mention in progress(found, "drafting the claims"):
        name, cell = next(numbers), once.cells[mention.start]
        new.append((_mention_row(name, select(once.text, mention.start, mention.end), cell.role), cell))
        if cell.role == Role.CLAIM:
            ids[mention.start] = next(claims)
            rows["claims"].append(once.claim(ids[mention.start], name, mention))
        added.append(name)
    rows["mentions"] += [_belonging(row, cell, ids) for row, cell in new]
    return added


def _belonging(row: Row, cell: Cells, ids: Mapping[int, str]) -> Row:
    """Return the row of a mention with the claim that it belongs to; without that claim it claims nothing."""
    if cell.role not in BELONGING:
        return row
    of = ids.get(-1 if cell.of is None else cell.of, "")
    return row | ({"of": of} if of else {"role": Role.OTHER})


def claims_at(once: Drafted, rows: Iterable[Row]) -> dict[str, Row]:
    """Draft the claims that hang on some rows of ``mentions.csv``, by the ids of these.

    Returns
    -------
    dict of str to dict
        Rows of ``claims.csv`` without an id of their own; without a number where none is at those characters.
    """
    numbers = {str(one.start): one for one in once.found if one.low is not None}
    made = {}
    for row in rows:
        made[row["mention"]] = dict.fromkeys(TABLES["claims"], "")
        if one := numbers.get(row["start"]):
            made[row["mention"]] |= once.claim("", row["mention"], one)
        else:
            made[row["mention"]] |= {"kind": "level", "mention": row["mention"],
                                     "basis": "none", "checkability": Checkability.CHECKABLE}  # fmt: skip
    return made


def claim_at(text: str, row: Row) -> Row:
    """Draft the claim that hangs on one row of ``mentions.csv`` because a person says so."""
    return claims_at(read(text, claimed=starts([row])), [row])[row["mention"]]


def starts(rows: Iterable[Row]) -> set[int]:
    """Return where the numbers of some rows start, as far as that is a number."""
    return {int(row["start"]) for row in rows if PLACE.fullmatch(row["start"])}


def _mention_row(name: str, selector: Selector, role: str) -> Row:
    return {"mention": name, "start": str(selector.start), "end": str(selector.end), "exact": selector.exact,
            "prefix": selector.prefix, "suffix": selector.suffix, "role": role}  # fmt: skip


def _claim_row(name: str, mention_id: str, mention: Mention, around: Context, unit: str, cells: Cells) -> Row:
    low, high = mention.readings
    two = mention.read_twice
    precision, why = (
        ("readings", "as much, or as much more" if mention.unit == "times" else "a unit, or a magnitude")
        if two
        else ("spoken" if mention.spoken else "rounded", "")
    )
    if not two and mention.comparator in LIMITS:
        precision, why = "exact", "a limit, which is not rounded"
    made: Row = {
        "claim": name, "kind": mention.kind if mention.kind in KINDS else Kind.LEVEL, "mention": mention_id,
        "low": f"{low:f}", "high": f"{high:f}", "unit": unit,
        "row_header": around.row, "column_header": around.column,
        "comparator": mention.comparator, "precision": precision, "precision_reason": why,
        "basis": "none", "checkability": Checkability.CHECKABLE,
    }  # fmt: skip
    said = {name: cell for name, cell in cells.row.items() if name == "period" or not prints_another_number(cell, made)}
    made["drafted"] = " ".join(f"{name}:{cells.places[name]}" for name in said)
    return made | said
