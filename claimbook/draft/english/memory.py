"""What an English text said so far: its numbers in their order, and whom it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.phrase import Word, text_of
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

POINTS = re.compile(
    r"(?i)(?:it|they|that|this|these|those|which|he|she|we|(?:that |this |the )?(?:figures?|numbers?|totals?|amount|result|increase|rise|growth))"
)
KEPT = 200  # readings before a sentence that a number in it may be read by
OFTEN = 4  # times that a text names what it is about, at least
BODY = re.compile(
    r"\b(?:University|Institute|Office|Bureau|Department|Association|Survey|Report|School|Center|Journal|President|Mr|Dr|Street|News)\b"
)
FIRM = re.compile(
    r"(?i)(?:the |our |this |its )?(?:it|we|they|company|firm|group|bank|business|carmaker|automaker|manufacturer|maker|retailer|airline|chain|startup|giant"
    r"|corporation|lender|insurer|miner|utility)"
)
KIND = re.compile(  # of firms, which points to the one that the text speaks of: the home-improvement retailer
    r"(?:[Tt]he |[Tt]his )?(?:[\w’'-]+ ){1,4}(?:company|firm|giant|retailer|carmaker|automaker|maker|bank|airline|startup|chain|manufacturer|insurer|lender|operator|developer|carrier)"
)
COUNTRY = re.compile(r"(?i)(?:the |our )?(?:country|nation|economy|government|our country|kingdom|u\.?s\.? economy)")


@dataclass
class Memory:
    """What the text said so far: the readings of the numbers in their order, and whom it speaks of.

    Parameters
    ----------
    readings : list of (Mention, Reading)
    subject : str
        The name that the text speaks of.
    among, place : str
        The group and the place of the sentence.
    first : int
        How many readings there were before the sentence.
    country : str
        That the whole article is about, as far as that is known.
    names : set of str
        What the text writes with a capital inside its sentences.
    words : set of str
        Its words in small letters.
    """

    readings: list[tuple[Mention, Reading]] = field(default_factory=list)
    subject: str = ""
    among: str = ""
    place: str = ""
    first: int = 0
    country: str = ""
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def start(self, place: str) -> None:
        """Begin a sentence that names a place at its head, or none; forget what was read long ago."""
        del self.readings[:-KEPT]
        self.among, self.place, self.first = "", place, len(self.readings)

    @property
    def last(self) -> Reading:
        """The last reading that names what it measures, of the last four numbers; empty where there is none."""
        return next((one for _, one in reversed(self.readings[-4:]) if one.base), Reading())

    @property
    def here(self) -> Reading:
        """The last reading of the sentence that names what it measures, empty where there is none."""
        return next((one for _, one in reversed(self.readings[self.first :]) if one.base), Reading())

    def same(self, mention: Mention, per: bool | None = None) -> Reading | None:
        """Return the last reading of the sentence of a number of the same unit, and that is `per` something or not."""
        found = [
            one for other, one in reversed(self.readings[self.first :]) if other.unit == mention.unit and one.metric
        ]
        return next((one for one in found if per is None or per == (" per " in one.metric)), next(iter(found), None))

    def is_name(self, found: str, initial: bool) -> bool:
        """Return whether a noun phrase is a name and nothing that is measured: Iran lost 29,000; Audi rose 10%.

        A single word at the start of a sentence is one where the text has it elsewhere, or speaks of another name.
        """
        if MEASURES.fullmatch(found.lower()) or not found[:1].isupper():
            return False
        if found.isupper():
            return len(found) > 2 and found in self.names
        if " " in found:
            return all(word[:1].isupper() for word in found.split())
        told = found in self.names or (self.last.subject[:1].isupper() and found.lower() not in self.words)
        return told and not (found.endswith("s") and found not in self.names) if initial else True

    def points(self, found: str) -> bool:
        """Return whether a noun phrase only points to what was said."""
        return bool(POINTS.fullmatch(found))

    def opens(self, words: Sequence[Word], found: str) -> bool:
        """Return whether a sentence begins with a noun phrase, whose capital then says nothing."""
        return text_of(words, 0, 8).startswith(found[:12])

    def resolved(self, subject: str, only: bool = False) -> str:
        """Return whom a subject points to: the firm or the country of the text; else the subject, unless `only` that."""
        if (FIRM.fullmatch(subject) or KIND.fullmatch(subject)) and self.subject:
            return self.subject
        if COUNTRY.fullmatch(subject) and self.country:
            return self.country
        return "" if only else subject


def names_in(text: str) -> frozenset[str]:
    """Return what a text writes with a capital in the middle of its sentences.

    Examples
    --------
    >>> sorted(names_in("Apple rose. Sales of Apple and Tesla fell in the US."))
    ['Apple', 'Tesla', 'US']
    """
    lines = (line for line in text.split("\n") if line.rstrip()[-1:] in (".", "”", "!", "?"))
    return frozenset(
        match[1] for line in lines for match in re.finditer(r"(?<=[a-z,] )([A-Z][\w&-]+(?: [A-Z][\w&-]+)*)", line)
    )


def topic(text: str) -> str:
    """Return the name of several words that a text names again and again, or an empty string.

    Examples
    --------
    >>> topic("The World Cup is on. The World Cup is big. I like the World Cup. World Cup it is.")
    'World Cup'
    """
    found = Counter(
        re.findall(
            r"\b(?!(?:The|In|On|For|At|A|An|By|And|But|As|From|With|According) )[A-Z][\w&-]+(?: [A-Z][\w&-]+)+", text
        )
    )
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if count >= OFTEN and not BODY.search(name) else ""
