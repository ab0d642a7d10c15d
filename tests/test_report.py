"""What the notebooks show: the answer first, each thing once, nothing without content, and true for any article."""

import re
from dataclasses import replace

import pytest

from claimbook import load_case, report
from claimbook.judge import stability
from claimbook.judge.check import Result
from claimbook.judge.verdict import SUB_REASONS, Label
from claimbook.language.phrase import HAN
from claimbook.language.speaking import speaking
from claimbook.report import blocks, flips, ledger, origins
from claimbook.tables.vocabulary import Relation, Role, Tier

CHECK = "check,title,left,op,right,unit,premise,conclusion,basis,reading,words,caveat\n"
QUESTIONS = [
    ("k01,A,c01,=,5 count/day,count/day,,c01,definition,,{left} is not {right}.,", [("c01",)]),
    ("k01,A,c01,=,c01 * 1,count/day,,c01,definition,,{left}.,\nk02,B,c01,=,5 count/day,count/day,,,definition,,{left}.,", [("c01",)]),
    ("k01,A,c01,=,c01 * 1,count/day,,c01,definition,,{left}.,\nk02,B,m01,=,5 count,count,,,definition,,{left}.,", [("c01",)]),
    ("k01,A,c01,=,c01 * 1,count/day,,c01,definition,,{left}.,\nk02,B,c02,=,5 percent,percent,,c02,definition,,{left}.,", [("c01",), ("c02",)]),
    ("k01,A,c01_low,<=,c01_high,count/day,,,definition,,{left} to {right}.,", []),
    ("k01,A,c01_high,<=,c01_low * 0.5,count/day,,,definition,,{left} to {right}.,", [("c01",)]),
    ("k01,A,1,=,1,count,,,definition,,One.,\nk02,B,2,=,2,count,,,definition,,Two.,", [(), ()]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "claims"), QUESTIONS)
def test_checks_of_the_same_claims_are_one_question(rows, claims, bus):
    """A check without a conclusion joins the question about its claims; that a range is in order asks nothing."""
    (bus / "checks.csv").write_text(CHECK + rows + "\n", encoding="utf-8")

    assert sorted(claims) == sorted(question.claims for question in report.asked(load_case(bus)))


def test_every_check_that_asks_is_in_one_question(published):
    """No check is lost or counted twice, but for those that say that a range is in order."""
    shown = [outcome.check.id for question in report.asked(published) for outcome in question.outcomes]
    left_out = [outcome for outcome in published.outcomes if outcome.check.id not in shown]

    assert len(shown) == len(set(shown))
    assert all(
        outcome.result is Result.HOLDS and outcome.check.left.endswith("_low") and outcome.check.right.endswith("_high")
        for outcome in left_out
    )


def test_the_minutes_are_one_finding(case):
    """Availability against minutes is one question, wrong, however often it is computed."""
    (wrong,) = [question for question in report.asked(case) if question.result is Result.FAILS]

    assert ("c29", "c30") == wrong.claims
    assert len(wrong.outcomes) > 1
    assert report.questions(case, "fails").plain.splitlines()[0].endswith("(1)")


def test_the_headline_counts_questions(published):
    """A question with three computations is one."""
    found = [question.result for question in report.asked(published)]

    assert f"Of {len(found)} questions of arithmetic, {found.count(Result.HOLDS)} come" in str(
        report.headline(published)[3]
    )


def test_a_section_with_nothing_to_show_has_no_heading(bus):
    """A sentence says that there is nothing."""
    bare = replace(load_case(bus), evidence=(), searches=(), checks=())
    views = (
        report.findings,
        report.scatter_table,
        report.returning_numbers,
        report.searches_by_claim,
    )

    shown = [*(view(bare) for view in views), *(report.questions(bare, result) for result in Result)]

    assert not [block for block in shown if "<h" in block.html]
    assert "<p>Nothing.</p>" == blocks.section("Title", None, "Nothing.").html
    assert "<h2>Title</h2>" in blocks.section("Title", blocks.paragraph("x"), "Nothing.").html


def test_the_first_screen_answers_first(published):
    """The answer is a heading of its own; that unsupported is not false follows at once, split by its reasons."""
    first = report.front(published)
    found = report.counts(published)

    assert f"<h2>{blocks.safe(report.answer(published))}</h2>" in first.html
    assert "Unsupported is not false:" in first.plain.rpartition(str(report.answer(published)))[2]
    assert all(f"{SUB_REASONS[kind]} ({found[kind]})" in first.plain for kind in SUB_REASONS if found[kind])


def test_each_finding_is_a_pair_of_sentences(published):
    """What was decided is told once: the claim, then the verdict with its reason, and the working behind a fold."""
    shown, decided = report.findings(published), report.decided(published)

    for found in decided:
        pair = blocks.pair(
            f"The article says: {found.claim.statement}", report.verdict_sentence(found, report.brief(found))
        )
        assert 1 == shown.html.count(pair.html)
        assert f'pointer">{found.claim.id} ' in shown.html
    assert not [found for found in published.findings.values() if found.verdict.verdict is Label.UNSUPPORTED
                and f'pointer">{found.claim.id} ' in shown.html]  # fmt: skip


def test_a_true_number_in_a_false_story_says_so(case):
    """The sentence of a supported number names what is contradicted around it."""
    (found,) = [one for one in report.decided(case) if one.claim.id == "c20"]

    assert "the story around it is not" in report.verdict_sentence(found, report.brief(found))


def test_unsupported_claims_are_split_and_folded(published):
    """Each reason has its fold with its count, and every unsupported claim is in one of them."""
    shown, found = report.unsupported(published).html, report.counts(published)

    assert [str(found[kind]) for kind in SUB_REASONS if found[kind]] == re.findall(
        r'pointer">(\d+): (?!statements)', shown
    )
    for name, one in published.findings.items():
        assert (one.verdict.verdict is Label.UNSUPPORTED) == (f">{name}</td>" in shown)


def test_stability_is_a_sentence_a_claim(published):
    """Every verdict that another policy changes has its sentence, with every other verdict; the table is folded."""
    shown = report.stability(published)
    lines = {line.split()[1]: line for line in shown.plain.splitlines() if line.startswith("- ")}

    assert {name for name, changes in published.flips.items() if changes} == set(lines)
    assert all(verdict in lines[name] for name, changes in published.flips.items() for verdict in changes.values())
    assert "<details" in shown.html or not lines


def test_every_policy_has_plain_words(published):
    """No policy that may change a verdict is left unsaid."""
    plain = [name for name in stability.policies(published.evidence) if not name.startswith("without ")]

    assert not [name for name in plain if not (name in flips.PLAIN or name.endswith("%"))]


def test_the_title_of_origins_is_computed(case):
    """It says the article's number, what others print for the same thing, and that the site contradicts itself."""
    title = report.elsewhere(case).plain.splitlines()[0]
    same = {spread.finding.claim.id: spread for spread in origins.spreads(case, [Relation.SAME])}

    assert "# Indicators in the credit score: 200–999 here, 18 to 1,500 elsewhere; the site contradicts itself" == title
    assert {item.figure.source.tier for item in same["c01"].items} == {Tier.TERTIARY}
    assert {item.relation for item in same["c01"].items} == {Relation.SAME}


def test_the_title_of_origins_says_that_there_is_nothing(bus):
    """Where no unsourced page prints another number, the title says so."""
    assert f"# {origins.NOTHING}" == report.elsewhere(load_case(bus)).plain.splitlines()[0]


def test_all_evidence_is_shown_in_two_parts(published):
    """Every figure stands under its claim, the numbers apart from the statements, those that decide first."""
    parts = [report.evidence_by_claim(published, numbers).html for numbers in (True, False)]

    for item in published.evidence:
        mine, other = parts if item.claim.is_number else reversed(parts)
        for printed in item.figure.parts or (item.figure,):
            assert f"“{blocks.safe(printed.as_printed)}”" in mine
        assert f'pointer">{item.claim.id} ' in mine and f'pointer">{item.claim.id} ' not in other
    for fold in "".join(parts).split("<details"):
        relations = re.findall(r"<li>(\w+)", fold)
        assert sorted(relations, key=["same", "rule", "bound", "proxy", "context"].index) == relations


def test_nothing_is_said_of_what_a_case_has_none_of(bus):
    """Without statements and checks the headline is three sentences."""
    lines = [str(line) for line in report.headline(load_case(bus))]

    assert 3 == len(lines) and not [line for line in lines if line.startswith(("0 ", "Of 0 "))]


def test_a_search_that_found_nothing_can_be_made_again(case):
    """Below the searches of a claim, its last query leads to public search pages."""
    shown = report.searches_by_claim(case)
    assert 'href="https://www.google.com/search?q=' in shown.html
    assert "Search again:" in shown.html


def test_a_search_for_several_claims_is_listed_once(case):
    """Where it is met first it is printed whole; at the others it is said where that is, and none is left out."""
    shown = report.searches_by_claim(case).html
    own = [found.facts.logged for found in case.findings.values() if found.verdict.verdict is Label.UNSUPPORTED]
    printed = re.findall(r"\b(q\d+), \d{4}-\d\d-\d\d, (?:en|zh), ", shown)
    elsewhere = [
        int(n) for where in re.findall(r"listed at: ([^<]+)\.", shown) for n in re.findall(r"\((\d+)\)", where)
    ]

    assert len(printed) == len(set(printed)) and set(printed) == {one.id for every in own for one in every}
    assert sum(map(len, own)) == len(printed) + sum(elsewhere) > len(printed)


@pytest.mark.parametrize(
    "shown",
    [
        "front",
        "findings",
        "unsupported",
        "stability",
        "method",
        "evidence_by_claim",
        "searches_by_claim",
        "counts_of_evidence",
        "elsewhere",
        "scatter_table",
        "returning_numbers",
    ],
)
def test_what_a_notebook_shows_is_chinese_line_by_line(case, shown):
    """Headings, folds and sentences, where Chinese is spoken; what is quoted is as it was printed."""
    with speaking("zh", case.book):
        lines = getattr(report, shown)(case).plain.split("\n")

    assert [] == [line for line in lines if line.strip("# -") and not HAN.search(line)]


def test_a_table_in_a_notebook_is_chinese_in_heads_and_fixed_words(published):
    """Heads of columns, and words of the tables such as a tier or a relation, wherever a case has such a table."""
    shown = [report.findings, report.counts_of_evidence, report.stability, report.method, report.scatter_table]
    shown += [ledger.roles, ledger.ledger, ledger.completeness, ledger.claims]
    with speaking("zh", published.book):
        pages = "".join(one(published).html for one in shown)
        pages += "".join(report.questions(published, result).html for result in Result)
    heads, cells = (set(re.findall(f"<{tag}[^>]*>([^<]+)</{tag}>", pages)) for tag in ("th", "td"))

    assert heads and [] == [head for head in heads if not HAN.search(head)]
    assert not cells & {*Tier, *Relation, *Role, *Result, "agrees", "excludes", "leaves it open"}
