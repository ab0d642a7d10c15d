"""From a pasted text to its page without a terminal, and what is refused on the way."""

import json
import re
from datetime import date

import pytest

from benchmarks.propose.server import served
from claimbook import form
from claimbook.cli import main
from claimbook.document.document import Document, Page
from claimbook.draft.name import proposed_id
from claimbook.form import bench
from claimbook.propose.refusals import refused
from claimbook.tables import extras
from claimbook.tables.fault import Problems
from tests.answers import good
from tests.conftest import CARS

TEXT = "Car report\n\nIn 2023, sales of electric cars were 9.5 million.\n"
PAGE = "Year book\n\nPublisher: Statistics office\n\nIn 2023, sales of electric cars were 9.5 million.\n"


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A new workspace, and the start notebook's widget in it."""
    main(["init", str(tmp_path / "mine")])
    monkeypatch.chdir(tmp_path / "mine")
    return form.start("en")


def test_from_a_pasted_text_to_a_verdict_and_its_page(begun, tmp_path):
    """A text is pasted, a document dropped, a passage taken in and judged; the page says that it is a draft, and why."""
    first, stage = begun.children
    first.receive({"act": "bring", "text": TEXT, "id": ""})
    first.receive({"act": "document", "file": "book.txt"}, [PAGE.encode()])
    (board,) = stage.children
    assert ("car-report", ["book.txt"]) == (first.article, first.documents)
    first.receive({"act": "check"})
    assert ["No verdicts yet: 1 claim to fill in."] == first.lines

    board.receive({"act": "set", "table": "claims", "id": "c01", "column": "subject", "value": "electric cars"})
    board.receive({"act": "confirm", "id": "c01"})
    board.receive({"act": "more"})
    board.receive({"act": "take", "claim": "c01", "at": 0, "number": None})
    board.receive({"act": "judge", "id": "e001", "relation": "same"})
    source = board.session.rows["sources"][0]["source"]
    cells = {"publisher": "Statistics office", "author": "Statistics office", "tier": "primary"}
    board.receive({"act": "says", "id": source, "cells": cells})
    assert "supported" == board.card["claims"][0]["verdict"]["label"]

    first.receive({"act": "page", "notebooks": False})
    assert ["build/car-report/index.html"] == first.files
    assert "A draft" in (tmp_path / "mine" / first.files[0]).read_text(encoding="utf-8")


def test_a_document_that_comes_later_leaves_the_review_as_it_is(begun):
    """Passages of it are shown beside the claim that is open, and what was done before can still be undone."""
    first, stage = begun.children
    first.receive({"act": "bring", "text": TEXT})
    board = stage.children[0]
    board.receive({"act": "set", "table": "claims", "id": "c01", "column": "subject", "value": "electric cars"})
    first.receive({"act": "document", "file": "book.txt"}, [PAGE.encode()])

    assert (board,) == tuple(stage.children) and board.head["documents"]
    assert "9.5 million" in "".join(board.more["c01"]["passages"][0]["quote"])
    board.receive({"act": "undo"})
    assert "electric cars" != board.session.rows["claims"][0]["subject"]


def test_what_a_corrected_claim_differs_by_is_said_anew(begun):
    """Passages are looked for again once a claim was corrected and confirmed: the old differences are gone."""
    first, stage = begun.children
    first.receive({"act": "bring", "text": TEXT})
    board = stage.children[0]
    board.receive({"act": "set", "table": "claims", "id": "c01", "column": "period", "value": "2019"})
    first.receive({"act": "document", "file": "book.txt"}, [PAGE.encode()])
    assert any("2019" in words for words in board.more["c01"]["passages"][0]["differs"])

    board.receive({"act": "set", "table": "claims", "id": "c01", "column": "period", "value": "2023"})
    board.receive({"act": "confirm", "id": "c01"})
    assert not any("2019" in words for words in board.more["c01"]["passages"][0]["differs"])


def test_each_document_of_a_drop_says_what_is_wrong_with_it(begun, tmp_path):
    """One that has another's name is refused by name; those before and after it are kept, and searched once."""
    first, stage = begun.children
    first.receive({"act": "bring", "text": TEXT})
    first.receive({"act": "document", "file": "book.txt"}, [b"another"])
    for at, name in enumerate(["a.txt", "book.txt", "c.txt"]):
        first.receive({"act": "document", "file": name, "at": at, "left": 2 - at}, [PAGE.encode()])
    assert ["a.txt", "book.txt", "c.txt"] == first.documents
    assert "book.txt" in first.note
    assert stage.children[0].more["c01"]["passages"]


@pytest.mark.parametrize(
    ("message", "raw", "said"),
    [
        ({"text": " "}, b"", "paste a text"),
        ({"text": TEXT, "id": "Not An Id"}, b"", "small letters"),
        ({"address": "file:///etc/passwd"}, b"", "must start with http"),
        ({"file": "a.pdf"}, b"none", "a.pdf"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_in_a_sentence(begun, message, raw, said):
    """Nothing is written, and the note names the fix."""
    first = begun.children[0]
    first.receive({"act": "bring"} | message, [raw] if raw else [])

    assert said in first.note and [] == bench.articles() and "" == first.busy


def test_a_dropped_name_stays_in_the_folder_of_documents(begun, tmp_path):
    """A name that leads elsewhere is cut, and another file of the same name is not overwritten."""
    path = bench.keep_document("../../data/articles/x.txt", b"1")
    assert tmp_path / "mine" / "docs" / "x.txt" == path
    with pytest.raises(Problems, match="another file of that name"):
        bench.keep_document("x.txt", b"2")


def test_ids_are_proposed_that_nobody_has(begun):
    """From Latin words where there are some, numbered where one is taken."""
    first = begun.children[0]
    first.receive({"act": "bring", "text": TEXT})
    first.receive({"act": "bring", "text": TEXT})
    assert ["car-report", "car-report-2"] == [name for name, _ in bench.articles()]


@pytest.mark.parametrize(
    ("title", "given", "published", "name"),
    [
        ("Cars & sales: 2023", "", "", "cars-sales-2023"),
        ("EV sales in the whole world are set to reach 17 million", "", "", "ev-sales-in-the-whole-world-are-set-to"),
        ("2023年报告", "", "", "article-2024-05-06"),
        ("2023年报告", "annual-report.pdf", "", "annual-report"),
        ("2023年报告", "https://www.stats.gov.cn/sj/zxfb/t1.html", "2024-01-17", "stats-2024-01-17"),
        ("2023年报告", "https://m.163.com/dy/1.html", "", "163-2024-05-06"),
    ],
)
def test_a_title_without_latin_words_gives_way_to_host_and_day(title, given, published, name):
    """A Chinese title has no letters to make an id of; where it was published, and when, say more than “article”."""
    found = Document((Page("", "x"),), title=title, published=published)
    assert name == proposed_id(found, given, set(), date(2024, 5, 6))


def test_the_start_speaks_the_language_that_is_chosen(begun):
    """The words come with it; what is not a language changes nothing."""
    first = begun.children[0]
    first.receive({"act": "language", "value": "zh"})
    assert ("zh", "载入") == (first.language, first.words["Add the article"])
    first.receive({"act": "language", "value": "xx"})
    first.receive({"act": "nothing of ours"})
    assert "zh" == first.language


def test_a_model_is_asked_from_the_start_only_after_what_is_sent_was_shown(begun):
    """The panel says what, where to and how many tokens; Send sends that; the review shows what came."""
    first = begun.children[0]
    first.receive({"act": "bring", "text": CARS})
    with served(good) as server:
        asked = {"act": "plan", "address": server.url, "model": "m", "what": ["claims"], "price": "1,2"}
        first.receive({"act": "send"})
        assert "look at what will be sent first" in first.note and [] == server.asked
        first.receive(asked)
        assert f"To {server.url}/chat/completions, model m: 1 request (claims 1)." == first.asking[0]
        assert any("by the price that you gave" in line for line in first.asking) and [] == server.asked
        first.receive({"act": "not_send"})
        first.receive({"act": "send"})
        assert [] == server.asked
        first.receive(asked)
        first.receive({"act": "send"})
        assert 1 == len(server.asked) and [] == first.asking
    assert "requests sent: 1" in first.lines[0]
    assert begun.children[1].children[0].desk.models.rows


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"address": "file:///x", "model": "m"}, "must be an http or https address"),
        ({"address": "http://localhost:1", "model": ""}, "say which model"),
        ({"address": "http://localhost:1", "model": "m", "key_env": "NO_SUCH"}, "is empty or not set"),
        ({"address": "http://localhost:1", "model": "m", "price": "cheap"}, "two prices"),
    ],
)
def test_what_is_wrong_with_a_question_is_said_in_the_panel(begun, given, said):
    """Nothing is shown to be sent."""
    first = begun.children[0]
    first.receive({"act": "bring", "text": TEXT})
    first.receive({"act": "plan", "what": ["claims"]} | given)

    assert said in first.note and [] == first.asking


def test_a_refused_check_stays_away_until_it_is_brought_back(begun, tmp_path):
    """It is remembered in the workspace's hidden folder by the next session, says how many there are, and comes back."""
    first, stage = begun.children
    first.receive(
        {"act": "bring", "text": "Car report\n\nSales rose 25%, from 80 million in 2022 to 100 million in 2023.\n"}
    )
    board = stage.children[0]
    board.receive({"act": "more"})
    (claim,) = board.more
    (offer,) = board.more[claim]["proposals"]
    board.receive({"act": "refuse", "key": offer["key"]})
    assert (0, 1) == (len(board.more[claim]["proposals"]), board.more[claim]["refused"])

    later = form.review("car-report")
    later.receive({"act": "more"})
    assert (0, 1) == (len(later.more[claim]["proposals"]), later.more[claim]["refused"])
    later.receive({"act": "bring_back", "id": claim})
    assert ([offer], 0) == (later.more[claim]["proposals"], later.more[claim]["refused"])
    kept = tmp_path / "mine" / ".claimbook" / "refused" / "car-report.json"
    assert [] == json.loads(kept.read_text(encoding="utf-8"))


def test_a_broken_list_of_refusals_hides_nothing(begun, tmp_path):
    """What is not ours is as if there were none."""
    kept = tmp_path / "mine" / ".claimbook" / "refused" / "car-report.json"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"a": 1', encoding="utf-8")
    assert set() == refused(tmp_path / "mine" / "data" / "articles" / "car-report")


def test_without_widgets_it_says_what_it_is(begun):
    """A page made of the notebook has no widgets; the words name the articles and how far their review is."""
    first = begun.children[0]
    assert "Articles here: none yet." in repr(begun)
    first.receive({"act": "bring", "text": TEXT})
    assert "Articles here: car-report." in repr(begun) and "Form for Car report: 0 of 1 done" in repr(begun)


def test_words_to_search_for_are_links(begun):
    """Each claim without evidence has its queries, with the public search pages to click on."""
    begun.children[0].receive({"act": "bring", "text": TEXT})
    shown = form.searches("car-report")
    assert 'href="https://www.bing.com/search?q=' in shown.html and "1 claim without evidence" in shown.plain


def test_what_will_be_sent_is_said_in_chinese(begun):
    """Every sentence of it, the words for what is asked too."""
    first = begun.children[0]
    first.receive({"act": "bring", "text": CARS})
    first.receive({"act": "language", "value": "zh"})
    asked = {"act": "plan", "address": "http://localhost:1", "model": "m", "what": ["claims", "statements"]}
    first.receive(asked)

    assert "2次请求（主张 1, 陈述 1）" in first.asking[0]
    assert all(re.search("[一-鿿]", line) and "Sent" not in line for line in first.asking)


def test_what_is_not_installed_is_listed_with_its_command(begun, monkeypatch):
    """START says what cannot be done for want of a package, in the language that is chosen; nothing where all is there."""
    monkeypatch.setattr(extras, "find_spec", lambda package: None if package == "rapidocr" else object())
    first = form.start("en").children[0]
    assert [("read scans and pictures (some 290 MB)", 'pip install "claimbook[ocr]"')] == first.lacking
    first.receive({"act": "language", "value": "zh"})
    assert "扫描件" in first.lacking[0][0]
    monkeypatch.setattr(extras, "find_spec", lambda package: object())
    assert [] == form.start("en").children[0].lacking
