"""What a number most likely is in the text: a claim, a period, a part of a claim, or none of these."""

from __future__ import annotations

import re

from claimbook.draft.chinese.claimless import claimless, sets_a_pace
from claimbook.draft.chinese.firm import SURNAMES
from claimbook.draft.english.claimless import claimless as claimless_en
from claimbook.draft.unclaimed import AGED_EN, IF_ONLY_ZH, WITHIN_SHARE_ZH, part
from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

# What a number is by its kind alone.
BY_KIND = {"date": Role.PERIOD, "clock": Role.PERIOD, "ordinal": Role.ORDINAL, "code": Role.MARKUP}
SECTION = re.compile(r"(?:0?\d|[1-9]\d)[.、]?")
NEAR = 60  # characters before and after a number that are read

# Chinese.
RANK_ZH = re.compile(
    r"(?:位居|位列|位次|排名|排在|名列|跃居|跃升至|升至|降至|跌至|退居|居|列|跻身|稳居|仅位列|仅排|世界|全球|全国)[^，。；\d]{0,8}$"
)
RANKED_ZH = re.compile(r"第[一二三四五六七八九十\d]大[\u4e00-\u9fff]")
TIME_BEFORE_ZH = re.compile(r"(?:过去的?|未来|(?<![逼接临将])近|最近|今后|此后|随后|前|后|每|连续|这|头)$")
TIME_AFTER_ZH = re.compile(r"(?:前|后|来|间|内|里|以来|之前|之后|之间|之内|期|报|度|计划|规划)(?!续|端|置|景|往)")
AGE_ZH = re.compile(r"岁$")
STREAK_ZH, STREAK_EN = re.compile(r"连续$"), re.compile(r"(?i)^\s(?:straight|consecutive|successive)\b")
STREAK_OF_ZH = re.compile(r"^第\S+个?(?:月|年|周|季度|周|[日天]|交易日)")
ADVISED_ZH = re.compile(r"^的?(?:推荐|建议)")
PROPOSED_ZH = re.compile(r"(?:建议|应当|应该|呼吁|不妨|(?<![申邀聘])请|务必)[^，。；]{0,20}$")
OF_NAME_ZH = re.compile(r"逾期\||\|(?:义务教育|一贯)")  # 逾期半年未偿, 九年义务教育
# English.
TIME_BEFORE_EN = re.compile(
    r"(?i)\b(?:in|within|over|for|during|under|past|last|next|previous|coming|first|after|every|about|than|in as many|nearly|around)(?: the)?(?: (?:past|last|next|previous|prior|preceding|coming|first|about|nearly|more than|just))?\s*$"
)
TIME_AFTER_EN = re.compile(
    r"(?i)^\s*(?:ago|earlier|later|before|after|from now|or (?:more|longer|less)\b|in a row|straight)"
)
AGE_EN = re.compile(r"(?i)^\s*-?(?:old\b|years?[- ]olds?|and (?:over|older|up|under|younger)\b)")
RANK_EN = re.compile(r"(?i)(?:\brank(?:s|ed|ing)?(?: as)?(?: the)?|\bplaced|\bNo\.|#)\s*$")
BEST_EN = re.compile(
    r"(?i)\b(?:is|was|are|were) (?:also )?the (?:best|worst|\w+est) \w+ in (?:about |nearly |over |more than )?$"
)
ATTRIBUTE_EN = re.compile(r"(?i)[a-z0-9]+-(?:year|month|week|day|hour|decade|minute)")  # a four-year college
PROPOSED_EN = re.compile(
    r"(?i)\b(?:let[’']?s|let us|(?<!investors )(?<!readers )should|ought to|must|please|we need to|i propose|i will|we will|we’ll|i’ll)\b[^.;!?]{0,60}$"
)


def _heads(text: str, mention: Mention) -> bool:
    """Return whether a plain number of one or two digits is alone on its line, as the number of a section is."""
    before = text[max(0, mention.start - NEAR) : mention.start].rpartition("\n")[2]
    line = before + text[mention.start : mention.end + NEAR].partition("\n")[0]
    return mention.unit == "count" and bool(SECTION.fullmatch(line.strip()))


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
    if _heads(text, mention):
        return Role.ORDINAL
    if inside_title(text, mention):
        return BY_KIND.get(mention.kind, Role.OTHER)
    if streak(before, after, mention) or sets_a_pace(before, after, mention.exact):
        return Role.CLAIM
    if kind := claimless(before, after, mention):
        return kind
    if mention.kind == "ordinal":
        if RANKED_ZH.fullmatch(mention.exact + after[:2]):
            return Role.CLAIM
        ranked = RANK_ZH.search(before) or RANK_EN.search(before)
        return Role.CLAIM if ranked and not re.match(r"[大产季届批次轮版代任期]", after) else Role.ORDINAL
    if mention.kind in BY_KIND:
        return BY_KIND[mention.kind]
    if mention.low is None:  # opening hours have no ends that are a number
        return Role.PERIOD
    if asked(text, mention) or of_name(text, mention) or claimless_en(before, after, mention):
        return Role.OTHER
    if PROPOSED_ZH.search(before) or PROPOSED_EN.search(before) or ADVISED_ZH.match(after):
        return Role.ADVICE
    limits = WITHIN_SHARE_ZH.search(before) or IF_ONLY_ZH.search(before)
    if mention.kind == "duration" and not limits:
        return Role.OTHER if OF_NAME_ZH.search(f"{before[-2:]}|{after[:4]}") else _duration(before, after, mention)
    return part(before, after, mention)


def of_name(text: str, mention: Mention) -> bool:
    """Return whether a bare number begins a name, which the text says again: 51信用卡.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> text = "360借条公布业绩。360借条营收5亿元。"
    >>> [of_name(text, one) for one in mentions(text)]
    [True, True, False]
    """
    named, at = text[max(0, mention.start - 2) : mention.start + 1], re.finditer
    if named[:1] and named[:1] in SURNAMES and named[-1] in "一二三四五六七八九十" and text.count(named) > 2:
        return len({text[one.end()] for one in at(re.escape(named), text[:-1])}) > 2  # 马英九两年来
    whole = re.compile(r"\d{2,4}[\u4e00-\u9fff]{2}").match(text, mention.start)
    return whole is not None and mention.end - mention.start == len(whole[0]) - 2 and text.count(whole[0]) > 1


def inside_title(text: str, mention: Mention) -> bool:
    """Return whether a number is inside the title of a work: 《2025半年大报告》."""
    opened = text.rfind("《", max(0, mention.start - NEAR), mention.start)
    return opened >= 0 and "》" not in text[opened : mention.start] and "》" in text[mention.end : mention.end + NEAR]


def streak(before: str, after: str, mention: Mention) -> bool:
    """Return whether a number says for how long something went on without a break."""
    if STREAK_ZH.search(before):
        goes_on = re.match(r"[^，。；,;\n]{0,12}\d", after[1:])  # 连续三年突破1亿千瓦 dates the other number
        return (mention.kind == "duration" and not goes_on) or bool(STREAK_OF_ZH.match(mention.exact + after[:4]))
    return mention.exact.isascii() and bool(STREAK_EN.match(after))


def asked(text: str, mention: Mention) -> bool:
    """Return whether a number is in the clause of a question, which claims nothing."""
    end = re.search(r"[。！？!?，,；;\n]|\.(?=\s)", text[mention.end : mention.end + 4 * NEAR])
    return end is not None and end[0] in "?？"


def _duration(before: str, after: str, mention: Mention) -> Role:
    """Return the role of a length of time: an age, when something was, or how long something takes."""
    if BEST_EN.search(before):
        return Role.CLAIM
    if ATTRIBUTE_EN.fullmatch(mention.exact):
        return Role.OTHER
    if AGE_ZH.search(mention.exact) or AGED_EN.search(before) or AGE_EN.match(after):
        return (
            Role.CONDITION
            if re.search(
                r"^(?:儿童|男|女|学生|老人|孩子|居民|以上|及以上|以下|及以下|人|的人|[^，。；]{0,4}人群)|[)）]", after
            )
            or AGED_EN.search(before)
            or AGE_EN.match(after)
            or re.search("[-~～—至]", mention.exact)
            else Role.CLAIM
        )
    if mention.exact.endswith("周年") or mention.exact in ("一天", "一日"):
        return Role.OTHER
    if re.search("(?:假期|长假|春节|国庆)$", before):
        return Role.PERIOD
    if re.fullmatch("[〇零一二三四五六七八九]{2}年", mention.exact) and re.match("[上下前第全]", after):
        return Role.PERIOD
    if re.match("累计", after) or (before.endswith("的") and re.match("[，。]", after)):
        return Role.PERIOD
    if re.match(r"\s?报|度|级|生存率|存活率|期(?!间)", after):
        return Role.OTHER
    if TIME_BEFORE_ZH.search(before) or TIME_AFTER_ZH.match(after):
        return Role.PERIOD
    if mention.exact.isascii() and (TIME_AFTER_EN.match(after) or TIME_BEFORE_EN.search(before)):
        return Role.PERIOD
    return Role.CLAIM
