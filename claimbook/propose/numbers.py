"""The numbers of a text as a proposal sees them: with the id that a check names, and how exact they are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from claimbook.mention import Mention
from claimbook.quantity.quantity import ABOUT, Interval, Quantity, half_step
from claimbook.tables.writer import new_ids

CLASSIFIER = re.compile(
    r"(?<=[\d０-９一二三四五六七八九十百千万亿])(?![多余几万亿百千个])[\u4e00-\u9fff](?=[多余]?$|次$)"
)
EXACT_COUNTS = 1000  # below it people count; above it they round
A_PRICE = Decimal("0.025")  # by how much a price in full digits, such as $40, is rounded at most
ONE_PLACE = 10  # a number ends in one more zero by chance often enough: 80 beside 92 is 80, 5,000 beside 2,400 is 5,000


@dataclass(frozen=True)
class Number:
    """A number of the text.

    Parameters
    ----------
    ref : str
        What a check names it by: its claim, or else its mention.
    claim : str
        Its claim; empty where it has none.
    mention : Mention
    quantity : Quantity
        As the check will compute with it.
    """

    ref: str
    claim: str
    mention: Mention
    quantity: Quantity

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.mention.end

    @property
    def unit(self) -> str:
        """The unit that the text prints."""
        return self.mention.unit

    @property
    def value(self) -> Decimal:
        """The number, or the middle of a range."""
        return (self.quantity.low + self.quantity.high) / 2

    @property
    def single(self) -> bool:
        """Whether it is one number and no range."""
        return self.quantity.low == self.quantity.high

    @property
    def limit(self) -> bool:
        """Whether it is a limit: more than, at least, under."""
        return self.quantity.comparator not in ("=", "~")

    @property
    def counted(self) -> bool:
        """Whether it is a small count in full digits, which nobody rounds."""
        whole = self.quantity.low == self.quantity.low.to_integral_value()
        plain = self.single and whole and self.quantity.comparator == "=" and self.unit == "count"
        return plain and abs(self.quantity.low) < EXACT_COUNTS and not self.mention.spoken

    def alike(self, other: "Number") -> bool:
        """Return whether two numbers count one kind of thing, as far as their units and classifiers say."""
        mine, theirs = (_classifier(one.mention.exact) if one.unit == "count" else "" for one in (self, other))
        return self.unit == other.unit and (not mine or not theirs or mine == theirs)

    @property
    def plain(self) -> bool:
        """Whether it is a whole number under a thousand in full digits, such as a price: not rounded to its noughts."""
        whole = (
            self.single and 10 <= self.quantity.low < EXACT_COUNTS and f"{self.quantity.low:f}" in self.mention.exact
        )
        return whole and not self.unit.startswith("percent")

    @property
    def step(self) -> Decimal:
        """What one of the last digit counts; zeros at the end of a whole number are not printed on purpose."""
        value = self.quantity.low
        printed = self.unit.startswith("percent") or "." in self.mention.exact
        if printed and self.mention.low is not None and self.mention.low == value:
            value = self.mention.low  # 4.0 billion is printed to a hundred million
        elif not printed and value and value == value.to_integral_value():
            value = value.normalize()
        return Decimal(1).scaleb(int(value.as_tuple().exponent))

    def sharp(self, beside: "Iterable[Number]") -> bool:
        """Return whether it is printed as it is: a small count, or as finely as what is printed beside it."""
        if not self.single or self.quantity.comparator != "=" or self.quantity.precision != "rounded":
            return False
        if (
            self.counted
            or (self.plain and self.step > 1)
            or self.step < 2 * half_step(self.quantity.low, self.unit.startswith("percent"))
        ):
            return True
        if self.mention.low is None or self.mention.low.as_tuple().digits[-1:] != (0,):
            return False  # only noughts can be printed on purpose
        steps = [other.step for other in beside if other.unit == self.unit and other is not self]
        return bool(steps) and min(steps) < self.step <= ONE_PLACE * min(steps)

    def fair(self, beside: "Iterable[Number]") -> Interval:
        """Return all that a fair reader allows: half of the last place, and a tenth where it is said to be about."""
        beside = list(beside)
        level = self.quantity.level()
        if self.sharp(beside):
            finest = min((other.step for other in beside if other.unit == self.unit), default=self.step)
            half = Decimal(0) if self.counted else min(finest, self.step) / 2
            if self.plain and not self.counted and self.step > 1:
                half = min(half, max(Decimal("0.5"), self.quantity.low * A_PRICE))
            level = Interval(self.quantity.low - half, self.quantity.high + half)
        about = (
            self.quantity.comparator == "~" and self.quantity.precision != "spoken"
        )  # a third is no wider by "about"
        if about or self.quantity.precision == "readings":
            wide = ABOUT * max(abs(level.low), abs(level.high))
            level = Interval(level.low - wide, level.high + wide)
        return level


def _classifier(exact: str) -> str:
    """Return the classifier of a count: 箱 of 96亿箱; those of people are one."""
    word = CLASSIFIER.search(exact)
    return "" if not word else "人" if word[0] in ("人", "名", "位") else word[0]


def named(mentions: Iterable[Mention]) -> list[Number]:
    """Return the numbers of a text whose rows nobody has drafted, by the ids that a draft would give."""
    return [
        Number(name, "", mention, quantity)
        for name, mention in zip(new_ids([], "m"), mentions, strict=False)
        if (quantity := mention.quantity)
    ]


def with_claims(numbers: Iterable[Number], claims: Mapping[str, tuple[str, Quantity | None]]) -> list[Number]:
    """Return numbers by the claims that hang on their mentions, where these say the same.

    Parameters
    ----------
    numbers : iterable of Number
    claims : dict of str to (str, Quantity or None)
        Id and quantity of the claim, by the id of its mention.
    """
    return [_with_claim(number, *claims.get(number.ref, ("", None))) for number in numbers]


def _with_claim(number: Number, claim: str, quantity: Quantity | None) -> Number:
    if quantity and quantity.unit == number.quantity.unit and quantity.precision != "readings":
        return replace(number, ref=claim, claim=claim, quantity=quantity)
    return replace(number, claim=claim)
