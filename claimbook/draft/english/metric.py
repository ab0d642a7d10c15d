"""What an English noun phrase measures, and whom it names as the one whose that is."""

from __future__ import annotations

import re

from claimbook.draft.english.place import divided
from claimbook.draft.english.words import NO_NOUNS
from claimbook.draft.reading import Reading

# What firms have; said without a name, it is the firm's of which the text speaks.
OWNED = re.compile(
    r"(?i)\b(?:net (?:income|loss)|income|revenues?|profits?|(?<!retail )(?<!home )sales|earnings|shares?|share price|stock price|margins?|costs"
    r"|loss|losses|cash|backlog|orders|deliveries|shipments|guidance|dividends?|eps|ebitda|expenses|stores|employees|customers|subscribers)\b"
)
# What no country has, unless its kind is named.
OF_FIRM = re.compile(
    r"(?i)(?<!tax )(?<!government )(?<!state )(?<!fiscal )(?<!corporate )(?<!tourism )(?<!export )(?<!federal )(?<!oil )"
    r"\b(?:revenues?|(?:net |operating |gross |pre-?tax )?profits?|earnings per|net income|eps|ebitda|dividends?|profit margins?|share price|backlog|turnover)\b"
)
COMMON = frozenset(
    "underlying statutory basic interim headline pre-tax pretax post-tax after-tax free trading pro-forma weekly hourly first-half second-half half-year organic early price public private "
    "significant proposed interim final special continuing maintained net gross total average annual global overall retail domestic foreign new consumer household industrial online adjusted quarterly its their "
    "operating median record strong weak higher lower existing home auto car normalized reported combined comparable core fully diluted non-gaap gaap "
    "first-quarter second-quarter third-quarter fourth-quarter full-year mobile digital daily monthly yearly international national local "
    "organic recurring cumulative estimated nearly about over under more most other same-store like-for-like system-wide".split()
)
GOODS = frozenset(
    "ev evs suv pc tv phev house home oil gas gold food energy crude petrol diesel fuel electricity water steel coal housing wage credit mortgage car vehicle job factory".split()
)
# What is measured, which is nobody’s name however it is written.
MEASURES = re.compile(
    r"(?i)(?:(?:non-)?gaap\b.*|(?:adjusted )?ebitda?|eps|gdp|cpi|ppi|pmi|rpi|rpix|hicp|pce|arpu|roe|bmi|.*\b(?:rates?|revenues?|sales|charges?|guidance|margins?|income|prices?|costs?"
    r"|spending|spend|numbers?|share|level|output|production|exports?|imports?|growth|inflation|unemployment|employment|deaths|cases|arrivals|"
    r"registrations|capacity|generation|emissions|demand|supply|consumption|investments?|expenses|earnings|profits?|loss(?:es)?|gains?|"
    r"approval|index|volumes?|backlog|orders|bills?|wages|salar(?:y|ies)|population|yields?|turnout|turnover|proceeds|footfall|occupancy|dividends?|cash flow|percentage|proportion|time|usage|"
    r"confidence|gdp|product|deficit|surplus|debt|traffic|visits|downloads|deliveries|claims|crossings|mortgages|cash|assets|deposits|loans|lending|return on equity|net worth))"
)
WHOLES = re.compile(
    r"(?:total |overall |combined |average |median )?(?:number|total|amount|size|price|cost|value|share|percentage|proportion) of .+"
)
QUALITY = re.compile(r"(?:ial|nal|ive|ant|ent|ed|ing|ous|ic|ary|im)$")  # of adjectives
TIMES = re.compile(
    r"(?:year|month|quarter|week|day|January|February|March|April|May|June|July|August|September|October|November|December)$"
)
KIND = re.compile(r"-(?:related|based|linked|induced|free|led|wide|resistant|affected|positive|negative)$")
PLAIN = re.compile(r"(?:Total|Sales|Number|Shares|Revenues?|Deliveries|Exports|Imports|Production|Spending) ")


def reading_of(metric: str, subject: str = "", base: str = "", change: str = "") -> Reading | None:
    """Return a reading of the clause, or None where it names nothing."""
    if not metric or metric.lower() in NO_NOUNS:
        return None
    return Reading(metric, subject, base or metric, change, "clause", "clause" if subject else "")


def measures(phrase: str) -> bool:
    """Return whether the head of a noun phrase is something that is measured.

    Examples
    --------
    >>> measures("price of a typical home"), measures("typical home")
    (True, False)
    """
    head = re.split(r" (?:of|for|in|per|from|on|to|at|by|with) ", phrase)[0]
    return bool(MEASURES.fullmatch(phrase) or MEASURES.fullmatch(head) or WHOLES.match(phrase))


def metric_of(phrase: str, initial: bool = False) -> tuple[str, str]:
    """Divide a noun phrase into whom it is of and what is measured.

    A capital at the start of a sentence makes no name, unless what follows is what firms have.

    Examples
    --------
    >>> metric_of("Google’s quarterly net income"), metric_of("unemployment rate of Spain")
    (('Google', 'quarterly net income'), ('Spain', 'unemployment rate'))
    """
    if (owner := re.match(r"([^’']+?(?:s(?=[’'] ))?)[’']s?\s(.+)", phrase)) and not WHOLES.match(phrase):
        return ("" if TIMES.search(owner[1]) else owner[1]), owner[2]
    phrase = re.sub(r"^(?:[Hh]igher|[Ll]ower|[Ss]tronger|[Ww]eaker) (?=\w+ )", "", phrase)
    place, rest = divided(phrase)
    if place and not WHOLES.match(phrase):
        return place, rest[:1].lower() + rest[1:] if rest[1:2].islower() else rest
    single = initial and phrase[1:2].islower() and not re.match(r"\S+ [A-Z]", phrase)
    if (single and not OWNED.match(phrase.partition(" ")[2])) or PLAIN.match(phrase):
        phrase = phrase[:1].lower() + phrase[1:]
    if WHOLES.match(phrase):
        return "", phrase
    if of := re.match(r"([a-z][^,]*?) of (?:the )?(?![A-Z]+s\b)([A-Z][^,]*)$", phrase):
        return of[2], of[1]
    if MEASURES.fullmatch(phrase.lower()) and not re.search(
        r"\b[a-z]", phrase.replace(" per ", " ").replace(" of ", " ")
    ):
        return "", re.sub(r"\b[A-Z](?=[a-z])", lambda letter: letter[0].lower(), phrase)
    return _of_name(phrase, initial) or ("", phrase[:1].lower() + phrase[1:] if phrase[1:2].islower() else phrase)


def _of_name(phrase: str, initial: bool) -> tuple[str, str] | None:
    """Divide a phrase after the name that it begins with: General Motors | sales; no kind of thing: TB-related deaths."""
    head = re.match(r"((?:[A-Z0-9][\w.&-]*\s)+)([a-z].*)", phrase)
    if head is None or head[2].startswith(("and ", "or ", "of ", "for ", "in ")):
        return None
    name = head[1].strip()
    if KIND.search(name) or (initial and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", name)):
        return None  # Existing-home sales
    named = not initial or " " in name or name.isupper() or OWNED.match(head[2])
    if " " not in name and initial and name.islower() is False and QUALITY.search(name):
        return None  # Significant cash position
    common = name.lower() in COMMON | GOODS or name.split()[0].lower() in COMMON or MEASURES.fullmatch(name)
    return (name, head[2]) if named and not common else None
