"""Evidence that a model proposes: the figure of a passage, its relation to a claim, and the difference it saw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimbook.model import gates
from claimbook.model.proposal import ModelProposal
from claimbook.model.words import Gate

if TYPE_CHECKING:
    from claimbook.find.passage import Number, Passage
    from claimbook.judge.claim import Claim
    from claimbook.model.known import Known
    from claimbook.model.prompt import Ask
    from claimbook.model.reply import Item


def evidence_of(ask: Ask, item: Item, known: Known) -> Iterator[ModelProposal]:
    """Yield the relation of a passage to a claim, where the passage prints the figure."""
    from claimbook.find import digest

    claim, passage = known.claims[str(item["claim"])], ask.passages.get(str(item["passage"]))
    made = ModelProposal("evidence", claim.id, "relation", str(item["relation"]))
    if passage is None or not str(item["passage"]).startswith(f"{claim.id}."):
        yield made.failing(Gate.KNOWN, f"“{str(item['passage'])[:40]}” is no passage of {claim.id}")
        return
    made = replace(made, document=passage.document, page=passage.page, passage_sha256=digest(passage))
    found = gates.place_in(passage.text, item["at"] if isinstance(item["at"], int) else -1, str(item["quote"]))
    if isinstance(found, str):
        yield made.failing(Gate.QUOTATION, found)
        return
    difference = item["difference"] if isinstance(item["difference"], dict) else {}
    made = replace(made, start=found[0], end=found[1], exact=str(item["quote"]), number=str(item["number"])[:80])
    yield _related(replace(made, note=seen(difference)), claim, passage, difference, known)


def seen(difference: dict[str, str]) -> str:
    """Say a difference in a sentence; nothing where there is none."""
    if difference["column"] == gates.NO_COLUMN:
        return ""
    parts = (" ".join(difference[name].split())[:120] for name in ("page", "claim"))
    return "The page says {}, the claim says {}.".format(*parts)


def _related(
    made: ModelProposal, claim: Claim, passage: Passage, difference: dict[str, str], known: Known
) -> ModelProposal:
    """Return evidence with what is wrong with its figure or its relation, if anything is."""
    from claimbook.find import offer

    number = number_in(passage, made.number, made.start, made.end)
    if number is None:
        return made.failing(Gate.NUMBERS, f"the quotation prints no number “{made.number[:40]}”")
    if claim.quantity and not number.suits(claim.dated):
        return made.failing(Gate.NUMBERS, f"“{made.number[:40]}” is of another kind than the claim's number")
    if fault := gates.first(filter(None, map(gates.text_fault, (made.note, *difference.values())))):
        return made.failing(Gate.SHAPE, fault)
    offered = offer(claim, passage, number, own=known.own, book=known.book)
    said = " ".join([known.text, *next(row for row in known.rows["claims"] if row["claim"] == claim.id).values()])
    fault = gates.relation_fault(made.cell, difference, passage.text, said, offered, known.book)
    return made.failing(Gate.RELATION, fault) if fault else made


def number_in(passage: Passage, words: str, start: int, end: int) -> Number | None:
    """Return the number of a passage that is printed so between two characters of it; that of a cell is anywhere."""
    there = (one for one in passage.numbers if one.words == words)
    return next((one for one in there if one.start < 0 or start <= one.start <= end - len(words)), None)
