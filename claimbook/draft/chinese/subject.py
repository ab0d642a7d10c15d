"""Whom a Chinese number is of: its clause, its sentence or its paragraph says so; who publishes it is not meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import ENDS, clause_start
from claimbook.draft.chinese.divide import divided, holds, joined
from claimbook.draft.chinese.holder import SECTOR, is_thing, names
from claimbook.draft.chinese.memory import LONGEST, Memory, Place
from claimbook.draft.chinese.phrase import EMPTY_NOUNS
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

PUBLISHES = frozenset(
    "通报 公告 显示 发布 公布 表示 指出 认为 称 透露 介绍 报道 获悉 了解 预测 预计 说 提到 强调 披露 统计 发现 宣布 引用 调查 研究 分析 联合 发表 印发 告诉 坦言 "
    "解释 补充 估算 测算 评价".split()
)
PUBLISHED = re.compile(
    r"(?:数据|报告|研究|消息|记者|统计|调查|公报|财报|年报|专家|分析师|负责人|人士|媒体|白皮书|蓝皮书|发布会|文章|结果|团队|指出)$"
)
ITS_REPORT = r"(?:今[日天]|昨[日天]|近日|正式)?(?:发布|公布|披露)了?[^，。]{0,24}(?:财报|业绩|年报|季报|半年报|财务)"
OWNER = re.compile(rf"([^，。；：、\s()（）]{{2,12}}?)(?:[(（][^)）]{{2,20}}[)）])?{ITS_REPORT}")
EARNS, SHORT = ("实现", "录得", "取得", "斩获"), 8
NO_FIRM = re.compile(
    "^(?:合计|总计|共计|累计|分别|全年|首次|顺利|成功)|[内期来后时下中前间]$|业务|收入|[率量额]$|项目|工程|方面|生产|发展|产品"
)
NO_NAME = re.compile(
    "^第|[网社报台午晚届轮次期]$|(?:凌晨|夜间|设定|开盘|解禁|持股|持仓|统计|显示|数据|公告|消息|消费者|用户|居民|企业|行业|产业|市场|年轻人|老年人|女性|男性|患者|学生|价格|指数|规模|销量|[率量额数值价费]|[^国]家|方|目标|计划|会议|预计|预测|表示|时间|日期|截至|自从|到|从|自|在|于|至|较|比|从而|因此|但|而)$"
)
RESIDENTS = re.compile("(?:城镇|农村|城乡)居民")
EXCEPT = re.compile("([\u4e00-\u9fff]{2,12}?)(?<![扣清去免排])除[^，。；]{1,16}外，")  # 最高法院除刑事案件外，收案5件
OTHER = re.compile(  # somebody or somewhere else that a clause begins with
    r"((?!全[国省市县]|[本该各])[\u4e00-\u9fff]{2,10}?(?:[省市县区州湖江河港]|口岸|隧道|大桥|铁路|机场|公司|集团|银行|医院|大学|学校|法院|检察院|检察机关|协会|平台|景区))"
)
OPENS = (t.TIME, t.ADVERB, t.LINK, t.POINT, t.AND)
LEADS_AWAY = ("在", "从", "以", "由", "为", "占", "占据", "比", "较", "按", "相当于")
NOUNS = (t.NOUN, t.NAME, t.OF, t.ADJECTIVE, t.PLACE)


def speaks(words: Sequence[Token]) -> bool:
    """Return whether some words say or publish something."""
    return any(one.word in PUBLISHES for one in words)


def with_subject(at: Place, reading: Reading, index: int | None = None) -> Reading:
    """Return a reading with its subject: its own, the one that the sentence is about, or the paragraph's."""
    memory = at.memory
    if reading.subject and reading.subject not in EMPTY_NOUNS:
        return replace(reading, subject_from=reading.subject_from or "clause")
    subject, place = topic(at.words, at.index if index is None else index, at.book)
    if subject:
        return replace(reading, subject=subject, subject_from=place)
    owner = memory.owner
    if owner and reading.metric.startswith(owner) and reading.metric != owner:
        metric, base = reading.metric.removeprefix(owner), reading.base.removeprefix(owner)
        return replace(reading, metric=metric, base=base, subject=owner, subject_from="clause")
    own = RESIDENTS.match(reading.metric)
    if own and RESIDENTS.fullmatch(memory.subject):
        metric, base = reading.metric.removeprefix(own[0]), reading.base.removeprefix(own[0])
        return replace(reading, subject=own[0], subject_from="clause", metric=metric, base=base)
    if memory.subject:
        return replace(reading, subject=memory.subject, subject_from="paragraph")
    return replace(reading, subject=owner, subject_from="heading" if owner else "")


ITSELF = ("公司", "本公司", "该公司", "集团", "本集团")
SEGMENT = re.compile("(?:业务|市场|部门|分部|板块)$|^(?:用户|客户|会员|员工|新业务)$")


def of_owner(reading: Reading, owner: str) -> Reading:
    """Return a reading of a firm's report: what a part of the firm has is the firm's, by the name of the part.

    Examples
    --------
    >>> of_owner(Reading("收入", "云业务", "收入", subject_from="clause"), "甲公司").metric
    '云业务收入'
    >>> of_owner(Reading("收入", "公司"), "甲公司").subject
    '甲公司'
    """
    if not re.search("[A-Za-z\u4e00-\u9fff]", reading.subject):
        reading = replace(reading, subject="", subject_from="")
    if owner and reading.subject in ITSELF:
        return replace(reading, subject=owner, subject_from="heading")
    if not owner or not SEGMENT.search(reading.subject):
        return reading
    part = reading.subject if reading.subject_from == "clause" and reading.subject not in reading.metric else ""
    return replace(
        reading, metric=part + reading.metric, base=part + reading.base, subject=owner, subject_from="heading"
    )


def note_subject(words: Sequence[Token], memory: Memory, book: Lexicon) -> None:
    """Keep whom a sentence is about, for the sentences after it."""
    if owner := OWNER.search(joined(words)):
        memory.owner = memory.owner or owner[1]
    if words and not memory.subject and not speaks(words):
        subject = topic(words, len(words), book)[0]
        memory.subject = "" if "、" in subject or (memory.nation and SECTOR.search(subject)) else subject


def topic(words: Sequence[Token], index: int, book: Lexicon) -> tuple[str, str]:
    """Return whom the clause or the sentence before a word is about, and which of the two says so."""
    at, place = clause_start(words, min(index, len(words) - 1)), "clause"
    while True:
        if subject := _head(words, at, book):
            return subject, place
        if at < 2:
            return "", ""
        at, place = clause_start(words, at - 1), "sentence"


def turns(words: Sequence[Token], index: int, subject: str, book: Lexicon) -> bool:
    """Return whether the clause of a number begins with another place than the one that was spoken of."""
    at = clause_start(words, index)
    while at < index and words[at].kind in OPENS:
        at += 1
    said = joined(words[at:index])
    named = OTHER.match(said)
    place = words[at].word if words[at].word in book.of("place") else named[1] if named else ""
    goes_on = re.match("全[省市县]", place)
    return bool(place and subject) and not goes_on and place not in subject and subject[:2] not in said


def _head(words: Sequence[Token], at: int, book: Lexicon) -> str:
    """Return the noun phrase at the head of a clause, where it is what the clause is about."""
    while at < len(words) and words[at].kind in OPENS and words[at].word not in LEADS_AWAY:
        if words[at].kind == t.POINT and any(mark in ENDS for mark in words[at].word):
            return ""
        at += 1
    if except_for := EXCEPT.match(joined(words[at:])):
        return except_for[1]
    start = at
    listed = False
    while at < len(words) and (
        words[at].kind in NOUNS or words[at].word == "、" or (listed and words[at].kind == t.AND)
    ):
        listed, at = listed or words[at].word == "、", at + 1
    phrase, rest = words[start:at], words[at:]
    if not phrase or not rest or (rest[0].kind == t.POINT and not re.search("[(（”」]", rest[0].word)):
        return ""
    return _meant(phrase, rest, book)


def _meant(phrase: Sequence[Token], rest: Sequence[Token], book: Lexicon) -> str:
    """Return the subject that a noun phrase at the head of a clause names, or an empty string."""
    text = joined(phrase)
    if len(text) <= LONGEST and re.match(ITS_REPORT, joined(rest[:16])):
        return text
    says = speaks([one for one in rest[:4] if one.kind in (t.VERB, t.NOUN, t.LINK)])
    if says or PUBLISHED.search(text) or text in EMPTY_NOUNS or phrase[-1].kind == t.PLACE:
        return ""
    if book.measure(text):
        return divided(phrase, book)[0]
    known = book.of("name", "place", "thing")
    named = phrase[-1].kind == t.NAME or phrase[-1].word in known
    if len(text) <= LONGEST and (named or holds(text) or is_thing(text, book)):
        return text
    dated = rest[0].kind == t.TIME and phrase[-1].kind == t.NOUN and not NO_NAME.search(text)  # 长生生物2017年营收
    if (rest[0].word in EARNS or dated) and 2 <= len(text) <= SHORT and names(text) and not NO_FIRM.search(text):
        return text  # 格力电器实现营收
    of = next((at for at, one in enumerate(phrase) if one.kind == t.OF), 0)
    whose = joined(phrase[:of])
    return whose if of and (phrase[of - 1].kind == t.NAME or phrase[of - 1].word in known or holds(whose)) else ""
