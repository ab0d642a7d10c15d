"""A workspace of one's own: made anywhere, found from anywhere, and nobody else's business."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook import workspace
from claimbook.cli import main
from claimbook.tables.files import read_text
from claimbook.tables.workspace import VARIABLE
from claimbook.workspace import lab, make
from claimbook.workspace.make import EXAMPLE
from tests.conftest import HOME, published_in

TEXT = "Bus report\n\nThe buses carry 1,200 riders a day.\n"


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """A fresh workspace with one draft; the working folder is elsewhere."""
    workspace.init(tmp_path / "mine")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert not main(["new", "a.txt", "--id", "bus", "--workspace", "mine"])
    return tmp_path / "mine"


def test_a_fresh_one_has_all_that_a_newcomer_needs(tmp_path):
    """README, notebooks, codebook, tables with heads and nothing else, and it is small."""
    written = workspace.init(tmp_path / "mine")
    names = {path.relative_to(tmp_path / "mine").as_posix() for path in written}
    tables = [path for path in written if path.suffix == ".csv"]

    assert {"README.md", ".gitignore", "data/README.md", "notebooks/START.ipynb", "notebooks/1-verdicts.ipynb"} < names
    assert 4 == len(tables) and not [row for path in tables for row in read_text(path, path.stem)]
    assert sum(path.stat().st_size for path in written) < 100_000


def test_the_example_is_checked_already(tmp_path, capsys):
    """One article comes with its sources, and has the verdicts that it has in the showcase."""
    assert not main(["init", str(tmp_path / "mine"), "--example"])
    capsys.readouterr()
    main(["check", EXAMPLE, "--json", "--workspace", str(tmp_path / "mine")])
    told = json.loads(capsys.readouterr().out)
    main(["check", EXAMPLE, "--json", "--workspace", str(HOME)])

    assert told == json.loads(capsys.readouterr().out)


def test_nothing_of_yours_is_overwritten(tmp_path, capsys):
    """A folder with a README of one's own is left as it is, and the sentence names the file."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")

    assert 2 == main(["init", str(tmp_path)])
    assert "README.md: is there already" in capsys.readouterr().err
    assert ["README.md"] == os.listdir(tmp_path)


def test_an_interrupted_init_can_start_again(tmp_path, killed_at):
    """Whatever was written until then is no workspace yet, and in nobody's way."""
    code, writes, _ = killed_at(9, ["init", str(tmp_path / "mine")])
    assert (-9, 0) == (code, writes)

    assert not main(["init", str(tmp_path / "mine")])


@pytest.mark.parametrize("place", ["", "notebooks", "data/articles/bus"])
def test_it_is_found_from_any_folder_below(mine, monkeypatch, capsys, place):
    """The nearest one at or above the working folder is meant."""
    monkeypatch.chdir(mine / place)
    capsys.readouterr()

    assert 2 == main(["validate", "bus"])
    assert "article.toml" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["validate bus --workspace mine", "--workspace mine validate bus"])
def test_it_is_named_before_or_after_the_command(mine, capsys, line):
    """--workspace is taken by every command, on either side of its name."""
    main(line.split())

    assert "claims.csv, row 2 (c01)" in capsys.readouterr().err


def test_a_variable_names_it_too(mine, monkeypatch, capsys):
    """What the command line names wins over the variable."""
    monkeypatch.setenv(VARIABLE, str(mine))
    main(["validate", "bus"])
    assert "claims.csv, row 2 (c01)" in capsys.readouterr().err
    main(["validate", "bus", "--workspace", "nowhere"])

    assert "--workspace: nowhere is no workspace" in capsys.readouterr().err


def test_where_there_is_none_a_sentence_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    """The sentence names the command."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)

    assert 2 == main(["check", "bus"])
    assert "claimbook init DIR" in capsys.readouterr().err


def test_an_older_one_loads_and_upgrade_writes_what_it_lacks(bus, capsys):
    """A table without a newer column is read; `upgrade` adds the column, the codebook and the notebooks, once."""
    home, sources = bus.parents[2], bus.parents[1] / "sources" / "sources.csv"
    rows = read_text(sources, "sources")
    sources.write_text(
        "\n".join(line.removesuffix(",note").removesuffix(",") for line in sources.read_text().split("\n"))
    )
    assert not main(["check", str(bus)])
    assert not main(["upgrade", "--workspace", str(home)])
    assert sources.read_text(encoding="utf-8").startswith("source,title") and ",note" in sources.read_text(
        encoding="utf-8"
    )
    assert rows == read_text(sources, "sources")
    assert (home / "data" / "README.md").exists() and (home / "notebooks" / "START.ipynb").exists()
    capsys.readouterr()
    main(["upgrade", "--workspace", str(home)])

    assert "everything is up to date\n" == capsys.readouterr().out


def test_upgrade_leaves_what_you_changed(mine):
    """A notebook of one's own stays as it is."""
    book = mine / "notebooks" / "1-verdicts.ipynb"
    book.write_text("mine", encoding="utf-8")
    workspace.upgrade(mine)

    assert "mine" == book.read_text(encoding="utf-8")


@pytest.fixture
def newer(monkeypatch):
    """A later version of Claimbook, whose template has another notebook of verdicts."""
    later = make.template()
    name = Path("notebooks", "1-verdicts.ipynb")
    later[name] = later[name].replace(b"Do the numbers hold up?", b"What holds up?")
    monkeypatch.setattr(sys.modules["claimbook.workspace.upgrade"], "template", lambda: later)
    return name


def test_upgrade_renews_a_notebook_that_was_only_run(mine, newer, capsys):
    """Outputs and numbers of runs are no change; the newer one is in the place of the old, and is said."""
    book = json.loads((mine / newer).read_text(encoding="utf-8"))
    book["cells"][1] |= {"execution_count": 7, "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}]}
    (mine / newer).write_text(json.dumps(book), encoding="utf-8")
    capsys.readouterr()
    main(["upgrade", "--workspace", str(mine)])

    assert "1-verdicts.ipynb replaced by a newer one" in capsys.readouterr().out
    assert "What holds up?" in (mine / newer).read_text(encoding="utf-8")
    assert [] == workspace.upgrade(mine)


def test_upgrade_never_replaces_a_notebook_with_a_changed_cell(mine, newer, capsys):
    """One letter in a cell makes it somebody's own; it is kept, and is said."""
    book = (mine / newer).read_text(encoding="utf-8").replace("report.front(case)", "report.front(case) ")
    (mine / newer).write_text(book, encoding="utf-8")
    capsys.readouterr()
    main(["upgrade", "--workspace", str(mine)])

    assert "1-verdicts.ipynb is kept as you changed it" in " ".join(capsys.readouterr().out.split())
    assert book == (mine / newer).read_text(encoding="utf-8")


def test_a_chinese_workspace_is_chinese_and_stays_so(tmp_path, newer):
    """Its README, prose and outputs are Chinese; so is a notebook that an upgrade renews or brings back."""
    main(["init", str(tmp_path / "mine"), "--lang", "zh"])
    start, book = tmp_path / "mine" / "notebooks" / "START.ipynb", tmp_path / "mine" / newer
    assert "# 开始" in start.read_text(encoding="utf-8") and 'LANGUAGE = \\"zh\\"' in book.read_text(encoding="utf-8")
    assert "我的核查" in (tmp_path / "mine" / "README.md").read_text(encoding="utf-8")
    start.unlink()
    changed = workspace.upgrade(tmp_path / "mine", "zh")

    assert {start, book} == set(changed)
    assert "# 开始" in start.read_text(encoding="utf-8") and 'LANGUAGE = \\"zh\\"' in book.read_text(encoding="utf-8")


def test_upgrade_clears_what_earlier_versions_kept_beside_the_page(mine):
    """The text of private documents is in build/<id> no more."""
    kept = mine / "build" / "bus" / "documents-0123.jsonl"
    kept.parent.mkdir(parents=True)
    kept.write_text("secret", encoding="utf-8")

    assert [kept] == workspace.upgrade(mine)
    assert not kept.exists()


def test_what_was_read_of_your_documents_is_yours_alone(mine):
    """The index of a folder is in the workspace's hidden folder, which git ignores, with its owner's permissions."""
    (mine / "docs").mkdir()
    (mine / "docs" / "a.txt").write_text("The buses carry 1,180 riders a day.", encoding="utf-8")
    assert not main(["find", "bus", str(mine / "docs"), "--workspace", str(mine)])
    kept = [path for path in (mine / ".claimbook" / "cache").rglob("*") if path.is_file()]

    assert 2 == len(kept) and not (mine / "build").exists()
    assert {0o600} == {stat.S_IMODE(path.stat().st_mode) for path in kept}
    assert {0o700} == {stat.S_IMODE(path.parent.stat().st_mode) for path in kept}
    assert "*\n" == (mine / ".claimbook" / ".gitignore").read_text(encoding="utf-8")


def test_a_broken_article_of_yours_breaks_no_test_of_ours(tmp_path):
    """Your own work is in workspace/, which git ignores; a draft beside the published articles is none of them."""
    shutil.copytree(HOME / "data" / "articles", tmp_path / "data" / "articles")
    (tmp_path / "data" / "articles" / "broken").mkdir()
    (tmp_path / "data" / "articles" / "broken" / "article.toml").write_text("id =", encoding="utf-8")
    places = ("workspace/data/articles/broken/article.toml", "workspace/notebooks/START.ipynb", ".claimbook/lock")
    ignored = subprocess.run(["git", "check-ignore", *places], cwd=HOME, capture_output=True, text=True, check=False)

    assert published_in(HOME / "data") == published_in(tmp_path / "data")
    assert ignored.returncode == 128 or list(places) == ignored.stdout.split()  # 128: no repository


def test_lab_opens_the_workspace_with_our_command_in_its_terminal(mine, monkeypatch):
    """The workspace is the root, START is open, `claimbook` comes first on the path, and Jupyter's options are last."""
    words = lab.command(mine, ["--port", "8899"])
    variables = lab.environment({"PATH": "elsewhere", VARIABLE: "another"})

    assert f"--ServerApp.root_dir={mine}" in words and "--LabApp.default_url=/lab/tree/notebooks/START.ipynb" in words
    assert ["--port", "8899"] == words[-2:]
    assert variables["PATH"].startswith(str(Path(sys.executable).parent)) and variables["PATH"].endswith("elsewhere")
    assert VARIABLE not in variables


def test_lab_asks_nothing_before_the_first_number(mine):
    """Our defaults of JupyterLab are found before others, and a user's own configuration is kept."""
    folders = lab.environment({"JUPYTER_CONFIG_PATH": "elsewhere"})["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    (settings,) = Path(folders[0], "labconfig").glob("default_setting_overrides.json")

    assert ["elsewhere"] == folders[1:]
    assert "false" == json.loads(settings.read_text())["@jupyterlab/apputils-extension:notification"]["fetchNews"]


@pytest.mark.parametrize(("user", "asked"), [(0, True), (1000, False)])
def test_lab_works_as_root(mine, monkeypatch, user, asked):
    """In a container one is often root, which Jupyter must be told."""
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)

    assert asked == ("--allow-root" in lab.command(mine, []))


def test_the_showcase_opens_on_its_first_notebook():
    """It has no START, since it is nobody's to work in."""
    assert "--LabApp.default_url=/lab/tree/notebooks/1-verdicts.ipynb" in lab.command(HOME, [])


def test_lab_needs_no_options(mine, monkeypatch):
    """Without any, Jupyter is given none."""
    given = []
    monkeypatch.setattr("claimbook.cli.lab.open_lab", lambda home, options: given.append((home, [*options])))
    main(["lab", "--workspace", str(mine)])

    assert [(mine, [])] == given


def test_lab_without_jupyterlab_names_the_extra(mine, monkeypatch, capsys):
    """One sentence, and no traceback."""
    monkeypatch.setattr(lab, "find_spec", lambda name: None)

    assert 2 == main(["lab", "--workspace", str(mine), "--", "--port", "8899"])
    assert 'pip install "claimbook[notebooks]"' in capsys.readouterr().err


def test_the_wheel_alone_is_enough(installed, tmp_path):
    """From an empty folder: a workspace with its example, a draft, what it lacks, and the page of the example."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def claimbook(line, where=tmp_path):
        return subprocess.run(
            [installed.with_name("claimbook"), *line.split()],
            cwd=where,
            env=own,
            capture_output=True,
            text=True,
            check=False,
        )

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = claimbook("init mine --example")
    assert 0 == made.returncode, made.stderr
    assert 0 == claimbook("new ../a.txt --id bus", tmp_path / "mine").returncode
    assert "claims.csv, row 2 (c01)" in claimbook("validate bus", tmp_path / "mine").stderr
    written = claimbook(f"report {EXAMPLE}", tmp_path / "mine" / "notebooks")
    assert 0 == written.returncode, written.stderr

    assert (tmp_path / "mine" / "build" / EXAMPLE / "index.html").is_file()
