"""What will be sent before anything is: the questions, how many tokens, what they may cost, and what stays here."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.case.private import OF_FILE
from claimbook.language.sentences import translated
from claimbook.model.asks import BATCH, asks_of, evidence_asks
from claimbook.model.chat import Body
from claimbook.model.keep import Shelf
from claimbook.model.known import Known, known_of
from claimbook.model.prompt import Ask
from claimbook.model.words import What
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from claimbook.draft.draft import Draft
    from claimbook.find.passage import Passage

ANSWER = 400  # tokens of a reply that are allowed for each number or claim that is asked about
TOP = 5  # passages a claim
PRIVATE = "private"  # a folder of this name holds what its holder has not published
MILLION = 1_000_000
PRICE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?),(\d{1,9}(?:\.\d{1,9})?)", re.ASCII)


@dataclass(frozen=True)
class Server:
    """Where questions go, and how.

    Parameters
    ----------
    address, model : str
    price : (Decimal, Decimal), optional
        For a million tokens that are sent, and for a million of replies.
    plain : bool
        Whether only the model and the messages are sent, for servers that refuse the rest.
    """

    address: str
    model: str
    price: tuple[Decimal, Decimal] | None = None
    plain: bool = False

    def body(self, ask: Ask) -> Body:
        """Return what is sent for a question."""
        body: Body = {"model": self.model, "messages": ask.messages}
        if self.plain:
            return body
        how = {"temperature": 0, "max_tokens": most(ask), "stream": False}
        return body | how | {"response_format": {"type": "json_object"}}

    def cost(self, sent: int, answered: int) -> Decimal | None:
        """Return what tokens cost, or None where no price is known."""
        return None if self.price is None else (sent * self.price[0] + answered * self.price[1]) / MILLION


def price_of(words: str) -> tuple[Decimal, Decimal]:
    """Read what a million tokens cost, sent and answered.

    Raises
    ------
    Problems
        If it is no pair of numbers.

    Examples
    --------
    >>> price_of("0.15, 0.60")
    (Decimal('0.15'), Decimal('0.60'))
    """
    found = PRICE.fullmatch(words.replace(" ", ""))
    if not found:
        raise Problems([f"“{words}” must be two prices for a million tokens, such as 0.15,0.60"])
    return Decimal(found[1]), Decimal(found[2])


def most(ask: Ask) -> int:
    """Return how many tokens a reply may have."""
    return ANSWER * (len(ask.names) + 1)


@dataclass(frozen=True)
class Plan:
    """The questions about an article, and which of them are answered already.

    Parameters
    ----------
    known : Known
    server : Server
    asks : list of Ask
    kept : set of str
        Digests of the questions whose replies are kept.
    withheld : list of str
        Private documents that are not sent.
    """

    known: Known
    server: Server
    asks: Sequence[Ask]
    kept: frozenset[str] = frozenset()
    withheld: Sequence[str] = field(default=())

    @property
    def fresh(self) -> list[Ask]:
        """The questions that will be sent."""
        return [ask for ask in self.asks if ask.digest not in self.kept]

    @property
    def tokens(self) -> tuple[int, int]:
        """About how many tokens will be sent, and how many replies may have at most."""
        return sum(ask.tokens for ask in self.fresh), sum(map(most, self.fresh))

    @property
    def cost(self) -> Decimal | None:
        """What that may cost at most, or None where no price is known."""
        return self.server.cost(*self.tokens)

    @property
    def documents(self) -> dict[str, int]:
        """The documents of which passages will be sent, each with how many."""
        return dict(Counter(one.document for ask in self.fresh for one in ask.passages.values()))

    def lines(self) -> list[str]:
        """Say what will be sent, where to, how many tokens, and what it may cost, a sentence each."""
        sent, answered = self.tokens
        counts = Counter(ask.what for ask in self.fresh)
        asked = ", ".join(f"{translated(what)} {many}" for what, many in counts.items()) or "none"
        count = len(self.fresh)
        to, model = self.server.address, self.server.model
        said = [f"To {to}, model {model}: {count} request{'' if count == 1 else 's'} ({asked})."]
        if self.kept:
            said.append(f"{len(self.kept)} replies are kept from before, and not asked for again.")
        if not self.fresh:
            return said
        said.append(
            f"About {sent:,} tokens (estimated: one for each Chinese character, one for every three others), "
            f"and at most {answered:,} in the replies."
        )
        cost = self.cost
        said.append(f"At most about {cost:.4f}, by the price that you gave." if cost is not None else NO_PRICE)
        if self.server.plain:
            said.append(NO_LIMIT)
        said.append(TEXT_SENT)
        if documents := self.documents:
            said.append(f"Passages of your documents: {_listed(documents)}.")
        if self.withheld:
            said.append(f"Not sent, since private: {', '.join(self.withheld)}; --private NAME sends one.")
        return said


NO_PRICE = "What it costs is not known; --price IN,OUT gives what a million tokens cost."
NO_LIMIT = "With --plain the server is given no limit: replies may be longer, and cost more."
TEXT_SENT = (
    "Sent are the article's title, date and text around its numbers, the ids of these, and what a person filled "
    "in of its claims."
)


def _listed(documents: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in sorted(documents.items()))


def plan(
    opened: Draft, server: Server, whats: Iterable[What], names: Sequence[str] = (), docs: Path | None = None,
    named: Sequence[str] = (), batch: int = BATCH,
) -> Plan:  # fmt: skip
    """Return what will be asked about an article; nothing is sent.

    Parameters
    ----------
    opened : Draft
    server : Server
    whats : iterable of What
    names : sequence of str
        Claims to ask about; without them, all that are not filled in.
    docs : Path, optional
        For evidence: the folder of documents.
    named : sequence of str
        Private documents that may be sent, by name.
    batch : int
        Numbers or claims a question.

    Raises
    ------
    Problems
        If evidence is asked for without documents, or a table cannot be read.
    """
    known, asks, withheld = known_of(opened.folder), list[Ask](), list[str]()
    for what in whats:
        if what is not What.EVIDENCE:
            asks += asks_of(known, what, names, batch)
            continue
        if docs is None:
            raise Problems(["--docs: evidence needs a folder of documents; give it, or another --what"])
        found, withheld = _found(opened, known, docs, names or list(opened.claims), named)
        asks += evidence_asks(known, found, max(1, batch // 4))
    shelf = Shelf(opened.home, opened.folder.resolve().name, server.address)
    kept = frozenset(ask.digest for ask in asks if shelf.get(server.body(ask)))
    return Plan(known, server, asks, kept, withheld)


def _found(
    opened: Draft, known: Known, docs: Path, names: Sequence[str], named: Sequence[str]
) -> tuple[dict[str, list[Passage]], list[str]]:
    """Return the best passages for claims that may be sent, and the private documents that stay here."""
    from claimbook import find

    asked = find.queries(opened.claims, opened.book, opened.searches)
    index = find.open_index(docs, find.store_of(opened, docs), asked=asked.values())
    there = {one.document for one in index.passages} | {one.table.document for one in index.sheets}
    closed = {name for name in there if is_private(known, docs, name)} - set(named)
    found = {
        name: [one for one in map(index.shown, find.rank(index, asked[name], 4 * TOP)) if one.document not in closed]
        for name in names
    }
    return {name: every[:TOP] for name, every in found.items()}, sorted(closed)


def _folders(known: Known, docs: Path) -> Sequence[str]:
    """Return the folders of a workspace that documents are in; of documents elsewhere their own folder alone."""
    place, home = docs.resolve(), known.folder.resolve().parents[2] if known.folder else None
    return place.relative_to(home).parts if home and place.is_relative_to(home) else place.parts[-1:]


def is_private(known: Known, docs: Path, name: str) -> bool:
    """Return whether a document is private: its source is on record so, or it is in a folder of that name."""
    if PRIVATE in map(str.casefold, (*_folders(known, docs), *Path(name).parts[:-1])):
        return True
    closed = [row for row in known.rows["sources"] if row["private"]]
    if not closed:
        return False
    try:
        number = hashlib.sha256((docs / name).read_bytes()).hexdigest()[:12]  # of which the id of its source is made
    except OSError:
        return True
    return any(row["source"].endswith(number) or row["note"] == f"{OF_FILE}{name}" for row in closed)
