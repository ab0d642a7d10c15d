"""The sentence around a place in a text."""

import re

SENTENCE_END = re.compile(r"[。!?！？;；\n]|\.(?=\s)")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the sentence, or the table row, around ``text[start:end]``.

    Examples
    --------
    >>> sentence("客流增长。票价降5%。", 8, 10)
    (5, 11)
    """
    left = max((m.end() for m in SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = SENTENCE_END.search(text, end)
    right = stop.start() + (stop[0] != "\n") if stop else len(text)
    lead = len(text[left:right]) - len(text[left:right].lstrip())
    return left + lead, right
