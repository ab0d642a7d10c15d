"""Fetch a frozen series again, and say what its publisher has revised, cell by cell; the new vintage is kept beside."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from claimbook.recheck.visit import BLOCKED, GONE
from claimbook.series import frozen
from claimbook.series.intake import Asker, Wanted, choice_of, freeze, lines_of, take
from claimbook.tables.cells import Line, file_of, read_cells
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.series.intake.taken import Taken
    from claimbook.tables.schema import Row
    from claimbook.web import Visitor

FEW = 6  # revised cells that a note names; the rest is counted


class Revision(NamedTuple):
    """A cell that says something else now; what is not there is empty."""

    place: str
    period: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.place} {self.period}: {self.before or 'none'} → {self.after or 'none'}"


def recheck_series(home: Path, certificate: Row, figures: Mapping[str, str], visitor: Visitor, today: str) -> Row:
    """Fetch a series again, freeze what has changed as another vintage, and return the cells of its row.

    Parameters
    ----------
    home : Path
        The workspace.
    certificate : dict of str to str
        Its row of ``series.csv``.
    figures : dict of str to str
        The digests of the cells that the article's figures are, by the figures' ids.
    visitor : Visitor
    today : str

    Returns
    -------
    dict of str to str
        Of ``rechecks.csv``, without the source and the day.
    """
    asker = Asker(visitor)
    try:
        taken = take(Wanted(certificate["series"], certificate["address"], choice_of(certificate["choice"])), asker)
    except Problems as problems:
        return _not_read(asker.status, problems)
    taken, before = replace(taken, unit=certificate["unit"]), read_cells(home, certificate)
    after = lines_of(taken)
    changed = revisions(before, after)
    kept = [f"kept as {_kept(home, certificate, taken, asker, today)}"] if changed else []
    note = "; ".join([_note(changed, len(before)), *kept])
    found = {"status": "200", "url": certificate["address"], "note": note}
    return found | _standing(after, figures)


def _standing(after: Sequence[Line], figures: Mapping[str, str]) -> Row:
    """Return which figures are cells as they were, and which are not."""
    there = {line.sha256 for line in after}
    gone = sorted(name for name, digest in figures.items() if digest not in there)
    return {
        "outcome": Visit.CHANGED if gone else Visit.AS_PRINTED,
        "sha256": hashlib.sha256(file_of(after).encode()).hexdigest(),
        "figures_standing": " ".join(name for name in figures if name not in gone),
        "figures_gone": " ".join(gone),
    }


def revisions(before: Sequence[Line], after: Sequence[Line]) -> list[Revision]:
    """Return the cells whose number is another now, with those that are new or gone."""
    old, new = ({(line.place, line.period): line.value for line in lines} for lines in (before, after))
    keys = sorted({*old, *new})
    return [Revision(*key, old.get(key, ""), new.get(key, "")) for key in keys if old.get(key, "") != new.get(key, "")]


def _note(changed: Sequence[Revision], count: int) -> str:
    """Say how many cells are revised, new or gone, and name the first."""
    if not changed:
        return "no cell was revised"
    revised = [one for one in changed if one.before and one.after]
    new, gone = sum(not one.before for one in changed), sum(not one.after for one in changed)
    few = [*revised, *(one for one in changed if one not in revised)][:FEW]
    more = [f"and {len(changed) - FEW} more"] if len(changed) > FEW else []
    return f"of {count} cells {len(revised)} revised, {new} new, {gone} gone: {'; '.join([*map(str, few), *more])}"


def _kept(home: Path, certificate: Row, taken: Taken, asker: Asker, today: str) -> str:
    """Freeze the new vintage under an id of its own, unless it is there, and return the id."""
    vintage = taken.vintage if re.fullmatch(r"\d{4}-\d{2}-\d{2}", taken.vintage) else today
    there = {row["series"] for row in frozen.certificates(home)}
    base = frozen.base(certificate["series"])
    if vintage == certificate["vintage"] or f"{base}@{vintage}" in there:
        vintage = today  # revised without a word
    name = f"{base}@{vintage}"
    if name not in there:
        made = replace(
            taken,
            vintage=vintage,
            title=certificate["title"],
            publisher=certificate["publisher"],
            licence=certificate["licence"] or taken.licence,
            definition=certificate["definition"],
        )
        freeze(home, name, made, "; ".join(asker.asked), date.fromisoformat(today), certificate["choice"])
    return name


def _not_read(status: int, problems: Problems) -> Row:
    """Return why there is no answer; one that came and could not be read has changed."""
    outcome = Visit.CHANGED if status == 200 else Visit.UNREACHABLE
    outcome = Visit.GONE if status in GONE else Visit.BLOCKED if status in BLOCKED else outcome
    return {"outcome": outcome, "status": str(status) if status else "", "note": problems.sentences[0]}
