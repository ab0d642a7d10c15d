"""Passages: the pieces that a document is cut into, and what of them is compared."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimbook.document import Document, Page
from claimbook.document.stated import without_head
from claimbook.language.phrase import HAN
from claimbook.mention import mentions
from claimbook.mention.rate import rate

if TYPE_CHECKING:
    from claimbook.find.table import Cell

BEFORE = 1500  # characters before a passage that are read for what it inherits
LENGTH = 420  # characters that a passage holds at most, unless one sentence is longer
PROSE = 60  # characters from which a cell is a sentence
LONGEST = 4 * LENGTH  # characters of a sentence at most; what has no end, such as data, is cut
SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]+[”」’)）]*|\n+|$)")
TOKEN = re.compile(r"[\u3400-\u9fff]+|[a-z]+|\d[\d.,]*")
COMMON = frozenset(("the", "of", "and", "in", "to", "is", "was", "for", "on", "by", "that", "with", "as", "at", "from"))


class Number(NamedTuple):
    """A number of a passage: its ends as decimal text, its unit, words, comparator, place, and whether it is a date."""

    low: str
    high: str
    unit: str
    words: str
    comparator: str = "="
    start: int = -1
    dated: bool = False

    def suits(self, dated: bool | None) -> bool:
        """Return whether it may be set beside a year of the calendar, a length of time, or (None) anything else."""
        return dated is None or self.unit != "year" or self.dated == dated


@dataclass(frozen=True)
class Passage:
    """A piece of a document, and the numbers that it prints.

    Parameters
    ----------
    document : str
        Path of the file, relative to the folder that was indexed.
    page : str
        Its page or sheet; empty where there is none.
    text : str
    numbers : tuple of Number
    cell : claimbook.find.table.Cell, optional
        Where it is one number of a table: the heads that name it, its period and its place.
    goes_on : bool
        Whether it begins within the paragraph of the passage before.
    """

    document: str
    page: str
    text: str
    numbers: tuple[Number, ...] = ()
    cell: "Cell | None" = None
    goes_on: bool = field(default=False, compare=False)


def passages_of(document: Document, name: str) -> list[Passage]:
    """Cut a document into passages; a sheet of numbers has none, since its cells are found by their heads.

    Parameters
    ----------
    document : claimbook.document.Document
    name : str
        Its path.

    Returns
    -------
    list of Passage
    """
    pages = ((page.label, _cut(without_head(page.text))) for page in document.pages if not _is_data(page))
    return [
        Passage(name, label, piece, numbers_of(piece), goes_on=goes_on)
        for label, pieces in pages
        for piece, goes_on in pieces
    ]


def _is_data(page: Page) -> bool:
    """Return whether most cells of a sheet are numbers or short names, and not sentences."""
    cells = [cell for row in page.rows for cell in row if cell]
    return bool(cells) and sum(len(cell) > PROSE for cell in cells) * 20 < len(cells)


def pieces_of(text: str) -> list[str]:
    """Cut a text at sentences into pieces of at most `LENGTH` characters.

    Examples
    --------
    >>> [len(piece) for piece in pieces_of("一" * 300 + "。" + "二" * 200 + "。")]
    [301, 201]
    """
    return [piece for piece, _ in _cut(text)]


def _cut(text: str) -> list[tuple[str, bool]]:
    """Return the pieces of a text, each with whether it begins within the paragraph of the piece before."""
    pieces: list[str] = []
    now = ""
    sentences = (match[0] for match in SENTENCE.finditer(text))
    for part in (one[at : at + LONGEST] for one in sentences for at in range(0, len(one), LONGEST)):
        if now and len(now) + len(part) > LENGTH:
            pieces.append(now)
            now = ""
        now += part
    pieces.append(now)
    ends = ["\n", *pieces]
    return [(piece.strip(), not end.endswith("\n")) for end, piece in zip(ends, pieces, strict=False) if piece.strip()]


def numbers_of(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text that have ends, with their words, and their units with what they are per."""
    found = (m for m in mentions(text) if m.low is not None and m.unit)
    return tuple(
        Number(f"{m.low:f}", f"{m.high:f}", rate(text, m), m.exact, m.comparator, m.start, m.kind == "date")
        for m in found
    )


def tokens(text: str) -> list[str]:
    """Return what is compared of a text: pairs of simplified Chinese characters, stems of words, numbers as printed.

    Examples
    --------
    >>> tokens("微粒貸 approved lines 7,800")
    ['微粒', '粒贷', 'approv', 'line', '7800']
    """
    found: list[str] = []
    for run in TOKEN.findall(_simplified()(unicodedata.normalize("NFKC", text)).lower()):
        if HAN.match(run):
            found += [run[at : at + 2] for at in range(len(run) - 1)] or [run]
        elif run[0].isdigit():
            found.append(run.replace(",", "").rstrip("."))
        elif run not in COMMON:
            found.append(_stem(run))
    return found


@cache
def _simplified() -> Callable[[str], str]:
    import opencc

    return opencc.OpenCC("t2s").convert


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    return snowballstemmer.stemmer("english").stemWord


@lru_cache(100_000)
def _stem(word: str) -> str:
    return _stemmer()(word)
