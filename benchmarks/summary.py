"""What the README quotes of results.md: ``python -m benchmarks.summary`` prints it."""

import re
from pathlib import Path

from benchmarks import markdown

RESULTS = Path(__file__).parent / "results.md"


PAGES = r"### {}, {}: [^\n]*pages[\s\S]*?All labels:"  # of which language, and of which set
# What the README quotes: texts, and of each the title of its table and the column.
GOLD = {
    "NewsQuant / MeasEval / Grobid-quantities": (
        ("### NewsQuant[\\s\\S]*?", "value F1, raw"),
        ("### MeasEval[\\s\\S]*?", "overlap F1"),
        ("### Grobid-quantities[\\s\\S]*?", "overlap F1"),
    ),
    "Duckling, English / Duckling, Chinese": (
        ("### Duckling, English[\\s\\S]*?", "value"),
        ("### Duckling, Chinese[\\s\\S]*?", "value"),
    ),
    "real pages, 23 unseen until scored, Chinese / English": (
        (PAGES.format("Chinese", "fourth"), "bounded F1"),
        (PAGES.format("English", "fourth"), "bounded F1"),
    ),
    "and 15 more, shorter and easier": (
        (PAGES.format("Chinese", "fifth"), "bounded F1"),
        (PAGES.format("English", "fifth"), "bounded F1"),
    ),
}
HEADS = ["texts", "measure", "ours", "best other"]
DRAFTS = "drafts of unseen articles, Chinese / English, by a second reader"
DRAFTED = ("metric: right", "period: right", "small edit at most")


def gold(results):
    """Return the table of public gold, and of real pages that were unseen until scored."""
    rows = []
    for name, parts in GOLD.items():
        found = [_compared(_table(results, title), wanted) for title, wanted in parts]
        rows.append([name, *(" / ".join(cells) for cells in zip(*found, strict=True))])
    return markdown.table(HEADS, [*rows, *_drafted(results)])


def _drafted(results):
    """Return the rows of drafted claims: what a second reader said of the last unseen set of each language."""
    if "## Drafted claims" not in results:
        return
    table = _table(results, "### By a second reader[\\s\\S]*?tuned on it[.]")
    last = {row["language"]: row for row in table}
    for at, measure in enumerate(DRAFTED):
        said = f"statement: {measure}" if measure.startswith("small") else measure
        yield [DRAFTS if not at else "", said, " / ".join(last[language][measure] for language in ("zh", "en")), ""]


def quoted(results):
    """Return what the README quotes: labels of others first; where they are not measured, their test cases."""
    return gold(results) if "## Public gold" in results and "## Real pages" in results else public(results)


def _compared(table, wanted):
    """Return the name of a measure without its count, ours, and the best of any other tool."""
    column = next(head for head in table[0] if head.startswith(wanted))
    ours = next(row for row in table if row["tool"] == "claimbook")
    others = [row[column] for row in table if row is not ours and not row[column].startswith("not")]
    return wanted, ours[column], max(others)


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
    saved = RESULTS.read_text(encoding="utf-8")
    print(quoted(saved))
