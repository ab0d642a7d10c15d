"""Quantities with a form of their own: shares, folds, halves, spans of time in several units, ratios, “±”."""

import re
from decimal import Decimal

from claimbook.mention import numerals
from claimbook.mention.arabic import ARABIC
from claimbook.mention.numerals import ALL, EN_WORD, NONZERO, POINT, RUN, SEALED, Ends
from claimbook.mention.units import UNITS, any_of
from claimbook.mention.words import AFTER_SHARE, ENGLISH, FOLDS, PARTS, VAGUE_EN

COINS = [
    word
    for word, (_, kind, power) in UNITS.items()
    if kind == "money" and not power and word.isascii() and word[0].isalpha()
]
FOLDED = [word for word in ENGLISH if word not in ("zero", "one", "two", "three")]
HUNDRED, HALF = Decimal(100), Decimal("0.5")
HAN_RUN = rf"(?:{RUN}{{1,24}}{POINT}?|两)"
HAN_SMALL = r"[一二两三四五六七八九十]{1,12}"
PERCENT_END = rf"负?(?:{ARABIC}[ ]?[kK]?|{HAN_RUN}|[数几]十?)"
# fmt: off
SHARE_ZH = rf"""
    (?P<percent>负?百分之?{PERCENT_END}(?:(?:-|~|至|到)(?:百分之)?{PERCENT_END})?) | (?P<permille>[一十百]?[千万仟]万?分之(?:{ARABIC}|{HAN_RUN}|[{SEALED}])) | 百分百 | 百分之百
  | (?<=[过超])半数?(?![以个年天月日小分里公]) | 半数(?!以上) | (?<=过)半(?![数个年天月日小分里公])
  | (?P<half>一半|对半|对折) | (?P<tenths>[一二三四五六七八九两]{{1,2}}|数|几|十(?=成))(?P<tenth>[成折])(?P<hundredths>[一二三四五六七八九半])?(?P<tenth_more>多(?![少次]))?(?![为立功员本交长熟果就绩份分套])
  | (?P<half_tenth>半[成折])"""
FRACTION = rf"(?P<negative>负)?(?:(?P<whole>\d+|{HAN_RUN})[ ]?又[ ]?)?(?P<under>\d+(?:\.\d+)?万|\d+|[{ALL}两]{{1,20}})[ ]{{0,2}}分[ ]{{0,2}}之[ ]{{0,2}}(?P<upper>负?(?:\d+(?:\.\d+)?|{HAN_RUN}|[{SEALED}]))"
SLASH = r"(?P<opposite>(?<![A-Za-z])-(?=\d+/))?(?:(?<!\d)(?P<entire>\d{1,3})(?:\ (?!9/11)|-(?=(?:1/[2-8]|2/3|3/[48]|[57]/8)\b)))?(?<![\d/.])(?P<over>\d{1,3}(?:\.\d)?)/(?P<below>\d{1,3})(?![\d/]|\.\d|[ ]?mm\ ?Hg|毫米汞柱|[ ]?km|\ (?:of\ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\ (?:19|20)\d\d)"
OUT_OF = (
    rf"(?P<out>\d[\d,]{{0,15}}(?:\.\d+)?|{any_of(ENGLISH)}|{any_of([word.capitalize() for word in ENGLISH])})\ (?P<in>in|out\ of)(?:\ every)?\ (?!(?:19|20)\d\d\b)(?P<of>\d[\d,]{{0,15}}|{EN_WORD})"
    rf"(?!\.\d|,?\d|-?[A-Za-z]|\ ?(?:million|hundred|thousand|days|months|years|weeks|hours|minutes|of\ the|percent|%|Q[1-4]))"
)
TRIED = rf"(?P<made>\d{{1,3}}|(?i:{EN_WORD}))-(?:of|for)-(?P<attempts>\d{{1,3}})(?![\w-]|\.\d|\ (?:reverse|forward|stock|share|split))"
A_PLACE = rf"\ (?!(?:{'|'.join([*AFTER_SHARE, *ENGLISH])})\b)[A-Za-z]"  # a third person
PART = rf"(?<!past\ )(?<!last\ )(?<!next\ )(?<!previous\ )(?<!consecutive\ )(?<!straight\ )(?!(?i:four|five|six|seven|eight|nine)\ quarters)(?:(?P<quarter>[Aa]\ quarter(?=\ (?:of|are|were|is|was)\b)|(?:(?<=almost\ )|(?<=nearly\ )|(?<=about\ )|(?<=roughly\ )|(?<=\bby\ )|(?<=than\ ))a\ quarter\b)|(?P<parts>[Aa]|{any_of(list(ENGLISH)[1:10])}|{any_of([word.capitalize() for word in list(ENGLISH)[1:10]])})[-\ ](?P<part>{any_of([p + 's' for p in PARTS if p != 'half'] + [p for p in PARTS if p != 'half'])})(?![A-Za-z])(?!-)(?<![Aa]\ quarter)(?!\ (?:of\ (?:19|20)\d\d|time|year|quarter|party|parties|day|week|month))(?:(?<!\b[Aa]\ \w{{5}})(?<!\b[Aa]\ \w{{7}})|(?!{A_PLACE})))"
HALF_EN = r"(?<!-)(?<!first\ )(?<!second\ )(?<!latter\ )(?<!top\ )(?<!bottom\ )(?<!upper\ )(?<!lower\ )(?<!back\ )(?<!front\ )(?<!better\ )[Hh]alf\b(?!\ (?:a|an)\b|-|\ (?:dozen|hour|year|way|term|time|century|million|billion|trillion|thousand)|\ of\ (?:19|20)\d\d)"
PART_POINT = r"(?P<share_of_point>[Hh]alf|[Aa]\ quarter|[Qq]uarter|[Tt]hree-quarters)[ -](?:of\ )?(?:an?[ -])?(?:percentage[\ -])?point\b"
# Some stand alone (dozens died), some only before what they count (tens of); a currency at the end is their unit.
VAGUE = rf"(?P<several>{any_of([*VAGUE_EN, *map(str.capitalize, VAGUE_EN)])})(?:\ of\ (?P<size>thousands|millions|billions|trillions))?(?:\ of\ (?P<coins>{any_of(COINS)})\b|(?=\ of\b)|(?<=ozens)(?![\w-])|(?<=housands)(?![\w-])|(?<=undreds)(?![\w-]))"
GREAT = r"(?<![零一二三四五六七八九十百千万第])(?P<kinds>[两三六七八九]|十[一二三四五六七八九]?)大(?:类|部分)?(?![学三四二会陆奖赛年爷娘哥厅洋洲战臣件于])"
HALF_TIME = r"半(?P<halfunit>个?世纪|个?小时|个?钟头|个钟|(?<=[个分]半)钟|个?月|个?星期|分钟|年|天|日|里|斤|公里|吨|[个片杯碗瓶袋根勺块粒份亩升克米台支](?![年月小世星钟]))(?:[至到~-](?P<halfhigh>\d+|[一二两三四五六七八九十]+)(?P<highhalfunit>个?小时|个?月|年|天|日|分钟))?"
HALF_EN_TIME = r"[Hh]alf(?:\ (?:a|an)\ (?P<enhalfunit>hour|day|year|century|mile|pound|minute|second|month)|[ -](?P<enhalfalone>hour|day|mile|minute|second))\b(?!-)"
# An hour and a half, two and three quarter hours: with the unit before the part or after it.
PARTS_EN = r"(?P<quarters>(?:an?\ |one\ |two\ |three\ )?quarters?|an?\ half|half|an?\ third|two\ thirds)"
AND_PART = rf"(?:(?P<article>[Aa]n?|[Oo]ne|{any_of(ENGLISH)}|\d{{1,3}})\ (?P<partunit>hours?|minutes?|days?|weeks?|months?|years?|miles?)\ and\ {PARTS_EN}\b(?!\ of\ (?:the|its|his|her|their|all|these|those)\b)|(?P<article2>[Oo]ne|{any_of(ENGLISH)}|\d{{1,3}})\ and\ {PARTS_EN.replace('quarters>', 'quarters2>')}\ (?:of\ )?(?:an?\ )?(?P<partunit2>hours?|minutes?|mins?|days?|weeks?|months?|years?|miles?)\b)"
ONE_UNIT = r"[Aa]n?\ (?P<oneunit>hour|minute|day|week|month|year|mile|dollar|pound|euro)(?=,?\ and\ \d+\ (?:minutes?|mins?|seconds?|secs?|hours?|days?|weeks?|months?|yards?|feet|cents?|pence)\b)"
ONE_AND_HALF = rf"(?P<hcount>\d+|{HAN_SMALL})个半(?P<hunit>小时|月|钟头?|星期|分钟)"
COMPOUND = (
    rf"(?P<c1>(?P<cd>\d+(?:\.\d+)?)|{HAN_SMALL})(?P<cu1>年|天|个?小时|个?钟头|分钟?)零?(?P<c2>(?(cd)\d+(?:\.\d+)?|{HAN_SMALL}))(?!(?P=cu1))(?P<cu2>个月|天|个?小时|分钟?|秒)(?:零?(?P<c3>\d+(?:\.\d+)?|{HAN_SMALL})(?P<cu3>分钟?|秒))?"
)
COMPOUND_EN = r"(?P<e1>\d+)\ ?(?P<eu1>h|hr|hrs|hours?|min|minutes?|years?)(?:,?\ and|,)?\ ?(?P<e2>\d+)\ ?(?P<eu2>m|mins?|minutes?|s|secs?|seconds?|months?)(?:(?:,?\ and|,)?\ ?(?P<e3>\d+)\ ?(?P<eu3>s|secs?|seconds?))?\b"
JIAO_ZH = rf"(?P<jiaos>\d|[{NONZERO}两])(?:[角毛](?P<fens>\d|[{NONZERO}])分(?![之钟])|毛(?P<fens2>[{NONZERO}])(?![{ALL}两个\d]))"
MONEY_ZH = rf"(?P<yuan>\d+|{HAN_RUN})[元块蚊](?P<jiao>\d(?!\.\d)|[{NONZERO}])(?:(?P<jiaounit>[角毛毫])(?:(?P<fen>\d|[{NONZERO}])(?:分|(?<=[毛毫].)(?![\d{ALL}万亿个])))?(?![\d年月]))"
DOLLARS_ZH = rf"(?P<dollars>\d+|{HAN_RUN})美元[又零]?(?P<uscents>\d+|{HAN_RUN})美分"
KUAI = rf"(?P<kuai>\d+|{HAN_RUN})[块蚊](?:零?(?P<cents>[{NONZERO}])分(?![之钟])|零(?P<cents2>[{NONZERO}])(?![{ALL}两\d])|(?P<mao>[{NONZERO}])(?![{ALL}两\d个只斤张次年月天元角毛半])|(?P<maos>\d)(?!\.\d)(?![\d元角毛个年月万千百]))"
METRES = rf"(?P<metres>\d|[{NONZERO}])米(?P<centi>\d{{1,2}}|[{NONZERO}]{{1,2}})(?![\d{ALL}米厘分个万多])"
SHORT_HEIGHT = rf"(?:^|(?<=身高)|(?<=[近约到至有是过的了\s，。；,]))米(?P<tenths_of_metre>[五六七八九])(?![\d{ALL}折成点月日号年个大])"
CLOCKED = r"(?P<whole_seconds>\d{1,2})秒(?P<tick>\d{1,2})(?![\d秒分小])"
RATIO = r"(?<![:∶])(?P<antecedent>\d+(?:\.\d+)?)\ ?[∶:比]\ ?(?P<consequent>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?!\d|,\d|[:∶%元万亿-]|\.\d)"
FOLD = rf"(?:(?P<times>{any_of([word + 'fold' for word in FOLDED])})|(?P<fold>(?:翻了?[一两三]?[番倍]|增倍|倍增|减半|双重(?=认证|验证|核验))|{any_of([stem + end for stem in ('doubl', 'tripl', 'quadrupl', 'halv', 'Doubl', 'Tripl', 'Halv') for end in ('ed', 'es', 'ing', 'e')] + ['twice', 'thrice', 'Twice', 'twofold', 'threefold'])})(?![A-Za-z-]))"
SPREAD = rf"(?:(?P<centre>{ARABIC})(?P<centreunit>%|℃|°C|[a-zA-Z]{{1,3}}|元|克|岁|个百分点)?\ ?)?(?:±|\+/-|正负|plus\ or\ minus\ )\ ?(?P<spread>{ARABIC})"
POWER = r"(?P<base>-?\d+(?:\.\d+)?)\^(?P<exponent>-{0,2}\+?\d{1,3})(?![\d.])"
# fmt: on
SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "month": 2592000,
    "year": 31104000,
}  # a year: 12 months of 30 days
EN_TIMES = {"h": "hour", "m": "minute", "s": "second", "y": "year"}


def number(word: str) -> Decimal:
    """Read a numeral of digits or of Chinese characters, with 负 before it."""
    word = word.strip(" ")
    if word[0] == "负":
        return -number(word[1:])
    if word[-1] in "kK":
        return numerals.arabic(word[:-1].strip(), 3)
    return numerals.han(word) if word[0] in numerals.ALL or word[0] == "两" else numerals.arabic(word)


def share_zh(match: re.Match[str]) -> Ends:
    """Read 百分之三, 千分之五, 三成五, 七八成, 一半 as percent."""
    if match["percent"]:
        sign = -1 if match["percent"][0] == "负" else 1
        words = re.split(
            "[至到~]|(?<![eE])-", re.sub("负?百分之?", "", match["percent"], count=1).replace("百分之", "")
        )
        if words[0][0] in "数几":
            return numerals.ends(words[0])
        ends = [end for word in words for end in _ends(word)]
        return min(sign * end for end in ends), max(sign * end for end in ends)
    if match["permille"]:
        head, _, tail = match["permille"].partition("分之")
        value = number(tail) * HUNDRED / int(numerals.tokens(head))
        return value, value
    if match["tenths"]:
        return _tenths(match["tenths"], match["hundredths"])
    value = Decimal(5) if match["half_tenth"] == "半成" else HUNDRED if match[0].startswith("百") else Decimal(50)
    return value, value


def _ends(word: str) -> Ends:
    return numerals.ends(word) if word[0] in numerals.ALL or word[0] in "数几" else (number(word),) * 2


def _tenths(word: str, more: str | None) -> Ends:
    tail = Decimal(5 if more == "半" else numerals.han(more) if more else 0)
    if word in "数几十":
        low, high = numerals.ends(word)
        return low.scaleb(1), high.scaleb(1)
    digits = [numerals.han(char) for char in word]
    if len(digits) == 2 and digits[1] - digits[0] != 1:  # 八八折 is 88 percent; 七八折 is 70 to 80
        return (10 * digits[0] + digits[1],) * 2
    if len(digits) == 2:
        return digits[0].scaleb(1), digits[1].scaleb(1)
    return (digits[0].scaleb(1) + tail if tail else digits[0].scaleb(1),) * 2  # 三成 is printed to tens, 三成五 to ones


def fraction(match: re.Match[str]) -> tuple[Decimal, bool] | None:
    """Read 五分之一 and 一又二分之一 as a share or a number: (value, whether it is a share)."""
    upper = number(match["upper"].lstrip("负"))
    under = number(match["under"])
    if not under:
        return None
    whole = number(match["whole"]) if match["whole"] else Decimal(0)
    sign = -1 if bool(match["negative"]) != match["upper"].startswith("负") else 1
    value = sign * (whole + upper / under)
    if upper * HUNDRED % under == 0:
        value = sign * (whole + upper * HUNDRED / under / HUNDRED)
    return value, not match["whole"]


def part(match: re.Match[str]) -> Decimal:
    """Read two-thirds and a quarter as percent."""
    if match["quarter"]:
        return Decimal(25)
    return HUNDRED * _small(match["parts"]) / PARTS[match["part"].rstrip("s")]


def out_of(match: re.Match[str]) -> Decimal | None:
    """Read one in five and 8 out of 10 as percent."""
    out, below = _small(match["out"]), _small(match["of"])
    return HUNDRED * out / below if out <= below and below else None


def tried(match: re.Match[str]) -> Decimal | None:
    """Read 11-of-25 and nine-of-16 as percent."""
    made, all_tried = _small(match["made"]), Decimal(match["attempts"])
    return HUNDRED * made / all_tried if made <= all_tried and all_tried else None


def _small(word: str) -> Decimal:
    word = word.replace(",", "")
    return Decimal(word) if word[0].isdecimal() else Decimal(1 if word in "Aa" else ENGLISH[word.lower()])


def compound(match: re.Match[str]) -> tuple[Decimal, str]:
    """Read 2小时9分37秒 or 2 hours 5 minutes in its smallest unit: (value, unit)."""
    seconds, unit = Decimal(0), "second"
    for number_name, unit_name in (("c1", "cu1"), ("c2", "cu2"), ("c3", "cu3")):
        if match[number_name]:
            word = match[unit_name]
            unit = "minute" if word[0] == "分" else UNITS[word][0]
            seconds += number(match[number_name]) * SECONDS[unit]
    return seconds / SECONDS[unit], unit


def compound_en(match: re.Match[str]) -> tuple[Decimal, str]:
    """Read 2 hours 5 minutes in its smaller unit: (value, unit)."""
    first = EN_TIMES[match["eu1"][0]] if match["eu1"][:2] != "mi" else "minute"
    second = "month" if match["eu2"][:2] == "mo" else EN_TIMES[match["eu2"][0]]
    seconds = Decimal(match["e1"]) * SECONDS[first] + Decimal(match["e2"]) * SECONDS[second]
    return (seconds + Decimal(match["e3"]), "second") if match["e3"] else (seconds / SECONDS[second], second)


def money_zh(match: re.Match[str]) -> Decimal:
    """Read 五元三毛 and 50元6角三分 in yuan."""
    value = number(match["yuan"]) + number(match["jiao"]).scaleb(-1)
    return value + number(match["fen"]).scaleb(-2) if match["fen"] else value


def part_point(match: re.Match[str]) -> Decimal:
    """Read half a percentage point and a quarter point."""
    word = match["share_of_point"].lower()
    return HALF if word == "half" else Decimal("0.75") if word.startswith("three") else Decimal("0.25")


def vague(match: re.Match[str]) -> Ends:
    """Read hundreds of, and hundreds of thousands of."""
    low, high = VAGUE_EN[match["several"].lower()]
    size = 10 ** {"thousands": 3, "millions": 6, "billions": 9, "trillions": 12}[match["size"]] if match["size"] else 1
    return Decimal(low * size), Decimal(high * size + size - 1)


def kuai(match: re.Match[str]) -> Decimal:
    """Read 五块八, 4块5 and 三块零四 in yuan."""
    if cents := match["cents"] or match["cents2"]:
        return number(match["kuai"]) + number(cents).scaleb(-2)
    return number(match["kuai"]) + number(match["mao"] or match["maos"]).scaleb(-1)


def metres(match: re.Match[str]) -> Decimal:
    """Read 1米75 and 一米八二 in metres."""
    part = numerals.tokens(match["centi"])
    return number(match["metres"]) + part.scaleb(-len(match["centi"]))


def short_height(match: re.Match[str]) -> Decimal:
    """Read 米九, as people's heights are spoken, in metres."""
    return 1 + numerals.tokens(match["tenths_of_metre"]).scaleb(-1)


def and_part(match: re.Match[str]) -> tuple[Decimal, str]:
    """Read an hour and a half, two and three quarter hours: (value, unit)."""
    whole, word = match["article"] or match["article2"], match["quarters"] or match["quarters2"]
    unit = UNITS[(match["partunit"] or match["partunit2"]).rstrip("s")][0]
    count = {"tw": 2, "th": 3}.get(word[:2], 1) if " " in word else 1
    under = 2 if word.endswith("half") else 3 if "third" in word else 4
    return _small(whole if len(whole) > 2 or whole.isdecimal() else "a") + Decimal(count) / under, unit


def clocked(match: re.Match[str]) -> Decimal:
    """Read 9秒98 in seconds."""
    return Decimal(f"{match['whole_seconds']}.{match['tick']}")


def fold(word: str) -> Decimal:
    """Read 翻番, doubled, twice and sixfold as a multiple."""
    word = word.lower().replace("了", "")
    if word.removesuffix("fold") in FOLDED:
        return Decimal(ENGLISH[word.removesuffix("fold")])
    return Decimal(str(next(value for name, value in FOLDS.items() if word.startswith(name))))


def raised(match: re.Match[str]) -> Decimal:
    """Read 2^5."""
    exponent = int(match["exponent"].replace("--", "").replace("+", ""))
    return Decimal(match["base"]) ** exponent if match["base"].lstrip("-").strip("0.") else Decimal(0)
