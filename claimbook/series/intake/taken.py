"""What is taken from a publisher: the cells of one series and all that its birth certificate says."""

from __future__ import annotations

from dataclasses import dataclass

from claimbook.series.intake.grid import Cell


@dataclass(frozen=True)
class Taken:
    """Cells with what the publisher says of them; what it does not say is empty.

    Parameters
    ----------
    cells : list of (str, str, str, str)
        Place, period, value and status.
    title, publisher, address, unit, definition, licence : str
    vintage : str
        The day of the last update, as ``YYYY-MM-DD``.
    notes : tuple of str
        What was left out.
    """

    cells: list[Cell]
    title: str = ""
    publisher: str = ""
    address: str = ""
    unit: str = ""
    definition: str = ""
    licence: str = ""
    vintage: str = ""
    notes: tuple[str, ...] = ()


def plain(words: object) -> str:
    """Return words on one line; a list is joined, and what is none is empty."""
    if isinstance(words, list):
        words = " ".join(map(plain, words))
    return " ".join(str(words).split()) if isinstance(words, str) else ""


def mapping(found: object) -> dict[str, object]:
    """Return a JSON object, or an empty one where something else came."""
    return found if isinstance(found, dict) else {}


def listing(found: object) -> list[object]:
    """Return a JSON list, or an empty one where something else came."""
    return found if isinstance(found, list) else []
