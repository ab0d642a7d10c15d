"""How many cells does a person type from ``claimbook new`` to the verdicts of all claims?

``python -m benchmarks.typed WORKSPACE ARTICLE`` reads the history of a workspace that was committed after each step, with
a subject that begins with ``hand:`` where a person typed and with anything else where a command wrote.
"""

import csv
import io
import subprocess
import sys
import tarfile
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from benchmarks import markdown
from claimbook.tables.schema import KEYS, TABLES

HAND = "hand:"
UNJUDGED = "unjudged"
NOTES = {"drafted", "proposed"}  # what a program says of its own cells: emptied by one key, not typed


@dataclass
class Step:
    """The tables after one step, by table, id and column, and whether a person typed it."""

    by_hand: bool
    cells: dict[tuple[str, str, str], str] = field(default_factory=dict)


def history(workspace, article):
    """Yield each commit of a workspace as a step, the oldest first."""
    for line in _git(workspace, "log", "--reverse", "--format=%H %s").decode().splitlines():
        commit, _, subject = line.partition(" ")
        yield Step(subject.startswith(HAND), _cells(_git(workspace, "archive", commit, "data"), article))


def _git(workspace, *words):
    return subprocess.run(["git", "-C", str(workspace), *words], check=True, capture_output=True).stdout


def _cells(archive, article):
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in filter(tarfile.TarInfo.isfile, tar):
            path = PurePosixPath(member.name)
            if path.parent.name in (article, "sources"):
                found |= read(path.name, tar.extractfile(member).read().decode("utf-8-sig"))
    return found


def read(name, text):
    """Return the cells of one file: a table's, or the keys of ``article.toml``."""
    table = PurePosixPath(name).stem
    if name == "article.toml":
        return {(table, "", key): str(value) for key, value in tomllib.loads(text).items()}
    if table not in KEYS or not name.endswith(".csv"):
        return {}
    rows = csv.DictReader(io.StringIO(text))
    return {(table, row[KEYS[table]], column): cell or "" for row in rows for column, cell in row.items()}


def typed(steps):
    """Count the finished cells that are not what a command wrote last: typed, and chosen from a list.

    A relation that is the one proposed is confirmed by a key and counts as neither. A row that a person made counts whole,
    without its id; a cell that a person emptied counts; one that was typed and changed back does not.

    Returns
    -------
    tuple of (Counter, Counter)
        Of cells by table and column: in own words, and from fixed words.
    """
    written, proposed, last = {}, {}, {}
    for step in steps:
        if not step.by_hand:
            changed = {place: cell for place, cell in step.cells.items() if last.get(place) != cell}
            written |= changed
            proposed |= {
                row: cell
                for (table, row, column), cell in changed.items()
                if (table, column) == ("evidence", "proposed") and cell
            }
        last = step.cells
    own, fixed = Counter(), Counter()
    for (table, row, column), cell in last.items():
        judged = (table, column) == ("evidence", "relation")  # chosen, whoever wrote it, unless it was proposed
        drafted = proposed.get(row) if judged and cell != UNJUDGED else written.get((table, row, column), "")
        if column in NOTES or column == KEYS.get(table) or cell == drafted:
            continue
        spec = TABLES.get(table, {}).get(column)
        (fixed if spec and spec.allowed and not spec.open else own)[table, column] += 1
    return own, fixed


def table(steps):
    """Return the counts as Markdown, a row a column, with the cells a claim below."""
    steps = list(steps)
    own, fixed = typed(steps)
    claims = len({row for table, row, _ in steps[-1].cells if table == "claims"})
    rows = [[f"{table}.{column}", str(own[table, column]), str(fixed[table, column])]
            for table, column in sorted(own | fixed, key=lambda place: -own[place] - fixed[place])]  # fmt: skip
    sums = [sum(own.values()), sum(fixed.values())]
    per = (sums[0] + sums[1] / 2) / max(claims, 1)
    rows.append([f"all, of {claims} claims", *map(str, sums)])
    says = (
        f"{per:.1f} cells a claim, a choice from a list counted as half ({sum(sums) / max(claims, 1):.1f} if as one)."
    )
    return f"{says}\n\n" + markdown.table(["cell", "typed", "chosen"], rows)


if __name__ == "__main__":
    print(table(history(*sys.argv[1:3])))
