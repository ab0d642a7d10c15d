"""A chart of Our World in Data: its table (`.csv`) and what it says of each column (`.metadata.json`)."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from claimbook.series.intake.ask import Asker
from claimbook.series.intake.grid import Choice, read_grid
from claimbook.series.intake.taken import Taken, mapping, plain
from claimbook.tables.fault import Problems

CHART = re.compile(r"/grapher/([\w-]+)(?:\.csv|\.metadata\.json)?")
LICENCE = "CC BY 4.0 for what Our World in Data made; data of third parties under the terms of their providers"
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def is_chart(url: str) -> bool:
    """Return whether an address is of a chart."""
    return bool(CHART.fullmatch(urlsplit(url).path))


def take(asker: Asker, url: str, choice: Choice) -> Taken:
    """Take one column of a chart.

    Raises
    ------
    Problems
    """
    parts = urlsplit(url)
    found = CHART.fullmatch(parts.path)
    assert found
    chart = urlunsplit((parts.scheme, parts.netloc, f"/grapher/{found[1]}", "", ""))
    about = mapping(asker.json(f"{chart}.metadata.json"))
    columns = mapping(about.get("columns"))
    if not columns:
        raise Problems([f"{chart}.metadata.json: names no columns; check the address, the chart may have been renamed"])
    grid = list(csv.reader(io.StringIO(asker.text(f"{chart}.csv"), newline="")))
    choice = replace(choice, column=choice.column or _column(columns, grid, chart))
    read = read_grid(_coded(grid), choice, f"{chart}.csv")
    said = mapping(columns.get(choice.column)) or next(
        (one for one in map(mapping, columns.values()) if plain(one.get("shortName")) == choice.column), {}
    )
    return Taken(
        read.cells,
        plain(said.get("titleShort")) or plain(mapping(about.get("chart")).get("title")) or choice.column,
        "Our World in Data",
        chart,
        plain(said.get("unit")) or plain(said.get("shortUnit")),
        _definition(said),
        LICENCE,
        plain(said.get("lastUpdated"))[:10],
        read.notes,
    )


def _column(columns: dict[str, object], grid: list[list[str]], chart: str) -> str:
    """Return the only column that both the table and its description have."""
    head = grid[0] if grid else []
    both = [name for name in head if name in columns]
    if not both:
        words = "has none of the columns that its description names; the chart has changed, choose one with --column"
        raise Problems([f"{chart}.csv: {words}; there are: {', '.join(f'“{name}”' for name in head[:8])}"])
    numbers = [name for name in both if plain(mapping(columns[name]).get("type")) in ("", "Numeric", "Integer")]
    return numbers[0] if len(numbers) == 1 else ""


def _coded(grid: list[list[str]]) -> list[list[str]]:
    """Return a table whose places without a code have their name as one."""
    head, *rows = grid
    if head[:2] != ["Entity", "Code"]:
        return grid
    return [head, *([row[0], row[1] or row[0], *row[2:]] if len(row) > 1 else row for row in rows)]


def _definition(said: dict[str, object]) -> str:
    """Return how a column is defined and who is behind it."""
    short = LINK.sub(r"\1", plain(said.get("descriptionShort")))
    cited = plain(said.get("citationShort"))
    return " ".join(filter(None, (short, f"Source: {cited}" if cited else "")))
