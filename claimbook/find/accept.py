"""Take a found passage into the tables: its source, its figure, and a row of evidence that a person still judges."""

import hashlib
import re
import unicodedata
from datetime import date
from pathlib import Path

from claimbook import document
from claimbook.schema import TABLES
from claimbook.table import Problems, csv_of, read_text, save_all

UNJUDGED = "Found in a document of one's own; nobody has judged yet how it stands to the claim."


def accept(case, claim, passage, printed, docs, today=None):
    """Append a passage to ``sources.csv``, ``figures.csv`` and ``evidence.csv``, all three or none.

    The relation is ``context``, which decides nothing, until a person sets another.

    Parameters
    ----------
    case : Case
    claim : Claim
    passage : Passage
    printed : str
        The number as the passage prints it.
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
    number = next((n for n in passage.numbers if n[3] == printed), None)
    if number is None:
        raise Problems([f"{passage.document}: the passage prints no number “{printed}”; choose another"])
    shared = case.home / "data" / "sources"
    paths = {"sources": shared / "sources.csv", "figures": shared / "figures.csv"}
    paths |= {"evidence": case.folder / "evidence.csv"}
    rows = {name: read_text(path, name) for name, path in paths.items()}
    source = _source(rows["sources"], Path(docs) / passage.document, today or date.today())
    figure, evidence = _next(rows, "figure", "f"), _next(rows, "evidence", "e")
    rows["figures"].append(_row("figures", figure=figure, source=source, **_printed(claim, passage, number)))
    judged = {"claim": claim.id, "figure": figure, "relation": "context", "reason": UNJUDGED}
    rows["evidence"].append(_row("evidence", evidence=evidence, **judged))
    save_all({path: csv_of(name, rows[name]) for name, path in paths.items()})
    return source, figure, evidence


def _row(table, **cells):
    return dict.fromkeys(TABLES[table], "") | cells


def _next(rows, column, letter):
    """Return the id after the last one of a table."""
    ids = (row[column][1:] for row in rows["figures" if column == "figure" else column])
    return f"{letter}{max((int(number) for number in ids if number.isdecimal()), default=0) + 1:03}"


def _source(rows, path, today):
    """Return the id of the source of a file; append its row where there is none."""
    found = document.read(path)
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    slug = slug or hashlib.sha256(path.name.encode()).hexdigest()[:8]
    if any(row["source"] == slug for row in rows):
        return slug
    url = found.url if re.match(r"https?://", found.url) else f"https://example.invalid/{slug}"
    rows.append(
        _row(
            "sources",
            source=slug,
            title=found.title or path.name,
            publisher=found.publisher or "(to be filled in)",
            author=found.author or "(to be filled in)",
            url=url,
            published=found.published,
            tier="tertiary",
            tier_reason="nobody has judged yet who says it",
            copy="repost",
            origin=slug,
            read="stored copy",
            read_on=str(today),
            note=f"from the file {path.name}",
        )
    )
    return slug


def _printed(claim, passage, number):
    low, high, unit, words = number
    folded = " ".join(unicodedata.normalize("NFC", passage.text).split())
    return {
        "metric": claim.metric,
        "entity": claim.subject,
        "population": claim.population,
        "low": f"{low:.15g}",
        "high": f"{high:.15g}",
        "unit": unit,
        "comparator": "=",
        "precision": "rounded",
        "as_printed": words,
        "passage_sha256": hashlib.sha256(folded.encode()).hexdigest(),
        "note": f"page {passage.page}" if passage.page else "",
    }
