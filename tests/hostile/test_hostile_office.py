"""Documents of an office that were made to end, fill or mislead what reads them are a sentence, or read without harm."""

import http.server
import io
import threading
import zipfile

import office
import pytest
from PIL import Image

from claimbook import document
from claimbook.cli import main
from claimbook.document.kinds import parse
from claimbook.document.picture import read_picture
from claimbook.document.reader import Reader

ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE a [<!ENTITY a0 "lol">{ENTITIES}]>'
SECRET = '<!DOCTYPE a [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
ENDLESS = "z" * 4_000_000
LINK = '<Relationship Id="x" Type="http://x/image" Target="{}" TargetMode="External"/>'
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="x"/></pic:blipFill></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def lying():
    """Return an archive whose part is larger than it says."""
    raw = bytearray(office.word(office.paragraph("5 riders") + office.paragraph(" " * 5_000_000)))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return bytes(raw).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def huge():
    """Return a small archive of 600 MB of blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", "<a/>")
        with made.open("word/media/a.bin", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(b" " * 2**20)
    return out.getvalue()


CASES = {
    "entities of Word": (office.word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", before=BOMB), "could not be read|damaged"),
    "entities of OpenDocument": (office.opened("<text:p>&a11;</text:p>", before=BOMB), "damaged|without text"),
    "a file of ours as an entity": (office.opened("<text:p>&a11;</text:p>", before=SECRET), "damaged|without text"),
    "a file of ours in Word": (office.word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", before=SECRET), "could not|without"),
    "a bomb of blanks": (huge(), "is 600 MB when unpacked; the limit is 512 MB"),
    "a part that is larger than it says": (lying(), "damaged"),
    "an archive cut off": (office.word(office.paragraph("5 riders"))[:-40], "damaged"),
    "no document": (office.archive({"word/other.xml": "<a/>"}), "could not be read|damaged"),
    "no content": (office.archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
    "broken XML": (office.slides("<a:p>"), "damaged"),
    "empty": (office.word(""), "without text"),
    "old Word": (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), r"save it as \.docx"),
    "old PowerPoint": (b"\xd0\xcf\x11\xe0" + "PowerPoint Document".encode("utf-16-le"), r"save it as \.pptx"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_document_of_an_office_is_a_sentence(name):
    """Nothing of it gets further than a sentence with the fix."""
    raw, why = CASES[name]
    with pytest.raises(document.Unreadable, match=why):
        document.read_bytes(raw)


def test_a_document_of_an_office_that_needs_too_much_memory_is_a_sentence():
    """A tree of six million elements ends the child alone."""
    small = Reader(memory=400 * 2**20)
    raw = office.word("<w:p/>" * 6_000_000)
    with pytest.raises(document.Unreadable, match=r"memory|could not be read"):
        small.read(raw)

    assert "7 riders" == small.read(b"7 riders").text
    small.close()


@pytest.mark.parametrize(
    "raw",
    [
        office.word(office.table(("a", "b"), ("1", ENDLESS))),
        office.slides(f"<a:tbl><a:tr><a:tc><a:p><a:t>{ENDLESS}</a:t></a:p></a:tc></a:tr></a:tbl>"),
        office.opened(
            '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell '
            'table:number-columns-repeated="999999999" table:number-columns-spanned="999999"><text:p>5</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
    ],
    ids=["4 MB in a cell of Word", "4 MB in a cell of a slide", "a cell that comes a billion times"],
)
def test_a_cell_without_end_is_cut(raw):
    """A cell is as long, and comes as often, as one of a sheet may."""
    read = document.read_bytes(raw)

    assert all(len(cell) <= 32_768 for _, rows in read.pages[0].tables for row in rows for cell in row)
    assert sum(len(row) for _, rows in read.pages[0].tables for row in rows) <= 200_000


def test_nothing_outside_a_document_is_fetched(tmp_path):
    """A picture and a template elsewhere are not asked for, on the web or the disk."""
    asked = []

    class Seen(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

        log_message = do_HEAD = lambda *_: None

    server = http.server.HTTPServer(("127.0.0.1", 0), Seen)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    for target in (f"http://127.0.0.1:{server.server_port}/x.png", (tmp_path / "secret.txt").as_uri()):
        read = document.read_bytes(office.word(office.paragraph("5 riders") + PICTURE, LINK.format(target)))
        assert "5 riders" == read.text
    server.shutdown()

    assert [] == asked


def test_a_document_of_an_office_becomes_an_article(bus, monkeypatch, capsys):
    """`new` takes one as it takes a text, and a name that does not fit is said."""
    monkeypatch.chdir(bus.parent.parent.parent)
    (bus / "a.docx").write_bytes(office.word(office.paragraph("The buses carry 1,180 riders a day.")))
    (bus / "b.docx").write_text("no document", encoding="utf-8")

    assert 0 == main(["new", str(bus / "a.docx"), "--id", "word"])
    assert 2 == main(["new", str(bus / "b.docx"), "--id", "other"])
    assert "is not what its name says" in capsys.readouterr().err


def test_a_part_is_measured_before_it_is_read(monkeypatch):
    """The XML of one part may be too much where all parts together are not."""
    monkeypatch.setattr("claimbook.document.office.MOST_PART", 100)

    with pytest.raises(document.Unreadable, match="holds more than 0 MB of text; save only the part you need"):
        parse(office.slides("<a:p><a:r><a:t>5 riders</a:t></a:r></a:p>"))


def test_a_picture_is_measured_before_its_points_are_read(monkeypatch):
    """A small file may be a picture of billions of points."""
    monkeypatch.setattr("claimbook.document.picture.has_ocr", lambda: True)
    monkeypatch.setattr("claimbook.document.picture.MOST_PIXELS", 99)
    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "PNG")

    with pytest.raises(document.Unreadable, match="is a picture of 10 × 10 pixels; save it smaller"):
        read_picture(out.getvalue())
