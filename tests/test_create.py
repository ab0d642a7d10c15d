"""A text of any kind becomes an article; a new text of it loses nothing; bad input gets its sentence."""

import hashlib
import io
import os
import signal
from datetime import date
from decimal import Decimal

import pytest

from claimbook import document
from claimbook.cli import main
from claimbook.document import Document, Page, Unreadable, read_bytes
from claimbook.draft import create
from claimbook.draft.create import sha256_of
from claimbook.draft.draft import open_draft
from claimbook.judge.source import quantity_of
from claimbook.quantity.quantity import Quantity, comparable
from claimbook.tables.files import read_text

ZH = "全国新能源车报告\n\n一、销量\n\n2023年新能源汽车销量为949.5万辆，同比增长37.9%，市场占有率达到31.6%。\n\n二、充电\n\n全国充电桩859.6万台。\n"
TW = "台灣電動車報告\n\n2023年電動車銷量為2.5萬輛，較前一年增長逾五成，市占率約百分之六點五，充電站仍然不足。\n"
ARTICLE = (
    "<html><head><meta charset='{charset}'><title>销量报告 - 某网</title></head><body><nav><a href='/'>首页</a> 菜单 123</nav>"
    "<article><h1>销量报告</h1><p>2023年新能源汽车销量为949.5万辆，同比增长37.9%，增速比上一年有所放缓，但仍明显高于整体汽车市场。</p>"
    "<p>业内人士认为，渗透率在2024年将继续提高，到年底可能接近40%，这取决于价格与充电设施的建设进度。</p>"
    "<table><tr><th>品牌</th><th>销量（万辆）</th></tr><tr><td>甲</td><td>302.4</td></tr></table></article>"
    "<footer>广告 999 元</footer></body></html>"
)


def pdf(*pages, password=None):
    """Make a PDF with a line of text a page."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    out = io.BytesIO()
    made = canvas.Canvas(out, encrypt=password)
    for text in pages:
        if text:
            made.drawString(72, 720, text)
        made.showPage()
    made.save()
    return out.getvalue()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty project; the working folder is in it."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ZH, "utf-8"),
        (ZH, "gb18030"),
        (ZH, "gbk"),
        (TW, "big5"),
        (ZH, "utf-16"),
        (ZH, "utf-8-sig"),
        ("Prices rose 5 % – “too much”, said José in his résumé.\n", "cp1252"),
    ],
)
def test_the_encoding_is_found(text, encoding):
    """A text is read to the letter in whatever encoding it comes."""
    assert text == read_bytes(text.encode(encoding)).text


def test_plain_text_is_frozen_byte_for_byte(project):
    """What is UTF-8 with LF already is not touched; other line ends become LF."""
    raw = (ZH + "  尾  \n\n\n").encode()
    (project / "a.txt").write_bytes(raw)
    (project / "b.txt").write_bytes(raw.replace(b"\n", b"\r\n"))
    for name in ("a", "b"):
        assert 0 == main(["new", f"{name}.txt", "--id", name])
        assert raw == (project / "data" / "articles" / name / "article.txt").read_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_a_page_is_read_without_its_menus(charset):
    """Body, table and title are kept; menu and footer are not."""
    found = read_bytes(ARTICLE.replace("{charset}", charset).encode("gb18030" if charset != "utf-8" else "utf-8"))

    assert "949.5万辆，同比增长37.9%" in found.text
    assert "品牌 | 销量（万辆）\n甲 | 302.4" in found.text
    assert "999" not in found.text and "菜单" not in found.text
    assert "zh" == found.language
    assert "销量报告" in found.title


def test_a_pdf_keeps_its_pages(project):
    """A number on the second page is known to stand there."""
    (project / "a.pdf").write_bytes(pdf("Sales were 949 in 2023", "Growth was 37.9% in 2023"))
    assert 0 == main(["new", "a.pdf", "--id", "a"])
    folder = project / "data" / "articles" / "a"
    toml = (
        (folder / "article.toml")
        .read_text(encoding="utf-8")
        .replace('url = ""', 'url = "https://example.org"')
        .replace('publisher = ""', 'publisher = "x"')
    )
    (folder / "article.toml").write_text(toml, encoding="utf-8")
    article = load_article(folder)

    assert (1, 2) == (article.page(0), article.page(article.text.index("37.9%")))


def load_article(folder):
    """Load the article alone."""
    from claimbook.case.article import load_article as load

    return load(folder)


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("blank.html", b"<html><body><script>1</script></body></html>", "has no text"),
        ("binary.txt", b"ab\0\1\2\3" * 300, "is a binary file"),
        ("program.dat", b"\x7fELF\x02\x01" + bytes(range(256)) * 9, "is a binary file"),
        ("wrong.pdf", b"<html>no pdf</html>", "has a .pdf name but is not a PDF"),
        ("broken.pdf", b"%PDF-1.7\nrubbish", "damaged PDF"),
        ("broken.xlsx", b"PK\x03\x04rubbish", "damaged workbook"),
        ("bom.txt", b"\xef\xbb\xbf\xff\xfe\xfa", "is marked as utf-8"),
    ],
)
def test_what_cannot_be_read_gets_its_sentence(project, capsys, name, raw, sentence):
    """The file, what is wrong, the mend; exit code 2; nothing is written."""
    (project / name).write_bytes(raw)

    assert 2 == main(["new", name, "--id", "a"])
    told = capsys.readouterr().err
    assert told.startswith(f"{name}: ") and sentence in told
    assert [] == list((project / "data" / "articles").iterdir())


def test_a_locked_pdf_and_a_scan_get_their_sentence():
    """A password and a picture of text are told apart."""
    with pytest.raises(Unreadable, match="protected by a password"):
        read_bytes(pdf("secret 5%", password="x"))
    with pytest.raises(Unreadable, match="scanned PDF"):
        read_bytes(pdf("", ""))


def test_a_page_served_as_a_pdf_is_not_blamed_on_its_name():
    """Where a server says that it sends a PDF, the sentence speaks of the server and not of a file's name."""
    with pytest.raises(Unreadable, match="is served as a PDF but is not a PDF"):
        read_bytes(b"<html>no pdf</html>", kind="application/pdf")


def test_a_huge_file_is_refused_before_it_is_read(project, capsys):
    """200 MB are named, not read."""
    with (project / "huge.txt").open("wb") as file:
        file.truncate(200 * 2**20)

    assert 2 == main(["new", "huge.txt", "--id", "a"])
    assert "is 200 MB; the limit is 64 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.txt", "--id", "Über Artikel"], "must be small letters"),
        (["a.txt", "--id", "../up"], "must be small letters"),
        (["none.txt", "--id", "b"], "cannot be read"),
        (["ftp://example.org/a", "--id", "b"], "cannot be read"),
        (["http://127.0.0.1:9/a", "--id", "b"], "not a public address"),
        (["a.txt", "--id", "b", "--update"], "there is no such article"),
    ],
)
def test_wrong_arguments_get_their_sentence(project, capsys, arguments, sentence):
    """An id that is none, a file that is not there, an address that may not be visited."""
    (project / "a.txt").write_text(ZH, encoding="utf-8")

    assert 2 == main(["new", *arguments])
    assert sentence in capsys.readouterr().err
    assert [] == list((project / "data" / "articles").iterdir())


def test_an_article_that_is_there_is_not_overwritten(project, capsys):
    """The second of the same id is refused; the first stays as it was."""
    (project / "a.txt").write_text(ZH, encoding="utf-8")
    assert 0 == main(["new", "a.txt", "--id", "a"])
    before = {path.name: path.read_bytes() for path in (project / "data" / "articles" / "a").iterdir()}

    assert 2 == main(["new", "a.txt", "--id", "a"])
    assert "is there already" in capsys.readouterr().err
    assert before == {path.name: path.read_bytes() for path in (project / "data" / "articles" / "a").iterdir()}


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device"),
        OSError(30, "Read-only file system"),
        PermissionError(13, "Permission denied"),
    ],
)
def test_a_full_or_locked_disk_leaves_nothing_behind(project, capsys, monkeypatch, error):
    """Whatever the disk answers at the last step, there is a sentence and no half of an article."""
    (project / "a.txt").write_text(ZH, encoding="utf-8")

    def refuse(*_):
        raise error

    monkeypatch.setattr(os, "replace", refuse)
    assert 2 == main(["new", "a.txt", "--id", "a"])
    assert error.strerror in capsys.readouterr().err
    assert [] == list((project / "data" / "articles").iterdir())


def test_hostile_titles_stay_text(tmp_path):
    """Quotation marks, line ends and TOML in a title end up in the title."""
    evil = 'x"\nid = "other"\n[[missing]]\\ \x7f'
    folder = create.take_in(
        Document((Page("", ZH),), title=evil, url="https://example.org/"),
        "a",
        tmp_path / "data" / "articles",
        today=date(2026, 1, 1),
    )
    article = load_article(folder)

    assert "a" == article.id
    assert 'x" id = "other" [[missing]]\\ \x7f' == article.title


def test_a_new_text_moves_what_it_can_and_names_the_rest(project, capsys):
    """Words that moved are found again with all that was entered; words that are gone are named, and their rows stay."""
    (project / "a.txt").write_text(ZH, encoding="utf-8")
    main(["new", "a.txt", "--id", "a"])
    folder = project / "data" / "articles" / "a"
    claims = (folder / "claims.csv").read_text(encoding="utf-8")
    (folder / "claims.csv").write_text(
        claims.replace("c01,", "c01,", 1).replace(",none,checkable,", ",none,private,", 1), encoding="utf-8"
    )
    (project / "b.txt").write_text("新的开头，共3段。\n" + ZH.replace("31.6%", "不少"), encoding="utf-8")
    capsys.readouterr()

    assert 0 == main(["new", "b.txt", "--id", "a", "--update"])
    told = capsys.readouterr().out
    rows = {row["mention"]: row for row in read_text(folder / "mentions.csv", "mentions")}
    text = (folder / "article.txt").read_text(encoding="utf-8")
    lost = [name for name, row in rows.items() if text[int(row["start"]) : int(row["end"])] != row["exact"]]
    assert ["31.6%"] == [rows[name]["exact"] for name in lost]
    assert f"{lost[0]}: its words are not found again" in told
    assert ",none,private," in (folder / "claims.csv").read_text(encoding="utf-8")
    assert "3段" in {row["exact"] for row in rows.values()}
    assert hashlib.sha256(text.encode()).hexdigest() in (folder / "article.toml").read_text(encoding="utf-8")


def test_a_drafted_metric_is_more_than_one_letter(project):
    """A conjunction before a number is no metric, and neither is a firm: it is the subject."""
    (project / "a.txt").write_text("题目\n\n甲公司分别增长5%和7%。\n", encoding="utf-8")
    main(["new", "a.txt", "--id", "a"])
    drafted = read_text(project / "data" / "articles" / "a" / "claims.csv", "claims")

    assert ["5", "7"] == [row["low"] for row in drafted]
    assert [("甲公司", ""), ("甲公司", "")] == [(row["subject"], row["metric"]) for row in drafted]


def test_opening_hours_are_no_claim(project):
    """What has no ends that are numbers is a period, and an article that prints it is drafted."""
    (project / "a.txt").write_text("Our coaches are in Monday to Friday, 3am–5pm. Fares rose 5%.\n", encoding="utf-8")

    assert 0 == main(["new", "a.txt", "--id", "a"])
    assert ["5"] == [row["low"] for row in read_text(project / "data" / "articles" / "a" / "claims.csv", "claims")]


@pytest.mark.parametrize("update", [False, True], ids=["new", "update"])
def test_killed_at_every_write_nothing_is_half_written(project, update, killed_at):
    """Killed before each write, rename or removal in turn: a new article is whole or absent; an update loses no row."""
    (project / "a.txt").write_text(ZH, encoding="utf-8")
    (project / "b.txt").write_text("新的开头。\n" + ZH, encoding="utf-8")
    articles, at, killed = project / "data" / "articles", 0, 0
    main(["new", "a.txt", "--id", "first"])  # all is imported
    while True:
        at += 1
        name = f"n{at}"
        if update:
            main(["new", "a.txt", "--id", name])
        command = ["new", "b.txt" if update else "a.txt", "--id", name, *(["--update"] if update else [])]
        end, writes, _ = killed_at(at, command)
        if writes:
            break
        assert -signal.SIGKILL == end
        killed += 1
        folder = articles / name
        if not update:
            assert not folder.exists() or 7 == len(list(folder.iterdir()))
        if folder.exists():
            assert 7 == len(read_text(folder / "mentions.csv", "mentions"))
            assert (folder / "article.txt").read_text(encoding="utf-8") in (ZH, "新的开头。\n" + ZH)
        if update:  # all of it is there for whoever reads next, or nothing; and it can be run again
            opened = open_draft(folder)
            text = (folder / "article.txt").read_text(encoding="utf-8")
            rows = read_text(folder / "mentions.csv", "mentions")
            assert all(text[int(row["start"]) : int(row["end"])] == row["exact"] for row in rows)
            assert all(claim.selector.exact for claim in opened.claims.values())
            assert sha256_of(text) in (folder / "article.toml").read_text(encoding="utf-8")
            assert 0 == main(["new", "b.txt", "--id", name, "--update"])
            text = (folder / "article.txt").read_text(encoding="utf-8")
            rows = read_text(folder / "mentions.csv", "mentions")
            assert all(text[int(row["start"]) : int(row["end"])] == row["exact"] for row in rows)
            assert 7 == len(rows)
    assert killed >= 8


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("门店超过1.6万家。", "15600", "contradicted"),
        ("门店不到7000家。", "7300", "contradicted"),
        ("门店超过1.6万家。", "16500", "supported"),
    ],
)
def test_a_drafted_limit_is_not_rounded(project, text, figure, verdict):
    """A figure beyond the limit of an untouched draft excludes the claim."""
    (project / "a.txt").write_text(f"题目\n\n{text}\n", encoding="utf-8")
    main(["new", "a.txt", "--id", "limit"])
    row = read_text(project / "data" / "articles" / "limit" / "claims.csv", "claims")[0]
    claim, beside = quantity_of(row), Quantity(Decimal(figure), Decimal(figure), "count")
    one, other = comparable(claim, beside)

    assert ("exact", verdict == "supported") == (row["precision"], one.overlaps(other))


def test_a_date_that_the_text_speaks_of_is_not_when_it_was_published():
    """Only what the page states of itself counts; a PDF says when it was made, which is another thing."""
    body = "<p>The council said that fares rose 5% in 2019, after two years without a change at all.</p><p>It will be looked at again soon.</p>"
    stated = '<meta property="article:published_time" content="2024-03-05">'

    assert (
        ""
        == document.read_bytes(f"<html><body><article>{body}</article></body></html>".encode(), "text/html").published
    )
    assert (
        "2024-03-05"
        == document.read_bytes(
            f"<html><head>{stated}</head><body><article>{body}</article></body></html>".encode(), "text/html"
        ).published
    )


def test_the_first_lines_date_an_article(tmp_path):
    """A pasted text often has the line below its title; what is yet to come is no date of it."""
    for name, day, period in (("a", "2023-10-17", "2023-10-17"), ("b", "2031-10-17", "2022/2026-11-30")):
        text = f"结婚大数据\n{day} 19:10:34 来源：网络\n\n2022年，结婚登记683.5万对。今年以来，结婚登记增加。"
        folder = create.take_in(
            document.Document((document.Page("", text),)),
            f"my-{name}",
            tmp_path / "data" / "articles",
            today=date(2026, 11, 30),
        )

        assert f'period = "{period}"' in (folder / "article.toml").read_text(encoding="utf-8")


def test_the_latest_year_may_be_that_of_a_quarter(project):
    """“The third quarter of 2019” names 2019, though a year before is named by itself."""
    (project / "a.txt").write_text(
        "Sales fell\n\nIn the third quarter of 2019 they fell 5%, as in 2018.\n", encoding="utf-8"
    )
    main(["new", "a.txt", "--id", "a"])
    toml = (project / "data" / "articles" / "a" / "article.toml").read_text(encoding="utf-8")

    assert 'period = "2019/' in toml and "2019 is the latest year" in toml
