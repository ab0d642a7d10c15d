"""What an English sentence is about, with the place or the owner that only the text around it names."""

from __future__ import annotations

import re

from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.pattern import IN_PLACE, capital, is_place, is_single, owner
from claimbook.draft.english.words import PROPER
from claimbook.draft.reading import Reading

POSSESSED = re.compile(r"^(?:The|A|An|Its|Their|Our|His|Her) |[’']s\b|[’'] ")
NAMED = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]|(?:continues|is|was|has|rose|fell)\b)")


def placed(about: str, reading: Reading, does: str, text: str) -> str:
    """Return what a sentence is about with the place or the owner of the number.

    Parameters
    ----------
    about, does : str
        What the sentence is about, and what it says of that.
    reading : Reading
    text : str
        The sentence as the article has it.

    Examples
    --------
    >>> placed("Sales", Reading("sales", "Acme", subject_from="heading"), "rose 5%", "")
    'Acme’s sales'
    >>> placed("Some 500 shops", Reading("number of shops", "Japan", subject_from="article"), "closed", "")
    'In Japan, some 500 shops'
    """
    subject = reading.subject
    if re.fullmatch(r"(?i)(?:the |our )?economy", about) and is_place(subject):
        return f"{'The ' if owner(subject) == 'U.S.' else ''}{owner(subject)} economy"
    head = re.split(r" (?:of|for|in|per|from|on) ", about)[0].lower().removeprefix("the ")
    measured = MEASURES.fullmatch(head) and not reading.metric.startswith(("number of", "share of"))
    owned = measured and not re.match(r"(?i)(?:the )?(?:total )?number", about)
    if owned and subject != "world" and not POSSESSED.search(re.sub("^The ", "", about)):
        lead = "The " if owner(subject) == "U.S." and is_single(_lowered(about)) else ""
        return f"{lead}{owner(subject)} {_lowered(about)}"
    if is_place(subject) and not NAMED.match(f"{about} {does}"):
        return f"{capital(IN_PLACE.get(subject, f'in {subject}'))}, {_low_first(about)}"
    return about


def _low_first(about: str) -> str:
    """Return words with a small letter at their head, unless a name begins there."""
    common = (about[1:2].islower() or about.startswith("A ")) and about.partition(" ")[0] not in PROPER
    return (about[:1].lower() if common else about[:1]) + about[1:]


def _lowered(about: str) -> str:
    """Return words that no longer begin a sentence: no article, no capital that only the place explains."""
    about = re.sub(r"^(?:The|the|A|An) ", "", about)
    return about[:1].lower() + about[1:] if about[1:2].islower() else about
