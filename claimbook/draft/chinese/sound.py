"""Whether a Chinese phrase can name what is measured; a metric that is wrong is worse than none."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

SAID = re.compile(
    r"(?:的比例|的人数|的数量|的人次|的.{2,12}数量|之比|排名|时长)$"
)  # what is said of somebody, in the text’s own words
COUNTED = re.compile("数量$")
LOOSE = re.compile(
    r"(?:(?:顺利|成功|先后|陆续)[\u4e00-\u9fff]{0,4}|确实|全部|累计|目前|同时|一共|总共|平均|仅仅|只有)$"
)
SPOKEN = re.compile(
    r"(?<!其)他|她|(?<!迷)你|您|(?<![自占])我(?!国)|们|记者|告诉|表示|(?:说|认为)(?=.)|了(?!解)|^、|[分并]列|[着吗呢吧啊\\﹒！？、]$|被(?![访保])|那么|怎么|什么|其中|大约|居然|整整|惊人|先后|纷纷"
)
BEGINS = re.compile(
    r"(?:高出|低于|高于|超过|考虑|打算|希望|要求|拒绝|同意|成为|开始|可以|可(?!再|比|支|持|用)|能够|能(?!源|耗|效|量|繁)|会(?!员|计|议|展|费)|要(?!素|道)|让|使(?!用)|令|用于|结果|据|按(?!揭)|如果|但|而|并(?!购|网|表|发)"
    r"|且|等|那|此前|此次|次[年月日]|附近|至今|短短|眨眼|当时|当年|除了|以及|由于|因为|只要|只|就(?!业|医|诊|学)|才(?!能)|和(?!平)|与|或|又|还(?!款|贷|本)|不(?!良|诉|捕|动产|含|孕)|没|在(?!建|校|职|册|线|岗|手|售|保|库|读|途|网|学|编|院|用|外)"
    r"|对(?!外)|向|把|将(?!军)|被|给(?!付|水)|从(?!业)|到(?!期|账|位|访|港|岗)|因(?!素)|有(?!效|色|机|限|线|息|价|关)|是|为|第\d)"
)
ENDS = re.compile(
    r"(?:尾盘|盘中|下探|于|或|和|与|及|的|在|从|至|到|为|是|等|则|才|就|都|也|(?<![签预节条])约|今明|罚|捐|将|把|让|曾|已|不|会|着|间|中|里|上|下|后|时|岁|逐步|主动拿出|追加|考虑)$"
)
RESTS = re.compile(
    "(?:期间|中间|区间|空间|时间|车间|房间|夜间|年龄|以上|以下|线上|线下|海上|地下|零下|库存|地上|路上|网上|乡下|手中|平均|时(?=.*小时)|工时|课时|学时|之间|不等|总和|之和)$"
)
PLACE = re.compile(r"[\u4e00-\u9fff]{2,5}(?:省|(?<![城上辖都])市|(?<![困大强])县)")
DATED = re.compile(
    r"\d{4}年(?:\d+月)?|\d+年前|\d+月|\d+[至—-]|\d+强|[A-Za-z]+\d[\d.]*|\d[\d.]*%"
)  # of what a change is against
LEADS = "对与和在"  # of a noun phrase: 对欧盟进出口
FEAST = re.compile("(?:五一|十一|春节|国庆|中秋|端午|元旦|清明|双节|黄金周|小?长?假期?|假日|节日|期间)+")
GROWTH = re.compile(
    "(?:(?:同比|环比|[较比].{2,10}?)?(?:增长|增加|上升|上涨|提高|提升|扩大|下降|减少|下跌|下滑|降低|回落|收窄)|增速|增幅|降幅)+$"
)
WHOLE = {"口": "人口", "省": "省份"}  # what the number took a letter of
SHORTEST = 2  # characters of a name of what is measured


def sound(reading: Reading, book: Lexicon) -> Reading:
    """Return a reading without a metric that no noun phrase can be.

    Examples
    --------
    >>> from claimbook.draft.lexicon import lexicon
    >>> names = ("综合保税区顺利数量", "金寨县数量", "记者了解到的", "行政村数量", "营收")
    >>> [sound(Reading(one, base=one), lexicon()).metric for one in names]
    ['综合保税区数量', '', '', '行政村数量', '营收']
    """
    metric = reading.metric
    if not metric or SAID.search(metric):
        return reading
    stem = COUNTED.sub("", metric)
    kept = WHOLE.get(stem, LOOSE.sub("", stem.removeprefix("的")))
    if not _names(kept, stem != metric, book):
        return replace(reading, metric="", base="", change="", whole="")
    if kept == stem:
        return reading
    tail = metric[len(stem) :]
    return replace(reading, metric=kept + tail, base=kept + tail if reading.base == metric else reading.base)


def _names(stem: str, is_count: bool, book: Lexicon) -> bool:
    """Return whether a phrase can be the name of what is measured, or counted."""
    if not stem:
        return True
    if FEAST.fullmatch(stem):
        return False
    measure = book.measure(GROWTH.sub("", stem))
    if is_count and (PLACE.fullmatch(stem) or book.kind(stem) in ("place", "name")):
        return False
    if len(stem) < SHORTEST or SPOKEN.search(stem) or (BEGINS.match(stem) and not (stem[0] in LEADS and measure)):
        return False
    if re.search(r"\d", DATED.sub("", stem)) and not measure:
        return False
    return not ENDS.search(stem) or bool(RESTS.search(stem)) or bool(measure)
