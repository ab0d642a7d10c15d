"""Tables read as cells: heads, units, periods and values; ranked beside passages, and taken in with their place."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter

from claimbook import document, find, load_case
from claimbook.document import Grid, Page, grids
from claimbook.draft.draft import open_draft
from claimbook.find import store as kept
from claimbook.find.table import table_of, tables_of
from claimbook.quantity.when import period_of
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text

WIDE = "表1 地区生产总值,,,\n单位：亿元,,,\n地区,2021,2022,2023\n北京,40269.6,41610.9,43760.7\n天津,15695.1,16311.3,16737.3\n"
LONG = 'place,year,riders,fare (dollars)\nOhio,2022,"1,204",2.50\nOhio,2023,(56),2.75\nTexas,2023,7.5%,3.00\n'
TWO_HEADS = "Employment (thousands),,,,\n,Men,,Women,\nIndustry,2022,2023,2022,2023\nMining,410,420,120,125\n"
UNITS = "指标,单位,2022年,2023年\n新能源汽车销量,万辆,688.7,949.5\n市场占有率,%,25.6,31.6\n"
PAGE = (
    "<html><body><h1>Cars</h1><p>Sales of cars as the association of makers counted them in the whole country.</p>"
    "<table><tr><th>Year</th><th>Cars (million)</th></tr><tr><td>2022</td><td>26.86</td></tr><tr><td>2023</td>"
    "<td>30.09</td></tr></table><p>The association has counted sales by its members for more than twenty years.</p>"
    "</body></html>"
)


def cells(name, raw):
    """Return every cell of a document as (row head, column head, period, value, unit)."""
    tables = tables_of(name, document.read_bytes(raw, kind=document.KINDS[f".{name.rpartition('.')[2]}"]))
    return [
        (cell.side, cell.head, cell.period, Decimal(cell.number.low), cell.number.unit)
        for table in tables
        for row in range(len(table.body))
        for column in table.values
        if (cell := table.cell(row, column))
    ]


@pytest.mark.parametrize(
    ("name", "text", "first"),
    [
        ("wide.csv", WIDE, ("北京", "2021", "2021", Decimal(4026960000000), "CNY")),
        ("long.csv", LONG, ("Ohio", "riders", "2022", Decimal(1204), "")),
        ("heads.csv", TWO_HEADS, ("Mining", "Men 2022", "2022", Decimal(410000), "count")),
        ("units.csv", UNITS, ("新能源汽车销量", "2022年", "2022", Decimal(6887000), "count")),
        ("page.html", PAGE, ("", "Cars (million)", "2022", Decimal(26860000), "count")),
    ],
)
def test_a_cell_has_its_heads_its_unit_and_its_period(name, text, first):
    """Wide and long tables, several rows of heads, units above, beside and in the head."""
    assert first == cells(name, text.encode())[0]


def test_a_long_table_has_negative_numbers_percentages_and_dollars():
    """Brackets are a minus; a sign in the cell goes before the head's unit."""
    found = cells("long.csv", LONG.encode())

    assert [Decimal(1204), Decimal("2.50"), Decimal(-56), Decimal("2.75"), Decimal("7.5"), Decimal("3.00")] == [
        cell[3] for cell in found
    ]
    assert ["", "USD", "", "USD", "percent", "USD"] == [cell[4] for cell in found]


def test_a_sheet_of_a_workbook_is_a_table(tmp_path):
    """The cells of an Excel file, with the name of their sheet."""
    with xlsxwriter.Workbook(tmp_path / "jobs.xlsx") as book:
        sheet = book.add_worksheet("States")
        for row, cells_ in enumerate((["State", "Jobs (thousands)"], ["Ohio", 5600.5], ["Texas", 14000])):
            sheet.write_row(row, 0, cells_)
    (table,) = tables_of("jobs.xlsx", document.read(tmp_path / "jobs.xlsx"))

    assert ("States", "5600500", "count") == (table.page, table.cell(0, 1).number.low, table.cell(0, 1).number.unit)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1 204", "1204"),
        ("−3.5%", "-3.5"),
        ("¥1,000", "1000"),
        ("12*", "12"),
        ("2020 2021", None),
        ("1.234,5", None),
        ("n/a", None),
        ("1" + " " * 100_000 + "x", None),
        ("9" * 100, None),
    ],
)
def test_a_cell_holds_one_number_or_none(printed, value):
    """Two numbers, another way of writing and what is made to be slow are no number."""
    table = table_of("x", Grid("", "", (("place", "value"), ("a", "5"), ("b", printed), ("c", "6"))))
    cell = table.cell(1, 1)

    assert value == (cell and cell.number.low)


@pytest.mark.parametrize("rows", [(), (("a", "b"),), (("1", "2"), ("3", "4")), (("x", "y"), ("z", "w"))])
def test_what_has_no_numbers_below_a_head_is_no_table(rows):
    """An empty sheet, a head alone, numbers without a head, and words alone."""
    assert table_of("x", Grid("", "", rows)) is None


def test_a_printed_table_ends_where_its_lines_do():
    """Text around it is not part of it; the line above is its title."""
    page = Page("", "Sales | by year\n\nTable 1. Cars\nYear | Cars\n2022 | 5\n2023 | 6\nA sentence.\n")
    found = list(grids(document.Document((page,))))

    assert [("Table 1. Cars", (("Year", "Cars"), ("2022", "5"), ("2023", "6")))] == [
        (grid.title, grid.rows) for grid in found
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [("FY2023", "2023"), ("2023年", "2023"), ("Q3 2023", "2023-07/2023-09"), ("2023-13", "2023"), ("12,023", "")],
)
def test_a_head_names_a_period(text, period):
    """As people write one; what is no month is not taken for one."""
    assert period == period_of(text)


def pdf_with(draw):
    """Return a PDF of one page that a function draws on."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=(595, 842))
    draw(made)
    made.showPage()
    made.save()
    return out.getvalue()


def in_columns(canvas, ruled):
    """Draw a title and a table of two years and three places."""
    rows = [
        ("Region", "2022", "2023"),
        ("North", "1,204", "1,310"),
        ("South", "980", "905"),
        ("Total", "2,184", "2,215"),
    ]
    canvas.drawString(60, 780, "Households in thousands (thousands)")
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            canvas.drawString(64 + 150 * column, 744 - 24 * at, words)
    if ruled:
        for at in range(5):
            canvas.line(60, 760 - 24 * at, 510, 760 - 24 * at)
        for column in range(4):
            canvas.line(60 + 150 * column, 760, 60 + 150 * column, 664)


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_of_a_pdf_is_read_as_cells(ruled):
    """By its rules, or by the gaps between its columns; heads, title and unit are kept."""
    found = cells("t.pdf", pdf_with(lambda canvas: in_columns(canvas, ruled)))

    assert ("North", "2022", "2022", Decimal(1204000), "count") == found[0]
    assert [1204000, 1310000, 980000, 905000, 2184000, 2215000] == [int(cell[3]) for cell in found]


def test_prose_of_a_pdf_is_no_table():
    """Lines with many numbers, but no columns, are text."""
    lines = [
        "In 2022 there were 1,204 and in 2023 some 1,310 of 4,000,",
        "and 17 of 23 said 5 or 6 of the 9 were 3 or 4.",
    ]
    raw = pdf_with(lambda canvas: [canvas.drawString(60, 780 - 20 * at, line) for at, line in enumerate(lines)])

    assert not cells("t.pdf", raw)


def test_zeros_at_the_end_count_where_the_column_has_other_digits():
    """700 beside 644 is 700; 700 beside 900 may be rounded to hundreds, and 7.0 is as wide as it is printed."""
    text = "year,a,b,c\n2021,700,700,7.0\n2022,644,900,7.1\n"
    (table,) = tables_of("t.csv", document.read_bytes(text.encode(), kind=document.KINDS[".csv"]))

    assert ["exact", "rounded", "rounded"] == [table.cell(0, column).precision for column in (1, 2, 3)]


@pytest.fixture
def docs(tmp_path):
    """A folder with a long table of 5,000 rows, a small one, and a text."""
    folder = tmp_path / "docs"
    folder.mkdir()
    rows = [f"Town {n},{year},{n * 3 + year - 2000},{n % 100}" for n in range(1000) for year in range(2020, 2025)]
    (folder / "towns.csv").write_text("town,year,bus riders a day,fare\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (folder / "other.csv").write_text("town,year,tram riders\nTown 7,2024,12\n", encoding="utf-8")
    (folder / "fares.txt").write_text("City bus fares rose 5% in 2024, the operator said.\n", encoding="utf-8")
    return folder


def found(bus, docs, words):
    """Rank the documents for the first claim of the bus report, with other words."""
    case = open_draft(bus)
    index = find.open_index(docs, docs.parent / "store" / "x.jsonl")
    return index, find.rank(index, find.queries(case.claims)["c01"].also(words))


def test_the_right_cell_of_a_long_table_comes_first(bus, docs):
    """Row 777 of five thousand, by the words of its heads and its year; the head is not lost."""
    index, hits = found(bus, docs, "Town 777 bus riders 2024 2024")
    first = index.shown(hits[0])

    assert ("towns.csv", "Town 777", "bus riders a day") == (first.document, first.cell.side, first.cell.head)


def test_text_is_still_found_beside_tables(bus, docs):
    """A sentence that says it goes before cells that do not."""
    case = open_draft(bus)
    index = find.open_index(docs, docs.parent / "store" / "x.jsonl")
    hits = find.rank(index, find.queries(case.claims)["c02"])

    assert "fares.txt" == index.shown(hits[0]).document


def test_accepting_a_cell_records_its_row_and_column(bus, docs):
    """The print is row × column, the period and the metric are the table's; the claim fills only what it leaves out."""
    index, hits = found(bus, docs, "Town 777 bus riders 2024")
    case, passage = open_draft(bus), index.shown(hits[0])
    find.accept(case, case.claims["c01"], passage, passage.numbers[0], docs)
    row = read_text(bus.parent.parent / "sources" / "figures.csv", "figures")[-1]

    assert (passage.cell.period, "Town 777", "bus riders a day") == (row["period"], row["entity"], row["metric"])
    assert f"Town 777 · {passage.cell.period} · bus riders a day: {passage.numbers[0].words}" in row["as_printed"]
    assert load_case(bus).verdicts["c01"].verdict == "supported"  # what was taken in decides nothing


def test_a_cell_that_has_changed_is_not_taken_in(bus, docs):
    """The file is read again before anything is written."""
    index, hits = found(bus, docs, "Town 777 bus riders 2024")
    passage = index.shown(hits[0])
    text = (docs / "towns.csv").read_text(encoding="utf-8")
    (docs / "towns.csv").write_text(text.replace("Town 777", "Town 999"), encoding="utf-8")
    case = open_draft(bus)
    with pytest.raises(Problems, match="no longer there"):
        find.accept(case, case.claims["c01"], passage, passage.numbers[0], docs)


def test_what_was_read_of_tables_is_kept(bus, docs):
    """Opened again from the store, the cells are the same."""
    first, hits = found(bus, docs, "Town 777")
    again, others = found(bus, docs, "Town 777")

    assert [first.shown(hit) for hit in hits] == [again.shown(hit) for hit in others]


def table_in(name, text):
    """Return the one table of a text."""
    (table,) = tables_of(name, document.read_bytes(text.encode(), kind="csv"))
    return table


def test_codes_and_their_numbers_are_no_figures():
    """A place's id is no date, though it holds a year, and neither names a row nor is a number of it."""
    table = table_in(
        "population.csv",
        "REF_DATE,GEO,DGUID,UOM,UOM_ID,SCALAR_FACTOR,VECTOR,VALUE\n"
        "2023-01,Canada,2016A000011124,Persons,249,units,v1,39566248\n"
        "2023-01,Ontario,2016A000235,Persons,249,units,v12,15386407\n",
    )
    cell = table.cell(1, 7)

    assert ((7,), "Ontario", "2023-01") == (table.values, cell.side, cell.period)


def test_a_column_says_by_what_numbers_are_multiplied():
    """Of 12.5 in thousands 12,500 is read; of units the number as it is, which is a count by what the table says."""
    table = table_in("jobs.csv", "date,place,scalar_factor,value\n2023,Canada,thousands,12.5\n2023,Ontario,units,9\n")
    first, second = (table.cell(row, 3).number for row in (0, 1))

    assert (("12500", "count"), ("9", "count")) == ((first.low, first.unit), (second.low, second.unit))


def test_a_head_of_one_word_may_end_in_percent():
    """An underscore parts words as a blank does."""
    table = table_in("jobs.csv", "year,employed_total,employed_percent\n2023,161037,60.3\n2024,161346,60.1\n")

    assert ["", "percent"] == [table.cell(0, column).number.unit for column in (1, 2)]


def test_dots_indent_the_names_of_parts():
    """They are counted, and are not part of the name."""
    table = table_in("people.csv", "area,2018,2019\nUnited States,326687501,328239523\n.Alabama,4887681,4903185\n")

    assert [("United States", 0), ("Alabama", 1)] == [(table.side(row), table.depth(row)) for row in (0, 1)]


@pytest.mark.parametrize("head", ["uneployed", "agrictulture"])
def test_a_misspelled_head_is_found(bus, tmp_path, head):
    """A letter too many or too few in a long word does not hide the column."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "jobs.csv").write_text(f"year,away,{head}\n2023,161037,6080\n2024,161346,6761\n", encoding="utf-8")
    index, hits = found(bus, docs, "unemployed people in agriculture in 2024")

    assert head == index.shown(hits[0]).cell.head


def test_the_year_of_a_wide_table_is_found_among_many(bus, tmp_path):
    """The column of the claim's year is looked at, however many years come before it."""
    docs = tmp_path / "docs"
    docs.mkdir()
    years = range(1950, 2024)
    rows = ["Bus riders", f"City,{','.join(map(str, years))}", f"Ghent,{','.join(str(year - 1900) for year in years)}"]
    (docs / "riders.csv").write_text("\n".join(rows), encoding="utf-8")
    index, _ = found(bus, docs, "")
    query = find.queries(open_draft(bus).claims)["c01"].also("Ghent bus riders")
    first = index.shown(find.rank(index, replace(query, years=frozenset({"2017"})))[0])
    assert ("Ghent", "2017") == (first.cell.side, first.cell.period)


def test_the_unit_is_in_one_of_the_lines_above_the_head():
    """Whichever of them names it, as a download of a statistics office does."""
    table = table_in(
        "people.csv", "数据库：年度数据\n指标：常住人口(万人)\n时间：最近2年\n地区,2024年,2023年\n北京市,2183,2186\n"
    )

    assert ("21830000", "count") == (table.cell(0, 1).number.low, table.cell(0, 1).number.unit)


def test_what_an_older_reader_kept_is_read_again(bus, docs, monkeypatch):
    """A table that is told apart otherwise now does not stay as it was."""
    store = docs.parent / "store.jsonl"
    find.open_index(docs, store)
    assert kept.known(store)[0]
    monkeypatch.setattr(kept, "READER", "another")

    assert ({}, {}) == kept.known(store)
