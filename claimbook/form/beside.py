"""What is offered beside a claim, and takes longer than a letter: passages, proposals, readings of series, searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimbook import propose
from claimbook.draft.draft import about, claims_so_far, open_draft
from claimbook.draft.search import links, suggestions
from claimbook.find import digest
from claimbook.find.reason import difference
from claimbook.form.fields import BRIEF
from claimbook.form.figures import cut
from claimbook.form.finding import taken
from claimbook.form.readings import KEY, Readings
from claimbook.language.phrase import phrase, say
from claimbook.propose.refusals import keep, key_of, refused
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES, Rows
from claimbook.tables.writer import new_ids

if TYPE_CHECKING:
    from claimbook.find import Number, Offer
    from claimbook.form.finding import Finding
    from claimbook.form.session import Session
    from claimbook.propose import Proposal
    from claimbook.tables.schema import Row

Json = dict[str, Any]
ASKED = ("subject", "metric", "population", "period", "low", "high", "unit", "kind")  # what passages are looked for by
WRITTEN = ("sources", "figures", "computed", "evidence")  # tables that a computed figure adds rows to


class Beside:
    """What was found and proposed for the claims of a session, as long as it is asked for.

    Parameters
    ----------
    session : Session
    finding : Finding or None
        The documents in which passages are looked for.
    """

    def __init__(self, session: Session, finding: Finding | None) -> None:
        self.session, self.finding = session, finding
        self._refused = refused(session.files.folder)
        self.found: dict[str, list[Offer]] = {}
        self._found_by: dict[str, tuple[str, ...]] = {}  # what the claim was when they were found
        self._proposed: tuple[object, Sequence[Proposal]] = (None, ())
        self.computed: dict[str, Sequence[Proposal]] = {}
        self.readings: Readings = Readings(session)

    def of(self, name: str, language: str, again: bool = False) -> Json:
        """Return what is offered beside a claim.

        Parameters
        ----------
        name : str
            Id of the claim.
        language : str
        again : bool
            Whether passages are looked for again.
        """
        row = next((row for row in self.session.rows["claims"] if row["claim"] == name), None)
        if row is None:
            return {}
        asked = tuple(row[column] for column in ASKED)
        if self.finding and (again or name not in self.found or self._found_by.get(name) != asked):
            self.found[name], self._found_by[name] = self.finding.offers(self.session, row), asked
        return {
            "claim": name,
            "passages": list(self._passages(row, language)),
            "documents": self.finding.message(language) if self.finding else "",
            "proposals": [self._proposal(one, language) for one in self.proposals() if self._about(one, name)],
            "computed": [self._proposal(one, language) for one in self.computed.get(name, ()) if self._open(one)],
            "refused": len(self._refused_of(name)),
            "searches": self._searches(name),
            "series": self.readings.of(name, language, self._refused),
        }

    def texts(self) -> dict[str, str]:
        """Return the passages that were found so far by their digests, so that a figure can be shown where it is."""
        return {digest(one.passage): one.passage.text for every in self.found.values() for one in every}

    def _passages(self, row: Row, language: str) -> Iterator[Json]:
        for at, offered in enumerate(self.found.get(row["claim"], [])):
            passage, number = offered.passage, offered.number
            start = _place(passage.text, number) if number else 0
            end = start + (len(number.words) if number and passage.text.startswith(number.words, start) else 0)
            where = passage.document + (f" · {passage.page}" if passage.page else "")
            yield {
                "at": at,
                "where": where,
                "quote": cut(passage.text, start, end),
                "numbers": [one.words for one in passage.numbers],
                "chosen": passage.numbers.index(number) if number in passage.numbers else -1,
                "differs": [difference(one).said(language) for one in offered.differences],
                "proposed": phrase(BRIEF[offered.relation]).said(language) if offered.relation else "",
                "taken": taken(self.session, row, passage) or "",
            }

    def _searches(self, name: str) -> list[Json]:
        claim = self._claims()[name]
        return [{"language": one, "words": words, "links": links(words)} for one, words in suggestions(claim)]

    def _claims(self) -> dict[str, Any]:
        when = str(about(self.session.files.folder).get("period", ""))
        return claims_so_far(self.session.rows, self.session.text, when)

    def proposals(self) -> Sequence[Proposal]:
        """Return the checks that the article proposes and that nobody has accepted or refused."""
        rows = {name: self.session.rows[name] for name in ("mentions", "claims", "checks")}
        state = [[tuple(row.values()) for row in table] for table in rows.values()]
        if self._proposed[0] != state:
            found = propose.proposed(self.session.files.folder, self.session.rows)
            self._proposed = state, found.proposals
        return [one for one in self._proposed[1] if self._open(one)]

    def refuse(self, key: str) -> None:
        """Put a proposal aside, in later sessions too."""
        self._refused.add(key)
        keep(self.session.files.folder, self._refused)

    def bring_back(self, name: str) -> None:
        """Propose again what was refused beside a claim."""
        self._refused -= self._refused_of(name)
        keep(self.session.files.folder, self._refused)

    def _refused_of(self, name: str) -> set[str]:
        about = [one for one in self._proposed[1] if self._about(one, name)]
        keys = {key_of(one) for one in [*about, *self.computed.get(name, ())]} | self.readings.keys(name)
        return keys & self._refused

    def _open(self, one: Proposal) -> bool:
        return key_of(one) not in self._refused

    def _about(self, one: Proposal, name: str) -> bool:
        return name in (one.row["premise"] + " " + one.row["conclusion"]).split()

    def _proposal(self, one: Proposal, language: str) -> Json:
        return {
            "key": key_of(one),
            "table": one.table,
            "title": say(phrase(one.row.get("title") or one.row["metric"]), language, one.chinese),
            "formula": one.formula,
            "filled": one.filled if language == "en" else one.formula,
            "says": one.outcome.said(language),
            "why": one.why.said(language),
            "result": str(one.result),
            "word": phrase(str(one.result)).said(language),
            "reading": say(phrase(one.row.get("reading", "")), language, one.chinese),
            "basis": one.row.get("basis", ""),
        }

    def compute(self, name: str) -> None:
        """Look for figures that can be computed for a claim, from the tables of the documents or what is beside it.

        Raises
        ------
        Problems
            If a table cannot be read.
        """
        docs = self.finding.docs if self.finding else None
        found = propose.for_claim(open_draft(self.session.files.folder), name, docs)
        self.computed[name] = found.proposals

    def accept(self, key: str) -> Rows:
        """Return the rows that a proposal adds.

        Raises
        ------
        Problems
            If it is proposed no longer.
        """
        if key.startswith(KEY):
            return self.readings.accept(key)
        offered = [*self.proposals(), *(one for every in self.computed.values() for one in every)]
        chosen = next((one for one in offered if key_of(one) == key), None)
        if chosen is None:
            raise Problems(["this is proposed no longer; the numbers that it computes with were changed"])
        return self._computed(chosen) if isinstance(chosen, propose.Change) else self._check(chosen)

    def _check(self, chosen: Proposal) -> Rows:
        name = next(new_ids((row["check"] for row in self.session.rows["checks"]), "k"))
        known = {row["en"] for row in self.session.rows["translations"]}
        said = [{"en": en, "zh": zh} for en, zh in chosen.chinese.items() if en not in known]
        return {"checks": [dict.fromkeys(TABLES["checks"], "") | {"check": name} | chosen.row], "translations": said}

    def _computed(self, chosen: propose.Change) -> Rows:
        docs = self.finding.docs if self.finding else None
        grown = {name: [dict(row) for row in self.session.rows[name]] for name in WRITTEN}
        propose.put_change(grown, chosen, propose.read_sources(chosen, docs))
        return {name: grown[name][len(self.session.rows[name]) :] for name in WRITTEN}


def _place(text: str, number: Number) -> int:
    """Return where a number is in a passage; that of a table's cell is the last thing said."""
    return number.start if number.start >= 0 else max(0, text.rfind(number.words))
