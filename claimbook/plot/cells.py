"""What of frozen series is behind a claim: the cells that its evidence rests on, and the series that they are of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from claimbook.case.case import Case
from claimbook.judge.evidence import Evidence
from claimbook.series import frozen
from claimbook.series.places import named
from claimbook.series.series import Cell, Series
from claimbook.tables.cells import Line
from claimbook.tables.vocabulary import Relation


@dataclass(frozen=True)
class Behind:
    """The cells of one series that evidence on a claim rests on.

    Parameters
    ----------
    item : Evidence
    series : Series
    cells : tuple of Cell
        The earliest first; of a rank, the claimed place first.
    others : tuple of Series
        Other vintages, the oldest first.
    ranked : bool
        Whether places are compared in one period.
    """

    item: Evidence
    series: Series
    cells: tuple[Cell, ...]
    others: tuple[Series, ...] = ()
    ranked: bool = False

    @property
    def place(self) -> str:
        """The code of the place that is claimed."""
        return self.cells[0].place

    @property
    def name(self) -> str:
        """The name of the place."""
        return str(named(self.place))

    @property
    def course(self) -> list[tuple[float, float]]:
        """The numbers of the place over time, as (year, value)."""
        return over_time(self.series, self.place)


def over_time(series: Series, place: str) -> list[tuple[float, float]]:
    """Return the numbers of a place as (year, value), the earliest first."""
    return [(year_of(cell.period), float(cell.value)) for cell in series.cells(place)]


def year_of(period: str) -> float:
    """Return when a period begins, in years.

    Examples
    --------
    >>> year_of("2020"), year_of("2020-Q3"), year_of("2020-07")
    (2020.0, 2020.5, 2020.5)
    """
    year, _, rest = period.partition("-")
    part = rest[:2]
    if part[:1] in ("Q", "H"):
        return int(year) + (int(part[1]) - 1) / (4 if part[0] == "Q" else 2)
    if part[:1] == "W":
        return int(year) + (int(rest[1:3]) - 1) / 53
    return int(year) + (int(part) - 1) / 12 if part.isdigit() else float(int(year))


def behind(case: Case, items: Iterable[Evidence] | None = None) -> list[Behind]:
    """Return what of frozen series is behind the evidence of a case, each claim and figure once.

    Raises
    ------
    Problems
        If a series is not what was frozen.
    """
    of = {row["source"]: row["series"] for row in case.tables["sources"] if row.get("series")}
    if not of:
        return []
    rows = [row for row in case.tables["series"] if frozen.base(row["series"]) in {frozen.base(n) for n in of.values()}]
    known = frozen.all_series(case.home, rows)
    digests = {row["figure"]: row["passage_sha256"] for row in case.tables["figures"]}
    return list(_behind(case.evidence if items is None else items, of, known, digests))


def _behind(
    items: Iterable[Evidence], of: dict[str, str], known: dict[str, Series], digests: dict[str, str]
) -> Iterator[Behind]:
    for item in items:
        parts = item.figure.parts or (item.figure,)
        names = {of.get(part.source.id, "") for part in parts}
        if item.relation is Relation.UNJUDGED or len(names) > 1 or not (name := names.pop()) or name not in known:
            continue
        series = known[name]
        words = any(part.value for part in parts)
        by_digest = _digests(series, set() if words else {part.as_printed for part in parts})
        cells = [by_digest[digest] for part in parts if (digest := digests.get(part.id, "")) in by_digest]
        if len(cells) == len(parts):
            others = tuple(one for one in known.values() if one is not series and _same(one, series))
            ranked = len({cell.period for cell in cells}) == 1 and len({cell.place for cell in cells}) > 2
            ordered = cells if ranked else sorted(cells, key=lambda cell: cell.period)
            yield Behind(item, series, tuple(ordered), others, ranked)


def _same(one: Series, other: Series) -> bool:
    return frozen.base(one.id) == frozen.base(other.id)


def _digests(series: Series, printed: Collection[str]) -> dict[str, Cell]:
    """Return the cells by the digests that figures name them by: those with these numbers, or all."""
    lines = (line for line in frozen.lines_of(series) if not printed or line.value in printed)
    cells = (series.cell(line.place, line.period) for line in lines)
    return {
        Line(cell.place, cell.period, cell.printed, series.unit, cell.status).sha256: cell for cell in cells if cell
    }
