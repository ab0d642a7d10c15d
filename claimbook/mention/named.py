"""What is named with digits and not measured: dates, clock times, schedules, codes; and places in an order."""

import re
from decimal import Decimal

from claimbook.mention import numerals
from claimbook.mention.numerals import EN_WORD, HAN, NONZERO, Ends
from claimbook.mention.units import any_of
from claimbook.mention.words import AFTER_SHARE, ENGLISH, MONTHS, ORDINALS, WEEKDAYS

TO = r"[ ]?(?:-{1,2}|~|至|到|[ ]to[ ])[ ]?"
YEAR = r"(?:19|20)\d{2}"
MONTH = rf"(?:{any_of(MONTHS)})(?:\.(?=[ ]\d))?(?![A-Za-z])"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
QUARTER = r"(?:第?[一二三四1-4]季度|第[一二三四1-4]季|[一二三四]季(?![节])|前[一二三四两1-4]个?季度?(?=[^个节名位大]|$)|[上下]半年(?!来)|半年度|Q[1-4](?!\d)|H[12](?!\d|N\d))"
HAN_DAY = r"[一二三四五六七八九十]{1,3}"
PART_OF_DAY = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|晚上|晚间|晚|傍晚|夜间)"
CLOCK_24 = r"[0-5]?\d:[0-5]\d(?::\d{2}(?:\.\d+Z)?)?(?!,?\d)(?:[ ]?(?:[apAP]\.[mM]\.|[apAP][mM]\b))?"
CLOCK_AM = r"\d{1,2}(?:-\d{1,2}|\.[0-5]\d)?[ ]?(?:[apAP]\.[mM]\.|[apAP][mM]\b)"
HOUR = rf"(?:[01]?\d|2[0-4]|{HAN_DAY}|零|两)"
CLOCK_ZONE = r"(?:[01]\d|2[0-3])[0-5]\d(?=\ ?(?:GMT|UTC|BST|EST|EDT|CET|IST)\b)|0[1-9][0-5]\d(?=\ (?:hours|hrs)\b)"
CLOCK_ZH = (
    rf"{HOUR}(?:[点时](?:半|整|[一二三]刻|(?:\d{{1,2}}分?|零?[一二三四五六七八九十]{{1,3}}分|[二三四五]?十[一二三四五六七八九]?)(?!之|\d|钟|[一二三四五六七八九十百千万亿个倍元%成折]))(?:\d{{1,2}}秒)?"
    rf"|[ ](?:[点时][ ]?\d{{1,2}}[ ]?分(?!钟)|时(?!间|代|候|期|段))"
    rf"|时(?!间|代|候|期|段|速|长|有|常|机|点|刻)|点(?=[起至到许前后钟整左开了多才就,，。、;；)）~-]|$)钟?)"
)
CLOCK = rf"(?:{CLOCK_24}|{CLOCK_AM}|{CLOCK_ZH})"
CLOCK_RANGE = rf"(?<![\d.个大])(?!1:\d{{2}}\ (?:slope|ratio|scale|dilution|mixture|mix|solution|odds|molar|weight|volume)\b)(?!(?<=~)1:\d)(?!50:50)(?<!ratio\ )(?<!ratios\ )(?<!ratio\ of\ )(?<!dilution\ )(?<!diluted\ )(?<!slope\ of\ )(?<!scale\ of\ )(?:{CLOCK_24}|{CLOCK_AM}|{CLOCK_ZH}|{HOUR}[点时](?={TO}{HOUR}[点时]))(?:{TO}(?:次日|翌日|第二天|当日)?{PART_OF_DAY}?(?:{CLOCK}|{HOUR}[点时](?:半|整)?))?"
WEEK_CLOCK = rf"(?:{CLOCK}|{HOUR}[点时](?:半|整)?)"
WEEK_ZH = r"(?:[周星][期]?[一二三四五六日天]|周末)"
WEEK_EN = rf"(?:{any_of(WEEKDAYS)})s?(?![A-Za-z])"

DATE_DIGITS = rf"""
    {YEAR}\ ?年(?:度|末|初)?\ ?(?:{QUARTER}|\d{{1,2}}{TO}\d{{1,2}}月(?!\d)|\d{{1,2}}\ ?月(?:份)?(?:[上中下]旬|\ ?\d{{1,2}}\ ?[日号])?
        (?:{TO}(?:(?:{YEAR}年)?\d{{1,2}}月(?:\d{{1,2}}[日号])?|\d{{1,2}}[日号]))?)
  | (?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|[ ]?[万亿元个人家%]) | {YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?Z?)?(?!\d(?!\d{{3}}年)) | {YEAR}-\d{{2}}-\d{{2}}(?=(?:19|20)\d\d年) | {YEAR}[-/](?:0[1-9]|1[0-2])(?![\d./-]|\ (?:season|team|campaign|school|academic|fiscal|NBA|NHL|Premier|Serie)|赛季|学年|年度) | \d{{1,2}}/\d{{1,2}}/{YEAR} | (?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/\d\d(?![\d/])
  | {YEAR}\ ?(?:Q[1-4]|H[12])(?!\d) | [1-4][QH]\ ?(?:{YEAR}|\d{{2}})(?!\d) | (?<![\w.])[1-4]Q(?![A-Za-z0-9]) | (?<![\d.])[012]\d(?:Q[1-4]|H[12])(?![\dA-Za-z])
  | (?<![\d.个第])\d{{1,2}}(?:{TO}\d{{1,2}})?\ ?月(?![龄嫂薪球])(?:份)?(?:[上中下]旬|\ ?\d{{1,2}}\ ?[日号])?(?:{TO}(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?|\d{{1,2}}[日号]))?
  | (?<![\d.:-])[1-4]季度(?!\d)
  | (?<=[为在于月])(?<![少低多高大小不]于)\d{{1,2}}{TO}\d{{1,2}}日(?![内以游后间龄元均]) | (?<![\d.第过满足逾每约近])(?<![少低多高大小不]于)(?:[12]\d|3[01]|0?[1-9])日(?![内以游后间龄元均])(?:{TO}\d{{1,2}}日)? | (?<![\d.第A-Za-z])(?:[12]\d|3[01]|[1-9])号(?=[,，。、；;)）起前后晚早上下至到]|$)
  | (?:(?<=his\ )|(?<=her\ )|(?<=their\ )|(?<=early\ )|(?<=mid-)|(?<=late\ )|(?<=low\ )|(?<=the\ ))[1-9]0s\b | (?:1[5-9]|20)\d0'?s\b | (?<=[\ (]['’‘])[1-9]0s\b | \d{{2}}世纪(?:\d0年代)? | (?:1[5-9]|20)\d0年代 | (?<!\d)\d0年代 | (?<!\d)(?:[5-9][05]|0[05]|10)后(?![\d年天个,，])
  | (?<![\d.])(?:\d{{1,2}}(?:st|nd|rd|th)?(?:-|\ to\ ))?{DAY}\ (?:of\ )?{MONTH}(?:,?\ {YEAR})?"""
DATE_HAN = rf"""
    [一二][{NONZERO}零]{{3}}年(?:{HAN_DAY}月(?:{HAN_DAY}[日号])?|{QUARTER})?
  | (?:{HAN_DAY})月(?:份|{HAN_DAY}[日号])(?![{HAN}]) | (?:十[一二]?|[一二三四五六七八九])月(?![份]?[亮球饼嫂薪河雪娘])(?:{HAN_DAY}[日号])?
  | [一二三四]季度 | [一二三四五六七八九十]{{1,3}}世纪(?:[二三四五六七八九]十年代)? | [二三四五六七八九]十年代"""
DATE_WORDS = rf"{QUARTER}(?!A)(?:\ (?:of\ )?(?:fiscal\ )?(?:FY)?{YEAR}|\ ?'\d{{2}}|\ ?FY\ ?\d{{2}}(?!\d))?"
DATE_ENGLISH = rf"""
    {MONTH}\ {DAY}(?:-\d{{1,2}})?(?!\d|\.\d|%)(?:(?:,\ ?|\ ){YEAR})? | {MONTH},?\ {YEAR}(?:-(?:{MONTH}\ )?{YEAR})?
  | Q[1-4](?!\d)(?:\ (?:of\ )?(?:fiscal\ )?(?:FY)?{YEAR}|\ ?'\d{{2}}|\ ?FY?\ ?\d{{2}}(?!\d))? | H[12]\ (?:of\ )?{YEAR}
  | (?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[\ -](?:[Qq]uarter|[Hh]alf)(?:\ of)?(?:\ (?:fiscal|FY))?\ ?{YEAR}
  | (?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\ -][Qq]uarter"""

YEARS = rf"""
    {YEAR}\ ?年?{TO}{YEAR}\ ?年(?![期]) | {YEAR}\ ?年(?:度(?!\ ?{QUARTER}))?(?![期间])(?!\ ?{QUARTER}) | {YEAR}年(?=年?间)
  | (?<=[于至在自即元])1[0-8]\d{{2}}年 | (?<![\d.]){YEAR}(?:[/-]\d{{2}}(?![\d/-])(?!\d)|/{YEAR}(?!\d)) | {YEAR}(?=财年|款|版|赛季|学年|年度)
  | (?:(?<![\w.,$¥€£#/×-])|(?<=\bmid-)|(?<=\bpre-)|(?<=\bpost-)|(?<=\blate-)|(?<=\bearly-)){YEAR}(?:-{YEAR})?(?![\w.,×-]{{0,40}}\d)(?!\ ?[%℃°]|[~至到\w]|-(?![a-z]|$)|\ ?[万亿元个家人次项名位吨米件户笔台辆度点分倍公千平克字页股例条种多余几])
        (?!\ (?:people|patients|workers|households|jobs|employees|participants|adults|children|men|women|students|users|customers|stores|sites|units|homes|cases|deaths|km|kg|MW|GW|MWh|miles|tonnes|tons|barrels|points|votes|seats|shares|respondents|dollars|yuan|hours|days|minutes|seconds|meters|metres|feet|calories|mm|cm|nm|m|ppm|ppb|rpm|mg|g|mL|ml|L|K|Hz|kHz|MHz|GHz|V|W|kW|J|kJ|Pa|kPa|MPa|bar|lux|IU|kcal|mAh|pixels)\b(?!\.\d))"""
SCHEDULE_DIGITS = r"\d{1,2}[×x*]\d{1,2}小时 | \b24/7\b | \d{1,2}:\d{2}-\d{1,2}:\d{2}(?=\ ?\(?周)"
SCHEDULE_ZH = (
    rf"(?:(?:每[天日]|工作日){PART_OF_DAY}?{WEEK_CLOCK}(?:{TO}{PART_OF_DAY}?{WEEK_CLOCK})? | (?:每?{WEEK_ZH}{TO}|每{WEEK_ZH}[、和及]|{WEEK_ZH}[、和及](?={WEEK_ZH}?[一二三四五六日]?\ ?{PART_OF_DAY}?\ ?{WEEK_CLOCK}))(?:{WEEK_ZH}|[一二三四五六日])\ ?(?:{PART_OF_DAY}?\ ?{WEEK_CLOCK}(?:{TO}{PART_OF_DAY}?{WEEK_CLOCK})?)?"
    rf" | 每?{WEEK_ZH}的?{PART_OF_DAY}?\ ?{WEEK_CLOCK}(?:{TO}{PART_OF_DAY}?{WEEK_CLOCK})? | 每月\d{{1,2}}[日号])"
)
SCHEDULE_EN = (
    rf"{WEEK_EN}(?:(?:-|\ to\ |\ through\ |\ and\ ){WEEK_EN},?(?:\ (?:at|from)?\ ?(?:{CLOCK_24}|{CLOCK_AM})(?:(?:-|\ to\ )(?:{CLOCK_24}|{CLOCK_AM}))?)?"
    rf"|\ at\ (?:{CLOCK_24}|{CLOCK_AM}))"
)
PHONES = r"""
    \+\d{1,3}(?:[ -]\d{2,6}){2,4}(?!\d) |    (?<![\d.])(?:\+?\d{1,3}[- ])?(?:\(\d{3}\)[ ]?\d{3}-\d{4}|\d{3,4}[- ]\d{3,4}[- ]\d{4}|0\d{2,3}-\d{7,8}|0\d{1,3}-\d{3,4}-\d{4}|0\d{2,4}\ \d{3,4}\ \d{3,4}|[48]00\d{7}|1[3-9]\d{9}|1[3-9]\d[- ]\d{4}[- ]\d{4})(?!\d|\.\d)
  | \d{3}-0\d{3}(?!\d) | (?<=[Cc]all[ ])\d{3}-\d{4}(?!\d)"""
VERSIONS = r"(?<![\w.])(?!(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])(?![\w.]))\d+\.\d+\.\d+(?:\.\d+)*(?![\d%])"
# What the word right before says is a code or a place in a series.
LABELLED = r"""
    (?:(?<=拨打)|(?<=[请可]拨)|(?<=致电)|(?<=热线)|(?<=电话)|(?<=(?:热线|电话|客服)[: ]))(?:\d{4}[ ]\d{4}|\d{3,12})(?![\d.]|[元万个人次])
  | (?<=[打线服])\d{3,5}(?!\d|[,.]\d|[元万个人次年月天日小分公千米克%亿家户笔项])
  | (?:(?<=代码[: ])|(?<=代码)|(?<=\())\d{6}(?!\d) | (?<=\()\d{5}(?=\)|\.[A-Z]) | (?:(?<=编号[: ])|(?<=编号))[\w-]*\d[\w-]* | (?<=尾号)\d{3,4}(?!\d)
  | (?<=版本)\d+(?:\.\d+)* | (?<=版本号)\d+(?:\.\d+)*"""
TYPE = r"[Tt]ype[ ]\d{1,2}(?![\d.])"
CODES = rf"""
    401\(?[a-z](?:\)|\b) | 1?\dK(?=\ ?(?:分辨|视频|超高清|电视|屏|显示)) | (?:5|6|8|12|16)K(?=\ (?:display|Retina|monitor|video|screen|resolution|iMac|camera|footage|TV)) | (?<![\d/.])9/11(?![\d/]) |    (?:360|480|720|1080|1440|2160)[pP]\b | [1-5]A(?=[级景]|$) |    \d{{4,6}}\.(?:HK|SH|SZ|SS|TW)\b | (?=[\dA-Z]{{9,}})\d+[A-Z][A-Z\d]*(?![a-z])
  | \b{YEAR}-\d{{3}}(?!\d) | [2-6]G(?![A-Za-z0-9]) | [2-6]g(?=通信|通讯|网络|網|智慧|无线|基站|技术|时代|手机|工业|信号|套餐|芯片|商用|用户) | \d{{3,5}}[A-Z](?=\ (?:chip|chipset|GPU|CPU|processor|graphics|card|laptop|engine|model)s?\b) | \d{{1,2}}-\d{{1,2}}[A-Z](?![\w-]) | 9to5\w+ | 10-?[KQ](?=\ (?:filing|report|form)) | (?:(?<=[Rr]esolution\ )|(?<=[Rr]esolutions\ )|(?<=[Pp]hase\ )|(?<=RES/))\d{{1,3}}/\d{{1,4}}(?![\d/]) | (?:(?<=[Ss]ection\ )|(?<=[Ss]ections\ )|(?<=[Aa]nnex\ )|(?<=[Aa]ppendix\ )|(?<=[Tt]itle\ ))\d{{1,4}}-?[A-Z]{{1,2}}(?![\w%-]) | (?<=iPhone\ )\ds\b | \d{{2,4}}[A-Z](?=\([a-z1-9]\)) | 0x[0-9A-Fa-f]*\b | (?<=@)\d{{2,4}}(?=\.com) | 1/(?:4|8|16|32)决赛 | [248][Kk](?![A-Za-z0-9元块]|-\d)(?!\ ?[元块人]) | \d{{1,2}}\ ?型(?![号]) | [1-5]00强 | \d{{2,3}}工程(?=大学|高校)
  | \d{{1,5}}号(?=[^,，。、；;)）起前后晚早]) | \d{{26,}} | (?!{YEAR}/|(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:{YEAR}|\d\d)(?![\d/]))\d[\d/]*/\d+/\d+(?![\d年月]) | (?<![\d.])\d{{1,2}}[A-DF-LN-WYZ]\d{{1,3}}(?![\w.]) | \d{{1,3}}(?:\.\d{{1,3}}){{3}} | [1-9](?:\.5)?D(?![A-Za-z0-9]) | (?<=[\u4e00-\u9fff])\d{{1,2}}S(?![A-Za-z0-9])"""
# 歼-15, 利剑-2024A: a name, a dash and its number; after 为 or 率 the dash is a minus.
CODE_HAN = r"(?<=[\u4e00-\u9fff])(?<![为是比率度值额幅化动差得到至约于在计数量净])-(\d{1,4}[A-Za-z]{0,2})(?![\w.,%‰~/-]|[ ]?[\u4e00-\u9fff℃°](?<=[万亿元个百千倍点度岁分℃°]))"
DOCUMENT = r"[〔\[(【]\d{4}[〕\])】][^\s,，。、；;]{0,12}?\d+号(?:之[一二三四五六七八九十]+)?"
CODE_TAIL = re.compile(r"[A-Za-z0-9]*(?:\.\d+(?![\d.]*[%万亿]))?(?:-[A-Za-z0-9]*\d[A-Za-z0-9]*)*", re.ASCII)
# What is before a number with a hyphen, or by a slip without a space, and makes no code of it: mid-2019, to100.
PREFIXES = frozenset(
    "mid- pre- post- near- late- early- non- sub- under- over- to- plus- top- in- to and or about over".split()
)
CODE_HEAD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z]*)?$", re.ASCII)
STANDARD = re.compile(r"(?<![A-Za-z])(?!ID|NO|PIN|Q[1-4])[A-Z]{1,4}(?:/[A-Z]{1,2})? ?$", re.ASCII)
PERCENT = re.compile(r"(?:\.\d+)?%")
AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[%％‰万亿]|(?<=\.\d)元|(?<=\.\d\d)元)", re.ASCII)
STANDARD_TAIL = re.compile(r"(?!\d{3}-\d{3}(?![\d-]))\d{3,}(?:\.\d+)?-\d[\d.-]*|\d{6,}", re.ASCII)

ORDINAL_ZH = rf"第(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+万?|[{NONZERO}零十百千万亿两]+)(?:{TO}第?(?:\d+|[{NONZERO}十百千]+))?(?![{NONZERO}])"
ORDINAL_FRONT = r"(?<![元纪眼门面目车身跟床窗台胸脸生榜])前(?:\d+|[一二三四五六七八九十百]+)(?:强)?(?![年月天周日个几季半期余多\d些点只头条座辆棵直般些致起角一二三四五六七八九十百千]|\.\d|%|成|次|轮|者|小时|分钟|秒)"
ORDINAL_MARK = r"(?:(?:(?<![^\n])|(?<=\n[ \t]))\d{1,3}(?=[.)、](?!\d))|(?<![\d.,])\d{1,2}(?=\.(?:19|20)\d\d年)|(?<=:)\d{1,2}(?=[.、][^\d\s]))"
ORDINAL_MARK_ZH = r"(?:(?<![^\n。；;：:#\s])[一二三四五六七八九十]{1,3}(?=、)|[一二三四五六七八九十](?=期[工产项临建基试])|(?<=[(（])[一二三四五六七八九十]{1,3}(?=[)）]))"
ORDINAL_PAREN = r"(?:(?<=^\()|(?<=[。；：，;]\())\d{1,2}(?=\))"
ORDINAL_SIGN = r"(?:[Nn]o\.[ ]?|№[ ]?|(?<!\#)\#)(?:\d{1,3}(?:,\d{3})+|\d+)"
TENS = [word for word, value in ENGLISH.items() if value > 19]
ORDINAL_EN = rf"(?<!per[ ])(?<!s/)(?:(?:{any_of(TENS)})\ (?:{any_of([one for one, value in ORDINALS.items() if value < 10 and value != 2])})|(?:{any_of([ten + '-' for ten in [*TENS, *map(str.capitalize, TENS)]])})?(?:{any_of([*ORDINALS, *(word.capitalize() for word in ORDINALS)])}))(?![A-Za-z])(?!\ (?:aid|name|hand|party|lady)\b)(?!-(?:time|hand|party|person))(?!\ (?:\d+|few|several|couple\ of|{EN_WORD})(?:\ [a-z]+)?\ (?:hour|day|week|month|year|quarter|decade|minute)s\b)(?<!irst(?=\ time\b))(?<!\bin\ the\ first(?=\ place))(?:(?<!\ba\ second)(?<!\ba\ third)(?<!\ba\ fourth)(?<!\ba\ fifth)(?<!\ba\ sixth)(?<!\ba\ eighth)(?<!\ba\ tenth)|(?=\ (?!(?:{'|'.join(AFTER_SHARE)})\b)[A-Za-z]))"
ORDINAL_TH = r"\d+(?:st|nd|rd|th)(?![A-Za-z])"
SERIES = r"(?:(?<=图)|(?<=表)|(?<=附件))\d+(?![\d.]|[个家万%年月日元分])"
NUMBER_IN = re.compile(rf"\d[\d,]*万?|[{HAN}十百千万亿]+", re.ASCII)


def years(match: re.Match[str]) -> Ends:
    """Read 2023年, 2021-2023年 or a season such as 2024/25 as years."""
    found = re.findall(r"\d{4}", match[0])
    season = re.search(r"[/-](\d{2})(?!\d)", match[0])
    last = found[0][:2] + season[1] if season and len(found) == 1 else found[-1]
    return Decimal(min(found[0], last)), Decimal(max(found[0], last))


def fiscal(match: re.Match[str]) -> Ends:
    """Read FY24 and fiscal 2024 as a year."""
    digits = re.sub(r"\D", "", match[0])
    return (Decimal(digits if len(digits) == 4 else f"20{digits}"),) * 2


def ranks(match: re.Match[str]) -> Ends:
    """Read 第三, 前15, No. 2, third or a list mark as a place in an order."""
    word = match[0].strip().lower()
    tens, _, last = word.replace(" ", "-").rpartition("-")
    if last in ORDINALS:
        return (Decimal(ORDINALS[last] + ENGLISH.get(tens, 0)),) * 2
    if "①" <= word <= "⑳":
        return (Decimal(ord(word) - ord("①") + 1),) * 2
    found = NUMBER_IN.findall(word)
    if len(found[0]) > 1 and found[0] in "一二三四五六七八九":  # 第三四节
        found = [found[0][0], found[0][-1]]
    values = [numerals.tokens(one.replace(",", "")) for one in found]
    return min(values[0], values[-1]), max(values[0], values[-1])


def hour_of_week(words: str) -> Decimal | None:
    """Return the hour of 每周二上午10点, Monday 00:00 being 0, or None if it is not a single hour.

    Examples
    --------
    >>> str(hour_of_week("每周二上午10点"))
    '34'
    """
    found = re.fullmatch(rf"每?[周星]期?([一二三四五六日天])({PART_OF_DAY}?) ?(\d{{1,2}})[点时]整?", words)
    if not found:
        return None
    hour = int(found[3]) + (12 if found[2] in ("下午", "晚上", "晚", "晚间") and int(found[3]) < 12 else 0)
    return Decimal(24 * "一二三四五六日天".replace("天", "").find(found[1].replace("天", "日")) + hour)


def code(text: str, start: int) -> tuple[int, int] | None:
    """Return start and end of the code that the digit at `start` belongs to (IP68, PM2.5, GB/T 20980-2021), or None."""
    last = text[start - 1]
    if not (text[start - 2] if last in "- /" and start > 1 else last).isalpha():
        return None
    if last == " " and not text[start - 2].isupper():
        return None
    before = text[max(0, start - 24) : start]
    if last == " " and len(before) > 1 and before[-2].isascii() and before[-2].isalpha():
        standard = STANDARD.search(before)
        tail = STANDARD_TAIL.match(text, start)
        return (start - len(standard[0]), tail.end()) if standard and tail else None
    if not (last.isascii() and last.isalpha()) and not (
        last in "-/" and before[-2:-1].isascii() and before[-2:-1].isalpha()
    ):
        return None
    head = CODE_HEAD.search(before)
    if head and head[0] == "x" and re.search(r"\d{3}x$", before):  # 3440x1440
        return None
    if not head or (head[0] in PREFIXES and not before[: head.start()][-1:].isdecimal()):
        return None
    tail = CODE_TAIL.match(text, start)
    end = tail.end() if tail else start
    if PERCENT.match(text, end) or AMOUNT.match(text, start):  # SQM23.77%, GDP43214.85亿元
        return None
    if head[0].islower() and text[end : end + 1] in ("元", "%", "万", "亿"):  # 每百万token0.6元
        return None
    return start - len(head[0]), end
