"""A proposal: a row that a rule drafted, computed and explained; it decides nothing until a person accepts it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimbook.judge.arithmetic import WIDE
from claimbook.judge.check import Check, Result, evaluate
from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sketch import PLACE, Sketch
from claimbook.quantity.quantity import Quantity, in_words
from claimbook.tables.references import ID
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import CheckBasis

EFFORT = 6_000  # computations that are spent on one text, some seconds; what is left over is not proposed


@dataclass(frozen=True)
class Proposal:
    """A row that is proposed.

    Parameters
    ----------
    table : str
        The table that the row is for.
    row : dict of str to str
        Without its id.
    result : str
        What it comes to; of a check a `Result`.
    formula, filled : str
        In ids, and with the numbers.
    outcome : Statement
        The computation in words.
    why : Statement
        Why it is proposed.
    places : tuple of (int, int)
        Where in the article its numbers are.
    question : tuple
        What it asks: two proposals of one question are one finding.
    chinese : dict of str to str
        Chinese for the words of the row.
    """

    table: str
    row: Row
    result: str
    formula: str
    filled: str
    outcome: Statement
    why: Statement
    places: tuple[tuple[int, int], ...]
    question: tuple[str, tuple[int, ...]]
    chinese: dict[str, str]


def computed(sketches: Iterable[Sketch]) -> Iterator[Proposal]:
    """Yield a proposal for each sketch that can be computed and that rounding alone does not explain."""
    spent = 0
    for sketch in sketches:
        exact = sketch.sharp
        ends = sum(not sharp for sharp in exact)
        if ends > WIDE or any(number.limit for number in sketch.numbers[:-1]):
            continue
        spent += 2 ** (ends + 2)
        if spent > EFFORT:
            return
        if proposal := _computed(sketch, exact):
            yield proposal


def _computed(sketch: Sketch, exact: list[bool]) -> Proposal | None:
    refs = [f"{one.ref}_low" if sharp else one.ref for one, sharp in zip(sketch.numbers, exact, strict=True)]
    check, known = _check(sketch, refs), _known(sketch.numbers)
    try:
        outcome = evaluate(check, known)
        if outcome.result is not Result.HOLDS and sketch.fits:
            return None
    except (ArithmeticError, ValueError, TypeError):  # a division by nothing, units that do not fit
        return None
    row = {name: str(getattr(check, name)) for name in ("title", "left", "op", "right", "unit", "basis", "reading")}
    row |= {"premise": " ".join(check.premise), "conclusion": " ".join(check.conclusion), "words": check.words}
    formula = f"{check.left} {check.op} {check.right}"
    return Proposal(
        table="checks",
        row=row | {"caveat": ""},
        result=outcome.result,
        formula=formula,
        filled=ID.sub(lambda match: in_words(known[match[0]]), formula),
        outcome=Statement(check.words, _filled(sketch.said.words.zh, sketch.numbers), dict(outcome.words.fills)),
        why=sketch.said.why,
        places=tuple(sorted({(number.start, number.end) for number in sketch.numbers})),
        question=sketch.question,
        chinese=_chinese(sketch, check),
    )


def _check(sketch: Sketch, refs: list[str]) -> Check:
    fall = [sketch.numbers[index] for index in sketch.conclusion]
    return Check(
        id="",
        title=sketch.said.title.en,
        left=PLACE.sub(lambda match: refs[int(match[1])], sketch.left),
        op=sketch.op,
        right=PLACE.sub(lambda match: refs[int(match[1])], sketch.right),
        unit=sketch.unit,
        premise=_claims(number for number in sketch.numbers if number not in fall),
        conclusion=_claims(fall),
        basis=sketch.basis,
        reading=sketch.reading.en,
        words=_filled(sketch.said.words.en, sketch.numbers),
    )


def _claims(numbers: Iterable[Number]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number.claim for number in numbers if number.claim))


def _filled(words: str, numbers: tuple[Number, ...]) -> str:
    """Put the ids of numbers in the places of a pattern's words."""
    return PLACE.sub(lambda match: f"{{{numbers[int(match[1])].ref}}}", words)


def _known(numbers: Iterable[Number]) -> dict[str, Quantity]:
    known = {}
    for number in numbers:
        known[number.ref] = number.quantity
        known[f"{number.ref}_low"] = replace(number.quantity, high=number.quantity.low, precision="exact")
        known[f"{number.ref}_high"] = replace(number.quantity, low=number.quantity.high, precision="exact")
    return known


def _chinese(sketch: Sketch, check: Check) -> dict[str, str]:
    said = {check.title: sketch.said.title.zh, check.words: _filled(sketch.said.words.zh, sketch.numbers)}
    return said | ({check.reading: sketch.reading.zh} if check.reading else {})


def settled(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals with those about the same numbers weighed together.

    Where every reading of the words fails, none excuses the others, and the failure counts. Where one holds, the rest
    stay undetermined.
    """
    proposals = list(proposals)
    groups: dict[tuple[int, ...], list[Proposal]] = {}
    for proposal in proposals:
        groups.setdefault(proposal.question[1], []).append(proposal)
    alike = [groups[proposal.question[1]] for proposal in proposals]
    return [
        _counted(one) if len(group) > 1 and _all_fail(group) else one
        for one, group in zip(proposals, alike, strict=True)
    ]


def _all_fail(group: Iterable[Proposal]) -> bool:
    return all(one.result != Result.HOLDS for one in group)


def _counted(proposal: Proposal) -> Proposal:
    if proposal.row["basis"] != CheckBasis.READING:
        return proposal
    return replace(proposal, result=Result.FAILS, row=proposal.row | {"basis": CheckBasis.PLAIN_READING})


def findings(proposals: Iterable[Proposal]) -> dict[tuple[str, tuple[int, ...]], str]:
    """Return what each question comes to: it holds where one of its proposals does."""
    gravest = {Result.FAILS: 0, Result.UNDETERMINED: 1, Result.HOLDS: 2}
    found: dict[tuple[str, tuple[int, ...]], str] = {}
    for one in proposals:
        best = found.get(one.question, one.result)
        found[one.question] = max(best, one.result, key=lambda result: gravest[Result(result)])
    return found
