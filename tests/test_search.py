"""Documented absence costs seconds: queries are ready-made in both languages, and a result is logged in one step."""

import pytest

from claimbook import load_case
from claimbook.cli import main
from claimbook.draft import draft, search


def test_queries_are_differently_worded_in_both_languages(case):
    """At least four different queries for every claim, in Chinese and in English."""
    for claim in case.claims.values():
        found = search.suggestions(claim, case.book)

        assert len({words for _, words in found}) >= 4
        assert {"zh", "en"} == {language for language, _ in found}


def test_a_draft_is_searched_for_by_its_own_words(tmp_path, monkeypatch):
    """Before anything is filled in, the queries are of the article's language; the claim is its sentence."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("题目\n\n公交票价上涨5%。2023年客流增长8%，收入不变。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "fares"])
    opened = draft.open_draft("fares")
    claim = opened.claims["c02"]
    found = search.suggestions(claim, opened.book)

    assert "2023年，客流增长8%。" == claim.statement.zh
    assert {"zh"} == {language for language, _ in found} and any("8%" in words for _, words in found)
    assert 0 == main(["search", "fares", "c02", "--log", "公交 客流 2023", "--outcome", "nothing"])


def test_links_escape_the_query():
    """No sign of a query can change the address."""
    assert "https://www.baidu.com/s?wd=a%26b%3D%E5%BE%AE+%23" == search.links("a&b=微 #")["Baidu"]


def test_a_search_is_logged_in_one_step(bus, capsys):
    """The row is appended with its claim, its language and what came back; the article still loads."""
    before = len(load_case(bus).searches)
    assert 0 == main(
        ["search", str(bus), "c02", "--log", "公交 票价 2024", "--outcome", "nothing", "--note", "tag pages, only"]
    )
    last = load_case(bus).searches[-1]

    assert before + 1 == len(load_case(bus).searches)
    assert ("zh", ("c02",), "nothing", "tag pages, only", "claim") == (
        last.language,
        last.claims,
        last.outcome,
        last.note,
        last.scope,
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["c77"], "no such claim"),
        (["c01", "--log", " "], "the query is empty"),
        (["c01", "--log", "x", "--outcome", "maybe"], "must be one of"),
    ],
)
def test_wrong_arguments_get_their_sentence(bus, capsys, arguments, sentence):
    """A claim that is not there, an empty query, an outcome that is none."""
    assert 2 == main(["search", str(bus), *arguments])
    assert sentence in capsys.readouterr().err


def test_without_a_log_the_queries_are_printed(bus, capsys):
    """Each query comes with its links."""
    assert 0 == main(["search", str(bus), "c02"])
    assert "https://www.bing.com/search?q=City+bus+rise+of+fares" in capsys.readouterr().out
