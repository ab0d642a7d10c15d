"""Draft the tables of a new article: its birth certificate, its numbers, and one row for each likely claim."""

import hashlib
from datetime import date
from pathlib import Path

import pandas as pd

from claimbook import table
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.schema import TABLES
from claimbook.selector import select
from claimbook.table import Problems, decode, save

# What a number most likely is, by its kind; a person decides.
ROLES = {"date": "period", "clock": "period", "ordinal": "ordinal", "code": "markup"}
KINDS = {"share", "change", "ratio", "duration", "count", "schedule"}  # any other kind of number is a level
CERTIFICATE = """id = "{id}"
title = ""
url = ""
publisher = ""
language = ""
read = "stored copy"
read_on = {today}
sha256 = "{sha256}"
rights = ""
# What stands in for undated claims: latest year the article names / day it was first seen.
period = "{year}/{today}"
sections = []
"""


def write(folder):
    """Draft the tables beside an ``article.txt``; nothing that is there is overwritten.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    Problems
        If there is no text, or one of the files is there already.
    """
    folder = Path(folder).resolve()
    text = decode(folder / "article.txt", "article.txt")
    found = list(mentions(text))
    rows, claims, tables = [], [], Tables(fold(text), text)
    for number, mention in enumerate(found, 1):
        role = ROLES.get(mention.kind, "claim")
        rows.append(_mention_row(f"m{number:02}", select(text, mention.start, mention.end), role))
        if role == "claim":
            around = context(text, mention, tables)
            claims.append(_claim_row(f"c{len(claims) + 1:02}", f"m{number:02}", mention, around))
    years = [int(m.quantity.high) for m in found if m.quantity.unit == "year" and m.kind == "date"]
    today = date.today()
    certificate = CERTIFICATE.format(
        id=folder.name,
        today=today,
        year=max(years, default=today.year),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    empty = {f"{name}.csv": _table(name, []) for name in ("evidence", "searches", "checks")}
    tables = {"mentions.csv": _table("mentions", rows), "claims.csv": _table("claims", claims)}
    return _write_new(folder, {"article.toml": certificate, **tables, **empty})


def _write_new(folder, files):
    """Write files that are not there yet; raise `Problems` before anything is written where one is."""
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise Problems([f"{name}: is there already; move it away to draft it anew" for name in there])
    for name, content in files.items():
        save(content, folder / name) if isinstance(content, str) else table.write(content, folder / name)
    return [folder / name for name in files]


def _table(name, rows):
    return pd.DataFrame(rows, columns=list(TABLES[name]), dtype=str).fillna("")


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
