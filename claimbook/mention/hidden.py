"""Characters of no width inside a text: a number is read without them, and found where it is printed."""

import re

# Zero-width spaces and joiners, soft hyphens and marks of direction; before a digit or after one they part nothing.
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
BESIDE = re.compile(f"[0-9]{HIDDEN.pattern}|{HIDDEN.pattern}[0-9]")


def without(text: str) -> tuple[str, list[int]]:
    """Return a text without its hidden characters, and the place in it of each character that is left, and of its end.

    Examples
    --------
    >>> without("1\u200b00")
    ('100', [0, 2, 3, 4])
    """
    places = [place for place, char in enumerate(text) if not HIDDEN.match(char)]
    return "".join(text[place] for place in places), [*places, len(text)]
