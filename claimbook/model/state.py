"""What became of each proposal, read off the tables as they are now, and how often each model was right here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from claimbook.case.row_rules import drafted_cells
from claimbook.model.words import Place, State
from claimbook.tables.schema import KEYS, Row, Rows
from claimbook.tables.vocabulary import Relation

FIELDS = ("role", "metric", "subject", "population", "period", "statement_en", "statement_zh", "relation", "check")
SHOWN = (State.OPEN, State.ACCEPTED, State.CHANGED, State.REFUSED, State.FAILED)


class States:
    """What became of proposals, by the rows of the article.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``mentions``, ``claims``, ``figures``, ``evidence`` and ``checks``.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._by_id = {name: {row[KEYS[name]]: row for row in rows[name]} for name in ("mentions", "claims")}
        self._passages = {row["figure"]: row["passage_sha256"] for row in rows["figures"]}

    def of(self, one: Row) -> State:
        """Return what became of a proposal."""
        if one["gate"]:
            return State.FAILED
        if one["place"] == Place.ROW:
            return self._of_evidence(one) if one["table"] == "evidence" else self._of_check(one)
        row = self._by_id.get(one["table"], {}).get(one["row"], {})
        now, waits = row.get(one["column"], ""), one["column"] in drafted_cells(row)
        if one["refused"] and not (waits and now == one["cell"]):  # or else the refusal was undone
            return State.REFUSED
        if waits:
            return State.OPEN
        if now == one["cell"]:
            return State.ACCEPTED
        return self._otherwise(one, now)

    def _otherwise(self, one: Row, now: str) -> State:
        """Return what became of a proposal that is not what its cell holds."""
        if one["place"] == Place.CELL:
            return State.CHANGED if now else State.REFUSED
        if now != one["instead"]:
            return State.CHANGED
        return State.OPEN if one["place"] == Place.ENTRY else State.REFUSED  # a draft that somebody confirmed instead

    def _of_evidence(self, one: Row) -> State:
        beside = (row for row in self._rows["evidence"] if row["claim"] == one["row"])
        found = [row for row in beside if self._passages.get(row["figure"]) == one["passage_sha256"]]
        judged = [row["relation"] for row in found if row["relation"] != Relation.UNJUDGED]
        if judged:
            return State.ACCEPTED if one["cell"] in judged else State.CHANGED
        return State.REFUSED if one["refused"] else State.OPEN

    def _of_check(self, one: Row) -> State:
        there = {f"{row['left']} {row['op']} {row['right']}" for row in self._rows["checks"]}
        return State.ACCEPTED if one["cell"] in there else State.REFUSED if one["refused"] else State.OPEN


def trust(proposals: Iterable[Row], rows: Rows) -> dict[tuple[str, str], Mapping[State, int]]:
    """Return how many proposals of each model and field were accepted, changed, refused, put aside, or are open."""
    states, found = States(rows), dict[tuple[str, str], Counter[State]]()
    for one in proposals:
        found.setdefault((one["model"], one["column"] or "–"), Counter())[states.of(one)] += 1
    order = {name: at for at, name in enumerate(FIELDS)}
    return dict(sorted(found.items(), key=lambda pair: (pair[0][0], order.get(pair[0][1], len(order)))))
