"""Numbers that claim nothing by themselves: parts of words, denominators, goals, limits, what is only supposed."""

from __future__ import annotations

import re

from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
MODEL_EN = re.compile(rf"[a-z,] (?!{MONTHS})[A-Z][a-z]+ $")  # Charge 2, Windows 10
ONE = re.compile(
    r"(?i)one (?!in\b|out\b|of\b|million|billion|trillion|hundred|thousand|third|quarter|half|per)\w+"
)  # one mile
OF_WORD_ZH = re.compile(
    r"^(?:[一二三四两]{1,3}线|两市|两会|两岸|两桶|两位|三农|三甲|三级|二级|一级|一流|三大|两大|四大|五大|一带|一路|双[碳十]|两个|三个|两种|三种|四种|两类|三类|两者|两家|一系列)$"
)
WORD_AFTER_ZH = re.compile(
    r"^(?:线|市|会|岸|农|甲|桶|位数|医院|因素|方面|原因|问题|阶段|特点|部分|层面|维度|方向|关键|步骤|趋势|挑战|核心|类别|板块|领域|以上文|大类)"
)
POINTED_ZH = re.compile(r"(?:这|那|该|上述|其余|另外|其他|前述|以上|以下|此)$")
SMALL_ZH = re.compile(r"^[一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]{0,2}$")
SERIES_ZH = re.compile(
    r"^[一二两三四五六七八九十][\u4e00-\u9fff][一二两三四五六七八九十][\u4e00-\u9fff]$"
)  # 两高三部, 一带一路
FESTIVAL = re.compile(r"[“\"]?双$")  # 双11
BUCKET_ZH = re.compile(
    r"^(?:及?以[上下]|左右|之间)?(?:的|[^，。；,;\n\d%]{0,6}?(?:已?出现|共有?|有|达|为)?)?\d+(?:个(?!百分)|家|款|名|人|位|种|省|座|只|例|户|所)"
)
SHARED_ZH = re.compile(r"^(?:及?以[上下]|之间)?的?占(?:比)?[约近超]?\d")
MODEL_ZH = re.compile("的?(?:理器|处理器|芯片|系列|机型|手机|才)")
WITHIN_ZH = re.compile(r"以[上下内外]的?[^，。；\d]{0,8}(?:占|比例|比重|[率量数额])")
EACH_ZH = re.compile(r"每(?![周天日月年季期]|小时|分钟|个月)[^，。；,;\n\d的]{0,4}$")
EACH_EN = re.compile(r"(?i)\b(?:per|for every|out of(?: every)?|in every|every|of every|each)\s*$")
AMONG_ZH = re.compile(r"^[^，。；,;\n]{1,10}(?:[（(][^）)]{1,12}[)）])?中[，,]")
GROUP_ZH = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:价格|均价|指数|量|额|率|收入|利润|价)[^，。；,;\n\d]{0,6}\d"
)  # 100个城市住宅均价上涨4.72%
OPENED_ZH = re.compile(r"(?:^|[，,])$")
OFTEN_ZH = re.compile(r"每(?:周|天|日|月|年|季度)[^，。；,;\n]{0,5}$")
ASKED_ZH = re.compile(
    r"(?:(?:需(?!求)|须|要求|规定|应|必须|不得)[^，。；,;\n]{0,14}(?:达到?|不低于|不超过|不少于|至少|满|覆盖|提供|超过|低于|高于)[^，。；,;\n]{0,6}|需达到?|须达到?|须满|需满)$"
)
IF_ZH = re.compile(r"(?:如果|假如|假设|若|例如|比如|倘若|当)[^。；]{0,24}$")
IF_EN = re.compile(r"(?i)\b(?:if|suppose|imagine|say,|assuming|for example, a)\b[^.;,]{0,40}$")
GOAL_ZH = re.compile(r"^的?[^，。；的\d]{0,8}(?:目标|红线|警戒线|上限|下限|及格线|底线)")
AIMED_ZH = re.compile("(?:力争|争取|目标是|目标为|要求到|确保到)[^。；]{0,40}$")
IF_ONLY_ZH = re.compile("(?:如果|只要|假如|倘若)[^，。；]{0,40}$")  # the clause of a condition
WITHIN_SHARE_ZH = re.compile(r"(?:[%成]|分之.{1,4})的[^，。；]{1,20}(?:不?超过|不足|低于|少于|多于|大于)$")
GOAL_EN = re.compile(r"(?i)\b(?:goals?|targets?|objectives?)\s(?:of|at|is|was)\s*$")
GOAL_AFTER_EN = re.compile(r"(?i)^[\s-](?:\w+\s)?(?:goals?|targets?|objectives?)\b")
FORMULA = re.compile(r"(?:[×÷*]|(?<=[\u4e00-\u9fff])\+)[^，。；\n]*$")
PAGE_ZH, NAMED_YEAR_ZH = (
    re.compile(r"(?:[、和]\d+)*版"),
    re.compile(r"[^年\d，。；]{2,12}(?:赛|大会|展|论坛|峰会|节|奖)"),
)
SUPPOSED_ZH = re.compile(r"(?:如果|假如|好像|好比)[^。]{0,16}你[^。]{0,40}$|(?:好像|好比)[^。]{0,60}$")
SESSION_ZH, LIVED_ZH = re.compile(r"届$"), re.compile(r"[在于到](?!20|19)[^，。；\d]{2,16}$")
A_ZH = re.compile("一[个個名位场場类類种種项項]")  # 一名女孩: one of them, not how many
OF_KIND_ZH = re.compile(r"(?:这|一)(?:种|趟|番|起|边|样|份)|一[天日]")
SIZED_ZH = re.compile(r"及?以[上下]的[^，。；\d]{1,8}\d|的(?:女性|男性|人群|患者)")
DOERS_ZH = re.compile("(?:的(?:人群?|参与者|患者|女性|男性)|者)")
AMOUNT_ZH = re.compile(r"(?:克|千卡|大卡|毫升|卡路里)(?:以[上下内])?$")
DOSE_ZH = re.compile(
    r"(?:应|需|可|须|宜)[^，。；]{0,16}$|(?:^|[，；])[^，。；\d]{0,8}(?:后|内|前)?(?:保证|补充|控制|摄入|限制)[^，。；\d]{0,8}$"
)
DIVIDED_ZH = re.compile(r"(?:应|需|须|宜)(?:当)?(?:分配|分|配)[^。；]*$")
OWN_TEXT_ZH = re.compile(r"(?:通过对比|对比了|盘点|梳理了?|分为以下|以下|本文[^。；;]{0,24})$")
GROUPED_EN = re.compile(
    r"(?i)\b(?:those|people|adults|men|women|voters|shoppers|respondents|consumers|ages?|aged)"
    r"(?: who are| of)?(?: between| from)?\s*$"
)
POINTED_EN = re.compile(r"(?i)\b(?:these|those|the|other|all|both)\s*$")
SMALL_EN = re.compile(r"(?i)^(?:two|three|four|five|six|seven|eight|nine|ten)$")
AGED_EN = re.compile(
    r"(?i)\b(?:aged?|ages|(?:between )?the ages of)(?: [\w-]+(?: (?:months?|years?))? (?:and|to|or))?\s*$"
    r"|\b(?:under|over) the age of\s*$"
)
OF_HALF_EN = re.compile(r"\b[HQ][1-4]-$")
ANALYSED_EN = re.compile(r"(?i)\b(?:in|across|among|of) the\s*$")  # in the 48 countries analysed
GROUP_EN = re.compile(r"(?i)\s[a-z]+s (?:analy[sz]ed|surveyed|studied|covered|examined|polled|included)\b")
OWN_TEXT_EN = re.compile(
    r"(?i)\+?(?: [\w&-]+){0,4} (?:statistics|facts|tips|ways|reasons|things|trends)\b[^.!?,\n]*(?=\n|$)"
)
READING_EN = re.compile(r"(?i)\b(?:while|as|since) you (?:were|are|have been|started)? ?read(?:ing)?\b")
PARTS_EN = re.compile(
    r"(?i)\s(?:previous|major|main|key|ways?|things?|reasons?|types?|kinds?|parts?|sides?|countries|others|categories|areas|factors|steps"
    r"|stages|points|options|groups|questions|tips|principles|pillars)\b"
)


def part(before: str, after: str, mention: Mention) -> Role:
    """Return the role of a number that may be a part of a word, point back, or limit what a claim is about."""
    if _numbered(before, after, mention.exact):
        return Role.ORDINAL
    if _limits(before, after, mention):
        return Role.CONDITION
    if (AMOUNT_ZH.search(mention.exact) and DOSE_ZH.search(before)) or DIVIDED_ZH.search(before):
        return Role.ADVICE
    is_year = re.fullmatch(r"(?:19|20)\d\d", mention.exact)
    if is_year and (NAMED_YEAR_ZH.match(after) or OF_HALF_EN.search(before)):
        return Role.PERIOD
    return Role.OTHER if _of_word(before, after, mention.exact) or _beside(before, after, mention) else Role.CLAIM


def _numbered(before: str, after: str, exact: str) -> bool:
    """Return whether a number numbers something: a list’s mark, a document."""
    return (
        exact.endswith("号")
        or bool(SESSION_ZH.search(exact))
        or bool(
            re.match("号(?!人|召)", after)
            or (not before.strip(" •·-") and re.match(r"\s?(?:[.、．]\s?\D|[)）])", after))
        )
    )


def _of_word(before: str, after: str, exact: str) -> bool:
    """Return whether a number is a part of a word or a name, or points to what was said."""
    if (
        FESTIVAL.search(before)
        or SERIES_ZH.match(exact)
        or (SMALL_ZH.match(exact) and any(SERIES_ZH.match(one) for one in (exact + after[:2], before[-2:] + exact)))
    ):
        return True
    if exact.endswith("方") and after.startswith("面"):
        return True
    small_zh, small_en = SMALL_ZH.match(exact), SMALL_EN.match(exact)
    if (OF_WORD_ZH.match(exact) or small_zh) and (WORD_AFTER_ZH.match(after) or exact[-1:] in "线市岸农甲桶位"):
        return True
    if exact.endswith("年级") or after.startswith("年级"):
        return True
    if re.fullmatch(r"\d{2,4}处?", exact) and MODEL_ZH.match(after):
        return True
    if (small_zh and POINTED_ZH.search(before)) or (small_en and (POINTED_EN.search(before) or PARTS_EN.match(after))):
        return True
    if MODEL_EN.search(before) and re.fullmatch(r"\d{1,2}", exact) and re.match(r"[\s,.;’')]", after):
        return True
    if (small_en and re.match(r"-? or |-(?!fold|point|percent|to-)[a-z]", after)) or ONE.fullmatch(exact):
        return True
    named = re.search(r"[A-Za-z\u4e00-\u9fff]$", before) and re.match("联合|强|指数|ETF|网", after)
    if named and re.fullmatch(r"\d{2,4}", exact):
        return True
    if re.search(r"(?i)\b(?:family|families|household|households|team|group) of\s*$", before):
        return True
    return exact == "half" and bool(re.search(r"(?i)\b(?:in|by|first|second|other|last|and an?)\s*$", before))


def _limits(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number says whom another number is of: a size, an age, how often, a requirement."""
    if re.search("每[天日周月][^，。；]{0,6}$", before) and DOERS_ZH.match(after):
        return True
    if WITHIN_ZH.match(after) and mention.unit not in ("percent", "count"):
        return True
    if SHARED_ZH.match(after) and mention.unit not in ("percent", "count"):
        return True
    if BUCKET_ZH.match(after) and mention.unit != "count":
        return True
    if mention.exact.endswith("次") and OFTEN_ZH.search(before) and re.match("[^，。；]{0,12}的", after):
        return True
    if AGED_EN.search(before) or (
        GROUPED_EN.search(before) and mention.low != mention.high and mention.unit == "count"
    ):
        return True
    limited = mention.comparator in (">=", "<=", ">", "<") and re.match(
        "及?以[上下]的|及以[上下]|以上[\u4e00-\u9fff]", after
    )
    if limited and re.search(r"(?:率|占比|比例|[成%])[^。；]*$", before):
        return True
    if mention.comparator in (">=", "<=", ">", "<") and SIZED_ZH.match(after):
        return True
    if IF_ONLY_ZH.search(before) and mention.unit != "percent":
        return True
    return bool(ASKED_ZH.search(before) or WITHIN_SHARE_ZH.search(before))


def _of_own_text(before: str, after: str) -> bool:
    """Return whether a number counts what the text itself has, or those of whom it says something: 60 tips."""
    headed = not before.strip() and OWN_TEXT_EN.match(after)
    return bool(headed or READING_EN.search(after) or (ANALYSED_EN.search(before) and GROUP_EN.match(after)))


def _beside(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number claims nothing: a denominator, a goal, what is only supposed."""
    if EACH_EN.search(before) or (mention.unit == "count" and EACH_ZH.search(before)):
        return True
    if mention.unit == "count" and _of_own_text(before, after):
        return True
    if mention.kind == "count" and GROUP_ZH.match(after):
        return True
    if mention.unit == "count" and OPENED_ZH.search(before) and AMONG_ZH.match(after):
        return True
    if mention.exact == "半" or AIMED_ZH.search(before):
        return True
    if GOAL_ZH.match(after) or GOAL_EN.search(before) or GOAL_AFTER_EN.match(after):
        return True
    if SUPPOSED_ZH.search(before) or FORMULA.search(before) or re.match(r"\s*[×÷*+]", after) or PAGE_ZH.match(after):
        return True
    if mention.exact[-1:] in "层楼" and LIVED_ZH.search(before):
        return True  # where something takes place
    if OF_KIND_ZH.fullmatch(mention.exact) or (A_ZH.fullmatch(mention.exact) and re.match("[\u4e00-\u9fff]", after)):
        return True
    supposed = IF_ZH.search(before) and re.match(r"[^，。；]{0,8}时[，,]", after)
    return bool(supposed or IF_EN.search(before) or OWN_TEXT_ZH.search(before))
