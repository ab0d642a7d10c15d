"""Bad input gives a sentence that names file, row and column; exit code 2; and nothing is changed."""

import subprocess
import sys

import pytest

from claimbook import load_case
from claimbook.case.printed import prints_another_number
from claimbook.cli import main
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of


def edit(path, old, new):
    """Replace bytes in a file, which must hold them."""
    raw = path.read_bytes()
    assert old in raw
    path.write_bytes(raw.replace(old, new, 1))


SOURCES = "../../sources/"
DAMAGE = [
    ("missing column", "claims.csv", b"subject", b"sxxxxxx", "column “subject” is missing"),
    ("unknown column", "claims.csv", b"statement_zh", b"statement_xx", "column “statement_xx” is not known"),
    (
        "unknown claim",
        "evidence.csv",
        b"\ne001,c01,",
        b"\ne001,c98,",
        "evidence.csv, row 2 (e001), column “claim”: “c98” is not in claims.csv",
    ),
    ("unknown figure in a check", "checks.csv", b"f366", b"f9999", "“f9999” is no claim, figure or mention"),
    ("duplicate id", "mentions.csv", b"\nm02,", b"\nm01,", "duplicate id “m01”; ids must be unique"),
    (
        "offset that does not match",
        "mentions.csv",
        b"m04,371,",
        b"m04,370,",
        "mentions.csv, row 5 (m04), column “exact”: characters 370 to 374 are",
    ),
    (
        "thousands separator",
        SOURCES + "figures.csv",
        b",200000,200000,CNY",
        b',"200,000",200000,CNY',
        "no thousands separator",
    ),
    ("wrong unit", "claims.csv", b",18,18,percent,", b",18,18,%,", "column “unit”: “%” must be a unit of the codebook"),
    ("empty file", "searches.csv", None, b"", "searches.csv: is empty"),
    ("byte order mark", "article.toml", b"id = ", b"\xef\xbb\xbfid = ", "article.toml: begins with a byte order mark"),
    ("CRLF", "article.toml", b"\n", b"\r\n", "article.toml: line 1 ends with CR LF"),
    (
        "semicolons",
        "claims.csv",
        None,
        b"claim;kind;mention\nc01;level;m01\n",
        "claims.csv: is separated by semicolons; save it with commas",
    ),
    (
        "claim that its mention does not say",
        "claims.csv",
        b",18,18,percent,",
        b",0.18,0.18,percent,",
        "column “low”: low and high are not what “18%” says",
    ),
    ("not UTF-8", "checks.csv", b"Minutes", b"\xff\xfe", "is not UTF-8"),
    (
        "check that cannot be computed",
        "checks.csv",
        b"(1 - c29) * 30 * day",
        b"(1 - c29) * 30 * dey",
        "checks.csv, row 2 (k01), column “left”: cannot be computed",
    ),
    (
        "stray brace in a check",
        "checks.csv",
        b"leaves {left} of a 30-day",
        b"leaves {left of a 30-day",
        "cannot be computed",
    ),
    ("division by nothing", "checks.csv", b"c25 * c27,>=", b"c25 / (c27 - c27),>=", "cannot be computed"),
    (
        "words outside the fixed ones decide",
        SOURCES + "figures.csv",
        b",small-loan companies only,",
        b",small-loan companies alone,",
        "neither these nor in excluded_by",
    ),
    ("period of the article", "article.toml", b'"2023/2026-11-23"', b'"2026/2025"', "“period” ends before it begins"),
    ("period that is none", "article.toml", b'"2023/2026-11-23"', b'"soon"', "must be a date, or two dates such as"),
    ("address of the article", "article.toml", b'"https://nctoro', b'"javascript:nctoro', "must be an address"),
    ("sections as one string", "article.toml", b"sections = [", b"sections = [1, ", "must be a list of heading lines"),
    ("article changed by one byte", "article.txt", b"99.9%", b"99.8%", "article.txt: has the SHA-256"),
    (
        "address of the page",
        "article.toml",
        b'author = ""',
        b'review_url = "javascript:x"',
        "“review_url” must be the address",
    ),
    (
        "id outside the project",
        "article.toml",
        b'id = "weilidai"',
        b'id = "../../evil"',
        "“id” is “../../evil”; it must be the folder's name",
    ),
    (
        "id of another",
        "article.toml",
        b'id = "weilidai"',
        b'id = "other"',
        "the folder is “weilidai”; make them the same",
    ),
    (
        "title that is a number",
        "article.toml",
        b'author = ""',
        b"author = 5",
        "“author” must be text in quotation marks",
    ),
    (
        "day of reading that is none",
        "article.toml",
        b"read_on = 2026-11-23",
        b'read_on = "2026-99-99"',
        "“read_on” is “2026-99-99”, which is not a valid date",
    ),
    (
        "gap that is a number",
        "article.toml",
        'what = "白名单通过率"'.encode(),
        b"what = 5",
        "each [[missing]] must say",
    ),
    (
        "day of a search that is none",
        "searches.csv",
        b",2026-11-23,claim,c19 c20,",
        b",2026-02-31,claim,c19 c20,",
        "searches.csv, row 2 (q001), column “date”: “2026-02-31” is not a valid date",
    ),
    (
        "address that no browser takes",
        SOURCES + "sources.csv",
        b"https://www.01caijing.com/article",
        b"https://[bus",
        "hold no blank, bracket or quote",
    ),
    (
        "number of 400 digits",
        "claims.csv",
        b",18,18,percent,",
        b"," + b"1" * 400 + b",18,percent,",
        "must be a plain number",
    ),
    (
        "cell without end",
        "claims.csv",
        b",18,18,percent,",
        b"," + b"1" * 200_000 + b",18,percent,",
        "claims.csv, row 14: cannot be read (",
    ),
    ("not TOML", "article.toml", b"id = ", b"id ", "article.toml: is not TOML"),
    (
        "heading not in the text",
        "article.toml",
        "一、风控".encode(),
        "九、风控".encode(),
        "occurs 0 times in article.txt; it must occur once",
    ),
    (
        "figure of another unit decides",
        "claims.csv",
        b",300000,300000,CNY,",
        b",300000,300000,USD,",
        "sets USD beside CNY",
    ),
    (
        "figure of another period decides",
        "claims.csv",
        b"one borrower,2021,",
        b"one borrower,2015,",
        "which share no day",
    ),
    (
        "figure without a period decides",
        SOURCES + "figures.csv",
        b'stood until March 2025)",2020-07-12/',
        b'stood until March 2025)",',
        "has no period and cannot decide",
    ),
    (
        "figure that its words do not say decides",
        SOURCES + "figures.csv",
        "應當不超過人民幣20萬元".encode(),
        "應當不超過人民幣30萬元".encode(),
        "應當不超過人民幣30萬元” says; fix them",
    ),
    ("high below low", "claims.csv", b",60,80,percent", b",80,60,percent", "is below low"),
    ("impossible date", "claims.csv", b"one borrower,2021,", b"one borrower,2021-02-30,", "is not a valid date"),
    ("ragged row", "searches.csv", b"\nq001,", b"\nq001,a,b,", "searches.csv, row 2: has 11 cells, not 9"),
    (
        "link that is no address",
        SOURCES + "sources.csv",
        b"https://",
        b"javascript:",
        "must start with http:// or https://",
    ),
    (
        "figure of another entity decides",
        SOURCES + "figures.csv",
        b"architecture of the bank systems,WeBank",
        b"architecture of the bank systems,Weilidai",
        "sets \u201cWeBank\u201d beside \u201cWeilidai\u201d",
    ),
    (
        "bound without its inequality",
        "evidence.csv",
        b",same,,,",
        b",bound,,,",
        "a bound, and nothing else, has a direction and an inequality",
    ),
    (
        "private without a reason",
        "claims.csv",
        b",private,the article itself calls it internal assessment data,",
        b",private,,",
        "say why the claim is private",
    ),
    ("exact without a reason", "claims.csv", b",exact,a legal cap,", b",exact,,", "say why the number is exact"),
    (
        "reading left out",
        "checks.csv",
        b"reading,if the table lists all that is weighed",
        b"reading,",
        "a check that rests on a reading, and no other, names it",
    ),
    (
        "period that ends before it begins",
        "claims.csv",
        b"provinces of China,2021/2023",
        b"provinces of China,2023/2021",
        "ends before it begins",
    ),
    (
        "condition of no claim",
        "mentions.csv",
        b"condition,c07",
        b"condition,",
        "a condition or a repeat, and nothing else, names the claim",
    ),
    (
        "claim that no row takes up",
        "mentions.csv",
        b",period,,column header; dates c19 and s07",
        b",claim,,column header; dates c19 and s07",
        "must be claim if and only if a row of claims.csv names the number",
    ),
    (
        "number without a unit",
        SOURCES + "figures.csv",
        b",200000,200000,CNY,",
        b",200000,200000,,",
        "a number needs a unit",
    ),
    (
        "number and words in one row",
        SOURCES + "figures.csv",
        b",CNY,<=,exact,,",
        b",CNY,<=,exact,words,",
        "holds either a number (low, high) or words",
    ),
    (
        "statement that stands elsewhere",
        "claims.csv",
        b"statement,,",
        b"statement,m01,",
        "a statement has start, end and exact",
    ),
    (
        "heading that stands nowhere",
        "article.toml",
        "八、产品".encode(),
        "八、商品".encode(),
        "occurs 0 times in article.txt",
    ),
    ("quote left open", "checks.csv", b"Minutes that", b'"Minutes that', "checks.csv"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE]
)
def test_damage_gives_its_sentence(copy, capsys, name, old, new, sentence):
    """The sentence names the fault and the mend, the exit code is 2, and no file is touched."""
    path = (copy / name).resolve()
    path.write_bytes(new) if old is None else edit(path, old, new)
    before = {file: file.read_bytes() for file in copy.parent.parent.rglob("*.*")}

    assert 2 == main(["validate", str(copy)])
    printed = capsys.readouterr().err
    assert sentence in printed
    assert "Traceback" not in printed
    assert before == {file: file.read_bytes() for file in copy.parent.parent.rglob("*.*")}


def test_all_problems_at_once(copy):
    """Faults in several tables are told together."""
    edit(copy / "claims.csv", b"statement_zh", b"statement_xx")
    edit(copy / "mentions.csv", b"\nm02,", b"\nm01,")
    with pytest.raises(Problems) as found:
        load_case(copy)

    assert {"claims.csv", "mentions.csv"} == {
        sentence.split(":")[0].split(",")[0] for sentence in found.value.sentences
    }


def test_problems_come_in_the_order_of_the_tables(copy):
    """By table, row and column, each row by its id, and what a row lacks in one sentence."""
    rows = read_text(copy / "claims.csv", "claims")
    rows[11] |= {"metric": "", "subject": " "}
    rows[3] |= {"unit": "%", "kind": "x"}
    (copy / "claims.csv").write_text(csv_of("claims", rows), encoding="utf-8")
    edit(copy / "searches.csv", b",claim,c19 c20,", b",nowhere,c19 c20,")
    with pytest.raises(Problems) as found:
        load_case(copy)

    assert [
        f"claims.csv, row 5 ({rows[3]['claim']}), column “kind”",
        f"claims.csv, row 5 ({rows[3]['claim']}), column “unit”",
        f"claims.csv, row 13 ({rows[11]['claim']}), columns “subject” and “metric”",
        "searches.csv, row 2 (q001), column “scope”",
    ] == [sentence.split(":")[0] for sentence in found.value.sentences]
    assert found.value.sentences[2].endswith("must not be empty; fill in what is missing")


def test_what_rests_on_no_fault_is_checked_all_the_same(copy):
    """Faults of every kind are told at once: of a cell, of an id, of an anchor and of a relation; none twice over."""
    edit(copy / "claims.csv", b",18,18,percent,", b",18,18,%,")
    edit(copy / "evidence.csv", b"\ne001,c01,", b"\ne001,c98,")
    edit(copy / "mentions.csv", b"m04,371,", b"m04,370,")
    edit(copy / "searches.csv", b",2026-11-23,claim,c19 c20,", b",2026-02-31,claim,c19 c20,")
    edit(copy / "claims.csv", b",300000,300000,CNY,", b",300000,300000,USD,")
    edit(copy / "article.toml", b'"https://nctoro', b'"nctoro')
    with pytest.raises(Problems) as found:
        load_case(copy)
    told = [sentence.split(":")[0] for sentence in found.value.sentences]

    assert [
        "article.toml",
        "claims.csv, row 14 (c13), column “unit”",
        "evidence.csv, row 2 (e001), column “claim”",
        "searches.csv, row 2 (q001), column “date”",
    ] == told
    edit(copy / "article.toml", b'"nctoro', b'"https://nctoro')
    with pytest.raises(Problems) as found:
        load_case(copy)
    assert {"mentions.csv, row 5 (m04), column “exact”"} <= {
        sentence.split(":")[0] for sentence in found.value.sentences
    }
    assert any("sets USD beside CNY" in sentence for sentence in found.value.sentences)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [("Fares rose 5.1% in 2024.", True), ("Fares rose 5% in 2024.", False), ("Fares rose by a twentieth.", False)],
)
def test_a_statement_names_the_number_of_its_claim(bus, statement, fault):
    """Another number of the same unit is refused, so that no verdict is printed beside a sentence that says otherwise."""
    rows = read_text(bus / "claims.csv", "claims")
    rows[1]["statement_en"] = statement
    (bus / "claims.csv").write_text(csv_of("claims", rows), encoding="utf-8")
    if not fault:
        assert load_case(bus).verdicts
        return
    with pytest.raises(Problems, match=r"row 3 \(c02\), column “statement_en”: must not give another number"):
        load_case(bus)


@pytest.mark.parametrize(
    ("words", "low", "other"),
    [
        ("949.5", "9495000", False),
        ("1,180", "1180000", False),
        ("949.5", "9595000", True),
        ("949.5万", "949.5", True),
        ("94.95", "949.5", True),
        ("949.5万", "949500000", True),
    ],
)
def test_a_bare_number_of_a_table_may_be_in_thousands(words, low, other):
    """The unit stands in the table's head; a number with 万 or a unit of its own says what it is."""
    assert other == prints_another_number(words, {"low": low, "high": low, "unit": "count"})


@pytest.mark.parametrize(
    ("words", "low", "high", "unit", "other"),
    [
        ("Growth was 0% in May.", "0", "0", "percent", False),
        ("between -5% and 5%", "-5", "5", "percent", False),
        ("-5%", "5", "5", "percent", False),
        ("0%", "3", "3", "percent", True),
        ("two thirds", "66.7", "66.7", "percent", False),
        ("三分之二", "67", "67", "percent", False),
        ("two thirds", "63", "63", "percent", True),
        ("in 2023 for a year", "1", "1", "year", False),
        ("in 2023", "2024", "2024", "year", True),
    ],
)
def test_what_words_say_is_read_with_zero_fractions_and_years(words, low, high, unit, other):
    """No valid claim is refused for a sign, for a fraction as a person writes it, or for a year beside a duration."""
    assert other == prints_another_number(words, {"low": low, "high": high, "unit": unit})


def test_a_new_project_has_no_shared_tables(bus):
    """Without sources.csv and figures.csv, a draft without evidence loads; evidence names what is missing."""
    for name in ("sources.csv", "figures.csv"):
        (bus.parent.parent / "sources" / name).unlink()
    with pytest.raises(Problems, match="“f01” is not in figures.csv"):
        load_case(bus)
    (bus / "evidence.csv").write_text(csv_of("evidence", []), encoding="utf-8")
    assert load_case(bus).verdicts


def test_tables_that_a_spreadsheet_saved_are_read(copy, case):
    """With a byte order mark and CR LF, as Excel writes them, all is read as before."""
    claims = read_text(copy / "claims.csv", "claims")
    claims[0]["note"] = "two\nlines"
    (copy / "claims.csv").write_text(csv_of("claims", claims), encoding="utf-8")
    for path in copy.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert case.verdicts == load_case(copy).verdicts
    assert claims == read_text(copy / "claims.csv", "claims")


@pytest.mark.parametrize("arguments", [["check", "nobody"], ["claim", "weilidai", "c99"], ["mentions", "nothing.txt"]])
def test_a_wrong_name_gives_a_sentence(arguments, capsys):
    """An article, a claim or a file that is not there is told in a sentence."""
    assert 2 == main(arguments)
    assert "Traceback" not in capsys.readouterr().err


def test_a_text_that_is_not_utf8_gives_a_sentence(tmp_path, capsys):
    """`mentions` names the byte."""
    (tmp_path / "a.txt").write_bytes("增长18%".encode("gb18030"))

    assert 2 == main(["mentions", str(tmp_path / "a.txt")])
    assert "byte 0 is not UTF-8" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_problem(tmp_path):
    """`mentions` ends in silence where its output is read no further."""
    path = tmp_path / "a.txt"
    path.write_text("增长18%\n" * 5000, encoding="utf-8")
    command = [sys.executable, "-c", "import sys; from claimbook.cli import main; sys.exit(main())", "mentions", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.readline()
        run.stdout.close()
        assert (0, b"") == (run.wait(timeout=60), run.stderr.read())


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """If writing breaks off, the old file stands and no temporary file is left."""
    from claimbook.tables import writer

    path = tmp_path / "verdicts.csv"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(writer.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        writer.save("new", path)

    assert ["old"] == [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()]


def test_a_check_that_decides_has_no_public_figure(copy, capsys):
    """What is computed from public figures is a computed figure; a check may show what a definition would give."""
    checks = copy / "checks.csv"
    rows = read_text(checks, "checks")
    chosen = next(row for row in rows if row["basis"] == "reading" and "f" in row["left"] + row["right"])
    checks.write_text(
        csv_of("checks", [row | {"basis": "definition", "reading": ""} if row == chosen else row for row in rows]),
        encoding="utf-8",
    )

    assert 2 == main(["validate", str(copy)])
    assert f"({chosen['check']}), column “basis”: a check of the article's own numbers" in capsys.readouterr().err


def test_a_name_in_other_letters_is_the_same_name(copy):
    """“Men” at the head of a sentence is “men” within it."""
    figures = read_text(copy.parent.parent / "sources" / "figures.csv", "figures")
    rows = [row | {"entity": row["entity"].upper()} for row in figures]
    (copy.parent.parent / "sources" / "figures.csv").write_text(csv_of("figures", rows), encoding="utf-8")

    assert load_case(copy).verdicts
