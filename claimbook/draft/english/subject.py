"""Whom an English number is of: the noun phrase itself, the clause, or the name that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimbook.draft.english.phrase import Word, phrase_left, text_of
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.words import CHANGE_NOUNS, NO_NOUNS, SAYS
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

# What firms have; said without a name, it is the firm's of which the text speaks.
OWNED = re.compile(
    r"(?i)\b(?:net income|revenues?|profits?|sales|earnings|shares?|share price|stock price|margins?|costs|loss|losses|operating income|cash"
    r"|orders|deliveries|shipments|guidance|dividend)\b"
)
COMMON = frozenset(
    "net gross total average annual global overall retail domestic foreign new consumer household industrial online adjusted quarterly its their "
    "operating median record strong weak higher lower existing home auto car".split()
)
SUBJECTLESS = frozenset(
    "analysts economists experts researchers forecasts estimates study survey report other others one some most many both all another it they he she "
    "we i you this that these those who which there its their his her our the company".split()
)
MADE = re.compile(
    r"(\w+(?: energy| power)?) (?:capacity|generation|output|production|consumption|exports|imports|shipments)"
)
# What is measured, which is nobody’s name however it is written.
MEASURES = re.compile(
    r"(?i)(?:non-)?gaap\b.*|(?:adjusted )?ebitda?|eps|gdp|cpi|ppi|pmi|revenues?|.*\b(?:charges?|guidance|margin|income)"
)
WHOLES = re.compile(r"(?:number|total|amount|size|price|cost|value) of .+")
GROUPS = re.compile(
    r"(?i)(?:[\w-]+ )?(?:whites|blacks|hispanics|latinos|asians|men|women|boys|girls|males|females|seniors|teens|teenagers|young adults)"
)
LONGEST = 40  # characters of a subject, at most


@dataclass
class Memory:
    """What the text said so far: the readings of the numbers in their order, and whom it speaks of."""

    readings: list[tuple[Mention, Reading]] = field(default_factory=list)
    subject: str = ""
    among: str = ""
    place: str = ""

    @property
    def last(self) -> Reading:
        """The last reading, empty where there is none."""
        return self.readings[-1][1] if self.readings else Reading()


def reading_of(metric: str, subject: str = "", base: str = "", change: str = "") -> Reading | None:
    """Return a reading of the clause, or None where it names nothing."""
    if not metric or metric.lower() in NO_NOUNS:
        return None
    return Reading(metric, subject, base or metric, change, "clause", "clause" if subject else "")


def subject_of(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Return the noun phrase before the nearest verb of the clause that a word is in; who says something is none."""
    for at in range(index - 1, 0, -1):
        low, before = words[at].low, words[at - 1].low
        if words[at].word in (";", ":", "—", "“", "”") or low in ("but", "while", "whereas", "although", "though"):
            break
        if before in ("to", "the", "a", "and", "of", "new") or low.endswith("ing"):
            continue
        if low in SAYS and low not in CHANGE_NOUNS:
            break
        if words[at].kind == VERB:
            start, end = phrase_left(words, at)
            if start < end and end >= at - 8:
                return start, end
    return index, index


def metric_of(phrase: str, initial: bool = False) -> tuple[str, str]:
    """Divide a noun phrase into whom it is of and what is measured.

    A capital at the start of a sentence makes no name, unless what follows is what firms have.

    Examples
    --------
    >>> metric_of("Google’s quarterly net income"), metric_of("unemployment rate of Spain")
    (('Google', 'quarterly net income'), ('Spain', 'unemployment rate'))
    """
    if owner := re.match(r"(.+?)[’']s?\s(.+)", phrase):
        return owner[1], owner[2]
    if WHOLES.match(phrase):
        return "", phrase
    if (of := re.match(r"([a-z].*?) of (?:the )?([A-Z].*)", phrase)) is not None:
        return of[2], of[1]
    if (head := re.match(r"((?:[A-Z][\w.&-]*\s)+)([a-z].*)", phrase)) and not head[2].startswith(("and ", "or ")):
        name = head[1].strip()
        is_name = not initial or " " in name or name.isupper()
        if is_name or (OWNED.match(head[2]) and name.lower() not in COMMON):
            return name, head[2]
    return "", phrase[:1].lower() + phrase[1:] if phrase[1:2].islower() else phrase


def with_subject(words: Sequence[Word], index: int, reading: Reading, memory: Memory) -> Reading:
    """Return a reading with its subject; one of the sexes or of a descent is a group of the article's country."""
    made = _with_subject(words, index, reading, memory)
    if made.subject and GROUPS.fullmatch(made.subject) and not made.metric.startswith(("share of", "number of")):
        return replace(made, subject="", subject_from="", population=made.population or made.subject)
    return made


def _with_subject(words: Sequence[Word], index: int, reading: Reading, memory: Memory) -> Reading:
    """Return a reading with its subject: its own, the clause's, or whom the text speaks of."""
    if not reading.metric or reading.subject or (reading.metric.startswith("number of") and not reading.says):
        return reading
    if reading.base.startswith("global "):
        base, metric = reading.base.removeprefix("global "), reading.metric.replace("global ", "", 1)
        return replace(reading, metric=metric, base=base, subject="world", subject_from="clause")
    if (made := MADE.fullmatch(reading.base)) and not made[1].endswith(("able", "al", "ic", "ing", "new", "ed")):
        return replace(reading, subject=made[1], subject_from="clause")
    if about := _about(words, index, reading):
        return replace(reading, subject=about, subject_from="clause")
    if memory.place and not OWNED.search(reading.metric):
        return replace(reading, subject=memory.place, subject_from="sentence")
    if not memory.subject or not OWNED.search(reading.metric):
        return reading
    return replace(reading, subject=memory.subject, subject_from="paragraph")


def _about(words: Sequence[Word], index: int, reading: Reading) -> str:
    """Return whom the clause is about, or an empty string."""
    start, end = subject_of(words, index)
    text = text_of(words, start, end)
    if any(one.low == "with" for one in words[end:index]):  # 54 million were eligible, with 86 percent of …
        return ""
    if (
        not text
        or text.lower() in reading.metric.lower()
        or text.lower() in ("shares", "stock")
        or text.lower() in SUBJECTLESS
    ):
        return ""
    if MEASURES.fullmatch(text) or (words[end : end + 1] and words[end].low in SAYS):
        return ""
    owner, noun = metric_of(text, start == 0)
    same = noun.lower() in (reading.base.lower(), reading.metric.lower())
    about = owner if same else text
    return about if len(about) <= LONGEST else ""


def is_name(subject: str) -> bool:
    """Return whether a subject is a name, of which the text may go on to speak."""
    return (
        len(subject) > 2
        and not MEASURES.fullmatch(subject)
        and bool(re.match(r"[A-Z]", subject))
        and subject.split()[-1][:1].isupper()
    )
