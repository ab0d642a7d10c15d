"""What is complete is judged while the rest is in work, and a mistake is still a mistake."""

import pytest

from claimbook import load_case, page, report
from claimbook.case.article import load_article
from claimbook.case.so_far import so_far
from claimbook.cli import main
from claimbook.judge.verdict import Label
from claimbook.jupyter import magic
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.workspace import paths
from claimbook.tables.writer import csv_of


def change(folder, table, name, **cells):
    """Change a row of a table."""
    path = paths(folder)[table]
    rows = read_text(path, table)
    next(row for row in rows if name in row.values()).update(cells)
    path.write_text(csv_of(table, rows), encoding="utf-8")


def tables(folder):
    """Return all tables as they are."""
    return {name: read_text(path, name) if path.exists() else [] for name, path in paths(folder).items()}


@pytest.mark.parametrize("cells", [{"subject": ""}, {"drafted": "subject:clause"}, {"low": "", "high": ""}])
def test_a_claim_in_work_keeps_no_other_from_its_verdict(bus, cells):
    """A claim that lacks something is left out and named; the other has the verdict that it had."""
    before = load_case(bus).verdicts["c01"]
    change(bus, "claims", "c02", **cells)
    case = load_case(bus)

    assert case.is_draft and ("c02",) == case.in_work
    assert {"c01": before} == case.verdicts


def test_a_finished_article_is_no_draft(bus):
    """Nothing is left out, and nothing is missing."""
    case = load_case(bus)

    assert not case.is_draft and () == case.in_work


def test_a_mistake_is_not_taken_for_a_gap(bus):
    """A unit that is none is a fault of the article, whatever else is in work."""
    change(bus, "claims", "c02", unit="bananas", subject="")
    with pytest.raises(Problems, match="bananas"):
        load_case(bus)


def test_a_draft_with_no_complete_claim_has_no_verdicts(bus):
    """There is nothing to judge, so what is missing is said instead."""
    for name in ("c01", "c02"):
        change(bus, "claims", name, subject="")
    with pytest.raises(Problems, match="must not be empty"):
        load_case(bus)


def test_a_missing_publisher_is_a_gap(bus):
    """A pasted text has verdicts before somebody says whose it is."""
    path = bus / "article.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"example.org"', '""'), encoding="utf-8")

    assert load_case(bus).is_draft and {"c01", "c02"} == set(load_case(bus).verdicts)


def test_what_rests_on_a_claim_in_work_is_left_out(bus):
    """Its evidence, its searches and a check with it decide nothing; a claim that follows from it is judged."""
    check = "k01,t,c01,=,c02,count,c01,c02,definition,,{left} {right},\n"
    (bus / "checks.csv").write_text((bus / "checks.csv").read_text(encoding="utf-8") + check, encoding="utf-8")
    change(bus, "claims", "c02", depends_on="c01")
    change(bus, "claims", "c01", subject="")
    case = load_case(bus)

    assert ((), ()) == (case.evidence, case.checks)
    assert ["c02"] == list(case.verdicts) and () == case.claims["c02"].depends_on
    change(bus, "claims", "c01", subject="City bus")
    change(bus, "claims", "c02", subject="")
    assert () == load_case(bus).searches


def test_evidence_that_nobody_has_read_through_is_left_out(bus):
    """The claim is judged without it, and the draft says what it lacks."""
    change(bus, "figures", "f01", metric="(to be filled in)")
    case = load_case(bus)

    assert ((), Label.UNCHECKED) == (case.in_work, case.verdicts["c01"].verdict)
    assert ["e01"] == [fault.id for fault in case.gaps if fault.table == "evidence"]


@pytest.mark.parametrize("cells", [{"unit": "bananas"}, {"low": "x"}, {"period": "2024-13"}])
def test_while_typing_a_mistake_leaves_out_its_own_claim_alone(bus, cells):
    """In the form, what is wrong is left out like what is missing."""
    change(bus, "claims", "c02", **cells)
    case = so_far(bus, load_article(bus), tables(bus))

    assert ("c02",) == case.in_work and Label.SUPPORTED == case.verdicts["c01"].verdict


def test_while_typing_a_check_that_cannot_be_computed_decides_nothing(bus):
    """The others count as before."""
    check = "k01,t,c01 / 0,=,c02,count,c01,c02,definition,,{left} {right},\n"
    (bus / "checks.csv").write_text((bus / "checks.csv").read_text(encoding="utf-8") + check, encoding="utf-8")

    assert () == so_far(bus, load_article(bus), tables(bus)).checks


def test_a_draft_is_called_one_wherever_it_is_shown(bus, tmp_path, capsys):
    """Terminal, notebook, page and every format for people say how many claims are in work; a finished one has no such note."""
    finished = {path.name: path.read_bytes() for path in page.write_site(load_case(bus), tmp_path / "bus", [])}
    change(bus, "claims", "c02", subject="")
    case, note = load_case(bus), "1 of 2 claims are still to be filled in"
    draft = {path.name: path.read_bytes() for path in page.write_site(case, tmp_path / "bus", [])}

    said = ("index.html", "summary.md", "datapackage.json", "annotations.json")
    assert [] == [name for name in said if note.encode() not in draft[name] or note.encode() in finished[name]]
    assert "其中1项尚未填写完整" in draft["summary.zh.md"].decode()
    assert b'"creativeWorkStatus": "Draft"' in draft["claimreview.json"]
    assert note in str(report.front(case)) and note in str(magic.headline(case))
    assert 0 == main(["check", str(bus)]) and note in capsys.readouterr().out


def test_the_page_says_which_numbers_are_still_to_be_filled_in(bus):
    """A number in work is not shown as one that claims nothing; a finished article has no such mark."""
    assert '<mark class="open"' not in page.render(load_case(bus))
    change(bus, "claims", "c02", subject="")
    shown = page.render(load_case(bus))

    assert '<mark class="open" data-role="claim">' in shown and "still to be filled in" in shown
    assert 'class="other" data-role="claim"' not in shown


def test_a_page_says_once_that_it_is_a_draft(bus):
    """Where something is to be filled in, what nobody has checked is in the answer, and no second frame says so."""
    paths(bus)["evidence"].write_text(csv_of("evidence", []), encoding="utf-8")
    assert 1 == page.render(load_case(bus)).count('<p class="draft"')
    change(bus, "claims", "c02", subject="")

    shown = page.render(load_case(bus))
    assert 1 == shown.count('<p class="draft"') and "still to be filled in" in shown
