"""What the text of an article lost on its way: its tables, and markup that was left in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimbook.language.phrase import HAN
from claimbook.mention.folding import fold
from claimbook.mention.tables import RULE
from claimbook.mention.tables import rows as rows_of

Place = tuple[int, int]
LINE = re.compile(r"[^\n]*\n|[^\n]+")
SENTENCE = re.compile(r"[.。!！?？;；，]$")
BARRED = re.compile(r"\s*\|[^\n]*\|\s*")
NAMES = (
    "a|abbr|b|big|blockquote|br|center|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|mark|ol|p|"
    "pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video"
)
TAG = re.compile(rf"</?(?:{NAMES})(?=[\s/>])[^<>\n]{{0,500}}>|<!--[^\n]{{0,500}}?-->", re.I)
PAIRS = (
    re.compile(r"(?<!\*)(\*\*)(?=[^\s*])[^\n]{0,2000}?[^\s*](\*\*)(?!\*)"),
    re.compile(r"(?<!\w)(__)(?=[^\s_])[^\n]{0,2000}?[^\s_](__)(?!\w)"),
    re.compile(r"(!?\[)[^\[\]\n]{1,300}(\]\(https?://[^()\s]{1,500}\))"),
)
SINGLE = re.compile(r"\\(?=[\\`*_#\[\]|~>])|^#{1,6} (?=\S)|(?<=\S)\t+(?=\S)", re.M)


class Remnant(NamedTuple):
    """Markup that was left in the text: its place, and whether it opens something or closes it."""

    start: int
    end: int
    opens: bool


class Row(NamedTuple):
    """A row of a table: where it starts and ends with all that is printed around its cells, and its cells."""

    start: int
    end: int
    cells: list[Place]


def remnants(text: str) -> list[Remnant]:
    """Return the tags and Markdown signs in a text; what stands side by side is one.

    Examples
    --------
    >>> [tuple(one) for one in remnants("<b>5%</b> of **all**")]
    [(0, 3, True), (5, 9, False), (13, 15, True), (18, 20, False)]
    """
    found = [Remnant(*match.span(), not match[0].startswith("</")) for match in TAG.finditer(text)]
    found += [Remnant(*match.span(), True) for match in SINGLE.finditer(text)]
    for pair in PAIRS:
        for match in pair.finditer(text):
            found += [Remnant(*match.span(1), True), Remnant(*match.span(2), False)]
    return list(_joined(sorted(found)))


def _joined(found: Iterable[Remnant]) -> Iterator[Remnant]:
    last: Remnant | None = None
    for one in found:
        if last and one.start <= last.end:
            last = Remnant(last.start, max(last.end, one.end), last.opens)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def tables(text: str) -> list[list[Row]]:
    """Return the tables of a text, each as its rows; the first is its head.

    Cells are separated as the extractor reads them, or by single spaces where a language writes none between words.
    """
    read = rows_of(fold(text))
    runs, before = list[list[Row]](), ""
    for match in LINE.finditer(text):
        start, end = match.span()
        if before == "read" and "|" in match[0] and RULE.fullmatch(match[0]):
            runs[-1][-1] = runs[-1][-1]._replace(end=end)
            continue
        barred = before == "read" and BARRED.fullmatch(match[0])  # a row of which one cell is filled, or none
        kind = "read" if start in read or barred else "spaced" if _is_spaced(match[0]) else ""
        if kind != before:
            runs.append([])
        if kind:
            cells = [cell[:2] for cell in read[start].cells] if start in read else []
            runs[-1].append(Row(start, end, _cells(match[0], start, cells)))
        before = kind
    return [run for run in runs if len(run) > 1 and _is_table(text, [row.cells for row in run])]


def _is_spaced(line: str) -> bool:
    first, _, rest = line.strip().partition(" ")
    return bool(rest and HAN.search(first) and not SENTENCE.search(rest))


def _cells(line: str, start: int, read: list[Place]) -> list[Place]:
    if "|" not in line:
        return read or [(start + match.start(), start + match.end()) for match in re.finditer(r"\S+", line)]
    places, at = list[Place](), start
    for words in line.split("|"):  # nothing between two bars is an empty cell, nothing outside of them is none
        left = at + len(words) - len(words.lstrip())
        places.append((left, max(left, at + len(words.rstrip()))))
        at += len(words) + 1
    empty = [not line[first - start : last - start] for first, last in (places[0], places[-1])]
    return places[empty[0] : len(places) - empty[1]]


def _is_table(text: str, run: Sequence[Sequence[Place]]) -> bool:
    head, body = run[0], run[1:]
    if len(head) < 2 or any(SENTENCE.search(text[start:end]) for start, end in head):
        return False
    widths = {len(cells) for cells in body}
    if text[head[0][1] : head[1][0]] != " ":  # a head may have no word for the column of names
        return max(widths) <= len(head) or widths == {len(head) + 1}
    told = any(char.isdigit() for cells in body for start, end in cells for char in text[start:end])
    return told and 2 < len(head) >= max(widths) and all(HAN.search(text[start:end]) for start, end in head)
