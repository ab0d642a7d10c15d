"""Text from an article, a page or a table is hostile."""

import re

import pytest

from claimbook import export, load_case, report
from claimbook.cli import main
from claimbook.report import blocks, ledger, marks


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;"])
def test_markup_is_escaped(text):
    """A cell shows markup as text."""
    html = blocks.table([[text]], ["words"]).html

    assert text not in html
    assert blocks.safe(text) in html


@pytest.mark.parametrize(
    "block",
    [
        blocks.quotation,
        blocks.heading,
        blocks.paragraph,
        blocks.prose,
        lambda text: blocks.pair(text, ""),
        lambda text: blocks.pair("", text),
        lambda text: blocks.section("", None, text),
        lambda text: blocks.section(text, blocks.paragraph(""), ""),
        lambda text: blocks.bullets([text]),
        lambda text: blocks.folded(text, blocks.paragraph("")),
        lambda text: blocks.table([["x"]], [text], text),
    ],
    ids=[
        *("quotation", "heading", "paragraph", "prose", "claim", "verdict", "nothing", "section"),
        *("bullets", "folded", "table"),
    ],
)
def test_every_block_escapes_its_words(block):
    """Whatever shows words escapes them, quotation marks too."""
    assert "<b title=" not in block('<b title="x">').html
    assert "&lt;b title=&quot;x&quot;&gt;" in block('<b title="x">').html


def test_a_link_escapes_words_and_address():
    """Neither the words nor the address of a link can leave it."""
    html = blocks.Link("<i>", 'https://example.org/"><script>').html

    assert "<i>" not in html
    assert "<script>" not in html


def test_the_article_itself_is_escaped(case):
    """The markup left in the article's title line is shown, not obeyed."""
    assert "<strong" not in marks.highlighted(case).html
    assert "&lt;strong class=" in marks.highlighted(case).html


def test_exported_cells_are_defused(bus):
    """A formula in a table reaches no exported cell as a formula."""
    path = bus.parent.parent / "sources" / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("City bus,City bus", "=cmd,City bus"), encoding="utf-8")
    cells = export.verdicts(load_case(bus)).to_numpy().ravel()

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_control_characters_do_not_reach_the_terminal(bus, capsys):
    """An escape sequence in the data is printed by name."""
    path = bus / "claims.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Fares rose 5%", "\x1b[31mFares rose 5%"), encoding="utf-8"
    )
    main(["claim", str(bus), "c02"])

    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:alert(1)"])
def test_only_web_addresses_become_links(url):
    """Any other address stays plain text."""
    assert "href" not in blocks.Link("words", url).html


def test_characters_that_reorder_text_are_shown():
    """A bidi override is named, not obeyed."""
    assert "[U+202E]" == blocks.safe("\u202e")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_formulas_are_defused(text):
    """A spreadsheet takes no exported cell for a formula."""
    assert f"'{text}" == export.defused(text)


def test_a_hostile_table_reaches_no_output(bus):
    """A script in the tables of a case is escaped in every view of it."""
    path = bus / "claims.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Fares rose 5% in 2024.", "<script>alert(1)</script>"),
        encoding="utf-8",
    )
    case = load_case(bus)
    shown = [
        report.front(case),
        report.findings(case),
        report.unsupported(case),
        report.evidence_by_claim(case),
        report.questions(case, "fails"),
        report.elsewhere(case),
        report.stability(case),
        marks.highlighted(case),
        ledger.claims(case),
        report.searches_by_claim(case),
    ]

    assert not [block for block in shown if "<script" in block.html]


@pytest.mark.parametrize(
    "words", ["$5-$6 million", r"\(x\)", r"$$\href{javascript:x}{y}$$", r"\[x\]", r"\begin{align}"]
)
def test_money_is_no_formula_in_a_notebook(words):
    """What begins or ends a formula is in an element of its own; the words are the same."""
    html = blocks.paragraph(words)._repr_html_()
    parts = re.split(r"<[^>]*>", html)

    assert words == "".join(parts)
    assert not [part for part in parts if re.search(r"[$\\].", part)]


def test_an_address_with_a_dollar_stays_whole():
    """What is inside a tag is left alone."""
    assert (
        'href="https://example.org/?a=$1"'
        in blocks.paragraph(blocks.Link("page", "https://example.org/?a=$1"))._repr_html_()
    )
