"""What the words around a number say about it: its comparator, and whether it is a share or a change."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from claimbook.mention.units import TIMES
from claimbook.mention.words import AFTER, BEFORE, CHANGED_AFTER, CHANGES, FILLERS, LETTERS, spread

Lead: TypeAlias = tuple[str, str]  # a comparator as printed, and its sign


def _rows(table: Mapping[str, str], key: Callable[[str], str]) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """Return key of a word -> (word, length, value) of all words that share it, the longest first."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for word, value in sorted(spread(table).items(), key=lambda item: -len(item[0])):
        found.setdefault(key(word), []).append((word, len(word), value))
    return {part: tuple(rows) for part, rows in found.items()}


def _last(word: str) -> str:
    return word[-1]


def _first(word: str) -> str:
    return word[0]


def _last_word(word: str) -> str:
    return word.rpartition(" ")[2]


BOUNDS = spread(BEFORE)
LEADS, TAILS, LAST_WORDS = _rows(BEFORE, _last), _rows(AFTER, _first), _rows(BEFORE, _last_word)
CHANGE_ENDS = _rows({"change": CHANGES}, _last)
CHANGE_STARTS = tuple(CHANGED_AFTER)
MEANT = re.compile(r"\b(?:for|just|well|takes?|took|lasted) over $")  # for over 12 months compares
ADDING = ("dds ", "ing ", "ded ")  # adds up to 100
SPANS = {"近", "over", "过", "近乎"}  # 近三年, over 18 months: a span of time, not a comparison
# 不超过欠款的百分之二十, 约为总额的三成: a word or two between.
FAR_WORDS = {
    word: BOUNDS[word]
    for word in [
        "不超过",
        "不得超过",
        "不高于",
        "不低于",
        "不少于",
        "不足",
        "超过",
        "约为",
        "至少",
        "高于",
        "低于",
        "几乎是",
    ]
}
FAR_WORDS |= dict.fromkeys(("约占", "大约是", "约是"), "~")
FAR = re.compile(rf"({'|'.join(sorted(FAR_WORDS, key=len, reverse=True))})[^，。；、,.;:()（）\d\n]{{1,7}}的$")
STRONG = {word: BOUNDS[word] for word in ["最多", "最高", "最低", "至多", "至少", "起码", "最少"]}
ACTS = frozenset("留放存领借用收罚交送吃减省贷付补享打涨跌赚亏跑走等住装喝")  # 最多放24小时
TRADED = frozenset("买卖買賣")  # 买超: bought net, no bound
TRIED = frozenset(
    "走吃看去来用打做写说听拿开见当经渡度越穿通跳跑飞读学玩试遇受谈错掠闯熬绕路想睡讲演现"
)  # 走过20国: no bound
FILLED = frozenset("加届充装坐爆圆")  # 加满50升: filled up, no bound
FILLING = frozenset(FILLERS)
SKIPPED = [
    "人民币",
    "时速",
    "折扣",
    "额度",
    "利率",
    "限额",
    "补贴",
    "奖励",
    "罚款",
    "可借",
    "可贷",
    "可达",
    "可获",
    "可",
    "其中",
    "其",
    "另",
    "还",
    "就",
    "仅",
    "已",
    "再",
    "总",
    "共计",
    "便宜",
    "优惠",
    "立减",
    "补助",
    "报销",
    "贷款",
    "提取",
    "缴纳",
    *(
        f"每{each}"
        for each in "桶 股 吨 克 盎司 平方米 平米 平 人 月 年 天 日 小时 公斤 斤 户 亩 次 份 千瓦时 度".split()
    ),  # 跌破每桶40美元
]
SKIPPED_BY_LAST = {word[-1]: tuple(other for other in SKIPPED if other[-1] == word[-1]) for word in SKIPPED}
PER = re.compile(r"/(?:[A-Za-z]+|[\u4e00-\u9fff]{1,2})")
COMPARED = dict.fromkeys("大高多强重长", ">") | dict.fromkeys("小低少弱轻短", "<")  # 比170低
NEXT_CLAUSE = (" to ", " the ", " a ", " an ")  # 70 cm and up to a length of, and over the year
BEGUN = {"起": "来源点诉始初步火用家草因见色居码立着", "内": "容部地外在科存需销贸饰涵阁衣核置因战蒙页"}
BUILT_IN = ("内建储", "内建儲", "内建记", "内建記", "内建存")  # 64GB內建儲存; 10天内建成 is a bound
ARTICLES = frozenset(("a", "an"))
LATIN_LEADS = frozenset(LAST_WORDS) | ARTICLES
LONGEST = max(map(len, LATIN_LEADS))  # approximately
LEADING = frozenset(LEADS) | FILLING | {word[-1] for word in SKIPPED} | ACTS | LETTERS | {"的"}


def comparator(text: str, start: int, end: int, unit: str) -> str:
    """Return the comparator that the words before or after ``text[start:end]`` make."""
    before = text[start - 1 : start]
    leading = _may_lead(text, start) if before == " " else before in LEADING
    found = lead(text, start) if leading else None
    if found:
        span = found[0] in SPANS and unit in TIMES and not MEANT.search(text, max(0, start - 12), start)
        return "=" if span else found[1]
    at = end
    char = text[at : at + 1]
    if char in (" ", "期"):  # 三年期以上
        at += 1
        char = text[at : at + 1]
    if char == "(" and text.startswith("(含)", at):  # 5年(含)以下
        at += 3
        char = text[at : at + 1]
    if char == "/" and (per := PER.match(text, at)):  # 360μmol/L以下
        at = per.end()
        char = text[at : at + 1]
    if char in COMPARED and text[start - 2 : start].rstrip(" ").endswith("比"):
        return COMPARED[char]
    rows = TAILS.get(char)
    if rows:
        for word, _, value in rows:
            if text.startswith(word, at) and _whole(text, at, word):
                return "=" if word[:4] == "and " and text.startswith(NEXT_CLAUSE, at + len(word)) else value
    return "="


def _may_lead(text: str, start: int) -> bool:
    """Return whether a comparator can come before a space and a number: most words are ruled out by one look-up."""
    word = text[max(0, start - LONGEST - 2) : start - 1].rpartition(" ")[2]
    return not (word.isascii() and word.isalpha()) or word.lower() in LATIN_LEADS


def _whole(text: str, at: int, word: str) -> bool:
    """Return whether a Latin word ends there, and 内 and 起 do not begin another word (内容, 起点)."""
    after = text[at + len(word) : at + len(word) + 1]
    if word[-1] in LETTERS:
        return after not in LETTERS
    return not after or not (after in BEGUN.get(word, "") or text.startswith(BUILT_IN, at + len(word) - 1))


def lead(text: str, start: int) -> Lead | None:
    """Return the comparator word right before a number, with its sign, or None."""
    at = start
    for _ in range(4):
        char = text[at - 1 : at]
        if char not in LEADING:
            return None
        found, step = _latin(text, at) if char in LETTERS else _chinese(text, at, char)
        if found or not step:
            return found
        at -= step
    return None


def _latin(text: str, at: int) -> tuple[Lead | None, int]:
    """Return the English comparator that ends at `at`, or how far to step back over an article."""
    word = text[max(0, at - LONGEST - 1) : at].rpartition(" ")[2].rpartition("\n")[2].lstrip("(“\"'").lower()
    for phrase, size, value in LAST_WORDS.get(word, ()):
        if text[max(0, at - size) : at].lower() == phrase and text[at - size - 1 : at - size] not in LETTERS:
            adding = phrase == "up to" and text[max(0, at - size - 4) : at - size].lower() in ADDING
            return (None, 0) if adding else ((phrase, value), 0)
    return None, len(word) if word in ARTICLES else 0


def _chinese(text: str, at: int, char: str) -> tuple[Lead | None, int]:
    """Return the Chinese comparator that ends at `at`, or how far to step back over a word between."""
    for word, size, value in LEADS.get(char, ()):
        if at >= size and text.startswith(word, at - size):
            filled = text[at - 2 : at - 1] in {"满": FILLED, "超": TRADED, "过": TRIED}.get(word, ())
            return (None, 0) if filled else ((word, value), 0)
    if char == "的":
        gap = FAR.search(text, max(0, at - 12), at)
        return ((gap[1], FAR_WORDS[gap[1]]) if gap else None), 0
    if char in ACTS and at > 2 and text[at - 3 : at - 1] in STRONG:
        return (text[at - 3 : at - 1], STRONG[text[at - 3 : at - 1]]), 0
    if char in FILLING:
        return None, 1
    return None, next((len(w) for w in SKIPPED_BY_LAST.get(char, ()) if text.startswith(w, at - len(w))), 0)


def changes(text: str, start: int, end: int, bounded: bool = True) -> bool:
    """Return whether a percentage or a multiple is a change: 增长5%, fell 3%, a 5% rise.

    `bounded`: whether a comparator may be between the two.
    """
    at = start
    found = lead(text, start) if bounded else None
    if found:
        at = text.rfind(found[0], max(0, start - 16), start)
        at = start if at < 0 else at
    while at and text[at - 1] in " 了(":
        at -= 1
    char = text[at - 1 : at]
    if char in "为是达:" and char:
        at -= 1
        char = text[at - 1 : at]
    rows = CHANGE_ENDS.get(char, ())
    for word, size, _ in rows:
        if (
            text.startswith(word, at - size)
            and at >= size
            and not (char in LETTERS and text[at - size - 1 : at - size] in LETTERS and at > size)
        ):
            return not (word == "up" and text.endswith("made ", 0, at - size))
    return text.startswith(CHANGE_STARTS, end + 1) if text.startswith(" ", end) else False
