"""What a claim may mean over the frozen series of the workspace, for a person to accept, or to say why none fits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from claimbook import propose
from claimbook.draft.draft import open_draft
from claimbook.form.entry import search_row
from claimbook.form.said import said_note
from claimbook.language.phrase import phrase
from claimbook.propose.pairing import SAID, Pairing
from claimbook.series.agree import SAID as TRUTHS
from claimbook.series.frozen import certificates
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import SearchOutcome
from claimbook.tables.workspace import project_of

if TYPE_CHECKING:
    from claimbook.form.session import Session
    from claimbook.propose import Paired
    from claimbook.tables.schema import Rows

Json = dict[str, Any]
KEY = "series "  # before a reading, where the view names one
WRITTEN = ("sources", "figures", "computed", "evidence")  # tables that an accepted reading adds rows to
WHERE = "frozen series of the workspace"
FEW = 3  # series that are named where none fits


class Readings:
    """The readings of the claims of a session over the series of its workspace.

    Parameters
    ----------
    session : Session
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._home = project_of(session.files.folder)
        self._found: dict[str, tuple[object, Paired]] = {}

    def of(self, name: str, language: str, refused: Collection[str]) -> Json:
        """Return the readings of a claim; nothing where the workspace has no series.

        Parameters
        ----------
        name : str
            Id of the claim.
        language : str
        refused : collection of str
            The keys of what was put aside.
        """
        try:
            paired = self._paired(name)
        except Problems as problems:
            return {"readings": [], "unread": [said_note(one, language) for one in problems.sentences]}
        if paired is None:
            return {}
        return {
            "readings": [_shown(one, language) for one in paired.pairings if key_of(one) not in refused],
            "unread": [said_note(words, language) for words in paired.refused],
        }

    def _paired(self, name: str) -> Paired | None:
        """Return what was read for a claim, again where its row or the series have changed."""
        series = certificates(self._home)
        row = next((row for row in self._session.rows["claims"] if row["claim"] == name), None)
        if not series or row is None:
            return None
        stamp = (tuple(row.values()), tuple(one["sha256"] for one in series))
        if name not in self._found or self._found[name][0] != stamp:
            opened = open_draft(self._session.files.folder)
            self._found[name] = stamp, propose.pair(opened, name)
        return self._found[name][1]

    def keys(self, name: str) -> set[str]:
        """Return the keys of the readings that were found for a claim."""
        return {key_of(one) for one in self._found[name][1].pairings} if name in self._found else set()

    def accept(self, key: str) -> Rows:
        """Return the rows that a reading adds: its series as a source, its cells, the formula, evidence to judge.

        Raises
        ------
        Problems
            If it is proposed no longer, or is beside the claim already.
        """
        offered = [one for _, paired in self._found.values() for one in paired.pairings]
        chosen = next((one for one in offered if key_of(one) == key), None)
        if chosen is None:
            raise Problems(["this is proposed no longer; the numbers that it computes with were changed"])
        rows = self._session.rows
        grown = {name: [dict(row) for row in rows[name]] for name in WRITTEN}
        propose.put_pairing(grown | {"claims": rows["claims"]}, chosen, self._home)
        return {name: grown[name][len(rows[name]) :] for name in WRITTEN}

    def none(self, name: str, why: str) -> Rows:
        """Return the search that says that no series fits, and why.

        Raises
        ------
        Problems
            If no reason is given.
        """
        if not (why := " ".join(why.split())):
            raise Problems(["say why no series fits"])
        row = next((row for row in self._session.rows["claims"] if row["claim"] == name), None)
        if row is None:
            raise Problems([f"{name} is no longer there"])
        words = " ".join(filter(None, (row["subject"], row["metric"], row["period"]))) or row["exact"] or name
        ranked = self._found[name][1].ranked if name in self._found else ()
        titles = "; ".join(dict.fromkeys(hit.series.title for hit in ranked[:FEW]))
        made = search_row(self._session.rows, name, words, SearchOutcome.NOTHING, WHERE, date.today())
        for one in made["searches"]:
            one["note"] = f"{why} (offered: {titles})" if titles else why
        return made


def key_of(one: Pairing) -> str:
    """Return by what the view names a reading."""
    assert one.claim and one.series
    return f"{KEY}{one.claim.id} {one.series.id} {one.formula} {one.filled}"


def _shown(one: Pairing, language: str) -> Json:
    """Return a reading as the view draws it."""
    assert one.series
    beside = [
        f"{each.what.said(language)}{': ' + each.result.said.said(language) if each.result else ''}"
        f" [{TRUTHS[each.truth].said(language)}]"
        for each in one.beside.beside
    ]
    return {
        "key": key_of(one),
        "result": one.result,
        "word": SAID[one.result].said(language),
        "says": one.outcome.said(language),
        "formula": one.formula,
        "filled": one.filled,
        "series": f"{one.series.title} · {one.series.publisher} · {one.series.vintage}".rstrip(" ·"),
        "why": one.why.said(language),
        "cells": [[cell.place, cell.period, cell.printed, phrase(cell.status).said(language)] for cell in one.cells],
        "caveats": [words.said(language) for words in one.caveats],
        "beside": beside,
        "unread": list(one.unread),
    }
