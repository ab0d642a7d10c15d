"""The numbers of the first screen: one bar, and the counts in full."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from claimbook import report
from claimbook.case.case import Case
from claimbook.judge.verdict import SUB_REASONS, Label, Verdict, single
from claimbook.language.phrase import LANGUAGES, Spoken, phrase

ROWS = [*(name for name in report.ORDER if name is not Label.UNSUPPORTED), Label.UNSUPPORTED]


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

    @classmethod
    def read(cls, row: list[Any]) -> "Count":
        """Read a count that was written as JSON."""
        return cls(Label(row[0]), *row[1:])


def about(case: Case) -> dict[str, Any]:
    """Return what an index says of an article: its id, its titles, the answer in both languages and the bar."""
    names = ("id", "title", "title_en", "language")
    said = [report.answer(case).said(language, case.book) for language in LANGUAGES]
    return {name: getattr(case.article, name) for name in names} | {"answer": said, "bar": bar(case)}


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
    rows = [_counted(name, "", [one for one in chosen if one.verdict is name], len(chosen)) for name in ROWS]
    for why in SUB_REASONS:
        rows.append(_counted(Label.UNSUPPORTED, why, [one for one in chosen if single(one) == why], len(chosen)))
    return {"claims": len(chosen), "rows": rows}


def _counted(name: Label, why: str, chosen: Iterable[Verdict], of: int) -> Count:
    found = list(chosen)
    return Count(
        name, why, len(found), sum(bool(one.caveat) for one in found), 0.0, 100 * len(found) / of if of else 0.0
    )


def with_caveats(count: Count, what: Spoken) -> Spoken:
    """Say what was counted, and how many of them have a caveat."""
    if not count.caveats:
        return what
    if count.caveats == count.n:
        return phrase("{what} (with a caveat)", what=what)
    return phrase("{what} ({n} with a caveat)", what=what, n=count.caveats)
