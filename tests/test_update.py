"""A new text of an article: every claim stays with its own number, follows it, or is named; nothing entered is lost untold."""

from types import SimpleNamespace

import pytest

from claimbook.cli import main
from claimbook.draft.update import _Numbers, update
from claimbook.mention import mentions
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of
from claimbook.text.alignment import ABOVE, Alignment, Headings, likeness

SPARE = "\n\nThe council met on Monday and spoke of parks.\n"
# A text, what it is now, and each old number with what stands in its place; "" where none does.
FOLLOWED = [
    ("Rents rose 5% last year.", "Rents rose 6% last year.", {"5%": "6%"}),
    ("公司收入增长18%，创下新高。", "公司收入增长约19.5%，创下新高。", {"18%": "19.5%"}),
    ("公司收入增长18%，创下新高。", "公司收入增长118%，创下新高。", {"18%": "118%"}),
    ("The plant made 200 cars in May.", "The plant made 200,000 cars in May.", {"200": "200,000"}),
    ("Unemployment stood at 5% last year.", "Unemployment stood at 2.5% last year.", {"5%": "2.5%"}),
    ("Unemployment stood at 5% last year.", "Unemployment stood at 5%-8% last year.", {"5%": "5%-8%"}),
    (
        "员工为3200人，平均35岁，总部在深圳。",
        "员工为13200人，平均36岁，总部在深圳。",
        {"3200人": "13200人", "35岁": "36岁"},
    ),
    (
        "| 2021年 | 30万元 |\n| 2022年 | 20万元 |",
        "| 2021年 | 25万元 |\n| 2022年 | 30万元 |",
        {"30万元": "25万元", "20万元": "30万元"},
    ),
    (
        "Rents rose 5% last year. Wages fell 3% in May.",
        "Wages fell 3% in May. Rents rose 5% last year.",
        {"5%": "5%", "3%": "3%"},
    ),
    ("Rents rose 5% last year.", "New: Rents rose 5% last year, says the council.", {"5%": "5%"}),
    ("利率\n\n18%\n\n说明：略。", "利率\n\n不详\n\n说明：成本增长18%。", {"18%": ""}),
    ("利率\n\n18%\n\n说明：略，见下表。", "说明：略，见下表。\n\n成本增长\n\n18%", {"18%": ""}),
    ("利率\n\n18%\n\n说明：略。", "表一\n\n利率\n\n19%\n\n说明：略。", {"18%": "19%"}),
    ("Prices of new homes rose by 5% last year.", "Wages of young nurses in cities rose by 7% in May.", {"5%": ""}),
    ("Prices of new homes rose by 5% last year.", "About 5% of young nurses in big cities smoke.", {"5%": ""}),
    ("Rents rose 5% last year.", "Rents rose 5 points last year.", {"5%": ""}),
    ("Rents rose 5% last year.", "Rents rose.", {"5%": ""}),
    ("共有3家店，员工20人。", "共有3家店，仓库2个，员工25人。", {"3家": "3家", "20人": "25人"}),
]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without an article."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drafted(project, text):
    """Take a text in as an article; return its folder."""
    (project / "old.txt").write_text(text, encoding="utf-8")
    assert 0 == main(["new", "old.txt", "--id", "a"])
    return project / "data" / "articles" / "a"


def rows(folder, table):
    """Return the rows of a table by id."""
    return {row[next(iter(row))]: row for row in read_text(folder / f"{table}.csv", table)}


@pytest.mark.parametrize(("old", "new", "places"), FOLLOWED, ids=[new for _, new, _ in FOLLOWED])
def test_each_number_is_followed_or_named(project, old, new, places):
    """Anchors are whole numbers of the new text; a changed number is in its claim and told; one that is gone is named."""
    folder = drafted(project, old + SPARE)
    before = rows(folder, "mentions")
    told = update(SimpleNamespace(text=new + SPARE), folder)
    after, claims = rows(folder, "mentions"), {row["mention"]: row for row in rows(folder, "claims").values()}
    whole = {(str(m.start), str(m.end)): m for m in mentions(new + SPARE)}

    found = {before[name]["exact"]: "" if name in told["lost"] else after[name]["exact"] for name in before}
    assert places == {exact: there for exact, there in found.items() if exact in places}
    for name, row in after.items():
        if name in told["lost"]:
            assert before[name] == row
            continue
        mention = whole[row["start"], row["end"]]
        assert mention.exact == row["exact"]
        assert name not in claims or (f"{mention.low:f}", f"{mention.high:f}") == (
            claims[name]["low"],
            claims[name]["high"],
        )
    changed = {
        (name, before[name]["exact"], after[name]["exact"])
        for name in before
        if before[name]["exact"] != after[name]["exact"]
    }
    assert changed == set(told["changed"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Revenue rose by 18% in May. Costs rose by 18% in May.",
            "Revenue rose by 20% in May. Costs rose by 18% in May.",
        ),
        ("公司收入增长18%。公司成本增长18%。", "公司收入增长20%。公司成本增长18%。"),
        ("- 京：增长18%\n- 沪：增长18%", "- 京：增长20%\n- 沪：增长18%"),
    ],
)
def test_of_two_equal_numbers_the_right_one_changes(project, old, new):
    """The first is another now; the second stays with its own sentence."""
    folder = drafted(project, old + SPARE)
    update(SimpleNamespace(text=new + SPARE), folder)

    assert ["20", "18"] == [row["low"] for row in rows(folder, "claims").values()]
    starts = [int(row["start"]) for row in rows(folder, "mentions").values() if row["role"] == "claim"]
    assert starts == sorted(starts) and [new.index("20%"), new.index("18%")] == starts[:2]


@pytest.mark.parametrize(
    ("old", "new", "comparator"),
    [
        ("公司年收入超过18亿元，创下新高。", "公司年收入不到18亿元，创下新高。", "<"),
        ("Rents rose 5% last year.", "Rents fell 5% last year.", "="),
        ("公司年收入超过18亿元，创下新高。", "公司年收入不到18亿元，再创新高。", "<"),
        ("The city will spend 5 million yuan.", "The city will not spend 5 million yuan.", "="),
        ("Costs rose 5% in May.", "Rents rose 5% in May.", "="),
    ],
)
def test_a_number_in_other_words_is_told(project, old, new, comparator):
    """Both sentences are told, and the claim's comparator follows the words."""
    folder = drafted(project, old + SPARE)
    told = update(SimpleNamespace(text=new + SPARE), folder)

    assert [(old.rstrip(), new.rstrip())] == [
        tuple(sentences) for name, *sentences in told["reworded"] if name == "m01"
    ]
    assert comparator == rows(folder, "claims")["c01"]["comparator"]


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        (
            "Firm\tRevenue (million yuan)\nAcme\t12.5\n",
            "Firm\tRevenue (billion yuan)\nAcme\t12.5\n",
            ("c01", "low", "12500000", "12500000000"),
        ),
        (
            "Firm\tRevenue (million yuan)\nAcme\t12.5\n",
            "Firm\tRevenue (million dollars)\nAcme\t12.5\n",
            ("c01", "unit", "CNY", "USD"),
        ),
        (
            "Rate\tMen\tWomen\nWork\t60%\t40%\n",
            "Rate\tWomen\tMen\nWork\t60%\t40%\n",
            ("c01", "column_header", "Men", "Women"),
        ),
    ],
)
def test_what_a_number_is_by_its_table_is_told(project, old, new, cell):
    """Its head says unit, scale and metric; cells that stand as drafted follow it, and each is told."""
    folder = drafted(project, old + SPARE)
    told = update(SimpleNamespace(text=new + SPARE), folder)

    assert cell in told["followed"]
    assert cell[3] == rows(folder, "claims")[cell[0]][cell[1]]


def test_another_heading_is_told(project, capsys):
    """Two headings exchanged over equal sentences change what both numbers are of."""
    folder = drafted(project, "Trade\n\nRevenue\nAsia grew 5%.\nProfit\nAsia grew 3%." + SPARE)
    told = update(SimpleNamespace(text="Trade\n\nProfit\nAsia grew 5%.\nRevenue\nAsia grew 3%." + SPARE), folder)

    assert ["m01", "m02"] == sorted({name for name, *_ in told["reworded"]} | set(told["lost"]))


def test_what_a_person_entered_stays(project, capsys):
    """A comparator, a precision, its reason and a number by hand are kept; those that the text contradicts now are named."""
    folder = drafted(
        project, "The cap is 18% for all. The plant has 3200 workers. Fees are over 60 yuan a day." + SPARE
    )
    table = read_text(folder / "claims.csv", "claims")
    table[0] |= {
        "comparator": "<=",
        "precision": "exact",
        "precision_reason": "a statutory cap",
        "statement_en": "The cap is 18%.",
    }
    table[1] |= {"low": "3000", "high": "3400"}
    table[2] |= {"comparator": "~"}
    (folder / "claims.csv").write_text(csv_of("claims", table), encoding="utf-8")
    (project / "new.txt").write_text(
        "The cap is 20% for all. The plant has 3300 workers. Fees are under 70 yuan a day." + SPARE, encoding="utf-8"
    )
    capsys.readouterr()
    assert 0 == main(["new", "new.txt", "--id", "a", "--update"])
    printed, claims = " ".join(capsys.readouterr().out.split()), rows(folder, "claims")

    assert ("20", "20", "<=", "exact", "a statutory cap", "The cap is 18%.") == tuple(
        claims["c01"][name] for name in ("low", "high", "comparator", "precision", "precision_reason", "statement_en")
    )
    assert ("3000", "3400") == (claims["c02"]["low"], claims["c02"]["high"])
    assert ("70", "~") == (claims["c03"]["low"], claims["c03"]["comparator"])
    assert "m01: “18%” is “20%” now; read the statement" in printed
    assert (
        "c02: low, high entered by hand, and kept" in printed and "c03: comparator entered by hand, and kept" in printed
    )
    assert "c01: " not in printed


def test_a_lost_row_is_lost_again(project):
    """Its old place, where another number stands by now, is not taken for its own; hand-edited places are no traceback."""
    folder = drafted(project, "The cap is 18% for all." + SPARE)
    for text in ("The fee was 7% once." + SPARE, "The fee was 21% once." + SPARE):
        told = update(SimpleNamespace(text=text), folder)
        assert "m01" in told["lost"]
    assert "18" == rows(folder, "claims")["c01"]["low"]
    table = read_text(folder / "mentions.csv", "mentions")
    for start in ("abc", "", "-1", "4.0"):
        table[0]["start"] = start
        (folder / "mentions.csv").write_text(csv_of("mentions", table), encoding="utf-8")
        assert "m01" in update(SimpleNamespace(text=text), folder)["lost"]


def test_a_statement_is_found_by_its_words(project, capsys):
    """Where they stand now, also when its sentence moved or changed; gone, it is named."""
    folder = drafted(project, "The council pays for all of it. Rents rose 5% last year." + SPARE)
    assert 0 == main(["add", "a", "pays for all of it"])
    moved = "Rents rose 5% last year." + SPARE + "The council, says one, pays for all of it.\n"
    told = update(SimpleNamespace(text=moved), folder)
    row = rows(folder, "claims")["s01"]

    assert "pays for all of it" == moved[int(row["start"]) : int(row["end"])]
    assert ["s01"] == [name for name, *_ in told["reworded"]]
    assert ["s01"] == update(SimpleNamespace(text="Rents rose 5% last year." + SPARE), folder)["lost"]


def test_a_statement_that_stood_twice_is_not_guessed(project):
    """Of two places one is left, and neither is known to be its own."""
    folder = drafted(project, "Sales: up a lot. Costs: up a lot. Rents rose 5% last year." + SPARE)
    assert 0 == main(["add", "a", "Sales: [up a lot]"])

    assert ["s01"] == update(SimpleNamespace(text="Rents rose 5% last year." + SPARE + "Staff: up a lot.\n"), folder)[
        "lost"
    ]


def test_a_limit_that_is_none_any_more_is_rounded(project):
    """Comparator and precision follow the words together, and what a person entered already is not named."""
    folder = drafted(project, "Fees are over 60 yuan a day. Rents are over 30 yuan a day." + SPARE)
    table = read_text(folder / "claims.csv", "claims")
    table[1] |= {"low": "40", "high": "40"}
    (folder / "claims.csv").write_text(csv_of("claims", table), encoding="utf-8")
    told = update(SimpleNamespace(text="New. Fees are 70 yuan a day. Rents are over 40 yuan a day." + SPARE), folder)

    assert ("70", "=", "rounded", "") == tuple(
        rows(folder, "claims")["c01"][name] for name in ("low", "comparator", "precision", "precision_reason")
    )
    assert ("40", []) == (rows(folder, "claims")["c02"]["low"], told["stale"])
    again = update(
        SimpleNamespace(text="New. Fees are 70 yuan a day. Rents are over 40 yuan a day." + SPARE + "End.\n"), folder
    )
    assert {"kept": 2, "moved": 0} == {
        name: len([one for one in again[name] if one in ("m01", "m02")]) for name in ("kept", "moved")
    }


def test_texts_are_aligned_by_whole_words():
    """What stands in one text alone stands nowhere; a longer sentence is less alike."""
    both = Alignment("a5 b", "c6 b")

    assert (None, (2, 4)) == (both.whole(1, 2), both.whole(2, 4))
    assert (1 / 3, 1.0) == (likeness("rents rose", "rents rose in all big towns"), likeness("5%", "6%"))


def test_a_sentence_that_was_moved_takes_its_number_along():
    """By the whole sentence, if each text has it once."""
    both = Alignment("Rents rose 5%. Up 7% here.\nOld a 1.\n", "New b 2.\nRents rose 5%.\nUp 7% here.\nUp 7% here.\n")
    rents, fares = both.old.index("5%"), both.old.index("7%")

    assert both.new.index("5%") == both.carried(rents, rents + 2)[0]
    assert both.carried(fares, fares + 2) is None


def test_a_heading_is_of_the_lines_below_it():
    """The nearest short line without a number, within so many lines."""
    text = "Fares\nup 5%\n\nRents\nup 6%\n" + "up 7%\n" * ABOVE
    above = Headings(text)

    assert ["", "Fares", "Rents", ""] == [above.get(text.index(words)) for words in ("Fares", "5%", "6%")] + [
        above.get(len(text) - 2)
    ]


def test_numbers_between_two_places_are_counted_in_one_step():
    """Those with a character between the places, as in a list of all."""
    text = "1 cat, 2 dogs, 3 birds"
    numbers = _Numbers(text)

    assert (1, 3) == numbers.between(text.index("2"), len(text))
    assert (0, 0) == numbers.between(0, 0)
