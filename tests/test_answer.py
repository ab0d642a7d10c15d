"""The first sentence: whether the numbers hold up, and the worst findings at their shortest."""

from types import SimpleNamespace

import pytest

from claimbook import report
from claimbook.judge.evidence import agrees
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.phrase import phrase
from claimbook.report.verdicts import counts


def with_labels(labels, level="high"):
    """Return what a case with these verdicts on its numbers looks like to a count."""
    verdicts = {f"c{n:02}": Verdict(f"c{n:02}", label, "", level, phrase("")) for n, label in enumerate(labels)}
    return SimpleNamespace(verdicts=verdicts, claims=dict.fromkeys(verdicts, SimpleNamespace(is_number=True)))


S, C, X, U, N = Label.SUPPORTED, Label.CONTRADICTED, Label.CONFLICTING, Label.UNSUPPORTED, Label.UNCHECKED


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ([S, S], "Yes: of 2 numbers, 2 are right, none is wrong."),
        ([S, C], "About half of them: of 2 numbers, 1 is right, 1 is wrong."),
        ([C, U], "No: of 2 numbers, none is right, 1 is wrong, 1 could not be confirmed from reliable public sources."),
        (
            [U, U],
            "Nobody can say: of 2 numbers, none is right, none is wrong, 2 could not be confirmed from reliable public sources.",
        ),
        (
            [X, N],
            "Nobody can say: of 2 numbers, none is right, none is wrong, public sources disagree on 1, 1 nobody has checked.",
        ),
        ([], "There are no numeric claims in it."),
    ],
)
def test_the_answer_is_one_sentence(labels, said):
    """It opens with a word that says how much is right, and names every verdict that there is."""
    assert said == str(report.answer(with_labels(labels)))


def test_what_is_decided_with_low_confidence_is_said():
    """A reader is not told that a number is wrong without being told how sure that is."""
    said = str(report.answer(with_labels([S, C, U], "low")))

    assert "1 is right (with low confidence), 1 is wrong (with low confidence), 1 could not" in said


def test_the_answer_counts_what_was_found(published):
    """Its numbers are those of the verdicts, in both languages."""
    found = counts(published)
    for language in ("en", "zh"):
        said = report.answer(published).said(language)
        assert all(str(found[label]) in said for label in Label if found[label])


def test_the_worst_comes_first_with_its_figure(published):
    """Contradicted before conflicting before supported; a figure that decides is quoted, or the computation."""
    shown = [one for _, group in report.groups(published, most=99) for one in group]

    assert report.decided(published) == [found for found, _ in shown]
    for found, brief in shown:
        printed = [one.as_printed for item in found.facts.deciding for one in item.figure.parts or (item.figure,)]
        failed = [str(outcome.words) for outcome in found.facts.concluding]
        assert any(words in str(brief) for words in printed + failed)


def test_a_conflict_is_told_from_both_sides(published):
    """Where public figures disagree, one that agrees and one that excludes are quoted."""
    for found in published.findings.values():
        if found.verdict.verdict is Label.CONFLICTING:
            sides = {agrees(item) for item in found.facts.deciding}
            told = {
                side: any(
                    one.as_printed in str(report.brief(found))
                    for item in found.facts.deciding
                    for one in item.figure.parts or (item.figure,)
                    if agrees(item) is side
                )
                for side in sides
            }
            assert {True: True, False: True} == told
