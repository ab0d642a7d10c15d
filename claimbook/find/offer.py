"""What is offered of a passage for a claim: its number, what that measures, and how this differs from the claim."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimbook.draft.calendar import read_day
from claimbook.find.alike import same_measure, same_owner, same_period
from claimbook.find.choose import alike, choose
from claimbook.find.said import Said, is_from_afar, said
from claimbook.tables.vocabulary import Relation

if TYPE_CHECKING:
    from datetime import date

    from claimbook.draft.lexicon import Lexicon
    from claimbook.find.index import Hit, Index
    from claimbook.find.passage import Number, Passage
    from claimbook.judge.claim import Claim
    from claimbook.tables.schema import Row

ASKED = ("metric", "entity", "period", "unit")  # what must be the same, in the order in which it is said
# What the page says is the claim's, and at most one of whom, over whom and when is left unsaid.
SAME = "The page says the same metric, entity, period and unit."


@dataclass(frozen=True)
class Difference:
    """A cell in which the page and the claim differ, or may differ.

    Parameters
    ----------
    column : str
        ``metric``, ``entity``, ``population``, ``period`` or ``unit``.
    page, claim : str
        What each says.
    sure : bool
        Whether the two are known to differ; not, where one is a part of the other, or in words that the lexicon lacks.
    """

    column: str
    page: str
    claim: str
    sure: bool = True

    def __str__(self) -> str:
        """Say it in a sentence's part: “the page says output, the claim says sales”."""
        return f"the page says {self.page}, the claim says {self.claim}"


@dataclass(frozen=True)
class Offer:
    """A passage as it is offered for a claim.

    Parameters
    ----------
    passage : Passage
    number : Number or None
        The one to set beside the claim; None where none has its unit, and a person chooses.
    sentence : tuple of int
        Start and end of the sentence that prints it, in the passage.
    cells : dict of str to str
        What is drafted of the figure: ``metric``, ``entity``, ``population``, ``period``.
    places : dict of str to str
        Where each was read; ``claim`` where the page does not say it and the claim's own is taken.
    differences : tuple of Difference
    relation : Relation or None
        The proposal, which decides nothing: ``same`` or ``proxy``; None where too little is known.
    reason : str
        Why, in a sentence.
    """

    passage: Passage
    number: Number | None
    sentence: tuple[int, int]
    cells: Row = field(default_factory=dict)
    places: Row = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    relation: Relation | None = None
    reason: str = ""


def offer(
    claim: Claim, passage: Passage, number: Number | None = None, *, own: str = "", today: date | None = None,
    before: str = "", book: Lexicon | None = None,
) -> Offer:  # fmt: skip
    """Return what of a passage is offered for a claim.

    Parameters
    ----------
    claim : Claim
    passage : Passage
    number : Number, optional
        One that a person chose; else the one that measures what the claim says.
    own : str
        The article's own period, which a claim without one has: it is compared with nothing.
    today, before, book : as for `claimbook.find.said.said`
    """
    chosen = _of(number, said(passage, today, before, book)) if number else choose(claim, passage, today, before, book)
    if chosen is None:
        return Offer(passage, number, (0, len(passage.text)), *_borrowed(claim, _in_words(claim, passage), {}))
    when = "" if claim.period_text == own else claim.period_text
    differences = tuple(_differences(claim, chosen, when, book))
    relation, reason = _proposal(claim, chosen, when, differences, book)
    cells, places = _named_alike(chosen, claim, book)
    return Offer(passage, chosen.number, chosen.sentence, *_borrowed(claim, cells, places), differences,
                 relation, reason)  # fmt: skip


def _in_words(claim: Claim, passage: Passage) -> Row:
    """Return the cells of a figure without a number: the fixed words of a claim, where the passage has them."""
    at = passage.text.casefold().find(claim.value.casefold()) if claim.value else -1
    if at < 0:
        return {}
    return {"value": claim.value, "as_printed": passage.text[at : at + len(claim.value)]}


def offer_of(index: Index, claim: Claim, hit: Hit, own: str = "", book: Lexicon | None = None) -> Offer:
    """Return what a hit offers for a claim, with its document's date and what is before it, as when it is accepted.

    Parameters
    ----------
    index : Index
    claim : Claim
    hit : Hit
    own, book : as for `offer`
    """
    published = index.published(hit)
    today, before = read_day(published), index.before(hit)
    return dated(offer(claim, index.shown(hit), own=own, today=today, before=before, book=book), published)


def dated(offered: Offer, published: str) -> Offer:
    """Return an offer whose figure, where the passage dates it in no way, has the date of its document.

    Examples
    --------
    >>> from claimbook.find.passage import Passage
    >>> dated(Offer(Passage("a.txt", "", "5%"), None, (0, 2)), "2024-05").cells
    {'period': '2024-05'}
    """
    if not published or offered.cells.get("period"):
        return offered
    return replace(offered, cells=offered.cells | {"period": published}, places=offered.places | {"period": "head"})


def _of(number: Number, every: list[Said]) -> Said:
    return next((one for one in every if one.number == number), Said(number, (0, 0)))


def _named_alike(one: Said, claim: Claim, book: Lexicon | None) -> tuple[Row, Row]:
    """Return the cells with the claim's name of whom or what, where the page speaks of the same."""
    if not _same_owner(claim, one, book):
        return one.cells, one.places
    place = one.places.get("entity") or one.places.get("metric", "clause")
    return one.cells | {"entity": claim.subject}, one.places | {"entity": place}


def _same_owner(claim: Claim, one: Said, book: Lexicon | None) -> bool | None:
    return same_owner(one.cells.get("entity", ""), one.cells.get("metric", ""), claim.subject, claim.metric, book)


def _borrowed(claim: Claim, cells: Row, places: Row) -> tuple[Row, Row]:
    """Return the cells with the claim's own where the page does not say them, marked as such."""
    own = {"metric": claim.metric, "entity": claim.subject, "population": claim.population}
    lent = {name: words for name, words in own.items() if words and not cells.get(name)}
    return cells | lent, places | dict.fromkeys(lent, "claim")


def _differences(claim: Claim, one: Said, when: str, book: Lexicon | None) -> list[Difference]:
    """Return the cells in which a number and a claim differ; a cell that one of them lacks is no difference."""
    page = one.cells | {"unit": one.number.unit}
    says = {"metric": claim.metric, "entity": claim.subject, "period": when}
    says["unit"] = claim.quantity.unit if claim.quantity else ""
    same = {
        "metric": same_measure(page.get("metric", ""), says["metric"], claim.subject, book),
        "entity": _same_owner(claim, one, book),
        "period": same_period(page.get("period", ""), when),
        "unit": alike(page["unit"], says["unit"]),
    }
    both = [column for column in ASKED if page.get(column) and says[column] and not same[column]]
    afar = {column for column in both if is_from_afar(one.places, column)}
    return [Difference(one, page[one], says[one], same[one] is False and one not in afar) for one in both]


def _proposal(
    claim: Claim, one: Said, when: str, differences: tuple[Difference, ...], book: Lexicon | None
) -> tuple[Relation | None, str]:
    """Return the relation that the cells propose with its reason; none where something is not known."""
    said_so = "; ".join(map(str, differences))
    reason = f"{said_so[:1].upper()}{said_so[1:]}." if said_so else ""
    if any(difference.sure for difference in differences):
        return Relation.PROXY, reason
    asked = {"metric": claim.metric, "entity": claim.subject, "population": claim.population, "period": when}
    said = one.cells | ({"entity": claim.subject} if _same_owner(claim, one, book) else {})
    missing = [name for name, words in asked.items() if words and not said.get(name)]
    if missing:
        reason = f"{reason} The page does not say the {' or the '.join(missing)}.".strip()
    if differences or not (claim.metric and claim.subject) or len(missing) > 1 or "metric" in missing:
        return None, reason
    return Relation.SAME, reason or SAME
