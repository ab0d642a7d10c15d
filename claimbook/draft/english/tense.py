"""When an English statement is: the period of its number where its own words name none."""

from __future__ import annotations

import re

from claimbook.draft.english.pattern import capital
from claimbook.draft.english.words import PROPER
from claimbook.draft.periods import period_en
from claimbook.mention import Mention

VAGUE = re.compile(
    r"\s(?:in|during|for|over) (?:the|this) (?:quarter|month|year|period|week|season)(?=$|\s(?!of\b|to\b|that\b|end))"
)
OPENING = re.compile(r"^(?:In|During|For) the (?:quarter|month|year|period|week|season), ")
OF_NOW = (
    r"(?:is|are|has|have|does|do|can|may|remains?|stands?|accounts? for|makes? up|represents?|costs?|spends?|owns?|holds?|uses?|think|believe|plans?|continues?|lives?|needs?|owes?|want|say|says|expects?"
    r"|generate|gets?|dies?|boasts?|starts?|improves?|keeps?|contains?|includes?)"
)
OF_THEN = r"(?:was|were|had|did|could|[a-z]{2,}ed|rose|fell|grew|won|sold|made|cut|hit|spent|lost|led|took|came|went|saw|shrank|sank|began|became|paid|ran|got|gave|held|kept|built|brought|bought|shed|slid|left)"
VERBS = re.compile(rf"\b(?:(?P<now>{OF_NOW})|{OF_THEN})\b(?! to be\b)")
THAN = re.compile(  # what is set against another time behind it
    r"(?: (?:more|less|higher|lower|fewer|smaller|larger))?(?= (?:than|compared|versus|from (?:a|one|the|last|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b|over (?:the|a|last)\b))"
)
OPENED = re.compile(
    r"(?:In|On|At|For|During|Of|Among|Under|Since|From|By|Over|After|Before|When|As|With|Across|Throughout|Worldwide|Out of|Unlike|Like|Following|Despite|Excluding|Including|Adjusted|Compared|Based|According|Through|Within|Outside|Amid|If|While|Although|Because|Globally|Nationally|Together|To)\b"
)
LEVEL = re.compile(r"\b(?:from|versus|than|against) [$€£]?\d[^,]*$")  # would take a period at its end for its own
PLAIN = 90  # characters of a sentence that takes its period at its end


def dated(said: str, period: str, mention: Mention, against: bool = False) -> str:
    """Return a sentence with its period, where it names none.

    Parameters
    ----------
    said : str
    period : str
        Empty where the sentence names its time itself.
    mention : Mention
    against : bool, optional
        The sentence sets something else against the number, so that no period may follow it.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> number = SimpleNamespace(exact="5")
    >>> dated("Acme sold 5 cars", "2023", number), dated("Acme has 5 shops", "2023", number)
    ('Acme sold 5 cars in 2023.', 'As of 2023, Acme has 5 shops.')
    """
    named = len(period) == len("2023") and period in said
    known = (
        named
        or period_en(period) in said
        or (re.match(r"\d{4}\S*/", period) and period[:4] in said and "since" in said)
    )
    if not period or known:
        return _ended(said)
    said = re.sub(r"(?<=[a-z] )(?:now|currently) (?=[\w£$€])", "", said)
    said, when = OPENING.sub("", VAGUE.sub("", said)), period_en(period)
    verb = VERBS.search(said)
    if not verb or verb["now"]:
        return _now(said, period, when)
    return _ended(_then(said, period, mention, against))


def _then(said: str, period: str, mention: Mention, against: bool) -> str:
    """Return a sentence of what was, with its period where nothing else can be taken to be of it."""
    when = period_en(period)
    at = said.find(mention.exact) + len(mention.exact)
    than = THAN.match(said, at) if at >= len(mention.exact) and "," not in said[:at] else None
    if than and "/" not in period:
        return f"{said[: than.end()]} {when}{said[than.end() :]}"
    other = LEVEL.search(said) or "," in said or re.search(r"\b(?:19|20)\d\d\b", said)
    if against or other or when.startswith("from ") or len(said) > PLAIN:
        return f"{capital(when)}, {low_first(said)}"
    return f"{said} {when}"


def _ended(said: str) -> str:
    """Return a sentence with a capital at its head and its full stop."""
    said = said.rstrip(",; ")
    return capital(said) if re.search(r"[.!?][”\"]$", said) else capital(said).removesuffix(".") + "."


def _now(said: str, period: str, when: str) -> str:
    """Return a sentence of what is so, as of its period."""
    if re.match(r"As (?:of|on) ", said):
        return _ended(said)
    if "/" in period:
        return _ended(f"{capital(when)}, {low_first(said)}")
    return _ended(f"As of {when.partition(' ')[2]}, {low_first(said)}")


def low_first(said: str) -> str:
    """Return a sentence that no longer begins with a capital, unless that is of a name.

    Examples
    --------
    >>> low_first("The rate fell"), low_first("Acme fell"), low_first("US sales fell")
    ('the rate fell', 'Acme fell', 'US sales fell')
    """
    first = re.match(r"[A-Z][a-z’-]*\b", said)
    if re.match(r"New [A-Z]", said):
        return said
    common = first and (
        first[0].lower() in COMMON
        or f"{first[0].lower()}s" in COMMON
        or (OPENED.match(said) and first[0] not in PROPER | {"To"})
    )
    return said[:1].lower() + said[1:] if common else said


COMMON = frozenset(
    "the a an its their his her our my some about around nearly almost over under more less at up only just most many few several both all one two three four five six seven eight nine ten half sales revenue profit income earnings"
    " prices employment unemployment inflation exports imports production output total average median annual net gross retail consumer consumers people households home homes house shares deaths cases growth demand"
    " combined steep hotel cash email influencer lending jobless top many much more employers bakers rents energy food house-price business public private global national local state federal auto gas oil power water electricity solar wind voters traffic capacity students workers employees shoppers adults women men children there every each another no approximately roughly fewer nearly manufacturing existing single-family rents wages jobs fees taxes costs visitors passengers patients buyers shoppers voters drivers workers teachers nurses farmers owners residents customers firms companies banks schools"
    " hospitals retailers airlines automakers exporters imports investors stocks deliveries shipments registrations arrivals births marriages crimes fires floods new last this these those such according".split()
)
