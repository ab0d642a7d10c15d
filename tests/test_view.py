"""Text from an article, a page or a table is hostile."""

import pytest

from claimbook import annotation, export, load_case, report, view


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;"])
def test_markup_is_escaped(text):
    """A cell shows markup as text."""
    html = view.table([[text]], ["words"]).html

    assert text not in html
    assert view.safe(text) in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"])
def test_only_web_addresses_become_links(url):
    """Any other address stays plain text."""
    assert "href" not in view.Link("words", url).html


def test_characters_that_reorder_text_are_shown():
    """A bidi override is named, not obeyed."""
    assert "[U+202E]" == view.safe("\u202e")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_formulas_are_defused(text):
    """A spreadsheet takes no exported cell for a formula."""
    assert f"'{text}" == export.defused(text)


def test_a_hostile_table_reaches_no_output(bus):
    """A script in the tables of a case is escaped in every view of it."""
    path = bus / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Fares rose 5% in 2024.", "<script>alert(1)</script>"),
                    encoding="utf-8")
    case = load_case(bus)
    shown = [report.front(case), report.verdict_table(case), report.evidence_by_claim(case), annotation.highlighted(case),
             annotation.claims(case), report.searches_by_claim(case)]

    assert not [block for block in shown if "<script" in block.html]
