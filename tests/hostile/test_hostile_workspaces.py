"""Folders that cannot be a workspace, workspaces that are not as they should be, and places where nothing may go out."""

import os
import shutil
from pathlib import Path

import pytest

from claimbook.cli import main
from claimbook.workspace import lab
from claimbook.workspace.make import EXAMPLE


def said(capsys, arguments):
    """Run a command; return its exit code and what was said."""
    capsys.readouterr()
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = stopped.code
    return code or 0, "".join(capsys.readouterr())


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """A workspace with the example; the working folder is beside it, with a file, a pipe and links."""
    main(["init", str(tmp_path / "mine"), "--example"])
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("theirs", encoding="utf-8")
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("nowhere").symlink_to("/none/such")
    return tmp_path / "mine"


PLACES = ["file", "file/x", "pipe", "loop", "loop/x", "nowhere", "/dev/null", "/dev/null/x", "/dev/full", "/proc/x", "a\0b", "a" * 300, "", " ", "mine", "--x"]  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=range(len(PLACES)))
def test_no_workspace_is_made_where_none_can_be(mine, capsys, place):
    """The sentence names the place, and what is there stays."""
    code, words = said(capsys, ["init", place])

    assert 2 == code and "Traceback" not in words and words.strip()
    assert "theirs" == Path("file").read_text(encoding="utf-8") and not Path("data").exists()


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a device", "a file of theirs"])
@pytest.mark.parametrize("name", ["README.md", ".gitignore", "data", "notebooks/START.ipynb"])
def test_what_is_there_already_keeps_a_workspace_from_being_made(tmp_path, capsys, name, kind):
    """Nothing is waited for, followed or written over."""
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    {"a folder": path.mkdir, "a pipe": lambda: os.mkfifo(path), "a device": lambda: path.symlink_to("/dev/zero"),
     "a file of theirs": lambda: path.write_text("theirs", encoding="utf-8")}[kind]()  # fmt: skip
    if (name, kind) == ("data", "a folder"):
        path = path / "README.md"
        path.mkdir()

    assert 2 == said(capsys, ["init", str(tmp_path / "mine")])[0]
    assert not (tmp_path / "mine" / "data" / "articles").exists()


@pytest.mark.parametrize("place", ["file", "pipe", "loop", "nowhere", "/dev/null", "a\0b", "a" * 300, "", "none"])
@pytest.mark.parametrize("command", [["check", "bus"], ["upgrade"], ["lab"], ["new", "file", "--id", "x"]])
def test_a_workspace_that_is_none_is_refused(mine, capsys, monkeypatch, command, place):
    """By every command, and nothing is started in it."""
    monkeypatch.setattr("claimbook.cli.lab.open_lab", lambda *_: pytest.fail("started"))
    code, words = said(capsys, [*command, "--workspace", place])

    assert 2 == code and ("workspace" in words or "NUL" in words or "cannot be read" in words or "too long" in words)


@pytest.mark.parametrize("place", ["a" * 5000, "\udcff", "/dev/null", "loop"], ids=range(4))
def test_a_variable_that_names_none_is_refused(mine, capsys, monkeypatch, place):
    """The sentence names the variable, or what is wrong with the path."""
    monkeypatch.setenv("CLAIMBOOK_WORKSPACE", place)
    code, words = said(capsys, ["check", "bus"])

    assert 2 == code and ("CLAIMBOOK_WORKSPACE" in words or "too long" in words or "Too many" in words)


def test_lab_is_not_started_with_what_no_program_takes(mine, capsys, monkeypatch):
    """NUL is a sentence, and so is a command line that the system refuses."""

    def refuse(*_):
        raise OSError(7, "Argument list too long")

    monkeypatch.setattr(lab.os, "execve", refuse)
    assert 2 == said(capsys, ["lab", "--workspace", "mine", "--", "x\0y"])[0]
    code, words = said(capsys, ["lab", "--workspace", "mine", "--", "x" * 3000])

    assert 2 == code and "Argument list too long" in words


def _replaced(path, kind):
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    {"pipe": lambda: os.mkfifo(path), "device": lambda: path.symlink_to("/dev/zero"), "folder": path.mkdir,
     "NUL": lambda: path.write_bytes(b"a\0b"), "bytes": lambda: path.write_bytes(b"source,\xff\n"), "nothing": lambda: path.write_bytes(b""),
     "giant": lambda: path.write_text("source,title\n" + "x" * 300_000 + ",y\n", encoding="utf-8")}[kind]()  # fmt: skip


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "NUL", "bytes", "nothing", "giant"])
def test_a_table_that_is_none_is_not_upgraded(mine, capsys, kind):
    """The sentence names it, and nothing else is written."""
    (mine / "notebooks" / "START.ipynb").unlink()
    _replaced(mine / "data" / "sources" / "sources.csv", kind)
    code, words = said(capsys, ["upgrade", "--workspace", "mine"])

    assert 2 == code and "sources" in words
    assert not (mine / "notebooks" / "START.ipynb").exists()


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
@pytest.mark.parametrize("name", ["data/README.md", "README.md", "notebooks/START.ipynb"])
def test_what_is_no_file_is_named_by_upgrade(mine, capsys, name, kind):
    """It waits for no pipe and reads no device."""
    _replaced(mine / name, kind)
    code, words = said(capsys, ["upgrade", "--workspace", "mine"])

    assert 2 == code and "is not a regular file" in words


def test_upgrade_clears_files_of_ours_and_no_folder(mine, capsys):
    """A folder with the name of an old index stays."""
    (mine / "build" / "x" / "documents-1.jsonl").mkdir(parents=True)

    assert 0 == said(capsys, ["upgrade", "--workspace", "mine"])[0]
    assert (mine / "build" / "x" / "documents-1.jsonl").is_dir()


OUT = ["file", "file/x", "/dev/null", "/dev/full", "/proc/self/x", "loop", "pipe", "", " ", "a" * 5000,
       "mine", "mine/data", f"mine/data/articles/{EXAMPLE}", "mine/notebooks", "mine/docs", "mine/.claimbook/x", "mine/build/../data/x"]  # fmt: skip


@pytest.mark.parametrize("place", OUT, ids=range(len(OUT)))
def test_nothing_is_published_where_it_does_not_belong(mine, capsys, place):
    """What the article is made from is as it was, and the sentence asks for another folder."""
    before = {path: path.read_bytes() for path in sorted((mine / "data").rglob("*")) if path.is_file()}
    code, words = said(capsys, ["publish", EXAMPLE, "--workspace", "mine", "--to", place])

    assert 2 == code and ("give a" in words or "--to: is empty" in words)
    assert before == {path: path.read_bytes() for path in sorted((mine / "data").rglob("*")) if path.is_file()}


def test_a_link_where_a_page_goes_out_is_not_written_through(mine, capsys):
    """The link becomes the page, and what it led to stays."""
    Path("out").mkdir()
    Path("out", "index.html").symlink_to(Path("file").resolve())

    assert 0 == said(capsys, ["publish", EXAMPLE, "--workspace", "mine", "--to", "out"])[0]
    assert "theirs" == Path("file").read_text(encoding="utf-8") and not Path("out", "index.html").is_symlink()


@pytest.mark.parametrize("name", ["none", "../../etc", "a" * 5000, "", "\udcff"], ids=range(5))
def test_no_article_but_one_of_the_workspace_is_published(mine, capsys, name):
    """Before anything is made."""
    assert 2 == said(capsys, ["publish", name, "--workspace", "mine", "--to", "out"])[0]
    assert not Path("out").exists()
