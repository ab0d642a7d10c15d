"""Where the reviewer stands, and how far it is: the part of a session that changes no cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.form import stops
from claimbook.form.changes import find

if TYPE_CHECKING:
    from claimbook.form.changes import Change, Step
    from claimbook.form.faults import Faults
    from claimbook.form.files import Files
    from claimbook.form.stops import Fields, Stop
    from claimbook.tables.schema import Rows


class Walk:
    """A way through the stops of an article; what is asked of a session is its rows, text, faults and files."""

    rows: Rows
    text: str
    faults: Faults
    files: Files
    at: Stop | None
    note: str
    done: list[Step]
    pending: list[list[Change]]
    conflict: tuple[str, ...]

    @property
    def stops(self) -> list[Stop]:
        """All numbers and statements, in the order of the article."""
        return stops.stops(self.rows)

    def go(self, steps: int) -> None:
        """Move on by some stops, not beyond the ends."""
        here = self.stops.index(self.at) if self.at else 0
        there = max(0, min(here + steps, len(self.stops) - 1))
        self.note = "" if there == here + steps else f"This is the {'last' if steps > 0 else 'first'}."
        self._stand(self.stops[there] if self.at else None)

    def go_to(self, name: str) -> None:
        """Move to the number or statement with an id, or to the number that a claim hangs on."""
        claim = find(self.rows, "claims", name)
        wanted = claim["mention"] if claim and claim["mention"] else name
        found = next((stop for stop in self.stops if stop.id == wanted), None)
        self.note = "" if found else f"There is no number or claim “{name}”; ids are such as m01 or c01."
        self._stand(found or self.at)

    def go_undecided(self) -> None:
        """Move to the next stop that is not done, from the start again after the end."""
        states = self.states
        order = list(states)
        here = order.index(self.at) + 1 if self.at else 0
        found = next((stop for stop in order[here:] + order[:here] if states[stop] == "open"), None)
        self.note = "" if found else "All are done."
        self._stand(found or self.at)

    def _stand(self, stop: Stop | None) -> None:
        self.at = stop
        if self.done and self.done[-1].stop == stop:
            self.done[-1].typed = ()  # what is typed after a return is another undo
        if not self.pending:
            self.conflict = self.files.changed()

    def fields(self, stop: Stop | None = None) -> Fields:
        """Return the rows of a stop, by default the one where the reviewer stands, with what each lacks."""
        shown = stop or self.at
        if shown is None:
            raise ValueError("the article has no numbers")
        return stops.fields(self.rows, self.text, self.faults, shown)

    @property
    def states(self) -> dict[Stop, str]:
        """Whether each stop is ``done``, ``open`` or ``other``."""
        return stops.states(self.rows, self.text, self.faults)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the claims and conditions are done, and how many there are."""
        found = list(self.states.values())
        return found.count("done"), len(found) - found.count("other")
