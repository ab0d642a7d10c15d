"""What is looked for among series: the words of a claim, what titles call it, its units, places and sizes."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from claimbook.series.ages import ages, ranges
from claimbook.series.scale import Scale

PER_HEAD = re.compile(
    r"(?i)(?:per|each|every) (?:capita|person|head|inhabitant|citizen|resident)"
    r"|per (?:[\d,]+ (?:people|population)|million|woman)|人均|每人"
)
OF_EACH = re.compile(
    r"\b(?:[Ee]ach|[Ee]very|[Tt]he average|[Aa]n average) [A-Z][a-z]+\b"
    r"(?! (?:countr|nation|state|city|town|year|month|child|woman|wom|bank|firm|compan|farm))|每[个名位]\w{1,6}人"
)
SHARE = re.compile(
    r"(?i)\b(?:share|percent(?:age)?|per cent|proportion|portion|fraction|part of|mix|rely|relies|reliant"
    r"|depends?|source of|out of|half|third|quarter|fifth|tenth|majority|most of)\b|%|占|比重|比例|份额"
)

LONGEST = 2000  # characters of a claim that are looked through
FREE = 20  # characters by which a match may be longer than another and stand for it
OF_WORLD = re.compile(
    r"(?i)\bof (?:all )?(?:the )?(?:world['’]s|world|global|worldwide|planet['’]s|earth['’]s)\b|占(?:全球|世界)"
)
MOVED = re.compile(
    r"(?i)\b(?:gr[eo]wn?|r[io]sen?|f[ea]ll(?:en)?|shr[aiu]nk|drop(?:ped)?|increased?|declined?|jump(?:ed)?|expand(?:ed)?"
    r"|contract(?:ed)?|cut|up|down|doubled|tripled|trebled|halved|less|more|higher|lower|fewer)\b|增长|上升|上涨|下降|减少|增加|翻"
)
ONE_YEAR = re.compile(
    r"(?i)\bthan (?:in )?the (?:year before|previous year)|\byear[- ]on[- ]year|\bin (?:a|one) (?:single )?year"
    r"|同比|[比较]上年|(?:%|per ?cent) in (?:19|20)\d\d\b(?! than)"
)
YEARS = re.compile(
    r"(?i)\bsince\b|\bbetween (?:19|20)\d\d|\bfrom (?:19|20)\d\d|\bthan in (?:19|20)\d\d|\b(?:years|decades?) ago"
    r"|\b(?:years|decades?)\b|以来|比(?:19|20)\d\d年|年前|年间|十年"
)


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
        return bool(PER_HEAD.search(self.words) or OF_EACH.search(self.text))

    @cached_property
    def of_world(self) -> bool:
        """Whether its share may be a share of the world's amount, which a series of amounts shows."""
        return bool(OF_WORLD.search(self.text))

    @cached_property
    def over(self) -> int:
        """Over how many years something is said to have moved: 1, 2 for several, 0 where that is not said."""
        if not MOVED.search(self.text):
            return 0
        return 1 if ONE_YEAR.search(self.text) else 2 * bool(YEARS.search(self.text))

    @cached_property
    def ranges(self) -> frozenset[str]:
        """The ranges of ages, or of other counts, that it names."""
        return ranges(f"{self.text} | {self.added}")

    @cached_property
    def added(self) -> str:
        """What the synonyms add."""
        # A number may be cut out of the words, or be a part of what is meant; a claim is no page.
        said = f"{self.words[:LONGEST]} | {self.text[:LONGEST]}"
        found = [(match, meant) for pattern, meant in synonyms() for match in pattern.finditer(said)]
        spans = [match.span() for match, _ in found]
        whole = [meant for match, meant in found if not any(_inside(match.span(), other) for other in spans)]
        return " ".join(dict.fromkeys([*whole, *ages(self.text)]))


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether a longer match holds one: “economy” in “economy grew” is not meant by itself.

    A much longer one has words between its own, and what those say is meant as well.
    """
    return one != other and other[0] <= one[0] and one[1] <= other[1] and other[1] - other[0] - one[1] + one[0] <= FREE


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
