"""Hand the result on: the computed verdicts as a table and as a picture."""

import io
from pathlib import Path

import pandas as pd

from claimbook import plot, report
from claimbook.case.case import Case
from claimbook.tables.writer import locked, save

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


def verdicts(case: Case, inert: bool = True) -> pd.DataFrame:
    """Return `claimbook.report.verdict_rows` as a table of text.

    Parameters
    ----------
    case : Case
    inert : bool
        Whether cells are `defused`.
    """
    return pd.DataFrame(report.verdict_rows(case), dtype=str).map(defused if inert else str)


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
        save(verdicts(case).to_csv(index=False, lineterminator="\n"), path)
    return path
