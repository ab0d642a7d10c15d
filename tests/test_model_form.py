"""What a model proposes in the form: it looks proposed, says by whom, and is accepted, changed or refused by hand."""

import pytest

from claimbook import form
from claimbook.cli import main
from claimbook.tables.files import read_text
from tests.answers import changed, good, proposed, states


@pytest.fixture
def desk(cars):
    """The form of an article for which a model made proposals, at its first claim."""
    proposed(cars, good)
    board = form.review("cars")
    board.receive({"act": "go_to", "id": "c01"})
    return board


def claim(board):
    """Return the claim on the card."""
    return board.card["claims"][0]


def offered(board, column):
    """Return the key of the proposal for a cell."""
    return next(one["key"] for one in claim(board)["models"] if one["column"] == column)


def test_a_proposed_cell_looks_proposed_and_says_by_whom(desk):
    """The cell is marked, with the name of the model; the proposal shows its quotation and its date."""
    now = claim(desk)
    one = next(one for one in now["models"] if one["column"] == "metric")

    assert "metric" in now["drafted"] and "m" == now["drafted_by"]["metric"]
    assert ("share", True) == (one["cell"], one["placed"])
    assert "104,600" in one["quote"] and one["by"].startswith("m · 20")


def test_one_is_accepted_and_the_undo_brings_it_back(desk, cars):
    """By one key, as one step; the others wait."""
    desk.receive({"act": "accept", "key": offered(desk, "metric")})
    saved = read_text(cars / "claims.csv", "claims")[0]
    assert "share" == saved["metric"] and "metric:" not in saved["drafted"] and "subject:model" in saved["drafted"]
    assert "metric" not in claim(desk)["drafted_by"]
    desk.receive({"act": "undo"})
    assert "metric" in claim(desk)["drafted_by"]


def test_one_is_refused_and_its_cell_is_as_it_was(desk, cars):
    """It is empty again, is no longer offered, and counts as refused."""
    key = offered(desk, "metric")
    desk.receive({"act": "refuse", "key": key})
    saved = read_text(cars / "claims.csv", "claims")[0]

    assert "" == saved["metric"] and "metric:" not in saved["drafted"]
    assert "metric" not in {one["column"] for one in claim(desk)["models"]}
    assert "refused" == states(cars)[key.removeprefix("model ")]
    assert not desk.session.conflict


def test_typing_over_a_proposal_counts_as_changed(desk, cars):
    """What a person enters is no longer a proposal."""
    key = offered(desk, "metric")
    desk.receive(
        {"act": "set", "table": "claims", "id": "c01", "column": "metric", "value": "cars sold", "typing": True}
    )

    assert "changed" == states(cars)[key.removeprefix("model ")]
    row = next(row for row in desk.card["trust"] if row[0] == "m" and row[1] == "what is measured")
    assert ["2", "0", "1", "0", "0"] == row[2:]


def test_the_cells_of_a_claim_are_accepted_at_once_and_no_other_claim(desk, cars):
    """A claim at a time, as one step."""
    desk.receive({"act": "accept_cells", "id": "c01"})
    first, second, *_ = read_text(cars / "claims.csv", "claims")

    assert ("share", "electric cars", "", "2023") == tuple(
        first[name] for name in ("metric", "subject", "drafted", "period")
    )
    assert "metric:model" in second["drafted"]
    desk.receive({"act": "undo"})
    assert "metric:model" in read_text(cars / "claims.csv", "claims")[0]["drafted"]


def test_of_two_readings_none_is_accepted_in_bulk(cars):
    """Both are shown, and a person chooses."""
    import json

    from benchmarks.propose.server import items

    def twice(body):
        return items(*json.loads(good(body))["items"], *json.loads(changed(metric="cars")(body))["items"])

    proposed(cars, twice, "--what", "claims")
    board = form.review("cars")
    board.receive({"act": "go_to", "id": "c01"})
    assert ["share", "cars"] == [one["cell"] for one in claim(board)["models"] if one["column"] == "metric"]
    board.receive({"act": "accept_cells", "id": "c01"})

    saved = read_text(cars / "claims.csv", "claims")[0]
    assert ("", "electric cars") == (saved["metric"], saved["subject"])


def test_a_claim_at_a_time_accepts_no_relation(cars, papers):
    """Evidence is taken in one by one, and its relation is answered by itself."""
    from tests.answers import fill_in
    from tests.test_model_run import evident, seen

    fill_in(cars, metric="")
    proposed(cars, evident(relation="proxy", difference=seen()), "--what", "evidence", "--docs", str(papers))
    board = form.review("cars", papers)
    board.receive({"act": "go_to", "id": "c01"})
    board.receive({"act": "accept_cells", "id": "c01"})
    assert [] == read_text(cars / "evidence.csv", "evidence")
    board.receive({"act": "accept", "key": offered(board, "relation")})
    [row] = read_text(cars / "evidence.csv", "evidence")

    assert ("unjudged", "proxy") == (row["relation"], row["proposed"]) and "open" == states(cars)["p001"]
    board.receive({"act": "judge", "id": row["evidence"], "relation": "proxy"})
    assert "accepted" == states(cars)["p001"]


def test_what_was_put_aside_is_shown_apart_and_cannot_be_accepted(cars):
    """It says which check it did not pass, in the reader's language."""
    proposed(cars, changed(metric="mood"), "--what", "claims")
    board = form.review("cars", language="zh")
    board.receive({"act": "go_to", "id": "c01"})
    name = next(key for key, state in states(cars).items() if state == "put aside")

    assert ["指标 · 名称：“mood”既不在文中，也不在词表中"] == [
        words.replace(": ", "：") for words in claim(board)["aside"]
    ]
    assert "metric" not in {one["column"] for one in claim(board)["models"]}
    board.receive({"act": "accept", "key": f"model {name}"})
    assert "" == read_text(cars / "claims.csv", "claims")[0]["metric"]


def test_without_proposals_the_card_is_as_it_was(cars):
    """Who asks no model sees nothing of it."""
    board = form.review("cars")

    assert not {"models", "trust"} & board.card.keys()


def test_proposals_that_come_while_the_form_is_open_are_shown(cars):
    """The file is read again when it changes."""
    board = form.review("cars")
    board.receive({"act": "go_to", "id": "c01"})
    proposed(cars, good, "--what", "claims")
    board.receive({"act": "reload"})

    assert claim(board)["models"] and not main(["propose", "cars", "--trust"])


def test_the_cells_of_a_claim_are_refused_at_once(desk, cars):
    """All are empty again, and count as refused."""
    keys = [one["key"].removeprefix("model ") for one in claim(desk)["models"] if one["table"] == "claims"]
    desk.receive({"act": "refuse_cells", "id": "c01"})
    first = read_text(cars / "claims.csv", "claims")[0]

    assert ("", "", "") == tuple(first[name] for name in ("metric", "subject", "drafted"))
    assert {"refused"} == {states(cars)[key] for key in keys} and [] == claim(desk)["models"]
