"""A claim: what the article says about the world and could be wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from claimbook.judge.source import quantity_of
from claimbook.language.phrase import Statement
from claimbook.quantity.period import Period, period
from claimbook.quantity.quantity import Quantity
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Checkability, Kind
from claimbook.text.selector import Selector

CALENDAR = 1000  # a number of years from which it may be a year of the calendar


@dataclass(frozen=True)
class Claim:
    """One claim, anchored in the article."""

    id: str
    kind: str
    selector: Selector
    subject: str
    metric: str
    population: str
    period: Period | None
    period_text: str
    statement: Statement
    quantity: Quantity | None
    value: str
    basis: str
    checkability: Checkability
    checkability_reason: str
    depends_on: tuple[str, ...]
    facet_of: str = ""
    note: str = ""
    mention: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the claim hangs on a number; a statement is counted apart."""
        return self.kind != Kind.STATEMENT

    @property
    def dated(self) -> bool | None:
        """Whether its number is a year of the calendar, and not a length of time; None where it is not of years."""
        number = self.quantity
        return is_year(self.kind, number.unit, number.low) if number and number.unit == "year" else None


def is_year(kind: str, unit: str, low: Decimal) -> bool:
    """Return whether a number of years is a year of the calendar.

    Examples
    --------
    >>> is_year("level", "year", Decimal(2023)), is_year("duration", "year", Decimal(2000))
    (True, False)
    """
    return unit == "year" and low >= CALENDAR and kind != Kind.DURATION


class Dated(Protocol):
    """An article, as far as a claim needs it: its own period, for claims that have none."""

    @property
    def period(self) -> str:
        """The period as ``article.toml`` gives it."""


def selector_of(row: Row) -> Selector:
    """Return the selector of a mentions row or of a statement in the claims."""
    return Selector(int(row["start"]), int(row["end"]), row["exact"], row["prefix"], row["suffix"])


def claims_of(rows: Iterable[Row], mentions: Iterable[Row], article: Dated) -> dict[str, Claim]:
    """Return the claims of a table in the order of the article, by id.

    An undated claim takes the article's own period.
    """
    anchors = {row["mention"]: selector_of(row) for row in mentions}
    claims = [_claim(row, anchors, article) for row in rows]
    return {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.selector.start)}


def _claim(row: Row, anchors: Mapping[str, Selector], article: Dated) -> Claim:
    selector = anchors[row["mention"]] if row["mention"] else selector_of(row)
    when = row["period"] or article.period
    same = (
        "kind",
        "subject",
        "metric",
        "population",
        "value",
        "basis",
        "checkability_reason",
        "facet_of",
        "note",
        "mention",
    )
    return Claim(
        id=row["claim"],
        selector=selector,
        period=period(when),
        period_text=when,
        statement=Statement(row["statement_en"].strip(), row["statement_zh"].strip()),
        quantity=quantity_of(row),
        depends_on=tuple(row["depends_on"].split()),
        checkability=Checkability(row["checkability"]),
        **{name: row[name] for name in same},
    )
