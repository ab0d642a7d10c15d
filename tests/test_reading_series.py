"""How a claim is read: denials, firsts, peaks, lists, ages, what is left of a hundred, and parts of a year."""

from datetime import date

import pytest

from claimbook.series.agree import Truth, latest
from claimbook.series.attempt import try_all
from claimbook.series.judge import decide
from claimbook.series.rank import Hit
from claimbook.series.read import read
from claimbook.series.series import Series

DAY = date(2020, 6, 1)
YEARS = tuple(str(year) for year in range(2000, 2020))
RISING, FALLING = list(range(10, 30)), list(range(41, 21, -1))


def series(unit="tonnes", title="Coal burnt", **columns):
    """Make a series of twenty years from 2000, a single number for a steady one."""
    made = {
        place: tuple(map(str, column if isinstance(column, list) else [column] * 20))
        for place, column in columns.items()
    }
    return Series("x", title, "", unit, "", YEARS, made)


COAL = series(FRA=RISING, DEU=FALLING, ITA=15, ESP=[10, 45, *[20] * 18], OWID_WRL=200)


def truths(text, one, day=DAY):
    """Return what each thing that a claim says comes to on a series."""
    return [str(outcome.truth) for tried in try_all(read(text, day), [Hit(one, 2.0)]) for outcome in tried.outcomes]


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Germany is no longer the biggest burner of coal in Europe.", "true"),
        ("Germany was not the biggest burner of coal in Europe in 2000.", "false"),
        ("Germany topped the world in coal burnt in 2000.", "true"),
        ("Nowhere was more coal burnt than in Spain in 2001.", "true"),
        ("No country burnt more coal, coke, and lignite than Italy in 2001.", "false"),
        ("In 2015 France burnt more coal than Germany for the first time.", "false"),
        ("In 2016 France burnt more coal than Germany for the first time.", "true"),
        ("Spain burnt more coal than Germany for the first time in 2001.", "true"),
        ("Coal burnt in Spain peaked in 2001.", "true"),
        ("Coal burnt in Germany peaked in 2005.", "false"),
        ("西班牙的燃煤量2001年达到峰值。", "true"),
        ("In 2019 Germany's coal burnt had still not returned to its level of 2005.", "true"),
        ("In 2019 France's coal burnt had still not returned to its level of 2005.", "false"),
        ("2019年，德国的燃煤量仍然没有回到2005年的水平。", "true"),
        ("Coal burnt in Italy has barely changed since 2005.", "true"),
        ("Coal burnt in France has barely changed since 2005.", "false"),
        ("France burnt more coal in 2019 than the year before.", "true"),
        ("Germany burnt more coal in 2019 than the year before.", "false"),
        ("Coal burnt in Germany has fallen since the turn of the century.", "true"),
        ("Coal burnt in Germany is little more than half of what it was in 2000.", "true"),
        ("Coal burnt in France is a tenth of what it was in 2000.", "false"),
        ("Coal burnt in France was cut in half between 2000 and 2019.", "false"),
        ("法国2019年的燃煤量是2000年的三倍左右。", "true"),
        ("法国的燃煤量比十年前更少。", "false"),
        ("法国的燃煤量在2019年比2005年更多。", "true"),
        ("Germany burns twice the world average.", "false"),
        ("In 2016 Germany burnt almost as much coal as France.", "true"),
        ("In 2000 France burnt almost as much coal as Germany.", "false"),
        ("2000年，德国的燃煤量是法国的四倍左右。", "true"),
        ("法国2019年的燃煤量多于2005年。", "true"),
        ("自2005年以来，意大利的燃煤量没有增加。", "true"),
        ("France has more than halved the coal it burns since 2000.", "false"),
        ("More coal was burnt in Germany in 2000 than in any other year.", "true"),
        ("More coal was burnt in France in 2000 than in any other year.", "false"),
        ("France burns more coal than it did in the year 2000.", "true"),
    ],
)
def test_what_a_claim_says_is_tried_in_its_own_sense(text, truth):
    """Denials, firsts, peaks, lists before “than”, and what something was before are read and tried."""
    assert truths(text, COAL) == [truth]


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("A quarter of Germans do not have access to clean water.", "true"),
        ("Half of Germans lack access to clean water.", "false"),
        ("75% of Germans have access to clean water.", "true"),
        ("德国四分之一的人没有清洁用水。", "true"),
    ],
)
def test_those_who_have_none_are_what_is_left_of_a_hundred(text, truth):
    """A share of those without is read from the share of those with."""
    assert truths(text, series("%", "Share of people with access to clean water", DEU=75)) == [truth]


def test_those_who_have_none_are_not_read_from_any_other_share():
    """Of a share that is not of those who have something, what is left is not known."""
    assert truths("A quarter of Germans do not smoke.", series("%", "Deaths from smoke", DEU=75)) == ["open"]


@pytest.mark.parametrize(
    "text",
    [
        "France has more people aged 35 to 39 than Germany.",
        "法国35至39岁的人口多于德国。",
        "France has more people in their late thirties than Germany.",
    ],
)
def test_an_age_is_no_number_of_the_claim(text):
    """Ages name who is counted, and are read as such."""
    people = series("Persons", "Population by age group (35-39 years)", FRA=20, DEU=10)

    one = decide(read(text, DAY), [Hit(people, 2.0)])

    assert (str(one.label), one.decided) == ("Supported", True)


def test_a_country_in_the_name_of_a_disease_is_no_place():
    """German measles are not of Germany."""
    assert [one.code for one in read("France has more cases of German measles than Spain.", DAY).places] == [
        "FRA",
        "ESP",
    ]


def test_a_number_of_the_title_names_the_metric():
    """“Killed more than a hundred” is what the series counts, and not how many there were."""
    attacks = series("attacks", "Attacks by severity (more than 100 deaths)", OWID_WRL=0)

    assert truths("In 2019 not a single attack killed more than a hundred people.", attacks) == ["true"]


def test_a_part_of_all_there_are_is_a_share_of_the_total():
    """“Of all coal, half was burnt in Spain” is tried on amounts, as a part of their sum."""
    assert truths("Of all coal, more than a third was burnt in Spain in 2001.", COAL) == ["true"]


@pytest.mark.parametrize(
    ("found", "unfinished", "truth"),
    [
        (["true", "false"], False, "true"),
        (["true", "false"], True, "open"),
        (["false", "true"], False, "open"),
        (["false", "false"], True, "false"),
    ],
)
def test_the_latest_year_decides_a_rank_if_it_was_over(found, unfinished, truth):
    """A rank of a year that was not over when the claim was made needs the year before to agree."""
    assert str(latest(map(Truth, found), unfinished)) == truth


MONTHS = tuple(f"{year}-{month:02}" for year in (2018, 2019) for month in range(1, 13))
MONTHLY = Series(
    "m", "Coal burnt", "", "tonnes", "", MONTHS,
    {"FRA": tuple(map(str, range(1, 25))), "DEU": ("12",) * 24, "ITA": ("1",) * 24},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("In March 2019 coal burnt in France was the highest on record.", "true"),
        ("In March 2019 coal burnt in France was the lowest on record.", "false"),
        ("In March 2019 France burnt more coal than Germany.", "true"),
        ("In March 2018 France burnt more coal than Germany.", "false"),
        ("In March 2018 Germany burnt the most coal in Europe.", "true"),
        ("In the first half of 2019 France burnt 93 tonnes of coal.", "true"),
        ("In the first half of 2019 France burnt 50 tonnes of coal.", "false"),
        ("2019年上半年，法国的燃煤量为93吨。", "true"),
        ("Coal burnt in France rose in the second half of 2019.", "true"),
    ],
)
def test_parts_of_a_year_are_ranked_compared_and_added_up(text, truth):
    """Months have records, ranks and comparisons; half a year is the sum of its months."""
    assert truths(text, MONTHLY) == [truth]


def test_a_series_of_the_opposite_says_nothing():
    """Who would welcome a neighbour is not counted by a series of those who do not want one."""
    want_not = series("%", "Share of people saying they do not want homosexual neighbors", DEU=75)

    welcome, mind = (
        decide(read(f"Three in four Germans would {verb} a homosexual neighbor.", DAY), [Hit(want_not, 2.0)])
        for verb in ("welcome", "mind")
    )

    assert not welcome.decided and "opposite" in welcome.why
    assert (str(mind.label), mind.decided) == ("Supported", True)


def test_a_word_that_may_name_a_part_keeps_a_total_open():
    """Of “rubbish” the total of all methane says nothing where a part of it is among the series tried."""
    methane = series("tonnes", "Emissions by gas (methane)", FRA=FALLING)
    waste = series("tonnes", "Methane emissions by sector (Waste)", FRA=RISING)

    one = decide(
        read("France's rubbish gives off less methane emissions than in 2000.", DAY),
        [Hit(methane, 1.5), Hit(waste, 1.1)],
    )

    assert not one.decided and "may be a part" in one.why


def test_a_series_that_is_alone_decides_with_a_low_score():
    """A series with no other near it is meant, though its words are others than the claim's."""
    reading = read("France burnt less coal than Germany in 2000.", DAY)

    alone = decide(reading, [Hit(COAL, 0.6)])
    beside = decide(reading, [Hit(COAL, 0.6), Hit(series(title="Coal mined", FRA=9, DEU=9), 0.55)])

    assert (alone.decided, beside.decided) == (True, False)


def test_a_year_long_ago_is_a_year():
    """“In 1880” names a year, though other numbers of four digits are counted."""
    assert [one.first for one in read("In 1880, coal burnt in France was 20 tonnes.", DAY).spans] == [1880]


def test_down_from_is_a_movement_of_its_own():
    """“Below half, up from 63% in 2000” is false though both numbers are right."""
    slums = series("%", "Share of people living in slums", FRA=[63, *[41] * 19])

    up, down = (
        truths(f"The share of the French in slums is now below half, {way} from 63% in 2000.", slums)
        for way in ("up", "down")
    )

    assert ("false" in up, set(down)) == (True, {"true"})


def test_a_series_that_lacks_data_decides_nothing_where_a_near_one_has_them():
    """That there are no data is said of the one series that is meant, not of the nearest of several."""
    without, with_data = series(title="Coal output", FRA=5), series(title="Coal consumption", FRA=12, DEU=5)
    reading = read("France gets through twice as much coal as Germany.", DAY)

    one = decide(reading, [Hit(without, 1.4), Hit(with_data, 1.2)])

    assert not one.decided or str(one.label) != "Not Enough Evidence"


def test_never_less_than_in_a_year_is_the_lowest_of_all():
    """It is no change since that year."""
    aid = series("%", "Foreign aid given as a share of national income", FRA=[5, 4, 2, *[3, 4] * 8, 5])
    low = "France has never given a smaller share of its national income in foreign aid than in {}."

    assert "true" in truths(low.format(2002), aid) and "true" not in truths(low.format(2001), aid)


def test_a_cut_by_so_much_is_one_however_far_its_verb_is():
    """What is between the verb and “by” does not hide which way it went."""
    told = "Germany has cut its burning of black and of brown coal in all of its plants by more than 40% since 2000."

    assert truths(told, COAL) == ["true"]


def test_the_most_since_a_year_is_said_of_what_was_more_in_that_year():
    """The year that “since” names is no rival, and one between is."""
    told = "2019 was the worst year for coal burnt in France since 2010: the highest."
    most, between = [*[1] * 10, 9, *[1] * 8, 5], [*[1] * 10, 9, *[1] * 7, 7, 5]

    assert [truths(told, series(FRA=one))[-1] for one in (most, between)] == ["true", "false"]


def test_second_behind_only_one_counts_that_one():
    """Who is ahead is not left out of the count and named as well."""
    coal = series(USA=90, FRA=70, DEU=30)

    assert truths("法国的煤炭消费量居世界第二，仅次于美国。", coal) == ["true"]


def test_less_of_a_yearly_change_is_not_less():
    """A series of yearly changes that grew more slowly leaves open whether there is less."""
    slower = series("TWh", "Annual change in coal consumption", FRA=list(range(40, 20, -1)))
    falling = series("TWh", "Annual change in coal consumption", FRA=list(range(-1, -21, -1)))
    told = "France burned less coal in 2018 than in 2017."

    assert (truths(told, slower), truths(told, falling)) == (["open"], ["true"])


def test_a_minimum_that_is_measured_is_no_record():
    """Minimum proficiency is what the share is of, not how low it is."""
    share = series("%", "Share of students with minimum reading proficiency", FRA=FALLING)

    assert truths("The share of French students with minimum reading proficiency has fallen since 2000.", share) == [
        "true"
    ]
