"""A fault is a record: found by one list of rules, in the order of the tables, and in words only at the end."""

import csv
import random
import re

import pandas as pd
import pytest

from claimbook import cli, load_case
from claimbook.cli import check, main
from claimbook.form.faults import Faults
from claimbook.tables import fault
from claimbook.tables.fault import Fault, Problems, fault_in, in_order
from claimbook.tables.files import checked, read_text
from claimbook.tables.writer import columns_of, csv_of, writing

SHARED = ("sources", "figures")
BAD = [
    ("mentions", {"start": "x"}, {"start"}),
    ("mentions", {"exact": "1,300"}, {"exact"}),
    ("mentions", {"role": "period"}, {"role"}),
    ("mentions", {"of": "c01"}, {"of"}),
    ("claims", {"subject": "", "metric": " "}, {"subject", "metric"}),
    ("claims", {"unit": "%"}, {"unit"}),
    ("claims", {"unit": ""}, {"unit"}),
    ("claims", {"high": ""}, {"high"}),
    ("claims", {"low": "1300"}, {"high"}),
    ("claims", {"value": "many"}, {"value"}),
    ("claims", {"period": "2021-02-30"}, {"period"}),
    ("claims", {"period": "2023/2021"}, {"period"}),
    ("claims", {"statement_en": "", "statement_zh": ""}, {"statement_en"}),
    ("claims", {"statement_en": "", "statement_zh": "", "subject": ""}, {"statement_en", "subject"}),
    ("claims", {"unit": "percent", "low": "5", "high": "5", "statement_en": "It is 7%."}, {"statement_en"}),
    ("claims", {"start": "1", "end": "3", "exact": "xx", "kind": "statement"}, {"mention", "value", "exact"}),
    ("claims", {"checkability": "private", "precision": "exact"}, {"checkability_reason", "precision_reason"}),
    ("sources", {"published": "2025-02-31"}, {"published"}),
    ("sources", {"read_on": "yesterday", "tier": "best"}, {"read_on", "tier"}),
    ("figures", {"low": "1200"}, {"high"}),
    ("figures", {"period": "2024-13"}, {"period"}),
    ("figures", {"unit": "", "as_printed": ""}, {"as_printed"}),
    ("figures", {"unit": ""}, {"unit"}),
    ("evidence", {"relation": "bound"}, {"inequality"}),
    ("evidence", {"relation": "sure"}, {"relation"}),
    ("searches", {"date": "2025-00-01"}, {"date"}),
]


def faults_of(folder):
    """Return what is wrong with an article, or what is still missing in it."""
    try:
        return load_case(folder).gaps
    except Problems as problems:
        return problems.faults


@pytest.mark.parametrize(("table", "change", "columns"), BAD, ids=[f"{table} {change}" for table, change, _ in BAD])
def test_loading_and_the_form_say_the_same(bus, table, change, columns):
    """A bad row has the same faults, cell by cell and word by word, in the article as loaded and in the form."""
    path = (bus.parent.parent / "sources" if table in SHARED else bus) / f"{table}.csv"
    rows = read_text(path, table)
    rows[0] |= change
    path.write_text(csv_of(table, rows), encoding="utf-8")
    loaded = {one.column: one.words for one in faults_of(bus) if (one.table, one.row) == (table, 2)}
    text, faults = (bus / "article.txt").read_text(encoding="utf-8"), Faults()
    edited = {
        "mentions": lambda: faults.of_mention(rows[0], text, claimed=True),
        "claims": lambda: faults.in_text("claims", rows[0], text),
    }.get(table, lambda: faults.of(table, rows[0]))()

    assert columns == set(loaded)
    assert loaded == edited


def test_a_fault_is_found_without_its_words(copy, monkeypatch):
    """Whatever a sentence says, the same cells are found, and nothing is said of what rests on them."""
    rows = read_text(copy / "claims.csv", "claims")
    rows[3] |= {"unit": "%", "kind": "x"}
    rows[7] |= {"period": "2021-02-30", "checkability": "private", "checkability_reason": ""}
    (copy / "claims.csv").write_text(csv_of("claims", rows), encoding="utf-8")
    with pytest.raises(Problems) as plain:
        load_case(copy)
    monkeypatch.setattr(fault, "_sentence", lambda *_: "?")
    with pytest.raises(Problems) as reworded:
        load_case(copy)

    assert [(5, "kind"), (5, "unit"), (9, "period"), (9, "checkability_reason")] == [
        (one.row, one.column) for one in plain.value.faults
    ]
    assert plain.value.faults == reworded.value.faults
    assert {"?"} == set(reworded.value.sentences)


def test_faults_come_in_the_order_of_the_tables():
    """By table, row and column as the schema has them, not by their letters; what names no table comes first."""
    order = [
        Fault(words="first"),
        Fault("mentions", 10, "m09", "start", "x"),
        Fault("claims", words="column “unit” is missing"),
        Fault("claims", 2, "c01", "subject", "x"),
        Fault("claims", 2, "c01", "metric", "x"),
        Fault("claims", 11, "c10", "kind", "x"),
        Fault("sources", 3, "a", "url", "x"),
        Fault("evidence", 2, "e01", "claim", "x"),
    ]
    for seed in range(20):
        assert order == in_order(random.Random(seed).sample(order, len(order)))


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (Fault("claims", 3, "c02", "unit", "fill it in"), "claims.csv, row 3 (c02), column “unit”: fill it in"),
        (Fault("claims", 3, words="fill it in"), "claims.csv, row 3: fill it in"),
        (Fault("claims", words="is empty"), "claims.csv: is empty"),
        (Fault("article.toml", words="is not TOML"), "article.toml: is not TOML"),
        (Fault(words="nothing is there"), "nothing is there"),
        (fault_in("translations", 2, {"en": "a"}, "zh", "x"), "translations.csv, row 2, column “zh”: x"),
        (fault_in("claims", 2, {"claim": "c\n01"}, "kind", "x"), "claims.csv, row 2 (c 01), column “kind”: x"),
    ],
)
def test_a_fault_in_words_says_where_it_is(one, sentence):
    """File, row, id and column, as far as they are known."""
    assert sentence == str(one)
    assert [sentence] == Problems([one]).sentences


def test_cells_that_lack_the_same_share_a_sentence():
    """Columns of one row are listed; another row has its own sentence."""
    faults = [Fault("claims", row, "c", column, "fill in") for row, column in ((2, "a"), (2, "b"), (2, "d"), (3, "a"))]

    assert [
        "claims.csv, row 2 (c), columns “a”, “b” and “d”: fill in",
        "claims.csv, row 3 (c), column “a”: fill in",
    ] == Problems(faults).sentences


def test_what_a_text_says_is_wrong_is_a_fault_too():
    """Plain sentences and records can be raised together."""
    assert [Fault(words="a"), Fault("claims", words="b")] == Problems(["a", Fault("claims", words="b")]).faults


def test_columns_may_come_in_any_order(bus):
    """Rows are read by the names of the columns; a column that is there twice is refused."""
    path, rows = bus / "evidence.csv", read_text(bus / "evidence.csv", "evidence")
    content = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^([^,]*),([^,]*),", r"\2,\1,", content), encoding="utf-8")
    assert (rows, []) == checked(path, "evidence")
    path.write_text(content.replace("relation", "reason"), encoding="utf-8")
    with pytest.raises(Problems) as found:
        checked(path, "evidence")

    assert [
        "evidence.csv: column “relation” is missing; add it to the first line",
        "evidence.csv: column “reason” is there 2 times; keep one",
    ] == found.value.sentences


def test_a_table_older_than_a_column_loads(bus):
    """A column that may be empty and is not in the file is empty, and the next command writes it."""
    path, rows = bus / "evidence.csv", read_text(bus / "evidence.csv", "evidence")
    lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
    path.write_text("".join(",".join(line[:5] + line[6:]) + "\n" for line in lines), encoding="utf-8")
    assert "inequality" not in path.read_text(encoding="utf-8")

    assert rows == read_text(path, "evidence")
    assert (rows, []) == checked(path, "evidence")
    with writing(bus, "evidence") as tables:
        tables.rows["evidence"][0]["reason"] = "read again"
    assert "inequality" in path.read_text(encoding="utf-8")


def test_a_misspelt_column_is_not_taken_for_a_missing_one(bus):
    """What is in a column with a wrong name is not lost: loading stops and says the right name."""
    path = bus / "evidence.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("inequality", "inequalty"), encoding="utf-8")
    for reading in (checked, read_text):
        with pytest.raises(Problems) as found:
            reading(path, "evidence")
        assert ["evidence.csv: column “inequalty” is not known; rename it to “inequality” or remove it"] == (
            found.value.sentences
        )


def test_tables_are_written_as_pandas_writes_them(published):
    """The frame of a table and its rows give the same bytes, so that an edit changes no other line of a file."""
    for name, rows in published.tables.items():
        frame = pd.DataFrame(rows, columns=columns_of(name, rows), dtype=str)
        assert frame.to_csv(index=False, lineterminator="\n") == csv_of(name, rows)


def test_control_characters_of_a_fault_are_shown_and_not_sent(capsys):
    """An escape sequence in what a person gave, or in the data, never reaches the terminal."""
    assert 2 == main(["check", "\x1b[31mred\u202e"])

    said = capsys.readouterr().err
    assert "\x1b" not in said and "\u202e" not in said
    assert "[U+001B]" in said


def test_very_many_faults_are_cut(monkeypatch, capsys):
    """A thousand are said, and how many more there are."""
    monkeypatch.setattr(cli, "SAID", 2)

    def many(_):
        raise Problems([f"fault {number}" for number in range(5)])

    monkeypatch.setattr(check, "run", many)

    assert 2 == main(["check", "any"])
    assert [
        "fault 0",
        "fault 1",
        "and 3 more",
        "5 problems; nothing was changed.",
    ] == capsys.readouterr().err.splitlines()
