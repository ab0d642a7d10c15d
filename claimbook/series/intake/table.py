"""A table with its heads, while it is read as one series; what must be chosen is asked for by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from claimbook.series.intake import cells
from claimbook.series.intake.heads import ASIDE, BEST, HEADS
from claimbook.series.series import decimal
from claimbook.tables.fault import Problems

Grid: TypeAlias = Sequence[Sequence[str]]
Cell: TypeAlias = tuple[str, str, str, str]  # place, period, value, status
NAMED = 8  # words of a list that a sentence names
PLACED = 0.6  # of the columns of numbers that are named by places, for all of them to be places
LABEL = re.compile(r"^([^:]{1,20}):\s.*")  # “ES: Spain”, as SDMX-CSV has it where names were asked for
POWERS = {"3": "thousand", "6": "million", "9": "billion"}


@dataclass(frozen=True)
class Choice:
    """What a person says of a table.

    Parameters
    ----------
    column : str
        Which of several columns of values.
    only : dict of str to str
        For a column that sets rows apart, the word of the rows that are meant.
    place : str
        Of whom a table without a column of places is.
    """

    column: str = ""
    only: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True)
class Read:
    """What a table came to: its cells, its unit and measure where it says them, and what was left out."""

    cells: list[Cell]
    unit: str = ""
    measure: str = ""
    notes: tuple[str, ...] = ()


def is_head(head: str, kind: str) -> bool:
    """Return whether a column's head is of a kind, as `HEADS` lists them."""
    return head.strip().casefold() in HEADS[kind]


class Table:
    """A table with its heads, while it is read."""

    def __init__(self, head: list[str], body: list[list[str]], choice: Choice, where: str, first: int) -> None:
        self.head, self.body, self.choice, self.where, self.first = head, body, choice, where, first
        self.notes: list[str] = []

    def has(self, kind: str) -> bool:
        """Return whether a column has such a head."""
        return any(is_head(name, kind) for name in self.head)

    def one(self, kind: str) -> int | None:
        """Return the column of a kind, the best head first."""
        found = [at for at, name in enumerate(self.head) if is_head(name, kind)]
        if kind == "place":
            found.sort(key=lambda at: BEST.index(self.head[at].casefold()))
            found = [at for at in found if self._filled(at)] or found
        return found[0] if found else None

    def _filled(self, at: int) -> bool:
        return sum(bool(row[at].strip()) for row in self.body) > len(self.body) * 0.3

    def across(self, wide: Sequence[int]) -> Read:
        """Read a table with periods across."""
        place = self.one("place")
        if place is None and not self.choice.place:
            place = next((at for at in range(len(self.head)) if at not in wide), None)
        aside = {*wide, *([] if place is None else [place])}
        rows, measure = self._chosen([at for at in range(len(self.head)) if at not in aside])
        periods = {at: cells.period(self.head[at]) for at in wide}

        def _lines() -> Iterator[tuple[int, str, str, str, str]]:
            for number, row in rows:
                for at in wide:
                    yield number, self._place(row, place), periods[at], row[at], ""

        return self._read(_lines(), measure)

    def down(self) -> Read:
        """Read a table with a period in each row."""
        time, place, value = self.one("time"), self.one("place"), self.one("value")
        assert time is not None
        if value is None:
            return self._measures(time, place)
        said = self.one("status")
        aside = {time, value, *([] if place is None else [place]), *([] if said is None else [said])}
        rows, measure = self._chosen([at for at in range(len(self.head)) if at not in aside])

        def _lines() -> Iterator[tuple[int, str, str, str, str]]:
            for number, row in rows:
                note = "" if said is None else cells.status(_bare(row[said]))
                yield number, self._place(row, place), row[time], row[value], note

        return self._read(_lines(), measure)

    def _measures(self, time: int, place: int | None) -> Read:
        """Read a table with a column for each measure, or for each place."""
        numeric = [at for at, name in enumerate(self.head) if at != time and name and self._numeric(at)]
        place = None if place in numeric else place  # GEO is Georgia among other places
        known = sum(cells.is_place(self.head[at]) for at in numeric)
        if place is None and not self.choice.column and len(numeric) > 1 and known >= len(numeric) * PLACED:
            every = [(number, row) for number, row in enumerate(self.body, self.first)]
            return self._read(
                ((number, self.head[at], row[time], row[at], "") for number, row in every for at in numeric), ""
            )
        at = self._column([one for one in numeric if self.head[one].casefold() not in ASIDE])
        aside = {time, at, *numeric, *([] if place is None else [place])}
        rows, _ = self._chosen([one for one in range(len(self.head)) if one not in aside])
        lines = ((number, self._place(row, place), row[time], row[at], "") for number, row in rows)
        return self._read(lines, self.head[at])

    def _column(self, numeric: Sequence[int]) -> int:
        names = [self.head[at] for at in numeric]
        if self.choice.column:
            if self.choice.column not in self.head:
                raise Problems([f"{self.where}: has no column “{self.choice.column}”; {_listed(names)}"])
            return self.head.index(self.choice.column)
        if len(numeric) != 1:
            what = "has several columns of numbers" if numeric else "has no column of numbers"
            raise Problems([f"{self.where}: {what}; choose one with --column; {_listed(names)}"])
        return numeric[0]

    def _numeric(self, at: int) -> bool:
        found = [one for row in self.body if (one := cells.value(row[at])) is None or one[0]]
        return bool(found) and sum(one is not None for one in found) > len(found) * 0.9

    def _chosen(self, columns: Iterable[int]) -> tuple[list[tuple[int, list[str]]], str]:
        """Return the rows of one series: those whose other columns say what was chosen; and the words they share."""
        rows = list(enumerate(self.body, self.first))
        wanted = {name.casefold(): word for name, word in self.choice.only.items()}
        known = {self.head[at].casefold(): at for at in range(len(self.head))}
        if strange := [name for name in self.choice.only if name.casefold() not in known]:
            raise Problems([f"--only: {self.where} has no column “{strange[0]}”; {_listed(self.head)}"])
        for name, word in wanted.items():
            kept = [
                (number, row) for number, row in rows if word in (row[known[name]].strip(), _bare(row[known[name]]))
            ]
            if not kept:
                there = sorted({row[known[name]].strip() for _, row in rows})
                raise Problems([f"--only: no row has “{word}” as its “{self.head[known[name]]}”; {_listed(there)}"])
            rows = kept
        shared = []
        for at in columns:
            name, words = self.head[at], sorted({row[at].strip() for _, row in rows} - {""})
            if name.casefold() in ASIDE or (name.casefold() in HEADS["place"] and name.casefold() not in wanted):
                continue
            if len(words) > 1:
                fix = f"choose one with --only “{name}=…”; {_listed(words)}"
                raise Problems([f"{self.where}: has several series, which “{name}” sets apart; {fix}"])
            shared += [_label(word) for word in words if is_head(name, "measure") or _label(word) != word]
        return rows, ", ".join(dict.fromkeys(shared))

    def _place(self, row: Sequence[str], at: int | None) -> str:
        return self.choice.place if at is None else _bare(row[at])

    def _unit(self) -> str:
        at = self.one("unit")
        words = {row[at].strip() for row in self.body} - {""} if at is not None else set()
        power = next((row[one].strip() for one in self._named("unit_mult") for row in self.body[:1]), "")
        unit = _label(words.pop()) if len(words) == 1 else ""
        return f"{POWERS[_bare(power)]} {unit}".strip() if unit and _bare(power) in POWERS else unit

    def _named(self, head: str) -> list[int]:
        return [at for at, name in enumerate(self.head) if name.casefold() == head]

    def _read(self, lines: Iterable[tuple[int, str, str, str, str]], measure: str) -> Read:
        """Gather the cells; raise `Problems` for what is no number or comes twice."""
        found: dict[tuple[str, str], Cell] = {}
        faults: list[str] = []
        dropped: dict[str, int] = {}
        code = _remembered(cells.place)
        when = _remembered(cells.period)
        for number, place, period, printed, note in lines:
            own, at, read = code(place), when(period), cells.value(printed)
            if not own:
                raise Problems([f"{self.where}: names no place; say of whom it is with --place, such as --place USA"])
            if not at:
                dropped[period.strip()] = dropped.get(period.strip(), 0) + 1
                continue
            if read is None:
                faults.append(f"{self.where}, row {number}: “{printed.strip()[:40]}” is no number; fix the cell")
                continue
            cell = (own, at, read[0], note or read[1])
            before = found.setdefault((own, at), cell)
            if before != cell:
                faults.append(f"{self.where}, row {number}: {own} has another value for {at} already; remove one")
        if faults:
            raise Problems(faults[:NAMED])
        if not any(decimal(value) is not None for _, _, value, _ in found.values()):
            raise Problems([f"{self.where}: has no number in it; give another table or column"])
        notes = [f"left out: {sum(dropped.values())} cells of {_quoted(list(dropped))}"] if dropped else []
        return Read(_merged(found), self._unit(), measure, tuple(notes))


def _merged(found: Mapping[tuple[str, str], Cell]) -> list[Cell]:
    """Return the cells in order, a day that is the whole of a month, quarter or year as that."""
    larger = cells.coarser([period for _, period in found])
    kept = [(place, larger.get(period, period), value, note) for place, period, value, note in found.values()]
    return sorted(cell for cell in kept if cell[2] or cell[3])


def _remembered(make: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that makes each thing once."""
    made: dict[str, str] = {}

    def _one(words: str) -> str:
        if words not in made:
            made[words] = make(words)
        return made[words]

    return _one


def _bare(words: str) -> str:
    """Return the code before its label: “ES: Spain”."""
    return LABEL.sub(r"\1", words.strip())


def _label(words: str) -> str:
    """Return the label behind its code."""
    code, colon, rest = words.strip().partition(": ")
    return rest if colon and len(code) <= 20 else words.strip()


def _listed(names: Sequence[str]) -> str:
    return f"there are: {_quoted(names)}"


def _quoted(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:NAMED])
    return f"{shown} and {len(names) - NAMED} more" if len(names) > NAMED else shown
