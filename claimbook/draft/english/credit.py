"""Who says what an English sentence says: cut from it, and who that is."""

from __future__ import annotations

import re

from claimbook.draft.english.clauses import is_clause

SAYS = (
    r"(?:said|says|say|reported|reports?|announced|announces|showed|shows?|found|finds?|noted|notes|estimates?|estimated|revealed|reveals|suggests?|suggested"
    r"|wrote|writes|told [\w ]{2,30}|added|adds|explained|warned|claims?|claimed|predicts?|predicted|calculated|confirmed|stated|states|indicates?|indicated)"
)
DAY = (
    r"(?: (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?| (?:last|this) (?:week|month|year|morning)| today| yesterday"
    r"| (?:on |in )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?: \d{1,2})?(?:, \d{4})?"
    r"| in an? [\w ,]{3,40}?| at an? [\w ]{3,40}| by phone)"
)
MONTH_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
ASSERTS = re.compile(
    r"(?:said|says|say|notes|noted|predicts?|predicted|warned|claims|claimed|told .*|explained|wrote|writes|estimates?)$"
)
LEAD = re.compile(
    rf"(?:In an? (?:statement|interview|note|report)[^,]*, )?(?P<who>[A-Z“\"][^,;:]{{1,90}}?(?:, [^,;]{{3,80}},)?(?: \([^)]*\))?) (?:also |has |have |had |now |recently |just )*"
    rf"(?P<says>{SAYS})\b{DAY}{{0,2}}(?:, {MONTH_DAY})?,? ?(?P<that>that )?(?=[\w“\"$€£])"
)
ACCORDING = re.compile(
    r"(?:[Aa]ccording to|As per|Per|As reported by|In line with|Based on) (?:(?:[^,]|,(?= (?:Inc|LLC|Ltd)\b|\d{3})){2,150}), (?=[\w$€£])"
)
TAIL = re.compile(
    rf",?[”\"]?,? (?:according to|as reported by) (?:(?!\d+(?:\.\d+)?(?:%| percent| per cent| million| billion)).)*$"
    rf"|,[”\"]?\s(?!which |who |while |and |but |with |as )(?P<who>(?:[^,.;\d%$]|\.(?=\S|\s[A-Z])|,(?= (?:chief|head|senior|director|president|partner|CEO|research|chairman)\b)){{2,130}}?) {SAYS}{DAY}{{0,2}}\.?$"
    r"|,[”\"]?\s[\w.’' ]{3,60} (?:said|says) in an? (?:statement|filing|report|note|interview|release|presentation|letter|memo|blog post|email)\b.*$"
    rf"|,[”\"]?\s(?:said|says|added|noted|wrote|explained) [^,;]{{2,60}}(?:, [^;]{{3,90}})?\.?$"
)
AMID = re.compile(  # between commas
    rf",\s(?:according to [^,]{{2,80}}|(?:preliminary |official |new |the )?(?:data|figures|statistics|numbers|report|survey) [^,\d]{{0,80}}(?:show(?:s|ed)?|suggest(?:s|ed)?)(?:{DAY})?"
    rf"|(?:the |[A-Z])[\w.’' ]{{1,40}} {SAYS}),(?=\s)"
)
VERB_NEXT = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|can|rose|fell|grew|[a-z]+ed)\b")
DOER = re.compile(
    r"(?i)\b(?:consumers|shoppers|respondents|people|adults|voters|americans|britons|parents|employees|workers|women|men|users|drivers|students|buyers|half|percent|per cent)\b|%"
)


def spoken(text: str, start: int, end: int, at: int) -> tuple[int, int, str]:
    """Return the part of a sentence without who says so, and who that is.

    Parameters
    ----------
    text : str
        The sentence.
    start, end : int
        The part that is looked at.
    at : int
        Where its number is.

    Examples
    --------
    >>> text = "Acme said Monday that its sales rose 5%, according to a filing."
    >>> start, end, who = spoken(text, 0, len(text), text.index("5%"))
    >>> text[start:end], who
    ('its sales rose 5%', 'Acme')
    """
    who = ""
    if tail := TAIL.search(text, max(at, start), end):
        end, who = tail.start(), (tail["who"] or "").strip()
    amid = AMID.search(text, max(at, start), end)
    end = amid.start() if amid else end
    if according := ACCORDING.match(text, start, end):
        start = according.end() if according.end() <= at else start
    lead = LEAD.match(text, start, end)
    if lead and lead.end() <= at and _is_speaker(lead["who"]) and _introduces(lead, text[lead.end() : end]):
        start, who = lead.end(), lead["who"]
    return start, end, re.sub(r"(?i)^the (?=[A-Z])|,.*| \(.*", "", who)


def opening(text: str, start: int, end: int, first: int) -> int:
    """Return where a sentence begins after a speaker whom its first number is not of: a firm that counted how many did.

    Examples
    --------
    >>> text = "Acme Data has calculated that 5 million people smoke."
    >>> text[opening(text, 0, len(text), 30) :]
    '5 million people smoke.'
    """
    according = ACCORDING.match(text, start, end)
    if according and according.end() <= first:
        return according.end()
    lead = LEAD.match(text, start, end)
    its = lead and re.match(r"(?:it|its|they|their|he|his|she|her|we|our)\b", text[lead.end() : end])
    said = lead and lead["that"] and not its and lead.end() <= first and _is_speaker(lead["who"])
    return lead.end() if lead and said else start


def _is_speaker(who: str) -> bool:
    """Return whether words name one who says something, and not a group whose answers are what is counted."""
    who = re.sub(r" ?\([^)]*\)", "", who)
    return not DOER.search(who) and not re.search(r"\d", re.sub(r"\b(?:19|20)\d\d\b", "", who))


def _introduces(lead: re.Match[str], said: str) -> bool:
    """Return whether what follows a verb of saying is what is said, and not what somebody reported or found."""
    its = re.match(
        r"(?:it|its|they|their|he|she)\b|[A-Z]\w+ (?:\w+ed|rose|fell|grew|sold|is|was|has|had|made|won|lost)\b", said
    )
    return bool(lead["that"] or its or ASSERTS.search(lead["says"])) and is_clause(said)


def without_aside(said: str) -> str:
    """Return a sentence without who says so between its commas.

    Examples
    --------
    >>> without_aside("Traffic rose 6%, data released by Acme show, with Asia first.")
    'Traffic rose 6%, with Asia first.'
    """
    return AMID.sub(lambda found: "" if VERB_NEXT.match(said, found.end()) or found.end() == len(said) else ",", said)
