"""Figures of one metric over time, and the claims on which they bear."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimbook.case.case import Case
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Evidence, bearing
from claimbook.judge.source import Figure
from claimbook.language.phrase import Spoken, phrase
from claimbook.quantity.quantity import Quantity


@dataclass(frozen=True)
class Point:
    """A figure at its day, and the ends of its number."""

    day: date
    low: float
    high: float
    figure: Figure


@dataclass(frozen=True)
class Bar:
    """A claim with its number; `near` says that the series is of another metric."""

    claim: Claim
    quantity: Quantity
    near: bool

    @property
    def words(self) -> str:
        """The claim's id and its published words."""
        return f"{self.claim.id}: {self.claim.selector.exact}"


@dataclass(frozen=True)
class Series:
    """Figures of one metric and unit in the order of their days, the claims on which they bear, and how."""

    metric: Spoken
    unit: str
    points: list[Point]
    bars: list[Bar]
    items: list[Evidence]


def series_of(case: Case, at_least: int) -> list[Series]:
    """Return the series with figures for so many days that bear on a claim, the longest first."""
    groups: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for item in case.evidence:
        figure = item.figure
        if figure.quantity and item.claim.quantity and figure.period_text and figure.period.first.year > 1:
            groups[figure.metric, figure.entity, figure.quantity.unit].append(item)
    found = [
        Series(
            phrase("{metric} ({entity})", metric=phrase(metric), entity=phrase(entity)),
            unit,
            _points(items),
            _bars(items, unit),
            items,
        )
        for (metric, entity, unit), items in groups.items()
    ]
    return sorted((one for one in found if one.bars and _days(one) >= at_least), key=lambda one: -_days(one))


def _days(series: Series) -> int:
    return len({point.day for point in series.points})


def _points(items: Sequence[Evidence]) -> list[Point]:
    figures = {item.figure.id: item.figure for item in items}.values()
    points = [
        Point(when(figure), float(number.low), float(number.high), figure)
        for figure in figures
        if (number := figure.quantity)
    ]
    return sorted(points, key=lambda point: point.day)


def _bars(items: Sequence[Evidence], unit: str) -> list[Bar]:
    """Return each claim in the unit of a series once, as near only where no figure of the series may decide it."""
    bars: dict[str, Bar] = {}
    for item in items:
        claim, quantity = item.claim, item.claim.quantity
        if quantity and claim.period and _same_scale(quantity.unit, unit):
            near = not item.relation.may_decide and (claim.id not in bars or bars[claim.id].near)
            bars[claim.id] = Bar(claim, quantity, near)
    return list(bars.values())


def _same_scale(claimed: str, printed: str) -> bool:
    return claimed == printed or (claimed, printed) == ("percentage_point", "percent")


def when(figure: Figure) -> date:
    """Return the day at which a figure is drawn: the start of a rule, else the middle of its period."""
    first, last = figure.period.first, figure.period.last
    return first if last == date.max else middle(first, last)


def middle(first: date, last: date) -> date:
    """Return the day halfway."""
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def finding(series: Sequence[Series]) -> str:
    """Say what the record prints beside a claim, where it excludes one, else where it agrees with one."""
    for word in ("excludes", "agrees"):
        for one in series:
            items = [item for item in one.items if bearing(item) == word]
            if items:
                return _beside(str(one.metric), min(items, key=_apart))
    if len(series) == 1:
        return str(phrase("The record over time is near what the article claims, and decides nothing"))
    words = "{n} records over time are near what the article claims; none of them decides"
    return str(phrase(words, n=len(series)))


def _apart(item: Evidence) -> int:
    """Return how many days lie between a figure and the period of its claim."""
    period, day = item.claim.period, when(item.figure)
    return 0 if period is None else max((period.first - day).days, (day - period.last).days, 0)


def _beside(metric: str, item: Evidence) -> str:
    figure, claim = item.figure, item.claim
    since = "{metric}: {printed} since {year}; the article says {said}{other}"
    of_a_time = "{metric}: {printed} in {year}; the article says {said}{other}"
    return str(
        phrase(
            since if figure.period.last == date.max else of_a_time,
            metric=f"{metric[:1].upper()}{metric[1:]}",
            printed=figure.quantity or phrase(figure.value),
            year=when(figure).year,
            said=claim.quantity or phrase(claim.value),
            other=phrase(" ({why})", why=phrase(claim.metric)) if claim.metric != figure.metric else "",
        )
    )
