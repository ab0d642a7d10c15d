"""What the form stops at: every number and every statement, with its rows, and whether anything is missing."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimbook.form.changes import Stop, find
from claimbook.form.faults import Faults
from claimbook.tables.schema import KEYS, Row
from claimbook.tables.vocabulary import BELONGING, Relation

Tables = Mapping[str, Sequence[Row]]
Found = dict[tuple[str, str], dict[str, str]]  # by table and id: column to words


@dataclass(frozen=True)
class StopRows:
    """The rows of a stop: its mention (none for a statement), its claims, the evidence for them, and all faults.

    Parameters
    ----------
    stop : Stop
    mention : dict or None
    claims : list of dict
    evidence : dict of str to list of dict
        By claim.
    figures, sources : dict of str to dict
        Those that the evidence names, by id.
    faults : dict of (str, str) to dict
        By table and id: column to words.
    """

    stop: Stop
    mention: Row | None
    claims: list[Row]
    evidence: dict[str, list[Row]]
    figures: dict[str, Row]
    sources: dict[str, Row]
    faults: Found


def stops(rows: Tables) -> list[Stop]:
    """Return all stops in the order of the article; those without a place come last."""
    found = [(_place(row), Stop("mentions", row["mention"])) for row in rows["mentions"]]
    found += [(_place(row), Stop("claims", row["claim"])) for row in rows["claims"] if not row["mention"]]
    return list(dict.fromkeys(stop for _, stop in sorted(found, key=lambda one: one[0])))


def _place(row: Row) -> int:
    return int(row["start"]) if re.fullmatch(r"\d{1,9}", row["start"]) else 10**9


def anchor(rows: Tables, stop: Stop) -> Row | None:
    """Return the row that says where a stop is in the article."""
    return find(rows, stop.table, stop.id)


def owner(rows: Tables, table: str, name: str) -> Stop | None:
    """Return the stop at which a row is shown, or None for one that is shown at several."""
    claim = find(rows, "claims", (find(rows, "evidence", name) or {}).get("claim")) if table == "evidence" else None
    claim = claim or (find(rows, "claims", name) if table == "claims" else None)
    if claim is None:
        return Stop(table, name) if table == "mentions" else None
    return Stop("mentions", claim["mention"]) if claim["mention"] else Stop("claims", claim["claim"])


def fields(rows: Tables, text: str, faults: Faults, stop: Stop) -> StopRows:
    """Return the rows of a stop with what each lacks.

    Parameters
    ----------
    rows : dict of str to list of dict
    text : str
    faults : Faults
    stop : Stop
    """
    mention = find(rows, "mentions", stop.id) if stop.table == "mentions" else None
    key = "mention" if stop.table == "mentions" else "claim"
    claims = [row for row in rows["claims"] if row[key] == stop.id]
    evidence = {row["claim"]: [e for e in rows["evidence"] if e["claim"] == row["claim"]] for row in claims}
    beside = [row for group in evidence.values() for row in group]
    found = _own(mention, claims, text, faults)
    found |= {("evidence", row["evidence"]): faults.of("evidence", row) for row in beside}
    figures = _named(rows, "figures", {row["figure"] for row in beside})
    sources = _named(rows, "sources", {row["source"] for row in figures.values()})
    for table, named in (("figures", figures), ("sources", sources)):
        found |= {(table, name): faults.of(table, row) for name, row in named.items()}
    return StopRows(stop, mention, claims, evidence, figures, sources, found)


def printed(fields: StopRows, row: Row) -> tuple[Row | None, Row | None]:
    """Return the figure that a row of evidence names and the source that prints it; None for what is not there."""
    figure = fields.figures.get(row["figure"])
    return figure, fields.sources.get(figure["source"]) if figure else None


def untouched(now: StopRows, row: Row) -> bool:
    """Return whether a figure was taken in from a document and not looked at since."""
    return any((part or {}).get("drafted") for part in printed(now, row))


def _named(rows: Tables, table: str, names: Collection[str]) -> dict[str, Row]:
    """Return the rows of a table that have one of some ids, by id."""
    return {row[KEYS[table]]: row for row in rows[table] if row[KEYS[table]] in names}


def _lacking(rows: Tables, faults: Faults) -> set[str]:
    """Return the claims beside which a judged row of evidence, its figure or its source lacks something."""
    bad = {row["source"] for row in rows["sources"] if faults.of("sources", row)}
    bad = {row["figure"] for row in rows["figures"] if row["source"] in bad or faults.of("figures", row)}
    judged = (row for row in rows["evidence"] if row["relation"] != Relation.UNJUDGED)
    return {row["claim"] for row in judged if row["figure"] in bad or faults.of("evidence", row)}


def _own(mention: Row | None, claims: Sequence[Row], text: str, faults: Faults) -> Found:
    """Return the faults of a mention and its claims, by table and id."""
    found = {("claims", row["claim"]): faults.in_text("claims", row, text) for row in claims}
    if mention:
        found["mentions", mention["mention"]] = faults.of_mention(mention, text, bool(claims))
    return found


def states(rows: Tables, text: str, faults: Faults) -> dict[Stop, str]:
    """Return of every stop whether it is ``done``, still ``open``, or ``other``: a number that is no claim.

    Returns
    -------
    dict of Stop to str
    """
    mentions = {row["mention"]: row for row in reversed(rows["mentions"])}
    lacking = _lacking(rows, faults)
    hanging: dict[Stop, list[Row]] = {}
    for row in rows["claims"]:
        stop = Stop("mentions", row["mention"]) if row["mention"] else Stop("claims", row["claim"])
        hanging.setdefault(stop, []).append(row)
    found = {}
    for stop in stops(rows):
        mention = mentions[stop.id] if stop.table == "mentions" else None
        claims = hanging.get(stop, [])
        lacks = any(_own(mention, claims, text, faults).values()) or any(row["claim"] in lacking for row in claims)
        plain = mention is not None and not claims and mention["role"] not in BELONGING
        found[stop] = "open" if lacks else "other" if plain else "done"
    return found
