"""Series are taken from recorded answers of their publishers, served on this machine, whole and with every fault."""

import hashlib
import json
import re
import threading
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimbook.cli import main
from claimbook.series import frozen, intake, known
from claimbook.series.intake import owid, worldbank
from claimbook.series.intake.grid import Choice, read_grid
from claimbook.tables.cells import Line, file_of, read_cells
from claimbook.tables.fault import Problems
from claimbook.tables.files import read
from claimbook.web import Visitor

DAY = date(2026, 11, 30)
OWID_CSV = """Entity,Code,Year,Period life expectancy at birth - Sex: all - Age: 0
Afghanistan,AFG,1950,27.7275
Afghanistan,AFG,1951,27.9634
World,OWID_WRL,1950,46.4680
Low-income countries,,1950,31.10
"""
OWID_ABOUT = {
    "chart": {"title": "Life expectancy", "originalChartUrl": "https://ourworldindata.org/grapher/life-expectancy"},
    "columns": {
        "Period life expectancy at birth - Sex: all - Age: 0": {
            "titleShort": "Life expectancy at birth",
            "descriptionShort": "The [period life expectancy](#dod:period) at birth, in a given year.",
            "unit": "years",
            "type": "Numeric",
            "shortName": "life_expectancy_0__sex_all__age_0",
            "lastUpdated": "2023-10-10",
            "citationShort": "UN WPP (2022) – with minor processing by Our World in Data",
        }
    },
    "dateDownloaded": "2024-10-30",
}


def observation(code, year, value, status=""):
    """Make a row as the World Bank's API sends it."""
    return {
        "indicator": {"id": "SL.UEM.TOTL.ZS", "value": "Unemployment, total (% of total labor force)"},
        "country": {"id": code[:2], "value": code},
        "countryiso3code": code,
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": status,
        "decimal": 1,
    }


BANK = [observation("ESP", "2023", 12.179), observation("ESP", "2022", 12.917, "F"), observation("DEU", "2023", None)]
HEADS = {"page": 1, "pages": 2, "per_page": 2, "total": 3, "sourceid": "2", "lastupdated": "2025-07-01"}
ABOUT_BANK = [
    {"page": 1, "pages": 1, "total": 1},
    [{"id": "SL.UEM.TOTL.ZS", "name": "Unemployment, total (% of total labor force) (modeled ILO estimate)", "unit": "",
      "sourceNote": "Unemployment refers to the share of the labor force without work.", "sourceOrganization": "ILO"}],
]  # fmt: skip
RENAMED = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]
SDMX_CSV = """DATAFLOW,LAST UPDATE,freq,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
ESTAT:UNE_RT_A(1.0),12/06/25 11:00:00,A,Y15-24,PC_ACT,T,ES,2023,28.7,
ESTAT:UNE_RT_A(1.0),12/06/25 11:00:00,A,Y15-24,PC_ACT,T,ES,2024,26.5,b
ESTAT:UNE_RT_A(1.0),12/06/25 11:00:00,A,TOTAL,PC_ACT,T,ES,2024,11.4,p
"""
STAT = {
    "version": "2.0",
    "class": "dataset",
    "label": "Unemployment by sex and age – annual data",
    "source": "ESTAT",
    "updated": "2025-06-12T11:00:00+0200",
    "value": {"0": 28.7, "1": 26.50, "3": 14.1},
    "status": {"1": "b", "2": ":"},
    "id": ["unit", "geo", "time"],
    "size": [1, 2, 2],
    "dimension": {
        "unit": {"label": "Unit", "category": {"index": {"PC_ACT": 0}, "label": {"PC_ACT": "% of labour force"}}},
        "geo": {"label": "Geo", "category": {"index": {"ES": 0, "DE": 1}, "label": {"ES": "Spain", "DE": "Germany"}}},
        "time": {"label": "Time", "category": {"index": {"2023": 0, "2024": 1}, "label": {"2023": "2023"}}},
    },
}
XML = """<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
 xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<message:Header><message:ID>x</message:ID><message:Test>false</message:Test>
<message:Prepared>2025-06-12T00:00:00</message:Prepared><message:Sender id="ESTAT"/>
<message:Structure structureID="S1" dimensionAtObservation="TIME_PERIOD"><common:Structure>
<Ref agencyID="ESTAT" id="UNE" version="1.0"/></common:Structure></message:Structure></message:Header>
<message:DataSet structureRef="S1" action="Replace"><generic:Series><generic:SeriesKey>
<generic:Value id="REF_AREA" value="ES"/></generic:SeriesKey>
<generic:Obs><generic:ObsDimension value="2023"/><generic:ObsValue value="12.20"/></generic:Obs>
<generic:Obs><generic:ObsDimension value="2024"/><generic:ObsValue value="11.4"/>
<generic:Attributes><generic:Value id="OBS_STATUS" value="b"/></generic:Attributes></generic:Obs>
</generic:Series></message:DataSet></message:GenericData>"""
SDMX_JSON = {
    "header": {"id": "x", "test": False, "prepared": "2025-06-12T00:00:00Z", "sender": {"id": "OECD", "name": "OECD"}},
    "dataSets": [
        {"action": "Information", "series": {"0": {"attributes": [], "observations": {"0": [12.2], "1": [11.4]}}}}
    ],
    "structure": {
        "name": "Unemployment",
        "dimensions": {
            "dataSet": [],
            "series": [{"id": "REF_AREA", "name": "Area", "values": [{"id": "ESP", "name": "Spain"}]}],
            "observation": [
                {
                    "id": "TIME_PERIOD",
                    "name": "Time",
                    "values": [{"id": "2023", "name": ""}, {"id": "2024", "name": ""}],
                }
            ],
        },
        "attributes": {"dataSet": [], "series": [], "observation": []},
    },
}
FRED = "observation_date,UNRATE\n2023-01-01,3.4\n2023-02-01,3.6\n2023-03-01,.\n"


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `pages` say: status, kind and body for each path; a cut one sends half of its body."""

    def do_GET(self):
        """Answer, and remember what was asked."""
        self.server.asked.append(self.path)
        found = self.server.pages.get(self.path) or self.server.pages.get(self.path.partition("?")[0])
        status, kind, body, cut = found or (404, "text/plain", b"not here", False)
        with suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if cut else body)

    def log_message(self, *_):
        """Stay silent."""


@pytest.fixture
def site():
    """A server whose pages a test sets."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.pages, server.asked = True, {}, []
    server.handle_error = lambda *_: None
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def give(path, body, status=200, kind="text/plain; charset=utf-8", cut=False):
        raw = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        server.pages[path] = (status, kind, raw, cut)

    server.give = give
    give("/grapher/life-expectancy.csv", OWID_CSV)
    give("/grapher/life-expectancy.metadata.json", OWID_ABOUT)
    bank = "/v2/country/all/indicator/SL.UEM.TOTL.ZS?format=json&per_page=20000&page="
    give(f"{bank}1", [HEADS, BANK[:2]])
    give(f"{bank}2", [HEADS | {"page": 2}, BANK[2:]])
    give("/v2/indicator/SL.UEM.TOTL.ZS", ABOUT_BANK)
    for path, body in {"/e.csv": SDMX_CSV, "/s.json": STAT, "/e.xml": XML, "/o.json": SDMX_JSON}.items():
        give(path, body)
    give("/graph/fredgraph.csv", FRED)
    yield server
    server.shutdown()


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty workspace."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def taken(origin, **choice):
    """Take a series with a visitor that waits for nobody."""
    asker = intake.Asker(Visitor(private=True, delay=0, attempts=2, sleep=lambda _: None))
    return intake.take(intake.Wanted("x", origin, Choice(**choice)), asker)


def refused(origin, **choice):
    """Return why a series is not taken."""
    with pytest.raises(Problems) as found:
        taken(origin, **choice)
    return "\n".join(found.value.sentences)


def test_a_chart_of_our_world_in_data_is_taken_as_printed(site):
    """Its digits stay, a place without a code has its name, and the certificate says what the publisher says."""
    one = taken(f"{site.url}/grapher/life-expectancy")

    assert ("AFG", "1950", "27.7275", "") in one.cells and ("WLD", "1950", "46.4680", "") in one.cells
    assert ("LIC", "1950", "31.10", "") in one.cells
    assert ("Life expectancy at birth", "Our World in Data", "years") == (one.title, one.publisher, one.unit)
    assert "2023-10-10" == one.vintage and "UN WPP" in one.definition and "dod:" not in one.definition
    assert one.licence.startswith("CC BY 4.0")


def test_an_indicator_of_the_world_bank_is_taken_from_all_its_pages(site):
    """Every page is asked for, a missing value is none, a note is kept, and the day of the update is the vintage."""
    one = taken(f"{site.url}/v2/country/all/indicator/SL.UEM.TOTL.ZS")

    assert [("ESP", "2022", "12.917", "forecast"), ("ESP", "2023", "12.179", "")] == one.cells
    assert "2025-07-01" == one.vintage and one.title.startswith("Unemployment, total")
    assert "without work" in one.definition
    assert 2 == sum("page=" in path and "indicator/SL" in path and "/country/" in path for path in site.asked)


def test_the_page_of_an_indicator_is_its_api():
    """The address that a reader copies from the browser is known."""
    assert worldbank.is_indicator("https://data.worldbank.org/indicator/SL.UEM.TOTL.ZS")
    assert not worldbank.is_indicator("https://data.worldbank.org/country/spain")


def test_sdmx_csv_asks_which_of_several_series_is_meant(site):
    """Nothing is guessed: the column and its words are named, and the choice is kept."""
    assert "“age” sets apart; choose one with --only “age=…”; there are: “TOTAL”, “Y15-24”" in refused(
        f"{site.url}/e.csv"
    )
    one = taken(f"{site.url}/e.csv", only={"age": "Y15-24"})
    assert [("ESP", "2023", "28.7", ""), ("ESP", "2024", "26.5", "break")] == one.cells


def test_json_stat_is_taken(site):
    """A sparse dataset keeps its digits and its flags."""
    one = taken(f"{site.url}/s.json")

    assert [("DEU", "2024", "14.1", ""), ("ESP", "2023", "28.7", ""), ("ESP", "2024", "26.5", "break")] == one.cells
    assert ("% of labour force", "2025-06-12", "ESTAT") == (one.unit, one.vintage, one.publisher)


@pytest.mark.parametrize(("path", "first", "last"), [("e.xml", "12.20", "break"), ("o.json", "12.2", "")])
def test_sdmx_is_taken_through_its_library(site, path, first, last):
    """SDMX-ML keeps every printed digit; SDMX-JSON its number."""
    one = taken(f"{site.url}/{path}")

    assert [("ESP", "2023", first, ""), ("ESP", "2024", "11.4", last)] == one.cells
    assert "2025-06-12" == one.vintage


def test_fred_has_no_place_and_is_asked_for_one(site):
    """A first of each month is the month, and its point is no number."""
    url = f"{site.url}/graph/fredgraph.csv?id=UNRATE"

    assert "names no place; say of whom it is with --place" in refused(url)
    one = taken(url, place="USA")
    assert [("USA", "2023-01", "3.4", ""), ("USA", "2023-02", "3.6", "")] == one.cells
    assert ("UNRATE", "Federal Reserve Bank of St. Louis (FRED)") == (one.title, one.publisher)


@pytest.mark.parametrize(
    ("path", "body", "status", "words"),
    [
        ("/grapher/life-expectancy.csv", "busy", 500, "the server answered 500; try again later, or download the file"),
        ("/grapher/life-expectancy.metadata.json", "gone", 404, "it may have been renamed"),
        ("/grapher/life-expectancy.metadata.json", '{"chart": {}', 200, "is not whole JSON"),
        ("/grapher/life-expectancy.metadata.json", {"chart": {}}, 200, "names no columns"),
        (
            "/grapher/life-expectancy.csv",
            OWID_CSV.replace("Period life expectancy at birth", "Life expectancy"),
            200,
            "has none of the columns that its description names; the chart has changed",
        ),
        ("/grapher/life-expectancy.csv", OWID_CSV.replace("27.9634", "many"), 200, "row 3: “many” is no number"),
        ("/grapher/life-expectancy.csv", OWID_CSV[:-12], 200, "row 5: is cut off"),
        ("/grapher/life-expectancy.csv", OWID_CSV.replace("1951", "1950"), 200, "has another value for 1950 already"),
        ("/grapher/life-expectancy.csv", b"", 200, "has none of the columns"),
    ],
)
def test_a_faulty_chart_is_refused_with_what_is_wrong(site, path, body, status, words):
    """Nothing is frozen of an answer that is not whole."""
    site.give(path, body, status)

    assert words in refused(f"{site.url}/grapher/life-expectancy")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (RENAMED, "the server says “The provided parameter value is not valid”; check the indicator"),
        ([HEADS, None], "has no rows with date and value"),
        ([HEADS | {"pages": 1}, BANK[:2]], "sent 2 of 3 rows"),
        ([HEADS, [{"when": "2023", "worth": 1}]], "has no rows with date and value"),
        ("[[", "is not whole JSON"),
    ],
)
def test_a_faulty_answer_of_the_world_bank_is_refused(site, page, words):
    """A renamed indicator, changed fields and missing pages are said in the server's words or ours."""
    site.give("/v2/country/all/indicator/SL.UEM.TOTL.ZS?format=json&per_page=20000&page=1", page)

    assert words in refused(f"{site.url}/v2/country/all/indicator/SL.UEM.TOTL.ZS")


def test_an_answer_that_is_cut_off_is_refused(site):
    """A body shorter than the server said is no series."""
    site.give("/e.csv", SDMX_CSV, cut=True)

    assert "did not answer" in refused(f"{site.url}/e.csv", only={"age": "Y15-24"})


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html><body>moved</body></html>", "is a web page or other markup"),
        (XML[:-400], "is no whole SDMX message"),
        (XML.replace("<message:Gen", "<!DOCTYPE a [<!ENTITY b 'c'>]><message:Gen", 1), "declares entities"),
        ({"some": "thing"}, "is JSON of a kind that is not read"),
        (STAT | {"value": [1, 2]}, "has 2 values, not the 4 of its dimensions"),
        ({"class": "dataset"}, "is no whole JSON-stat dataset"),
        ("a,b\n1,2\n", "no row names periods"),
        ("country,year,value\nSpain,2020,12.1,3\n", "row 2: has 4 cells, not 3"),
        ("country,year,a,b\nSpain,2020,1,2\n", "has several columns of numbers; choose one with --column"),
        ("country,year,value\nSpain,2020,:\n", "has no number in it"),
    ],
)
def test_what_is_no_series_is_refused(site, body, words):
    """One sentence says what came and what to do."""
    site.give("/x", body)

    assert words in refused(f"{site.url}/x")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_another_encoding_is_read(site, encoding):
    """A byte order mark or a Chinese encoding changes nothing."""
    text = "国家,指标,2019年,2020年\n西班牙,失业率调查数据,14.1,15.5\n中国,失业率调查数据,5.2,5.60\n"
    site.give("/zh.csv", text.encode(encoding), kind="text/csv")
    one = taken(f"{site.url}/zh.csv")

    assert ("CHN", "2020", "5.60", "") in one.cells and 4 == len(one.cells)
    assert "失业率调查数据" == one.title


def test_a_wide_table_below_a_preamble_is_read():
    """The heads are found below what a publisher writes above them; codes are better than names."""
    grid = [
        ["Data Source", "World Development Indicators"],
        [],
        ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "2019", "2020 [YR2020]"],
        ["Spain", "ESP", "Unemployment", "SL.UEM", "14.1", "15.50"],
        ["Nowhere", "XYZ", "Unemployment", "SL.UEM", "..", "1,234"],
    ]
    read_one = read_grid(grid, Choice(), "t.csv")

    assert [("ESP", "2019", "14.1", ""), ("ESP", "2020", "15.50", ""), ("XYZ", "2020", "1234", "")] == read_one.cells
    assert "Unemployment" == read_one.measure


def test_a_table_with_places_across_is_read():
    """A row a year and a column a place, some of which nobody knows; GEO is Georgia there, and no head of places."""
    grid = [
        ["Date", "ESP", "Germany", "GEO", "XYZ"],
        ["2019", "14.1", "3.1", "1", "2"],
        ["2020", "15.5", "3.9", "1", ""],
    ]

    found = read_grid(grid, Choice(), "t.csv").cells
    assert {("DEU", "2020", "3.9", ""), ("GEO", "2019", "1", ""), ("XYZ", "2019", "2", "")} <= set(found)


def test_a_workbook_is_read(here):
    """The first sheet that holds a series is taken, or the one that is named."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    book = xlsxwriter.Workbook(str(here / "b.xlsx"))
    for name, rows in {"About": [["Read me"]], "Data": [["Country", 2019, 2020], ["Spain", 14.1, 15.5]]}.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()

    assert [("ESP", "2019", "14.1", ""), ("ESP", "2020", "15.5", "")] == taken(str(here / "b.xlsx")).cells


def test_the_command_freezes_a_series_with_its_certificate(site, here, capsys):
    """What was asked and when, the digest of the cells, and the cells themselves, which load again as they were sent."""
    url = f"{site.url}/grapher/life-expectancy"
    assert not main(["series", "add", "life", "--from", url, "--allow-private"])
    row = read(here / "data" / "series.csv", "series")[0]
    raw = (here / "data" / "series" / "life.csv").read_bytes()

    assert hashlib.sha256(raw).hexdigest() == row["sha256"]
    assert f"GET {url}.csv" in row["asked"] and f"GET {url}.metadata.json" in row["asked"]
    assert "" == row["choice"]
    assert str(date.today()) == row["read_on"] and "2023-10-10" == row["vintage"]
    one = frozen.all_series(here)["life"]
    assert "27.7275" == one.cell("AFG", "1950").printed and "years" == one.unit
    assert "life: Life expectancy at birth, years" in capsys.readouterr().out


def test_what_the_source_does_not_say_is_asked_for(here, capsys):
    """A series without publisher or unit is not frozen."""
    (here / "t.csv").write_text("country,year,value\nSpain,2020,15.5\n", encoding="utf-8")

    assert 2 == main(["series", "add", "une", "--from", "t.csv"])
    told = capsys.readouterr().err
    assert "une: the source does not say its publisher; say it with --publisher" in told
    assert "--title" in told and "--unit" in told and not (here / "data" / "series.csv").exists()


def test_an_id_is_given_once(here, capsys):
    """A second vintage comes by recheck, under its own id."""
    (here / "t.csv").write_text("country,year,value\nSpain,2020,15.5\n", encoding="utf-8")
    asks = ["series", "add", "une", "--from", "t.csv", "--title", "U", "--publisher", "P", "--unit", "%"]
    assert not main(asks)
    assert 2 == main(asks)
    assert "une: is in series.csv already" in capsys.readouterr().err
    assert 2 == main(["series", "add", "Une!", *asks[3:]])
    assert "must be a slug" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("15.5", "15.6", "series/une.csv: is not what was frozen"),
        (None, None, "series/une.csv: is missing"),
    ],
)
def test_a_series_that_was_changed_does_not_load(here, before, after, words):
    """The digest of the certificate guards the cells."""
    (here / "t.csv").write_text("country,year,value\nSpain,2020,15.5\n", encoding="utf-8")
    main(["series", "add", "une", "--from", "t.csv", "--title", "U", "--publisher", "P", "--unit", "%"])
    path = here / "data" / "series" / "une.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8"
    ) if before else path.unlink()
    with pytest.raises(Problems) as found:
        frozen.all_series(here)

    assert words in found.value.sentences[0]


def test_every_fault_of_a_file_of_cells_is_said(here):
    """Place, period, value, unit and a cell that is there twice, each with its row."""
    cells = "place,period,value,unit,status\n,2020,1,%,\nESP,20,1,%,\nESP,2020,x,%,\nESP,2021,1,kg,\nESP,2021,2,%,\n"
    (here / "data" / "series").mkdir()
    (here / "data" / "series" / "a.csv").write_text(cells, encoding="utf-8")
    row = {"series": "a", "unit": "%", "sha256": hashlib.sha256(cells.encode()).hexdigest()}
    with pytest.raises(Problems) as found:
        read_cells(here, row)

    assert [
        "series/a.csv, row 2, column “place”: must not be empty; name the place",
        "series/a.csv, row 3, column “period”: “20” must be 2023, 2023-Q2, 2023-06 or 2023-06-30",
        "series/a.csv, row 4, column “value”: “x” must be a plain number such as 12.3; empty where there is none",
        "series/a.csv, row 5, column “unit”: “kg” must be the unit of series.csv, “%”",
        "series/a.csv, row 6, column “period”: is there twice for “ESP”; remove one of the rows",
    ] == found.value.sentences


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (" ,2020,1,%,", "must not be empty"),
        ("ESP,20,1,%,", "must be 2023"),
        ("ESP,2020,x,%,", "must be a plain number"),
        ("ESP,2020,1,kg,", "must be the unit"),
        ("FRA,2020,2,%,", "is there twice"),
        ("ESP,2020,1,%", "has 4 cells"),
    ],
)
def test_a_single_fault_among_sound_cells_is_found(here, wrong, words):
    """Each kind of fault is seen where all other cells are as they must be."""
    cells = f"place,period,value,unit,status\nFRA,2020,1,%,\n{wrong}\n"
    (here / "data" / "series").mkdir()
    (here / "data" / "series" / "a.csv").write_text(cells, encoding="utf-8")
    row = {"series": "a", "unit": "%", "sha256": hashlib.sha256(cells.encode()).hexdigest()}
    with pytest.raises(Problems) as found:
        read_cells(here, row)

    assert len(found.value.sentences) == 1
    assert words in found.value.sentences[0]


def test_a_frozen_series_of_many_places_is_read_whole(here):
    """Each cell of 10,000 places is where it was, an empty one empty."""
    lines = [
        Line(f"P{at:05}", year, str(at) if year == "2020" else "", "%", "")
        for at in range(10_000)
        for year in ("2020", "2021")
    ]
    text = file_of(lines)
    (here / "data" / "series").mkdir()
    (here / "data" / "series" / "a.csv").write_text(text, encoding="utf-8")
    named = dict.fromkeys(("title", "publisher", "definition", "vintage"), "")
    row = {"series": "a", "unit": "%", "sha256": hashlib.sha256(text.encode()).hexdigest(), **named}
    one = frozen.all_series(here, [row])["a"]

    assert one.columns == {f"P{at:05}": (str(at), "") for at in range(10_000)}


def test_the_index_names_well_known_series_in_both_languages():
    """At least 300, each once, with publisher, unit and an address that one of the readers takes."""
    rows = known.every()

    assert 300 <= len(rows) == len({row.address for row in rows})
    assert all(row.en and row.publisher and row.unit and any("一" <= sign <= "鿿" for sign in row.zh) for row in rows)
    ours = ("https://ec.europa.eu/eurostat/api/", "https://fred.stlouisfed.org/graph/fredgraph.csv?id=")
    assert all(
        owid.is_chart(one) or worldbank.is_indicator(one) or one.startswith(ours) for one in (r.address for r in rows)
    )


def test_every_row_of_the_index_says_where_it_was_seen():
    """A day and a public page, so that nobody has to trust a memory."""
    unseen = [row.address for row in known.every() if not re.fullmatch(r"\d{4}-\d\d-\d\d(?: https?://\S+)+", row.seen)]

    assert not unseen


def test_series_are_found_without_the_network(here, capsys, monkeypatch):
    """Your own first, then well-known ones with the address to take them from, in either language."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the network was asked"))
    (here / "t.csv").write_text("country,year,value\nSpain,2020,38.3\n", encoding="utf-8")
    said = ["--title", "Youth unemployment rate", "--publisher", "P", "--unit", "%"]
    main(["series", "add", "youth", "--from", "t.csv", *said])
    capsys.readouterr()
    assert not main(["series", "find", "youth", "unemployment", "Spain", "--top", "3"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("youth: Youth unemployment rate, %") and "outh" in lines[1]
    assert not main(["series", "find", "西班牙青年失业率", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert "youth" == found[0]["id"] and "une_rt_a?age=Y15-24" in found[1]["address"] + found[2]["address"]
