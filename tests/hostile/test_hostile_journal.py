"""A save of several tables is done whole or not at all, whenever the process that does it ends."""

import json
import os

import pytest

from claimbook import load_case
from claimbook.draft.draft import open_draft
from claimbook.tables import journal, writer


def half(home, names=("a.csv", "b.csv")):
    """Leave what a process leaves that was killed after the first of some renames; return the places."""
    places = [home / "data" / name for name in names]
    moves = {writer.unfinished(path): path for path in places}
    for fresh, path in moves.items():
        fresh.write_text(f"new {path.name}", encoding="utf-8")
    lines = [[os.path.relpath(one, home) for one in move] for move in moves.items()]
    (home / ".claimbook").mkdir(exist_ok=True)
    journal.journal_of(home).write_text(json.dumps(lines), encoding="utf-8")
    os.replace(next(iter(moves)), places[0])
    return places


@pytest.mark.parametrize(
    "reads", [load_case, open_draft, lambda bus: writer.locked(writer.project_of(bus)).__enter__()]
)
def test_whoever_comes_next_finishes_it(bus, reads):
    """A reader and a writer alike find all files of the save, and no journal."""
    home = writer.project_of(bus)
    places = half(home)
    reads(bus)

    assert ["new a.csv", "new b.csv"] == [path.read_text(encoding="utf-8") for path in places]
    assert not journal.journal_of(home).exists()


def test_an_interruption_between_two_renames_is_finished(bus, monkeypatch):
    """Control-C in the middle of a save costs nothing."""
    home, real, done = writer.project_of(bus), os.replace, []
    places = [bus / "mentions.csv", bus / "claims.csv"]

    def stop(fresh, path):
        if path in places and done:
            raise KeyboardInterrupt
        done.append(path) if path in places else None
        real(fresh, path)

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        writer.save_all(dict.fromkeys(places, "new"), home)
    monkeypatch.undo()
    writer.settled(home)

    assert ["new", "new"] == [path.read_text(encoding="utf-8") for path in places]


def test_a_disk_that_refuses_leaves_no_journal(bus, monkeypatch):
    """The command that is refused says so; nobody finishes it later."""
    home, real = writer.project_of(bus), os.replace

    def refuse(fresh, path):
        if path.name == "claims.csv":
            raise OSError(28, "No space left on device")
        real(fresh, path)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        writer.save_all(dict.fromkeys([bus / "mentions.csv", bus / "claims.csv"], "new"), home)

    assert not journal.journal_of(home).exists()
    assert not [path for path in bus.iterdir() if "unfinished" in path.name]


@pytest.mark.parametrize(
    "lines",
    ["", "{}", "[1]", "[[1, 2]]", '[["../outside", "data/x"]]', '[["data/article", "data/x"]]', '[["data/.x.unfinished-00000000", "../x"]]', "[" * 100_000],
)  # fmt: skip
def test_a_journal_that_is_none_of_ours_moves_nothing(bus, lines):
    """A workspace that somebody else has made moves no files about."""
    home = writer.project_of(bus)
    (home / ".claimbook").mkdir(exist_ok=True)
    (home / "outside").write_text("theirs", encoding="utf-8")
    (home / "data" / "article").write_text("theirs", encoding="utf-8")
    journal.journal_of(home).write_text(lines, encoding="utf-8")
    writer.settled(home)

    assert (home / "data" / "article").exists() and (home / "outside").exists()
    assert not journal.journal_of(home).exists()
