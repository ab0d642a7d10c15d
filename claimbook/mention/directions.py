"""Which way a number says that something changed: up or down, apart from its comparator."""

import re

UP = (
    "增长 增加 上升 上涨 提高 提升 扩大 上浮 高出 升值 上调 激增 骤增 大增 大涨 猛增 攀升 飙升 回升 反弹 走高 走阔 增产 上行 涨超 涨逾 增逾 增超 涨 升 增 "
    "rose rise rises rising grew grow grows growing gained gain gains increased increase increases climbed climb climbs climbing jumped jump "
    "surged surge surges surging up advanced widened soared soar soaring added adding gaining raised raise raises raising expanded accelerated "
    "boosted rallied hike hiked higher"
).split()
DOWN = (
    "下降 下跌 降低 减少 回落 收窄 下浮 低出 贬值 下滑 下调 下挫 骤降 大降 大跌 锐减 下行 缩短 压缩 缩减 下探 减产 跌去 缩小 缩窄 走低 跌超 跌逾 降超 降逾 缩水 削减 跌 降 减 "
    "fell fall falls falling declined decline declines declining dropped drop drops dropping slipped slip slips shrank shrink narrowed plunged plunge "
    "plunging down lost lose losing decreased decrease decreases slid slide slides tumbled tumble sank sunk lowered cut cuts cutting reduced reduce "
    "reduces reducing shed sheds eased dipped plummeted slumped slashed lower losses"
).split()
WAYS = dict.fromkeys(UP, "up") | dict.fromkeys(DOWN, "down")
HAN = sorted((word for word in WAYS if not word.isascii()), key=len, reverse=True)
# Between the word and its number: a comparator, an adverb, a sign; from one level to another; 为, 了, 至.
BEFORE = re.compile(
    rf"(?:(?P<han>{'|'.join(HAN)})(?:率|幅度?|速|额)?[了至到为达约近逾超过大幅高 是:(（同环比]{{0,4}}"
    rf"|\b(?P<word>{'|'.join(word for word in WAYS if word.isascii())})(?: (?:by|to|from|of|about|around|nearly|almost|more|than|less|over|"
    r"at|least|as|much|some|roughly|an?|estimated|approximately|another|just|only|sharply|further|slightly|the|total|nearly|up|down|"
    r"in|its|their|modest|whopping|massive|record|net|additional|extra)){0,4} ?[$£€¥]?)$".replace("{{", "{").replace(
        "}}", "}"
    ),
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^(?: [a-z-]+){0,2}? (?P<word>"
    + "|".join(
        [
            "increase",
            "rise",
            "growth",
            "gain",
            "jump",
            "surge",
            "higher",
            "more",
            "faster",
            "hike",
            "boost",
            "decrease",
            "drop",
            "decline",
            "fall",
            "reduction",
            "lower",
            "fewer",
            "less",
            "slower",
            "cut",
            "loss",
            "plunge",
            "discount",
            "dip",
        ]
    )
    + r")\b(?! than)"
)
SIDES = dict.fromkeys("increase rise growth gain jump surge higher more faster hike boost".split(), "up")


HAN_WAY = re.compile("|".join(HAN))
LATIN_WORD = re.compile("[a-z]+")


def may_change(words: str) -> bool:
    """Return whether any word of a sentence says which way something changed; most have none.

    Examples
    --------
    >>> may_change("Profit Rose by 5%"), may_change("同比下降5%"), may_change("profit was $5")
    (True, True, False)
    """
    if not words.isascii() and HAN_WAY.search(words):
        return True
    return not WAYS.keys().isdisjoint(LATIN_WORD.findall(words.lower()))


def direction(clause: str, after: str) -> str:
    """Return ``up`` or ``down`` by the words of the clause before a number and by those after it; empty where neither.

    Examples
    --------
    >>> direction("profit rose by nearly ", ""), direction("同比下降", ""), direction("a ", " drop in sales"), direction("it is ", "")
    ('up', 'down', 'down', '')
    """
    if found := BEFORE.search(clause[-80:]):
        return WAYS[found["han"] or found["word"].lower()]
    if found := AFTER.search(after):
        return SIDES.get(found["word"], "down")
    return ""
