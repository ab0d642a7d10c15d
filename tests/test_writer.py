"""The one writer: nothing is lost between commands, nothing is left by a killed one, and modes follow the umask."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from claimbook import document, find, load_case
from claimbook.cli import main
from claimbook.draft import add
from claimbook.draft.draft import open_draft
from claimbook.form.session import Session
from claimbook.tables import sweep, writer
from claimbook.tables.column import DIGITS
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text

TIMES = 40


def log(folder: Path, number: int) -> int:
    """Log a search through the command line, in this process."""
    return main(["search", str(folder), "c02", "--log", f"query {number}", "--outcome", "nothing"])


def accept(folder: Path, docs: Path, number: int) -> tuple[str, ...]:
    """Accept the only passage of a document for a claim."""
    case = open_draft(folder)
    passage = find.passages_of(document.read(docs / f"{number}.txt"), f"{number}.txt")[0]
    return find.accept(case, case.claims["c02"], passage, passage.numbers[0], docs)[:3]


def in_processes(work: Callable, *arguments: list) -> list:
    """Do a work four times at once, each in a process of its own."""
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, *arguments))


def test_searches_logged_at_the_same_time_are_all_there(bus: Path) -> None:
    """Of forty searches logged four at a time, none is lost, and each has an id of its own."""
    codes = in_processes(log, [bus] * TIMES, list(range(TIMES)))
    rows = read_text(bus / "searches.csv", "searches")

    assert [0] * TIMES == codes
    assert {f"query {number}" for number in range(TIMES)} <= {row["query"] for row in rows}
    assert TIMES + 1 == len({row["search"] for row in rows})


def test_commands_at_the_same_time_lose_nothing(bus: Path) -> None:
    """The same of real commands, started by a shell."""
    command = [sys.executable, "-m", "claimbook", "search", str(bus), "c02", "--outcome", "nothing", "--log"]
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda n: subprocess.run([*command, f"query {n}"], capture_output=True), range(8)))

    assert [0] * 8 == [run.returncode for run in runs]
    assert 9 == len({row["search"] for row in read_text(bus / "searches.csv", "searches")})


def test_passages_accepted_at_the_same_time_are_all_there(bus: Path, tmp_path: Path) -> None:
    """Twelve passages accepted four at a time give twelve sources, figures and rows of evidence."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(12):
        (docs / f"{number}.txt").write_text(f"City bus fares rose {number + 1}% in 2024.", encoding="utf-8")
    ids = in_processes(accept, [bus] * 12, [docs] * 12, list(range(12)))
    figures = read_text(bus.parent.parent / "sources" / "figures.csv", "figures")

    assert 12 == len({source for source, _, _ in ids}) == len({figure for _, figure, _ in ids})
    assert 13 == len({row["figure"] for row in figures})
    assert 13 == len(read_text(bus / "evidence.csv", "evidence"))


def test_the_form_loses_nothing_to_a_command(bus: Path) -> None:
    """What a command writes between two entries of the form stays, and so does what was typed."""
    session = Session.open(bus)
    assert session.set("claims", "c02", "metric", "fare rise")
    main(["add", str(bus), "Riders"])
    assert not session.set("claims", "c02", "metric", "rise of all fares")
    assert session.reload()
    rows = read_text(bus / "claims.csv", "claims")

    assert "rise of all fares" == next(row for row in rows if row["claim"] == "c02")["metric"]
    assert "Riders" in {row["exact"] for row in rows}


def type_on(folder: Path, letters: int) -> str:
    """Type into the form, one letter after the other, and reload whenever somebody else was faster."""
    session = Session.open(folder)
    for length in range(1, letters + 1):
        session.set("claims", "c01", "note", "x" * length, typing=True)
        while session.pending:
            session.reload()
    return session.rows["claims"][0]["note"]


def add_statement(folder: Path, words: str) -> int:
    """Add a statement through the command line."""
    return main(["add", str(folder), words])


def test_the_form_and_commands_at_the_same_time_lose_nothing(bus: Path) -> None:
    """While a form types into a cell of a table, commands add rows to it; every letter and every row is there."""
    words = ["City", "bus report", "Riders", "The buses", "riders a day", "Fares", "Fares rose", "carry", "rose"]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        typed = pool.submit(type_on, bus, 60)
        codes = list(pool.map(add_statement, [bus] * len(words), words))
    rows = read_text(bus / "claims.csv", "claims")

    assert "x" * 60 == typed.result() == rows[0]["note"]
    assert ([0] * len(words), set(words)) == (codes, {row["exact"] for row in rows if row["kind"] == "statement"})
    assert len(rows) == len({row["claim"] for row in rows}) == 2 + len(words)


@pytest.mark.parametrize("busy", [True, False], ids=["busy", "no folder for the lock"])
def test_what_the_form_cannot_write_is_kept(bus: Path, monkeypatch: pytest.MonkeyPatch, busy: bool) -> None:
    """Where the lock cannot be had, the form says so and goes on; later everything is saved."""
    monkeypatch.setattr(writer, "PATIENCE", 0.1)
    hidden, session = bus.parents[2] / ".claimbook", Session.open(bus)
    with ExitStack() as stack:
        if busy:
            hidden.mkdir()
            stack.enter_context(FileLock(hidden / "lock"))
        else:
            hidden.write_text("", encoding="utf-8")
        assert not session.set("claims", "c02", "note", "typed")
        assert ("wait until it ends" if busy else "File exists") in session.trouble
    if not busy:
        hidden.unlink()

    assert session.save()
    assert ("typed", "") == (read_text(bus / "claims.csv", "claims")[1]["note"], session.trouble)


def is_locked(folder: Path) -> bool:
    """Return whether somebody holds the lock of an article's workspace."""
    try:
        with FileLock(folder.resolve().parents[2] / ".claimbook" / "lock", timeout=0):
            return False
    except Timeout:
        return True


def test_the_text_is_read_under_the_lock_and_a_document_before_it(
    bus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update cannot move the text between its reading and the new row; a long PDF keeps nobody waiting."""
    seen, decode, read = [], add.decode, document.read
    (tmp_path / "0.txt").write_text("City bus fares rose 5% in 2024.", encoding="utf-8")
    monkeypatch.setattr(add, "decode", lambda *given: seen.append(is_locked(bus)) or decode(*given))
    add_statement(bus, "Riders")
    monkeypatch.setattr(document, "read", lambda *given: seen.append(is_locked(bus)) or read(*given))
    accept(bus, tmp_path, 0)

    assert [True, False, False] == seen  # the last two: for the index, and again when it is accepted


def test_nothing_is_written_where_the_block_raises(bus: Path) -> None:
    """A fault in the middle leaves the table as it was."""
    before = (bus / "searches.csv").read_bytes()
    with pytest.raises(TypeError), writer.writing(bus, "searches") as tables:
        tables.add({"searches": None})

    assert before == (bus / "searches.csv").read_bytes()


def test_a_long_wait_ends_in_a_sentence(bus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever holds the lock for too long is named, and nothing is written."""
    monkeypatch.setattr(writer, "PATIENCE", 0.1)
    home = bus.parent.parent.parent
    (home / ".claimbook").mkdir()
    with FileLock(home / ".claimbook" / "lock"), pytest.raises(Problems, match="wait until it ends"):
        log_or_raise(bus)


def log_or_raise(folder: Path) -> None:
    """Open a table for writing."""
    with writer.writing(folder, "searches"):
        pass


def test_what_a_killed_command_left_is_removed(bus: Path) -> None:
    """Only our own unfinished files and folders go; every other hidden file stays."""
    articles = bus.parent
    left = [
        writer.unfinished(bus / "claims.csv"),
        writer.unfinished(articles.parent / "sources" / "figures.csv"),
        writer.unfinished(articles / "new-one"),
    ]
    left[0].write_text("half", encoding="utf-8")
    left[1].write_text("half", encoding="utf-8")
    left[2].mkdir()
    (left[2] / "article.toml").write_text("half", encoding="utf-8")
    kept = bus / ".mine.csv"
    kept.write_text("mine", encoding="utf-8")
    log(bus, 1)

    assert not [path for path in left if path.exists()]
    assert kept.exists()
    assert load_case(bus)


def test_what_cannot_be_removed_keeps_nobody_from_writing(bus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unfinished folder of another user stays."""
    left = writer.unfinished(bus.parent / "theirs")
    left.mkdir()

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(sweep.shutil, "rmtree", refuse)
    assert 0 == log(bus, 1)
    assert left.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
@pytest.mark.parametrize("mask", [0o027, 0o002])
def test_a_new_file_follows_the_umask(tmp_path: Path, mask: int) -> None:
    """A new file has the mode that the umask gives; one that exists keeps its own."""
    old, folder = tmp_path / "old.csv", tmp_path / "folder"
    old.write_text("", encoding="utf-8")
    old.chmod(0o600)
    before = os.umask(mask)
    try:
        writer.save_all({tmp_path / "new.csv": "a", old: "b"})
        writer.save_folder(folder, {"new.csv": "a"})
    finally:
        os.umask(before)

    assert {0o666 & ~mask} == {stat.S_IMODE((place / "new.csv").stat().st_mode) for place in (tmp_path, folder)}
    assert 0o777 & ~mask == stat.S_IMODE(folder.stat().st_mode)
    assert 0o600 == stat.S_IMODE(old.stat().st_mode)


def test_inside_an_article_its_folder_is_a_dot(bus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shared tables are the workspace's also for a command that is given the working folder."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "0.txt").write_text("City bus fares rose 5% in 2024.", encoding="utf-8")
    monkeypatch.chdir(bus)
    accept(Path("."), docs, 0)

    assert ["f01", "f002"] == [
        row["figure"] for row in read_text(bus.parents[1] / "sources" / "figures.csv", "figures")
    ]
    assert not (bus / "sources").exists()
    assert 0 == main(["validate", "."])


def test_what_a_killed_report_left_long_ago_is_removed(tmp_path: Path) -> None:
    """Of ours alone, and old: a report may be at work on what is young, and other files are somebody's."""
    names = (".a.csv.unfinished-0123abcd", ".b.csv.unfinished-0123abcd", ".c.csv.unfinished", ".d.csv")
    for name in names:
        (tmp_path / name).write_text("half", encoding="utf-8")
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / names[1])
    writer.save("whole", tmp_path / "e.csv")

    assert {*names[1:], "e.csv"} == {path.name for path in tmp_path.iterdir()}


def test_ids_go_on_after_any_number() -> None:
    """An article of many numbers has as many ids, and each is one that a table takes."""
    made = [next(writer.new_ids([f"m{last}"], "m")) for last in (99, 9_999, 99_999)]

    assert ["m100", "m10000", "m100000"] == made
    assert all(re.fullmatch("m" + DIGITS, name, re.ASCII) for name in made)
