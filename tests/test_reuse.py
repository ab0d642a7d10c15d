"""The second article is as easy as the first: everything runs on it unchanged."""

import io
import re
import warnings
from functools import partial

import pytest

from claimbook import load_case, page, plot, report
from claimbook.cli import main
from claimbook.draft import rows as drafting
from claimbook.judge.check import Result
from claimbook.report import ledger, marks
from claimbook.report.outline import PARTS, outline

PICTURES = [getattr(plot, name) for name in plot.__all__ if name not in ("behind", "sketch", "strip")]
TABLES = [
    report.front,
    report.findings,
    report.unsupported,
    report.stability,
    report.method,
    report.counts_of_evidence,
    report.sources_overview,
    report.evidence_by_claim,
    report.searches_by_claim,
    *(partial(report.questions, result=result) for result in Result),
    report.elsewhere,
    report.scatter_table,
    report.returning_numbers,
    report.rules,
    marks.highlighted,
    ledger.roles,
    ledger.ledger,
    ledger.completeness,
    ledger.claims,
]


def test_a_tiny_english_article_is_judged(bus):
    """A figure that agrees within its rounding supports; a search that found nothing leaves unsupported."""
    verdicts = load_case(bus).verdicts

    assert {"c01": "supported", "c02": "unsupported"} == {name: verdict.verdict for name, verdict in verdicts.items()}


@pytest.mark.parametrize("view", TABLES, ids=lambda view: getattr(view, "__name__", "questions"))
def test_every_table_shows_any_article(view, bus, case):
    """Each view works on the real case and on one that lacks nearly everything."""
    for one in (case, load_case(bus)):
        block = view(one)

        assert block._repr_html_()
        assert repr(block)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)
def test_every_picture_has_all_its_glyphs(picture, bus, case):
    """Chinese text is drawn without a missing glyph, also where there is nothing to draw."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for one in (case, load_case(bus)):
            if drawn := picture(one):
                drawn.savefig(io.BytesIO())  # a closed figure's own canvas draws nothing


@pytest.mark.parametrize("arguments", [["check"], ["check", "--json"], ["validate"]])
def test_commands_run_on_any_article(arguments, bus, capsys):
    """The command line takes a folder as well as an id."""
    assert 0 == main([arguments[0], str(bus), *arguments[1:]])
    assert "bus" in capsys.readouterr().out.lower()


def test_one_claim_with_everything_about_it(bus, capsys):
    """`claim` prints the published words, the verdict, the figure, its source and the searches."""
    assert 0 == main(["claim", str(bus), "c01"])
    printed = capsys.readouterr().out

    assert "same, agrees" in printed
    assert all(part in printed for part in ("1,200 riders a day", "SUPPORTED", "1,180", "https://example.org/book"))


def test_every_form_of_a_claim_keeps_the_order(case, capsys):
    """The published sentence comes first, then the evidence, then the verdict: in terminal, notebook and page."""
    assert 0 == main(["claim", str(case.folder), "c30"])
    known = outline(case, "c30")
    card = re.search(r'(?s)<article class="claim[^>]*id="c30".*?</article>', page.render(case))[0]
    rule = "check whose conclusion is this claim fails"
    words = {
        capsys.readouterr().out: ("Published: ", "CHECKS (", "SEARCHES AND LEADS (", rule, "Stability: "),
        report.one(case, "c30").plain: ("> ", "| fails |", rule, "Stability: "),
        card: ("<blockquote", 'data-part="checks"', 'data-part="searches"', rule, "Stability: "),
    }

    assert list(known.parts) == [part for part in PARTS if part in known.parts]
    for form, signs in words.items():
        places = [" ".join(form.split()).index(sign) for sign in signs]
        assert sorted(places) == places


def test_an_outline_has_only_what_the_claim_has(case):
    """A claim without a note or a check has no such part."""
    bare = [name for name, found in case.findings.items() if not (found.claim.note or found.facts.outcomes)]

    assert {"note", "checks"} == set(PARTS) - set(outline(case, bare[0]).parts)


def test_a_finding_joins_what_the_tables_say(case):
    """Evidence, searches, checks and flips of a finding are those that name its claim, and the verdict is its own."""
    found = case.findings["c30"]

    assert [row["evidence"] for row in case.tables["evidence"] if row["claim"] == "c30"] == [
        item.id for item in found.facts.evidence
    ]
    assert [row["search"] for row in case.tables["searches"] if "c30" in row["claims"].split()] == [
        search.id for search in found.facts.searches
    ]
    assert [row["check"] for row in case.tables["checks"] if "c30" in row["conclusion"].split()] == [
        outcome.check.id for outcome in found.facts.concluding
    ]
    assert (case.verdicts["c30"], case.flips["c30"]) == (found.verdict, found.flips)


def test_a_condition_belongs_to_its_claim(case):
    """An entry of the ledger names the claim that hangs on it, or the one it is a condition of; others name none."""
    rows = {row["mention"]: row for row in case.tables["mentions"]}

    for entry in case.mentions:
        hanging = [claim.id for claim in case.claims.values() if claim.mention == entry.id]
        assert [entry.claim] == (hanging or [rows[entry.id]["of"]])
    assert {"claim", "condition"} == {entry.role for entry in case.mentions if entry.claim}


def test_evidence_that_excludes_is_told_so(case):
    """The table of evidence says of each deciding figure whether it agrees or excludes."""
    rows = [item for item in case.findings["c19"].facts.evidence if item.relation == "rule"]

    assert "excludes" in repr(report.evidence_table(rows))
    assert "agrees" not in repr(report.evidence_table(rows))


def test_the_headline_adds_up(case):
    """Every claim is counted once: the verdicts add to the claims, the sub-reasons to the unsupported."""
    for numbers in (True, False):
        tally = report.counts(case, numbers=numbers)

        assert tally["claims"] == sum(
            tally[name] for name in ("supported", "contradicted", "conflicting", "unsupported", "unchecked")
        )
        assert tally["unsupported"] == sum(
            tally[name] for name in ("undefined metric", "private data", "tertiary only", "none found")
        )


def test_every_claim_is_marked_in_the_article(case):
    """A number inside a statement is marked inside its mark; none is lost."""
    html = marks.highlighted(case).html

    assert not [name for name in case.claims if f"<sup>{name}" not in html]


def test_a_draft_that_nobody_has_looked_into_is_shown(bus, capsys):
    """With a claim that has neither evidence nor a search, everything runs and says “unchecked”."""
    path = bus / "searches.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    case = load_case(bus)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for view in [*TABLES, *PICTURES]:
            view(case)

    assert 0 == main(["check", str(bus)])
    assert "1 unchecked" in capsys.readouterr().out


def test_a_drafted_article_that_is_filled_in_loads(bus, tmp_path, monkeypatch):
    """`new` drafts every table; with its rows filled in it loads, and nobody has looked yet."""
    kept = {name: (bus / name).read_bytes() for name in ("article.toml", "mentions.csv", "claims.csv")}
    monkeypatch.chdir(tmp_path)

    assert 0 == main(["new", str(bus / "article.txt"), "--id", "other"])
    other = bus.parent / "other"
    assert "1,200" in (other / "mentions.csv").read_text(encoding="utf-8")
    for name, content in kept.items():
        (other / name).write_bytes(content.replace(b'id = "bus"', b'id = "other"'))
    assert ["unchecked", "unchecked"] == [verdict.verdict for verdict in load_case(other).verdicts.values()]


def test_validate_notes_numbers_outside_the_ledger(bus, capsys):
    """A number that the extractor finds and the ledger lacks is named."""
    path = bus / "mentions.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("m03")) + "\n", encoding="utf-8")

    assert 0 == main(["validate", str(bus)])
    assert "“2024” at characters" in capsys.readouterr().out


def test_a_draft_keeps_both_readings_and_the_headers(tmp_path):
    """高出3倍 is drafted with both readings, a cell with the headers of its row and column and the unit that they give."""
    (tmp_path / "article.txt").write_text("获客成本高出3倍。\n\n产品 | 额度（万元）\n薪金贷 | 5\n", encoding="utf-8")
    rows = drafting.drafted((tmp_path / "article.txt").read_text(encoding="utf-8"))["claims"]
    fields = [
        (row["low"], row["high"], row["unit"], row["precision"], row["row_header"], row["column_header"])
        for row in rows
    ]

    assert [
        ("3", "4", "times", "readings", "", ""),
        ("50000", "50000", "CNY", "rounded", "薪金贷", "额度（万元）"),
    ] == fields
