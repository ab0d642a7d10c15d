"""What a search tool exported is of strangers: its size, its kind and its letters are looked at before it is taken in."""

import json
import os

import pytest

from claimbook.draft import results
from claimbook.find.folder import stamps
from claimbook.tables.fault import Problems

ROW = {"query": "fares", "url": "https://example.org", "text": "Fares rose 5%."}


def refused(path):
    """Return the sentence that refuses an export."""
    with pytest.raises(Problems) as found:
        results.results_of(path)
    return found.value.sentences[0]


def test_a_device_is_no_export(tmp_path):
    """What may have no end is not opened."""
    (tmp_path / "a.json").symlink_to("/dev/null")

    assert f"{tmp_path / 'a.json'}: is not a regular file; save what it holds as a file and give that" == refused(tmp_path / "a.json")  # fmt: skip


def test_an_export_is_measured_before_it_is_read(tmp_path, monkeypatch):
    """The sentence says the limit."""
    monkeypatch.setattr(results, "LARGEST", 2**20)
    (tmp_path / "a.json").touch()
    os.truncate(tmp_path / "a.json", 2**20 + 1)

    assert "is larger than 1 MB; export fewer results at a time" in refused(tmp_path / "a.json")


@pytest.mark.parametrize("cell", ["query", "text", "title"])
def test_half_a_character_in_an_export_is_a_question_mark(tmp_path, cell):
    """No file could hold it."""
    (tmp_path / "a.json").write_text(json.dumps([ROW | {cell: "a\ud800 rose 5%"}]), encoding="utf-8")
    (found,) = results.results_of(tmp_path / "a.json")

    assert "a? rose 5%" == getattr(found, cell)


def test_a_pipe_among_documents_is_listed_as_none(tmp_path):
    """It is named among what is not read, and nobody waits for it."""
    os.mkfifo(tmp_path / "a.txt")
    found, unread = stamps(tmp_path)

    assert {} == found and "is not a regular file" == unread["a.txt"]
