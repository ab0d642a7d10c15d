"""Is evidence in the other language found for a claim of which nobody has typed a cell?"""

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks import markdown
from benchmarks.find import HERE as FOUND
from claimbook import find
from claimbook.draft.draft import claims_so_far
from claimbook.draft.rows import drafted
from claimbook.find.passage import numbers_of
from claimbook.language.phrase import Statement
from claimbook.tables.schema import TABLES

TITLE = "Evidence in the other language"
HERE = Path(__file__).parent
FIRST = 5
LANGUAGES = {"z": "Chinese claims, English pages", "n": "English claims, Chinese pages"}


def table(args):
    """Return how often the page that bears on a claim is first, and in the first five."""
    rows, passages, unrelated = [], _passages(read("evidence.csv")), _passages(read(FOUND / "unrelated.csv"))
    every = find.Index.of(passages + unrelated)
    for letter, name in LANGUAGES.items():
        claims, bearing = claims_of(letter)
        index = among(every, {one.document for one in unrelated} | {one for names in bearing.values() for one in names})
        for way, asked in (("own language alone", _alone(claims)), ("as drafted", claims)):
            places = ranked(index, asked, bearing)
            counts = [sum(place < most for place in places.values()) for most in (1, FIRST)]
            rows.append([name, way, *(f"{count / len(claims):.2f} ({count})" for count in counts), str(len(claims))])
    says = (
        f"Claims as `claimbook new` drafts them from one sentence each, with no cell typed, and the pages in the other language that bear "
        f"on them, among the others and {len(unrelated):,} unrelated passages in both languages. Where a sentence has no address it was "
        "written for this, after a public release; weights were not chosen on these."
    )
    return f"{says}\n\n" + markdown.table(["claims", "asked", "first", "in the first five", "claims"], rows)


def among(every, documents):
    """Return the index of some documents of another one."""
    places = [place for place, one in enumerate(every.passages) if one.document in documents]
    return find.Index([every.passages[place] for place in places], {}, every.vectors[places], np.arange(len(places)))


def _passages(rows):
    return [
        find.Passage(row.get("passage") or f"u{place}", "", row["text"], numbers_of(row["text"]))
        for place, row in enumerate(rows)
    ]


def claims_of(letter):
    """Return the drafted claims of a language, by id, and the evidence of each."""
    claims, bearing = {}, {}
    for row in read("claims.csv"):
        if row["claim"].startswith(letter):
            rows = drafted(row["sentence"], row["published"])
            number = next(one for one in rows["mentions"] if one["exact"].strip() == row["number"])
            rows["claims"] = [dict.fromkeys(TABLES["claims"], "") | one for one in rows["claims"]]
            made = claims_so_far(rows, row["sentence"], row["published"])
            hanging = [one["claim"] for one in rows["claims"] if one["mention"] == number["mention"]]
            if not hanging:
                continue
            claims[row["claim"]] = replace(made[hanging[0]], id=row["claim"])
            bearing[row["claim"]] = row["evidence"].split()
    return claims, bearing


def ranked(index, claims, bearing):
    """Return the place, from 0, of the first page that bears on each claim; a hundred where it is not found."""
    places = defaultdict(lambda: 100)
    for name, query in find.queries(claims).items():
        found = [index.shown(hit).document for hit in find.rank(index, query, 10)]
        places[name] = min((found.index(one) for one in bearing[name] if one in found), default=100)
    return dict(places)


def _alone(claims):
    """Return the claims with their statement in their own language alone."""
    return {name: replace(one, statement=_own(name, one.statement)) for name, one in claims.items()}


def _own(name, statement):
    return Statement("", statement.zh) if name.startswith("z") else Statement(statement.en, "")


def read(name):
    """Return the rows of a table of this folder."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
