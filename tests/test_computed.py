"""Computed figures: they support and contradict like printed ones, and rest on all their parts."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from claimbook import export, load_case
from claimbook.form.session import Session
from claimbook.judge.computed import computed
from claimbook.judge.verdict import Label
from claimbook.page.payload import payload
from claimbook.quantity.quantity import Quantity
from claimbook.recheck.run import due
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import Copy, Tier

SOURCES = (
    ("operator", "primary", "original", "city-bus"),
    ("paper", "secondary", "repost", "city-paper"),
    ("farm", "tertiary", "original", "farm"),
)
FIGURES = (  # id, source, low, high, unit
    ("f11", "operator", "315", "315", "CNY"),
    ("f12", "operator", "300", "300", "CNY"),
    ("f13", "paper", "300", "300", "CNY"),
    ("f14", "farm", "300", "300", "CNY"),
    ("f15", "operator", "0", "0", "CNY"),
    ("f16", "operator", "3", "3", "hour"),
)


def table(name, rows):
    """Return rows as the CSV text of a table; a column that a row lacks is empty."""
    content = io.StringIO()
    writer = csv.DictWriter(content, list(TABLES[name]), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue()


@pytest.fixture
def fares(bus):
    """The bus report with fares from several sources, and a function that judges “Fares rose 5%” by an expression."""
    shared = bus.parent.parent / "sources"
    sources = [
        {"source": name, "title": "t", "publisher": name, "author": name, "published": "2025", "tier": tier,
         "tier_reason": "r", "copy": copy, "origin": origin, "read": "live", "read_on": "2025-01-01",
         "url": f"https://example.org/{name}"}
        for name, tier, copy, origin in SOURCES
    ]  # fmt: skip
    figures = [
        {"figure": name, "source": source, "metric": "fare", "entity": "City bus", "population": "all lines",
         "period": "2024", "low": low, "high": high, "unit": unit, "comparator": "=", "precision": "exact",
         "as_printed": f"{low} of {source}", "passage_sha256": "0" * 64}
        for name, source, low, high, unit in FIGURES
    ]  # fmt: skip

    def judge(expression, unit="percent", words="{f11} against {f12} is {result}", **cells):
        own = {"computed": "x01", "expression": expression, "metric": "rise of fares", "entity": "City bus",
               "population": "all lines", "period": "2024", "unit": unit, "words_en": words} | cells  # fmt: skip
        (shared / "sources.csv").write_text(table("sources", sources), encoding="utf-8")
        (shared / "figures.csv").write_text(table("figures", figures), encoding="utf-8")
        (shared / "computed.csv").write_text(table("computed", [own]), encoding="utf-8")
        row = {"evidence": "e01", "claim": "c02", "figure": "x01", "relation": "same", "reason": "the same rise"}
        (bus / "evidence.csv").write_text(table("evidence", [row]), encoding="utf-8")
        return load_case(bus)

    return judge


def test_what_follows_from_public_figures_supports(fares):
    """315 against 300 is a rise of 5%: supported, by a primary author, in the words of the formula."""
    verdict = fares("(f11 - f12) / f12").verdicts["c02"]

    assert (Label.SUPPORTED, "high") == (verdict.verdict, verdict.confidence)
    assert "Computed: 315 yuan against 300 yuan is 5% (from operator, 2025: “315 of operator”; operator" in str(
        verdict.reason
    )


def test_what_follows_from_public_figures_contradicts(fares):
    """Against 315 the fall is 4.76%: contradicted by sources, and not by the article's own arithmetic."""
    verdict = fares("(f12 - f11) / f11").verdicts["c02"]

    assert (Label.CONTRADICTED, "excluded") == (verdict.verdict, verdict.rule)
    assert "cannot say which" not in str(verdict.reason)


def test_a_computed_figure_is_as_good_as_its_weakest_part(fares):
    """Its tier and copy are the weakest, its origins all; one voice and another that it needs are no two voices."""
    case = fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}")
    figure = case.figures["x01"]

    assert (Tier.SECONDARY, Copy.REPOST) == (figure.tier, figure.copy)
    assert {"city-bus", "city-paper"} == figure.origins
    assert "moderate" == case.verdicts["c02"].confidence


def test_what_rests_on_an_unsourced_page_decides_nothing(fares):
    """One part of a tertiary author, and the figure decides nothing."""
    assert Label.UNSUPPORTED == fares("(f11 - f14) / f14", words="{f11}, {f14}: {result}").verdicts["c02"].verdict


def test_leaving_out_a_source_takes_out_what_is_computed_from_it(fares):
    """Without either source the verdict falls."""
    flips = fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}").flips["c02"]

    assert {"unsupported"} == {flips["without operator"], flips["without paper"]}


def test_parts_are_read_as_wide_as_they_were_printed(fares):
    """A rounded 315 is 314.5 to 315.5, so the rise is 4.83 to 5.17%; what is said is rounded, what is compared is not."""
    case = fares("(f11 - f12) / f12")
    rounded = {
        **case.figures,
        "f11": replace(case.figures["f11"], quantity=Quantity(Decimal(315), Decimal(315), "CNY")),
    }
    found = computed(case.tables["computed"][0], rounded)

    assert Decimal("4.8333") < found.quantity.low < Decimal("4.8334")
    assert "4.83–5.17%" == str(found.says)


@pytest.mark.parametrize(
    ("expression", "cells", "sentence"),
    [
        ("f11 / f99", {}, "“f99” is no figure; fix the id"),
        ("f11 - f16", {}, "cannot be computed"),
        ("f11 / f15", {}, "cannot be computed"),
        ("f11 / f12", {"words": "{f13} is {result}"}, "is a place that nothing fills"),
        ("f11 / 1" + "0" * 41, {}, "more than 40 digits"),
        ("f11 / x01", {}, "“x01” is no figure; fix the id"),
        ("__import__('os')", {}, "cannot be computed"),
    ],
)
def test_what_cannot_be_computed_is_a_fault_of_its_cell(fares, expression, cells, sentence):
    """No traceback: the row, the column, why, and what to fix."""
    with pytest.raises(Problems) as found:
        fares(expression, **cells)

    assert any(
        "computed.csv, row 2 (x01), column “expression”" in said and sentence in said for said in found.value.sentences
    )


def test_a_computed_figure_is_compared_before_it_decides(fares):
    """Another unit, entity or period is refused, as for a printed figure."""
    for cells in ({"unit": "count"}, {"entity": "Tram"}, {"period": "2019"}):
        with pytest.raises(Problems) as found:
            fares("f11 / f12", **cells)
        assert any("evidence.csv, row 2 (e01)" in said for said in found.value.sentences)


def test_the_form_shows_evidence_that_is_computed(fares):
    """The stop of the claim names the computed figure, and nothing is missing of it."""
    case = fares("(f11 - f12) / f12")
    session = Session.open(case.folder)
    rows = session.fields(next(stop for stop in session.stops if stop.id == "m02"))

    assert ["x01"] == [row["figure"] for row in rows.evidence["c02"]]
    assert not any(rows.faults.values())


def test_the_page_brings_the_formula_and_its_parts(fares):
    """The figure has its formula, and each part is there with its own source."""
    brought = payload(fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}"))
    figure = next(row for row in brought["figures"] if row["id"] == "x01")
    parts = [brought["figures"][place] for place in figure["parts"]]

    assert "315 yuan, 300 yuan: 5%" in str(figure["formula"])
    assert ["f11", "f13"] == [part["id"] for part in parts]
    assert ["operator", "paper"] == [brought["sources"][part["source"]]["publisher"] for part in parts]


def test_every_format_carries_a_computed_figure(fares):
    """Its table goes with the data package and the workbook, and all its sources are in the bibliography."""
    case = fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}")

    assert "(f11 - f13) / f13" in export.tables(case)["computed"]
    assert {"operator", "paper"} == {item["id"] for item in export.bibliography(case)}
    review = next(one for one in export.reviews(case)["@graph"] if one["@id"].endswith("c02"))
    assert 3 == review["reviewRating"]["ratingValue"]


def test_a_recheck_visits_the_parts(fares):
    """Each source behind a computed figure is due; what it prints is looked for, not what is computed from it."""
    case = fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}")

    assert ["operator", "paper"] == [source.id for source in due(case, "2025-01-02")[0]]


def test_two_parts_of_one_figure_are_not_two_pages_that_say_so(fares):
    """One computed figure is one figure, however many pages it rests on."""
    assert "one voice" not in str(fares("(f11 - f13) / f13", words="{f11}, {f13}: {result}").verdicts["c02"].reason)
