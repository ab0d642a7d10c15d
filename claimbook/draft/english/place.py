"""The place that an English phrase names: a country, its people’s adjective, a region, or a name after “in”."""

from __future__ import annotations

import re

from claimbook.draft.country import ENGLISH

NAMED = re.compile(
    r"(?:^|\s)(?:in|across|throughout|within) (?:the )?((?:[A-Z][\w.&’'-]*)(?:(?: of(?: the)?)? [A-Z][\w.’'-]*)*)(?=[\s,.;]|$)"
)
TAIL = re.compile(
    r"^(.{3,}?),? (?:in|across|throughout|around) (?:the )?((?:[A-Z][\w.]*)(?:(?: of)? [A-Z][\w.]*)*|world|country|nation)$"
)
WORLDWIDE = re.compile(r"(?i)\b(?:worldwide|globally|around the world|across the globe|in the world)\b")
NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|Congress|COVID|GDP|Internet"
    r"|Facebook|Google|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|English|Parliament|Inc|Series|Phase|Type|PDF)\b"
)
HEADS = [
    (name, re.compile(rf"(?:the )?(?:{pattern})(?:[’']s?)?\s(?=[\w-])"))
    for name, pattern in ENGLISH.items()
    if name != "world"
]
WORLD = re.compile(r"(?:the )?(?:[Ww]orld(?:wide)?(?:[’']s)?|[Gg]lobal)\s(?=[\w-])")
OTHERS = {"Norwegian": "Norway", "Belgian": "Belgium", "Hungarian": "Hungary", "Danish": "Denmark", "Finnish": "Finland", "Portuguese": "Portugal",
          "Czech": "Czech Republic", "Peruvian": "Peru", "Iraqi": "Iraq", "Kuwaiti": "Kuwait", "Taiwanese": "Taiwan", "Chilean": "Chile",
          "European": "Europe", "Asian": "Asia", "African": "Africa"}  # fmt: skip
DEMONYM = re.compile(
    rf"({'|'.join(OTHERS)}|(?:Liby|Nigeri|Keny|Austri|Romani|Bulgari|Kore|Colombi|Venezuel|Algeri|Ethiopi|Syri|Tunisi|Jordani)an)\s(?=[a-z])"
)
OF_TAIL = re.compile(r"^(.{3,}?) of (?:the )?(world|country|nation|United States|US|UK|[A-Z][a-z]+)$")


def place_in(text: str) -> str:
    """Return the place that a clause names after “in” or “across”, or that it is said of the whole world.

    Examples
    --------
    >>> place_in("were registered in the US last month"), place_in("registered worldwide"), place_in("rose in May")
    ('US', 'world', '')
    """
    for found in NAMED.finditer(text):
        if not NO_PLACE.match(found[1]) and not re.search(
            r"(?:Survey|Report|Study|Index|University|Journal|Act)$", found[1]
        ):
            return found[1].rstrip(".") if found[1].count(".") < 2 else found[1]
    return "world" if WORLDWIDE.search(text) else ""


def divided(phrase: str) -> tuple[str, str]:
    """Divide a noun phrase into the place that it names and what is measured there.

    Examples
    --------
    >>> divided("U.S. unemployment rate"), divided("car sales in Spain"), divided("global coverage"), divided("car sales")
    (('U.S.', 'unemployment rate'), ('Spain', 'car sales'), ('world', 'coverage'), ('', 'car sales'))
    """
    for name, pattern in HEADS:
        if (found := pattern.match(phrase)) and not phrase[found.end() :][:1].isupper():
            return _printed(found[0], name), phrase[found.end() :]
        if found and re.match(r"[A-Z]{2}", phrase[found.end() :]):
            return _printed(found[0], name), phrase[found.end() :]
    if found := DEMONYM.match(phrase):
        return OTHERS.get(found[1], found[1][:-1]), phrase[found.end() :]
    if found := WORLD.match(phrase):
        return "world", phrase[found.end() :]
    if (found := TAIL.match(phrase) or OF_TAIL.match(phrase)) and not NO_PLACE.match(found[2]):
        return found[2], found[1]
    return "", phrase


def _printed(found: str, name: str) -> str:
    """Return a place as it is printed where that is its own short name, else the name of the country."""
    short = re.match(r"(?:the )?(U\.?[SK]\.?A?|EU)(?=[’'\s])", found)
    return short[1] if short else name
