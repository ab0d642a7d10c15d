"""What a changed role brings with it: the claim of a number comes, or goes and is kept for the way back."""

from collections.abc import Collection

from claimbook.draft.rows import claim_at
from claimbook.form.changes import Change
from claimbook.tables.schema import KEYS, Row, Rows
from claimbook.tables.vocabulary import BELONGING
from claimbook.tables.writer import new_ids


class Roles:
    """The rows that changed roles removed from the tables in this session, by mention."""

    def __init__(self) -> None:
        self._kept: dict[str, list[Change]] = {}
        self._conditions: dict[str, str] = {}

    def changes(self, rows: Rows, text: str, mention: Row, role: str) -> list[Change]:
        """Return the changes that give a mention another role, its claims and their evidence moved in or out.

        Parameters
        ----------
        rows : dict of str to list of dict
        text : str
            The article.
        mention : dict
            A row of ``mentions.csv``.
        role : str
        """
        name, after = mention["mention"], mention | {"role": role}
        if mention["role"] in BELONGING and role not in BELONGING:
            self._conditions[name], after["of"] = mention["of"], ""
        elif role in BELONGING:
            after["of"] = mention["of"] or self._conditions.get(name, "")
        first = [Change("mentions", name, dict(mention), after)] if after != mention else []
        here = {row["claim"] for row in rows["claims"] if row["mention"] == name}
        if role != "claim" and here:
            self._kept[name] = _leaving(rows, here)
            return [*first, *self._kept[name]]
        if role == "claim" and not here:
            back = [change.inverse for change in reversed(self._kept.get(name, ()))]
            return [*first, *(back or [self._new(rows, text, mention)])]
        return first

    def late(self, table: str, name: str, column: str, value: str) -> bool:
        """Enter a cell into a row that is kept; return whether there is such a row."""
        for kept in self._kept.values():
            for at, change in enumerate(kept):
                if (change.table, change.id) == (table, name) and change.before:
                    kept[at] = Change(table, name, change.before | {column: value}, None, change.place)
                    return True
        return False

    def _new(self, rows: Rows, text: str, mention: Row) -> Change:
        """Draft a claim under an id that no row has, here or kept."""
        taken = [row["claim"] for row in rows["claims"]]
        taken += [change.id for kept in self._kept.values() for change in kept if change.table == "claims"]
        row = claim_at(text, mention) | {"claim": next(new_ids(taken, "c"))}
        return Change("claims", row["claim"], None, row)


def _leaving(rows: Rows, claims: Collection[str]) -> list[Change]:
    """Return the changes that remove claims and their evidence, the last row first."""
    return [
        Change(table, row[KEYS[table]], dict(row), None, place)
        for table in ("evidence", "claims")
        for place, row in reversed(list(enumerate(rows[table])))
        if row["claim"] in claims
    ]
