"""What the word before a bare number makes of it: a code, a place in an order, points, years of age."""

import re

NAME = re.compile(r"[\u4e00-\u9fff“《(、，。：] ?(?=[a-z]*[A-Z])(?=[A-Z]*[a-z])[A-Za-z]+ $", re.ASCII)


def numbered_name(text: str, start: int, end: int) -> bool:
    """Return whether a bare number ends a Latin name in Chinese text: iPhone 15, Windows 11."""
    if text[start - 1 : start] != " " or end - start > 4 or text[max(0, start - 24) : start].isascii():
        return False
    return bool(NAME.search(text[max(0, start - 24) : start]))


# A bare number after one of these is what they say: a place in a series, a code, or points.
WORDS_BEFORE = {
    "rank": (
        "ordinal",
        "week day rule item form regulation exhibit clause table figure fig. game round matchday episode phase level chapter stage step grade section article part page season round tier category class volume top unit item note".split(),
    ),
    "code": (
        "code",
        "u.s.c. c.f.r. passcode code pin extension ext. ticket order version id ftse s&p sp nikkei nasdaq russell csi kospi dax cac stoxx iso iec ifrs ias asc asx/s&p s&p/asx s&p/tsx sensex nifty "
        "iphone ipad galaxy pixel windows android ios macos playstation xbox redmi boeing airbus highway interstate route".split(),
    ),
    "point": ("point", "scored scores scoring".split()),
    "year": ("duration", "aged ages age".split()),
}
BEFORE_WORD = {word: (unit, kind) for unit, (kind, words) in WORDS_BEFORE.items() for word in words}
# With a capital, and with no noun that is counted after the number, these are the heads of names: the Fortune 100, Model 3.
NAMES_BEFORE = frozenset(
    "Fortune Model Watch Planet Channel Formula Agenda Apollo Falcon Euro Big Area Room Section Row Gate Flight SP Pro Mate".split()
)
COUNTED_AFTER = re.compile(
    r"\d[\d,.]*(?: (?:percent|per|million|billion|thousand|hundred|people|points?|votes|games|yards)\b|[,.]\d|%)"
)
# A letter after the number of such a place belongs to it: Item 9B, Rule 10b-18.
LETTERED = re.compile(r"\d+(?:[A-Za-z]{1,2}(?:-\d+)?|-\d+|[.]\d+)(?:\(\w+\))*(?![\w%])", re.ASCII)
AGE = re.compile(r"\d{2},(?=\s)", re.ASCII)  # Tarrant, 52, who
AGED = re.compile(
    r"(?i)\b(?:ages? of|aged? (?:over|under|above|below|about|around|at least))(?: \d{1,2} (?:and|to|or))? $"
)
CHIPS = tuple("骁龙 驍龍 天玑 天璣 麒麟 酷睿 锐龙 小米 红米 紅米".split())  # 骁龙801, 小米9
CHIP_ENDS = frozenset(name[-1] for name in CHIPS)
MODEL = re.compile(r"\d{1,4}(?![\d.,%]|[ ]?[万亿千百台部家名款个人辆倍次元])", re.ASCII)  # and not 小米15万台
BEFORE_AGE = frozenset("of over under above below about around least and".split())
SCORES = ("得分", "评分", "跑分", "打分", "总分", "均分", "平均分", "得分为", "评分为")


def by_the_word_before(text: str, start: int) -> tuple[str, str] | None:
    """Return unit and kind of a bare number that the word before it names (Table 1, scored 71.8, 得分36), or None."""
    last = text[start - 1 : start]
    if last == " ":
        word = text[max(0, start - 12) : start - 1].rpartition(" ")[2].rpartition("\n")[2].lstrip("(")
        low = word.lower()
        if word == "P" and text[max(0, start - 4) : start] == "S P ":  # S&P, where a store has lost its sign
            return "code", "code"
        found = BEFORE_WORD.get(low) or (BEFORE_WORD.get(low[:-1]) if low[-1:] == "s" else None)
        if not found and word in NAMES_BEFORE and not COUNTED_AFTER.match(text, start):
            return "code", "code"
        if (
            not found
            and word.isalpha()
            and word.isascii()
            and word[:1].isupper()
            and re.match(r"\d\.0(?![\d%])", text[start : start + 5])
        ):
            return "code", "code"
        if word == "Year":
            return "rank", "ordinal"
        if word == "of" and text[max(0, start - 10) : start].endswith(("score of ", "scores of ")):
            return "point", "point"
        if low in BEFORE_AGE and AGED.search(text, max(0, start - 24), start):
            return BEFORE_WORD["aged"]
        if not found and AGE.match(text, start) and text[start - 2] == "," and text[start - 3 : start - 2].isalpha():
            return "year", "duration"
        return found
    if last in CHIP_ENDS and text.startswith(CHIPS, start - 2) and MODEL.match(text, start):
        return BEFORE_WORD["code"]
    if last in (":", "比") and text[start - 2 : start - 1].isdecimal():
        return "point", "point"
    return (
        ("point", "point")
        if (last in ("分", "为") and text.startswith(SCORES, start - 2)) or text.startswith(SCORES, max(0, start - 3))
        else None
    )
