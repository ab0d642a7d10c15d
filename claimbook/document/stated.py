"""What a text says of itself: publisher, origin, author, address and date, in its first and last lines."""

from __future__ import annotations

import re

LINES, LONG = 15, 120  # lines at the top and the bottom of a text that may say what it is, and characters of each
DATED = 60  # characters of a line that gives the date of a text, at most; a longer one speaks of something else

FIELDS = {
    "publisher": re.compile(r"(?i)^(?:publisher|site|media|媒体|网站|发布(?:机构|单位|方))\s*[:：]\s*(.+)$"),
    "origin": re.compile(
        r"(?i)^[(（]?(?:source|from|origin|(?:文章|信息|稿件|数据|资料)?来源|稿源)\s*[:：]\s*([^)）]+)"
    ),
    "author": re.compile(r"(?i)^(?:by|author|作者|记者|撰文)\s*[:：]?\s+?([^\d|]{2,60})$"),
    "url": re.compile(r"(?i)^(?:url|link|address|网址|链接|原文链接|地址)\s*[:：]\s*(https?://\S+)"),
    "published": re.compile(
        r"(?i)(?:^|\b(?:published?|posted|date)(?:\s(?:on|at|time))?\s*[:：]?\s*|(?:发布)?(?:时间|日期)\s*[:：]\s*)"
        r"((?:19|20)\d\d)(?:-|/|\.|年)(0?[1-9]|1[0-2])(?:-|/|\.|月)(0?[1-9]|[12]\d|3[01])(?!\d)"
    ),
}
# A day in English: October 30, 2024; 30 Oct 2024; a line of its own, or after “Published”.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = rf"({'|'.join(MONTHS)})(?:[a-z]{{0,6}}\.?)"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
IN_ENGLISH = rf"(?:{MONTH}\s{DAY},?|{DAY}\s{MONTH},?)\s((?:19|20)\d\d)(?!\d)"
DATE_EN = re.compile(
    r"(?i)(?:^|\b(?:published?|posted|updated|date)(?:\s(?:on|at))?\s*[:：]?\s*|^[\w .|/-]{0,40}[|·–—-]\s)"
    r"(?:\w{3,6}day,?\s)?" + IN_ENGLISH
)
DATELINE = re.compile(rf"^[A-Z][\w .,’'-]{{2,40}}[,(]\s?{IN_ENGLISH}\s?[:—–)(/-]")  # SINGAPORE, 2 February 2024: …
# By Ann Lee, BBC News, 3 May 2021: a line below the headline that ends with a day, and is no sentence.
BYLINE = re.compile(rf"^(?:By\s)?[A-Z][\w .,&’'-]{{1,40}},\s(?:\w{{3,6}}day,?\s)?{IN_ENGLISH}$")
INLINE = re.compile(r"(?:^|[\s|　])(?:(?:文章|信息|稿件|数据|资料)?来源|稿源|发布机构)\s*[:：]\s*([^\s|　)）]{2,30})")
# A line that says where a text is from or of when it is, and nothing else; it is no part of what the text says.
FIELD = re.compile(
    r"(?i)(?:url|link|address|网址|链接|原文链接|地址|date|published|(?:发布)?(?:时间|日期))\s*[:：]\s*"
    r"(?:https?://\S+|\d[\d\s:./年月日T+-]*)"
)
# Who files a report, before its first words: 新华社北京1月22日电, 某某网10月16日讯, (Reuters) -, 某某新闻记者 姓名.
FILED = (
    re.compile(
        r"^[\s　(（【]*([\u4e00-\u9fff]{1,8}?(?:社|网|报|新闻))[\u4e00-\u9fff]{0,8}\s?\d{1,2}月\d{1,2}日\s?(?:电|讯)"
    ),
    re.compile(r"^[\s　(（【]*([\u4e00-\u9fff]{2,8}?(?:社|网|报|新闻|财经))(?:首席|实习|见习)?记者"),
    re.compile(r"^.{0,40}?\((AP|AFP|Reuters|Xinhua|Bloomberg|PTI)\)\s*[-–—]"),
)
IN_ADDRESS = re.compile(r"/(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.-])")


def stated(text: str) -> dict[str, str]:
    """Return what the first and last lines of a text say of it: publisher, origin, author, address, date.

    Examples
    --------
    >>> stated("某题\\n2023-08-10 09:00　来源：新华网\\n正文。") == {"origin": "新华网", "published": "2023-08-10"}
    True
    >>> stated("A headline\\nOctober 30, 2024\\nSales rose."), stated("A headline\\nPublished 3 Sept 2024 | 12:46 PM")
    ({'published': '2024-10-30'}, {'published': '2024-09-03'})
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    near = [line for line in lines[:LINES] + lines[LINES:][-3:] if len(line) <= LONG or FIELD.fullmatch(line)]
    found: dict[str, str] = {}
    for line in near:
        for name, pattern in FIELDS.items():
            if name == "published" and len(line) > DATED:
                continue
            if match := pattern.search(line):
                found.setdefault(name, _date(match) if name == "published" else match[1].strip())
        if len(line) <= DATED and (match := DATE_EN.search(line)):
            found.setdefault("published", _english_day(match))
        if match := INLINE.search(line):
            found.setdefault("origin", match[1])
    for line in lines[:LINES]:
        if match := next(filter(None, (pattern.match(line) for pattern in FILED)), None):
            found.setdefault("origin", match[1])
        if match := DATELINE.match(line) or (BYLINE.match(line) if line != lines[0] else None):
            found.setdefault("published", _english_day(match))
    return {name: words for name, words in found.items() if words}


def _date(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"


def _english_day(match: re.Match[str]) -> str:
    month, day = match[1] or match[4], int(match[2] or match[3])
    return f"{match[5]}-{MONTHS.index(month.title()) + 1:02}-{day:02}" if 1 <= day <= 31 else ""


def without_head(text: str) -> str:
    """Return a text without the lines at its top that only say where it is from and of when.

    Examples
    --------
    >>> without_head("Births fell\\nURL: https://example.org/a\\nDate: 2024-01-17\\n\\nBirths fell to 9 million.")
    'Births fell\\n\\nBirths fell to 9 million.'
    """
    lines = text.split("\n")
    return "\n".join(line for at, line in enumerate(lines) if at >= LINES or not FIELD.fullmatch(line.strip()))


def date_in(address: str) -> str:
    """Return the day that an address names, as those of newspapers do, or an empty string.

    Examples
    --------
    >>> date_in("http://example.org/qcw/2023/10/16/844897.shtml"), date_in("http://example.org/a/20231016/b.htm")
    ('2023-10-16', '2023-10-16')
    """
    match = IN_ADDRESS.search(address)
    return "-".join(match.groups()) if match else ""
