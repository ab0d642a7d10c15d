"""What language models propose for the claims of a review: shown with who proposed it, and decided one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimbook.draft.draft import open_draft
from claimbook.form.changes import Change, additions
from claimbook.form.fields import LABELS
from claimbook.form.said import said_note
from claimbook.language.phrase import phrase
from claimbook.model import decide
from claimbook.model.state import SHOWN, States, trust
from claimbook.model.store import path_of, read_proposals
from claimbook.model.words import Place, State
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from claimbook.form.finding import Finding
    from claimbook.form.session import Session
    from claimbook.tables.schema import Row

Json = dict[str, Any]
KEY = "model "  # before the id of a proposal, where the view names one


class Proposed:
    """The proposals of models for the article of a session.

    Parameters
    ----------
    session : Session
    finding : Finding or None
        The documents in which passages are.
    """

    def __init__(self, session: Session, finding: Finding | None) -> None:
        self._session, self.finding = session, finding
        self._read: tuple[object, list[Row]] = (None, [])

    @property
    def rows(self) -> list[Row]:
        """All proposals, read again where their file changed; none while it is broken."""
        path = path_of(self._session.files.folder)
        stamp = (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
        if self._read[0] != stamp:
            try:
                self._read = stamp, read_proposals(path.parent)
            except Problems as problems:
                self._session.note = " ".join(problems.sentences)
                self._read = stamp, []
        return self._read[1]

    def onto(self, card: Json, language: str) -> Json:
        """Add to a card what is proposed for its number and its claims, and who drafted which cell."""
        if not card or not self.rows:
            return card
        states = States(self._session.rows)
        card["models"] = self._about(states, "mentions", card["id"], language)
        card["trust"] = self._trust(language)
        for claim in card["claims"]:
            claim["models"] = self._about(states, None, claim["id"], language)
            claim["aside"] = self._aside(claim["id"], language)
            claim["drafted_by"] = self._drafted_by(states, claim["id"])
        return card

    def _open(self, states: States, name: str) -> list[Row]:
        return [one for one in self.rows if one["row"] == name and states.of(one) is State.OPEN]

    def _drafted_by(self, states: States, name: str) -> dict[str, str]:
        return {one["column"]: one["model"] for one in self._open(states, name) if one["place"] == Place.CELL}

    def _about(self, states: States, table: str | None, name: str, language: str) -> list[Json]:
        names = self._checks(name)
        every = [*self._open(states, name), *(one for one in self.rows if one["proposal"] in names)]
        found = [one for one in every if table in (None, one["table"]) and states.of(one) is State.OPEN]
        return [_shown(one, language) for one in found]

    def _checks(self, name: str) -> set[str]:
        """Return the proposed checks that compute with a claim."""
        rows = (one for one in self.rows if one["table"] == "checks" and not one["gate"])
        return {one["proposal"] for one in rows if name in one["cell"].replace("(", " ").replace(")", " ").split()}

    def _aside(self, name: str, language: str) -> list[str]:
        failed = [one for one in self.rows if one["row"] == name and one["gate"]]
        gates = [phrase(one["gate"]).said(language) for one in failed]
        faults = [said_note(one["fault"], language) for one in failed]
        return [f"{_label(one['column'], language)} · {gate}: {fault}"
                for one, gate, fault in zip(failed, gates, faults, strict=True)]  # fmt: skip

    def _trust(self, language: str) -> list[list[str]]:
        """Return a table of how often each model was right here, by field, with its heads."""
        heads = [phrase(word).said(language) for word in ("model", "field", *SHOWN)]
        found = trust(self.rows, self._session.rows)
        return [
            heads,
            *([who, _label(what, language), *(str(counts[s]) for s in SHOWN)] for (who, what), counts in found.items()),
        ]

    def accept(self, key: str) -> None:
        """Accept one proposal, as one step."""
        one = decide.found(self.rows, key.removeprefix(KEY))
        session = self._session
        if one["gate"]:
            raise Problems([f"{one['proposal']}: is not open, it is {State.FAILED}; nothing was changed"])
        if one["table"] == "checks":
            session.put(decide.accepted_check(session.rows, session.text, one))
        elif one["table"] == "evidence":
            self._take(one)
        elif one["column"] == "role":
            session.set("mentions", one["row"], "role", one["cell"])
        else:
            session.enter(self._cells([one]))

    def accept_cells(self, claim: str) -> None:
        """Accept the cells that are proposed for a claim, as one step; of two readings of one none, and no relation."""
        states = States(self._session.rows)
        cells = [one for one in self._open(states, claim) if one["table"] == "claims"]
        columns = [one["column"] for one in cells]
        if changes := self._cells([one for one in cells if columns.count(one["column"]) == 1]):
            self._session.enter(changes)

    def _cells(self, proposals: Sequence[Row]) -> list[Change]:
        """Return the change that accepts cells of one row."""
        if not proposals:
            return []
        before = decide.target(self._session.rows, proposals[0])
        after = dict(before)
        for one in proposals:
            after = decide.accepted_cell(after, one)
        return [Change(proposals[0]["table"], proposals[0]["row"], dict(before), after)] if after != before else []

    def _take(self, one: Row) -> None:
        """Take in a passage with the relation that is proposed, which counts for nothing until it is answered."""
        if self.finding is None:
            raise Problems([f"{one['proposal']}: is from {one['document']}; give its folder with --docs"])
        passage = decide.passage_of(self.finding.index, one)
        if passage is None:
            raise Problems([f"{one['document']}: the passage is no longer there; read the folder again"])
        session = self._session
        opened = open_draft(session.files.folder)
        new = decide.accepted_evidence(session.rows, opened, one, passage, self.finding.docs)
        session.newest = new["evidence"][0]["evidence"]
        session.enter(additions(new))

    def refuse(self, key: str) -> None:
        """Refuse one proposal: a cell that it was written into is as it was before."""
        self._refuse([decide.found(self.rows, key.removeprefix(KEY))])

    def refuse_cells(self, claim: str) -> None:
        """Refuse the cells that are proposed for a claim, as one step."""
        states = States(self._session.rows)
        self._refuse([one for one in self._open(states, claim) if one["table"] == "claims"])

    def _refuse(self, proposals: Sequence[Row]) -> None:
        written = [one for one in proposals if one["place"] == Place.CELL]
        if written:
            before = decide.target(self._session.rows, written[0])
            after = dict(before)
            for one in written:
                after = decide.refused_cell(after, one)
            if after != before:
                self._session.enter([Change(written[0]["table"], written[0]["row"], dict(before), after)])
        decide.note_refused(self._session.files.folder, [one["proposal"] for one in proposals])


def _label(column: str, language: str) -> str:
    return phrase(LABELS.get(column, column)).said(language)


def _shown(one: Row, language: str) -> Json:
    """Return a proposal as the view draws it."""
    where = f"{one['document']} · {one['page']}" if one["page"] else one["document"]
    said = {"by": f"{one['model']} · {one['date']}", "quote": one["exact"], "where": where, "note": one["note"]}
    cell = phrase(one["cell"]).said(language) if one["column"] in ("role", "relation") else one["cell"]
    held = phrase(one["instead"]).said(language) if one["column"] == "role" else one["instead"]
    made = {"key": f"{KEY}{one['proposal']}", "field": _label(one["column"], language), "cell": cell, "instead": held}
    return (
        made
        | said
        | {"table": one["table"], "row": one["row"], "column": one["column"], "placed": one["place"] == Place.CELL}
    )
