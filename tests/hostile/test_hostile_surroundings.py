"""A disk, an output or a folder that is not as it should be."""

import os
import subprocess
import sys

import pytest

from claimbook.cli import main


def ran(bus, command, **streams):
    """Return a command that was run in a process of its own, without the buffering that tests turn off."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [sys.executable, "-m", "claimbook", *command],
        cwd=bus.parent.parent.parent, env=environment, stderr=subprocess.PIPE, text=True, check=False, timeout=60, **streams,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["claims.csv", "article.txt", "article.toml", "../../sources/figures.csv"])
@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_a_device_or_a_pipe_in_place_of_a_table_is_not_read(bus, name, kind, capsys, monkeypatch):
    """Its end would never come; the sentence says what it is."""
    path = bus / name
    path.unlink()
    if kind == "device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(path)

    monkeypatch.chdir(bus.parent.parent.parent)

    assert 2 == main(["validate", "bus"])
    assert "is not a regular file; put the file itself in its place" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["device", "pipe", "folder"])
def test_a_note_in_the_cache_that_is_no_file_is_none(bus, kind):
    """The case is validated, and judged."""
    cache = bus.parent.parent.parent / ".claimbook" / "cache" / "bus"
    cache.mkdir(parents=True)
    path = cache / "made.json"
    {"device": lambda: path.symlink_to("/dev/zero"), "pipe": lambda: os.mkfifo(path), "folder": path.mkdir}[kind]()

    assert 0 == main(["check", str(bus)])


@pytest.mark.parametrize(
    "command", [["mentions", "data/articles/bus/article.txt"], ["check", "bus"], ["check", "bus", "--json"]]
)
def test_an_output_that_is_full_is_one_sentence(bus, command):
    """The disk is named, and not the text that was read."""
    with open("/dev/full", "w") as full:
        run = ran(bus, command, stdout=full)

    assert (2, "the disk: No space left on device; fix this and try again\n") == (run.returncode, run.stderr)


@pytest.mark.parametrize("command", [["mentions", "data/articles/bus/article.txt"], ["check", "bus", "--json"]])
def test_an_output_that_is_closed_is_no_fault(bus, command):
    """There is nobody to print for, and the command ends as it would."""
    run = ran(bus, command, preexec_fn=lambda: os.close(1))

    assert (0, "") == (run.returncode, run.stderr)


NO_NOTEBOOKS = ["", "[]", "3", "[" * 100_000, '{"cells": [{}], "metadata": {}}', '{"cells": "x", "metadata": 3}', '{"cells": []}',
                '{"cells": [{"cell_type": "code", "source": 3}], "metadata": {}}']  # fmt: skip


@pytest.mark.parametrize("content", [*NO_NOTEBOOKS, None], ids=range(len(NO_NOTEBOOKS) + 1))
def test_a_notebook_that_is_none_is_named(bus, content, capsys):
    """The page is not written with half of what belongs to it."""
    path = bus.parent.parent.parent / "notebooks" / "1-a.ipynb"
    path.parent.mkdir()
    path.mkdir() if content is None else path.write_text(content, encoding="utf-8")

    assert 2 == main(["report", str(bus)])
    assert "1-a.ipynb: is not a notebook; put it back or remove it" in capsys.readouterr().err
