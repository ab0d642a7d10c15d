"""A language model proposes, the machine checks, a person accepts; nothing of it ever decides."""

import json
import re
import stat

import pytest

from benchmarks.propose.server import items, listed, served
from claimbook import model
from claimbook.cli import main
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of
from tests.answers import changed, fill_in, gates, good, proposed, sent
from tests.conftest import CARS

KEY = "sk-secret-0123456789"


# ---- where proposals are


def test_proposals_are_drafted_cells_with_who_by_what_and_when(cars):
    """An empty cell holds the proposal, marked as drafted by a model; proposals.csv has model, digests and date."""
    code, rows, _ = proposed(cars, good)
    claim = read_text(cars / "claims.csv", "claims")[0]

    assert 0 == code
    assert ("share", "electric cars", "2023") == (claim["metric"], claim["subject"], claim["period"])
    assert {"metric:model", "subject:model", "period:model"} < set(claim["drafted"].split())
    one = next(row for row in rows if (row["row"], row["column"]) == ("c01", "metric"))
    assert ("share", "cell", "language model", "m", "") == tuple(
        one[name] for name in ("cell", "place", "proposer", "model", "gate")
    )
    assert all(re.fullmatch("[0-9a-f]{64}", one[name]) for name in ("prompt_sha256", "reply_sha256"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["date"])
    assert CARS[int(one["start"]) : int(one["end"])] == one["exact"]


def test_what_a_rule_drafted_stays_and_the_proposal_is_beside_it(cars):
    """The two are shown as two; so is what a person entered."""
    path = cars / "claims.csv"
    text = path.read_text(encoding="utf-8")
    rows = read_text(path, "claims")
    rows[0] |= {"metric": "number of cars", "drafted": "metric:clause", "subject": "Norway"}
    path.write_text(csv_of("claims", rows), encoding="utf-8")
    _, found, _ = proposed(cars, good)
    claim = read_text(path, "claims")[0]
    places = {row["column"]: (row["place"], row["instead"]) for row in found if row["row"] == "c01"}

    assert ("number of cars", "Norway") == (claim["metric"], claim["subject"]) and text
    assert ("draft", "number of cars") == places["metric"] and ("entry", "Norway") == places["subject"]


def test_two_readings_are_shown_as_two(cars):
    """Two items for one number: neither is put into the cell, both are proposed."""

    def twice(body):
        return items(*json.loads(good(body))["items"], *json.loads(changed(metric="cars")(body))["items"])

    _, rows, _ = proposed(cars, twice, "--what", "claims")
    metric = [row for row in rows if (row["row"], row["column"]) == ("c01", "metric")]

    assert [("share", "entry"), ("cars", "entry")] == [(row["cell"], row["place"]) for row in metric]
    assert "" == read_text(cars / "claims.csv", "claims")[0]["metric"]


def test_a_reply_is_kept_for_its_owner_alone(cars):
    """In the hidden folder of the workspace, which nobody else may read."""
    proposed(cars, good, "--what", "claims")
    kept = list((cars.parent.parent.parent / ".claimbook" / "cache" / "cars" / "model").iterdir())

    assert [0o600] == [stat.S_IMODE(path.stat().st_mode) for path in kept]
    assert 0o700 == stat.S_IMODE(kept[0].parent.stat().st_mode)


def test_the_same_prompt_makes_no_second_call(cars):
    """The same server, model and prompt: the kept reply is read, and makes no second proposal."""
    with served(lambda body: items()) as server:
        asked = ["propose", "cars", "--with", server.url, "--model", "m", "--what", "checks", "--yes"]
        assert (0, 0) == (main(asked), main(asked))
        assert 1 == len(server.asked)
        server.answer = good
        asked[7] = "claims"
        assert not main(asked)
        found = model.read_proposals(cars)
        assert not main(asked)
        assert found == model.read_proposals(cars)


# ---- before anything is sent


def test_nothing_is_sent_before_it_is_confirmed(cars, capsys):
    """The command says where to, how many tokens, how they are estimated and what they cost, and stops with 2."""
    with served(good) as server:
        code = main(["propose", "cars", "--with", server.url, "--model", "m", "--price", "1,2"])
        told = capsys.readouterr()

    assert (2, []) == (code, server.asked)
    assert f"{server.url}/chat/completions" in told.out and "2 requests" in told.out
    assert (
        "estimated: one for each Chinese character" in told.out.replace("\n  ", " ")
        and "by the price that you gave" in told.out
    )
    assert "--yes" in told.err


def test_a_person_at_a_terminal_is_asked(cars, monkeypatch, capsys):
    """Anything but yes sends nothing; yes sends it."""
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    with served(good) as server:
        asked = ["propose", "cars", "--with", server.url, "--model", "m"]
        monkeypatch.setattr("builtins.input", lambda words: "n")
        assert 2 == main(asked) and [] == server.asked
        monkeypatch.setattr("builtins.input", lambda words: "y")
        assert 0 == main(asked) and server.asked


def test_without_an_address_no_model_is_asked(cars, monkeypatch):
    """Off by default: `propose` alone lists what rules propose, and opens no connection."""
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection was made"))

    assert not main(["propose", "cars"])


def test_private_documents_are_not_sent_unless_they_are_named(cars, papers, capsys):
    """The list of what will be sent says which stay here."""
    _, _, server = proposed(cars, lambda body: items(), "--what", "evidence", "--docs", str(papers))
    assert "book.txt" in sent(server) and "memo" not in sent(server)
    assert "Not sent, since private: private/memo.txt" in capsys.readouterr().out
    _, _, server = proposed(
        cars, lambda body: items(), "--what", "evidence", "--docs", str(papers), "--private", "private/memo.txt"
    )
    assert "memo.txt" in sent(server)


def test_a_document_that_is_recorded_as_private_is_not_sent(cars, papers):
    """Its source is marked so, whatever folder it is in."""
    path = cars.parent.parent / "sources" / "sources.csv"
    path.parent.mkdir(exist_ok=True)
    from claimbook.tables.schema import TABLES

    row = dict.fromkeys(TABLES["sources"], "") | {"source": "x", "private": "yes", "note": "from the file book.txt"}
    path.write_text(csv_of("sources", [row]), encoding="utf-8")
    _, _, server = proposed(cars, lambda body: items(), "--what", "evidence", "--docs", str(papers))

    assert "book.txt" not in sent(server)


# ---- key and address


def test_the_key_is_sent_and_nowhere_else(cars, monkeypatch, capsys, caplog):
    """It is read from the variable that is named; no file, output or log holds it, nor an error of a server that echoes it."""
    monkeypatch.setenv("MY_KEY", KEY)
    caplog.set_level("DEBUG")
    with served(good) as server:
        asked = ["propose", "cars", "--with", server.url, "--model", "m", "--yes", "--key-env", "MY_KEY"]
        assert not main(asked)
        assert {f"Bearer {KEY}"} == {headers["Authorization"] for _, headers, _ in server.asked}
        body = json.dumps({"error": {"message": f"Incorrect key {KEY}"}}).encode()
        for status in (400, 401, 404):
            server.answer = lambda _, status=status: lambda handler: handler.give(body, status)
            assert 2 == main([*asked, "--what", "checks"])
    told = capsys.readouterr()
    home = cars.parent.parent.parent
    files = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())

    assert KEY not in told.out + told.err + caplog.text and KEY.encode() not in files
    assert "Key(…)" == repr(model.Key(KEY)) and "does not accept the key" in told.err


def test_the_key_of_the_keyring_is_used(monkeypatch):
    """The package is an extra; what it holds under the name is taken, and a missing one is a sentence."""
    import sys
    import types

    held = {("claimbook", "me"): KEY}
    ring = types.SimpleNamespace(get_password=lambda service, user: held.get((service, user)))
    errors = types.SimpleNamespace(KeyringError=type("KeyringError", (Exception,), {}))
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)

    assert {"Authorization": f"Bearer {KEY}"} == model.key_of("https://a.example", user="me").header()
    with pytest.raises(Problems, match="holds no key of that name"):
        model.key_of("https://a.example", user="you")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--with", "ftp://a.example"], "must be an http or https address"),
        (["--with", "file:///etc/passwd"], "must be an http or https address"),
        (["--with", "http://me:pw@a.example"], "must not hold a name or a password"),
        (["--with", "http://a.example/v1?key=1"], "must not hold “?”"),
        (["--with", "http://a.example", "--key-env", "MY_KEY"], "over https or to this machine alone"),
        (["--with", "http://localhost:1", "--key-env", "NO_SUCH_KEY"], "is empty or not set"),
        (["--with", "http://localhost:1", "--key-env", "MY_KEY", "--keyring", "x"], "not both"),
        (["--with", "http://localhost:1", "--what", "verdicts"], "must be one of: claims, statements"),
        (["--with", "http://localhost:1", "--what", "evidence"], "evidence needs a folder of documents"),
    ],
)
def test_what_is_wrong_with_the_address_or_the_key_is_a_sentence(cars, monkeypatch, capsys, options, said):
    """Exit code 2, nothing sent, and the key is not in the words."""
    monkeypatch.setenv("MY_KEY", KEY)

    assert 2 == main(["propose", "cars", "--model", "m", "--yes", *options])
    told = capsys.readouterr().err
    assert said in told and KEY not in told


def test_no_redirect_is_followed(cars, capsys):
    """Not even to the same host: the address that was typed is the only one that is visited."""
    with served(good) as other:
        where = {"Location": f"{other.url}/chat/completions"}
        code, rows, _ = proposed(cars, lambda body: lambda handler: handler.give(b"", 307, **where))

    assert (2, [], []) == (code, rows, other.asked)
    assert "leads to another address" in capsys.readouterr().err


# ---- the gates


@pytest.mark.parametrize(
    ("cells", "column", "gate"),
    [
        ({"quote": "electric cars sold in Norway numbered 104,601"}, "role", "quotation"),
        ({"quote": "In 2023"}, "role", "quotation"),
        ({"at": 3}, "role", "quotation"),
        ({"at": 10**6}, "role", "quotation"),
        ({"at": 15}, "role", "quotation"),
        ({"metric": "%%"}, "metric", "names"),
        ({"role": "verdict"}, "role", "ids"),
        ({"metric": "mood"}, "metric", "names"),
        ({"metric": "渗透的心情"}, "metric", "names"),
        ({"subject": "Atlantis"}, "subject", "names"),
        ({"metric": "see http://evil.example/x"}, "metric", "form"),
        ({"metric": "=HYPERLINK(1)"}, "metric", "form"),
        ({"metric": "share\u202eevil"}, "metric", "form"),
        ({"period": "2019"}, "period", "period"),
        ({"period": "2023-13"}, "period", "period"),
        ({"period": "2024/2023"}, "period", "period"),
        ({"period": "last year"}, "period", "period"),
    ],
)
def test_a_fault_in_a_cell_is_caught_counted_and_not_repaired(cars, capsys, cells, column, gate):
    """It is put aside under the name of what it did not pass, and no cell has it."""
    _, rows, _ = proposed(cars, changed(**cells), "--what", "claims")
    caught = [row for row in rows if row["column"] == column and row["gate"] == gate]
    value = next(iter(cells.values()))

    assert caught and all(row["fault"] for row in caught)
    assert str(value) not in (cars / "claims.csv").read_text(encoding="utf-8") or column == "role"
    assert f"{gate} {len([row for row in rows if row['gate'] == gate])}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cells", "column", "gate"),
    [
        ({"statement_en": "In 2023, it was 104,700 and 82.5%."}, "statement_en", "numbers"),
        ({"statement_en": "In 2022, it was {words}."}, "statement_en", "numbers"),
        ({"statement_en": "In May 2023, it was {words}."}, "statement_en", "numbers"),
        ({"statement_en": "On 17 May 2023, it was {words}."}, "statement_en", "numbers"),
        ({"statement_zh": "2023年第二季度为{words}。"}, "statement_zh", "numbers"),
        ({"statement_zh": "2023年の販売は{words}台。"}, "statement_zh", "language"),
        ({"statement_zh": "In 2023 the 率 of cars was {words}."}, "statement_zh", "language"),
        ({"statement_en": "In 2023, it was about {words}."}, "statement_en", "numbers"),
        ({"statement_en": "In 2023, it was ${words}."}, "statement_en", "numbers"),
        ({"statement_en": "In 2023, there were many."}, "statement_en", "numbers"),
        ({"statement_zh": "2023年至少为{words}。"}, "statement_zh", "numbers"),
        ({"statement_zh": "In 2023, it was {words}."}, "statement_zh", "language"),
        ({"statement_en": "2023年为{words}。"}, "statement_en", "language"),
        (
            {"statement_en": "En 2023 le nombre des voitures vendues dans le pays est {words}."},
            "statement_en",
            "language",
        ),
        ({"quote": "Norway"}, "statement_en", "quotation"),
    ],
)
def test_every_number_of_a_statement_is_one_of_its_quotation(cars, cells, column, gate):
    """Another value, unit, comparator, date or language than the quotation's is caught, by our own extractor."""

    def answer(body):
        made = json.loads(good(body))["items"]
        words = {name: said for name, _, said, _ in listed(body)}
        for one in made:
            one |= {name: cell.replace("{words}", words[one["claim"]]) for name, cell in cells.items()}
        return items(*made)

    fill_in(cars)
    _, rows, _ = proposed(cars, answer, "--what", "statements")

    first = [row for row in rows if row["row"] == "c01" and row["column"] == column]
    assert [gate] == [row["gate"] for row in first]


@pytest.mark.parametrize("words", ["82.4%, up 3.1%", "82.4%, up about 3.1 points", "82.4%, up 3.2 points"])
def test_the_other_numbers_of_a_statement_are_compared_too(cars, words):
    """Not the claim's own number, but one beside it, in another unit, with another comparator or value."""

    def answer(body):
        made = json.loads(good(body))["items"]
        return items(
            *(one | {"statement_en": f"In 2023, the share was {words}."} for one in made if one["claim"] == "c02")
        )

    fill_in(cars)
    _, rows, _ = proposed(cars, answer, "--what", "statements")

    assert ["numbers"] == [row["gate"] for row in rows if row["column"] == "statement_en"]


def test_both_statements_of_a_model_that_is_right_pass(cars):
    """The same numbers in two languages, with the period of the claim."""
    fill_in(cars)
    _, rows, _ = proposed(cars, good, "--what", "statements")

    assert {("statement_en", ""), ("statement_zh", "")} == gates(rows)


def test_what_the_list_passes_over_is_named(cars, capsys):
    """Every mention is covered, or is said not to be."""
    proposed(cars, lambda body: items(*json.loads(good(body))["items"][1:-1]), "--what", "claims")

    assert "2 passed over: m01, m04" in capsys.readouterr().out


def test_a_number_that_was_not_asked_about_is_caught(cars):
    """An id of a model's own making has no row."""
    _, rows, _ = proposed(cars, changed(mention="m99"), "--what", "claims")

    assert {("", "ids")} == gates(rows)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda one: one | {"verdict": "true"}, "“verdict”, which was not asked for"),
        (lambda one: {name: one[name] for name in one if name != "quote"}, "lacks “quote”"),
        (lambda one: one | {"at": "12"}, "“at” is not a number"),
        (lambda one: one | {"metric": ["share"]}, "“metric” is not a text"),
        (lambda one: [one], "is no object"),
    ],
)
def test_an_item_of_another_form_is_caught(cars, change, words):
    """Fields that are missing, more or of another type."""
    _, rows, _ = proposed(cars, lambda body: items(*map(change, json.loads(good(body))["items"])), "--what", "claims")

    assert {("", "form")} == gates(rows) and all(words in row["fault"] for row in rows)
    assert 4 == len(rows)


def test_what_a_run_brought_is_said_in_chinese(cars, capsys):
    """Plan, report, what was put aside, the list and the table of trust."""
    proposed(cars, changed(metric="mood"), "--lang", "zh")
    said = capsys.readouterr().out
    main(["propose", "cars", "--lang", "zh"])
    main(["propose", "cars", "--trust", "--lang", "zh"])
    said += capsys.readouterr().out

    assert all(
        words in said for words in ("次请求（", "搁置3条：名称 3", "名称：“mood”既不在文中", "语言模型的", "已接受")
    )
    assert not re.search(r"\b(?:tokens|proposals|accepted|neither|requests)\b", said)


def test_a_quotation_that_is_there_twice_is_no_place():
    """Which of the two is meant, nobody knows."""
    from claimbook.model.gates import place_in

    assert "more than once" in str(place_in("5% 和 5%。", 0, "5%"))
