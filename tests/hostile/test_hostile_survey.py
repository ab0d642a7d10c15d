"""An input of a survey that is not as it should be costs its own document at most; the others are read."""

import gzip
import json
import os
from pathlib import Path

import pandas
import pyarrow as pa
import pytest
from pyarrow import parquet

from claimbook.cli.survey import _list_checked
from claimbook.survey import checked, parts, reviews, texts
from claimbook.survey.write import read_part
from claimbook.tables.fault import Problems

OBJECT = '{"text":"Sales rose 6%%."%s}\n'


def file(name, content):
    """Return what writes a file of some bytes into a folder."""
    raw = content if isinstance(content, bytes) else content.encode()
    return lambda docs: (docs / os.fsdecode(name)).write_bytes(raw)


def pipe(name):
    """Return what makes a pipe in a folder."""
    return lambda docs: os.mkfifo(docs / name)


def table(**columns):
    """Return what writes a Parquet file of some columns into a folder."""
    return lambda docs: parquet.write_table(pa.table(columns), docs / "a.parquet")


INPUTS = {
    "a pipe for a text": (pipe("a.txt"), "is not a regular file"),
    "a pipe for lines": (pipe("a.jsonl"), "is not a regular file"),
    "a pipe for Parquet": (pipe("a.parquet"), "is not a regular file"),
    "a pipe for an archive": (pipe("a.warc"), "is not a regular file"),
    "a device": (lambda docs: (docs / "z.txt").symlink_to("/dev/zero"), "is not a regular file"),
    "a link to nowhere": (lambda docs: (docs / "z.txt").symlink_to("nowhere"), "cannot be read"),
    "a name that is not UTF-8": (file(b"\xff.txt", "Sales rose 6%."), ""),
    "lines of such a name": (file(b"\xff.jsonl", OBJECT % ""), ""),
    "half a character": (file("a.jsonl", '{"text":"\\ud800 rose 6%."}'), ""),
    "half a character in the title": (file("a.jsonl", OBJECT % ',"title":"\\udfff"'), ""),
    "half a character in the address": (file("a.jsonl", OBJECT % ',"url":"https://\\udfff"'), ""),
    "an address that is none": (file("a.jsonl", OBJECT % ',"url":"http://[::1"'), ""),
    "cells of other types": (file("a.jsonl", OBJECT % ',"url":{"a":1},"date":[2],"title":3'), ""),
    "no object": (file("a.jsonl", "{"), "is no JSON object"),
    "a deep object": (file("a.jsonl", "[" * 100_000), "is no JSON object"),
    "a number for a text": (file("a.jsonl", '{"text":5}'), "has no text"),
    "Parquet of bytes": (table(text=[b"\xff"]), "has no text"),
    "Parquet of lists": (table(text=[["6%"]]), "has no text"),
    "Parquet of no text": (table(x=[1]), "has no text"),
    "an archive of rubbish": (file("a.warc", b"\0\xff" * 500), "the archive is damaged here"),
    "an end that is cut": (file("a.jsonl.gz", gzip.compress((OBJECT % "").encode() * 900)[:-20]), "the file is damaged here"),
    "no gzip": (file("a.jsonl.gz", "no gzip"), "the file is damaged here"),
    "no xz": (file("a.jsonl.xz", "no xz"), "the file is damaged here"),
    "a CSV file that is cut": (file("a.csv.gz", gzip.compress(b"text\nSales rose 6%.\n" * 900)[:-20]), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_one_input_costs_no_other(name, tmp_path: Path):
    """The document beside it is read, and what is wrong is said where it is."""
    make, sentence = INPUTS[name]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ok.txt").write_text("Fares fell 5%.", encoding="utf-8")
    make(tmp_path / "docs")
    planned = parts.plan([str(tmp_path / "docs")])
    read = [text for part in planned for text in texts.texts(part, texts.Columns())]
    done = [read_part(part, str(tmp_path / "out")) for part in planned]

    assert [""] == [text.fault for text in read if text.text == "Fares fell 5%."]
    assert sentence in " ".join(text.fault for text in read)
    assert len(read) == sum(one.documents for one in done)


ITEM = {"@type": "ClaimReview", "claimReviewed": "Sales rose 6%.", "author": {"name": "x"}}
RAW = json.dumps(ITEM).encode()
FEEDS = {
    "a.json": lambda path: os.mkfifo(path),
    "b.json": lambda path: path.symlink_to("/dev/zero"),
    "c.json": lambda path: path.mkdir(),
    "d.json.gz": lambda path: path.write_bytes(gzip.compress(RAW * 99)[:-9]),
    "e.json.gz": lambda path: path.write_bytes(b"no gzip"),
    "f.json.xz": lambda path: path.write_bytes(b"no xz"),
    "g.json.zip": lambda path: path.write_bytes(b"no zip"),
    "h.json": lambda path: path.write_bytes(b"[" * 100_000),
    "i.json": lambda path: path.write_bytes(b'{"a":' + b"9" * 5_000 + b"}"),
    "j.json.gz": lambda path: path.write_bytes(gzip.compress(b" " * (reviews.MOST + 1), 1)),
    "k.json": lambda path: None,
    "foo://x": lambda path: None,
}  # fmt: skip


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_is_none_gets_a_sentence(name, tmp_path: Path, monkeypatch):
    """It is never waited for, and what is wrong with it is said with the file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reviews, "MOST", 2**20)
    FEEDS[name](tmp_path / name)
    with pytest.raises(Problems) as found:
        reviews.reviews(name)

    assert found.value.sentences[0].startswith(f"{name}: ") and "; " in found.value.sentences[0]


@pytest.mark.parametrize("cell", ["claimReviewed", "author", "url", "datePublished", "reviewRating"])
@pytest.mark.parametrize("value", [5, None, True, [], [[1]], {"a": {}}, float("inf"), "\ud800 6%", "9" * 5_000 + "%"], ids=range(9))  # fmt: skip
def test_a_fact_check_of_other_types_is_written_as_text(cell, value, tmp_path: Path):
    """Whatever a cell of it is, it can be put into a table, and no number of it is lost."""
    item = ITEM | {cell: value, "reviewRating": {"alternateName": value}}
    (tmp_path / "a.json").write_text(json.dumps([item, ITEM]), encoding="utf-8")
    found = reviews.reviews(str(tmp_path / "a.json"))
    words = [word for one in found for word in (*one.claims, one.verdict, one.by, one.date, one.address)]

    assert words and all(word.encode() is not None for word in words)
    assert ["Sales rose 6%."] == [one.claim for one in checked.numbers(found[-1])]


def test_a_long_cell_of_a_fact_check_is_not_repeated_whole(capsys):
    """A terminal is shown its beginning."""
    _list_checked(pandas.DataFrame([dict.fromkeys(checked.COLUMNS, "x" * 200_000)]))

    assert 1_000 < len(capsys.readouterr().out) < 5_000
