"""What a number most likely is in the text: a claim, a period, a part of a claim, or none of these."""

from __future__ import annotations

import re

from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

# What a number is by its kind alone.
BY_KIND = {"date": Role.PERIOD, "clock": Role.PERIOD, "ordinal": Role.ORDINAL, "code": Role.MARKUP}
NEAR = 60  # characters before and after a number that are read

# Chinese.
RANK_ZH = re.compile(
    r"(?:位居|位列|位次|排名|排在|名列|跃居|跃升至|升至|降至|跌至|退居|居|列|跻身|稳居|仅位列|仅排|世界|全球|全国)[^，。；\d]{0,8}$"
)
TIME_BEFORE_ZH = re.compile(r"(?:过去|未来|(?<![逼接临将])近|最近|今后|此后|随后|前|后|每|连续|这|头)$")
TIME_AFTER_ZH = re.compile(r"(?:前|后|来|间|内|里|以来|之前|之后|之间|之内|期|报|度|计划|规划)(?!续|端|置|景|往)")
AGE_ZH = re.compile(r"岁$")
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
STREAK_ZH, STREAK_EN = re.compile(r"连续$"), re.compile(r"(?i)^\s(?:straight|consecutive|successive)\b")
STREAK_OF_ZH = re.compile(r"^第\S+个?(?:月|年|周|季度|周|[日天]|交易日)")
BUCKET_ZH = re.compile(
    r"^(?:及?以[上下]|左右|之间)?(?:的|[^，。；,;\n\d%]{0,6}?(?:已?出现|共有?|有|达|为)?)?\d+(?:个(?!百分)|家|款|名|人|位|种|省|座|只|例|户|所)"
)
EACH_ZH = re.compile(r"(?:每|平均每)[^，。；,;\n\d的]{0,4}$")
EACH_EN = re.compile(r"(?i)\b(?:per|for every|out of(?: every)?|in every|every|of every|each)\s*$")
AMONG_ZH = re.compile(r"^[^，。；,;\n]{1,10}(?:[（(][^）)]{1,12}[)）])?中[，,]")
GROUP_ZH = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:价格|均价|指数|量|额|率|收入|利润|价)[^，。；,;\n\d]{0,6}\d"
)  # 100个城市住宅均价上涨4.72%
OPENED_ZH = re.compile(r"(?:^|[，,])$")
OFTEN_ZH = re.compile(r"每(?:周|天|日|月|年|季度)[^，。；,;\n]{0,5}$")
ASKED_ZH = re.compile(
    r"(?:(?:需|须|要求|规定|应|必须|不得)[^，。；,;\n]{0,14}(?:达到?|不低于|不超过|不少于|至少|满|覆盖|提供|超过|低于|高于)[^，。；,;\n]{0,6}|需达到?|须达到?|须满|需满)$"
)
IF_ZH = re.compile(r"(?:如果|假如|假设|若|例如|比如|倘若|当)[^。；]{0,24}$")
IF_EN = re.compile(r"(?i)\b(?:if|suppose|imagine|say,|assuming|for example, a)\b[^.;]{0,40}$")
ADVISED_ZH = re.compile(r"^的?(?:推荐|建议)")
GOAL_ZH = re.compile(r"^的?[^，。；的\d]{0,4}(?:目标|红线|警戒线|上限|下限|及格线)")
GOAL_EN = re.compile(r"(?i)\b(?:goals?|targets?|objectives?|limit|cap|ceiling)\s(?:of|at|is|was)\s*$")
GOAL_AFTER_EN = re.compile(r"(?i)^[\s-](?:\w+\s)?(?:goals?|targets?|objectives?)\b")
OWN_TEXT_ZH = re.compile(r"(?:通过对比|对比了|盘点|梳理了?|分为以下|以下|本文[^。；;]{0,24})$")
GROUPED_EN = re.compile(
    r"(?i)\b(?:those|people|adults|men|women|voters|shoppers|respondents|consumers|ages?|aged)(?: who are| of)?(?: between| from)?\s*$"
)
PROPOSED_ZH = re.compile(r"(?:建议|应当|应该|呼吁|不妨|请|务必)[^，。；]{0,20}$")
# English.
TIME_BEFORE_EN = re.compile(
    r"(?i)\b(?:in|within|over|for|during|past|last|next|previous|coming|first|after|every|about|than|in as many|nearly|around)(?: the)?(?: (?:past|last|next|previous|coming|first|about|nearly|more than|just))?\s*$"
)
TIME_AFTER_EN = re.compile(
    r"(?i)^\s*(?:ago|earlier|later|before|after|from now|or (?:more|longer|less)\b|in a row|straight)"
)
AGED_EN = re.compile(r"(?i)\b(?:aged?|ages|between the ages of)\s*$")
AGE_EN = re.compile(r"(?i)^\s*-?(?:old\b|years?[- ]olds?|and (?:over|older|up|under|younger)\b)")
RANK_EN = re.compile(r"(?i)(?:\brank(?:s|ed|ing)?(?: as)?(?: the)?|\bplaced|\bNo\.|#)\s*$")
POINTED_EN = re.compile(r"(?i)\b(?:these|those|the|other|all|both)\s*$")
SMALL_EN = re.compile(r"(?i)^(?:two|three|four|five|six|seven|eight|nine|ten)$")
PROPOSED_EN = re.compile(
    r"(?i)\b(?:let[’']?s|let us|should|ought to|must|please|we need to|i propose|i will|we will|we’ll|i’ll)\b[^.;!?]{0,60}$"
)


def role(text: str, mention: Mention) -> Role:
    """Return what a number most likely is; a person decides.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> text = "Prices rose 5% two years ago. Let’s cap them at $4. 这三种方案中，华为排名第二。"
    >>> [(one.exact, str(role(text, one))) for one in mentions(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('5%', 'claim'), ('two years', 'period'), ('$4', 'advice'), ('三种', 'other'), ('第二', 'claim')]
    """
    before, after = text[max(0, mention.start - NEAR) : mention.start], text[mention.end : mention.end + NEAR]
    before = re.split(r"[。！？\n]|[.!?](?=\s)", before)[-1]
    if inside_title(text, mention):
        return BY_KIND.get(mention.kind, Role.OTHER)
    if streak(before, after, mention):
        return Role.CLAIM
    if mention.kind == "ordinal":
        ranked = RANK_ZH.search(before) or RANK_EN.search(before)
        return Role.CLAIM if ranked and not re.match(r"[大产季届批次轮]", after) else Role.ORDINAL
    if mention.kind in BY_KIND:
        return BY_KIND[mention.kind]
    if mention.low is None:  # opening hours have no ends that are a number
        return Role.PERIOD
    if asked(text, mention):
        return Role.OTHER
    if PROPOSED_ZH.search(before) or PROPOSED_EN.search(before) or ADVISED_ZH.match(after):
        return Role.ADVICE
    if mention.kind == "duration":
        return _duration(before, after, mention)
    return _part(before, after, mention)


def inside_title(text: str, mention: Mention) -> bool:
    """Return whether a number is inside the title of a work: 《2025半年大报告》."""
    opened = text.rfind("《", max(0, mention.start - NEAR), mention.start)
    return opened >= 0 and "》" not in text[opened : mention.start] and "》" in text[mention.end : mention.end + NEAR]


def streak(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number says for how long something went on without a break."""
    if STREAK_ZH.search(before):
        return mention.kind == "duration" or bool(STREAK_OF_ZH.match(mention.exact + after[:4]))
    return mention.exact.isascii() and bool(STREAK_EN.match(after))


def asked(text: str, mention: Mention) -> bool:
    """Return whether a number is in the clause of a question, which claims nothing."""
    end = re.search(r"[。！？!?，,；;\n]|\.(?=\s)", text[mention.end : mention.end + 4 * NEAR])
    return end is not None and end[0] in "?？"


def _duration(before: str, after: str, mention: Mention) -> Role:
    """Return the role of a length of time: an age, when something was, or how long something takes."""
    if AGE_ZH.search(mention.exact) or AGED_EN.search(before) or AGE_EN.match(after):
        return (
            Role.CONDITION
            if re.search(r"^(?:以上|及以上|以下|及以下|人|的人|[^，。；]{0,4}人群)|[)）]", after)
            or AGED_EN.search(before)
            or AGE_EN.match(after)
            or "-" in mention.exact
            else Role.CLAIM
        )
    if re.match(r"\s?报|度|级|生存率|存活率|期(?!间)", after):
        return Role.OTHER
    if TIME_BEFORE_ZH.search(before) or TIME_AFTER_ZH.match(after):
        return Role.PERIOD
    if mention.exact.isascii() and (TIME_AFTER_EN.match(after) or TIME_BEFORE_EN.search(before)):
        return Role.PERIOD
    return Role.CLAIM


def _part(before: str, after: str, mention: Mention) -> Role:
    """Return the role of a number that may be a part of a word, point back, or limit what a claim is about."""
    exact = mention.exact
    if exact.endswith("号") or re.match(
        r"号(?!人|召)|[.、．]\D", after if not before.strip() or after[:1] == "号" else ""
    ):
        return Role.ORDINAL
    if (
        FESTIVAL.search(before)
        or SERIES_ZH.match(exact)
        or (SMALL_ZH.match(exact) and SERIES_ZH.match(exact + after[:2]))
    ):
        return Role.OTHER
    if _limits(before, after, mention):
        return Role.CONDITION
    if _beside(before, after, mention):
        return Role.OTHER
    if (OF_WORD_ZH.match(exact) or SMALL_ZH.match(exact)) and (
        WORD_AFTER_ZH.match(after) or exact[-1:] in "线市岸农甲桶位"
    ):
        return Role.OTHER
    if (SMALL_ZH.match(exact) and POINTED_ZH.search(before)) or (SMALL_EN.match(exact) and POINTED_EN.search(before)):
        return Role.OTHER
    if SMALL_EN.match(exact) and re.match(
        r"(?i)\s(?:previous|major|main|key|ways?|things?|reasons?|types?|kinds?|parts?|sides?|countries|others|categories|areas|factors|steps|stages|points|options|groups|questions|tips|principles|pillars)\b",
        after,
    ):
        return Role.OTHER
    if (
        re.search(r"[A-Za-z\u4e00-\u9fff]$", before)
        and re.fullmatch(r"\d{2,4}", exact)
        and re.match("联合|强|指数|ETF|网", after)
    ):
        return Role.OTHER
    if re.search(r"(?i)\b(?:family|families|household|households|team|group) of\s*$", before):
        return Role.OTHER
    if exact == "half" and re.search(r"(?i)\b(?:in|by|first|second|other|last|and an?)\s*$", before):
        return Role.OTHER
    limits = mention.comparator in (">=", "<=", ">", "<") and re.match(
        r"及以上|及以下|以上的|以下的|以上[\u4e00-\u9fff]", after
    )
    return Role.CONDITION if limits and re.search(r"(?:率|占比|比例|[成%])[^。；]*$", before) else Role.CLAIM


def _limits(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number says whom or what another number is of: a class of sizes, an age, how often, a requirement."""
    if BUCKET_ZH.match(after) and mention.unit != "count":
        return True
    if mention.exact.endswith("次") and OFTEN_ZH.search(before) and re.match("[^，。；]{0,12}的", after):
        return True
    if AGED_EN.search(before) or (
        GROUPED_EN.search(before) and mention.low != mention.high and mention.unit == "count"
    ):
        return True
    return bool(ASKED_ZH.search(before))


def _beside(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number claims nothing: a denominator, a goal, a case that is only supposed, the text's own parts."""
    if EACH_EN.search(before) or (mention.unit == "count" and EACH_ZH.search(before)):
        return True
    if mention.kind == "count" and GROUP_ZH.match(after):
        return True
    if mention.unit == "count" and OPENED_ZH.search(before) and AMONG_ZH.match(after):
        return True
    if GOAL_ZH.match(after) or GOAL_EN.search(before) or GOAL_AFTER_EN.match(after):
        return True
    supposed = IF_ZH.search(before) and re.match(r"[^，。；]{0,8}时[，,]", after)
    return bool(supposed or IF_EN.search(before) or OWN_TEXT_ZH.search(before))
