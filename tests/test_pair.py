"""A claim is read over frozen series: each reading with its cells, what it would decide, and what turns beside it."""

import csv
import hashlib
import io
import json
from datetime import date

import pytest
from matplotlib.colors import to_hex

from claimbook import load_case, plot, propose
from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.page.render import render
from claimbook.plot import style
from claimbook.report.looks import CLAIM
from claimbook.series.axis import axis
from claimbook.series.frozen import all_series
from claimbook.series.intake import Asker, Choice, Wanted, add
from claimbook.series.intake.add import freeze
from claimbook.series.intake.taken import Taken
from claimbook.series.read import read
from claimbook.series.trial import Trial
from claimbook.series.weigh import weigh
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import Relation
from claimbook.web import Visitor
from tests import test_intake

site = test_intake.site  # the server of recorded answers

SENTENCES = [  # id, words, the number in them, subject, period, low, unit
    ("c01", "UK CO2 emissions are down 45.7% since 1990.", "45.7%", "the UK", "1990/2020", "45.7", "percent"),
    ("c02", "In 2019 the unemployment rate in Spain was 14.1%.", "14.1%", "Spain", "2019", "14.1", "percent"),
    ("c03", "The unemployment rate in Spain was 12.5% in 2013.", "12.5%", "Spain", "2013", "12.5", "percent"),
    ("c04", "Germany ranked 1st in CO2 emissions in the G7 in 2020.", "1st", "Germany", "2020", "1", "rank"),
    ("c05", "Unemployment in Spain rose by 5.9 percentage points from 2007 to 2019.", "5.9", "Spain", "2007/2019", "5.9",
     "percentage_point"),
    ("c06", "Spain exported 800 kilometres of frogs in 2019.", "800", "Spain", "2019", "800", "kilometre"),
]  # fmt: skip
STATEMENT = "Unemployment in Spain fell from 2013 to 2019."
UNEMPLOYMENT = [
    "9.2",
    "8.5",
    "8.2",
    "11.3",
    "17.9",
    "19.9",
    "21.4",
    "24.8",
    "26.1",
    "24.4",
    "22.1",
    "19.6",
    "17.2",
    "15.3",
    "14.1",
]
EMISSIONS = {
    "GBR": ("600.773", "365.0", "326.263"),
    "DEU": ("1054.5", "707.1", "647.2"),
    "FRA": ("393.2", "315.3", "280.1"),
}


def csv_of(name, rows):
    """Write rows as the CSV of a table."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(TABLES[name]), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.fixture
def spain(tmp_path, monkeypatch):
    """An article on statistics of Spain and others, with two frozen series; returns its folder."""
    folder = tmp_path / "data" / "articles" / "spain"
    folder.mkdir(parents=True)
    text = "\n\n".join([*(words for _, words, *_ in SENTENCES), STATEMENT]) + "\n"
    mentions, claims = [], []
    for name, words, number, subject, period, low, unit in SENTENCES:
        start = text.index(words) + words.index(number)
        mention = f"m{name[1:]}"
        where = {"start": start, "end": start + len(number), "exact": number}
        mentions.append({"mention": mention, **where, "role": "claim"})
        cells = {
            "subject": subject,
            "metric": "the rate",
            "period": period,
            "statement_en": words,
            "low": low,
            "high": low,
        }
        kind = "change" if name in ("c01", "c05") else "level"
        claims.append({"claim": name, "kind": kind, "mention": mention, **cells, "unit": unit, "comparator": "=",
                       "precision": "rounded", "basis": "none", "checkability": "checkable"})  # fmt: skip
    at = text.index(STATEMENT)
    claims.append({"claim": "s01", "kind": "statement", "start": at, "end": at + len(STATEMENT), "exact": STATEMENT,
                   "subject": "Spain", "metric": "unemployment", "period": "2013/2019", "statement_en": STATEMENT,
                   "value": "fell", "excluded_by": "rose", "basis": "none", "checkability": "checkable"})  # fmt: skip
    (folder / "article.txt").write_text(text, encoding="utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    (folder / "article.toml").write_text(
        'id = "spain"\ntitle = "Spain"\npublisher = "P"\nlanguage = "en"\nread = "live"\nread_on = 2021-03-01\n'
        f'sha256 = "{sha}"\nrights = "-"\nperiod = "2021-03-01"\n', encoding="utf-8",
    )  # fmt: skip
    for table, rows in {"mentions": mentions, "claims": claims, "evidence": [], "searches": [], "checks": []}.items():
        (folder / f"{table}.csv").write_text(csv_of(table, rows), encoding="utf-8")
    cells = [("ESP", str(2005 + at), value, "") for at, value in enumerate(UNEMPLOYMENT)]
    put(tmp_path, "unemployment", cells, "Unemployment rate", "%")
    cells = [(place, year, value, "") for place, row in EMISSIONS.items()
             for year, value in zip(("1990", "2019", "2020"), row, strict=True)]  # fmt: skip
    put(tmp_path, "emissions", cells, "Annual CO₂ emissions", "million tonnes")
    monkeypatch.chdir(tmp_path)
    return folder


def put(home, name, cells, title, unit, vintage="2021-01-15"):
    """Freeze a series."""
    about = ("Eurostat", "https://ec.europa.eu/eurostat/x", unit, "", "", vintage)
    freeze(home, name, Taken(cells, title, *about), "GET x", date(2026, 11, 30))


def paired(folder, claim, **more):
    """Pair a claim of an article."""
    return propose.pair(open_draft(folder), claim, **more)


def test_a_change_is_read_with_its_cells(spain):
    """The formula, the cells with place, period and value, the result, and what it would decide."""
    one = paired(spain, "c01").pairings[0]

    assert ("agrees", "1 - [United Kingdom 2020] / [United Kingdom 1990]") == (one.result, one.formula)
    assert [("GBR", "1990", "600.773"), ("GBR", "2020", "326.263")] == [
        (c.place, c.period, c.printed) for c in one.cells
    ]
    assert "from 600,773,000 tonnes in 1990 to 326,263,000 tonnes in 2020: 45.7% less" in str(one.outcome)
    assert "英国1990年为" in one.outcome.said("zh") and "减少45.7%" in one.outcome.said("zh")


@pytest.mark.parametrize(("claim", "decides"), [("c02", "agrees"), ("c03", "excludes")])
def test_a_level_is_read_in_its_year(spain, claim, decides):
    """The same cell agrees with one number and excludes another."""
    assert decides == paired(spain, claim).pairings[0].result


def test_a_rank_names_the_members_without_data(spain):
    """Places without data are never skipped in silence."""
    one = paired(spain, "c04").pairings[0]

    assert "agrees" == one.result and one.formula.startswith("rank_from_top([Germany 2020], ")
    assert any(
        "4 of 7 members are not in the series: Canada, Italy, Japan, United States" in str(c) for c in one.caveats
    )


def test_a_picked_start_is_said_in_words(spain):
    """The trough as a start is named, with the years from which it goes the other way, in both languages."""
    one = paired(spain, "c05").pairings[0]
    said = {language: [words.said(language) for words in one.caveats] for language in ("en", "zh")}

    assert "agrees" == one.result
    assert "up since 2007, the trough; down since any year after 2008" in said["en"]
    assert any(words.startswith("自2007年（谷底）上升；自") for words in said["zh"])
    assert any("2009" in each.what.said("en") and each.truth == "false" for each in one.beside.beside)


@pytest.mark.parametrize(
    ("text", "own", "beside"),
    [
        ("Unemployment in Spain in 2013 was at its highest since 2005.", "true", {"2012": "true", "2014": "false"}),
        ("Unemployment in Spain has fallen for the sixth year in a row.", "true", {"2018": "false", "2017": "false"}),
    ],
)
def test_a_record_and_a_streak_are_tried_in_neighbouring_years(spain, text, own, beside):
    """What was so in one year was so, or was not, in those around it."""
    one = all_series(spain.parent.parent.parent)["unemployment"]
    reading = read(text, date(2020, 3, 1))
    outcome = weigh(Trial(one, 2020), reading.asked[0])
    found = {each.what.said("en"): str(each.truth) for each in axis(one, outcome, 2020).beside}

    assert own == str(outcome.truth) and beside.items() <= found.items()


def test_what_cannot_be_read_is_named(spain):
    """The number that no series counts is refused by its words."""
    found = paired(spain, "c06")

    assert not found.pairings
    assert any("800" in words for words in found.refused)


def test_the_vintage_that_was_known_decides_and_the_newest_is_beside(spain):
    """A later revision is shown, and its caveat says what it would change."""
    revised = [("ESP", "2019", "15.9", ""), ("ESP", "2018", "16.0", "")]
    put(spain.parent.parent.parent, "unemployment@2024-01-01", revised, "Unemployment rate", "%", "2024-01-01")
    one = paired(spain, "c02").pairings[0]

    assert ("2021-01-15", "agrees") == (one.series.vintage, one.result)
    assert ["vintage 2024-01-01"] == [b.what.said("en") for b in one.beside.beside if "vintage" in b.what.said("en")]


def test_a_vintage_later_than_the_article_is_a_caveat(spain):
    """What was revised since may not have been known."""
    put(spain.parent.parent.parent, "late", [("ESP", "2019", "14.1", "")], "Unemployment rate", "%", "2024-01-01")
    one = paired(spain, "c02", only=["late"]).pairings[0]

    assert any("it may have been revised since" in str(words) for words in one.caveats)


def test_an_accepted_reading_is_judged_by_the_same_rules(spain):
    """The cells are figures, the formula a computed figure, the series a source; the verdict follows from them."""
    home, opened = spain.parent.parent.parent, open_draft(spain)
    for claim in ("c01", "c02", "c03", "c04"):
        propose.accept_pairing(opened, paired(spain, claim).pairings[0], Relation.SAME, "same metric, place and period")
    case = load_case(spain)

    assert {"c01": "supported", "c02": "supported", "c03": "contradicted", "c04": "supported"} == {
        name: str(case.verdicts[name].verdict) for name in ("c01", "c02", "c03", "c04")
    }
    sources = read_text(home / "data" / "sources" / "sources.csv", "sources")
    assert ["emissions", "unemployment"] == sorted(row["series"] for row in sources)
    assert {"primary"} == {row["tier"] for row in sources}
    assert "Computed" in str(case.verdicts["c01"].reason)


def test_a_statement_is_judged_by_its_fixed_words(spain):
    """A trend has no number: what the operation comes to is one of the words of the claim."""
    one = paired(spain, "s01").pairings[0]
    figure, _ = propose.accept_pairing(open_draft(spain), one, Relation.SAME, "same metric, place and period")
    case = load_case(spain)

    assert "agrees" == one.result and figure.startswith("f")
    assert ("fell", "supported") == (case.figures[figure].value, str(case.verdicts["s01"].verdict))


def test_what_is_accepted_twice_is_said(spain):
    """The same computation is beside a claim once."""
    one = paired(spain, "c02").pairings[0]
    propose.accept_pairing(open_draft(spain), one)
    with pytest.raises(Problems, match="sets this computation beside c02 already"):
        propose.accept_pairing(open_draft(spain), one)


def test_a_figure_that_is_no_cell_of_its_series_does_not_load(spain):
    """The digest of each cell is in the frozen file, or the case says so."""
    propose.accept_pairing(open_draft(spain), paired(spain, "c02").pairings[0], Relation.SAME, "same")
    path = spain.parent.parent / "sources" / "figures.csv"
    digest = read_text(path, "figures")[0]["passage_sha256"]
    path.write_text(path.read_text(encoding="utf-8").replace(digest, "0" * 64), encoding="utf-8")
    with pytest.raises(Problems, match="is no cell of series/unemployment.csv; pair the claim again"):
        load_case(spain)


def test_the_command_accepts_or_logs_that_none_fits(spain, capsys):
    """A person accepts one reading with a relation, or says why none fits, which is a search for the claim."""
    assert not main(["pair", "spain", "c02", "--accept", "1", "--relation", "same", "--reason", "same"])
    assert "figure x01, evidence e001" in capsys.readouterr().out
    assert not main(["pair", "spain", "c03", "--none", "another definition"])
    logged = read_text(spain / "searches.csv", "searches")[0]
    assert ("claim", "c03", "nothing") == (logged["scope"], logged["claims"], logged["outcome"])
    assert "another definition" in logged["note"] and "Unemployment rate" in logged["note"]


def test_the_command_prints_the_readings(spain, capsys):
    """On a terminal in either language, and as JSON."""
    main(["pair", "spain", "c05"])
    shown = capsys.readouterr().out
    assert "1. AGREES." in shown and "caveat: up since 2007, the trough" in shown
    main(["pair", "spain", "c05", "--lang", "zh"])
    assert "自2007年（谷底）上升" in capsys.readouterr().out
    main(["pair", "spain", "c05", "--json"])
    found = json.loads(capsys.readouterr().out)["readings"][0]
    assert [["ESP", "2007", "8.2", ""], ["ESP", "2019", "14.1", ""]] == found["cells"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["c99"], "there is no such claim"),
        (["c02", "--accept", "9"], "--accept: there is no reading 9; c02 has 1"),
        (["c02", "--series", "gdp"], "there is no series “gdp”"),
        (["c02", "--relation", "same"], "--relation: needs --reason"),
        (["c02", "--none", " "], "--none: says why no reading fits"),
    ],
)
def test_what_does_not_fit_is_said(spain, capsys, more, words):
    """One sentence, exit code 2."""
    assert 2 == main(["pair", "spain", *more])
    assert words in capsys.readouterr().err


@pytest.fixture
def judged(spain):
    """The article with four readings accepted."""
    for claim in ("c01", "c02", "c04", "c05"):
        propose.accept_pairing(open_draft(spain), paired(spain, claim).pairings[0], Relation.SAME, "same")
    return spain


def test_a_picture_shows_the_series_the_cells_and_the_vintage(judged):
    """A line with the slope and its grey neighbours, a dot for a level, a strip for a rank, each with its vintage."""
    shown = plot.statistics(load_case(judged))
    panels = [axes for axes in shown.axes if axes.get_visible()]

    assert 4 == len(panels)
    assert all("vintage 2021-01-15" in " ".join(axes.get_title(loc="left").split()) for axes in panels)
    slope = [line for line in panels[0].lines if to_hex(line.get_color()) == to_hex(CLAIM)]
    assert [[1990.0, 2020.0]] == [list(line.get_xdata()) for line in slope]
    neighbours = [line for line in panels[3].lines if to_hex(line.get_color()) == to_hex(style.FAINT)]
    assert {2005.0, 2006.0, 2008.0, 2009.0, 2010.0} == {line.get_xdata()[0] for line in neighbours}
    assert {"Germany", "United Kingdom", "France"} == {text.get_text() for text in panels[2].texts}
    assert "45.7% less" in repr(shown)


def test_other_vintages_are_dashed(judged):
    """What was revised is drawn beside what was known."""
    revised = [("ESP", "2019", "15.9", ""), ("ESP", "2018", "16.0", "")]
    put(judged.parent.parent.parent, "unemployment@2024-01-01", revised, "Unemployment rate", "%", "2024-01-01")
    axes = plot.statistics(load_case(judged)).axes[1]

    assert [[2018.0, 2019.0]] == [list(line.get_xdata()) for line in axes.lines if line.get_linestyle() == "--"]


def test_a_case_without_series_has_no_such_picture(bus):
    """Nothing is drawn where nothing is frozen."""
    assert plot.statistics(load_case(bus)) is None and not plot.behind(load_case(bus))


def test_the_page_draws_the_series_behind_a_claim(judged):
    """An inline picture with words in both languages; its points are within it."""
    case = load_case(judged)
    one = plot.sketch([each for each in plot.behind(case) if each.item.claim.id == "c01"])
    page = render(case)

    assert all(0 <= float(x) <= one.width for point in one.lines[0].split() for x in point.split(",")[:1])
    assert 4 == page.count('<figure class="strip course">')
    assert "vintage 2021-01-15" in page and "2021-01-15版" in page


@pytest.fixture
def fetched(spain, site):
    """The article with a level accepted of a series that a server has; returns its folder and the server."""
    home = spain.parent.parent.parent
    site.give("/une.csv", "country,sex,year,value\nSpain,T,2018,15.3\nSpain,T,2019,14.1\nSpain,F,2019,16.0\n")
    said = {"title": "Unemployment rate", "publisher": "Eurostat", "unit": "%", "vintage": "2021-01-15"}
    wanted = Wanted("rate", f"{site.url}/une.csv", Choice(only={"sex": "T"}), said)
    add(home, wanted, Asker(Visitor(private=True, delay=0)), date(2026, 11, 30))
    one = paired(spain, "c02", only=["rate"]).pairings[0]
    propose.accept_pairing(open_draft(spain), one, Relation.SAME, "same")
    path = home / "data" / "sources" / "sources.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("tertiary,nobody has judged yet who says it", "primary,the office"),
        encoding="utf-8",
    )
    return spain, site


def rechecked(folder, capsys):
    """Recheck, and return the last row with what was printed."""
    assert not main(["recheck", str(folder), "--allow-private", "--archive", "", "--again"])
    return read_text(folder / "rechecks.csv", "rechecks")[-1], capsys.readouterr().out


def test_a_recheck_says_what_was_revised_by_cell(fetched, capsys):
    """The same choice is fetched again; the cell of the figure is gone, and the new vintage is kept beside."""
    folder, site = fetched
    site.give(
        "/une.csv", "country,sex,year,value\nSpain,T,2018,15.3\nSpain,T,2019,14.3\nSpain,T,2020,15.5\nSpain,F,2019,1\n"
    )
    row, shown = rechecked(folder, capsys)

    assert ("changed", "f001", "") == (row["outcome"], row["figures_gone"], row["figures_standing"])
    assert "of 2 cells 1 revised, 1 new, 0 gone: ESP 2019: 14.1 → 14.3; ESP 2020: none → 15.5" in row["note"]
    assert "ESP 2019: 14.1 → 14.3" in " ".join(shown.split())
    kept = all_series(folder.parent.parent.parent)
    assert "14.3" == kept[f"rate@{date.today()}"].cell("ESP", "2019").printed
    assert "14.1" == kept["rate"].cell("ESP", "2019").printed
    assert ["supported"] == [str(load_case(folder).verdicts["c02"].verdict)]
    assert any(f"vintage {date.today()}" in b.what.said("en") for b in paired(folder, "c02").pairings[0].beside.beside)


def test_a_series_that_is_the_same_is_as_printed(fetched, capsys):
    """Nothing is frozen again where no cell was revised."""
    folder, _ = fetched
    row, _ = rechecked(folder, capsys)

    assert ("as printed", "f001", "no cell was revised") == (row["outcome"], row["figures_standing"], row["note"])
    assert {"rate", "unemployment", "emissions"} == set(all_series(folder.parent.parent.parent))


@pytest.mark.parametrize(
    ("status", "body", "outcome", "words"),
    [
        (500, "busy", "unreachable", "the server answered 500"),
        (404, "none", "gone", "it may have been renamed"),
        (403, "no", "blocked", "the server answered 403"),
        (200, "country,sex,when,value\nSpain,T,2018,1\n", "changed", "no row names periods"),
    ],
)
def test_a_series_that_cannot_be_fetched_says_why(fetched, capsys, status, body, outcome, words):
    """A fault of a server says nothing of a claim; changed columns are a change."""
    folder, site = fetched
    site.give("/une.csv", body, status)
    row, _ = rechecked(folder, capsys)

    assert outcome == row["outcome"] and words in row["note"]


def test_a_workspace_without_series_is_said(bus, capsys):
    """The sentence names the command that freezes one."""
    assert 2 == main(["pair", str(bus), "c01"])
    assert "there are no series yet; `claimbook series" in capsys.readouterr().err
