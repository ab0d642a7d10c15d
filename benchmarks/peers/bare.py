"""The least that any extractor in Python does: one pass of a regular expression for digits."""

import re

VERSION = ""
WHOLE = True  # as fast as it can be: the text in one piece
DIGITS = re.compile(r"\d+(?:\.\d+)?")


def find(text, language):
    """Return one dict for each run of digits."""
    return [
        {"start": m.start(), "end": m.end(), "low": m[0], "high": m[0], "unit": "count", "comparator": "="}
        for m in DIGITS.finditer(text)
    ]


def read(text, found):
    """Return the same; nothing is known of it but the digits."""
    return found
