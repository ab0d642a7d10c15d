"""Computed figures that are proposed for a claim of change, share, rank, record or streak, and how one is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import DecimalException
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.find import open_index, queries, store_of
from claimbook.find.accept import figure_rows
from claimbook.find.offer import offer
from claimbook.find.rank import tables
from claimbook.find.source import cell_is_there, source_of
from claimbook.find.table import tables_of
from claimbook.judge.arithmetic import span
from claimbook.judge.source import figures_of, sources_of
from claimbook.language.phrase import show
from claimbook.propose.article import Proposed
from claimbook.propose.lines import Line, Point, of_cells, of_figures, short
from claimbook.propose.proposal import Proposal
from claimbook.propose.reading import Reading
from claimbook.propose.readings import readings
from claimbook.propose.scale import scaled
from claimbook.quantity.quantity import Quantity, can_be_one
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.schema import TABLES, Row, Rows
from claimbook.tables.vocabulary import TO_FILL, UNJUDGED, Relation
from claimbook.tables.writer import Tables, new_id, writing

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.draft.draft import Draft
    from claimbook.judge.claim import Claim

CELLS = 12  # cells of the user's tables from which lines are drawn
MOST = 8  # proposals for one claim
SHOWN = 4  # parts of a computation that are shown; the rest is counted
PLACE = re.compile(r"\{(\d+)\}")
WRITTEN = ("sources", "figures", "computed", "evidence")


@dataclass(frozen=True)
class Change(Proposal):
    """A computed figure that is proposed, with the points that it is computed from and the claim that it is for."""

    claim: Claim | None = None
    points: tuple[Point, ...] = ()
    value: Quantity | None = None


def for_claim(case: Draft, name: str, docs: str | PathLike[str] | None = None) -> Proposed:
    """Return the computed figures that a claim may mean, those over the best line first.

    Parameters
    ----------
    case : Draft
    name : str
        Id of the claim.
    docs : path-like, optional
        A folder whose tables are computed with; without one, the figures that are set beside the claim are.

    Returns
    -------
    Proposed
    """
    if name not in case.claims:
        raise Problems([f"{name}: no such claim in {case.folder.name}; the ids are in claims.csv"])
    claim, text = case.claims[name], decode(case.folder / "article.txt", "article.txt")
    found: dict[tuple[str, tuple[str, ...]], tuple[int, Change]] = {}
    for line in _lines(case, claim, docs):
        for reading in readings(claim, line):
            key = (reading.expression, tuple(map(_name, reading.points)))
            if key not in found and (change := _change(claim, reading)):
                found[key] = reading.doubt, change
    best = sorted(found.values(), key=lambda one: one[0])[:MOST]
    return Proposed(case.folder, text, [change for _, change in best])


def _lines(case: Draft, claim: Claim, docs: str | PathLike[str] | None) -> Iterator[Line]:
    if docs is None:
        rows = Tables(case.folder, ("sources", "figures", "evidence")).rows
        beside = {row["figure"] for row in rows["evidence"] if row["claim"] == claim.id}
        chosen = [row for row in rows["figures"] if row["figure"] in beside]
        return of_figures(list(figures_of(chosen, sources_of(rows["sources"])).values()))
    index = open_index(docs, store_of(case, docs))
    query = queries(case.claims, case.book, case.searches)[claim.id]
    return of_cells(tables(index, query, CELLS))


def _name(point: Point) -> str:
    return f"{point.figure} {point.place} {point.period} {point.printed}"


def accept_change(
    case: Draft,
    chosen: Change,
    docs: str | PathLike[str] | None = None,
    relation: Relation = Relation.UNJUDGED,
    reason: str = "",
) -> tuple[str, str]:
    """Write a proposal: its cells as figures, the computation, and a row of evidence, all or none; return the last two.

    Parameters
    ----------
    case, chosen, docs : as for `for_claim`, and one of what it returns
    relation, reason
        What a person judged the computed figure to be; until then it decides nothing.

    Raises
    ------
    Problems
        If a cell is no longer in its file, or the same computation is beside the claim already.
    """
    sources = read_sources(chosen, docs)
    with writing(case.folder, *WRITTEN) as opened:
        row = put_change(opened.rows, chosen, sources)
        row |= {"relation": relation, "reason": reason or UNJUDGED}
    return row["figure"], row["evidence"]


def put_change(rows: Rows, chosen: Change, sources: dict[str, Row]) -> Row:
    """Put a proposal into rows: its cells as figures, the computation, and a row of evidence, which is returned.

    Parameters
    ----------
    rows : dict of str to list of dict
        Changed in place; not at all where the computation is beside the claim already.
    chosen : Change
    sources : dict of str to dict
        As `read_sources` returns them.

    Raises
    ------
    Problems
    """
    assert chosen.claim
    ids = [point.figure or _figure(rows, chosen.claim, point, sources) for point in chosen.points]
    beside = {"claim": chosen.claim.id, "figure": _computed(rows, chosen.row, ids)}
    if known := [row for row in rows["evidence"] if beside.items() <= row.items()]:
        raise Problems([f"{known[0]['evidence']} sets this computation beside {chosen.claim.id} already"])
    evidence = {"evidence": new_id("evidence", rows["evidence"], "e", 3), **beside}
    evidence |= {"relation": Relation.UNJUDGED, "reason": UNJUDGED}
    rows["evidence"].append(dict.fromkeys(TABLES["evidence"], "") | evidence)
    return rows["evidence"][-1]


def read_sources(chosen: Change, docs: str | PathLike[str] | None = None) -> dict[str, Row]:
    """Return the row of each file that a proposal has cells of, all of which must still be there."""
    docs, today = Path(docs or ""), date.today()
    passages = [point.passage for point in chosen.points if point.passage]
    read = {name: source_of(docs, name, today) for name in sorted({passage.document for passage in passages})}
    tables_in = {name: tables_of(name, found) for name, (_, found) in read.items()}
    for passage in passages:
        if not cell_is_there(passage, tables_in[passage.document]):
            raise Problems([f"{passage.document}: a cell is no longer there; read the folder again"])
    return {name: source for name, (source, _) in read.items()}


def _figure(rows: Rows, claim: Claim, point: Point, sources: dict[str, Row]) -> str:
    """Write the figure of a cell, unless it is on record, and return its id."""
    assert point.passage
    passage = point.passage
    source, figure = figure_rows(rows, offer(claim, passage, passage.numbers[0]), sources[passage.document])
    for name, row in (("sources", source), ("figures", figure)):
        rows[name] += [row] if row not in rows[name] else []
    return figure["figure"]


def _computed(rows: Rows, row: Row, ids: Sequence[str]) -> str:
    """Write a computed figure, unless it is on record, and return its id."""
    filled = {"expression": PLACE.sub(lambda match: ids[int(match[1])], row["expression"])}
    for cell in ("words_en", "words_zh"):
        filled[cell] = PLACE.sub(lambda match: f"{{{ids[int(match[1])]}}}", row[cell])
    if same := next((one for one in rows["computed"] if one["expression"] == filled["expression"]), None):
        return same["computed"]
    name = new_id("computed", rows["computed"], "x", 2)
    rows["computed"].append(row | filled | {"computed": name})
    return name


def _change(claim: Claim, reading: Reading) -> Change | None:
    """Compute a reading; None where it cannot be computed in the claim's unit."""
    assert claim.quantity
    reading = scaled(reading, claim.quantity)
    refs = [f"f{1000 + at}" for at in range(len(reading.points))]
    known = dict(zip(refs, (point.quantity for point in reading.points), strict=True))
    expression = PLACE.sub(lambda match: refs[int(match[1])], reading.expression)
    try:
        level = span(expression, known, claim.quantity.unit)
    except (ArithmeticError, DecimalException, ValueError, TypeError):  # divided by nothing, or units that do not fit
        return None
    value = Quantity(level.low, level.high, claim.quantity.unit, "=", "exact")
    fits = can_be_one(claim.quantity, value)
    shown = {str(at): point.quantity for at, point in enumerate(reading.points)} | {"result": show(level, value.unit)}
    names = [f"[{one.place or reading.metric} {one.period}]" for one in reading.points]
    return Change(
        table="computed",
        row=_row(claim, claim.quantity.unit, reading),
        result="agrees" if fits else "excludes",
        formula=_written(reading.expression, names),
        filled=_written(reading.expression, [point.printed for point in reading.points]),
        outcome=replace(reading.words, fills=shown),
        why=reading.why,
        places=((claim.selector.start, claim.selector.end),),
        question=("change", (claim.selector.start,)),
        chinese={},
        claim=claim,
        points=reading.points,
        value=value,
    )


def _row(claim: Claim, unit: str, reading: Reading) -> Row:
    """Return a reading as a row of ``computed.csv``, with places for the ids of its figures."""
    first = reading.points[0]
    return dict.fromkeys(TABLES["computed"], "") | {
        "expression": reading.expression,
        "metric": f"{reading.metric}: {first.place}" if first.measure else reading.metric,
        "entity": _entity(first, claim),
        "population": claim.population or TO_FILL,
        "period": reading.period,
        "unit": unit,
        "words_en": reading.words.en,
        "words_zh": reading.words.zh,
        "note": "",
    }


def _entity(first: Point, claim: Claim) -> str:
    """Return of whom a reading is, as the table says it; where it only says of what, as the claim does."""
    named = "" if first.measure else first.place
    same = short(named).casefold() == claim.subject.casefold()
    return (claim.subject if same else named) or claim.subject or TO_FILL


def _written(expression: str, parts: Sequence[str]) -> str:
    """Put words in the places of an expression; of many, the first few."""
    left = len(parts) - SHOWN
    if left > 1:
        every = ", ".join(f"{{{at}}}" for at in range(len(parts)))
        few = ", ".join(f"{{{at}}}" for at in range(SHOWN))
        expression = expression.replace(every, f"{few}, … {left} more")
    return PLACE.sub(lambda match: parts[int(match[1])], expression)
