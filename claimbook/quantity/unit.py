"""Units: the one table of what a unit means, how it is printed and read, and what it is worth (``units.csv``)."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Unit:
    """One row of ``units.csv``.

    Parameters
    ----------
    name : str
        As the tables write it; figures and claims are in it, unscaled. Empty: the row holds words, not a number.
    meaning : str
    one, many : str
        How it is printed in English after the number one, and after any other.
    zh : str
        How it is printed in Chinese after a number.
    kind : str
        The kind of number that the extractor takes it for: ``money``, ``share``, ``duration`` and so on.
    definition : str
        What it is worth, as pint reads it: an own dimension such as ``[length]``, or other units of the table.
    equals : str
        A known equality, for the test.
    words : dict of int to tuple of str
        The words that the extractor reads, by the power of ten that they count: ``{0: ("元",), -1: ("角",)}``.
    signs, words_before : tuple of str
        What may be printed before the number: ``$``, 人民币.
    """

    name: str
    meaning: str
    one: str
    many: str
    zh: str
    kind: str
    definition: str
    equals: str
    words: dict[int, tuple[str, ...]]
    signs: tuple[str, ...]
    words_before: tuple[str, ...]


def _load() -> dict[str, Unit]:
    with Path(__file__).with_name("units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: _unit(row) for row in csv.DictReader(file)}


def _unit(row: dict[str, str]) -> Unit:
    same = ("meaning", "one", "many", "zh", "kind", "definition", "equals")
    return Unit(
        name=row["unit"],
        words=_words(row["words"]),
        signs=_parts(row["signs"]),
        words_before=_parts(row["words_before"]),
        **{name: row[name] for name in same},
    )


def _words(cell: str) -> dict[int, tuple[str, ...]]:
    """Read the words of a unit: groups with ``;`` between, each but that of power 0 with its power before."""
    found = {}
    for group in filter(None, cell.split("; ")):
        power, mark, words = group.rpartition(": ")
        found[int(power) if mark else 0] = _parts(words)
    return found


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("/")))


UNITS = _load()
# A unit of the table, or one per others: USD/day, gram/kilogram_of_body_weight/day.
_ANY = "|".join(sorted(filter(None, UNITS), key=len, reverse=True))
COMPOUND = rf"(?:{_ANY})(?:/(?:{_ANY}))*"

# What English prints before the number; every other unit follows it.
BEFORE = {"USD": "$", "GBP": "£", "EUR": "€"}


def is_unit(name: str) -> bool:
    """Return whether a name is a unit of the table, or one of them per others.

    Examples
    --------
    >>> is_unit("USD/day"), is_unit("USD/fortnight"), is_unit("")
    (True, False, False)
    """
    return bool(re.fullmatch(COMPOUND, name))


def split(unit: str) -> tuple[str, list[str]]:
    """Return what is counted and what it is per.

    Examples
    --------
    >>> split("gram/person/day"), split("percent")
    (('gram', ['person', 'day']), ('percent', []))
    """
    counted, *per = unit.split("/")
    return counted, per


def around(unit: str, one: bool = False) -> tuple[str, str]:
    """Return what is written before and after a number, or the number one, in English.

    Examples
    --------
    >>> around("USD"), around("GBP/year"), around("CNY")
    (('$', ''), ('£', ' a year'), ('', ' yuan'))
    """
    counted, per = split(unit)
    if counted in BEFORE:
        return BEFORE[counted], "".join(map(_each, per))
    return "", unit_words(unit, one)


def unit_words(unit: str, one: bool = False) -> str:
    """Write a unit as it follows a number, or the number one, in English.

    Parameters
    ----------
    unit : str
        As `is_unit` takes it; any other name is written as it is.
    one : bool

    Examples
    --------
    >>> unit_words("percent"), unit_words("percentage_point"), unit_words("percentage_point", one=True)
    ('%', ' percentage points', ' percentage point')
    >>> unit_words("count/day"), unit_words("gram/kilogram_of_body_weight/day"), unit_words("tonne/person", one=True)
    (' a day', ' grams per kilogram of body weight a day', ' tonne per person')
    """
    if unit == "dimensionless":
        return ""
    counted, per = split(unit) if is_unit(unit) else (unit, [])
    row = UNITS.get(counted)
    words = (row.one if one else row.many) if row else unit
    return (words if words[:1] in ("", "%") else f" {words}") + "".join(map(_each, per))


def _each(unit: str) -> str:
    """Write what a number is per: a day, an hour, per person."""
    row = UNITS[unit]
    if row.kind != "duration":
        return f" per {row.one or unit}"
    return f" {'an' if unit == 'hour' else 'a'} {row.one}"
