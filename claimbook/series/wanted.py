"""What is looked for among series: the words of a claim, what titles call it, its units, places and sizes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from claimbook.series.scale import Scale
from claimbook.series.spans import SMALL

PER_HEAD = re.compile(
    r"(?i)(?:per|each|every) (?:capita|person|head|inhabitant|citizen|resident)"
    r"|per (?:[\d,]+ (?:people|population)|million|woman)|人均|每人"
)
SHARE = re.compile(
    r"(?i)\b(?:share|percent(?:age)?|per cent|proportion|portion|fraction|part of|mix|rely|relies|reliant"
    r"|depends?|source of|out of|half|third|quarter|fifth|tenth|majority|most of)\b|%|占|比重|比例|份额"
)
AGE = r"(?:\d{1,2}|" + "|".join(SMALL) + ")"
WHO = r"(?:people|population|those|child(?:ren)?|youths?|women|men|girls|boys|teenagers|adults|Chinese|[A-Z]\w+s)"
AGES = re.compile(
    rf"(?:(?i:\b(?:aged?|ages|between the ages of)) |\b{WHO} (?=between))(?:(?i:between) )?"
    rf"(?P<low>{AGE}) ?(?:and|to|[-–]) ?(?P<high>{AGE})(?!\d|%|[.,]\d)"
    rf"|\b{WHO} (?:\w+ ){{0,2}}(?:under|below|younger than) (?:the age of )?(?P<under>{AGE})\b(?! ?%)"
    rf"|\b[Uu]nder[- ](?P<unders>{AGE})s\b"
    r"|\b(?:[Aa]ged (?:over )?|[Oo]ver[- ]|[Oo]lder than )(?P<over>[4-9]\d)(?:s\b| (?:and|or) (?:over|older|above))"
    r"|\b(?P<part>early|mid|late)[- ](?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties)\b"
    r"|(?P<zh_low>\d{1,2})岁?[至到—–~-](?P<zh_high>\d{1,2})岁"
    r"|(?P<zh_under>\d{1,2})岁(?:及)?以下|(?P<zh_over>\d{1,2})岁(?:及)?以上"
)


TENS = dict(
    zip(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties"),
        range(20, 90, 10),
        strict=True,
    )
)
PARTS_OF_TEN = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words without places, years and numbers, the scales of numbers, whether it may be a share."""

    words: str
    scales: tuple[Scale, ...] = ()
    places: tuple[str, ...] = ()
    share: bool = True
    sizes: tuple[tuple[Scale, Decimal], ...] = ()
    year: int = 9999
    text: str = ""

    @cached_property
    def per_head(self) -> bool:
        """Whether the claim is about something per head."""
        return bool(PER_HEAD.search(self.words))

    @cached_property
    def added(self) -> str:
        """What the synonyms add."""
        said = f"{self.words} | {self.text}"  # a number may be cut out of the words, or be a part of what is meant
        found = [(match, meant) for pattern, meant in synonyms() for match in pattern.finditer(said)]
        spans = [match.span() for match, _ in found]
        whole = [meant for match, meant in found if not any(_inside(match.span(), other) for other in spans)]
        return " ".join(dict.fromkeys([*whole, *ages(self.text)]))


def ages(text: str) -> Iterator[str]:
    """Yield the group that is named by its ages, whose digits are no number of the metric.

    Examples
    --------
    >>> list(ages("people aged between 25 and 64, children under five; 65岁以上人口"))[1:]
    ['population by age group ages 0-4 under-5s', 'population by age group ages 65+']
    """
    for match in AGES.finditer(text):
        under, over = (
            _number(match["under"] or match["unders"] or match["zh_under"]),
            match["over"] or match["zh_over"],
        )
        ages = f"0-{int(under) - 1} under-{under}s" if under else f"{over}+"
        low, high = match["low"] or match["zh_low"], match["high"] or match["zh_high"]
        ages = f"{_number(low)}-{_number(high)}" if low else ages
        if match["tens"]:
            first, last = (TENS[match["tens"]] + by for by in PARTS_OF_TEN[match["part"].casefold()])
            ages = f"{first}-{last}"
        yield f"population by age group ages {ages}"


def _number(words: str | None) -> str:
    return str(SMALL.get((words or "").casefold(), words or ""))


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether a longer match holds one: “economy” in “economy grew” is not meant by itself."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


@cache
def synonyms() -> Sequence[tuple[re.Pattern[str], str]]:
    """Return patterns of what is said, with what titles call it."""
    with (Path(__file__).parent / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(_pattern(row["said"]), row["meant"]) for row in rows]


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"\\b(?:{one})\\b" if one.isascii() or "₂" in one else one for one in _cut(said)), re.IGNORECASE
    )


def _cut(said: str) -> list[str]:
    """Cut at each `|` that is outside of brackets."""
    parts, depth = [""], 0
    for sign in said:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
