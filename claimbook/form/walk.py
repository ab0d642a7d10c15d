"""Ways through the stops of an article: each returns where it leads, and a sentence if there is no way on."""

from collections.abc import Mapping, Sequence

from claimbook.form.changes import Stop, find
from claimbook.form.stops import Tables, stops

End = tuple[Stop | None, str]  # where a way leads, and what there is to say


def by_steps(order: Sequence[Stop], at: Stop | None, steps: int) -> End:
    """Move on by some stops, not beyond the ends."""
    if at is None:
        return None, ""
    wanted = order.index(at) + steps
    there = max(0, min(wanted, len(order) - 1))
    return order[there], "" if there == wanted else "This is the last." if steps > 0 else "This is the first."


def by_name(rows: Tables, at: Stop | None, name: str) -> End:
    """Move to the number or statement with an id, or to the number of a claim with it."""
    claim = find(rows, "claims", name)
    wanted = claim["mention"] if claim and claim["mention"] else name
    found = next((stop for stop in stops(rows) if stop.id == wanted), None)
    return found or at, "" if found else f"There is no number or claim “{name}”; ids are such as m01 or c01."


def to_open(states: Mapping[Stop, str], at: Stop | None) -> End:
    """Move to the next stop that is not done, from the start again after the end."""
    order = list(states)
    here = order.index(at) + 1 if at else 0
    found = next((stop for stop in order[here:] + order[:here] if states[stop] == "open"), None)
    return found or at, "" if found else "All are done."
