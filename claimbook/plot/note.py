"""The sentences below a picture: what each thing that is drawn means, and who printed it."""

from collections.abc import Collection, Iterable, Sequence

from claimbook.judge.source import Figure
from claimbook.judge.verdict import Label
from claimbook.plot.mark import Mark, spans
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Tier

MARKS = {
    Tier.PRIMARY: "Diamond: a primary author.",
    Tier.SECONDARY: "Circle: a secondary author, such as a newsroom.",
    Tier.TERTIARY: "Cross: an SEO page, a forum or a digest, which never decides.",
}

COUNTED = {Label.CONFLICTING: "sources disagree on {n}", Label.UNCHECKED: "nobody has looked into {n}"}


def note(*sentences: str | tuple[object, str]) -> str:
    """Join sentences; one that comes with a condition is said only where that is true.

    Examples
    --------
    >>> note("Orange: the article.", (False, "Cross: a forum."), "Sources: A.")
    'Orange: the article. Sources: A.'
    """
    said = (one if isinstance(one, str) else one[1] if one[0] else "" for one in sentences)
    return " ".join(sentence for sentence in said if sentence)


def counted(label: Label, number: int) -> str:
    """Say how many claims have a verdict.

    Examples
    --------
    >>> counted(Label.SUPPORTED, 1), counted(Label.CONFLICTING, 2)
    ('1 is supported', 'sources disagree on 2')
    """
    if label in COUNTED:
        return COUNTED[label].format(n=number)
    return f"{number} {'is' if number == 1 else 'are'} {label}"


def marks(tiers: Collection[Tier]) -> str:
    """Describe the marks of the tiers that are drawn."""
    return " ".join(words for tier, words in MARKS.items() if tier in tiers)


def claimed(quantities: Iterable[Quantity]) -> str:
    """Describe how the claims are drawn."""
    wide = any(span.low < span.high for quantity in quantities for span in spans(quantity))
    return f"Orange: what the article says{', a band as wide as the number is read' if wide else ''}."


def ranges(drawn: Iterable[Mark]) -> tuple[bool, str]:
    """Describe how a printed range is drawn, where there is one."""
    return any(mark.low < mark.high for mark in drawn), "A line joins the two ends of a printed range."


def sources(figures: Sequence[Figure], most: int = 8) -> str:
    """Name the publishers behind the figures."""
    if not figures:
        return ""
    names = list(dict.fromkeys(figure.source.publisher for figure in figures))
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Sources: {', '.join(names[:most])}{more}."
