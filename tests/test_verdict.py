"""The rules, one by one, and the published verdicts recomputed."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from claimbook import export, load_case
from claimbook.judge.beside import judge
from claimbook.judge.check import Check, Outcome, Result
from claimbook.judge.claim import Claim, Statement
from claimbook.judge.evidence import BASE, Evidence, Search
from claimbook.judge.facts import Facts
from claimbook.judge.rules import RULES, decide
from claimbook.judge.source import Figure, Source
from claimbook.judge.verdict import Label
from claimbook.quantity.period import period
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import Checkability, Copy, Relation, Tier
from claimbook.tables.writer import csv_of
from claimbook.text.selector import Selector

CLAIM = Claim(
    "c01",
    "level",
    Selector(0, 3, "18%"),
    "Bank",
    "rate",
    "all",
    period("2023"),
    "2023",
    Statement(),
    Quantity(Decimal(18), Decimal(18), "percent"),
    "",
    "none",
    Checkability.CHECKABLE,
    "",
    (),
)


def item(value, relation="same", tier="secondary", copy="original", origin="a", direction="", source="s1"):
    """Return a figure of one source beside the claim."""
    page = Source(
        source,
        "t",
        "Paper",
        "Reporter",
        "https://example.org",
        "2024",
        Tier(tier),
        Copy(copy),
        origin,
        "live",
        "2025-01-01",
    )
    quantity = Quantity(Decimal(value), Decimal(value), "percent")
    figure = Figure("f01", page, "rate", "Bank", "all", period("2023"), "2023", quantity, "", f"{value}%", origin)
    return Evidence("e01", CLAIM, figure, Relation(relation), direction, "", "")


WIDELY = (("zh", "pages"), ("zh", "data"), ("en", "pages"), ("en", "pages"))  # languages and places of four searches


def search(number, language="zh", outcome="nothing", scope="claim", where="pages"):
    """Return one logged search."""
    return Search(f"q{number:03}", f"words {number}", language, where, "2025-01-01", scope, ("c01",), outcome, "")


def outcome(result, conclusion=("c01",), premise=("c02",), robust=True, basis="definition"):
    """Return an evaluated check."""
    made = Check("k01", "", "", "=", "", "", premise, conclusion, basis, "", "")
    return Outcome(
        made, Result(result), Interval(Decimal(1), Decimal(1)), Interval(Decimal(2), Decimal(2)), "1 is not 2.", robust
    )


def judged(evidence=(), searches=(), outcomes=(), claim=CLAIM, policy=BASE):
    """Apply the rules."""
    return decide(Facts(claim, tuple(evidence), tuple(searches), tuple(outcomes), policy))


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([item(18)], "supported"),
        ([item(30)], "contradicted"),
        ([item(18), item(30)], "conflicting"),
        ([item(18, "proxy"), item(30, "context")], "unsupported"),
        ([item(18, tier="tertiary")], "unsupported"),
        ([item(30, tier="tertiary")], "unsupported"),
        ([item(18, "rule")], "supported"),
        ([item(30, "bound", direction="claim >= figure")], "contradicted"),
        ([item(10, "bound", direction="claim >= figure")], "unsupported"),
        ([item(10, "bound", direction="claim <= figure")], "contradicted"),
        ([item(18), item(30, "bound", direction="claim >= figure")], "conflicting"),
        ([], "unchecked"),
    ],
)
def test_what_evidence_decides(evidence, expected):
    """Only same, bound and rule decide, never a tertiary page; a bound alone never supports."""
    assert expected == judged(evidence).verdict


def test_a_search_for_the_claim_counts_as_having_looked():
    """A search of the article or a lead is not a search for the claim."""
    assert "unsupported" == judged(searches=[search(1)]).verdict
    assert "unchecked" == judged(searches=[search(1, scope="section")]).verdict
    assert "unchecked" == judged(searches=[search(1, outcome="lead")]).verdict


def test_own_arithmetic_comes_first():
    """A failing check decides even where a source agrees; an undetermined one decides nothing."""
    assert ("contradicted", "own_arithmetic") == (lambda v: (v.verdict, v.rule))(
        judged([item(18)], outcomes=[outcome("fails")])
    )
    assert "supported" == judged([item(18)], outcomes=[outcome("undetermined")]).verdict


@pytest.mark.parametrize(
    ("robust", "premise", "basis", "expected"),
    [
        (True, ("c02",), "definition", "high"),
        (False, ("c02",), "definition", "moderate"),
        (True, (), "definition", "low"),
        (True, ("c02",), "reading", "low"),
    ],
)
def test_confidence_of_arithmetic(robust, premise, basis, expected):
    """High if definitional and robust to rounding; low without a premise or under a reading."""
    found = judged(outcomes=[outcome("fails", premise=premise, robust=robust, basis=basis)])

    assert expected == found.confidence


def test_an_undefined_metric_is_unsupported_whatever_was_found():
    """Where the article does not say what is measured, no figure can be the same."""
    claim = replace(CLAIM, checkability=Checkability.UNDEFINED, checkability_reason="share of what")

    assert ("undefined metric",) == judged([item(30)], claim=claim).sub_reasons


@pytest.mark.parametrize(("value", "expected"), [("3", "unsupported"), ("3.5", "contradicted"), ("5", "contradicted")])
def test_two_readings_are_judged_only_where_both_agree(value, expected):
    """“高出3倍” is 3 or 4 times: 3 leaves it open, 3.5 and 5 are excluded by both readings."""
    claim = replace(CLAIM, quantity=Quantity(Decimal(3), Decimal(4), "percent", "=", "readings"))
    page = item(18)
    exact = Quantity(Decimal(value), Decimal(value), "percent", "=", "exact")

    assert (
        expected
        == judged([replace(page, claim=claim, figure=replace(page.figure, quantity=exact))], claim=claim).verdict
    )


def test_private_and_tertiary_are_both_said():
    """The sub-reasons are a set."""
    claim = replace(CLAIM, checkability=Checkability.PRIVATE, checkability_reason="internal")

    assert ("private data", "tertiary only") == judged([item(18, tier="tertiary")], claim=claim).sub_reasons


@pytest.mark.parametrize(
    ("evidence", "searches", "expected"),
    [
        ([item(18, tier="primary")], [], "high"),
        ([item(18), item(18, origin="b", source="s2")], [], "high"),
        ([item(18), item(18, source="s2")], [], "moderate"),
        ([item(18), item(18, copy="digest", origin="b", source="s2")], [], "moderate"),
        ([item(18), item(18, copy="digest", tier="primary", source="s2")], [], "moderate"),
        ([item(18)], [search(1, outcome="lead")], "low"),
        ([item(18, copy="digest")], [], "low"),
        ([item(30, "bound", direction="claim >= figure")], [], "low"),
    ],
)
def test_confidence_of_sources(evidence, searches, expected):
    """Two pages of one origin are one voice; digests, bounds and open leads weaken."""
    assert expected == judged(evidence, searches).confidence


@pytest.mark.parametrize(
    ("claimed", "printed", "verdict"),
    [
        ("13", "12", "contradicted"),
        ("58.4", "58.5", "contradicted"),
        ("12", "12.4", "supported"),
        ("12", "12.5", "supported"),
        ("12", "12.6", "contradicted"),
    ],
)
def test_numbers_that_were_rounded_apart_do_not_agree(claimed, printed, verdict):
    """No value is 12% rounded and 13% rounded, though both intervals end at 12.5; the gap is told as printed."""
    claim, figure = (replace(CLAIM.quantity, low=Decimal(n), high=Decimal(n)) for n in (claimed, printed))
    beside = item(18)
    beside = replace(beside, claim=replace(CLAIM, quantity=claim), figure=replace(beside.figure, quantity=figure))
    found = judged([beside], claim=beside.claim)

    assert verdict == found.verdict
    assert claimed != "13" or "The gap is 1 percentage point." in str(found.reason)


def test_agreement_on_an_end_point_is_weak():
    """A range that only touches the figure agrees with low confidence."""
    claim = replace(CLAIM, quantity=Quantity(Decimal(10), Decimal(18), "percent", "=", "exact"))
    touching = item(18)
    touching = replace(
        touching,
        claim=claim,
        figure=replace(touching.figure, quantity=Quantity(Decimal(18), Decimal(25), "percent", "=", "exact")),
    )

    assert ("supported", "low") == (lambda v: (v.verdict, v.confidence))(judged([touching], claim=claim))


@pytest.mark.parametrize(
    ("searches", "expected"),
    [
        ([search(n, language, where=where) for n, (language, where) in enumerate(WIDELY)], "well searched"),
        ([search(n, language) for n, (language, _) in enumerate(WIDELY)], "thinly searched"),
        ([search(n, where=where) for n, (_, where) in enumerate(WIDELY)], "thinly searched"),
        ([search(n, language, where=where) for n, (language, where) in enumerate(WIDELY[1:])], "thinly searched"),
        ([search(n // 2, language, where=where) for n, (language, where) in enumerate(WIDELY)], "thinly searched"),
        ([search(1)], "thinly searched"),
        (
            [
                *(search(n, language, where=where) for n, (language, where) in enumerate(WIDELY)),
                search(9, outcome="lead"),
            ],
            "a lead is open",
        ),
    ],
)
def test_an_absence_says_how_well_it_was_searched(searches, expected):
    """Well by four wordings in both languages and two places; not while a document that could settle it is unread."""
    assert expected == judged(searches=searches).confidence


def test_a_reason_names_both_numbers_and_the_gap():
    """A contradiction is told with the claim, the figure as printed, and how far they are apart."""
    told = str(judged([item(30)]).reason)

    assert all(
        part in told for part in ("18%", "“30%”", "The gap is at least 11 percentage points, rounding allowed for")
    )


def test_a_conflict_is_told_from_both_sides():
    """Where sources divide, the reason gives one of each side; it is as sure as the weaker side, not as both together."""
    found = judged([item(18), item(30, origin="b", source="s2")])

    assert "moderate" == found.confidence
    firm = [item(18), item(30, tier="primary", origin="b", source="s2"), item(18, origin="c", source="s3")]
    assert "high" == judged(firm).confidence
    assert "“18%”" in str(found.reason).split("But:")[0]
    assert "“30%”" in str(found.reason).split("But:")[1]


def test_without_a_premise_either_side_may_be_wrong():
    """Two claims that clash are both contradicted, at low confidence, and the reason says why."""
    clash = outcome("fails", conclusion=("c01", "c02"), premise=())

    assert "cannot say which" in str(judged(outcomes=[clash]).reason)


def test_every_rule_has_a_sentence():
    """The first line of a rule begins with the verdict that it gives."""
    for rule in RULES:
        assert rule.__doc__.split(":")[0].split()[0].lower() in set(Label)


def test_published_verdicts_are_recomputed(published):
    """The published table equals what the rules make of the data today."""
    table = (published.folder / "verdicts.csv").read_text(encoding="utf-8")

    assert table == export.verdicts(published).to_csv(index=False, lineterminator="\n")


def test_no_claim_is_unchecked(published):
    """“Nobody looked” never appears in a published article."""
    assert "unchecked" not in {verdict.verdict for verdict in published.verdicts.values()}


def test_every_claim_was_searched_for(published):
    """Each claim of a published article has at least four differently worded searches of its own, in both languages."""
    for name in published.claims:
        own = [s for s in published.searches if s.scope == "claim" and name in s.claims and s.outcome != "lead"]
        assert len({search.query for search in own}) >= 4, name
        assert {"zh", "en"} == {search.language for search in own}, name


def test_what_repeats_a_voice_is_said_to_be_one():
    """Of three figures with one origin one is printed, and that they are one voice; another origin is printed too."""
    same = [item(18, source=f"s{n}") for n in range(3)]

    assert "3 pages say so, with one voice." in str(judged(same).reason)
    assert 1 == str(judged(same).reason).count("“18%”")
    other = str(judged([*same, item(18, origin="b", source="s9")]).reason)
    assert 2 == other.count("“18%”") and "one voice" not in other


def test_a_true_number_in_a_false_story_is_said(case):
    """The cap of 2023 is right; the table that holds it is not, and the verdict says so."""
    assert "supported" == case.verdicts["c20"].verdict
    caveat = str(case.verdicts["c20"].caveat)
    assert all(f"“{case.claims[name].statement.clause}” ({name})" in caveat for name in ("s05", "s06"))


def test_sharing_a_sentence_with_a_wrong_claim_is_no_caveat(case):
    """Only a facet of the same claim taints a supported number; its neighbour in the table row does not."""
    assert "contradicted" == case.verdicts["c19"].verdict
    assert "c19" not in str(case.verdicts["c20"].caveat)


def facets(**claims):
    """Judge claims that are facets of one, each on the evidence and searches given for it."""
    made = {name: replace(CLAIM, id=name, facet_of="c01") for name in claims}
    known = {
        name: Facts(made[name], tuple(replace(one, claim=made[name]) for one in evidence), (search(1),), (), BASE)
        for name, evidence in claims.items()
    }
    return judge(known)


def test_a_facet_that_is_wrong_or_open_is_said_beside_the_right_one():
    """Of three parts one is right; it names the contradicted and the unsupported part, and they do not name it."""
    found = facets(c01=[item("18")], c02=[item("25")], c03=[])

    assert "contradicted: “” (c02)." in str(found["c01"].caveat)
    assert "unsupported: “” (c03)." in str(found["c01"].caveat)
    assert ("c02",) == found["c01"].wrong_facets
    assert not found["c02"].caveat and not found["c03"].caveat


def test_what_was_read_by_machine_is_a_caveat():
    """A verdict that rests on a figure of a scan says so; one that rests on others does not."""
    scanned, other = item("18"), item("25", "proxy")
    scanned = replace(
        scanned, figure=replace(scanned.figure, source=replace(scanned.figure.source, read="read by machine"))
    )

    assert "Read by machine in a picture or a scan" in str(facets(c01=[scanned])["c01"].caveat)
    assert not facets(c01=[item("18"), replace(other, figure=scanned.figure)])["c01"].caveat


@pytest.mark.parametrize("relation", ["same", "rule", "proxy"])
def test_the_exception_of_a_rule_is_a_caveat(relation):
    """Whatever the verdict is, the reader is told what the rule exempts; background is left out."""
    ruled = item("18", relation)
    ruled = replace(ruled, figure=replace(ruled.figure, exception="banks without outlets"))

    assert "exception: banks without outlets" in str(facets(c01=[ruled])["c01"].caveat)
    assert not facets(c01=[replace(ruled, relation=Relation.CONTEXT)])["c01"].caveat


def near(points, tier="secondary", relation="proxy"):
    """Return a near figure that points somewhere."""
    return replace(item("30", relation, tier), points=points)


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([near("higher")], "The one near figure of a named author points to a higher number."),
        ([near("lower"), near("lower"), near("")], "All 2 near figures"),
        ([near("against")], "points the other way"),
        ([near("along")], "points the same way"),
        ([near("higher"), near("lower")], ""),
        ([near("higher", tier="tertiary")], ""),
        ([near("")], ""),
    ],
)
def test_near_figures_that_point_one_way_are_said(items, words):
    """Only where all of those who may decide point one way, and then with the strongest figure."""
    reason = str(judged(items, [search(1)]).reason)

    assert words in reason
    assert bool(words) == ("near figures of named authors" in reason or "near figure of a named author" in reason)
    assert bool(words) == ("“30%”" in reason)


def test_the_premise_is_not_condemned(case):
    """99.9% keeps its own verdict and carries that 26 minutes do not fit it."""
    assert "unsupported" == case.verdicts["c29"].verdict
    assert "c30" in str(case.verdicts["c29"].caveat)


def test_what_follows_from_a_contradiction_says_so(case):
    """A claim that hangs on a contradicted one keeps its verdict and names the other."""
    assert "unsupported" == case.verdicts["c21"].verdict
    assert "s06" in str(case.verdicts["c21"].reason)


def test_the_verdict_reads_its_data(copy):
    """With the decisive figures changed to 300,000, the verdict on the cap of 2021 changes."""
    path = copy.parent.parent / "sources" / "figures.csv"
    rows = read_text(path, "figures")
    for row in rows:
        if (row["low"], row["high"], row["unit"]) == ("200000", "200000", "CNY"):
            row |= {
                "low": "300000",
                "high": "300000",
                "as_printed": re.sub("20(?=万|萬|0,000)", "30", row["as_printed"]),
            }
    path.write_text(csv_of("figures", rows), encoding="utf-8")
    changed = load_case(copy)

    assert ("supported", "contradicted") == (changed.verdicts["c19"].verdict, changed.verdicts["c20"].verdict)


def printing(value, words, tier="secondary", name="e01", **other):
    """Return a near figure that prints a number in some words, of another thing."""
    near = item(value, "proxy", tier, source=f"{tier}-page")
    return replace(near, id=name, figure=replace(near.figure, as_printed=words, **other))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"metric": "share"}, "“18%” is printed, as share, not rate (Reporter (Paper))."),
        ({"entity": "Shop"}, "“18%” is printed, for Shop, not Bank (Reporter (Paper))."),
        (
            {"metric": "share", "entity": "Shop"},
            "“18%” is printed, as share (Shop), not rate (Bank) (Reporter (Paper)).",
        ),
        ({"period": period("2019"), "period_text": "2019"}, "“18%” is printed, for 2019, not 2023 (Reporter (Paper))."),
        ({"population": "men"}, "“18%” is printed, for men, not all (Reporter (Paper))."),
        ({}, ""),
    ],
)
def test_the_right_number_of_another_thing_is_named(other, said):
    """Beside an unsupported claim the reason says of what its own number is printed, in the number's own words."""
    reason = str(facets(c01=[printing("18", "about 18% of it", **other)])["c01"].reason)

    assert ("is printed" in reason) == bool(said)
    assert said in reason


def test_another_number_or_a_supported_claim_is_left_alone():
    """18% is not printed by 30% nor by 19%; where a figure agrees, who prints it of what else is not said."""
    other = {"metric": "share"}
    agreed = facets(c01=[item("18"), printing("18", "18%", **other)])

    assert "is printed" not in str(facets(c01=[printing("30", "30%", **other)])["c01"].reason)
    assert "is printed" not in str(facets(c01=[printing("19", "19%", **other)])["c01"].reason)
    assert "is printed" in str(facets(c01=[printing("18.3", "18.3%", **other)])["c01"].reason)
    assert "is printed" not in str(agreed["c01"].reason)


def test_the_best_author_of_the_other_thing_is_named():
    """An SEO page is named only where nobody better prints the number."""
    pages = [
        printing("18", "18%", "tertiary", "e01", metric="rumour"),
        printing("18", "18%", metric="share", name="e02"),
    ]

    assert "as share" in str(facets(c01=pages)["c01"].reason)
    assert "as rumour" in str(facets(c01=pages[:1])["c01"].reason)


OWN = {"reporter": "Reporter"}


@pytest.mark.parametrize(("value", "label"), [(18, "supported"), (30, "contradicted")])
def test_the_articles_own_voice_is_moderate_at_most(value, label):
    """A primary author who is the speaker of the article decides, less surely, and the reason says whose figure it is."""
    known = Facts(CLAIM, (item(value, tier="primary"),), (), (), BASE, OWN)

    assert (label, "moderate") == (decide(known).verdict, decide(known).confidence)
    assert "Only the article's own publisher or speaker says so: Reporter." in str(decide(known).reason)


def test_a_second_voice_lifts_self_interest():
    """With another author beside the article's own, confidence is as ever and nothing is said."""
    other = item(18, origin="b", source="s2")
    other = replace(other, figure=replace(other.figure, source=replace(other.figure.source, author="Bureau")))
    found = decide(Facts(CLAIM, (item(18, tier="primary"), other), (), (), BASE, OWN))

    assert "high" == found.confidence and "own publisher" not in str(found.reason)


@pytest.mark.parametrize(
    ("author", "publisher", "copy", "who"),
    [
        ("Bureau of Statistics", "City Hall, mirror", "repost", "Bureau of Statistics"),
        ("Bureau of Statistics", "City Hall, mirror", "translation", "Bureau of Statistics"),
        ("Li Wei", "Daily News (news.example)", "original", "Li Wei (Daily News)"),
        ("Li Wei, Daily News", "Daily News", "original", "Li Wei, Daily News"),
        ("newsroom", "Daily News", "original", "Daily News"),
        ("[unnamed]", "Daily News", "original", "Daily News"),
        ("", "Daily News", "repost", "Daily News"),
        ("Bureau of Statistics", "National Bureau of Statistics", "original", "National Bureau of Statistics"),
    ],
)
def test_the_author_is_named_and_not_the_host(author, publisher, copy, who):
    """A copy is hosted by its publisher, which is left out; an author who is only described is."""
    page = item(18).figure.source

    assert who == replace(page, author=author, publisher=publisher, copy=Copy(copy)).who
