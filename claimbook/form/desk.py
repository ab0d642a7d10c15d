"""A review without a browser: it takes the messages of the view, and says what the view shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from claimbook.draft.draft import about, claims_so_far
from claimbook.form import entry, fields, preamble
from claimbook.form.acts import act, texts_in
from claimbook.form.beside import Beside
from claimbook.form.card import card
from claimbook.form.excerpt import excerpt, on_page, page_of, pages
from claimbook.form.finding import Finding
from claimbook.form.judged import Judged
from claimbook.form.lists import suggested, unit_groups
from claimbook.form.proposed import Proposed
from claimbook.form.removal import hanging
from claimbook.form.said import said_note
from claimbook.language.phrase import LANGUAGES, phrase
from claimbook.propose.written import tried
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import SearchOutcome
from claimbook.tables.workspace import project_of

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.form.session import Session
    from claimbook.judge.claim import Claim

Json = dict[str, Any]


class Desk:
    """A review of an article, as a view shows it.

    Parameters
    ----------
    session : Session
    finding : Finding, optional
        Documents in which passages for the claims are looked for.
    language : str
    """

    def __init__(self, session: Session, finding: Finding | None = None, language: str = "en") -> None:
        self.session: Session = session
        self.language = language
        self.beside: Beside = Beside(session, finding)
        self._judged = Judged(session.files.folder)
        self.models: Proposed = Proposed(session, finding)
        self._asked: tuple[str, str] | None = None
        self._tried: Json = {}
        self._turned: int | None = None
        self._again = True

    def receive(self, message: Mapping[str, Any]) -> None:
        """Do what the view asks; what goes wrong is said in the note."""
        before = self.session.at
        try:
            act(self, message)
        except Problems as problems:
            self.session.note = "\n".join(problems.sentences)
        if self.session.at != before:
            self._turned, self._asked, self._tried = None, None, {}

    def show(self) -> Json:
        """Return what the view shows, by the parts that change together; one claim's detail at a time."""
        session = self.session
        page = self._turned if self._turned is not None else page_of(session, session.at)
        case = self._judged.of(session.rows, self._claims_on(page) | set(self._claims_here()))
        made = card(session, session.at, case, self.language, self.beside.texts()) if session.at else {}
        return {
            "head": self._head(),
            "excerpt": excerpt(session, page, case, self.language),
            "card": self.models.onto(made, self.language),
            "lists": suggested(session.rows) | {"sources": self._sources()},
            "asked": self._question(),
            "tried": self._tried,
        }

    def more(self) -> Json:
        """Return what is offered beside the claims here, which takes longer."""
        again, self._again = self._again, False
        return {name: self.beside.of(name, self.language, again) for name in self._claims_here()}

    def fixed(self) -> Json:
        """Return what changes with the language alone: all words of the view, and the choices of each column."""
        return fields.fixed(self.language) | {"units": unit_groups(self.language)}

    def _head(self) -> Json:
        session = self.session
        done, due = session.progress
        title, language = session.files.about()
        gaps = preamble.missing(session.files.folder)
        return {
            "title": title,
            "article_language": language,
            "language": self.language,
            "left": due - done,
            "done": done,
            "due": due,
            "saved": not (session.pending or session.trouble),
            "trouble": said_note(session.trouble, self.language),
            "note": said_note(session.note, self.language),
            "conflict": list(session.conflict),
            "clashing": [list(one) for one in session.clashing],
            "undo": bool(session.done),
            "redo": bool(session.undone),
            "missing": gaps,
            "about": preamble.shown(session.files.folder),
            "documents": bool(self.beside.finding),
        }

    def _claims_on(self, page: int) -> set[str]:
        stops = {stop.id for *_, stop, state in on_page(self.session, page) if state == "done"}
        return {row["claim"] for row in self.session.rows["claims"] if (row["mention"] or row["claim"]) in stops}

    def _claims_here(self) -> list[str]:
        at = self.session.at
        return [row["claim"] for row in self.session.rows["claims"] if at and (row["mention"] or row["claim"]) == at.id]

    def _sources(self) -> list[tuple[str, str]]:
        return [(row["source"], row["title"] or row["publisher"]) for row in self.session.rows["sources"]][-150:]

    def turn_to(self, page: int) -> None:
        """Show another page of the article; the card stays."""
        self._turned = max(0, min(page, len(pages(self.session.text)) - 1))

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language if language in LANGUAGES else self.language

    def save(self) -> None:
        """Try again what could not be saved."""
        self.session.note = ""
        self.session.save()

    def reread(self, how: Callable[[], object]) -> None:
        """Read the files again, and the article with them."""
        self._judged.forget()
        how()

    def search_in(self, docs: str | PathLike[str]) -> None:
        """Look for passages in a folder of documents, read as it is now."""
        self.beside.finding = self.models.finding = Finding(self.session.files.folder, docs)
        self.beside.found.clear()

    def look(self) -> None:
        """Look for passages again, by the claims as they are now."""
        self._again = True

    def claim(self, name: str) -> Claim:
        """Return a claim as far as it is filled in."""
        when = str(about(self.session.files.folder).get("period", ""))
        found = claims_so_far(self.session.rows, self.session.text, when)
        if name not in found:
            raise Problems([f"{name} is no longer there"])
        return found[name]

    def take(self, message: Mapping[str, Any]) -> None:
        """Accept a passage that was found for a claim, with the number that was chosen of it."""
        name, at, chosen = message["claim"], message.get("at"), message.get("number")
        found = self.beside.found.get(name, [])
        if not isinstance(at, int) or not 0 <= at < len(found) or self.beside.finding is None:
            return
        passage, number = found[at].passage, found[at].number
        if isinstance(chosen, int) and chosen < len(passage.numbers):
            number = passage.numbers[chosen] if chosen >= 0 else None
        self.session.take(self.claim(name), passage, number, self.beside.finding.docs)

    def compute(self, name: str) -> None:
        """Look for figures that can be computed for a claim."""
        self.beside.compute(name)
        if not self.beside.computed[name]:
            self.session.note = phrase("Nothing was found that can be computed for this claim.").said(self.language)

    def accept(self, key: str) -> None:
        """Accept a proposed check or a computed figure."""
        self.session.put(self.beside.accept(key))

    def log(self, message: Mapping[str, Any]) -> None:
        """Write down a search that was made for a claim."""
        outcome, where = message["outcome"], str(message.get("where") or "stored web pages")
        if outcome in set(SearchOutcome):
            rows = self.session.rows
            claim = self.claim(message["claim"]).id
            self.session.put(entry.search_row(rows, claim, message["words"], outcome, where, date.today()))

    def enter_figure(self, message: Mapping[str, Any]) -> None:
        """Enter a sentence that prints a figure, and its source."""
        cells = texts_in(message.get("cells"))
        folder, claim = self.session.files.folder, self.claim(message["claim"])
        own, source = str(about(folder).get("period", "")), str(message.get("source") or "")
        new = entry.figure_from(self.session.rows, claim, message["words"], source, cells, own, project_of(folder))
        self.session.put(new)
        self.session.newest = new["evidence"][0]["evidence"]

    def try_check(self, message: Mapping[str, Any]) -> None:
        """Compute a check that is being written, without entering it."""
        sides = (message["left"], message["op"], message["right"])
        try:
            _, outcome, chinese = tried(self.session.rows, self.session.text, *sides)
        except Problems as problems:
            self._tried = {"why": said_note("\n".join(problems.sentences), self.language)}
        else:
            self._tried = entry.shown(outcome, self.language, chinese)

    def add_check(self, message: Mapping[str, Any]) -> None:
        """Enter a check that was written."""
        sides, rows = (message["left"], message["op"], message["right"]), self.session.rows
        row, _, chinese = tried(rows, self.session.text, *sides)
        title = str(message.get("title") or "").strip()
        known = {one["en"] for one in rows["translations"]}
        said = [{"en": en, "zh": zh} for en, zh in chinese.items() if en not in known and en != title]
        name = {"check": next(entry.new_ids((one["check"] for one in rows["checks"]), "k"))}
        row |= name | ({"title": title} if title else {})
        self.session.put({"checks": [{column: row[column] for column in TABLES["checks"]}], "translations": said})
        self._tried = {}

    def ask_to_remove(self, table: str, name: str) -> None:
        """Ask before a row is removed, with what hangs on it."""
        self._asked = (table, name)

    def forget_asked(self) -> None:
        """Leave what was asked about."""
        self._asked = None

    def remove(self) -> None:
        """Remove what was asked about."""
        if self._asked:
            self.session.remove(*self._asked)
        self._asked = None

    def _question(self) -> Json:
        if self._asked is None:
            return {}
        table, name = self._asked
        gone = hanging(self.session.rows, table, name, self.session.files.named_elsewhere)
        return {"table": table, "id": name, "with": [one.id for one in gone if one.id != name]}

    def about(self, column: str, value: str) -> None:
        """Fill in what is known of the article itself."""
        preamble.fill_in(self.session.files.folder, column, value)
        self._judged.forget()
