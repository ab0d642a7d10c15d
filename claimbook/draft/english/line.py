"""The sentences of an English line read one by one, each without what only says when, where or by whom it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimbook.draft.english import read as english
from claimbook.draft.english.aside import QUARTER
from claimbook.draft.english.bare import bare, past_leads
from claimbook.draft.english.credit import opening
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.phrase import Word, words_of
from claimbook.draft.english.pointing import BASED
from claimbook.draft.reading import Reading
from claimbook.draft.sentences import sentences
from claimbook.draft.when import When
from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

QUARTERLY = re.compile(r"(?i)\bquarterly\b|\b(?:in|for|during) the (?:latest |most recent )?quarter\b(?! of)")
HEADED = re.compile(
    r"((?!They|We|He|She|It|The|This|US|UK|More|Most|Many)(?:[A-Z][\w.&’'-]*\s){1,4}?)(?:approves?|plans?|sees|says|cuts?|raises?|posts?|reports?|wins?|adds?|hires?|opens?|closes?|gets|sets|beats|misses|launches|buys|sells|expects|faces|boosts|names|seeks|votes|passes|adopts)\s(?=[a-z\d$€£])"
)

Rows = list[tuple[Mention, Reading]]


def read(
    line: str, local: Sequence[Mention], roles: Mapping[int, Role], found: Sequence[When], memory: Memory
) -> Iterator[tuple[tuple[int, int], Rows]]:
    """Yield where each sentence of a line is, with the readings of its numbers.

    Parameters
    ----------
    line : str
    local : list of Mention
        Its numbers, with their places in it.
    roles : dict of int to Role
        Of the numbers, by their starts.
    found : list of When
        Its times.
    memory : Memory
        Of what the text said so far.
    """
    dated = {one.start for one in found} | {at for at, role in roles.items() if role == Role.PERIOD}
    spans = [(one.start, one.end, False) for one in found]
    spans += [(one.start, one.end, roles[one.start] == Role.CLAIM) for one in local
              if not any(first < one.end and one.start < last for first, last, _ in spans)]  # fmt: skip
    for first, last in sentences(line):
        inside = {one.start - first: one for one in local if first <= one.start < last}
        here = [(a - first, b - first, kind) for a, b, kind in spans if first <= a and b <= last]
        words = words_of(line[first:last], here, {one - first for one in dated})
        words = _by_name(words, line[first:last], memory.subject)
        begins = begin(line[first:last], min((a for a, _, kind in here if kind), default=0))
        readings = english.read([one for one in words if one.start >= begins], inside, memory)
        yield (first, last), [(inside[at], reading) for at, reading in readings.items()]


def _by_name(words: list[Word], text: str, name: str) -> list[Word]:
    """Return words that begin with the name of the firm in place of where that is from: the Cupertino-based company."""
    based = BASED.match(text)
    if not based or not name:
        return words
    rest = [one for one in words if one.start >= based.end()]
    owns = "’s" if based[0].endswith(("’s", "'s")) else ""
    return [Word(0, based.end(), f"{name}{owns}"), *rest]


def begin(text: str, first: int) -> int:
    """Return where a sentence begins to say something of its first number.

    Examples
    --------
    >>> text = "However, according to Acme, sales rose 5%."
    >>> text[begin(text, text.index("5%")) :]
    'sales rose 5%.'
    """
    start, end = bare(text)
    start = opening(text, past_leads(text, start, end), end, first)
    return start if start <= first else 0


def quarter_of(sentence: str, when: str, latest: str) -> str:
    """Return the quarter that a text named last, for a number that a sentence says is of a quarter; else its period.

    Examples
    --------
    >>> quarter_of("Quarterly sales were $5.", "2018", "2018-01/2018-03"), quarter_of("Sales were $5.", "2018", "")
    ('2018-01/2018-03', '2018')
    """
    loose = not when or (len(when) == 4 and when not in sentence)
    return latest if latest and loose and QUARTERLY.search(sentence) else when


def latest_quarter(found: Sequence[When], known: str) -> str:
    """Return the last quarter of some times, else the one that is known.

    Examples
    --------
    >>> latest_quarter([When(0, 1, "2018-01/2018-03"), When(2, 3, "2018")], "")
    '2018-01/2018-03'
    """
    return next((one.period for one in reversed(found) if QUARTER.fullmatch(one.period) and not one.aside), known)


def headed_by(text: str) -> str:
    """Return whom a headline in plain letters says something of, or an empty string.

    Examples
    --------
    >>> headed_by("Mill Road School approves new gym\\nIt costs $5."), headed_by("Gym costs rise")
    ('Mill Road School', '')
    """
    title, _, rest = text.partition("\n")
    found = HEADED.match(title) if rest else None
    return found[1].strip() if found else ""
