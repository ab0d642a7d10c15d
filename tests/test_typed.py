"""The count of cells that a person types, on histories of a few cells."""

import subprocess

import pytest

from benchmarks.typed import Step, history, typed

CLAIM, PLACE = ("claims", "c01", "subject"), ("evidence", "e01", "relation")


def counted(*steps):
    """Return how many cells were typed, and how many chosen."""
    return tuple(sum(counts.values()) for counts in typed([Step(by_hand, cells) for by_hand, cells in steps]))


@pytest.mark.parametrize(
    ("drafted", "finished", "expected"),
    [
        pytest.param("中国", "中国", (0, 0), id="kept"),
        pytest.param("人群", "中国", (1, 0), id="changed"),
        pytest.param("", "中国", (1, 0), id="filled in"),
        pytest.param("人群", "", (1, 0), id="emptied"),
    ],
)
def test_counts_a_cell_that_is_not_what_was_drafted(drafted, finished, expected):
    """Only what differs from the draft was typed."""
    assert counted((False, {CLAIM: drafted}), (True, {CLAIM: finished})) == expected


def test_counts_no_cell_that_was_typed_and_changed_back():
    """The finished tables decide, not the strokes on the way."""
    assert counted((False, {CLAIM: "中国"}), (True, {CLAIM: "日本"}), (True, {CLAIM: "中国"})) == (0, 0)


def test_counts_what_a_command_writes_later_as_drafted():
    """What was accepted after a person had typed is the machine's."""
    later = {CLAIM: "中国", ("figures", "f01", "metric"): "销量"}

    assert counted((False, {CLAIM: ""}), (True, {CLAIM: "中国"}), (False, later)) == (1, 0)


@pytest.mark.parametrize(("relation", "expected"), [("same", (0, 0)), ("proxy", (0, 1))])
def test_counts_no_relation_that_was_proposed(relation, expected):
    """A proposal is confirmed by a key; another relation is chosen from a list."""
    drafted = {PLACE: "unjudged", ("evidence", "e01", "proposed"): "same"}
    finished = {PLACE: relation, ("evidence", "e01", "proposed"): ""}

    assert counted((False, drafted), (True, finished)) == expected


def test_reads_the_commits_of_a_workspace(tmp_path):
    """A subject that begins with “hand:” is a person's step; tables of other articles are not read."""
    folder = tmp_path / "data" / "articles" / "mine"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "articles" / "other").mkdir()
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for subject, words in (("new", ""), ("hand: claims", "中国")):
        for name in ("mine", "other"):
            path = tmp_path / "data" / "articles" / name / "claims.csv"
            path.write_text(f"claim,subject,drafted\nc01,{words},subject:clause\n", encoding="utf-8")
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-qm", subject], check=True)

    steps = list(history(tmp_path, "mine"))

    assert [False, True] == [step.by_hand for step in steps]
    assert typed(steps)[0] == {("claims", "subject"): 1}
