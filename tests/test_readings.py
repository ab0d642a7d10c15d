"""The form offers what a claim may mean over the frozen series; a person accepts one reading, or says why none fits."""

import pytest

from claimbook.form.desk import Desk
from claimbook.form.session import Session
from claimbook.tables.files import read_text
from tests.test_pair import put, spain  # noqa: F401

WHY = "the claim is about registered unemployment"


@pytest.fixture
def desk(spain):  # noqa: F811
    """A review of the article on Spain, at its second claim."""
    made = Desk(Session(spain))
    made.receive({"act": "go_to", "id": "c02"})
    return made


def readings(desk, claim="c02"):
    """Return what is offered over the series beside a claim."""
    return desk.more()[claim]["series"]


def saved(folder, name):
    """Return a table of the article, or of its sources, as it is on disk."""
    at = folder if name in ("evidence", "searches") else folder.parent.parent / "sources"
    return read_text(at / f"{name}.csv", name)


def test_a_reading_has_formula_cells_value_and_what_it_decides(desk):
    """A card shows all that a person needs to judge a reading."""
    first = readings(desk)["readings"][0]

    assert (first["result"], first["word"]) == ("agrees", "AGREES")
    assert first["cells"] == [["ESP", "2019", "14.1", ""]]
    assert "14.1" in first["says"]
    assert "2019" in first["formula"]
    assert "Unemployment" in first["series"]


def test_an_accepted_reading_is_evidence_that_decides_nothing_yet(desk, spain):  # noqa: F811
    """Accepting writes source, figures and evidence, whole, and waits for a person's judgement."""
    before = len(saved(spain, "evidence"))

    desk.receive({"act": "accept", "key": readings(desk)["readings"][0]["key"]})

    rows = saved(spain, "evidence")
    assert len(rows) == before + 1
    assert (rows[-1]["claim"], rows[-1]["relation"]) == ("c02", "unjudged")
    assert any(row["series"] for row in saved(spain, "sources"))


def test_an_accepted_reading_is_one_step(desk, spain):  # noqa: F811
    """One undo takes back all that a reading brought."""
    desk.receive({"act": "accept", "key": readings(desk)["readings"][0]["key"]})
    desk.receive({"act": "undo"})

    assert [[], [], [], []] == [saved(spain, name) for name in ("sources", "figures", "computed", "evidence")]


def test_a_refused_reading_stays_away_until_it_is_brought_back(desk):
    """What was put aside is counted, and comes back on demand."""
    every = readings(desk)["readings"]

    desk.receive({"act": "refuse", "key": every[0]["key"]})
    left = desk.more()["c02"]

    assert [one["key"] for one in left["series"]["readings"]] == [one["key"] for one in every[1:]]
    assert left["refused"] == 1
    desk.receive({"act": "bring_back", "id": "c02"})
    assert len(readings(desk)["readings"]) == len(every)


def test_that_none_fits_is_logged_with_the_reason(desk, spain):  # noqa: F811
    """Having looked counts as a search for this claim."""
    readings(desk)

    desk.receive({"act": "no_series", "claim": "c02", "why": WHY})

    row = saved(spain, "searches")[-1]
    assert (row["claims"], row["outcome"], row["where"]) == ("c02", "nothing", "frozen series of the workspace")
    assert row["note"].startswith(f"{WHY} (offered: ")


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"act": "no_series", "claim": "c02", "why": " "}, "say why no series fits"),
        ({"act": "no_series", "claim": "c99", "why": WHY}, "c99 is no longer there"),
        ({"act": "accept", "key": "series c02 x"}, "this is proposed no longer"),
    ],
)
def test_what_does_not_fit_is_said(desk, message, words):
    """A message that nothing answers to becomes a sentence, and changes nothing."""
    desk.receive(message)

    assert words in desk.session.note


def test_a_reading_is_made_again_when_its_claim_or_a_series_changes(desk, spain):  # noqa: F811
    """A corrected period or a new vintage is another reading."""
    before = readings(desk)["readings"][0]["filled"]

    home = spain.parent.parent.parent
    put(home, "unemployment@2021-01-20", [("ESP", "2019", "13.0", "")], "Unemployment rate", "%", vintage="2021-01-20")

    assert readings(desk)["readings"][0]["filled"] != before


def test_the_readings_are_said_in_chinese(desk):
    """Word, sentence and caveats follow the language of the form."""
    desk.receive({"act": "language", "value": "zh"})

    assert readings(desk)["readings"][0]["word"] == "相符"


def test_a_workspace_without_series_shows_no_such_part(bus):
    """Nothing is offered where there is nothing to read."""
    desk = Desk(Session(bus))

    assert all(not each["series"] for each in desk.more().values())
