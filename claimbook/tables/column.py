"""The kinds of columns that tables are made of: what a cell may hold, and the mend where it does not."""

from pandera.pandas import Check, Column

from claimbook.quantity.quantity import COMPARATORS
from claimbook.quantity.unit import UNITS
from claimbook.tables.vocabulary import PRECISIONS

PERIOD = r"(\d{4}(-\d{2}(-\d{2})?)?)?(/(\d{4}(-\d{2}(-\d{2})?)?)?)?"
NUMBER = r"-?\d{1,30}(\.\d{1,30})?"
ADDRESS = r"https?://[^\s\x00-\x20\x7f\[\]<>\"]+"
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
SHA256 = r"[0-9a-f]{64}"
IDS = r"[A-Za-z]\w*( [A-Za-z]\w*)*"
EMPTY = "must not be empty; fill it in"
PERIOD_MEND = "must be 2021, 2021-06, 2021-06-30, two of them with / between, or 2020-07-12/ for “since”"
IDS_MEND = "must be ids with a space between them"


def text(meaning, *, blank=False, unique=False):
    """Make a column of free text."""
    return _column(meaning, [] if blank else [_rule(r".*\S.*", EMPTY)], unique=unique)


def one_of(meaning, allowed, *, blank=False):
    """Make a column that holds one of the allowed words."""
    words = [*allowed, ""] if blank else list(allowed)
    mend = f"must be one of: {', '.join(word or '(empty)' for word in words)}"
    return _column(meaning, [Check.isin(words, error=mend)], allowed=allowed)


def pattern(meaning, regex, mend, *, blank=False, unique=False):
    """Make a column whose cells match a regular expression."""
    return _column(meaning, [_rule(f"({regex})?" if blank else regex, mend)], unique=unique)


def _column(meaning, checks, *, unique=False, allowed=()):
    return Column(str, checks, unique=unique, description=meaning, metadata={"allowed": dict.fromkeys(allowed)})


def _rule(regex, mend):
    return Check.str_matches(rf"(?s)^(?:{regex})$", error=mend)


def identifier(meaning, letter, *, blank=False, unique=False):
    """Make a column of ids: a letter and a number."""
    mend = f"must be an id such as {letter}01"
    return pattern(meaning, rf"{letter}\d{{2,4}}", mend, blank=blank, unique=unique)


def number(meaning):
    """Make a column of exact decimals."""
    mend = "must be a plain number such as 1100 or 2.3: no thousands separator, no unit, no 万"
    return pattern(meaning, NUMBER, mend, blank=True)


def selector(*, blank):
    """Make the columns that say where words stand."""
    whole = "must be a whole number of characters"
    return {
        "start": pattern("first character, in Unicode code points from 0", r"\d+", whole, blank=blank),
        "end": pattern("one past the last character", r"\d+", whole, blank=blank),
        "exact": text("the words themselves", blank=blank),
        "prefix": text("what stands before, on the same line", blank=True),
        "suffix": text("what stands after, on the same line", blank=True),
    }


def quantity():
    """Make the columns of a quantity."""
    return {
        "low": number("lower end, in the unit"),
        "high": number("upper end; equal to low for a single number"),
        "unit": one_of("unit of low and high", UNITS),
        "comparator": one_of("how the number is meant", COMPARATORS, blank=True),
        "precision": one_of("how wide the number is read", PRECISIONS, blank=True),
    }
