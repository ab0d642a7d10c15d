"""Where the sentences of a line are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimbook.language.phrase import HAN

SENTENCE_ZH = re.compile(r"[^。！？；]*[。！？；]?[”」）]*")
SENTENCE_EN = re.compile(
    r"[^\n]+?(?:(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No|vs|Co))(?<!\b(?:Mrs|Inc|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec|Sen|Rep|Gov))(?<!\bSept)"
    r"[.!?][”\"’)]*(?=\s+[A-Z“\"0-9$])|$)"
)


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a line, in its language.

    Examples
    --------
    >>> list(sentences("Sales rose. U.S. sales fell."))
    [(0, 11), (12, 28)]
    """
    pattern = SENTENCE_ZH if HAN.search(line) else SENTENCE_EN
    for match in pattern.finditer(line):
        if match[0].strip():
            lead = len(match[0]) - len(match[0].lstrip())
            yield match.start() + lead, match.end()
