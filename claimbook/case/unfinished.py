"""What of an article can be judged while other rows of it are still in work."""

from collections.abc import Iterable, Mapping

from claimbook.tables.fault import Fault
from claimbook.tables.references import NumberedRows, followed, names
from claimbook.tables.schema import KEYS, Row
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON

# Where a cell names claims, and goes on without those that are still in work.
LOOSE = (("mentions", "of"), ("claims", "facet_of"), ("claims", "depends_on"), ("searches", "claims"))
ANCHORS = ("mention", "start", "end", "exact", "claim", "figure", "source", "kind", "role")  # never left empty


def is_gap(fault: Fault, tables: Mapping[str, list[Row] | None]) -> bool:
    """Return whether something is missing rather than wrong: a cell is empty, or drafted and confirmed by nobody."""
    rows = tables.get(fault.table) or []
    if fault.gap or fault.row is None or not 2 <= fault.row < len(rows) + 2 or fault.column in ANCHORS:
        return fault.gap
    cell = rows[fault.row - 2].get(fault.column, "")
    return fault.column == "drafted" or not cell.strip() or any(words in cell for words in LEFT_TO_A_PERSON)


def finished(tables: Mapping[str, list[Row]], faults: Iterable[Fault]) -> dict[str, list[Row]]:
    """Return the tables without the rows that have faults, and without what rests on these.

    A number of the article stays in any case; what names claims that are in work names the others alone.

    Parameters
    ----------
    tables : dict of str to list of dict
    faults : iterable of Fault
    """
    bad = {(fault.table, fault.row) for fault in faults if fault.table != "mentions"}
    rows: NumberedRows = {
        table: [(number, row) for number, row in enumerate(every, 2) if (table, number) not in bad]
        for table, every in tables.items()
    }
    while True:
        left = _computable(followed(_loosened(rows)))
        if left == rows:
            return {table: [row for _, row in pairs] for table, pairs in left.items()}
        rows = left


def _loosened(rows: NumberedRows) -> NumberedRows:
    """Return the rows with the names of claims that are not there taken out; a search for none of them goes."""
    claims = {row["claim"] for _, row in rows["claims"]}
    found = dict(rows)
    for table, column in LOOSE:
        kept = [(number, row, _known(row[column], claims)) for number, row in found[table]]
        lost = [number for number, row, words in kept if table == "searches" and row[column] and not words]
        found[table] = [(number, row | {column: words}) for number, row, words in kept if number not in lost]
    return found


def _known(cell: str, claims: set[str]) -> str:
    return " ".join(name for name in cell.split() if name in claims)


def _computable(rows: NumberedRows) -> NumberedRows:
    """Return the rows without the checks that compute with something that is not there."""
    tables = ("mentions", "claims", "figures", "computed")
    known = {row[KEYS[table]] for table in tables for _, row in rows[table]} | {"sections"}
    return rows | {"checks": [pair for pair in rows["checks"] if _inputs(pair[1]) <= known]}


def _inputs(check: Row) -> set[str]:
    used = names(f"{check['left']} {check['right']} {check['words']}")
    return {name.removesuffix("_low").removesuffix("_high") for name in used}


def left_out(every: Mapping[str, list[Row]], complete: Mapping[str, list[Row]]) -> tuple[str, ...]:
    """Return the ids of the claims that are still in work."""
    done = {row["claim"] for row in complete["claims"]}
    return tuple(row["claim"] for row in every["claims"] if row["claim"] not in done)
