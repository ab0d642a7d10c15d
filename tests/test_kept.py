"""What was made once from the same is not made again, and nothing else is taken for it."""

import json
import sys

import pytest

from claimbook import load_case
from claimbook.case import case as module
from claimbook.jupyter import run
from claimbook.language.progress import progress
from claimbook.page.notebooks import write_notebooks
from claimbook.tables.fault import Problems
from claimbook.tables.kept import NOTES
from claimbook.tables.workspace import cache_of, project_of

BOOK = {
    "cells": [{"cell_type": "code", "id": "a", "execution_count": None, "metadata": {}, "outputs": [], "source": "1 + 1"}],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}  # fmt: skip


@pytest.fixture
def counted(monkeypatch):
    """Return a function that counts the calls of a function of a module, and the counts by name."""
    counts = {}

    def count(place, name):
        inner = getattr(place, name)

        def outer(*args, **named):
            counts[name] = counts.get(name, 0) + 1
            return inner(*args, **named)

        monkeypatch.setattr(place, name, outer)
        return counts

    return count


def notes(bus):
    """Return the path of the notes on what was made of an article."""
    return cache_of(project_of(bus), bus.name) / NOTES


def test_sound_data_is_validated_once(bus, counted):
    """The second time the same bytes give the same case without being validated."""
    counts = counted(module, "problems")
    first, second = load_case(bus), load_case(bus)

    assert 1 == counts["problems"]
    assert first == second


def test_changed_data_is_validated_again(bus):
    """A fault that comes in later is found, though the data was sound before."""
    load_case(bus)
    table = bus / "evidence.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",same,", ",samee,"), encoding="utf-8")

    with pytest.raises(Problems, match="samee"):
        load_case(bus)


def test_changed_code_validates_again(bus, counted, monkeypatch):
    """Another version of the package trusts nothing that an earlier one found."""
    counts = counted(module, "problems")
    load_case(bus)
    monkeypatch.setattr("claimbook.tables.kept.code", lambda: "another")
    load_case(bus)

    assert 2 == counts["problems"]


@pytest.mark.parametrize("broken", ["", "[]", "{", "[" * 100_000, '{"sound": 3}'])
def test_broken_notes_are_no_notes(bus, broken):
    """Whatever is in the cache, the case is validated and loads."""
    load_case(bus)
    notes(bus).write_text(broken, encoding="utf-8")

    assert load_case(bus).claims
    assert "sound" in json.loads(notes(bus).read_text(encoding="utf-8"))


def test_a_cache_that_cannot_be_written_is_none(bus, monkeypatch):
    """Where nothing can be noted the case loads all the same."""
    monkeypatch.setattr("claimbook.tables.kept.save_all", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))

    assert load_case(bus).claims
    assert not notes(bus).exists()


@pytest.fixture
def books(bus):
    """Return the folder of a workspace with one notebook of one cell."""
    folder = bus.parent.parent.parent / "notebooks"
    folder.mkdir()
    (folder / "1-a.ipynb").write_text(json.dumps(BOOK), encoding="utf-8")
    return folder


def test_an_unchanged_notebook_is_not_run_again(books, counted):
    """It is kept as long as cells, data and result are what they were; each of these that changes runs it again."""
    counts = counted(run, "executed")
    (target,) = run.run_all(books, "bus", "x")
    run.run_all(books, "bus", "x")
    kept = counts["executed"]
    run.run_all(books, "bus", "y")
    target.write_text(json.dumps(BOOK), encoding="utf-8")
    run.run_all(books, "bus", "y")
    (books / "1-a.ipynb").write_text(json.dumps(BOOK).replace("1 + 1", "1 + 2"), encoding="utf-8")
    run.run_all(books, "bus", "y")

    assert [1, 4] == [kept, counts["executed"]]


def test_the_page_of_an_unchanged_notebook_is_kept(books, bus, counted, tmp_path):
    """It is made again only where it was changed or is gone."""
    from claimbook.page import notebooks

    counts, case = counted(notebooks, "_html"), load_case(bus)
    book = books / "1-a.ipynb"
    (page,) = write_notebooks([book], tmp_path, "x", case)
    write_notebooks([book], tmp_path, "x", case)
    kept = counts["_html"]
    page.unlink()
    write_notebooks([book], tmp_path, "x", case)

    assert [1, 2] == [kept, counts["_html"]]
    assert page.exists()


def test_a_short_step_says_nothing(capsys):
    """What is over within a second is not reported."""
    assert [1, 2] == list(progress([1, 2], "validating"))
    assert "" == capsys.readouterr().err


def test_a_long_step_in_a_log_says_how_far_it_is(capsys, monkeypatch):
    """Each line ends with a line end and names what is done; there is a last one."""
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr("claimbook.language.progress.time.monotonic", lambda: next(clock))
    done = list(progress("abcd", "validating", name=str.upper))

    assert list("abcd") == done
    assert ["validating: 1/4 (A), 4 s", "validating: 4/4, 20 s"] == capsys.readouterr().err.splitlines()


def test_a_terminal_is_shown_a_bar(capsys, monkeypatch):
    """The bar names what is done, and is taken away at the end."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("claimbook.language.progress.PATIENCE", 0)
    done = list(progress(iter("ab"), "validating", 2, str))
    shown = capsys.readouterr().err

    assert ["a", "b"] == done
    assert "validating" in shown and "/2" in shown and "\r" in shown
