"""One reading of a claim over a series: its cells, its formula, what it comes to and what it would decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING

from claimbook.judge.arithmetic import apart, span
from claimbook.language.phrase import Spoken, Statement, show
from claimbook.propose.change import Change
from claimbook.propose.counted import counted, dated
from claimbook.propose.worked import Worked, worked
from claimbook.quantity.quantity import Quantity, can_be_one
from claimbook.series.agree import Truth
from claimbook.series.axis import Axis
from claimbook.series.places import find_places, named
from claimbook.series.result import FEW
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import TO_FILL

if TYPE_CHECKING:
    from claimbook.judge.claim import Claim
    from claimbook.series.result import Result
    from claimbook.series.series import Cell, Series
    from claimbook.series.trial import Outcome

PLACE = re.compile(r"\{(\d+)\}")
DECIDES = {Truth.TRUE: "agrees", Truth.FALSE: "excludes"}
OPEN = "open"  # too near to say, or data are missing: a person decides
SAID = {
    "agrees": Statement("AGREES", "相符"),
    "excludes": Statement("EXCLUDES", "不符"),
    OPEN: Statement("OPEN", "未决"),
}
LATER = 0.5  # how much later a reading comes that leaves the matter open


@dataclass(frozen=True)
class Pairing(Change):
    """A reading of a claim over a frozen series.

    Parameters
    ----------
    series : Series
    cells : tuple of Cell
        In the order of the formula's places.
    operation : Result
    beside : Axis
        The same from neighbouring years, of other vintages, per head; and what turns there.
    unread : tuple of str
        Words of the claim that were not understood.
    doubt : float
        Of two readings the one with less comes first.
    """

    series: Series | None = None
    cells: tuple[Cell, ...] = ()
    operation: Result | None = None
    beside: Axis = field(default_factory=lambda: Axis((), ()))
    unread: tuple[str, ...] = ()
    doubt: float = 0.0

    @property
    def caveats(self) -> tuple[Spoken, ...]:
        """What a reader must know before it is quoted: what turns, is missing, tied, provisional or later."""
        return (*self.beside.caveats, *(self.operation.notes if self.operation else ()))


def pairing(
    claim: Claim, series: Series, outcome: Outcome, result: Result, beside: Axis, unread: tuple[str, ...]
) -> Pairing | None:
    """Return a reading; None where it cannot be computed in the claim's unit.

    Parameters
    ----------
    claim, series, outcome, result, beside, unread
        As in `Pairing`; the result is one of the outcome's.
    """
    base = _in_words(claim, series, outcome, result, beside, unread)
    if claim.quantity is None:
        return base if result.cells else None
    made = worked(result, outcome.asked)
    unit = _unit(made, series, claim.quantity) if made else ""
    value = _value(made, series, unit) if made and unit else None
    if made is None or value is None:
        return None
    decides = "agrees" if can_be_one(claim.quantity, value) else "excludes"
    shown = {str(at): quantity_of(cell, series) for at, cell in enumerate(made.cells)}
    return replace(
        base,
        table="computed",
        row=_row(claim, series, made, unit),
        result=decides,
        formula=_written(made.expression, [f"[{_name(cell)} {cell.period}]" for cell in made.cells]),
        filled=_written(made.expression, [cell.printed for cell in made.cells]),
        outcome=replace(made.words, fills={**shown, "result": show(value.level("exact"), unit)}),
        value=value,
        cells=made.cells,
        doubt=0.0 if DECIDES.get(outcome.truth) == decides else LATER,
    )


def _in_words(
    claim: Claim, series: Series, outcome: Outcome, result: Result, beside: Axis, unread: tuple[str, ...]
) -> Pairing:
    """Return a reading in words: of a statement, which has no number, what the operation comes to decides."""
    return Pairing(
        table="figures",
        row={},
        result=DECIDES.get(outcome.truth, OPEN),
        formula=result.operation,
        filled=", ".join(f"{_name(cell)} {cell.period}: {cell.printed}" for cell in result.cells[:FEW]),
        outcome=Statement(result.said.said("en"), result.said.said("zh")),
        why=_why(series),
        places=((claim.selector.start, claim.selector.end),),
        question=("pair", (claim.selector.start,)),
        chinese={},
        claim=claim,
        series=series,
        cells=result.cells,
        operation=result,
        beside=beside,
        unread=unread,
        doubt=0.0 if outcome.truth in DECIDES else LATER,
    )


def quantity_of(cell: Cell, series: Series) -> Quantity:
    """Return what a cell says, in a unit of the codebook; a whole number of a series of counts is exact."""
    unit, factor = counted(series.unit)
    value = cell.value * factor
    plain = Decimal(f"{value:f}")
    return Quantity(plain, plain, unit, "=", "exact" if series.whole else "rounded")


def _unit(made: Worked, series: Series, wanted: Quantity) -> str:
    """Return the claim's unit, where the result converts to it; else an empty string."""
    own = made.unit or counted(series.unit).unit
    if own in ("rank", "times", "year", "month") or wanted.unit == "rank":
        return wanted.unit if not apart(own, wanted.unit) and (own == "rank") == (wanted.unit == "rank") else ""
    return "" if apart(own, wanted.unit) else wanted.unit


def _value(made: Worked, series: Series, unit: str) -> Quantity | None:
    """Compute it; None where it divides by nothing or has no such unit."""
    refs = [f"f{1000 + at}" for at in range(len(made.cells))]
    known = dict(zip(refs, (quantity_of(cell, series) for cell in made.cells), strict=True))
    try:
        level = span(_written(made.expression, refs), known, unit)
    except (ArithmeticError, DecimalException, ValueError, TypeError):
        return None
    return Quantity(level.low, level.high, unit, "=", "exact")


def _row(claim: Claim, series: Series, made: Worked, unit: str) -> dict[str, str]:
    """Return a row of ``computed.csv`` with places for the ids of its figures."""
    return dict.fromkeys(TABLES["computed"], "") | {
        "expression": made.expression,
        "metric": series.title if made.expression == "{0}" else f"{series.title} ({_kind(made)})",
        "entity": entity(claim, made.cells),
        "population": claim.population,
        "period": made.period,
        "unit": unit,
        "words_en": made.words.en,
        "words_zh": made.words.zh,
        "note": f"series {series.id}, vintage {series.vintage}",
    }


def _kind(made: Worked) -> str:
    name = made.expression.partition("(")[0].strip(" {0123456789}-/")
    return name.replace("_", " ") or ("growth" if "- 1" in made.expression or "1 -" in made.expression else "change")


def entity(claim: Claim, cells: tuple[Cell, ...]) -> str:
    """Return of whom it is: as the claim says it, where that names the place of a cell; else the place."""
    own = {code for one in find_places(claim.subject) for code in one.place.codes}
    places = list(dict.fromkeys(cell.place for cell in cells))
    return claim.subject if own & set(places) else _name(cells[0]) or TO_FILL


def period_of(cell: Cell) -> str:
    """Return the period of a cell, as ``figures.csv`` writes it."""
    return dated(cell.period)


def _name(cell: Cell) -> str:
    return named(cell.place).said("en")


def _why(series: Series) -> Statement:
    return Statement(
        f"“{series.title}” of {series.publisher}, vintage {series.vintage}, fits the claim's words and unit",
        f"{series.publisher}的“{series.title}”（{series.vintage}版）符合主张的用词和单位",
    )


def _written(expression: str, parts: list[str]) -> str:
    return PLACE.sub(lambda match: parts[int(match[1])], expression)
