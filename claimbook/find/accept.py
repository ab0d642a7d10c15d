"""Take a found passage into the tables: its source, its figure, and a row of evidence that a person still judges."""

import hashlib
import re
import unicodedata
from datetime import date
from pathlib import Path

from claimbook import document
from claimbook.schema import TABLES
from claimbook.table import Problems, csv_of, highest, read_text, save_all

UNJUDGED = "Found in a document of one's own; nobody has judged yet how it stands to the claim."
TO_FILL = "(to be filled in)"
UNREVIEWED = "what it measures, and of whom, is the claim's until somebody has read the passage"


def accept(case, claim, passage, printed, docs, today=None):
    """Append a passage to ``sources.csv``, ``figures.csv`` and ``evidence.csv``, all three or none.

    The relation is ``context``, which decides nothing, until a person sets another.

    Parameters
    ----------
    case : Case or Draft
    claim : Claim
    passage : Passage
    printed : str
        The number as the passage prints it; empty where it is words that bear on the claim, to be filled in.
    docs : path-like
        The folder that was searched.
    today : datetime.date, optional

    Returns
    -------
    tuple of str
        Ids of the source, the figure and the row of evidence.

    Raises
    ------
    Problems
    """
    shared = case.home / "data" / "sources"
    paths = {"sources": shared / "sources.csv", "figures": shared / "figures.csv"}
    paths |= {"evidence": case.folder / "evidence.csv"}
    rows = {name: read_text(path, name) for name, path in paths.items()}
    new = rows_for(rows, claim, passage, printed, docs, today)
    save_all({path: csv_of(name, rows[name] + new[name]) for name, path in paths.items() if new[name]})
    judged = new["evidence"][0]
    figure = next(row for row in rows["figures"] + new["figures"] if row["figure"] == judged["figure"])
    return figure["source"], judged["figure"], judged["evidence"]


def rows_for(rows, claim, passage, printed, docs, today=None):
    """Return the rows that a passage adds; a source or figure that is there already is used again.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``sources``, ``figures`` and ``evidence`` as they are.
    claim, passage, printed, docs, today
        As for `accept`.

    Returns
    -------
    dict of str to list of dict
        Of sources and figures none or one, of evidence one.

    Raises
    ------
    Problems
        If the passage does not print the number, or its file cannot be read any more.
    """
    number = next((n for n in passage.numbers if n[3] == printed), None)
    if printed and number is None:
        raise Problems([f"{passage.document}: the passage prints no number “{printed}”; choose another"])
    source = _source(rows["sources"], Path(docs), passage.document, today or date.today())
    says = {"source": source["source"], **_printed(claim, passage, number)}
    figure = next((row for row in rows["figures"] if says.items() <= row.items()), None)
    figure = figure or _row("figures", figure=_next(rows["figures"], "figure", "f"), **says)
    evidence = _row("evidence", evidence=_next(rows["evidence"], "evidence", "e"), claim=claim.id,
                    figure=figure["figure"], relation="context", reason=UNJUDGED)  # fmt: skip
    new = {"sources": source, "figures": figure, "evidence": evidence}
    return {name: [row] if row not in rows[name] else [] for name, row in new.items()}


def digest(passage):
    """Return the SHA-256 of a passage, as ``figures.csv`` keeps it."""
    folded = " ".join(unicodedata.normalize("NFC", passage.text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


def _row(table, **cells):
    return dict.fromkeys(TABLES[table], "") | cells


def _next(rows, column, letter):
    return f"{letter}{highest((row[column] for row in rows), letter) + 1:03}"


def _source(rows, docs, name, today):
    """Return the row of the source that a file is: the one that names its digest or address, or a new one."""
    try:
        found, number = document.read(docs / name), hashlib.sha256((docs / name).read_bytes()).hexdigest()[:12]
    except (document.Unreadable, OSError) as error:
        raise Problems([f"{name}: cannot be read any more ({error}); nothing was taken in"]) from None
    url, note = found.url if re.match(r"https?://", found.url) else "", f"from the file {name}, sha256 {number}"
    known = (row for row in rows if row["note"] == note or (url and row["url"] == url))
    return next(known, None) or _row(
        "sources",
        source=_slug(rows, name, number),
        title=found.title or Path(name).name,
        publisher=found.publisher or TO_FILL,
        author=found.author or TO_FILL,
        url=url,
        published=found.published,
        tier="tertiary",
        tier_reason="nobody has judged yet who says it",
        copy="repost",
        origin=found.publisher or _slug(rows, name, number),
        read="stored copy",
        read_on=str(today),
        note=note,
    )


def _slug(rows, name, number):
    """Return an id for a file that no other source has."""
    words = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")
    taken = {row["source"] for row in rows}
    return next(slug for slug in (words, number, f"{words}-{number}") if slug and slug not in taken)


def _printed(claim, passage, number):
    page = f"page {passage.page}; " if passage.page else ""
    says = {
        "metric": claim.metric or TO_FILL,
        "entity": claim.subject or TO_FILL,
        "population": claim.population or TO_FILL,
        "passage_sha256": digest(passage),
        "note": page + UNREVIEWED,
    }
    if number is None:
        return says | {"value": TO_FILL, "as_printed": TO_FILL}
    low, high, unit, words = number
    ends = {"low": f"{low:.15g}", "high": f"{high:.15g}", "unit": unit}
    return says | ends | {"comparator": "=", "precision": "rounded", "as_printed": words}
