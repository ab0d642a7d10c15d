"""What a person answers and types in the form, without a browser: each becomes whole rows, and one undo takes it back."""

from datetime import date

import pytest

from claimbook import form
from claimbook.form import entry, preamble
from claimbook.form.lists import unit_groups
from claimbook.form.removal import hanging
from claimbook.propose.written import tried
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text

PRINTED = "In 2024 the buses carried 1,210 riders a day."
OFFICE = {
    "publisher": "Transport office",
    "author": "Transport office",
    "url": "https://www.transport.example/y",
    "published": "2025-01-31",
}


@pytest.fixture
def desk(bus):
    """The form of a small finished case."""
    return form.review(str(bus))


def saved(bus, table):
    """Return the rows on disk by id."""
    folder = bus if table in ("claims", "evidence", "checks", "searches") else bus.parent.parent / "sources"
    return {next(iter(row.values())): row for row in read_text(folder / f"{table}.csv", table)}


def entered(desk, words=PRINTED, **given):
    """Enter a sentence that prints a figure; return the new row of evidence."""
    before = len(desk.session.rows["evidence"])
    desk.receive({"act": "figure", "claim": "c01", "words": words, "cells": OFFICE} | given)
    return desk.session.rows["evidence"][before:]


def test_a_sentence_from_elsewhere_becomes_source_figure_and_evidence(desk, bus):
    """Its number is found in it, it decides nothing yet, and one undo takes all three rows back."""
    before = {name: saved(bus, name) for name in ("evidence", "figures", "sources")}
    [made] = entered(desk)
    figure = saved(bus, "figures")[made["figure"]]
    source = saved(bus, "sources")[figure["source"]]

    assert ("c01", "unjudged") == (made["claim"], made["relation"])
    assert ("1210", "2024", PRINTED) == tuple(figure[key] for key in ("low", "period", "as_printed"))
    card = next(one for one in desk.card["claims"][0]["evidence"] if one["id"] == made["evidence"])
    assert ["In 2024 the buses carried ", "1,210", " riders a day."] == card["quote"]
    assert "Transport office" == source["author"] and source["published"] == "2025-01-31"
    desk.receive({"act": "undo"})
    assert before == {name: saved(bus, name) for name in before}


def test_a_known_source_is_used_again(desk):
    """The second sentence of a source adds no second source."""
    entered(desk)
    source = desk.session.rows["sources"][-1]["source"]
    count = len(desk.session.rows["sources"])
    entered(desk, "In 2024 the buses carried 1,305 riders a day.", source=source)

    assert count == len(desk.session.rows["sources"])
    assert source == desk.session.rows["figures"][-1]["source"]


def test_no_sentence_is_no_figure(desk):
    """Empty words are refused, and the note says what to paste, in the reader's language."""
    desk.receive({"act": "language", "value": "zh"})
    assert [] == entered(desk, " ")
    assert "请粘贴载有该数字的原句" == desk.head["note"]


def test_an_answer_drafts_its_reason_and_keeps_a_typed_one(desk, bus):
    """Where nobody typed a reason the form has one; what a person typed stays under every other answer."""
    [made] = entered(desk)
    name = made["evidence"]
    desk.receive({"act": "judge", "id": name, "relation": "context"})
    assert "Background to the claim." == saved(bus, "evidence")[name]["reason"]
    desk.receive({"act": "set", "table": "evidence", "id": name, "column": "reason", "value": "by hand"})
    desk.receive({"act": "judge", "id": name, "relation": "same"})
    assert ("same", "by hand") == tuple(saved(bus, "evidence")[name][key] for key in ("relation", "reason"))
    desk.receive({"act": "judge", "id": name, "relation": "of course"})
    assert "same" == saved(bus, "evidence")[name]["relation"]


def test_which_way_it_points_goes_with_the_relation(desk, bus):
    """What only one relation has is emptied when another is chosen."""
    [made] = entered(desk)
    name = made["evidence"]
    desk.receive({"act": "judge", "id": name, "relation": "proxy"})
    desk.receive({"act": "set", "table": "evidence", "id": name, "column": "points", "value": "for"})
    assert "for" == saved(bus, "evidence")[name]["points"]
    desk.receive({"act": "judge", "id": name, "relation": "context"})
    assert "" == saved(bus, "evidence")[name]["points"]


def test_who_says_it_brings_the_meaning_of_the_tier(desk, bus):
    """A tier that is chosen has its reason; a tier that is none is not entered."""
    entered(desk)
    source = desk.session.rows["sources"][-1]["source"]
    desk.receive({"act": "says", "id": source, "cells": {"tier": "primary"}})
    row = saved(bus, "sources")[source]
    assert ("primary", "original") == (row["tier"], row["copy"]) and row["tier_reason"]
    desk.receive({"act": "says", "id": "nowhere", "cells": {"tier": "tertiary"}})
    assert row == saved(bus, "sources")[source]


def test_a_source_is_kept_from_what_is_published(desk, bus):
    """The switch is among the details of a source, and is in its file."""
    assert "private" in desk.fixed["columns"]["source"]
    assert ["", "yes"] == [word for word, *_ in desk.fixed["choices"]["private"]]
    source = desk.session.rows["sources"][0]["source"]
    desk.receive({"act": "set", "table": "sources", "id": source, "column": "private", "value": "yes"})
    assert "yes" == saved(bus, "sources")[source]["private"]


def test_what_is_empty_is_copied_from_the_claim_before(desk, bus):
    """Filled cells stay, and the first claim has none before it."""
    desk.receive({"act": "set", "table": "claims", "id": "c01", "column": "population", "value": "all lines"})
    desk.receive({"act": "set", "table": "claims", "id": "c02", "column": "population", "value": ""})
    metric = saved(bus, "claims")["c02"]["metric"]
    desk.receive({"act": "copy", "id": "c02"})
    assert ("all lines", metric) == tuple(saved(bus, "claims")["c02"][key] for key in ("population", "metric"))
    before = saved(bus, "claims")
    desk.receive({"act": "copy", "id": "c01"})
    assert before == saved(bus, "claims")


def test_a_subject_is_used_where_there_is_none(desk, bus):
    """Other subjects stay; columns that are no such name are passed over."""
    desk.receive({"act": "set", "table": "claims", "id": "c02", "column": "subject", "value": ""})
    kept = saved(bus, "claims")["c01"]["subject"]
    desk.receive({"act": "spread", "column": "subject", "value": "buses of a city"})
    assert (kept, "buses of a city") == tuple(saved(bus, "claims")[name]["subject"] for name in ("c01", "c02"))
    desk.receive({"act": "spread", "column": "note", "value": "x"})
    assert not any(row["note"] == "x" for row in saved(bus, "claims").values())


def test_a_search_is_logged_with_what_came_back(desk, bus):
    """Its language is that of its words; without words or with an unknown outcome nothing is logged."""
    before = saved(bus, "searches")
    for words, outcome in (("bus riders", "banana"), (" ", "none")):
        desk.receive({"act": "log", "claim": "c01", "words": words, "outcome": outcome})
    assert before == saved(bus, "searches")
    [row] = entry.search_row(desk.session.rows, "c01", "公交 客流", "none", "web", date(2026, 1, 2))["searches"]
    assert ("zh", "2026-01-02", "claim", "c01") == tuple(row[key] for key in ("language", "date", "scope", "claims"))


@pytest.mark.parametrize(
    ("left", "op", "right", "said"),
    [
        ("c01 + c99", "=", "c02", "c99"),
        ("1 + 1", "=", "2", "pick numbers"),
        ("c01", "~", "c02", "pick numbers"),
        ("c01 / (c02 - c02)", "=", "c01", "cannot be computed"),
        ("__import__('os')", "=", "c01", ""),
        ("c01 ** 999999999", "=", "c01", "cannot be computed"),
    ],
)
def test_a_check_that_makes_no_sense_is_refused_in_a_sentence(desk, bus, left, op, right, said):
    """Nothing is evaluated but arithmetic, the view says why, and nothing is written."""
    before = (bus / "checks.csv").read_bytes()
    desk.receive({"act": "try_check", "left": left, "op": op, "right": right})
    assert said in desk.tried["why"]
    desk.receive({"act": "add_check", "left": left, "op": op, "right": right})
    assert desk.head["note"] and before == (bus / "checks.csv").read_bytes()


def test_a_check_is_tried_then_written_and_not_twice(desk, bus):
    """What it comes to is shown first; it is on the card after, with its Chinese; the same one again is refused."""
    check = {"left": "c01 * 2", "op": "=", "right": "c01 + c01"}
    count = len(saved(bus, "checks"))
    desk.receive({"act": "try_check"} | check)
    assert "holds" == desk.tried["result"] and count == len(saved(bus, "checks"))
    desk.receive({"act": "language", "value": "zh"})
    desk.receive({"act": "go_to", "id": "c01"})
    desk.receive({"act": "add_check", "title": ""} | check)
    assert count + 1 == len(saved(bus, "checks"))
    assert "文中为" in desk.card["claims"][0]["checks"][-1]["words"]
    desk.receive({"act": "add_check"} | check)
    assert "已有这项验算" in desk.head["note"] and count + 1 == len(saved(bus, "checks"))


def test_a_check_that_waits_for_a_claim_is_on_the_card(desk):
    """While a claim in it is not filled in, the check says what it comes to, and that it does not count yet."""
    desk.receive({"act": "add_check", "left": "c01 * c02", "op": "=", "right": "c02 * c01"})
    desk.receive({"act": "go_to", "id": "c01"})
    assert not desk.card["claims"][0]["checks"][-1]["waits"]
    desk.receive({"act": "set", "table": "claims", "id": "c02", "column": "subject", "value": ""})
    last = desk.card["claims"][0]["checks"][-1]

    assert (True, "holds") == (last["waits"], last["result"])


def test_what_hangs_on_a_row_goes_with_it(desk, bus):
    """A source takes its figures and their evidence; it is asked first, and an undo brings all back."""
    [made] = entered(desk)
    source = saved(bus, "figures")[made["figure"]]["source"]
    desk.receive({"act": "remove", "table": "sources", "id": source})
    assert {made["evidence"], made["figure"]} == set(desk.asked["with"]) and source in saved(bus, "sources")
    desk.receive({"act": "sure"})
    assert source not in saved(bus, "sources") and made["evidence"] not in saved(bus, "evidence")
    desk.receive({"act": "undo"})
    assert source in saved(bus, "sources") and made["evidence"] in saved(bus, "evidence")


def test_a_figure_that_another_article_names_stays(desk):
    """The last evidence takes figure and source along, unless another article has them."""
    [made] = entered(desk)
    gone = [one.table for one in hanging(desk.session.rows, "evidence", made["evidence"], lambda name: False)]
    kept = [one.table for one in hanging(desk.session.rows, "evidence", made["evidence"], lambda name: True)]

    assert (["evidence", "figures", "sources"], ["evidence"]) == (gone, kept)


def test_nothing_is_removed_without_an_answer(desk, bus):
    """Keeping it leaves all files as they are."""
    before = {path.name: path.read_bytes() for path in bus.iterdir()}
    name = next(iter(saved(bus, "evidence")))
    desk.receive({"act": "remove", "table": "evidence", "id": name})
    desk.receive({"act": "not_sure"})
    desk.receive({"act": "sure"})

    assert {} == desk.asked and before == {path.name: path.read_bytes() for path in bus.iterdir()}


def test_a_sentence_without_a_number_is_kept(desk):
    """Its figure has no quantity, and waits for a person."""
    [made] = entered(desk, "Riders were many.")
    figure = next(row for row in desk.session.rows["figures"] if row["figure"] == made["figure"])

    assert ("", "Riders were many.") == (figure["low"], figure["as_printed"])


def test_a_check_with_an_unknown_id_raises_problems(desk):
    """The plain function says it, too."""
    with pytest.raises(Problems, match="c77"):
        tried(desk.session.rows, desk.session.text, "c77", "=", "c01")


def test_what_is_known_of_an_article_is_filled_in_by_line(bus):
    """One line changes, and nothing else of the file."""
    path = bus / "article.toml"
    before = path.read_text(encoding="utf-8")

    preamble.fill_in(bus, "publisher", ' The  "City" paper ')

    assert preamble.shown(bus)["publisher"] == 'The "City" paper'
    kept = [line for line in before.split("\n") if not line.startswith("publisher")]
    assert kept == [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("publisher")]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("id", "other", "is not a field to fill in here"),
        ("period", "the year of the dog", "must be"),
        ("url", "no address", "must be"),
    ],
)
def test_what_does_not_fit_an_article_is_refused(bus, name, value, words):
    """The file is as it was, and the sentence says what it must be."""
    before = (bus / "article.toml").read_bytes()

    with pytest.raises(Problems, match=words):
        preamble.fill_in(bus, name, value)
    assert (bus / "article.toml").read_bytes() == before


def test_units_of_energy_and_power_are_a_group_of_their_own():
    """What a unit measures is read off its powers, whatever order they are named in."""
    groups = {name: [unit for unit, _ in units] for name, units in unit_groups("en")}

    assert {"kilowatt_hour", "watt"} <= set(groups["energy and power"])
    assert "knot" in groups["speed"] and "celsius" not in groups["energy and power"]
