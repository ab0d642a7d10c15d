"""Hand the result on: the computed verdicts as a table and as a picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import plot, report
from claimbook.case.case import Case
from claimbook.tables.writer import locked, save

if TYPE_CHECKING:
    import pandas

COLUMNS = {
    "claim": "the claim",
    "verdict": "the verdict",
    "rule": "the rule that made it",
    "confidence": "how sure: low, moderate, high; of an unsupported claim, how well it was searched",
    "sub_reasons": "why unsupported",
    "reason": "the reason in words",
    "caveat": "what must be said beside it",
    "evidence": "ids of the evidence",
    "checks": "ids of the checks",
    "stable": "whether another policy changes it",
    "flips": "what it would be, under which policies",
}
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'")


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: one apostrophe goes before it, and one may be taken off.

    Examples
    --------
    >>> defused("=1+1"), defused("18%")
    ("'=1+1", '18%')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]], written: Callable[[str], str] = defused) -> str:
    """Return rows as CSV, each cell as `written` returns it."""
    content = io.StringIO()
    writer = csv.writer(content, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([written(row[column]) for column in columns] for row in rows)
    return content.getvalue()


def verdicts(case: Case, inert: bool = True) -> pandas.DataFrame:
    """Return `claimbook.report.verdict_rows` as a table of text.

    Parameters
    ----------
    case : Case
    inert : bool
        Whether cells are `defused`.
    """
    import pandas

    return pandas.DataFrame(report.verdict_rows(case), columns=list(COLUMNS), dtype=str).map(defused if inert else str)


def write_picture(case: Case) -> Path | None:
    """Draw the verdicts by section as a PNG beside the article, and return its path; None where there is no claim."""
    path = case.folder / "verdicts.png"
    drawn = plot.verdicts_by_section(case)
    if not drawn:
        return None
    picture = io.BytesIO()
    drawn.savefig(picture, dpi=110, bbox_inches="tight", metadata={"Software": None})
    with locked(case.home):
        save(picture.getvalue(), path)
    return path


def write_verdicts(case: Case) -> Path:
    """Write ``verdicts.csv`` beside the article, and return its path."""
    path = case.folder / "verdicts.csv"
    with locked(case.home):
        save(csv_text(list(COLUMNS), report.verdict_rows(case)), path)
    return path
