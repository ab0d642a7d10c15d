"""A folder of series, or a file of claims about them, that is not as it should be gets a sentence."""

import json
import os

import pytest

from claimbook.cli import main
from claimbook.series.finer import period_of

ENTRY = {"filename": "aid.csv", "title": "Foreign aid spending", "description": "aid", "unit": "%"}
TABLE = "Date,GBR,FRA\n2016,0.7,0.4\n2017,0.7,0.5\n"
CLAIM = json.dumps({"Claim": "The UK spends 0.7% on foreign aid.", "Date": "2018-06-15"})


@pytest.fixture
def judged(tmp_path, capsys):
    """Judge claims by a folder whose table, list or claims are given; return exit code and what was said."""

    def judge(table=TABLE, entries=(ENTRY,), claims=CLAIM, *options):
        (tmp_path / "csv").mkdir()
        for path, content in ((tmp_path / "csv" / "aid.csv", table), (tmp_path / "metadata.json", entries), (tmp_path / "c.jsonl", claims)):  # fmt: skip
            if callable(content):
                content(path)
            else:
                text = content if isinstance(content, str | bytes) else json.dumps(list(content))
                path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        code = main(["series", "judge", str(tmp_path / "c.jsonl"), "--series", str(tmp_path), *options])
        out, err = capsys.readouterr()
        return code or 0, out if not code else err

    return judge


CELLS = ["inf", "-Infinity", "sNaN", "9" * 500, "1e999999999", "1e-999999999", "1e100", "٠٫٧", "abc", "=1+1", "1_000", "$5", "0x10", "<b>", "\u202e1", "x" * 90_000]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS, ids=range(len(CELLS)))
def test_a_cell_that_is_no_number_is_named(judged, cell):
    """File, row and place are said, and the cell as far as it may be shown."""
    code, said = judged(TABLE.replace("2017,0.7", f"2017,{cell}"))

    assert 2 == code and "aid.csv, row 3, GBR: “" in said and "must be a number, or empty" in said
    assert len(said) < 400


@pytest.mark.parametrize("cell", ["", "..", "NaN", "n/a", "–", "-0", "1e-7", "9" * 25, "0.000001"])
def test_what_publishers_print_where_they_have_none_is_no_fault(judged, cell):
    """Nor is a number in exponents, a small or a large one."""
    code, said = judged(TABLE.replace("2017,0.7", f"2017,{cell}"))

    assert 0 == code and "The UK spends" in said


PERIODS = ["", "foo", "1e99", "0x10", "1,5", "２０１７", "2017-13-99x", "2017Q1", "99999999", "2017\n"]


@pytest.mark.parametrize("period", PERIODS, ids=range(len(PERIODS)))
def test_a_period_that_is_none_is_named(judged, period):
    """The sentence says how periods are written."""
    code, said = judged(TABLE.replace("2017,", f'"{period}",'))

    assert 2 == code and "must be 2016, 2016-Q2, 2016-06 or 2016-06-15" in said


TABLES = {
    "empty": ("", "row 1: must be “Date”"),
    "another head": ("Year,GBR\n2016,1\n", "row 1: must be “Date”"),
    "a place twice": ("Date,GBR,GBR\n2016,1,2\n", "each place once"),
    "a short row": ("Date,GBR\n2016\n", "row 2: has 1 cells and not 2"),
    "NUL": (b"Date,GBR\n2016,\0\n", "row 2, GBR"),
    "another encoding": (b"Date,GBR\n2016,\xff\n", "cannot be read"),
    "UTF-16": (TABLE.encode("utf-16"), "cannot be read"),
    "a period twice": (TABLE + "2016,1,2\n", "“2016” comes twice"),
    "a giant cell": ("Date,GBR\n2016," + "x" * 200_000 + "\n", "cannot be read (field larger"),
    "rubbish": (bytes(range(128, 256)) * 50, "cannot be read"),
    "a pipe": (os.mkfifo, "is not a regular file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "is not a regular file"),
    "a folder": (lambda path: path.mkdir(), "cannot be read"),
    "a circle": (lambda path: path.symlink_to(path), "cannot be read"),
    "nothing": (lambda path: None, "cannot be read"),
}


@pytest.mark.parametrize("wrong", TABLES)
def test_a_table_that_is_none_is_named(judged, wrong):
    """The sentence names the file and the fix."""
    table, sentence = TABLES[wrong]
    code, said = judged(table)

    assert 2 == code and "aid.csv" in said and sentence in said


LISTS = {
    "empty": "", "NUL": "\0", "an object": "{}", "a text": '"x"', "deep": "[" * 100_000, "another encoding": b'[{"filename":"\xff"}]',
    "a giant": f"[{'9' * 5000}]", "half a character": '[{"filename": "aid.csv", "title": "\\ud800"}]', "names of numbers": [{"filename": 5, "title": "x"}],
    "a name that leads out": [{"filename": "../x.csv", "title": "x"}], "a name from the root": [{"filename": "/etc/passwd", "title": "x"}],
    "no name": [{"filename": "", "title": "x"}], "two dots": [{"filename": "..", "title": "x"}], "NUL in a name": [{"filename": "a\0b", "title": "x"}],
    "a long name": [{"filename": "a" * 5000, "title": "x"}], "a title of a list": [{"filename": "aid.csv", "title": []}],
    "a file that is not there": [{"filename": "no.csv", "title": "x"}], "a pipe": os.mkfifo, "a device": lambda path: path.symlink_to("/dev/zero"),
    "a folder": lambda path: path.mkdir(), "nothing": lambda path: None,
}  # fmt: skip


@pytest.mark.parametrize("wrong", LISTS)
def test_a_list_of_series_that_is_none_is_refused(judged, wrong):
    """No file outside of the folder is read, and no pipe is waited for."""
    code, said = judged(TABLE, LISTS[wrong])

    assert 2 == code and "problem" in said and len(said) < 6000


CLAIMS = {
    "NUL": ("\0", "line 1: must be a JSON object"), "a list": ("[]", "line 1: must be"), "a number": ("5", "line 1: must be"),
    "nothing": ("null", "line 1: must be"), "deep": ("[" * 100_000, "line 1: must be"), "a blank line": (f"{CLAIM}\n\n{CLAIM}", "line 2: must be"),
    "a claim of a number": ('{"Claim": 5, "Date": "2018-06-15"}', "line 1: must be"), "no claim": ('{"Date": "2018-06-15"}', "line 1: must be"),
    "half a character": ('{"Claim": "\\ud800", "Date": "2018-06-15"}', "line 1: must be"),
    "a date of a number": ('{"Claim": "x", "Date": 5}', "“5” is no date"), "month 13": ('{"Claim": "x", "Date": "2018-13-45"}', "is no date"),
    "year zero": ('{"Claim": "x", "Date": "0000-00-00"}', "is no date"),
    "a long claim": (json.dumps({"Claim": "9 " * 50_000, "Date": "2018-06-15"}), "has more than 2,000 characters"),
    "another encoding": (b'{"Claim": "\xff"}', "is not UTF-8"), "UTF-16": (CLAIM.encode("utf-16"), "is not UTF-8"),
    "a pipe": (os.mkfifo, "is not a regular file"), "a device": (lambda path: path.symlink_to("/dev/zero"), "is not a regular file"),
    "a folder": (lambda path: path.mkdir(), "cannot be read"), "no file": (lambda path: None, "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", CLAIMS)
def test_a_file_of_claims_that_is_none_is_refused(judged, wrong):
    """The sentence names the line."""
    claims, sentence = CLAIMS[wrong]
    code, said = judged(TABLE, (ENTRY,), claims)

    assert 2 == code and "c.jsonl" in said and sentence in said


@pytest.mark.parametrize("named", ["5", "null", "[[], {}, 5, null]", '{"x": 1}', '"aid"', "[]"])
def test_series_named_by_anything_are_passed_over(judged, named):
    """What is not the name of a series of the folder names none."""
    code, _ = judged(TABLE, (ENTRY,), CLAIM.replace("}", f', "TimeSeries": {named}}}'), "--given", "--json")

    assert 0 == code


@pytest.mark.parametrize("words", ["", " ", "<script>alert(1)</script>", "九" * 600, "9 " * 600, "a\u202eb", "UK aid since 0001, 12345 and 9999999 years ago was 0.7%", "{left.__class__} $5-$6"])  # fmt: skip
@pytest.mark.parametrize("day", ["0001-01-01", "2018-06-15", "9999-12-31"])
def test_a_claim_may_be_any_words(judged, words, day):
    """Nothing of it is obeyed, and it is judged or left open."""
    code, said = judged(TABLE, (ENTRY,), json.dumps({"Claim": words, "Date": day}), "--json")

    assert 0 == code and "verdict" in json.loads(said)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["a pipe", "a device"])
def test_a_series_of_what_is_no_file_is_refused(tmp_path, monkeypatch, capsys, make):
    """Nothing is waited for."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "s.csv")

    assert 2 == main(["series", "add", "x", "--from", "s.csv"])
    assert "s.csv: is not a regular file" in capsys.readouterr().err


@pytest.mark.parametrize("month", ["三十月", "五五月", "一一月", "十三月", "99月", "0月"])
def test_a_month_that_is_none_is_not_read(month):
    """No calendar has it, so the claim has no part of a year."""
    assert not period_of(f"2024年{month}")
