"""The second article is as easy as the first: everything runs on it unchanged."""

import warnings

import pytest

from claimbook import annotation, load_case, plot, report
from claimbook.cli import main

PICTURES = [getattr(plot, name) for name in plot.__all__]
TABLES = [report.front, report.contradictions, report.verdict_table, report.stability_table, report.sources_overview,
          report.evidence_overview, report.evidence_by_claim, report.searches_by_claim, report.scatter_table,
          report.returning_numbers, report.rules, annotation.highlighted, annotation.roles, annotation.ledger,
          annotation.completeness, annotation.claims]


def test_a_tiny_english_article_is_judged(bus):
    """A figure that agrees within its rounding supports; a search that found nothing leaves unsupported."""
    verdicts = load_case(bus).verdicts

    assert {"c01": "supported", "c02": "unsupported"} == {name: verdict.verdict for name, verdict in verdicts.items()}


@pytest.mark.parametrize("view", TABLES, ids=lambda view: view.__name__)
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
            picture(one).canvas.draw()


@pytest.mark.parametrize("arguments", [["check"], ["check", "--json"], ["validate"]])
def test_commands_run_on_any_article(arguments, bus, capsys):
    """The command line takes a folder as well as an id."""
    assert 0 == main([arguments[0], str(bus), *arguments[1:]])
    assert "bus" in capsys.readouterr().out.lower()


def test_one_claim_with_everything_about_it(bus, capsys):
    """`claim` prints the published words, the verdict, the figure, its source and the searches."""
    assert 0 == main(["claim", str(bus), "c01"])
    printed = capsys.readouterr().out

    assert all(part in printed for part in ("1,200 riders a day", "SUPPORTED", "1,180", "https://example.org/book"))
