"""Reviewing in Jupyter: no edit is lost, nothing is overwritten, and hostile text stays text."""

import json
import os
import re
import signal
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from claimbook import form, load_case, report
from claimbook.cli import main
from claimbook.form import excerpt, script_words
from claimbook.form.figures import in_passage
from claimbook.form.finding import Finding
from claimbook.form.session import Session
from claimbook.form.stops import Stop
from claimbook.jupyter import magic
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import TO_FILL
from claimbook.tables.workspace import project_of
from claimbook.tables.writer import csv_of, settled

ZH = "全国新能源车报告\n\n一、销量\n\n2023年新能源汽车销量为949.5万辆，同比增长37.9%，市场占有率达到31.6%。\n\n二、充电\n\n全国充电桩859.6万台。\n"
EVIL = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> 5% \u202e'


@pytest.fixture
def draft(tmp_path, monkeypatch):
    """A freshly drafted, unfinished article; returns its folder, the working folder is its project."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text(ZH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "ev"])
    return tmp_path / "data" / "articles" / "ev"


def rows(folder, table):
    """Return the rows on disk by id."""
    return {row[next(iter(row))]: row for row in read_text(folder / f"{table}.csv", table)}


def replace(folder, table, old, new):
    """Change a file behind the back of the form."""
    path = folder / f"{table}.csv"
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def complete(session, claim):
    """Fill in what a drafted claim lacks."""
    session.set("claims", claim, "subject", "x")
    session.set("claims", claim, "drafted", "")


def test_an_unfinished_draft_opens_at_the_first_thing_to_do(draft):
    """A draft whose certificate and claims are incomplete opens; ordinals and years are not to be done."""
    session = Session.open("ev")

    assert ((0, 4), Stop("mentions", "m03")) == (session.progress, session.at)
    assert {"drafted"} == set(session.fields(session.at).faults["claims", "c01"])


def test_every_change_is_on_disk_at_once(draft):
    """What `set` reports as saved is in the file, and only there."""
    before = {path.name: path.read_bytes() for path in draft.iterdir()}
    session = Session.open("ev")

    assert session.set("claims", "c02", "statement_en", 'Sales "rose", by 37.9%\nin 2023.')
    assert 'Sales "rose", by 37.9%\nin 2023.' == rows(draft, "claims")["c02"]["statement_en"]
    assert ["claims.csv"] == [path.name for path in draft.iterdir() if path.read_bytes() != before[path.name]]


def test_a_drafted_cell_is_marked_until_a_person_enters_or_confirms_it(draft):
    """Typing into one confirms that one, the button all of the claim; undo brings the marks back."""
    shown = form.review("ev")

    def marked():
        return set(shown.card["claims"][0]["drafted"])

    assert {"metric", "subject", "period"} < marked()
    shown.receive({"act": "set", "table": "claims", "id": "c01", "column": "metric", "value": "sales", "typing": True})
    assert "metric" not in marked() and "subject" in marked()
    shown.receive({"act": "confirm", "id": "c01"})
    assert set() == marked() and "" == rows(draft, "claims")["c01"]["drafted"]
    shown.receive({"act": "undo"})
    shown.receive({"act": "undo"})
    assert {"metric", "subject", "period"} < marked()
    shown.receive({"act": "redo"})
    assert "metric" not in marked() and "sales" == rows(draft, "claims")["c01"]["metric"]


def test_a_claim_is_done_when_the_schema_says_so(draft):
    """Progress counts claims whose cells are allowed, filled in and fit one another."""
    session = Session.open("ev")
    complete(session, "c01")
    assert (1, 4) == session.progress
    for column, value in (
        ("unit", "bananas"),
        ("low", "1,100"),
        ("low", "99999999"),
        ("period", "2021-13"),
        ("precision", "exact"),
    ):
        session.set("claims", "c01", column, value)
        assert (0, 4) == session.progress, (column, value)
        session.undo()
    assert (1, 4) == session.progress


def test_next_undecided_skips_what_is_done(draft):
    """It goes round the article and stays where it is when all is done."""
    session = Session.open("ev")
    complete(session, "c02")
    session.go_undecided()
    assert "m05" == session.at.id
    for claim in ("c01", "c03", "c04"):
        complete(session, claim)
    session.go_undecided()
    assert ("m05", "All are done.", (4, 4)) == (session.at.id, session.note, session.progress)


def test_moving_stops_at_the_ends(draft):
    """Next and previous do not wrap, and an id that is not there is named."""
    session = Session.open("ev")
    session.go(-99)
    assert ("m01", "This is the first.") == (session.at.id, session.note)
    session.go(99)
    assert ("m07", "This is the last.") == (session.at.id, session.note)
    session.go_to("c02")
    assert "m04" == session.at.id
    session.go_to("<b>")
    assert "m04" == session.at.id and "<b>" in session.note


def test_undo_takes_back_one_field_at_a_time(draft):
    """Letters typed into one cell are one undo; each undo is saved, and leads back to where the change was made."""
    before = {path.name: path.read_bytes() for path in draft.iterdir()}
    session = Session.open("ev")
    for length in range(1, 6):
        session.set("claims", "c02", "subject", "China"[:length], typing=True)
    session.set("claims", "c02", "kind", "share")
    session.set("claims", "c02", "kind", "level")
    session.go(3)
    session.undo()
    assert ("share", "m04") == (rows(draft, "claims")["c02"]["kind"], session.at.id)
    session.undo()
    session.undo()

    assert before == {path.name: path.read_bytes() for path in draft.iterdir()}
    session.undo()
    assert "There is nothing to undo." == session.note


def test_a_role_moves_the_claim_out_and_back_with_all_that_was_entered(bus):
    """The claim and its evidence leave the files with the role, and return with it to where they were."""
    before = {path.name: path.read_bytes() for path in bus.iterdir()}
    session = Session.open(bus)
    session.set("mentions", "m01", "role", "advice")
    assert (["c02"], []) == (list(rows(bus, "claims")), list(rows(bus, "evidence")))
    session.set("mentions", "m01", "role", "period")
    session.set("claims", "c01", "subject", "typed late")
    session.set("mentions", "m01", "role", "claim")
    assert ["c01", "c02"] == list(rows(bus, "claims"))
    assert "typed late" == rows(bus, "claims")["c01"]["subject"]
    session.set("claims", "c01", "subject", "City bus")

    assert before == {path.name: path.read_bytes() for path in bus.iterdir()}


def test_undo_of_a_role_brings_the_claim_back(bus):
    """One undo restores mention, claim and evidence together."""
    before = {path.name: path.read_bytes() for path in bus.iterdir()}
    session = Session.open(bus)
    session.set("mentions", "m01", "role", "ordinal")
    session.undo()

    assert before == {path.name: path.read_bytes() for path in bus.iterdir()}


def test_who_still_names_a_claim_that_leaves_is_told(bus):
    """Rows that name the claim are not touched, and are named: searches, checks, other claims and conditions."""
    session = Session.open(bus)
    session.set("claims", "c01", "depends_on", "c02")
    session.set("mentions", "m03", "of", "c02")
    session.set("mentions", "m02", "role", "advice")

    assert "c02 is still named in mentions.csv m03, claims.csv c01, searches.csv q001;" in session.note


def test_words_that_nobody_drafted_are_added(draft):
    """A statement and a missed number are added in their place, are on disk at once, and one undo takes each back."""
    session = Session.open("ev")
    here, words = session.at, session.text.split("\n\n")[-1][:5]
    assert session.add(words)
    assert (session.at, "s01: added.") == (Stop("claims", "s01"), session.note)
    assert session.add(words) and "is there already: s01" in session.note
    assert words == rows(draft, "claims")["s01"]["exact"]

    session.undo()
    assert here == session.at and "s01" not in rows(draft, "claims")
    name, gone = next((name, row) for name, row in rows(draft, "mentions").items() if row["role"] == "claim")
    for table in ("mentions", "claims"):
        left = [row for row in rows(draft, table).values() if row["mention"] != name]
        (draft / f"{table}.csv").write_text(csv_of(table, left), encoding="utf-8")
    session = Session.open("ev")
    assert session.add(f"{gone['prefix']}[{gone['exact']}]{gone['suffix']}")
    added = rows(draft, "mentions")[session.at.id]
    assert all(gone[column] == added[column] for column in ("start", "end", "exact", "role"))
    assert session.at.id in {row["mention"] for row in rows(draft, "claims").values()}


def test_after_a_statement_is_removed_comes_what_followed_it(draft):
    """Not the first number of the article; an undo comes back to it."""
    session = Session.open("ev")
    session.add(session.text.split("\n\n")[1][:5])
    following = session.stops[session.stops.index(Stop("claims", "s01")) + 1]
    session.remove("claims", "s01")
    assert following == session.at != session.stops[0]

    session.undo()
    assert Stop("claims", "s01") == session.at


def test_evidence_in_words_shows_its_passage_before_they_are_filled_in():
    """What is to be filled in is read off the passage, not off a blank card."""
    blank = {"figure": {"passage_sha256": "x", "as_printed": TO_FILL}, "quote": ["", TO_FILL, ""]}

    assert ["", "", "It was dear."] == in_passage(blank, {"x": "It was dear."})


def test_words_added_under_taken_ids_get_new_ones(draft):
    """Two reviewers add a statement each; both are kept, the second under another id."""
    mine, theirs = Session.open("ev"), Session.open("ev")
    first, second = mine.text[:4], mine.text[4:8]
    assert theirs.add(first)
    assert not mine.add(second)
    assert mine.reload()
    assert {"s01": first, "s02": second} == {
        name: row["exact"] for name, row in rows(draft, "claims").items() if name[0] == "s"
    }


def test_a_number_that_becomes_a_claim_gets_a_drafted_row(draft):
    """The new claim has an id that no other had, also not one that was moved out, and what the number says."""
    session = Session.open("ev")
    session.set("mentions", "m07", "role", "advice")
    session.set("mentions", "m01", "role", "claim")
    assert "c05" == next(row["claim"] for row in rows(draft, "claims").values() if row["mention"] == "m01")
    session.set("mentions", "m02", "role", "claim")
    session.set("mentions", "m07", "role", "claim")

    assert {"c01", "c02", "c03", "c04", "c05", "c06"} == set(rows(draft, "claims"))
    assert "8596000" == rows(draft, "claims")["c04"]["low"]


def test_a_condition_names_its_claim(draft):
    """Without one it is not done; another role empties the cell, and the way back fills it again."""
    session = Session.open("ev")
    session.set("mentions", "m02", "role", "condition")
    assert "of" in session.fields(Stop("mentions", "m02")).faults["mentions", "m02"]
    session.set("mentions", "m02", "of", "c01")
    session.set("mentions", "m02", "role", "period")
    assert "" == rows(draft, "mentions")["m02"]["of"]
    session.set("mentions", "m02", "role", "condition")
    assert "c01" == rows(draft, "mentions")["m02"]["of"]


def test_a_file_changed_underneath_is_not_overwritten(draft):
    """The edit stays in the form, the file as the other left it; a reload enters the edit beside the other's."""
    session = Session.open("ev")
    replace(draft, "claims", ",none,checkable,", ",data show,checkable,")
    changed = (draft / "claims.csv").read_bytes()

    assert not session.set("claims", "c02", "subject", "mine")
    assert (("claims.csv",), changed) == (session.conflict, (draft / "claims.csv").read_bytes())
    assert "mine" == session.fields(Stop("mentions", "m04")).claims[0]["subject"]
    assert not session.set("claims", "c03", "subject", "mine too")
    assert session.reload()
    assert ("data show", "mine", "mine too") == (
        rows(draft, "claims")["c01"]["basis"],
        rows(draft, "claims")["c02"]["subject"],
        rows(draft, "claims")["c03"]["subject"],
    )
    assert ((), []) == (session.conflict, session.pending)


@pytest.mark.parametrize(("choice", "kept"), [("keep_mine", "mine"), ("take_theirs", "theirs")])
def test_a_cell_that_both_changed_waits_for_a_choice(draft, choice, kept):
    """Neither side wins by itself; what is discarded is shown, so that it can be copied."""
    session = Session.open("ev")
    replace(draft, "claims", "m04,,,,,,新能源汽车,", "m04,,,,,,theirs,")
    session.set("claims", "c02", "subject", "mine")
    session.set("claims", "c01", "subject", "no clash")
    assert not session.reload()
    assert [("claims", "c02", "subject", "theirs", "mine")] == session.clashing
    assert ("theirs", "no clash") == tuple(rows(draft, "claims")[name]["subject"] for name in ("c02", "c01"))
    assert "mine" == session.fields(Stop("mentions", "m04")).claims[0]["subject"]
    assert not session.set("claims", "c03", "subject", "later")
    assert getattr(session, choice)()

    assert (kept, "later") == tuple(rows(draft, "claims")[name]["subject"] for name in ("c02", "c03"))
    assert (choice == "take_theirs") == ("“mine”" in session.note)


def test_a_row_that_another_removed_comes_back_on_demand(draft):
    """An edit of a row that is gone is not lost: kept, the row returns."""
    session = Session.open("ev")
    path = draft / "claims.csv"
    path.write_text(
        "".join(line for line in path.read_text(encoding="utf-8").splitlines(True) if not line.startswith("c02")),
        encoding="utf-8",
    )
    session.set("claims", "c02", "subject", "mine")
    assert not session.reload()
    assert "c02" not in rows(draft, "claims")
    assert session.keep_mine()
    assert "mine" == rows(draft, "claims")["c02"]["subject"]


def test_undo_does_not_overwrite_what_another_changed_since(draft):
    """A cell that is no longer as it was left is not taken back."""
    session = Session.open("ev")
    session.set("claims", "c02", "subject", "mine")
    replace(draft, "claims", "mine", "theirs")
    session.reload()
    session.undo()

    assert "theirs" == rows(draft, "claims")["c02"]["subject"]
    assert "cannot be undone" in session.note


@pytest.mark.parametrize("damage", ["no table\n", None], ids=["broken", "gone"])
def test_a_file_that_cannot_be_read_again_loses_no_edit(draft, damage):
    """The reload says what is wrong; once that is fixed, the edit is entered."""
    session, path = Session.open("ev"), draft / "claims.csv"
    kept = path.read_bytes()
    path.write_text(damage, encoding="utf-8") if damage else path.unlink()
    assert not session.set("claims", "c02", "subject", "mine")
    assert not session.reload()
    assert "claims.csv" in session.trouble
    path.write_bytes(kept)
    assert session.reload()
    assert "mine" == rows(draft, "claims")["c02"]["subject"]


def test_a_disk_that_refuses_loses_no_edit(draft, monkeypatch):
    """The sentence names the reason; the next save writes all, also what one file of two had taken already."""
    session, real, count = Session.open("ev"), os.replace, []

    def refuse_second(*names):
        count.append(names)
        if len(count) == 2:
            raise OSError(28, "No space left on device")
        real(*names)

    monkeypatch.setattr(os, "replace", refuse_second)
    assert not session.set("mentions", "m03", "role", "advice")
    assert "No space left on device" in session.trouble
    assert session.save()
    assert ("advice", False, ()) == (
        rows(draft, "mentions")["m03"]["role"],
        "c01" in rows(draft, "claims"),
        session.conflict,
    )


def test_rows_that_the_form_does_not_show_stay(bus):
    """Twins, roles that are none and anchors that miss are kept to the letter through an edit elsewhere."""
    odd = 'm01,44,49,"1,200",carry ,,twin,,\nm09,x,,nowhere,,,banana,,"a note, with “signs”"\n'
    path = bus / "mentions.csv"
    path.write_text(path.read_text(encoding="utf-8") + odd, encoding="utf-8")
    session = Session.open(bus)
    session.set("mentions", "m03", "note", "edited")

    assert path.read_text(encoding="utf-8").endswith(odd)
    assert form.review(bus).session.progress == session.progress


def test_the_real_case_is_all_done_and_written_as_it_was(copy):
    """An edit and its undo leave every byte of the published tables as it was."""
    before = {path.name: path.read_bytes() for path in copy.glob("*.csv")}
    session = Session.open(copy)
    done, due = session.progress
    for table in ("mentions", "claims", "evidence"):
        first = session.rows[table][0]
        session.set(table, next(iter(first.values())), "note" if table != "evidence" else "reason", "edited")
        session.undo()

    assert done == due > 60
    assert before == {path.name: path.read_bytes() for path in copy.glob("*.csv")}


@pytest.mark.parametrize("name", ["none", "../up"])
def test_an_article_that_is_not_there_gets_its_sentence(draft, name):
    """The folder, and the command that makes it."""
    with pytest.raises(Problems, match="there is no such article; `claimbook new FILE --id"):
        form.review(name)


EDITS = [
    ("claims", "c01", "subject", "A"),
    ("mentions", "m03", "note", "B"),
    ("mentions", "m07", "role", "advice"),
    ("claims", "c02", "subject", "C"),
    ("mentions", "m07", "role", "claim"),
]


# The role of m07 after so many edits reported saved: the next one may be on disk or not.
ROLES_AFTER = [{"claim"}, {"claim"}, {"claim", "advice"}, {"advice"}, {"advice", "claim"}, {"claim"}]


def test_killed_at_every_write_no_edit_reported_saved_is_lost(draft, killed_at):
    """Killed before each write or rename in turn: what was reported saved is on disk, no file is half-written, the form opens."""

    def edits(tell):
        session = Session.open("ev")
        for edit in EDITS:
            if session.set(*edit):
                tell()

    kept = {path: path.read_bytes() for path in draft.iterdir()}
    at = writes = 0
    while not writes:
        at += 1
        for path, content in kept.items():
            path.write_bytes(content)
        ended, writes, saved = killed_at(at, edits)
        settled(project_of(draft))
        found = {table: rows(draft, table) for table in ("mentions", "claims", "evidence")}
        entered = (
            ("claims", "c01", "subject", "A", 1),
            ("mentions", "m03", "note", "B", 2),
            ("claims", "c02", "subject", "C", 4),
        )
        assert not [cell for *cell, since in entered if saved >= since and cell[3] != found[cell[0]][cell[1]][cell[2]]]
        assert found["mentions"]["m07"]["role"] in ROLES_AFTER[saved]
        assert "c04" in found["claims"] or saved in (2, 3, 4)
        assert Session.open("ev").progress[1] >= 3
        assert ended == (0 if writes else -signal.SIGKILL)
    assert (5, True) == (saved, at > 15)


def test_killed_while_a_passage_is_taken_in_no_row_names_what_is_not_there(draft, docs, killed_at):
    """Taken in, taken back and taken in again, killed before each write: every row of evidence has its figure, every figure its source."""

    def takes(tell):
        shown = form.review("ev", docs)
        tell()
        shown.receive({"act": "more"})
        for act in (lambda: take(shown), shown.session.undo, lambda: shown.session.take(*again)):
            act()
            if not shown.session.pending:
                tell()

    first = form.review("ev", docs)
    finding, row = Finding("ev", docs), rows(draft, "claims")["c01"]
    again = first.desk.claim("c01"), *finding.found(first.session, row)[0], docs
    shared, kept = draft.parent.parent / "sources", {path: path.read_bytes() for path in draft.iterdir()}
    at = writes = 0
    seen = set()
    while not writes:
        at += 1
        for path in shared.glob("*"):
            path.unlink()
        for path, content in kept.items():
            path.write_bytes(content)
        ended, writes, saved = killed_at(at, takes)
        settled(project_of(draft))
        evidence, figures, sources = (
            rows(folder, name) if (folder / f"{name}.csv").exists() else {}
            for folder, name in ((draft, "evidence"), (shared, "figures"), (shared, "sources"))
        )
        assert {row["figure"] for row in evidence.values()} <= set(figures)
        assert {row["source"] for row in figures.values()} <= set(sources)
        assert len(evidence) in {0: {0}, 1: {0, 1}, 2: {0, 1}, 3: {0, 1}, 4: {1}}[saved]
        seen.add((len(sources), len(figures), len(evidence)))
        assert ended == (0 if writes else -signal.SIGKILL)
    assert {(0, 0, 0), (1, 1, 1)} == seen


@pytest.mark.parametrize("name", ["board.js", "start.js"])
def test_the_view_makes_no_markup_of_any_text(name):
    """Whatever the article or a document holds becomes a text node or a value: the script has no other way."""
    script = (Path(form.__file__).parent / name).read_text(encoding="utf-8")

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc", script)


def test_signs_that_reorder_text_are_shown_by_name(tmp_path, monkeypatch):
    """The article and the quotations have none of them left."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text(f"Report\n\n{EVIL} and 7% more\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "evil"])
    shown = form.review("evil")
    shown.receive({"act": "go_to", "id": EVIL})

    assert "U+202E" in str(shown.excerpt) and "\u202e" not in json.dumps(
        [shown.excerpt, shown.card["quote"]], ensure_ascii=False
    )


def take(shown, at=0):
    """Accept a passage for the first claim, as the view does."""
    shown.receive({"act": "more"})
    shown.receive({"act": "take", "claim": shown.card["claims"][0]["id"], "at": at, "number": None})


def test_what_is_typed_late_goes_to_its_own_row(draft):
    """What was typed before a move still goes to the claim that it was typed for."""
    shown = form.review("ev")
    shown.receive({"act": "go", "steps": 1})
    late = {"act": "set", "table": "claims", "id": "c01", "column": "subject", "value": "typed before the move"}
    shown.receive(late)

    assert ("typed before the move", "新能源汽车") == tuple(
        rows(draft, "claims")[name]["subject"] for name in ("c01", "c02")
    )


def test_a_word_that_is_not_allowed_is_shown(draft):
    """A comparator and a unit outside the schema are shown as they are, and named as faults."""
    replace(draft, "claims", ",count,=", ",count/fortnight,bananas")
    claim = form.review("ev").card["claims"][0]

    assert ("bananas", "count/fortnight") == (claim["cells"]["comparator"], claim["cells"]["unit"])
    assert {"comparator", "unit"} <= set(claim["faults"])


def test_a_huge_article_is_shown_in_part(draft):
    """Of megabytes of text one page is shown, and the pages are counted."""
    session = Session.open("ev")
    session.text += "长" * 3_000_000
    shown = excerpt.excerpt(session, 0, None, "en")

    assert shown["pages"] > 700 and len(json.dumps(shown, ensure_ascii=False)) < 20_000


@pytest.fixture
def docs(tmp_path):
    """A folder of one document on the draft's subject, and one that cannot be read."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "annual.txt").write_text(f"年度报告\n\n2023年全国新能源汽车销量949.5万辆。\n\n{EVIL}\n", encoding="utf-8")
    (folder / "broken.pdf").write_text("none", encoding="utf-8")
    return folder


def test_a_found_passage_is_taken_in_as_evidence_that_decides_nothing(draft, docs):
    """Its source, its figure as printed and a row of evidence are on disk at once; an undo takes all three away again."""
    shown = form.review("ev", docs)
    shown.receive({"act": "more"})
    first = shown.more["c01"]["passages"][0]
    assert ("949.5万辆", "annual.txt", "") == (first["quote"][1], first["where"], first["taken"])
    assert "broken.pdf" in shown.more["c01"]["documents"]
    take(shown)
    shared = draft.parent.parent / "sources"
    evidence, figure, source = (
        rows(folder, name) for folder, name in ((draft, "evidence"), (shared, "figures"), (shared, "sources"))
    )

    assert [("c01", "unjudged")] == [(row["claim"], row["relation"]) for row in evidence.values()]
    assert ["949.5万辆"] == [row["as_printed"] for row in figure.values()]
    assert [row["source"] for row in figure.values()] == list(source)
    assert {"drafted"} == set(shown.session.fields(shown.session.at).faults["figures", "f001"])
    assert "e001" == shown.more["c01"]["passages"][0]["taken"]
    shown.receive({"act": "undo"})
    assert ({}, {}, {}) == (rows(draft, "evidence"), rows(shared, "figures"), rows(shared, "sources"))


def test_two_who_take_in_at_once_keep_their_own_rows(draft, docs):
    """The later one's rows get new ids on a reload; what is entered then, and undone, is in the own rows."""
    (docs / "other.txt").write_text("2023年全国新能源汽车销量700万辆。\n", encoding="utf-8")
    first, second = form.review("ev", docs), form.review("ev", docs)
    shared = draft.parent.parent / "sources"
    take(first)
    take(second, 1)
    assert second.session.conflict and second.session.pending
    second.session.reload()
    assert not second.session.clashing and not second.session.pending, (
        second.session.clashing,
        second.session.trouble,
        second.session.pending,
    )
    figures, evidence = rows(shared, "figures"), rows(draft, "evidence")
    assert ["f001", "f002"] == [row["figure"] for row in evidence.values()] and ["e001", "e002"] == list(evidence)
    assert {"949.5万辆", "700万辆"} == {row["as_printed"] for row in figures.values()}
    assert [row["source"] for row in figures.values()] == list(rows(shared, "sources"))

    assert "e002" == second.session.newest
    second.session.set("figures", "f002", "entity", "mine")
    second.session.undo()
    second.session.undo()
    assert (["e001"], ["f001"]) == (list(rows(draft, "evidence")), list(rows(shared, "figures")))


def test_undo_of_letters_takes_back_its_own_cell_only(draft):
    """What somebody else entered in another cell between two letters stays."""
    session = Session.open("ev")
    session.set("claims", "c02", "subject", "C", typing=True)
    replace(draft, "claims", "m04,,,,,,C,销量同比增长", "m04,,,,,,C,他人")
    session.set("claims", "c02", "subject", "Ch", typing=True)
    session.reload()
    session.set("claims", "c02", "subject", "Chi", typing=True)
    session.undo()

    row = rows(draft, "claims")["c02"]
    assert ("新能源汽车", True) == (row["subject"], row["metric"].startswith("他人"))


@pytest.mark.parametrize(("typed", "kept"), [("a\r\nb\rc", "a\nb\nc"), ("x\ud83d", "x?"), ("x" * 100_001, "")])
def test_what_is_saved_can_be_read_again(draft, typed, kept):
    """Line ends are made plain, half a character is replaced, and what is too long is refused with a sentence."""
    session = Session.open("ev")
    session.set("claims", "c02", "note", typed)
    assert bool(kept) != ("at most 100,000 characters" in session.note)

    assert session.set("claims", "c02", "subject", "later")
    assert (kept, "later") == tuple(
        next(row for row in Session.open("ev").rows["claims"] if row["claim"] == "c02")[name]
        for name in ("note", "subject")
    )


@pytest.mark.parametrize("cell", ["NaN", "Infinity", "1e5", "٣"])
def test_a_number_that_is_none_stops_nothing(draft, docs, cell):
    """The form, the search in documents and the queries work on, for this claim by its words."""
    session = Session.open("ev")
    for column in ("low", "high"):
        session.set("claims", "c02", column, cell)

    assert form.review("ev", docs).session.fields(Stop("mentions", "m04")).faults["claims", "c02"]
    assert 0 == main(["search", "ev", "c02"]) == main(["find", "ev", str(docs), "--claim", "c02"])


def test_what_a_figure_measures_is_filled_in_beside_the_claim(draft, docs):
    """The cells of figure and source of what was taken in are in its card, and go to the shared tables."""
    shown = form.review("ev", docs)
    take(shown)
    shown.receive({"act": "set", "table": "figures", "id": "f001", "column": "entity", "value": "China"})

    assert "China" == rows(draft.parent.parent / "sources", "figures")["f001"]["entity"]
    assert "China" == shown.card["claims"][0]["evidence"][0]["figure"]["entity"]


def test_a_claim_is_not_done_while_judged_evidence_lacks_something(draft, docs):
    """An unjudged row waits without harm; a relation set over what nobody has filled in opens the claim again."""
    shown = form.review("ev", docs)
    complete(shown.session, "c01")
    take(shown)
    assert 1 == shown.session.progress[0]
    shown.session.set("evidence", "e001", "relation", "proxy")
    assert 0 == shown.session.progress[0]


def test_a_passage_that_is_gone_is_told(draft, docs):
    """The file was removed since it was read: nothing is taken in, and the note says why."""
    shown = form.review("ev", docs)
    shown.receive({"act": "more"})
    (docs / "annual.txt").unlink()
    take(shown)

    assert "can no longer be read" in shown.session.note
    assert {} == rows(draft, "evidence")


def test_a_folder_that_is_none_gets_its_sentence(draft):
    """The form names the folder."""
    with pytest.raises(Problems, match="is not a folder"):
        form.review("ev", "nowhere")


@pytest.fixture
def shell():
    """An IPython with the extension."""
    running = InteractiveShell()
    running.run_line_magic("load_ext", "claimbook")
    return running


def test_the_magic_shows_a_pasted_paragraph(shell):
    """Its numbers are marked in place and listed in a table, with both ends and the unit."""
    block = shell.run_cell_magic("claims", "", "额度18%-24%，最高20万元\n")

    assert block.html.count("<mark") == 2
    assert "200000 | CNY" in repr(block)
    assert "0–7" not in repr(block) and "2–9" in repr(block)


def test_a_problem_is_a_sentence_in_a_cell(shell, draft, capsys):
    """What is wrong with the input is said without a traceback; what is wrong with the program is not hidden."""
    shell.run_cell("from claimbook import form\nform.review('none')")
    told = capsys.readouterr()
    assert "there is no such article" in told.err and "Traceback" not in told.out + told.err
    shell.run_cell("1 / 0")
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_the_magic_escapes_hostile_text(shell):
    """A pasted script is shown, not obeyed."""
    block = shell.run_cell_magic("claims", "", EVIL)

    assert "<script" not in block.html and "<img" not in block.html and "\u202e" not in block.html
    assert "&lt;script&gt;" in block.html and "5%" in repr(block)


def test_a_case_shows_its_headline_by_itself(shell, bus):
    """With the extension, a case at the end of a cell is its headline, in HTML and in plain text."""
    shell.user_ns["case"] = load_case(bus)
    data, _ = shell.display_formatter.format(shell.run_cell("case").result)

    assert all(str(line) in data["text/plain"] for line in report.headline(shell.user_ns["case"]))
    assert "<li>" in data["text/html"] and "Case(" not in data["text/plain"]


def test_the_result_is_the_headline_or_what_is_missing(draft, bus):
    """A finished article has a headline; a draft has its sentences, escaped."""
    assert "things to fix" in repr(form.result("ev"))
    assert "claims.csv, row 2 (c01), column “drafted”: metric, subject" in repr(form.result("ev"))
    assert magic.headline(load_case(bus)).html.endswith(form.result(bus).html.split("\n", 1)[1])


def test_passages_are_found_while_the_searches_are_broken(draft, tmp_path):
    """A table of searches that is none hinders no review."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("2023年全国新能源汽车销量949.5万辆。\n", encoding="utf-8")
    finding, session = Finding("ev", tmp_path / "docs"), Session.open("ev")
    (draft / "searches.csv").write_text("search,query\nq1,x\n", encoding="utf-8")

    assert ["949.5万辆"] == [number.words for _, number in finding.found(session, session.rows["claims"][0])]


@pytest.mark.parametrize(("name", "listed"), [("board.js", script_words.SAID), ("start.js", script_words.START)])
def test_the_words_of_the_view_are_listed(name, listed):
    """Each word that a script says is in its list, so that it has its Chinese, and nothing else is."""
    script = (Path(form.__file__).parent / name).read_text(encoding="utf-8")
    said = re.findall(r'\bt\(\s*"((?:[^"\\]|\\.)*)"', script)
    said += [word for pair in re.findall(r'\bt\([^"()]*\? "([^"]*)" : "([^"]*)"', script) for word in pair]

    assert set(said) == set(listed)


def test_who_judges_confirms_what_was_drafted(draft, docs):
    """A chosen relation empties the lists of drafted cells of the row, its figure and its source; an undo restores them."""
    shown = form.review("ev", docs)
    take(shown)
    [evidence] = shown.session.rows["evidence"]
    shown.receive({"act": "judge", "id": evidence["evidence"], "relation": "proxy"})
    shared = draft.parent.parent / "sources"
    figures = rows(shared, "figures").values()

    assert ["proxy"] == [row["relation"] for row in rows(draft, "evidence").values()]
    assert not any(row.get("drafted") for row in (*figures, *rows(shared, "sources").values()))
    shown.receive({"act": "undo"})
    assert any(row["drafted"] for row in shown.session.rows["figures"])


def test_the_number_of_a_cell_is_marked(draft, docs):
    """A table's cell is quoted with its row and column, and the number in it is the one that is marked."""
    (docs / "table.csv").write_text("年份,新能源汽车销量（万辆）\n2022,688.7\n2023,949.5\n", encoding="utf-8")
    shown = form.review("ev", docs)
    shown.receive({"act": "more"})
    quotes = [one["quote"] for one in shown.more["c01"]["passages"] if one["where"].startswith("table.csv")]

    assert "949.5" in [marked for _, marked, _ in quotes]
    assert all(before for before, marked, _ in quotes if marked == "949.5")
