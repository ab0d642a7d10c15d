"""The kinds of columns that tables are made of: what a cell may hold, and the fix where it does not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from claimbook.quantity.quantity import COMPARATORS
from claimbook.quantity.unit import COMPOUND, UNITS
from claimbook.tables.vocabulary import PRECISIONS

PERIOD = r"(\d{4}(-\d{2}(-\d{2})?)?)?(/(\d{4}(-\d{2}(-\d{2})?)?)?)?"
NUMBER = r"-?\d{1,30}(\.\d{1,30})?"
ADDRESS = r"https?://[^\s\x00-\x20\x7f\[\]<>\"]+"
DIGITS = r"\d{2,12}"  # of an id: as many as it takes, and no more than a number may have
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
SHA256 = r"[0-9a-f]{64}"
IDS = r"[A-Za-z]\w*( [A-Za-z]\w*)*"
SHOWN = 100  # characters of a cell that a sentence repeats
EMPTY = "must not be empty; fill in what is missing"
PERIOD_FIX = "must be 2021, 2021-06, 2021-06-30, two of them with / between, or 2020-07-12/ for “since”"
IDS_FIX = "must be ids with a space between them"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    meaning : str
        What its cells say; the codebook prints it.
    fix : str
        What is said of a cell that does not fit.
    pattern : str
        The regular expression that a whole cell matches, where there are no fixed words.
    allowed : tuple of str
        The fixed words of which a cell is one; empty where a cell holds other text.
    open : bool
        Whether the words are the usual ones and the pattern decides.
    blank : bool
        Whether a cell may be empty.
    unique : bool
        Whether no two rows may share a cell.
    """

    meaning: str
    fix: str
    pattern: str = ".*"
    allowed: tuple[str, ...] = ()
    blank: bool = False
    unique: bool = False
    open: bool = False

    @cached_property
    def _fitting(self) -> re.Pattern[str]:
        return re.compile(f"(?s:{self.pattern})", re.ASCII)

    def fault(self, cell: str) -> str:
        """Return what is wrong with a cell, or an empty string.

        Examples
        --------
        >>> number("how much").fault("1100"), one_of("language", ("en", "zh")).fault("fr")
        ('', '“fr” must be one of: en, zh')
        """
        if self.blank and not cell:
            return ""
        fixed = self.allowed and not self.open
        fits = cell in self.allowed if fixed else self._fitting.fullmatch(cell)
        return "" if fits else f"“{_short(cell)}” {self.fix}" if cell.strip() else self.fix


def _short(cell: str) -> str:
    return cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…"


def text(meaning: str, *, blank: bool = False, unique: bool = False) -> Column:
    """Make a column of free text."""
    return Column(meaning, EMPTY, ".*" if blank else r".*\S.*", blank=blank, unique=unique)


def one_of(meaning: str, allowed: Iterable[str], *, blank: bool = False) -> Column:
    """Make a column that holds one of the allowed words."""
    words = tuple(dict.fromkeys(allowed))
    named = dict.fromkeys([*words, ""] if blank else words)
    fix = f"must be one of: {', '.join(word or '(empty)' for word in named)}"
    return Column(meaning, fix, allowed=words, blank=blank)


def pattern(meaning: str, regex: str, fix: str, *, blank: bool = False, unique: bool = False) -> Column:
    """Make a column whose cells match a regular expression."""
    return Column(meaning, fix, regex, blank=blank, unique=unique)


def identifier(meaning: str, letter: str, *, blank: bool = False, unique: bool = False) -> Column:
    """Make a column of ids: a letter and a number."""
    return pattern(meaning, letter + DIGITS, f"must be an id such as {letter}01", blank=blank, unique=unique)


def unit(meaning: str, *, blank: bool = False) -> Column:
    """Make a column that holds a unit, or one per others.

    Examples
    --------
    >>> unit("in what").fault("USD/day"), unit("in what").fault("bananas")
    ('', '“bananas” must be a unit of the codebook, such as CNY, or one per another, such as USD/day')
    """
    fix = "must be a unit of the codebook, such as CNY, or one per another, such as USD/day"
    return Column(meaning, fix, COMPOUND, tuple(filter(None, UNITS)), blank=blank, open=True)


def number(meaning: str) -> Column:
    """Make a column of exact decimals."""
    fix = "must be a plain number such as 1100 or 2.3: no thousands separator, no unit, no 万"
    return pattern(meaning, NUMBER, fix, blank=True)


def selector(*, blank: bool) -> dict[str, Column]:
    """Make the columns that say where words are."""
    whole, digits = "must be a whole number of characters", r"\d{1,9}"
    return {
        "start": pattern("first character, in Unicode code points from 0", digits, whole, blank=blank),
        "end": pattern("one past the last character", digits, whole, blank=blank),
        "exact": text("the words themselves", blank=blank),
        "prefix": text("the words before, on the same line", blank=True),
        "suffix": text("the words after, on the same line", blank=True),
    }


def quantity() -> dict[str, Column]:
    """Make the columns of a quantity."""
    return {
        "low": number("lower end, in the unit"),
        "high": number("upper end; equal to low for a single number"),
        "unit": unit("unit of low and high", blank=True),
        "comparator": one_of("how the number is meant", COMPARATORS, blank=True),
        "precision": one_of("how wide the number is read", PRECISIONS, blank=True),
    }
