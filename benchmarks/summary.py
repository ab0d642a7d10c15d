"""What the README quotes of results.md: ``python -m benchmarks.summary`` prints it."""

import re
from pathlib import Path

from benchmarks import markdown

RESULTS = Path(__file__).parent / "results.md"


GOLD = {  # set -> what of it is quoted, as its columns are called
    "NewsQuant": ("value F1, raw", "value F1, levelled", "value + unit, levelled"),
    "MeasEval": ("exact F1", "overlap F1", "number", "a unit read"),
    "Grobid-quantities": ("exact F1", "overlap F1", "number", "a unit read"),
    "Duckling, English": ("value",),
    "Duckling, Chinese": ("value",),
    "FewFC": ("proportion", "money", "number", "date"),
}
PAGES = ("overlap F1", "bounded F1", "value")
OWN = ("overlap F1", "exact F1", "value, found")
HEADS = ["texts", "measure", "ours", "best other"]


def gold(results):
    """Return the table of public gold, of real pages that others labelled, and last of our own texts, named as such."""
    rows = [_compared(name, _table(results, f"### {name}[\\s\\S]*?"), wanted) for name, wanted in GOLD.items()]
    for language in ("Chinese", "English"):
        title = f"### {language}, development: [^\\n]*pages[\\s\\S]*?All labels:"
        rows.append(_compared(f"real pages, {language}, read while rules were written", _table(results, title), PAGES))
    for language in ("Chinese", "English"):
        own = _table(results, f"### {language}, sealed: [^\\n]*texts[^\\n]*")
        rows.append(_compared(f"our own texts, made for this, {language}", own, OWN))
    return markdown.table(HEADS, rows)


def quoted(results):
    """Return what the README quotes: labels of others and our own, and then the test cases of others."""
    first = [gold(results)] if "## Public gold" in results and "## Real pages" in results else []
    return "\n\n".join([*first, public(results)])


def _compared(name, table, wanted):
    """Return a row: the measures that are quoted, ours, and of each the best of any other tool."""
    columns = [next(head for head in table[0] if head.startswith(want)) for want in wanted]
    ours = next(row for row in table if row["tool"] == "claimbook")
    others = [row for row in table if row is not ours and not row[columns[0]].startswith("not")]
    best = [max(row[column] for row in others) for column in columns]
    return [name, " / ".join(columns), " / ".join(ours[column] for column in columns), " / ".join(best)]


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
