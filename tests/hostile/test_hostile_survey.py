"""An input of a survey that is not as it should be costs its own document at most; the others are read."""

import gzip
import os
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from claimbook.survey import parts, texts
from claimbook.survey.write import read_part

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
