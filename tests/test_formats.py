"""What other tools are handed is what their own readers accept; each is read here by a reader that is not ours."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest

from claimbook import export, load_case, page, recheck, report
from claimbook.cli import main
from claimbook.export.bibliography import bibliography
from claimbook.judge.rules import SENTENCES
from claimbook.tables import files, writer
from claimbook.tables.schema import KEYS, TABLES

# What schema.org expects of a ClaimReview, and what its readers require (developers.google.com, Fact Check markup):
# a rating within its bounds and with a name, a claim that appeared somewhere, an address and an author.
BOTH = {"type": "string", "pattern": "[a-z]{3}(.|\n)*[\u4e00-\u9fff]"}  # English, then Chinese, in one plain text
ORGANISATION = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"const": "Organization"}, "name": {"type": "string", "minLength": 1}},
}
REVIEW = {
    "type": "object",
    "required": ["@type", "@id", "url", "claimReviewed", "author", "datePublished", "itemReviewed", "reviewRating"],
    "additionalProperties": False,
    "properties": {
        "@type": {"const": "ClaimReview"},
        "@id": {"type": "string"},
        "url": {"type": "string", "pattern": "#[cs][0-9]+$"},
        "claimReviewed": {"type": "string", "minLength": 1},
        "inLanguage": {"const": ["en", "zh"]},
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "author": ORGANISATION,
        "reviewBody": BOTH,
        "reviewAspect": {"enum": list(SENTENCES)},
        "itemReviewed": {
            "type": "object",
            "required": ["@type", "author", "appearance"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "Claim"},
                "name": BOTH,
                "text": {"type": "string"},
                "inLanguage": {"type": "string"},
                "author": ORGANISATION,
                "appearance": {
                    "type": "object",
                    "required": ["@type", "url", "headline"],
                    "properties": {
                        "@type": {"const": "CreativeWork"},
                        "url": {"type": "string", "pattern": "^https?://"},
                    },
                },
            },
        },
        "reviewRating": {
            "type": "object",
            "required": ["@type", "alternateName", "ratingExplanation"],
            "dependentRequired": {"ratingValue": ["bestRating", "worstRating"], "bestRating": ["ratingValue"]},
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "Rating"},
                "ratingValue": {"type": "integer", "minimum": 1, "maximum": 3},
                "bestRating": {"const": 3},
                "worstRating": {"const": 1},
                "alternateName": BOTH,
                "ratingExplanation": BOTH,
            },
        },
    },
}


@pytest.fixture(scope="module")
def handed(case, tmp_path_factory):
    """All formats of the real article, in one folder."""
    folder = tmp_path_factory.mktemp("formats")
    export.write_all(case, folder)
    return folder


def read(path):
    """Read JSON."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_review_is_what_the_vocabulary_expects(handed, case):
    """One ClaimReview for each claim, each with its rating in both languages."""
    found = read(handed / "claimreview.json")

    assert "https://schema.org" == found["@context"]
    assert len(case.claims) == len(found["@graph"])
    for one in found["@graph"]:
        jsonschema.validate(one, REVIEW)


def test_an_undecided_claim_is_rated_neither_true_nor_false(case):
    """Only supported gets the best rating and only contradicted the worst; unsupported gets no number, and says so."""
    found = {one["@id"].lstrip("#"): one["reviewRating"] for one in export.reviews(case)["@graph"]}

    assert {"contradicted": {1, None}, "unsupported": {None}, "supported": {None}} == {
        word: {found[name].get("ratingValue") for name, verdict in case.verdicts.items() if verdict.verdict == word}
        for word in ("contradicted", "unsupported", "supported")
    }
    assert "not decided" in found["c02"]["ratingExplanation"]


def test_a_supported_claim_without_a_caveat_gets_the_best_rating(published):
    """And one with a caveat, or of low confidence, gets none."""
    found = {one["@id"].lstrip("#"): one["reviewRating"] for one in export.reviews(published)["@graph"]}
    rated = {name for name, rating in found.items() if rating.get("ratingValue") == 3}

    assert rated == {
        name
        for name, verdict in published.verdicts.items()
        if verdict.verdict == "supported" and not verdict.caveat and verdict.confidence != "low"
    }


def test_a_doubt_or_a_caveat_leaves_no_number(case):
    """A true number in a false story, and a verdict of low confidence, are handed on in words with the caveat."""
    found = {one["@id"].lstrip("#"): one for one in export.reviews(case)["@graph"]}

    assert (
        "ratingValue" not in found["c20"]["reviewRating"] and "the story around it is not" in found["c20"]["reviewBody"]
    )
    assert "ratingValue" not in found["c30"]["reviewRating"] and "Confidence: low." in found["c30"]["reviewBody"]
    assert 1 == found["s05"]["reviewRating"]["ratingValue"]
    bodies = [
        str(item["body"]) for item in export.collection(case)["first"]["items"] if "index.html#c20" in str(item["body"])
    ]
    assert ["the story around it is not" in body for body in bodies] == [True]


def test_an_unchecked_claim_has_no_review(bus):
    """Nobody looked: nothing is published."""
    path = bus / "searches.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")

    assert ["#c01"] == [one["@id"] for one in export.reviews(load_case(bus))["@graph"]]


def test_every_annotation_is_found_again_by_anchorpoint(handed):
    """Another implementation selects the same words by position, and finds the same place by the quote."""
    selectors = pytest.importorskip("anchorpoint.textselectors")
    text = (handed / "article.txt").read_bytes().decode("utf-8")
    items = read(handed / "annotations.json")["first"]["items"]

    assert len(items) > 80
    for item in items:
        position, quote = item["target"]["selector"]
        assert quote["exact"] == text[position["start"] : position["end"]]
        place = selectors.TextPositionSelector(start=position["start"], end=position["end"])
        named = selectors.TextQuoteSelector(exact=quote["exact"], prefix=quote["prefix"], suffix=quote["suffix"])
        assert quote["exact"] == place.select_text(text).strip("…")
        assert (position["start"], position["end"]) == (named.as_position(text).start, named.as_position(text).end)


def test_every_mention_and_statement_is_annotated(handed, case):
    """No anchor is lost on the way."""
    names = {item["id"].rpartition(":")[2] for item in read(handed / "annotations.json")["first"]["items"]}

    assert {
        *(row["mention"] for row in case.tables["mentions"]),
        *(c.id for c in case.claims.values() if not c.is_number),
    } == names


def test_browsers_count_in_utf_16(bus):
    """A sign outside the basic plane takes two units; the label says which units are meant."""
    toml, text = (bus / name for name in ("article.toml", "article.txt"))
    old = text.read_bytes()
    new = old.replace(b"City bus report\n", "City bus repor🚌\n".encode(), 1)
    text.write_bytes(new)
    toml.write_text(
        toml.read_text(encoding="utf-8").replace(hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest()),
        encoding="utf-8",
    )
    case = load_case(bus)
    points, units = (
        export.collection(case, unit)["first"]["items"][0]["target"]["selector"][0]
        for unit in ("code points", "utf-16")
    )

    assert (44, 49, "Unicode code points") == (points["start"], points["end"], points["schema:unitText"])
    assert (45, 50, "UTF-16 code units") == (units["start"], units["end"], units["schema:unitText"])


def test_frictionless_accepts_the_data_package(handed):
    """Types, keys, allowed words, checksums: the field's own validator has nothing to say."""
    frictionless = pytest.importorskip("frictionless")
    found = frictionless.validate(str(handed / "datapackage.json"))

    assert [] == found.flatten(["name", "type", "note"])
    assert {*TABLES, "verdicts"} == {task.name for task in found.tasks}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("evidence.csv", "e001,c01,", "e001,c98,"),
        ("figures.csv", ",CNY,", ",CNx,"),
        ("claims.csv", "\nc02,", "\nc01,"),
        ("sources.csv", "stored copy", "stored c0py"),
    ],
    ids=["key", "unit", "id", "word"],
)
def test_frictionless_refuses_a_changed_table(handed, tmp_path, name, old, new):
    """The package says enough for a changed cell to be noticed, by its checksum and by its meaning."""
    frictionless = pytest.importorskip("frictionless")
    for path in handed.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    changed = (handed / name).read_text(encoding="utf-8")
    assert old in changed
    (tmp_path / name).write_text(changed.replace(old, new, 1), encoding="utf-8")
    kinds = {kind for (kind,) in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}

    assert "hash-count" in kinds or "byte-count" in kinds
    assert len(kinds) > 1


def test_the_data_package_tells_units_and_keys(handed):
    """Numbers and offsets have a unit, tables a key, and evidence leads to claims and figures."""
    resources = {one["name"]: one["schema"] for one in read(handed / "datapackage.json")["resources"]}
    fields = [field for schema in resources.values() for field in schema["fields"]]

    assert [] == [field["name"] for field in fields if field["type"] in ("number", "integer") and not field.get("unit")]
    assert {name: [key] for name, key in KEYS.items()} | {"verdicts": ["claim"]} == {
        name: schema["primaryKey"] for name, schema in resources.items()
    }
    assert {("claim", "claims"), ("figure", "figures")} == {
        (key["fields"][0], key["reference"]["resource"]) for key in resources["evidence"]["foreignKeys"]
    }


def test_the_bibliography_is_csl(handed, case):
    """Each source behind the evidence once, with the fields that a citation manager reads."""
    items = read(handed / "sources.csl.json")

    assert {item.figure.source.id for item in case.evidence} == {item["id"] for item in items}
    for item in items:
        assert {"type", "title", "publisher", "URL", "accessed"} <= set(item)
        assert item["type"] in ("report", "article-newspaper", "webpage")
        assert all(isinstance(part, int) for part in item["accessed"]["date-parts"][0])


def test_the_workbook_opens_elsewhere_with_text_as_text(handed, case):
    """Another reader finds every table, every row, and no formula."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(str(handed / "claimbook.xlsx"))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    assert [
        "result",
        "verdicts",
        "claims",
        "evidence",
        "figures",
        "computed",
        "sources",
        "searches",
        "checks",
        "mentions",
    ] == book.sheet_names
    assert len(case.tables["evidence"]) + 1 == len(rows["evidence"])
    assert list(map(str, report.headline(case))) == [row[0] for row in rows["result"][2:]]


def test_no_cell_of_the_workbook_is_a_formula(bus, tmp_path):
    """A formula in the data is a text in the workbook, and an apostrophe keeps it one in the tables."""
    import zipfile

    path = bus.parent.parent / "sources" / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Year book", "=HYPERLINK(1)"), encoding="utf-8")
    export.write_all(load_case(bus), tmp_path)
    sheets = zipfile.ZipFile(tmp_path / "claimbook.xlsx")

    assert "'=HYPERLINK(1)" in (tmp_path / "sources.csv").read_text(encoding="utf-8")
    assert not [name for name in sheets.namelist() if b"<f>" in sheets.read(name)]
    assert any(b"=HYPERLINK(1)" in sheets.read(name) for name in sheets.namelist())


def test_the_summary_is_markdown_without_a_trap(bus, case):
    """Markup in an article's title is shown; both languages tell the headline."""
    hostile = replace(
        load_case(bus), article=replace(load_case(bus).article, title="<img src=x> [a](javascript:b) *c*")
    )
    told = export.summary(hostile)

    assert r"# \<img src=x\> \[a\](javascript:b) \*c\*" == told.splitlines()[0]
    assert f"- {report.headline(case)[0]}" in export.summary(case)
    assert f"- {report.headline(case)[0].said('zh')}" in export.summary(case, "zh")


def test_the_same_data_gives_the_same_bytes(case, handed, tmp_path):
    """Nothing that is written depends on the clock, on chance or on the order of a set."""
    command = [sys.executable, "-m", "claimbook", "export", str(case.folder), "--to", str(tmp_path)]
    subprocess.run(
        command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia"}
    )

    assert {path.name: path.read_bytes() for path in handed.iterdir()} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }


def test_one_command_writes_every_format(bus, tmp_path, capsys):
    """`export` writes where it is told; a folder that cannot be written gets a sentence."""
    assert 0 == main(["export", str(bus), "--to", str(tmp_path / "out")])
    assert set(export.FORMATS) <= {path.name for path in (tmp_path / "out").iterdir()}
    (tmp_path / "file").write_text("x", encoding="utf-8")
    capsys.readouterr()

    assert 2 == main(["export", str(bus), "--to", str(tmp_path / "file")])
    assert "cannot be written" in capsys.readouterr().err


def test_a_source_that_is_not_on_the_web_has_no_address(bus):
    """It is cited without one, named on the page and in the terminal, and no recheck visits it."""
    path = bus.parent.parent / "sources" / "sources.csv"
    rows = files.read(path, "sources")
    rows[0]["url"] = ""
    path.write_text(writer.csv_of("sources", rows), encoding="utf-8")
    case = load_case(bus)
    cited = bibliography(case)

    assert ["URL" in item for item in cited] == [item["id"] != rows[0]["source"] for item in cited]
    assert all(item["author"] == [{"literal": case.sources[item["id"]].author}] for item in cited)
    assert rows[0]["source"] not in {source.id for source in recheck.due(case, "2026-01-01")[0]}
    with pytest.raises(files.Problems, match="with an address"):
        recheck.due(case, "2026-01-01", [rows[0]["source"]])


def test_an_article_that_is_not_on_the_web_is_written_without_an_address(bus, tmp_path):
    """Every format and the first screen do without it, and no empty link is left."""
    path = bus / "article.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('url = "https://example.org/bus"\n', ""), encoding="utf-8")
    case = load_case(bus)
    export.write_all(case, tmp_path)
    shown = page.render(case)

    assert not [one for one in export.reviews(case)["@graph"] if "url" in one["itemReviewed"]["appearance"]]
    assert not [one for one in export.collection(case)["first"]["items"] if "via" in one["target"]["source"]]
    assert [{"title": "City bus report"}] == json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))[
        "sources"
    ]
    assert "<>" not in export.summary(case) and 'href=""' not in shown + report.front(case).html
    assert str(report.front(case)).startswith("City bus report, example.org. Checked")


def test_a_statement_in_one_language_is_enough(bus, capsys):
    """It stands in both places, is told once, and none at all is a problem."""
    rows = files.read_text(bus / "claims.csv", "claims")
    rows[1]["statement_en"] = ""
    (bus / "claims.csv").write_text(writer.csv_of("claims", rows), encoding="utf-8")
    case = load_case(bus)
    bodies = [
        body
        for item in export.collection(case)["first"]["items"]
        for body in item["body"]
        if body["purpose"] == "describing"
    ]

    assert [rows[1]["statement_zh"]] * 2 == [case.claims["c02"].statement.said(language) for language in ("en", "zh")]
    assert [("en", "zh"), ("zh",)] == [
        tuple(body["language"] for body in bodies if body["value"] in claim.statement.texts.values())
        for claim in case.claims.values()
    ]
    names = {one["@id"]: one["itemReviewed"]["name"] for one in export.reviews(case)["@graph"]}
    assert (f"{case.claims['c01'].statement.en} · {case.claims['c01'].statement.zh}", rows[1]["statement_zh"]) == (
        names["#c01"],
        names["#c02"],
    )
    assert 0 == main(["claim", str(bus), "c02"])
    assert 1 == capsys.readouterr().out.count(rows[1]["statement_zh"])
    rows[1]["statement_zh"] = " "
    (bus / "claims.csv").write_text(writer.csv_of("claims", rows), encoding="utf-8")
    assert 2 == main(["claim", str(bus), "c02"])
    assert (
        "claims.csv, row 3 (c02), column “statement_en”: say the claim in English, in Chinese, or in both"
        in capsys.readouterr().err
    )


def test_a_statement_is_tagged_with_its_own_language(case):
    """An English statement that holds a Chinese name is English."""
    bodies = [
        body
        for item in export.collection(case)["first"]["items"]
        for body in item["body"]
        if body["purpose"] == "describing"
    ]
    tagged = {body["value"]: body["language"] for body in bodies}

    assert all(
        ("en", "zh") == (tagged[claim.statement.en], tagged[claim.statement.zh]) for claim in case.claims.values()
    )
    assert "零钱通" in case.claims["s03"].statement.en


def test_where_none_is_unsupported_no_kinds_are_told(bus):
    """The headline names the kinds of unsupported claims only where there are some."""
    case = load_case(bus)
    one = replace(case, claims={"c01": case.claims["c01"]})

    assert "Of the 1:" in str(report.headline(case)[1])
    assert "Of the numeric claims, none is unsupported." == str(report.headline(one)[1])


def test_every_form_prints_the_code_of_the_rule(case, capsys):
    """Beside the verdict on the cap of 2021 each form says that `excluded` made it; the page leads to its sentence."""
    assert 0 == main(["claim", str(case.folder), "c19"])
    assert "[excluded]" in capsys.readouterr().out
    assert 0 == main(["check", str(case.folder), "--json"])
    rows = json.loads(capsys.readouterr().out)["verdicts"]
    assert ["excluded"] == [row["rule"] for row in rows if row["claim"] == "c19"]
    reviews = {one["@id"]: one for one in export.reviews(case)["@graph"]}
    assert "excluded" == reviews["#c19"]["reviewAspect"]
    bodies = [one["body"] for one in export.collection(case)["first"]["items"] if "#c19" in str(one["body"])]
    assert bodies and all("'classifying', 'format': 'text/plain', 'value': 'excluded'" in str(one) for one in bodies)
    assert r"\[excluded\]" in export.summary(case)
    assert "[excluded]" in report.one(case, "c19").plain
    shown = page.render(case)
    assert {f'id="rule-{code}"' in shown for code in SENTENCES} == {True}
    assert '<a class="rule" href="#rule-excluded"><code>excluded</code></a>' in shown
