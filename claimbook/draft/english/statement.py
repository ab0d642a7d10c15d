"""An English claim in one sentence that is clear on its own: the article’s own clause, or a pattern from its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.own import has_verb, own
from claimbook.draft.english.pattern import pattern
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.language.phrase import HAN
from claimbook.mention import Mention

FACT = re.compile(
    r" (?:Number|Percentage|Proportion|Share|Average|Median|Maximum|Minimum|Total|Current|Estimated|Amount|Cost|Annual|The|Value|Price|Rate)\b"
)
GAP = re.compile(r"\d[^,]{0,60},? and (?:the )?(?:[A-Z][\w.]+ )+$")  # and the United States 22%
RESPECTIVE = re.compile(r"\brespectively\b")
BROKEN = re.compile(  # where words are missing
    r"There were (?:[A-Z][a-z-]+ |\d+ [A-Z])|\b(?:in|of|for|by|with|from|at|the|an?) (?:and|was|were|rose|fell|accounted)\b|\bin in\b|\b(?:who|that|least|most) (?:in|of|were|was)\b|\bleast\.$|\b(?:are|is|were|was)(?: on \d+ \w+ \d+| in (?:[A-Z][a-z]+ )?\d{4})?\.$|\bthose\.$|\bnumber of those\b| \d[\d,.]* those\b"
)


def english(
    text: str, reading: Reading, period: str, mention: Mention, times: Sequence[When] = (), before: str = "",
    main: str = "",
) -> str:  # fmt: skip
    """Write an English claim: the clause of its number, made clear by itself, else a sentence from its cells.

    Parameters
    ----------
    text : str
        Its sentence.
    reading : Reading
    period : str
    mention : Mention
        Its place is in the sentence.
    times : list of When, optional
        The times of the sentence.
    before : str, optional
        The sentence before it, where that is in the same paragraph.
    main : str, optional
        The period that the sentence is of, where the number is set against another.
    """
    if HAN.search(text) or (reading.says and text[: mention.start].endswith("(")):
        return pattern(text, reading, period, mention)
    made = pattern(text, reading, period, mention)
    if made and mention.start == 0 and FACT.match(text, mention.end):
        return made
    shared = RESPECTIVE.search(text, mention.end) or GAP.search(text[: mention.start])
    if made and shared and reading.subject and reading.subject_from == "clause":
        return made
    if said := own(text, reading, period, mention, times, before, main):
        return said
    counted = made.startswith("There were") and has_verb(text) and " per " not in reading.metric
    return "" if counted or BROKEN.search(made) or not has_verb(made) else made
