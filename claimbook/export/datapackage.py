"""A Data Package (version 2): the tables with their columns, units, keys and checksums."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from claimbook import report
from claimbook.case.case import Case
from claimbook.export.verdicts import COLUMNS, csv_text, defused
from claimbook.judge.check import inputs
from claimbook.judge.confidence import CONFIDENCES, DEPTHS
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import Label
from claimbook.report.draft import draft_note
from claimbook.tables.references import REFERENCES
from claimbook.tables.schema import KEYS, TABLES, Row
from claimbook.tables.writer import columns_of

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
INERT = "A cell that a spreadsheet would take for a formula, or that begins with an apostrophe, has one more before it."
PLAIN = re.compile(r"[+-]?[\d.,]+%?|[=<>~]{1,2}")  # a bare number or a lone sign is no formula
NUMBERS = ("low", "high")
WHOLE = ("start", "end")
FIXED: dict[str, Collection[str]] = {
    "verdict": tuple(Label),
    "rule": SENTENCES,
    "confidence": (*CONFIDENCES, *DEPTHS),
    "stable": ("yes", "no"),
}


def tables(case: Case) -> dict[str, str]:
    """Return every table as CSV text, by name: those that people keep, and the computed verdicts."""
    rows = handed_on(case)
    written = {name: csv_text(columns_of(name, case.tables[name]), rows[name], _inert) for name in rows}
    return written | {"verdicts": csv_text(list(COLUMNS), report.verdict_rows(case), _inert)}


def handed_on(case: Case) -> dict[str, list[Row]]:
    """Return the tables with what this article uses: its judged evidence, and of the shared tables what that needs.

    What else is in a workspace, of other articles or found and judged by nobody, is nobody else's business.
    """
    rows, judged = dict(case.tables), {item.id for item in case.evidence}
    rows["evidence"] = [row for row in rows["evidence"] if row["evidence"] in judged]
    used = {figure.id for item in case.evidence for figure in (item.figure, *item.figure.parts)}
    used |= {name for check in case.checks for name in inputs(check)}
    rows["figures"] = [row for row in rows["figures"] if row["figure"] in used]
    rows["computed"] = [row for row in rows["computed"] if row["computed"] in used]
    printing = {row["source"] for row in rows["figures"]}
    rows["sources"] = [row for row in rows["sources"] if row["source"] in printing]
    frozen = {row.get("series") for row in rows["sources"]}
    rows["series"] = [row for row in rows["series"] if row["series"] in frozen]
    rows["rechecks"] = [row for row in _last(rows["rechecks"]) if row["source"] in printing]
    words = {cell for name, table in rows.items() if name != "translations" for row in table for cell in row.values()}
    rows["translations"] = [row for row in rows["translations"] if row["en"] in words]
    return rows


def _last(rechecks: Iterable[Row]) -> list[Row]:
    """Return the last recheck of each source, the earliest first."""
    last: dict[str, Row] = {}
    for row in sorted(rechecks, key=lambda row: row["date"]):
        last.pop(row["source"], None)
        last[row["source"]] = row
    return list(last.values())


def _inert(cell: str) -> str:
    """Defuse a cell that a spreadsheet would take for a formula."""
    safe = defused(cell)
    return cell if safe is not cell and PLAIN.fullmatch(cell) else safe


def datapackage(case: Case, written: Mapping[str, str]) -> dict[str, Any]:
    """Return the descriptor of the tables.

    Parameters
    ----------
    case : Case
    written : dict of str to str
        The tables as `tables` returned them.
    """
    article = case.article
    return {
        "$schema": PROFILE,
        "name": f"claimbook-{article.id.lower()}",
        "title": f"{f'{note} ' if (note := draft_note(case)) else ''}Check of every number in “{article.title}”",
        "description": f"{' '.join(map(str, report.headline(case)))} {INERT}",
        "version": case.as_of.replace("-", "."),
        "created": f"{case.as_of}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": article.title, **({"path": article.url} if article.url else {})}],
        "resources": [_resource(name, text) for name, text in written.items()],
    }


def _resource(name: str, text: str) -> dict[str, Any]:
    raw = text.encode()
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": _schema(name, text.partition("\n")[0].split(",")),
    }


def _schema(name: str, written: Collection[str]) -> dict[str, Any]:
    """Describe the columns of a table that its file has: those that only drafts use are not always there."""
    known = {key: column.meaning for key, column in TABLES[name].items()} if name in TABLES else COLUMNS
    columns = {key: meaning for key, meaning in known.items() if key in written}
    schema = {
        "fields": [_field(name, key, meaning) for key, meaning in columns.items()],
        "missingValues": [""],
        "primaryKey": [KEYS.get(name, "claim")],
    }
    foreign = [(column, target) for table, column, target in REFERENCES if table == name and column in SINGLE]
    if name == "verdicts":
        foreign = [("claim", "claims")]
    if foreign:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": target, "fields": [KEYS[target]]}}
            for column, target in foreign
        ]
    return schema


# Columns that hold one id; the others hold several, which no foreign key of a Table Schema can say.
SINGLE = ("of", "mention", "facet_of", "source", "claim", "figure")


def _field(table: str, name: str, meaning: str) -> dict[str, Any]:
    kind = "number" if name in NUMBERS else "integer" if name in WHOLE else "string"
    field = {"name": name, "type": kind, "description": meaning}
    if name in NUMBERS:
        field["unit"] = "as the column “unit” of the same row says"
    if name in WHOLE:
        field["unit"] = "Unicode code points"
    column = TABLES.get(table, {}).get(name)
    limits: dict[str, list[str] | str | bool] = {}
    if table == "verdicts" and name in FIXED:
        limits["enum"] = list(FIXED[name])
    if column is not None and column.open:
        limits["pattern"] = f"^{column.pattern}$"
    elif column is not None and column.allowed:
        limits["enum"] = [word for word in column.allowed if word]
    if name == KEYS.get(table, "claim" if table == "verdicts" else ""):
        limits["required"] = True
    return field | ({"constraints": limits} if limits else {})
