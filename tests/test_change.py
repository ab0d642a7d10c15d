"""Readings of change: computed figures proposed over the cells of tables, and taken in whole."""

import csv
import json
from decimal import Decimal

import pytest

from claimbook import propose
from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.quantity.period import period
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import Relation

LONG = "year,jobless people,jobless rate (%)\n" + "".join(
    f"{year},{people},{rate}\n"
    for year, people, rate in ((2009, 950, 9.5), (2010, 900, 9.1), (2011, 820, 8.4), (2012, 700, 7.2), (2013, 640, 6.4))
)
WIDE = (
    "Cars sold in Europe,,,\nCountry,2021,2022,2023\nGermany,2622,2651,2845\nFrance,1659,1529,1775\nItaly,1458,1317,1566\n"
    "Spain,859,813,949\nTotal,6598,6310,7135\n"
)
ZH = "表1 新能源汽车,,,\n单位：万辆,,,\n指标,2021,2022,2023\n新能源汽车销量,352.1,688.7,949.5\n新能源汽车出口,31.0,67.9,120.3\n"
CLAIMS = {  # the sentence, its number, unit, period, what the right reading says first, and whether it agrees
    "difference": ("Since 2010 the jobless people fell by 260.", "260", "count", "2010/2013", "{0} - {1}", "agrees"),
    "growth": ("Jobless people fell 12% in 2013.", "12", "percent", "2013", "1 - {1} / {0}", "excludes"),
    "points": ("The jobless rate fell 2.7 percentage points since 2010.", "2.7", "percentage_point", "2010/2013",
               "{0} - {1}", "agrees"),
    "streak": ("The jobless rate fell for the fourth year in a row.", "4", "year", "2013", "falls_in_a_row", "agrees"),
    "record": ("The jobless rate was the lowest in 3 years.", "3", "year", "2013", "lowest_for", "agrees"),
    "share": ("Germany accounted for 40% of cars sold in 2023.", "40", "percent", "2023", "{0} / {1}", "agrees"),
    "rank": ("France was second by cars sold in 2022.", "2", "rank", "2022", "rank_from_top", "agrees"),
    "times": ("Germany sold 3 times as many cars as Spain in 2023.", "3", "times", "2023", "{0} / {1}", "agrees"),
    "zh": ("2023年新能源汽车销量同比增长37.9%。", "37.9", "percent", "2023", "{1} / {0} - 1", "agrees"),
    "zh times": ("2023年新能源汽车出口增长了0.77倍。", "0.77", "times", "2022/2023", "{1} / {0} - 1", "agrees"),
}  # fmt: skip


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in (("jobless.csv", LONG), ("cars.csv", WIDE), ("新能源汽车.csv", ZH)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def article(bus):
    """Return a function that makes the first claim of the tiny article say something else."""

    def made(sentence, number, unit, when):
        text = f"{sentence}\n"
        (bus / "article.txt").write_text(text, encoding="utf-8")
        start = text.index(number) if number in text else 0
        rows = read_text(bus / "mentions.csv", "mentions")[:1]
        rows[0] |= {"mention": "m01", "start": str(start), "end": str(start + len(number)), "exact": number,
                    "prefix": text[:start][-32:], "suffix": text[start + len(number) :][:32]}  # fmt: skip
        claims = read_text(bus / "claims.csv", "claims")[:1]
        claims[0] |= {"mention": "m01", "metric": "", "subject": "", "period": when, "low": number, "high": number,
                      "unit": unit, "comparator": "=", "statement_en": sentence, "statement_zh": ""}  # fmt: skip
        for name, table in (("mentions", rows), ("claims", claims)):
            with (bus / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, table[0], lineterminator="\n")
                writer.writeheader()
                writer.writerows(table)
        return open_draft(bus)

    return made


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_of_change_is_read_over_a_table(article, docs, name):
    """The right operation over the right cells comes first, and agrees or excludes."""
    sentence, number, unit, when, expression, result = CLAIMS[name]
    first = propose.for_claim(article(sentence, number, unit, when), "c01", docs).proposals[0]

    assert expression in first.row["expression"]
    assert result == first.result


def test_both_readings_of_a_percentage_are_proposed(article, docs):
    """A rate that fell by 29.7% of itself may be said to have fallen by so many points."""
    case = article("The jobless rate fell 29.7% from 2010 to 2013.", "29.7", "percent", "2010/2013")
    found = [one.row["expression"] for one in propose.for_claim(case, "c01", docs).proposals]

    assert {"1 - {1} / {0}", "{0} - {1}"} <= set(found)


@pytest.mark.parametrize(
    ("sentence", "number", "unit", "when"),
    [
        ("The jobless rate fell to 6.4% in 2013.", "6.4", "percent", "2013"),
        ("The jobless rate was the lowest in 30 years.", "30", "year", "2013"),
        ("The jobless people weighed 80 kilograms less.", "80", "kilogram", "2013"),
    ],
)
def test_nothing_is_proposed_for_what_is_no_change_or_not_covered(article, docs, sentence, number, unit, when):
    """A level is printed, thirty years are not in a table of five, and people have no weight in it."""
    found = propose.for_claim(article(sentence, number, unit, when), "c01", docs).proposals

    assert not [one for one in found if "jobless rate" in one.row["metric"] and one.row["expression"] != "{0} - {1}"]


def test_accepting_writes_cells_computation_and_evidence(article, docs):
    """Nothing that the table holds is typed; until it is judged it decides nothing."""
    case = article(*CLAIMS["rank"][:4])
    chosen = propose.for_claim(case, "c01", docs).proposals[0]
    name, evidence = propose.accept_change(case, chosen, docs)
    shared = case.folder.parent.parent / "sources"
    computed = read_text(shared / "computed.csv", "computed")[-1]
    figures = {row["figure"]: row for row in read_text(shared / "figures.csv", "figures")}
    used = [figures[one] for one in computed["expression"].partition("(")[2].rstrip(")").split(", ")]

    assert ["France", "Germany", "Italy", "Spain"] == [row["entity"] for row in used]
    assert {"2022"} == {row["period"] for row in used} and all("2022" in row["as_printed"] for row in used)
    assert {"Cars sold in Europe"} == {row["metric"] for row in used}
    row = next(row for row in read_text(case.folder / "evidence.csv", "evidence") if row["evidence"] == evidence)
    assert (row["figure"], row["relation"]) == (name, Relation.UNJUDGED)


def test_the_same_computation_is_not_taken_in_twice(article, docs):
    """Figures and computation are used again, and the claim says that it has them."""
    case = article(*CLAIMS["share"][:4])
    chosen = propose.for_claim(case, "c01", docs).proposals[0]
    propose.accept_change(case, chosen, docs)
    before = (case.folder.parent.parent / "sources" / "figures.csv").read_bytes()

    with pytest.raises(Problems, match="already"):
        propose.accept_change(case, chosen, docs)
    assert before == (case.folder.parent.parent / "sources" / "figures.csv").read_bytes()


def test_a_table_that_has_changed_is_not_taken_in(article, docs):
    """The cells are read again before anything is written."""
    case = article(*CLAIMS["growth"][:4])
    chosen = propose.for_claim(case, "c01", docs).proposals[0]
    (docs / "jobless.csv").write_text(LONG.replace("640", "641"), encoding="utf-8")

    with pytest.raises(Problems, match="no longer there"):
        propose.accept_change(case, chosen, docs)
    assert not (case.folder.parent.parent / "sources" / "computed.csv").exists()


def test_figures_beside_a_claim_are_computed_with_too(article, docs):
    """Without documents, what was accepted before is what the readings are over."""
    case = article(*CLAIMS["difference"][:4])
    chosen = propose.for_claim(case, "c01", docs).proposals[0]
    propose.accept_change(case, chosen, docs)
    shared = case.folder.parent.parent / "sources"
    ids = [row["figure"] for row in read_text(shared / "figures.csv", "figures")][-2:]
    path = case.folder / "evidence.csv"
    row = read_text(path, "evidence")[-1]
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row, lineterminator="\n")
        writer.writerows(row | {"evidence": f"e9{at}", "figure": name} for at, name in enumerate(ids))
    found = propose.for_claim(case, "c01").proposals

    assert "{0} - {1}" == found[0].row["expression"] and "agrees" == found[0].result
    assert sorted(ids) == sorted(point.figure for point in found[0].points)


def test_the_command_lists_and_accepts(article, docs, capsys):
    """As text, as JSON, and with the relation and the reason of whoever accepts."""
    case = article(*CLAIMS["share"][:4])
    assert 0 == main(["propose", str(case.folder), "c01", "--docs", str(docs)])
    assert "AGREES" in capsys.readouterr().out
    assert 0 == main(["propose", str(case.folder), "c01", "--docs", str(docs), "--json"])
    assert "computed" == json.loads(capsys.readouterr().out)[0]["table"]
    accept = ["--accept", "1", "--relation", "same", "--reason", "the same cars, country and year"]
    assert 0 == main(["propose", str(case.folder), "c01", "--docs", str(docs), *accept])
    assert "computed figure x01" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["c77"], "there is no such claim"),
        (["c01", "--docs", "nowhere"], "is not a folder"),
        (["c01", "--accept", "1", "--relation", "same"], "needs --reason"),
        (["c01", "--accept", "99"], "there is no proposal 99"),
    ],
)
def test_wrong_arguments_get_their_sentence(article, capsys, arguments, sentence):
    """Exit code 2, and nothing is written."""
    case = article(*CLAIMS["share"][:4])

    assert 2 == main(["propose", str(case.folder), *arguments])
    assert sentence in capsys.readouterr().err


def test_a_place_with_signs_of_its_own_is_words(article, docs):
    """Braces in a table are no places to be filled."""
    (docs / "cars.csv").write_text(WIDE.replace("Germany", "Ger{0}many {x}"), encoding="utf-8")
    case = article("Ger{0}many accounted for 40% of cars sold in 2023.", "40", "percent", "2023")
    first = propose.for_claim(case, "c01", docs).proposals[0]

    assert "{x}" not in str(first.outcome) and Decimal(2845) == first.points[0].quantity.low
    assert period(first.row["period"])
