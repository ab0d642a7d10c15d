"""What goes with a row that is removed: the evidence for a claim, the figures of a source, what nothing else names."""

from collections.abc import Callable, Iterator

from claimbook.form.changes import Change, find
from claimbook.tables.references import names
from claimbook.tables.schema import KEYS, Rows

Elsewhere = Callable[[str], bool]  # whether another article names a figure


def hanging(rows: Rows, table: str, name: str, elsewhere: Elsewhere) -> list[Change]:
    """Return the changes that remove a row with all that hangs on it, the last row of each table first.

    A claim takes its evidence along, a source its figures. A figure, a computed figure or a source goes too where
    nothing that stays names it, in this article or in another.

    Parameters
    ----------
    rows : dict of str to list of dict
    table, name : str
        A claim that is a statement, a row of evidence, a source, a check or a search.
    elsewhere : callable
    """
    gone = {key: set[str]() for key in rows} | {table: {name} if find(rows, table, name) else set()}
    gone["figures"] |= {row["figure"] for row in rows["figures"] if row["source"] in gone["sources"]}
    gone["computed"] |= {row["computed"] for row in rows["computed"] if gone["figures"] & set(names(row["expression"]))}
    printed = gone["figures"] | gone["computed"]
    gone["evidence"] |= {
        e["evidence"] for e in rows["evidence"] if e["claim"] in gone["claims"] or e["figure"] in printed
    }
    if table in ("claims", "evidence"):
        _orphans(rows, gone, elsewhere)
    return list(_changes(rows, gone))


def _orphans(rows: Rows, gone: dict[str, set[str]], elsewhere: Elsewhere) -> None:
    """Add the figures and sources that only rows which go have named."""
    left = {row["figure"] for row in rows["evidence"] if row["evidence"] not in gone["evidence"]}
    for row in rows["checks"]:
        left |= set(names(f"{row['left']} {row['right']} {row['words']}"))
    named = {row["figure"] for row in rows["evidence"] if row["evidence"] in gone["evidence"]}
    free = {name for name in named - left if not elsewhere(name)}
    gone["computed"] |= {row["computed"] for row in rows["computed"] if row["computed"] in free}
    parts = {row["computed"]: set(names(row["expression"])) for row in rows["computed"]}
    left = left.union(*(used for name, used in parts.items() if name not in gone["computed"]))
    free = free.union(*(parts[name] for name in gone["computed"]))
    gone["figures"] |= {
        row["figure"] for row in rows["figures"] if row["figure"] in free - left and not elsewhere(row["figure"])
    }
    kept = {row["source"] for row in rows["figures"] if row["figure"] not in gone["figures"]}
    gone["sources"] |= {row["source"] for row in rows["figures"] if row["figure"] in gone["figures"]} - kept


def _changes(rows: Rows, gone: dict[str, set[str]]) -> Iterator[Change]:
    for table in ("checks", "searches", "evidence", "computed", "figures", "sources", "claims"):
        for place, row in reversed(list(enumerate(rows[table]))):
            if row[KEYS[table]] in gone[table]:
                yield Change(table, row[KEYS[table]], dict(row), None, place)
