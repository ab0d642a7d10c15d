"""The statement of a Chinese claim: the article's own clause, else a sentence made from the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft import statement
from claimbook.draft.chinese.dated import when_said
from claimbook.draft.chinese.own_words import in_own_words
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.mention import Mention


def says(
    line: str, reading: Reading, subject: str, period: str, mention: Mention, times: Sequence[When],
    others: Sequence[Mention],
) -> tuple[str, str]:  # fmt: skip
    """Return the statement and where it was read: ``clause`` or ``pattern``.

    Parameters
    ----------
    line : str
    reading : Reading
    subject : str
        Of the claim, also where it was read elsewhere.
    period : str
    mention : Mention
    times : list of When
        Of the line.
    others : list of Mention
        The other claims of the sentence.
    """
    if own := in_own_words(line, reading, subject, period, mention, times, others):
        return own, "clause"
    when = when_said(line, mention.start, period, times)
    return statement.chinese(replace(reading, subject=subject), period, mention, when), "pattern"
