"""Nothing private in what is published: what is in documents, notes and private sources stays in the workspace."""

import shutil
import zipfile
from pathlib import Path

import pytest

from claimbook import load_case
from claimbook.case.case import case_of
from claimbook.case.private import withheld
from claimbook.cli import main
from claimbook.judge.source import WITHHELD
from claimbook.tables.files import read_text
from claimbook.tables.writer import writing
from tests.conftest import HOME

SECRET = "s3cr3t"
WORDS = ("title", "publisher", "author", "tier_reason", "origin", "note")


def mark(bus, **more):
    """Mark the bus article's only source as private, with a secret in each of its cells and of what rests on it."""
    with writing(bus, "sources", "figures", "evidence") as tables:
        (source,), (figure,), (evidence,) = (tables.rows[name] for name in ("sources", "figures", "evidence"))
        source |= {name: f"{source[name]} {SECRET}" for name in WORDS} | {"source": SECRET, "private": "yes"}
        source |= {"url": f"https://example.org/{SECRET}"} | more
        figure |= {"source": SECRET, "as_printed": f"1,180 {SECRET}", "note": SECRET, "exception": f"but {SECRET}"}
        evidence |= {"reason": f"The same {SECRET}."}


@pytest.fixture
def article(bus):
    """The article of the buses."""
    return load_case(bus).article


@pytest.fixture
def home(bus):
    """The workspace of the bus article, with a document, a find that nobody judged, and another article's source."""
    mark(bus)
    with writing(bus, "sources", "figures") as tables:
        tables.add({"sources": [tables.rows["sources"][0] | {"source": "another", "title": SECRET, "private": ""}]})
        tables.add({"figures": [tables.rows["figures"][0] | {"figure": "f02", "source": "another"}]})
    place = bus.parents[2]
    (place / "docs").mkdir()
    (place / "docs" / "a.txt").write_text(f"The buses carry 1,180 riders a day, {SECRET}.", encoding="utf-8")
    (place / "notebooks").mkdir()
    for name in ("1-verdicts.ipynb", "3-evidence.ipynb"):
        shutil.copy(HOME / "claimbook" / "workspace" / "template" / "notebooks" / name, place / "notebooks")
    return place


def rows_of(**changed):
    """Return tables with one private source, and what rests on it, as far as `withheld` reads them."""
    empty = dict.fromkeys(("author", "publisher", "origin", "title", "url", "note", "tier_reason"), "")
    tables = {
        "sources": [empty | {"source": "s1", "private": "yes", "origin": "o"}],
        "figures": [
            {"figure": "f01", "source": "s1", "origin": "o", "exception": "", "value": "5", "low": "5", "high": "5",
             "unit": "percent", "comparator": "=", "precision": "rounded"}
        ],
        "computed": [{"computed": "x1", "expression": "f01 * 2", "note": SECRET, "words_en": SECRET, "words_zh": SECRET}],
        "evidence": [{"figure": name, "reason": SECRET, "inequality": SECRET} for name in ("f01", "x1")],
        "rechecks": [],
    }  # fmt: skip
    return tables | changed


def test_what_a_person_writes_of_a_private_figure_is_withheld(article):
    """The inequality of a bound and the words of a computation that rests on it, not the fact that there are any."""
    tables = withheld(rows_of(), article)

    assert SECRET not in str(tables)
    assert {"not published"} == {row["inequality"] for row in tables["evidence"]}
    assert "{result}" in tables["computed"][0]["words_en"] and "{result}" in tables["computed"][0]["words_zh"]


def holding(folder):
    """Return the files of a folder in whose name or content the secret is; workbooks are looked into."""
    found = []
    for path in (path for path in Path(folder).rglob("*") if path.is_file()):
        content = path.read_bytes()
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as inside:
                content = b"".join(map(inside.read, inside.namelist()))
        found += [path.name] if SECRET.encode() in content + path.name.encode() else []
    return found


def test_a_secret_is_in_nothing_that_is_published(home, tmp_path, capsys):
    """Page, notebooks, verdicts and every format are searched, after the documents were read and all was built."""
    article = home / "data" / "articles" / "bus"
    assert not main(["find", str(article), str(home / "docs")])
    assert not main(["build", str(article)])
    assert not main(["publish", str(article), "--to", str(tmp_path / "out")])
    names = {path.name for path in (tmp_path / "out").iterdir()}

    assert {
        "index.html",
        "1-verdicts.html",
        "3-evidence.html",
        "claimbook.xlsx",
        "sources.csv",
        "summary.zh.md",
    } < names
    assert [] == holding(tmp_path / "out")
    assert [] == holding(home / "build")
    assert [] == holding(home / "notebooks")
    assert SECRET not in (article / "verdicts.csv").read_text(encoding="utf-8")
    assert "private sources: 1" in capsys.readouterr().out


def test_without_the_mark_the_words_are_published(bus, tmp_path):
    """The search would find the secret: the same source without its mark is in page and formats by name."""
    mark(bus, private="")
    assert not main(["report", str(bus), "--to", str(tmp_path / "out")])

    assert {"index.html", "claimbook.xlsx", "sources.csv", "sources.csl.json"} <= set(holding(tmp_path / "out"))


def test_the_page_says_that_a_document_is_not_published(bus):
    """The number is there, who printed it is not, and the caveat says that no reader can check it."""
    mark(bus)
    case = load_case(bus)
    found = case.verdicts["c01"]

    assert WITHHELD in str(found.reason) and "1,180 a day" in str(found.reason)
    assert "no reader can check" in str(found.caveat)
    assert "持有人未公开的文件" in found.reason.said("zh")


def test_the_verdict_is_the_same_and_less_sure(bus):
    """A figure is true or not whoever may read it; what rests on it alone has low confidence."""
    open_ = load_case(bus).verdicts["c01"]
    mark(bus)
    hidden, known = load_case(bus).verdicts["c01"], load_case(bus, private=True).verdicts["c01"]

    assert (open_.verdict, "high") == (hidden.verdict, open_.confidence)
    assert ("low", "low") == (hidden.confidence, known.confidence)


def test_its_owner_sees_it(home, capsys):
    """`claimbook claim` prints the source as it is."""
    main(["claim", str(home / "data" / "articles" / "bus"), "c01"])

    assert SECRET in capsys.readouterr().out


def test_withholding_changes_no_verdict_of_a_published_article(published):
    """Were all its sources private, every claim had the same verdict: numbers, tiers, origins and voices still count."""
    tables = published.tables | {"sources": [row | {"private": "yes"} for row in published.tables["sources"]]}
    known, hidden = (
        case_of(published.folder, published.article, rows) for rows in (tables, withheld(tables, published.article))
    )

    assert [(v.verdict, v.rule, v.confidence) for v in known.verdicts.values()] == [
        (v.verdict, v.rule, v.confidence) for v in hidden.verdicts.values()
    ]


def test_nothing_unfinished_is_published(bus, tmp_path, capsys):
    """A claim at which nobody has looked is in no published check."""
    with writing(bus, "searches") as tables:
        tables.rows["searches"].clear()

    assert 2 == main(["publish", str(bus), "--to", str(tmp_path / "out")])
    assert "is not finished (c02)" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_publish_lists_first_and_copies_nothing_else(bus, tmp_path, capsys):
    """Without a folder it only lists; with one, exactly the listed files are copied, whatever is in build/<id>."""
    stray = bus.parents[2] / "build" / "bus" / "stray.txt"
    stray.parent.mkdir(parents=True)
    stray.write_text("mine", encoding="utf-8")
    assert not main(["publish", str(bus)])
    listed = capsys.readouterr().out
    assert "Nothing was copied" in listed and not (tmp_path / "out").exists()
    assert not main(["publish", str(bus), "--to", str(tmp_path / "out")])
    copied = {path.name for path in (tmp_path / "out").iterdir()}

    assert "stray.txt" not in copied
    assert copied == {line.split()[0] for line in listed.splitlines() if line.endswith(" kB")}


def test_the_mark_is_a_column_that_older_tables_lack(bus):
    """A workspace made before it has no private source."""
    assert {""} == {row["private"] for row in read_text(bus.parents[1] / "sources" / "sources.csv", "sources")}


def test_the_name_of_a_file_is_not_published(article):
    """A source that was taken in from a document of one's own says so to its owner alone, private or not."""
    rows = rows_of()
    rows["sources"] = [row | {"private": "", "note": "from the file letter-from-ann.pdf"} for row in rows["sources"]]

    assert {""} == {row["note"] for row in withheld(rows, article)["sources"]}
