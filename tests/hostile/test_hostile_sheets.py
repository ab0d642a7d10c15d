"""Workbooks and tables that are too large are looked at before they are opened, and read as far as they may."""

import make
import pytest

from claimbook import document
from claimbook.document.kinds import parse


def refused(raw):
    """Return the sentence that refuses some bytes."""
    with pytest.raises(document.Unreadable) as raised:
        parse(raw)
    return str(raised.value)


def test_a_far_cell_costs_its_sheet_alone():
    """Cells A1 and XFD1048576 would make room for 17 billion; the other sheets are read."""
    read = parse(make.workbook(far=make.cells("A1", "XFD1048576"), near=make.cells("A1")))

    assert ("near", "7") == (read.pages[0].label, read.text)
    assert "sheet “far” has a cell in XFD1048576 and was skipped; delete its empty rows and columns" == read.cut


def test_a_workbook_of_far_cells_alone_is_refused():
    """Where no sheet is left, the sentence is the same."""
    assert "has a cell in XFD1048576" in refused(make.workbook(far=make.cells("A1", "XFD1048576")))


def test_a_packed_giant_is_refused_by_its_list_of_files():
    """Two gigabytes in a small archive are never unpacked."""
    raw = bytearray(make.archive({"xl/workbook.xml": "0"}))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (2 * 2**30).to_bytes(4, "little")

    assert "is 2,048 MB when unpacked; the limit is 512 MB" in refused(bytes(raw))


def test_a_table_of_millions_is_read_in_part(monkeypatch):
    """The first rows of a CSV and of a workbook are read, and how many there are is said."""
    monkeypatch.setattr("claimbook.document.sheet.MOST_CELLS", 10)
    of_csv = parse(b"a,5\n" * 100, "csv")
    of_book = parse(make.workbook(long=make.cells(*(f"A{n}" for n in range(1, 31))), more=make.cells("A1", "A2")))

    assert "only the first 5 of 100 rows were read; save only the part you need" == of_csv.cut
    assert 10 == len(of_book.pages[0].rows)
    assert "only the first 10 of 30 rows of sheet “long” were read" in of_book.cut


def test_a_long_cell_is_cut_off():
    """A cell of 200,000 characters, which Python's own reader refuses, is shortened as Excel would."""
    (page,) = parse(b'a,b\n"' + b"x" * 200_000 + b'",5\n', "csv").pages

    assert (32_768, "…", "5") == (len(page.rows[1][0]), page.rows[1][0][-1], page.rows[1][1])
