"""A missed number or a statement is added by its words, in their place in the article."""

import pytest

from claimbook import load_case
from claimbook.cli import main
from claimbook.tables.files import read_text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("  ", "no words are given"),
        ("no such words", "“no such words” is not in the article"),
        (
            "iders",
            "“iders” is in the article 2 times; give more words, and put brackets around the ones that are meant: …[iders]…",
        ),
        ("[iders]", "is in the article 2 times"),
        ("1,200", "“1,200” is there already: m01"),
        ("carry [1,200] riders", "is there already: m01"),
        ("1,2", "“1,2” is a part of the number “1,200”"),
        ("[5] % rose", "is not in the article"),
        ("rose [5]%", "“5” is a part of the number “5%”"),
        ("The [buses] carry [1,200]", "put one pair of brackets"),
    ],
)
def test_words_that_cannot_be_added_get_their_sentence(bus, capsys, words, sentence):
    """Words that are nowhere, or more than once, or are listed; nothing is changed."""
    before = {path: path.read_bytes() for path in bus.iterdir()}

    assert 2 == main(["add", str(bus), words])
    assert sentence in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in bus.iterdir()}


@pytest.mark.parametrize(
    ("words", "exact"),
    [("The buses carry", "The buses carry"), (" Fares rose\n", "Fares rose"), ("City [bus] report", "bus")],
)
def test_words_that_are_no_number_are_a_statement(bus, capsys, words, exact):
    """It hangs on its own characters, and waits for what a person says of it."""
    assert 0 == main(["add", str(bus), words])
    row, text = read_text(bus / "claims.csv", "claims")[-1], (bus / "article.txt").read_text(encoding="utf-8")

    assert ("s01", "statement", exact, "") == tuple(row[name] for name in ("claim", "kind", "exact", "mention"))
    assert exact == text[int(row["start"]) : int(row["end"])]
    assert "s01: added" in capsys.readouterr().out
    case = load_case(bus)
    assert "s01" in {gap.id for gap in case.gaps} and "s01" not in case.findings


def test_a_missed_number_is_a_mention_with_its_claim(bus):
    """As `new` would have drafted it, whatever its kind: a year becomes a claim where a person says so."""
    for table, gone in (("mentions", "m02"), ("mentions", "m03"), ("claims", "c02")):
        path = bus / f"{table}.csv"
        path.write_text(
            "\n".join(line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith(gone)),
            encoding="utf-8",
        )
    assert 0 == main(["add", str(bus), "5%"]) == main(["add", str(bus), "rose 5% in [2024]"])
    mentions, claims = read_text(bus / "mentions.csv", "mentions"), read_text(bus / "claims.csv", "claims")

    assert [("m02", "5%", "claim"), ("m03", "2024", "claim")] == [
        (row["mention"], row["exact"], row["role"]) for row in mentions[1:]
    ]
    assert [("c02", "m02", "5", "percent"), ("c03", "m03", "2024", "year")] == [
        tuple(row[name] for name in ("claim", "mention", "low", "unit")) for row in claims[1:]
    ]
