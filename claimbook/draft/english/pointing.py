"""Words at the head of an English sentence that point to what was said before, and what they point to."""

from __future__ import annotations

import re

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.clauses import verb_at
from claimbook.draft.english.pattern import OWNS, is_place, owner, with_article
from claimbook.draft.english.phrase import words_of
from claimbook.draft.english.theme import said_of

FIRM = (
    r"company|firm|group|bank|carmaker|automaker|maker|retailer|airline|manufacturer|lender|insurer|miner|giant|chain|startup|business|brand|developer|supplier"
    r"|agency|party|club|university|hospital|district|city|county|council|school|charity|union|utility|operator|producer|retail giant|tech giant"
)
LAND = r"country|nation|kingdom|state|province"
HEAD = re.compile(
    rf"(?i)(?P<own>(?:its|their|his|her|our|my|(?:the|this) (?:(?:[\w-]+ ){{0,2}}(?:{FIRM})|{LAND})[’']s)\s)|(?P<who>(?:it(?!self)|they|he|she|we|(?:the|this) (?:{FIRM}|{LAND}))\b)(?!\s(?:of|is likely|is expected that|is estimated))"
)
OPENED = re.compile(r"(?:In|By|At|For|During|Since|Over|From|As of|On)\s[^,]{2,40},(?: \d{4},)?\s")
BASED = re.compile(  # The Cupertino, California-based company
    rf"(?:The|A) [A-Z][\w. ]{{1,24}}(?:, [A-Z][\w. ]{{1,20}})?-based (?:[\w-]+ ){{0,3}}?(?:{FIRM})(?:[’']s)?\b"
)
VAGUE = re.compile(
    r"(?i)(?:this|that|these|those|such|here)\b(?!\s(?:year|month|week|quarter))|the (?:rest|latter|former)\b"
    r"|the (?:figure|number|rate|level|total|amount|increase|rise|drop|decline|share|result|others?|move|gains?|trend|change|pace)s?,? (?:is|was|were|are|has|had|have|rose|fell|also|comes?|came|compares?|marks?|represents?|hit|reached|jumped|dropped|exceeds?|beats?|will|would|follows)\b"
    r"|together, |an additional |(?:this|that|these|those) \w+ "
    r"|(?:others?|another|both|all three|the two|one|an additional)\b(?!\s(?:in|of|out)\b)|among (?:them|these|those)|of (?:them|these|those)\b"
)
LONGEST = 60  # characters of a noun phrase in place of a pronoun


def named(said: str, subject: str, text: str, before: str) -> str:
    """Return a sentence whose first word names whom it points to, or an empty string where nothing says who that is.

    Parameters
    ----------
    said : str
    subject : str
        Whom its number is of; empty where that is not known.
    text : str
        Its sentence as the article has it.
    before : str
        The sentence before it.

    Examples
    --------
    >>> named("It sold 5 cars", "Acme", "", ""), named("They rose 5%", "", "", "Sales of cars fell in May.")
    ('Acme sold 5 cars', 'Sales of cars rose 5%')
    >>> named("Sales rose 5%", "", "", ""), named("It rose 5%", "", "", "")
    ('Sales rose 5%', '')
    """
    if firm := _of_firm(said, subject, text):
        return firm
    opened = OPENED.match(said)
    lead = opened[0] if opened else ""
    found = HEAD.match(said, len(lead))
    if found is None:
        return said
    who = _who(found, subject, text, before)
    if not who:
        return ""
    rest = re.sub(r"^[’']s\b", " is", re.sub(r"^[’']ve\b", " have", re.sub(r"^[’']re\b", " are", said[found.end() :])))
    head = f"{owner(who)} " if found["own"] else who
    lead = "" if who in lead else lead
    return f"{lead}{head if lead or head[:1].isupper() else head[:1].upper() + head[1:]}{rest}"


def _of_firm(said: str, subject: str, text: str) -> str:
    """Return a sentence about a part, the stock or the seat of a firm with its name, or an empty string for another."""
    part = re.fullmatch(r"(.+?[’']s?) (\w.*)", subject)  # Acme’s legal unit
    headed = part and re.match(rf"(?i)(?:the|its|the company[’']s) {re.escape(part[2])}\b", said)
    if headed:
        return f"{subject}{said[headed.end() :]}"
    stock = re.match(r"(?i)(?:the )?(?:stock|shares|share price)\b(?! (?:of|in)\b)", said)
    if stock and subject[:1].isupper() and not is_place(subject):
        return f"{owner(subject)} {stock[0].lower().removeprefix('the ')}{said[stock.end() :]}"
    based = BASED.match(said)
    if based and subject[:1].isupper() and not is_place(subject):
        return f"{owner(subject) if based[0].endswith('s') else with_article(subject, text)}{said[based.end() :]}"
    return ""


def _who(found: re.Match[str], subject: str, text: str, before: str) -> str:
    """Return whom a word at the head of a sentence points to."""
    low = found[0].strip().lower()
    personal = low in ("he", "she", "his", "her", "we", "our", "my")
    land = re.search(rf"(?:{LAND})", low)
    if land and land[0] in ("province", "state") and subject in ENGLISH:
        return ""
    if subject[:1].isupper() and (land or not is_place(subject)):
        return subject if found["own"] and subject in OWNS else with_article(subject, text)
    return (
        ""
        if personal or land or not low.startswith(("it", "they", "their"))
        else theme_of(before, low.startswith("they"))
    )


def theme_of(before: str, plural: bool) -> str:
    """Return what a sentence is about, where “they” or “it” of the next one may point to that.

    Examples
    --------
    >>> theme_of("Sales of cars fell in May.", True), theme_of("Sales of cars fell in May.", False)
    ('Sales of cars', '')
    """
    words = words_of(before, [])
    verb = verb_at(words)
    found = said_of(words, verb) if verb else ""
    if not found or len(found) > LONGEST or HEAD.match(found) or VAGUE.match(found):
        return ""
    head = re.split(r" (?:of|in|for|at|from|by|to|on|with) ", found)[0]
    many = (
        (head.endswith("s") and not head.endswith(("ss", "us", "is")))
        or " and " in head
        or head.endswith(("people", "children"))
    )
    if (many != plural and not re.fullmatch(r"(?:[A-Z][\w&.’'-]*(?: |$))+", found)) or (
        plural is False and found[:1].islower()
    ):
        return ""
    with_the = re.search(rf"\b[Tt]he {re.escape(found)}", before)
    return f"the {found[:1].lower() + found[1:] if found[1:2].islower() else found}" if with_the else found
