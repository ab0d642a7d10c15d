"""No document ends, holds up or fills the process that reads it: what was cut off is said, and the rest goes on."""

import os
import signal
import subprocess
import sys

import make
import pytest

from claimbook import document, find
from claimbook.document import child, reader
from claimbook.document.reader import Reader
from claimbook.draft.pieces import LONGEST, pieces

CALL = "import sys; from claimbook import document; print(document.read_bytes(sys.stdin.buffer.read()).text)"


@pytest.fixture
def hurried():
    """A reader that gives a document one second and 512 MB."""
    made = Reader(seconds=1, memory=512 * 2**20)
    yield made
    made.close()


def test_a_page_that_takes_too_long_costs_the_rest_of_its_document(hurried):
    """The pages before it are kept, and the document says what is missing; the next document is read as ever."""
    slow = hurried.read(make.pdf(make.said("5 riders"), make.SLOW * 10))
    next_ = hurried.read(b"7 riders")

    assert ("5 riders", "7 riders") == (slow.text, next_.text)
    assert "only the first page was read: the rest takes longer than 1 seconds to read" == slow.cut


def test_a_document_that_takes_too_long_from_its_start_is_refused(hurried):
    """A first page with millions of operators is a sentence after the limit."""
    with pytest.raises(document.Unreadable, match="takes longer than 1 seconds to read; save only the part"):
        hurried.read(make.pdf(make.SLOW * 10))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_a_document_that_needs_too_much_memory_is_refused():
    """What a document needs is the child's memory, not ours."""
    small = Reader(memory=200 * 2**20)
    with pytest.raises(document.Unreadable, match=r"needs more than 0\.195 GB of memory; save only the part"):
        small.read(b"5 riders a day " * 4_000_000)

    assert "7 riders" == small.read(b"7 riders").text
    small.close()


def test_a_reader_that_is_killed_is_replaced(hurried):
    """Whoever ends the child between two documents costs neither of them."""
    hurried.read(b"5 riders")
    os.kill(hurried._child.pid, signal.SIGKILL)
    hurried._child.wait()

    assert "7 riders" == hurried.read(b"7 riders").text


def test_a_forked_process_has_a_reader_of_its_own():
    """A child that a fork inherits answers the one that started it alone."""
    document.read_bytes(b"5 riders")
    run = os.fork()
    if not run:
        os._exit(0 if document.read_bytes(b"7 riders").text == "7 riders" else 1)

    assert 0 == os.waitpid(run, 0)[1]
    assert "9 riders" == document.read_bytes(b"9 riders").text


def test_one_child_reads_many_documents():
    """A folder of documents does not pay a new process for each."""
    document.read_bytes(b"5 riders")
    first = reader.READER._child.pid
    for number in range(20):
        document.read_bytes(f"{number} riders".encode())

    assert first == reader.READER._child.pid


def test_the_child_ends_with_its_parent():
    """Nothing is left behind, and nothing is said of it."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", CALL], input=b"5 riders", capture_output=True, check=False
    )

    assert (0, b"5 riders\n", b"") == (run.returncode, run.stdout.replace(b"\r", b""), run.stderr)


@pytest.mark.parametrize("box", ["[/A /B /C /D]", "7", "[0 0]", "[(a) (b) (c) (d)]", "null", "[nan 0 1e999 5]"])
def test_a_page_box_without_numbers_is_a_sentence(box, hurried):
    """Whatever the library raises over it, the sentence says that the PDF is at fault."""
    try:
        words = hurried.read(make.pdf(make.said("5 riders"), box=box)).text
    except document.Unreadable as error:
        words = str(error)

    assert any(one in words for one in ("5 riders", "damaged PDF", "could not be read", "no text"))


@pytest.mark.parametrize(
    "raw",
    [
        b"<!---->" * 500 + b"<p>5 riders",
        b" " * 3_000_000 + b"5 riders",
        b"\n" * 3_000_000 + b"5 riders",
        b"<" * 300_000 + b"5 riders",
        ("\u3000" * 500_000 + "5 riders").encode(),
        b"5 riders" + b"a" * 3_000_000,
        b"\r" * 300_000 + b"5 riders",
    ],
    ids=["comments", "blanks", "lines", "brackets", "wide blanks", "one word", "returns"],
)
def test_reading_takes_time_that_grows_as_the_text_does(raw, hurried):
    """Runs that made a pattern try every place again are read within the second of a small document."""
    assert "5 riders" in hurried.read(raw).text


def test_a_cut_document_is_named_when_an_article_is_made(bus, monkeypatch, capsys):
    """`new` freezes what was read, and says what was not."""
    from claimbook.cli import main

    monkeypatch.chdir(bus.parent.parent.parent)
    (bus / "far.xlsx").write_bytes(make.workbook(far=make.cells("A1", "XFD1048576"), near=make.cells("A1")))

    assert 0 == main(["new", str(bus / "far.xlsx"), "--id", "far"])
    assert "sheet “far” has a cell in XFD1048576 and was skipped" in capsys.readouterr().err


def test_a_cut_document_is_named_when_a_folder_is_read(bus, tmp_path, capsys):
    """`find` ranks what was read, and says what was not, from its store too."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("The buses carry 1,180 riders a day.", encoding="utf-8")
    (docs / "far.xlsx").write_bytes(make.workbook(far=make.cells("A1", "XFD1048576"), near=make.cells("A1")))
    cut = [find.open_index(docs, tmp_path / "store.jsonl").cut for _ in range(2)]

    assert cut[0] == cut[1] and "XFD1048576" in cut[0]["far.xlsx"]


@pytest.mark.parametrize("kind", ["a pipe", "a device", "a folder"])
def test_only_regular_files_are_read(kind, tmp_path):
    """Who waits for a pipe to be written or a device to end waits for ever."""
    path = {"a pipe": tmp_path / "pipe.txt", "a device": "/dev/zero", "a folder": tmp_path}[kind]
    if kind == "a pipe":
        os.mkfifo(path)
    with pytest.raises(document.Unreadable, match="is not a regular file"):
        document.read(path)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    """Its size is looked at first; none of its bytes is read."""
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, document.MOST + 2**20)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: pytest.fail("it was read"))

    with pytest.raises(document.Unreadable, match="is 65 MB; the limit is 64 MB; save only the part you need"):
        document.read(path)


def test_bytes_that_are_too_many_are_not_given_to_the_child(monkeypatch):
    """What a server or the standard input sends is measured before it is passed on."""
    monkeypatch.setattr(reader, "MOST", 100)
    monkeypatch.setattr(reader.READER, "read", lambda *_: pytest.fail("it was passed on"))

    with pytest.raises(document.Unreadable, match="is larger than 0 MB; save only the part you need"):
        document.read_bytes(b"5" * 101)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the time of a process")
def test_the_child_has_a_limit_of_its_own_time(hurried, monkeypatch):
    """The system ends it after its seconds of work; the clock on the wall is for a machine that is busy."""
    ended = []
    monkeypatch.setattr(reader, "WAITING", 20)
    monkeypatch.setattr(reader, "_stop", lambda child, late: (ended.append(late), child.kill()))
    with pytest.raises(document.Unreadable, match="takes longer than 1 seconds to read"):
        hurried.read(make.pdf(make.SLOW * 10))

    assert not ended


def test_whatever_a_reader_raises_is_a_sentence(monkeypatch):
    """No fault of a package that reads documents ends the child; it is named and said to whoever asked."""
    said = []

    def raise_(*_, **__):
        raise AssertionError("inside")

    monkeypatch.setattr(child, "parse", raise_)
    child.answer(
        b"5", {"want": "document", "kind": "", "url": "", "declared": ""}, lambda **answer: said.append(answer)
    )

    assert [{"unreadable": "could not be read (AssertionError); save it again, or as a text"}] == said


def test_a_line_without_an_end_is_cut_where_it_has_no_number():
    """The rules for sentences never see more of it than a piece."""
    cut = list(pieces("rider " * 50_000, []))

    assert {last - first for first, last in cut} <= set(range(LONGEST + 1)) and cut[-1][1] == 300_000
