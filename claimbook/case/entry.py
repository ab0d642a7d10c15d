"""A number of the article as the ledger lists it, with its role and the claim that it belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.judge.claim import Claim, selector_of
from claimbook.tables.schema import Row
from claimbook.text.selector import Selector


@dataclass(frozen=True)
class Entry:
    """One row of ``mentions.csv``; `claim` is the claim that hangs on the number, or the one it is a condition of."""

    id: str
    selector: Selector
    role: str
    claim: str
    note: str


def entries_of(rows: Iterable[Row], claims: Mapping[str, Claim]) -> tuple[Entry, ...]:
    """Return the rows of ``mentions.csv`` as `Entry`."""
    hangs = {claim.mention: claim.id for claim in claims.values() if claim.mention}
    return tuple(
        Entry(row["mention"], selector_of(row), row["role"], hangs.get(row["mention"]) or row["of"], row["note"])
        for row in rows
    )
