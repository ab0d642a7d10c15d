"""The frozen series of a workspace: their cells as `Series`, and which vintage was known when an article spoke."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimbook.series.series import Series
from claimbook.tables.cells import Line, read_cells
from claimbook.tables.fault import Fault, Problems
from claimbook.tables.files import read
from claimbook.tables.schema import Row

TABLE = "series.csv"


def certificates(home: Path) -> list[Row]:
    """Return the rows of ``data/series.csv``; none where the workspace has no series.

    Raises
    ------
    Problems
    """
    path = home / "data" / TABLE
    return read(path, "series") if path.exists() else []


def all_series(home: Path, rows: Iterable[Row] | None = None) -> dict[str, Series]:
    """Read the frozen series of a workspace, or those of some rows of ``series.csv``, by id.

    Raises
    ------
    Problems
        With everything that is wrong with any of them.
    """
    found: dict[str, Series] = {}
    faults: list[Fault] = []
    with _uncollected():
        for row in certificates(home) if rows is None else rows:
            try:
                found[row["series"]] = series_of(row, read_cells(home, row))
            except Problems as problems:
                faults += problems.faults
    if faults:
        raise Problems(faults)
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles among a million new cells, which have none: it takes longer than to read them."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def series_of(row: Row, lines: Iterable[Line]) -> Series:
    """Make the series of a certificate and its cells."""
    cells = list(lines)
    periods = tuple(sorted({line.period for line in cells}))
    at = {period: index for index, period in enumerate(periods)}
    columns = {place: [""] * len(periods) for place in dict.fromkeys(line.place for line in cells)}
    for place, period, value, _, _ in cells:
        columns[place][at[period]] = value
    status = {(line.place, line.period): line.status for line in cells if line.status}
    return Series(
        row["series"],
        row["title"],
        row["publisher"],
        row["unit"],
        row["definition"],
        periods,
        {place: tuple(column) for place, column in columns.items()},
        status,
        row["vintage"],
    )


def lines_of(series: Series) -> list[Line]:
    """Return the cells of a series as its file has them, with what is noted of empty ones."""
    return [
        Line(place, period, printed, series.unit, series.status.get((place, period), ""))
        for place, column in series.columns.items()
        for period, printed in zip(series.periods, column, strict=True)
        if printed or (place, period) in series.status
    ]


def base(name: str) -> str:
    """Return the id that all vintages of a series share.

    Examples
    --------
    >>> base("unemployment@2026-11-30")
    'unemployment'
    """
    return name.partition("@")[0]


def vintages(series: Iterable[Series]) -> dict[str, list[Series]]:
    """Return the vintages of each series, the oldest first."""
    found: dict[str, list[Series]] = {}
    for one in series:
        found.setdefault(base(one.id), []).append(one)
    return {name: sorted(same, key=lambda one: one.vintage) for name, same in found.items()}


def known_on(same: list[Series], day: str) -> Series:
    """Return the vintage that was the newest on a day; the oldest where all are later."""
    return next((one for one in reversed(same) if one.vintage <= day), same[0])
