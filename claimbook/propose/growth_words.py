"""The words between two levels and the change that is stated beside them."""

import re

UP = re.compile(
    r"\b(?:up|rose|rise|risen|rises|rising|grew|grow|grown|growth|growing|climb\w*|gain\w*|increas\w*|jump\w*|higher|surg\w*|soar\w*|rais\w*"
    r"|expand\w*|added|extra|exceed\w*)\b|增|升|涨|提高|扩大|多|高|超出|上调"
)
DOWN = re.compile(
    r"\b(?:down|fell|fall|fallen|falls|falling|drop\w*|declin\w*|decreas\w*|shrank|shr[iu]nk\w*|lower\w*|fewer|less|slid|slump\w*|cut|cuts|reduc\w*"
    r"|slipp\w*|lost|loss)\b|减|降|跌|少|低|缩|下滑|下调|回落"
)
FROM = re.compile(r"(?:\bfrom|从|由|自)(?:[^，,。;；]{0,24})$", re.IGNORECASE)
TO = re.compile(r"^[^,，。;；(（]{0,60}?(?:\bto\b|至|到|为|成)[^,，。;；(（]{0,30}$")
BACK = re.compile(r"^[^;；(（]{0,40},?\s?(?:up |down )?\bfrom\b[^,，;；(（]{0,40}$")
# What makes the later of two numbers the earlier level: compared with, 上年为.
BASE = re.compile(
    r"(?:compared (?:with|to)|against|versus|up from|down from|\bwas\b|\bhad been\b)[^,，。;；]{0,30}$"
    r"|(?:(?<![同环占对])比(?![例重率如赛])|较|相比|(?:上|前|去)一?年(?:末|底|同期|度)?|同期|上一?(?:季度?|月|个月|交易日)|前一?交易日|此前|原来|原先|之前)[^,，。;；]{0,14}$"
    r"|[(（](?:(?:19|20)\d\d|last year|a year (?:earlier|ago)|previously|上年|去年)[:：]?\s?$"
)
OLDER = re.compile(
    r"(?:上|前|去)一?年|同期|上一?(?:季|月|个月)|前一?交易日|此前|原来|之前|\b(?:last|previous|prior) (?:year|month|quarter|season)|\b(?:year|month|quarter) (?:ago|earlier|before)",
    re.IGNORECASE,
)
THAN = re.compile(
    r"^[^。;；(（]{0,40}? than\b[^。;；(（]{0,50}$|^[^,，。;；(（]{0,60}?\b(?:from|than|compared (?:with|to))\b[^,，;；(（]{0,40}$"
)
IN_BRACKETS = re.compile(  # the level before, behind the change: 同比增长13.0%（去年同期40.0亿元）
    r"^\s?[,，]?\s?[(（](?:(?:去|上|前)一?年(?:末|同期|全年)?|同期|上季度?|上月|\d{4}年?|from|was|last year|a year earlier)[:：为是]?[^,，。;；()（）]{0,12}$",
    re.IGNORECASE,
)
REACHES = re.compile(r"^[，,]?\s?(?:收于|收报|报收?于?|报|至|到|达到?|升至|降至|为|to|at|closing at|to close at)\s?$")
CHANGED = r"(?:up|down|ris\w+|rose|increas\w*|decreas\w*|declin\w*|drop\w*|fall\w*|fell|gain\w*|grow\w*|grew|jump\w*|reduc\w*|cut|climb\w*|surg\w*|difference|gap|improvement|loss|addition|swing|change)"
STATES = re.compile(  # what joins the levels and the change
    rf"^[^。;；“”\"「」]{{0,70}}?[,(–—-]\s?(?:(?:or|so|thus|that is|which is|equivalent to|representing|still|about|around|nearly|almost|some|roughly|just) )*(?:(?:an?|the|its) )?(?:(?!while|as|and|but|with|since|after)[a-z-]+ )?\b{CHANGED}\b"
    r"[^,，。;；“”\"「」]{0,30}$"
    r"|^[^，,。;；“”\"「」]{0,40}?[，,（(、]?(?:同比|环比|[较比][^，。;；]{0,8}|增幅|降幅|涨幅|跌幅|减幅|累计|大幅|净|共|约|即|相当于|实现|也|又|已|今年|分别|有所|[上下]|\s)*(?:增|升|涨|提|降|减|跌|缩|多|少|高|低|扩大|翻|相差|差|缩短)[^,，。;；“”\"「」]{0,20}$"
    r"|^[^,，。;；]{0,20}[(（][+-]?[^,，。;；()（）]{0,12}$|^\s?[,，—–-]\s?(?:or )?(?:about |some |around |nearly )?$"
)
MORE_BEFORE = re.compile(
    rf"\b{CHANGED}(?: of| by)?(?: about| around| some| nearly| roughly| just)?\s$|(?:增加|增长|增产|减产|增收|减收|减少|下降|上升|上涨|提高|多|少|高|低|增|减|升|降|涨|跌|差|相差)[了出达]?(?:约|近)?$",
    re.IGNORECASE,
)
APART = re.compile(r"^[^,，。;；\0]{0,40}[,，–—-]\s?(?:about |some |nearly |just |or )?$")
MORE_AFTER = re.compile(
    r"^(?: [a-z]+)?,? (?:[a-z]+er than|more|fewer|less|higher|lower|up|down|above|below|short)\b", re.IGNORECASE
)
SUDDEN = re.compile(
    rf"\b(?:{CHANGED}|of|by|or|about|around|nearly|roughly|almost|equivalent)\b|[\u4e00-\u9fff]|[(（]|^\s?[,—–-]\s?$",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"^\s?(?:to\b|,?\s?from\b|，?(?:从|由)|[,，]?\s?[^,，。;；]{0,30}\b(?:from|to)\b|[^,，。;；]{0,24}[,，]\s?(?:from\b|从|由))[^,，。;；]{0,40}$"
)
MEAN = re.compile(r"(?:年均|平均|复合|各|\baverage|\bannually|\bannual rate|\ba year,?)[^，。；,;]{0,10}$")
ADJUSTED = re.compile(
    r"剔除|扣除|不变价|可比|名义|实际增|in real terms|constant|adjusted|like-for-like|organic", re.IGNORECASE
)
PART_OF_YEAR = re.compile(
    r"[一二三四1-4]季度|[上下]半年|\d月|\b(?:first|second|third|fourth) (?:quarter|half)", re.IGNORECASE
)
TIMES = re.compile(r"倍|番|times|fold|doubl|tripl|quadrupl|halv|x$", re.IGNORECASE)
LEAST = 10  # counts below it are said of too many things
POINTS = ("percentage_point", "basis_point")
TO_HERE = re.compile(r"\bto\b[^,]{0,12}$")
