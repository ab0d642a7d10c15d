"""What the README quotes of results.md: ``python -m benchmarks.summary`` prints it."""

import re
from pathlib import Path

from benchmarks import markdown

GOLD = [
    ("NewsQuant, half not read", "second half, not read:", "value F1, raw", "value F1"),
    ("NewsQuant, half not read", "second half, not read:", "value + unit, levelled", "value and unit F1, conventions levelled"),
    ("MeasEval, training part", "### MeasEval", "overlap F1", "overlap F1"),
    ("Grobid-quantities", "### Grobid-quantities", "exact F1", "exact F1"),
    ("Duckling, English, first half", "### Duckling, English", "value", "value"),
    ("Duckling, Chinese, first half", "### Duckling, Chinese", "value", "value"),
]
RESULTS = Path(__file__).parent / "results.md"


def gold(results):
    """Return the table of public gold: for each set what is measured, ours, and the best of the other tools in the same run."""
    rows = []
    for title, heading, column, measured in GOLD:
        table = _table(results, heading)
        scores = {row["tool"]: row[next(head for head in row if head.startswith(column))] for row in table}
        ours = scores.pop("claimbook")
        best = max(scores.items(), key=lambda one: float(one[1]))
        rows.append([title, measured, ours, f"{best[1]} ({best[0]})"])
    return markdown.table(["public gold", "measured", "claimbook", "best other"], rows)


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
    print(gold(RESULTS.read_text(encoding="utf-8")))
    print(public(RESULTS.read_text(encoding="utf-8")))
