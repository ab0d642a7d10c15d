"""Whose figures an English text reports, as its headline and its first sentences have it: “…, says WHO report”."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from importlib.resources import files

from claimbook.find.speaker import NAME, speaker
from claimbook.language.phrase import HAN

LEAD = 1200  # characters of a text in which it says whose figures it reports
ORGANISED = re.compile(
    r"\b(?:Organi[sz]ation|Agency|Bureau|Institute|Office|Department|Ministry|Association|Council|Commission|Centers?|Centre|Bank|Fund"
    r"|Administration|Federation|Authority|Union|University|Statistics|Foundation|Reserve|Board|Committee|Chamber|Society"
    r"|Research|Eurostat|Census|Programme|Nations)\b"
)
SHORT = r"[A-Z][A-Z&.]{1,7}"
AROUND = re.compile(r"^(?:The|A) |[’']s$|(?<=[a-z]{3})\.$")  # what is no part of a name
DEFINED = re.compile(rf"({NAME}),? \(({SHORT})\)")
DATA = r"(?i:reports?|data|figures|statistics|survey|study|analysis|outlook|estimates|release|review|bulletin|index)"
GIVES = (
    r"(?:releas|reveal|report|announc|publish|not|estimat|warn|indicat|show|highlight|confirm|add|unveil)(?:ed|es|s|e)?"
    r"|sa(?:id|ys?)|f(?:ound|inds?)"
)
HEADLINE = (
    re.compile(rf"(?:[:–—-]|\bsays?|\baccording to|\bfinds?|\bby) (?:the |new )?({SHORT}|{NAME})(?: {DATA})?$"),
    re.compile(
        rf"^({SHORT}|{NAME}?)(?:[’']s)?(?: [\w-]+){{0,3}} (?:{DATA}|says?|warns?|finds?|releases?)\b|^({SHORT}): "
    ),
)
SENTENCE = (
    re.compile(
        rf"({NAME}),?(?: \({SHORT}\))?(?: (?:{DATA}))?(?: (?:has|have|also|then|today|\w+day|\w+ly))* (?:{GIVES})\b"
    ),
    re.compile(rf"({NAME})(?: \({SHORT}\))?[’']s? (?:(?!said)[\w-]+ ){{0,4}}{DATA}\b"),
    re.compile(rf"\b(?:latest|new|annual|monthly|quarterly) ({NAME}) (?:\({SHORT}\) )?{DATA}\b"),
    re.compile(
        rf"\b(?:said|says|reported|released|published|issued|compiled|conducted|reveals?) (?:\w+ )?(?:by )?the ({NAME})"
    ),
    re.compile(rf"\b{DATA}(?: \w+){{0,2}} (?:from|by|of) the ({NAME})"),
)


def told_by(title: str, text: str) -> str:
    """Return the organisation whose figures an English text reports, by its full name; else an empty string.

    Examples
    --------
    >>> told_by("TB replaces Covid as top killer, says WHO report", "India tops the list of 30 countries.")
    'World Health Organization'
    >>> told_by("", "Sales rose 5%, according to the Acme Research Institute (ARI). ARI said more is to come.")
    'Acme Research Institute'
    >>> told_by("", "Sales rose by 5%, says the Statistics Office.")
    'Statistics Office'
    >>> told_by("Sales rose", "Sales rose by 5% to 3 million, Mr. Smith said.")
    ''
    """
    if HAN.search(text[:LEAD]):
        return ""
    lead = text[:LEAD]
    defined = {short: name for name, short in DEFINED.findall(lead)}
    found = Counter[str]()
    for weight, line in ((2, title.strip()), *((1, one) for one in re.split(r"(?<=[.!?”])\s+|\n", lead))):
        for name in _named(line, HEADLINE if weight == 2 else SENTENCE):
            if full := _full(name, defined):
                found[full] += weight
    return found.most_common(1)[0][0] if found else ""


def _named(line: str, patterns: tuple[re.Pattern[str], ...]) -> list[str]:
    names = [speaker(line)] if patterns is SENTENCE else []
    names += [group for pattern in patterns for match in pattern.finditer(line) for group in match.groups() if group]
    return list(dict.fromkeys(AROUND.sub("", name.strip()) for name in names if name))


def _full(name: str, defined: dict[str, str]) -> str:
    """Return the full name of an organisation, as it is known or as the text defines it; empty for any other name."""
    bodies = _bodies()
    known = bodies.get(name) or bodies.get(re.sub("isation", "ization", name).casefold())
    if known:
        return known
    full = defined.get(name, name)
    full = re.sub(r"^(?:The|the) ", "", full)
    return bodies.get(full.casefold(), full) if ORGANISED.search(full) and " " in full else ""


@cache
def _bodies() -> dict[str, str]:
    """Return the known organisations by their short name, and by their full one in small letters."""
    text = files("claimbook.find").joinpath("bodies.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {row["short"]: row["name"] for row in rows} | {row["name"].casefold(): row["name"] for row in rows}
