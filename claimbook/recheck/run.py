"""Recheck an article's sources one after the other; each leaves its row before the next is visited."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from claimbook.recheck.series import recheck_series
from claimbook.recheck.visit import plain, visit
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.writer import writing

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.case.case import Case
    from claimbook.judge.source import Figure, Source
    from claimbook.recheck.archive import Archive
    from claimbook.recheck.snapshot import Shelf
    from claimbook.tables.schema import Row
    from claimbook.web import Visitor


def due(case: Case, today: str, only: Collection[str] = (), again: bool = False) -> tuple[list[Source], int]:
    """Return the sources to visit, in the order of the table, and how many have a row of today.

    Parameters
    ----------
    case : Case
    today : str
    only : list of str
        Ids of sources; empty: all sources of the article's evidence that are on the web.
    again : bool
        Whether those with a row of today are visited too.

    Raises
    ------
    Problems
        If an id is not of a source with an address in the evidence.
    """
    behind = {source.id for item in case.evidence for source in item.figure.sources if source.url}
    strange = [name for name in only or () if name not in behind]
    if strange:
        raise Problems([_unknown(name, behind, case.article.id) for name in strange])
    path = case.folder / "rechecks.csv"
    rows = read_text(path, "rechecks") if path.exists() else []
    done = {row["source"] for row in rows if row["date"] == today and not again}
    wanted = [source for source in case.sources.values() if source.id in (set(only or ()) or behind)]
    return [source for source in wanted if source.id not in done], len([s for s in wanted if s.id in done])


def _unknown(name: str, behind: Iterable[str], article: str) -> str:
    near = difflib.get_close_matches(name, behind, 1)
    hint = f"did you mean {near[0]}?" if near else "the ids are in sources.csv"
    return f"--source: the evidence of {article} has no source “{name}” with an address; {hint}"


def rechecks(
    case: Case, sources: Iterable[Source], visitor: Visitor, shelf: Shelf, archive: Archive, today: str
) -> Iterator[dict[str, str]]:
    """Visit sources, and yield each one's row once it is written."""
    for source in sources:
        figures = [figure for figure in case.figures.values() if figure.source.id == source.id and not figure.parts]
        row = _of_series(case, source, figures, visitor, today)
        row = row or visit(source, figures, visitor, shelf, archive, today)
        record(case.folder, row)
        yield row


def _of_series(case: Case, source: Source, figures: list[Figure], visitor: Visitor, today: str) -> Row | None:
    """Fetch a source again that is a frozen series; None where it is a page."""
    name = next((row["series"] for row in case.tables["sources"] if row["source"] == source.id), "")
    certificate = next((row for row in case.tables["series"] if name and row["series"] == name), None)
    if certificate is None:
        return None
    digests = {row["figure"]: row["passage_sha256"] for row in case.tables["figures"]}
    cells = {figure.id: digests[figure.id] for figure in figures}
    blank = dict.fromkeys(("status", "url", "sha256", "figures_standing", "figures_gone", "archived", "note"), "")
    found = blank | recheck_series(case.home, certificate, cells, visitor, today)
    return found | {"source": source.id, "date": today, "note": plain(found["note"])}


def record(folder: Path, row: dict[str, str]) -> None:
    """Save a row of an article's rechecks, in place of one of the same source and day."""
    with writing(folder, "rechecks") as tables:
        rows = tables.rows["rechecks"]
        places = [at for at, old in enumerate(rows) if all(old[key] == row[key] for key in ("source", "date"))]
        if places:
            rows[places[0]] = row
        else:
            tables.add({"rechecks": [row]})
