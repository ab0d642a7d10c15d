"""Whether every number of a statement is one of its quotation, read by our own extractor."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING

from claimbook.case.printed import prints_another_number
from claimbook.mention import Mention, mentions
from claimbook.mention.rate import rate
from claimbook.quantity.period import Period, period
from claimbook.quantity.unit import split

if TYPE_CHECKING:
    from claimbook.tables.schema import Row


def number_faults(words: str, quote: str, claim: Row, whens: Collection[str]) -> Iterator[str]:
    """Yield the numbers of a statement that its quotation does not have, with unit and comparator.

    A date may be one that is allowed instead.

    Parameters
    ----------
    words, quote : str
    claim : dict of str to str
        The row; its own number must be said.
    whens : collection of str
        Its period, where a person confirmed it; else the dates that the text or its date allows.
    """
    there = [(one, rate(quote, one)) for one in mentions(quote)]
    for one in mentions(words):
        if _is_date(one):
            said = [*whens, *(other.iso or other.exact for other, _ in there)]
            if not any(_dated(one, when) for when in said):
                yield f"“{one.exact}” is neither in the quotation nor a date that the claim may have"
        elif not any(_same(one, rate(words, one), other, unit) for other, unit in there):
            yield f"“{one.exact}” is not in the quotation with its unit and comparator"
    if claim["low"] and (prints_another_number(words, claim) or not _prints(words, claim)):
        yield "it does not say the number of the claim"


def _is_date(one: Mention) -> bool:
    return one.kind in ("date", "clock", "schedule")


def _dated(one: Mention, when: str) -> bool:
    """Return whether a date is one that is allowed, or a wider one around it; a month of an allowed year is neither."""
    said = one.iso or one.exact
    spans, allowed = [_span(end) for end in said.split("/")], [_span(end) for end in when.split("/") if end]
    if None not in [*spans, *allowed]:
        return all(any(_holds(span, other) for other in allowed) for span in spans)
    years = re.findall(r"\d{4}", said)
    return all(year in when for year in years) if years else bool(said) and (said in when or one.exact in when)


def _span(when: str) -> Period | None:
    """Return the days of a year, half, quarter, month or day; None of anything else."""
    found = re.fullmatch(r"(\d{4})-([QH])([1-4])", when, re.ASCII)
    if found:
        months = 3 if found[2] == "Q" else 6
        last = int(found[3]) * months
        when = f"{found[1]}-{last - months + 1:02}/{found[1]}-{last:02}"
    elif not re.fullmatch(r"\d{4}(-\d\d){0,2}", when, re.ASCII):
        return None
    with suppress(ValueError):
        return period(when)
    return None


def _holds(span: Period | None, other: Period | None) -> bool:
    return span is not None and other is not None and span.first <= other.first and other.last <= span.last


def _same(one: Mention, unit: str, other: Mention, its_unit: str) -> bool:
    (counted, per), (its_counted, its_per) = split(unit), split(its_unit)
    units = counted == its_counted and (per == its_per or not (per and its_per))
    return units and one.readings == other.readings and one.comparator == other.comparator


def _prints(words: str, claim: Row) -> bool:
    """Return whether words print a number of the claim's unit and size, whatever its sign."""
    counted, _ = split(claim["unit"])
    ends = abs(Decimal(claim["low"])), abs(Decimal(claim["high"]))
    said = [one for one in mentions(words) if one.unit == counted and one.low is not None]
    return any(sorted(map(abs, filter(None, one.readings))) == sorted(ends) or Decimal(0) in ends for one in said)
