"""Places by their names in English and Chinese: countries, those who live there, and groups of countries."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimbook.language.phrase import Spoken, Statement

HERE = Path(__file__).parent
ALL = "*"  # every place is a member
# Names of places within the names of things.
THINGS = re.compile(
    r"(?i)\bgerman measles\b|\bspanish flu\b|\bjapanese encephalitis\b|\bguinea (?:worm|pig)s?\b|\bindian ocean\b"
    r"|\bdutch disease\b|\bturkey (?:meat|farm\w*)\b|\bbrazil nuts?\b|\benglish[- ](?:language|speaking)\b"
    r"|日本脑炎|西班牙流感|德国麻疹"
)


@dataclass(frozen=True)
class Place:
    """A country or a group of them.

    Parameters
    ----------
    codes : tuple of str
        ISO 3166 alpha-3, and what other publishers call it; a group without numbers of its own has none.
    names, people, zh : tuple of str
        Its names, the adjective and what the people are called, the names in Chinese; the first is printed.
    members : tuple of str
        The codes of the countries in a group.
    continent : str
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    people: tuple[str, ...]
    zh: tuple[str, ...]
    members: tuple[str, ...] = ()
    continent: str = ""

    @property
    def code(self) -> str:
        """Its first code, or its name where it has none."""
        return self.codes[0] if self.codes else self.names[0]

    @property
    def group(self) -> bool:
        """Whether it is a group of countries."""
        return bool(self.members) or not self.continent

    @property
    def world(self) -> bool:
        """Whether it is the whole world."""
        return ALL in self.members

    def column(self, columns: Collection[str]) -> str | None:
        """Return the code by which a series knows it; None where it has no column."""
        return next((code for code in self.codes if code in columns), None)

    def within(self, columns: Collection[str]) -> list[str]:
        """Return the countries of a group that a series has a column for; of the world, all countries."""
        if self.world:
            return [code for code in columns if (place := by_code().get(code)) and not place.group]
        every = (by_code()[member].column(columns) for member in self.members)
        return [code for code in every if code]


class Named(NamedTuple):
    """Where a text names a place."""

    start: int
    end: int
    place: Place
    adjective: bool = False


@cache
def every() -> tuple[Place, ...]:
    """Return all countries and groups."""
    return tuple(_place(row) for name in ("places.csv", "groups.csv") for row in _rows(name))


@cache
def by_code() -> Mapping[str, Place]:
    """Return the places by each of their codes."""
    return {code: place for place in every() for code in place.codes}


def named(code: str) -> Spoken:
    """Return the name of a place, or the code itself where it is not known; a period is its own name."""
    place = by_code().get(code)
    return Statement(place.names[0], place.zh[0]) if place else Statement(code, code)


def find_places(text: str) -> list[Named]:
    """Return the places that a text names, in its order; the longest name wins.

    Examples
    --------
    >>> [one.place.code for one in find_places("Nigerians pay more than South Africans in the G20")]
    ['NGA', 'ZAF', 'G20']
    >>> [one.place.code for one in find_places("中国和美国的南非裔")]
    ['CHN', 'USA', 'ZAF']
    """
    things = [match.span() for match in THINGS.finditer(text)]
    return [one for one in _found(text) if not any(start <= one.start < end for start, end in things)]


def _found(text: str) -> Iterator[Named]:
    english, chinese = _patterns()
    names, people, zh = _names()
    for match in english.finditer(text):
        words = match[0].replace("’", "'")
        exact = words if words in names or words in people else words.casefold()
        if place := names.get(exact) or people.get(exact):
            yield Named(match.start(), match.end(), place, exact not in names)
    for match in chinese.finditer(text):
        yield Named(match.start(), match.end(), zh[match[0]])


@cache
def _names() -> tuple[Mapping[str, Place], Mapping[str, Place], Mapping[str, Place]]:
    """Return the places by their names and by their people; those of lower case by themselves."""
    names: dict[str, Place] = {}
    people: dict[str, Place] = {}
    zh: dict[str, Place] = {}
    for place in reversed(every()):
        names |= dict.fromkeys(place.names, place)
        people |= dict.fromkeys(place.people, place)
        zh |= dict.fromkeys(place.zh, place)
        zh |= {name + "人": place for name in place.zh}
    return names, people, zh


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names, people, zh = _names()
    words = sorted({*names, *people}, key=len, reverse=True)
    english = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"[\s-]+") for word in words)
    longest = sorted(zh, key=len, reverse=True)  # 中国人均 is no 中国人
    chinese = "|".join(f"{name}(?![均口])" if name.endswith("人") else name for name in longest)
    return re.compile(rf"(?<![\w-])(?<!\bNew )(?:{english})(?![\w])"), re.compile(chinese)


def _place(row: Mapping[str, str]) -> Place:
    cut = {
        name: tuple(word for word in row.get(name, "").split("|") if word)
        for name in ("codes", "names", "people", "zh")
    }
    members = tuple(row.get("members", "").split())
    return Place(cut["codes"], cut["names"], cut["people"], cut["zh"], members, row.get("continent", ""))


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
