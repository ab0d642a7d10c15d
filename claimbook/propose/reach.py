"""Which numbers of a text are near enough, and alike enough, to be of one computation."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from claimbook.judge.arithmetic import units
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence

NEAR = 240  # characters over which a reader still puts two numbers together
LEADS = re.compile(
    r"([\u4e00-\u9fff]{2}|\b[a-z]{4,})[^\w。;；]{0,4}(?:is|of|was|at|为|是|约|达)?[^\w。;；]{0,2}$", re.IGNORECASE
)
MOST = 24  # numbers of one sentence
RATIOS = ("percent", "percentage_point", "basis_point", "times", "rank", "")


@cache
def _base(unit: str) -> tuple[str, Decimal]:
    """Return the dimension of a unit, and what one of it is in the unit that the dimension is counted in."""
    try:
        based = units().Quantity(Decimal(1), unit or "dimensionless").to_base_units()
    except Exception:  # a word that is no unit has a dimension of its own
        return unit, Decimal(1)
    return (unit if unit in RATIOS else str(based.units)), Decimal(based.magnitude)


def size(number: Number) -> Decimal:
    """Return a number in the unit that its dimension is counted in: 9.2 megawatts in watts."""
    return number.value * _base(number.unit)[1]


def comparable(one: Number, other: Number) -> bool:
    """Return whether two numbers measure one kind of thing; counts only as far as their classifiers agree."""
    if one.unit == other.unit:
        return one.alike(other)
    return _base(one.unit)[0] == _base(other.unit)[0] and one.mention.kind == other.mention.kind == "measure"


def usable(number: Number) -> bool:
    """Return whether a number can be a term of a sum or product: one number above nothing, and no limit."""
    return number.single and not number.limit and number.value > 0


def around(sentence: Sentence, number: Number, chars: int = NEAR) -> list[Number]:
    """Return the numbers near one: those of its sentence, and those before the sentence that are not far."""
    seen = (one for one in sentence.earlier if number.start - one.end <= chars)
    first = bisect_left(sentence.numbers, number.start - chars, key=lambda one: one.start)
    last = bisect_left(sentence.numbers, number.start + chars, key=lambda one: one.start)
    own = sentence.numbers[max(first, last - MOST) : last]
    return [one for one in (*seen, *own) if one.start != number.start]


def alone(group: Iterable[Number], pool: Iterable[Number]) -> bool:
    """Return whether no other number of the pool could take the place of one of a group inside its stretch of text."""
    group = tuple(group)
    first, last = min(one.start for one in group), max(one.end for one in group)
    inside = (one for one in pool if first < one.start < last and one not in group)
    return not any(comparable(one, mine) and one.mention.kind == mine.mention.kind for one in inside for mine in group)


def parallel(sentence: Sentence, one: Number, other: Number) -> bool:
    """Return whether the same word leads to two numbers: 到期利息10,500元 and 到期利息11,700元."""
    words = (LEADS.search(sentence.text, max(0, each.start - 24), each.start) for each in (one, other))
    first, second = (word[1].lower() if word else "" for word in words)
    return bool(first) and first == second


def slip(made: Decimal, stated: Decimal) -> bool:
    """Return whether a result misses what is stated by a slip of the pen: one digit, two exchanged, or a nought.

    Examples
    --------
    >>> slip(Decimal(2470), Decimal(3470)), slip(Decimal(51), Decimal(15)), slip(Decimal("4e9"), Decimal("4e10"))
    (True, True, True)
    >>> slip(Decimal(1200), Decimal(1731))
    False
    """
    one, other = (re.sub("0+$", "", f"{value.normalize():f}".replace(".", "").lstrip("0")) for value in (made, stated))
    if made == stated or not one or not other:
        return False
    if one == other:
        return abs(made.adjusted() - stated.adjusted()) < 3
    length = max(len(one), len(other))
    one, other = one.ljust(length, "0"), other.ljust(length, "0")
    differ = sum(map(str.__ne__, one, other))
    alike = length > 1 and made.adjusted() == stated.adjusted()
    return alike and (differ == 1 or (differ == 2 and sorted(one) == sorted(other)))


def meant(made: Decimal, stated: Decimal, least: str = "0.5") -> bool:
    """Return whether a result was meant for what is stated: near it, or a slip away from it."""
    if made <= 0 or stated <= 0:
        return False
    tens = any(abs(made * power / stated - 1) < Decimal("0.05") for power in (10, Decimal("0.1")))
    return tens or Decimal(least) <= made / stated <= 1 / Decimal(least) or slip(made, stated)
