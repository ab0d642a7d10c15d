"""The numbers of many texts as one pandas frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from claimbook.mention.scan import mentions

if TYPE_CHECKING:
    import pandas

COLUMNS = ("text", "start", "end", "words", "low", "high", "unit", "comparator", "kind")


def mentions_frame(texts: str | Iterable[str] | Mapping[object, str] | pandas.Series) -> pandas.DataFrame:
    """Return every number of some texts, one a row.

    Parameters
    ----------
    texts : str, iterable of str, dict of str or pandas.Series
        The column ``text`` names each by its place, its key or its label, to be joined on. A missing one has no number.

    Returns
    -------
    pandas.DataFrame
        ``start`` and ``end`` are characters of the text, ``low`` and ``high`` floats in ``unit``.

    Examples
    --------
    >>> mentions_frame(["Sales rose 5%.", "No number."])[["text", "words", "low", "unit"]].values.tolist()
    [[0, '5%', 5.0, 'percent']]
    """
    import pandas

    rows = [
        (label, one.start, one.end, one.exact, one.low, one.high, one.unit, one.comparator, one.kind)
        for label, text in _labelled(texts)
        if isinstance(text, str)
        for one in mentions(text)
    ]
    made = pandas.DataFrame(rows, columns=list(COLUMNS))
    for column in ("low", "high"):
        made[column] = pandas.to_numeric(made[column].map(float, na_action="ignore"))
    return made


def _labelled(texts: str | Iterable[str] | Mapping[object, str] | pandas.Series) -> Iterable[tuple[object, object]]:
    if isinstance(texts, str):
        return [(0, texts)]
    return texts.items() if hasattr(texts, "items") else enumerate(texts)
