"""Tables in a text: the unit that a header gives to a bare number, and the headers that name it."""

import re
from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from claimbook.mention import numerals
from claimbook.mention.units import MONEY, MONEY_BEFORE, UNITS
from claimbook.mention.words import FOLD, SCALES, SUFFIXES

PARTED = re.compile(r"[ ]*\|[ ]*|[ ]*\t+[ ]*|[ ]{2,}")
RULE = re.compile(r"[\s|:=+-]*")
CAPTION = re.compile(r"(?:单位|Unit|unit|Units)[ ]?[::][ ]?([^\s,;，；()（）/]{1,16})")
IN_BRACKETS = re.compile(r"\(([^()]{1,24})\)|[,，][ ]?([^,，()]{1,20})$")
SCALED = re.compile(r"^([十百千]?[万亿]|[百千])(.*)$")
THOUSANDS = re.compile(r"(?:in )?(thousand|million|billion)s?(?: of)?[ ]?(.*)$")
TITLE = re.compile(r"[ ]*(?:表|Table )[ ]?\d|.*单位[::]")
CHANGE = re.compile(r"增|涨|跌|降|同比|环比|[Cc]hange|[Gg]rowth|[Ii]ncrease|YoY")
BRACKETED = re.compile(r"[$€£¥]?[ ]*\([ ]*[$€£¥]?[ ]*([^() ]+)[ ]*\)?%?$")
SIGNS = frozenset((*MONEY, "%", ")", ")%"))
UNSCALED = re.compile(
    r"(?i)per (?:\w+ ){0,2}(?:share|unit|ad[rs]|barrel|tonne|ounce)\b|rate|ratio|yield|margin|"
    r"percent|\bterm\b|\blife\b|years|%|每股|率|比"
)
UNIT_HEADS = ("单位", "计量单位", "unit", "units")


Cell: TypeAlias = tuple[int, int, str]  # start, end and text


class Unit(NamedTuple):
    """A unit that a header names: name, kind, power of ten."""

    name: str
    kind: str
    power: int


class Row(NamedTuple):
    """One line of a table: its cells as (start, end, text), and the header and caption above it."""

    cells: list[Cell]
    head: list[Cell]
    caption: Unit | None
    given: Unit | None


def has_tables(text: str) -> bool:
    """Return whether a text has any of the marks that separate the cells of a table."""
    return "|" in text or "\t" in text or "  " in text


def rows(text: str) -> dict[int, Row]:
    """Return the rows of all tables of a folded text by the start of their line.

    A row has two cells or more, separated by ``|``, a tab or two spaces; a blank line ends a table, and its first row
    is its header.
    """
    lines: dict[int, Row] = {}
    head: list[Cell] = []
    caption: Unit | None = None
    place: int | None = None
    at = 0
    if not has_tables(text):
        return lines
    for line in text.split("\n"):
        cells = _cells(line, at)
        if not line.strip():
            head, caption = [], None if head else caption
        elif len(cells) < 2 or (TITLE.match(line) and "|" not in line and "\t" not in line):
            head, caption = [], caption_unit(line)
        elif not RULE.fullmatch(line):
            given = named_unit(cells[place][2]) if head and place is not None and place < len(cells) else None
            lines[at] = Row(cells, head, caption, given)
            if not head:
                head = cells
                caption = caption or (header_unit(cells[0][2]) if cells[0][2].endswith(")") else None)
                place = next((index for index, cell in enumerate(cells) if cell[2].lower() in UNIT_HEADS), None)
        at += len(line) + 1
    return lines


def caption_unit(line: str) -> Unit | None:
    """Return the unit that a line above a table names: 单位:亿元, Employment (thousands)."""
    stated = CAPTION.search(line)
    if stated:
        return named_unit(stated[1])
    titled = line.lstrip().startswith(("Table", "表")) or line.rstrip().endswith(")")
    return header_unit(line.strip()) if titled else None


def _cells(line: str, at: int) -> list[Cell]:
    cells, start = [], 0
    for mark in [*PARTED.finditer(line), None]:
        end = mark.start() if mark else len(line)
        if line[start:end].strip():
            cells.append((at + start, at + end, line[start:end].strip()))
        start = mark.end() if mark else end
    return cells


class Tables:
    """The tables of one text.

    Parameters
    ----------
    folded : str
        The text, folded.
    printed : str, optional
        The text as it is, for headers as printed.
    """

    def __init__(self, folded: str, printed: str | None = None) -> None:
        self.rows, self._printed = rows(folded), folded if printed is None else printed
        self._starts = sorted(self.rows)
        self._widest: dict[int, int] = {}
        for row in self.rows.values():
            self._widest[id(row.head)] = max(self._widest.get(id(row.head), 0), _width(row))

    def __bool__(self) -> bool:
        return bool(self.rows)

    def cell(self, start: int) -> tuple[Row, int] | None:
        """Return the row and the index of the cell that a character is in, or None."""
        at = bisect_right(self._starts, start) - 1
        row = self.rows[self._starts[at]] if at >= 0 else None
        if row is None or start > row.cells[-1][1]:
            return None
        index = bisect_right(row.cells, start, key=lambda cell: cell[0]) - 1
        return (row, index) if index >= 0 and start < row.cells[index][1] else None

    def unit(self, start: int, end: int) -> Unit | None:
        """Return the `Unit` that a header, a column of units or the line above gives to a bare number."""
        found = self.cell(start)
        if not found or end - start < len(found[0].cells[found[1]][2].strip("~约+ ()")):
            return None
        row, index = found
        if not row.head:
            return None
        if row.cells[index + 1 : index + 2] and row.cells[index + 1][2][:1] == "%":
            return Unit("percent", "share", 0)
        head = self._aligned(row, index)
        if head and (unit := header_unit(head[2])):
            return unit._replace(kind="change") if unit.kind in ("share", "ratio") and CHANGE.search(head[2]) else unit
        if row.given or not index:
            return row.given
        unit = header_unit(row.cells[0][2]) or _scaled(row, head, self._printed[start:end])
        sign = row.cells[index - 1][2]  # a currency in a cell of its own: | $ | 1,570 |
        return Unit(MONEY[sign], "money", unit.power if unit else 0) if sign in MONEY else unit

    def negative(self, start: int, end: int) -> bool:
        """Return whether a cell is a number in brackets, which is negative: (1,204), ( 1,204 ), $(1,204)."""
        found = self.cell(start)
        if found and not found[1] and found[0].cells[1:] and found[0].cells[1][2][:1].isalpha():
            return False  # (5)  If a product: the mark of a list
        bare = BRACKETED.match(found[0].cells[found[1]][2]) if found else None
        return bare is not None and bare[1] == self._printed[start:end].lstrip("$€£¥ ")

    def headers(self, start: int) -> tuple[str, str]:
        """Return the headers of the row and the column of the cell that a character is in, or empty strings."""
        found = self.cell(start)
        if not found:
            return "", ""
        row, index = found
        first, head = row.cells[0] if index else None, self._aligned(row, index)
        return self._words(first), self._words(head)

    def _aligned(self, row: Row, index: int) -> Cell | None:
        """Return the header of a cell: in the same place, or one before where the head has no name for the rows.

        Cells that hold a sign alone count for nothing. Where a row has fewer cells than others, which are missing is
        not known.
        """
        names = self._widest.get(id(row.head), 0) - len(row.head)
        if len(row.head) < 2 or names not in (0, 1) or _width(row) != len(row.head) + names:
            return None
        at = index - sum(cell[2] in SIGNS for cell in row.cells[:index]) - names
        return row.head[at] if 0 <= at < len(row.head) else None

    def _words(self, cell: Cell | None) -> str:
        return self._printed[cell[0] : cell[1]].strip() if cell else ""


def _scaled(row: Row, head: Cell | None, printed: str) -> Unit | None:
    """Return what the line above gives a cell: no magnitude to a rate, nor thousands to what has decimals."""
    unit = row.caption
    if not unit or not unit.power:
        return unit
    named = f"{row.cells[0][2]} {head[2] if head else ''}"
    apart = UNSCALED.search(named) or (unit.power == 3 and "." in printed)
    return unit._replace(power=0) if apart else unit


def _width(row: Row) -> int:
    """Return how many cells of a row hold more than a sign."""
    return sum(cell[2] not in SIGNS for cell in row.cells)


def header_unit(head: str) -> Unit | None:
    """Return the unit that a header names in brackets or after a comma: 收入（亿元）, Change (%), Output, GWh.

    Examples
    --------
    >>> header_unit("收入(亿元)"), header_unit("Jobs (thousands)"), header_unit("名称")
    (Unit(name='CNY', kind='money', power=8), Unit(name='count', kind='count', power=3), None)
    """
    for match in IN_BRACKETS.finditer(head):
        if unit := named_unit(match[1] or match[2]):
            return unit
    return Unit("percent", "share", 0) if head.endswith("%") or head.lower().startswith("percent") else None


def named_unit(word: str) -> Unit | None:
    """Return the unit that a cell or a caption names, with its magnitude, or None.

    Examples
    --------
    >>> [named_unit(word)[::2] for word in ("亿千瓦时", "元/千瓦时", "% change", "£ million")]
    [('kilowatt_hour', 8), ('CNY', 0), ('percent', 0), ('GBP', 6)]
    """
    word = word.translate(FOLD).strip().partition("/")[0].strip()
    money = next((money for money in MONEY_BEFORE if word.startswith(money) and word != money), None)
    if money:  # 人民币千元
        unit = named_unit(word.removeprefix(money))
        return unit._replace(name=MONEY_BEFORE[money], kind="money") if unit else None
    if not word:
        return None
    if word in UNITS:
        return Unit(*UNITS[word])
    if scaled := SCALED.match(word):
        counted = UNITS.get(scaled[2]) if scaled[2] else ("count", "count", 0)
        return Unit(counted[0], counted[1], counted[2] + numerals.power(scaled[1])) if counted else None
    if thousands := THOUSANDS.match(word.lower()):
        unit = named_unit(thousands[2]) if thousands[2] else None
        return Unit(*(unit[:2] if unit else ("count", "count")), SCALES[thousands[1]] + (unit.power if unit else 0))
    first, _, rest = word.partition(" ")
    if first[0] in "%$€£¥":  # $m, £ million, % change
        name, kind = UNITS["%"][:2] if first[0] == "%" else (MONEY[first[0]], "money")
        scale = (first[1:] + " " + rest).strip().lower().removeprefix("in ").rstrip("s")
        return Unit(name, kind, (SCALES | SUFFIXES).get(scale, 0))
    return Unit(*UNITS[first]) if rest and first in UNITS else None
