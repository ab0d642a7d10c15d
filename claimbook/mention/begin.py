"""Where a number can begin: most of a text is passed over in one search."""

import re

from claimbook.mention import plain
from claimbook.mention.catalogue import ARABIC, HAN, LETTERS
from claimbook.mention.units import LONE, MONEY, any_of
from claimbook.mention.words import ENGLISH, MONTHS, NO_ENGLISH, NO_NUMBERS, ORDINALS, SEVERAL, VAGUE_EN, WEEKDAYS

# Characters that begin a number only before others.
HAN_AFTER = f"[0-9{HAN}数几]"
WITH_MORE = (
    r"\.(?<![A-Za-z]\.)(?=[0-9])", r"-(?!(?:19|20)\d\d[年/.-]|\d{1,2}月)(?=[0-9.$¥€£]|[A-Z]{1,3}[$€£¥])", rf"负(?={HAN_AFTER})", r"[数几](?=[十百千万亿个家人次件名种台套张只辆场座栋年月天周日倍秒元块小分公项位条笔户款成折])",
    r"上(?=[百千万亿]|半年)", "下(?=半年)", "好(?=几)", rf"[第前](?={HAN_AFTER})", r"每(?=[周星天日月])", "米(?=[五六七八九])", r"周(?=[一二三四五六日末])", r"星(?=期[一二三四五六日天])", "工(?=作日)",
    r"[上下新另某任](?=一)", "双(?=重)", "正(?=负[0-9])", "翻", "增(?=倍)", "倍(?=增)", "减(?=半)", "对(?=[半折])", r"\((?=[0-9])", r"[〔\[【](?=[0-9]{4})", r"\+(?=[0-9]|/-)", "半",
)  # fmt: skip
WORDS = [*ENGLISH, *ORDINALS, "between", "half", "a dozen", "a hundred", "a thousand", "a million", "a billion", "a quarter", "a third", "an hour and", "a minute and", "a day and", "a week and", "a month and", "a year and", "a mile and", "a dollar and", "a pound and", "a euro and", "an hundred", "dozen",
         "a fifth", "a tenth", "doubl", "tripl", "quadrupl", "halv", "twice", "thrice", "twofold", "threefold", "fiscal", "http", "www.", "no.",
         "plus or", "minus", "negative", "type ", *VAGUE_EN, *SEVERAL, "last quarter", "last half", "quarter point", "quarter-p", "three-quarters", "pic.twitter.com", "at one ", *NO_ENGLISH]  # fmt: skip
NUMERIC = frozenset(ARABIC + HAN + LETTERS + plain.STARTS)  # what a plain number can begin with


ALONE = HAN + "½⅓⅔¼¾⅛≥≤≧≦≈<>±№#①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳¥$€£₩₹₽฿"  # these begin a number by themselves
PASSED = [word for word in NO_NUMBERS if word[0] not in HAN]
MORE = "".join(
    begun[1].strip("[]").replace("\\", "") for option in WITH_MORE if (begun := re.match(r"\\?(\[[^]]+\]|.)", option))
)
SIGNS = frozenset(ARABIC + ALONE + MORE + "".join(word[0] for word in PASSED))
FIRST = SIGNS | frozenset(LETTERS + "个分 ")  # all that a number begins with, once it is read: 个半小时 from its 个


def _starts() -> str:
    """Return the pattern of everything that a number, or a word to pass over, can begin with.

    A look at one character comes first, since most characters begin nothing.
    """
    words = [
        *WORDS,
        *(word[0].upper() + word[1:] for word in WORDS),
        *(word.upper() for word in ENGLISH),
        *(word + "fold" for word in ENGLISH),
        *MONTHS,
        *WEEKDAYS,
        *(w for w in MONEY if w[0].isalpha()),
    ]
    letters = "".join(sorted({word[0] for word in words} | set("QHFvVRN")))
    signs = "".join(map(re.escape, sorted(SIGNS)))
    latin = rf"(?:{any_of(words)}|[QH][1-4]|FY\d|[vV]\d|{LONE})".replace("\\ ", " ")
    return (
        rf"\b(?=[{letters}]){latin}|(?=[{signs}])(?:{plain.PLAIN}|[{''.join(map(re.escape, ALONE))}]"
        rf"|{'|'.join(WITH_MORE)}|{any_of(PASSED)})"
    )


BEGIN = re.compile(_starts(), re.ASCII)
