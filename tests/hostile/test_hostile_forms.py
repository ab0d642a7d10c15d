"""Whatever a browser sends to the start or the review, it is taken, passed over or refused in a sentence."""

from importlib import import_module

import pytest

from claimbook import form
from claimbook.cli import main
from claimbook.form import bench
from claimbook.form.acts import ACTS, NEEDS
from claimbook.tables.files import LONGEST

TEXT = "Car report\n\nIn 2023, sales of electric cars were 9.5 million, and 45% of them cost $5-$6 million.\n"
BOOK = b"Year book\n\nPublisher: Office\n\nIn 2023, sales of electric cars were 9.5 million.\n"
STRANGE = {
    "nothing": None, "a number": 5, "a giant": 10**5000, "not a number": float("nan"), "a list": [], "an object": {},
    "true": True, "an empty text": "", "blanks": " ", "NUL": "a\0b", "half a character": "\ud800", "a turn of the text": "a\u202eb",
    "a script": "<script>alert(1)</script>", "a formula": "$\\href{x}{y}$", "a cell": "=1+1", "a path": "../../x",
    "5,000 digits": "9" * 5000, "300,000 letters": "x" * 300_000, "line ends": "a\r\nb\rc", "a tower": "9**9**9",
    "brackets": "(" * 300, "a place": "{left.__class__}",
}  # fmt: skip
GOOD = {
    "id": "c01", "table": "claims", "column": "subject", "value": "x", "claim": "c01", "at": 0, "number": 0, "words": "sales were 9.5 million",
    "outcome": "nothing", "where": "web", "left": "c01", "op": "=", "right": "c01", "title": "t", "key": "k", "start": 0, "end": 3,
    "page": 0, "steps": 1, "relation": "same", "cells": {"publisher": "Office"}, "source": "",
}  # fmt: skip
# What else an act looks at, and the cells of a source.
TAKES = {"take": ("at", "number"), "select": ("start", "end"), "page": ("page",), "figure": ("source", "cells"), "says": ("cells",),
         "go": ("steps",), "log": ("where",), "add_check": ("title",), "set": ("typing",)}  # fmt: skip
SAID = ("publisher", "url", "title", "tier", "published")


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A new workspace with one article under review, and the start's widget in it."""
    main(["init", str(tmp_path / "mine")])
    monkeypatch.chdir(tmp_path / "mine")
    made = form.start("en")
    made.children[0].receive({"act": "bring", "text": TEXT, "id": "car"})
    return made


def test_a_message_of_the_review_may_hold_anything(begun):
    """Each field that an act takes holds each strange value in turn; all is saved, and the tables can be read again."""
    begun.children[0].receive({"act": "document", "file": "book.txt"}, [BOOK])
    board = begun.children[1].children[0]
    for name in ACTS:
        for value in STRANGE.values():
            for field in (*NEEDS.get(name, ()), *TAKES.get(name, ())):
                board.receive({"act": name} | GOOD | {field: value, "cells": dict.fromkeys(SAID, value)})

    assert [] == board.session.pending and "" == board.session.trouble
    assert LONGEST >= max(len(cell) for rows in board.session.rows.values() for row in rows for cell in row.values())
    assert form.review("car").session.text == TEXT


@pytest.mark.parametrize("name", [None, 5, [], {}, "", "__init__", "receive", "x" * 100_000])
def test_an_act_that_is_none_is_passed_over(begun, name):
    """Nothing is called by a name from outside."""
    first, stage = begun.children
    first.receive({"act": name})
    stage.children[0].receive({"act": name})
    first._received(first, name, [])
    stage.children[0]._received(first, name, [])

    assert "" == first.note


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("field", ["id", "text", "address", "file"])
def test_what_is_brought_may_be_anything(begun, field, strange):
    """It becomes an article under an id of ours, or a note says what is wrong."""
    first = begun.children[0]
    first.receive({"act": "bring", "text": TEXT} | ({"text": ""} if field != "id" else {}) | {field: STRANGE[strange]},
                  [b"1 rider a day"] if field == "file" else [])  # fmt: skip

    assert first.note or first.article in dict(bench.articles())
    assert all(len(name) <= 64 and name.isascii() for name, _ in bench.articles())


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("act", ["open", "document", "language"])
def test_what_is_asked_of_the_start_may_be_anything(begun, tmp_path, act, strange):
    """No article but one of the list is opened, and no file is written outside of the folder of documents."""
    first, value = begun.children[0], STRANGE[strange]
    before = {path for path in tmp_path.rglob("*") if "docs" not in path.parts and ".claimbook" not in path.parts}
    first.receive({"act": act, "id": value, "file": value, "value": value}, [b"1 rider a day"])

    assert "car" == first.article
    assert act != "open" or "there is no such article here" in first.note
    assert before >= {
        path for path in tmp_path.rglob("*") if "docs" not in path.parts and ".claimbook" not in path.parts
    }


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "con", "a/../car", "bus\n"])
def test_only_an_article_of_the_list_gets_a_page(begun, name):
    """A name that leads out of the workspace writes nothing there."""
    first = begun.children[0]
    first.article = name
    first.receive({"act": "page"})

    assert "there is no such article here" in first.note and [] == first.files


def test_a_link_in_the_folder_of_documents_is_not_written_through(begun, tmp_path):
    """A dropped file takes the place of a link that leads nowhere."""
    (tmp_path / "mine" / "docs").mkdir(exist_ok=True)
    (tmp_path / "mine" / "docs" / "x.txt").symlink_to(tmp_path / "outside")
    begun.children[0].receive({"act": "document", "file": "x.txt"}, [b"1 rider a day"])

    assert not (tmp_path / "outside").exists()


def test_what_two_forms_enter_at_once_is_all_there(begun):
    """Each sees that the other was faster, reads again, and loses nothing."""
    one, other = (form.review("car", language="en") for _ in range(2))
    for number in range(5):
        one.receive({"act": "set", "table": "claims", "id": "c01", "column": "note", "value": f"one {number}"})
        other.receive({"act": "set", "table": "claims", "id": "c02", "column": "note", "value": f"other {number}"})
        for board in (one, other, one):
            board.receive({"act": "reload"})
    rows = {row["claim"]: row["note"] for row in form.review("car").session.rows["claims"]}

    assert ("one 4", "other 4") == (rows["c01"], rows["c02"])
    assert [] == one.session.pending == other.session.pending


def test_a_dropped_file_is_measured_before_it_is_kept(bus, monkeypatch):
    """What is too large goes nowhere, and the note says the limit."""
    home = bus.parents[2]
    monkeypatch.chdir(home)
    module = import_module("claimbook.form.start")
    monkeypatch.setattr(module, "LARGEST", 2**20)
    first = module.start("en").children[0]
    first.receive({"act": "document", "file": "a.txt"}, [b"5" * (2**20 + 1)])

    assert "the file is larger than 1 MB" in first.note
    assert not (home / "docs").exists()
