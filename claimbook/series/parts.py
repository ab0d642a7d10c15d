"""Parts of a country or of its people that a claim names: a series of the whole says nothing of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from claimbook.series.places import Named
from claimbook.series.series import Series

HERE = Path(__file__).parent
# What comes after “in” with a capital and is no place.
NO_PLACE = re.compile(
    r"(?:The|This|That|These|Our|My|His|Her|Their|Its|A|An|All|Every|Fact|Total|Real|Addition|Other|Just|Only|About|Over"
    r"|Congress|Parliament|Government|Office|Power|Earth|Christmas|World|War|Antarctica?|Arctic|God|Holy|Islam|English"
    r"|President|Prime|Mr|Mrs|Ms|Dr|Q\d|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|FY|GDP|GNI|US|UN|United Nations|European Union|IMF|WHO|CO|STEM)\b"
)
WITHIN = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside) (?:the )?(?:(?:city|state|province|county|town|region) of )?"
    r"(?P<name>[A-Z][a-zé]+(?:[ -][A-Z][a-zé]+)*)"
)


def regions(text: str, named: Collection[Named]) -> Iterator[str]:
    """Yield the cities, states and other places in a text that are no country or group of countries.

    Examples
    --------
    >>> list(regions("In Lagos, and across Texas, in May, prices rose.", []))
    ['Lagos', 'Texas']
    """
    taken = [(one.start, one.end) for one in named]
    found = {match.start(): match[0] for match in _regions().finditer(text)}
    for match in WITHIN.finditer(text):
        if not NO_PLACE.match(match["name"]):
            found.setdefault(match.start("name"), match["name"])
    for start, words in sorted(found.items()):
        if not any(start < end and first < start + len(words) for first, end in taken):
            yield words


def lacking(text: str, series: Series) -> str:
    """Return the part of the people, or of the metric, that a claim names and a series is not of; empty where none is.

    Parameters
    ----------
    text : str
    series : Series
    """
    own = f"{series.title} {series.unit}"
    for said, within in _parts():
        if (match := said.search(text)) and not within.search(own):
            return match[0]
    return ""


@cache
def _regions() -> re.Pattern[str]:
    names = [name for row in _rows("regions.csv") for name in row["names"].split("|")]
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"\b{name}\b" if name[0].isascii() else name for name in longest))


@cache
def _parts() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [(_words(row["said"]), _words(row["within"])) for row in _rows("parts.csv")]


def _words(said: str) -> re.Pattern[str]:
    """Match whole words; a Chinese one also within others."""
    return re.compile(rf"(?i)(?<![a-z])(?:{said})(?![a-z])")


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
