"""The sentence around a place in a text."""

import re

SENTENCE_END = re.compile(r"[。!?！？;；\n]|\.(?=\s)")

NEAR = 256  # characters in which most sentences begin
FAR = 4096  # characters before and after a place in which its sentence is, at most: a text without an end is not one


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the sentence, or the table row, around ``text[start:end]``.

    Examples
    --------
    >>> sentence("客流增长。票价降5%。", 8, 10)
    (5, 11)
    """
    left = _begin(text, start)
    stop = SENTENCE_END.search(text, end, end + FAR + 1)
    right = stop.start() + (stop[0] != "\n") if stop else min(len(text), end + FAR)
    lead = len(text[left:right]) - len(text[left:right].lstrip())
    return left + lead, right


def _begin(text: str, start: int) -> int:
    """Return the end of the last sentence before a place, looking further back only where there is none nearby."""
    reach = NEAR
    while True:
        first = max(0, start - reach)
        ends = [match.end() for match in SENTENCE_END.finditer(text, first, start)]
        if ends or not first or reach >= FAR:
            return ends[-1] if ends else first
        reach *= 4
