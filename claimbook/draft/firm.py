"""The firm or the event that a text is about, as its headline and its first lines name it."""

from __future__ import annotations

import re

from claimbook.language.phrase import HAN

NAME = r"((?:[A-Z][\w.&’'-]*\s){1,4})"
REPORTS = re.compile(rf"^{NAME}(?:[Rr]eports?|[Aa]nnounces?|[Pp]osts?|[Dd]elivers?)\s")
LISTED = re.compile(rf"{NAME}\((?i:nasdaq|nyse|lse|aim|otc|tsx|asx|hkex|sehk)\b")
TITLED = re.compile(
    rf"^{NAME}(?:(?:[Qq][1-4]|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ull)[\s-]?(?:[Qq]uarter|[Yy]ear)? ?)?"
    r"(?:[Nn]et )?(?:[Ee]arnings|[Pp]rofits?|[Rr]evenues?|[Rr]esults"
    r"|[Ss]hares|[Ss]tock|[Ii]ncome|[Ss]ales)\b"
)
INCORPORATED = re.compile(
    r"((?:[A-Z][\w&’'-]*\s){1,4}(?:Inc|Corp|Ltd|plc|PLC|AG|Oyj|AB|Co|SA|NV|Group|Holdings|Corporation|Limited|ASA|SE|Company))\b\.?,?"
    r"(?:\s\([^)]*\))?,?\s(?:\w+\s){0,3}?(?:said|reported|announced|posted|reports|announces|today)"
)
INTRODUCED = re.compile(  # Acme Bank, the country’s biggest lender, said
    r"((?:[A-Z][\w.&’'-]*\s)*[A-Z][\w.&’'-]*(?:\sof\s[A-Z]\w+)?)(?:\s\([^)]*\))?,\s(?![^,\n]*(?:chief|president|minister|analyst|economist|director|professor|spokes|head|chair"
    r"|CEO|official|researcher|author))[^,\n]{3,80},\s(?:on\s\w+\s)?(?:said|reported|announced|posted)\b"
)
MONEY = re.compile(
    r"(?i)\b(?:revenues?|earnings|dividends?|airline|"
    r"net income|net loss|profits?|ebitda|eps|per share|quarter(?:ly)?|shares)\b"
)
PLURAL = re.compile(
    r"(?:ers|Sales|Stocks|US|U\.S\.|Global|World|Retail|Home|Total|The|Net|Gross|Operating|Adjusted|Average|Record|Strong|Car|Auto|Corporate|Business|Company|Quarterly|Annual|Market)$"
)
OF_REPORT = re.compile(  # what a title says of the report behind the name: Acme’s First-Half
    r"(?:[’']s)? (?:Q[1-4]|H[12]|First|Second|Third|Fourth|Full|Half|Interim|Annual|Quarterly)"
    r"(?:-(?:Half|Quarter|Year))?$"
)
OPENS = 1500  # characters in which a firm is introduced
PART = re.compile(r"(?<![’']s )\b(?:unit|division|segment|business|arm|subsidiary)$|^(?:the )?company[’']s ")
COMPANY = re.compile(r"^(?:the )?(?:company|group|firm)[’']s ")
STORM = re.compile(r"台风[“「]?([\u4e00-\u9fff]{2,4}?)[”」]")
HARM = re.compile("受灾|转移|救助|倒塌|损坏|死亡|失踪|经济损失|降雨量|风力|气压")


def whose(metric: str, event: str, report: str, own: re.Pattern[str]) -> str:
    """Return whom a metric without a subject is of: the storm that did harm, or the firm that reports what firms have.

    Examples
    --------
    >>> whose("受灾人口", "台风“海燕”", "", re.compile("营收")), whose("revenue", "", "Acme", re.compile("revenue"))
    ('台风“海燕”', 'Acme')
    """
    if event and HARM.search(metric):
        return event
    return report if own.search(metric) else ""


def owned(subject: str, name: str) -> str:
    """Return a part of a firm with the firm whose it is, where a text that reports on one firm does not name it.

    Examples
    --------
    >>> [owned(one, "Acme") for one in ("legal business", "company's news unit", "Acme unit", "shops")]
    ['Acme’s legal business', 'Acme’s news unit', 'Acme unit', 'shops']
    """
    if not name or name.split()[0] in subject or not PART.search(subject):
        return subject
    return f"{name}{'’' if name.endswith('s') else '’s'} {COMPANY.sub('', subject)}"


def firm(text: str) -> str:
    """Return the firm whose report an English text is, or an empty string.

    Examples
    --------
    >>> firm("Acme Tools Reports Record Revenue"), firm("Sales of Acme Tools rose"), firm("Acme Tools (NYSE: ACT) said")
    ('Acme Tools', '', 'Acme Tools')
    >>> firm("WHO Reports Record Tuberculosis Diagnoses")
    ''
    """
    head = text[:OPENS]
    if HAN.search(head):
        return ""
    money = len(MONEY.findall(text))
    found = (REPORTS.match(head) if money else None) or LISTED.search(head)
    if not found and money > 1:
        title, _, rest = head.partition("\n")
        found = (TITLED.match(title.rstrip(".")) if rest else None) or INCORPORATED.search(head[:400])
        found = found or INTRODUCED.search(head[:400])
    name = OF_REPORT.sub("", found[1].strip()) if found else ""
    return "" if PLURAL.search(name) else name


def storm(text: str) -> str:
    """Return the typhoon that the first line of a Chinese text names, or an empty string.

    Examples
    --------
    >>> storm("台风“海燕”致百万人受灾"), storm("雨很大")
    ('台风“海燕”', '')
    """
    found = STORM.search(text.partition("\n")[0])
    return found[0] if found else ""
