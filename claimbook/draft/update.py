"""Replace the text of an article: what is in the new text, too, keeps all that was entered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.case.row_rules import drafted_cells
from claimbook.draft import draft
from claimbook.draft import rows as rows_of
from claimbook.draft.belonging import DRAFTED
from claimbook.draft.create import sha256_of
from claimbook.mention import mentions
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.workspace import project_of
from claimbook.tables.writer import writing
from claimbook.text.alignment import Alignment, likeness
from claimbook.text.selector import select

if TYPE_CHECKING:
    from collections.abc import Collection
    from os import PathLike

    from claimbook.document import Document
    from claimbook.mention import Mention
    from claimbook.tables.schema import Row, Rows
    from claimbook.text.alignment import Place


FOUND = 0.5  # share of its words that a sentence keeps, at least, for a number in it to be the same
ALIKE = 0.7  # the same for a number that is another now
# Cells of a claim that follow the text together, as long as they are as drafted.
FOLLOW = (("low", "high"), ("unit",), ("comparator",), ("precision", "precision_reason"),
          ("row_header",), ("column_header",))  # fmt: skip


class _Numbers(dict[tuple[int, int], "Mention"]):
    """The numbers of a text by their places, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__(((one.start, one.end), one) for one in mentions(text))
        self.places = list(self)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the first of the numbers that have a character between two places, and one past the last."""
        first = bisect_right(self.places, start, key=itemgetter(1))
        return first, bisect_left(self.places, end, key=itemgetter(0))


def update(document: Document, folder: str | PathLike[str]) -> dict[str, list]:
    """Put a new text in place of an article's, and find every mention and statement in it again.

    By the words around it; a number that is another now, of the same unit in the same sentence, is followed too. Its
    claims keep all that a person entered; what is as it was drafted follows the text. Nothing is dropped: a row
    whose words are gone stays as it is and is named, and so is every claim whose sentence is another now.

    Returns
    -------
    dict of str to list
        ``kept``, ``moved``, ``lost`` and ``new``: ids of mentions and statements. ``changed``: mention, old words, new
        words. ``reworded``: mention or statement, old sentence, new sentence, with their headings where these changed.
        ``followed``: claim, column, old and new cell, other than of a changed number. ``stale``: claim, columns that
        were entered by hand and stay.
    """
    folder, text = Path(folder), document.text
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such article; leave out --update to make it"])
    with writing(folder, "mentions", "claims") as tables:
        changes = _follow(tables.rows, Alignment(decode(folder / "article.txt", "article.txt"), text), folder)
        toml = decode(folder / "article.toml", "article.toml")
        toml = re.sub(r'(?m)^sha256 = "[0-9a-f]*"$', sha256_of(text), toml)
        toml = re.sub(r"(?m)^read_on = .*$", f"read_on = {date.today()}", toml)
        tables.texts = {folder / "article.txt": text, folder / "article.toml": toml}
    return changes


def _follow(rows: Rows, both: Alignment, folder: Path) -> dict[str, list]:
    """Move the rows to their places in the new text, and draft what is new in it; report each."""
    when, home = str(draft.about(folder).get("period", "")), project_of(folder)
    anchors = [(row["mention"], row) for row in rows["mentions"]]
    anchors += [(row["claim"], row) for row in rows["claims"] if not row["mention"]]
    old, new = _Numbers(both.old), _Numbers(both.new)
    places = {name: place for name, row in anchors if (place := _find(row, both, old, new))}
    changes: dict[str, list] = {
        "kept": [],
        "moved": [],
        "changed": [],
        "reworded": [],
        "followed": [],
        "stale": [],
        "lost": [],
    }
    hanging = {row["mention"] for row in rows["claims"]}
    claimed = [row for row in rows["mentions"] if row["mention"] in hanging]
    was = rows_of.read(both.old, when, home, rows_of.starts(claimed), list(old.values()))
    before = rows_of.claims_at(was, claimed)
    for name, row in anchors:
        if name in places:
            _note(changes, name, row, places[name], both)
        else:
            changes["lost"].append(name)
    claimed = [row for row in claimed if row["mention"] in places]
    now = rows_of.read(both.new, when, home, rows_of.starts(claimed), list(new.values()))
    after = rows_of.claims_at(now, claimed)
    named = {name for name, *_ in changes["changed"]}
    for claim in (claim for claim in rows["claims"] if claim["mention"] in after):
        _renew(changes, claim, before[claim["mention"]], after[claim["mention"]], named)
    listed = [places[row["mention"]] for row in rows["mentions"] if row["mention"] in places]
    taken = {at for first, last in listed for at in range(first, last)}
    fresh = [m for m in new.values() if taken.isdisjoint(range(m.start, m.end))]
    return changes | {"new": rows_of.append(rows, now, fresh)}


def _find(row: Row, both: Alignment, old: _Numbers, new: _Numbers) -> Place | None:
    """Return where a row's words are in the new text, or the number that is there in their place, or None."""
    if not row["exact"] or not all(re.fullmatch(r"\d{1,9}", row[end], re.ASCII) for end in ("start", "end")):
        return None
    here = int(row["start"]), int(row["end"])
    if both.old[slice(*here)] != row["exact"]:
        return None
    place = both.whole(*here) or both.carried(*here)
    if here not in old:  # a statement, or a number that only a person sees: words and no more
        return place or both.only(row["exact"])
    if place and place in new and likeness(*both.sentences(here, place)) >= FOUND:
        return place
    return _instead(here, both, old, new)


def _instead(here: Place, both: Alignment, old: _Numbers, new: _Numbers) -> Place | None:
    """Return the place of the number that has replaced a number, if that is clear."""
    mine, theirs = both.around(*here)
    (first, last), (begin, end) = old.between(*mine), new.between(*theirs)
    if last - first != end - begin:
        return None
    place = new.places[begin + bisect_left(old.places, here) - first]
    alike = new[place].unit == old[here].unit and likeness(*both.sentences(here, place)) >= ALIKE
    return place if alike else None


def _note(changes: dict[str, list], name: str, row: Row, place: Place, both: Alignment) -> None:
    """Set a row to its new place; note what a person should know."""
    here, old = (int(row["start"]), int(row["end"])), dict(row)
    selector = select(both.new, *place)
    row |= {"start": str(selector.start), "end": str(selector.end), "exact": selector.exact}
    row |= {"prefix": selector.prefix, "suffix": selector.suffix}
    if old["exact"] != row["exact"]:
        changes["changed"].append((name, old["exact"], row["exact"]))
    else:
        changes["kept" if old["start"] == row["start"] else "moved"].append(name)
    said, says = both.sentences(here, place)
    above, now = both.headings(here, place)
    if said.replace(old["exact"], "", 1) != says.replace(row["exact"], "", 1):
        changes["reworded"].append((name, said, says))
    elif above != now:
        changes["reworded"].append((name, f"{above}: {said}", f"{now}: {says}"))


def _renew(changes: dict[str, list], claim: Row, old: Row, new: Row, named: Collection[str]) -> None:
    """Let the cells of a claim that are as drafted follow the text; report them, and the others that would.

    The number of a mention that is `named` as changed is not reported again.
    """
    stale: list[str] = []
    for columns in FOLLOW:
        if all(old[column] == new[column] for column in columns):
            continue
        if all(claim[column] == old[column] for column in columns):
            if columns != FOLLOW[0] or claim["mention"] not in named:
                changes["followed"] += [(claim["claim"], column, old[column], new[column]) for column in columns]
            claim |= {column: new[column] for column in columns}
        elif any(claim[column] != new[column] for column in columns):
            stale += columns
    _redraft(changes, claim, old, new)
    if stale:
        changes["stale"].append((claim["claim"], stale))


def _redraft(changes: dict[str, list], claim: Row, old: Row, new: Row) -> None:
    """Let drafted cells that nobody has confirmed follow the text, and report them; a model's stay as they are."""
    places = dict(word.split(":") for word in new["drafted"].split())
    named = drafted_cells(claim)
    still = [name for name in named if name in DRAFTED and claim[name] == old[name]]
    for column in still:
        if claim[column] != new[column]:
            changes["followed"].append((claim["claim"], column, claim[column], new[column]))
            claim[column] = new[column]
    before = dict(word.split(":") for word in claim["drafted"].split())
    marks = {name: places.get(name, "") if name in still else before[name] for name in named}
    claim["drafted"] = " ".join(
        f"{name}:{place}" for name, place in marks.items() if place and (name in still or place == "model")
    )
