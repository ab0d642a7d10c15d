"""Where words are in a text: W3C TextPositionSelector and TextQuoteSelector in one."""

from dataclasses import dataclass

CONTEXT = 12  # characters of prefix and suffix that a new selector keeps


@dataclass(frozen=True)
class Selector:
    """Exact characters of a text.

    Parameters
    ----------
    start, end : int
        Unicode code points from the start of the text, end exclusive
        (W3C Web Annotation, TextPositionSelector).
    exact, prefix, suffix : str
        The words themselves and what comes before and after them (TextQuoteSelector).
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def select(text: str, start: int, end: int) -> Selector:
    """Make the selector of ``text[start:end]``; its context stays within the line.

    Examples
    --------
    >>> select("年利率18%左右", 3, 6)
    Selector(start=3, end=6, exact='18%', prefix='年利率', suffix='左右')
    """
    prefix = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    suffix = text[end : end + CONTEXT].partition("\n")[0]
    return Selector(start, end, text[start:end], prefix, suffix)


def mismatch(text: str, selector: Selector) -> str:
    """Describe in a sentence how a selector misses its text, or return an empty string.

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
