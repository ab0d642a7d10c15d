"""A fault: one thing that is wrong with the data, kept as a record and put into words where a person reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.language.sentences import translated
from claimbook.language.speaking import spoken
from claimbook.tables.schema import KEYS, TABLES, Row

LONGEST_ID = 40  # characters of an id that a sentence repeats; a longer one is a slip


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with the data: where it is, what is wrong, and the fix.

    Parameters
    ----------
    table : str
        The table, or the name of another file; empty where the words say everything.
    row : int or None
        The number of the row as a spreadsheet shows it; None for the file as a whole.
    id, column : str
        The id of the row and the column of the cell, as far as the fault has them.
    words : str
        What is wrong and how to fix it.
    gap : bool
        Whether something is certainly missing rather than wrong, as in a draft.
    """

    table: str = ""
    row: int | None = None
    id: str = ""
    column: str = ""
    words: str = ""
    gap: bool = False

    def __str__(self) -> str:
        return _sentence(self, [self.column] if self.column else [])


class Problems(Exception):
    """Everything that is wrong with the data, as records.

    Parameters
    ----------
    faults : iterable of Fault or str
        A text becomes a fault that names no place.
    """

    def __init__(self, faults: Iterable[Fault | str]) -> None:
        self.faults = [fault if isinstance(fault, Fault) else Fault(words=fault) for fault in faults]
        super().__init__("\n".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        """The faults in words; cells of one row that lack the same thing share a sentence."""
        places: dict[tuple[str, int | None, str], list[Fault]] = {}
        for fault in self.faults:
            places.setdefault((fault.table, fault.row, fault.words), []).append(fault)
        return [_sentence(faults[0], [one.column for one in faults if one.column]) for faults in places.values()]


def fault_in(table: str, number: int, row: Row, column: str, words: str) -> Fault:
    """Return the fault of a cell, which is named by its row's number and id and by its column."""
    name = "" if table == "translations" else " ".join(row.get(KEYS[table], "").split())[:LONGEST_ID]
    return Fault(table, number, name, column, words)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort faults by table, row and column; those of no table come first."""
    return sorted(faults, key=_order)


def _order(fault: Fault) -> tuple[int, int, int]:
    if fault.table not in TABLES:
        return (-1, 0, 0)
    columns = list(TABLES[fault.table])
    place = columns.index(fault.column) if fault.column in columns else -1
    return list(TABLES).index(fault.table), fault.row or 0, place


def _sentence(fault: Fault, columns: list[str]) -> str:
    words = translated(fault.words)
    if not fault.table:
        return words
    place = fault.table if "." in fault.table else f"{fault.table}.csv"
    return _english(fault, columns, place, words) if spoken()[0] == "en" else _chinese(fault, columns, place, words)


def _english(fault: Fault, columns: list[str], place: str, words: str) -> str:
    if fault.row is not None:
        place += f", row {fault.row}"
    if fault.id:
        place += f" ({fault.id})"
    if columns:
        quoted = [f"“{column}”" for column in columns]
        listed = " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
        place += f", column{'s' if len(columns) > 1 else ''} {listed}"
    return f"{place}: {words}"


def _chinese(fault: Fault, columns: list[str], place: str, words: str) -> str:
    place += f" 第{fault.row}行" if fault.row is not None else ""
    place += f"（{fault.id}）" if fault.id else ""
    place += "".join(f"“{column}”" for column in columns) + "列" if columns else ""
    return f"{place}：{words}"
