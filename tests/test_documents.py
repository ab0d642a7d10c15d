"""Documents are read as they are: Word, slides, OpenDocument, pages with tables, PDFs of browsers, pictures."""

import io
import os
from datetime import date

import numpy as np
import office
import pytest

from claimbook import document, find
from claimbook.document import kinds, pdf, picture
from claimbook.document.grid import grids
from claimbook.document.kinds import parse
from claimbook.document.radicals import as_printed
from claimbook.find.table import tables_of

ROWS = (("year", "riders"), ("2023", "1,150"), ("2024", "1,180"))
SLIDE = (
    "<a:p><a:r><a:t>Riders by </a:t></a:r><a:r><a:t>year</a:t></a:r></a:p><a:tbl>"
    + "".join(f"<a:tr>{''.join(f'<a:tc><a:p><a:t>{cell}</a:t></a:p></a:tc>' for cell in row)}</a:tr>" for row in ROWS)
    + "</a:tbl>"
)
OPENED = (
    "<text:h>Riders<text:s/>by year</text:h><table:table>"
    + "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in ROWS
    )
    + '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>'
)
FILES = {
    "docx": office.word(office.paragraph("Riders by year") + office.table(*ROWS)),
    "pptx": office.slides("<a:p><a:t>5 depots</a:t></a:p>", SLIDE),
    "odt": office.opened(OPENED),
    "odp": office.opened(
        f"<draw:page><text:p>5 depots</text:p></draw:page><draw:page>{OPENED}</draw:page>", "presentation"
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_tables_of_an_office_are_read_as_cells(kind):
    """A table is named by the paragraph above it, and its cells are like those of a sheet."""
    (grid,) = grids(parse(FILES[kind]))
    rows = [[cell for cell in row if cell] for row in grid.rows if any(row)]

    assert ("Riders by year", [list(row) for row in ROWS]) == (grid.title, rows)
    assert ("" if kind in ("docx", "odt") else "2") == grid.page
    assert "2024 | 1,180" in parse(FILES[kind]).text


@pytest.mark.parametrize("kind", FILES)
def test_a_folder_of_an_office_is_searched(kind, tmp_path):
    """`find` reads such files as others, through the child that reads documents."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / f"a.{kind}").write_bytes(FILES[kind])
    index = find.open_index(tmp_path / "docs", tmp_path / "store.jsonl")

    assert {} == index.unread
    assert "Riders by year" == index.sheets[0].table.title


def test_what_word_deleted_is_not_read():
    """Text that was deleted with changes tracked is gone, and what was inserted is there."""
    deleted = "<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins>"
    body = f"<w:p><w:r><w:t>Fares rose </w:t></w:r>{deleted}<w:r><w:t>%.</w:t></w:r></w:p>"

    assert "Fares rose 5%." == parse(office.word(body)).text


def test_cells_of_word_that_span_keep_their_columns():
    """A cell over two columns leaves the second one empty; one over two rows is read in both."""
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>both</w:t></w:r></w:p></w:tc>'
    body = office.table(("a", "b", "c")).replace(
        "</w:tbl>", f"<w:tr>{wide}<w:tc>{office.paragraph('7')}</w:tc></w:tr></w:tbl>"
    )

    assert ("both", "", "7") == next(grids(parse(office.word(body)))).rows[1]


PAGE = (
    "<html><head><title>Sales</title></head><body><article><p>{0}</p><p>{0}</p><h3>Sales by quarter (10,000)</h3>"
    "<div class='wrap'><table><tbody><tr><td rowspan=2><p><span>Quarter</span></p></td><td colspan=2><div>Cars</div></td></tr>"
    "<tr><td>2022</td><td>2023</td></tr><tr><td><p>Q1</p></td><td><p>650.9</p></td><td><p>607.6</p></td></tr>"
    "<tr><td>Q2</td><td>555.1</td><td>716.2</td></tr></tbody></table></div></article></body></html>"
).format("The association printed the sales of cars in every quarter of both of the years, as it does every year.")


def test_a_table_of_a_page_is_read_as_cells():
    """Cells that span rows and columns keep their places, and the words above name the table."""
    (table,) = tables_of("a", parse(PAGE.encode()))

    assert ("Sales by quarter (10,000)", ("Quarter", "Cars 2022", "Cars 2023")) == (table.title, table.heads)
    assert ("Q1", "650.9", "607.6") == table.body[0]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>" + "A sentence of some length, 7. " * 20 + "</td><td>" + "Another one, 8. " * 40 + "</td></tr><tr><td>x</td><td>y</td></tr></table>",
        "<table>" + "".join("<tr>" + "".join(f"<td>{week * 7 + day}</td>" for day in range(1, 8) if week * 7 + day < 31) + "</tr>" for week in range(5)) + "</table>",
        "<table><tr><td><table><tr><td>1</td></tr></table></td><td>2</td></tr></table>",
    ],
    ids=["a layout", "a calendar", "tables in a table"],
)  # fmt: skip
def test_what_is_no_table_of_data_is_not_read_as_one(table):
    """Columns of a layout and the days of a month are no figures."""
    page = PAGE.replace("<div class='wrap'>", f"{table}<div class='wrap'>")

    assert 1 == len(parse(page.encode()).pages[0].tables)


def test_radicals_of_browsers_are_the_characters_they_print():
    """A character is replaced by one character, so that every place stays the same."""
    printed = "1⽉⻋企⺠营，⾦额〇ﬁ５"

    assert "1月车企民营，金额〇ﬁ５" == as_printed(printed)
    assert len(printed) == len(as_printed(printed))


def test_an_old_word_file_is_refused_with_the_fix():
    """What only Word reads is said to be so."""
    raw = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le")

    with pytest.raises(document.Unreadable, match=r"is an old Word file; save it as \.docx"):
        parse(raw)


class Found:
    """What the engine returns for a picture of a table below a line."""

    txts = ("Riders by year", "year", "riders", "trips", "2023", "1,150", "8,100", "2024", "1,180", "8,300")
    boxes = np.array(
        [[[x, y], [x + 10 * n, y], [x + 10 * n, y + 20], [x, y + 20]]
         for n, x, y in [(14, 20, 10), *((n, 20 + 200 * at, 60 + 40 * row) for row in range(3) for at, n in enumerate((4, 6, 5)))]]
    )  # fmt: skip


@pytest.fixture
def seen(monkeypatch):
    """A reader of pictures that needs no packages."""
    monkeypatch.setattr(picture, "has_ocr", lambda: True)
    monkeypatch.setattr(picture, "_engine", lambda: lambda pixels: Found)
    return png()


def png(size=(640, 200)):
    """Return a white picture."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("1", size, 1).save(out, "PNG")
    return out.getvalue()


def test_a_picture_says_that_it_was_read_by_machine(seen):
    """Its page is named so, and with it every passage and cell, and the note of every figure."""
    read = parse(seen)

    assert "1, read by machine" == read.pages[0].label and read.by_machine
    assert "Riders by year\nyear riders trips\n2023 1,150 8,100\n2024 1,180 8,300" == read.text
    assert ("year", "riders", "trips") == next(grids(read)).rows[0]
    assert "8,300" == next(grids(read)).rows[-1][-1]


def test_a_picture_without_its_reader_is_a_sentence(monkeypatch):
    """It says which extra reads it; a folder says it once for all pictures."""
    monkeypatch.setattr(picture, "has_ocr", lambda: False)
    with pytest.raises(document.Unreadable, match=r'pip install "claimbook\[ocr\]"'):
        parse(png())


@pytest.mark.parametrize("installed", [True, False])
def test_a_scanned_page_is_read_by_machine(seen, monkeypatch, installed):
    """A page of a PDF that is a picture is read as one, or says what would read it."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (640, 200), "white").save(out, "PDF", resolution=150)
    monkeypatch.setattr(pdf, "has_ocr", lambda: installed)
    if installed:
        assert "1, read by machine" == parse(out.getvalue()).pages[0].label
    else:
        with pytest.raises(document.Unreadable, match=r"scanned PDF; .*claimbook\[ocr\]"):
            parse(out.getvalue())


def test_what_is_taken_from_a_picture_is_marked(seen, bus, tmp_path):
    """Its source is read by machine, and the note of its figure says so."""
    from claimbook.find.source import source_of

    (tmp_path / "a.png").write_bytes(seen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "read", lambda path: parse(path.read_bytes()))
        row, _ = source_of(tmp_path, "a.png", date(2026, 1, 2))

    assert "read by machine" == row["read"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [(png()[:60], "is a damaged picture"), (png((8_000, 8_000)), "8,000 × 8,000 pixels; save it smaller")],
    ids=["cut off", "a bomb"],
)
def test_a_hostile_picture_is_a_sentence(seen, raw, why):
    """A damaged picture, and a small file of many pixels, are refused before they are unpacked."""
    with pytest.raises(document.Unreadable, match=why):
        parse(raw)


@pytest.mark.skipif(not picture.has_ocr(), reason="the extra “ocr” is not installed")
def test_a_table_in_a_picture_is_read(tmp_path):
    """What the real engine reads of a drawn table are its cells."""
    from PIL import Image, ImageDraw, ImageFont

    drawn = Image.new("RGB", (900, 260), "white")
    font = ImageFont.load_default(28)
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate((*cells, ("trips", "8,100", "8,300")[row])):
            ImageDraw.Draw(drawn).text((40 + 280 * column, 30 + 70 * row), cell, "black", font)
    drawn.save(tmp_path / "a.png")

    assert ("2024", "1,180", "8,300") == next(grids(document.read(tmp_path / "a.png"))).rows[-1]


def test_pictures_of_a_folder_are_named_once(tmp_path, monkeypatch):
    """A folder with many pictures does not say of each that nothing reads it."""
    monkeypatch.setattr(kinds, "has_ocr", lambda: False)
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(png())
    unread = find.open_index(tmp_path, tmp_path / ".store" / os.path.basename("x.jsonl")).unread

    assert (
        'skipped: pictures: reading it by machine needs the extra “ocr”: pip install "claimbook[ocr]"'
        == unread["3 files (.png)"]
    )
