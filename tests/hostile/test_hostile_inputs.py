"""Every bad input of every command gets its sentence and its exit code, and leaves the data as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.cli import COMMANDS, main

LONG = "4" * 5000
DEEP = "x = " + "[" * 10_000 + "]" * 10_000
UPDATE = ["new", "data/articles/bus/article.txt", "--id", "bus", "--update"]
NEW = ["new", "data/articles/bus/article.txt", "--id"]
LOG = ["search", "bus", "c01", "--outcome", "nothing", "--log"]
EXPORT = ["export", "bus", "--to"]
READS = {
    "check": ["check", "bus"],
    "check --json": ["check", "bus", "--json"],
    "claim": ["claim", "bus", "c01"],
    "validate": ["validate", "bus"],
    "export": ["export", "bus"],
    "report": ["report", "bus"],
    "recheck": ["recheck", "bus"],
    "build": ["build", "bus"],
}  # what judges an article
DRAFTS = {
    "add": ["add", "bus", "Riders"],
    "find": ["find", "bus", "data"],
    "search": ["search", "bus", "c01"],
    "log": [*LOG, "words"],
    "update": UPDATE,
}  # what works on an unfinished one


def path_of(bus, name):
    """Return the file of an article, its own or a shared one."""
    return bus / name if (bus / name).exists() else bus.parent.parent / "sources" / name


@pytest.fixture
def run(bus, monkeypatch, capsys):
    """Run a command on the tiny article after a file of it was changed; return exit code and what was said."""
    monkeypatch.chdir(bus.parent.parent.parent)
    Path("loop").symlink_to("loop")

    def _run(arguments, name="", old="", new=""):
        if name:
            raw = path_of(bus, name).read_bytes()
            assert old.encode() in raw
            after = raw.replace(old.encode(), new.encode(), 1) if old else raw + new.encode()
            path_of(bus, name).write_bytes(after)
        before = {path: path.read_bytes() for path in sorted(bus.parent.parent.rglob("*.*")) if path.is_file()}
        try:
            code = main(arguments)
        except SystemExit as stopped:  # argparse has said it
            code = stopped.code
        if code:
            assert before == {path: path.read_bytes() for path in before}, "a command that fails changes nothing"
        out, err = capsys.readouterr()
        return code, err if code else out

    return _run


# What is wrong with a file, and what is said of it: file, old, new, sentence.
CELLS = {
    "number of 5,000 digits": ("mentions.csv", "m01,44", f"m01,{LONG}", "must be a whole number of characters"),
    "low of 5,000 digits": ("claims.csv", "1200,1200", f"{LONG},1200", "must be a plain number"),
    "id of 5,000 digits": ("mentions.csv", "m03,", f"m{LONG},", "must be an id such as m01"),
    "low in Arabic-Indic digits": ("claims.csv", "1200,1200", "١٢٠٠,1200", "must be a plain number"),
    "low in Devanagari digits": ("claims.csv", "1200,1200", "१२००,1200", "must be a plain number"),
    "low in full-width digits": ("claims.csv", "1200,1200", "１２００,1200", "must be a plain number"),
    "low in mathematical digits": ("claims.csv", "1200,1200", "𝟏𝟐𝟎𝟎,1200", "must be a plain number"),
    "low with a line end": ("claims.csv", "1200,1200", '"1200\n",1200', "must be a plain number"),
    "low with a blank": ("claims.csv", "1200,1200", "1200 ,1200", "must be a plain number"),
    "low with a zero-width blank": ("claims.csv", "1200,1200", "1200\u200b,1200", "must be a plain number"),
    "low in exponents": ("claims.csv", "1200,1200", "1e999999999,1200", "must be a plain number"),
    "low that is none": ("claims.csv", "1200,1200", "nan,1200", "must be a plain number"),
    "low without end": ("claims.csv", "1200,1200", "Infinity,1200", "must be a plain number"),
    "low that is hexadecimal": ("claims.csv", "1200,1200", "0x4B0,1200", "must be a plain number"),
    "low with an underscore": ("claims.csv", "1200,1200", "1_200,1200", "must be a plain number"),
    "start in Arabic-Indic digits": ("mentions.csv", "m01,44", "m01,٤٤", "must be a whole number of characters"),
    "start with a line end": ("mentions.csv", "m01,44", 'm01,"44\n"', "must be a whole number of characters"),
    "start below zero": ("mentions.csv", "m01,44", "m01,-44", "must be a whole number of characters"),
    "id in Arabic-Indic digits": ("mentions.csv", "m03,", "m٠٣,", "must be an id such as m01"),
    "id of superscripts": ("mentions.csv", "m03,", "m²²,", "must be an id such as m01"),
    "id with a line end": ("mentions.csv", "m03,", '"m03\n",', "must be an id such as m01"),
    "period in full-width digits": ("claims.csv", "2024,,,Fares", "２０２４,,,Fares", "must be 2021, 2021-06"),
    "period of month 13": ("claims.csv", "2024,,,Fares", "2024-13,,,Fares", "is not a valid date"),
    "period of year zero": ("claims.csv", "2024,,,Fares", "0000,,,Fares", "is not a valid date"),
    "published with a line end": ("sources.csv", ",2025,", ',"2025\n",', "must be YYYY"),
    "address of a script": ("sources.csv", "https://example.org/book", "javascript:alert(1)", "must start with http"),
    "address with a blank": ("sources.csv", "https://example.org/book", "https://a b", "must start with http"),
    "claim that follows from itself": ("claims.csv", "none,checkable,,,,,", "none,checkable,,,,c01,", "follow from itself"),
    "unit that is none": ("claims.csv", "count/day", "furlong", "must be a unit of the codebook"),
    "relation that is none": ("evidence.csv", "same", "SAME", "must be one of"),
    "claim that is not there": ("evidence.csv", "c01", "c99", "“c99” is not in claims.csv"),
    "figure that is not there": ("evidence.csv", "f01", "f99", "“f99” is not in figures.csv"),
    "source that is not there": ("figures.csv", "f01,operator", "f01,nobody", "“nobody” is not in sources.csv"),
    "same id twice": ("mentions.csv", "m02,", "m01,", "duplicate id “m01”"),
    "column twice": ("claims.csv", "depends_on,note", "depends_on,note,note", "cells, not"),
    "column twice without a row": ("checks.csv", "words,caveat", "words,caveat,caveat", "“caveat” is there 2 times; keep one"),
    "column that is unknown": ("claims.csv", "depends_on,note", "depends_on,nota", "column “nota” is not known"),
    "column that is missing": ("evidence.csv", "evidence,claim", "evidence,clam", "column “claim” is missing"),
    "no columns": ("checks.csv", "check,title", "", "is missing"),
    "semicolons": ("checks.csv", "check,title,left,op,right,unit,premise,conclusion,basis,reading,words,caveat", "check;title", "is separated by semicolons"),
    "open quote": ("claims.csv", "", '"open', "cells, not"),
    "cell of 200,000 characters": ("evidence.csv", "The operator", "x" * 200_000, "cannot be read (a cell of more than 100,000 characters)"),
    "cell of 110,000 characters": ("evidence.csv", "The operator", "x" * 110_000, "cannot be read (a cell of more than 100,000 characters)"),
    "toml number of 5,000 digits": ("article.toml", "", f"x = {LONG}\n", "a number with thousands of digits"),
    "toml nested 10,000 deep": ("article.toml", "", DEEP + "\n", "nested too deeply"),
    "toml that is none": ("article.toml", "", "x\n", "is not TOML"),
    "toml with an unknown field": ("article.toml", "", 'x = "y"\n', "“x” is not known"),
    "toml without a title": ("article.toml", "title = ", "titel = ", "“title” is missing"),
    "toml with a wrong day": ("article.toml", "2025-01-01", '"2025-13-01"', "not a valid date"),
    "text that was changed": ("article.txt", "1,200", "1,300", "has the SHA-256"),
    "text with Windows line ends": ("article.txt", "\n", "\r\n", "CR LF"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", CELLS)
def test_what_is_wrong_in_a_file_is_said(run, wrong):
    """The sentence names the file and the fix, and the exit code is 2."""
    name, old, new, sentence = CELLS[wrong]
    code, said = run(["check", "bus"], name, old, new)

    assert 2 == code
    assert sentence in said and name.partition(".")[0] in said
    assert 2000 > max(map(len, said.splitlines())), "a long cell is not repeated whole"


@pytest.mark.parametrize("command", READS)
@pytest.mark.parametrize("wrong", ["number of 5,000 digits", "toml nested 10,000 deep", "toml number of 5,000 digits"])
def test_every_command_that_judges_says_it_alike(run, command, wrong):
    """None of them gets any further."""
    name, old, new, sentence = CELLS[wrong]
    code, said = run(READS[command], name, old, new)

    assert 2 == code and sentence in said


@pytest.mark.parametrize("command", DRAFTS)
@pytest.mark.parametrize("wrong", ["number of 5,000 digits", "toml nested 10,000 deep", "toml number of 5,000 digits", "id of 5,000 digits"])  # fmt: skip
def test_every_command_for_drafts_does_without_a_broken_cell(run, command, wrong):
    """What needs only the text works, or ends in a sentence."""
    name, old, new, _ = CELLS[wrong]
    code, _ = run(DRAFTS[command], name, old, new)

    assert code in (0, 2)


# Arguments of a command, and what is said of them.
ARGUMENTS = {
    "id of two hyphens": ([*NEW[:2], "--id=--"], "“--” must be small letters"),
    "id of one hyphen": ([*NEW[:2], "--id=-"], "“-” must be small letters"),
    "id that is empty": ([*NEW, ""], "“” must be small letters"),
    "id with a path": ([*NEW, "../x"], "“../x” must be small letters"),
    "id with a path to update": ([*NEW, "../articles/bus", "--update"], "must be small letters"),
    "id in another encoding": ([*NEW, "\udcff"], "must be small letters"),
    "id with a line end": ([*NEW, "bus\n"], "must be small letters"),
    "id of 300 letters": ([*NEW, "a" * 300], "must be small letters"),
    "id that Windows keeps": ([*NEW, "con"], "“con” is a reserved name on Windows"),
    "another id that Windows keeps": ([*NEW, "lpt1"], "“lpt1” is a reserved name on Windows"),
    "id that is taken": ([*NEW, "bus"], "is there already"),
    "update of nothing": ([*NEW, "none", "--update"], "there is no such article"),
    "file that is a device": (["new", "/dev/zero", "--id", "x"], "is not a regular file"),
    "file that is a folder": (["new", "data", "--id", "x"], "is not a regular file"),
    "file that is not there": (["new", "none.txt", "--id", "x"], "cannot be read (No such file"),
    "file name in another encoding": (["new", "\udcff.txt", "--id", "x"], "cannot be read (No such file"),
    "file with a long name": (["new", "a" * 5000, "--id", "x"], "cannot be read (File name too long"),
    "address that is private": (["new", "http://127.0.0.1:9/", "--id", "x"], "not a public address"),
    "address that is none": (["new", "http://", "--id", "x"], "is not a web address"),
    "address of metadata": (["new", "http://169.254.169.254/latest", "--id", "x"], "not a public address"),
    "address in hexadecimal": (["new", "http://0x7f000001/", "--id", "x"], "not a public address"),
    "address with brackets": (["new", "http://[::ffff:10.0.0.1]/", "--id", "x"], "not a public address"),
    "article that is not there": (["check", "none"], "there is no such folder"),
    "article with a long name": (["check", "a" * 5000], "File name too long"),
    "article in another encoding": (["check", "\udcff"], "there is no such folder"),
    "claim that is not there": (["claim", "bus", "c99"], "c99: no such claim in bus; the claims are c01, c02"),
    "claim in another encoding": (["claim", "bus", "\udcff"], "no such claim"),
    "search for no claim": (["search", "bus", "x"], "x: no such claim"),
    "log in another encoding": ([*LOG, "a\udcff"], "column “query”: holds bytes that are not UTF-8"),
    "note in another encoding": ([*LOG, "a", "--note", "\udcff"], "column “note”: holds bytes that are not UTF-8"),
    "place in another encoding": ([*LOG, "a", "--where", "\udcff"], "column “where”: holds bytes that are not UTF-8"),
    "log of nothing": ([*LOG, " "], "the query is empty"),
    "words of bytes that are no text": (["series", "find", "\udcff\udcfe"], "hold bytes that are not UTF-8"),
    "outcome that is none": (["search", "bus", "c01", "--log", "x", "--outcome", "?"], "must be one of"),
    "outcome of two hyphens": (["search", "bus", "c01", "--log", "x", "--outcome=--"], "“--” must be one of"),
    "words that are not there": (["add", "bus", "Tram"], "is not in the article"),
    "words in another encoding": (["add", "bus", "\udcff"], "is not in the article"),
    "no words": (["add", "bus", ""], "no words are given"),
    "words that are there twice": (["add", "bus", "e"], "times; give more words"),
    "words with two brackets": (["add", "bus", "[Fares] [rose]"], "put one pair of brackets"),
    "part of a number": (["add", "bus", "200"], "is a part of the number"),
    "folder that is not there": (["find", "bus", "none"], "is not a folder"),
    "folder in another encoding": (["find", "bus", "\udcff"], "is not a folder"),
    "folder without documents": (["find", "bus", "build"], "is not a folder"),
    "top of none": (["find", "bus", "data", "--top", "0"], "must be a whole number from 1"),
    "top below": (["find", "bus", "data", "--top", "-1"], "--top"),
    "top of 5,000 digits": (["find", "bus", "data", "--top", LONG], "--top"),
    "top in other digits": (["find", "bus", "data", "--top", "٣"], "must be a whole number from 1"),
    "passage of no claim": (["find", "bus", "data", "--accept", "1"], "--accept needs a claim"),
    "claim that no article has": (["find", "bus", "data", "--claim", "c99"], "there is no claim c99"),
    "target that is a file": ([*EXPORT, "/dev/null"], "cannot be written"),
    "target below a file": ([*EXPORT, "/dev/null/x"], "cannot be written"),
    "target that is empty": ([*EXPORT, ""], "--to: is empty"),
    "target in a circle": ([*EXPORT, "loop"], "give another folder with --to"),
    "target that is the workspace": ([*EXPORT, "."], "holds what the article is made from"),
    "target in the data": ([*EXPORT, "data"], "holds what the article is made from"),
    "target that is an article": ([*EXPORT, "data/articles/bus"], "holds what the article is made from"),
    "target below an article": ([*EXPORT, "build/../data/articles/bus/x"], "holds what the article is made from"),
    "page over the notebooks": (["report", "bus", "--to", "notebooks"], "holds what the article is made from"),
    "source that is not there": (["recheck", "bus", "--source", "nobody"], "has no source “nobody”"),
    "mentions of a device": (["mentions", "/dev/zero"], "is not a regular file"),
    "mentions of a folder": (["mentions", "data"], "is not a regular file"),
    "mentions of nothing": (["mentions", "none.txt"], "cannot be read (No such file"),
    "query of 100,001 characters": (
        ["search", "bus", "c02", "--log", "x" * 100_001, "--outcome", "nothing"],
        "has more than 100,000 characters; shorten it",
    ),
    "no command": ([], "the following arguments are required"),
    "command that is none": (["chekc", "bus"], "invalid choice"),
    "option that is none": (["check", "bus", "--jsno"], "unrecognized arguments"),
}


@pytest.mark.parametrize("wrong", ARGUMENTS)
def test_what_is_wrong_in_an_argument_is_said(run, wrong):
    """The sentence says what and how to fix it, and the exit code is 2."""
    arguments, sentence = ARGUMENTS[wrong]
    code, said = run(arguments)

    assert 2 == code
    assert sentence in said


@pytest.mark.parametrize("name", ["mentions.csv", "claims.csv", "evidence.csv", "searches.csv", "checks.csv", "article.txt", "article.toml"])  # fmt: skip
def test_a_missing_file_is_one_sentence(run, bus, name):
    """Nothing is said of the rows that would have named what is in it."""
    (bus / name).unlink()

    assert (2, f"{name}: cannot be read (No such file or directory); put it back\n1 problem; nothing was changed.\n") == run(READS["check"])  # fmt: skip


def test_a_pipe_is_not_waited_for(run, tmp_path):
    """A text that nobody writes would never come."""
    os.mkfifo(tmp_path / "pipe")
    for arguments in (["mentions", str(tmp_path / "pipe")], ["new", str(tmp_path / "pipe"), "--id", "x"]):
        code, said = run(arguments)

        assert 2 == code and "is not a regular file" in said


def test_a_file_name_that_is_not_utf_8_is_no_obstacle(run, tmp_path):
    """The text is taken in, and its title has a sign in place of the byte."""
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "w", encoding="utf-8") as file:
        file.write("Fares rose 5%. " * 10)

    code, _ = run(["new", os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"), "--id", "odd"])
    assert 0 == code
    assert 'title = "?"' in (tmp_path / "data" / "articles" / "odd" / "article.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp936", "shift_jis", "latin-1"])
def test_an_output_without_our_signs_gets_its_own(bus, encoding):
    """A terminal or a file in another encoding is written to, and JSON stays JSON."""
    code = (
        "import json, io, sys; from claimbook.cli import main; main(['check', 'bus']); main(['check', 'none']); "
        "main(['claim', 'bus', 'c01']); main(['check', 'bus', '--json'])"
    )
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    home = bus.parent.parent.parent
    ran = subprocess.run([sys.executable, "-c", code], cwd=home, env=environment, capture_output=True, check=False)

    assert 0 == ran.returncode, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert (b"+ supported" if encoding != "cp936" else b"supported") in ran.stdout


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("lab", "upgrade")])  # they need none
def test_a_command_without_arguments_says_what_it_needs(command, capsys):
    """argparse names them, and the exit code is 2."""
    with pytest.raises(SystemExit) as stopped:
        main([command])

    assert 2 == stopped.value.code
    assert "the following arguments are required" in capsys.readouterr().err


def test_an_id_without_end_is_not_repeated(run, bus):
    """The sentence has its beginning."""
    assert 200 > len(str(run(["new", str(bus / "article.txt"), "--id", "X" * 5_000])))
