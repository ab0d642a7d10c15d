"""The commands for series, pairs, proposals, workspaces and surveys are killed before any of their writes."""

import json
import os
import shutil
from pathlib import Path

import pytest

from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.series.frozen import all_series
from claimbook.survey import parts, rows, texts
from claimbook.survey.write import is_done, read_part
from claimbook.tables.files import read_text
from claimbook.tables.journal import journal_of
from claimbook.tables.sweep import UNFINISHED
from claimbook.tables.writer import settled
from tests import test_pair

spain = test_pair.spain
RIDERS = "Riders\n\nOn Monday 30 riders came: 10 men and 20 women. A total of 30 riders came.\n"
ADD = ["series", "add", "fares", "--from", "t.csv", "--title", "Fares", "--publisher", "P", "--unit", "%"]
SAVES = {
    "series add": ADD,
    "pair --accept": ["pair", "spain", "c02", "--accept", "1", "--relation", "same", "--reason", "the same rate"],
    "pair --none": ["pair", "spain", "c03", "--none", "another definition"],
    "propose --accept": ["propose", "riders", "--accept", "1"],
}  # fmt: skip


@pytest.fixture
def work(spain):
    """Return a function that puts a workspace with two articles and two series back as it was."""
    home = spain.parents[2]
    (home / "t.csv").write_text("place,year,value\nSpain,2019,4.1\nSpain,2020,4.2\n", encoding="utf-8")
    (home / "a.txt").write_text(RIDERS, encoding="utf-8")
    assert not main(["new", "a.txt", "--id", "riders"])
    kept = home.parent / "kept"
    shutil.copytree(home / "data", kept)

    def put_back():
        shutil.rmtree(home / "data", ignore_errors=True)
        journal_of(home).unlink(missing_ok=True)
        shutil.copytree(kept, home / "data")
        return home

    yield put_back
    shutil.rmtree(kept)


def content(folder):
    """Return all files of a folder that are finished, with what is in them."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files
            if not any(map(UNFINISHED.fullmatch, path.parts))}  # fmt: skip


@pytest.mark.parametrize("name", SAVES)
def test_all_of_the_data_is_as_before_or_as_after(work, killed_at, name):
    """Nothing between, whoever reads next; and where nothing was saved, the command can be given again."""
    home = work()
    before = content(home / "data")
    assert 0 == main(SAVES[name])  # here, so that all is imported
    after, at, end = content(home / "data"), 0, -9
    while end:
        at += 1
        work()
        end, _, _ = killed_at(at, SAVES[name])
        settled(home)
        now = content(home / "data")
        assert now in (before, after), f"killed before write {at}"
    assert before != after == now and at > 5
    open_draft(home / "data" / "articles" / "riders")

    work()
    killed_at(1, SAVES[name])
    assert 0 == main(SAVES[name]) and content(home / "data") == after


def test_a_workspace_that_was_killed_while_it_was_made_is_made_again(tmp_path, killed_at):
    """Wherever `init` ended, giving it again makes the same files."""
    command = ["init", str(tmp_path / "mine")]
    _, writes, _ = killed_at(0, command)
    whole = content(tmp_path / "mine")
    for at in range(1, writes + 1, max(1, writes // 8)):
        shutil.rmtree(tmp_path / "mine", ignore_errors=True)
        assert -9 == killed_at(at, command)[0]
        main(command)
        assert whole == content(tmp_path / "mine"), f"killed before write {at}"


def test_a_part_of_a_survey_is_done_when_all_its_tables_are(tmp_path, killed_at):
    """A reader that is killed before any write leaves a part that is read again, and then as if it had not been."""
    lines = [json.dumps({"text": f"Sales of shop {at} rose {at}%."}) for at in range(20)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (part,) = parts.plan([str(tmp_path / "a.jsonl")])
    rows.rows(texts.texts(part, texts.Columns()))  # all is imported
    whole, to = tmp_path / "whole", tmp_path / "out"
    read_part(part, str(whole))
    _, writes, _ = killed_at(0, lambda step: read_part(part, str(to)))
    at, killed = 0, 0
    for at in range(1, 9):
        shutil.rmtree(to, ignore_errors=True)
        end, _, _ = killed_at(at, lambda step: read_part(part, str(to)))
        if not end:
            break
        killed += 1
        assert not is_done(part, str(to), texts.Columns(), True)
        read_part(part, str(to))
        tables = {name: data for name, data in content(Path(to)).items() if name.endswith(".parquet")}
        assert tables == content(whole)
    assert killed >= 3 and is_done(part, str(to), texts.Columns(), True)


def acts(who, at):
    """Return the act number `at` of one of the parallel writers, and the words by which it is found afterwards."""
    name = f"{who}{at}"
    commands = {
        "log": ["search", "spain", "c02", "--log", name, "--outcome", "nothing"],
        "none": ["pair", "spain", "c03", "--none", name],
        "series": [*ADD[:2], name, *ADD[3:]],
        "new": ["new", "a.txt", "--id", name],
    }
    return commands[who], name


def test_parallel_writers_lose_nothing_that_was_reported(work, killed_at):
    """Four write at once, of whom each is killed now and then; what was reported as saved is there in the end."""
    home, writers = work(), ("log", "none", "series", "new")
    for who in writers:
        assert 0 == main(acts(who, 0)[0])
    reading, writing = os.pipe()

    def write(who):
        for at in range(1, 8):
            command, name = acts(who, at)
            if not killed_at(at * 2 if at % 2 else 0, command)[0]:
                os.write(writing, f"{name} ".encode())

    children = []
    for who in writers:
        if not (child := os.fork()):
            try:
                write(who)
            finally:
                os._exit(0)
        children.append(child)
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        reported = told.read().decode().split()
    settled(home)
    spain = home / "data" / "articles" / "spain"
    logged = {row[cell] for row in read_text(spain / "searches.csv", "searches") for cell in ("query", "note")}
    there = [*all_series(home), *os.listdir(spain.parent), *(word.partition(" (")[0] for word in logged)]

    assert [0] * 4 == ended and len(reported) >= 12
    assert not set(reported) - set(there)
    open_draft(spain)
