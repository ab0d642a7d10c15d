"""Whom an English metric is of, as a name: without the words before it, and nobody where a phrase names none."""

from __future__ import annotations

import re

from claimbook.draft.country import ENGLISH

TITLED = re.compile(  # the carrier Emirates Airline, the nominee Jill Stein
    r"^.*\b(?:component|carrier|maker|giant|retailer|nominee|candidate|editor|company|firm|carmaker|automaker|airline|bank|group|subsidiary|brand|startup|leader|president|minister|senator"
    r"|rival|parent|insurer|lender|operator|developer|platform|analyst|economist|supplier|producer|manufacturer|chain|app|service|unit|network|giants|chancellor|governor|mayor) "
    r"(?P<name>(?:[A-Z][\w.&’'-]*(?: |$)|of (?=[A-Z])|& )+)$"
)
NOBODY = re.compile(
    r"(?i)(?:which|what|right|one|some|latest|nearest|those|these|such|this|that|other|another|so|now|according|as|if|when|with|by|from|then|yet|here|there|back|also|only|both|each|either|it|they|you|your)\b.*"
    r"|(?:the )?(?:order|package|region|district|city|county|industry|service|economy|nation|state|team|study|deal|move|plan|program|market|sector|figure|result|results|company|firm|group|management|audience|excluding|including|removing|adding|leaving|citing"
    r"|inventory|trend|change|month|quarter|period|sources?|data|highest|lowest|biggest|largest|most|least|rest|underlying|net|gross|total|average|overall)"
    r"|.* (?:reports?|statistics|the more recent|planning)|.*[,;:()].*"
)
ADJECTIVES = {
    name: re.compile(rf"(?:the )?(?:{pattern})$")
    for name, pattern in ENGLISH.items()
    if name not in ("world", "United States", "United Kingdom")
}
BRITISH, AMERICAN = re.compile(r"(?:the )?British$"), re.compile(r"(?:the )?American$")


def owner_of(subject: str) -> str:
    """Return a subject as the name of somebody, or an empty string where a phrase names nobody.

    Examples
    --------
    >>> owner_of("flagship carrier Emirates Airline"), owner_of("Australian"), owner_of("which stocks")
    ('Emirates Airline', 'Australia', '')
    >>> owner_of("plug-in vehicles"), owner_of("US")
    ('plug-in vehicles', 'US')
    """
    subject = re.sub(r"[’']s?$| (?:now|also|already|instead|again|recently|earlier)$", "", subject.strip())
    if titled := TITLED.match(subject):
        return titled["name"].strip()
    if NOBODY.fullmatch(subject):
        return ""
    if BRITISH.match(subject) or AMERICAN.match(subject):
        return "United Kingdom" if BRITISH.match(subject) else "United States"
    return next((name for name, pattern in ADJECTIVES.items() if pattern.match(subject)), subject)
