"""What a model answers in the tests, as it should or with other cells, and how it is asked."""

import json

from benchmarks.propose.server import items, listed, sentence_of, served
from claimbook import model
from claimbook.cli import main
from claimbook.model.state import States
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of


def good(body):
    """Answer as a model would that makes no mistake."""
    made = []
    for name, at, words, _ in listed(body):
        start, said = sentence_of(body, at, words)
        quote = said.rstrip(".")
        if name[0] == "m":
            role = "period" if words == "2023" else "claim"
            cells = {"metric": "share", "subject": "electric cars", "population": "", "period": "2023"}
            made.append(
                {"mention": name, "role": role, "at": start, "quote": quote}
                | (cells if role == "claim" else dict.fromkeys(cells, ""))
            )
        else:
            made.append(
                {
                    "claim": name,
                    "at": start,
                    "quote": quote,
                    "statement_en": f"In 2023, it was {words}.",
                    "statement_zh": f"2023年为{words}。",
                }
            )
    return items(*made)


def changed(**cells):
    """Answer like `good`, with other cells in every item."""
    return lambda body: items(
        *(
            {**one, **{name: cell for name, cell in cells.items() if name in one}}
            for one in json.loads(good(body))["items"]
        )
    )


def proposed(folder, answer, *options):
    """Ask a server that answers so; return the exit code and what is proposed."""
    with served(answer) as server:
        code = main(["propose", folder.name, "--with", server.url, "--model", "m", "--yes", *options])
    return code, model.read_proposals(folder), server


def gates(rows):
    """Return what proposals did not pass, by their cells."""
    return {(row["column"], row["gate"]) for row in rows}


def sent(server):
    """Return all that a server was sent."""
    return json.dumps([body for *_, body in server.asked], ensure_ascii=False)


def fill_in(folder, **cells):
    """Enter cells of all claims."""
    path = folder / "claims.csv"
    rows = read_text(path, "claims")
    for row in rows:
        row |= {"subject": "electric cars", "metric": "share", "period": "2023", "drafted": ""} | cells
    path.write_text(csv_of("claims", rows), encoding="utf-8")


def states(folder):
    """Return what became of each proposal of an article."""
    from claimbook.model.known import known_of

    found = States(known_of(folder).rows)
    return {row["proposal"]: found.of(row) for row in model.read_proposals(folder)}


def drafted(folder, name, text):
    """Take in a text and return its folder."""
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert not main(["new", f"{name}.txt", "--id", name])
    return folder / "data" / "articles" / name
