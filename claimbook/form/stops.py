"""What the form stops at: every number and every statement, with its rows, and whether anything is missing."""

from dataclasses import dataclass

from claimbook.form.changes import find
from claimbook.form.faults import of_evidence, of_mention

CLAIMLESS = "must be claim if and only if a row of claims.csv hangs on the number; choose the role again"


@dataclass(frozen=True)
class Stop:
    """A number (a row of the mentions), or a statement (a claim that hangs on words)."""

    table: str
    id: str


@dataclass(frozen=True)
class Fields:
    """The rows of a stop: its mention (none for a statement), its claims, the evidence beside each, and all faults."""

    stop: Stop
    mention: dict | None
    claims: list
    evidence: dict
    faults: dict


def stops(rows):
    """Return all stops in the order of the article; those without a place come last."""
    found = [(_place(row), Stop("mentions", row["mention"])) for row in rows["mentions"]]
    found += [(_place(row), Stop("claims", row["claim"])) for row in rows["claims"] if not row["mention"]]
    return list(dict.fromkeys(stop for _, stop in sorted(found, key=lambda one: one[0])))


def _place(row):
    return int(row["start"]) if row["start"].isdecimal() else 10**9


def anchor(rows, stop):
    """Return the row that says where a stop stands in the article."""
    return find(rows, stop.table, stop.id)


def owner(rows, table, name):
    """Return the stop at which a row is shown."""
    claim = find(rows, "claims", (find(rows, "evidence", name) or {}).get("claim")) if table == "evidence" else None
    claim = claim or (find(rows, "claims", name) if table == "claims" else None)
    if claim is None:
        return Stop(table, name)
    return Stop("mentions", claim["mention"]) if claim["mention"] else Stop("claims", claim["claim"])


def fields(rows, text, faults, stop):
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
    faults.learn("evidence", beside)
    found = _own(mention, claims, text, faults)
    found |= {("evidence", row["evidence"]): of_evidence(faults, row) for row in beside}
    return Fields(stop, mention, claims, evidence, found)


def _own(mention, claims, text, faults):
    """Return the faults of a mention and its claims, by table and id."""
    found = {("claims", row["claim"]): faults.of("claims", row) for row in claims}
    if mention:
        found["mentions", mention["mention"]] = own = of_mention(faults, mention, text)
        if (mention["role"] == "claim") != bool(claims):
            own.setdefault("role", CLAIMLESS)
    return found


def states(rows, text, faults):
    """Tell of every stop whether it is ``done``, still ``open``, or ``other``: a number that is no claim.

    Returns
    -------
    dict of Stop to str
    """
    faults.learn("mentions", rows["mentions"])
    faults.learn("claims", rows["claims"])
    mentions = {row["mention"]: row for row in reversed(rows["mentions"])}
    hanging = {}
    for row in rows["claims"]:
        stop = Stop("mentions", row["mention"]) if row["mention"] else Stop("claims", row["claim"])
        hanging.setdefault(stop, []).append(row)
    found = {}
    for stop in stops(rows):
        mention = mentions[stop.id] if stop.table == "mentions" else None
        claims = hanging.get(stop, [])
        lacks = any(_own(mention, claims, text, faults).values())
        plain = not claims and mention["role"] != "condition"
        found[stop] = "open" if lacks else "other" if plain else "done"
    return found
