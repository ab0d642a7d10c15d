"""The page is one file that tells everything, runs nothing of the article's, and is the same each time."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from claimbook import export, load_case, page, report
from claimbook.cli import main
from claimbook.judge.verdict import SUB_REASONS, Label
from claimbook.language.phrase import catalogue
from claimbook.page.answer import bar
from claimbook.page.marked import Shown
from claimbook.page.palette import palette, slug
from claimbook.page.payload import TABLES, packed, payload
from claimbook.page.render import hashed, text_of
from claimbook.page.words import FIXED, KEY, SAID
from claimbook.report.blocks import safe

EVIL = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'
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


def shown_as(case, text, claims=(), mentions=()):
    """Return how another text would be shown, with these claims (id, start, end) and mentions (start, end, role)."""
    like = case.claims["s06"]
    made = {
        name: replace(like, id=name, selector=replace(like.selector, start=start, end=end))
        for name, start, end in claims
    }
    row = case.tables["mentions"][0] | {"of": ""}
    rows = [row | {"start": str(start), "end": str(end), "role": role} for start, end, role in mentions]
    small = replace(
        case,
        article=replace(case.article, text=text, sections=()),
        claims=made,
        tables=case.tables | {"mentions": rows},
    )
    small.__dict__["verdicts"] = {name: case.verdicts["s06"] for name in made}
    return Shown(small)


def test_marks_cross_lines_and_nest(case):
    """A statement over two lines is marked on both, with one link at its end; the number inside it is marked inside."""
    text = "ab 12\ncd 34 ef\n"
    html = shown_as(case, text, [("s01", 1, 9)], [(3, 5, "period")]).html
    first, second = html.split("</p>", 1)

    assert first.startswith('<div class="batch"><p>a<mark class="contradicted" data-claim="s01">')
    assert '<mark class="other" data-role="period">12</mark>' in first
    assert 'data-claim="s01">cd ' in second
    assert 1 == html.count('href="#s01"') == second.count('href="#s01"')
    assert text == parsed(f'<div id="article">{html}</div>').article


def test_markup_left_in_the_text_is_a_note(published):
    """No tag and no Markdown sign of an article is seen; all are in the page, and the first of each kind has a note."""
    shown = Shown(published)
    html = str(shown.html)
    seen = re.sub(r'(?s)<span class="raw">.*?</span>', "", html)

    assert shown.html in page.render(published)
    assert not re.search(r"&lt;|\*\*|\t", seen)
    assert [*range(1, len(shown.notes) + 1)] == [int(n) for n in re.findall(r'href="#note-(\d+)"', html)]
    notes = re.findall(r'<li id="note-(\d+)">', page.render(published))
    assert [str(note.number) for note in shown.notes.values()] == notes


def test_notes_tell_what_was_left(case):
    """What opens and what closes is one note, said once; a mention that the person calls markup is one as well."""
    text = "<b>x</b> and **y** and **z** jv-01\n"
    shown = shown_as(case, text, mentions=[(text.index("jv"), len(text) - 1, "markup")])

    assert [["<b>", "</b>"], ["**"], ["jv-01"]] == [note.left for note in shown.notes.values()]
    assert [1, 2, 1] == [note.places for note in shown.notes.values()]
    assert text == parsed(f'<div id="article">{shown.html}</div>').article


def test_a_claim_is_never_hidden_as_markup(case):
    """Words that look like a tag are shown where a claim stands in them."""
    html = shown_as(case, 'A <b title="18%"> rise\n', [("c01", 12, 15)]).html

    assert "raw" not in html
    assert 'data-claim="c01">18%' in html


@pytest.mark.parametrize(
    "text",
    [
        "Year\tSales\n2023\t5\n",
        "| Year | Sales |\n|---|---|\n| 2023 | |\n",
        "Year   Sales\n2023   5\n",
        "年份 数量 份额\n一月 5 18%\n二月 6\n",
        "\t2022\t2023\nSales\t5\t6\n",
    ],
)
def test_a_table_is_a_table(case, text):
    """Cells apart by tabs, bars or spaces are a table with a head and with a cell for each that is missing."""
    html = shown_as(case, "Above.\n\n" + text + "\nBelow.\n").html
    rows = re.findall(r"(?s)<tr>(.*?)</tr>", html)

    assert 1 == html.count("<table>") == html.count("<thead>")
    assert len(set(len(re.findall("<t[hd]", row)) for row in rows)) == 1
    assert 'scope="col"' in rows[0] and all('<th scope="row">' in row for row in rows[1:])
    assert not re.search(r"[|\t]", re.sub(r'(?s)<span class="raw">.*?</span>', "", html))
    assert "Above.\n\n" + text + "\nBelow.\n" == parsed(f'<div id="article">{html}</div>').article


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 5%.  Then it fell.\nIt rose again.  Then not.\n",
        "文 | 谢九\n\n国家统计局公布了数字。\n",
        "作者 张三 著\n来源 新华社 网\n",
        "  • 每月 15 次\n  • 每年 2 次\n",
        "The cat sat 5\nThe dog ran 6\n",
    ],
)
def test_prose_is_no_table(case, text):
    """Sentences, bylines and lists stay lines."""
    assert "<table" not in shown_as(case, text).html


def test_the_showcase_has_its_tables(html, case):
    """Each claim with the header of a column in its row stands in a table, under that header."""
    tables = [re.findall(r'(?s)<th scope="col">(.*?)</th>', table) for table in html.split("<table>")[1:]]
    heads = {re.sub(r"<[^>]*>|\s", "", head) for table in tables for head in table}

    assert {head for row in case.tables["claims"] for head in row["column_header"].split()} <= heads


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
    assert "Unsupported is not false:" in top
    assert "未获证实不等于不实：" in top


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
    templates = "".join(text_of(f"{name}.html.j2") for name in ("page", "strip", "bar", "index"))
    words = re.findall(r'\bt\("([^"]+)"', templates) + re.findall(r'zh\("([^"]+)"', templates)
    words += [*SAID, *FIXED, *KEY.values()]

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
    to = tmp_path / "out"
    to.mkdir()
    for name in ("1-verdicts.html", "2-mine.html"):
        (to / name).write_text("old", encoding="utf-8")
    claims = copy / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace("WeBank", "We Bank", 1), encoding="utf-8")
    notebooks = copy.parent.parent.parent / "notebooks"
    notebooks.mkdir(exist_ok=True)
    (notebooks / "1-verdicts.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', encoding="utf-8"
    )

    assert 0 == main(["report", str(copy), "--to", str(to)])
    assert "are left out" in capsys.readouterr().out
    assert ["2-mine.html", "index.html"] == sorted(path.name for path in to.glob("*.html"))


def test_notebook_pages_load_nothing(case, tmp_path):
    """A notebook as a page has no script and no address that is fetched."""
    books = sorted((case.folder.parent.parent.parent / "notebooks").glob("[0-9]*.ipynb"))
    for path in page.write_notebooks(books, tmp_path, case.article.title):
        elements = parsed(path.read_text(encoding="utf-8")).elements
        assert not [tag for tag, _ in elements if tag in ("script", "iframe", "link")]
        assert all(a["src"].startswith("data:image/") for tag, a in elements if tag == "img")


def test_the_first_screen_answers(published):
    """The answer leads, then one bar of all numbers, then the worst findings, each claim with its verdict and reason."""
    html = page.render(published)
    top = html[html.index('<h2 id="result">') : html.index('<details class="method">')]
    said = [str(report.answer(published)), report.answer(published).said("zh", published.book)]
    found = report.counts(published)
    pairs = re.findall(r'(?s)<li class="\w+"><a class="said" href="#(\w+)"', top)

    assert all(safe(words) in top for words in said)
    assert found["claims"] == sum(part.n for part in bar(published)) == sum(map(int, re.findall(r"<b>(\d+)</b>", top)))
    assert 100 == pytest.approx(sum(part.width for part in bar(published)))
    assert [found["unsupported"] > 0] == list({"Unsupported is not false:" in top})
    worst = [found for _, group in report.groups(published) for found in group]
    assert [one.claim.id for one, _ in worst] == pairs
    for one, why in worst:
        assert safe(str(one.claim.statement)) in top and safe(str(why)) in top


def test_unsupported_is_never_one_part_of_the_bar(published):
    """The bar has a part for each reason for which claims are unsupported."""
    parts = [part for part in bar(published) if part.verdict == "unsupported"]

    assert parts and all(part.why in SUB_REASONS for part in parts)
    assert report.counts(published)["unsupported"] == sum(part.n for part in parts)


def test_a_caveat_stands_wherever_its_verdict_does(html, case):
    """In the article, in the counts, on the card, in the reason and in the worst findings."""
    with_caveat = {name for name, verdict in case.verdicts.items() if verdict.caveat}
    elements = parsed(html).elements
    tags = {a["href"][1:] for _, a in elements if a.get("class") == "tag" and a["data-tag"].endswith("!")}
    cards = re.findall(r'(?s)<article class="claim [^>]* id="(\w+)"[^>]*>.*?</article>', html)
    badged = [
        name
        for name, card in zip(cards, html.split('<article class="claim')[1:], strict=True)
        if "badge caveat" in card
    ]

    assert with_caveat and with_caveat == tags == set(badged)
    assert with_caveat == {a["id"] for tag, a in elements if tag == "article" and "data-caveat" in a}
    assert all(safe(str(case.verdicts[name].caveat)) in html for name in with_caveat)
    numbers = [name for name in with_caveat if case.claims[name].is_number]
    assert len(numbers) == sum(part.caveats for part in bar(case))


def test_a_worst_finding_has_its_caveat(case):
    """A caveat of a finding on the first screen stands behind its reason."""
    evil = replace(case.verdicts["c19"], caveat="But see <b>.")
    changed = replace(case)
    changed.__dict__["findings"] = dict(case.findings) | {"c19": replace(case.findings["c19"], verdict=evil)}
    html = page.render(changed)

    assert "! But see &lt;b&gt;." in html[: html.index('<details class="method">')]


def test_the_key_explains_what_is_there(html, bus):
    """A verdict that no claim has is not in the key; what all of them mean is told below."""
    key = re.search(r'(?s)<p class="key">(.*?)</p>', html)[1]
    meanings = html[html.index('<dl id="method">') : html.index("</dl>")]
    rows = (bus / "searches.csv").read_text(encoding="utf-8").splitlines()
    (bus / "searches.csv").write_text(rows[0] + "\n", encoding="utf-8")
    draft = re.search(r'(?s)<p class="key">(.*?)</p>', page.render(load_case(bus)))[1]

    assert ">?<" not in key and ">⇄<" not in key and ">✗<" in key
    assert ">?<" in draft
    assert "? " in meanings and "nobody looked" in meanings
    assert set(KEY) == set(Label) and set(KEY.values()) <= set(catalogue())


def test_links_for_other_tools_stand_at_the_end(case):
    """They come after all claims."""
    html = page.render(case, {"For other tools": ["claimreview.json"]})

    assert html.index('href="claimreview.json"') > html.rindex('<article class="claim')


def test_greys_can_be_read():
    """The number on each grey of the bar has a contrast of 4.5 at least."""

    def light(color):
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        return sum(
            share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
        )

    for why in SUB_REASONS:
        back, words = re.search(rf"--{slug(why)}: (#\w+); --{slug(why)}-words: (#\w+);", palette()).groups()
        pair = sorted((light(back), light("#" + words[1:] * 2)))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, why


def test_an_index_links_several_articles(tmp_path, case, bus):
    """One article has no index; with a second, both are in it with their answers and bars, and the page leads to it."""
    tiny = load_case(bus)
    alone = page.write_site(case, tmp_path / "site" / case.article.id, [])
    assert tmp_path / "site" / "index.html" not in alone
    both = page.write_site(tiny, tmp_path / "site" / "bus", [])
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    links = [a["href"] for tag, a in parsed(index).elements if tag == "a"]

    assert tmp_path / "site" / "index.html" == both[-1]
    assert ["bus/index.html", "weilidai/index.html"] == links
    assert all(safe(report.answer(one).said(language)) in index for one in (case, tiny) for language in ("en", "zh"))
    assert 2 == index.count('<figure class="answer">')
    assert 'href="../index.html"' in both[0].read_text(encoding="utf-8")


def test_an_index_of_somebody_else_stays(tmp_path, case, bus):
    """A file that Claimbook did not write is not replaced, nor is anything written above a folder of another name."""
    page.write_site(case, tmp_path / "site" / case.article.id, [])
    page.write_site(load_case(bus), tmp_path / "site" / "other", [])
    assert not (tmp_path / "site" / "index.html").exists()
    (tmp_path / "site" / "index.html").write_text("mine", encoding="utf-8")
    page.write_site(load_case(bus), tmp_path / "site" / "bus", [])

    assert "mine" == (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_index_runs_nothing_of_an_article(tmp_path, case, bus):
    """A title is text, and only the index's own scripts and style may run."""
    evil = replace(case, article=replace(case.article, title=EVIL, title_en=EVIL))
    page.write_site(evil, tmp_path / "site" / case.article.id, [])
    page.write_site(load_case(bus), tmp_path / "site" / "bus", [])
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    elements = parsed(index).elements

    assert safe(EVIL) in index
    assert 2 == sum(tag == "script" for tag, _ in elements)
    assert not [a for _, a in elements if "style" in a or any(name.startswith("on") for name in a)]
    inline = re.findall(r"<script>(.*?)</script>", index, re.S) + re.findall(r"<style>(.*?)</style>", index, re.S)
    assert 3 == len(inline) and all(hashed(text) in unescape(index) for text in inline)
