"""From a pasted text to its page without a terminal, and what is refused on the way."""

import pytest

from benchmarks.propose.server import served
from claimbook import form
from claimbook.cli import main
from claimbook.form import bench
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
    board = stage.children[0]
    assert ("car-report", ["book.txt"]) == (first.article, first.documents)
    first.receive({"act": "check"})
    assert ["No verdicts yet: 1 claims to fill in."] == first.lines

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
    assert "article" == bench.proposed_id("2023年报告")


def test_the_start_speaks_the_language_that_is_chosen(begun):
    """The words come with it; what is not a language changes nothing."""
    first = begun.children[0]
    first.receive({"act": "language", "value": "zh"})
    assert ("zh", "载入") == (first.language, first.words["Take it in"])
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
    assert "1 requests sent" in first.lines[0]
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
