"""A Chinese claim in one sentence that is clear on its own, in Chinese and in English."""

from __future__ import annotations

import re

from claimbook.draft.chinese.whom import PLACE
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.periods import period_en, period_zh
from claimbook.draft.reading import Reading
from claimbook.mention import Mention
from claimbook.quantity.quantity import in_words

LEAD_ZH = {"~": "约", ">": "超过", "<": "不到", ">=": "至少", "<=": "至多"}
SAID_ZH = re.compile(
    r"^(?:约|近|超|逾|不到|不足|至少|至多|最多|高达|大约|超过|接近|突破|首次|逼近|不低于|不高于|不超过|不少于|仅|达|以上)"
)
LIMITS = "约 近 超 超过 逾 不到 不足 至少 高达 大约 接近 仅".split()  # what a number is said to be, as its text has it
VERBAL = re.compile("(?:零售|批发|收案|结案|进口|出口|投资|融资|投放|减税|降费|案件|纠纷|现金)$")
CHANGE = re.compile(
    r"(同比|环比|比[^，。]{1,14})?(高|低|多|少|快|慢|多出|增长|增加|上升|上涨|提高|提升|扩大|反弹|回升|攀升|下降|减少|下滑|下跌|降低|回落|收窄|萎缩|缩减|下调|上调|高出)$"
)
FALLS = ("下降", "减少", "下滑", "下跌", "降低", "回落", "收窄", "萎缩", "缩减", "下调")


def chinese(reading: Reading, period: str, mention: Mention, when: str | None = None) -> str:
    """Write a claim in Chinese from its cells: period, subject, metric, number.

    Parameters
    ----------
    reading : Reading
    period : str
    mention : Mention
    when : str, optional
        The period in words, as the text has it.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> [number] = mentions("约78万辆")
    >>> chinese(Reading("销量", "新能源汽车"), "2023-07", number)
    '2023年7月，新能源汽车销量约为78万辆。'
    """
    metric, subject = reading.metric, whom_zh(reading).replace("我国", "中国")
    if not metric:
        return ""
    said = period_zh(period) if when is None else when
    when = f"{said}，" if said else ""
    who = "" if not subject or subject in metric else subject
    if reading.says:
        says = reading.says.format(mention.exact)
        return f"{when}{'' if subject in says else subject}{says}。"
    value = _value_zh(reading, mention)
    if whole := re.fullmatch(r"(.*)占(.+)比重", metric):
        return f"{when}{who}{whole[1]}占{whole[2]}的{value}。"
    if CHANGE.search(metric) or metric.endswith("排名") or VERBAL.search(metric):
        return f"{when}{who}{metric}{reading.link if reading.link in LIMITS else ''}{value}。"
    if metric.endswith("数量"):
        return f"{when}{who}{metric.removesuffix('数量')}有{value}。"
    said_of = "" if re.search("[高低多少]于?$", reading.link) else reading.link  # 高于2020年4月的51.3% is no link
    link = ("约为" if said_of == "约" else said_of) or (
        "约为" if value[:1] == "约" else "为" if value == mention.exact else ""
    )
    return f"{when}{who}{metric}{link}{value.removeprefix('约') if link.endswith(('约', '约为')) else value}。"


def _value_zh(reading: Reading, mention: Mention) -> str:
    """Write a number with what limits it, where neither the text's own words nor the number say that."""
    said = SAID_ZH.match(mention.exact) or re.search("[余多]", mention.exact) or SAID_ZH.search(reading.link)
    return ("" if said else LEAD_ZH.get(mention.comparator, "")) + mention.exact


def whom_zh(reading: Reading) -> str:
    """Write whom a claim is of, with the group that is meant.

    Examples
    --------
    >>> [whom_zh(Reading(subject=subject, population="女性")) for subject in ("", "中国", "居民")]
    ['女性', '中国女性', '居民中女性']
    """
    subject, group = reading.subject, reading.population
    if not group or not subject:
        return subject or group
    if group.endswith(subject):
        return group
    return f"{subject}{group}" if PLACE.fullmatch(subject) else f"{subject}中{group}"


def english_of(reading: Reading, period: str, mention: Mention, book: Lexicon) -> str:
    """Write a Chinese claim in English with the lexicon, or return an empty string where its metric is not known.

    Examples
    --------
    >>> from claimbook.draft.lexicon import lexicon
    >>> from claimbook.mention import mentions
    >>> [number] = mentions("增长31.6%")
    >>> english_of(Reading("销量同比增长", "新能源汽车", "销量", "同比增长"), "2023-07", number, lexicon())
    'In July 2023, the sales of new energy vehicles rose 31.6% year on year.'
    """
    quantity = mention.quantity
    change = CHANGE.search(reading.metric)
    base = reading.metric[: change.start()] if change else reading.metric
    counted = base.endswith("数量")
    metric = book.translated(base.removesuffix("数量") if counted else base)
    if not metric or not quantity:
        return ""
    metric = f"number of {metric}" if counted else metric
    subject = (
        {"全球": "the world", "世界": "the world"}.get(reading.subject)
        or book.translated(reading.subject)
        or reading.subject
    )
    of = f" of {subject}" if subject else ""
    when = f"{period_en(period)}, ".capitalize() if period else ""
    when = re.sub(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
        lambda one: one[0].capitalize(),
        when,
    )
    if not change:
        verb = "were" if re.search(r"[^s]s$", metric) and not counted else "was"
        return f"{when}{'the' if when else 'The'} {metric}{of} {verb} {in_words(quantity)}."
    against = {"同比": " year on year", "环比": " on the previous period"}.get(change[1] or "", "")
    verb = "fell" if change[2] in FALLS else "rose"
    by = "by " if mention.kind != "change" else ""
    return f"{when}{'the' if when else 'The'} {metric}{of} {verb} {by}{in_words(quantity)}{against}."
