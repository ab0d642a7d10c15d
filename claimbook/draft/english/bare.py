"""What stands at the ends of an English sentence and only dates or links it, or quotes it in part."""

from __future__ import annotations

import re

from claimbook.draft.english.dateline import DATELINE

BULLET = re.compile(r"\s*(?:[•·▪*►✔-]\s*|\(?\d{1,2}[.)]\s+|[–—]\s)")
LABEL = re.compile(
    r"(?:Revealed|REVEALED|Exclusive|EXCLUSIVE|Breaking|BREAKING|Update|UPDATE|UPDATE \d|Watch|Opinion|Analysis|Report|Survey|Poll|Study|Correction|Explained|Explainer|Infographic|(?:[A-Z]\w+ ){0,3}(?:Update|Earnings|News|Roundup|Brief|Snapshot)): "
)
LEADS = re.compile(
    r"(?:that (?:meant|means) (?:that )?|(?:and|but|while|whereas|although|though|or|so|yet|because|also|meanwhile|however|overall|still|nevertheless|nonetheless|moreover|furthermore|additionally|similarly|likewise|comparatively"
    r"|interestingly|notably|importantly|unfortunately|fortunately|indeed|therefore|thus|hence|consequently|separately|finally|elsewhere|again|in comparison|by comparison|in contrast|by contrast"
    r"|for example|for instance|in addition|in fact|as a result|on the other hand|at the same time|all in all|in other words|to put (?:it|this|that) in perspective|of course|according to (?:it|them)"
    r"|as you may (?:recall|know)|as (?:presented|shown|seen|you can see|noted|mentioned|stated)[^,]{0,40}|what[’']s more|more importantly|as such|that said|in particular|above all|as expected|plus|then|in short)(?:,\s+|\s+(?=(?:the|a|an|its|their|it|they|in)\s))|along with [^,\d]{3,70},\s+|(?:and|but|yet|so|or|also)\s+)",
    re.IGNORECASE,
)
LINKS = re.compile(
    r",\s(?:however|meanwhile|for example|for instance|in turn|therefore|though|of course|in fact|moreover),"
)
FEW = 4  # words of an opening


def bare(text: str) -> tuple[int, int]:
    """Return where a sentence is without its dateline, its bullet and the marks around it."""
    start = 0
    while found := (DATELINE.match(text, start) or BULLET.match(text, start) or LABEL.match(text, start)):
        start = found.end()
    return start, len(text.rstrip(" .;•·*"))


def past_leads(text: str, start: int, end: int) -> int:
    """Return the start of a clause after what only links it to what was said before."""
    while found := LEADS.match(text, start, end):
        start = found.end()
    return start


def unlinked(said: str) -> str:
    """Return a sentence without the words between its commas that only link it to what was said before.

    Examples
    --------
    >>> unlinked("Rents, however, rose."), unlinked("In May, though, rents rose.")
    ('Rents rose.', 'In May, rents rose.')
    """
    return LINKS.sub(_linked, said)


def _linked(link: re.Match[str]) -> str:
    """Return what is left of a word between commas that only links: a comma after an opening of a few words."""
    opens = re.match(r"(?:In|On|At|For|During|Just|By|As|Over|This|Last)\b", link.string)
    return "," if opens and link.string[: link.start()].count(" ") < FEW else ""


def quoted(said: str) -> str:
    """Return a sentence without the quotation marks that only open or only close in it."""
    for opens, closes in ("“”", '""'):
        halves = said.count(opens) % 2 if opens == closes else said.count(opens) != said.count(closes)
        if halves:
            said = said.replace(opens, "").replace(closes, "")
    return said[1:] if said[:1] in "‘'" and said.count("’") + said.count("'") < 2 else said
