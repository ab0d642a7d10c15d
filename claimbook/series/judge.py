"""Judge claims by series alone: rank, read, try each reading, and say what it comes to and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from claimbook.language.sentences import translated
from claimbook.series.agree import Truth
from claimbook.series.asked import Asked, Reading
from claimbook.series.attempt import try_all
from claimbook.series.choose import LACKS, best, better_read, is_exact, understood
from claimbook.series.doubts import doubt, meant_otherwise
from claimbook.series.neighbours import flips
from claimbook.series.pairs import Tried
from claimbook.series.parts import lacking
from claimbook.series.rank import Catalogue, Hit
from claimbook.series.read import read
from claimbook.series.scale import ANY
from claimbook.series.trial import Outcome
from claimbook.series.wanted import SHARE, Wanted

MOST = 10  # series that are ranked
ALIKE = 0.06  # how far below it another may be and still decide in its stead
LEAST = 0.85  # a best series below it is hardly what the claim speaks of
EXACT = 0.6  # where it states a number exactly, one may be as low
APART = 0.15  # how far the next one is from a series that is alone
ALONE, SURE_ALONE = 0.5, 0.75  # what it must score then, to support and to refute
SURE = 1.0  # and one below this does not refute, nor lack what is asked


class Label(StrEnum):
    """What a claim comes to, in the words of public benchmarks."""

    SUPPORTED = "Supported"
    REFUTED = "Refuted"
    LACKING = "Not Enough Evidence"
    CONFLICTING = "Cherry-Picking/Conflicting Evidence"


COMMONEST = Label.REFUTED  # what a benchmark is given where nothing decides; nowhere else


@dataclass(frozen=True)
class Judgement:
    """What a claim comes to.

    Parameters
    ----------
    label : Label
    decided : bool
        Whether a reading decided it; where not, the label is only the default.
    why : str
    ranked : list of Hit
    reading : Reading
    tried : tuple of Tried
    caveats : tuple of str
        Where the same operation from neighbouring years comes to the opposite.
    """

    label: Label
    decided: bool
    why: str
    ranked: list[Hit]
    reading: Reading
    tried: tuple[Tried, ...]
    caveats: tuple[str, ...] = ()


def judge(catalogue: Catalogue, text: str, day: date) -> Judgement:
    """Judge a claim by the series of a catalogue.

    Parameters
    ----------
    catalogue : Catalogue
    text : str
    day : datetime.date
        When it was said.
    """
    return decide(*read_and_rank(catalogue, text, day))


def read_and_rank(catalogue: Catalogue, text: str, day: date) -> tuple[Reading, list[Hit]]:
    """Read a claim, and rank the series that it may speak of."""
    reading = read(text, day)
    return reading, understood(reading, catalogue.rank(wanted(reading), MOST))


def wanted(reading: Reading) -> Wanted:
    """Return what to look for."""
    levels = [one for one in reading.figures if one.scale and one.role == "level" and one.scale.kind != ANY]
    scales = tuple(dict.fromkeys(one.scale for one in levels if one.scale))
    sizes = tuple((one.scale, one.quantity.high) for one in levels if one.scale)
    places = tuple(code for place in reading.places for code in place.codes)
    return Wanted(reading.measure, scales, places, bool(SHARE.search(reading.text)), sizes, reading.year, reading.text)


def decide(reading: Reading, ranked: Sequence[Hit]) -> Judgement:
    """Try a reading on the best series, and return what it comes to."""
    tried = tuple(try_all(reading, ranked))
    made = (list(ranked), reading, tried)
    if not any(one.outcomes for one in tried) and not reading.asked:
        return Judgement(COMMONEST, False, translated("no operation was read from it"), *made)
    tried = tuple(one for one in tried if one.outcomes)
    if not tried:
        return Judgement(COMMONEST, False, translated("no series that fits its numbers was found"), *made)
    if reading.left:
        words = ", ".join(f"“{one}”" for one in reading.left)
        return Judgement(COMMONEST, False, translated(f"not understood: {words}"), *made)
    whole = [lacking(reading.text, one.series) for one in tried]
    fitting = tuple(one for one, part in zip(tried, whole, strict=True) if not part)
    if not fitting:
        return Judgement(
            COMMONEST, False, translated(f"“{whole[0]}” is a part that “{tried[0].series.title}” does not show"), *made
        )
    return _from(fitting, made)


def _from(tried: tuple[Tried, ...], made: tuple[list[Hit], Reading, tuple[Tried, ...]]) -> Judgement:
    first, rest = best(made[1], tried), [one for one in tried[1:] if one.score >= tried[0].score - ALIKE]
    why = _why(first)
    if first.score < _least(first, tried):
        return Judgement(
            COMMONEST,
            False,
            translated(f"the nearest series, “{first.series.title}”, is hardly its metric; {why}"),
            *made,
        )
    if first.truth in (Truth.TRUE, Truth.FALSE) and (against := meant_otherwise(made[1], first, tried)):
        return Judgement(COMMONEST, False, translated(f"{against}; {why}"), *made)
    if first.truth == Truth.TRUE and (other := better_read(made[1], first, tried)):
        return Judgement(COMMONEST, False, translated(f"“{other.series.title}” explains more of it; {why}"), *made)
    if first.truth == Truth.TRUE:
        caveats = tuple(flip for one in first.outcomes for flip in flips(first.series, one, made[1].year))
        label = Label.CONFLICTING if caveats else Label.SUPPORTED
        return Judgement(label, True, why, *made, caveats)
    if first.truth == Truth.FALSE:
        against = doubt(made[1], first, tried[1:])
        if against:
            return Judgement(COMMONEST, False, translated(f"{against}; {why}"), *made)
        return Judgement(Label.REFUTED, True, why, *made)
    if first.truth == Truth.MISSING:
        other = next((one for one in rest if one.truth in (Truth.TRUE, Truth.FALSE)), None)
        if other:
            return _from((other,), made)
        if has := next((one for one in tried if one.truth != Truth.MISSING and one.score >= first.score - LACKS), None):
            return Judgement(COMMONEST, False, translated(f"“{has.series.title}” has what it lacks; {why}"), *made)
        return Judgement(Label.LACKING, True, why, *made)
    return Judgement(COMMONEST, False, translated(f"too near to say, or not read: {why}"), *made)


def _least(first: Tried, tried: Sequence[Tried]) -> float:
    """Return how high a series must score to decide: less where no other is near it, or a number is stated exactly."""
    apart = first.score - max((one.score for one in tried if one is not first), default=0.0)
    if first.truth == Truth.TRUE:
        return ALONE if apart >= APART else EXACT if is_exact(first) else LEAST
    return SURE_ALONE if apart >= APART else SURE


def _why(tried: Tried) -> str:
    """Say which reading decided, with its words."""
    outcomes = sorted(
        tried.outcomes, key=lambda one: (Truth.FALSE, Truth.MISSING, Truth.OPEN, Truth.TRUE).index(one.truth)
    )
    words = [
        translated(one.why) or (str(one.results[0].words) if one.results else "")
        for one in outcomes
        if one.truth == tried.truth
    ]
    said = "; ".join(word for word in words if word)
    return translated(f"“{tried.series.title}”: {said}")


def readings(judgement: Judgement) -> list[dict[str, object]]:
    """Return the readings as plain fields: series, places, period, operation, value, and what each comes to."""
    return [_plain(tried, one) for tried in judgement.tried for one in tried.outcomes]


def _plain(tried: Tried, one: Outcome) -> dict[str, object]:
    asked: Asked = one.asked
    result = one.results[0] if one.results else None
    value: Decimal | None = result.value if result else None
    period = [asked.span.first, asked.span.last] if asked.span else []
    return {
        "series": tried.series.id,
        "places": [place.code for place in asked.places],
        "period": period,
        "operation": result.operation if result else str(asked.kind),
        "value": None if value is None else f"{value:f}",
        "unit": result.unit if result else tried.series.unit,
        "stated": asked.figure.words if asked.figure else "",
        "decides": str(one.truth),
        "words": str(result.words) if result else translated(one.why),
    }
