"""What each column of a table is: whether it dates a row, names it, holds its numbers, or is a code for another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.quantity.when import MONTHS, period_of

# A number with thousands apart or not, as a cell of its own; “2020 2021” is none.
NUMBER = re.compile(
    r"[(+\-−]? ?(?:[$€£¥]|RMB|US\$)? ?(\d{1,3}(?:[,，\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+) ?([%‰]?)\)?[a-z*†]?"
)
LONGEST = 40  # characters of a cell that holds a number
BARE_YEAR = re.compile(r"(?:19|20)\d\d年?(?:/\d\d)?")
DATED = re.compile(r"(?i)\b(?:year|date|period|month|quarter|time|fy)\b|年|月|日期|时间|季度")
# What a date is made of; a code such as 2016A000011124 holds more.
DATE_PARTS = re.compile(
    rf"(?i)(?<!\d)(?:19|20)\d\d(?!\d)|(?:{'|'.join(MONTHS)})[a-z]*|q[1-4]|fy|(?<!\d)\d\d?(?!\d)|\W|_|[年月日第一二三四季度]"
)
BESIDE = 3  # letters that a date may have beside these: a mark of what is preliminary, “end”
CODE = re.compile(r"(?i)(?:^|[ _])(?:ids?|codes?|coordinates?|decimals|footnotes?|fips)$|编码|代码|序号|脚注")
CODED = re.compile(r"[A-Za-z]{0,8}[\d.\-]*\d[A-Z\d.\-]*")


@dataclass(frozen=True)
class Kinds:
    """The columns that name a row, that date it and that hold its numbers."""

    sides: tuple[int, ...]
    dated: tuple[int, ...]
    values: tuple[int, ...]


def number_in(cell: str) -> re.Match[str] | None:
    """Return the match of a cell that holds a number and nothing else."""
    return NUMBER.fullmatch(cell) if len(cell) <= LONGEST else None


def kinds(heads: Sequence[str], sample: Sequence[Sequence[str]]) -> Kinds:
    """Tell the columns of a table apart by their heads and some of their cells."""
    dated, values, sides = [], [], []
    for at, head in enumerate(heads):
        cells = [row[at] for row in sample if row[at]]
        dates, numbers = sum(map(_is_date, cells)), sum(number_in(cell) is not None for cell in cells)
        years = bool(cells) and all(BARE_YEAR.fullmatch(cell) for cell in cells)
        named = bool(DATED.search(head.replace("_", " ")))
        if cells and dates * 2 > len(cells) and (named or numbers < len(cells) or years):
            dated.append(at)
        elif cells and numbers * 2 > len(cells):
            values.append(at)
        elif cells:
            sides.append(at)
    plain = [at for at in values if not CODE.search(heads[at])]
    sides = [at for at in sides if not _is_code(at, sides, sample)]
    return Kinds(tuple(sides), tuple(dated), tuple(plain if sides or dated else values))


def depends(column: int, other: int, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether each cell of a column always goes with the same cell of another."""
    known: dict[str, str] = {}
    return all(known.setdefault(row[column], row[other]) == row[other] for row in rows)


def _is_date(cell: str) -> bool:
    return len(cell) <= 24 and bool(period_of(cell)) and len(DATE_PARTS.sub("", cell)) <= BESIDE


def _is_code(column: int, sides: Sequence[int], sample: Sequence[Sequence[str]]) -> bool:
    """Return whether a column is but a code for what another one names."""
    cells = {row[column] for row in sample if row[column]}
    if len(cells) < 2 or not all(CODED.fullmatch(cell) for cell in cells):
        return False
    return any(other != column and depends(other, column, sample) for other in sides)
