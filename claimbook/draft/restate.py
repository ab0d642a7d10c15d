"""Write a drafted statement anew from the cells of its claim, where a person has entered one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.draft import statement
from claimbook.draft.english.pattern import pattern
from claimbook.draft.lexicon import lexicon
from claimbook.draft.reading import Reading
from claimbook.language.phrase import HAN
from claimbook.mention import mentions
from claimbook.quantity.period import period
from claimbook.tables.schema import TABLES
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from claimbook.draft.lexicon import Lexicon
    from claimbook.mention import Mention
    from claimbook.tables.schema import Row

NAMED = ("subject", "metric", "population", "period")  # cells that a statement is made of


def restated(before: Row, row: Row, start: int, text: str, book: Lexicon | None = None) -> Row:
    """Return a claim with its statements as its cells have them now; one that a person wrote or confirmed stays.

    One in the article's own words stays, too, unless another subject, metric or period is entered.

    Parameters
    ----------
    before, row : dict of str to str
        Of ``claims.csv``, as it was and with what was entered.
    start : int
        Where its number is in the article.
    text : str
        The article's.
    book : Lexicon, optional

    Examples
    --------
    >>> row = dict.fromkeys(("claim", "drafted", "population", "statement_zh", "statement_en"), "")
    >>> row |= {"metric": "占比", "subject": "中国", "period": "2022"}
    >>> restated(row, row, 2, "占比15%。")["statement_zh"]
    '2022年，中国占比为15%。'
    """
    first, last = sentence(text, start, start + 1)
    said = text[first:last]
    mention = next((one for one in mentions(said) if first + one.start == start), None)
    if mention is None or not row["metric"] or not _is_period(row["period"]):
        return row
    other = any(before[column] and before[column] != row[column] for column in ("subject", "metric", "period"))
    after, drafted = dict(row), dict(word.split(":") for word in row.get("drafted", "").split())
    for column, says in _statements(row, said, mention, book or lexicon()).items():
        if drafted.get(column) == "pattern" or (other and column in drafted) or not row[column]:
            after[column], drafted[column] = says, "pattern"
            if not says:
                del drafted[column]
    return after | {"drafted": " ".join(map(":".join, drafted.items()))}


def _is_period(words: str) -> bool:
    """Return whether a cell is a period by now; somebody may be typing it."""
    try:
        period(words)
    except ValueError:
        return False
    return not TABLES["claims"]["period"].fault(words)


def _statements(row: Row, said: str, mention: Mention, book: Lexicon) -> Row:
    """Return the statements that the cells make: of a Chinese text in both languages, of another in English."""
    reading = Reading(row["metric"], row["subject"], population=row["population"])
    if not HAN.search(said):
        return {"statement_en": pattern(said, reading, row["period"], mention)}
    english = statement.english_of(reading, row["period"], mention, book)
    return {
        "statement_zh": statement.chinese(reading, row["period"], mention),
        "statement_en": "" if HAN.search(english) else english,  # a name that the lexicon lacks
    }
