"""Drafted statements follow the cells that a person enters; a person's own words stay."""

import pytest

from claimbook.draft.restate import restated

TEXT = "其中，占比15.2%，比上一年下降1.3个百分点。"
ROW = dict.fromkeys(("subject", "metric", "population", "period", "statement_zh", "statement_en", "drafted"), "")


def said(entered, start=5, **cells):
    """Return a claim after some cells were entered."""
    before = ROW | cells
    return restated(before, before | entered, start, TEXT)


def test_an_empty_statement_is_made_of_the_cells():
    """And is drafted, so that a person confirms it."""
    row = said({"metric": "占比", "subject": "结婚人口", "population": "20-24岁人群", "period": "2022"})

    assert "2022年，结婚人口中20-24岁人群占比为15.2%。" == row["statement_zh"]
    assert "statement_zh:pattern" in row["drafted"].split()


@pytest.mark.parametrize(
    ("drafted", "entered", "expected"),
    [
        pytest.param("statement_zh:pattern", {"subject": "中国"}, "2022年，中国占比为15.2%。", id="a pattern"),
        pytest.param("statement_zh:clause", {"subject": "中国"}, "占比高达15.2%。", id="own words"),
        pytest.param("statement_zh:clause", {"period": "2023"}, "2023年，占比为15.2%。", id="own words, another time"),
        pytest.param("", {"period": "2023"}, "占比高达15.2%。", id="confirmed"),
    ],
)
def test_what_is_drafted_follows_the_cells(drafted, entered, expected):
    """A pattern always; the article's own words where another metric or time is entered; a person's never."""
    row = said(entered, metric="占比", period="2022", statement_zh="占比高达15.2%。", drafted=drafted)

    assert expected == row["statement_zh"]


def test_a_name_that_the_lexicon_lacks_leaves_no_english_statement():
    """Half a translation helps nobody."""
    assert "" == said({"metric": "占比", "subject": "结婚登记人口"})["statement_en"]
    assert "China" in said({"metric": "失业率", "subject": "中国", "period": "2022"})["statement_en"]


def test_half_a_period_restates_nothing():
    """Somebody is typing it."""
    for typed in ("20", "2023-13"):
        assert "占比高达15.2%。" == said(
            {"period": typed}, metric="占比", statement_zh="占比高达15.2%。", drafted="statement_zh:pattern"
        )["statement_zh"]  # fmt: skip
