"""The page is one file that tells everything, runs nothing of the article's, and is the same each time."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimbook import export, load_case, page, report
from claimbook.cli import main
from claimbook.judge.verdict import SUB_REASONS
from claimbook.language.phrase import catalogue
from claimbook.page import marked
from claimbook.page.payload import TABLES, packed, payload
from claimbook.page.render import text_of
from claimbook.page.words import FIXED, SAID

VOID = {"meta", "link", "img", "br", "input", "hr"}


class Reader(HTMLParser):
    """Collects elements, their attributes and their text, and the text of the article."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.article, self.texts = [], [], "", {}

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if any(attributes.get("id") == "article" for _, attributes in self.open):
            self.article += text
        if self.open:
            self.texts.setdefault(self.open[-1][0], []).append(text)


def parsed(html):
    """Read a page."""
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.fixture(scope="module")
def html(case):
    """The page of the real article."""
    return page.render(case, {"The working": ["1-verdicts.html"]})


def test_the_page_is_one_small_file(html):
    """Under 1.5 MB, and nothing is loaded from elsewhere."""
    loads = [
        (tag, a)
        for tag, a in parsed(html).elements
        if tag in ("img", "iframe", "object", "embed", "video", "link") or (tag == "script" and "src" in a)
    ]

    assert len(html.encode()) < 1_500_000
    assert [] == loads
    assert "url(" not in text_of("page.css")


def test_the_policy_allows_this_page_and_nothing_else(html):
    """The hashes in the policy are those of the two scripts and the style; nothing inline is allowed beside them."""
    policy = next(a["content"] for tag, a in parsed(html).elements if a.get("http-equiv") == "Content-Security-Policy")
    inline = re.findall(r"<script>(.*?)</script>", html, re.S) + re.findall(r"<style>(.*?)</style>", html, re.S)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert sorted(hashes) == sorted(re.findall(r"sha256-([^']+)'", policy))
    assert 3 == len(hashes)
    assert not [a for _, a in parsed(html).elements if "style" in a or any(name.startswith("on") for name in a)]


def test_the_article_is_whole_and_unchanged(html, case):
    """The text of the marked article is the article to the letter."""
    assert case.article.text == parsed(html).article


def test_marks_cross_lines_and_nest(case):
    """A statement that runs over two lines is marked on both; the number inside it is marked inside."""
    text = "ab 12\ncd 34 ef\n"
    one = replace(case.claims["s06"], id="s01", selector=replace(case.claims["s06"].selector, start=1, end=9))
    mention = case.tables["mentions"][0] | {"start": "3", "end": "5", "role": "period", "of": ""}
    small = replace(
        case,
        article=replace(case.article, text=text, sections=()),
        claims={"s01": one},
        tables=case.tables | {"mentions": [mention]},
    )
    small.__dict__["verdicts"] = {"s01": case.verdicts["s06"]}
    first, second = ("".join(html) for _, _, html in marked.lines(small))

    assert first.startswith('a<mark class="contradicted" data-claim="s01">')
    assert '<mark class="other" data-role="period">12</mark>' in first
    assert 'data-claim="s01">cd ' in second
    assert text == re.sub(r"<[^>]*>", "", first + second)


def test_every_claim_has_its_card(html, case):
    """Each claim stands on the page with its id, both statements, its verdict, its rule and its reason."""
    elements = parsed(html).elements
    cards = {a["id"]: a for tag, a in elements if tag == "article"}

    assert [*case.claims] == [*cards]
    assert {name: verdict.verdict for name, verdict in case.verdicts.items()} == {
        name: a["data-verdict"] for name, a in cards.items()
    }
    for claim in case.claims.values():
        assert claim.statement.zh.split("'")[0] in html


def test_the_first_screen_splits_unsupported(html, case):
    """The counts stand before the article, unsupported by why, and add up to the claims."""
    top = html[: html.index('id="article"')]
    tallies = re.findall(r'(?s)<table class="tally">(.*?)</table>', top)
    for numbers, tally in zip((True, False), tallies, strict=True):
        found = report.counts(case, numbers=numbers)
        split = [found[name] for name in SUB_REASONS if found[name]]
        rows = [int(n) for n in re.findall(r'<td class="count">(\d+)</td>', tally)]
        assert found["unsupported"] == sum(split) == int(re.search(r'<td class="count sum">(\d+)</td>', tally)[1])
        assert split == rows[-len(split) :]
        assert found["contradicted"] in rows[: -len(split)] and found["claims"] == sum(rows)
    assert "Unsupported is not false." in top
    assert "未获证实不等于不实。" in top


def test_the_script_tells_the_same_evidence(case):
    """What the page brings for the script is every row of evidence, every search and every check, once."""
    brought = payload(case)

    assert sorted(item.id for item in case.evidence) == sorted(row["id"] for row in brought["evidence"])
    assert len(brought["figures"]) == len({item.figure.id for item in case.evidence})
    checks = {outcome.check.id for outcome in case.outcomes if outcome.check.premise + outcome.check.conclusion}
    assert sorted(checks) == sorted(row["id"] for row in brought["checks"])
    for name, found in case.findings.items():
        rows = {table: [brought[table][place] for place in places] for table, places in brought["claims"][name].items()}
        assert [item.id for item in found.facts.evidence] == [row["id"] for row in rows["evidence"]]
        assert [outcome.check.id for outcome in found.facts.outcomes] == [row["id"] for row in rows["checks"]]
        said = [row["query"] if isinstance(row["query"], str) else row["query"][0] for row in rows["searches"]]
        assert [search.query for search in found.facts.logged] == said


def test_the_names_of_a_table_are_written_once(case):
    """Packed, each table is its names and its rows; put together again, nothing is lost."""
    brought = payload(case)
    written = packed(brought)

    for table in TABLES:
        rows = [dict(zip(written[table]["names"], row, strict=True)) for row in written[table]["rows"]]
        assert brought[table] == rows
    assert brought["claims"] == written["claims"]


def test_the_script_reads_the_tables_by_their_names(case):
    """Every name of a row is read somewhere in the script, and the script unpacks every table."""
    script, brought = text_of("page.js"), payload(case)

    assert f"for (const table of {json.dumps(list(TABLES))})" in script
    names = {name for table in TABLES for name in brought[table][0]}
    assert [] == sorted(name for name in names if not re.search(rf"\b{name}\b", script))


def test_the_list_of_words_is_what_the_script_says():
    """Each text that the script says is in the list, and the list has no other."""
    assert set(SAID) == set(re.findall(r'\bsay\("([^"]+)"', text_of("page.js")))
    assert len(SAID) == len(set(SAID))


def test_every_word_of_the_page_has_its_chinese():
    """No text of the templates or the script is English alone."""
    templates = "".join(text_of(name) for name in ("page.html.j2", "strip.html.j2"))
    words = re.findall(r'\bt\("([^"]+)"', templates) + re.findall(r'zh\("([^"]+)"', templates)
    words += [*SAID, *FIXED]

    assert len(words) > 80
    assert [] == [text for text in words if text not in catalogue()]


def test_the_data_is_all_translated(published):
    """Every metric, reason, check, fixed word, note and lead that the page shows can be read in Chinese."""
    brought = payload(published)
    shown = {
        "figures": ("says", "metric", "entity", "population"),
        "evidence": ("reason",),
        "checks": ("title", "words", "reading", "caveat"),
        "searches": ("where", "note"),
    }
    texts = [row[name] for table, names in shown.items() for row in brought[table] for name in names]
    texts += [row["query"] for row in brought["searches"] if row["outcome"] == "lead"]
    alone = {
        text
        for text in texts
        if isinstance(text, str) and re.search(r"[A-Za-z]{3}", text) and not re.search("[一-鿿]", text)
    }

    assert set() == {
        text for text in alone if len(text.split()) > 2
    }  # a name, an address or an amount needs no Chinese


def test_reviews_are_embedded(html, case):
    """The page carries the same ClaimReview as the file, with addresses on the page itself."""
    embedded = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])

    assert export.reviews(case) == embedded


def test_a_script_in_the_data_cannot_leave_its_element(bus):
    """What the article, the tables and the sources say is text everywhere: body, attributes, JSON."""
    case = load_case(bus)
    evil = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">\u202e'
    item = case.evidence[0]
    source = replace(item.figure.source, title=evil, publisher=evil, url="javascript:window.hacked=1")
    evidence = replace(item, reason=evil, figure=replace(item.figure, as_printed=evil, metric=evil, source=source))
    hostile = replace(
        case,
        article=replace(case.article, title=evil, url="javascript:window.hacked=1", publisher=evil),
        evidence=(evidence,),
    )
    html = page.render(hostile)
    elements = parsed(html).elements

    assert 4 == sum(tag == "script" for tag, _ in elements)
    assert not [tag for tag, a in elements if tag == "img" or any(name.startswith("on") for name in a)]
    assert not [a for _, a in elements if a.get("href", "").startswith("javascript")]
    assert "\u202e" not in html.replace("\\u202e", "")


def test_the_page_is_the_same_each_time(html, case):
    """Rendered again, it is the same to the byte."""
    assert html == page.render(case, {"The working": ["1-verdicts.html"]})


def test_one_command_writes_page_notebooks_and_formats(case, tmp_path, capsys):
    """`report` writes all that a reader is given; every link among them leads somewhere, both ways."""
    assert 0 == main(["report", str(case.folder), "--to", str(tmp_path)])
    for name in ("index.html", "1-verdicts.html"):
        links = {
            a["href"]
            for tag, a in parsed((tmp_path / name).read_text(encoding="utf-8")).elements
            if tag == "a" and "href" in a
        }
        local = {link for link in links if not link.startswith(("http", "#"))}
        assert local
        assert [] == [link for link in local if not (tmp_path / link).exists()]
    assert "index.html" in capsys.readouterr().out


def test_pages_of_notebooks_on_older_data_go(copy, tmp_path, capsys):
    """Once the data changed, the notebooks' earlier pages are not left beside the new page; other files are."""
    for name in ("1-verdicts.html", "2-mine.html"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    claims = copy / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace("WeBank", "We Bank", 1), encoding="utf-8")
    notebooks = copy.parent.parent.parent / "notebooks"
    notebooks.mkdir(exist_ok=True)
    (notebooks / "1-verdicts.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', encoding="utf-8"
    )

    assert 0 == main(["report", str(copy), "--to", str(tmp_path)])
    assert "are left out" in capsys.readouterr().out
    assert ["2-mine.html", "index.html"] == sorted(path.name for path in tmp_path.glob("*.html"))


def test_notebook_pages_load_nothing(case, tmp_path):
    """A notebook as a page has no script and no address that is fetched."""
    books = sorted((case.folder.parent.parent.parent / "notebooks").glob("[0-9]*.ipynb"))
    for path in page.write_notebooks(books, tmp_path, case.article.title):
        elements = parsed(path.read_text(encoding="utf-8")).elements
        assert not [tag for tag, _ in elements if tag in ("script", "iframe", "link")]
        assert all(a["src"].startswith("data:image/") for tag, a in elements if tag == "img")
