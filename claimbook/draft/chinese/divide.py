"""Divide a Chinese noun phrase into whom it is of and what is measured: 新能源汽车 | 国内销量."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.lexicon import Lexicon

# Nouns that stand for someone or something which has what is measured: the subject ends with the last of them.
HOLDERS = ("人群 居民 成人 成年人 老年人 女性 男性 儿童 青少年 市场 公司 企业 银行 集团 行业 产业 平台 品牌 车企 厂商 国 省 市 县 区 地区 城市 机构 "
           "大学 医院 手机 汽车 乘用车 商用车 电池 城镇 农村 全国 全球 世界 我国 板块 基金 股份 科技 学校 高校 部门 部 业 电脑 家庭 国家 省份 "
           "项目 景区 车型 产品 消费者 用户 患者 住户 农户 单位 法院 检察院 政府 受访者 被访者 网民 网友 学生 家长 职工 员工 劳动者 青年 群体 "
           "人口 门店 超市 酒店 餐厅 航空 保险 券商 运营商 电商 机型 车 者 人员 医生 教师 老人 孩子 青年人 年轻人 公安局 警方 支队 海关 消防 白人 黑人 裔 小学生 中学生 初中生 高中生 大学生 研究生").split()  # fmt: skip
LATIN = re.compile("[A-Za-z]")
NO_HOLDER = re.compile("(?:失|就|毕|停|营|作|创|从|结)业$")  # done, not had


def holds(word: str) -> bool:
    """Return whether a word names somebody or something that has what is measured."""
    return word.endswith(tuple(HOLDERS)) and not NO_HOLDER.search(word)


# What firms have, which a name without a suffix such as 公司 may stand before; and what is no such name.
FIRMS_HAVE = re.compile(
    "^(?:营业总?收入|总?营收|归?母?净利润|净利|销售费用|管理费用|研发费用|研发投入|毛利率|净利率|市值|股价|净资产|总资产|资产负债率)$"
)
OF_FIRM = re.compile(
    r"[\d的、和与及]|(?:业务|产品|服务|板块|市场|海外|国内|境内|境外|主营|核心|广告|游戏|云|线上|线下|整体|平均|实现|合计|综合|单季|全年|其他"
    r"|行业|产业|工业|企业|部分|应用|订阅|硬件|软件|零售|批发|门票|旅游|电影|客运|货运|电商|金融|自有|品牌|渠道|季度|同期|利息|投资|股权|保险|地产|物业"
    r"|解禁|流通|持股|持仓|减持|增持|经常性|归属|归母|扣非|基金|期末|年末|期初|社会|规上|非[\u4e00-\u9fff]{1,3}|经?调整后?|其中|人均|户均|单店|同店|[上下]半年|[年月日]|累计|税[前后]|对应|毛|净|总)$"
)
SHORT = 8  # characters of the name of a firm
GROUPS = ("男性", "女性", "男生", "女生", "儿童", "老年人", "城市", "农村")
BEFORE_MEASURES = ("国内 全球 海外 国外 线上 线下 人均 平均 户均 月均 日均 年均 累计 总 新增 实际 净 整体 综合 合计 单季 单月 年 月 日 "
                   "季度 年度 同店 直接 间接 最高 最低 中位 核心 网上 出口 进口 零售 批发 批零 登记 调查").split()  # fmt: skip


def joined(words: Sequence[Token]) -> str:
    """Return words as one text."""
    return "".join(token.word for token in words)


def divided(words: Sequence[Token], book: Lexicon) -> tuple[str, str]:
    """Divide a noun phrase into the subject and what is measured of it; either may be empty."""
    words = [one for one in words if one.kind != t.POINT]
    while words and words[0].kind in (t.PRONOUN, t.NUMBER, t.OF) and words[0].word != "我":
        words = words[1:]
    if len(words) > 1 and words[-1].word in GROUPS and (measure := book.measure(joined(words[:-1]))):
        return words[-1].word, joined(words[:-1]) if words[0].word not in book.of("place") else joined(words[1:-1])
    place = next(
        (at for at in range(len(words) - 1, 0, -1) if words[at].kind == t.PLACE and words[at].word in "中里"), 0
    )
    if place:
        return joined(words[:place]), joined(words[place + 1 :])
    of = next((at for at in range(len(words) - 1, 0, -1) if words[at].kind == t.OF), 0)
    if of:
        whose, rest = joined(words[:of]).removesuffix("的"), joined(words[of + 1 :])
        if whose.startswith("归属"):
            return "", f"{whose}的{rest}"
        lexical = words[of - 1].kind == t.NAME or words[of - 1].word in book.of("name", "place", "thing")
        return (whose, rest) if lexical or holds(whose) or LATIN.search(whose) else ("", f"{whose}的{rest}")
    measure = book.measure(joined(words))
    rest, measured = joined(words).removesuffix(measure) if measure else joined(words), measure
    head = [one for one in words if one.end <= words[0].start + len(rest)] if words else []
    if not measure:
        named = [one.kind == t.NAME or one.word in book.of("place", "name") for one in head]
        cut = next((at for at, is_name in enumerate(named) if not is_name), len(head))
        return joined(head[:cut]), joined(head[cut:])
    while len(head) > 1 and (head[-1].word in BEFORE_MEASURES or head[-1].kind == t.VERB):
        measured = head.pop().word + measured
    return _held(head, rest[: len(rest) - (len(measured) - len(measure))], measured, book)


def _held(head: Sequence[Token], rest: str, measured: str, book: Lexicon) -> tuple[str, str]:
    """Divide what is before a measure: up to its last holder the subject, the rest of it the metric's own."""
    names = set(book.of("place", "name"))
    last = max(
        (at for at, one in enumerate(head) if one.kind == t.NAME or one.word in names or holds(one.word)),
        default=-1,
    )
    subject = joined(head[: last + 1])
    if rest in BEFORE_MEASURES and rest not in ("全球", "国内"):
        return "", rest + measured
    if last >= 0:
        return subject, rest.removeprefix(subject) + measured
    if FIRMS_HAVE.search(measured) and 2 <= len(rest) <= SHORT and not OF_FIRM.search(rest):
        return rest, measured  # 康泰生物 | 销售费用
    things = any(one.word in book.of("thing") for one in head)
    return (rest, measured) if things and book.kind(book.measure(measured)) == "holder" else ("", rest + measured)
