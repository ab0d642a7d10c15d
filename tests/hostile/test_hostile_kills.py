"""A command that is killed before any of its writes loses nothing that was there, and can be given again."""

import json
import shutil

import pytest

from claimbook import load_case
from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.tables.files import read_text

FOUND = [{"query": f"bus fares {n}", "url": f"https://example.org/{n}", "title": f"Page {n}", "text": f"City bus fares rose {n}% in 2024."}
         for n in range(1, 4)]  # fmt: skip


@pytest.fixture
def fresh(bus, tmp_path):
    """Return a function that puts the workspace back as it was, with documents and an export beside it."""
    home, kept = bus.parents[2], tmp_path / "kept"
    (home / "docs").mkdir()
    for n in range(1, 4):
        (home / "docs" / f"{n}.txt").write_text(f"City bus fares rose {n}% in 2024.", encoding="utf-8")
    (home / "found.json").write_text(json.dumps(FOUND), encoding="utf-8")
    main(["find", str(bus), str(home / "docs")])
    names = ("data", "docs", ".claimbook")
    for name in names:
        shutil.copytree(home / name, kept / name)

    def put_back():
        for name in (*names, "notebooks", "build", "out", "README.md", ".gitignore"):
            path = home / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            if (kept / name).is_dir():
                shutil.copytree(kept / name, path)
        return home

    return put_back


def commands(bus):
    """Return the command lines that write, by name."""
    home = bus.parents[2]
    return {
        "search --import": ["search", str(bus), "c02", "--import", str(home / "found.json"), "--docs", str(home / "docs")],
        "find --accept": ["find", str(bus), str(home / "docs"), "--claim", "c02", "--accept", "1,2,3"],
        "upgrade": ["upgrade", "--workspace", str(home)],
        "export": ["export", str(bus), "--to", str(home / "out")],
        "report": ["report", str(bus), "--to", str(home / "out")],
        "publish": ["publish", str(bus), "--to", str(home / "out")],
        "search --log": ["search", str(bus), "c02", "--log", "fares", "--outcome", "nothing"],
        "add": ["add", str(bus), "Riders"],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["search --import", "find --accept", "upgrade", "export", "report", "publish", "search --log", "add"])  # fmt: skip
def test_killed_before_any_write_the_data_is_whole(bus, fresh, killed_at, name):
    """Every table is as before or as after, nothing names what is not there, and the command can be given again."""
    command, tables = commands(bus)[name], ("claims", "mentions", "evidence", "searches")
    fresh()
    before = {table: read_text(bus / f"{table}.csv", table) for table in tables}
    end, writes, _ = killed_at(0, command)
    assert 0 == end
    after = {table: read_text(bus / f"{table}.csv", table) for table in tables}
    for at in range(1, writes + 1, max(1, writes // 12)):
        fresh()
        end, _, _ = killed_at(at, command)
        assert -9 == end
        load_case(bus)
        now = {table: read_text(bus / f"{table}.csv", table) for table in tables}
        assert now in (before, after), f"killed before write {at}"
        assert not [path for path in bus.parents[2].glob("out/*") if path.suffix == ".html" and "</html>" not in path.read_text(encoding="utf-8")]  # fmt: skip

    assert now == after or 0 == main(command)
    assert open_draft(bus).claims
