"""What people who live in pandas get: frames with dtypes, joined, and things that show themselves."""

import doctest
from pathlib import Path

import matplotlib.figure
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from claimbook import load_case, mentions_frame, plot
from claimbook.case.frames import FRAMES
from claimbook.cli import main
from claimbook.tables.fault import Problems
from claimbook.tables.writer import writing

HOME = Path(__file__).parent.parent


def test_the_examples_of_the_page_run(monkeypatch):
    """What docs/pandas.md shows at the prompt is what comes out."""
    monkeypatch.chdir(HOME)
    failed, tried = doctest.testfile(
        str(HOME / "docs" / "pandas.md"),
        module_relative=False,
        encoding="utf-8",
        optionflags=doctest.NORMALIZE_WHITESPACE,
    )

    assert (0, True) == (failed, tried > 10)


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_has_its_ids_as_the_index(published, name):
    """One row a thing, in the order of the case."""
    frame = published.frame(name)

    assert frame.index.is_unique and len(frame) and frame.index.name == frame.reset_index().columns[0]


def test_numbers_days_and_words_have_their_dtypes(bus):
    """Floats, timestamps and ordered categories, not texts; what is open or missing is missing."""
    frame = load_case(bus).frame("evidence")

    assert 1180.0 == frame.loc["e01", "low"] and pd.api.types.is_float_dtype(frame["low"])
    assert [pd.Timestamp("2024-01-01"), pd.Timestamp("2024-12-31")] == frame.loc["e01", ["first", "last"]].tolist()
    assert pd.Timestamp("2025-01-01") == frame.loc["e01", "published"]
    assert frame["tier"].cat.ordered and (frame["tier"] > "secondary").all()


def test_the_evidence_is_joined_with_claim_figure_and_source(bus):
    """No merge is needed to see who says what of which claim."""
    row = load_case(bus).frame("evidence").loc["e01"]

    assert ("c01", "The buses carry 1200 riders a day.", "1,180", "City bus") == tuple(
        row[["claim", "statement", "as_printed", "publisher"]]
    )
    assert ("supported", "same", "agrees") == tuple(row[["verdict", "relation", "bearing"]])


def test_an_empty_frame_is_a_frame(bus):
    """An article without checks has none, and nothing breaks."""
    assert 0 == len(load_case(bus).frame("checks"))


def test_an_unknown_frame_gets_its_sentence(bus):
    """The sentence lists those there are."""
    with pytest.raises(Problems, match="“claim” must be one of: claims, verdicts"):
        load_case(bus).frame("claim")


def test_a_case_and_a_verdict_show_themselves(bus):
    """In HTML, Markdown and plain text, with the markup of the data escaped."""
    path = bus / "article.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("City bus report", "<b>City</b> *bus*"), encoding="utf-8")
    case = load_case(bus)
    verdict = case.verdicts["c01"]

    assert "<Case bus: “<b>City</b> *bus*”, ✓ 1 supported, ○ 1 unsupported>" == repr(case)
    assert "&lt;b&gt;City" in case._repr_html_() and "<b>City" not in case._repr_markdown_()
    assert "&#42;bus&#42;" in case._repr_markdown_()
    assert repr(verdict).startswith("<Verdict c01: ✓ supported, high. ")
    assert "✓ supported" in verdict._repr_html_() and "**✓ supported** (c01)" in verdict._repr_markdown_()


def test_the_magic_brings_a_frame(bus):
    """The picture has the frame of its numbers, and a name after the magic is bound to it."""
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "claimbook")
    shown = shell.run_cell_magic("claims", "numbers", "Sales rose 5%.")

    assert [5.0] == shown.frame["low"].tolist() == shell.user_ns["numbers"]["low"].tolist()
    with pytest.raises(Problems, match="is no name"):
        shell.run_cell_magic("claims", "1 + 1", "Sales rose 5%.")
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        ("Up 5%.", [0]),
        (["None.", "Up 5%."], [1]),
        ({"a": "Up 5%."}, ["a"]),
        (pd.Series({"x": "Up 5%.", "y": None}), ["x"]),
    ],
    ids=["a text", "a list", "a dictionary", "a series"],
)
def test_the_numbers_of_many_texts_name_their_text(texts, labels):
    """Each row has the label of its text; a text that is missing has no number."""
    frame = mentions_frame(texts)

    assert labels == frame["text"].tolist() and ["percent"] == frame["unit"].tolist()


def test_a_text_without_numbers_gives_a_frame_with_its_columns():
    """It can be joined all the same."""
    assert ["text", "start", "end", "words", "low", "high", "unit", "comparator", "kind"] == [
        *mentions_frame([""]).columns
    ]


def test_pictures_are_figures_of_matplotlib(case):
    """People can restyle and save them."""
    drawn = [
        picture
        for name in plot.__all__
        if name not in ("strip", "behind", "sketch") and (picture := getattr(plot, name)(case))
    ]

    assert drawn and all(isinstance(picture, matplotlib.figure.Figure) for picture in drawn)


@pytest.mark.parametrize(
    ("verdicts", "code"), [("contradicted", 0), ("contradicted,unsupported", 1), ("supported", 1), ("conflicting", 0)]
)
def test_check_fails_on_what_you_name(bus, capsys, verdicts, code):
    """Exit code 1 and the claims by name, for somebody's own CI."""
    assert code == main(["check", str(bus), "--fail-on", verdicts])
    assert bool(code) == ("--fail-on: c0" in capsys.readouterr().err)


def test_check_takes_a_claim_in_work_for_unchecked(bus):
    """A draft does not pass."""
    with writing(bus, "claims") as tables:
        tables.rows["claims"][1]["subject"] = ""

    assert 1 == main(["check", str(bus), "--fail-on", "unchecked"])


def test_check_refuses_a_word_that_is_no_verdict(bus, capsys):
    """The sentence lists the verdicts."""
    with pytest.raises(SystemExit):
        main(["check", str(bus), "--fail-on", "wrong"])

    assert "must be one of: supported" in capsys.readouterr().err
