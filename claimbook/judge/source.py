"""Sources and the figures that they print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from claimbook.language.phrase import Spoken, phrase, show
from claimbook.quantity.period import Period, period
from claimbook.quantity.quantity import Quantity
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Copy, Tier

WITHHELD = "a document that its holder has not published"


def names_in(words: str) -> set[str]:
    """Return what a cell names: the whole, what is before brackets, and what is in them, in small letters.

    Examples
    --------
    >>> sorted(names_in("Li Wei (Reuters)"))
    ['li wei', 'li wei (reuters)', 'reuters']
    """
    before, _, inside = words.partition("(")
    return {name.strip(" )").casefold() for name in (before, inside) if name.strip(" )")} | {words.casefold()}


@dataclass(frozen=True)
class Source:
    """A public document; the fields are the columns of ``sources.csv``."""

    id: str
    title: str
    publisher: str
    author: str
    url: str
    published: str
    tier: Tier
    copy: Copy
    origin: str
    read: str
    read_on: str
    note: str = ""
    private: bool = field(default=False, repr=False)  # what is withheld then changes the digest of a case

    @property
    def who(self) -> str:
        """Who says it: its author by name, with the publisher whose own page it is; never a page that only hosts it.

        An author in small letters or brackets, such as “newsroom”, is described; then the publisher is named.
        """
        if self.author[:1] in ("", "[") or self.author[0].islower():
            return self.publisher
        hosted = self.copy is not Copy.ORIGINAL
        apart = names_in(self.author).isdisjoint(names_in(self.publisher)) and not any(
            name in self.author.casefold() for name in names_in(self.publisher)
        )
        if not hosted and self.author.casefold() in self.publisher.casefold():
            return self.publisher
        outlet = self.publisher.partition(" (")[0]
        return f"{self.author} ({outlet})" if apart and not hosted else self.author

    def speaks_for(self, own: Mapping[str, str]) -> str:
        """Return the name under which its author is one of an article's own voices, or an empty string."""
        said_by = names_in(self.author or self.publisher) | {self.origin.casefold()}
        return next((own[name] for name in sorted(said_by) if name in own), "")


@dataclass(frozen=True)
class Figure:
    """One quantity, or one statement in fixed words, as one source prints it, or as it is computed from such.

    A computed figure has `parts`, and a `formula` that says them; its source is the weakest of theirs.
    """

    id: str
    source: Source
    metric: str
    entity: str
    population: str
    period: Period
    period_text: str
    quantity: Quantity | None
    value: str
    as_printed: str
    origin: str
    exception: str = ""
    note: str = ""
    parts: tuple["Figure", ...] = ()
    formula: Spoken | str = ""

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """All sources that it rests on, each once."""
        return tuple(dict.fromkeys(part.source for part in self.parts)) if self.parts else (self.source,)

    @cached_property
    def origins(self) -> frozenset[str]:
        """All who first said a part of it."""
        return frozenset(part.origin for part in self.parts) if self.parts else frozenset({self.origin})

    @cached_property
    def tier(self) -> Tier:
        """The tier of its author, or of the weakest of its parts."""
        return max((source.tier for source in self.sources), key=lambda tier: tier.rank)

    @cached_property
    def copy(self) -> Copy:
        """What was read of its source, or of the one that was read worst."""
        return max((source.copy for source in self.sources), key=lambda copy: copy.rank)

    @cached_property
    def private(self) -> bool:
        """Whether a part of it rests on a document that its holder has not published."""
        return any(source.private for source in self.sources)

    @property
    def says(self) -> Spoken | Quantity:
        """What it says: its number, rounded where it is computed, or its fixed words."""
        if self.quantity is None:
            return phrase(self.value)
        return show(self.quantity.level("exact"), self.quantity.unit) if self.parts else self.quantity


def quantity_of(row: Row) -> Quantity | None:
    """Return the quantity of a claims or figures row, or None where it holds words."""
    if not row["low"]:
        return None
    return Quantity(
        Decimal(row["low"]), Decimal(row["high"]), row["unit"], row["comparator"] or "=", row["precision"] or "rounded"
    )


def sources_of(rows: Iterable[Row]) -> dict[str, Source]:
    """Return the sources of a table, by id."""
    return {row["source"]: _source(row) for row in rows}


def _source(row: Row) -> Source:
    same = ("title", "publisher", "author", "url", "published", "origin", "read", "read_on", "note")
    return Source(
        id=row["source"],
        tier=Tier(row["tier"]),
        copy=Copy(row["copy"]),
        private=bool(row.get("private")),
        **{name: row[name] for name in same},
    )


def figures_of(rows: Iterable[Row], sources: Mapping[str, Source]) -> dict[str, Figure]:
    """Return the figures of a table, by id."""
    return {
        row["figure"]: Figure(
            row["figure"],
            sources[row["source"]],
            row["metric"],
            row["entity"],
            row["population"],
            period(row["period"]),
            row["period"],
            quantity_of(row),
            row["value"],
            row["as_printed"],
            row["origin"] or sources[row["source"]].origin,
            row["exception"],
            row["note"],
        )
        for row in rows
    }
