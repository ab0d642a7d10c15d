"""Packages that only some commands need: what is missing is named, and the rest works."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from claimbook import find
from claimbook.cli import COMMANDS, main
from claimbook.find import meaning
from claimbook.tables import extras

HOME = Path(__file__).parent.parent
NOTEBOOK = """{"cells": [{"cell_type": "code", "id": "a", "execution_count": null, "metadata": {}, "outputs": [],
"source": "ARTICLE = \\"bus\\""}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""
HEAVY = ("pint", *(package for packages in extras.EXTRAS.values() for package in packages))
NEEDS = [
    ("pdfplumber", "documents", lambda bus: ["new", str(bus / "a.pdf"), "--id", "new-one"]),
    ("bm25s", "find", lambda bus: ["find", str(bus), str(bus / "docs")]),
    ("httpx", "web", lambda bus: ["recheck", str(bus)]),
    (
        "keyring",
        "keyring",
        lambda bus: ["propose", str(bus), "--with", "https://a.example", "--model", "m", "--keyring", "me"],
    ),
    ("jinja2", "page", lambda bus: ["report", str(bus)]),
    ("nbclient", "notebooks", lambda bus: ["build", str(bus)]),
]


@pytest.mark.parametrize(("package", "extra", "command"), NEEDS, ids=[need[0] for need in NEEDS])
def test_a_missing_package_names_its_extra(package, extra, command, bus):
    """One sentence, exit code 2, no traceback."""
    (bus / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (bus / "docs").mkdir()
    (bus / "docs" / "a.txt").write_text("The buses carry 1,180 riders a day.", encoding="utf-8")
    home, before = bus.parent.parent.parent, os.environ.get("PYTHONPATH", "")
    (home / "notebooks").mkdir(exist_ok=True)
    (home / "notebooks" / "1-a.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    (home / f"{package}.py").write_text(f"raise ModuleNotFoundError('none', name={package!r})", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "claimbook", *command(bus)],
        cwd=home, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": f"{home}:{before}"},
    )  # fmt: skip

    assert 2 == run.returncode, run.stderr
    assert f'pip install "claimbook[{extra}]"' in run.stderr
    assert "Traceback" not in run.stderr


def test_any_other_missing_module_is_a_fault_of_the_program():
    """Only what an extra brings is told as a sentence."""
    assert "" == extras.missing(ModuleNotFoundError("", name="claimbook.nowhere"))


def test_every_extra_is_declared():
    """The table of extras and the project's metadata name the same ones."""
    declared = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]

    assert {*extras.EXTRAS, "all"} == set(declared)


def test_finding_numbers_loads_nothing_heavy():
    """`claimbook.mention` starts without the packages that judging and drawing need."""
    code = f"import sys, claimbook.mention; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == run.stdout.strip()


LIGHT = [
    "--help",
    "add bus Fares",
    "check bus",
    "check bus --json",
    "claim bus c01",
    "mentions data/articles/bus/article.txt",
    "new data/articles/bus/article.txt --id other",
    "search bus c01",
    "validate bus",
    *(f"{name} --help" for name in COMMANDS),
]


@pytest.mark.parametrize("command", [line.split() for line in LIGHT], ids=LIGHT)
def test_light_commands_load_nothing_heavy(command, bus):
    """What the core alone can do, and the help of every command, imports no package of an extra."""
    code = (
        "import sys\nfrom claimbook.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    home = bus.parent.parent.parent
    run = subprocess.run([sys.executable, "-c", code, *command], cwd=home, capture_output=True, text=True, check=True)

    assert "[]" == run.stderr.strip()


def test_without_an_encoder_words_alone_rank(monkeypatch, bus, capsys):
    """The passage is found by its words, and a sentence says what is lost."""
    monkeypatch.setattr(meaning, "_encoder", lambda: None)
    docs = bus / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("The buses carry 1,180 riders a day.", encoding="utf-8")
    (docs / "b.txt").write_text("Nothing of the kind.", encoding="utf-8")

    assert not main(["find", str(bus), str(docs), "--claim", "c01"])
    told = capsys.readouterr()
    assert "words alone" in told.err
    assert told.out.index("a.txt") < told.out.index("b.txt")


def test_vectors_of_another_maker_are_not_used(monkeypatch, tmp_path):
    """What was kept without an encoder is read again once there is one."""
    docs, store = tmp_path / "docs", tmp_path / "kept.jsonl"
    docs.mkdir()
    (docs / "a.txt").write_text("The buses carry 1,180 riders a day.", encoding="utf-8")
    with monkeypatch.context() as without:
        without.setattr(meaning, "_encoder", lambda: None)
        assert not np.any(find.open_index(docs, store).vectors)

    assert np.any(find.open_index(docs, store).vectors)


CELLS = [
    ("anywidget", "notebooks", "%load_ext claimbook\nfrom claimbook import form"),
    ("matplotlib", "page", "from claimbook import plot\nplot.verdicts_by_section(None)"),
    ("pandas", "page", "from claimbook import mentions_frame\nmentions_frame('5%')"),
]
IN_IPYTHON = """
from IPython.core.interactiveshell import InteractiveShell
ran = InteractiveShell.instance().run_cell(%r)
raise SystemExit(0 if ran.success else 1)
"""


@pytest.mark.parametrize(("package", "extra", "cell"), CELLS, ids=[cell[0] for cell in CELLS])
def test_a_notebook_names_the_extra_in_a_sentence(package, extra, cell, tmp_path):
    """Who opens a notebook without the package sees how to install it, and no traceback; the cell has failed."""
    (tmp_path / f"{package}.py").write_text(f"raise ModuleNotFoundError('none', name={package!r})", encoding="utf-8")
    before = os.environ.get("PYTHONPATH", "")
    run = subprocess.run(
        [sys.executable, "-c", IN_IPYTHON % f"import claimbook\n{cell}"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": f"{tmp_path}:{before}"},
    )  # fmt: skip

    assert 1 == run.returncode, run.stderr
    assert f'pip install "claimbook[{extra}]"' in run.stderr
    assert "Traceback" not in run.stdout + run.stderr


def test_a_notebook_shows_the_traceback_of_any_other_error(tmp_path):
    """A module of the reader's own that is missing is not ours to explain."""
    run = subprocess.run(
        [sys.executable, "-c", IN_IPYTHON % "import claimbook\nimport nowhere_at_all"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "Traceback" in run.stdout + run.stderr and "nowhere_at_all" in run.stdout + run.stderr
