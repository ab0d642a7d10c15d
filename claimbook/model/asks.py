"""The questions about an article: which numbers and claims each is about, and what of the text goes with them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimbook.case.row_rules import drafted_cells, row_faults
from claimbook.model.prompt import Ask, ask_of
from claimbook.model.words import What
from claimbook.tables.schema import Row
from claimbook.text.sentence import SENTENCE_END

if TYPE_CHECKING:
    from claimbook.find.passage import Passage
    from claimbook.model.known import Known

BATCH = 12  # numbers or claims a question
BEFORE = 2  # lines before the first that are sent with it, and the last heading
SAID = ("subject", "metric", "population", "period")
SHORT = 40  # characters of a line that may be a heading, at most


def asks_of(known: Known, what: What, names: Sequence[str] = (), batch: int = BATCH) -> list[Ask]:
    """Return the questions of a kind about an article; see `evidence_asks` for those about documents.

    Parameters
    ----------
    known : Known
    what : What
    names : sequence of str
        Claims to ask about, those that are filled in too; without them, all that are not.
    batch : int
        How many numbers or claims a question is about.
    """
    if what is What.CHECKS:
        return [_about_checks(known, part) for part in _batches(list(_measured(known)), 4 * batch)]
    every, wanted = _mentions(known, names) if what is What.CLAIMS else _claims(known, names)
    make = _about_mentions if what is What.CLAIMS else _about_claims
    parts = ([row for row in part if id(row) in wanted] for part in _batches(every, batch))
    return [make(known, part) for part in parts if part]


def unfinished(row: Row) -> bool:
    """Return whether a claim lacks something, so that it is judged by nobody."""
    return bool(drafted_cells(row) or row_faults("claims", row))


# Which rows are asked about together does not depend on which are done, so that most questions stay as they were.
def _mentions(known: Known, names: Sequence[str]) -> tuple[list[Row], set[int]]:
    """Return all numbers, and which to ask about: those whose claims are in work, and those that are no claim yet."""
    every, claims = known.rows["mentions"], known.hanging
    if names:
        chosen = {row["mention"] for row in known.rows["claims"] if row["claim"] in names}
        return every, {id(row) for row in every if row["mention"] in chosen}
    open_ = [row for row in every if row["mention"] not in claims or unfinished(claims[row["mention"]])]
    return every, set(map(id, open_))


def _claims(known: Known, names: Sequence[str]) -> tuple[list[Row], set[int]]:
    """Return all claims in the order of the article, and which to ask about."""
    placed = [(place, row) for row in known.rows["claims"] if (place := known.place_of(row))]
    every = [row for _, row in sorted(placed, key=lambda pair: pair[0])]
    return every, {id(row) for row in every if (row["claim"] in names if names else unfinished(row))}


def _measured(known: Known) -> Iterator[Row]:
    """Yield the numbers that can be computed with."""
    measured = {str(one.start) for one in known.mentions if one.quantity and one.kind != "date"}
    yield from (row for row in known.rows["mentions"] if row["start"] in measured)


def _batches(rows: Sequence[Row], batch: int) -> Iterator[Sequence[Row]]:
    for at in range(0, len(rows), max(1, batch)):
        yield rows[at : at + max(1, batch)]


def _about_mentions(known: Known, rows: Sequence[Row]) -> Ask:
    listed = [_line(row["mention"], known.place_of(row), row["exact"]) for row in rows]
    return ask_of(What.CLAIMS, tuple(row["mention"] for row in rows), _data(known, rows, "Numbers", listed))


def _about_claims(known: Known, rows: Sequence[Row]) -> Ask:
    listed = []
    for row in rows:
        place = known.place_of(row)
        drafted = drafted_cells(row)
        said = {name: row[name] for name in SAID if row[name] and name not in drafted}
        exact = known.text[slice(*place)] if place else row["exact"]
        listed.append(f"{_line(row['claim'], place, exact)} {json.dumps(said, ensure_ascii=False)}")
    return ask_of(What.STATEMENTS, tuple(row["claim"] for row in rows), _data(known, rows, "Claims", listed))


def _about_checks(known: Known, rows: Sequence[Row]) -> Ask:
    names = [known.hanging.get(row["mention"], row) for row in rows]
    ids = [row.get("claim") or row["mention"] for row in names]
    listed = [_line(name, known.place_of(row), row["exact"]) for name, row in zip(ids, rows, strict=True)]
    return ask_of(What.CHECKS, tuple(ids), _data(known, rows, "Numbers", listed))


def _line(name: str, place: tuple[int, int] | None, exact: str) -> str:
    return f"{name} [{place[0] if place else ''}] “{exact}”"


def _data(known: Known, rows: Sequence[Row], title: str, listed: Iterable[str]) -> str:
    """Return the lines of the text around some rows, sentence by sentence, and the list of these rows."""
    places = [place for row in rows if (place := known.place_of(row))]
    first, last = min((start for start, _ in places), default=0), max((end for _, end in places), default=0)
    spans = list(known.spans())
    inside = [at for at, (start, end) in enumerate(spans) if start <= last and end >= first]
    begin = max(0, inside[0] - BEFORE) if inside else 0
    heading = next((at for at in range(begin - 1, -1, -1) if spans[at][1] - spans[at][0] <= SHORT), None)
    shown = [*([heading] if heading is not None else []), *range(begin, (inside[-1] if inside else 0) + 1)]
    said = itertools.chain.from_iterable(sentences(known.text, *spans[at]) for at in shown if at < len(spans))
    head = [f"Title: {known.title}", f"Date: {known.day or known.own}"]
    return "\n".join([*head, "Text:", *said, f"{title}:", *listed])


def sentences(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the sentences of a line, each with the character at which it starts.

    Examples
    --------
    >>> list(sentences("客流增长。票价降5%。", 0, 10))
    ['[0] 客流增长。', '[5] 票价降5%']
    """
    at = start
    while at < end:
        stop = SENTENCE_END.search(text, at, end)
        after = stop.end() if stop else end
        if text[at:after].strip():
            lead = at + len(text[at:after]) - len(text[at:after].lstrip())
            yield f"[{lead}] {text[lead:after].rstrip()}"
        at = after


def evidence_asks(known: Known, found: Mapping[str, Sequence[Passage]], batch: int = 3) -> list[Ask]:
    """Return the questions about the passages that were found for claims.

    Parameters
    ----------
    known : Known
    found : dict of str to sequence of Passage
        By claim; only what may be sent.
    batch : int
        How many claims a question is about.
    """
    asked = [name for name, passages in found.items() if passages]
    parts = [asked[at : at + batch] for at in range(0, len(asked), batch)]
    return [_about_evidence(known, {name: found[name] for name in part}) for part in parts]


def _about_evidence(known: Known, found: Mapping[str, Sequence[Passage]]) -> Ask:
    passages, blocks = {}, []
    rows = {row["claim"]: row for row in known.rows["claims"]}
    for name, every in found.items():
        claim, row = known.claims[name], rows[name]
        said = {column: row[column] for column in SAID if row[column]} | {"says": str(claim.statement)}
        blocks.append(f"Claim {name} {json.dumps(said, ensure_ascii=False)}")
        for number, passage in enumerate(every, 1):
            passages[f"{name}.{number}"] = passage
            blocks.append(f"Passage {name}.{number}, from {passage.document}:")
            blocks += _passage(passage)
    return ask_of(What.EVIDENCE, tuple(found), "\n".join(blocks), passages)


def _passage(passage: Passage) -> Iterator[str]:
    at = 0
    for line in passage.text.split("\n"):
        yield from sentences(passage.text, at, at + len(line))
        at += len(line) + 1
