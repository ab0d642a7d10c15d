"""Parts and totals in the columns and rows of a table, and in the items of a list."""

import itertools
import re
from collections.abc import Iterator, Sequence

from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import REMEMBERED
from claimbook.propose.shares import OF_THAT, SAID, UNITS, fits
from claimbook.propose.sketch import Sketch, op_of
from claimbook.propose.totals import MAKE_UP, MOST, REST, TOTAL_BEFORE, of_total, of_whole
from claimbook.tables.vocabulary import CheckBasis

TOTAL = re.compile(
    r"\s*[*_]*(?:grand )?(?:total|sum|overall|all|合计|总计|总数|共计|总额|全部)[*_]*[ ：:（(]?.{0,12}", re.IGNORECASE
)
NESTED = re.compile(r"sub-?total|of which|including|小计|其中|累计|cumulative", re.IGNORECASE)
SHARE = re.compile(
    r"占比|比重|权重|份额|构成|比例|\bshare|\bproportion|\bweight|\bcomposition|\bbreakdown|% of|\bpercent",
    re.IGNORECASE,
)
SORTED = re.compile(
    r"\bsorted|\bby (?:main |primary )?(?:cause|type|reason|source|region|age|sector|category|kind)|\bmain (?:cause|reason)|\bdistribut|\bhow\b.*\b(?:spent|split|divided)|\bwhere\b.*\b(?:goes|comes from)|分布|来源|原因|类型|去向|投向|如下",
    re.IGNORECASE,
)
MANY = re.compile(r"\bmultiple\b|more than one|several (?:boxes|answers)|\btick\b|多选|可选多|重复", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[-*•·‧◦▪–—●]|\d{1,2}[.)、]|[（(]\d{1,2}[)）])\s*")

Cells = list[tuple[str, Number]]  # head of the row, number


def patterns(text: str, numbers: Sequence[Number]) -> Iterator[Sketch]:
    """Yield the checks of all tables and lists of a text."""
    yield from _tables(text, numbers)
    yield from _lists(text, numbers)


def _tables(text: str, numbers: Sequence[Number]) -> Iterator[Sketch]:
    tables = Tables(fold(text), text)
    columns: dict[tuple[int, int, str], Cells] = {}
    rows: dict[int, Cells] = {}
    for number in numbers:
        if not (found := tables.cell(number.start)) or not found[1] or found[0].cells[found[1]][0] < number.start - 3:
            continue
        row, index = found
        head, column = tables.headers(number.start)
        if row.head:
            columns.setdefault((row.head[0][0], index, column), []).append((head, number))
            rows.setdefault(row.cells[0][0], []).append((column, number))
    yield from _share_columns(rows, columns, numbers)
    for (_, _, column), cells in columns.items():
        yield from _column(column, cells)
    for cells in rows.values():
        yield from _totalled(cells)


def _share_columns(
    rows: dict[int, Cells], columns: dict[tuple[int, int, str], Cells], numbers: Sequence[Number]
) -> Iterator[Sketch]:
    """Yield the checks of rows that hold an amount and, beside it, its share of the column's total.

    The total is that of the table, or the number before the table that most of the shares are of.
    """
    beside = {two.start: one for cells in rows.values() for (_, one), (head, two) in itertools.pairwise(cells)
              if two.unit == "percent" and SHARE.search(head)}  # fmt: skip
    for (at, _, head), cells in columns.items():
        pairs = [(beside[two.start], two) for _, two in cells if SHARE.search(head) and two.start in beside]
        pairs = [(one, two) for one, two in pairs if one.unit not in UNITS and one.value > 0 and not two.limit]
        if len(pairs) < 2:
            continue
        totals = [pair for pair, (name, _) in zip(pairs, cells, strict=False) if TOTAL.fullmatch(name)]
        seen = [one for one in numbers if one.start < at and one.unit == pairs[0][0].unit][-REMEMBERED:]
        parts = [pair for pair in pairs if pair not in totals]
        whole = totals[0][0] if totals else max(seen, key=lambda one: _fitting(one, parts), default=None)
        if whole and (totals or 2 * _fitting(whole, parts) > len(parts)):
            for part, share in parts:
                yield Sketch(SAID["share"], (part, whole, share), "{0} / {1}", "{2}", "percent", op_of(share),
                             basis=CheckBasis.PLAIN_READING, reading=OF_THAT)  # fmt: skip


def _fitting(whole: Number, pairs: Sequence[tuple[Number, Number]]) -> int:
    return sum(one.value < whole.value and fits(one, whole, share) for one, share in pairs)


def _column(head: str, cells: Cells) -> Iterator[Sketch]:
    if any(NESTED.search(name) for name, _ in cells):
        return
    unit = cells[0][1].unit
    if unit != "percent":
        yield from _totalled(cells)
    elif SHARE.search(head) and all(number.unit == "percent" and not number.limit for _, number in cells):
        parts = [number for name, number in cells if not TOTAL.fullmatch(name)]
        made, closed = sum(part.value for part in parts), len(parts) < len(cells) or REST.search(cells[-1][0])
        if 2 < len(parts) <= MOST and (closed or 100 <= made <= 130) and 70 <= made <= 130:
            yield of_whole(parts)


def _totalled(cells: Cells) -> Iterator[Sketch]:
    """Yield the check of a last cell whose head says that it is the total of the others."""
    *parts, (name, total) = cells
    alike = all(part.unit == total.unit and part.mention.kind == total.mention.kind for _, part in parts)
    if parts and alike and TOTAL.fullmatch(name) and not any(NESTED.search(head) for head, _ in parts):
        yield from of_total([part for _, part in parts], True, total)


def _lists(text: str, numbers: Sequence[Number]) -> Iterator[Sketch]:
    """Yield the checks of lists of items, one number each, under a line that names a total or a composition."""
    lead: tuple[str, list[Number]] = ("", [])
    items: list[tuple[str, list[Number]]] = []
    for line, own in [*_lines(text, numbers), ("", [])]:
        if ITEM.match(line):
            items.append((line, own))
            continue
        if not line.strip() and not items:
            continue
        yield from _listed(lead, items)
        yield from _summed(items, line, own, text)
        items = []
        lead = (line, own)


def _summed(items: Sequence[tuple[str, list[Number]]], line: str, own: Sequence[Number], text: str) -> Iterator[Sketch]:
    """Yield the check of the first total in the line after a list, where each item has a number of its unit."""
    for total in own:
        parts = [next((one for one in numbers if one.unit == total.unit), None) for _, numbers in items]
        before = text[max(0, total.start - 40) : total.start].rpartition("\n")[2]
        if len(parts) > 1 and all(parts) and total.single and TOTAL_BEFORE.search(before):
            yield from of_total([part for part in parts if part], True, total)
            return


def _lines(text: str, numbers: Sequence[Number]) -> Iterator[tuple[str, list[Number]]]:
    waiting, at, start = sorted(numbers, key=lambda number: number.start), 0, 0
    for line in text.split("\n"):
        own, end = [], start + len(line) + 1
        while at < len(waiting) and waiting[at].start < end:
            own.append(waiting[at])
            at += 1
        yield line, own
        start = end


def _listed(lead: tuple[str, list[Number]], items: list[tuple[str, list[Number]]]) -> Iterator[Sketch]:
    if not 2 <= len(items) <= MOST:
        return
    for total in reversed(lead[1]):
        parts = [next((one for one in own if one.unit == total.unit), None) for _, own in items]
        if total.unit not in ("percent", "times") and total.single and all(parts):
            yield from of_total([part for part in parts if part], True, total)
            return
    shares = [[one for one in own if one.unit == "percent" and one.mention.kind == "share"] for _, own in items]
    if all(len(own) == 1 and not own[0].limit for own in shares) and len(items) > 2:
        listed = [own[0] for own in shares]
        made = sum(part.value for part in listed)
        named = (MAKE_UP.search(lead[0]) or SORTED.search(lead[0])) and not MANY.search(lead[0])
        if (named and 100 <= made <= 130) or (REST.search(items[-1][0]) and 70 <= made <= 130):
            yield of_whole(listed)
