"""Claims against series: how a claim is read, what it comes to, and what is refused."""

import json
from datetime import date
from decimal import Decimal

import pytest

from claimbook.cli import main
from claimbook.series import pairs
from claimbook.series.agree import STATED, agrees
from claimbook.series.attempt import try_all
from claimbook.series.choose import understood
from claimbook.series.figures import find_figures
from claimbook.series.judge import decide
from claimbook.series.rank import Catalogue, Hit
from claimbook.series.read import read
from claimbook.series.scale import claimed, of_series
from claimbook.series.series import Series
from claimbook.series.spans import day_of, find_spans
from claimbook.series.wanted import Wanted

DAY = date(2020, 6, 1)
YEARS = tuple(str(year) for year in range(2000, 2020))


def series(unit="%", title="Unemployment rate", **columns):
    """Make a series from what is printed, one value a year from 2000, a single number for a steady one."""
    made = {
        place: tuple(map(str, column if isinstance(column, list) else [column] * len(YEARS)))
        for place, column in columns.items()
    }
    return Series("x", title, "", unit, "", YEARS, made)


def judged(text, *given):
    """Judge a claim of June 2020 by some series."""
    return decide(read(text, DAY), [Hit(one, 2.0) for one in given])


def rising(first, by):
    """Return twenty values that rise by the same."""
    return [first + by * at for at in range(len(YEARS))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("since 2015", [("since", 2015, 2020)]),
        ("from 1990 to 2006", [("range", 1990, 2006)]),
        ("between 2011-14", [("range", 2011, 2014)]),
        ("in the last decade", [("last", 2010, 2020)]),
        ("in the five years leading up to 2015", [("last", 2010, 2015)]),
        ("in the early 1990s", [("range", 1990, 1994)]),
        ("a 30-year low", [("record", 1990, 2020)]),
        ("the highest in nearly three decades", [("record", 1990, 2020)]),
        ("prior to 2010", [("before", 0, 2009)]),
        ("last year", [("point", 2019, 2019)]),
        ("ten years ago", [("point", 2010, 2010)]),
        ("in May 2018", [("finer", 2018, 2018)]),
        ("自2015年以来", [("since", 2015, 2020)]),
        ("近五年", [("last", 2015, 2020)]),
        ("十三五期间", [("range", 2016, 2020)]),
        ("2010年至2015年", [("range", 2010, 2015)]),
        ("30年来最低", [("record", 1990, 2020)]),
        ("去年", [("point", 2019, 2019)]),
        ("2,015 people", []),
    ],
)
def test_years_are_read_relative_to_the_claim(text, spans):
    """What years a claim names depends on when it was said."""
    assert [(str(one.kind), one.first, one.last) for one in find_spans(text, DAY)] == spans


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("June 15, 2018", date(2018, 6, 15)),
        ("2018-06-15", date(2018, 6, 15)),
        ("2018年6月15日", date(2018, 6, 15)),
        ("x", None),
    ],
)
def test_a_date_is_read_as_it_is_written(words, day):
    """A date in any of the usual forms is read, and what is none is refused."""
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("text", "comparator", "role"),
    [
        ("fewer than one in five people", "<", "level"),
        ("it never exceeded 5%", "<=", "level"),
        ("never dropping below a 60% share", ">=", "level"),
        ("falls far short of the ratio of 1:600", "<", "level"),
        ("rose by over 45%", ">", "change"),
        ("an increase of 12%", "=", "change"),
        ("increased to 12%", "=", "level"),
        ("more than doubled", ">", "change"),
        ("ranks third", "=", "rank"),
    ],
)
def test_a_number_is_read_with_what_compares_it(text, comparator, role):
    """The words before a number say how it is compared, and whether it is a level or a change."""
    (one,) = find_figures(text)

    assert (one.quantity.comparator, str(one.role)) == (comparator, role)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("one doctor for every 2,500 people", "Per 1,000 people", "0.4"),
        ("3,000 people a day", "deaths", "1095000"),
        ("2.5 million tonnes", "million tonnes", "2.5"),
        ("12 people die of it every hour", "deaths", "105120"),
        ("80 TWh", "kilowatt-hours", "80000000000"),
        ("5 per 100,000 people", "per million people", "50"),
    ],
)
def test_a_number_is_brought_to_the_scale_of_a_series(text, unit, value):
    """Ratios, rates and prefixes are reckoned exactly."""
    (one,) = find_figures(text)

    assert round(one.quantity.high * one.scale.to(of_series(unit)), 12) == Decimal(value)


def test_a_unit_that_no_series_counts_in_is_not_guessed():
    """Euros are no dollars, francs are of no series, and euros are of one that says so."""
    assert claimed("CHF") is None and not claimed("EUR").fits(of_series("current US$"))
    assert claimed("EUR").fits(of_series("million euros")) and not claimed("USD").fits(of_series("million euros"))
    assert not claimed("USD").fits(of_series("tonnes"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unemployment in France is 9%.", "Supported"),
        ("Unemployment in France is 4%.", "Refuted"),
        ("More than 8% of the French are unemployed.", "Supported"),
        ("Unemployment in France has never exceeded 8%.", "Refuted"),
        ("Unemployment in France has increased since 2000.", "Refuted"),
        ("Unemployment in Germany has fallen since 2005.", "Supported"),
        ("Unemployment in Germany fell from 20% in 2000 to 10.5% in 2019.", "Supported"),
        ("Unemployment in Germany fell by half between 2000 and 2019.", "Supported"),
        ("Unemployment in Germany is at its lowest level since 2005.", "Supported"),
        ("Unemployment in Germany is at a ten-year high.", "Refuted"),
        ("Unemployment in Germany is lower than in Spain.", "Supported"),
        ("Spain has lower unemployment than Germany.", "Refuted"),
        ("Spain has the highest unemployment in Europe.", "Supported"),
        ("France has the lowest unemployment in the world.", "Supported"),
        ("Germany has the third highest unemployment in Europe.", "Refuted"),
        ("Unemployment in Spain was 25% in 1995.", "Not Enough Evidence"),
        ("Unemployment in Norway is 3%.", "Not Enough Evidence"),
        ("In May 2018, unemployment in France was 9%.", "Not Enough Evidence"),
        ("法国失业率为9%。", "Supported"),
        ("德国失业率2005年以来上升。", "Refuted"),
    ],
)
def test_a_claim_comes_to_what_the_cells_say(text, label):
    """Levels, changes, records, ranks and comparisons are tried on the cells; without data there is no verdict."""
    one = series(FRA=9, DEU=rising(20, -0.5), ESP=rising(15, 0.5))

    found = judged(text, one)

    assert (str(found.label), found.decided) == (label, True)


WHEAT = {"FRA": 100, "DEU": rising(50, 5), "ESP": [60] * 19 + [40], "ITA": 20}
GROWTH = {"FRA": 2, "DEU": [3] * 18 + [-1, -1]}


@pytest.mark.parametrize(
    ("text", "label", "decided"),
    [
        ("Wheat production in Germany doubled between 2000 and 2010.", "Supported", True),
        ("Wheat production in Germany tripled between 2000 and 2010.", "Refuted", True),
        ("Wheat production in Germany rose by 50 tonnes between 2000 and 2010.", "Supported", True),
        ("Wheat production in Germany rose by 500 tonnes between 2000 and 2010.", "Refuted", True),
        ("Wheat production in Germany has risen for 19 years in a row.", "Supported", True),
        ("Wheat production in Germany rose every year since 2000.", "Supported", True),
        ("Wheat production in Spain has fallen every year since 2000.", "Refuted", True),
        ("France produces more wheat than Germany.", "Refuted", True),
        ("France has the second highest wheat production in Europe.", "Supported", True),
        ("France has produced more wheat than Italy in every year since 2000.", "Supported", True),
        ("2000年至2010年德国小麦产量翻了一番。", "Supported", True),
        ("德国小麦产量连续19年增长。", "Supported", True),
    ],
)
def test_a_claim_on_amounts_comes_to_what_the_cells_say(text, label, decided):
    """Amounts grow by times and by so much, year by year, and beside others; what was flat did not fall."""
    found = judged(text, series("tonnes", "Wheat production", **WHEAT))

    assert (str(found.label), found.decided) == (label, decided)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The economy of Germany grew by 3% in 2010.", "Supported"),
        ("The economy of Germany grew by 9% in 2010.", "Refuted"),
        ("The economy of Germany is growing.", "Refuted"),
        ("The economy of Germany is shrinking.", "Supported"),
    ],
)
def test_a_series_of_growth_has_a_change_as_its_level(text, label):
    """What grew is not compared with the year before once more."""
    assert str(judged(text, series("%", "GDP growth", **GROWTH)).label) == label


@pytest.mark.parametrize(
    ("text", "label", "decided"),
    [
        ("Coal burnt in France has fallen by more than 80% since 2000.", "Supported", True),
        ("Coal burnt in France has fallen by more than 98% since 2000.", "Refuted", True),
        ("Spain burns more coal than Italy or Germany.", "Supported", True),
        ("Poland burns more coal than Italy and Spain put together.", "Refuted", True),
        ("Spain burns more coal than every other country in the world combined.", "Supported", True),
        ("Italy burns more coal than every other country in the world combined.", "Refuted", True),
        ("Poland burns more coal than any other country in Europe except Spain.", "Supported", True),
        ("Germany burns more coal than any other country in Europe except Spain.", "Refuted", True),
        ("No country in Europe burns more coal than Spain.", "Supported", True),
        ("No country in Europe burns more coal than Italy.", "Refuted", True),
        ("There was more coal burnt in France in 2000 than there is today.", "Supported", True),
        ("Coal burnt in Spain has not fallen since 2000.", "Supported", True),
        ("Coal burnt in France has not fallen since 2000.", "Refuted", True),
        ("2019年法国燃煤比2000年减少了一半以上。", "Supported", True),
        ("France burnt 10 tonnes of coal last year, down from 100 tonnes in 2000.", "Supported", True),
        ("Spain no longer burns more coal than Italy.", "Refuted", True),
        ("Italy no longer burns more coal than Spain.", "Supported", True),
        ("Germany burns more coal than Italy, but less than Spain.", "Supported", True),
        ("Germany burns more coal than Italy, but less than France.", "Refuted", True),
        ("Spain burns more coal in total than in any other country.", "Supported", True),
        ("Coal burning fell faster in France than in Spain between 2000 and 2010.", "Refuted", False),
        ("Coal burnt in France fell by 12 points 7 times over between 2000 and 2010.", "Refuted", False),
    ],
)
def test_a_comparison_is_read_whole(text, label, decided):
    """Lists of places, what is left out, all others together and the years compared each change what is asked."""
    columns = {"FRA": [100, *[50] * 18, 10], "ESP": 1200, "ITA": 100, "DEU": 200, "POL": 550}
    coal = series("tonnes", "Coal burnt", OWID_WRL=2150, **columns)

    one = judged(text, coal)

    assert (str(one.label), one.decided) == (label, decided)


@pytest.mark.parametrize(("place", "label"), [("Spain", "Supported"), ("France", "Refuted")])
def test_the_only_one_is_the_only_one_with_any(place, label):
    """Another place with some, or none in the named one, refutes it."""
    one = series("deaths", "Deaths from malaria", FRA=0, DEU=0, ESP=5)

    found = judged(f"{place} is the only country in Europe with deaths from malaria.", one)

    assert (str(found.label), found.decided) == (label, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unemployment in France is 9.9%.", "too near to say"),
        ("Our unemployment is 9%.", "no place is named"),
        ("Unemployment in France has fallen since the war began.", "since the war"),
        ("Unemployment in France will be 4%.", "will be"),
        ("Unemployment in France rose by 40%.", "over which years it changed is not said"),
        ("France spends 3 billion euros on it, and unemployment is 9%.", "no series that fits"),
        ("France is a beautiful country.", "no operation"),
    ],
)
def test_what_cannot_be_read_stays_undecided(text, words):
    """A claim that is too near, or holds what is not understood, has no verdict, and the reason names the part."""
    found = judged(text, series(FRA=9))

    assert not found.decided
    assert words in found.why


def test_a_counterexample_is_looked_for_before_the_data_are_missed():
    """One year beyond the limit refutes “never”, however many years have no data."""
    column = ["", "", "", "", *range(1, 15), "", ""]

    assert (
        str(judged("Unemployment in France never exceeded 8% from 2000 to 2019.", series(FRA=column)).label)
        == "Refuted"
    )


def test_the_parts_of_a_sum_are_added():
    """What two places have together is the sum, where both have data."""
    one = series("deaths", "Deaths from cancer", FRA=100, DEU=200)

    assert str(judged("In France and Germany combined, more than 290 people died of cancer.", one).label) == "Supported"


def test_a_picked_year_is_said():
    """A rise that is one from its own start alone is cherry-picked, and the caveat names the years that turn it."""
    column = [50] * 10 + [10] + [50] * 8 + [30]

    found = judged("Unemployment in France has increased since 2010.", series(FRA=column))

    assert "Cherry-Picking" in str(found.label)
    assert "up since 2010; down since 2007, 2008, 2009, 2011, 2012, 2013" in found.caveats


def test_a_number_near_the_stated_one_agrees():
    """What differs by rounding agrees, a little more is open, and much more is excluded."""
    (one,) = find_figures("it is 20%")

    assert [str(agrees(one.quantity, Decimal(value), STATED)) for value in ("20.4", "22", "30")] == [
        "true",
        "open",
        "false",
    ]


def test_the_unit_and_the_plain_total_rank_a_series_first():
    """The series that is counted in what the claim counts is first, and a total before its parts."""
    parts = [
        Series("a", "Deaths from terrorism, by target (Police)", "", "deaths", "", YEARS, {"FRA": ()}),
        Series("b", "Terrorism deaths", "", "deaths", "", YEARS, {"FRA": ()}),
        Series("c", "Share of deaths from terrorism", "", "%", "", YEARS, {"FRA": ()}),
    ]

    hits = Catalogue.of(parts).rank(Wanted("people killed by terrorism", (claimed("count"),), ("FRA",)))

    assert [hit.series.id for hit in hits][0] == "b"
    assert [hit.series.id for hit in hits][-1] == "c"


@pytest.fixture
def folder(tmp_path):
    """Write a folder of one series and a file of two claims."""
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "rate.csv").write_text("Date,FRA\n2018,9.1\n2019,8.4\n", encoding="utf-8")
    entry = {"filename": "rate.csv", "title": "Unemployment rate", "description": "", "unit": "%"}
    (tmp_path / "metadata.json").write_text(json.dumps([entry]), encoding="utf-8")
    claims = [
        {"Claim": "Unemployment in France is 9%.", "Date": "June 1, 2019"},
        {"Claim": "All is well.", "Date": "2019"},
    ]
    lines = "\n".join(json.dumps({**one, "TimeSeries": ["rate"]}) for one in claims)
    (tmp_path / "claims.jsonl").write_text(lines + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("more", [[], ["--given"]])
def test_the_command_prints_a_line_of_json_a_claim(folder, capsys, more):
    """Each line has the ranked series, the readings, the verdict, whether it was decided, and why."""
    main(["series", "judge", str(folder / "claims.jsonl"), "--series", str(folder), "--json", *more])

    first, second = map(json.loads, capsys.readouterr().out.splitlines())

    assert (first["verdict"], first["decided"]) == ("Supported", True)
    assert first["series"][0]["id"] == "rate"
    assert first["readings"][0]["operation"] == "level"
    assert first["readings"][0]["value"] == "8.4"
    assert (second["verdict"], second["decided"]) == ("Refuted", False)


def test_the_terminal_says_undecided(folder, capsys):
    """A default of benchmarks is no verdict for a reader."""
    main(["series", "judge", str(folder / "claims.jsonl"), "--series", str(folder)])

    out = capsys.readouterr().out

    assert "Supported: “Unemployment rate”" in out
    assert "undecided: no operation was read from it" in out


@pytest.mark.parametrize(
    ("line", "words"),
    [("{", "line 1: must be a JSON object"), ('{"Claim": "x", "Date": "soon"}', "line 1, Date: “soon” is no date")],
)
def test_a_faulty_line_is_named(folder, capsys, line, words):
    """A line that is no claim is named, with the fix, and nothing is judged."""
    (folder / "claims.jsonl").write_text(line, encoding="utf-8")

    assert main(["series", "judge", str(folder / "claims.jsonl"), "--series", str(folder)]) == 2
    assert words in capsys.readouterr().err


def test_two_series_are_added_where_both_have_data():
    """The sum keeps the places and years of both, and leaves a gap where one has none."""
    wind = series("TWh", "Electricity from wind", FRA=rising(1, 1), ESP=5)
    sun = series("TWh", "Electricity from solar", FRA=["", *rising(2, 0)[1:]])

    both = pairs.added(wind, sun)

    assert both.columns == {"FRA": ("", *(str(value + 2) for value in rising(1, 1)[1:]))}
    assert both.title == "Electricity from wind + Electricity from solar"


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("In France, wind electricity has overtaken solar electricity.", "true"),
        ("In France, solar electricity has overtaken wind electricity.", "false"),
    ],
)
def test_what_is_named_first_is_set_beside_the_other(text, truth):
    """The order of the claim, and not of the series, says which should be more."""
    wind = Hit(series("TWh", "Electricity from wind", FRA=rising(1, 1)), 2.0)
    sun = Hit(series("TWh", "Electricity from solar", FRA=2), 2.0)
    reading = read(text, DAY)

    for one, other in ((wind, sun), (sun, wind)):
        assert str(pairs.versus(reading, one, other).truth) == truth


def test_verdicts_and_refusals_are_said_in_chinese(folder, capsys):
    """With --lang zh the label, the reading, what it comes to and why are Chinese but for titles."""
    more = {"Claim": "Unemployment in Germany was 9% in 2018.", "Date": "2019"}
    with (folder / "claims.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(more) + "\n")
    main(["series", "judge", str(folder / "claims.jsonl"), "--series", str(folder), "--lang", "zh"])
    shown = capsys.readouterr().out

    assert "有据支持：“Unemployment rate”：" in shown and "[相符]" in shown and "读法：" in shown
    assert "未能判定：没有从中读出可做的运算" in shown
    assert "证据不足：“Unemployment rate”：序列中没有Germany" in shown


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("The unemployment rate in the United States was 4.8% in March 2023.", "true"),
        ("The unemployment rate in the United States was 9.8% in March 2023.", "false"),
        ("2023年3月，美国失业率为4.8%。", "true"),
        ("In March 2024, unemployment in the US rose year on year.", "true"),
        ("2023年三月份美国失业率同比下降。", "false"),
        ("Unemployment in the US fell in January 2024 from the previous month.", "false"),
        ("In January 2024, unemployment in the US fell.", "false"),
        ("Unemployment in the US was 4.8% in the second quarter of 2023.", "missing"),
        ("The US had the highest unemployment rate in the world in March 2023.", "open"),
        ("US unemployment was 4.8% in 2023.", "open"),
        ("US unemployment is rising.", "open"),
    ],
)
def test_a_month_is_asked_of_a_monthly_series(text, truth):
    """A level in a month, and a change to it from the month or the year before; a year is not asked of months."""
    months = tuple(f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13))
    column = tuple(f"{3.4 + at / 10:.1f}" for at in range(36))
    monthly = Series("u", "Unemployment rate", "", "percent", "", months, {"USA": column})

    tried = try_all(read(text, date(2024, 12, 1)), [Hit(monthly, 2.0)])

    assert [str(one.truth) for one in tried] == [truth]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Coal burnt by bakers in France is 30 tonnes.", "bakers"),
        ("Coal burnt in France, adjusted for trade, is 30 tonnes.", "adjusted"),
        ("Coal burnt in France was 100 tonnes in 2001.", "a neighbouring year"),
        ("Coal burnt in France is 30 tonnes less than in Spain.", "a difference"),
        ("法国以外，燃煤为30吨。", "leaves out"),
    ],
)
def test_a_claim_of_which_a_word_is_unread_is_not_refuted(text, why):
    """What restricts a claim, another year, or a number that is a difference leaves it open."""
    coal = series("tonnes", "Coal burnt", OWID_WRL=2150, FRA=[100, *[50] * 18, 10], ESP=1200)

    one = judged(text, coal)

    assert not one.decided and why in one.why


def test_another_series_that_supports_a_claim_keeps_it_open():
    """What is false of the nearest series is open where another, which explains as many of its words, supports it."""
    near, far = (
        series("tonnes", title, FRA=value) for title, value in (("Coal production", 90), ("Coal consumption", 40))
    )
    reading = read("France has over 80 tonnes of coal consumption.", DAY)

    one = decide(reading, [Hit(far, 1.5), Hit(near, 1.4)])

    assert not one.decided and "would support it" in one.why


def test_a_number_that_is_stated_exactly_shows_which_series_is_meant():
    """Of two near series, the one whose own number a claim states decides."""
    made, used = (series("tonnes", title, FRA=value) for title, value in (("Coal output", 90), ("Coal use", 41)))

    one = decide(read("France has 41 tonnes of coal.", DAY), [Hit(made, 1.5), Hit(used, 1.4)])

    assert (str(one.label), one.tried[1].series.title) == ("Supported", "Coal use")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("France burnt 90% less coal in 2019 than in 2000.", "Supported"),
        ("France burnt ten times as much coal in 2000 as in 2019.", "Supported"),
        ("France burnt 45% less coal in 2019 than in 2000.", "Refuted"),
    ],
)
def test_a_change_is_counted_from_the_year_after_than(text, label):
    """The year that follows “than” or “as” is the one from which a change is counted, wherever it is."""
    coal = series("tonnes", "Coal burnt", FRA=[100, *[50] * 18, 10])

    assert str(judged(text, coal).label) == label


def test_a_series_that_explains_more_words_comes_first():
    """“In fires” is left unread by the number of all deaths, and so the deaths from fire come before it."""
    deaths, fires = series("deaths", "Number of deaths", FRA=1), series("deaths", "Deaths from fire", FRA=1)

    hits = understood(read("In France more people die in fires.", DAY), [Hit(deaths, 1.2), Hit(fires, 1.15)])

    assert [hit.series.title for hit in hits] == ["Deaths from fire", "Number of deaths"]


def test_ages_are_words_of_the_metric():
    """The digits of an age group are looked for in titles."""
    groups = [series("people", f"Population by age group (Ages {ages})", FRA=1) for ages in ("0-24", "25-64", "65+")]
    text = "20 million people aged between 25 and 64 live in France."

    hits = Catalogue.of(groups).rank(Wanted("people aged live in", places=("FRA",), text=text))

    assert hits[0].series.title.endswith("(Ages 25-64)")


@pytest.mark.parametrize(
    ("text", "kind", "up"),
    [
        ("中国的失业率比美国低。", "compare", False),
        ("中国的失业率少于美国。", "compare", False),
        ("Joblessness in China is lower than the joblessness in America.", "compare", False),
        ("China burns twice as much coal as their American rivals.", "compare", True),
        ("Unemployment in China is lower than ever.", "record", False),
    ],
)
def test_which_way_a_comparison_goes_is_read(text, kind, up):
    """What follows a Chinese “than”, words before the other place, and “than ever” each say which way."""
    (one,) = read(text, DAY).asked

    assert (str(one.kind), one.up) == (kind, up)


@pytest.mark.parametrize(
    ("text", "kind", "per"),
    [
        ("0.8 dentists for every thousand people", "count", 1000),
        ("每10万人6.5起", "count", 100000),
        ("3.4 tonnes of soy from each hectare", "yield", 0),
        ("每公顷4吨", "yield", 0),
    ],
)
def test_what_a_number_is_per_is_read_in_words(text, kind, per):
    """So many people, or a hectare, may be named in words, before the number or after it."""
    (one,) = find_figures(text)

    assert (one.scale.kind, one.scale.per) == (kind, per)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("France burnt 40 tonnes less coal than in 2000.", "Supported"),
        ("France burnt 40% less coal than in 2000.", "Supported"),
        ("No country burns as much coal as Spain: 1,200 tonnes.", "Supported"),
        ("Spain paid 5 dollars an hour.", "Supported"),
    ],
)
def test_a_number_beside_another_year_or_time_is_tried_as_it_is_meant(text, label):
    """A difference to a year is no level, “no country” leaves the number to the one named, and pay may be by the hour."""
    coal = series("tonnes", "Coal burnt", FRA=[100, *[60] * 19], ESP=1200, ITA=10)
    pay = series("international-$", "Average hourly pay", ESP=5, FRA=9)

    assert str(judged(text, pay if "paid" in text else coal).label) == label


def test_a_comparison_keeps_the_year_of_its_sentence():
    """Nothing is compared in a sentence that names no other place."""
    asked = read("Coal burnt in Spain in 2005 exceeded that in Italy. It fell.", DAY).asked

    assert [str(one.kind) for one in asked].count("compare") == 1


@pytest.mark.parametrize(
    ("text", "label", "decided"),
    [
        ("Spain burns more than ten times France's coal.", "Supported", True),
        ("Coal burnt in France is worse than in Italy.", "Refuted", False),
    ],
)
def test_times_of_another_and_what_is_judged(text, label, decided):
    """So many times another's is compared; “worse” may be more or less, by the metric."""
    coal = series("tonnes", "Coal burnt", FRA=100, ESP=1200, ITA=10)

    one = judged(text, coal)

    assert (str(one.label), one.decided) == (label, decided)


def test_growth_over_years_is_not_refuted_by_that_of_one():
    """“Up by 47% since 2010” is not what inflation in a year was."""
    one = judged("Inflation in France added 47% since 2010.", series(title="Inflation of consumer prices", FRA=2))

    assert not one.decided
