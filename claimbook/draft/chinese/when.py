"""Times that a Chinese text names, as periods: 今年7月份, 截至2018年底, 近两年, 去年同期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimbook.draft.calendar import day, months
from claimbook.draft.chinese.relative import as_named, near, some
from claimbook.draft.when import When

SOME = r"\d{1,2}|十[一二]?|[一二两三四五六七八九]"
YEAR = r"(?P<short>(?<![\d.])\d\d)(?=[QqHh][1-4])|(?P<year>(?<!\d)(?:19|20)\d\d)(?=\s?年|[QqHh]\d|\s?财年|\s?财政年度)(?:\s?(?:财年|财政年度|年度?))?|(?P<ago>今年|去年|前年|明年|上年|本年)"
PART = rf"""
    (?P<first>\d{{1,2}})月?(?:份)?\s?(?:至|到|[-—–~～])\s?(?P<last>\d{{1,2}})月(?:份)?
  | (?P<month>\d{{1,2}})\s?月(?!龄|供|卡|活|合约)(?:份(?!额))?\s?(?:(?P<day>\d{{1,2}})\s?[日号]?(?:\s?[至到—-]\s?(?P<till>\d{{1,2}})\s?[日号])|(?P<day_>\d{{1,2}})\s?[日号]|[底末])?
  | [前首](?P<upto>{SOME})个?月(?:份)?
  | (?P<half>[上下])半年 | (?P<midyear>半年度)
  | [前首](?P<quarters>[三二两23])个?季(?!节)度?
  | (?:第(?=.季)|(?=.季[度报])|(?=首季))(?P<quarter>[一二三四1-4首])季(?![节》”])度?(?P<qend>末)? | [Qq](?P<q>[1-4]) | [Hh](?P<h>[12])
  | (?P<week>[“"]?(?:十一|国庆节?)[”"]?(?:黄金周|假期|假日|长假)(?!首日|前|第)) | (?P<end>年?[底末]) | (?<!止)(?P<all>全年|年度|同期|以来|期间)
"""
TIME = re.compile(
    rf"""
    (?P<span>(?<!\d)(?P<from>(?:19|20)\d\d)\s?年?\s?(?:至|到|[-—–~～])\s?(?P<to>(?:19|20)\d\d)\s?年(?!\d))
  | (?:{YEAR})\s?(?:(?:{PART}))?
  | (?<![选之此会战赛婚产])(?:{PART.replace("(?P<", "(?P<b_").replace("年?[底末]", "年[底末]")})
  | (?P<near>上一?个?月|本月|当月|上一?个?季(?!节)度?末?|本季度|昨[日天]|今[日天]|上周|本周|(?<![\d月.至到、—~-])(?:[1-9]|[12]\d|3[01])日(?![内游均子元间龄后前报电耳一-二]))
  | (?:过去|最近|近)(?P<past>{SOME})年(?:来|间|里|以来)? | (?P<since>{SOME})年(?:来|间)
  | (?P<era>(?:党的)?(?:十八大|十九大|二十大)以来|改革开放[^，。]{{0,4}}以来|新中国成立[^，。]{{0,4}}以来)
  | (?P<before>{SOME})年之?前(?!后)
  | (?P<now>目前|如今|现在|当前|眼下|日前|近日) | (?P<vague>近年来?|近些年|近几年来?|[上本]个?世纪(?:\d0年代)?|\d\d世纪(?:\d0年代)?|多年来|长期以来|历年|往年)
    """,
    re.VERBOSE,
)
# When what is often counted from began.
ERAS = {"十八大": "2012-11", "十九大": "2017-10", "二十大": "2022-10", "改革开放": "1978", "新中国成立": "1949"}
LONGER = (2012, 2017, 2020, 2023, 2025)  # years in which the week of the National Day and the mid-autumn feast are one
COMPARED = re.compile(r"的?(?:[^，。；]{0,16}?)(?:相(?:比|较)|同比)")
AFTER = re.compile(r"(?:之?后|以后|之?前|以前)(?!\d|三)")
AGAINST = re.compile(
    r"(?:受(?:\d{1,2}、)?|较|比|相比于?|相比|同比|自|恢复[至到]|相当于)(?:(?:19|20)\d\d年?[、和]?|去年|上年)?的?$"
)
SINCE = re.compile(r"(?:以来|起)")
EVENT = re.compile(
    "[“「《]?(?:[\u4e00-\u9fff]{2,3})?(?:总统|大选|选举|奥运|世界杯|世博|亚运|立委)"
)  # 2012年总统大选, of which is asked before
EVER_SINCE = re.compile(r"[^，。；\d]{2,14}以来的?(?:首|最|第一)")
AS_MANY = re.compile(r"的[\d.一二两三四五六七八九十]+倍")
RECORD = re.compile(r"[，的]?[^，。；\d]{0,6}?(?:最|新高|新低|低点|高点|低位|高位|首次|首度|纪录|记录|涨幅|水平)")
FOUNDED = re.compile("(?:成立|始建|创立|创办|诞生|组建|出生|上市|创刊|生|建)于$")
HIGHEST = re.compile("的?(?:单月|同期)?(?:最|新高|新低|低点|高点|低位|高位)")
HIGHEST_OF = re.compile("的?(?:一个|又一|次)?(?:最|新高|新低|较?低点|较?高点|低位|高位)")  # 近几年来的一个高点
UNTIL = re.compile(rf"止的?(?:(?P<months>{SOME})个?月|(?P<half>半年度?)|年度|一年)")  # 截至6月30日止6个月
SET_OUT = re.compile("(?:发布|印发|出台|公布|颁布|召开|成立|上市(?!公司|的)|创立|施行|实施|交货|到期|交割)")
ISSUED = re.compile(r"[^。；;\n\d]{0,60}?(?:发布|公布|获悉|报道|消息|举行|召开|电\b|讯|表示|印发|宣布)")


def times(text: str, today: date | None, known: int = 0, last: str = "") -> list[When]:
    """Return the times of a Chinese text in their order; a vague one, such as 近年来, has no period.

    Parameters
    ----------
    text : str
        A paragraph: the year of a month without one is the last that the paragraph named, or the article's.
    today : datetime.date, optional
        The day that the article is of.
    known : int, optional
        The year that the lines before are of, which “the whole year” is then, too.
    last : str, optional
        The months that the lines before are of, whose year before “the same time” is, too.

    Examples
    --------
    >>> [one.period for one in times("截至2018年底，去年同期为5%；7月增长2%。", date(2019, 3, 1))]
    ['2018-12-31', '2017-12-31', '2018-07']
    """
    found, year, stop = list[When](), 0, 0
    whole = known or (today.year - (today.month < 12) if today else 0)
    for match, parts in _matches(text):
        year = 0 if today and re.search("[。！？]", text[stop : match.start()]) else year
        stop = match.end()
        if _dateless(parts, match, whole):
            continue
        named = _year(parts, today) or (whole if parts.keys() == {"all"} else 0)
        again = as_named(match[0], found, last, text[match.start() - 1 : match.start()])
        period = again or _period(parts, named or year, today)
        span = _since(text, match, period, today) or _until(text, match, period)
        period, aside = span or period, not span and _aside(text, match, parts, period, today)
        if parts.get("near", "")[:1] in ("本", "当") and not again:
            found.append(When(match.start(), match.end(), "", True))  # of the report, not of the day of reporting
            continue
        if period or "vague" in parts:
            found.append(When(match.start(), match.end(), period, aside))
        if named and not aside and not _bracketed(text, match.start()):
            whole = named
            year, stop = named, len(text) if "year" in parts and _within(parts) else stop
    return _joined(text, found)


def _matches(text: str) -> Iterator[tuple[re.Match[str], dict[str, str]]]:
    """Yield what may be a time, with the parts of it that are said."""
    for match in TIME.finditer(text):
        said = match.groupdict().items()
        yield match, {name.removeprefix("b_").rstrip("_"): value for name, value in said if value}


def _dateless(parts: dict[str, str], match: re.Match[str], whole: int) -> bool:
    """Return whether words of time date nothing: “whole” without a year, 17年来低点."""
    if parts.keys() == {"all"}:
        return match[0] not in ("全年", "年度") or not whole
    long = parts.keys() & {"vague", "since", "past"}
    return not parts or bool(long and HIGHEST.match(match.string, match.end()))


def _bracketed(text: str, at: int) -> bool:
    return text.count("（", 0, at) > text.count("）", 0, at)


def _since(text: str, match: re.Match[str], period: str, today: date | None) -> str:
    """Return the time from then to now, where a text says what was since then; a record is of its own time."""
    ends = match.end() + (0 if match[0].endswith("以来") else 2)
    if not today or "/" in period or not period or text[ends - 2 : ends] != "以来" or RECORD.match(text, ends):
        return ""
    return f"{period}/{str(today)[: len(period)]}" if period < str(today)[: len(period)] else ""


def _until(text: str, match: re.Match[str], period: str) -> str:
    """Return the months that end on a day, where a report says how many: 截至2024年6月30日止6个月."""
    found = UNTIL.match(text, match.end()) if len(period) == 10 else None
    if not found:
        return ""
    count = some(found["months"] or "") or (6 if found["half"] else 12)
    last = int(period[:4]) * 12 + int(period[5:7]) - 1
    first = last - count + 1
    return f"{first // 12}-{first % 12 + 1:02}/{period[:7]}"


def _aside(text: str, match: re.Match[str], parts: dict[str, str], period: str, today: date | None) -> bool:
    """Return whether a time dates something else: what a change is against, when something was published or began."""
    before = text[max(0, match.start() - 8) : match.start()]
    if today and period[:4] > str(today.year) and EVENT.match(text, match.end()):
        return True
    if (
        AGAINST.search(before)
        or FOUNDED.search(before)
        or any(pattern.match(text, match.end()) for pattern in (SINCE, AFTER, SET_OUT, EVER_SINCE))
    ):
        return True
    if not period and match[0].endswith("来") and HIGHEST_OF.match(text, match.end()):
        return True
    if match[0].endswith("以来") and (not period or RECORD.match(text, match.end())):
        return True
    if AS_MANY.match(text, match.end()):
        return True
    if before[-1:] in ("与", "同", "和", "跟") and COMPARED.match(text, match.end()):
        return True
    return ("all" in parts and "同期" in match[0]) or bool(
        len(period) == 10 and "截" not in before and ISSUED.match(text, match.end())
    )


def _joined(text: str, found: list[When]) -> list[When]:
    """Join two days with “to” between them: 2018年4月1日到2019年3月31日."""
    joined: list[When] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and len(last.period) == len(one.period) >= 7
            and text[last.end : one.start].strip() in ("至", "到", "-", "—")
        ):
            joined[-1] = When(last.start, one.end, f"{last.period}/{one.period}", last.aside)
        else:
            joined.append(one)
    return joined


def _year(parts: dict[str, str], today: date | None) -> int:
    """Return the year that a time names by itself, or 0."""
    if "year" in parts:
        return int(parts["year"])
    if "short" in parts:
        return 2000 + int(parts["short"])
    if today and "ago" in parts:
        return today.year - {"去年": 1, "前年": 2, "上年": 1, "明年": -1}.get(parts["ago"], 0)
    return 0


def _period(parts: dict[str, str], year: int, today: date | None) -> str:
    if "now" in parts:
        return months(today.year, today.month) if today else ""
    if era := next((one for word, one in ERAS.items() if word in parts.get("era", "")), ""):
        return f"{era}/{str(today)[: len(era)]}" if today else ""
    if "before" in parts:
        return str(today.year - some(parts["before"])) if today else ""
    if "span" in parts:
        return f"{parts['from']}/{parts['to']}"
    if "near" in parts:
        return near(parts["near"], today) if today else ""
    if count := some(parts.get("past") or parts.get("since") or ""):
        first = str(today.year - count) if today else ""
        return f"{first}/{today.year}" if today and count > 1 else first
    if "week" in parts and (year := year or (today.year - (today.month < 10) if today else 0)):
        return f"{year}-10-01/{year}-10-07" if year not in LONGER else str(year)
    within = _within(parts)
    if not within:
        return str(year) if parts.keys() & {"year", "ago", "all"} and year else ""
    if not year:
        if not today or parts.get("end"):
            return ""
        year = today.year if _begun(within, today) else today.year - 1
    begins, ends, of_month = within
    if till := some(parts.get("till", "")):
        return f"{day(year, begins, of_month)}/{day(year, ends, till)}"
    return day(year, begins, of_month) if of_month else months(year, begins, ends)


def _begun(within: tuple[int, int, int], today: date) -> bool:
    """Return whether the last of the months, or the day, of this year has come by then; of a quarter, the first."""
    begins, last, of_month = within
    if (begins, last) in ((1, 3), (4, 6), (7, 9), (10, 12)):
        return begins <= today.month
    return (last, of_month) <= (today.month, today.day) if of_month else last <= today.month


def _within(parts: dict[str, str]) -> tuple[int, int, int] | None:
    """Return the first and the last month, and the day, that a time names within a year."""
    number = {name: some(value) for name, value in parts.items()}
    if "first" in parts:
        return number["first"], number["last"], 0
    if "month" in parts:
        return number["month"], number["month"], number.get("day", 0)
    if "upto" in parts:
        return 1, number["upto"], 0
    if which_half := parts.get("half") or parts.get("h"):
        return (1, 6, 0) if which_half in "上1" else (7, 12, 0)
    if "midyear" in parts:
        return 1, 6, 0
    if "quarters" in parts:
        return 1, 3 * number["quarters"], 0
    if which := number.get("quarter") or number.get("q"):
        if "qend" in parts:
            return 3 * which, 3 * which, 0
        return 3 * which - 2, 3 * which, 0
    return (12, 12, 31) if "end" in parts else None
