"""A disk that is full, or a folder that cannot be written, costs a command what it would have written, and no more."""

import contextlib
import errno
import io
import json
import os
import shutil
import sys
from importlib import import_module

import pytest

from claimbook.cli import main
from claimbook.survey import parts, texts
from claimbook.tables.writer import settled
from tests import test_pair
from tests.hostile import test_hostile_kills_new as kills

spain, work = test_pair.spain, kills.work
FULL, LOCKED = errno.ENOSPC, errno.EACCES
MAKES = ("os.mkdir", "tempfile.mkstemp")
COMMANDS = kills.SAVES | {
    "search --import": ["search", "spain", "c02", "--import", "found.json"],
    "search --log": ["search", "spain", "c02", "--log", "fares", "--outcome", "nothing"],
    "add": ["add", "riders", "A total of"],
    "new": ["new", "a.txt", "--id", "more"],
    "new --update": ["new", "b.txt", "--id", "riders", "--update"],
    "init": ["init", "mine"],
    "upgrade": ["upgrade"],
    "publish": ["publish", "bus", "--to", "out"],
    "export": ["export", "bus", "--to", "out"],
    "report": ["report", "bus", "--to", "out"],
}


@pytest.fixture
def disk(work, request):
    """Return the function that puts the workspace back, with a finished article in it too."""
    home = work()
    request.getfixturevalue("bus")
    (home / "b.txt").write_text(f"One line more.\n{kills.RIDERS}", encoding="utf-8")
    found = [{"query": "fares", "url": "https://example.org", "text": "Unemployment was 14.1% in 2019."}]
    (home / "found.json").write_text(json.dumps(found), encoding="utf-8")
    return home


def refused(at, command, code):
    """Give a command in a process of its own that can make no file from its write number `at` on.

    Returns
    -------
    int, str, int
        Its exit code, what it said, and how many files it wanted to make.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        count = 0

        def hook(event, arguments):
            nonlocal count
            opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
            if event in MAKES or (opens and not os.path.exists(arguments[0])):
                count += 1
                if count >= at:
                    raise OSError(code, os.strerror(code), str(arguments[0]))

        said = io.StringIO()
        try:
            with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
                sys.addaudithook(hook)
                end = main(command)
        except BaseException as error:  # noqa: BLE001
            end = 1
            said.write(f"Traceback {error!r}")
        os.write(writing, json.dumps([end, said.getvalue()[-2_000:], count]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        words = told.read()
    os.waitpid(child, 0)
    return json.loads(words)


@pytest.mark.parametrize("code", [FULL, LOCKED], ids=["full", "locked"])
@pytest.mark.parametrize("name", COMMANDS)
def test_what_cannot_be_written_is_said_and_nothing_is_changed(disk, name, code):
    """From whichever file on there is no more place: exit code 2, a sentence, and the data as before."""
    command, before = COMMANDS[name], kills.content(disk / "data")
    assert 0 == main(command)  # here, so that all is imported
    kept = [path for path in disk.iterdir() if path.name in ("out", "mine", "notebooks", "build")]
    for path in kept:
        shutil.rmtree(path)
    shutil.rmtree(disk / "data")
    (disk / "docs").exists() and shutil.rmtree(disk / "docs")
    for place, content in before.items():
        (disk / "data" / place).parent.mkdir(parents=True, exist_ok=True)
        (disk / "data" / place).write_bytes(content)
    (disk / "README.md").unlink(missing_ok=True)
    tried = 0
    for at in (1, 2, 3, 5):
        end, said, wanted = refused(at, command, code)
        settled(disk)
        if wanted < at:
            break
        tried += 1
        assert 2 == end and os.strerror(code) in said, said
        assert before == kills.content(disk / "data"), f"no place from file {at} on"
        for path in ("out", "mine"):
            shutil.rmtree(disk / path, ignore_errors=True)
    assert tried


def test_a_survey_says_which_part_could_not_be_written(tmp_path, monkeypatch):
    """A part whose rows have no place is an answer of the reader, not an error that Dask prints with its traceback."""
    (tmp_path / "a.txt").write_text("Sales rose 6%.", encoding="utf-8")
    (part,) = parts.plan([str(tmp_path / "a.txt")])

    def refuse(*_):
        raise OSError(FULL, "No space left on device")

    run = import_module("claimbook.survey.run")
    monkeypatch.setattr(run, "read_part", refuse)

    assert isinstance(run.attempt(part, str(tmp_path / "out"), texts.Columns(), True), OSError)
