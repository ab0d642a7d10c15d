"""English times that date something else than the clause they are in, and numbers of the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimbook.draft.calendar import month_before
from claimbook.draft.when import When

QUARTER = re.compile(r"\d{4}-(?:01/\d{4}-03|04/\d{4}-06|07/\d{4}-09|10/\d{4}-12)")
REPORTED = re.compile(r"\d{4}|\d{4}-\d\d/\d{4}-\d\d")  # what a firm sets against the same of the year before
YEAR_AGO = re.compile(r"(?:year-ago|prior-year|year-earlier|previous-year)(?: \w+){0,2} [$€£]?$")
IN_ORDER = re.compile(
    r"(?i)\bsequential|\b(?:previous|prior|preceding) quarter|quarter[- ](?:over|on)[- ]quarter|expected|forecast"
)
PEAK = re.compile(r"\s(?:peak|highs?|lows?|levels?|record|median|total|figure|average)\b")
ASIDE = re.compile(
    r"(?i)(?:\bthan(?: in| (?:it|they|we|he|she) (?:was|were|did|had|has)(?: been)?(?: in(?: the)?)?)?|\bover|\bfrom(?: the)?|compared (?:with|to)(?: the)?|from \S+(?: percent| million| billion)? in|\bsince(?: the)?|\bversus|(?:drop|down|up|rise|fall|increase|decrease|decline|cut) on(?: the)?|(?:seen|set|recorded|reached)(?: in)?|published(?: on| in)?|appear(?:ed|s)? in the|that of the|that of|dated|in its?|in the|(?:start|beg[aiu]n)(?:ed|s|ning|ing)? in)\s*$"
)
SAID = re.compile(r"\b(?:reported|announced|said|released|posted|showed)\b")
GAP = re.compile(
    r"(?: [a-z][\w-]*){0,10}?(?:,? or [^,;]{1,60})?,?(?: per [\w ]{1,20})?,? (?:(?:in|for|at|on|during|as of|of)(?: the)? |last )"
)
YEARLY = re.compile(r"(?i)year[- ](?:over|on)[- ]year|on an annual basis|from the prior[- ]year")
SET_AGAINST = re.compile(
    r"(?i)(?:\bfrom|\bversus|\bvs\.?|\bagainst|compare[sd]? (?:with|to)|\bthan|\babove|\bbelow)(?: (?:[a-z-]+ ){1,4}?of)?(?: (?:about|the|nearly|just|an?))?(?: year-ago| prior-year| year-earlier| previous-year)?(?: [$€£]?[\d.]+(?: \w+){0,2},? or)? $"
)
YEAR_BEFORE = re.compile(
    r"(?i)(?:,? or [^,;.]{1,12}?[\d.]+[^,;.\d]{0,24})?[^,;.\d]{0,30}?,?\s(?:in |for |during |of |the |same |period |quarter |month )*"
    r"(?:last year(?![’']s)|a year (?:ago|earlier|before)|prior[- ]year|year-earlier|year-ago|previous year|previous-year|corresponding (?:period|quarter)"
    r"|same (?:period|quarter|month) (?:of |in )?(?:last|the previous|the prior|a) year|last year[’']s)"
)
AGAINST = re.compile(  # “from $1.6 billion last year” dates that number alone
    r"(?i)(?:\b(?:(?:up|down|drop|rise|fall) on|from|versus|vs\.?|(?<!more )(?<!less )(?<!fewer )than|against|above|below)|compared (?:with|to)|relative to)(?: (?:about|the|nearly))? (?:[^,;]|,(?=\d)){0,24}\d(?:[^,;.]|[,.](?=\d)){0,64}$"
    r"|\b(?:from|with|to|than|over|in|of|versus|against|vs\.?|below|above|as) the same (?:month|period|quarter|time|week|day|three months|nine months)(?: (?:of|in|a|the|during))*\s*$"
    r"|compared (?:with|to) (?:[^,;]|,(?=\d)){0,80}(?:, (?:in|for) )?$|\bfrom (?:the|its|their) (?:previous|last|prior) [a-z][^,;.]{0,30}$|\bafter \w+ing (?:[^.;]|[.](?=\d)){0,50}$|\bunchanged from [^,;]{0,12}$|\b(?:drop|rise|fall|increase|decrease|decline|jump|gain|growth|up|down) (?:of |by )?[^,;]{0,30}\d[^,;]{0,20} on $|\b(?:at|in|for|during) the same (?:month|period|quarter|time|week|day)(?: of)? $|(?i:\bsince) (?:its|their|the) [^,;.]{3,40} in $"
)
ELSEWHEN = re.compile(  # a past that the sentence names without a date
    r"(?i)\W*(?:under (?:the |\w+ years of )?(?-i:[A-Z])[\w ]{2,30},|(?:when|while) [^,.;]{3,80} (?:was|were|held) [^,.;]{3,80},)"
)
EXPECTS = re.compile(r"\b(?:expects|intends|anticipates|plans) (?!.*\bhad\b)|\b(?:guidance|outlook)\b")
HAPPENED = re.compile(r"(?i)\b(?:right|just|shortly|soon|immediately) (?:after|before) [^;.]{3,90} in (?:the )?$")
TRADED = re.compile(r"(?i)\b(?:shares?|stocks?|clos\w+|trading|index)\b")
ELECTION = re.compile(r"\s(?:[a-z]+ )?(?:election|campaign|referendum|tournament|season|budget|agreement|law)\b")
IN_THE = re.compile(r"(?i)\bin (?:the|its)\s*$")
EXTREME = re.compile(
    r"(?i)\b(?:first|record|most|worst|best|(?!invest|interest|request|harvest|suggest|protest|forest)\w{2,}est)\b(?: [\w-]+){0,4} $"
)
NOT_YET = re.compile(  # what a time only limits, or is named after
    r"(?i)\b(?:before|after|until|till|prior to|ahead of|last \w+ in|not seen since|since (?:the )?(?:\w+ ){1,3}(?:of|in))(?: the| early| late| mid)?\s*$"
)
TITLED = re.compile(
    r"\s(?:Census|tax returns?|Olympics|World Cup|Games|model year|census|class|edition|vintage|lineup|Super Bowl)\b"
)
DATELINE = re.compile(r"[A-Z][\w.,’' -]{1,40}[,(] ?")  # CHICAGO, May 25, 2022 /PRNewswire/ -- is when it was written
WIRE = re.compile(r",?\)? ?(?:/|\(|-|–|—)")
# A year that ends the name of a document: Global Tuberculosis Report 2024, World Energy Outlook 2023.
NAMED = re.compile(
    r"\b[A-Z]\w+ (?:\w+ )?(?:Report|Outlook|Survey|Review|Index|Yearbook|Monitor|Atlas|Factbook|Barometer|Bulletin)s? $"
)
DOCUMENT = re.compile(
    r"\s(?:\w+\s)?(?:study|survey|report|analysis|poll|article|paper|issue|speech|interview|memo|letter|debate)\b"
)


def aside(text: str, match: re.Match[str], parts: dict[str, str]) -> bool:
    """Return whether a time dates something else: what a number is against, a document, or when somebody spoke."""
    before, near = text[max(0, match.start() - 24) : match.start()], parts.get("near", "")
    if "year" in parts and before.endswith("(") and text[match.end() : match.end() + 1] == ":":
        return True  # £4.3 million (2015: £4.2 million)
    if near == "last week" and re.search(r"(?:said|announced|reported|released|published) $", before):
        return True
    if "year" in parts and ELECTION.match(text, match.end()) and re.search(r"\b(?:of|to|since|after) the $", before):
        return True
    if "weekday" in parts:
        owns = re.match(
            r"[’']s (?!report|data|figure|release|statement|survey|announce|number)",
            text[match.end() : match.end() + 16],
        )
        return not owns and not TRADED.search(text[max(0, match.start() - 90) : match.end() + 60])
    if near.lower() in ("today", "yesterday") and SAID.search(text[max(0, match.start() - 60) : match.end() + 60]):
        return True
    if NOT_YET.search(text[max(0, match.start() - 40) : match.start()]) or TITLED.match(text, match.end()):
        return True
    if HAPPENED.search(text[max(0, match.start() - 110) : match.start()]):
        return True
    if NAMED.search(text[max(0, match.start() - 48) : match.start()]):
        return True
    if near in ("a year ago", "a year earlier") or near.startswith(("year-earlier", "the p")):
        return True
    if ("since" in parts and EXTREME.search(text[max(0, match.start() - 60) : match.start()])) or (
        DATELINE.fullmatch(text[: match.start()]) and WIRE.match(text, match.end())
    ):
        return True
    far = re.split(
        r"[.;](?=\s)|(?<!compared )(?<!relative )\b(?:to|and)\s(?=[$£€\d])",
        text[max(0, match.start() - 70) : match.start()],
    )[-1]
    if AGAINST.search(far):
        return True
    return bool(
        (ASIDE.search(before) and not IN_THE.search(before))
        or DOCUMENT.match(text, match.end())
        or PEAK.match(text, match.end())
    )


def to_come(sentence: str, when: str) -> bool:
    """Return whether a firm says what it expects, which is not of the quarter that it reports.

    Examples
    --------
    >>> to_come("It expects to spend $2 million.", "2007-04/2007-06"), to_come("It spent $2.", "2007-04/2007-06")
    (True, False)
    """
    return bool(QUARTER.fullmatch(when) and EXPECTS.search(sentence))


def year_before(period: str) -> str:
    """Return a month, a quarter or a year a year before; any other period as it is.

    Examples
    --------
    >>> year_before("2023-07/2023-09"), year_before("2023"), year_before("2019/2023")
    ('2022-07/2022-09', '2022', '2019/2023')
    """
    spans = re.fullmatch(r"\d{4}/\d{4}", period)
    return period if spans else re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period)


def _month_before(period: str) -> str:
    """Return the month before one, with which a monthly rate is compared, or an empty string for another period."""
    return month_before(date.fromisoformat(f"{period}-01")) if re.fullmatch(r"\d{4}-\d\d", period) else ""


def compared(text: str, found: Sequence[When], start: int, end: int, main: str, of_firm: bool = False) -> str:
    """Return the period of a number that another is set against: up from $36.8 million last year; compared to $5 in 2020.

    Parameters
    ----------
    text : str
    found : list of When
        The times of the text.
    start, end : int
        Where the number is.
    main : str
        The period of the number that is set against it.
    of_firm : bool, optional
        It is money in a report of a firm, which sets a quarter against the same one of the year before.
    """
    if not SET_AGAINST.search(text[max(0, start - 48) : start]):
        return ""
    if YEAR_AGO.search(text[max(0, start - 48) : start]):
        return year_before(main)
    if said := YEAR_BEFORE.match(text, end):
        named = next(
            (
                one.period
                for one in found
                if end <= one.start and one.end <= said.end() and text[one.start : one.end] == "last year"
            ),
            "",
        )
        return main if named == main else year_before(main)
    later = [one for one in found if one.start >= end and not re.match("(?i)since ", text[one.start :])]
    after = later[0] if later else None
    if after is None or re.search(r"[.!?;]\s", text[end : after.start]):
        yearly = YEARLY.search(text[max(0, start - 160) : start]) or (of_firm and REPORTED.fullmatch(main))
        if yearly and not IN_ORDER.search(text[max(0, start - 160) : end + 60]):
            return year_before(main)
        rate = text[start:end].endswith(("%", "percent", "per cent")) and text[:start].endswith("from ")
        return _month_before(main) if rate else ""
    return after.period if after.aside or GAP.fullmatch(text, end, after.start) else ""
