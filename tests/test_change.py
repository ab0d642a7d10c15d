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
    row = {name: row[name] for name in path.read_text(encoding="utf-8").partition("\n")[0].split(",")}
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


PARTS = (
    "Area,2018,2019\nAll of it,600,660\nNorth,100,110\nEast,200,210\nSouth,150,160\nWest,150,180\n"
    ".Aland,40,45\n.Bland,60,66\n.Cland,50,54\n"
)


@pytest.fixture
def parts(docs):
    """A folder with one table more: a whole, its regions, and parts that dots indent."""
    (docs / "areas.csv").write_text(PARTS, encoding="utf-8")
    return docs


def test_a_whole_that_no_word_names_is_known_by_its_sum(article, parts):
    """It has no rank among its parts, and shares are of it."""
    case = article("North ranked fourth of the areas in 2019.", "4", "rank", "2019")
    ranks = propose.for_claim(case, "c01", parts).proposals[0]
    case = article("West accounted for 27% of the area in 2019.", "27", "percent", "2019")
    shares = propose.for_claim(case, "c01", parts).proposals[0]

    assert ["North", "East", "South", "West"] == [point.place for point in ranks.points]
    assert ["West", "All of it"] == [point.place for point in shares.points]


def test_parts_are_ranked_among_parts(article, parts):
    """A state is not set among regions, which are printed without its dot."""
    case = article("Cland ranked second of the areas in 2019.", "2", "rank", "2019")

    assert ["Cland", "Aland", "Bland"] == [
        point.place for point in propose.for_claim(case, "c01", parts).proposals[0].points
    ]


def test_the_place_that_is_named_first_is_compared_with_the_other(article, docs):
    """Whichever of the two cells is found first."""
    case = article("Spain sold 1896 fewer cars than Germany in 2023.", "1896", "count", "2023")
    first = propose.for_claim(case, "c01", docs).proposals[0]

    assert (["Spain", "Germany"], "{1} - {0}") == ([point.place for point in first.points], first.row["expression"])


@pytest.mark.parametrize(("said", "by"), [("260 thousand", 1000), ("500 thousand", 1000), ("260", 1)])
def test_a_table_without_a_unit_is_read_in_the_scale_of_the_claim(article, docs, said, by):
    """By its size, whether it agrees or not; and the expression and the reason show it."""
    number = str(int(said.partition(" ")[0]) * by)
    case = article(f"Since 2010 the jobless people fell by {said}.", number, "count", "2010/2013")
    first = propose.for_claim(case, "c01", docs).proposals[0]

    assert ("({0} - {1}) * 1000" if by > 1 else "{0} - {1}") == first.row["expression"]
    assert ("names no unit" in str(first.why)) == (by > 1)
    assert ("agrees" if "260" in said else "excludes") == first.result


def test_a_row_that_names_what_is_measured_names_no_place(article, docs):
    """The computed figure is of whom the claim is; its metric says what the row is."""
    (docs / "gdp.csv").write_text(
        "指标,2023年,2022年\n国内生产总值(亿元),1294271.7,1234029.4\n人口(万人),140967,141175\n", "utf-8"
    )
    case = article("2023年国内生产总值增长4.9%。", "4.9", "percent", "2023")
    row = propose.for_claim(case, "c01", docs).proposals[0].row

    assert "国内生产总值" in row["metric"] and "国内生产总值" not in row["entity"]


def test_times_without_a_verb_are_a_change_too(article, docs):
    """“Twice as many as in 2010” has neither a rise nor a fall in it."""
    case = article("There were 0.71 times as many jobless people in 2013 as in 2010.", "0.71", "times", "2010/2013")

    assert "{1} / {0}" == propose.for_claim(case, "c01", docs).proposals[0].row["expression"]


def test_value_added_is_no_rise(article, docs):
    """增加值 is what is measured, and no verb."""
    (docs / "gdp.csv").write_text(
        "指标,2023年,2022年\n第一产业增加值(亿元),891,882\n第三产业增加值(亿元),7291,6781\n", "utf-8"
    )
    case = article("2023年第三产业增加值是第一产业增加值的8.2倍。", "8.2", "times", "2023")
    first = propose.for_claim(case, "c01", docs).proposals[0]

    assert {"2023"} == {point.period for point in first.points} and "agrees" == first.result


def test_quarters_are_found_by_their_first_and_last_month(article, docs):
    """And the period of the change is from the first to the last."""
    (docs / "yukon.csv").write_text("Geography,Q4 2019,Q4 2020\nYukon,41668,42176\nNunavut,38637,39285\n", "utf-8")
    case = article("Yukon grew by 508 from 2019 to 2020.", "508", "count", "2019-10/2020-12")
    first = propose.for_claim(case, "c01", docs).proposals[0]

    assert ("2019-10/2020-12", "agrees") == (first.row["period"], first.result)
