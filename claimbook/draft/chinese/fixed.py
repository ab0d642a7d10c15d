"""What is one word of a Chinese text by its form, whatever a tagger says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimbook.draft.chinese.words import ADJECTIVE, ADVERB, BASIS, CHANGE, LINK, NAME, NOUN, PLACE, TIME

# What is one word wherever it is: an age with its limit, how often, a letter in brackets, whom “higher than” is against.
AGED = re.compile(r"\d+(?:\s?[-—~～至到]\s?\d+)?周?岁(?:及?以[上下])?")
AHEAD = re.compile(r"[快慢高低好多少]于[^，。；、\d]{2,12}?(?=约?[\d.]+个?百分点)")
SAME_TIME = re.compile(
    r"(?:比|较|与)(?:20\d\d年|去年|上年|前年)?[“「]?(?:春节|国庆|五一|中秋|端午|元旦|清明|十一|十[一二三四五]五)[”」]?"
    r"(?:假期|黄金周|末|时期)?(?:同期|同比)?(?:相比)?"
)
LAST = re.compile(
    "(?:较|比)(?:(?:上|前)一?个?交易[周日]|[上首]届|上一[季月年周](?!同期|末)度?|上(?:季度?|月|年)末|年初)(?!的)"
)
EACH = re.compile("每(?:桶|吨|股|平方米|盎司|千克|公斤|斤|升|度|份)|扣除[^，。]{2,8}(?:因素|影响)后?，?")
OFTEN = re.compile(r"每(?:[天周月年日]|小时|分钟|季度|个月)")
UNDONE = re.compile("未[\u4e00-\u9fff]{2}(?=的)")
LETTER = re.compile(r"[\u4e00-\u9fff](?:（[\u4e00-\u9fff]）|\([\u4e00-\u9fff]\))[\u4e00-\u9fff]{1,3}")
TOGETHER = re.compile(  # 公路共发送旅客
    "(?:累计|总?共)(?=(?:发送|接待|报告|完成|收到|受理|查处|办理|处理|销售|生产|新增|投入|开行|安排|发放|设[置有立]?|建成|转移|批捕|起诉|执结|审结|判处)(?!收))"
)
FEAST = "(?:全球)?(?:狂欢季|狂欢节|购物节)"
TWICE = r"双\s?(?:11|12|十一|十二)"
EVENT = re.compile(rf"(?:20\d\d\s?)?(?:(?:天猫|京东|淘宝|拼多多|抖音)\s?{TWICE}(?:\s?{FEAST})?|{TWICE}\s?{FEAST})")
UNSETTLED = re.compile("未(?:审结|执结|结)案?件?(?!果)")
PROFIT = re.compile("归属于?(?:上市|母)公司(?:普通股)?(?:股东|所有者)的(?:扣除非经常性损益后?的)?净利润")
AMONG = re.compile(r"(?<=[者人户员民众业司行家店院校])中(?![国心央型小文学间等级])")
HIGHER = re.compile(
    r"((?<![同环对占])比(?![例重率值分如亚特利拟赛])(?:[^，。；,;：:（(\d比]|\d{4}年|\d{1,2}月){1,14}?)(高出?|低|多出?|少|快|慢)(?=[了出约近达逾超]{0,2}\d)"
)


def one_word(text: str, given: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield what is one word by its form, with its class; a number that may be a claim is never a part of one."""
    figures = [(start, end) for start, end, kind in given if kind not in (NOUN, TIME)]
    for pattern, kind in (
        (SAME_TIME, BASIS),
        (AHEAD, BASIS),
        (LAST, BASIS),
        (EACH, ADVERB),
        (AGED, NOUN),
        (OFTEN, ADVERB),
        (UNDONE, ADJECTIVE),
        (LETTER, NOUN),
        (AMONG, PLACE),
        (PROFIT, NOUN),
        (UNSETTLED, NOUN),
        (TOGETHER, LINK),
        (EVENT, NAME),
    ):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in figures):
                yield *match.span(), kind
    for match in HIGHER.finditer(text):
        yield *match.span(1), BASIS
        yield *match.span(2), CHANGE
