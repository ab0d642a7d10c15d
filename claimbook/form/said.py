"""What is wrong with a cell, in the reader's language as far as that is known."""

import re

from claimbook.language.phrase import phrase
from claimbook.language.sentences import translated
from claimbook.language.speaking import speaking

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


def said_note(words: str, language: str) -> str:
    """Say a note of one sentence a line; a sentence that is not known stays English.

    Examples
    --------
    >>> said_note("This is the first.\\nAll are done.", "zh")
    '已是第一处。 全部已填写完毕。'
    """
    if language == "en":
        return words.replace("\n", " ")
    with speaking(language):
        return " ".join(map(translated, words.split("\n")))
