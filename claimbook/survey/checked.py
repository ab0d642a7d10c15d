"""Which numbers of a survey were checked before: same metric, place and period, and a value that is near.

Another's verdict is shown with what could not be compared, and is never taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.survey.keys import WORDS, head_of
from claimbook.survey.rows import rows
from claimbook.survey.texts import Text

if TYPE_CHECKING:
    import duckdb
    import pandas

    from claimbook.survey.reviews import Review

NEAR = 0.05  # of a value: how far another may be from it
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
HAN_WORD = re.compile("[\u4e00-\u9fff]{2,}")
COLUMNS = ("number", "address", "date", "sentence", "claim", "verdict", "by", "reviewed", "at", "value", "unstated")
# The numbers that have unit and head of one that was reviewed, and are near it.
NEARBY = """
    with reviewed as (select * from given),
    found as (
        select r.place as review, m.doc, m.sentence, m.exact, m.metric, m.place, m.date, m.value = r.low as same
        from mentions m join reviewed r on m.unit = r.unit and m.head = r.head
        where m.quantity <> 0 and m.value <= r.most and try_cast(m.high as double) >= r.least
    )
    select review, exact, metric, place, found.date, same, address, title, s.text
    from found join documents using (doc) join (
        select doc, sentence, text from sentences where doc in (select doc from found)
    ) s on s.doc = found.doc and s.sentence = found.sentence
    order by address, found.sentence, exact, review
"""


@dataclass(frozen=True)
class Number:
    """A number of a claim that was reviewed, as a survey reads one."""

    review: Review
    claim: str
    metric: str
    place: str
    unit: str
    low: float
    high: float

    @property
    def years(self) -> frozenset[str]:
        """The years that the claim names."""
        return years(self.claim)


def match(base: duckdb.DuckDBPyConnection, reviews: Iterable[Review]) -> pandas.DataFrame:
    """Return the numbers of a survey that were checked before, with the verdict of those who did.

    Parameters
    ----------
    base : duckdb connection
        Of `Survey.base`.
    reviews : iterable of Review

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`: the number with its page, day and sentence; the claim that was reviewed, the verdict, who gave it,
        when and where; ``same`` or ``near`` value; and what one of the two does not state.
    """
    import pandas as pd

    known = [number for review in reviews for number in numbers(review)]
    base.register("given", _table(known))
    try:
        rows_ = base.execute(NEARBY).fetchall()
    finally:
        base.unregister("given")
    found = dict.fromkeys(one for row in rows_ if (one := _row(known[row[0]], *row[1:])))
    return pd.DataFrame(list(found), columns=list(COLUMNS))


def numbers(review: Review) -> Iterator[Number]:
    """Yield the numbers of a claim that measure something."""
    for claim in review.claims:
        for row in rows([Text("", claim)], signed=False)["mentions"].to_pylist():
            if row["quantity"] and row["head"]:
                yield Number(review, claim, row["metric"], row["place"], row["unit"], row["value"], float(row["high"]))


def alike(one: str, other: str) -> bool:
    """Return whether two phrases name one metric: one ends with the other, or they have most of their words in common.

    Examples
    --------
    >>> alike("微粒贷通过率", "通过率"), alike("通过率", "渗透率"), alike("jobless rate", "the rate of jobless")
    (True, False, True)
    """
    if HAN_WORD.search(one) or HAN_WORD.search(other):
        return len(min(one, other, key=len)) > 1 and (one.endswith(other) or other.endswith(one))
    first, second = ({head_of(word) for word in WORDS.findall(phrase)} - {"the", "of", "a"} for phrase in (one, other))
    return bool(first & second) and len(first & second) >= 0.5 * max(len(first), len(second))


def years(text: str) -> frozenset[str]:
    """Return the years that a text names.

    Examples
    --------
    >>> sorted(years("from 2019 to 2023年, 120231"))
    ['2019', '2023']
    """
    return frozenset(YEAR.findall(text))


def _table(known: list[Number]) -> object:
    import pyarrow as pa

    widths = [NEAR * max(abs(one.low), abs(one.high)) for one in known]
    return pa.table(
        {
            "place": pa.array(range(len(known)), pa.int32()),
            "unit": pa.array([one.unit for one in known], pa.string()),
            "head": pa.array([head_of(one.metric) for one in known], pa.string()),
            "low": pa.array([one.low for one in known], pa.float64()),
            "least": pa.array([one.low - width for one, width in zip(known, widths, strict=True)], pa.float64()),
            "most": pa.array([one.high + width for one, width in zip(known, widths, strict=True)], pa.float64()),
        }
    )


def _row(
    number: Number, exact: str, metric: str, place: str, date: object, same: bool, address: str, title: str, text: str
) -> tuple[str, ...] | None:
    """Return a number that was checked before as a row; None where metric, place or period differ."""
    here, there = years(f"{text} {title}"), number.years
    if (
        not alike(metric, number.metric)
        or (place and number.place and place != number.place)
        or (here and there and not here & there)
    ):
        return None
    unstated = [name for name, *both in (("place", place, number.place), ("period", here, there)) if not all(both)]
    review = number.review
    return (exact, address, str(date or ""), text, number.claim, review.verdict, review.by, review.date, review.address,
            "same" if same else "near", ", ".join(unstated))  # fmt: skip
