"""Articles over real public tables: every claim of change, share, rank or streak is decided by computed figures."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from claimbook import load_case, propose
from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.draft.rows import claim_at
from claimbook.language.phrase import HAN
from claimbook.tables.files import read_text
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import TO_FILL, Relation
from claimbook.tables.writer import Tables

HOME = Path(__file__).parent / "cases"
CASES = sorted(path.parent.name for path in HOME.glob("*/expected.csv"))
HERE = {
    "author": "the statistics office that the table names",
    "publisher": "the statistics office that the table names",
    "tier": "primary",
    "tier_reason": "a statistics office",
}


def rows_of(path: Path) -> list[Row]:
    """Read a table of a case."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def documents(case: Path, folder: Path) -> Path:
    """Copy the tables of a case to a folder; one that is kept as text becomes the workbook that it was."""
    docs = folder / "docs"
    if (case / "docs").is_dir():
        shutil.copytree(case / "docs", docs)
    else:
        docs.mkdir()
    for table in case.glob("table-*.csv"):
        (docs / table.with_suffix(".xlsx").name.removeprefix("table-")).write_bytes(workbook(table))
    return docs


def workbook(table: Path) -> bytes:
    """Return a table as a workbook, its numbers as numbers."""
    import xlsxwriter

    raw = io.BytesIO()
    book = xlsxwriter.Workbook(raw, {"in_memory": True})
    sheet = book.add_worksheet("NST01")
    with table.open(encoding="utf-8", newline="") as file:
        for at, row in enumerate(csv.reader(file)):
            for column, cell in enumerate(row):
                sheet.write(at, column, int(cell) if cell.isdigit() else cell)
    book.close()
    return raw.getvalue()


def taken_in(case: Path, home: Path) -> dict[str, Row]:
    """Draft the article, and enter what a person enters: who, what and when of each expected claim, and no cell.

    Returns
    -------
    dict of str to dict of str to str
        The expected rows by the id of their claim.
    """
    (home / "data" / "articles").mkdir(parents=True)
    assert 0 == main(["new", str(case / "article.txt"), "--id", case.name])
    folder = home / "data" / "articles" / case.name
    text, expected = (folder / "article.txt").read_text(encoding="utf-8"), rows_of(case / "expected.csv")
    mentions, drafted = (read_text(folder / f"{name}.csv", name) for name in ("mentions", "claims"))
    claims: dict[str, Row] = {}
    wanted = {}
    for at, row in enumerate(expected, 1):
        (mention,) = (one for one in mentions if one["exact"] == row["exact"])
        known = next((one for one in drafted if one["mention"] == mention["mention"]), None)
        claim = known or claim_at(text, mention)
        wanted[f"c{at:02}"] = row
        claims[f"c{at:02}"] = dict.fromkeys(claim, "") | {
            "kind": claim["kind"], "mention": claim["mention"], "basis": "none", "checkability": "checkable",
            "claim": f"c{at:02}", "low": row["number"], "high": row["number"], "comparator": "=",
            "precision": "rounded", "unit": row["unit"], "subject": row["subject"], "metric": row["metric"],
            "period": row["period"], "population": "all",
            "statement_zh" if HAN.search(row["says"]) else "statement_en": row["says"],
        }  # fmt: skip
        mention |= {"role": "claim", "of": "", "note": ""}
    hanging = {claim["mention"] for claim in claims.values()}
    for mention in mentions:
        if mention["mention"] not in hanging:
            mention |= {"role": "period", "of": "", "note": ""}
    with_rows(folder, "mentions", mentions)
    with_rows(folder, "claims", list(claims.values()))
    return wanted


def with_rows(folder: Path, name: str, rows: list[Row]) -> None:
    """Write a table of an article."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def rank_of(proposals, expression: str, first: str) -> int:
    """Return the place of the first proposal of an operation over some cell, from 1, and 0 where there is none."""
    found = [
        at
        for at, one in enumerate(proposals, 1)
        if one.row["expression"].lstrip("(").startswith(expression) and first in one.formula
    ]
    return found[0] if found else 0


def accepted(case: Path, home: Path) -> dict[str, tuple[Row, int, str]]:
    """Take in an article, accept the first proposal of the right operation for each claim, and judge.

    Returns
    -------
    dict of str to tuple of (dict of str to str, int, str)
        By claim: what is expected, the place of the proposal that was accepted, and its formula.
    """
    docs = documents(case, home)
    wanted, folder, found = taken_in(case, home), home / "data" / "articles" / case.name, {}
    for name, row in wanted.items():
        draft = open_draft(folder)
        proposals = propose.for_claim(draft, name, docs).proposals
        at = rank_of(proposals, row["expression"], row["cell"])
        found[name] = (row, at, proposals[at - 1].formula if at else "; ".join(one.formula for one in proposals[:3]))
        if at:
            propose.accept_change(draft, proposals[at - 1], docs, Relation.SAME, "the same thing, place and period")
    reviewed(folder)
    return found


def reviewed(folder: Path) -> None:
    """Enter who publishes the article and the tables, and that the cells were read."""
    about = folder / "article.toml"
    about.write_text(
        about.read_text(encoding="utf-8").replace('publisher = ""', 'publisher = "a test"'), encoding="utf-8"
    )
    sources = folder.parent.parent / "sources"
    if (sources / "sources.csv").exists():
        rows = Tables(folder, ("sources",)).rows["sources"]
        rows = [{key: HERE.get(key, value) for key, value in row.items()} | {"drafted": ""} for row in rows]
        with_rows(sources, "sources", rows)
        rows = [row | {"note": "read", "drafted": ""} for row in Tables(folder, ("figures",)).rows["figures"]]
        with_rows(sources, "figures", rows)


@pytest.fixture(scope="module", params=CASES)
def judged(request, tmp_path_factory):
    """Each case in turn: what was expected and accepted, and the verdicts."""
    home = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        found = accepted(HOME / request.param, home)
    return found, load_case(home / "data" / "articles" / request.param)


def test_every_claim_gets_the_verdict_of_an_expert(judged):
    """What follows from the cells supports the claims that are true and contradicts those that are not."""
    found, case = judged

    assert {name: row["verdict"] for name, (row, _, _) in found.items()} == {
        name: str(verdict.verdict) for name, verdict in case.verdicts.items()
    }


def test_no_figure_is_typed(judged):
    """Each part of each computation is printed in a table, and nothing is left to be filled in."""
    _, case = judged
    parts = [part for item in case.evidence for part in item.figure.parts]

    assert parts and all(part.as_printed.count(" · ") for part in parts)
    assert not [part.id for part in parts if TO_FILL in (part.metric, part.entity, part.period_text)]


def test_the_right_reading_is_among_the_first(judged):
    """A person finds it among the first three."""
    found, _ = judged

    assert [] == [(name, at) for name, (_, at, _) in found.items() if not 1 <= at <= 3]
