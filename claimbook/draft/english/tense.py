"""When an English statement is: a time that only the article’s date explains is written out, the present is past."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.pattern import AHEAD, capital
from claimbook.draft.periods import period_en
from claimbook.draft.when import When
from claimbook.mention import Mention

ENDS = re.compile(r"(?i)(?:at|by|in) the (?:end|beginning|start) of (?=[A-Z\d])")
VAGUE = re.compile(
    r"\s(?:in|during|for|over) (?:the|this) (?:quarter|month|year|period|week|season)(?=$|\s(?!of|to|that|end))"
)
PAST = {"is": "was", "are": "were", "stands at": "was", "stood at": "was", "remains at": "was", "has": "had", "have": "had",
        "owes": "owed", "make up": "made up", "makes up": "made up", "account for": "accounted for",
        "accounts for": "accounted for", "rises": "rose", "rise": "rose", "falls": "fell", "fall": "fell", "grows": "grew", "increase": "increased",
        "increases": "increased", "drops": "dropped", "drop": "dropped", "declines": "declined", "decline": "declined",
        "climbs": "climbed", "jumps": "jumped", "slips": "slipped", "gains": "gained", "represents": "represented", "costs": "cost"}  # fmt: skip
PRESENT = re.compile(
    r"(?<!who )(?<!that )(?<!which )(?<!to )(?<!may )(?<!will )(?<!can )(?<!could )(?<!would )(?<!should )(?<!might )(?<!must )\b((?:is|are)(?! \w+ing\b)|(?:stands|stood|remains) at|(?:has|have)(?:(?= (?:an?|the|about|more|some|over|nearly|only)\b)|(?= [\d$€£]))"
    r"|(?:rises?|falls?|grows|increases?|drops?|declines?|climbs|jumps|slips|gains)(?= (?:by |to |nearly |about )?[\d$€£])"
    r"|owes|makes? up|accounts? for|represents|costs)(?=\s)"
)
THAN = re.compile(  # what is set against another time behind it
    r"(?: (?:more|less|higher|lower|fewer|smaller|larger))?(?= (?:than|compared|versus|from (?:a|one|the|last|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b|over (?:the|a|last)\b))"
)


def dated(said: str, period: str, mention: Mention) -> str:
    """Return a sentence with its period, where it names none, and with what is so now as it was then."""
    if period and not AHEAD.search(said):
        said = past(said)
    if period and not any(year in said for year in re.findall(r"(?:19|20)\d\d", period)):
        said = VAGUE.sub("", said)
        at = said.find(mention.exact) + len(mention.exact)
        against = THAN.match(said, at) if at >= len(mention.exact) else None
        if against:
            said = f"{said[: against.end()]} {period_en(period)}{said[against.end() :]}"
        else:
            said = f"{said} {period_en(period)}"
    return capital(said.rstrip(",;")).removesuffix(".") + "."


def past(said: str) -> str:
    """Return a sentence of the present as one of the past, by its first verb, where that is a plain one.

    Examples
    --------
    >>> past("The rate now stands at 5%"), past("Acme has sold 5 cars"), past("Acme has 5 shops")
    ('The rate was 5%', 'Acme has sold 5 cars', 'Acme had 5 shops')
    """
    said = re.sub(r"\b(?:now|currently|still) ", "", said)
    verb = PRESENT.search(said)
    return f"{said[: verb.start()]}{PAST[re.sub(' +', ' ', verb[1])]}{said[verb.end() :]}" if verb else said


def timed(text: str, start: int, end: int, period: str, times: Sequence[When]) -> str:
    """Return a part of a sentence with the period in place of a time that only the article’s date explains."""
    said = text[start:end]
    for one in reversed([one for one in times if start <= one.start and one.end <= end]):
        first, last = one.start - start, one.end - start
        again = said[:first].endswith("(") and any(two.end < one.start and two.period == one.period for two in times)
        if re.search(r"\d{4}", text[one.start : one.end]) and (one.period == period or not period) and not again:
            continue
        before = re.sub(
            r"(?i)\b(?:in|on|of|for|over|during|since|from)\s(?:(?:the|its|their|our|last|this)\s)?$|\blast\s$",
            "",
            said[:first],
        )
        attributive = (
            before == said[:first]
            and re.match(r"[’']?s? ?[a-z]", said[last:])
            and said[:first].rstrip()[-1:] not in ",;"
        )
        if said[:first].endswith("(") and said[last:].startswith(")") and one.period == period:
            said = said[: first - 1].rstrip() + said[last + 1 :]
        elif one.period == (period or one.period) and not attributive:
            when = period_en(one.period)
            if ends := ENDS.match(said, first):  # at the end of August
                when = ends[0] + when.partition(" ")[2]
            said = f"{before}{when}{said[last:]}"
        elif one.period == period:
            said = re.sub(r"\s+", " ", said[:first] + re.sub(r"^[’']s\b", "", said[last:]).lstrip())
    return said
