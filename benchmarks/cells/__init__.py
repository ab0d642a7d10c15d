"""Is the right cell of a folder of tables the first that ``claimbook find`` offers, and how fast are they read?

``python -m benchmarks --only cells --series DIR``: the folder of a snapshot of TSVer (``csv/``, ``metadata.json`` and
``country_codes.yaml``: series of Our World in Data), none of which is in this project.
"""

import csv
import json
import re
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from benchmarks import markdown
from claimbook import find
from claimbook.draft.draft import claims_so_far
from claimbook.draft.rows import drafted
from claimbook.tables.schema import TABLES

TITLE = "Finding cells of tables"
HERE = Path(__file__).parent
FALSE = Decimal("1.3")  # what a number is multiplied by where the claim is to be false
MEGABYTES = 10
KEPT = ("claim", "kind", "mention", "low", "high", "unit", "comparator", "precision", "basis", "checkability")


def table(args):
    """Return in how many questions the right cell comes first, and how fast tables are read."""
    data = Path(args.series) if args.series else None
    if not data or not (data / "metadata.json").is_file():
        return "Not measured: `--series DIR` names the folder of a snapshot of TSVer; none is in this project."
    with tempfile.TemporaryDirectory() as folder:
        return "\n\n".join([_ranks(data, Path(folder)), _speed(data, Path(folder))])


def questions():
    """Return the questions: a statement with a place for its number, and the cell that has it."""
    with (HERE / "questions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ranks(data, home):
    docs, asked = home / "docs", questions()
    docs.mkdir()
    names, about = (
        _names(data),
        {row["filename"]: row for row in json.loads((data / "metadata.json").read_text("utf-8"))},
    )
    longest, says = 0, []
    for row in asked:
        series = _series(data, row["file"])
        title = f"{about[row['file'] + '.csv']['title']} ({about[row['file'] + '.csv']['unit']})"
        rows = list(_shaped(series, names, title, row["shape"]))
        longest = max(longest, len(rows))
        with (docs / f"{row['file']}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        number = Decimal(dict(series)[row["code"]][row["year"]]) * (1 if row["true"] == "yes" else FALSE)
        says.append(row["says"].replace("{n}", _printed(number)))
    index = find.open_index(docs, home / "store")
    hits = [find.rank(index, query, 10) for query in _asked(says, asked).values()]
    places = [_place(index, found, row) for found, row in zip(hits, asked, strict=True)]
    halves = [
        [place for place, row in zip(places, asked, strict=True) if row["true"] == kind] for kind in ("yes", "no")
    ]
    heads = ["claims", "tables", "rows of the longest", "right cell first", "in the first three", "in ten", "not"]
    cells = [
        [
            f"{kind}: {len(part)}",
            len(asked),
            longest,
            *(sum(0 < at <= top for at in part) for top in (1, 3, 10)),
            part.count(0),
        ]
        for kind, part in (("all", places), ("true", halves[0]), ("false", halves[1]))
    ]
    missed = "; ".join(
        f"{row['file']} (place {place or 'none'})" for row, place in zip(asked, places, strict=True) if place != 1
    )
    return f"{markdown.table(heads, cells)}\n\nNot first: {missed or 'none'}."


def _asked(says, asked):
    """Return the queries of claims that have their statement and their period, and nothing else."""
    text = "\n".join(says) + "\n"
    rows, chosen, start = drafted(text), [], 0
    for words, row in zip(says, asked, strict=True):
        inside = {one["mention"] for one in rows["mentions"] if start <= int(one["start"]) < start + len(words)}
        first = next(one for one in rows["claims"] if one["mention"] in inside)
        chosen.append(
            {name: first[name] if name in KEPT else "" for name in TABLES["claims"]} | {"period": row["year"]}
        )
        start += len(words) + 1
    return find.queries(claims_so_far({"mentions": rows["mentions"], "claims": chosen}, text, ""))


def _place(index, hits, row):
    """Return the place of the right cell among the hits, and 0 where it is not there."""
    for at, hit in enumerate(hits, 1):
        found, where = index.shown(hit), (f"{row['file']}.csv", row["year"])
        if found.cell and (found.document, found.cell.period) == where and found.cell.side == row["place"]:
            return at
    return 0


def _names(data):
    """Return what each place is called, by its code."""
    text = (data / "country_codes.yaml").read_text(encoding="utf-8")
    return {code: name.strip("'\"") for code, name in re.findall(r"(?m)^(\S+):\n- (.+)$", text)}


def _series(data, name):
    """Return a series: each place with its values by year."""
    with (data / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = [code for code in rows[0] if code != "Date"]
    return [(code, {row["Date"][:4]: row[code] for row in rows if row[code]}) for code in codes]


def _shaped(series, names, title, shape):
    """Yield the rows of a table, long or wide."""
    if shape == "long":
        yield ["Entity", "Year", title]
        for code, values in series:
            yield from ([names.get(code, code), year, value] for year, value in values.items())
        return
    years = sorted({year for _, values in series for year in values})
    yield [title]
    yield ["Country", *years]
    for code, values in series:
        yield [names.get(code, code), *(values.get(year, "") for year in years)]


def _printed(number):
    """Write a number as an article does: three digits that count, thousands apart."""
    rounded = Decimal(f"{number:.3g}")
    return f"{rounded:,f}"


def _speed(data, home):
    docs, size = home / "many", 0
    docs.mkdir()
    for path in sorted((data / "csv").glob("*.csv")):
        if size >= MEGABYTES * 10**6:
            break
        raw = path.read_bytes()
        (docs / path.name).write_bytes(raw)
        size += len(raw)
    start = time.perf_counter()
    index = find.open_index(docs, home / "second")
    took = time.perf_counter() - start
    heads = ["MB of CSV", "tables", "s to read", "unread"]
    return markdown.table(heads, [[f"{size / 10**6:.1f}", len(index.sheets), f"{took:.1f}", len(index.unread)]])
