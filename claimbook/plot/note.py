"""The sentences below a picture: what each thing that is drawn means, and who printed it."""

from collections.abc import Collection, Iterable, Sequence

from claimbook.judge.source import Figure
from claimbook.judge.verdict import Label
from claimbook.language.phrase import Series, Spoken, listed, phrase, sentences
from claimbook.plot.mark import Mark, spans
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Tier

MARKS = {
    Tier.PRIMARY: "Diamond: a primary author.",
    Tier.SECONDARY: "Circle: a secondary author, such as a newsroom.",
    Tier.TERTIARY: "Cross: an SEO page, a forum or a digest, which never decides.",
}

COUNTED = {Label.CONFLICTING: "sources disagree on {n}", Label.UNCHECKED: "nobody has looked into {n}"}


Sentence = str | Spoken


def note(*said: Sentence | tuple[object, Sentence]) -> Series:
    """Join sentences; one that comes with a condition is said only where that is true.

    Examples
    --------
    >>> str(note("Orange: the article.", (False, "Cross: a forum."), "Sources: A."))
    'Orange: the article. Sources: A.'
    """
    chosen = [one[1] if isinstance(one, tuple) else one for one in said if not isinstance(one, tuple) or one[0]]
    return sentences(*(phrase(one) if isinstance(one, str) else one for one in chosen))


def counted(label: Label, number: int) -> Spoken:
    """Say how many claims have a verdict.

    Examples
    --------
    >>> str(counted(Label.SUPPORTED, 1)), str(counted(Label.CONFLICTING, 2))
    ('1 is supported', 'sources disagree on 2')
    """
    if label in COUNTED:
        return phrase(COUNTED[label], n=number)
    return phrase("{n} is {verdict}" if number == 1 else "{n} are {verdict}", n=number, verdict=phrase(label))


def marks(tiers: Collection[Tier]) -> Spoken:
    """Describe the marks of the tiers that are drawn."""
    return sentences(*(phrase(words) for tier, words in MARKS.items() if tier in tiers))


def claimed(quantities: Iterable[Quantity]) -> Spoken:
    """Describe how the claims are drawn."""
    wide = any(span.low < span.high for quantity in quantities for span in spans(quantity))
    if wide:
        return phrase("Orange: what the article says, a band as wide as the number is read.")
    return phrase("Orange: what the article says.")


def ranges(drawn: Iterable[Mark]) -> tuple[bool, str]:
    """Describe how a printed range is drawn, where there is one."""
    return any(mark.low < mark.high for mark in drawn), "A line joins the two ends of a printed range."


def sources(figures: Sequence[Figure], most: int = 8) -> Spoken | str:
    """Name the publishers behind the figures."""
    if not figures:
        return ""
    names = list(dict.fromkeys(figure.source.publisher for figure in figures))
    if len(names) > most:
        return phrase("Sources: {names} and {n} more.", names=listed(names[:most]), n=len(names) - most)
    return phrase("Sources: {names}.", names=listed(names))
