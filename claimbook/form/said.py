"""What is wrong with a cell, in the reader's language as far as that is known."""

import re

from claimbook.language.phrase import phrase

CELL = re.compile(r"(“.*?”) (must .*)", re.S)  # a fault that begins with what the cell holds


def said_fault(words: str, language: str) -> str:
    """Say what is wrong with a cell, without repeating what it holds.

    Examples
    --------
    >>> said_fault("must not be empty; fill in what is missing", "zh")
    '不能为空，请填写'
    """
    match = CELL.fullmatch(words)
    return phrase(match[2] if match else words).said(language)
