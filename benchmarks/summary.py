"""What the README quotes of results.md: ``python -m benchmarks.summary`` prints it."""

import re
from pathlib import Path

from benchmarks import markdown

RESULTS = Path(__file__).parent / "results.md"


def public(results):
    """Return the table of what other people's test cases say, the worst first; the sums of single models are left out."""
    sets = {}
    for row in _table(results, "## Public cases[\\s\\S]*?is counted\\."):
        if row["model"] != "first four":
            cases, passed = sets.get(row["set"], (0, 0))
            sets[row["set"]] = cases + int(row["cases"]), passed + int(row["passed"])
    ordered = sorted(sets.items(), key=lambda one: one[1][1] / one[1][0])
    rows = [[name, str(cases), f"{passed / cases:.3f}"] for name, (cases, passed) in ordered]
    return markdown.table(["public test cases", "cases", "same value"], rows)


def _table(results, title):
    """Return the rows of the first table under a title, as dicts."""
    lines = re.search(rf"(?m)^{title}$\n+((?:\|.*\n)+)", results)[1].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


if __name__ == "__main__":
    print(public(RESULTS.read_text(encoding="utf-8")))
