"""Draft the tables of an article: its numbers, and one row for each likely claim."""

import itertools
from pathlib import Path

from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.schema import TABLES
from claimbook.selector import select
from claimbook.table import csv_of, decode, save_all

# What a number most likely is, by its kind; a person decides.
ROLES = {"date": "period", "clock": "period", "ordinal": "ordinal", "code": "markup"}
KINDS = {"share", "change", "ratio", "duration", "count", "schedule"}  # any other kind of number is a level


def write_tables(folder):
    """Draft the tables beside an ``article.txt``: every number with a likely role, every likely claim.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    Problems
        If there is no text.
    """
    folder = Path(folder).resolve()
    text = decode(folder / "article.txt", "article.txt")
    rows = {name: [] for name in ("mentions", "claims", "evidence", "searches", "checks")}
    append(rows, text, mentions(text))
    files = {folder / f"{name}.csv": csv_of(name, content) for name, content in rows.items()}
    save_all(files)
    return list(files)


def append(rows, text, found):
    """Append mentions of a text, and a claim for each that is likely one, to the rows of the two tables.

    Returns
    -------
    list of str
        The ids of the new mentions, which follow those that are there.
    """
    tables, added = Tables(fold(text), text), []
    numbers = _after(row["mention"] for row in rows["mentions"])
    claims = _after(row["claim"] for row in rows["claims"] if row["claim"].startswith("c"))
    for mention in found:
        name, role = f"m{next(numbers):02}", ROLES.get(mention.kind, "claim")
        rows["mentions"].append(_mention_row(name, select(text, mention.start, mention.end), role))
        if role == "claim":
            around = context(text, mention, tables)
            rows["claims"].append(_claim_row(f"c{next(claims):02}", name, mention, around))
        added.append(name)
    return added


def claim_at(text, mention, name):
    """Draft the claim that hangs on a mention which is there already.

    Parameters
    ----------
    text : str
    mention : dict
        A row of ``mentions.csv``.
    name : str
        Id of the new claim.

    Returns
    -------
    dict
        A row of ``claims.csv``; without a number where none stands at those characters.
    """
    found = next((one for one in mentions(text) if str(one.start) == mention["start"] and one.low is not None), None)
    row = dict.fromkeys(TABLES["claims"], "")
    if found is None:
        return row | {"claim": name, "kind": "level", "mention": mention["mention"],
                      "basis": "none", "checkability": "checkable"}  # fmt: skip
    return row | _claim_row(name, mention["mention"], found, context(text, found, Tables(fold(text), text)))


def _after(ids):
    """Count on from the highest number among ids."""
    return itertools.count(max((int(name[1:]) for name in ids if name[1:].isdecimal()), default=0) + 1)


def _mention_row(name, selector, role):
    return {"mention": name, "start": str(selector.start), "end": str(selector.end), "exact": selector.exact,
            "prefix": selector.prefix, "suffix": selector.suffix, "role": role}  # fmt: skip


def _claim_row(name, mention_id, mention, around):
    low, high = mention.readings
    two = (low, high) != (mention.low, mention.high)
    return {
        "claim": name, "kind": mention.kind if mention.kind in KINDS else "level", "mention": mention_id,
        "low": f"{low:f}", "high": f"{high:f}", "unit": mention.unit,
        "metric": around.measures, "row_header": around.row, "column_header": around.column,
        "comparator": mention.comparator, "precision": "readings" if two else "rounded",
        "precision_reason": "as much, or as much more" if two else "", "basis": "none", "checkability": "checkable",
    }  # fmt: skip
