"""What is drafted of one number, and which numbers belong to the claim of another: its parts and its repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimbook.mention import Mention
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Role

TABLE, DRAFTED = "table", ("statement_en", "statement_zh", "subject", "metric", "population", "period")


@dataclass
class Cells:
    """What is drafted of one number.

    Parameters
    ----------
    role : Role
    row : dict
        The drafted cells of its claim; those that are empty are left out.
    places : dict
        Where each was read: ``clause``, ``sentence``, ``paragraph``, ``heading``, ``table`` or ``pattern``.
    of : int or None
        For a part or a repeat of a claim: where the number of that claim starts.
    """

    role: Role
    row: Row = field(default_factory=dict)
    places: Row = field(default_factory=dict)
    of: int | None = None

    def put(self, column: str, cell: str, place: str) -> None:
        """Put a cell in, if there is one."""
        if cell:
            self.row[column], self.places[column] = cell, place

    @property
    def drafted(self) -> str:
        """The drafted cells with their places, as the column ``drafted`` holds them."""
        return " ".join(f"{column}:{place}" for column, place in self.places.items())


def parts(text: str, found: Sequence[Mention], cells: dict[int, Cells]) -> None:
    """Give each part of a claim the claim that it belongs to: the next of its sentence, else the one before."""
    for at, mention in enumerate(found):
        cell = cells[mention.start]
        if cell.role != Role.CONDITION:
            continue
        near = [one for one in [*found[at + 1 : at + 4], *reversed(found[max(0, at - 4) : at])]
                if cells[one.start].role == Role.CLAIM and _together(text, one, mention)]  # fmt: skip
        cell.role, cell.of = (Role.CONDITION, near[0].start) if near else (Role.OTHER, None)


def _together(text: str, one: Mention, other: Mention) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return not re.search(r"[。！？\n]|[.!?]\s", between)


def repeats(found: Iterable[Mention], cells: dict[int, Cells]) -> None:
    """Call a number a repeat where a claim before says the same of the same subject, metric and period."""
    known: dict[tuple[object, ...], int] = {}
    for mention in found:
        cell = cells[mention.start]
        if cell.role != Role.CLAIM or cell.places.get("metric") not in ("clause", TABLE) or mention.low is None:
            continue
        says = (
            mention.low,
            mention.high,
            mention.unit,
            *(cell.row.get(name, "") for name in ("metric", "period", "subject")),
        )
        first = known.setdefault(says, mention.start)
        if first != mention.start:
            cell.role, cell.of = Role.REPEAT, first
