"""A Data Package (version 2): the tables with their columns, units, keys and checksums."""

import hashlib
import re
from collections.abc import Collection, Mapping
from typing import Any

from claimbook import report
from claimbook.case.case import Case
from claimbook.export.verdicts import defused, verdicts
from claimbook.judge.confidence import CONFIDENCES, DEPTHS
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import Label
from claimbook.report.draft import draft_note
from claimbook.tables.references import REFERENCES
from claimbook.tables.schema import KEYS, TABLES

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
OWN_VERDICTS = {
    "claim": "the claim",
    "verdict": "the verdict",
    "rule": "the rule that made it",
    "confidence": "how sure: low, moderate, high; of an unsupported claim, how well it was searched",
    "sub_reasons": "why unsupported",
    "reason": "the reason in words",
    "caveat": "what must be said beside it",
    "evidence": "ids of the evidence",
    "checks": "ids of the checks",
    "stable": "whether another policy changes it",
    "flips": "what it would be, under which policies",
}

FIXED: dict[str, Collection[str]] = {
    "verdict": tuple(Label),
    "rule": SENTENCES,
    "confidence": (*CONFIDENCES, *DEPTHS),
    "stable": ("yes", "no"),
}


def tables(case: Case) -> dict[str, str]:
    """Return every table as CSV text, by name: those that people keep, and the computed verdicts.

    Of the shared tables only what this article uses is handed on, and of each source its last recheck.
    """
    frames = {name: case.frame(name) for name in case.tables}
    used = {item.figure.id for item in case.evidence}
    frames["figures"] = frames["figures"][frames["figures"]["figure"].isin(used)]
    frames["sources"] = frames["sources"][frames["sources"]["source"].isin(frames["figures"]["source"])]
    last = frames["rechecks"].sort_values("date", kind="stable").drop_duplicates("source", keep="last")
    frames["rechecks"] = last[last["source"].isin(frames["sources"]["source"])]
    words = {cell for name, frame in frames.items() if name != "translations" for cell in frame.to_numpy().ravel()}
    frames["translations"] = frames["translations"][frames["translations"]["en"].isin(words)]
    frames["verdicts"] = verdicts(case, inert=False)
    return {name: frame.map(_inert).to_csv(index=False, lineterminator="\n") for name, frame in frames.items()}


def _inert(cell: str) -> str:
    """Defuse a cell that a spreadsheet would take for a formula."""
    return cell if PLAIN.fullmatch(cell) else defused(cell)


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
    known = {key: column.meaning for key, column in TABLES[name].items()} if name in TABLES else OWN_VERDICTS
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
