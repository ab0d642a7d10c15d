"""The few lines of results.md that the README quotes: ``python -m benchmarks.summary`` prints them."""

import re
from pathlib import Path

from benchmarks import markdown
from benchmarks.accuracy import NAMES

RESULTS = Path(__file__).parent / "results.md"
COLUMNS = ["exact F1", "overlap F1", "value, found", "unit, found", "comparator, found"]
HEADS = ["tool", "exact span", "overlap", "value", "unit", "comparator", "our speed-up"]


def summary(results):
    """Return the README's table, made from the text of results.md: Chinese / English."""
    found = {language: _of(results, language) for language in NAMES.values()}
    tools = [tool for rows in found.values() for tool in rows]
    cells = {tool: [rows.get(tool, [""] * 6) for rows in found.values()] for tool in tools}
    rows = [[tool, *map(_both, *both)] for tool, both in cells.items()]
    counts = " / ".join(re.search(rf"### {name}, sealed: \d+ texts, (\d+) mentions", results)[1] for name in found)
    heads = [f"{HEADS[0]}, on {counts} mentions", *HEADS[1:]]
    return markdown.table(heads, rows)


def _of(results, language):
    accuracy = _table(results, rf"### {language}, sealed: .*")
    speed = {row["tool"]: row["claimbook ÷ tool"] for row in _table(results, rf"### {language}: .*")}
    return {row["tool"]: [*(row[column] for column in COLUMNS), speed.get(row["tool"], "")] for row in accuracy}


def _both(one, other):
    return f"{one} / {other}" if one and other else one or other


def _table(results, title):
    """Return the rows of the first table under a title, as dicts."""
    lines = re.search(rf"(?m)^{title}$\n+((?:\|.*\n)+)", results)[1].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


if __name__ == "__main__":
    print(summary(RESULTS.read_text(encoding="utf-8")))
