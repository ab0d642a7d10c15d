"""The numbers of the first screen: one bar, and the counts in full."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from claimbook.case.case import Case
from claimbook.judge.verdict import SUB_REASONS, Label, Verdict, single
from claimbook.report import ORDER

ROWS = [*(name for name in ORDER if name is not Label.UNSUPPORTED), Label.UNSUPPORTED]


class Count(NamedTuple):
    """How many verdicts are one, for one reason; how many of them have a caveat; and where its bar starts and ends.

    ``why`` is empty where the verdict is counted as a whole; ``start`` and ``width`` are in percent.
    """

    verdict: Label
    why: str
    n: int
    caveats: int
    start: float
    width: float


def bar(case: Case) -> list[Count]:
    """Return the parts of the bar of all numeric claims, unsupported split by why."""
    made = [count for count in tally(case, numbers=True)["rows"] if count.why or count.verdict is not Label.UNSUPPORTED]
    made, at = [count for count in made if count.n], 0.0
    placed = []
    for count in made:
        placed.append(count._replace(start=at))
        at += count.width
    return placed


def tally(case: Case, numbers: bool) -> dict[str, Any]:
    """Count verdicts as rows of `Count`; unsupported is counted, then split by why, and is never one bar."""
    chosen = [verdict for name, verdict in case.verdicts.items() if case.claims[name].is_number == numbers]
    rows = [_count(name, "", [one for one in chosen if one.verdict is name], len(chosen)) for name in ROWS]
    for why in SUB_REASONS:
        rows.append(_count(Label.UNSUPPORTED, why, [one for one in chosen if single(one) == why], len(chosen)))
    return {"claims": len(chosen), "rows": rows}


def _count(name: Label, why: str, chosen: Iterable[Verdict], of: int) -> Count:
    found = list(chosen)
    return Count(name, why, len(found), sum(bool(one.caveat) for one in found), 0.0, 100 * len(found) / of if of else 0.0)
