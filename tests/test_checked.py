"""Numbers that were checked before are found by metric, place, period and value; the verdict stays another's."""

import json

import pytest
from pyarrow import parquet

from claimbook import survey
from claimbook.cli import main
from claimbook.survey import checked, rows
from claimbook.survey.reviews import Review, reviews
from claimbook.survey.texts import Text
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import home


def item(claim, verdict="False", **more):
    """Return a ClaimReview item."""
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "url": "https://check.example/1",
        "datePublished": "2024-05-06T10:00:00Z",
        "author": {"@type": "Organization", "name": "Check"},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": verdict},
        **more,
    }


@pytest.fixture
def made(tmp_path):
    """Return what surveys texts."""

    def survey_of(*texts):
        some = [Text(f"https://a{number}.com/1", text, "", "2024-01-02") for number, text in enumerate(texts)]
        for table, content in rows.rows(some, signed=False).items():
            (tmp_path / "out" / table).mkdir(parents=True)
            parquet.write_table(content, tmp_path / "out" / table / "a.parquet")
        return survey.open_survey(tmp_path / "out")

    return survey_of


def matched(opened, *claims):
    """Return the numbers that match claims, with the value, and what was not stated."""
    found = checked.match(opened.base, [Review((claim,), "False") for claim in claims])
    return found[["number", "value", "unstated"]].values.tolist()


def test_a_number_that_was_checked_is_found_with_the_verdict_of_whoever_did(made, tmp_path):
    """With all that the item says; the claim's own words are shown beside it."""
    file = tmp_path / "reviews.json"
    file.write_text(json.dumps(item("微粒贷的通过率为31%")), "utf-8")
    (row,) = made("据介绍，微粒贷的通过率为31.0%。").checked(str(file)).to_dict("records")

    assert ("31.0%", "same", "place, period") == (row["number"], row["value"], row["unstated"])
    assert ("微粒贷的通过率为31%", "False", "Check", "2024-05-06", "https://check.example/1") == (
        row["claim"], row["verdict"], row["by"], row["reviewed"], row["at"],
    )  # fmt: skip
    assert ("https://a0.com/1", "据介绍，微粒贷的通过率为31.0%。") == (row["address"], row["sentence"])


def test_a_near_value_is_found_and_a_far_one_is_not(made):
    """Within a twentieth."""
    opened = made("通过率为30%。", "通过率为20%。")

    assert [["30%", "near", "place, period"]] == matched(opened, "通过率为31%")


def test_another_metric_unit_place_or_period_is_no_match(made):
    """Where both name one and they differ."""
    opened = made("2023年德国的失业率为5.2%。")

    assert [["5.2%", "same", ""]] == matched(opened, "德国2023年失业率为5.2%")
    assert [] == matched(
        opened, "德国2023年通过率为5.2%", "法国2023年失业率为5.2%", "德国2021年失业率为5.2%", "德国2023年失业率为5.2元"
    )
    assert [["5.2%", "same", "period"]] == matched(opened, "德国失业率为5.2%")


def test_items_are_found_wherever_they_are(tmp_path):
    """In a graph, a feed, a list and lines of JSON; what they do not say is empty, and other things are passed over."""
    feed = {"dataFeedElement": [{"item": [item("A rose 5%"), {"@type": "Person"}]}]}
    (tmp_path / "feed.json").write_text(json.dumps(feed), "utf-8")
    (tmp_path / "graph.json").write_text(
        json.dumps({"@graph": [item("A rose 5%"), item("B rose 6%", "True")]}), "utf-8"
    )
    bare = {"@type": ["ClaimReview", "Thing"], "claimReviewed": "C rose 7%", "author": "Somebody", "reviewRating": None}
    (tmp_path / "lines.jsonl").write_text(f"{json.dumps(item('A rose 5%'))}\n\n{json.dumps(bare)}\n", "utf-8")

    assert ["A rose 5%"] == [one.claims[0] for one in reviews(str(tmp_path / "feed.json"))]
    assert ["False", "True"] == [one.verdict for one in reviews(str(tmp_path / "graph.json"))]
    assert Review(("C rose 7%",), "", "Somebody") == reviews(str(tmp_path / "lines.jsonl"))[1]


def test_a_page_of_a_fact_checker_gives_its_items(tmp_path):
    """As pages hold them: JSON-LD in scripts, kinds by address, line breaks in texts; a broken script is passed over."""
    inside = json.dumps(item("A rose 5%", **{"@type": "https://schema.org/ClaimReview"})).replace("rose 5", "rose\n5")
    page = (
        f'<html><script type="application/ld+json">{{</script><script type=application/ld+json>{inside}</script></html>'
    )
    (tmp_path / "page.html").write_text(page, "utf-8")

    assert [("A rose\n5%",)] == [one.claims for one in reviews(str(tmp_path / "page.html"))]


def test_what_holds_no_fact_check_is_a_sentence(tmp_path):
    """With the file, the line and the fix."""
    (tmp_path / "a.json").write_text("{}", "utf-8")
    (tmp_path / "b.json").write_text('{"a": 1}\n{"a', "utf-8")
    with pytest.raises(Problems, match=r"a\.json: has no fact check; give a workspace"):
        reviews(str(tmp_path / "a.json"))
    with pytest.raises(Problems, match=r"b\.json: line 2: is no JSON"):
        reviews(str(tmp_path / "b.json"))
    with pytest.raises(Problems, match=r"none\.json: cannot be opened"):
        reviews(str(tmp_path / "none.json"))


def test_the_claims_of_a_workspace_are_fact_checks():
    """Those that have a verdict, in both languages, with the id of the claim."""
    found = {one.address: one for one in reviews(str(home()))}

    assert "contradicted" == found["weilidai c19"].verdict
    assert any("30万" in claim for claim in found["weilidai c19"].claims) and len(found["weilidai c19"].claims) == 2


def test_the_command_lists_what_was_checked_before(tmp_path, capsys):
    """Without near copies, too."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("微粒贷的通过率为31%。", "utf-8")
    (tmp_path / "reviews.json").write_text(json.dumps(item("微粒贷的通过率为31%", "胡说")), "utf-8")
    given = ["survey", str(tmp_path / "in"), "--to", str(tmp_path / "out"), "--workers", "1", "--unsigned"]

    assert 0 == main([*given, "--checked", str(tmp_path / "reviews.json")])
    out = " ".join(capsys.readouterr().out.split())
    assert "31% (a.txt): 微粒贷的通过率为31%。" in out and "胡说 (Check, 2024-05-06" in out and "the same value" in out
