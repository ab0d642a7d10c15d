"""Replies as proposals: each passes the checks of the machine, or is put aside with what it did not pass."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimbook.case.row_rules import drafted_cells
from claimbook.model import gates
from claimbook.model.computing import check_fault
from claimbook.model.names import WORD, name_fault
from claimbook.model.numbers import number_faults
from claimbook.model.proposal import ModelProposal
from claimbook.model.relating import evidence_of
from claimbook.model.reply import Item, Unreadable, items_of
from claimbook.model.words import Gate, What
from claimbook.tables.vocabulary import Role

if TYPE_CHECKING:
    from claimbook.model.known import Known
    from claimbook.model.prompt import Ask
    from claimbook.tables.schema import Row

NAMED = ("metric", "subject", "population")
STATED = {"statement_en": "en", "statement_zh": "zh"}


@dataclass
class Read:
    """What a reply says.

    Parameters
    ----------
    proposals : list of ModelProposal
        Those that pass and those that do not.
    missing : list of str
        Ids that were asked about and that the reply passes over.
    """

    proposals: list[ModelProposal] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def read(ask: Ask, content: str, known: Known) -> Read:
    """Return what a reply to a question proposes.

    Raises
    ------
    Unreadable
        If the reply as a whole is not in the form that was asked for.
    """
    items, faults = items_of(ask.what, content)
    found = Read([ModelProposal("", "", "", "").failing(Gate.SHAPE, fault) for fault in faults])
    named = set[str]()
    for at, item in enumerate(items, 1):
        name = str(item.get("mention") or item.get("claim") or "")
        if ask.what is not What.CHECKS and name not in ask.names:
            fault = f"item {at} of the reply: was not asked about"
            found.proposals.append(ModelProposal("", name[:40], "", "").failing(Gate.KNOWN, fault))
            continue
        named.add(name)
        found.proposals += READERS[ask.what](ask, item, known)
    if ask.what in (What.CLAIMS, What.STATEMENTS):
        found.missing = [name for name in ask.names if name not in named]
    found.proposals = list(dict.fromkeys(found.proposals))
    return found


def _claim(ask: Ask, item: Item, known: Known) -> Iterator[ModelProposal]:
    """Yield the role of a number, and the cells of its claim."""
    row = known.anchors[str(item["mention"])]
    made = ModelProposal("mentions", row["mention"], "role", str(item["role"]))
    made = _quoted(made, item, known, row)
    if made.gate is None and made.cell not in set(Role):
        made = made.failing(Gate.KNOWN, f"“{made.cell[:40]}” is no role")
    yield made
    claim = known.hanging.get(row["mention"])
    if claim is None or item["role"] != Role.CLAIM:
        return
    for column in (*NAMED, "period"):
        cell = " ".join(str(item[column]).split())
        if cell:
            yield _cell(made, claim, column, cell, known)


def _cell(made: ModelProposal, claim: Row, column: str, cell: str, known: Known) -> ModelProposal:
    one = ModelProposal(
        "claims", claim["claim"], column, cell, made.start, made.end, made.exact, gate=made.gate, fault=made.fault
    )
    if one.gate:
        return one
    if column == "period":
        fault = gates.period_fault(cell, known.ends)
        return one.failing(Gate.PERIOD, fault) if fault else one
    if fault := gates.text_fault(cell):
        return one.failing(Gate.SHAPE, fault)
    wrong = name_fault(cell, known.text, known.book) or ("" if WORD.search(cell) else cell)
    return one.failing(Gate.NAMES, f"“{wrong[:40]}” is neither in the text nor in the lexicon") if wrong else one


def _quoted(made: ModelProposal, item: Item, known: Known, row: Row) -> ModelProposal:
    """Return a proposal with its quotation, which is in the text and holds the words that it is about."""
    quote, at, place = str(item["quote"]), item["at"], known.place_of(row)
    found = gates.place_in(known.text, at if isinstance(at, int) else -1, quote)
    if isinstance(found, str):
        return made.failing(Gate.QUOTATION, found)
    made = ModelProposal(made.table, made.row, made.column, made.cell, *found, quote)
    if place is None or not (found[0] <= place[0] and place[1] <= found[1]):
        return made.failing(Gate.QUOTATION, f"“{quote[:80]}” does not hold the words of {made.row}")
    return made


def _statement(ask: Ask, item: Item, known: Known) -> Iterator[ModelProposal]:
    """Yield a claim in a sentence, in each language."""
    claim = next(row for row in known.rows["claims"] if row["claim"] == item["claim"])
    for column, language in STATED.items():
        cell = " ".join(str(item[column]).split())
        if cell:
            made = _quoted(ModelProposal("claims", claim["claim"], column, cell), item, known, claim)
            yield made if made.gate else _stated(made, claim, language, known)


def _stated(made: ModelProposal, claim: Row, language: str, known: Known) -> ModelProposal:
    if fault := gates.text_fault(made.cell):
        return made.failing(Gate.SHAPE, fault)
    if fault := gates.language_fault(made.cell, language):
        return made.failing(Gate.LANGUAGE, f"“{made.cell[:80]}” {fault}")
    fault = gates.first(number_faults(made.cell, made.exact, claim, _dates(claim, known)))
    return made.failing(Gate.NUMBERS, fault) if fault else made


def _dates(claim: Row, known: Known) -> Collection[str]:
    """Return the dates that a statement may give: the claim's own, once confirmed, else those of the text."""
    confirmed = claim["period"] and "period" not in drafted_cells(claim)
    return [claim["period"]] if confirmed else known.ends


def _check(ask: Ask, item: Item, known: Known) -> Iterator[ModelProposal]:
    """Yield a check among the numbers that were asked about."""
    sides = [" ".join(str(item[name]).split()) for name in ("left", "op", "right")]
    found = gates.place_in(known.text, item["at"] if isinstance(item["at"], int) else -1, str(item["quote"]))
    made = ModelProposal("checks", "", "check", " ".join(sides))
    if isinstance(found, str):
        yield made.failing(Gate.QUOTATION, found)
        return
    made = ModelProposal("checks", "", "check", made.cell, *found, str(item["quote"]))
    fault = check_fault(sides, ask.names, known, found)
    yield made.failing(Gate.ARITHMETIC, fault) if fault else made


Reader = Callable[["Ask", Item, "Known"], Iterable[ModelProposal]]
READERS: dict[What, Reader] = {
    What.CLAIMS: _claim,
    What.STATEMENTS: _statement,
    What.EVIDENCE: evidence_of,
    What.CHECKS: _check,
}
__all__ = ["Read", "Unreadable", "read"]
