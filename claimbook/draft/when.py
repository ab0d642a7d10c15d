"""A time that a text names: where, which period it is, and whether a number can be of it."""

from __future__ import annotations

from typing import NamedTuple


class When(NamedTuple):
    """A time as a text names it.

    Parameters
    ----------
    start, end : int
        Where it is in the text.
    period : str
        As the tables write one; empty where it cannot be told.
    aside : bool
        Whether it dates something else: what a change is against, or the day on which something was published.
    """

    start: int
    end: int
    period: str
    aside: bool = False
