"""Documented absence costs seconds: queries are ready-made in both languages, and a result is logged in one step."""

import json
from dataclasses import replace

import pytest

from claimbook import document, find, load_case
from claimbook.cli import main, terminal
from claimbook.draft import draft, results, search
from claimbook.language.phrase import Statement
from claimbook.tables.fault import Problems


def test_queries_are_differently_worded_in_both_languages(case):
    """At least four different queries for every claim, in Chinese and in English."""
    for claim in case.claims.values():
        found = search.suggestions(claim, case.book)

        assert len({words for _, words in found}) >= 4
        assert {"zh", "en"} == {language for language, _ in found}


def test_a_draft_is_searched_for_by_its_own_words(tmp_path, monkeypatch):
    """Before anything is filled in, the queries hold the drafted cells, in the other language as far as these are known."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("题目\n\n公交票价上涨5%。2023年客流增长8%，收入不变。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "fares"])
    opened = draft.open_draft("fares")
    claim = opened.claims["c02"]
    found = search.suggestions(claim, opened.book)

    assert claim.statement.zh.endswith("客流增长8%。")
    assert "zh" in {language for language, _ in found} and any("8%" in words for _, words in found)
    assert 0 == main(["search", "fares", "c02", "--log", "公交 客流 2023", "--outcome", "nothing"])


@pytest.fixture
def sales(case):
    """A claim with Chinese cells alone."""
    claim = next(iter(case.claims.values()))
    statement = Statement("", "2023年新能源汽车销量为949.5万辆。")
    return replace(claim, subject="新能源汽车", metric="销量", statement=statement, period_text="2023")


def test_a_chinese_claim_is_searched_for_in_english_too(sales):
    """By the lexicon; and the reverse."""
    english = replace(sales, subject="new energy vehicles", metric="sales", statement=Statement("NEV sales.", ""))

    assert ("en", "new energy vehicles sales 2023") in search.suggestions(sales)
    assert ("zh", "新能源汽车 销量 2023") in search.suggestions(english)


def test_a_partly_known_metric_is_searched_for_in_the_other_language(sales):
    """What the lexicon knows is put in that language, the rest stays; a change comes last in Chinese."""
    english = replace(sales, subject="world", metric="growth in cumulative mood")
    chinese = replace(sales, subject="中国", metric="某某市场渗透率")

    assert ("zh", "全球 累计 mood 增长 2023") in search.suggestions(english)
    assert ("en", "China 某某 market penetration rate 2023") in search.suggestions(chinese)


def test_an_unknown_word_makes_no_query_of_the_other_language(sales):
    """Half a translation finds the wrong thing."""
    assert not [
        words
        for language, words in search.suggestions(replace(sales, metric="某某度"))
        if "某某" in words and language == "en"
    ]


def test_no_engine_of_one_language_is_asked_in_the_other():
    """Baidu is for Chinese."""
    assert "Baidu" not in search.links("new energy vehicles", "en")
    assert "Baidu" in search.links("新能源汽车", "zh")


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
    assert "Bing: https://www.bing.com/search?q=City+bus+rise+of+fares" in capsys.readouterr().out


def test_a_terminal_is_shown_the_name_of_a_link_alone(monkeypatch):
    """The address is behind it; where the output is no terminal, it is printed."""
    assert "Bing: https://x.org" == terminal.link("Bing", "https://x.org")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\033]8;;https://x.org\033\\Bing\033]8;;\033\\" == terminal.link("Bing", "https://x.org")


def test_one_log_is_for_several_claims(bus):
    """One search, one row, with all their ids."""
    before = len(load_case(bus).searches)
    assert 0 == main(["search", str(bus), "c01", "c02", "--log", "bus 2024", "--outcome", "nothing"])

    assert before + 1 == len(load_case(bus).searches)
    assert ("c01", "c02") == load_case(bus).searches[-1].claims


RESULTS = [
    {"query": "bus fares", "url": "https://example.org/a", "title": "Fares", "text": "City bus fares rose 5% in 2024.",
     "date": "2024-05-01T10:00:00Z"},
    {"query": "bus fares", "url": "javascript:alert(1)", "title": "<b>Odd</b>", "text": "\x1b[2JFares <script>x</script>"},
    {"query": "公交 票价"},
]  # fmt: skip


@pytest.mark.parametrize("kind", ["json", "nested", "csv"])
def test_exported_results_become_documents_and_searches(bus, tmp_path, kind):
    """Each text a file that says where it is from; each query a row, also one that found nothing."""
    docs, path = tmp_path / "found", tmp_path / f"results.{'csv' if kind == 'csv' else 'json'}"
    if kind == "csv":
        lines = [
            "query,url,title,text,date",
            *(",".join(f'"{one.get(name, "")}"' for name in RESULTS[0]) for one in RESULTS),
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
    else:
        nested = [{"query": "bus fares", "results": RESULTS[:2]}, {"query": "公交 票价", "results": []}]
        path.write_text(json.dumps(RESULTS if kind == "json" else nested), encoding="utf-8")
    assert 0 == main(["search", str(bus), "c02", "--import", str(path), "--docs", str(docs), "--where", "a tool"])
    logged = load_case(bus).searches[-2:]

    assert 2 == len(list(docs.iterdir()))
    assert [("bus fares", "something"), ("公交 票价", "nothing")] == [(one.query, one.outcome) for one in logged]
    assert any("URL: https://example.org/a\nDate: 2024-05-01" in path.read_text("utf-8") for path in docs.iterdir())


def test_what_was_imported_is_found_and_names_its_source(bus, tmp_path):
    """Address and date are the source's when a passage of it is accepted."""
    path = tmp_path / "results.json"
    path.write_text(json.dumps(RESULTS), encoding="utf-8")
    main(["search", str(bus), "c02", "--import", str(path), "--docs", str(tmp_path / "found")])
    opened = draft.open_draft(bus)
    [name] = [path.name for path in (tmp_path / "found").iterdir() if "example.org" in path.read_text("utf-8")]
    passage = next(one for one in find.passages_of(document.read(tmp_path / "found" / name), name) if "5%" in one.text)
    rows = find.passage_rows(
        {"sources": [], "figures": [], "evidence": []}, opened.claims["c02"], passage, None, tmp_path / "found"
    )

    assert ("https://example.org/a", "2024-05-01") == tuple(rows["sources"][0][cell] for cell in ("url", "published"))


def test_a_result_of_strangers_is_text(tmp_path):
    """No control character, no address that is none, and no name of theirs."""
    path = tmp_path / "results.json"
    path.write_text(json.dumps(RESULTS[1:2]), encoding="utf-8")
    [one] = results.results_of(path)

    assert "\x1b" not in one.document and "javascript" not in one.document
    assert one.name.startswith("result-") and one.name.endswith(".txt") and "/" not in one.name


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.json", "{", "is no JSON"),
        ("a.json", "[" * 100_000, "is no JSON"),
        ("a.json", "[1]", "must hold results as objects"),
        ("a.json", '[{"text": "x"}]', "names no query"),
        ("gone.json", None, "cannot be read"),
    ],
)
def test_a_broken_export_gets_its_sentence(bus, tmp_path, capsys, name, text, sentence):
    """No traceback, and nothing is written."""
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert 2 == main(["search", str(bus), "c02", "--import", str(tmp_path / name), "--docs", str(tmp_path / "found")])
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "found").exists()


def test_too_many_results_are_refused(tmp_path, monkeypatch):
    """A folder of millions of files is nobody's wish."""
    monkeypatch.setattr(results, "MOST", 1)
    path = tmp_path / "results.json"
    path.write_text(json.dumps(RESULTS), encoding="utf-8")
    with pytest.raises(Problems, match="at most 1 are taken in"):
        results.results_of(path)
