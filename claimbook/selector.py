"""Where words stand in a text: W3C TextPositionSelector and TextQuoteSelector in one."""

import os
import re
from dataclasses import dataclass

CONTEXT = 12  # characters of prefix and suffix that a new selector keeps
ALIKE = 4  # of those, so many at least are found again around words that are too short to be known by themselves


@dataclass(frozen=True)
class Selector:
    """Exact characters of a text.

    Parameters
    ----------
    start, end : int
        Unicode code points from the start of the text, end exclusive
        (W3C Web Annotation, TextPositionSelector).
    exact, prefix, suffix : str
        The words themselves and what stands before and after them (TextQuoteSelector).
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def select(text, start, end):
    """Make the selector of ``text[start:end]``; its context stays within the line.

    Examples
    --------
    >>> select("年利率18%左右", 3, 6)
    Selector(start=3, end=6, exact='18%', prefix='年利率', suffix='左右')
    """
    prefix = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    suffix = text[end : end + CONTEXT].partition("\n")[0]
    return Selector(start, end, text[start:end], prefix, suffix)


def find_again(text, selector, taken=()):
    """Find the words of a selector in another text, where they stand in the most alike surroundings.

    Parameters
    ----------
    text : str
    selector : Selector
    taken : collection of int
        Starts that others hold already.

    Returns
    -------
    Selector or None
        None where the words are gone, stand in other surroundings, such as another 5%, or twice in equally unlike ones.

    Examples
    --------
    >>> find_again("收入增长18%，成本增长18%", Selector(2, 5, "18%", "成本增长", "")).start
    12
    """
    places = [m.start() for m in re.finditer(re.escape(selector.exact), text) if m.start() not in taken]
    if not places:
        return None
    scores = {place: likeness(text, place, place + len(selector.exact), selector) for place in places}
    best = max(scores.values())
    needed = 1 if len(selector.exact) > CONTEXT else ALIKE
    chosen = [place for place in places if scores[place] == best]
    if best < min(needed, len(selector.prefix + selector.suffix)) and (len(chosen) > 1 or needed > 1):
        return None
    nearest = min(chosen, key=lambda place: abs(place - selector.start))
    return select(text, nearest, nearest + len(selector.exact))


def likeness(text, start, end, selector):
    """Count the characters before and after some words that are those around the selector's.

    Examples
    --------
    >>> likeness("成本增长18%左右", 4, 7, Selector(2, 5, "17%", "收入增长", "左右"))
    4
    """
    before, after = text[max(0, start - len(selector.prefix)) : max(0, start)], text[end : end + len(selector.suffix)]
    left = os.path.commonprefix([before[::-1], selector.prefix[::-1]])
    return len(left) + len(os.path.commonprefix([after, selector.suffix]))


def mismatch(text, selector):
    """Say in a sentence how a selector misses its text, or return an empty string.

    Examples
    --------
    >>> mismatch("增长18%", Selector(2, 5, "18%"))
    ''
    >>> mismatch("增长18%", Selector(1, 4, "18%"))
    'characters 1 to 4 are “长18”, not “18%”'
    """
    there = text[selector.start : selector.end]
    if there != selector.exact:
        return f"characters {selector.start} to {selector.end} are “{there}”, not “{selector.exact}”"
    if not text[: selector.start].endswith(selector.prefix):
        return f"the text before character {selector.start} does not end with the prefix “{selector.prefix}”"
    if not text[selector.end :].startswith(selector.suffix):
        return f"the text after character {selector.end} does not start with the suffix “{selector.suffix}”"
    return ""
